// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <filesystem>
#include <string_view>
#include <vector>

#include "inference/base/result.h"

// Where things lie. All of it is relative to the running program or to the XDG folders: an installed tree, a build tree
// and an unpacked archive work alike. Needs a QCoreApplication.
namespace haibao::paths {

/// File names keep their bytes on the way through Qt.
QString to_qt(const std::filesystem::path& path);
std::filesystem::path from_qt(const QString& path);

/// The folder `assets`: $HAIBAO_ASSETS, else beside the program (../assets, ../../../assets in a build tree,
/// ../share/haibao/assets when installed). Errors: not_found.
Result<std::filesystem::path> assets();

/// The worker's executable: $HAIBAO_WORKER, else beside this program, else ../libexec/haibao. Errors: not_found.
Result<std::filesystem::path> worker_program();

/// Where the user's own models are installed ($XDG_DATA_HOME/haibao/models; everybody's: $XDG_DATA_DIRS); need not exist.
std::filesystem::path models();

/// A model by what a user calls it: `builtin`, the name of a folder or of a GGUF file (with or without .gguf) in models(), or a path. Errors: not_found, with the
/// names that there are.
Result<std::filesystem::path> find_model(std::string_view name_or_path);

/// Folders and files that can be named by find_model(): the built-in one first. Those that exist.
std::vector<std::filesystem::path> known_models();

/// Logs and other state that may be lost ($XDG_STATE_HOME/haibao); need not exist.
std::filesystem::path state();

/// What can be made again ($XDG_CACHE_HOME/haibao); need not exist.
std::filesystem::path cache();

/// The user's library where no other is named: $HAIBAO_LIBRARY, else Haibao in the pictures folder; need not exist.
std::filesystem::path library();

}  // namespace haibao::paths
