// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>
#include <optional>

#include "app/gallery/library.h"

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace haibao::ui {

class RatingBar;

/// What is known about one picture, and what can be done with that.
class DetailsPanel : public QWidget {
    Q_OBJECT
public:
    explicit DetailsPanel(QWidget* parent = nullptr);
    void show_picture(gallery::Library& library, gallery::PictureId id);
    void show_count(int pictures, std::optional<qint64> bytes);

signals:
    void prompt_wanted(const QString& prompt);
    void seed_wanted(quint64 seed);
    void poster_wanted(const QString& file);
    void variations_wanted();
    void lineage_wanted();
    void export_wanted();
    void search_wanted(const QString& query);
    void changed();
    void failed(const QString& sentence);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void add_buttons(QVBoxLayout* layout);
    void rated(int stars, gallery::Label label);
    void save_note();
    void save_tags();
    void show_pixels();

    gallery::Library* library_ = nullptr;
    std::optional<gallery::PictureDetails> details_;
    QLabel *picture_, *prompt_, *facts_;
    RatingBar* rating_;
    QPushButton *lineage_, *use_prompt_, *use_seed_, *variations_;
    QLineEdit* tags_;
    QPlainTextEdit* note_;
    QTimer note_typed_;  ///< a note is kept soon after the last key, whatever happens to the window
    QWidget* single_;
    QLabel* many_;
};

}  // namespace haibao::ui
