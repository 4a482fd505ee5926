// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QStringList>

namespace haibao {

/// One window per library: a second start hands its files to the first and ends. Speaks over a local socket only.
class SingleInstance : public QObject {
    Q_OBJECT
public:
    explicit SingleInstance(const QString& library, QObject* parent = nullptr);
    /// True when another one has taken the files.
    bool hand_over(const QStringList& files);
    /// Begins to answer.
    void listen();

signals:
    void files_received(const QStringList& files);

private:
    QString name_;
    QLocalServer server_;
};

}  // namespace haibao
