// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/merge/mapping_table.h"

#include <QComboBox>
#include <QHeaderView>
#include <algorithm>

#include "app/document/references.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

namespace haibao::ui {
namespace {

enum Column { layer_column, content_column, empty_column, shown_column, column_count };

bool can_be_filled(const document::Layer& layer) {
    return std::holds_alternative<document::TextLayer>(layer.content) || std::holds_alternative<document::PictureLayer>(layer.content) ||
           std::holds_alternative<document::ShapeLayer>(layer.content);
}

QStringList placeholders_of(const document::Layer& layer) {
    QStringList columns;
    if (const auto* text = std::get_if<document::TextLayer>(&layer.content))
        for (const merge::PlaceholderSpan& span : merge::placeholders_in(text->text.text)) columns << span.column;
    columns.removeDuplicates();
    return columns;
}

}  // namespace

MappingTable::MappingTable(QWidget* parent) : QTableWidget(0, column_count, parent) {
    setHorizontalHeaderLabels({tr("Layer"), tr("Filled by"), tr("Empty cell"), tr("Shown if")});
    horizontalHeaderItem(empty_column)->setToolTip(tr("What a cell without content means for this layer"));
    horizontalHeaderItem(shown_column)->setToolTip(tr("A column with yes or no, 1 or 0, 是 or 否"));
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(metrics::row_height + 4);
    for (const int column : {layer_column, content_column}) horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
    for (const int column : {empty_column, shown_column}) horizontalHeader()->resizeSection(column, 96);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setShowGrid(false);
    setSelectionMode(QAbstractItemView::NoSelection);
    setFocusPolicy(Qt::NoFocus);  // the lists in it are what is reached by Tab
    setAccessibleName(tr("What fills what"));
}

void MappingTable::set_poster(const document::Poster& poster) {
    rows_.clear();
    for (const merge::NamedLayer& one : merge::named_layers(poster)) rows_.push_back({one.name, placeholders_of(*one.layer), can_be_filled(*one.layer)});
    std::ranges::reverse(rows_);
    fill();
}

void MappingTable::set_columns(const QStringList& columns) {
    if (columns == columns_) return;
    columns_ = columns;
    fill();
}

void MappingTable::fill() {
    setRowCount(0);
    setRowCount(int(rows_.size()));
    for (int row = 0; row < int(rows_.size()); ++row) add_row(row);
}

void MappingTable::add_row(int row) {
    const Row& entry = rows_[std::size_t(row)];
    Choice& choice = choices_[entry.layer];
    auto* name = new QTableWidgetItem(entry.layer);
    name->setFlags(Qt::ItemIsEnabled);
    name->setToolTip(entry.layer);
    setItem(row, layer_column, name);
    if (entry.has_content) {
        QStringList braces;
        for (const QString& column : entry.placeholders) braces << "{{" + column + "}}";
        // A text with {{columns}} in it says itself what it is filled with.
        const QString usual = braces.isEmpty() ? entry.layer : QString();
        auto* content = add_columns(row, content_column, braces.isEmpty() ? tr("–") : braces.join(' '), choice.content.value_or(usual),
                                    tr("Column that fills %1").arg(entry.layer));
        auto* empty = new QComboBox;
        empty->addItem(tr("as usual"), QString());
        empty->addItem(tr("keep"), "keep");
        empty->addItem(tr("clear"), "clear");
        empty->addItem(tr("skip row"), "skip");
        empty->setToolTip(tr("Texts are cleared, everything else stays as in the poster, unless something else is chosen."));
        empty->setAccessibleName(tr("Empty cells of %1").arg(entry.layer));
        empty->setCurrentIndex(std::max(0, empty->findData(choice.empty)));
        empty->setEnabled(content->currentIndex() > 0);
        setCellWidget(row, empty_column, empty);
        connect(content, &QComboBox::activated, this, [this, layer = entry.layer, content, empty](int index) {
            choices_[layer].content = index > 0 ? content->currentText() : QString();
            empty->setEnabled(index > 0);
            emit changed();
        });
        connect(empty, &QComboBox::activated, this, [this, layer = entry.layer, empty] {
            choices_[layer].empty = empty->currentData().toString();
            emit changed();
        });
    }
    auto* shown = add_columns(row, shown_column, tr("always"), choice.shown_if, tr("Column that shows %1").arg(entry.layer));
    connect(shown, &QComboBox::activated, this, [this, layer = entry.layer, shown](int index) {
        choices_[layer].shown_if = index > 0 ? shown->currentText() : QString();
        emit changed();
    });
}

QComboBox* MappingTable::add_columns(int row, int column, const QString& none, const QString& chosen, const QString& name) {
    auto* box = new QComboBox;
    box->addItem(none);
    box->addItems(columns_);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(4);
    box->setAccessibleName(name);
    const qsizetype at = chosen.isEmpty() ? -1 : columns_.indexOf(chosen);
    box->setCurrentIndex(int(at) + 1);
    setCellWidget(row, column, box);
    return box;
}

QComboBox* MappingTable::content_of(const QString& layer) const {
    for (int row = 0; row < rowCount(); ++row)
        if (rows_[std::size_t(row)].layer == layer) return qobject_cast<QComboBox*>(cellWidget(row, content_column));
    return nullptr;
}

merge::MappingOptions MappingTable::options() const {
    merge::MappingOptions options;
    options.automatic = false;
    for (int row = 0; row < rowCount(); ++row) {
        const QString& layer = rows_[std::size_t(row)].layer;
        const auto* content = qobject_cast<QComboBox*>(cellWidget(row, content_column));
        const auto* empty = qobject_cast<QComboBox*>(cellWidget(row, empty_column));
        const auto* shown = qobject_cast<QComboBox*>(cellWidget(row, shown_column));
        const bool filled = content && content->currentIndex() > 0, hidden = shown && shown->currentIndex() > 0;
        if (filled) options.maps << layer + "=" + content->currentText();
        if (hidden) options.maps << "visible:" + layer + "=" + shown->currentText();
        if (filled && empty && empty->currentIndex() > 0)
            options.empty << layer + "=" + empty->currentData().toString();
    }
    return options;
}

bool MappingTable::fills_anything() const {
    return !options().maps.isEmpty() || std::ranges::any_of(rows_, [](const Row& row) { return !row.placeholders.isEmpty(); });
}

}  // namespace haibao::ui
