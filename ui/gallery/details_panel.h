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

/// What is known of several pictures together.
struct SeveralPictures {
    qint64 bytes = 0;
    int stars = 0;  ///< of all of them; 0 where they differ
    gallery::Label label = gallery::Label::none;
    bool trashed = false;  ///< all of them
};

/// What is known about one picture, and what can be done with that; what can be done with several.
class DetailsPanel : public QWidget {
    Q_OBJECT
public:
    explicit DetailsPanel(QWidget* parent = nullptr);
    void show_picture(gallery::Library& library, gallery::PictureId id);
    /// `all`: once it is known.
    void show_count(int pictures, const std::optional<SeveralPictures>& all);
    /// The tags that were typed for several: they are stored, or others are selected.
    void clear_tags_for_all();

signals:
    void prompt_wanted(const QString& prompt);
    void seed_wanted(quint64 seed);
    void poster_wanted(const QString& file);
    void variations_wanted();
    void lineage_wanted();
    void export_wanted();
    void search_wanted(const QString& query);
    // For all that are selected.
    void stars_wanted(int stars);
    void label_wanted(haibao::gallery::Label label);
    void tags_wanted(const std::vector<std::string>& tags);
    void compare_wanted();
    void trash_wanted();
    void restore_wanted();
    void changed();
    void failed(const QString& sentence);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void add_buttons(QVBoxLayout* layout);
    QWidget* build_several();
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
    QWidget* several_;  ///< what can be done with more than one
    RatingBar* rating_of_all_;
    QLineEdit* tags_for_all_;
    QPushButton *compare_, *trash_, *restore_;
};

}  // namespace haibao::ui
