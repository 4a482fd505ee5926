// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QStringList>
#include <cstdint>
#include <map>
#include <memory>
#include <qpdf/QPDF.hh>
#include <string>
#include <vector>

#include "app/typeset/face.h"
#include "inference/base/result.h"

namespace haibao::pdf {

/// A font as the file's texts use it: composite, two bytes a character, a subset of the glyphs used. Its objects are written at
/// the end, when all glyphs are known; until then there are places for them.
class Font {
public:
    /// `face` null: the font of empty glyphs, for invisible text.
    Font(QPDF& pdf, std::shared_ptr<const typeset::Face> face, std::vector<std::uint16_t> cids);

    /// What stands in the content for the glyph. `says`: whether that alone is read as `text`; else ActualText must say it.
    struct Code {
        std::uint16_t value;
        bool says;
    };
    Code code(hb_codepoint_t glyph, const QString& text);
    /// An empty glyph that is read as `text`; `advance` in em.
    std::uint16_t blank(const QString& text, double advance, bool vertical);

    /// What a reader moves by after a character, and a vertical glyph's origin, in em, y up, as the file says them.
    double advance(std::uint16_t value, bool vertical) const;
    QPointF vertical_origin(std::uint16_t value) const;

    /// The Type 0 font for /Identity-H or /Identity-V.
    const QPDFObjectHandle& object(bool vertical);
    const std::shared_ptr<const typeset::Face>& face() const { return face_; }

    /// Writes everything. Errors: internal (the font cannot be cut down, though it could at the beginning).
    Result<void> finish();
    QString base_name() const;

private:
    struct Metrics {
        double horizontal = 0, vertical = -1;
        QPointF origin;  ///< vertical
    };
    Metrics& measured(std::uint16_t value, hb_codepoint_t glyph);
    Result<std::string> program();
    std::string descriptor(const std::string& name, const std::string& program_key, const QPDFObjectHandle& program) const;
    std::string widths() const;
    std::string to_unicode() const;

    QPDF* pdf_;
    std::shared_ptr<const typeset::Face> face_;
    std::vector<std::uint16_t> cids_;                      ///< of a CID-keyed CFF by glyph; else empty: codes in order of use
    bool cff_ = false;
    std::map<hb_codepoint_t, std::uint16_t> codes_;
    std::map<std::pair<QString, std::pair<int, int>>, std::uint16_t> blanks_;
    std::map<std::uint16_t, QString> texts_;
    std::map<std::uint16_t, Metrics> metrics_;
    QPDFObjectHandle horizontal_, vertical_;
};

/// The fonts of a document.
class Fonts {
public:
    explicit Fonts(QPDF& pdf) : pdf_(&pdf) {}
    /// Null when the face may not or cannot be embedded: paint its outlines, with blank() under them.
    Font* of(const std::shared_ptr<const typeset::Face>& face);
    Font& blank();
    Result<void> finish();
    QStringList names() const;
    QStringList outlined() const { return outlined_; }

private:
    QPDF* pdf_;
    std::map<QString, std::unique_ptr<Font>> fonts_;  ///< by file, index and axes; null ones cannot be embedded
    std::unique_ptr<Font> blank_;
    QStringList outlined_;
};

}  // namespace haibao::pdf
