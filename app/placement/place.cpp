// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/placement/place.h"

#include <algorithm>

#include "app/document/commands.h"
#include "app/placement/remedy.h"
#include "app/typeset/font_files.h"

namespace haibao::placement {
namespace {

/// Margin of the type, in parts of the short side: more than the 5 % that are safe, as posters have it.
constexpr double margin_part = 0.07;
constexpr std::size_t most_texts = 24;
constexpr qsizetype most_characters = 2000;

document::Poster ground_poster(const QImage& picture, const document::EmbeddedPicture& file, const Wishes& wishes, QString& key) {
    document::Poster poster;
    poster.page = {.width = double(picture.width()), .height = double(picture.height()), .unit = document::PageUnit::pixels, .dpi = wishes.dpi};
    key = poster.add_picture(file.bytes, file.media_type, file.name);
    document::Layer layer;
    layer.name = in_language(language_of(wishes.prompt), "Background", "背景", "Fundo");
    layer.placement.frame = QRectF(QPointF(), poster.page.points());
    layer.content = document::PictureLayer{.picture = key};
    document::add_layer(poster, std::move(layer));
    return poster;
}

}  // namespace

Result<std::vector<PlacedPoster>> place_texts(const QImage& picture, const document::EmbeddedPicture& file, const std::vector<PromptText>& texts,
                                              const std::shared_ptr<const typeset::FontSet>& fonts, const Wishes& wishes, std::size_t count) {
    if (picture.isNull()) return fail(ErrorKind::invalid_input, "There is no picture to put the texts on.");
    QString key;
    document::Poster bare = ground_poster(picture, file, wishes, key);
    const auto title = std::ranges::find(texts, Role::title, &PromptText::role);
    if (title != texts.end()) bare.info.title = title->text;
    if (texts.size() > most_texts) return fail(ErrorKind::invalid_input, "{} quoted texts are too many for one poster; {} are possible.", texts.size(), most_texts);
    for (const PromptText& text : texts)
        if (text.text.size() > most_characters) return fail(ErrorKind::invalid_input, "A quoted text of {} characters is too long for a poster; {} are possible.", text.text.size(), most_characters);
    if (texts.empty()) return std::vector<PlacedPoster>{{std::move(bare), false, 21}};
    const Ground ground(picture, wishes.keep_out);
    Typesetter type(fonts, voice_of(wishes.prompt), wishes.prompt);
    const QSizeF page = bare.page.points();
    const double margin = std::max(bare.page.safe_margin(), margin_part * std::min(page.width(), page.height()));
    const auto arrangements = arrange(type, texts, ground, page, margin, count);
    if (arrangements.empty()) return fail(ErrorKind::invalid_input, "The texts are too long for a picture of {} × {} pixels; make it larger or the texts shorter.", picture.width(), picture.height());
    std::vector<PlacedPoster> placed;
    for (const Arrangement& arrangement : arrangements) {
        Draft draft(bare, type, key, language_of(wishes.prompt));
        for (const Stand& stand : arrangement.stands) draft.add(stand, ground);
        draft.insist();
        typeset::note_font_files(draft.poster(), *fonts);
        const double least = draft.measure_all();
        placed.push_back({std::move(draft.poster()), arrangement.busyness > calm_limit, least});
    }
    return placed;
}

}  // namespace haibao::placement
