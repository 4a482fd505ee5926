// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/model_import.h"

#include <QCheckBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include "app/core/copy_folder.h"
#include "app/core/paths.h"
#include "inference/base/system_reason.h"
#include "ui/style/background.h"
#include "ui/style/card.h"
#include "ui/style/error_words.h"
#include "ui/style/theme.h"
#include "ui/style/widgets.h"

#include <unistd.h>

namespace haibao::ui {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t most_sentences = 4;

quint64 memory_of_this_machine() { return quint64(sysconf(_SC_PHYS_PAGES)) * quint64(sysconf(_SC_PAGESIZE)); }

/// A link where the folder stays, else a copy; then every byte of what is used from now on is read.
Result<std::vector<std::string>> bring_in(const fs::path& folder, const fs::path& target, bool copy, const VerifyProgress& progress) {
    std::error_code error;
    fs::create_directories(target.parent_path(), error);
    if (error) return fail(ErrorKind::io, "The folder for models cannot be made: {}.", system_reason(error));
    const auto half = [&](std::uint64_t begin) {
        return [&progress, begin](std::uint64_t done, std::uint64_t total) { return progress(begin * total + done, 2 * total); };
    };
    if (copy) {
        if (auto copied = copy_folder(folder, target, half(0)); !copied) return pass_on(copied);
        return verify_model(target, half(1));
    }
    auto problems = verify_model(folder, progress);
    if (!problems || !problems->empty()) return problems;
    fs::create_directory_symlink(fs::absolute(folder), target, error);
    if (error) return fail(ErrorKind::io, "The model could not be added: {}.", system_reason(error));
    return problems;
}

}  // namespace

quint64 bytes_of(const ModelReport& report) {
    quint64 bytes = 0;
    for (const ComponentReport& part : report.components) bytes += part.bytes;
    return bytes;
}

QString sentences(const std::vector<std::string>& problems) {
    QStringList lines;
    for (std::size_t i = 0; i < problems.size() && i < most_sentences; ++i) lines << QString::fromStdString(problems[i]);
    if (problems.size() > most_sentences) lines << ModelImport::tr("… and %n more", nullptr, int(problems.size() - most_sentences));
    return lines.join("\n");
}

QString memory_verdict(const ModelReport& report, bool& good) {
    quint64 peak = 0;
    for (const StageMemory& stage : report.stages) peak = std::max<quint64>(peak, stage.weights + stage.working);
    const quint64 there = memory_of_this_machine();
    good = peak < there * 9 / 10;
    return good ? ModelImport::tr("Fits: needs %1 of memory for a 1024 × 1024 picture.").arg(human_size(peak))
                : ModelImport::tr("Does not fit here: needs %1 of memory, this machine has %2.").arg(human_size(peak), human_size(there));
}

ModelImport::ModelImport(fs::path folder, QWidget* parent) : ModelDialog(std::move(folder), tr("Add a model"), tr("Check and add"), parent) {
    resize(520, 320);
    auto* layout = new QVBoxLayout(this);
    title_ = heading(paths::to_qt(folder_.filename()), 1.3);
    layout->addWidget(title_);
    facts_ = new QLabel;
    facts_->setWordWrap(true);
    facts_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    facts_->setForegroundRole(roles::faint_text);
    layout->addWidget(facts_);
    layout->addWidget(verdict_);
    copy_ = new QRadioButton(tr("Copy it into Haibao's folder (from a USB disk, for example)"));
    link_ = new QRadioButton(tr("Leave it where it is; it must stay there"));
    link_->setChecked(true);
    use_->setChecked(true);
    layout->addWidget(link_);
    layout->addWidget(copy_);
    layout->addWidget(use_);
    add_bottom(*layout);
    look();
}

fs::path ModelImport::target() const { return paths::models() / fs::absolute(folder_ / "").parent_path().filename(); }

void ModelImport::look() {
    verdict_->setText(tr("Looking into the folder…"));
    in_background(this, [folder = folder_] { return describe_model(folder, 1024, 1024); }, [this](const Result<ModelReport>& report) { show_report(report); });
}

void ModelImport::show_report(const Result<ModelReport>& report) {
    if (!report) return say(words_of(report.error()), false);
    title_->setText(QString::fromStdString(report->defaults.name));
    std::error_code ignored;
    const auto room = room_for_models();
    facts_->setText(tr("%1 on disk, %2 free in Haibao's folder · SHA-256 %3…")
                        .arg(human_size(bytes_of(*report)), human_size(room.value_or(0)), QString::fromStdString(report->identity.substr(0, 12))));
    if (!report->problems.empty()) return say(sentences(report->problems), false);
    if (fs::exists(fs::symlink_status(target(), ignored)))
        return say(tr("There is a model called %1 already; remove that one first, or give this folder another name.").arg(paths::to_qt(target().filename())), false);
    copy_->setEnabled(!room || *room > bytes_of(*report));
    bool good = false;
    const QString verdict = memory_verdict(*report, good);
    say(verdict, good);
    start_->setEnabled(true);
}

void ModelImport::start() {
    begin_work();
    for (QWidget* choice : std::initializer_list<QWidget*>{copy_, link_, use_}) choice->setEnabled(false);
    say(copy_->isChecked() ? tr("Copying, then reading every byte of the copy…") : tr("Reading every byte…"), true);
    in_background(
        this,
        [folder = folder_, target = target(), copy = copy_->isChecked(), stop = stop_token(), post = Post(this), bar = progress_] {
            int shown = -1;
            return bring_in(folder, target, copy, [&](std::uint64_t done, std::uint64_t total) {
                const int now = place_of(done, total);
                if (now != shown) post([bar, value = shown = now] { bar->setValue(value); });
                return !stop.stop_requested();
            });
        },
        [this](const Result<std::vector<std::string>>& problems) { finish(problems); });
}

void ModelImport::finish(const Result<std::vector<std::string>>& problems) {
    end_work();
    for (QWidget* choice : std::initializer_list<QWidget*>{copy_, link_, use_}) choice->setEnabled(true);
    if (!problems || !problems->empty()) {
        // A copy that is not sound is of no use to anybody.
        std::error_code ignored;
        if (problems && copy_->isChecked()) fs::remove_all(target(), ignored);
        return say(problems ? sentences(*problems) : words_of(problems.error()), false);
    }
    start_->setEnabled(false);
    say(tr("Added: every file and every value was read."), true);
    emit added(paths::to_qt(target().filename()), use_->isChecked());
}

}  // namespace haibao::ui
