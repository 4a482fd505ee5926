// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/layer_clipboard.h"

#include <QBuffer>
#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMimeData>
#include <algorithm>

#include "app/document/commands.h"
#include "app/document/json.h"
#include "app/document/references.h"
#include "app/placement/ink.h"
#include "ui/canvas/layer_actions.h"
#include "ui/canvas/one_line.h"
#include "ui/canvas/rich_text.h"
#include "ui/canvas/text_stand.h"
#include "ui/style/language.h"

namespace haibao::ui {
namespace {

using document::Layer;
using document::LayerId;
using document::Poster;

constexpr const char* layers_type = "application/x-haibao-layers+json";
constexpr double smallest_pasted = 0.6;    // of the usual size, where that lets words stand free
constexpr QPointF beside{12, 12};  // points: a copy is not hidden by what it is a copy of

struct LayerClipboard {
    Q_DECLARE_TR_FUNCTIONS(haibao::ui::LayerClipboard)
};

/// A poster of nothing but these layers and their pictures.
Poster excerpt(const PosterSession& session) {
    const Poster& all = session.settled();
    Poster some;
    some.page = all.page;
    for (const Layer& layer : all.layers)
        if (std::ranges::find(session.selection(), layer.id) != session.selection().end()) some.layers.push_back(layer);
    for (const LayerId id : session.selection())  // those in groups come after them
        if (const Layer* layer = all.find(id); layer && std::ranges::find(some.layers, id, &Layer::id) == some.layers.end()) some.layers.push_back(*layer);
    document::for_each_picture_key(some, [&](QString& key) {
        if (all.pictures.contains(key)) some.pictures.insert(key, all.pictures[key]);
    });
    return some;
}

void paste(PosterSession& session, Poster pasted) {
    std::vector<LayerId> added;
    session.change(lasting("haibao::ui::LayerClipboard", QT_TRANSLATE_NOOP("haibao::ui::LayerClipboard", "Paste")), [&](Poster& poster) {
        for (auto picture = pasted.pictures.cbegin(); picture != pasted.pictures.cend(); ++picture)
            if (!poster.pictures.contains(picture.key())) poster.pictures.insert(picture.key(), *picture);
        for (Layer& layer : pasted.layers) {
            move_by(layer, beside);
            added.push_back(document::add_layer(poster, std::move(layer)));
        }
    });
    session.select(added);
}

/// Where nothing else is written, in an ink of the poster's that can be read there.
void stand_free(Poster& poster, LayerId id, const QImage& backdrop) {
    Layer& layer = *poster.find(id);
    auto& text = std::get<document::TextLayer>(layer.content).text;
    const std::vector<document::Colour> inks = other_inks(poster, id);
    if (!inks.empty()) set_ink(text, inks.front());
    if (text.text.size() > most_laid_out) return;
    document::Placement placement = layer.placement;
    if (const QSizeF line = box_of_line(text); line.width() < placement.frame.width()) {  // no broader than its words
        placement.frame.adjust((placement.frame.width() - line.width()) / 2, 0, (line.width() - placement.frame.width()) / 2, 0);
        place(layer, placement);
    }
    TypeOnPage type(poster, backdrop);
    stand_clear(poster, id, type, smallest_pasted);
    if (backdrop.isNull()) return;
    std::get<document::TextLayer>(layer.content).contrast = placement::wanted_contrast;  // nobody chose it; measured now
    choose_ink(poster, id, backdrop);
}

void paste_text(PosterSession& session, const QMimeData& mime) {
    document::TextLayer content;
    const QSizeF page = session.poster().page.points();
    content.text.style.size = std::max(12.0, std::min(page.width(), page.height()) / 24);
    const auto pasted = pasted_text(mime, content.text.style);
    if (!pasted) return;
    content.text.box.mode = document::BoxMode::grow;
    content.text.box.width = page.width() * 0.6;
    content.text.box.height = content.text.style.size * 1.6;
    Layer layer;
    layer.name = LayerClipboard::tr("Text");
    layer.placement.frame = QRectF(page.width() * 0.2, page.height() * 0.3, content.text.box.width, content.text.box.height);
    layer.content = std::move(content);
    LayerId id = LayerId::none;
    session.change(lasting("haibao::ui::LayerClipboard", QT_TRANSLATE_NOOP("haibao::ui::LayerClipboard", "Paste")), [&](Poster& poster) {
        id = document::add_layer(poster, std::move(layer));
        edit_text(poster, id, [&](Poster& within) {  // so that the box holds all lines
            auto& text = std::get<document::TextLayer>(within.find(id)->content).text;
            text.text = pasted->text;
            text.spans = pasted->spans;
        });
        stand_free(poster, id, session.backdrop());
    });
    session.select({id});
}

}  // namespace

void copy_selection(const PosterSession& session) {
    if (session.selection().empty()) return;
    const Poster some = excerpt(session);
    QStringList words;
    for (const Layer& layer : some.layers)
        if (const auto* text = std::get_if<document::TextLayer>(&layer.content)) words << text->text.text;
    auto mime = std::make_unique<QMimeData>();
    mime->setData(layers_type, document::json_text(document::to_json(some, document::PictureBytes::embedded)));
    if (!words.isEmpty()) mime->setText(words.join('\n'));
    QGuiApplication::clipboard()->setMimeData(mime.release());
}

void cut_selection(PosterSession& session) {
    copy_selection(session);
    delete_selection(session);
}

bool paste_layers(PosterSession& session) {
    const QMimeData* mime = QGuiApplication::clipboard()->mimeData();
    if (!mime) return false;
    if (mime->hasFormat(layers_type)) {
        auto json = document::parse_json_object(mime->data(layers_type), "clipboard");
        auto poster = json ? document::poster_from_json(*json) : pass_on(json);
        if (poster) {
            paste(session, std::move(*poster));
            return true;
        }
    }
    if (mime->hasImage()) {
        const QImage image = qvariant_cast<QImage>(mime->imageData());
        QByteArray bytes;
        QBuffer buffer(&bytes);
        if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG")) return false;
        add_picture(session, bytes, "image/png", LayerClipboard::tr("Pasted picture"), image.size());
        return true;
    }
    if (!mime->hasText() && !mime->hasHtml()) return false;
    paste_text(session, *mime);
    return true;
}

}  // namespace haibao::ui
