// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prompt/reference_list.h"

#include <QCryptographicHash>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QImage>
#include <QMimeData>
#include <QToolButton>
#include <QUrl>

#include "app/core/paths.h"
#include "app/generate/source_picture.h"
#include "ui/style/icons.h"

namespace haibao::ui {
namespace {

constexpr std::size_t most_references = 4;  // each one makes the language model's prompt longer
constexpr int tile = 56;

QImage to_qimage(const Image& image) {
    return QImage(image.rgb.data(), image.width, image.height, 3 * image.width, QImage::Format_RGB888).copy();
}

generate::SourcePicture from_qimage(const QImage& picture) {
    QImage flat(picture.size(), QImage::Format_RGB888);
    flat.fill(Qt::white);
    const QImage rgba = picture.convertToFormat(QImage::Format_ARGB32);
    generate::SourcePicture source;
    source.image.width = rgba.width();
    source.image.height = rgba.height();
    source.image.rgb.reserve(std::size_t(3) * std::size_t(rgba.width()) * std::size_t(rgba.height()));
    for (int y = 0; y < rgba.height(); ++y) {
        const auto* row = reinterpret_cast<const QRgb*>(rgba.constScanLine(y));
        for (int x = 0; x < rgba.width(); ++x) {
            const int a = qAlpha(row[x]);
            for (const int part : {qRed(row[x]), qGreen(row[x]), qBlue(row[x])})
                source.image.rgb.push_back(std::uint8_t((part * a + 255 * (255 - a) + 127) / 255));
        }
    }
    const QByteArrayView bytes(reinterpret_cast<const char*>(source.image.rgb.data()), qsizetype(source.image.rgb.size()));
    source.sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().toStdString();
    return source;
}

}  // namespace

ReferenceList::ReferenceList(QWidget* parent) : QWidget(parent), row_(new QHBoxLayout(this)) {
    setAcceptDrops(true);
    row_->setContentsMargins(0, 0, 0, 0);
    row_->setSpacing(4);
    rebuild();
}

void ReferenceList::add_file(const QString& file) {
    auto picture = generate::read_source_picture(paths::from_qt(file));
    if (!picture) {
        emit failed(QString::fromStdString(picture.error().message));
        return;
    }
    add(std::move(*picture));
}

void ReferenceList::add_image(const QImage& image) {
    if (!image.isNull()) add(from_qimage(image));
}

void ReferenceList::add(generate::SourcePicture picture) {
    if (pictures_.size() >= most_references) {
        emit failed(tr("%n reference picture(s) at most; take one away first.", nullptr, int(most_references)));
        return;
    }
    pictures_.push_back(std::move(picture));
    rebuild();
    emit changed();
}

void ReferenceList::clear() {
    pictures_.clear();
    rebuild();
    emit changed();
}

void ReferenceList::rebuild() {
    while (QLayoutItem* item = row_->takeAt(0)) {
        if (item->widget()) item->widget()->deleteLater();
        delete item;
    }
    for (std::size_t i = 0; i < pictures_.size(); ++i) {
        auto* button = new QToolButton;
        button->setIcon(QPixmap::fromImage(to_qimage(pictures_[i].image).scaled(tile * 2, tile * 2, Qt::KeepAspectRatio, Qt::SmoothTransformation)));
        button->setIconSize({tile - 8, tile - 8});
        button->setFixedSize(tile, tile);
        button->setToolTip(tr("Reference picture %1. Click to take it away.").arg(i + 1));
        button->setAccessibleName(tr("Reference picture %1").arg(i + 1));
        connect(button, &QToolButton::clicked, this, [this, i] {
            pictures_.erase(pictures_.begin() + std::ptrdiff_t(i));
            rebuild();
            emit changed();
        });
        row_->addWidget(button);
    }
    auto* add_button = new QToolButton;
    add_button->setIcon(icon("list-add"));
    add_button->setFixedSize(pictures_.empty() ? QSize(28, 28) : QSize(tile, tile));
    add_button->setToolTip(tr("Add a reference picture: the new one keeps its layout. Drop or paste one here, too."));
    add_button->setAccessibleName(tr("Add a reference picture"));
    connect(add_button, &QToolButton::clicked, this, &ReferenceList::choose);
    row_->addWidget(add_button);
    row_->addStretch(1);
}

void ReferenceList::choose() {
    const QStringList files = QFileDialog::getOpenFileNames(this, tr("Reference pictures"), {},
                                                            tr("Pictures (*.png *.jpg *.jpeg *.webp *.tif *.tiff *.avif);;All files (*)"));
    for (const QString& file : files) add_file(file);
}

void ReferenceList::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls() || event->mimeData()->hasImage()) event->acceptProposedAction();
}

void ReferenceList::dropEvent(QDropEvent* event) {
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile()) add_file(url.toLocalFile());
    if (!event->mimeData()->hasUrls() && event->mimeData()->hasImage()) add_image(qvariant_cast<QImage>(event->mimeData()->imageData()));
    event->acceptProposedAction();
}

}  // namespace haibao::ui
