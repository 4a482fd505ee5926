// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <filesystem>

namespace haibao {

/// A log that never grows past 2 × 1 MiB: a full one becomes NAME.1. Where nothing can be written, nothing is logged.
class LogFile {
public:
    explicit LogFile(const std::filesystem::path& path);
    void append(const QByteArray& bytes);

private:
    QFile file_;
};

}  // namespace haibao
