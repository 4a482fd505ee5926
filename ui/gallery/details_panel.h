// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>

#include "app/gallery/library.h"

class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace haibao::ui {

/// What is known about one picture, and what can be done with that.
class DetailsPanel : public QWidget {
    Q_OBJECT
public:
    explicit DetailsPanel(QWidget* parent = nullptr);
    void show_picture(gallery::Library& library, gallery::PictureId id);
    void show_count(int pictures, qint64 bytes);

signals:
    void prompt_wanted(const QString& prompt);
    void seed_wanted(quint64 seed);
    void poster_wanted(const QString& file);
    void export_wanted();
    void search_wanted(const QString& query);
    void changed();

private:
    void save_note();
    void save_tags();

    gallery::Library* library_ = nullptr;
    std::optional<gallery::PictureDetails> details_;
    QLabel *picture_, *prompt_, *facts_, *lineage_;
    QLineEdit* tags_;
    QPlainTextEdit* note_;
    QWidget* single_;
    QLabel* many_;
};

}  // namespace haibao::ui
