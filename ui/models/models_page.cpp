// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/models_page.h"

#include <QApplication>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QThreadPool>
#include <QVBoxLayout>
#include <algorithm>
#include <atomic>
#include <format>

#include "app/core/paths.h"
#include "inference/weights/inspect.h"
#include "ui/style/card.h"
#include "ui/style/theme.h"
#include "ui/style/widgets.h"

#include <unistd.h>

namespace haibao::ui {
namespace {

namespace fs = std::filesystem;

bool is_builtin(const fs::path& folder) {
    auto builtin = paths::find_model("builtin");
    std::error_code ignored;
    return builtin && fs::equivalent(*builtin, folder, ignored);
}

QString name_of(const fs::path& folder) { return is_builtin(folder) ? "builtin" : paths::to_qt(folder.filename()); }

quint64 memory_of_this_machine() {
    return quint64(sysconf(_SC_PHYS_PAGES)) * quint64(sysconf(_SC_PAGESIZE));
}

quint64 bytes_of(const ModelReport& report) {
    quint64 bytes = 0;
    for (const ComponentReport& part : report.components) bytes += part.bytes;
    return bytes;
}

QString sentences(const std::vector<std::string>& problems) {
    QStringList lines;
    for (std::size_t i = 0; i < problems.size() && i < 4; ++i) lines << QString::fromStdString(problems[i]);
    if (problems.size() > 4) lines << ModelsPage::tr("… and %n more", nullptr, int(problems.size() - 4));
    return lines.join("\n");
}

}  // namespace

ModelsPage::ModelsPage(QWidget* parent) : QWidget(parent), chosen_(QSettings().value("model", "builtin").toString()) {
    auto* layout = new QVBoxLayout(this);
    auto* head = new QHBoxLayout;
    auto* import = new QPushButton(tr("Add a model folder…"));
    head->addWidget(heading(tr("Models"), 1.3), 1);
    head->addWidget(import);
    layout->addLayout(head);
    cards_ = new QVBoxLayout;
    cards_->setSpacing(metrics::padding);
    layout->addLayout(cards_);
    layout->addStretch(1);
    connect(import, &QPushButton::clicked, this, &ModelsPage::import_model);
    reload();
}

void ModelsPage::reload() {
    clear(*cards_);
    for (const fs::path& folder : paths::known_models()) add_card(folder);
}

void ModelsPage::add_card(const fs::path& folder) {
    const QString name = name_of(folder);
    auto report = describe_model(folder, 1024, 1024);
    auto* card = new Card(report ? QString::fromStdString(report->defaults.name) : name);
    cards_->addWidget(card);
    if (!report || !report->problems.empty()) {
        card->set_verdict(report ? sentences(report->problems) : QString::fromStdString(report.error().message), Card::Mood::bad);
    } else {
        quint64 peak = 0;
        for (const StageMemory& stage : report->stages) peak = std::max<quint64>(peak, stage.weights + stage.working);
        const bool fits = peak < memory_of_this_machine() * 9 / 10;
        card->set_verdict(fits ? tr("Fits: needs %1 of memory for a 1024 × 1024 picture.").arg(human_size(peak))
                               : tr("Does not fit here: needs %1 of memory, this machine has %2.").arg(human_size(peak), human_size(memory_of_this_machine())),
                          fits ? Card::Mood::good : Card::Mood::bad);
        card->set_details(tr("%1 on disk · %2").arg(human_size(bytes_of(*report)),
                                                    is_builtin(folder) ? tr("comes with Haibao, made by this project; paints grounds, not words")
                                                                       : paths::to_qt(folder)));
        if (name == chosen_) card->mark(tr("In use"));
        else {
            auto* use = new QPushButton(tr("Use this"));
            connect(use, &QPushButton::clicked, this, [this, name] { choose(name); });
            card->add_button(use);
        }
    }
    auto* check = new QPushButton(tr("Check every byte"));
    connect(check, &QPushButton::clicked, this, [this, folder, card] { verify(folder, card); });
    card->add_button(check);
    if (!is_builtin(folder)) {
        auto* remove = new QPushButton(tr("Remove…"));
        connect(remove, &QPushButton::clicked, this, [this, folder] { remove_model(folder); });
        card->add_button(remove);
    }
}

void ModelsPage::verify(const fs::path& folder, Card* card) {
    card->set_verdict(tr("Reading every weight…"), Card::Mood::neutral);
    const auto alive = std::make_shared<std::atomic<bool>>(true);  // asked from the reading thread
    connect(card, &QObject::destroyed, card, [alive] { *alive = false; });
    const auto tell = [alive, card](const QString& sentence, Card::Mood mood) {
        QMetaObject::invokeMethod(qApp, [alive, card, sentence, mood] {
            if (*alive) card->set_verdict(sentence, mood);
        });
    };
    QThreadPool::globalInstance()->start([folder, alive, tell] {
        int shown = -1;
        const auto progress = [&](std::uint64_t done, std::uint64_t total) {
            const int percent = total ? int(100.0 * double(done) / double(total)) : 100;
            if (percent != shown) tell(ModelsPage::tr("Reading every weight… %1 %").arg(shown = percent), Card::Mood::neutral);
            return alive->load();
        };
        auto problems = verify_model(folder, progress);
        if (!problems) return tell(QString::fromStdString(problems.error().message), Card::Mood::bad);
        if (problems->empty()) tell(ModelsPage::tr("Sound: every file and every value was read."), Card::Mood::good);
        else tell(sentences(*problems), Card::Mood::bad);
    });
}

void ModelsPage::import_model() {
    const QString picked = QFileDialog::getExistingDirectory(this, tr("Folder of a GLM-Image model"));
    if (picked.isEmpty()) return;
    const fs::path folder = paths::from_qt(picked);
    auto report = describe_model(folder, 1024, 1024);
    if (!report || !report->problems.empty()) {
        QMessageBox::warning(this, tr("This folder cannot be used"),
                             report ? sentences(report->problems) : QString::fromStdString(report.error().message));
        return;
    }
    std::error_code error;
    fs::create_directories(paths::models(), error);
    // A link: 33 GB are not copied without being asked; removing the model leaves the folder as it is.
    fs::path link = paths::models() / folder.filename();
    const auto known = paths::known_models();
    const auto taken = [&known](const fs::path& name) {
        return std::ranges::any_of(known, [&name](const fs::path& other) { return other.filename() == name; });
    };
    const auto same = std::ranges::find_if(known, [&](const fs::path& other) { return fs::equivalent(other, folder, error); });
    error.clear();
    if (same != known.end()) return choose(paths::to_qt(same->filename()));
    for (int n = 2; taken(link.filename()) || fs::exists(fs::symlink_status(link, error)); ++n) {
        link = paths::models() / folder.filename();
        link += std::format("-{}", n);
    }
    error.clear();
    fs::create_directory_symlink(fs::absolute(folder), link, error);
    if (error) {
        QMessageBox::warning(this, tr("The model could not be added"), QString::fromStdString(error.message()));
        return;
    }
    choose(paths::to_qt(link.filename()));
}

void ModelsPage::remove_model(const fs::path& folder) {
    std::error_code error;
    const bool link = fs::is_symlink(fs::symlink_status(folder, error));
    const QString question = link ? tr("Haibao forgets this model; its folder stays where it is.")
                                  : tr("The folder %1 goes to the trash.").arg(paths::to_qt(folder));
    if (QMessageBox::question(this, tr("Remove the model?"), question) != QMessageBox::Yes) return;
    if (link) fs::remove(folder, error);
    else if (!QFile::moveToTrash(paths::to_qt(folder))) error = std::make_error_code(std::errc::permission_denied);
    if (error) QMessageBox::warning(this, tr("The model could not be removed"), QString::fromStdString(error.message()));
    if (chosen_ == paths::to_qt(folder.filename())) choose("builtin");
    else reload();
}

void ModelsPage::choose(const QString& name) {
    chosen_ = name;
    QSettings().setValue("model", name);
    reload();
    emit model_chosen(name);
}

}  // namespace haibao::ui
