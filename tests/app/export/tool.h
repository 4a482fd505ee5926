// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <stdexcept>
#include <string>

namespace haibao::test {

/// What another program prints about a file, stdout and stderr together. Throws when it fails or is missing.
inline std::string tool(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    const bool done = process.waitForFinished(120'000) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    const std::string text = process.readAll().toStdString();
    if (!done) throw std::runtime_error(program.toStdString() + " failed: " + process.errorString().toStdString() + "\n" + text);
    return text;
}

}  // namespace haibao::test
