// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/poster_input.h"

#include "app/core/paths.h"
#include "app/document/file.h"
#include "app/document/json.h"
#include "inference/base/files.h"

namespace haibao {
namespace fs = std::filesystem;
namespace {

constexpr std::uint64_t most_bytes = 1u << 30;

document::PictureLoader pictures_beside(const fs::path& file) {
    return [folder = file.parent_path()](const QString& name) -> Result<QByteArray> {
        const fs::path relative = paths::from_qt(name).lexically_normal();
        if (relative.is_absolute() || relative.empty() || *relative.begin() == "..")
            return fail(ErrorKind::invalid_input, "The picture {} is not beside the poster; copy it there.", name.toStdString());
        auto bytes = read_file(folder / relative, most_bytes);
        if (!bytes) return pass_on(bytes);
        return QByteArray::fromStdString(*bytes);
    };
}

}  // namespace

Result<document::Poster> open_poster(const fs::path& file) { return file.extension() == ".json" ? open_poster_json(file) : document::read_poster(file); }

Result<document::Poster> open_poster_json(const fs::path& file) {
    auto text = read_file(file, most_bytes);
    if (!text) return pass_on(text);
    const std::string name = file.filename().string();
    auto json = document::parse_json_object(*text, name);
    if (!json) return pass_on(json);
    auto poster = document::poster_from_json(*json, pictures_beside(file));
    // What is wrong in a document is not wrong usage.
    if (!poster && poster.error().kind == ErrorKind::invalid_input)
        return std::unexpected(Error{ErrorKind::corrupt_file, name + ": " + poster.error().message, poster.error().context});
    return poster;
}

Result<std::shared_ptr<typeset::FontSet>> open_fonts(const std::vector<std::string>& files) {
    if (files.empty()) return typeset::FontSet::system();
    return typeset::FontSet::of_files({files.begin(), files.end()});
}

}  // namespace haibao
