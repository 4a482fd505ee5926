// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QTableWidget>

#include "app/merge/mapping.h"

class QComboBox;

namespace haibao::ui {

/// Which column fills which layer: a row per layer, topmost first; of those with one name the second is “NAME (2)”. Layers that are called like a column are filled by it
/// until something else is chosen; what was chosen stays when the poster or the table is another one that has both names.
class MappingTable : public QTableWidget {
    Q_OBJECT
public:
    explicit MappingTable(QWidget* parent = nullptr);

    void set_poster(const document::Poster& poster);
    void set_columns(const QStringList& columns);
    merge::MappingOptions options() const;
    /// Whether a column is chosen, or a text holds {{column}}.
    bool fills_anything() const;
    /// The list of columns for a layer's content.
    QComboBox* content_of(const QString& layer) const;

signals:
    void changed();

private:
    /// What was chosen for a layer; names, since tables and posters come and go.
    struct Choice {
        std::optional<QString> content;  ///< empty name = nothing; no value = by the equal name
        QString shown_if, empty;
    };
    struct Row {
        QString layer;
        QStringList placeholders;
        bool has_content = false;  ///< text, picture or shape: something that a column can fill
    };
    void fill();
    void add_row(int row);
    QComboBox* add_columns(int row, int column, const QString& none, const QString& chosen, const QString& name);

    std::vector<Row> rows_;
    QStringList columns_;
    QMap<QString, Choice> choices_;
};

}  // namespace haibao::ui
