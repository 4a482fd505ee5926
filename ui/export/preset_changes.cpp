// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/preset_changes.h"

#include <QComboBox>
#include <QFormLayout>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/style/theme.h"

namespace haibao::ui {
namespace {

QComboBox* list_of(const QString& name) {
    auto* box = new QComboBox;
    box->addItem(PresetChanges::tr("as the preset says"), QString());
    box->setAccessibleName(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
    return box;
}

QSpinBox* number_of(const QString& name, int most, const QString& suffix) {
    auto* box = new QSpinBox;
    box->setRange(0, most);
    box->setSpecialValueText(PresetChanges::tr("as the preset says"));
    box->setSuffix(suffix);
    box->setAccessibleName(name);
    return box;
}

}  // namespace

PresetChanges::PresetChanges(QWidget* parent) : QWidget(parent) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    toggle_ = new QToolButton;
    toggle_->setCheckable(true);
    toggle_->setAutoRaise(true);
    toggle_->setArrowType(Qt::RightArrow);
    toggle_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    layout->addWidget(toggle_);
    fields_ = new QWidget;
    auto* form = new QFormLayout(fields_);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    format_ = list_of(tr("Format"));
    for (const FileFormat& format : file_formats()) {
        const QString name = QString::fromUtf8(format.name.data(), qsizetype(format.name.size()));
        format_->addItem(name.toUpper(), name);
    }
    form->addRow(tr("Format"), format_);
    long_side_ = number_of(tr("Longer side"), 30000, tr(" px"));
    long_side_->setSingleStep(120);
    form->addRow(tr("Longer side"), long_side_);
    dpi_ = number_of(tr("Resolution"), 2400, tr(" dpi"));
    form->addRow(tr("Resolution"), dpi_);
    quality_ = number_of(tr("Quality"), 100, {});
    form->addRow(tr("Quality"), quality_);
    profile_ = list_of(tr("Colours"));
    profile_->addItem("sRGB", "srgb");
    profile_->addItem("Display P3", "display-p3");
    profile_->addItem("Adobe RGB", "adobe-rgb");
    for (const InstalledProfile& profile : printer_profiles()) profile_->addItem(QString::fromStdString(profile.name), QString::fromStdString(profile.id));
    form->addRow(tr("Colours"), profile_);
    metadata_ = list_of(tr("In the file"));
    metadata_->addItem(tr("everything, also prompts"), int(KeepMetadata::full));
    metadata_->addItem(tr("authorship, no prompts"), int(KeepMetadata::no_prompts));
    metadata_->addItem(tr("nothing but size and colours"), int(KeepMetadata::none));
    form->addRow(tr("In the file"), metadata_);
    layout->addWidget(fields_);
    fields_->hide();
    connect(toggle_, &QToolButton::toggled, this, [this](bool open) {
        fields_->setVisible(open);
        toggle_->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    });
    const auto told = [this] {
        update_toggle();
        emit changed();
    };
    for (QComboBox* box : {format_, profile_, metadata_}) connect(box, &QComboBox::currentIndexChanged, this, told);
    for (QSpinBox* box : {long_side_, dpi_, quality_}) connect(box, &QSpinBox::valueChanged, this, told);
    update_toggle();
}

bool PresetChanges::any() const {
    return format_->currentIndex() > 0 || profile_->currentIndex() > 0 || metadata_->currentIndex() > 0 || long_side_->value() > 0 || dpi_->value() > 0 ||
           quality_->value() > 0;
}

void PresetChanges::update_toggle() { toggle_->setText(any() ? tr("Changed for all presets") : tr("Change for all presets")); }

Result<Preset> PresetChanges::apply(Preset preset) const {
    if (const QString format = format_->currentData().toString(); !format.isEmpty()) {
        preset.format = format;
        preset.bits = 8;  // what another format's sixteen bits mean differs
        preset.lossless = false;
    }
    if (long_side_->value() > 0) {
        preset.size.mode = SizeMode::long_side;
        preset.size.width = long_side_->value();
        preset.size.height = 0;
    }
    if (dpi_->value() > 0) preset.size.dpi = dpi_->value();
    if (quality_->value() > 0) preset.quality = quality_->value();
    if (profile_->currentIndex() > 0) preset.profile = profile_->currentData().toString();
    if (metadata_->currentIndex() > 0) preset.metadata = KeepMetadata(metadata_->currentData().toInt());
    if (auto possible = check(preset); !possible) return pass_on(possible);
    return preset;
}

}  // namespace haibao::ui
