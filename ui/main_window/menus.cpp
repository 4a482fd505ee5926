// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The menus of the main window: every action has its place, its shortcut, and an entry in the command palette.
#include <QActionGroup>
#include <QApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QMenuBar>
#include <QMessageBox>
#include <QPointer>
#include <QProcess>
#include <QSettings>

#include "app/core/paths.h"
#include "app/document/bleed.h"
#include "ui/canvas/layer_actions.h"
#include "ui/canvas/layer_clipboard.h"
#include "ui/export/export_dialog.h"
#include "ui/export/print.h"
#include "ui/gallery/gallery_page.h"
#include "ui/main_window/command_palette.h"
#include "ui/main_window/create_page.h"
#include "ui/main_window/handbook.h"
#include "ui/main_window/main_window.h"
#include "ui/main_window/shortcuts_dialog.h"
#include "ui/merge/merge_page.h"
#include "ui/prompt/prompt_edit.h"
#include "ui/prompt/prompt_panel.h"
#include "ui/proof/proof_dialog.h"
#include "ui/style/error_words.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

namespace haibao::ui {

/// `id` is the name under which a changed shortcut is remembered.
QAction* MainWindow::add(QMenu* menu, const QString& id, const QString& text, const QKeySequence& key, const std::function<void()>& what) {
    QAction* action = menu->addAction(text);
    action->setObjectName(id);
    action->setProperty("default-shortcut", key.toString());
    const QString changed = QSettings().value("shortcuts/" + id, key.toString()).toString();
    action->setShortcut(QKeySequence(changed));
    connect(action, &QAction::triggered, this, what);
    addAction(action);
    return action;
}

/// An action that has its place elsewhere, too.
void MainWindow::adopt(QMenu* menu, QAction* action) {
    const QString key = action->shortcut().toString();
    action->setProperty("default-shortcut", key);
    action->setShortcut(QKeySequence(QSettings().value("shortcuts/" + action->objectName(), key).toString()));
    menu->addAction(action);
    addAction(action);
}

void MainWindow::build_menus() {
    build_file_menu();
    build_edit_menu();
    build_layer_menu();
    build_picture_menu();
    QMenu* tools = menuBar()->addMenu(tr("&Tools"));
    for (QAction* action : create_->tool_actions()) adopt(tools, action);
    build_view_menu();
    build_help_menu();
    QList<QAction*> for_canvas;
    for (const char* id : {"cut", "copy", "paste", "duplicate", "delete", "", "group", "ungroup", "", "forward", "backward", "front", "back", "", "writing-mode", "enlarge"}) {
        if (*id) for_canvas << findChild<QAction*>(id);
        else (for_canvas << new QAction(this)).last()->setSeparator(true);
    }
    create_->set_canvas_actions(for_canvas);
    connect(create_, &CreatePage::session_changed, this, &MainWindow::update_actions);
}

void MainWindow::build_file_menu() {
    QMenu* file = menuBar()->addMenu(tr("&File"));
    add(file, "new", tr("&New poster"), QKeySequence::New, [this] {
        show_page(create);
        create_->new_poster(create_->prompt()->draft().page);
    });
    add(file, "open", tr("&Open…"), QKeySequence::Open, [this] {
        const QStringList files = QFileDialog::getOpenFileNames(this, tr("Open"), QSettings().value("posters-folder").toString(),
                                                                tr("Posters and pictures (*.haibao *.png *.jpg *.jpeg *.webp);;All files (*)"));
        if (!files.isEmpty()) open_files(files);
    });
    QMenu* recent = file->addMenu(tr("Open &recent"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { fill_recent(recent); });
    add(file, "insert", tr("&Insert picture…"), {}, [this] { create_->insert_picture(); });
    file->addSeparator();
    add(file, "save", tr("&Save"), QKeySequence::Save, [this] { create_->save(); });
    add(file, "save-as", tr("Save &as…"), QKeySequence::SaveAs, [this] { create_->save_as(); });
    add(file, "export", tr("&Export…"), QKeySequence(Qt::CTRL | Qt::Key_E), [this] { export_poster(); });
    add(file, "merge", tr("Posters from a &table…"), {}, [this] { show_merge(); });
    add(file, "print", tr("&Print…"), QKeySequence::Print, [this] { print_poster(); });
    file->addSeparator();
    add(file, "close", tr("&Close poster"), QKeySequence::Close, [this] { create_->close_current(); });
    add(file, "quit", tr("&Quit"), QKeySequence::Quit, [this] { close(); })->setMenuRole(QAction::QuitRole);
}

void MainWindow::fill_recent(QMenu* menu) {
    menu->clear();
    for (const QString& file : QSettings().value("recent").toStringList())
        if (QFileInfo::exists(file)) menu->addAction(QFileInfo(file).fileName(), this, [this, file] { open_files({file}); })->setToolTip(file);
    if (menu->isEmpty()) menu->addAction(tr("Nothing yet"))->setEnabled(false);
}

/// A poster that was given a name is one of the recent ones from then on.
void MainWindow::note_recent() {
    const auto* session = qobject_cast<PosterSession*>(sender());
    if (session && session->has_name()) create_->note_recent(session->file());
}

void MainWindow::build_edit_menu() {
    QMenu* edit = menuBar()->addMenu(tr("&Edit"));
    undo_ = add(edit, "undo", tr("&Undo"), QKeySequence::Undo, [this] { if (auto* canvas = create_->canvas()) canvas->undo(); });
    redo_ = add(edit, "redo", tr("&Redo"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), [this] { if (auto* canvas = create_->canvas()) canvas->redo(); });
    add(edit, "bring-back", tr("&Bring back the dropped picture"), {}, [this] { studio_.restore_dropped(); });
    edit->addSeparator();
    const auto with_session = [this](void (*what)(PosterSession&)) {
        return [this, what] { if (auto* session = create_->session()) what(*session); };
    };
    add(edit, "cut", tr("Cu&t"), QKeySequence::Cut, with_session(&cut_selection));
    add(edit, "copy", tr("&Copy"), QKeySequence::Copy, with_session([](PosterSession& s) { copy_selection(s); }));
    add(edit, "paste", tr("&Paste"), QKeySequence::Paste, [this] {
        if (auto* session = create_->session(); session && !paste_layers(*session)) say(tr("The clipboard holds nothing that can stand on a poster."));
    });
    add(edit, "delete", tr("&Delete"), QKeySequence(Qt::Key_Delete), [this] {
        if (create_->session()) delete_selection(*create_->session());
    })->setShortcutContext(Qt::WidgetShortcut);  // on the canvas only: elsewhere Delete means other things
    add(edit, "duplicate", tr("D&uplicate"), QKeySequence(Qt::CTRL | Qt::Key_D), [this] { if (auto* session = create_->session()) duplicate_selection(*session); });
    add(edit, "select-all", tr("Select &all layers"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A), [this] {
        auto* session = create_->session();
        if (!session) return;
        std::vector<document::LayerId> all;
        for (const document::Layer& layer : session->poster().layers)
            if (!layer.locked) all.push_back(layer.id);
        session->select(all);
    });
    edit->addSeparator();
    add(edit, "prompt", tr("&Write the prompt"), QKeySequence(Qt::CTRL | Qt::Key_L), [this] {
        show_page(create);
        create_->prompt()->editor()->setFocus(Qt::ShortcutFocusReason);
    });
    add(edit, "generate", tr("&Generate"), QKeySequence(Qt::CTRL | Qt::Key_Return), [this] {
        show_page(create);
        if (!create_->prompt()->editor()->composing()) create_->prompt()->start();
    });
    add(edit, "cancel", tr("&Cancel generating"), {}, [this] { studio_.cancel_current(); });
    add(edit, "check-text", tr("Check te&xt…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T), [this] { check_text(create_->session()); });
    add(edit, "commands", tr("Co&mmands…"), QKeySequence(Qt::CTRL | Qt::Key_K), [this] { show_palette(); });
}

void MainWindow::build_layer_menu() {
    QMenu* layer = menuBar()->addMenu(tr("&Layer"));
    const auto with_session = [this](void (*what)(PosterSession&)) {
        return [this, what] { if (auto* session = create_->session()) what(*session); };
    };
    add(layer, "group", tr("&Group"), QKeySequence(Qt::CTRL | Qt::Key_G), with_session(&group_selection));
    add(layer, "ungroup", tr("&Ungroup"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G), with_session(&ungroup_selection));
    layer->addSeparator();
    add(layer, "forward", tr("Bring &forward"), QKeySequence(Qt::CTRL | Qt::Key_BracketRight), with_session([](PosterSession& s) { move_selection(s, 1); }));
    add(layer, "backward", tr("Send &backward"), QKeySequence(Qt::CTRL | Qt::Key_BracketLeft), with_session([](PosterSession& s) { move_selection(s, -1); }));
    add(layer, "front", tr("Bring to f&ront"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_BracketRight), with_session([](PosterSession& s) { move_selection_to_end(s, true); }));
    add(layer, "back", tr("Send to bac&k"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_BracketLeft), with_session([](PosterSession& s) { move_selection_to_end(s, false); }));
    layer->addSeparator();
    add(layer, "writing-mode", tr("Horizontal or &vertical text"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D), with_session(&toggle_writing_mode));
    add(layer, "enlarge", tr("&Enlarge picture…"), {}, [this] { enlarge_layer(); });
    layer->addSeparator();
    add(layer, "align-left", tr("Align &left"), {}, with_session([](PosterSession& s) { align_selection(s, Edge::left); }));
    add(layer, "align-centre", tr("Align &centre"), {}, with_session([](PosterSession& s) { align_selection(s, Edge::centre); }));
    add(layer, "align-right", tr("Align r&ight"), {}, with_session([](PosterSession& s) { align_selection(s, Edge::right); }));
    add(layer, "align-top", tr("Align &top"), {}, with_session([](PosterSession& s) { align_selection(s, Edge::top); }));
    add(layer, "align-middle", tr("Align &middle"), {}, with_session([](PosterSession& s) { align_selection(s, Edge::middle); }));
    add(layer, "align-bottom", tr("Align &bottom"), {}, with_session([](PosterSession& s) { align_selection(s, Edge::bottom); }));
    layer->addSeparator();
    add(layer, "distribute-h", tr("Distribute &horizontally"), {}, with_session([](PosterSession& s) { distribute_selection(s, Axis::horizontal); }));
    add(layer, "distribute-v", tr("Distribute &vertically"), {}, with_session([](PosterSession& s) { distribute_selection(s, Axis::vertical); }));
}

/// For what is selected in the gallery; a picture on the poster in front is enlarged, too.
void MainWindow::build_picture_menu() {
    QMenu* picture = menuBar()->addMenu(tr("&Picture"));
    const auto in_gallery = [this](void (GalleryPage::*what)()) {
        return [this, what] {
            show_page(gallery);
            (gallery_->*what)();
        };
    };
    add(picture, "variations", tr("Make &variations"), {}, in_gallery(&GalleryPage::make_variations));
    add(picture, "enlarge-picture", tr("&Enlarge…"), {}, [this] { enlarge(); });
    add(picture, "compare", tr("&Compare two pictures"), {}, in_gallery(&GalleryPage::compare));
    add(picture, "lineage", tr("Where it comes &from"), {}, in_gallery(&GalleryPage::show_lineage));
    picture->addSeparator();
    add(picture, "trash", tr("Move to the &trash"), {}, in_gallery(&GalleryPage::trash));
    add(picture, "undo-trash", tr("&Bring back from the trash"), {}, in_gallery(&GalleryPage::undo_trash));
    picture->addSeparator();
    add(picture, "save-search", tr("&Save this search…"), {}, in_gallery(&GalleryPage::save_search));
    add(picture, "import", tr("&Import pictures…"), {}, in_gallery(&GalleryPage::ask_import));
}

void MainWindow::build_view_menu() {
    QMenu* view = menuBar()->addMenu(tr("&View"));
    const struct {
        const char* id;
        QString text;
        Page page;
    } pages[] = {{"page-create", tr("&Create"), create}, {"page-gallery", tr("&Gallery"), gallery}, {"page-batch", tr("&Batch"), batch},
                 {"page-machine", tr("&Models and devices"), machine}};
    for (const auto& page : pages)
        add(view, page.id, page.text, QKeySequence(Qt::CTRL | Qt::Key(int(Qt::Key_1) + int(page.page))), [this, to = page.page] { show_page(to); });
    view->addSeparator();
    const auto with_canvas = [this](void (*what)(CanvasView&)) {
        return [this, what] { if (auto* canvas = create_->canvas()) what(*canvas); };
    };
    add(view, "zoom-100", tr("Zoom 100 %"), QKeySequence(Qt::Key_1), with_canvas([](CanvasView& c) { c.zoom_to(1); }));
    add(view, "zoom-fit", tr("&Fit the page"), QKeySequence(Qt::Key_2), with_canvas([](CanvasView& c) { c.fit_page(); }));
    add(view, "zoom-width", tr("Fit the &width"), QKeySequence(Qt::Key_3), with_canvas([](CanvasView& c) { c.fit_width(); }));
    add(view, "zoom-in", tr("Zoom &in"), QKeySequence::ZoomIn, with_canvas([](CanvasView& c) { c.zoom_to(c.zoom() * 1.25); }));
    add(view, "zoom-out", tr("Zoom &out"), QKeySequence::ZoomOut, with_canvas([](CanvasView& c) { c.zoom_to(c.zoom() / 1.25); }));
    view->addSeparator();
    for (QAction* action : create_->view_actions()) adopt(view, action);
    add(view, "remove-guides", tr("Remove all &guides"), {}, [this] {
        if (auto* session = create_->session()) session->change(lasting(this, QT_TR_NOOP("Remove all guides")), [](document::Poster& poster) { poster.page.guides = {}; });
    });
    view->addSeparator();
    build_look_menu(view);
    build_language_menu(view);
    add(view, "panels", tr("Hide or show the &panels"), {}, [this] { create_->toggle_panels(); });
    add(view, "full-screen", tr("F&ull screen"), QKeySequence::FullScreen, [this] { isFullScreen() ? showNormal() : showFullScreen(); });
}

void MainWindow::build_look_menu(QMenu* view) {
    QMenu* looks = view->addMenu(tr("C&olours"));
    auto* exclusive = new QActionGroup(this);
    const struct {
        const char* id;
        QString text;
        Look look;
    } entries[] = {{"look-system", tr("Light or dark as the &system"), Look::system},
                   {"look-light", tr("&Light colours"), Look::light},
                   {"look-dark", tr("&Dark colours"), Look::dark}};
    for (const auto& entry : entries) {
        QAction* action = add(looks, entry.id, entry.text, {}, [look = entry.look] { set_look(look); });
        action->setCheckable(true);
        action->setChecked(look() == entry.look);
        exclusive->addAction(action);
    }
}

/// The window closes, with everything that closing keeps, and main() opens it again in the other language.
void MainWindow::build_language_menu(QMenu* view) {
    QMenu* menu = view->addMenu(tr("Lan&guage"));
    auto* exclusive = new QActionGroup(this);
    const auto add_one = [&](const QString& code, const QString& name) {
        QAction* action = add(menu, "language-" + (code.isEmpty() ? QString("system") : code), name, {}, [this, code, exclusive] {
            const QString before = chosen_language();
            choose_language(code);
            if (code == before || (may_reopen() && (reopens_ = close()))) return;
            choose_language(before);  // there was something to save, and the user stayed
            for (QAction* other : exclusive->actions()) other->setChecked(other->data() == before);
        });
        action->setData(code);
        action->setCheckable(true);
        action->setChecked(chosen_language() == code);
        exclusive->addAction(action);
    };
    add_one({}, tr("As the &system"));
    for (const Language& language : languages) add_one(language.code, QString::fromUtf8(language.name));
}

bool MainWindow::may_reopen() {
    if (!merge_->has_table()) return true;
    return QMessageBox::question(this, tr("Another language"), tr("The window opens anew in the other language. Posters, their undo steps and the prompt stay; "
                                                                  "the table in “Posters from a table” and what its columns fill have to be chosen again."),
                                 QMessageBox::Ok | QMessageBox::Cancel, QMessageBox::Ok) == QMessageBox::Ok;
}

void MainWindow::build_help_menu() {
    QMenu* help = menuBar()->addMenu(tr("&Help"));
    add(help, "handbook", tr("&Handbook"), QKeySequence(QKeySequence::HelpContents), [this] { show_handbook(); });
    add(help, "shortcuts", tr("&Shortcuts…"), QKeySequence(Qt::CTRL | Qt::Key_Slash), [this] { show_shortcuts(); });
    add(help, "inspector", tr("&Inspector"), {}, [this] {
        studio_.inspect();
        const QString program = QCoreApplication::applicationDirPath() + "/haibao-inspector";
        if (!QProcess::startDetached(program, {"--attach", "--theme", is_dark() ? "dark" : "light", "--language", QLocale().name()}))
            say(tr("The inspector could not be started: %1 is missing.").arg(program));
    });
    add(help, "about", tr("&About Haibao"), {}, [this] {
        QMessageBox::about(this, tr("About Haibao"), tr("<h3>Haibao 海报 %1</h3><p>Posters made on your own machine. Nothing is sent anywhere.</p>"
                                                        "<p>Free software under the GNU General Public License, version 3 or later.</p>").arg(QApplication::applicationVersion()));
    });
}

void MainWindow::update_actions() {
    PosterSession* session = create_->session();
    const auto show = [](QAction* action, const QString& base, const QString& name) {
        action->setEnabled(!name.isEmpty());
        action->setText(name.isEmpty() ? base : base + " · " + name);
    };
    show(undo_, tr("&Undo"), session ? create_->canvas()->undo_name() : QString());
    show(redo_, tr("&Redo"), session ? create_->canvas()->redo_name() : QString());
    setWindowTitle(session ? tr("%1 – Haibao").arg(session->title()) : tr("Haibao"));
    if (!session) return;
    connect(session, &PosterSession::history_changed, this, &MainWindow::update_actions, Qt::UniqueConnection);
    connect(create_->canvas(), &CanvasView::history_changed, this, &MainWindow::update_actions, Qt::UniqueConnection);
    connect(session, &PosterSession::name_changed, this, &MainWindow::note_recent, Qt::UniqueConnection);
}

void MainWindow::show_palette() {
    CommandPalette palette(actions(), this);
    palette.exec();
}

void MainWindow::show_handbook() {
    if (!handbook_) handbook_ = new Handbook(this);
    handbook_->show();
    handbook_->raise();
    handbook_->activateWindow();
}

void MainWindow::show_shortcuts() {
    ShortcutsDialog dialog(actions(), this);
    dialog.exec();
}

void MainWindow::check_text(PosterSession* session) {
    if (!session) return;
    if (create_->canvas()) create_->canvas()->end_text_editing();
    auto* dialog = new ProofDialog(session, this);
    connect(dialog, &ProofDialog::place_chosen, this, [this, session = QPointer<PosterSession>(session)](const QRectF& place) {
        CanvasView* canvas = create_->canvas();
        if (canvas && session && canvas->session() == session) show_place(*canvas, place);
    });
    connect(dialog, &ProofDialog::paint_again, this, [this](const QString& prompt, quint64 seed) {
        show_page(create);
        create_->prompt()->set_prompt(prompt);
        create_->prompt()->set_seed(seed + 1);
        create_->prompt()->start();
    });
    dialog->show();
}

void MainWindow::export_poster() {
    PosterSession* session = create_->session();
    if (!session) return;
    if (create_->canvas()) create_->canvas()->end_text_editing();
    ExportDialog dialog(session->poster(), session->title(), this);
    dialog.set_device(painting_device());
    connect(&dialog, &ExportDialog::exported, this, [this](const QString& file) { say(tr("Exported: %1").arg(file)); });
    connect(&dialog, &ExportDialog::check_wanted, session, [this, session] { check_text(session); }, Qt::QueuedConnection);
    connect(&dialog, &ExportDialog::enlarged, session, [this, session](const std::vector<enlarge::LargerPicture>& pictures) {
        session->change(lasting(this, QT_TR_NOOP("Enlarge pictures")), [&](document::Poster& poster) { enlarge::apply(poster, pictures); });
    });
    connect(&dialog, &ExportDialog::bled, session, [this, session](double points) {
        session->change(lasting(this, QT_TR_NOOP("Extend into the bleed")), [points](document::Poster& poster) { document::extend_into_bleed(poster, points); });
    });
    dialog.exec();
}

void MainWindow::print_poster() {
    if (PosterSession* session = create_->session())
        if (auto printed = print(session->poster(), this); !printed) say(words_of(printed.error()));
}

}  // namespace haibao::ui
