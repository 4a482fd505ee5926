// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <limits>

#include "app/document/json.h"
#include "app/document/json_fields.h"

namespace haibao::document {
namespace {

constexpr Word<WritingMode> writing_mode_words[] = {{"horizontal-tb", WritingMode::horizontal_tb}, {"vertical-rl", WritingMode::vertical_rl}};
constexpr Word<TextOrientation> orientation_words[] = {
    {"mixed", TextOrientation::mixed}, {"upright", TextOrientation::upright}, {"sideways", TextOrientation::sideways}};
constexpr Word<Align> align_words[] = {
    {"start", Align::start}, {"centre", Align::centre}, {"center", Align::centre}, {"end", Align::end}, {"justify", Align::justify}};
constexpr Word<BlockAlign> block_align_words[] = {
    {"start", BlockAlign::start}, {"centre", BlockAlign::centre}, {"center", BlockAlign::centre}, {"end", BlockAlign::end}};
constexpr Word<Kinsoku> kinsoku_words[] = {
    {"strict", Kinsoku::strict}, {"normal", Kinsoku::normal}, {"loose", Kinsoku::loose}, {"none", Kinsoku::none}};
constexpr Word<ClreqLevel> clreq_words[] = {{"off", ClreqLevel::off}, {"gb", ClreqLevel::gb}, {"strict", ClreqLevel::strict}};
constexpr Word<BoxMode> box_mode_words[] = {
    {"point", BoxMode::point}, {"fixed", BoxMode::fixed}, {"grow", BoxMode::grow}, {"shrink", BoxMode::shrink}};
constexpr Word<Overflow> overflow_words[] = {{"show", Overflow::show}, {"clip", Overflow::clip}, {"marker", Overflow::marker}};
constexpr Word<TrimAdjacent> adjacent_words[] = {
    {"off", TrimAdjacent::off}, {"normal", TrimAdjacent::normal}, {"tight", TrimAdjacent::tight}};
constexpr Word<TrimStart> trim_start_words[] = {
    {"full", TrimStart::full}, {"half", TrimStart::half}, {"first-full", TrimStart::first_full}};
constexpr Word<TrimEnd> trim_end_words[] = {{"full", TrimEnd::full}, {"half", TrimEnd::half}, {"auto", TrimEnd::automatic}};
constexpr Word<Hanging> hanging_words[] = {
    {"off", Hanging::off}, {"allow-end", Hanging::allow_end}, {"force-end", Hanging::force_end}};
constexpr Word<LastLine> last_line_words[] = {{"start", LastLine::start}, {"centre", LastLine::centre}, {"center", LastLine::centre},
                                              {"end", LastLine::end}, {"justify", LastLine::justify}};
constexpr Word<EmphasisSide> side_words[] = {
    {"auto", EmphasisSide::automatic}, {"over", EmphasisSide::over}, {"under", EmphasisSide::under}};
constexpr Word<TextPath::Type> path_words[] = {{"none", TextPath::Type::none}, {"arc", TextPath::Type::arc},
                                               {"circle", TextPath::Type::circle}, {"bezier", TextPath::Type::bezier}};
constexpr Word<Warp::Type> warp_words[] = {{"none", Warp::Type::none},   {"arc", Warp::Type::arc},
                                           {"flag", Warp::Type::flag},   {"bulge", Warp::Type::bulge},
                                           {"perspective", Warp::Type::perspective}, {"envelope", Warp::Type::envelope}};

constexpr double em = 100;  ///< bound of lengths in em

/// {"wght": 650}, for doubles and integers.
template <class Number>
void describe_numbers(Fields& f, const char* key, QMap<QString, Number>& map, double least, double most) {
    if (!f.reading()) {
        QJsonObject object;
        for (auto entry = map.cbegin(); entry != map.cend(); ++entry) object[entry.key()] = entry.value();
        return f.put(key, object);
    }
    auto place = f.take(key);
    if (!place) return;
    const QJsonObject object = place->value.toObject();
    if (!place->value.isObject() || object.size() > 256) return place->wrong(QStringLiteral("must be an object of numbers"));
    map.clear();
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        Place value{entry.value(), place->path + '.' + entry.key(), f.context()};
        double number = 0;
        if (entry.key().size() != 4) return value.wrong(QStringLiteral("is no tag of four characters"));
        if (!read_number(value, number, least, most)) return;
        map[entry.key()] = static_cast<Number>(number);
    }
}

void describe_font(Fields& f, FontChoice& font) {
    f.string("family", font.family, 256);
    f.string("face", font.face, 256);
    describe_numbers(f, "axes", font.axes, -1e5, 1e5);
    f.string("file_hash", font.file_hash, 128);
}

/// 1.5, or "30pt" (any length with its unit).
void describe_line_height(Fields& f, TextStyle& style) {
    if (!f.reading())
        return f.put("line_height", style.line_height_points ? QJsonValue(QString::number(style.line_height, 'g', 17) + "pt") : QJsonValue(style.line_height));
    auto place = f.take("line_height");
    if (!place) return;
    style.line_height_points = place->value.isString();
    if (style.line_height_points) read_length(*place, style.line_height, 0, 100'000);
    else read_number(*place, style.line_height, 0, 100);
}

/// none, all, digits:2…4
void describe_tcy(Fields& f, TextStyle& style) {
    if (!f.reading()) {
        const QString digits = QStringLiteral("digits:%1").arg(style.tcy_digits);
        return f.put("tcy", style.tcy == TateChuYoko::none ? QStringLiteral("none") : style.tcy == TateChuYoko::all ? QStringLiteral("all") : digits);
    }
    auto place = f.take("tcy");
    if (!place) return;
    const QString word = place->value.toString();
    if (word == QLatin1String("none")) style.tcy = TateChuYoko::none;
    else if (word == QLatin1String("all")) style.tcy = TateChuYoko::all;
    else if (word == QLatin1String("digits:2") || word == QLatin1String("digits:3") || word == QLatin1String("digits:4")) {
        style.tcy = TateChuYoko::digits;
        style.tcy_digits = word.back().digitValue();
    } else place->wrong(QStringLiteral("must be none, all, digits:2, digits:3 or digits:4, not %1").arg(describe_value(place->value)));
}

void describe_style(Fields& f, TextStyle& style, const char* lang_key) {
    f.value("font", style.font);
    f.value("latin_font", style.latin_font);
    f.strings("fallback", style.fallback);
    f.length("size|size_pt", style.size, 0.1, 10000);
    if (auto pixels = f.reading() ? f.take("size_px") : std::nullopt; pixels && read_number(*pixels, style.size, 0.1, 10000))
        style.size *= 72 / f.context().page.dpi;
    describe_line_height(f, style);
    f.number("letter_spacing_em|letter_spacing", style.letter_spacing_em, -em, em);
    describe_numbers(f, "features", style.features, 0, 65535);
    describe_tcy(f, style);
    f.string("ruby", style.ruby);
    f.value("emphasis", style.emphasis);
    f.number("baseline_shift_em|baseline_shift", style.baseline_shift_em, -em, em);
    f.number("scale_x", style.scale_x, 0.01, 100);
    f.number("scale_y", style.scale_y, 0.01, 100);
    f.number("skew", style.skew, -80, 80);
    f.flag("underline", style.underline);
    f.flag("strike", style.strike);
    f.list("fills", style.fills, 32);
    f.list("strokes", style.strokes, 32);
    f.list("shadows", style.shadows, 32);
    f.flag("overprint", style.overprint);
    f.string(lang_key, style.lang, 64);
}


QJsonArray write_spans(const Text& text) {
    QJsonArray array;
    TextStyle base = text.style;  // all but what is said of one stretch only
    base.lang.clear();
    base.ruby.clear();
    const QJsonObject unknown = unknown_of(text.unknown, "spans");
    for (std::size_t i = 0; i < text.spans.size(); ++i) {
        QJsonObject object = write_object(text.spans[i].style, base, unknown_of(unknown, i));
        object["start"] = text.spans[i].begin;
        object["end"] = text.spans[i].end;
        array.append(object);
    }
    return array;
}

void read_spans(Fields& f, Text& text) {
    auto place = f.take("spans");
    if (!place) return;
    const qsizetype count = place->value.toArray().size();
    if (!place->value.isArray() || count > most_characters) return place->wrong(QStringLiteral("must be a list, not %1").arg(describe_value(place->value)));
    QJsonObject unknown;
    int behind = 0;
    for (qsizetype i = 0; i < count && f.good(); ++i) {
        Place item = place->item(i);
        Fields fields(item);
        if (!fields.good()) return;
        Span span{0, 0, text.style};
        span.style.lang.clear();
        span.style.ruby.clear();
        fields.integer("start|begin", span.begin, 0, std::numeric_limits<int>::max());
        fields.integer("end", span.end, 0, std::numeric_limits<int>::max());
        describe_style(fields, span.style, "lang");
        if (!fields.good()) return;
        if (span.begin < behind || span.end <= span.begin || span.end > text.text.size())
            return item.wrong(QStringLiteral("must cover characters behind the span before it and within the text (UTF-16 units %1 to %2), not %3 to %4")
                                  .arg(behind).arg(text.text.size()).arg(span.begin).arg(span.end));
        behind = span.end;
        text.spans.push_back(std::move(span));
        if (const QJsonObject left = fields.unknown(); !left.isEmpty()) unknown[QStringLiteral("#%1").arg(i)] = left;
    }
    f.keep_unknown("spans", unknown);
}

}  // namespace

void describe(Fields& f, LatinFont& latin) {
    describe_font(f, latin.font);
    f.number("scale", latin.scale, 0.01, 100);
    f.number("baseline_shift_em|baseline_shift", latin.baseline_shift_em, -em, em);
}

void describe(Fields& f, Paragraph& paragraph) {
    f.word("align", paragraph.align, align_words);
    f.number("indent_first_em|indent_first", paragraph.indent_first_em, -em, em);
    f.number("indent_start_em|indent_start", paragraph.indent_start_em, -em, em);
    f.number("indent_end_em|indent_end", paragraph.indent_end_em, -em, em);
    f.length("space_before", paragraph.space_before, 0, 10000);
    f.length("space_after", paragraph.space_after, 0, 10000);
}

void describe(Fields& f, Columns& columns) {
    f.integer("count", columns.count, 1, 100);
    f.length("gap", columns.gap, 0, 10000);
}

void describe(Fields& f, TextBox& box) {
    f.word("mode", box.mode, box_mode_words);
    f.length("w|width", box.width, 0, far);
    f.length("h|height", box.height, 0, far);
    f.length("inset", box.inset, 0, 10000);
    f.value("columns", box.columns);
    f.word("block_align", box.block_align, block_align_words);
}

void describe(Fields& f, PunctuationTrim& trim) {
    f.word("adjacent", trim.adjacent, adjacent_words);
    f.word("line_start", trim.line_start, trim_start_words);
    f.word("line_end", trim.line_end, trim_end_words);
}

void describe(Fields& f, Justification& justify) {
    f.word("last_line", justify.last_line, last_line_words);
    f.flag("latin_letter_spacing", justify.latin_letter_spacing);
}

void describe(Fields& f, Hyphenation& hyphenate) {
    f.flag("on", hyphenate.on);
    f.integer("min_left", hyphenate.min_left, 1, 20);
    f.integer("min_right", hyphenate.min_right, 1, 20);
}

void describe(Fields& f, Autofit& autofit) {
    f.number("min_scale", autofit.min_scale, 0.01, 1);
    f.number("step", autofit.step, 0.0001, 1);
}

void describe(Fields& f, TextPath& path) {
    f.word("type", path.type, path_words);
    f.length("radius", path.radius, -far, far);
    f.length("start_offset", path.start_offset, -far, far);
    f.list("points", path.points, 3001);
    f.flag("inside", path.inside);
    f.flag("upright", path.upright);
    if (f.reading() && f.good() && path.type == TextPath::Type::bezier && (path.points.size() < 4 || path.points.size() % 3 != 1))
        f.wrong("points", QStringLiteral("must be 4, 7, 10… points: the start and three for each curve"));
}

void describe(Fields& f, Warp& warp) {
    f.word("type", warp.type, warp_words);
    f.number("bend", warp.bend, -1, 1);
    f.list("corners", warp.corners, 12);
    const std::size_t wanted = warp.type == Warp::Type::perspective ? 4 : warp.type == Warp::Type::envelope ? 12 : warp.corners.size();
    if (f.reading() && f.good() && warp.corners.size() != wanted)
        f.wrong("corners", QStringLiteral("must be %1 points, not %2").arg(wanted).arg(warp.corners.size()));
}

void describe(Fields& f, TextStyle& style) { describe_style(f, style, "lang"); }

void describe(Fields& f, NamedStyle& style) {
    f.string("name", style.name, 256);
    f.always("name");
    describe_style(f, style.style, "lang");
}

void describe(Fields& f, Text& text) {
    f.string("text", text.text, most_characters);
    describe_style(f, text.style, "style_lang");
    if (f.reading()) read_spans(f, text);
    else f.put("spans", write_spans(text));
    f.list("paragraphs", text.paragraphs, most_characters);
    if (f.reading() && f.good() && text.paragraphs.empty()) text.paragraphs.emplace_back();
    f.string("lang", text.lang, 64);
    f.word("writing_mode", text.writing_mode, writing_mode_words);
    f.word("text_orientation|orientation", text.orientation, orientation_words);
    f.value("box", text.box);
    f.word("kinsoku", text.kinsoku, kinsoku_words);
    f.word("clreq_level", text.clreq_level, clreq_words);
    f.value("punct_trim", text.punct_trim);
    f.word("hanging", text.hanging, hanging_words);
    f.number("autospace_em", text.autospace_em, 0, 2);
    f.value("justify", text.justify);
    f.value("hyphenate", text.hyphenate);
    f.word("overflow", text.overflow, overflow_words);
    f.value("autofit", text.autofit);
    f.flag("balance", text.balance);
    f.flag("phrase", text.phrase);
    f.flag("optical", text.optical);
    f.flag("widow", text.widow);
    f.value("path", text.path);
    f.value("warp", text.warp);
}

QJsonValue Form<FontChoice>::write(const FontChoice& font) {
    if (font.face.isEmpty() && font.axes.isEmpty() && font.file_hash.isEmpty()) return font.family;
    Fields f;
    FontChoice copy = font;
    f.string("family", copy.family);
    if (!font.face.isEmpty()) f.string("face", copy.face);
    if (!font.axes.isEmpty()) describe_numbers(f, "axes", copy.axes, 0, 0);
    if (!font.file_hash.isEmpty()) f.string("file_hash", copy.file_hash);
    return f.written();
}

void Form<FontChoice>::read(Place& place, FontChoice& font) {
    if (place.value.isString()) {
        read_string(place, font.family, 256);
        return;
    }
    Fields f(place);
    if (!f.good()) return;
    describe_font(f, font);
    place.unknown = f.unknown();
}

QJsonValue Form<Emphasis>::write(const Emphasis& emphasis) {
    if (emphasis.side == EmphasisSide::automatic) return emphasis.mark;
    Fields f;
    Emphasis copy = emphasis;
    f.string("mark", copy.mark);
    f.word("side", copy.side, side_words);
    return f.written();
}

void Form<Emphasis>::read(Place& place, Emphasis& emphasis) {
    if (place.value.isString()) {
        read_string(place, emphasis.mark, 16);
        return;
    }
    Fields f(place);
    if (!f.good()) return;
    f.string("mark", emphasis.mark, 16);
    f.word("side", emphasis.side, side_words);
    place.unknown = f.unknown();
}

}  // namespace haibao::document
