// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/poster_input.h"

#include "app/core/paths.h"
#include "app/document/json.h"
#if __has_include("app/document/file.h")
#include "app/document/file.h"
#endif
#include "inference/base/files.h"

namespace haibao {
namespace fs = std::filesystem;
namespace {

constexpr std::uint64_t most_bytes = 1u << 30;

Result<document::Poster> open_json(const fs::path& file, const std::string& text) {
    auto json = document::parse_json_object(text, file.filename().string());
    if (!json) return pass_on(json);
    // Pictures are taken from the poster's own folder and below, nowhere else.
    const document::PictureLoader loader = [folder = file.parent_path()](const QString& name) -> Result<QByteArray> {
        const fs::path relative = paths::from_qt(name).lexically_normal();
        if (relative.is_absolute() || relative.empty() || *relative.begin() == "..")
            return fail(ErrorKind::invalid_input, "The picture {} is not beside the poster; copy it there.", name.toStdString());
        auto bytes = read_file(folder / relative, most_bytes);
        if (!bytes) return pass_on(bytes);
        return QByteArray::fromStdString(*bytes);
    };
    return document::poster_from_json(*json, loader);
}

}  // namespace

Result<document::Poster> open_poster(const fs::path& file) {
#if __has_include("app/document/file.h")
    if (file.extension() != ".json") return document::read_poster(file);
#endif
    auto text = read_file(file, most_bytes);
    if (!text) return pass_on(text);
    return open_json(file, *text);
}

Result<std::shared_ptr<typeset::FontSet>> open_fonts(const std::vector<std::string>& files) {
    if (files.empty()) return typeset::FontSet::system();
    return typeset::FontSet::of_files({files.begin(), files.end()});
}

}  // namespace haibao
