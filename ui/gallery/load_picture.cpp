// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/load_picture.h"

#include <QCoreApplication>
#include <QFile>
#include <QPointer>
#include <QThreadPool>

#include "app/core/paths.h"
#include "app/gallery/picture_decode.h"

namespace haibao::ui {
namespace {

Result<QImage> read(const std::filesystem::path& path, int longest_side) {
    QFile file(paths::to_qt(path));
    if (!file.open(QIODevice::ReadOnly)) return fail(ErrorKind::io, "{} could not be read.", path.filename().string());
    const QByteArray bytes = file.readAll();
    return gallery::decode_picture({reinterpret_cast<const std::uint8_t*>(bytes.data()), std::size_t(bytes.size())}, path.filename().string(), longest_side);
}

}  // namespace

void load_picture(QObject* receiver, const std::filesystem::path& file, int longest_side, std::function<void(const Result<QImage>&)> ready) {
    gallery::load_decoders();
    QThreadPool::globalInstance()->start([receiver = QPointer<QObject>(receiver), file, longest_side, ready = std::move(ready)] {
        QMetaObject::invokeMethod(QCoreApplication::instance(), [receiver, ready, image = read(file, longest_side)] {
            if (receiver) ready(image);
        });
    });
}

}  // namespace haibao::ui
