// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/copy_folder.h"

#include <format>
#include <fstream>
#include <span>
#include <system_error>
#include <vector>

#include "app/core/atomic_file.h"
#include "inference/base/system_reason.h"

namespace haibao {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t piece = std::size_t{4} << 20;

struct File {
    fs::path from, name;  ///< relative to the folder
    std::uint64_t bytes = 0;
};

std::unexpected<Error> refused(const fs::path& file, const std::error_code& error) {
    return std::unexpected(Error{ErrorKind::io, std::format("{} cannot be copied: {}.", file.filename().string(), system_reason(error)), file.string()});
}

Result<std::vector<File>> files_in(const fs::path& folder) {
    std::vector<File> files;
    std::error_code error;
    if (!fs::is_directory(folder, error)) return fail(ErrorKind::not_found, "There is no folder {}.", folder.filename().string());
    fs::recursive_directory_iterator at(folder, fs::directory_options::follow_directory_symlink, error);
    for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
        if (!at->is_regular_file(error)) continue;
        files.push_back({at->path(), fs::relative(at->path(), folder, error), at->file_size(error)});
        if (error) break;
    }
    if (error) return refused(folder, error);
    return files;
}

/// One file, in pieces; one that is there with the right size is of an earlier try.
Result<void> copy(const File& file, const fs::path& target, const std::function<bool(std::uint64_t)>& more) {
    std::error_code error;
    if (fs::is_regular_file(target, error) && fs::file_size(target, error) == file.bytes) {
        if (!more(file.bytes)) return fail(ErrorKind::cancelled, "Stopped; the next time it goes on from here.");
        return {};
    }
    std::ifstream in(file.from, std::ios::binary);
    if (!in) return refused(file.from, std::make_error_code(std::errc::permission_denied));
    auto out = AtomicFile::create(target);
    if (!out) return pass_on(out);
    std::vector<std::uint8_t> buffer(piece);
    while (in) {
        in.read(reinterpret_cast<char*>(buffer.data()), std::streamsize(buffer.size()));
        const auto count = static_cast<std::size_t>(in.gcount());
        if (count == 0) break;
        if (auto written = out->write(std::span(buffer.data(), count)); !written) return written;
        if (!more(count)) return fail(ErrorKind::cancelled, "Stopped; the next time it goes on from here.");
    }
    if (in.bad()) return refused(file.from, std::make_error_code(std::errc::io_error));
    auto done = out->commit(IfExists::overwrite);
    return done ? Result<void>() : pass_on(done);
}

}  // namespace

Result<std::uint64_t> folder_bytes(const fs::path& folder) {
    auto files = files_in(folder);
    if (!files) return pass_on(files);
    std::uint64_t bytes = 0;
    for (const File& file : *files) bytes += file.bytes;
    return bytes;
}

Result<void> copy_folder(const fs::path& source, const fs::path& target, const CopyProgress& progress) {
    std::error_code error;
    if (fs::exists(fs::symlink_status(target, error))) return fail(ErrorKind::invalid_input, "There is something called {} already.", target.filename().string());
    const fs::path inside = fs::weakly_canonical(target, error).lexically_relative(fs::weakly_canonical(source, error));
    if (!inside.empty() && *inside.begin() != "..") return fail(ErrorKind::invalid_input, "A folder cannot be copied into itself.");
    auto files = files_in(source);
    if (!files) return pass_on(files);
    std::uint64_t total = 0, done = 0;
    for (const File& file : *files) total += file.bytes;
    const fs::path unfinished = target.parent_path() / ("." + target.filename().string() + ".part");
    for (const File& file : *files) {
        const fs::path to = unfinished / file.name;
        fs::create_directories(to.parent_path(), error);
        if (error) return refused(to, error);
        auto copied = copy(file, to, [&](std::uint64_t count) { return progress(done += count, total); });
        if (!copied) return copied;
    }
    fs::rename(unfinished, target, error);
    if (error) return refused(target, error);
    return {};
}

}  // namespace haibao
