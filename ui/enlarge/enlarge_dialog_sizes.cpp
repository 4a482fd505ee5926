// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How large: papers, a multiple, what a poster takes, or pixels.
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <algorithm>
#include <cmath>

#include "app/export/print_size.h"
#include "app/render/pictures.h"
#include "ui/enlarge/enlarge_dialog.h"

namespace haibao::ui {

void EnlargeDialog::build_sizes(QBoxLayout& layout) {
    auto* form = new QFormLayout;
    paper_ = new QComboBox;
    const QSize like = pictures_.front().has;
    for (const auto& [words, size] : {std::pair{tr("A4 at 300 dpi"), "A4@300"}, std::pair{tr("A3 at 300 dpi"), "A3@300"}})
        if (const auto paper = print_size_of(size, like)) paper_->addItem(words, paper->pixels);
    paper_->addItem(tr("Twice as large (2×)"), like * 2);
    paper_->addItem(tr("Pixels"), QSize());
    form->addRow(tr("Size"), paper_);
    auto* row = new QHBoxLayout;
    const auto side = [&](QSpinBox*& box, const QString& name) {
        box = new QSpinBox;
        box->setRange(1, render::longest_side);
        box->setAccessibleName(name);
        connect(box, &QSpinBox::valueChanged, this, [this, &box] { choose_side(*box); });
        row->addWidget(box, 1);
    };
    side(width_, tr("Width"));
    row->addWidget(new QLabel(QStringLiteral("×")));
    side(height_, tr("Height"));
    form->addRow(QString(), row);
    layout.addLayout(form);
    connect(paper_, &QComboBox::currentIndexChanged, this, &EnlargeDialog::choose_paper);
}

void EnlargeDialog::offer(const QString& words, QSize pixels) {
    const QSize has = pictures_.front().has;
    if (!paper_ || pixels.isEmpty()) return;
    {
        const QSignalBlocker quiet(paper_);
        paper_->insertItem(0, words, pixels);
        if (pixels.width() > has.width()) paper_->setCurrentIndex(0);
    }
    choose_paper();
}

/// The whole picture fits onto the paper: the fields say what becomes of it.
void EnlargeDialog::choose_paper() {
    if (const QSize paper = paper_->currentData().toSize(); paper.isValid()) {
        const QSize pixels = pictures_.front().has.scaled(paper.boundedTo({render::longest_side, render::longest_side}), Qt::KeepAspectRatio);
        const QSignalBlocker quiet_width(width_), quiet_height(height_);
        width_->setValue(pixels.width());
        height_->setValue(pixels.height());
    }
    show_state();
}

/// The other side goes along, and where it can't, this one stays as long as that allows: the picture keeps its shape.
void EnlargeDialog::choose_side(QSpinBox& chosen) {
    const QSize has = pictures_.front().has;
    QSpinBox& other = &chosen == width_ ? *height_ : *width_;
    {
        const QSignalBlocker quiet(other), quiet_chosen(chosen);
        const double shape = &chosen == width_ ? double(has.height()) / has.width() : double(has.width()) / has.height();
        other.setValue(int(std::lround(std::min(chosen.value() * shape, double(other.maximum())))));
        if (chosen.value() * shape > other.maximum()) chosen.setValue(int(std::lround(other.maximum() / shape)));
    }
    paper_->setCurrentIndex(paper_->count() - 1);
    show_state();
}

}  // namespace haibao::ui
