// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/log_file.h"

#include "app/core/paths.h"

namespace haibao {
namespace {
constexpr qint64 full_size = 1 << 20;
}

LogFile::LogFile(const std::filesystem::path& path) : file_(paths::to_qt(path)) {
    std::error_code ignored;
    std::filesystem::create_directories(path.parent_path(), ignored);
}

void LogFile::append(const QByteArray& bytes) {
    if (bytes.isEmpty()) return;
    if (file_.exists() && file_.size() > full_size) {
        file_.close();
        const QString older = file_.fileName() + ".1";
        QFile::remove(older);
        QFile::rename(file_.fileName(), older);
    }
    if (!file_.isOpen() && !file_.open(QIODevice::Append)) return;
    file_.write(bytes);
    file_.flush();
}

}  // namespace haibao
