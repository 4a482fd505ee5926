// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prompt/reference_list.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QImage>
#include <QMimeData>
#include <QToolButton>
#include <QUrl>

#include "app/core/paths.h"
#include "app/generate/source_picture.h"
#include "ui/style/error_words.h"
#include "ui/style/icons.h"
#include "ui/style/widgets.h"

namespace haibao::ui {
namespace {

constexpr std::size_t most_references = 4;  // each one makes the language model's prompt longer
constexpr int tile = 56;

}  // namespace

ReferenceList::ReferenceList(QWidget* parent) : QWidget(parent), row_(new QHBoxLayout(this)) {
    setAcceptDrops(true);
    row_->setContentsMargins(0, 0, 0, 0);
    row_->setSpacing(4);
    rebuild();
}

std::vector<std::filesystem::path> ReferenceList::files() const {
    std::vector<std::filesystem::path> files;
    for (const Reference& reference : references_) files.push_back(paths::from_qt(reference.file));
    return files;
}

void ReferenceList::add_file(const QString& file) {
    if (references_.size() >= most_references) {
        emit failed(tr("%n reference picture(s) at most; take one away first.", nullptr, int(most_references)));
        return;
    }
    // Read as the job will read it, so that what cannot be used is said here.
    auto picture = generate::read_source_picture(paths::from_qt(file));
    if (!picture) {
        emit failed(words_of(picture.error()));
        return;
    }
    const Image& image = picture->image;
    const QImage pixels(image.rgb.data(), image.width, image.height, 3 * image.width, QImage::Format_RGB888);
    references_.push_back({file, QPixmap::fromImage(pixels.scaled(tile * 2, tile * 2, Qt::KeepAspectRatio, Qt::SmoothTransformation))});
    rebuild();
    emit changed();
}

void ReferenceList::add_image(const QImage& image) {
    const QString file = pasted_.filePath(QString("reference-%1.png").arg(++pasted_count_));
    if (image.isNull() || !image.save(file)) {
        emit failed(tr("The picture could not be taken over; is the disk full?"));
        return;
    }
    add_file(file);
}

void ReferenceList::rebuild() {
    clear(*row_);
    for (std::size_t i = 0; i < references_.size(); ++i) {
        auto* button = new QToolButton;
        button->setIcon(references_[i].thumbnail);
        button->setIconSize({tile - 8, tile - 8});
        button->setFixedSize(tile, tile);
        button->setToolTip(tr("Reference picture %1. Click to take it away.").arg(i + 1));
        button->setAccessibleName(tr("Reference picture %1").arg(i + 1));
        connect(button, &QToolButton::clicked, this, [this, i] {
            references_.erase(references_.begin() + std::ptrdiff_t(i));
            rebuild();
            emit changed();
        });
        row_->addWidget(button);
    }
    auto* add_button = new QToolButton;
    add_button->setIcon(icon("list-add"));
    add_button->setFixedSize(references_.empty() ? QSize(28, 28) : QSize(tile, tile));
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
