// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/single_instance.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QIODevice>
#include <QLocalSocket>
#include <QStandardPaths>

#include "app/core/paths.h"

namespace haibao {
namespace {

constexpr int patience_ms = 10'000;  // the first may be opening a large poster
constexpr qint64 most_bytes = 1 << 20;

}  // namespace

SingleInstance::SingleInstance(const QString& library, QObject* parent) : QObject(parent) {
    const QString hash = QString::fromLatin1(QCryptographicHash::hash(library.toUtf8(), QCryptographicHash::Sha256).toHex().left(12));
    QString folder = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    if (folder.isEmpty()) folder = QStandardPaths::writableLocation(QStandardPaths::TempLocation);
    name_ = folder + "/haibao-" + hash;
    server_.setSocketOptions(QLocalServer::UserAccessOption);
}

bool SingleInstance::claim() {
    auto lock = FileLock::try_take(paths::from_qt(name_ + ".lock"));
    // Without a lock (a folder that cannot be written) two windows are better than none.
    if (lock && !*lock) return false;
    if (lock) lock_.emplace(std::move(**lock));
    listen();
    return true;
}

bool SingleInstance::hand_over(const QStringList& files) {
    QLocalSocket socket;
    socket.connectToServer(name_);
    if (!socket.waitForConnected(patience_ms)) return false;
    QByteArray message;
    QDataStream stream(&message, QIODevice::WriteOnly);
    stream << files;
    socket.write(message);
    socket.waitForBytesWritten(patience_ms);
    // The answer proves that somebody is really there, not only a socket left behind.
    return socket.waitForReadyRead(patience_ms);
}

void SingleInstance::listen() {
    QLocalServer::removeServer(name_);  // of a program that crashed: the lock is ours
    if (!server_.listen(name_)) return;
    connect(&server_, &QLocalServer::newConnection, this, [this] {
        QLocalSocket* socket = server_.nextPendingConnection();
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (socket->bytesAvailable() > most_bytes) return socket->abort();
            QDataStream stream(socket);
            stream.startTransaction();
            QStringList files;
            stream >> files;
            if (!stream.commitTransaction()) return;
            socket->write("ok");
            socket->flush();
            emit files_received(files);
        });
    });
}

}  // namespace haibao
