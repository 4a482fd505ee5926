// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The prompt panel's size: by purpose, or of one's own with what is possible.
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <cmath>

#include "ui/prompt/capped_box.h"
#include "ui/prompt/prompt_panel.h"
#include "ui/style/theme.h"
#include "ui/style/widgets.h"

namespace haibao::ui {

void PromptPanel::add_size(QVBoxLayout* layout) {
    layout->addWidget(heading(tr("Size")));
    size_ = new QComboBox;
    size_->setAccessibleName(tr("Size"));
    size_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);  // no name may make the panel broader
    for (const SizePreset& preset : presets_) size_->addItem(preset.name, preset.id);
    size_->addItem(tr("Custom…"), "custom");
    layout->addWidget(size_);
    custom_size_ = new QWidget;
    auto* row = new QHBoxLayout(custom_size_);
    row->setContentsMargins(0, 0, 0, 0);
    width_ = new CappedBox;
    height_ = new CappedBox;
    unit_ = new QComboBox;
    unit_->addItem(tr("px"), int(document::PageUnit::pixels));
    unit_->addItem(tr("mm"), int(document::PageUnit::millimetres));
    unit_->setAccessibleName(tr("Unit"));
    for (CappedBox* box : {width_, height_}) {
        box->setMinimum(10);
        box->setDecimals(0);
        box->setButtonSymbols(QAbstractSpinBox::NoButtons);
        box->setKeyboardTracking(false);  // a size half typed is not a size
    }
    width_->setAccessibleName(tr("Width"));
    height_->setAccessibleName(tr("Height"));
    size_limit_ = new QLabel;
    cap_size();
    width_->setValue(1080);
    height_->setValue(1350);
    row->addWidget(width_, 1);
    row->addWidget(new QLabel("×"));
    row->addWidget(height_, 1);
    row->addWidget(unit_);
    layout->addWidget(custom_size_);
    custom_size_->hide();
    size_limit_->setWordWrap(true);
    size_limit_->setForegroundRole(roles::warning);
    size_limit_->hide();
    layout->addWidget(size_limit_);
    size_->setCurrentIndex(1);
}

/// Once the panel is whole: a size that is chosen asks for all of the draft.
void PromptPanel::connect_size() {
    for (CappedBox* box : {width_, height_}) {
        connect(box, &QDoubleSpinBox::valueChanged, this, &PromptPanel::choose_size);
        connect(box, &QDoubleSpinBox::textChanged, size_limit_, &QWidget::hide);
        box->set_on_capped([this] { QMetaObject::invokeMethod(this, &PromptPanel::say_size_limit, Qt::QueuedConnection); });  // after its text has changed
    }
    connect(unit_, &QComboBox::currentIndexChanged, this, &PromptPanel::cap_size);
    for (QComboBox* box : {size_, unit_}) connect(box, &QComboBox::currentIndexChanged, this, &PromptPanel::choose_size);
}

void PromptPanel::choose_size() {
    const bool custom = size_->currentData() == "custom";
    custom_size_->setVisible(custom);
    if (!custom) size_limit_->hide();
    emit page_chosen(draft().page);
    emit changed();
}

void PromptPanel::cap_size() {
    const QSizeF most = largest_page(document::PageUnit(unit_->currentData().toInt()));
    const bool capped = width_->value() > most.width() || height_->value() > most.height();
    {
        const QSignalBlocker one_width(width_), one_height(height_);  // one change of the page, not two: choose_size() follows
        width_->setMaximum(most.width());
        height_->setMaximum(most.height());
    }
    const auto at_most = [this](double side) { return tr("At most %L1 %2").arg(std::lround(side)).arg(unit_->currentText()); };
    width_->setToolTip(at_most(most.width()));
    height_->setToolTip(at_most(most.height()));
    if (capped) say_size_limit();
    else size_limit_->hide();
}

void PromptPanel::say_size_limit() {
    const auto unit = document::PageUnit(unit_->currentData().toInt());
    const QSizeF most = largest_page(unit);
    size_limit_->setText(unit == document::PageUnit::pixels
                             ? tr("A page has at most %L1 × %L2 pixels: a larger one could not be painted.").arg(std::lround(most.width())).arg(std::lround(most.height()))
                             : tr("A side has at most %L1 mm: no PDF page is larger.").arg(std::lround(most.width())));
    size_limit_->show();
}

void PromptPanel::set_page(const document::Page& page) {
    const QSignalBlocker quiet(this);
    unit_->setCurrentIndex(unit_->findData(int(page.unit)));  // also where a preset fits: "Custom…" goes on from here
    width_->setValue(page.width);
    height_->setValue(page.height);
    for (std::size_t i = 0; i < presets_.size(); ++i)
        if (has_size_of(page, presets_[i].page)) return size_->setCurrentIndex(int(i));
    size_->setCurrentIndex(size_->findData("custom"));
}

}  // namespace haibao::ui
