// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/merge/merge_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSet>
#include <QSettings>
#include <QSpinBox>
#include <QTableWidget>
#include <QToolButton>
#include <algorithm>

#include "app/core/paths.h"
#include "app/document/unknown_fields.h"
#include "app/export/poster_export.h"
#include "app/export/poster_input.h"
#include "app/merge/fit.h"
#include "ui/merge/mapping_table.h"
#include "ui/merge/problem_words.h"
#include "ui/merge/row_preview.h"
#include "ui/style/background.h"
#include "ui/style/error_words.h"
#include "ui/style/finding_words.h"
#include "ui/style/theme.h"

namespace haibao::ui {
namespace {

std::unexpected<Error> not_yet(const QString& sentence) { return std::unexpected(Error{ErrorKind::invalid_input, sentence.toStdString(), translated}); }

void set_cell(QTableWidget& table, int row, int column, const QString& text) {
    if (!table.item(row, column)) table.setItem(row, column, new QTableWidgetItem);
    table.item(row, column)->setText(text);
    table.item(row, column)->setToolTip(text);
}

}  // namespace

MergePage::~MergePage() {
    table_stop_.request_stop();
    plan_stop_.request_stop();
    run_stop_.request_stop();
}

void MergePage::say(const QString& sentence) { summary_->setText(sentence); }

// What: the poster and the table.

void MergePage::showEvent(QShowEvent*) {
    fill_posters();
    poster_chosen();
}

void MergePage::fill_posters() {
    const QString before = poster_->currentData().toString();
    posters_ = open_posters_();
    const QSignalBlocker quiet(poster_);
    poster_->clear();
    for (const OpenPoster& poster : posters_) poster_->addItem(poster.title, paths::to_qt(poster.file));
    for (const QString& file : chosen_files_)
        if (poster_->findData(file) < 0) poster_->addItem(QFileInfo(file).fileName(), file);
    if (const int at = poster_->findData(before); at >= 0) poster_->setCurrentIndex(at);
}

void MergePage::set_poster(const QString& file) {
    if (!chosen_files_.contains(file)) chosen_files_ << file;
    fill_posters();
    poster_->setCurrentIndex(poster_->findData(file));
    poster_chosen();
}

void MergePage::choose_poster() {
    const QString file = QFileDialog::getOpenFileName(this, tr("Poster"), QSettings().value("posters-folder").toString(), tr("Posters (*.haibao *.json)"));
    if (!file.isEmpty()) set_poster(file);
}

/// Posters from the disk are read once and then listed like open ones.
void MergePage::poster_chosen() {
    const QString file = poster_->currentData().toString();
    if (file.isEmpty()) return replan();
    const std::filesystem::path path = paths::from_qt(file);
    auto known = std::ranges::find(posters_, path, &OpenPoster::file);
    if (known == posters_.end()) {
        auto poster = open_poster(path);
        if (!poster) {
            mapping_->set_poster({});
            plan_.reset();
            return say("⚠ " + words_of(poster.error()));
        }
        if (const QStringList unknown = document::unknown_fields(*poster); !unknown.isEmpty()) emit said(unknown_words(unknown));
        known = posters_.insert(posters_.end(), {QFileInfo(file).completeBaseName(), path, std::move(*poster)});
    }
    mapping_->set_poster(known->poster);
    replan();
}

void MergePage::choose_table() {
    const QString file = QFileDialog::getOpenFileName(this, tr("Table"), QFileInfo(table_file_).absolutePath(), tr("Tables (*.csv *.tsv *.txt);;All files (*)"));
    if (!file.isEmpty()) set_table(file);
}

void MergePage::set_table(const QString& file) {
    table_file_ = file;
    choose_table_->setText(QFileInfo(file).fileName());
    if (folder_.isEmpty()) set_folder(QFileInfo(file).absolutePath() + "/" + QFileInfo(file).completeBaseName());
    read_table();
}

void MergePage::set_folder(const QString& folder) {
    folder_ = folder;
    folder_button_->setText(QDir::toNativeSeparators(folder));
    folder_button_->setToolTip(folder);
    replan();
}

void MergePage::read_table() {
    if (table_file_.isEmpty()) return;
    merge::TableOptions options{.encoding = encoding_->currentData().toString().toStdString(), .delimiter = {},
                                .header = header_->isChecked() ? merge::Header::yes : merge::Header::no};
    table_stop_.request_stop();
    table_stop_ = {};
    table_ = {};
    table_words_->setText(tr("Reading…"));
    in_background(
        this, [file = paths::from_qt(table_file_), options, stop = table_stop_.get_token()] { return open_table(file, options, stop); },
        [this, number = ++table_number_](Result<OpenedTable> table) {
            if (number != table_number_) return;
            table_problem_ = table ? QString() : words_of(table.error());
            table_ = table ? std::move(*table) : OpenedTable{};
            const QString delimiter = table_.delimiter == '\t' ? tr("tab") : QString(table_.delimiter);
            table_words_->setText(table_problem_.isEmpty() ? tr("%n row(s)", nullptr, int(table_.count)) + " · " + table_.encoding + " · “" + delimiter + "”"
                                                           : "⚠ " + table_problem_);
            mapping_->set_columns(table_.columns);
            fill_column_menu();
            row_->setRange(table_.rows.empty() ? 0 : 1, int(table_.rows.size()));
            list_rows();
            replan();
        });
}

// The plan: what the page says is checked in the background.

const OpenPoster* MergePage::chosen_poster() const {
    const auto found = std::ranges::find(posters_, paths::from_qt(poster_->currentData().toString()), &OpenPoster::file);
    return found == posters_.end() ? nullptr : &*found;
}

Result<merge::MergeTask> MergePage::task() const {
    const OpenPoster* poster = chosen_poster();
    if (!poster) return not_yet(tr("Open a poster in Create, or choose a poster file."));
    if (table_file_.isEmpty()) return not_yet(tr("Choose a table: a CSV file whose first row names the columns. Each row becomes a poster."));
    if (!table_problem_.isEmpty()) return not_yet(table_problem_);
    if (table_.columns.isEmpty()) return not_yet(tr("Reading the table…"));
    if (!mapping_->fills_anything()) return not_yet(tr("Choose a column for at least one layer, or write {{column}} into a text of the poster."));
    merge::MergeTask task;
    task.poster = poster->poster;
    task.poster_name = poster->title;
    task.table = paths::from_qt(table_file_);
    task.table_options.encoding = encoding_->currentData().toString().toStdString();
    task.table_options.header = header_->isChecked() ? merge::Header::yes : merge::Header::no;
    auto plan = merge::plan_merge(task.poster, table_.columns, mapping_->options());
    if (!plan) return pass_on(plan);
    task.plan = std::move(*plan);
    task.pictures = task.table.parent_path();
    task.preset = presets_[std::size_t(preset_->currentIndex())];
    if (auto planned = plan_poster(task.poster.page, task.preset); !planned) return pass_on(planned);
    task.folder = paths::from_qt(folder_);
    auto names = NameTemplate::parse(names_->text().contains("{fmt}") ? names_->text() : names_->text() + ".{fmt}");
    if (!names) return pass_on(names);
    task.names = std::move(*names);
    task.if_exists = IfExists(exists_->currentData().toInt());
    task.fit = shrink_->isChecked() ? merge::Fit::shrink : merge::Fit::stop;
    if (task.preset.is_pdf() && one_pdf_->isChecked()) task.one_pdf = task.folder / paths::from_qt(task.poster_name + ".pdf");
    return task;
}

void MergePage::replan() {
    if (running_) return;
    plan_.reset();
    report_->hide();
    open_folder_->hide();
    problems_->clear();
    problems_->hide();
    one_pdf_->setVisible(presets_[std::size_t(std::max(0, preset_->currentIndex()))].is_pdf());
    plan_stop_.request_stop();
    plan_stop_ = {};
    ++plan_number_;
    auto wanted = task();
    if (!wanted) {
        say(words_of(wanted.error()));
        update_start();
        return show_row(row_->value());
    }
    say(tr("Checking every row…"));
    update_start();
    show_row(row_->value());
    in_background(
        this, [task = std::move(*wanted), stop = plan_stop_.get_token()] { return merge::check_table(task, *typeset::FontSet::system(), {}, stop); },
        [this, number = plan_number_](Result<merge::TableCheck> checked) {
            if (number != plan_number_ || running_) return;
            if (checked) return show_plan({std::move(*checked)});
            say("⚠ " + words_of(checked.error()));
            update_start();
        });
}

void MergePage::show_plan(const PlannedMerge& plan) {
    plan_ = plan;
    std::ranges::stable_sort(plan_->check.problems, {}, rank_of);
    list_rows();
    for (const merge::Problem& problem : plan_->check.problems) {
        auto* item = new QListWidgetItem((problem.severity == merge::Severity::error ? "⚠ " : "") + words_of(problem), problems_);
        item->setData(Qt::UserRole, problem.row);
        item->setToolTip(item->text());
        if (problems_->count() == int(most_listed_rows)) break;
    }
    problems_->setVisible(problems_->count() > 0);
    leave_out_->setText(tr("Leave out %n row(s) with errors", nullptr, int(plan.check.bad.size())));
    say_plan();
    update_start();
    emit planned();
}

void MergePage::say_plan() {
    if (!plan_ || running_) return;
    const merge::TableCheck& check = plan_->check;
    const auto bad = int(check.bad.size());
    QSet<qint64> doubtful;  // can be made, but somebody should look
    for (const merge::Problem& problem : check.problems)
        if (problem.row > 0 && !check.bad.contains(problem.row)) doubtful.insert(problem.row);
    QStringList sentences;
    if (check.blocked) sentences << "⚠ " + tr("Nothing can be written as it stands; the list says why.");
    if (bad && leave_out_->isChecked()) sentences << tr("%n row(s) with errors are left out.", nullptr, bad);
    else if (bad) sentences << "⚠ " + tr("%n row(s) cannot be made as they are.", nullptr, bad);
    if (check.mendable && !shrink_->isChecked()) sentences << tr("“%1” mends %n of them.", nullptr, int(check.mendable)).arg(shrink_->text());
    if (!doubtful.isEmpty()) sentences << tr("%n row(s) can be made but should be looked at.", nullptr, int(doubtful.size()));
    QString words = sentences.isEmpty() ? tr("All rows are sound.") : sentences.join(' ');
    if (check.skipped) words += " " + tr("%n row(s) are skipped because of empty cells.", nullptr, int(check.skipped));
    say(words);
}

void MergePage::update_start() {
    const bool bad = plan_ && !plan_->check.bad.isEmpty();
    leave_out_->setVisible(bad);
    next_problem_->setEnabled(plan_ && !rows_to_look_at(plan_->check).isEmpty());
    start_->setText(running_ ? tr("Stop") : plan_ && plan_->check.valid ? tr("Make %n poster(s)", nullptr, int(plan_->check.valid)) : tr("Make posters"));
    start_->setEnabled(running_ || (plan_ && !plan_->check.blocked && plan_->check.valid > 0 && (!bad || leave_out_->isChecked())));
}

void MergePage::list_rows() {
    const QSignalBlocker quiet(rows_);
    rows_->setRowCount(int(table_.rows.size()));
    for (int row = 0; row < int(table_.rows.size()); ++row) {
        const bool named = plan_ && row < plan_->check.names.size();
        set_cell(*rows_, row, 0, QString::number(table_.rows[std::size_t(row)].number));
        set_cell(*rows_, row, 1, named ? plan_->check.names[row] : QString());
        set_cell(*rows_, row, 2, QString());
    }
    if (!plan_) return;
    for (auto problem = plan_->check.problems.rbegin(); problem != plan_->check.problems.rend(); ++problem) {
        const auto at = std::ranges::find(table_.rows, problem->row, &merge::TableRow::number);
        if (at != table_.rows.end()) set_cell(*rows_, int(at - table_.rows.begin()), 2, "⚠ " + words_in_row(*problem));
    }
}

// Each row as it will come out.

void MergePage::show_row(int number) {
    const int number_of_order = ++preview_number_;
    const int index = number - 1;
    row_words_->setText(table_.rows.empty() ? QString() : tr("of %1").arg(table_.count));
    auto wanted = task();
    if (!wanted || index < 0 || index >= int(table_.rows.size())) {
        if (const OpenPoster* poster = chosen_poster()) return preview_->show_poster(poster->poster);
        return preview_->show_words(tr("Here a row is shown as it will come out."));
    }
    {
        const QSignalBlocker quiet(rows_);
        rows_->setCurrentCell(index, 0);
    }
    in_background(
        this,
        [task = std::move(*wanted), row = table_.rows[std::size_t(index)]] { return merge::fill_row(task, row, *typeset::FontSet::system(), merge::PictureFolder(task.pictures)); },
        [this, number_of_order](const merge::FilledPoster& filled) {
            if (number_of_order != preview_number_) return;
            if (filled.skipped) preview_->show_words(tr("This row is skipped: a cell is empty that says so."));
            else preview_->show_poster(filled.poster);
        });
}

void MergePage::go(int step) { row_->setValue(row_->value() + step); }

void MergePage::next_problem() {
    if (!plan_) return;
    const int count = int(table_.rows.size());
    const QSet<qint64> wanted = rows_to_look_at(plan_->check);
    for (int step = 1; step <= count; ++step) {
        const int index = (row_->value() - 1 + step) % count;
        if (wanted.contains(table_.rows[std::size_t(index)].number)) return row_->setValue(index + 1);
    }
}

// The run.

void MergePage::start() {
    auto wanted = task();
    if (!wanted || !plan_) return;
    QSettings settings;
    settings.setValue("merge/names", names_->text());
    settings.setValue("merge/shrink", shrink_->isChecked());
    settings.setValue("merge/preset", presets_[std::size_t(preset_->currentIndex())].id);
    running_ = true;
    run_stop_ = {};
    progress_->setRange(0, int(plan_->check.rows));
    progress_->setValue(0);
    progress_->show();
    leave_out_->setEnabled(false);
    say({});
    update_start();
    in_background(
        this,
        [task = *wanted, bad = plan_->check.bad, stop = run_stop_.get_token(), post = Post(this), page = this] {
            merge::MergeRunOptions options;
            options.stop = stop;
            options.finished = [post, page](const merge::RowResult& row, qint64 done) { post([page, row, done] { page->row_finished(row, done); }); };
            return merge::run_merge(task, bad, *typeset::FontSet::system(), options);
        },
        [this, task = *wanted](const Result<merge::MergeReport>& report) { finish(task, report); });
}

void MergePage::row_finished(const merge::RowResult& row, qint64 done) {
    progress_->setValue(int(done));
    const auto at = std::ranges::find(table_.rows, row.row, &merge::TableRow::number);
    if (at == table_.rows.end()) return;
    const int index = int(at - table_.rows.begin());
    QString words;
    switch (row.state) {
        case merge::RowState::done: words = "✓ " + (row.resumed ? tr("was there already") : row.page ? tr("page %1").arg(row.page) : in_user_words(row.message)); break;
        case merge::RowState::skipped: words = tr("skipped"); break;
        case merge::RowState::invalid: return;  // what is wrong stands there
        case merge::RowState::failed: words = "⚠ " + in_user_words(row.message); break;
        case merge::RowState::cancelled: words = tr("not made"); break;
    }
    set_cell(*rows_, index, 2, words);
    rows_->scrollToItem(rows_->item(index, 0));
}

void MergePage::finish(const merge::MergeTask& task, const Result<merge::MergeReport>& report) {
    running_ = false;
    progress_->hide();
    leave_out_->setEnabled(true);
    update_start();
    if (!report) {
        say("⚠ " + words_of(report.error()));
        return emit finished();
    }
    for (const merge::RowResult& row : report->rows) row_finished(row, qint64(report->rows.size()));
    QString words = tr("%n poster(s) made", nullptr, int(report->count(merge::RowState::done)));
    if (const auto left = report->count(merge::RowState::invalid)) words += " · " + tr("%n left out", nullptr, int(left));
    if (const auto failed = report->count(merge::RowState::failed)) words += " · ⚠ " + tr("%n failed", nullptr, int(failed));
    if (report->stopped) words += " · ⚠ " + words_of(*report->stopped);
    const std::filesystem::path name = task.one_pdf.empty() ? task.folder / "merge-report" : task.folder / (task.one_pdf.stem().string() + "-report");
    auto saved = merge::write_report(plan_->check, *report, name);
    if (!saved) words += " · ⚠ " + words_of(saved.error());
    say(words);
    report_->setProperty("file", paths::to_qt(name) + ".csv");
    report_->setVisible(saved.has_value());
    open_folder_->show();
    emit finished();
}

}  // namespace haibao::ui
