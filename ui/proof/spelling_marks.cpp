// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/proof/spelling_marks.h"

#include <QCoreApplication>
#include <QMenu>
#include <QPainter>
#include <QPainterPath>
#include <cmath>
#include <numbers>

#include "app/document/commands.h"
#include "app/proof/spelling/spelling.h"
#include "app/typeset/caret.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

namespace haibao::ui {
namespace {

constexpr double wave = 3;  // widget pixels of half a wave

constexpr const char* context = "haibao::ui";
QString tr(const char* english) { return QCoreApplication::translate(context, english); }

void draw_wave(QPainter& painter, const QPolygonF& line) {
    QPainterPath path;
    path.addPolygon(line);
    const double length = path.length();
    QPolygonF wavy;
    for (int i = 0; i * wave < length; ++i) {
        const double at = path.percentAtLength(i * wave);
        const double angle = path.angleAtPercent(at) * std::numbers::pi / 180;
        const QPointF across(std::sin(angle), std::cos(angle));
        wavy << path.pointAtPercent(at) + across * (i % 2 == 0 ? 0.0 : 2.0);
    }
    painter.drawPolyline(wavy);
}

}  // namespace

void paint_spelling(QPainter& painter, const typeset::Layout& layout, const document::Text& text, const std::function<QPolygonF(const QPolygonF&)>& to_widget) {
    painter.setPen(QPen(tones().error, 1.2));
    painter.setBrush(Qt::NoBrush);
    for (const spelling::Remark& remark : spelling::speller().check(text.text, text.lang))
        for (const QPolygonF& part : typeset::selection_polygons(layout, text, remark.begin, remark.end)) {
            const QRectF box = part.boundingRect();
            const bool column = text.writing_mode == document::WritingMode::vertical_rl;
            draw_wave(painter, to_widget(column ? QPolygonF({box.topRight(), box.bottomRight()}) : QPolygonF({box.bottomLeft(), box.bottomRight()})));
        }
}

void add_spelling(QMenu& menu, PosterSession& session, document::LayerId id, int index) {
    const document::Layer* layer = session.poster().find(id);
    const auto* content = layer ? std::get_if<document::TextLayer>(&layer->content) : nullptr;
    if (!content) return;
    const document::Text& text = content->text;
    for (const spelling::Remark& remark : spelling::speller().check(text.text, text.lang)) {
        if (index < remark.begin || index > remark.end) continue;
        const QString word = text.text.sliced(remark.begin, remark.end - remark.begin);
        const QStringList others = remark.suggestions.isEmpty() ? spelling::speller().suggestions(word, text.lang) : remark.suggestions;
        for (const QString& other : others)
            menu.addAction(other, &session, [&session, id, remark, word, other] {
                session.change(lasting(context, QT_TRANSLATE_NOOP("haibao::ui", "Correct spelling")), [&](document::Poster& poster) {
                    const document::Layer* now = poster.find(id);
                    const auto* words = now ? std::get_if<document::TextLayer>(&now->content) : nullptr;
                    // The menu may have stood open while the text changed.
                    if (words && words->text.text.mid(remark.begin, remark.end - remark.begin) == word) document::replace_text(poster, id, remark.begin, remark.end, other);
                });
            });
        if (others.isEmpty()) menu.addAction(tr("No suggestions"))->setEnabled(false);
        menu.addSeparator();
        break;
    }
    QAction* checked = menu.addAction(tr("Check the spelling of this text"));
    checked->setCheckable(true);
    checked->setChecked(spelling::is_checked(text.lang));
    QObject::connect(checked, &QAction::toggled, &session, [&session, id](bool on) {
        session.change_layer(lasting(context, QT_TRANSLATE_NOOP("haibao::ui", "Check the spelling of this text")), id, [on](document::Layer& now) {
            auto& words = std::get<document::TextLayer>(now.content).text;
            words.lang = spelling::with_checking(words.lang, on ? spelling::Checked::yes : spelling::Checked::no);
        });
    });
    menu.addSeparator();
}

}  // namespace haibao::ui
