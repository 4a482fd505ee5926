// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/layers/kind_panels.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QJsonArray>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QRandomGenerator>
#include <QSlider>
#include <span>
#include <spanstream>
#include <utility>

#include "app/export/picture_metadata.h"
#include "app/scene/palette.h"
#include "app/scene/scene.h"
#include "ui/style/colour_button.h"
#include "ui/style/language.h"
#include "ui/style/model_names.h"
#include "ui/style/scene_names.h"
#include "ui/style/theme.h"

namespace haibao::ui {
namespace {

QFormLayout* form_of(QWidget* panel) {
    auto* form = new QFormLayout(panel);
    form->setContentsMargins(metrics::gap, metrics::gap, metrics::gap, metrics::gap);
    return form;
}

QDoubleSpinBox* number(const QString& name, double high) {
    auto* box = new QDoubleSpinBox;
    box->setRange(0, high);
    box->setDecimals(1);
    box->setKeyboardTracking(false);
    box->setAccessibleName(name);
    return box;
}

document::Colour first_colour(const document::Paint& paint) {
    const auto* colour = std::get_if<document::Colour>(&paint);
    return colour ? *colour : document::Colour{};
}

}  // namespace

PicturePanel::PicturePanel(QWidget* parent) : KindPanel(parent) {
    QFormLayout* form = form_of(this);
    fit_ = new QComboBox;
    fit_->addItems({tr("Fill the frame"), tr("Show all of it"), tr("Stretch")});
    form->addRow(tr("Fit"), fit_);
    connect(fit_, &QComboBox::activated, this, [this](int index) {
        edit(lasting(this, QT_TR_NOOP("Fit")), [index](document::PictureLayer& picture) { picture.fit = document::PictureFit(index); });
    });
    blur_ = number(tr("Blur"), 500);
    lengths_ << blur_;
    form->addRow(tr("Blur"), blur_);
    connect(blur_, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        edit(lasting(this, QT_TR_NOOP("Blur")), [value = value * unit_](document::PictureLayer& picture) { picture.blur = value; }, "blur");
    });
    brightness_ = slider(form, QT_TR_NOOP("Brightness"), &document::PictureLayer::brightness);
    contrast_ = slider(form, QT_TR_NOOP("Contrast"), &document::PictureLayer::contrast);
    saturation_ = slider(form, QT_TR_NOOP("Saturation"), &document::PictureLayer::saturation);
    origin_ = new QLabel;
    origin_->setWordWrap(true);
    origin_->setForegroundRole(roles::faint_text);
    form->addRow(origin_);
}

QSlider* PicturePanel::slider(QFormLayout* form, const char* name, double document::PictureLayer::*member) {
    auto* slider = new QSlider(Qt::Horizontal);
    slider->setRange(-100, 100);
    slider->setAccessibleName(tr(name));
    form->addRow(tr(name), slider);
    connect(slider, &QSlider::valueChanged, this, [this, name, member](int value) {
        edit(lasting(this, name), [value, member](document::PictureLayer& picture) { picture.*member = value / 100.0; }, name);
    });
    return slider;
}

void PicturePanel::show_content(const document::PictureLayer& picture) {
    fit_->setCurrentIndex(int(picture.fit));
    blur_->setValue(picture.blur / unit_);
    brightness_->setValue(int(picture.brightness * 100));
    contrast_->setValue(int(picture.contrast * 100));
    saturation_->setValue(int(picture.saturation * 100));
    if (std::exchange(told_, picture.picture) == picture.picture) return;
    const QByteArray bytes = session_->poster().pictures.value(picture.picture).bytes;  // shared, never copied: it may be large
    std::ispanstream stream(std::span(bytes.constData(), std::size_t(bytes.size())));
    const auto info = read_png_info(stream, "picture");
    origin_->setVisible(info.has_value());  // another kind of file loses the record when it is written: nothing is known
    if (!info) return;
    const auto record = record_of(*info, "picture");
    const bool painted = record && record->steps > 0;
    origin_->setText(painted ? tr("Painted by the model: %1, seed %2.").arg(shown_model(record->model_name)).arg(record->seed) : tr("A picture that was not painted here."));
}

ScenePanel::ScenePanel(QWidget* parent) : KindPanel(parent) {
    QFormLayout* form = form_of(this);
    const auto choice = [&](const char* label, const QList<SceneName>& names, const QString& key) {
        auto* box = new QComboBox;
        for (const SceneName& name : names) box->addItem(name.shown, name.id);
        box->setAccessibleName(tr(label));
        form->addRow(tr(label), box);
        connect(box, &QComboBox::activated, this, [this, box, key, label](int index) {
            const QString id = box->itemData(index).toString();
            edit(lasting(this, label), [&](document::SceneLayer& scene) {
                if (key == "subject") {
                    QJsonArray elements = scene.description["elements"].toArray();
                    QJsonObject first = elements.isEmpty() ? QJsonObject() : elements.first().toObject();
                    first["subject"] = id;
                    if (elements.isEmpty()) elements.append(first);
                    else elements.replace(0, first);
                    scene.description["elements"] = elements;
                } else {
                    scene.description[key] = id;
                }
            });
        });
        return box;
    };
    subject_ = choice(QT_TR_NOOP("Subject"), scene_subjects(), "subject");
    palette_ = choice(QT_TR_NOOP("Colours"), scene_palettes(), "palette");
    style_ = choice(QT_TR_NOOP("Style"), scene_styles(), "style");
    time_ = choice(QT_TR_NOOP("Time of day"), scene_times(), "time");
    mood_ = choice(QT_TR_NOOP("Mood"), scene_moods(), "mood");
    layout_ = choice(QT_TR_NOOP("Composition"), scene_layouts(), "layout");
    auto* another = new QPushButton(tr("Another arrangement"));
    form->addRow(another);
    connect(another, &QPushButton::clicked, this, [this] {
        edit(lasting(this, QT_TR_NOOP("Another arrangement")), [](document::SceneLayer& scene) { scene.description["seed"] = double(QRandomGenerator::global()->bounded(1 << 30)); });
    });
    auto* note = new QLabel(tr("A template drawn by Haibao: sharp at any size, every colour can be changed."));
    note->setWordWrap(true);
    note->setForegroundRole(roles::faint_text);
    form->addRow(note);
}

void ScenePanel::show_content(const document::SceneLayer& scene) {
    const auto show = [](QComboBox* box, const QJsonValue& value) { box->setCurrentIndex(std::max(0, box->findData(value.toString()))); };
    show(subject_, scene.description["elements"].toArray().first().toObject()["subject"]);
    show(palette_, scene.description["palette"]);
    show(style_, scene.description["style"]);
    show(time_, scene.description["time"]);
    show(mood_, scene.description["mood"]);
    show(layout_, scene.description["layout"]);
}

ShapePanel::ShapePanel(QWidget* parent) : KindPanel(parent) {
    QFormLayout* form = form_of(this);
    fill_ = new ColourButton(tr("Fill"));
    stroke_ = new ColourButton(tr("Stroke colour"));
    stroke_width_ = number(tr("Stroke"), 500);
    radius_ = number(tr("Corner radius"), 5000);
    lengths_ << stroke_width_ << radius_;
    form->addRow(tr("Fill"), fill_);
    form->addRow(tr("Stroke colour"), stroke_);
    form->addRow(tr("Stroke"), stroke_width_);
    form->addRow(tr("Corner radius"), radius_);
    connect(fill_, &ColourButton::chosen, this, [this](const QColor& colour) {
        edit(lasting(this, QT_TR_NOOP("Fill")), [colour](document::ShapeLayer& shape) {
            if (shape.fills.empty()) shape.fills.emplace_back();
            shape.fills.front().paint = from_qcolor(colour);
        });
    });
    const auto stroke = [this] {
        const QColor colour = stroke_->colour();
        const double width = stroke_width_->value() * unit_;
        edit(lasting(this, QT_TR_NOOP("Stroke")), [=](document::ShapeLayer& shape) {
            if (width <= 0) return shape.strokes.clear();
            if (shape.strokes.empty()) shape.strokes.emplace_back();
            shape.strokes.front().width = width;
            shape.strokes.front().paint = from_qcolor(colour);
        }, "stroke");
    };
    connect(stroke_, &ColourButton::chosen, this, stroke);
    connect(stroke_width_, &QDoubleSpinBox::valueChanged, this, stroke);
    connect(radius_, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        edit(lasting(this, QT_TR_NOOP("Corner radius")), [value = value * unit_](document::ShapeLayer& shape) { shape.radius = value; }, "radius");
    });
}

void ShapePanel::show_content(const document::ShapeLayer& shape) {
    if (!shape.fills.empty()) fill_->set_colour(to_qcolor(first_colour(shape.fills.front().paint)));
    stroke_width_->setValue(shape.strokes.empty() ? 0 : shape.strokes.front().width / unit_);
    if (!shape.strokes.empty()) stroke_->set_colour(to_qcolor(first_colour(shape.strokes.front().paint)));
    radius_->setValue(shape.radius / unit_);
}

}  // namespace haibao::ui
