// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/models_page.h"

#include <QDate>
#include <QFileDialog>
#include <QLocale>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QVBoxLayout>
#include <algorithm>
#include <atomic>
#include <format>

#include "app/core/paths.h"
#include "inference/base/system_reason.h"
#include "inference/weights/licence.h"
#include "ui/models/model_convert.h"
#include "ui/models/model_import.h"
#include "ui/style/background.h"
#include "ui/style/card.h"
#include "ui/style/error_words.h"
#include "ui/style/model_names.h"
#include "ui/style/theme.h"
#include "ui/style/widgets.h"

namespace haibao::ui {
namespace {

namespace fs = std::filesystem;

bool is_builtin(const fs::path& folder) {
    auto builtin = paths::find_model("builtin");
    std::error_code ignored;
    return builtin && fs::equivalent(*builtin, folder, ignored);
}

QString name_of(const fs::path& folder) { return is_builtin(folder) ? "builtin" : paths::to_qt(folder.filename()); }

/// In which a model's day of coming is kept.
QString added_setting(const QString& name) { return "models-added/" + name; }

struct AboutModel {
    Result<ModelReport> report;
    std::optional<Licence> licence;
};

AboutModel about(const fs::path& folder) {
    AboutModel about{describe_model(folder, 1024, 1024), {}};
    if (about.report)
        if (const auto model = ModelFolder::open(folder)) about.licence = licence_of(*model);
    return about;
}

QString licence_words(const std::optional<Licence>& licence) {
    return licence ? ModelsPage::tr("Licence: %1 (%2)").arg(QString::fromStdString(licence->name), QString::fromStdString(licence->file))
                   : ModelsPage::tr("It names no licence: ask where it comes from before you publish what it paints.");
}

void show_report(Card& card, const fs::path& folder, const AboutModel& about) {
    const Result<ModelReport>& report = about.report;
    if (!report || !report->problems.empty())
        return card.set_verdict(report ? sentences(report->problems) : words_of(report.error()), Card::Mood::bad);
    card.set_title(shown_model(report->defaults.name));
    bool good = false;
    const QString verdict = memory_verdict(*report, good);
    card.set_verdict(verdict, good ? Card::Mood::good : Card::Mood::bad);
    const bool builtin = is_builtin(folder);
    QStringList lines{ModelsPage::tr("%1 on disk · SHA-256 %2… · %3")
                          .arg(human_size(bytes_of(*report)), QString::fromStdString(report->identity.substr(0, 12)),
                               builtin ? ModelsPage::tr("comes with Haibao, made by this project; paints grounds, not words") : paths::to_qt(folder))};
    lines << (builtin ? ModelsPage::tr("Licence: GPL-3.0-or-later, like Haibao; pictures made with it are yours") : licence_words(about.licence));
    const QDate added = QSettings().value(added_setting(name_of(folder))).toDate();
    if (added.isValid()) lines.back() += " · " + ModelsPage::tr("added on %1").arg(QLocale().toString(added, QLocale::ShortFormat));
    card.set_details(lines.join('\n'));
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
    connect(import, &QPushButton::clicked, this, &ModelsPage::ask_import);
    reload();
}

void ModelsPage::reload() {
    clear(*cards_);
    for (const fs::path& folder : paths::known_models()) add_card(folder);
}

/// Looked into in the background: the headers of a large model take a while.
void ModelsPage::add_card(const fs::path& folder) {
    const QString name = name_of(folder);
    auto* card = new Card(name);
    card->setObjectName("model-" + name);
    card->set_verdict(tr("Looking into the folder…"), Card::Mood::neutral);
    cards_->addWidget(card);
    if (name == chosen_) card->mark(tr("In use"));
    auto* use = new QPushButton(tr("Use this"));
    use->setVisible(name != chosen_);
    use->setEnabled(false);
    connect(use, &QPushButton::clicked, this, [this, name] { choose(name); });
    auto* check = new QPushButton(tr("Check every byte"));
    connect(check, &QPushButton::clicked, this, [this, folder, card] { verify(folder, card); });
    card->add_button(use);
    card->add_button(check);
    if (!is_builtin(folder)) {
        auto* convert = new QPushButton(tr("Convert…"));
        convert->setToolTip(tr("Write it in fewer bits, so that it takes less memory"));
        std::error_code ignored;
        convert->setVisible(fs::is_directory(folder, ignored));  // one in a single file has been converted
        connect(convert, &QPushButton::clicked, this, [this, folder] { convert_model(folder); });
        card->add_button(convert);
        auto* remove = new QPushButton(tr("Remove…"));
        connect(remove, &QPushButton::clicked, this, [this, folder] { remove_model(folder); });
        card->add_button(remove);
    }
    in_background(card, [folder] { return about(folder); },
                  [card, use, folder](const AboutModel& about) {
                      show_report(*card, folder, about);
                      use->setEnabled(about.report && about.report->problems.empty());
                  });
}

void ModelsPage::verify(const fs::path& folder, Card* card) {
    if (card->findChild<QProgressBar*>()) return;  // at it already
    card->set_verdict(tr("Reading every weight…"), Card::Mood::neutral);
    auto* bar = new QProgressBar(card);
    bar->setRange(0, 100);
    card->body()->insertWidget(card->body()->count() - 1, bar);
    const auto wanted = std::make_shared<std::atomic<bool>>(true);  // asked from the reading thread
    connect(card, &QObject::destroyed, this, [wanted] { *wanted = false; });
    in_background(
        card,
        [folder, wanted, post = Post(bar), bar] {
            int shown = -1;
            return verify_model(folder, [&](std::uint64_t done, std::uint64_t total) {
                const int percent = total ? int(100.0 * double(done) / double(total)) : 100;
                if (percent != shown) post([bar, value = shown = percent] { bar->setValue(value); });
                return wanted->load();
            });
        },
        [card, bar](const Result<std::vector<std::string>>& problems) {
            delete bar;
            if (!problems) card->set_verdict(words_of(problems.error()), Card::Mood::bad);
            else if (problems->empty()) card->set_verdict(tr("Sound: every file and every value was read."), Card::Mood::good);
            else card->set_verdict(sentences(*problems), Card::Mood::bad);
        });
}

void ModelsPage::ask_import() {
    const QString picked = QFileDialog::getExistingDirectory(this, tr("Folder of a GLM-Image model"));
    if (!picked.isEmpty()) import_folder(picked);
}

void ModelsPage::import_folder(const QString& folder) {
    auto* dialog = new ModelImport(paths::from_qt(folder), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ModelImport::added, this, &ModelsPage::take);
    dialog->open();
}

/// Beside the window, which can be worked with meanwhile: a large model takes an hour.
void ModelsPage::convert_model(const fs::path& folder) {
    auto* dialog = new ModelConvert(folder, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ModelConvert::added, this, &ModelsPage::take);
    dialog->show();
}

void ModelsPage::take(const QString& name, bool use) {
    QSettings().setValue(added_setting(name), QDate::currentDate());
    if (use) choose(name);
    else reload();
}

void ModelsPage::remove_model(const fs::path& folder) {
    std::error_code error;
    const bool link = fs::is_symlink(fs::symlink_status(folder, error));
    const QString question = link ? tr("Haibao forgets this model; its folder stays where it is.")
                                  : tr("%1 goes to the trash.").arg(paths::to_qt(folder));
    if (QMessageBox::question(this, tr("Remove the model?"), question) != QMessageBox::Yes) return;
    if (link) fs::remove(folder, error);
    else if (!QFile::moveToTrash(paths::to_qt(folder))) error = std::make_error_code(std::errc::permission_denied);
    if (error) QMessageBox::warning(this, tr("The model could not be removed"), words_of(Error{ErrorKind::io, std::format("{} cannot be removed: {}.", folder.filename().string(), system_reason(error)), {}}));
    if (!error) QSettings().remove(added_setting(paths::to_qt(folder.filename())));
    if (chosen_ == paths::to_qt(folder.filename()) && !error) choose("builtin");
    else reload();
}

void ModelsPage::choose(const QString& name) {
    chosen_ = name;
    QSettings().setValue("model", name);
    reload();
    emit model_chosen(name);
}

}  // namespace haibao::ui
