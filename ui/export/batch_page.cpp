// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/batch_page.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHash>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QTableWidget>
#include <QThread>
#include <QThreadPool>
#include <QVBoxLayout>

#include "app/core/paths.h"
#include "app/gallery/search.h"
#include "ui/export/preset_changes.h"
#include "ui/style/ask_file.h"
#include "ui/style/card.h"
#include "ui/style/error_words.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/style/widgets.h"

namespace haibao::ui {
namespace {

constexpr auto typing_pause = std::chrono::milliseconds(150);
constexpr double title_scale = 1.15;
constexpr int most_rows = 2000;  // that the table lists; all are made

QString state_words(const BatchFile& file) {
    switch (file.state) {
        case FileState::planned: return file.replaces ? BatchPage::tr("replaces a file") : QString();
        case FileState::exists: return BatchPage::tr("kept as it is");
        case FileState::done: return human_size(file.result.bytes);
        case FileState::failed: return file.error ? words_of(*file.error) : BatchPage::tr("failed");
        case FileState::cancelled: return BatchPage::tr("not made");
    }
    return {};
}

}  // namespace

BatchPage::BatchPage(Studio* studio, std::function<std::vector<OpenFile>()> open_posters, QWidget* parent)
    : QWidget(parent), studio_(studio), presets_(presets()), open_posters_(std::move(open_posters)) {
    target_ = QSettings().value("batch/folder", documents_folder()).toString();
    auto* layout = new QVBoxLayout(this);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(metrics::large_gap);
    columns->addWidget(build_what(), 2);
    columns->addWidget(build_how(), 2);
    columns->addWidget(build_names(), 4);
    layout->addLayout(columns, 1);
    summary_ = new QLabel;
    summary_->setWordWrap(true);
    progress_ = new QProgressBar;
    progress_->hide();
    start_ = new QPushButton(tr("Export"));
    make_primary(start_);
    start_->setObjectName("start");
    start_->setMinimumWidth(180);
    report_ = new QPushButton(tr("Save the report…"));
    report_->hide();
    auto* bottom = new QHBoxLayout;
    bottom->addWidget(summary_, 1);
    bottom->addWidget(progress_, 1);
    bottom->addWidget(report_);
    bottom->addWidget(start_);
    layout->addLayout(bottom);
    plan_timer_.setSingleShot(true);
    plan_timer_.setInterval(typing_pause);
    connect(&plan_timer_, &QTimer::timeout, this, &BatchPage::plan);
    connect(start_, &QPushButton::clicked, this, [this] {
        if (running_) stop_.request_stop();
        else start();
    });
    set_files({});
}

BatchPage::~BatchPage() {
    *alive_ = false;
    stop_.request_stop();
}

QWidget* BatchPage::build_what() {
    auto* column = new QWidget;
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(heading(tr("What"), title_scale));
    query_ = new QLineEdit;
    query_->setPlaceholderText(tr("Search the library, Enter takes all found"));
    query_->setAccessibleName(tr("Search the library"));
    layout->addWidget(query_);
    what_ = new QListWidget;
    what_->setAccessibleName(tr("Pictures and posters to export"));
    what_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    layout->addWidget(what_, 1);
    count_ = new QLabel;
    count_->setForegroundRole(roles::faint_text);
    layout->addWidget(count_);
    auto* row = new QHBoxLayout;
    auto* add = new QPushButton(tr("Add files…"));
    auto* remove = new QPushButton(tr("Remove"));
    row->addWidget(add);
    row->addWidget(remove);
    layout->addLayout(row);
    auto* open = new QPushButton(tr("Add the open posters"));
    open->setVisible(bool(open_posters_));
    layout->addWidget(open);
    connect(open, &QPushButton::clicked, this, &BatchPage::add_open_posters);
    connect(query_, &QLineEdit::returnPressed, this, &BatchPage::search_library);
    connect(add, &QPushButton::clicked, this, [this] {
        const QStringList more = QFileDialog::getOpenFileNames(this, tr("Pictures and posters"), {},
                                                               tr("Posters and pictures (*.haibao *.png *.jpg *.jpeg *.webp);;All files (*)"));
        if (!more.isEmpty()) set_files(files_ + more);
    });
    connect(remove, &QPushButton::clicked, this, [this] {
        QStringList kept;
        for (int i = 0; i < what_->count(); ++i)
            if (!what_->item(i)->isSelected()) kept << files_[i];
        set_files(kept);
    });
    return column;
}

QWidget* BatchPage::build_how() {
    auto* column = new QWidget;
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(heading(tr("How"), title_scale));
    how_ = new QListWidget;
    how_->setAccessibleName(tr("Presets"));
    const QStringList last = QSettings().value("batch/presets", QStringList{"social-jpeg"}).toStringList();
    for (const Preset& preset : presets_) {
        auto* item = new QListWidgetItem(preset.name(QLocale().name()), how_);
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(last.contains(preset.id) ? Qt::Checked : Qt::Unchecked);
    }
    layout->addWidget(how_, 1);
    auto* hint = new QLabel(tr("Every marked preset makes a file of its own."));
    hint->setWordWrap(true);
    hint->setForegroundRole(roles::faint_text);
    layout->addWidget(hint);
    changes_ = new PresetChanges;
    layout->addWidget(changes_);
    connect(how_, &QListWidget::itemChanged, &plan_timer_, qOverload<>(&QTimer::start));
    connect(changes_, &PresetChanges::changed, &plan_timer_, qOverload<>(&QTimer::start));
    return column;
}

QWidget* BatchPage::build_names() {
    auto* column = new QWidget;
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(heading(tr("Names"), title_scale));
    folder_ = new QPushButton(icon("folder"), target_);
    folder_->setAccessibleName(tr("Folder"));
    layout->addWidget(folder_);
    names_ = new QLineEdit(QSettings().value("batch/names", "{title|default:poster}-{n:000}-{preset}").toString());
    names_->setAccessibleName(tr("Names of the files"));
    names_->setToolTip(tr("{doc} {title} {prompt:40} {n:000} {preset} {w} {h} {date:yyyyMMdd} {seed}; |lower |upper |slug |ascii |trim:20 |default:x; / makes folders"));
    conflict_ = new QComboBox;
    conflict_->addItems({tr("number names that exist"), tr("leave files that exist"), tr("replace files that exist"), tr("replace older files")});
    conflict_->setAccessibleName(tr("Files that exist"));
    auto* row = new QHBoxLayout;
    row->addWidget(names_, 1);
    row->addWidget(conflict_);
    layout->addLayout(row);
    table_ = new QTableWidget(0, 3);
    table_->setHorizontalHeaderLabels({tr("From"), tr("To"), QString()});
    table_->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    table_->horizontalHeader()->resizeSection(0, 170);
    table_->horizontalHeader()->resizeSection(2, 130);
    table_->verticalHeader()->hide();
    table_->setShowGrid(false);
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setSelectionMode(QAbstractItemView::NoSelection);
    table_->setAccessibleName(tr("Files"));
    layout->addWidget(table_, 1);
    connect(folder_, &QPushButton::clicked, this, &BatchPage::choose_folder);
    connect(names_, &QLineEdit::textChanged, &plan_timer_, qOverload<>(&QTimer::start));
    connect(conflict_, &QComboBox::currentIndexChanged, &plan_timer_, qOverload<>(&QTimer::start));
    return column;
}

void BatchPage::set_files(const QStringList& files) {
    files_ = files;
    files_.removeDuplicates();
    what_->clear();
    for (const QString& file : files_) what_->addItem(shown_name(file));
    count_->setText(tr("%n file(s)", nullptr, int(files_.size())));
    plan_timer_.start();
}

/// Pictures of the library are grounds without their words: those are on posters.
void BatchPage::add_open_posters() {
    QStringList files = files_;
    for (const OpenFile& poster : open_posters_()) {
        titles_.insert(poster.file, poster.title);
        files << poster.file;
    }
    set_files(files);
}

QString BatchPage::shown_name(const QString& file) const { return titles_.value(file, QFileInfo(file).fileName()); }

void BatchPage::search_library() {
    if (!studio_->library()) return;
    const std::string words = query_->text().toStdString();
    auto query = gallery::parse_query(words);
    if (!query) return summary_->setText(words_of(gallery::to_error(query.error(), words)));
    auto ids = gallery::search_ids(*studio_->library(), *query);
    auto pictures = ids ? studio_->library()->pictures(*ids) : pass_on(ids);
    if (!pictures) return summary_->setText(words_of(pictures.error()));
    QStringList files;
    for (const gallery::Picture& picture : *pictures)
        if (!picture.missing) files << paths::to_qt(picture.file);
    set_files(files);
}

void BatchPage::choose_folder() {
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder for the files"), target_);
    if (folder.isEmpty()) return;
    target_ = folder;
    folder_->setText(folder);
    QSettings().setValue("batch/folder", folder);
    plan();
}

Result<BatchJob> BatchPage::job() const {
    auto names = NameTemplate::parse(names_->text());
    if (!names) return pass_on(names);
    BatchJob job{.sources = {}, .presets = {}, .folder = paths::from_qt(target_), .names = std::move(*names)};
    for (int row = 0; row < how_->count(); ++row)
        if (how_->item(row)->checkState() == Qt::Checked) {
            auto preset = changes_->apply(presets_[std::size_t(row)]);
            if (!preset) return pass_on(preset);
            job.presets.push_back(std::move(*preset));
        }
    job.conflict = Conflict(conflict_->currentIndex());
    const std::shared_ptr<const typeset::FontSet> fonts = typeset::FontSet::system();
    for (const QString& file : files_) job.sources.push_back(source_of(paths::from_qt(file), fonts));
    job.workers = std::max(1, QThread::idealThreadCount() - 1);
    return job;
}

/// Names are worked out in the background: pictures are looked into for them.
void BatchPage::plan() {
    if (running_) return;
    report_->hide();
    auto wanted = job();
    const bool possible = wanted && !wanted->sources.empty() && !wanted->presets.empty();
    start_->setEnabled(possible);
    if (!possible) {
        table_->setRowCount(0);
        return summary_->setText(!wanted                   ? words_of(wanted.error())
                                 : wanted->sources.empty() ? tr("Choose pictures or posters on the left; the gallery's Export brings a selection here.")
                                                           : tr("Mark at least one preset."));
    }
    QThreadPool::globalInstance()->start([this, alive = alive_, number = ++plan_number_, job = std::move(*wanted)] {
        auto planned = plan_batch(job);
        QMetaObject::invokeMethod(qApp, [this, alive, number, planned = std::move(planned)] {
            if (!*alive || number != plan_number_ || running_) return;
            if (planned) return show_plan(*planned);
            summary_->setText(words_of(planned.error()));
            start_->setEnabled(false);
        });
    });
}

void BatchPage::show_plan(const BatchPlan& plan) {
    table_->setRowCount(int(std::min<std::size_t>(plan.files.size(), most_rows)));
    for (std::size_t i = 0; i < plan.files.size() && i < most_rows; ++i) show_file(i, plan.files[i]);
    mark_conflicts(plan);
    if (!plan.problems.empty()) {
        QStringList lines;
        for (std::size_t i = 0; i < plan.problems.size() && i < 3; ++i) lines << "⚠ " + QString::fromStdString(plan.problems[i]);
        summary_->setText(lines.join("\n"));
        return start_->setEnabled(false);
    }
    summary_->setText(tr("%n file(s)", nullptr, int(plan.files.size())) + " · " +
                      tr("about %1, %2 free").arg(human_size(plan.estimated_bytes), human_size(plan.free_bytes)));
}

/// Files that would take each other's name; letters' case makes no difference on many disks.
void BatchPage::mark_conflicts(const BatchPlan& plan) {
    QHash<QString, int> taken;
    for (const BatchFile& file : plan.files) ++taken[paths::to_qt(file.target).toCaseFolded()];
    for (std::size_t i = 0; i < plan.files.size() && i < most_rows; ++i)
        if (plan.files[i].state == FileState::planned && taken.value(paths::to_qt(plan.files[i].target).toCaseFolded()) > 1)
            set_state(int(i), "⚠ " + tr("the same name as another"));
}

void BatchPage::set_state(int row, const QString& words) {
    table_->item(row, 2)->setText(words);
    table_->item(row, 2)->setToolTip(words);
}

void BatchPage::show_file(std::size_t index, const BatchFile& file) {
    if (index >= most_rows) return;
    const int row = int(index);
    const auto cell = [this, row](int column, const QString& text) {
        if (!table_->item(row, column)) table_->setItem(row, column, new QTableWidgetItem);
        table_->item(row, column)->setText(text);
        table_->item(row, column)->setToolTip(text);
    };
    cell(0, file.source < std::size_t(files_.size()) ? shown_name(files_[qsizetype(file.source)]) : QString());
    cell(1, QDir(target_).relativeFilePath(paths::to_qt(file.target)));
    cell(2, (file.state == FileState::done ? "✓ " : file.state == FileState::failed ? "⚠ " : "") + state_words(file));
}

void BatchPage::start() {
    auto wanted = job();
    if (!wanted) return;
    QSettings settings;
    settings.setValue("batch/names", names_->text());
    QStringList marked;
    for (const Preset& preset : wanted->presets) marked << preset.id;
    settings.setValue("batch/presets", marked);
    running_ = true;
    stop_ = {};
    report_->hide();
    start_->setText(tr("Stop"));
    progress_->setRange(0, 0);
    progress_->show();
    QThreadPool::globalInstance()->start([this, alive = alive_, job = std::move(*wanted), stop = stop_.get_token()] {
        BatchObserver observer;
        const std::size_t presets = job.presets.size();
        observer.finished = [this, alive, presets](const BatchFile& file, std::size_t finished, std::size_t total) {
            QMetaObject::invokeMethod(qApp, [this, alive, presets, file, finished, total] {
                if (!*alive) return;
                progress_->setRange(0, int(total));
                progress_->setValue(int(finished));
                show_file(file.source * presets + file.preset, file);
            });
        };
        auto result = run_batch(job, observer, stop);
        QMetaObject::invokeMethod(qApp, [this, alive, job, result = std::move(result)] {
            if (*alive) finish(job, result);
        });
    });
}

void BatchPage::finish(const BatchJob& job, const Result<BatchResult>& result) {
    running_ = false;
    start_->setText(tr("Export"));
    progress_->hide();
    if (!result) return summary_->setText("⚠ " + words_of(result.error()));
    for (std::size_t i = 0; i < result->files.size(); ++i) show_file(i, result->files[i]);
    QString words = tr("%n file(s) made", nullptr, int(result->count(FileState::done)));
    if (const auto kept = result->count(FileState::exists)) words += " · " + tr("%n kept as they were", nullptr, int(kept));
    if (const auto failed = result->count(FileState::failed)) words += " · ⚠ " + tr("%n failed", nullptr, int(failed));
    if (result->stopped) words += " · ⚠ " + words_of(*result->stopped);
    summary_->setText(words);
    report_->show();
    report_->disconnect(this);
    connect(report_, &QPushButton::clicked, this, [this, job, files = *result] {
        const QString name = QFileDialog::getSaveFileName(this, tr("Save the report"), target_ + "/report.csv", "CSV (*.csv)");
        if (name.isEmpty()) return;
        std::filesystem::path base = paths::from_qt(name);
        if (auto written = write_report(job, files, base.replace_extension()); !written)
            QMessageBox::warning(this, tr("The report could not be saved"), words_of(written.error()));
    });
}

}  // namespace haibao::ui
