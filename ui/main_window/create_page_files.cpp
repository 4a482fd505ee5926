// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Posters as files: new ones, opening, saving, closing without losing anything.
#include <QEventLoop>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPointer>
#include <QProgressDialog>
#include <QSettings>
#include <QTabWidget>
#include <algorithm>

#include "app/core/paths.h"
#include "app/document/json.h"
#include "ui/canvas/layer_actions.h"
#include "ui/layers/layers_panel.h"
#include "ui/layers/properties_panel.h"
#include "ui/main_window/create_page.h"
#include "ui/main_window/make_poster.h"
#include "ui/style/ask_file.h"
#include "ui/style/background.h"
#include "ui/style/error_words.h"
#include "ui/style/language.h"

namespace haibao::ui {

constexpr int saving_shows_after_ms = 400;

void CreatePage::new_poster(const document::Page& page) {
    document::Poster poster;
    poster.page = page;
    auto session = PosterSession::create(std::move(poster), lasting(this, QT_TR_NOOP("Untitled")));
    if (!session) return emit said(words_of(session.error()));
    add_session(std::move(*session));
}

bool CreatePage::close_poster(int tab) {
    QWidget* widget = tabs_->widget(tab);
    const QPointer<CanvasView> view = qobject_cast<CanvasView*>(widget);
    if (!view) {  // it only says that something opens
        std::erase_if(opening_, [widget](const Opening& opening) { return opening.tab == widget; });
        delete widget;
        return true;
    }
    view->end_text_editing();
    PosterSession* session = view->session();
    bool lost = false;
    if (session->has_name()) {
        if (!may_lose_nothing(view)) return false;
    } else {
        const bool worked_on = !session->undo_name().isEmpty() || !session->redo_name().isEmpty();
        const bool worth_keeping = worked_on || (session->was_left_over() && !session->poster().layers.empty());
        if (worth_keeping) tabs_->setCurrentWidget(view);
        const auto answer = worth_keeping ? QMessageBox::question(this, tr("Keep this poster?"), tr("It has no name yet. Save it, or throw it away?"),
                                                                  QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, QMessageBox::Save)
                                          : QMessageBox::Discard;
        if (answer == QMessageBox::Cancel || (answer == QMessageBox::Save && !save_as(session))) return false;
        lost = answer == QMessageBox::Discard;
    }
    if (!view) return true;  // while it was asked
    layers_->set_session(nullptr);
    properties_->set_session(nullptr);
    properties_->set_canvas(nullptr);
    const auto kept = std::ranges::find_if(sessions_, [session](const auto& one) { return one.get() == session; });
    std::unique_ptr<PosterSession> closing = std::move(*kept);  // not open any more, but there as long as its canvas
    sessions_.erase(kept);
    delete view.data();  // takes its tab along
    if (lost) PosterSession::discard(std::move(closing));
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

bool CreatePage::may_lose_nothing(const QPointer<CanvasView>& view) {
    auto settled = wait_for([&view](PosterSession::Then then) { view->session()->settle(std::move(then)); });
    if (settled || !view) return true;
    tabs_->setCurrentWidget(view);
    const auto answer = QMessageBox::warning(this, tr("The last changes are not saved"), words_of(settled.error()),
                                             QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, QMessageBox::Save);
    return !view || answer == QMessageBox::Discard || (answer == QMessageBox::Save && save_as(view->session()));
}

bool CreatePage::may_end() {
    std::vector<QPointer<CanvasView>> views;  // tabs may come and go while it is asked
    for (int tab = 0; tab < tabs_->count(); ++tab)
        if (auto* view = qobject_cast<CanvasView*>(tabs_->widget(tab))) views.emplace_back(view);
    for (const QPointer<CanvasView>& view : views) {
        if (view) view->end_text_editing();
        if (view && !may_lose_nothing(view)) return false;
    }
    keep_asked();
    return true;
}

void CreatePage::close_current() { close_poster(tabs_->currentIndex()); }

bool CreatePage::open_example(document::Poster poster) {
    auto opened = PosterSession::create_example(std::move(poster), lasting(this, QT_TR_NOOP("Example")));
    if (!opened) return false;
    add_session(std::move(*opened));
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
    const auto* other = session_of(paths::from_qt(name));
    if ((other && other != wanted) || opening_of(paths::from_qt(name)) != opening_.end()) {
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
    QStringList pictures, posters;
    for (const QString& file : files) (file.endsWith(".haibao") ? posters : pictures) << file;
    if (!pictures.isEmpty()) insert_pictures(pictures);
    for (const QString& file : posters) open_poster(paths::from_qt(file));
}

void CreatePage::insert_pictures(const QStringList& pictures) {
    PosterSession* to = session();
    if (!to) return say_no_poster();
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
    // A poster may outlive this page, in a window of another language.
    in_background(to, read, [page = QPointer<CreatePage>(this), to, pictures](const std::vector<std::optional<KeyedPicture>>& found) {
        for (std::size_t i = 0; i < found.size(); ++i)
            if (found[i]) add_picture(*to, *found[i]);
            else if (page) emit page->said(tr("%1 is not a picture that Haibao can show.").arg(QFileInfo(pictures[qsizetype(i)]).fileName()));
    });
}

void CreatePage::say_no_poster() { emit said(opening() ? tr("The poster in front is still opening; try again in a moment.") : tr("Open a poster first, or make a new one (Ctrl+N).")); }

QStringList CreatePage::open_files() const {
    QStringList files;
    for (const auto& session : sessions_) files << paths::to_qt(session->file());
    for (const Opening& opening : opening_) files << paths::to_qt(opening.file);
    return files;
}

}  // namespace haibao::ui
