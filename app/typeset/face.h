// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <hb.h>

#include <QImage>
#include <QMap>
#include <QPainterPath>
#include <QRectF>
#include <QRgb>
#include <QString>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "inference/base/result.h"

namespace haibao::typeset {

/// One opened font, for shaping, painting and embedding. Immutable and safe to use from many threads; all measures are in
/// em (fractions of the font size), y up.
class Face {
public:
    /// `index`: in a collection; its upper 16 bits, as FreeType and fontconfig have them, name an instance of a variable font.
    /// `axes`: the place in a variable font's design space. The file stays mapped. Errors: not_found, corrupt_file (names the
    /// file), unsupported.
    static Result<std::shared_ptr<const Face>> open(const std::filesystem::path& file, int index, const QMap<QString, double>& axes = {});
    ~Face();
    Face(const Face&) = delete;
    Face& operator=(const Face&) = delete;

    const QString& family() const { return family_; }
    const QString& style_name() const { return style_name_; }  ///< "Bold"
    const QString& postscript_name() const { return postscript_name_; }
    const std::filesystem::path& file() const { return file_; }
    int index() const { return index_; }  ///< in a collection
    /// All axes of a variable font, with those of open() in force; empty for others.
    const QMap<QString, double>& axes() const { return axes_; }

    /// Scaled to units_per_em; immutable. Where the font has no vertical metrics they are made up alike for all its glyphs
    /// (typesetting-spec §4).
    hb_font_t* hb_font() const { return font_; }
    hb_face_t* hb_face() const { return face_; }
    unsigned units_per_em() const { return units_per_em_; }
    bool covers(char32_t code_point) const;
    bool has_vertical_metrics() const { return vertical_metrics_; }
    double ascender() const { return ascender_; }    ///< typographic, em
    double descender() const { return descender_; }  ///< typographic, em, negative
    /// May it be embedded in a PDF, as a subset with its outlines (OS/2.fsType)?
    bool may_embed() const { return may_embed_; }
    /// Some glyphs have colours of their own (CBDT, sbix, COLR, SVG).
    bool is_colour() const { return is_colour_; }
    bool has_pictures() const { return has_pictures_; }  ///< CBDT, sbix
    /// Of all faces that were ever opened.
    std::uint64_t number() const { return number_; }

    /// How a glyph gets its colours.
    enum class Colours : std::uint8_t {
        none,     ///< those of the text
        picture,  ///< picture(): a bitmap in the font, or painted as the font says (COLR version 1)
        layers,   ///< colour_layers()
        unknown,  ///< in a way that is not drawn: SVG
    };
    Colours colours_of(hb_codepoint_t glyph) const;
    /// Outlines of a COLR glyph, the lowest first, in the font's first palette; without a colour: in the text's.
    struct ColourLayer {
        hb_codepoint_t glyph = 0;
        std::optional<QRgb> colour;
    };
    std::vector<ColourLayer> colour_layers(hb_codepoint_t glyph) const;

    /// The glyph in em, y down (for painting), non-zero winding, origin at the pen.
    QPainterPath outline(hb_codepoint_t glyph) const;
    /// A colour glyph's largest bitmap, or itself as it is painted, and where it stands in em, y down; null for other glyphs.
    struct Picture {
        QImage image;
        QRectF box;
    };
    Picture picture(hb_codepoint_t glyph) const;
    /// Only where it stands.
    QRectF picture_box(hb_codepoint_t glyph) const;

private:
    Face() = default;
    Result<void> set_up(QMap<QString, double> axes, int instance);
    void read_metrics();
    void make_up_vertical_metrics();

    std::filesystem::path file_;
    QString family_, style_name_, postscript_name_;
    QMap<QString, double> axes_;
    int index_ = 0;
    hb_face_t* face_ = nullptr;
    hb_font_t* font_ = nullptr;
    unsigned units_per_em_ = 1000;
    double ascender_ = 0.88, descender_ = -0.12;
    bool vertical_metrics_ = false, may_embed_ = true, is_colour_ = false, has_pictures_ = false;
    std::uint64_t number_ = 0;
};

}  // namespace haibao::typeset
