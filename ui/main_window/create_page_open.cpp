// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Posters, pictures and JSON as they come: read in the background, each in a tab of its own. And from one window to the next.
#include <QFileInfo>
#include <QLabel>
#include <QMessageBox>
#include <QSettings>
#include <QTabWidget>
#include <algorithm>

#include "app/core/paths.h"
#include "app/document/file.h"
#include "app/document/unknown_fields.h"
#include "app/export/poster_input.h"
#include "ui/layers/layers_panel.h"
#include "ui/layers/properties_panel.h"
#include "ui/main_window/create_page.h"
#include "ui/main_window/first_poster.h"
#include "ui/main_window/make_poster.h"
#include "ui/style/background.h"
#include "ui/style/error_words.h"
#include "ui/style/theme.h"

namespace haibao::ui {
namespace {

namespace fs = std::filesystem;

bool same_file(const fs::path& a, const fs::path& b) {
    std::error_code ignored;
    return a == b || fs::equivalent(a, b, ignored);
}

/// The file of a new poster; goes again unless somebody takes the poster.
struct NewFile {
    fs::path path;
    ~NewFile() {
        std::error_code ignored;
        if (!path.empty()) fs::remove(path, ignored);
    }
};

/// What comes with a file that was read: what is unknown in it, and its own file when it is a new poster.
struct Found {
    QStringList unknown;
    NewFile made;
};

}  // namespace

PosterSession* CreatePage::session_of(const fs::path& file) const {
    const auto found = std::ranges::find_if(sessions_, [&](const auto& session) { return same_file(session->file(), file); });
    return found == sessions_.end() ? nullptr : found->get();
}

std::vector<CreatePage::Opening>::iterator CreatePage::opening_of(const fs::path& file) {
    return std::ranges::find_if(opening_, [&file](const Opening& opening) { return same_file(opening.file, file); });
}

void CreatePage::show_tab_of(const PosterSession* session) {
    for (int i = 0; i < tabs_->count(); ++i)
        if (auto* view = qobject_cast<CanvasView*>(tabs_->widget(i)); view && view->session() == session) tabs_->setCurrentIndex(i);
}

void CreatePage::open_in_tab(const fs::path& file, const QString& failed, Read read, Use use, const Opened& then) {
    if (const auto on_its_way = opening_of(file); on_its_way != opening_.end()) {
        on_its_way->then->push_back(then);
        return tabs_->setCurrentWidget(on_its_way->tab);
    }
    const QString name = QFileInfo(paths::to_qt(file)).completeBaseName();
    auto* tab = new QLabel(tr("Opening “%1”…").arg(name));
    tab->setAlignment(Qt::AlignCenter);
    tab->setForegroundRole(roles::faint_text);
    const auto all = std::make_shared<std::vector<Opened>>(1, then);
    opening_.push_back({file, tab, all});
    tabs_->setCurrentIndex(tabs_->addTab(tab, name + " …"));
    in_background(this, std::move(read), [this, tab = QPointer<QWidget>(tab), failed, use = std::move(use), all](Result<document::PosterFile> opened) {
        std::erase_if(opening_, [&tab](const Opening& opening) { return opening.tab == tab; });
        PosterSession* session = tab && opened ? use(std::move(*opened), tab) : nullptr;
        if (tab && !opened) {
            delete tab;
            QMessageBox::warning(this, failed, words_of(opened.error()));
        }
        for (const Opened& one : *all)
            if (one) one(session);
    });
}

void CreatePage::note_recent(const fs::path& file) {
    QSettings settings;
    QStringList recent = settings.value("recent").toStringList();
    const QString name = paths::to_qt(fs::absolute(file));
    recent.removeAll(name);
    recent.prepend(name);
    settings.setValue("recent", recent.mid(0, 12));
}

void CreatePage::open(const fs::path& file, const Opened& then) {
    const QString ending = QFileInfo(paths::to_qt(file)).suffix().toLower();
    if (ending == "haibao") open_poster(file, then);
    else if (ending == "json") open_json(file, then);
    else open_picture(file, then);
}

void CreatePage::open_poster(const fs::path& file, const Opened& then) {
    if (PosterSession* is_open = session_of(file)) {
        show_tab_of(is_open);
        if (then) then(is_open);
        return;
    }
    const auto found = std::make_shared<Found>();
    const auto read = [file, found] {
        auto opened = PosterSession::read(file);
        if (opened) found->unknown = document::unknown_fields(opened->poster());
        return opened;
    };
    const auto use = [this, file, found](document::PosterFile&& opened, QWidget* tab) -> PosterSession* {
        if (PosterSession* meanwhile = session_of(file)) {
            delete tab;
            show_tab_of(meanwhile);
            return meanwhile;
        }
        note_recent(file);
        return show_opened(PosterSession::of(std::move(opened)), tab, found->unknown);
    };
    open_in_tab(file, tr("The poster could not be opened"), read, use, then);
}

PosterSession* CreatePage::show_opened(std::unique_ptr<PosterSession> session, QWidget* tab, const QStringList& unknown) {
    PosterSession* shown = session.get();
    add_session(std::move(session), tab);
    if (!unknown.isEmpty()) emit said(unknown_words(unknown));
    return shown;
}

void CreatePage::open_new(const fs::path& file, const QString& failed, const std::function<Result<document::Poster>()>& make, const Opened& then) {
    const auto found = std::make_shared<Found>();
    const auto read = [make, found]() -> Result<document::PosterFile> {
        auto poster = make();
        if (!poster) return pass_on(poster);
        found->unknown = document::unknown_fields(*poster);
        auto kept = PosterSession::keep_unnamed(*poster);
        if (kept) found->made.path = kept->file();
        return kept;
    };
    const auto use = [this, found, name = QFileInfo(paths::to_qt(file)).completeBaseName()](document::PosterFile&& kept, QWidget* tab) {
        found->made.path.clear();
        return show_opened(PosterSession::of(std::move(kept), name), tab, found->unknown);
    };
    open_in_tab(file, failed, read, use, then);
}

void CreatePage::open_json(const fs::path& file, const Opened& then) {
    open_new(file, tr("The poster could not be opened"), [file] { return open_poster_json(file); }, then);
}

void CreatePage::open_picture(const fs::path& file, const Opened& then) {
    open_new(file, tr("The picture could not be opened"), [file] { return poster_of_picture(file); }, [then](PosterSession* session) {
        if (session) {
            const document::EmbeddedPicture ground = session->poster().pictures.first();
            place_words(session, ground, session->poster().info.generation["prompt"].toString(), {});
        }
        if (then) then(session);
    });
}

// To another window ---------------------------------------------------------------------------------------------------

CreatePage::Work CreatePage::hand_over() {
    Work work{.front = session(), .prompt = prompt_->state(), .library = library_, .asked = std::move(asked_), .repaints = std::move(repaints_)};
    for (const Opening& opening : opening_) work.opening.push_back(opening.file);
    opening_.clear();
    layers_->set_session(nullptr);
    properties_->set_session(nullptr);
    properties_->set_canvas(nullptr);
    const QSignalBlocker quiet(tabs_);
    while (tabs_->count()) {
        QWidget* tab = tabs_->widget(0);
        const auto* view = qobject_cast<CanvasView*>(tab);
        const PosterSession* shown = view ? view->session() : nullptr;
        delete tab;
        const auto kept = std::ranges::find_if(sessions_, [shown](const auto& session) { return session.get() == shown; });
        if (!shown || kept == sessions_.end()) continue;
        (*kept)->disconnect(this);
        if (shown->is_untouched_example()) {  // it comes again, in the other language
            work.example = true;
            if (work.front == shown) work.front = nullptr;
            PosterSession::discard(std::move(*kept));
        } else {
            work.posters.push_back(std::move(*kept));
        }
    }
    sessions_.clear();
    return work;
}

void CreatePage::take_over(Work work) {
    library_ = work.library;
    asked_ = std::move(work.asked);
    repaints_ = std::move(work.repaints);
    for (auto& poster : work.posters) add_session(std::move(poster));
    for (const fs::path& file : work.opening) open(file);
    if (work.example || tabs_->count() == 0) open_first_poster(*this);
    show_tab_of(work.front);
    prompt_->set_state(work.prompt);
}

}  // namespace haibao::ui
