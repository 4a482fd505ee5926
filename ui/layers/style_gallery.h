// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>

#include "ui/layers/text_presets.h"

class QListWidget;

namespace haibao::ui {

/// Looks of text as small painted swatches; a click gives one to the selected text.
class StyleGallery : public QWidget {
    Q_OBJECT
public:
    explicit StyleGallery(QWidget* parent = nullptr);
    ~StyleGallery() override;
    TextPresets& presets() { return presets_; }
    /// Marks the style that all of these have; none where they differ or have another look.
    void mark(std::vector<document::TextStyle> looks);

signals:
    void chosen(const haibao::ui::TextPreset& preset);
    void save_wanted(const QString& name);
    void failed(const QString& sentence);

private:
    void fill();
    void paint_swatch(std::size_t index);
    void ask_name();
    void show_menu(const QPoint& at);
    void report(const Result<void>& done);
    void show_mark();

    TextPresets presets_;
    QListWidget* list_;
    std::vector<document::TextStyle> looks_;  ///< of the selected texts
    int marked_ = -1;                         ///< row; -1 = none
    struct Painting;  ///< swatches on their way; another list makes them stale
    std::shared_ptr<Painting> painting_;
};

}  // namespace haibao::ui
