// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/typeset/face.h"

#include <hb-ot.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <span>
#include <system_error>
#include <utility>

#include "app/typeset/painted_glyph.h"

namespace haibao::typeset {
namespace {

constexpr hb_tag_t os2_tag = HB_TAG('O', 'S', '/', '2'), hhea_tag = HB_TAG('h', 'h', 'e', 'a');

/// Big-endian numbers of a table; reads outside it give 0.
struct Bytes {
    std::span<const std::uint8_t> data;
    explicit Bytes(hb_blob_t* blob) {
        unsigned length = 0;
        const char* start = hb_blob_get_data(blob, &length);
        data = {reinterpret_cast<const std::uint8_t*>(start), length};
    }
    std::uint32_t u16(std::uint64_t at) const { return at + 2 > data.size() ? 0 : std::uint32_t(data[at]) << 8 | data[at + 1]; }
    std::uint32_t u32(std::uint64_t at) const { return u16(at) << 16 | u16(at + 2); }
    int i16(std::uint64_t at) const { return static_cast<std::int16_t>(u16(at)); }
};

struct Table {
    hb_blob_t* blob;
    Table(hb_face_t* face, hb_tag_t tag) : blob(hb_face_reference_table(face, tag)) {}
    ~Table() { hb_blob_destroy(blob); }
    Table(const Table&) = delete;
    Table& operator=(const Table&) = delete;
    bool there() const { return hb_blob_get_length(blob) > 0; }
};

bool has_table(hb_face_t* face, const char (&tag)[5]) { return Table(face, HB_TAG(tag[0], tag[1], tag[2], tag[3])).there(); }

/// Whether every table that the font's directory lists lies within the file. HarfBuzz would only take the missing ones as
/// empty, and the text would silently be in boxes.
bool complete(hb_blob_t* blob, unsigned index) {
    const Bytes file(blob);
    const std::uint32_t start = file.u32(0) == HB_TAG('t', 't', 'c', 'f') ? file.u32(12 + 4 * std::uint64_t(index)) : 0;
    const std::uint32_t tables = file.u16(start + std::uint64_t(4));
    if (tables == 0) return false;
    for (std::uint32_t i = 0; i < tables; ++i) {
        const std::uint64_t entry = start + std::uint64_t(12) + 16 * std::uint64_t(i);
        if (entry + 16 > file.data.size() || std::uint64_t(file.u32(entry + 8)) + file.u32(entry + 12) > file.data.size()) return false;
    }
    return true;
}

bool is_web_or_type1(hb_blob_t* blob) {
    const Bytes file(blob);
    const std::uint32_t magic = file.u32(0);
    return magic == HB_TAG('w', 'O', 'F', 'F') || magic == HB_TAG('w', 'O', 'F', '2') || magic >> 16 == 0x8001 ||
           magic == HB_TAG('%', '!', 'P', 'S') || magic == HB_TAG('%', '!', 'F', 'o');
}

QString name_of(hb_face_t* face, hb_ot_name_id_t first, hb_ot_name_id_t second) {
    const hb_language_t english = hb_language_from_string("en", -1);
    for (hb_ot_name_id_t id : {first, second}) {
        char text[256];
        unsigned size = sizeof text;
        if (hb_ot_name_get_utf8(face, id, english, &size, text) > 0) return QString::fromUtf8(text, static_cast<qsizetype>(size)).trimmed();
    }
    return {};
}

QString to_string(hb_tag_t tag) {
    char text[4];
    hb_tag_to_string(tag, text);
    return QString::fromLatin1(text, 4);
}

std::vector<hb_ot_var_axis_info_t> axes_of(hb_face_t* face) {
    std::vector<hb_ot_var_axis_info_t> axes(hb_ot_var_get_axis_count(face));
    unsigned count = static_cast<unsigned>(axes.size());
    hb_ot_var_get_axis_infos(face, 0, &count, axes.data());
    axes.resize(count);
    return axes;
}

// ---- outlines ----

struct Pen {
    QPainterPath path;
    double scale;
};
Pen& pen(void* data) { return *static_cast<Pen*>(data); }
QPointF point(const Pen& p, float x, float y) { return {x * p.scale, -y * p.scale}; }

hb_draw_funcs_t* draw_funcs() {
    static hb_draw_funcs_t* const funcs = [] {
        hb_draw_funcs_t* made = hb_draw_funcs_create();
        hb_draw_funcs_set_move_to_func(
            made, [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) { pen(data).path.moveTo(point(pen(data), x, y)); },
            nullptr, nullptr);
        hb_draw_funcs_set_line_to_func(
            made, [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) { pen(data).path.lineTo(point(pen(data), x, y)); },
            nullptr, nullptr);
        hb_draw_funcs_set_quadratic_to_func(
            made,
            [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float cx, float cy, float x, float y, void*) {
                pen(data).path.quadTo(point(pen(data), cx, cy), point(pen(data), x, y));
            },
            nullptr, nullptr);
        hb_draw_funcs_set_cubic_to_func(
            made,
            [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float ax, float ay, float bx, float by, float x, float y, void*) {
                pen(data).path.cubicTo(point(pen(data), ax, ay), point(pen(data), bx, by), point(pen(data), x, y));
            },
            nullptr, nullptr);
        hb_draw_funcs_set_close_path_func(
            made, [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, void*) { pen(data).path.closeSubpath(); }, nullptr, nullptr);
        hb_draw_funcs_make_immutable(made);
        return made;
    }();
    return funcs;
}

// ---- vertical metrics for fonts that have none ----

struct MadeUpMetrics {
    int em = 1000, height = 1000, ascender = 880, descent = 120;  ///< font units
    hb_set_t* wide = hb_set_create();  ///< glyphs one em high: those of East Asian characters
    ~MadeUpMetrics() { hb_set_destroy(wide); }
    int advance(hb_codepoint_t glyph) const { return hb_set_has(wide, glyph) ? em : height; }
};
MadeUpMetrics& made_up(void* data) { return *static_cast<MadeUpMetrics*>(data); }

hb_position_t vertical_advance(hb_font_t*, void* data, hb_codepoint_t glyph, void*) { return -made_up(data).advance(glyph); }

hb_bool_t vertical_origin(hb_font_t* font, void* data, hb_codepoint_t glyph, hb_position_t* x, hb_position_t* y, void*) {
    const MadeUpMetrics& metrics = made_up(data);
    *x = hb_font_get_glyph_h_advance(font, glyph) / 2;
    *y = metrics.ascender + (metrics.advance(glyph) - metrics.ascender - metrics.descent) / 2;
    return true;
}

hb_font_funcs_t* vertical_funcs() {
    static hb_font_funcs_t* const funcs = [] {
        hb_font_funcs_t* made = hb_font_funcs_create();
        hb_font_funcs_set_glyph_v_advance_func(made, vertical_advance, nullptr, nullptr);
        hb_font_funcs_set_glyph_v_origin_func(made, vertical_origin, nullptr, nullptr);
        hb_font_funcs_make_immutable(made);
        return made;
    }();
    return funcs;
}

/// Glyphs of wide and ambiguous characters. Those that no character maps to (alternates) count as wide in a font for Chinese
/// or Japanese, which Han and kana tell.
void collect_wide(hb_face_t* face, hb_set_t* wide) {
    hb_map_t* glyphs = hb_map_create();
    hb_set_t* characters = hb_set_create();
    hb_face_collect_nominal_glyph_mapping(face, glyphs, characters);
    if (hb_set_has(characters, U'一') || hb_set_has(characters, U'あ')) hb_set_add_range(wide, 1, hb_face_get_glyph_count(face));
    hb_codepoint_t character = HB_SET_VALUE_INVALID;
    while (hb_set_next(characters, &character)) {
        const int width = u_getIntPropertyValue(static_cast<UChar32>(character), UCHAR_EAST_ASIAN_WIDTH);
        const bool is_wide = width == U_EA_WIDE || width == U_EA_FULLWIDTH || width == U_EA_AMBIGUOUS;
        const hb_codepoint_t glyph = hb_map_get(glyphs, character);
        if (is_wide) hb_set_add(wide, glyph);
        else hb_set_del(wide, glyph);
    }
    hb_set_destroy(characters);
    hb_map_destroy(glyphs);
}

}  // namespace

Result<std::shared_ptr<const Face>> Face::open(const std::filesystem::path& file, int index, const QMap<QString, double>& axes) {
    const std::string name = file.filename().string();
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error)) return fail(ErrorKind::not_found, "There is no font file {}.", file.string());
    hb_blob_t* blob = hb_blob_create_from_file_or_fail(file.c_str());
    if (!blob) return fail(ErrorKind::not_found, "The font file {} cannot be read; check its rights.", file.string());
    struct Closer {
        hb_blob_t* blob;
        ~Closer() { hb_blob_destroy(blob); }
    } closer{blob};
    const unsigned in_collection = static_cast<unsigned>(index) & 0xffff;
    if (is_web_or_type1(blob))
        return fail(ErrorKind::unsupported, "{} is a web or Type 1 font; Haibao uses TrueType and OpenType fonts (.ttf, .otf, .ttc).", name);
    const unsigned count = hb_face_count(blob);
    if (count == 0) return fail(ErrorKind::corrupt_file, "{} is not a font, or is damaged.", name);
    if (index < 0 || in_collection >= count) return fail(ErrorKind::not_found, "{} has {} fonts in it; number {} was asked for.", name, count, in_collection);
    if (!complete(blob, in_collection)) return fail(ErrorKind::corrupt_file, "The font {} is cut off or damaged; install it again.", name);

    static std::atomic<std::uint64_t> opened = 0;
    std::shared_ptr<Face> made(new Face);
    made->number_ = ++opened;
    made->file_ = file;
    made->index_ = static_cast<int>(in_collection);
    made->face_ = hb_face_create(blob, in_collection);
    if (auto ready = made->set_up(axes, (index >> 16) - 1); !ready) return pass_on(ready);
    return made;
}

Result<void> Face::set_up(QMap<QString, double> axes, int instance) {
    const std::string name = file_.filename().string();
    const Table head(face_, HB_TAG('h', 'e', 'a', 'd')), cmap(face_, HB_TAG('c', 'm', 'a', 'p'));
    units_per_em_ = Bytes(head.blob).u16(18);
    const bool outlines = has_table(face_, "CFF ") || has_table(face_, "CFF2") || (has_table(face_, "glyf") && has_table(face_, "loca"));
    has_pictures_ = hb_ot_color_has_png(face_);
    is_colour_ = has_pictures_ || hb_ot_color_has_layers(face_) || hb_ot_color_has_paint(face_) || hb_ot_color_has_svg(face_);
    if (units_per_em_ < 16 || units_per_em_ > 16384 || hb_face_get_glyph_count(face_) == 0 || !cmap.there())
        return fail(ErrorKind::corrupt_file, "The font {} is damaged: tables that every font needs are missing.", name);
    if (!outlines && !is_colour_) return fail(ErrorKind::unsupported, "The font {} has no outlines.", name);

    family_ = name_of(face_, HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY, HB_OT_NAME_ID_FONT_FAMILY);
    style_name_ = name_of(face_, HB_OT_NAME_ID_TYPOGRAPHIC_SUBFAMILY, HB_OT_NAME_ID_FONT_SUBFAMILY);
    postscript_name_ = name_of(face_, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_OT_NAME_ID_FULL_NAME);
    if (family_.isEmpty()) family_ = QString::fromStdString(file_.stem().string());
    if (postscript_name_.isEmpty()) postscript_name_ = family_;

    hb_face_make_immutable(face_);
    font_ = hb_font_create(face_);
    hb_font_set_scale(font_, static_cast<int>(units_per_em_), static_cast<int>(units_per_em_));
    const auto infos = axes_of(face_);
    std::vector<float> coordinates(infos.size());
    unsigned length = static_cast<unsigned>(infos.size());
    const bool named = instance >= 0 && hb_ot_var_named_instance_get_design_coords(face_, static_cast<unsigned>(instance), &length, coordinates.data()) == infos.size();
    if (named)
        if (const QString style = name_of(face_, hb_ot_var_named_instance_get_subfamily_name_id(face_, static_cast<unsigned>(instance)), HB_OT_NAME_ID_INVALID); !style.isEmpty())
            style_name_ = style;
    for (std::size_t i = 0; i < infos.size(); ++i) {
        const QString tag = to_string(infos[i].tag);
        const double wanted = axes.value(tag, named ? coordinates[i] : infos[i].default_value);
        coordinates[i] = std::clamp(static_cast<float>(std::isfinite(wanted) ? wanted : infos[i].default_value), infos[i].min_value,
                                    std::max(infos[i].min_value, infos[i].max_value));
        axes_[tag] = coordinates[i];
    }
    if (!infos.empty()) hb_font_set_var_coords_design(font_, coordinates.data(), static_cast<unsigned>(coordinates.size()));
    read_metrics();
    vertical_metrics_ = has_table(face_, "vmtx") && has_table(face_, "vhea");
    if (!vertical_metrics_) make_up_vertical_metrics();
    hb_font_make_immutable(font_);
    return {};
}

void Face::read_metrics() {
    const Table os2(face_, os2_tag), hhea(face_, hhea_tag);
    const Bytes table(os2.blob), horizontal(hhea.blob);
    const double em = units_per_em_;
    double up = table.i16(68) / em, down = table.i16(70) / em;
    if (up - down <= 0 || down > 0) up = horizontal.i16(4) / em, down = horizontal.i16(6) / em;
    if (up - down > 0 && up - down < 10) ascender_ = up, descender_ = down;
    // Bits of fsType: 1 forbids embedding unless a milder bit stands beside it (old fonts), 8 forbids subsets, 9 allows
    // bitmaps only.
    const std::uint32_t rights = os2.there() ? table.u16(8) : 0;
    may_embed_ = (rights & 0xe) != 0x2 && !(rights & 0x300);
}

void Face::make_up_vertical_metrics() {
    auto* metrics = new MadeUpMetrics;
    const double em = units_per_em_;
    metrics->em = static_cast<int>(units_per_em_);
    metrics->ascender = static_cast<int>(std::lround(ascender_ * em));
    metrics->descent = static_cast<int>(std::lround(-descender_ * em));
    metrics->height = metrics->ascender + metrics->descent;
    collect_wide(face_, metrics->wide);
    hb_font_make_immutable(font_);
    hb_font_t* with_metrics = hb_font_create_sub_font(font_);
    hb_font_destroy(std::exchange(font_, with_metrics));
    hb_font_set_funcs(font_, vertical_funcs(), metrics, [](void* data) { delete &made_up(data); });
}

Face::~Face() {
    hb_font_destroy(font_);
    hb_face_destroy(face_);
}

bool Face::covers(char32_t code_point) const {
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(font_, code_point, &glyph) && glyph != 0;
}

QPainterPath Face::outline(hb_codepoint_t glyph) const {
    Pen drawn{{}, 1.0 / units_per_em_};
    drawn.path.setFillRule(Qt::WindingFill);
    hb_font_draw_glyph(font_, glyph, draw_funcs(), &drawn);
    return drawn.path;
}

Face::Colours Face::colours_of(hb_codepoint_t glyph) const {
    if (!is_colour_) return Colours::none;
    const auto there = [](hb_blob_t* blob) {
        const bool bytes = hb_blob_get_length(blob) > 0;
        hb_blob_destroy(blob);
        return bytes;
    };
    if (has_pictures_ && there(hb_ot_color_glyph_reference_png(font_, glyph))) return Colours::picture;
    if (hb_ot_color_glyph_has_paint(face_, glyph)) return Colours::picture;
    if (hb_ot_color_glyph_get_layers(face_, glyph, 0, nullptr, nullptr) > 0) return Colours::layers;
    return hb_ot_color_has_svg(face_) && there(hb_ot_color_glyph_reference_svg(face_, glyph)) ? Colours::unknown : Colours::none;
}

std::vector<Face::ColourLayer> Face::colour_layers(hb_codepoint_t glyph) const {
    unsigned count = hb_ot_color_glyph_get_layers(face_, glyph, 0, nullptr, nullptr);
    std::vector<hb_ot_color_layer_t> stored(count);
    hb_ot_color_glyph_get_layers(face_, glyph, 0, &count, stored.data());
    unsigned colours = hb_ot_color_palette_get_colors(face_, 0, 0, nullptr, nullptr);
    std::vector<hb_color_t> palette(colours);
    hb_ot_color_palette_get_colors(face_, 0, 0, &colours, palette.data());
    std::vector<ColourLayer> layers;
    for (const hb_ot_color_layer_t& layer : std::span(stored).first(count)) {
        ColourLayer made{layer.glyph, {}};
        if (layer.color_index < colours) {
            const hb_color_t c = palette[layer.color_index];
            made.colour = qRgba(hb_color_get_red(c), hb_color_get_green(c), hb_color_get_blue(c), hb_color_get_alpha(c));
        }
        layers.push_back(made);
    }
    return layers;
}

Face::Picture Face::picture(hb_codepoint_t glyph) const {
    hb_blob_t* png = hb_ot_color_glyph_reference_png(font_, glyph);
    unsigned length = 0;
    const char* data = hb_blob_get_data(png, &length);
    Picture found;
    if (length > 0 && found.image.loadFromData(reinterpret_cast<const uchar*>(data), static_cast<int>(length), "PNG")) found.box = picture_box(glyph);
    hb_blob_destroy(png);
    if (found.image.isNull() && hb_ot_color_glyph_has_paint(face_, glyph)) {
        found.box = picture_box(glyph);
        found.image = painted_glyph(font_, glyph, units_per_em_, found.box);
    }
    return found;
}

QRectF Face::picture_box(hb_codepoint_t glyph) const {
    hb_glyph_extents_t extents;
    if (!hb_font_get_glyph_extents(font_, glyph, &extents)) return {};
    const double em = units_per_em_;
    return {extents.x_bearing / em, -extents.y_bearing / em, extents.width / em, -extents.height / em};
}

}  // namespace haibao::typeset
