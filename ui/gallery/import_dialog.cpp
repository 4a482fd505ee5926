// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/import_dialog.h"

#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QThreadPool>
#include <QVBoxLayout>
#include <atomic>

#include "app/core/paths.h"
#include "app/gallery/import.h"
#include "ui/gallery/tags_text.h"
#include "ui/style/error_words.h"
#include "ui/style/theme.h"

namespace haibao::ui {
namespace {

constexpr int most_problems_shown = 8;

QString sentence(const Result<gallery::ImportReport>& done) {
    if (!done) return "⚠ " + words_of(done.error());
    QStringList lines{ImportDialog::tr("%n picture(s) imported", nullptr, int(done->imported))};
    if (const auto there = done->duplicates + done->known) lines << ImportDialog::tr("%n were in the library already", nullptr, int(there));
    if (done->found_again) lines << ImportDialog::tr("%n lost file(s) found again", nullptr, int(done->found_again));
    if (done->restored) lines << ImportDialog::tr("%n came back from the trash", nullptr, int(done->restored));
    if (done->stopped) lines << ImportDialog::tr("Stopped; the next import of this folder goes on from here.");
    for (std::size_t i = 0; i < done->problems.size() && i < most_problems_shown; ++i)
        lines << "⚠ " + paths::to_qt(done->problems[i].first.filename()) + ": " + QString::fromStdString(done->problems[i].second);
    if (done->problems.size() > most_problems_shown)
        lines << ImportDialog::tr("… and %n more", nullptr, int(done->problems.size()) - most_problems_shown);
    return lines.join("\n");
}

}  // namespace

ImportDialog::ImportDialog(std::filesystem::path library, QStringList files, QWidget* parent)
    : QDialog(parent), library_(std::move(library)), files_(std::move(files)) {
    setWindowTitle(tr("Import pictures"));
    resize(460, 260);
    auto* layout = new QVBoxLayout(this);
    const QString what = files_.size() == 1 ? files_.front() : tr("%n files and folders", nullptr, int(files_.size()));
    auto* from = new QLabel(tr("%1, with all folders in it. Prompts of A1111, ComfyUI, InvokeAI, Fooocus and SwarmUI are read.").arg(what));
    from->setWordWrap(true);
    layout->addWidget(from);
    auto* form = new QFormLayout;
    mode_ = new QComboBox;
    mode_->addItems({tr("Copy into the library"), tr("Leave them where they are")});
    form->addRow(tr("Files"), mode_);
    tags_ = new QLineEdit;
    form->addRow(tr("Tags for all"), tags_);
    layout->addLayout(form);
    progress_ = new QProgressBar;
    progress_->hide();
    layout->addWidget(progress_);
    report_ = new QLabel;
    report_->setWordWrap(true);
    report_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(report_, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    start_ = buttons->addButton(tr("Import"), QDialogButtonBox::ActionRole);
    make_primary(start_);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(start_, &QPushButton::clicked, this, [this] {
        if (progress_->isVisible()) stop_.request_stop();
        else start();
    });
}

ImportDialog::~ImportDialog() { stop_.request_stop(); }

void ImportDialog::start() {
    stop_ = {};
    progress_->setRange(0, 0);
    progress_->show();
    start_->setText(tr("Stop"));
    gallery::ImportOptions options;
    options.mode = gallery::ImportMode(mode_->currentIndex());
    options.tags = tags_in(tags_->text());
    const auto alive = std::make_shared<std::atomic<bool>>(true);
    connect(this, &QObject::destroyed, qApp, [alive] { *alive = false; });
    std::vector<std::filesystem::path> from;
    for (const QString& file : files_) from.push_back(paths::from_qt(file));
    QThreadPool::globalInstance()->start([this, alive, options, library = library_, from, stop = stop_.get_token()] {
        const auto progress = [this, alive](std::int64_t done, std::int64_t total) {
            QMetaObject::invokeMethod(qApp, [this, alive, done, total] {
                if (!*alive) return;
                progress_->setRange(0, int(total));
                progress_->setValue(int(done));
            });
        };
        // A connection of its own: a library object belongs to one thread.
        auto opened = gallery::Library::open(library);
        Result<gallery::ImportReport> report = opened ? gallery::import_pictures(*opened, from, options, progress, stop) : pass_on(opened);
        const int pictures = report ? int(report->ids.size()) : 0;
        QMetaObject::invokeMethod(qApp, [this, alive, pictures, words = sentence(report)] {
            if (*alive) finished(words, pictures);
        });
    });
}

void ImportDialog::finished(const QString& report, int pictures) {
    progress_->hide();
    start_->setText(tr("Import"));
    report_->setText(report);
    emit finished_import(pictures);
}

}  // namespace haibao::ui
