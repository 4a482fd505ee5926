// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Posters as files: new ones, opening, saving, closing without losing anything.
#include <QEventLoop>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMessageBox>
#include <QPointer>
#include <QProgressDialog>
#include <QSettings>
#include <QTabWidget>
#include <algorithm>

#include "app/core/paths.h"
#include "app/document/file.h"
#include "app/document/json.h"
#include "app/document/unknown_fields.h"
#include "app/export/poster_input.h"
#include "ui/canvas/layer_actions.h"
#include "ui/layers/layers_panel.h"
#include "ui/layers/properties_panel.h"
#include "ui/main_window/create_page.h"
#include "ui/main_window/first_poster.h"
#include "ui/main_window/make_poster.h"
#include "ui/style/ask_file.h"
#include "ui/style/background.h"
#include "ui/style/error_words.h"
#include "ui/style/theme.h"

namespace haibao::ui {

constexpr int saving_shows_after_ms = 400;

void CreatePage::new_poster(const document::Page& page) {
    document::Poster poster;
    poster.page = page;
    auto session = PosterSession::create(std::move(poster), tr("Untitled"));
    if (!session) return emit said(words_of(session.error()));
    add_session(std::move(*session));
}

PosterSession* CreatePage::session_of(const std::filesystem::path& file) const {
    std::error_code ignored;
    const auto found = std::ranges::find_if(sessions_, [&](const auto& session) { return std::filesystem::equivalent(session->file(), file, ignored); });
    return found == sessions_.end() ? nullptr : found->get();
}

void CreatePage::open_in_tab(const std::filesystem::path& file, const QString& failed, Read read, Use use, const Opened& then) {
    const QString name = QFileInfo(paths::to_qt(file)).completeBaseName();
    auto* tab = new QLabel(tr("Opening “%1”…").arg(name));
    tab->setAlignment(Qt::AlignCenter);
    tab->setForegroundRole(roles::faint_text);
    opening_.push_back({file, tab});
    tabs_->setCurrentIndex(tabs_->addTab(tab, name + " …"));
    in_background(this, std::move(read), [this, tab = QPointer<QWidget>(tab), failed, use = std::move(use), then](Result<document::PosterFile> opened) {
        std::erase_if(opening_, [&tab](const Opening& opening) { return opening.tab == tab; });
        const bool wanted = tab, good = opened.has_value();  // its tab may have been closed
        if (good) use(std::move(*opened), tab);
        if (wanted && !good) {
            delete tab;
            QMessageBox::warning(this, failed, words_of(opened.error()));
        }
        if (then) then(wanted && good);
    });
}

void CreatePage::note_recent(const std::filesystem::path& file) {
    QSettings settings;
    QStringList recent = settings.value("recent").toStringList();
    const QString name = paths::to_qt(std::filesystem::absolute(file));
    recent.removeAll(name);
    recent.prepend(name);
    settings.setValue("recent", recent.mid(0, 12));
}

void CreatePage::open_poster(const std::filesystem::path& file, const Opened& then) {
    if (PosterSession* open = session_of(file)) {
        for (int i = 0; i < tabs_->count(); ++i)
            if (auto* view = qobject_cast<CanvasView*>(tabs_->widget(i)); view && view->session() == open) tabs_->setCurrentIndex(i);
        if (then) then(true);
        return;
    }
    if (const auto on_its_way = std::ranges::find(opening_, file, &Opening::file); on_its_way != opening_.end()) {
        tabs_->setCurrentWidget(on_its_way->tab);
        return;
    }
    const auto unknown = std::make_shared<QStringList>();
    const auto read = [file, unknown] {
        auto opened = PosterSession::read(file);
        if (opened) *unknown = document::unknown_fields(opened->poster());
        return opened;
    };
    const auto use = [this, file, unknown](document::PosterFile&& opened, QWidget* tab) {
        if (!tab) return;
        add_session(PosterSession::of(std::move(opened)), tab);
        note_recent(file);
        if (!unknown->isEmpty()) emit said(unknown_words(*unknown));
    };
    open_in_tab(file, tr("The poster could not be opened"), read, use, then);
}

void CreatePage::open_picture(const std::filesystem::path& file, const Opened& then) {
    const auto read = [file]() -> Result<document::PosterFile> {
        auto poster = poster_of_picture(file);
        return poster ? PosterSession::keep_unnamed(*poster) : pass_on(poster);
    };
    const auto use = [this, name = QFileInfo(paths::to_qt(file)).completeBaseName()](document::PosterFile&& kept, QWidget* tab) {
        auto session = PosterSession::of(std::move(kept), name);
        if (!tab) return session->discard();
        PosterSession* of_picture = session.get();
        const document::EmbeddedPicture ground = of_picture->poster().pictures.first();
        const QString prompt = of_picture->poster().info.generation["prompt"].toString();
        add_session(std::move(session), tab);
        place_words(of_picture, ground, prompt, {});
    };
    open_in_tab(file, tr("The picture could not be opened"), read, use, then);
}

void CreatePage::open_json(const std::filesystem::path& file, const Opened& then) {
    const auto unknown = std::make_shared<QStringList>();
    const auto read = [file, unknown]() -> Result<document::PosterFile> {
        auto poster = open_poster_json(file);
        if (!poster) return pass_on(poster);
        *unknown = document::unknown_fields(*poster);
        return PosterSession::keep_unnamed(*poster);
    };
    const auto use = [this, unknown, name = QFileInfo(paths::to_qt(file)).completeBaseName()](document::PosterFile&& kept, QWidget* tab) {
        auto session = PosterSession::of(std::move(kept), name);
        if (!tab) return session->discard();
        add_session(std::move(session), tab);
        if (!unknown->isEmpty()) emit said(unknown_words(*unknown));
    };
    open_in_tab(file, tr("The poster could not be opened"), read, use, then);
}

bool CreatePage::close_poster(int tab) {
    auto* view = qobject_cast<CanvasView*>(tabs_->widget(tab));
    if (!view) {  // it only says that something opens
        delete tabs_->widget(tab);
        return true;
    }
    view->end_text_editing();
    PosterSession* session = view->session();
    if (session->has_name()) {
        if (!may_lose_nothing(tab)) return false;
    } else {
        const bool worked_on = !session->undo_name().isEmpty() || !session->redo_name().isEmpty();
        const bool worth_keeping = worked_on || (session->was_left_over() && !session->poster().layers.empty());
        if (worth_keeping) tabs_->setCurrentIndex(tab);
        const auto answer = worth_keeping ? QMessageBox::question(this, tr("Keep this poster?"), tr("It has no name yet. Save it, or throw it away?"),
                                                                  QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, QMessageBox::Save)
                                          : QMessageBox::Discard;
        if (answer == QMessageBox::Cancel || (answer == QMessageBox::Save && !save_as(session))) return false;
        if (answer == QMessageBox::Discard) session->discard();
    }
    layers_->set_session(nullptr);
    properties_->set_session(nullptr);
    properties_->set_canvas(nullptr);
    tabs_->removeTab(tab);
    delete view;
    std::erase_if(sessions_, [session](const auto& kept) { return kept.get() == session; });
    show_session();
    return true;
}

/// Until a poster is on disk. The window goes on living, but takes no new wishes; what lasts longer says so.
Result<void> CreatePage::wait_for(const Saving& saving) {
    std::optional<Result<void>> outcome;
    saving([&outcome](Result<void> saved) { outcome = std::move(saved); });
    QProgressDialog patience(tr("Saving the poster…"), {}, 0, 0, this);
    patience.setWindowModality(Qt::WindowModal);
    patience.setMinimumDuration(saving_shows_after_ms);
    QEventLoop loop;
    while (!outcome) loop.processEvents(QEventLoop::ExcludeUserInputEvents | QEventLoop::WaitForMoreEvents);
    return *outcome;
}

bool CreatePage::may_lose_nothing(int tab) {
    auto* view = qobject_cast<CanvasView*>(tabs_->widget(tab));
    if (!view) return true;
    auto settled = wait_for([view](PosterSession::Then then) { view->session()->settle(std::move(then)); });
    if (settled) return true;
    tabs_->setCurrentIndex(tab);
    const auto answer = QMessageBox::warning(this, tr("The last changes are not saved"), words_of(settled.error()),
                                             QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, QMessageBox::Save);
    return answer == QMessageBox::Discard || (answer == QMessageBox::Save && save_as(view->session()));
}

bool CreatePage::may_end() {
    for (int tab = 0; tab < tabs_->count(); ++tab) {
        if (auto* view = qobject_cast<CanvasView*>(tabs_->widget(tab))) view->end_text_editing();
        if (!may_lose_nothing(tab)) return false;
    }
    return true;
}

void CreatePage::close_current() { close_poster(tabs_->currentIndex()); }

bool CreatePage::open_example(document::Poster poster) {
    auto opened = PosterSession::create(std::move(poster), tr("Example"));
    if (!opened) return false;
    add_session(std::move(*opened));
    example_ = session();
    return true;
}

bool CreatePage::save() {
    PosterSession* saved = session();
    if (!saved) return false;
    if (!saved->has_name()) return save_as(saved);
    auto settled = wait_for([saved](PosterSession::Then then) { saved->settle(std::move(then)); });
    if (!settled && saved->read_only()) return save_as(saved);
    if (!settled) {
        QMessageBox::warning(this, tr("The poster could not be saved"), words_of(settled.error()));
        return false;
    }
    emit said(tr("Saved; every change is saved as you make it."));
    return true;
}

bool CreatePage::save_as(PosterSession* of) {
    // While the dialog is up another poster may come to the front, handed over by a second start.
    const QPointer<PosterSession> wanted = of ? of : session();
    if (!wanted) return false;
    const QString folder = QSettings().value("posters-folder").toString();
    QString name = wanted->has_name() ? paths::to_qt(wanted->file()) : (folder.isEmpty() ? QString() : folder + "/") + wanted->title().replace('/', '-') + ".haibao";
    name = ask_where_to_save(this, tr("Save the poster"), name, tr("Posters (*.haibao)"), "haibao");
    if (name.isEmpty() || !wanted) return false;
    if (const auto* other = session_of(paths::from_qt(name)); other && other != wanted) {
        QMessageBox::warning(this, tr("The poster could not be saved"), tr("%1 is open in another tab. Close it first, or choose another name.").arg(QFileInfo(name).fileName()));
        return false;
    }
    auto saved = wait_for([&wanted, &name](PosterSession::Then then) { wanted->save_as(paths::from_qt(name), std::move(then)); });
    if (!saved) {
        QMessageBox::warning(this, tr("The poster could not be saved"), words_of(saved.error()));
        return false;
    }
    QSettings().setValue("posters-folder", QFileInfo(name).absolutePath());
    return true;
}

void CreatePage::insert_picture() {
    drop_files(QFileDialog::getOpenFileNames(this, tr("Pictures"), {}, tr("Pictures (*.png *.jpg *.jpeg *.webp *.tif *.tiff *.avif);;All files (*)")));
}

/// Pictures are read in the background, and come onto the poster in the order given.
void CreatePage::drop_files(const QStringList& files) {
    QStringList pictures;
    for (const QString& file : files)
        if (!file.endsWith(".haibao")) pictures << file;
        else open_poster(paths::from_qt(file));
    if (pictures.isEmpty() || !session()) return;
    const auto read = [pictures] {
        std::vector<std::optional<KeyedPicture>> found;
        for (const QString& file : pictures) {
            const QByteArray bytes = read_whole(file);
            const QString type = document::picture_media_type(bytes), name = QFileInfo(file).fileName();
            const auto size = size_of_picture(bytes, name);
            found.push_back(type.isEmpty() || !size ? std::nullopt : std::optional(keyed(bytes, type, name, *size)));
        }
        return found;
    };
    in_background(session(), read, [this, to = session(), pictures](const std::vector<std::optional<KeyedPicture>>& found) {
        for (std::size_t i = 0; i < found.size(); ++i)
            if (found[i]) add_picture(*to, *found[i]);
            else emit said(tr("%1 is not a picture that Haibao can show.").arg(QFileInfo(pictures[qsizetype(i)]).fileName()));
    });
}

QStringList CreatePage::open_files() const {
    QStringList files;
    for (const auto& session : sessions_) files << paths::to_qt(session->file());
    for (const Opening& opening : opening_) files << paths::to_qt(opening.file);
    return files;
}

// To another window ---------------------------------------------------------------------------------------------------

CreatePage::Work CreatePage::hand_over() {
    Work work{.front = session(), .prompt = prompt_->state(), .library = library_, .asked = std::move(asked_), .repaints = std::move(repaints_)};
    for (const Opening& opening : opening_) work.opening << paths::to_qt(opening.file);
    opening_.clear();
    layers_->set_session(nullptr);
    properties_->set_session(nullptr);
    properties_->set_canvas(nullptr);
    const QSignalBlocker quiet(tabs_);
    while (tabs_->count()) {
        QWidget* tab = tabs_->widget(0);
        const auto* view = qobject_cast<CanvasView*>(tab);
        const PosterSession* shown = view ? view->session() : nullptr;
        tabs_->removeTab(0);
        delete tab;
        auto kept = std::ranges::find(sessions_, shown, &std::unique_ptr<PosterSession>::get);
        if (kept == sessions_.end()) continue;
        (*kept)->disconnect(this);
        if (!is_untouched_example(shown)) work.posters.push_back(std::move(*kept));
        else (*kept)->discard();
    }
    sessions_.clear();
    return work;
}

void CreatePage::take_over(Work work) {
    library_ = work.library;
    asked_ = std::move(work.asked);
    repaints_ = std::move(work.repaints);
    for (auto& poster : work.posters) add_session(std::move(poster));
    for (int i = 0; i < tabs_->count(); ++i)
        if (auto* view = qobject_cast<CanvasView*>(tabs_->widget(i)); view && view->session() == work.front) tabs_->setCurrentIndex(i);
    for (const QString& file : work.opening) open_poster(paths::from_qt(file));
    if (tabs_->count() == 0) open_first_poster(*this);
    prompt_->set_state(work.prompt);
}

}  // namespace haibao::ui
