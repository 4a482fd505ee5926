// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>
#include <QProxyStyle>

class QApplication;
class QPushButton;

// The look of the application (ui-guide, Tokens): one place for measures and colours.
namespace haibao::ui {

namespace metrics {
inline constexpr int small_gap = 4, gap = 8, padding = 12, large_gap = 16;
inline constexpr int radius = 6, row_height = 28, icon = 20, small_icon = 16;
}  // namespace metrics

/// Colours that the palette has no role for; they follow light and dark.
struct Tones {
    QColor accent;       ///< cinnabar: the primary action, selection, progress
    QColor on_accent;
    QColor surround;     ///< around the canvas: neutral, colour is judged there
    QColor line;         ///< hairlines between panels
    QColor faint_text;   ///< explanations beside controls
    QColor warning, error;
    QColor quoted;       ///< ground of quoted texts in the prompt
};
Tones tones();

/// Roles of the palette that stand for tones of ours: a label with one of them follows light and dark by itself.
namespace roles {
inline constexpr QPalette::ColorRole faint_text = QPalette::PlaceholderText, accent_text = QPalette::Link, warning = QPalette::LinkVisited,
                                     error = QPalette::BrightText;
}

/// As the system is, or as the user wants it.
enum class Look : std::uint8_t { system, light, dark };
Look look();
/// Takes effect at once and is remembered.
void set_look(Look look);
bool is_dark();

/// Fusion with our measures: rounded fields and buttons, a filled primary button, quiet frames.
class Style : public QProxyStyle {
    Q_OBJECT
public:
    Style();
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size, const QWidget* widget) const override;
    void polish(QWidget* widget) override;
    using QProxyStyle::polish;
};

/// Gives the application our style, palette and font, and keeps following look().
void apply_theme(QApplication& application);

/// The system's font, with what the language of the window needs besides. Part of apply_theme(); again after another language.
void apply_font();

/// The one button of a place that does what the place is for.
void make_primary(QPushButton* button);

}  // namespace haibao::ui
