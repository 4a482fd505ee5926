// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How the merge page is laid out: what → preview → files, and the button below.
#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTableWidget>
#include <QToolButton>
#include <QUrl>

#include "ui/merge/mapping_table.h"
#include "ui/merge/merge_page.h"
#include "ui/merge/row_preview.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/style/widgets.h"

namespace haibao::ui {
namespace {

constexpr auto typing_pause = std::chrono::milliseconds(200);
constexpr double title_scale = 1.15;
constexpr int problems_height = 96;

QVBoxLayout* column_of(QWidget* column, const QString& title) {
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(heading(title, title_scale));
    return layout;
}

QLabel* faint_words() {
    auto* label = new QLabel;
    label->setForegroundRole(roles::faint_text);
    label->setWordWrap(true);
    return label;
}

/// A list that may be narrower than its longest entry.
QComboBox* narrow_list(const QString& name) {
    auto* box = new QComboBox;
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
    box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    box->setAccessibleName(name);
    return box;
}

}  // namespace

MergePage::MergePage(std::function<std::vector<OpenPoster>()> open_posters, QWidget* parent)
    : QWidget(parent), open_posters_(std::move(open_posters)), presets_(presets()) {
    auto* layout = new QVBoxLayout(this);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(metrics::large_gap);
    columns->addWidget(build_what(), 10);
    columns->addWidget(build_preview(), 9);
    columns->addWidget(build_files(), 11);
    layout->addLayout(columns, 1);
    layout->addWidget(build_bottom());
    plan_timer_.setSingleShot(true);
    plan_timer_.setInterval(typing_pause);
    connect(&plan_timer_, &QTimer::timeout, this, &MergePage::replan);
    connect(mapping_, &MappingTable::changed, this, &MergePage::replan);
    update_start();
}

QWidget* MergePage::build_what() {
    auto* column = new QWidget;
    auto* layout = column_of(column, tr("Poster and table"));
    auto* poster_row = new QHBoxLayout;
    poster_ = narrow_list(tr("Poster"));
    auto* open = icon_button("document-open", tr("Choose a poster file…"));
    poster_row->addWidget(poster_, 1);
    poster_row->addWidget(open);
    layout->addLayout(poster_row);
    choose_table_ = new QPushButton(icon("table"), tr("Choose a table…"));
    layout->addWidget(choose_table_);
    auto* table_row = new QHBoxLayout;
    encoding_ = narrow_list(tr("Encoding of the table"));
    encoding_->addItem(tr("Encoding found out"), QString());
    for (const char* name : {"UTF-8", "GB18030", "Big5", "Shift_JIS", "UTF-16LE", "ISO-8859-1"}) encoding_->addItem(name, name);
    header_ = new QCheckBox(tr("First row names columns"));
    header_->setChecked(true);
    table_row->addWidget(encoding_);
    table_row->addWidget(header_);
    layout->addLayout(table_row);
    table_words_ = faint_words();
    layout->addWidget(table_words_);
    layout->addWidget(heading(tr("What fills what")));
    mapping_ = new MappingTable;
    layout->addWidget(mapping_, 1);
    connect(poster_, &QComboBox::currentIndexChanged, this, &MergePage::poster_chosen);
    connect(open, &QToolButton::clicked, this, &MergePage::choose_poster);
    connect(choose_table_, &QPushButton::clicked, this, &MergePage::choose_table);
    connect(encoding_, &QComboBox::activated, this, &MergePage::read_table);
    connect(header_, &QCheckBox::toggled, this, &MergePage::read_table);
    return column;
}

QWidget* MergePage::build_preview() {
    auto* column = new QWidget;
    auto* layout = column_of(column, tr("Preview"));
    auto* row = new QHBoxLayout;
    auto* back = icon_button("go-previous", tr("Row before"));
    auto* on = icon_button("go-next", tr("Next row"));
    row_ = new QSpinBox;
    row_->setRange(0, 0);
    row_->setPrefix(tr("Row "));
    row_->setButtonSymbols(QAbstractSpinBox::NoButtons);
    row_->setAccessibleName(tr("Row that is shown"));
    row_->setAlignment(Qt::AlignCenter);
    row_words_ = new QLabel;
    row_words_->setForegroundRole(roles::faint_text);
    next_problem_ = new QToolButton;
    next_problem_->setText(tr("Next problem"));
    row->addWidget(back);
    row->addWidget(row_);
    row->addWidget(row_words_);
    row->addWidget(on);
    row->addStretch(1);
    row->addWidget(next_problem_);
    layout->addLayout(row);
    preview_ = new RowPreview;
    layout->addWidget(preview_, 1);
    connect(back, &QToolButton::clicked, this, [this] { go(-1); });
    connect(on, &QToolButton::clicked, this, [this] { go(1); });
    connect(row_, &QSpinBox::valueChanged, this, &MergePage::show_row);
    connect(next_problem_, &QToolButton::clicked, this, &MergePage::next_problem);
    return column;
}

QWidget* MergePage::build_files() {
    auto* column = new QWidget;
    auto* layout = column_of(column, tr("Files"));
    folder_button_ = new QPushButton(icon("folder"), tr("Folder…"));
    folder_button_->setAccessibleName(tr("Folder"));
    folder_button_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    layout->addWidget(folder_button_);
    auto* name_row = new QHBoxLayout;
    names_ = new QLineEdit(QSettings().value("merge/names", "{doc}-{row:000}").toString());
    names_->setAccessibleName(tr("Names of the files"));
    names_->setToolTip(tr("{col:NAME} is a cell, {row:000} the row, {layer:NAME} a text of the poster; {doc} {title} {date:yyyyMMdd} {preset} as in Export"));
    insert_column_ = new QToolButton;
    insert_column_->setText(tr("Column"));
    insert_column_->setToolTip(tr("Put a column into the names"));
    insert_column_->setPopupMode(QToolButton::InstantPopup);
    insert_column_->setMenu(new QMenu(insert_column_));
    name_row->addWidget(names_, 1);
    name_row->addWidget(insert_column_);
    layout->addLayout(name_row);
    auto* how_row = new QHBoxLayout;
    preset_ = narrow_list(tr("Preset"));
    const QString last = QSettings().value("merge/preset", "home-pdf").toString();
    for (const Preset& preset : presets_) {
        preset_->addItem(preset.name(QLocale().name()));
        if (preset.id == last) preset_->setCurrentIndex(preset_->count() - 1);
    }
    exists_ = narrow_list(tr("Files that exist"));
    exists_->addItem(tr("stop if a file exists"), int(IfExists::fail));
    exists_->addItem(tr("number names that exist"), int(IfExists::unique));
    exists_->addItem(tr("replace files that exist"), int(IfExists::overwrite));
    how_row->addWidget(preset_, 3);
    how_row->addWidget(exists_, 2);
    layout->addLayout(how_row);
    one_pdf_ = new QCheckBox(tr("All rows as the pages of one PDF"));
    layout->addWidget(one_pdf_);
    shrink_ = new QCheckBox(tr("Set texts smaller that do not fit"));
    shrink_->setToolTip(tr("A text that is too long for its box is made smaller, down to 40 % of its size; otherwise its row cannot be made."));
    shrink_->setChecked(QSettings().value("merge/shrink", false).toBool());
    layout->addWidget(shrink_);
    problems_ = new QListWidget;
    problems_->setAccessibleName(tr("Problems"));
    problems_->setMaximumHeight(problems_height);
    problems_->setTextElideMode(Qt::ElideRight);
    problems_->hide();
    layout->addWidget(problems_);
    rows_ = new QTableWidget(0, 3);
    rows_->setHorizontalHeaderLabels({tr("Row"), tr("File"), QString()});
    rows_->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    rows_->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    rows_->horizontalHeader()->resizeSection(0, 48);
    rows_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    rows_->verticalHeader()->hide();
    rows_->verticalHeader()->setDefaultSectionSize(26);
    rows_->setShowGrid(false);
    rows_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    rows_->setSelectionBehavior(QAbstractItemView::SelectRows);
    rows_->setSelectionMode(QAbstractItemView::SingleSelection);
    rows_->setWordWrap(false);
    rows_->setAccessibleName(tr("Rows"));
    layout->addWidget(rows_, 1);
    connect(folder_button_, &QPushButton::clicked, this, [this] {
        const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder for the files"), folder_);
        if (!folder.isEmpty()) set_folder(folder);
    });
    connect(names_, &QLineEdit::textChanged, &plan_timer_, qOverload<>(&QTimer::start));
    for (QComboBox* box : {preset_, exists_}) connect(box, &QComboBox::currentIndexChanged, this, &MergePage::replan);
    for (QCheckBox* box : {one_pdf_, shrink_}) connect(box, &QCheckBox::toggled, this, &MergePage::replan);
    connect(problems_, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* item) {
        for (std::size_t i = 0; item && i < table_.rows.size(); ++i)
            if (table_.rows[i].number == item->data(Qt::UserRole).toLongLong()) row_->setValue(int(i) + 1);
    });
    connect(rows_, &QTableWidget::currentCellChanged, this, [this](int row) {
        if (row >= 0) row_->setValue(row + 1);
    });
    return column;
}

void MergePage::fill_column_menu() {
    QMenu* menu = insert_column_->menu();
    menu->clear();
    for (const QString& column : table_.columns)
        menu->addAction(column, this, [this, column] {
            names_->insert("{col:" + column + "}");
            names_->setFocus();
        });
    insert_column_->setEnabled(!table_.columns.isEmpty());
}

QWidget* MergePage::build_bottom() {
    auto* bottom = new QWidget;
    auto* layout = new QHBoxLayout(bottom);
    layout->setContentsMargins(0, 0, 0, 0);
    summary_ = new QLabel;
    summary_->setWordWrap(true);
    progress_ = new QProgressBar;
    progress_->hide();
    leave_out_ = new QCheckBox;
    leave_out_->hide();
    report_ = new QPushButton(tr("Open the report"));
    report_->hide();
    open_folder_ = new QPushButton(tr("Open the folder"));
    open_folder_->hide();
    start_ = new QPushButton;
    start_->setObjectName("start");
    make_primary(start_);
    start_->setMinimumWidth(180);
    layout->addWidget(summary_, 1);
    layout->addWidget(progress_, 1);
    layout->addWidget(leave_out_);
    layout->addWidget(report_);
    layout->addWidget(open_folder_);
    layout->addWidget(start_);
    connect(leave_out_, &QCheckBox::toggled, this, &MergePage::say_plan);
    connect(leave_out_, &QCheckBox::toggled, this, &MergePage::update_start);
    connect(report_, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(report_->property("file").toString())); });
    connect(open_folder_, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder_)); });
    connect(start_, &QPushButton::clicked, this, [this] {
        if (running_) run_stop_.request_stop();
        else start();
    });
    return bottom;
}

}  // namespace haibao::ui
