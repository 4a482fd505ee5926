// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/text_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>
#include <algorithm>
#include <cmath>

#include "ui/canvas/layer_actions.h"
#include "ui/canvas/one_line.h"
#include "ui/style/colour_button.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/length_unit.h"
#include "ui/style/theme.h"
#include "ui/style/widgets.h"

namespace haibao::ui {
namespace {

constexpr int distance = 2;  // widget pixels from the text to the bar's shadow
constexpr int above = 34;    // so that the handle that turns stays free
constexpr double handle_breadth = 20;
constexpr double size_step = 1.08;

const char* align_icon(document::Align align) {
    constexpr const char* names[] = {"format-justify-left", "format-justify-center", "format-justify-right", "format-justify-fill"};
    return names[int(align)];
}

}  // namespace

TextBar::TextBar(PosterSession* session, RangeStyler styler, QWidget* canvas) : FloatingBar(canvas), session_(session), styler_(std::move(styler)) {
    row()->setSpacing(2);
    auto* smaller = icon_button("format-font-size-less", tr("Smaller"));
    size_ = new QLabel;
    size_->setMinimumWidth(62);
    size_->setAlignment(Qt::AlignCenter);
    auto* larger = icon_button("format-font-size-more", tr("Larger"));
    direction_ = icon_button("format-text-direction-vertical", tr("Horizontal or vertical"));
    align_ = icon_button("format-justify-left", tr("Alignment"));
    colour_ = new ColourButton(tr("Colour"));
    colour_->setAutoRaise(true);
    for (QWidget* widget : std::initializer_list<QWidget*>{smaller, size_, larger, direction_, align_, colour_}) {
        widget->setFocusPolicy(Qt::NoFocus);  // the panel has the same for the keyboard; writing goes on
        row()->addWidget(widget);
    }
    hide();
    connect(smaller, &QToolButton::clicked, this, [this] { scale_size(1 / size_step); });
    connect(larger, &QToolButton::clicked, this, [this] { scale_size(size_step); });
    connect(direction_, &QToolButton::clicked, this, [this] { toggle_writing_mode(*session_); });
    connect(align_, &QToolButton::clicked, this, [this] {
        const document::Layer* layer = session_->selected();
        if (!layer || !text()) return;
        session_->change_layer(lasting(this, QT_TR_NOOP("Alignment")), layer->id, [](document::Layer& changed) {
            auto& paragraphs = std::get<document::TextLayer>(changed.content).text.paragraphs;
            const auto next = document::Align((int(paragraphs.front().align) + 1) % 3);
            for (document::Paragraph& paragraph : paragraphs) paragraph.align = next;
        });
    });
    connect(colour_, &ColourButton::chosen, this, [this](const QColor& colour) {
        edit_style(lasting(this, QT_TR_NOOP("Colour")), [paint = from_qcolor(colour)](document::TextStyle& style) {
            if (style.fills.empty()) style.fills.emplace_back();
            style.fills.front().paint = paint;
        });
    });
    connect(session_, &PosterSession::changed, this, &TextBar::refresh);
    connect(session_, &PosterSession::selection_changed, this, &TextBar::refresh);
}

const document::Text* TextBar::text() const {
    const document::Layer* layer = session_->selected();
    const auto* content = layer && !layer->locked ? std::get_if<document::TextLayer>(&layer->content) : nullptr;
    return content ? &content->text : nullptr;
}

void TextBar::refresh() {
    const document::Text* now = text();
    if (!now) return hide();
    const LengthUnit unit = length_unit(session_->poster().page);
    const double size = now->style.size / unit.points;
    size_->setText(QLocale().toString(size, 'f', size < 20 ? 1 : 0) + unit.suffix);
    const bool vertical = now->writing_mode == document::WritingMode::vertical_rl;
    direction_->setIcon(icon(vertical ? "format-text-direction-horizontal" : "format-text-direction-vertical"));
    if (!now->paragraphs.empty()) align_->setIcon(icon(align_icon(now->paragraphs.front().align)));
    if (now->style.fills.empty()) return;
    const document::Paint& paint = now->style.fills.front().paint;
    if (const auto* colour = std::get_if<document::Colour>(&paint)) colour_->set_colour(to_qcolor(*colour));
    else if (const auto* gradient = std::get_if<document::LinearGradient>(&paint); gradient && !gradient->stops.empty())
        colour_->set_colour(to_qcolor(gradient->stops.front().colour));
}

void TextBar::scale_size(double factor) {
    const double unit = length_unit(session_->poster().page).points;
    edit_style(lasting(this, QT_TR_NOOP("Size")), [factor, unit](document::TextStyle& style) {
        const double before = style.size / unit, wanted = before * factor, whole = std::round(wanted);
        style.size = std::clamp((whole != before && whole >= 10 ? whole : wanted) * unit, 1.0, 5000.0);
    }, "size");
}

void TextBar::edit_style(const QString& what, const std::function<void(document::TextStyle&)>& edit, const QString& merge) {
    if (!text() || styler_(what, edit)) return;
    session_->change(what, [&, id = session_->selected()->id](document::Poster& poster) {
        edit_text(poster, id, [&](document::Poster& changed) {
            auto& text = std::get<document::TextLayer>(changed.find(id)->content).text;
            edit(text.style);
            for (document::Span& span : text.spans) edit(span.style);
        });
    }, merge);
}

void TextBar::place(const std::optional<QRectF>& where, const QRectF& area, const std::vector<QRectF>& others) {
    if (!where || !where->intersects(area)) return hide();
    refresh();
    adjustSize();
    const QSizeF size(this->size());
    const QPointF middle = where->intersected(area).center() - QPointF(size.width(), size.height()) / 2;
    std::vector<QPointF> places = {{middle.x(), where->top() - above - size.height()}, {middle.x(), where->bottom() + distance},
                                   {where->right() + distance, middle.y()},            {where->left() - distance - size.width(), middle.y()}};
    // Past the texts that are in the way of these, the nearest first.
    for (const QRectF& other : others)
        for (const double y : {other.bottom() + distance, other.top() - distance - size.height()}) places.emplace_back(middle.x(), y);
    std::ranges::sort(places.begin() + 4, places.end(), {}, [&middle](const QPointF& place) { return std::abs(place.y() - middle.y()); });
    places.insert(places.end(), {{middle.x(), area.bottom() - size.height()}, {middle.x(), area.top()},
                                 {area.left(), area.top()},                   {area.right() - size.width(), area.top()},
                                 {area.left(), area.bottom() - size.height()}, {area.right() - size.width(), area.bottom() - size.height()}});
    const QRectF handle(where->center().x() - handle_breadth / 2, where->top() - above, handle_breadth, above);  // which turns it
    // What it would cover: the text itself weighs more than all others.
    const auto covered = [&](const QRectF& bar) {
        const QRectF card = bar.adjusted(shadow, shadow, -shadow, -shadow);
        const auto hit = std::ranges::count_if(others, [&card](const QRectF& other) { return other.intersects(card); }) + handle.intersects(card);
        return hit + (where->intersects(card) ? std::ssize(others) + 2 : 0);
    };
    QRectF best;
    std::ptrdiff_t least = 0;
    for (const QPointF& corner : places) {
        QRectF bar(corner, size);
        bar.moveLeft(std::clamp(bar.left(), area.left(), std::max(area.left(), area.right() - bar.width())));
        bar.moveTop(std::clamp(bar.top(), area.top(), std::max(area.top(), area.bottom() - bar.height())));
        const std::ptrdiff_t here = covered(bar);
        if (!best.isNull() && here >= least) continue;
        best = bar;
        least = here;
        if (here == 0) break;
    }
    move(best.topLeft().toPoint());
    show();
}

}  // namespace haibao::ui
