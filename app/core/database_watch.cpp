// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/database_watch.h"

#include <QFileInfo>

#include "app/core/paths.h"

namespace haibao {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds longest_pause = 60s;  // no disk takes longer for one transaction
constexpr std::chrono::milliseconds blind_pause = 1s;     // where the system tells nothing, or the file is gone

DatabaseWatch::DatabaseWatch(const std::filesystem::path& database, std::chrono::milliseconds gather, QObject* parent)
    : QObject(parent), file_(paths::to_qt(database)), gather_(gather), pause_(gather) {
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, &DatabaseWatch::tell);
    connect(&watcher_, &QFileSystemWatcher::fileChanged, this, &DatabaseWatch::touch);
    connect(&watcher_, &QFileSystemWatcher::directoryChanged, this, [this](const QString& folder) {
        // What else happens beside the database's folder is nobody's business, as long as that is there.
        if (folder == QFileInfo(file_).absolutePath() || !QFileInfo::exists(file_) || !watcher_.files().contains(file_)) touch();
    });
}

void DatabaseWatch::start() {
    if (!watch_files()) timer_.start(blind_pause);
}

void DatabaseWatch::stop() {
    timer_.stop();
    if (const QStringList watched = watcher_.files() + watcher_.directories(); !watched.isEmpty()) watcher_.removePaths(watched);
}

/// The log beside the database comes and goes, which its folder tells; that the folder goes is told by the one above. False
/// where the database itself cannot be watched.
bool DatabaseWatch::watch_files() {
    const QString folder = QFileInfo(file_).absolutePath();
    for (const QString& path : {file_, file_ + "-wal", folder, QFileInfo(folder).absolutePath()}) {
        const bool watched = watcher_.files().contains(path) || watcher_.directories().contains(path);
        if (const bool exists = QFileInfo::exists(path); exists == watched) continue;
        else if (exists) watcher_.addPath(path);
        else watcher_.removePath(path);
    }
    return watcher_.files().contains(file_) && watcher_.directories().contains(folder);
}

void DatabaseWatch::touch() {
    pause_ = gather_;
    if (!timer_.isActive() || timer_.remainingTimeAsDuration() > gather_) timer_.start(gather_);
}

void DatabaseWatch::tell() {
    const bool seeing = watch_files();
    pause_ *= 2;
    if (!seeing) timer_.start(blind_pause);
    else if (pause_ < longest_pause) timer_.start(pause_);
    emit touched();
}

}  // namespace haibao
