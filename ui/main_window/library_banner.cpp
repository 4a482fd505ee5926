// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/library_banner.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QVBoxLayout>

#include "app/core/paths.h"
#include "ui/main_window/studio.h"
#include "ui/style/error_words.h"
#include "ui/style/notice.h"
#include "ui/style/theme.h"

namespace haibao::ui {

LibraryBanner::LibraryBanner(Studio* studio, QWidget* parent) : QWidget(parent), studio_(studio), place_(new QVBoxLayout(this)) {
    place_->setContentsMargins(metrics::gap, metrics::gap, metrics::gap, metrics::gap);
    hide();
    connect(studio_, &Studio::library_gone, this, &LibraryBanner::show_gone);
    connect(studio_, &Studio::library_opened, this, &LibraryBanner::clear);
}

void LibraryBanner::clear() {
    if (notice_) notice_->deleteLater();
    notice_ = nullptr;
    hide();
}

void LibraryBanner::show_gone(const QString& folder) {
    clear();
    notice_ = new Notice(tr("Your library is not in %1 any more; its disk may be unplugged. Nothing is painted until it is back: connect the disk, or open another library. "
                            "The posters that are open are not touched.").arg(folder));
    auto* choices = new QWidget;
    auto* row = new QHBoxLayout(choices);
    row->setContentsMargins(0, 0, 0, 0);
    const auto add = [row](const QString& words, auto what) {
        auto* button = new QPushButton(words);
        QObject::connect(button, &QPushButton::clicked, button, what);
        row->addWidget(button);
    };
    add(tr("Look again"), [this, folder] {
        if (!studio_->look_for_library() || studio_->gone_library()) emit studio_->problem(tr("Still nothing in %1.").arg(folder));
    });
    add(tr("Open another library…"), [this] { choose(); });
    add(tr("Make a new library here…"), [this, folder] { ask_to_make(folder); });
    notice_->add(choices);
    place_->addWidget(notice_);
    show();
}

void LibraryBanner::ask_to_make(const QString& folder) {
    const QString question = tr("A new, empty library is made in %1, and what is painted from now on is kept there. The old one is not touched: where its "
                                "disk is, nothing of it is changed or deleted.").arg(folder);
    QMessageBox box(QMessageBox::Question, tr("Make a new library?"), question, QMessageBox::Cancel, window());
    QPushButton* make = box.addButton(tr("Make a new library"), QMessageBox::AcceptRole);
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    if (box.clickedButton() != make || studio_->gone_library() != paths::from_qt(folder)) return;  // the disk may have come back meanwhile
    if (auto made = studio_->open(paths::from_qt(folder), Studio::IfGone::make); !made) emit studio_->problem(words_of(made.error()));
}

void LibraryBanner::choose() {
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder of the library"));
    if (!folder.isEmpty()) open_library(folder);
}

void LibraryBanner::open_library(const QString& folder) {
    // A folder that holds other things does not become a library; a new one is made in it.
    const bool is_library = QFileInfo::exists(folder + "/library.db"), empty = QDir(folder).isEmpty();
    const QString place = is_library || empty ? folder : folder + "/Haibao";
    if (auto opened = studio_->open(paths::from_qt(place), Studio::IfGone::make); !opened) return emit studio_->problem(words_of(opened.error()));
    QSettings().setValue("library", place);
}

}  // namespace haibao::ui
