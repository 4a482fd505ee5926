// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/typeset/layout.h"

#include <algorithm>
#include <cmath>

#include "app/typeset/decorate.h"
#include "app/typeset/path.h"
#include "app/typeset/shape.h"

namespace haibao::typeset {
namespace {

using document::BlockAlign;
using document::BoxMode;

constexpr qsizetype most_characters = 100'000;
constexpr double largest_bitmap = 136;  // pixels: Noto Color Emoji's pictures have that many to the em

bool ends_paragraph(QChar c) { return c == u'\n' || c == u'\u2029'; }

/// One layout from its text to its glyphs.
class Setter {
public:
    Setter(const document::Text& text, const FontSet& fonts, double dpi) : source_{text, {}}, fonts_(fonts), faces_(text, fonts), largest_picture_(largest_bitmap * 72 / dpi) {}

    Layout run() {
        read_text();
        for (ShapedParagraph& paragraph : paragraphs_) rubies_.push_back(prepare_ruby(source_, paragraph, fonts_, faces_));
        Flow flow = choose_scale();
        write(flow);
        warn(flow);
        if (on_path(text())) set_on_path(text(), layout_);
        return std::move(layout_);
    }

private:
    const document::Text& text() const { return source_.text; }

    void read_text();
    Flow flow_at(double scale);
    Flow choose_scale();
    void write(Flow& flow);
    void emit_hidden(const FlowLine& line);
    QSizeF box_size(const Flow& flow, const Frame& frame) const;
    LinePlace place_of(const FlowLine& line, const Frame& frame, const std::vector<double>& used) const;
    void warn(const Flow& flow);
    void add_warning(WarningKind kind, const QString& message) { layout_.warnings.push_back({kind, message, {}, {}, {}}); }

    Source source_;
    const FontSet& fonts_;
    FaceChooser faces_;
    double largest_picture_;  ///< points to the em; larger ones are enlarged
    std::vector<ShapedParagraph> paragraphs_;
    std::vector<std::vector<Ruby>> rubies_;
    Layout layout_;
    bool replaced_ = false, right_to_left_ = false;
    qsizetype cut_off_ = 0;  ///< UTF-16 units beyond the limit
};

/// What cannot be shown is replaced by something as long, so that positions stay those of the stored text.
void Setter::read_text() {
    QString& shown = source_.shown;
    shown = text().text;
    if (shown.size() > most_characters) {
        qsizetype end = most_characters;
        if (shown[end - 1].isHighSurrogate()) --end;
        cut_off_ = shown.size() - end;
        shown.truncate(end);
    }
    for (qsizetype i = 0; i < shown.size(); ++i) {
        const QChar c = shown[i];
        if (c.isHighSurrogate() && i + 1 < shown.size() && shown[i + 1].isLowSurrogate()) {
            right_to_left_ |= is_right_to_left(code_at(shown, i));
            ++i;
        } else if (c.isSurrogate()) {
            shown[i] = QChar(0xFFFD);
            replaced_ = true;
        } else if (c == u'\t') {
            shown[i] = u' ';
        } else if (c.category() == QChar::Other_Control && c != u'\n') {
            // Sticks to the character before, is not shown and changes no break.
            shown[i] = QChar(0x200C);
            replaced_ |= c != u'\r';
        } else {
            right_to_left_ |= is_right_to_left(c.unicode());
        }
    }
    const int size = static_cast<int>(shown.size());
    for (int begin = 0, index = 0;; ++index) {
        int end = begin;
        while (end < size && !ends_paragraph(shown[end])) ++end;
        paragraphs_.push_back(shape_paragraph(source_, begin, end, faces_));
        paragraphs_.back().index = index;
        paragraphs_.back().next = std::min(end + 1, size);
        if (end >= size) break;
        begin = end + 1;
    }
}

Flow Setter::flow_at(double scale) { return flow(source_, paragraphs_, frame_of(text(), scale)); }

/// In `shrink` mode the largest scale that fits: found by bisection, confirmed by full layouts, because a smaller size does
/// not always need less room.
Flow Setter::choose_scale() {
    if (text().box.mode != BoxMode::shrink || on_path(text())) return flow_at(1);
    const double step = std::clamp(text().autofit.step, 0.001, 0.5);
    const int most = static_cast<int>(std::round(1 / step)), least = std::clamp(static_cast<int>(std::ceil(text().autofit.min_scale / step - 1e-9)), 1, most);
    const auto fits = [&](int steps) { return flow_at(std::min(1.0, steps * step)).fits; };
    int good = least - 1, bad = most + 1;
    while (bad - good > 1) {
        const int middle = good == least - 1 && bad == most + 1 ? most : (good + bad) / 2;
        (fits(middle) ? good : bad) = middle;
    }
    for (int larger = good + 3; larger > good && larger >= least; --larger)
        if (larger <= most && larger != bad && fits(larger)) {
            good = larger;
            break;
        }
    layout_.scale = std::min(1.0, std::max(good, least) * step);
    if (good < least)
        add_warning(WarningKind::does_not_fit, QStringLiteral("The text does not fit its box at %1 % of its size; enlarge the box or shorten the text.").arg(std::round(layout_.scale * 100)));
    return flow_at(layout_.scale);
}

QSizeF Setter::box_size(const Flow& flow, const Frame& frame) const {
    const document::TextBox& box = text().box;
    const double block = (flow.block + 2 * frame.inset) * layout_.scale;
    const bool vertical = source_.vertical();
    if (on_path(text())) return {box.width, box.height};
    if (box.mode == BoxMode::point) {
        const double widest = flow.widest * layout_.scale;
        return vertical ? QSizeF(block, widest) : QSizeF(widest, block);
    }
    if (box.mode != BoxMode::grow && (vertical ? box.width : box.height) > 0) return {box.width, box.height};
    return vertical ? QSizeF(block, box.height) : QSizeF(box.width, block);
}

/// A point text is anchored in its frame: the frame's middle stays the middle of a centred line.
double anchor(const document::Text& text, double frame, double widest) {
    if (frame <= 0 || text.paragraphs.empty()) return 0;
    switch (text.paragraphs.front().align) {
        case document::Align::centre: return (frame - widest) / 2;
        case document::Align::end: return frame - widest;
        default: return 0;
    }
}

LinePlace Setter::place_of(const FlowLine& line, const Frame& frame, const std::vector<double>& used) const {
    const bool vertical = source_.vertical();
    const double scale = layout_.scale;
    double spare = std::isfinite(frame.block) ? frame.block - used[line.column] : 0;
    spare *= text().box.block_align == BlockAlign::start ? 0 : text().box.block_align == BlockAlign::centre ? 0.5 : 1;
    const double block = (frame.inset + spare + line.block_start + line.pitch / 2) * scale;
    double along = (frame.inset + line.column * frame.column_step + line.inline_start) * scale;
    if (text().box.mode == BoxMode::point && !on_path(text())) along += anchor(text(), vertical ? text().box.height : text().box.width, vertical ? layout_.size.height() : layout_.size.width());
    return {.vertical = vertical, .start = along, .centre = vertical ? layout_.size.width() - block : block, .em = line.em, .scale = scale};
}

void Setter::emit_hidden(const FlowLine& line) {
    const int visible = static_cast<int>(layout_.lines.size()) - 1;
    for (const PlacedUnit& placed : line.line.units) {
        const Unit& unit = paragraphs_[line.paragraph].units[placed.unit];
        layout_.clusters.push_back({.begin = unit.begin, .end = unit.end, .line = visible, .box = {}, .hidden = true, .carets = {}});
        layout_.hidden_characters += unit.graphemes;
    }
}

void Setter::write(Flow& flow) {
    const Frame frame = frame_of(text(), layout_.scale);
    layout_.writing_mode = source_.vertical() ? document::WritingMode::vertical_rl : document::WritingMode::horizontal_tb;
    layout_.size = box_size(flow, frame);
    std::vector<double> used(static_cast<std::size_t>(frame.columns));
    for (const FlowLine& line : flow.lines)
        if (!line.hidden || text().overflow == document::Overflow::show) used[line.column] = std::max(used[line.column], line.block_start + line.pitch);
    for (const FlowLine& line : flow.lines) {
        const ShapedParagraph& paragraph = paragraphs_[line.paragraph];
        const bool hidden = line.hidden && text().overflow != document::Overflow::show;
        if (hidden) {
            emit_hidden(line);
        } else {
            const LinePlace place = place_of(line, frame, used);
            const int first_cluster = static_cast<int>(layout_.clusters.size());
            emit_line(source_, paragraph, line, place, layout_);
            emit_decorations(source_, paragraph, rubies_[line.paragraph], line, place, first_cluster, faces_, layout_);
            layout_.used = layout_.used.united(layout_.lines.back().box);
        }
        const bool ends_paragraph = line.end == paragraph.next;
        if (ends_paragraph && paragraph.next > paragraph.end) {
            layout_.clusters.push_back({.begin = paragraph.end, .end = paragraph.next, .line = static_cast<int>(layout_.lines.size()) - 1, .box = {}, .hidden = true, .carets = {}});
        }
    }
    if (cut_off_ > 0) {
        const int begin = static_cast<int>(source_.shown.size());
        layout_.clusters.push_back({.begin = begin, .end = begin + static_cast<int>(cut_off_), .line = static_cast<int>(layout_.lines.size()) - 1, .box = {}, .hidden = true, .carets = {}});
        layout_.hidden_characters += static_cast<int>(cut_off_);
    }
}

void Setter::warn(const Flow& flow) {
    int forced = 0;
    bool ruby_collides = false, enlarged = false;
    for (const FlowLine& line : flow.lines) forced += line.line.cut.forced;
    for (const ShapedParagraph& paragraph : paragraphs_)
        for (const Item& item : paragraph.items) {
            const document::TextStyle& style = source_.style(item.style);
            const double pitch = style.line_height_points ? style.line_height / std::max(style.size, 1e-9) : style.line_height;
            ruby_collides |= !style.ruby.isEmpty() && pitch < 1.5;
            enlarged |= item.face && item.face->has_pictures() && item.size * layout_.scale > largest_picture_;
        }
    for (Warning& warning : faces_.warnings()) layout_.warnings.push_back(std::move(warning));
    if (layout_.hidden_characters > 0)
        add_warning(WarningKind::overflow, layout_.hidden_characters == 1
                                               ? QStringLiteral("One character has no room in the box and is not shown; enlarge it or shorten the text.")
                                               : QStringLiteral("%1 characters have no room in the box and are not shown; enlarge it or shorten the text.").arg(layout_.hidden_characters));
    else if (!flow.fits && text().box.mode == BoxMode::fixed && std::ranges::any_of(flow.lines, &FlowLine::hidden))
        add_warning(WarningKind::overflow, QStringLiteral("The text is longer than its box; enlarge the box or shorten the text."));
    if (forced > 0) add_warning(WarningKind::forced_break, forced == 1 ? QStringLiteral("A line had to be broken where no rule allows it; widen the box.")
                                                                              : QStringLiteral("%1 lines had to be broken where no rule allows it; widen the box.").arg(forced));
    if (right_to_left_) add_warning(WarningKind::bidi_unsupported, QStringLiteral("Right-to-left text is shown in the order it is stored; Haibao does not set Arabic or Hebrew."));
    if (enlarged) add_warning(WarningKind::bitmap_enlarged, QStringLiteral("Emoji larger than %1 pt (%2 pixels) are enlarged pictures and will look soft.").arg(largest_picture_, 0, 'g', 3).arg(largest_bitmap));
    if (ruby_collides) add_warning(WarningKind::ruby_collides, QStringLiteral("The lines were set further apart so that readings do not collide; a line height of at least 1.5 has room for them."));
    if (replaced_) add_warning(WarningKind::replaced_control, QStringLiteral("The text holds characters that are no text (control characters, halves of surrogate pairs); they are kept, but not shown."));
    if (cut_off_ > 0) add_warning(WarningKind::too_long, QStringLiteral("A layer holds at most %1 characters; the last %2 are not shown.").arg(most_characters).arg(cut_off_));
}

}  // namespace

const char* word_of(WarningKind kind) {
    switch (kind) {
        case WarningKind::missing_glyphs: return "missing-glyphs";
        case WarningKind::missing_font: return "missing-font";
        case WarningKind::changed_font: return "changed-font";
        case WarningKind::fallback_used: return "fallback-used";
        case WarningKind::does_not_fit: return "does-not-fit";
        case WarningKind::forced_break: return "forced-break";
        case WarningKind::overflow: return "overflow";
        case WarningKind::bidi_unsupported: return "bidi-unsupported";
        case WarningKind::bitmap_enlarged: return "bitmap-enlarged";
        case WarningKind::ruby_collides: return "ruby-collides";
        case WarningKind::ruby_split: return "ruby-split";
        case WarningKind::path_too_short: return "path-too-short";
        case WarningKind::no_embedding: return "no-embedding";
        case WarningKind::replaced_control: return "replaced-control";
        case WarningKind::too_long: return "too-long";
    }
    return "text";
}

Layout lay_out(const document::Text& text, const FontSet& fonts, double dpi) { return Setter(text, fonts, dpi).run(); }

}  // namespace haibao::typeset
