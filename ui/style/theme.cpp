// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/theme.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QFontInfo>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QSettings>
#include <QStyleFactory>
#include <QStyleHints>
#include <QStyleOption>
#include <algorithm>
#include <cmath>

namespace haibao::ui {
namespace {

constexpr int most_measured = 200;  ///< entries of a list whose breadth is measured
constexpr int field_margin = 4;  ///< pixels between a field's frame and its words
constexpr const char* primary_property = "haibao-primary";
constexpr const char* look_setting = "look";
constexpr const char* look_words[] = {"system", "light", "dark"};

Look chosen_look = Look::system;

/// Every text stands out from the ground it is on by 4.5 : 1 at least (WCAG AA); tests/ui/test_theme.cpp measures it.
Tones tones_of(bool dark) {
    if (dark)
        return {QColor(0xe0, 0x60, 0x4a), QColor(0x1e, 0x13, 0x10), QColor(0x2b, 0x2b, 0x2b), QColor(0x3a, 0x39, 0x37), QColor(0xa8, 0xa5, 0xa1),
                QColor(0xe3, 0xa5, 0x3c), QColor(0xff, 0x8a, 0x78), QColor(0x4d, 0x35, 0x2e)};
    return {QColor(0xc8, 0x44, 0x2f), Qt::white, QColor(0xe9, 0xe9, 0xe9), QColor(0xdd, 0xdb, 0xd8), QColor(0x6a, 0x67, 0x63),
            QColor(0x8f, 0x5b, 0x00), QColor(0xb0, 0x2a, 0x1c), QColor(0xfb, 0xe6, 0xe0)};
}

QPalette palette_of(bool dark) {
    const auto grey = [dark](int light_value, int dark_value) {
        const int value = dark ? dark_value : light_value;
        return QColor(value, value - (dark ? 0 : 1), value - (dark ? 1 : 3));  // a slight warm tint
    };
    const QColor text = dark ? QColor(0xe8, 0xe6, 0xe3) : QColor(0x24, 0x22, 0x20);
    const QColor disabled = dark ? QColor(0x7c, 0x7a, 0x77) : QColor(0x9a, 0x97, 0x93);
    const Tones tones = tones_of(dark);
    QPalette palette;
    palette.setColor(QPalette::Window, grey(0xf6, 0x26));
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, grey(0xff, 0x1e));
    palette.setColor(QPalette::AlternateBase, grey(0xf9, 0x22));
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Button, grey(0xfb, 0x32));
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::ToolTipBase, dark ? QColor(0x3a, 0x38, 0x36) : QColor(0x30, 0x2e, 0x2c));
    palette.setColor(QPalette::ToolTipText, QColor(0xf4, 0xf2, 0xf0));
    palette.setColor(roles::faint_text, tones.faint_text);
    palette.setColor(QPalette::Light, grey(0xff, 0x40));
    palette.setColor(QPalette::Mid, grey(0xd4, 0x48));
    palette.setColor(QPalette::Midlight, grey(0xea, 0x36));
    palette.setColor(QPalette::Dark, grey(0xc2, 0x16));
    palette.setColor(QPalette::Shadow, grey(0xa0, 0x10));
    palette.setColor(QPalette::Highlight, tones.accent);
    palette.setColor(QPalette::HighlightedText, tones.on_accent);
    palette.setColor(QPalette::Accent, tones.accent);
    palette.setColor(roles::accent_text, dark ? QColor(0xf0, 0x8a, 0x76) : QColor(0xbd, 0x3e, 0x2a));
    palette.setColor(roles::warning, tones.warning);
    palette.setColor(roles::error, tones.error);
    for (auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText, roles::faint_text})
        palette.setColor(QPalette::Disabled, role, disabled);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, grey(0xd8, 0x44));
    return palette;
}

/// Where the system has no Chinese, Qt falls back glyph by glyph to whatever font it meets first: name the good one. A family
/// that exists wins over a generic name ("Sans Serif") before it, and its quotes are as broad as a character: where the
/// language is not written in those, what the generic name stands for comes first.
QFont application_font() {
    static const QFont system = QApplication::font();
    QFont font = system;
    QStringList families = font.families();
    const QLocale::Language language = QLocale().language();
    const bool broad = language == QLocale::Chinese || language == QLocale::Japanese || language == QLocale::Korean;
    if (!broad) families.prepend(QFontInfo(system).family());
    if (!families.contains("Noto Sans CJK SC")) families.append("Noto Sans CJK SC");
    families.removeDuplicates();
    font.setFamilies(families);
    if (font.pointSizeF() > 0 && font.pointSizeF() < 9.5) font.setPointSizeF(9.5);
    return font;
}

void set_palette() { QApplication::setPalette(palette_of(is_dark())); }

/// The system's own parts, title bars and file dialogs, follow where the platform can; ours do everywhere.
void apply_look() {
    QStyleHints& hints = *QGuiApplication::styleHints();
    if (chosen_look == Look::system) hints.unsetColorScheme();
    else hints.setColorScheme(chosen_look == Look::dark ? Qt::ColorScheme::Dark : Qt::ColorScheme::Light);
    set_palette();
}

QPainterPath rounded(const QRectF& rect, double radius) {
    QPainterPath path;
    path.addRoundedRect(rect, radius, radius);
    return path;
}

void draw_button(const QStyleOptionButton& button, QPainter& painter, bool primary) {
    const bool enabled = button.state & QStyle::State_Enabled, down = button.state & (QStyle::State_Sunken | QStyle::State_On);
    const bool hover = enabled && button.state & QStyle::State_MouseOver;
    const QPalette& palette = button.palette;
    QColor fill = primary && enabled ? tones().accent : palette.color(QPalette::Button);
    if (down) fill = fill.darker(112);
    else if (hover) fill = is_dark() || primary ? fill.lighter(110) : fill.darker(103);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(button.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(primary && enabled ? QPen(Qt::NoPen) : QPen(palette.color(QPalette::Mid)));
    painter.setBrush(fill);
    painter.drawPath(rounded(frame, metrics::radius));
    if (button.state & QStyle::State_HasFocus && button.state & QStyle::State_KeyboardFocusChange) {
        painter.setPen(QPen(primary ? palette.color(QPalette::WindowText) : tones().accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(rounded(frame.adjusted(1, 1, -1, -1), metrics::radius - 1));
    }
}

/// The box of a check box or the ring of a radio button; Fusion's are not seen on dark ground.
void draw_mark(const QStyleOption& option, QPainter& painter, bool round) {
    const bool enabled = option.state & QStyle::State_Enabled, on = option.state & QStyle::State_On, partly = option.state & QStyle::State_NoChange;
    const double side = std::min(option.rect.width(), option.rect.height()) - 2;
    QRectF box(0, 0, side, side);
    box.moveCenter(QRectF(option.rect).center());
    const QColor ring = enabled ? tones().faint_text : option.palette.color(QPalette::Disabled, QPalette::WindowText);
    const bool filled = on || partly;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(filled && enabled ? QPen(tones().accent, 1) : QPen(ring, 1));
    painter.setBrush(filled ? (enabled ? tones().accent : ring) : option.palette.color(QPalette::Base));
    painter.drawPath(rounded(box, round ? side / 2 : 3));
    const QColor ink = enabled ? tones().on_accent : option.palette.color(QPalette::Base);
    if (on && round) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        painter.drawEllipse(box.center(), side * 0.2, side * 0.2);
    } else if (filled) {
        const auto at = [&box](double x, double y) { return QPointF(box.left() + x * box.width(), box.top() + y * box.height()); };
        painter.setPen(QPen(ink, 1.7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        if (on) painter.drawPolyline(QPolygonF{at(0.24, 0.52), at(0.43, 0.71), at(0.77, 0.31)});
        else painter.drawLine(at(0.25, 0.5), at(0.75, 0.5));
    }
}

QColor mixed(const QColor& ground, const QColor& over, double part) {
    const auto channel = [part](int a, int b) { return int(std::lround(a + (b - a) * part)); };
    return {channel(ground.red(), over.red()), channel(ground.green(), over.green()), channel(ground.blue(), over.blue())};
}

/// Flat until it is pointed at; what is chosen stays filled.
void draw_tool_button(const QStyleOption& option, QPainter& painter) {
    const bool on = option.state & QStyle::State_On, down = option.state & QStyle::State_Sunken;
    const bool flat = option.state & QStyle::State_AutoRaise, hover = option.state & QStyle::State_Enabled && option.state & QStyle::State_MouseOver;
    if (flat && !on && !down && !hover) return;
    QColor fill = option.palette.color(flat ? QPalette::Midlight : QPalette::Button);
    if (on) fill = mixed(option.palette.color(QPalette::Window), tones().accent, 0.16);
    if (down) fill = option.palette.color(QPalette::Mid);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(on ? QPen(tones().accent, 1) : flat ? QPen(Qt::NoPen) : QPen(option.palette.color(QPalette::Mid)));
    painter.setBrush(fill);
    painter.drawPath(rounded(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), metrics::radius - 1));
}

bool is_part(const QWidget& field) { return qobject_cast<QAbstractSpinBox*>(field.parentWidget()) || qobject_cast<QComboBox*>(field.parentWidget()); }

/// Closes a tab: quiet until the pointer is over it.
void draw_cross(const QStyleOption& option, QPainter& painter) {
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF centre = QRectF(option.rect).center();
    const bool hover = option.state & QStyle::State_MouseOver;
    if (hover) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(option.palette.color(QPalette::Mid));
        painter.drawEllipse(centre, 8, 8);
    }
    painter.setPen(QPen(hover ? option.palette.color(QPalette::WindowText) : tones().faint_text, 1.4, Qt::SolidLine, Qt::RoundCap));
    constexpr double arm = 3.2;
    painter.drawLine(centre - QPointF(arm, arm), centre + QPointF(arm, arm));
    painter.drawLine(centre - QPointF(arm, -arm), centre + QPointF(arm, -arm));
}

void draw_field(const QStyleOption& option, QPainter& painter) {
    const bool focus = option.state & QStyle::State_HasFocus;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(focus ? tones().accent : option.palette.color(QPalette::Mid), focus ? 1.5 : 1));
    painter.setBrush(option.palette.color(option.state & QStyle::State_Enabled ? QPalette::Base : QPalette::Window));
    painter.drawPath(rounded(QRectF(option.rect).adjusted(0.75, 0.75, -0.75, -0.75), metrics::radius));
}

}  // namespace

Look look() { return chosen_look; }

void set_look(Look look) {
    chosen_look = look;
    QSettings().setValue(look_setting, look_words[int(look)]);
    apply_look();
}

bool is_dark() {
    if (chosen_look != Look::system) return chosen_look == Look::dark;
    return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
}

Tones tones() { return tones_of(is_dark()); }

Style::Style() : QProxyStyle(QStyleFactory::create("Fusion")) {}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const {
    painter->save();
    switch (element) {
        case PE_PanelButtonCommand:
            if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option))
                draw_button(*button, *painter, widget && widget->property(primary_property).toBool());
            break;
        case PE_IndicatorCheckBox:
        case PE_IndicatorRadioButton: draw_mark(*option, *painter, element == PE_IndicatorRadioButton); break;
        case PE_PanelButtonTool: draw_tool_button(*option, *painter); break;
        case PE_PanelLineEdit:
            // A field inside a spin box or combo box is framed by that.
            if (!widget || !is_part(*widget))
                draw_field(*option, *painter);
            else painter->fillRect(option->rect, option->palette.color(QPalette::Base));
            break;
        case PE_FrameFocusRect:
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(QPen(tones().accent, 1.5));
            painter->drawPath(rounded(QRectF(option->rect).adjusted(1, 1, -1, -1), 3));
            break;
        case PE_FrameTabBarBase:  // Fusion's is white on dark ground
            painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), tones().line);
            break;
        case PE_IndicatorTabClose: draw_cross(*option, *painter); break;
        case PE_FrameDockWidget: break;
        case PE_Frame:  // lists and editors; Fusion's is not seen on dark ground
            painter->setPen(option->palette.color(QPalette::Mid));
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5));
            break;
        default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
    painter->restore();
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const {
    if (element == CE_ToolBar) {  // Fusion's lines are white on dark ground
        painter->fillRect(option->rect, option->palette.color(QPalette::Window));
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), tones().line);
        return;
    }
    if (element == CE_PushButtonLabel && widget && widget->property(primary_property).toBool() && option->state & State_Enabled) {
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
            QStyleOptionButton light = *button;
            light.palette.setColor(QPalette::ButtonText, tones().on_accent);
            return QProxyStyle::drawControl(element, &light, painter, widget);
        }
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const {
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
    const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
    if (!(spin && spin->frame) && !(combo && combo->editable && combo->frame)) return;
    // Fusion's frame of what can be typed into is not seen on dark ground.
    const bool focus = option->state & State_HasFocus;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(focus ? tones().accent : option->palette.color(QPalette::Mid), focus ? 1.5 : 1));
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(rounded(QRectF(option->rect).adjusted(0.75, 0.75, -0.75, -0.75), 3));
    painter->restore();
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
        case PM_SmallIconSize: return metrics::small_icon;
        case PM_ButtonIconSize:
        case PM_ToolBarIconSize: return metrics::icon;
        case PM_DockWidgetSeparatorExtent: return 5;
        case PM_ToolBarItemSpacing: return metrics::small_gap;
        case PM_ToolBarFrameWidth: return 0;
        case PM_LayoutHorizontalSpacing:
        case PM_LayoutVerticalSpacing: return metrics::gap;
        case PM_LayoutLeftMargin:
        case PM_LayoutRightMargin:
        case PM_LayoutTopMargin:
        case PM_LayoutBottomMargin: return metrics::padding;
        default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const {
    if (hint == SH_ToolTip_WakeUpDelay) return 500;
    if (hint == SH_EtchDisabledText) return 0;
    return QProxyStyle::styleHint(hint, option, widget, data);
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size, const QWidget* widget) const {
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_PushButton || type == CT_ComboBox || type == CT_LineEdit || type == CT_SpinBox || type == CT_ToolButton)
        result.setHeight(std::max(result.height(), metrics::row_height));
    if (type == CT_PushButton) result.rwidth() += 2 * metrics::gap;  // words keep off the border
    if (type == CT_ItemViewItem) result.setHeight(std::max(result.height(), 26));
    if (type == CT_MenuItem) result.setHeight(std::max(result.height(), 26));
    return result;
}

void Style::polish(QWidget* widget) {
    QProxyStyle::polish(widget);
    if (qobject_cast<QPushButton*>(widget)) widget->setAttribute(Qt::WA_Hover);
    if (auto* field = qobject_cast<QLineEdit*>(widget); field && !is_part(*field)) field->setTextMargins(field_margin, 0, field_margin, 0);
}

namespace {

/// A list of choices is as broad as its longest entry, however narrow the field is.
class BroadLists : public Style {
public:
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part, const QWidget* widget) const override {
        QRect rect = Style::subControlRect(control, option, part, widget);
        const auto* box = control == CC_ComboBox && part == SC_ComboBoxListBoxPopup ? qobject_cast<const QComboBox*>(widget) : nullptr;
        if (!box || box->count() > most_measured) return rect;
        const int bar = box->count() > box->maxVisibleItems() ? pixelMetric(PM_ScrollBarExtent, nullptr, box) : 0;
        rect.setWidth(std::max(rect.width(), box->view()->sizeHintForColumn(box->modelColumn()) + 2 * metrics::gap + bar));
        return rect;
    }
};

}  // namespace

void apply_font() { QApplication::setFont(application_font()); }

void apply_theme(QApplication& application) {
    QApplication::setStyle(new BroadLists);
    apply_font();
    const QString word = QSettings().value(look_setting).toString();
    for (const Look look : {Look::system, Look::light, Look::dark})
        if (word == look_words[int(look)]) chosen_look = look;
    apply_look();
    QObject::connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, &application, [] { set_palette(); });
}

void make_primary(QPushButton* button) {
    button->setProperty(primary_property, true);
    QFont font = button->font();
    font.setWeight(QFont::DemiBold);
    button->setFont(font);
    button->setMinimumHeight(36);
}

}  // namespace haibao::ui
