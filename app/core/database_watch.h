// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>
#include <chrono>
#include <filesystem>

namespace haibao {

/// Says when a SQLite database in WAL mode may have been changed, by any connection of any process. The system tells it: while
/// nothing is written nothing is looked at. Lives in the thread whose event loop hears the signal.
class DatabaseWatch : public QObject {
    Q_OBJECT
public:
    /// What is written within `gather` is told together.
    explicit DatabaseWatch(const std::filesystem::path& database, std::chrono::milliseconds gather, QObject* parent = nullptr);

    void start();
    void stop();

signals:
    /// Time to look whether something changed. A transaction can be seen only after its bytes were written, on a slow disk much
    /// later; so this comes several times after each writing, with growing pauses.
    void touched();

private:
    void touch();
    void tell();
    bool watch_files();

    QString file_;
    std::chrono::milliseconds gather_, pause_;
    QFileSystemWatcher watcher_;
    QTimer timer_;
};

}  // namespace haibao
