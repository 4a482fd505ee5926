// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/pdf/text.h"

#include <cmath>

#include "app/export/pdf/objects.h"

namespace haibao::pdf {
namespace {

using Glyph = render::GlyphRun::Glyph;

/// Shows glyphs one after the other: with their own advances, with corrections along the line, or at a new place.
class Line {
public:
    Line(Content& content, Font& font, bool vertical, const QTransform& to_pdf) : content_(content), font_(font), vertical_(vertical), to_pdf_(to_pdf) {}

    void show(std::uint16_t code, const QTransform& to_page) {
        const QTransform place = QTransform::fromScale(1, -1) * to_page * to_pdf_;  // em, y up
        const double size = std::round(std::hypot(place.m21(), place.m22()) * 1e4) / 1e4;
        if (size <= 0 || place.determinant() == 0) return;
        const QTransform linear(place.m11(), place.m12(), place.m21(), place.m22(), 0, 0);
        const QPointF pen = place.map(vertical_ ? font_.vertical_origin(code) : QPointF());
        if (!started_ || !alike(linear, linear_) || !reach(pen)) move_to(pen, linear, size);
        codes_ += std::format("{:04X}", code);
        expected_ += along(font_.advance(code, vertical_));
    }

    /// What was collected is written; marked content begins or ends only between.
    void flush() {
        close_codes();
        if (!shown_.empty()) content_.op("[{}] TJ", shown_);
        shown_.clear();
    }

private:
    static bool alike(const QTransform& a, const QTransform& b) {
        const double tolerance = 1e-6 * (std::abs(a.m11()) + std::abs(a.m12()) + std::abs(a.m21()) + std::abs(a.m22()));
        return std::abs(a.m11() - b.m11()) < tolerance && std::abs(a.m12() - b.m12()) < tolerance && std::abs(a.m21() - b.m21()) < tolerance && std::abs(a.m22() - b.m22()) < tolerance;
    }
    QPointF along(double em) const { return linear_.map(vertical_ ? QPointF(0, em) : QPointF(em, 0)); }

    /// Corrects the pen along the line; false when it is not on it.
    bool reach(const QPointF& pen) {
        const QPointF away = linear_.inverted().map(pen - expected_);
        constexpr double off_line = 5e-4;
        if (std::abs(vertical_ ? away.x() : away.y()) > off_line) return false;
        const double thousandths = -std::round((vertical_ ? away.y() : away.x()) * 1e4) / 10;
        if (thousandths == 0) return true;
        close_codes();
        shown_ += number(thousandths, 1);
        expected_ += along(-thousandths / 1000);
        return true;
    }

    void move_to(const QPointF& pen, const QTransform& linear, double size) {
        flush();
        const std::string font = std::format("{} {} Tf", content_.resource("Font", font_.object(vertical_)), number(size, 4));
        if (font != chosen_) content_.op("{}", font);
        chosen_ = font;
        content_.op("{} {} Tm", numbers({linear.m11() / size, linear.m12() / size, linear.m21() / size, linear.m22() / size}, 6), numbers({pen.x(), pen.y()}, 4));
        expected_ = pen;
        linear_ = linear;
        started_ = true;
    }

    void close_codes() {
        if (!codes_.empty()) shown_ += '<' + codes_ + '>';
        codes_.clear();
    }

    Content& content_;
    Font& font_;
    bool vertical_;
    QTransform to_pdf_, linear_;
    QPointF expected_;
    bool started_ = false;
    std::string codes_, shown_, chosen_;
};

/// Glyphs from `begin` that stand for one text: the first has it, the others are empty.
std::size_t cluster_end(const std::vector<Glyph>& glyphs, std::size_t begin) {
    std::size_t end = begin + 1;
    while (end < glyphs.size() && glyphs[end].text.isEmpty()) ++end;
    return end;
}

void show_blank(Line& line, Font& font, const std::vector<Glyph>& glyphs, bool vertical) {
    for (const Glyph& glyph : glyphs)
        if (!glyph.text.isEmpty()) line.show(font.blank(glyph.text, glyph.font_advance, vertical), glyph.to_page);
}

void show_glyphs(Content& content, Line& line, Font& font, const std::vector<Glyph>& glyphs, bool is_said) {
    for (std::size_t begin = 0; begin < glyphs.size();) {
        const std::size_t end = cluster_end(glyphs, begin);
        const QString& text = glyphs[begin].text;
        bool says = true;
        std::vector<std::uint16_t> codes;
        for (std::size_t i = begin; i < end; ++i) {
            const Font::Code code = font.code(glyphs[i].id, end - begin == 1 ? text : QString());
            codes.push_back(code.value);
            says = says && (code.says || is_said);
        }
        if (!says) {
            line.flush();
            content.op("/Span << /ActualText <FEFF{}> >> BDC", utf16_hex(text));
        }
        for (std::size_t i = begin; i < end; ++i) line.show(codes[i - begin], glyphs[i].to_page);
        if (!says) {
            line.flush();
            content.op("EMC");
        }
        begin = end;
    }
}

}  // namespace

void write_text(Content& content, Font& font, const render::GlyphRun& run, TextMode mode, const QTransform& to_pdf, bool is_said) {
    const bool vertical = run.setting == typeset::Setting::upright;
    content.op("BT");
    if (mode != TextMode::fill) content.op("{} Tr", static_cast<int>(mode));
    Line line(content, font, vertical, to_pdf);
    if (font.face()) show_glyphs(content, line, font, run.glyphs, is_said);
    else show_blank(line, font, run.glyphs, vertical);
    line.flush();
    if (mode == TextMode::invisible) content.op("0 Tr");  // a clip is ended by the caller's restore()
    content.op("ET");
}

}  // namespace haibao::pdf
