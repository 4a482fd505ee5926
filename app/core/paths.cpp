// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/paths.h"

#include <QCoreApplication>
#include <QFile>
#include <QStandardPaths>
#include <algorithm>
#include <initializer_list>

namespace haibao::paths {
namespace fs = std::filesystem;
namespace {

fs::path program_folder() { return from_qt(QCoreApplication::applicationDirPath()); }

fs::path from_environment(const char* variable) { return fs::path(qgetenv(variable).toStdString()); }

template <class Accept>
Result<fs::path> first_of(const fs::path& wanted, std::initializer_list<const char*> beside_program, Accept accept, const char* what,
                          const char* variable) {
    std::error_code ignored;
    if (!wanted.empty()) {
        if (accept(wanted)) return fs::absolute(wanted, ignored);
        return fail(ErrorKind::not_found, "{} names {}, but {} is not there.", variable, wanted.string(), what);
    }
    for (const char* candidate : beside_program) {
        const fs::path path = (program_folder() / candidate).lexically_normal();
        if (accept(path)) return path;
    }
    return fail(ErrorKind::not_found, "{} was not found beside the program; reinstall Haibao or set {}.", what, variable);
}

fs::path xdg(QStandardPaths::StandardLocation location) {
    return from_qt(QStandardPaths::writableLocation(location)) / "haibao";
}

/// The user's own first, then those that an administrator installed for everybody ($XDG_DATA_DIRS).
std::vector<fs::path> model_folders() {
    std::vector<fs::path> folders;
    for (const QString& place : QStandardPaths::standardLocations(QStandardPaths::GenericDataLocation))
        folders.push_back(from_qt(place) / "haibao/models");
    return folders;
}

}  // namespace

QString to_qt(const fs::path& path) { return QFile::decodeName(QByteArray::fromStdString(path.string())); }
fs::path from_qt(const QString& path) { return QFile::encodeName(path).toStdString(); }

Result<fs::path> assets() {
    const auto is_folder = [](const fs::path& path) {
        std::error_code ignored;
        return fs::is_directory(path, ignored);
    };
    return first_of(from_environment("HAIBAO_ASSETS"), {"../assets", "../../../assets", "../share/haibao/assets"}, is_folder,
                    "The folder with Haibao's own files (assets)", "HAIBAO_ASSETS");
}

Result<fs::path> worker_program() {
    const auto is_program = [](const fs::path& path) { return QFile::permissions(to_qt(path)).testFlag(QFile::ExeUser); };
    return first_of(from_environment("HAIBAO_WORKER"), {"haibao-worker", "../libexec/haibao/haibao-worker"}, is_program,
                    "The program haibao-worker", "HAIBAO_WORKER");
}

fs::path models() { return xdg(QStandardPaths::GenericDataLocation) / "models"; }
fs::path state() { return xdg(QStandardPaths::GenericStateLocation); }
fs::path cache() { return xdg(QStandardPaths::GenericCacheLocation); }

fs::path library() {
    if (const QString named = qEnvironmentVariable("HAIBAO_LIBRARY"); !named.isEmpty()) return from_qt(named);
    return from_qt(QStandardPaths::writableLocation(QStandardPaths::PicturesLocation)) / "Haibao";
}

/// A whole model in one file, as haibao-cli models convert makes it.
static bool is_model_file(const fs::path& path) {
    std::error_code ignored;
    return path.extension() == ".gguf" && fs::is_regular_file(path, ignored);
}

std::vector<fs::path> known_models() {
    std::vector<fs::path> found;
    std::error_code ignored;
    if (auto own = assets(); own && fs::is_directory(*own / "models/builtin", ignored)) found.push_back(*own / "models/builtin");
    for (const fs::path& folder : model_folders()) {
        const auto first = static_cast<std::ptrdiff_t>(found.size());
        for (const auto& entry : fs::directory_iterator(folder, ignored))
            if (fs::exists(entry.path() / "model_index.json", ignored) || is_model_file(entry.path())) found.push_back(entry.path());
        std::sort(found.begin() + first, found.end());
    }
    return found;
}

Result<fs::path> find_model(std::string_view name_or_path) {
    std::error_code ignored;
    if (name_or_path == "builtin") {
        auto own = assets();
        if (!own) return own;
        if (const fs::path builtin = *own / "models/builtin"; fs::is_directory(builtin, ignored)) return builtin;
        return fail(ErrorKind::not_found, "The built-in model is not in {}; reinstall Haibao or name another model.", own->string());
    }
    const fs::path path(name_or_path);
    const bool plain_name = !path.empty() && !path.has_parent_path() && path != "." && path != "..";
    if (plain_name)
        for (const fs::path& folder : model_folders()) {
            if (fs::is_directory(folder / path, ignored)) return folder / path;
            for (const fs::path& file : {folder / path, folder / (path.string() + ".gguf")})
                if (is_model_file(file)) return file;
        }
    if (fs::is_directory(path, ignored) || fs::is_regular_file(path, ignored)) return path;
    std::string names;
    for (const fs::path& known : known_models()) names += (names.empty() ? "" : ", ") + known.filename().string();
    return fail(ErrorKind::not_found, "There is no model folder {}; known by name: {}.", name_or_path, names.empty() ? "none" : names);
}

}  // namespace haibao::paths
