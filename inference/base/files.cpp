// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/base/files.h"

#include <cerrno>
#include <fstream>
#include <system_error>

#include "inference/base/system_reason.h"

namespace haibao {

std::string short_name(const std::filesystem::path& path, int parts) {
    std::filesystem::path rest = path.lexically_normal(), name;
    if (!rest.has_filename()) rest = rest.parent_path();  // a/b/ is b
    for (int i = 0; i < parts && !rest.filename().empty(); ++i) {
        name = name.empty() ? rest.filename() : rest.filename() / name;
        rest = rest.parent_path();
    }
    return name.empty() ? path.string() : name.string();
}

Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t max_bytes) {
    std::error_code code;
    auto status = std::filesystem::status(path, code);
    if (status.type() == std::filesystem::file_type::not_found)
        return fail(ErrorKind::not_found, "{} does not exist.", short_name(path));
    if (code) return fail(ErrorKind::io, "{} cannot be looked at: {}.", short_name(path), system_reason(code));
    // Opening a pipe or a device could wait for ever.
    if (!std::filesystem::is_regular_file(status)) return fail(ErrorKind::io, "{} is not a file.", short_name(path));
    std::ifstream in(path, std::ios::binary);
    if (!in) return fail(ErrorKind::io, "{} cannot be opened: {}.", short_name(path), system_reason(errno));
    auto size = std::filesystem::file_size(path, code);
    if (code) return fail(ErrorKind::io, "{} cannot be looked at: {}.", short_name(path), system_reason(code));
    if (size > max_bytes)
        return fail(ErrorKind::corrupt_file, "{} is {} bytes long; more than {} cannot be right.", short_name(path),
                    size, max_bytes);
    std::string text(size, '\0');
    in.read(text.data(), static_cast<std::streamsize>(size));
    if (in.bad()) return fail(ErrorKind::io, "{} cannot be read.", short_name(path));
    text.resize(static_cast<std::size_t>(in.gcount()));
    return text;
}

}  // namespace haibao
