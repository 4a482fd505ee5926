// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QStringList>
#include <optional>

#include "app/core/file_lock.h"

namespace haibao {

/// One window per library: a second start hands its files to the first and ends. Speaks over a local socket only. Who is
/// first is decided by a lock that the system lets go of when its process ends, however slow it answers.
class SingleInstance : public QObject {
    Q_OBJECT
public:
    explicit SingleInstance(const QString& library, QObject* parent = nullptr);
    /// True when this process is the first: it answers from now on. False when another one is; hand_over() reaches it.
    bool claim();
    /// True when the other one has taken the files.
    bool hand_over(const QStringList& files);

signals:
    void files_received(const QStringList& files);

private:
    void listen();

    QString name_;
    std::optional<FileLock> lock_;
    QLocalServer server_;
};

}  // namespace haibao
