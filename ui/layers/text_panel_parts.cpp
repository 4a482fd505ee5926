// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the text panel is made of, from top to bottom.
#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QSlider>
#include <QToolButton>
#include <algorithm>
#include <functional>

#include "app/typeset/font_set.h"
#include "ui/canvas/layer_actions.h"
#include "ui/canvas/mode_bars.h"
#include "ui/canvas/warp_mode.h"
#include "ui/layers/text_panel.h"
#include "ui/style/background.h"
#include "ui/style/colour_button.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"
#include "ui/style/widgets.h"

namespace haibao::ui {
namespace {

using document::TextStyle;

/// Several small things in one cell.
QWidget* together(std::initializer_list<QWidget*> widgets) {
    auto* cell = new QWidget;
    auto* layout = new QHBoxLayout(cell);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::small_gap);
    for (QWidget* widget : widgets) layout->addWidget(widget);
    layout->addStretch(1);
    return cell;
}


document::Stroke& stroke_at(TextStyle& style, std::size_t index) {
    while (style.strokes.size() <= index) {
        document::Stroke stroke;
        stroke.width = 0;
        // White, but dark around a light one: else it would be the first one, thicker.
        const auto* inner = style.strokes.empty() ? nullptr : std::get_if<document::Colour>(&style.strokes.back().paint);
        const bool light = inner && to_qcolor(*inner).lightnessF() > 0.5;
        stroke.paint = light ? document::Colour{0.12, 0.11, 0.1, 1, {}} : document::Colour{1, 1, 1, 1, {}};
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

void TextPanel::add_row(QWidget* label, QWidget* field, QWidget* second) {
    const int row = rows_->rowCount();
    rows_->addWidget(label, row, 0);
    // Fields fill their half; a swatch keeps its size.
    const auto side_of = [](const QWidget* widget) { return qobject_cast<const ColourButton*>(widget) ? Qt::AlignLeft | Qt::AlignVCenter : Qt::Alignment(); };
    rows_->addWidget(field, row, 1, 1, second ? 1 : 2, side_of(field));
    if (second) rows_->addWidget(second, row, 2, side_of(second));
}

void TextPanel::add_row(const QString& name, QWidget* field, QWidget* second) {
    auto* label = new QLabel(name);
    label->setWordWrap(true);
    label->setBuddy(field);
    add_row(label, field, second);
}

/// The names take one line as long as that leaves room for the fields, else two; no word is cut.
void TextPanel::fit_labels() {
    constexpr int most_letters = 13;  // of average breadth, in one line
    int longest_word = 0, longest = 0;
    QList<QLabel*> labels;
    for (int row = 0; row < rows_->rowCount(); ++row) {
        const QLayoutItem* cell = rows_->itemAtPosition(row, 0);
        auto* label = cell ? qobject_cast<QLabel*>(cell->widget()) : nullptr;
        if (!label) continue;
        labels << label;
        longest = std::max(longest, fontMetrics().horizontalAdvance(label->text()));
        for (const QString& word : label->text().split(' ')) longest_word = std::max(longest_word, fontMetrics().horizontalAdvance(word));
    }
    const int breadth = 1 + std::max(longest_word, std::min(longest, most_letters * fontMetrics().averageCharWidth()));
    for (QLabel* label : labels) {
        label->setFixedWidth(breadth);
        label->setMinimumHeight(std::max(0, label->heightForWidth(breadth)));  // one without a name has none
    }
}

QDoubleSpinBox* TextPanel::number(const char* name, double low, double high, double step, const QString& suffix, StyleEdit (*edit)(double)) {
    auto* box = new QDoubleSpinBox;
    box->setRange(low, high);
    box->setSingleStep(step);
    box->setDecimals(step < 0.1 ? 2 : 1);
    box->setSuffix(suffix);
    box->setAccessibleName(tr(name));
    box->setToolTip(tr(name));
    box->setKeyboardTracking(false);
    connect(box, &QDoubleSpinBox::valueChanged, this, [this, box, name, edit](double value) {
        edit_style(lasting(this, name), edit(lengths_.contains(box) ? value * unit_ : value), name);
    });
    return box;
}

QDoubleSpinBox* TextPanel::length(const char* name, double low, double high, double step, StyleEdit (*edit)(double)) {
    QDoubleSpinBox* box = number(name, low, high, step, {}, edit);
    lengths_ << box;
    return box;
}

void TextPanel::add_font() {
    family_ = new QComboBox;
    family_->setEditable(true);
    family_->setInsertPolicy(QComboBox::NoInsert);
    family_->setAccessibleName(tr("Font"));
    face_ = new QComboBox;
    face_->setAccessibleName(tr("Weight"));
    for (QComboBox* box : {family_, face_}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(6);
    }
    size_ = length(QT_TR_NOOP("Size"), 1, 5000, 1, [](double value) -> StyleEdit { return [value](TextStyle& style) { style.size = value; }; });
    add_row(tr("Font"), family_);
    add_row(tr("Weight"), face_, size_);
    in_background(this, [] {
        auto families = typeset::FontSet::system()->families();
        std::ranges::stable_sort(families, std::greater{}, &typeset::FontFamily::chinese);
        return families;
    }, [this](auto families) { show_families(std::move(families)); });
    // A part of the name is enough.
    family_->completer()->setFilterMode(Qt::MatchContains);
    family_->completer()->setCompletionMode(QCompleter::PopupCompletion);
    connect(family_, &QComboBox::activated, this, &TextPanel::choose_family);
    connect(family_->lineEdit(), &QLineEdit::editingFinished, this, [this] {
        if (updating_ || !family_->lineEdit()->isModified()) return;
        const QString typed = family_->currentText().trimmed();
        for (const auto match : {Qt::MatchFixedString, Qt::MatchContains})
            if (const int found = typed.isEmpty() ? -1 : family_->findText(typed, match); found >= 0) return choose_family(found);
        refresh();  // there is none: the one in use is shown again
    });
    connect(face_, &QComboBox::activated, this, [this](int index) {
        const QString face = face_->itemData(index).toString();
        edit_style(lasting(this, QT_TR_NOOP("Weight")), [face](TextStyle& style) { style.font.face = face; });
    });
}

void TextPanel::show_families(std::vector<typeset::FontFamily> families) {
    families_ = std::move(families);
    const QScopedValueRollback quiet(updating_, true);
    for (const typeset::FontFamily& family : families_) {
        const QString shown = family.local_name.isEmpty() || family.local_name == family.name ? family.name : family.local_name + " · " + family.name;
        family_->addItem(shown, family.name);
    }
    face_->setProperty("family", QVariant());
    if (const document::Text* text = text_now()) show_text(*text);
}

/// The weight stays where the new family has it.
void TextPanel::choose_family(int index) {
    const QString family = family_->itemData(index).toString();
    const document::Text* text = text_now();
    if (!text || text->style.font.family == family) return refresh();
    show_faces(family);
    QStringList faces;
    for (int i = 0; i < face_->count(); ++i) faces << face_->itemData(i).toString();
    const QString usual = faces.contains("Regular") ? "Regular" : faces.value(0);
    edit_style(lasting(this, QT_TR_NOOP("Font")), [family, faces, usual](TextStyle& style) {
        const QString face = faces.contains(style.font.face) ? style.font.face : usual;
        style.font = {.family = family, .face = face, .axes = {}, .file_hash = {}};
    });
}

void TextPanel::add_paragraph() {
    horizontal_ = icon_toggle("format-text-direction-horizontal", tr("Horizontal text"));
    vertical_ = icon_toggle("format-text-direction-vertical", tr("Vertical text, columns from right to left"));
    auto* direction = new QButtonGroup(this);
    direction->addButton(horizontal_);
    direction->addButton(vertical_);
    align_ = new QButtonGroup(this);
    const struct {
        const char* icon_name;
        QString tip;
    } aligns[] = {{"format-justify-left", tr("Align to the start")}, {"format-justify-center", tr("Centre")},
                  {"format-justify-right", tr("Align to the end")}, {"format-justify-fill", tr("Justify")}};
    for (int i = 0; i < 4; ++i) align_->addButton(icon_toggle(aligns[i].icon_name, aligns[i].tip), i);
    add_row(tr("Direction"), together({horizontal_, vertical_}));
    add_row(tr("Alignment"), together({align_->button(0), align_->button(1), align_->button(2), align_->button(3)}));
    line_height_ = number(QT_TR_NOOP("Line height"), 0.5, 5, 0.05, " ×", [](double value) -> StyleEdit { return [value](TextStyle& style) { style.line_height = value; }; });
    letter_spacing_ = number(QT_TR_NOOP("Letter spacing"), -0.5, 3, 0.01, tr(" em"), [](double value) -> StyleEdit { return [value](TextStyle& style) { style.letter_spacing_em = value; }; });
    underline_ = new QCheckBox(tr("Underline"));
    add_row(tr("Line height"), line_height_);
    add_row(tr("Letter spacing"), letter_spacing_);

    const auto set_mode = [this](document::WritingMode mode) {
        if (session_) set_writing_mode(*session_, mode);
    };
    connect(horizontal_, &QToolButton::clicked, this, [set_mode] { set_mode(document::WritingMode::horizontal_tb); });
    connect(vertical_, &QToolButton::clicked, this, [set_mode] { set_mode(document::WritingMode::vertical_rl); });
    connect(align_, &QButtonGroup::idClicked, this, [this](int id) {
        edit_text(lasting(this, QT_TR_NOOP("Alignment")), [id](document::Text& text) {
            for (document::Paragraph& paragraph : text.paragraphs) paragraph.align = document::Align(id);
        });
    });
}

void TextPanel::add_looks() {
    fill_ = new ColourButton(tr("Colour"));
    fill2_ = new ColourButton(tr("Second colour"));
    gradient_ = new QCheckBox(tr("Gradient"));
    stroke_ = new ColourButton(tr("Stroke colour"));
    stroke2_ = new ColourButton(tr("Second stroke's colour"));
    stroke_width_ = length(QT_TR_NOOP("Stroke"), 0, 500, 0.5, [](double value) -> StyleEdit {
        return [value](TextStyle& style) { stroke_at(style, 0).width = value; tidy(style); };
    });
    stroke2_width_ = length(QT_TR_NOOP("Second stroke"), 0, 500, 0.5, [](double value) -> StyleEdit {
        return [value](TextStyle& style) { stroke_at(style, 1).width = value; tidy(style); };
    });
    shadow_on_ = new QCheckBox(tr("Shadow"));
    shadow_ = new ColourButton(tr("Shadow colour"));
    shadow_dx_ = length(QT_TR_NOOP("Shadow to the right"), -500, 500, 0.5, [](double value) -> StyleEdit { return [value](TextStyle& style) { shadow_of(style).dx = value; }; });
    shadow_dy_ = length(QT_TR_NOOP("Shadow downwards"), -500, 500, 0.5, [](double value) -> StyleEdit { return [value](TextStyle& style) { shadow_of(style).dy = value; }; });
    shadow_blur_ = length(QT_TR_NOOP("Softness"), 0, 500, 0.5, [](double value) -> StyleEdit { return [value](TextStyle& style) { shadow_of(style).blur = value; }; });
    add_row(tr("Fill"), together({fill_, fill2_}), gradient_);
    add_row(tr("Stroke"), stroke_, stroke_width_);
    add_row(tr("Second"), stroke2_, stroke2_width_);
    add_row(shadow_on_, shadow_, shadow_blur_);
    add_row(tr("Offset"), shadow_dx_, shadow_dy_);

    const auto fill = [this] {
        const document::Colour first = from_qcolor(fill_->colour()), second = from_qcolor(fill2_->colour());
        const bool two = gradient_->isChecked();
        fill2_->setVisible(two);
        edit_style(lasting(this, QT_TR_NOOP("Colour")), [=](TextStyle& style) { set_fill(style, first, two ? std::optional(second) : std::nullopt); });
    };
    connect(fill_, &ColourButton::chosen, this, fill);
    connect(fill2_, &ColourButton::chosen, this, fill);
    connect(gradient_, &QCheckBox::toggled, this, fill);
    connect(stroke_, &ColourButton::chosen, this, [this](const QColor& colour) {
        edit_style(lasting(this, QT_TR_NOOP("Stroke colour")), [colour](TextStyle& style) {
            document::Stroke& stroke = stroke_at(style, 0);
            stroke.paint = from_qcolor(colour);
            if (stroke.width <= 0) stroke.width = style.size * 0.06;
        });
    });
    connect(stroke2_, &ColourButton::chosen, this, [this](const QColor& colour) {
        edit_style(lasting(this, QT_TR_NOOP("Stroke colour")), [colour](TextStyle& style) {
            document::Stroke& stroke = stroke_at(style, 1);
            stroke.paint = from_qcolor(colour);
            if (stroke.width <= 0) stroke.width = style.size * 0.12;
        });
    });
    connect(shadow_on_, &QCheckBox::toggled, this, [this](bool on) {
        edit_style(lasting(this, QT_TR_NOOP("Shadow")), [on](TextStyle& style) {
            if (on) shadow_of(style);
            else style.shadows.clear();
        });
    });
    connect(shadow_, &ColourButton::chosen, this, [this](const QColor& colour) {
        edit_style(lasting(this, QT_TR_NOOP("Shadow colour")), [colour](TextStyle& style) { shadow_of(style).colour = from_qcolor(colour); });
    });
}

void TextPanel::add_setting() {
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
    for (QComboBox* box : {mode_, kinsoku_, tcy_, hanging_}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(6);
    }
    add_row(tr("Box"), mode_);
    add_row(tr("Line breaks"), kinsoku_);
    add_row(tr("Numbers upright"), tcy_);
    add_row(tr("Hanging marks"), hanging_);
    add_row(QString(), underline_);
    connect(underline_, &QCheckBox::toggled, this, [this](bool on) { edit_style(lasting(this, QT_TR_NOOP("Underline")), [on](TextStyle& style) { style.underline = on; }); });
    connect(mode_, &QComboBox::activated, this, [this](int index) { edit_text(lasting(this, QT_TR_NOOP("Box")), [index](document::Text& text) { text.box.mode = document::BoxMode(index); }); });
    connect(kinsoku_, &QComboBox::activated, this, [this](int index) { edit_text(lasting(this, QT_TR_NOOP("Line breaks")), [index](document::Text& text) { text.kinsoku = document::Kinsoku(index); }); });
    connect(hanging_, &QComboBox::activated, this, [this](int index) { edit_text(lasting(this, QT_TR_NOOP("Hanging marks")), [index](document::Text& text) { text.hanging = document::Hanging(index); }); });
    connect(tcy_, &QComboBox::activated, this, [this](int index) {
        edit_style(lasting(this, QT_TR_NOOP("Numbers upright")), [index](TextStyle& style) {
            style.tcy = index == 0 ? document::TateChuYoko::none : index == 1 ? document::TateChuYoko::all : document::TateChuYoko::digits;
            style.tcy_digits = index == 3 ? 4 : 2;
        });
    });
}

void TextPanel::add_warp() {
    warp_ = new QComboBox;
    warp_->addItems(warp_names());
    warp_->setAccessibleName(tr("Warp"));
    bend_ = new QSlider(Qt::Horizontal);
    bend_->setRange(-100, 100);
    bend_->setAccessibleName(tr("Bend"));
    bend_->setToolTip(tr("Bend"));
    auto* handles = icon_button("distortionfx", tr("Bend on the poster by handles (W)"));
    handles->setObjectName("warp-handles");
    warp_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    warp_->setMinimumContentsLength(6);
    bend_->setMinimumWidth(40);
    auto* bend = new QWidget;
    auto* line = new QHBoxLayout(bend);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(metrics::small_gap);
    line->addWidget(bend_, 1);
    line->addWidget(handles);
    add_row(tr("Warp"), warp_, bend);
    connect(warp_, &QComboBox::activated, this, [this](int index) {
        edit_text(lasting(this, QT_TR_NOOP("Warp")), [type = document::Warp::Type(index)](document::Text& text) {
            if (text.warp.type != type) text.warp = usual_warp(type);
        });
    });
    connect(bend_, &QSlider::valueChanged, this, [this](int value) {
        edit_text(lasting(this, QT_TR_NOOP("Warp")), [value](document::Text& text) { text.warp.bend = value / 100.0; }, "bend");
    });
    connect(handles, &QToolButton::clicked, this, &TextPanel::warp_handles_wanted);
}

}  // namespace haibao::ui
