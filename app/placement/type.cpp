// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/placement/type.h"

#include <QPainterPath>
#include <QRegularExpression>
#include <algorithm>

#include "app/typeset/layout.h"

namespace haibao::placement {
namespace {

constexpr double trial_size = 100;

document::FontChoice face(const char* family, const char* style) {
    return {.family = QString::fromLatin1(family), .face = QString::fromLatin1(style), .axes = {}, .file_hash = {}};
}

QRectF ink_of(const typeset::Layout& layout) {
    QRectF ink;
    for (const typeset::GlyphRun& run : layout.runs) {
        if (!run.face) continue;
        for (const typeset::Glyph& glyph : run.glyphs) {
            QTransform stand = QTransform::fromTranslate(glyph.origin.x(), glyph.origin.y());
            if (run.setting == typeset::Setting::sideways) stand.rotate(90);
            stand.scale(run.size * run.scale_x, run.size * run.scale_y);
            ink |= stand.mapRect(run.face->outline(glyph.id).boundingRect());
        }
    }
    return ink;
}

bool is_latin(const QString& text) {
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x2E80; });
}

}  // namespace

Voice voice_of(const QString& prompt) {
    static const auto option = QRegularExpression::CaseInsensitiveOption;
    static const QRegularExpression brush(
        "水墨|国风|古风|书法|毛笔|中国画|国画|诗|禅|古典|茶|中秋|春节|重阳|清明|端午|山水|楷|手写|水彩|ink wash|brush|calligraph|\\bzen\\b|\\btea\\b|aquarela|watercolou?r", option);
    static const QRegularExpression sans(
        "科技|现代|极简|简约|霓虹|未来|赛博|音乐节|电音|城市|运动|马拉松|设计|包豪斯|几何|黑体|neon|modern|minimal|bauhaus|\\briso|geometric|\\btech|cyber|future|festival|\\bcity\\b|skyline|sport|"
        "abstract|抽象|渐变|gradient|cidade|moderno|abstrato|sans",
        option);
    if (prompt.contains(brush)) return Voice::brush;
    return prompt.contains(sans) ? Voice::sans : Voice::serif;
}

Typesetter::Typesetter(std::shared_ptr<const typeset::FontSet> fonts, Voice voice, QString prompt)
    : fonts_(std::move(fonts)), voice_(voice), lang_(tag_of(language_of(prompt))) {}

document::FontChoice Typesetter::font(std::initializer_list<document::FontChoice> wishes) const {
    for (const document::FontChoice& wish : wishes)
        if (fonts_->find(wish)) return wish;
    const auto families = fonts_->families();
    return families.empty() ? *wishes.begin() : document::FontChoice{.family = families.front().name, .face = {}, .axes = {}, .file_hash = {}};
}

Setting Typesetter::setting_for(const PromptText& text, document::WritingMode mode) const {
    const bool title = text.role == Role::title, latin = is_latin(text.text), vertical = mode == document::WritingMode::vertical_rl;
    Setting setting;
    setting.mode = mode;
    switch (voice_) {
        case Voice::serif:
            setting.font = title ? font({face("Noto Serif CJK SC", "Bold"), face("Noto Sans CJK SC", "Bold")})
                                 : font({face("Noto Serif CJK SC", "SemiBold"), face("Noto Sans CJK SC", "Regular")});
            break;
        case Voice::sans:
            setting.font = title ? font({face("Noto Sans CJK SC", "Black"), face("Noto Serif CJK SC", "Black")})
                                 : font({face("Noto Sans CJK SC", "Medium"), face("Noto Serif CJK SC", "Medium")});
            break;
        case Voice::brush:
            setting.font = title && !latin ? font({face("LXGW WenKai", "Medium"), face("LXGW WenKai", "Bold"), face("LXGW WenKai GB", "Medium"), face("Noto Serif CJK SC", "SemiBold")})
                           : latin         ? font({face("Noto Serif CJK SC", title ? "SemiBold" : "Medium"), face("Noto Sans CJK SC", "Regular")})
                                           : font({face("LXGW WenKai", "Medium"), face("LXGW WenKai", "Regular"), face("LXGW WenKai GB", "Medium"), face("Noto Serif CJK SC", "Medium")});
            break;
    }
    const qsizetype length = text.text.size();
    if (latin) {
        const bool capitals = text.text == text.text.toUpper();
        setting.letter_spacing_em = title ? (capitals ? 0.03 : -0.005) : capitals ? 0.14 : 0.03;
        setting.line_height = title ? 1.08 : 1.4;
    } else {
        setting.letter_spacing_em = title ? (length <= 2 ? 0.16 : length <= 4 ? 0.08 : length <= 6 ? 0.03 : 0) : 0.08;
        if (vertical) setting.letter_spacing_em = title ? 0.06 : 0.18;
        setting.line_height = title ? 1.2 : 1.55;
    }
    return setting;
}

const Measured& Typesetter::measure(const PromptText& text, const Setting& setting) {
    const QString key = QStringLiteral("%1|%2|%3|%4|%5|%6|%7|%8").arg(text.text, setting.font.family, setting.font.face).arg(int(setting.mode)).arg(int(setting.align))
                            .arg(setting.letter_spacing_em).arg(setting.line_height).arg(setting.measure_em);
    if (const auto known = known_.constFind(key); known != known_.cend()) return *known;
    const bool vertical = setting.mode == document::WritingMode::vertical_rl;
    document::Text set = text_of(text, setting, trial_size);
    if (setting.measure_em == 0) set.box.mode = document::BoxMode::point;
    typeset::Layout layout = typeset::lay_out(set, *fonts_);
    Measured measured;
    if (setting.measure_em == 0) {
        // The box of one line is that line and a little more, so that rounding never breaks it.
        const double length = (vertical ? layout.size.height() : layout.size.width()) / trial_size + 0.05;
        measured.box = vertical ? QSizeF(setting.line_height, length) : QSizeF(length, setting.line_height);
        set.box.mode = document::BoxMode::fixed;
        set.box.width = measured.box.width() * trial_size;
        set.box.height = measured.box.height() * trial_size;
        layout = typeset::lay_out(set, *fonts_);
        measured.lines = static_cast<int>(layout.lines.size());
    } else {
        measured.lines = static_cast<int>(layout.lines.size());
        const double block = measured.lines * setting.line_height;
        measured.box = vertical ? QSizeF(block, setting.measure_em) : QSizeF(setting.measure_em, block);
        set.box.width = measured.box.width() * trial_size;
        set.box.height = measured.box.height() * trial_size;
        layout = typeset::lay_out(set, *fonts_);
    }
    const QRectF ink = ink_of(layout);
    measured.ink = QRectF(ink.topLeft() / trial_size, ink.size() / trial_size);
    if (measured.ink.isEmpty()) measured.ink = QRectF(QPointF(), measured.box);
    measured.complete = std::ranges::none_of(layout.warnings, [](const typeset::Warning& warning) { return warning.kind == typeset::WarningKind::missing_glyphs; });
    return *known_.insert(key, measured);
}

document::Text Typesetter::text_of(const PromptText& text, const Setting& setting, double size) const {
    document::Text set;
    set.text = text.text;
    set.lang = lang_;
    set.style.font = setting.font;
    set.style.size = size;
    set.style.line_height = setting.line_height;
    set.style.letter_spacing_em = setting.letter_spacing_em;
    set.writing_mode = setting.mode;
    set.paragraphs = {{.align = setting.align}};
    set.phrase = setting.measure_em > 0;
    set.overflow = document::Overflow::show;
    set.balance = setting.measure_em > 0 && (text.role != Role::body || text.text.size() < 80);
    if (setting.mode == document::WritingMode::vertical_rl) {
        set.style.tcy = document::TateChuYoko::digits;
        set.box.height = (setting.measure_em > 0 ? setting.measure_em : 1000) * size;
        set.box.width = 1000 * size;
    } else {
        set.box.width = (setting.measure_em > 0 ? setting.measure_em : 1000) * size;
        set.box.height = 1000 * size;
    }
    return set;
}

}  // namespace haibao::placement
