// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>
#include <functional>

#include "ui/canvas/poster_session.h"

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPlainTextEdit;
class QToolButton;
class QVBoxLayout;

namespace haibao::ui {

class ColourButton;

/// How the selected text looks and is set. Changes go to the selected characters while text is being written, else to all
/// selected text layers.
class TextPanel : public QWidget {
    Q_OBJECT
public:
    explicit TextPanel(QWidget* parent = nullptr);
    void set_session(PosterSession* session);
    /// Asked first: true when an editor on the canvas has applied it to its selected characters.
    using RangeStyler = std::function<bool(const QString& what, const std::function<void(document::TextStyle&)>& edit)>;
    void set_range_styler(RangeStyler styler) { range_styler_ = std::move(styler); }

private:
    using StyleEdit = std::function<void(document::TextStyle&)>;
    using TextEdit = std::function<void(document::Text&)>;

    void add_font(QVBoxLayout* layout);
    void add_paragraph(QVBoxLayout* layout);
    void add_looks(QVBoxLayout* layout);
    void add_setting(QVBoxLayout* layout);
    void refresh();
    void show_text(const document::Text& text);
    void show_faces(const QString& family);
    void show_findings();
    void edit_style(const QString& what, const StyleEdit& edit, const QString& merge = {});
    void edit_text(const QString& what, const TextEdit& edit, const QString& merge = {});
    /// The layer's words become `text`; what was not touched keeps its style.
    void type_words(const QString& text);
    QDoubleSpinBox* number(const QString& name, double low, double high, double step, const QString& suffix, StyleEdit (*edit)(double));

    QPointer<PosterSession> session_;
    RangeStyler range_styler_;
    QPlainTextEdit* words_;
    QComboBox *family_, *face_, *mode_, *kinsoku_, *tcy_, *hanging_;
    QDoubleSpinBox *size_, *line_height_, *letter_spacing_, *stroke_width_, *stroke2_width_, *shadow_blur_, *shadow_dx_, *shadow_dy_;
    ColourButton *fill_, *fill2_, *stroke_, *stroke2_, *shadow_;
    QCheckBox *gradient_, *shadow_on_, *underline_;
    QToolButton *horizontal_, *vertical_;
    QButtonGroup* align_;
    QLabel* findings_;
    QToolButton* fix_;
    bool updating_ = false;
};

}  // namespace haibao::ui
