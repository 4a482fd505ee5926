// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeWidget>
#include <functional>

#include "app/gallery/library.h"

namespace haibao::ui {

/// The search that shows the trash.
inline constexpr const char* trashed_query = "is:trashed";

/// Left of the grid: usual searches, albums, saved searches and tags. A click looks for what is in it; pictures can be
/// dropped onto albums and tags; albums and saved searches can be renamed and deleted.
class SidePanel : public QTreeWidget {
    Q_OBJECT
public:
    /// `library`: null where none is open. `selection`: what a drop of pictures of the grid means.
    SidePanel(std::function<gallery::Library*()> library, std::function<std::vector<gallery::PictureId>()> selection, QWidget* parent = nullptr);

    void fill();
    /// Asks for a name and keeps the query under it.
    void save_search(const QString& query);
    /// The item of the query that is shown is marked.
    void mark(const QString& query);

signals:
    void search_wanted(const QString& query);
    void changed();  ///< what is in an album or has a tag
    void failed(const QString& sentence);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QTreeWidgetItem* add(QTreeWidgetItem* parent, const QString& text, const QString& query, const QString& icon_name);
    void show_menu(const QPoint& at);
    void rename(QTreeWidgetItem* item);
    void remove(QTreeWidgetItem* item);
    void empty_trash();
    void take_name(QTreeWidgetItem* item);
    bool takes_pictures(const QTreeWidgetItem* item) const;
    void done(const Result<void>& result);

    std::function<gallery::Library*()> library_;
    std::function<std::vector<gallery::PictureId>()> selection_;
    QTreeWidgetItem *albums_ = nullptr, *searches_ = nullptr, *tags_ = nullptr;
    QString shown_;
    bool filling_ = false;
};

}  // namespace haibao::ui
