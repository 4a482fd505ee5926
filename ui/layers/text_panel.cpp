// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/layers/text_panel.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "app/document/commands.h"
#include "app/typeset/font_set.h"
#include "ui/canvas/one_line.h"
#include "ui/layers/style_gallery.h"
#include "ui/layers/text_findings.h"
#include "ui/style/font_names.h"
#include "ui/style/colour_button.h"
#include "ui/style/error_words.h"
#include "ui/style/language.h"
#include "ui/style/length_unit.h"
#include "ui/style/theme.h"

namespace haibao::ui {
namespace {

using document::Layer;
using document::TextLayer;
using document::TextStyle;

document::Colour solid(const document::Paint& paint) {
    if (const auto* colour = std::get_if<document::Colour>(&paint)) return *colour;
    if (const auto* linear = std::get_if<document::LinearGradient>(&paint); linear && !linear->stops.empty()) return linear->stops.front().colour;
    if (const auto* radial = std::get_if<document::RadialGradient>(&paint); radial && !radial->stops.empty()) return radial->stops.front().colour;
    return {};
}

}  // namespace

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

TextPanel::TextPanel(QWidget* parent) : QWidget(parent) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::gap, metrics::gap, metrics::gap, metrics::gap);
    words_ = new QPlainTextEdit;
    words_->setFixedHeight(64);
    words_->setTabChangesFocus(true);
    words_->setAccessibleName(tr("Words"));
    layout->addWidget(words_);
    connect(words_, &QPlainTextEdit::textChanged, this, &TextPanel::take_over_words);
    findings_ = new TextFindings;
    layout->addWidget(findings_);
    gallery_ = new StyleGallery;
    layout->addWidget(gallery_);
    connect(gallery_, &StyleGallery::chosen, this, &TextPanel::use_preset);
    connect(gallery_, &StyleGallery::save_wanted, this, &TextPanel::save_preset);
    connect(gallery_, &StyleGallery::failed, this, &TextPanel::failed);
    rows_ = new QGridLayout;
    rows_->setHorizontalSpacing(metrics::gap);
    rows_->setVerticalSpacing(metrics::small_gap);
    rows_->setColumnStretch(1, 1);
    rows_->setColumnStretch(2, 1);
    layout->addLayout(rows_);
    add_font();
    add_paragraph();
    add_looks();
    add_warp();
    add_setting();
    fit_labels();
    layout->addStretch(1);
    refresh();
}

/// Only what became different is replaced, so that the looks of the rest stay where they are.
void TextPanel::take_over_words() {
    const Layer* layer = session_ ? session_->selected() : nullptr;
    const document::Text* before = text_now();
    if (updating_ || !layer || !before) return;
    const QString now = words_->toPlainText(), &old = before->text;
    const auto longest = std::min(old.size(), now.size());
    qsizetype head = 0, tail = 0;
    while (head < longest && old[head] == now[head]) ++head;
    while (tail < longest - head && old[old.size() - 1 - tail] == now[now.size() - 1 - tail]) ++tail;
    if (head > 0 && old[head - 1].isHighSurrogate()) --head;  // half a character is none
    if (tail > 0 && old[old.size() - tail].isLowSurrogate()) --tail;
    session_->change(lasting(this, QT_TR_NOOP("Typing")), [&, id = layer->id, end = int(old.size() - tail)](document::Poster& poster) {
        type_text(poster, id, int(head), end, now.mid(head, now.size() - tail - head));
    }, "typing");
}

void TextPanel::set_session(PosterSession* session) {
    if (session_) session_->disconnect(this);
    session_ = session;
    if (session_) {
        connect(session_, &PosterSession::changed, this, &TextPanel::refresh);
        connect(session_, &PosterSession::selection_changed, this, &TextPanel::refresh);
    }
    findings_->set_session(session);
    refresh();
}

const document::Text* TextPanel::text_now() const {
    if (!session_) return nullptr;
    for (const document::LayerId id : session_->selection())
        if (const Layer* layer = session_->poster().find(id))
            if (const auto* text = std::get_if<TextLayer>(&layer->content)) return &text->text;
    return nullptr;
}

void TextPanel::refresh() {
    const document::Text* text = text_now();
    setEnabled(text);
    if (!text || (session_->previewing() && !words_->hasFocus())) return;
    words_->setVisible(session_->selected());  // words are those of one text
    show_text(*text);
    std::vector<TextStyle> looks;
    for (const document::LayerId id : session_->selection())
        if (const Layer* layer = session_->poster().find(id))
            if (const auto* content = std::get_if<TextLayer>(&layer->content)) {
                looks.push_back(content->text.style);
                for (const document::Span& span : content->text.spans) looks.push_back(span.style);
            }
    gallery_->mark(std::move(looks));
}

void TextPanel::show_text(const document::Text& text) {
    const QScopedValueRollback quiet(updating_, true);
    const TextStyle& style = text.style;
    if (words_->toPlainText() != text.text) words_->setPlainText(text.text);
    const int family = family_->findData(style.font.family);
    family_->setCurrentIndex(family);
    if (family < 0) family_->setEditText(style.font.family);
    show_faces(style.font.family);
    face_->setCurrentIndex(std::max(0, face_->findData(style.font.face.isEmpty() ? "Regular" : style.font.face)));
    show_unit();
    size_->setValue(style.size / unit_);
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
    stroke_width_->setValue(style.strokes.empty() ? 0 : style.strokes[0].width / unit_);
    stroke2_width_->setValue(style.strokes.size() < 2 ? 0 : style.strokes[1].width / unit_);
    if (!style.strokes.empty()) stroke_->set_colour(to_qcolor(solid(style.strokes[0].paint)));
    if (style.strokes.size() > 1) stroke2_->set_colour(to_qcolor(solid(style.strokes[1].paint)));
    const bool shadow = !style.shadows.empty();
    shadow_on_->setChecked(shadow);
    for (QWidget* widget : std::initializer_list<QWidget*>{shadow_, shadow_blur_, shadow_dx_, shadow_dy_}) widget->setEnabled(shadow);
    if (shadow) {
        shadow_->set_colour(to_qcolor(style.shadows.front().colour));
        shadow_blur_->setValue(style.shadows.front().blur / unit_);
        shadow_dx_->setValue(style.shadows.front().dx / unit_);
        shadow_dy_->setValue(style.shadows.front().dy / unit_);
    }
    warp_->setCurrentIndex(int(text.warp.type));
    bend_->setEnabled(text.warp.type != document::Warp::Type::none && text.warp.corners.empty());
    bend_->setValue(int(std::lround(text.warp.bend * 100)));
    mode_->setCurrentIndex(int(text.box.mode));
    kinsoku_->setCurrentIndex(int(text.kinsoku));
    hanging_->setCurrentIndex(int(text.hanging));
    tcy_->setCurrentIndex(style.tcy == document::TateChuYoko::none ? 0 : style.tcy == document::TateChuYoko::all ? 1 : style.tcy_digits > 2 ? 3 : 2);
}

void TextPanel::show_unit() {
    const LengthUnit unit = length_unit(session_->poster().page);
    unit_ = unit.points;
    for (QDoubleSpinBox* box : lengths_) box->setSuffix(unit.suffix);
}

void TextPanel::show_faces(const QString& family) {
    if (face_->property("family") == family) return;
    face_->setProperty("family", family);
    face_->clear();
    for (const typeset::FontFamily& known : families_)
        if (known.name == family)
            for (const QString& face : known.faces) face_->addItem(shown_face(face), face);
}

void TextPanel::use_preset(const TextPreset& preset) {
    if (!session_) return;
    const document::Page page = session_->poster().page;
    const document::Text* now = text_now();
    const bool unwritten = now && now->text.isEmpty();  // its size is nobody's choice yet
    const StyleEdit edit = [&](TextStyle& style) {
        if (unwritten) style.size = size_from(preset, style, page);
        style = style_from(preset, style);
    };
    if (range_styler_ && range_styler_(lasting(this, QT_TR_NOOP("Style")), edit)) return;
    edit_text(lasting(this, QT_TR_NOOP("Style")), [&edit](document::Text& text) {
        edit(text.style);
        for (document::Span& span : text.spans) edit(span.style);
        std::erase_if(text.spans, [&text](const document::Span& span) { return span.style == text.style; });
    });
}

void TextPanel::save_preset(const QString& name) {
    const document::Text* text = text_now();
    if (!text) return;
    if (auto saved = gallery_->presets().save(name, text->style, session_->poster().page); !saved) emit failed(words_of(saved.error()));
}

void TextPanel::set_colour(const QColor& colour) {
    edit_style(lasting(this, QT_TR_NOOP("Colour")), [colour = from_qcolor(colour)](TextStyle& style) { set_fill(style, colour, std::nullopt); });
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
            const Layer* layer = poster.find(id);
            if (!layer || layer->locked || !std::holds_alternative<TextLayer>(layer->content)) continue;
            ui::edit_text(poster, id, [&](document::Poster& changed) { edit(std::get<TextLayer>(changed.find(id)->content).text); });
        }
    }, merge);
}

}  // namespace haibao::ui
