// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>
#include <functional>
#include <optional>

#include "app/typeset/font_set.h"
#include "ui/canvas/poster_session.h"

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QGridLayout;
class QPlainTextEdit;
class QSlider;
class QToolButton;

namespace haibao::ui {

class ColourButton;
class StyleGallery;
class TextFindings;
struct TextPreset;

/// How the selected text looks and is set. Changes go to the selected characters while text is being written, else to all
/// selected text layers.
class TextPanel : public QWidget {
    Q_OBJECT
public:
    explicit TextPanel(QWidget* parent = nullptr);
    void set_session(PosterSession* session);
    /// The fill of the selected characters or texts.
    void set_colour(const QColor& colour);
    /// Asked first: true when an editor on the canvas has applied it to its selected characters.
    using RangeStyler = std::function<bool(const QString& what, const std::function<void(document::TextStyle&)>& edit)>;
    void set_range_styler(RangeStyler styler) { range_styler_ = std::move(styler); }
    TextFindings* findings() const { return findings_; }
    StyleGallery* gallery() const { return gallery_; }
    void use_preset(const TextPreset& preset);
    void save_preset(const QString& name);

signals:
    void warp_handles_wanted();
    void failed(const QString& sentence);

private:
    using StyleEdit = std::function<void(document::TextStyle&)>;
    using TextEdit = std::function<void(document::Text&)>;

    void take_over_words();
    /// Words left, what they name right: one field, or two in halves.
    void add_row(QWidget* label, QWidget* field, QWidget* second = nullptr);
    void add_row(const QString& name, QWidget* field, QWidget* second = nullptr);
    void fit_labels();
    void add_font();
    void add_paragraph();
    void add_looks();
    void add_warp();
    void add_setting();
    /// The selected text; of several the first.
    const document::Text* text_now() const;
    void refresh();
    void show_text(const document::Text& text);
    void show_faces(const QString& family);
    /// All there are, found in the background: the first look at a machine's fonts takes a while.
    void show_families(std::vector<typeset::FontFamily> families);
    void edit_style(const QString& what, const StyleEdit& edit, const QString& merge = {});
    void edit_text(const QString& what, const TextEdit& edit, const QString& merge = {});
    void choose_family(int index);
    /// `name`: marked by QT_TR_NOOP.
    QDoubleSpinBox* number(const char* name, double low, double high, double step, const QString& suffix, StyleEdit (*edit)(double));

    /// A number() of points, shown in pixels where the page is measured so.
    QDoubleSpinBox* length(const char* name, double low, double high, double step, StyleEdit (*edit)(double));
    void show_unit();
    QPointer<PosterSession> session_;
    RangeStyler range_styler_;
    QGridLayout* rows_;  ///< labels, and two halves for fields
    QPlainTextEdit* words_;
    QComboBox *family_, *face_, *warp_, *mode_, *kinsoku_, *tcy_, *hanging_;
    QDoubleSpinBox *size_, *line_height_, *letter_spacing_, *stroke_width_, *stroke2_width_, *shadow_blur_, *shadow_dx_, *shadow_dy_;
    ColourButton *fill_, *fill2_, *stroke_, *stroke2_, *shadow_;
    QCheckBox *gradient_, *shadow_on_, *underline_;
    QToolButton *horizontal_, *vertical_;
    QButtonGroup* align_;
    QSlider* bend_;
    TextFindings* findings_;
    StyleGallery* gallery_;
    QList<QDoubleSpinBox*> lengths_;
    std::vector<typeset::FontFamily> families_;  ///< those that posters here are set in come first
    double unit_ = 1;  ///< of lengths_, points
    bool updating_ = false;
};

/// Of the first fill; null when that is none.
const document::LinearGradient* gradient_of(const document::TextStyle& style);
/// One colour, or a gradient from one to the other.
void set_fill(document::TextStyle& style, const document::Colour& first, std::optional<document::Colour> second);

}  // namespace haibao::ui
