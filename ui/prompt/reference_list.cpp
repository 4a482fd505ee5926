// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prompt/reference_list.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QImage>
#include <QLabel>
#include <QMimeData>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

#include "app/core/paths.h"
#include "app/generate/source_picture.h"
#include "ui/style/error_words.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/style/widgets.h"

namespace haibao::ui {
namespace {

constexpr std::size_t most_references = 4;  // each one makes the language model's prompt longer
constexpr int tile = 56;

}  // namespace

ReferenceList::ReferenceList(QWidget* parent) : QWidget(parent), row_(new QHBoxLayout), use_(new QLabel) {
    setAcceptDrops(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::small_gap);
    row_->setSpacing(metrics::small_gap);
    column->addLayout(row_);
    use_->setWordWrap(true);
    use_->setForegroundRole(roles::faint_text);
    column->addWidget(use_);
    rebuild();
}

ReferenceList::Kept ReferenceList::kept() const { return {references_, pasted_, pasted_count_}; }

void ReferenceList::take_over(const Kept& kept) {
    references_ = kept.references;
    pasted_ = kept.pasted;
    pasted_count_ = kept.pasted_count;
    rebuild();
    emit changed();
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
    references_.push_back({file, QPixmap::fromImage(pixels.scaled(tile * 2, tile * 2, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation))});
    rebuild();
    emit changed();
}

void ReferenceList::add_image(const QImage& image) {
    const QString file = pasted_->filePath(QString("reference-%1.png").arg(++pasted_count_));
    if (image.isNull() || !image.save(file)) {
        emit failed(tr("The picture could not be taken over; is the disk full?"));
        return;
    }
    add_file(file);
}

/// The picture, and in its corner what takes it away.
QWidget* ReferenceList::tile_of(std::size_t index) {
    auto* picture = new QLabel;
    const QPixmap& whole = references_[index].thumbnail;
    QPixmap thumbnail = whole.copy((whole.width() - 2 * tile) / 2, (whole.height() - 2 * tile) / 2, 2 * tile, 2 * tile);
    thumbnail.setDevicePixelRatio(2);
    picture->setPixmap(thumbnail);
    picture->setFixedSize(tile, tile);
    picture->setToolTip(QFileInfo(references_[index].file).fileName());
    picture->setAccessibleName(tr("Reference picture %1").arg(index + 1));
    auto* away = new QToolButton(picture);
    away->setIcon(icon("window-close"));
    away->setIconSize({metrics::small_icon - 2, metrics::small_icon - 2});
    away->setToolTip(tr("Take this reference picture away"));
    away->setAccessibleName(tr("Take reference picture %1 away").arg(index + 1));
    away->setGeometry(tile - 22, 2, 20, 20);
    connect(away, &QToolButton::clicked, this, [this, index] {
        references_.erase(references_.begin() + std::ptrdiff_t(index));
        rebuild();
        emit changed();
    });
    return picture;
}

void ReferenceList::rebuild() {
    clear(*row_);
    for (std::size_t i = 0; i < references_.size(); ++i) row_->addWidget(tile_of(i));
    use_->setText(tr("%n reference picture(s) guide the new one.", nullptr, int(references_.size())));
    use_->setVisible(!references_.empty());
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
