// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace haibao::ui {

class Notice;
class Studio;

/// Above the pages while the library is not where it was: why nothing can be painted, and what can be done. Goes by itself
/// when the disk is back.
class LibraryBanner : public QWidget {
    Q_OBJECT
public:
    explicit LibraryBanner(Studio* studio, QWidget* parent = nullptr);
    /// Opens the library in a folder, or makes one there; the next start opens it, too.
    void open_library(const QString& folder);

private:
    void show_gone(const QString& folder);
    void clear();
    void choose();
    void ask_to_make(const QString& folder);

    Studio* studio_;
    QVBoxLayout* place_;
    Notice* notice_ = nullptr;
};

}  // namespace haibao::ui
