// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/layers/text_panel.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "app/document/commands.h"
#include "app/typeset/font_set.h"
#include "ui/style/colour_button.h"
#include "ui/style/theme.h"
#include "ui/style/widgets.h"

namespace haibao::ui {
namespace {

using document::Layer;
using document::TextLayer;
using document::TextStyle;

QHBoxLayout* row(std::initializer_list<QWidget*> widgets) {
    auto* layout = new QHBoxLayout;
    layout->setSpacing(metrics::small_gap);
    for (QWidget* widget : widgets) layout->addWidget(widget);
    layout->addStretch(1);
    return layout;
}

document::Colour solid(const document::Paint& paint) {
    if (const auto* colour = std::get_if<document::Colour>(&paint)) return *colour;
    if (const auto* linear = std::get_if<document::LinearGradient>(&paint); linear && !linear->stops.empty()) return linear->stops.front().colour;
    if (const auto* radial = std::get_if<document::RadialGradient>(&paint); radial && !radial->stops.empty()) return radial->stops.front().colour;
    return {};
}

const document::LinearGradient* gradient_of(const TextStyle& style) {
    return style.fills.empty() ? nullptr : std::get_if<document::LinearGradient>(&style.fills.front().paint);
}

void set_fill(TextStyle& style, const document::Colour& first, std::optional<document::Colour> second) {
    if (style.fills.empty()) style.fills.emplace_back();
    if (!second) {
        style.fills.front().paint = first;
        return;
    }
    document::LinearGradient gradient;
    if (const auto* old = gradient_of(style)) gradient = *old;
    gradient.stops = {{0, first}, {1, *second}};
    style.fills.front().paint = gradient;
}

document::Stroke& stroke_at(TextStyle& style, std::size_t index) {
    while (style.strokes.size() <= index) {
        document::Stroke stroke;
        stroke.width = 0;
        stroke.paint = document::Colour{1, 1, 1, 1, {}};
        style.strokes.push_back(stroke);
    }
    return style.strokes[index];
}

/// Strokes of no width are none.
void tidy(TextStyle& style) {
    while (!style.strokes.empty() && style.strokes.back().width <= 0) style.strokes.pop_back();
}

document::Shadow& shadow_of(TextStyle& style) {
    if (style.shadows.empty()) {
        document::Shadow shadow;
        shadow.dx = 0;
        shadow.dy = style.size * 0.05;
        shadow.blur = style.size * 0.08;
        style.shadows.push_back(shadow);
    }
    return style.shadows.front();
}

}  // namespace

TextPanel::TextPanel(QWidget* parent) : QWidget(parent) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::gap, metrics::gap, metrics::gap, metrics::gap);
    words_ = new QPlainTextEdit;
    words_->setFixedHeight(64);
    words_->setTabChangesFocus(true);
    words_->setAccessibleName(tr("Words"));
    layout->addWidget(words_);
    connect(words_, &QPlainTextEdit::textChanged, this, [this] {
        const QString text = words_->toPlainText();
        type_words(text);
    });
    findings_ = new QLabel;
    findings_->setWordWrap(true);
    findings_->hide();
    fix_ = new QToolButton;
    fix_->hide();
    layout->addWidget(findings_);
    layout->addWidget(fix_);
    add_font(layout);
    add_paragraph(layout);
    add_looks(layout);
    add_setting(layout);
    layout->addStretch(1);
    refresh();
}

void TextPanel::type_words(const QString& text) {
    const Layer* layer = session_ ? session_->selected() : nullptr;
    const auto* content = layer ? std::get_if<document::TextLayer>(&layer->content) : nullptr;
    if (updating_ || !content || content->text.text == text) return;
    const QString& before = content->text.text;
    const auto same = [](auto a, auto a_end, auto b, auto b_end) { return int(std::mismatch(a, a_end, b, b_end).first - a); };
    const int head = same(before.begin(), before.end(), text.begin(), text.end());
    const int tail = same(before.rbegin(), before.rend() - head, text.rbegin(), text.rend() - head);
    session_->change(tr("Typing"), [&, id = layer->id](document::Poster& poster) {
        document::replace_text(poster, id, head, int(before.size()) - tail, text.mid(head, text.size() - head - tail));
    }, "typing");
}

QDoubleSpinBox* TextPanel::number(const QString& name, double low, double high, double step, const QString& suffix, StyleEdit (*edit)(double)) {
    auto* box = new QDoubleSpinBox;
    box->setRange(low, high);
    box->setSingleStep(step);
    box->setDecimals(step < 0.1 ? 2 : 1);
    box->setSuffix(suffix);
    box->setAccessibleName(name);
    box->setToolTip(name);
    box->setKeyboardTracking(false);
    connect(box, &QDoubleSpinBox::valueChanged, this, [this, name, edit](double value) { edit_style(name, edit(value), name); });
    return box;
}

void TextPanel::add_font(QVBoxLayout* layout) {
    family_ = new QComboBox;
    family_->setEditable(true);
    family_->setInsertPolicy(QComboBox::NoInsert);
    family_->setAccessibleName(tr("Font"));
    face_ = new QComboBox;
    face_->setAccessibleName(tr("Weight"));
    for (QComboBox* box : {family_, face_}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
    }
    size_ = number(tr("Size"), 1, 5000, 1, tr(" pt"), [](double value) -> StyleEdit { return [value](TextStyle& style) { style.size = value; }; });
    layout->addWidget(family_);
    auto* line = new QHBoxLayout;
    line->addWidget(face_, 1);
    line->addWidget(size_);
    layout->addLayout(line);
    for (const typeset::FontFamily& family : typeset::FontSet::system()->families()) {
        const QString shown = family.local_name.isEmpty() || family.local_name == family.name ? family.name : family.local_name + " · " + family.name;
        family_->addItem(shown, family.name);
    }
    connect(family_, &QComboBox::activated, this, [this](int index) {
        const QString family = family_->itemData(index).toString();
        show_faces(family);
        edit_style(tr("Font"), [family](TextStyle& style) { style.font = {.family = family, .face = style.font.face, .axes = {}, .file_hash = {}}; });
    });
    connect(face_, &QComboBox::activated, this, [this](int index) {
        const QString face = face_->itemText(index);
        edit_style(tr("Weight"), [face](TextStyle& style) { style.font.face = face; });
    });
}

void TextPanel::add_paragraph(QVBoxLayout* layout) {
    horizontal_ = icon_toggle("format-text-direction-horizontal", tr("Horizontal text"));
    vertical_ = icon_toggle("format-text-direction-vertical", tr("Vertical text, columns from right to left"));
    auto* direction = new QButtonGroup(this);
    direction->addButton(horizontal_);
    direction->addButton(vertical_);
    align_ = new QButtonGroup(this);
    auto* line = row({horizontal_, vertical_});
    line->insertSpacing(2, metrics::gap);
    const struct {
        const char* icon_name;
        QString tip;
    } aligns[] = {{"format-justify-left", tr("Align to the start")}, {"format-justify-center", tr("Centre")},
                  {"format-justify-right", tr("Align to the end")}, {"format-justify-fill", tr("Justify")}};
    for (int i = 0; i < 4; ++i) {
        auto* button = icon_toggle(aligns[i].icon_name, aligns[i].tip);
        align_->addButton(button, i);
        line->insertWidget(line->count() - 1, button);
    }
    layout->addLayout(line);
    line_height_ = number(tr("Line height"), 0.5, 5, 0.05, " ×", [](double value) -> StyleEdit { return [value](TextStyle& style) { style.line_height = value; }; });
    letter_spacing_ = number(tr("Letter spacing"), -0.5, 3, 0.01, tr(" em"), [](double value) -> StyleEdit { return [value](TextStyle& style) { style.letter_spacing_em = value; }; });
    underline_ = new QCheckBox(tr("Underline"));
    auto* spacing = new QFormLayout;
    spacing->addRow(tr("Line height"), line_height_);
    spacing->addRow(tr("Letter spacing"), letter_spacing_);
    layout->addLayout(spacing);

    connect(horizontal_, &QToolButton::clicked, this, [this] {
        edit_text(tr("Horizontal text"), [](document::Text& text) {
            if (text.writing_mode == document::WritingMode::vertical_rl) std::swap(text.box.width, text.box.height);
            text.writing_mode = document::WritingMode::horizontal_tb;
        });
    });
    connect(vertical_, &QToolButton::clicked, this, [this] {
        edit_text(tr("Vertical text"), [](document::Text& text) {
            if (text.writing_mode == document::WritingMode::horizontal_tb) std::swap(text.box.width, text.box.height);
            text.writing_mode = document::WritingMode::vertical_rl;
        });
    });
    connect(align_, &QButtonGroup::idClicked, this, [this](int id) {
        edit_text(tr("Alignment"), [id](document::Text& text) {
            for (document::Paragraph& paragraph : text.paragraphs) paragraph.align = document::Align(id);
        });
    });
}

void TextPanel::add_looks(QVBoxLayout* layout) {
    fill_ = new ColourButton(tr("Colour"));
    fill2_ = new ColourButton(tr("Second colour"));
    gradient_ = new QCheckBox(tr("Gradient"));
    stroke_ = new ColourButton(tr("Stroke colour"));
    stroke2_ = new ColourButton(tr("Second stroke's colour"));
    stroke_width_ = number(tr("Stroke"), 0, 500, 0.5, tr(" pt"), [](double value) -> StyleEdit {
        return [value](TextStyle& style) { stroke_at(style, 0).width = value; tidy(style); };
    });
    stroke2_width_ = number(tr("Second stroke"), 0, 500, 0.5, tr(" pt"), [](double value) -> StyleEdit {
        return [value](TextStyle& style) { stroke_at(style, 1).width = value; tidy(style); };
    });
    shadow_on_ = new QCheckBox(tr("Shadow"));
    shadow_ = new ColourButton(tr("Shadow colour"));
    shadow_dx_ = number(tr("Shadow to the right"), -500, 500, 0.5, tr(" pt"), [](double value) -> StyleEdit { return [value](TextStyle& style) { shadow_of(style).dx = value; }; });
    shadow_dy_ = number(tr("Shadow downwards"), -500, 500, 0.5, tr(" pt"), [](double value) -> StyleEdit { return [value](TextStyle& style) { shadow_of(style).dy = value; }; });
    shadow_blur_ = number(tr("Softness"), 0, 500, 0.5, tr(" pt"), [](double value) -> StyleEdit { return [value](TextStyle& style) { shadow_of(style).blur = value; }; });
    auto* form = new QFormLayout;
    form->addRow(tr("Fill"), row({fill_, gradient_, fill2_}));
    form->addRow(tr("Stroke"), row({stroke_, stroke_width_}));
    form->addRow(tr("Second"), row({stroke2_, stroke2_width_}));
    form->addRow(shadow_on_, row({shadow_, shadow_blur_}));
    form->addRow(tr("Offset"), row({shadow_dx_, shadow_dy_}));
    layout->addLayout(form);

    const auto fill = [this] {
        const document::Colour first = from_qcolor(fill_->colour()), second = from_qcolor(fill2_->colour());
        const bool two = gradient_->isChecked();
        fill2_->setVisible(two);
        edit_style(tr("Colour"), [=](TextStyle& style) { set_fill(style, first, two ? std::optional(second) : std::nullopt); });
    };
    connect(fill_, &ColourButton::chosen, this, fill);
    connect(fill2_, &ColourButton::chosen, this, fill);
    connect(gradient_, &QCheckBox::toggled, this, fill);
    connect(stroke_, &ColourButton::chosen, this, [this](const QColor& colour) {
        edit_style(tr("Stroke colour"), [colour](TextStyle& style) {
            document::Stroke& stroke = stroke_at(style, 0);
            stroke.paint = from_qcolor(colour);
            if (stroke.width <= 0) stroke.width = style.size * 0.06;
        });
    });
    connect(stroke2_, &ColourButton::chosen, this, [this](const QColor& colour) {
        edit_style(tr("Stroke colour"), [colour](TextStyle& style) {
            document::Stroke& stroke = stroke_at(style, 1);
            stroke.paint = from_qcolor(colour);
            if (stroke.width <= 0) stroke.width = style.size * 0.12;
        });
    });
    connect(shadow_on_, &QCheckBox::toggled, this, [this](bool on) {
        edit_style(tr("Shadow"), [on](TextStyle& style) {
            if (on) shadow_of(style);
            else style.shadows.clear();
        });
    });
    connect(shadow_, &ColourButton::chosen, this, [this](const QColor& colour) {
        edit_style(tr("Shadow colour"), [colour](TextStyle& style) { shadow_of(style).colour = from_qcolor(colour); });
    });
}

void TextPanel::add_setting(QVBoxLayout* layout) {
    mode_ = new QComboBox;
    mode_->addItems({tr("One line, no box"), tr("Fixed box"), tr("Box grows"), tr("Text shrinks to fit")});
    kinsoku_ = new QComboBox;
    kinsoku_->addItems({tr("Strict"), tr("Normal"), tr("Loose"), tr("None")});
    kinsoku_->setToolTip(tr("Line breaking rules (kinsoku): which marks may not begin or end a line"));
    tcy_ = new QComboBox;
    tcy_->addItems({tr("Off"), tr("All of it"), tr("Numbers of 2 digits"), tr("Numbers up to 4 digits")});
    tcy_->setToolTip(tr("Numbers upright within a column (tate-chu-yoko)"));
    hanging_ = new QComboBox;
    hanging_->addItems({tr("Off"), tr("When needed"), tr("Always")});
    hanging_->setToolTip(tr("Commas and full stops may hang out of the line's end"));
    auto* form = new QFormLayout;
    form->addRow(tr("Box"), mode_);
    form->addRow(tr("Line breaks"), kinsoku_);
    form->addRow(tr("Numbers upright"), tcy_);
    form->addRow(tr("Hanging marks"), hanging_);
    form->addRow(QString(), underline_);
    layout->addLayout(form);
    connect(underline_, &QCheckBox::toggled, this, [this](bool on) { edit_style(tr("Underline"), [on](TextStyle& style) { style.underline = on; }); });
    connect(mode_, &QComboBox::activated, this, [this](int index) { edit_text(tr("Box"), [index](document::Text& text) { text.box.mode = document::BoxMode(index); }); });
    connect(kinsoku_, &QComboBox::activated, this, [this](int index) { edit_text(tr("Line breaks"), [index](document::Text& text) { text.kinsoku = document::Kinsoku(index); }); });
    connect(hanging_, &QComboBox::activated, this, [this](int index) { edit_text(tr("Hanging marks"), [index](document::Text& text) { text.hanging = document::Hanging(index); }); });
    connect(tcy_, &QComboBox::activated, this, [this](int index) {
        edit_style(tr("Numbers upright"), [index](TextStyle& style) {
            style.tcy = index == 0 ? document::TateChuYoko::none : index == 1 ? document::TateChuYoko::all : document::TateChuYoko::digits;
            style.tcy_digits = index == 3 ? 4 : 2;
        });
    });
}

void TextPanel::set_session(PosterSession* session) {
    if (session_) session_->disconnect(this);
    session_ = session;
    if (session_) {
        connect(session_, &PosterSession::changed, this, &TextPanel::refresh);
        connect(session_, &PosterSession::selection_changed, this, &TextPanel::refresh);
        connect(session_, &PosterSession::findings_changed, this, &TextPanel::show_findings);
    }
    refresh();
}

void TextPanel::refresh() {
    const Layer* layer = session_ ? session_->selected() : nullptr;
    const auto* text = layer ? std::get_if<TextLayer>(&layer->content) : nullptr;
    setEnabled(text);
    if (!text || (session_->previewing() && !words_->hasFocus())) return;
    show_text(text->text);
    show_findings();
}

void TextPanel::show_text(const document::Text& text) {
    const QScopedValueRollback quiet(updating_, true);
    const TextStyle& style = text.style;
    if (words_->toPlainText() != text.text) words_->setPlainText(text.text);
    const int family = family_->findData(style.font.family);
    family_->setCurrentIndex(family);
    if (family < 0) family_->setEditText(style.font.family);
    show_faces(style.font.family);
    face_->setCurrentIndex(face_->findText(style.font.face.isEmpty() ? "Regular" : style.font.face));
    size_->setValue(style.size);
    (text.writing_mode == document::WritingMode::vertical_rl ? vertical_ : horizontal_)->setChecked(true);
    if (!text.paragraphs.empty()) align_->button(int(text.paragraphs.front().align))->setChecked(true);
    line_height_->setValue(style.line_height);
    line_height_->setEnabled(!style.line_height_points);
    letter_spacing_->setValue(style.letter_spacing_em);
    underline_->setChecked(style.underline);
    if (!style.fills.empty()) fill_->set_colour(to_qcolor(solid(style.fills.front().paint)));
    const document::LinearGradient* gradient = gradient_of(style);
    gradient_->setChecked(gradient);
    fill2_->setVisible(gradient);
    if (gradient && gradient->stops.size() > 1) fill2_->set_colour(to_qcolor(gradient->stops.back().colour));
    stroke_width_->setValue(style.strokes.empty() ? 0 : style.strokes[0].width);
    stroke2_width_->setValue(style.strokes.size() < 2 ? 0 : style.strokes[1].width);
    if (!style.strokes.empty()) stroke_->set_colour(to_qcolor(solid(style.strokes[0].paint)));
    if (style.strokes.size() > 1) stroke2_->set_colour(to_qcolor(solid(style.strokes[1].paint)));
    const bool shadow = !style.shadows.empty();
    shadow_on_->setChecked(shadow);
    for (QWidget* widget : std::initializer_list<QWidget*>{shadow_, shadow_blur_, shadow_dx_, shadow_dy_}) widget->setEnabled(shadow);
    if (shadow) {
        shadow_->set_colour(to_qcolor(style.shadows.front().colour));
        shadow_blur_->setValue(style.shadows.front().blur);
        shadow_dx_->setValue(style.shadows.front().dx);
        shadow_dy_->setValue(style.shadows.front().dy);
    }
    mode_->setCurrentIndex(int(text.box.mode));
    kinsoku_->setCurrentIndex(int(text.kinsoku));
    hanging_->setCurrentIndex(int(text.hanging));
    tcy_->setCurrentIndex(style.tcy == document::TateChuYoko::none ? 0 : style.tcy == document::TateChuYoko::all ? 1 : style.tcy_digits > 2 ? 3 : 2);
}

void TextPanel::show_faces(const QString& family) {
    if (face_->property("family") == family) return;
    face_->setProperty("family", family);
    face_->clear();
    for (const typeset::FontFamily& known : typeset::FontSet::system()->families())
        if (known.name == family) face_->addItems(known.faces);
}

void TextPanel::show_findings() {
    const Layer* layer = session_ ? session_->selected() : nullptr;
    QStringList lines;
    if (layer)
        for (const render::Finding& finding : session_->findings())
            if (finding.layer == layer->name) lines << "⚠ " + finding.message;
    findings_->setText(lines.join("\n"));
    findings_->setVisible(!lines.isEmpty());
}

void TextPanel::edit_style(const QString& what, const StyleEdit& edit, const QString& merge) {
    if (updating_ || !session_) return;
    if (range_styler_ && range_styler_(what, edit)) return;
    edit_text(what, [&edit](document::Text& text) {
        edit(text.style);
        for (document::Span& span : text.spans) edit(span.style);
    }, merge);
}

void TextPanel::edit_text(const QString& what, const TextEdit& edit, const QString& merge) {
    if (updating_ || !session_) return;
    const auto ids = session_->selection();
    session_->change(what, [&](document::Poster& poster) {
        for (const document::LayerId id : ids) {
            Layer* layer = poster.find(id);
            auto* text = layer ? std::get_if<TextLayer>(&layer->content) : nullptr;
            if (!text || layer->locked) continue;
            const QSizeF before(text->text.box.width, text->text.box.height);
            edit(text->text);
            const QSizeF after(text->text.box.width, text->text.box.height);
            if (before != after) {  // turned between horizontal and vertical: about its centre
                const QPointF centre = layer->placement.frame.center();
                layer->placement.frame = QRectF(centre - QPointF(after.width(), after.height()) / 2, after);
            }
        }
    }, merge.isEmpty() ? QString() : merge);
}

}  // namespace haibao::ui
