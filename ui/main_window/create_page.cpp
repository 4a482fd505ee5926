// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/create_page.h"

#include <QActionGroup>
#include <QClipboard>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLabel>
#include <QMessageBox>
#include <QResizeEvent>
#include <QScrollArea>
#include <QSettings>
#include <QTabBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QToolBar>
#include <QToolButton>
#include <algorithm>

#include "app/core/paths.h"
#include "app/document/json.h"
#include "inference/weights/model_folder.h"
#include "ui/canvas/layer_actions.h"
#include "ui/layers/layers_panel.h"
#include "ui/layers/properties_panel.h"
#include "ui/main_window/make_poster.h"
#include "ui/prompt/prompt_edit.h"
#include "ui/prompt/prompt_panel.h"
#include "ui/prompt/template_drawer.h"
#include "ui/queue/result_strip.h"
#include "ui/style/ask_file.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

namespace haibao::ui {
namespace {

constexpr int low_window = 800;  // below this height the right docks share one place

QByteArray read_whole(const QString& file) {
    QFile opened(file);
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
}

}  // namespace

CreatePage::CreatePage(Studio* studio, QWidget* parent) : QMainWindow(parent), studio_(studio) {
    setWindowFlags(Qt::Widget);
    setDockOptions(QMainWindow::AllowTabbedDocks | QMainWindow::AllowNestedDocks);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    tabs_ = new QTabWidget;
    tabs_->setDocumentMode(true);
    tabs_->setTabsClosable(true);
    tabs_->setMovable(false);
    tabs_->setTabBarAutoHide(false);
    setCentralWidget(tabs_);
    build_docks();
    build_canvas_bar();

    connect(tabs_, &QTabWidget::currentChanged, this, &CreatePage::show_session);
    connect(tabs_, &QTabWidget::tabCloseRequested, this, &CreatePage::close_poster);
    connect(prompt_, &PromptPanel::generate_requested, this, &CreatePage::generate);
    connect(prompt_, &PromptPanel::cancel_requested, studio_, &Studio::cancel_current);
    connect(prompt_, &PromptPanel::changed, this, &CreatePage::update_estimate);
    connect(prompt_, &PromptPanel::page_chosen, this, &CreatePage::choose_page);
    connect(strip_, &ResultStrip::used, this, [this](const Tile& tile) { use_picture(tile, session()); });
    connect(strip_, &ResultStrip::dropped, this, [this](int row) {
        studio_->drop(row);
        emit said(tr("Dropped. Edit → Bring back undoes it."));
    });
    connect(strip_, &ResultStrip::star_toggled, studio_, &Studio::toggle_star);
    connect(strip_, &ResultStrip::cancelled, studio_, [this](const Tile& tile) { studio_->cancel(tile.job); });
    connect(strip_, &ResultStrip::retried, studio_, [this](const Tile& tile) { studio_->retry(tile.job); });
    connect(strip_, &ResultStrip::retried_on_processor, studio_, [this](const Tile& tile) { studio_->retry(tile.job, {.device = "cpu", .size = {}}); });
    connect(strip_, &ResultStrip::retried_smaller, studio_, [this](const Tile& tile) {
        studio_->retry(tile.job, {.device = {}, .size = generate::Size{tile.smaller.width(), tile.smaller.height()}});
    });
    connect(strip_, &ResultStrip::seed_wanted, this, [this](const Tile& tile) { prompt_->set_seed(tile.seed); });
    connect(studio_, &Studio::picture_ready, this, &CreatePage::picture_ready);
    connect(studio_, &Studio::busy_changed, prompt_, &PromptPanel::set_running);
    connect(studio_, &Studio::previewed, this, [this](qint64 job, const QImage& image) {
        const auto asked = asked_.find(job);
        if (asked == asked_.end() || !session() || asked->second.session != session() || !session()->poster().layers.empty()) return;
        canvas()->show_ground_preview(image);
    });
    connect(studio_, &Studio::busy_changed, this, [this](bool busy) {
        if (!busy && canvas()) canvas()->show_ground_preview({});
    });
    connect(studio_, &Studio::problem, prompt_, &PromptPanel::set_problem);
    connect(studio_, &Studio::estimate_changed, this, &CreatePage::update_estimate);
    connect(studio_, &Studio::picture_ready, this, &CreatePage::update_estimate);  // the first one has shown how fast it goes
}

CreatePage::~CreatePage() {
    tabs_->disconnect(this);
    while (tabs_->count()) {  // canvases go before what they show
        QWidget* canvas = tabs_->widget(0);
        tabs_->removeTab(0);
        delete canvas;
    }
}

QDockWidget* CreatePage::dock(const QString& name, const QString& title, QWidget* widget, Qt::DockWidgetArea area) {
    auto* dock = new QDockWidget(title, this);
    dock->setObjectName(name);
    dock->setFeatures(QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable);
    dock->setWidget(widget);
    addDockWidget(area, dock);
    docks_.push_back(dock);
    return dock;
}

void CreatePage::build_docks() {
    prompt_ = new PromptPanel;
    layers_ = new LayersPanel;
    properties_ = new PropertiesPanel;
    strip_ = new ResultStrip(studio_->strip());
    templates_ = new TemplateDrawer;
    QDockWidget* left = dock("prompt", tr("Prompt"), prompt_, Qt::LeftDockWidgetArea);
    tabifyDockWidget(left, dock("templates", tr("Templates"), templates_, Qt::LeftDockWidgetArea));
    left->raise();
    dock("layers", tr("Layers"), layers_, Qt::RightDockWidgetArea);
    dock("properties", tr("Properties"), properties_, Qt::RightDockWidgetArea);
    dock("strip", tr("Results and queue"), strip_, Qt::BottomDockWidgetArea);
    resizeDocks({docks_[0], docks_[2]}, {320, 345}, Qt::Horizontal);
    resizeDocks({docks_[2], docks_[3]}, {260, 460}, Qt::Vertical);
    resizeDocks({docks_[4]}, {140}, Qt::Vertical);
    connect(properties_, &PropertiesPanel::failed, this, &CreatePage::said);
    connect(templates_, &TemplateDrawer::chosen, this, [this](const QJsonObject& description) {
        if (session()) set_scene(*session(), description);
    });
    connect(templates_, &TemplateDrawer::reference_wanted, prompt_, [this](const QImage& image) { prompt_->add_reference(image); });
}

void CreatePage::build_canvas_bar() {
    canvas_bar_ = addToolBar(tr("Canvas"));
    canvas_bar_->setObjectName("canvas-bar");
    canvas_bar_->setMovable(false);
    build_tools();
    auto* spring = new QWidget;
    spring->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    canvas_bar_->addWidget(spring);
    zoom_label_ = new QLabel;
    zoom_label_->setMinimumWidth(52);
    zoom_label_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    canvas_bar_->addWidget(zoom_label_);
    QAction* fit = canvas_bar_->addAction(icon("zoom-fit-best"), tr("Fit the page"));
    connect(fit, &QAction::triggered, this, [this] { if (canvas()) canvas()->fit_page(); });
    build_view_options();
}

void CreatePage::build_tools() {
    auto* tools = new QActionGroup(this);
    const struct {
        Tool tool;
        const char* icon_name;
        QString name;
        QKeySequence key;
    } entries[] = {{Tool::move, "edit-select", tr("Move"), QKeySequence(Qt::Key_V)},
                   {Tool::text, "draw-text", tr("Text"), QKeySequence(Qt::Key_T)},
                   {Tool::vertical_text, "format-text-direction-vertical", tr("Vertical text"), QKeySequence(Qt::SHIFT | Qt::Key_T)},
                   {Tool::crop, "transform-crop", tr("Crop a picture"), QKeySequence(Qt::Key_C)},
                   {Tool::warp, "distortionfx", tr("Bend a text"), QKeySequence(Qt::Key_W)},
                   {Tool::repaint, "edit-select-lasso", tr("Repaint a region"), QKeySequence(Qt::Key_R)},
                   {Tool::eyedropper, "color-picker", tr("Pick a colour"), QKeySequence(Qt::Key_I)}};
    for (const auto& entry : entries) {
        QAction* action = canvas_bar_->addAction(icon(entry.icon_name), entry.name);
        action->setObjectName(QString("tool-%1").arg(int(entry.tool)));
        action->setCheckable(true);
        action->setShortcut(entry.key);
        action->setToolTip(entry.name + " (" + entry.key.toString(QKeySequence::NativeText) + ")");
        action->setChecked(entry.tool == Tool::move);
        tools->addAction(action);
        tool_actions_ << action;
        connect(action, &QAction::triggered, this, [this, tool = entry.tool] {
            if (canvas()) canvas()->set_tool(tool);
        });
    }
}

/// Kept from one start to the next, and the same for all posters.
void CreatePage::build_view_options() {
    const struct {
        const char* id;
        const char* icon_name;
        QString name;
        QKeySequence key;
        bool ViewOptions::* option;
    } entries[] = {{"rulers", "measure", tr("Rulers"), QKeySequence(Qt::CTRL | Qt::Key_R), &ViewOptions::rulers},
                   {"guides", "edit-guides", tr("Guides"), QKeySequence(Qt::CTRL | Qt::Key_Semicolon), &ViewOptions::guides},
                   {"margins", "labplot-editgrid", tr("Margins and bleed"), {}, &ViewOptions::margins},
                   {"snapping", "snap", tr("Snap to lines"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Semicolon), &ViewOptions::snapping},
                   {"text-bar", "format-font-size-more", tr("Bar beside the text"), {}, &ViewOptions::text_bar}};
    for (const auto& entry : entries) {
        auto* action = new QAction(icon(entry.icon_name), entry.name, this);
        action->setObjectName(QString("view-") + entry.id);
        action->setShortcut(entry.key);
        action->setCheckable(true);
        const QString setting = QString("view/") + entry.id;
        view_options_.*entry.option = QSettings().value(setting, true).toBool();
        action->setChecked(view_options_.*entry.option);
        view_actions_ << action;
        connect(action, &QAction::toggled, this, [this, setting, option = entry.option](bool on) {
            view_options_.*option = on;
            QSettings().setValue(setting, on);
            for (int i = 0; i < tabs_->count(); ++i)
                if (auto* view = qobject_cast<CanvasView*>(tabs_->widget(i))) view->set_options(view_options_);
        });
    }
    auto* options = new QToolButton;
    options->setIcon(icon("view-visible"));
    options->setToolTip(tr("Rulers, guides, margins"));
    options->setAccessibleName(options->toolTip());
    options->setPopupMode(QToolButton::InstantPopup);
    options->setAutoRaise(true);
    for (QAction* action : view_actions_) options->addAction(action);
    canvas_bar_->addWidget(options);
}

PosterSession* CreatePage::session() const { return canvas() ? canvas()->session() : nullptr; }
CanvasView* CreatePage::canvas() const { return qobject_cast<CanvasView*>(tabs_->currentWidget()); }

void CreatePage::add_session(std::unique_ptr<PosterSession> session) {
    auto* canvas = new CanvasView(session.get());
    connect(canvas, &CanvasView::panels_toggled, this, &CreatePage::toggle_panels);
    connect(canvas, &CanvasView::zoom_changed, this, &CreatePage::update_zoom);
    connect(canvas, &CanvasView::pictures_dropped, this, [this](const QStringList& files, QPointF) { drop_files(files); });
    connect(canvas, &CanvasView::colour_picked, this, [this](const QColor& colour) {
        if (properties_->use_colour(colour)) return;
        QGuiApplication::clipboard()->setText(colour.name());
        emit said(tr("%1 is in the clipboard; with a text or shape selected it becomes its colour.").arg(colour.name().toUpper()));
    });
    connect(canvas, &CanvasView::said, this, &CreatePage::said);
    connect(canvas, &CanvasView::repaint_wanted, this, [this](quint64 layer, const QImage& mask) { repaint_region(document::LayerId{layer}, mask); });
    canvas->set_options(view_options_);
    canvas->addActions(canvas_actions_);
    connect(canvas, &CanvasView::tool_changed, this, [this](Tool tool) {
        if (auto* action = findChild<QAction*>(QString("tool-%1").arg(int(tool)))) action->setChecked(true);
    });
    PosterSession* raw = session.get();
    connect(raw, &PosterSession::name_changed, this, [this, raw] { retitle(raw); });
    connect(raw, &PosterSession::failed, this, [this](const Error& error) { emit said(QString::fromStdString(error.message)); });
    sessions_.push_back(std::move(session));
    const int index = tabs_->addTab(canvas, raw->title());
    tabs_->setCurrentIndex(index);
    canvas->fit_page();
}

void CreatePage::set_canvas_actions(const QList<QAction*>& actions) {
    canvas_actions_ = actions;
    for (int i = 0; i < tabs_->count(); ++i) tabs_->widget(i)->addActions(actions);
}

void CreatePage::retitle(PosterSession* session) {
    for (int i = 0; i < tabs_->count(); ++i)
        if (auto* view = qobject_cast<CanvasView*>(tabs_->widget(i)); view && view->session() == session) {
            tabs_->setTabText(i, session->title());
            tabs_->setTabToolTip(i, session->has_name() ? paths::to_qt(session->file()) : tr("Kept by Haibao until you give it a name"));
        }
    emit session_changed();
}

void CreatePage::show_session() {
    layers_->set_session(session());
    properties_->set_session(session());
    properties_->set_canvas(canvas());
    if (canvas()) update_zoom(canvas()->zoom());
    if (session()) prompt_->set_page(session()->poster().page);
    emit session_changed();
}

void CreatePage::new_poster(const document::Page& page) {
    document::Poster poster;
    poster.page = page;
    auto session = PosterSession::create(std::move(poster), tr("Untitled"));
    if (!session) return emit said(QString::fromStdString(session.error().message));
    add_session(std::move(*session));
}

PosterSession* CreatePage::session_of(const std::filesystem::path& file) const {
    std::error_code ignored;
    const auto found = std::ranges::find_if(sessions_, [&](const auto& session) { return std::filesystem::equivalent(session->file(), file, ignored); });
    return found == sessions_.end() ? nullptr : found->get();
}

bool CreatePage::open_poster(const std::filesystem::path& file) {
    if (PosterSession* open = session_of(file)) {
        for (int i = 0; i < tabs_->count(); ++i)
            if (auto* view = qobject_cast<CanvasView*>(tabs_->widget(i)); view && view->session() == open) tabs_->setCurrentIndex(i);
        return true;
    }
    auto session = PosterSession::open(file);
    if (!session) {
        QMessageBox::warning(this, tr("The poster could not be opened"), QString::fromStdString(session.error().message));
        return false;
    }
    add_session(std::move(*session));
    QSettings settings;
    QStringList recent = settings.value("recent").toStringList();
    const QString name = paths::to_qt(std::filesystem::absolute(file));
    recent.removeAll(name);
    recent.prepend(name);
    settings.setValue("recent", recent.mid(0, 12));
    return true;
}

void CreatePage::choose_page(const document::Page& page) {
    if (!session()) return;
    document::Page same = page;  // a size says nothing about these
    same.background = session()->poster().page.background;
    same.guides = session()->poster().page.guides;
    if (session()->poster().page == same) return;
    // Sizes that are tried one after the other all start from what was there before: going back leads back.
    const bool trying = tried_page_ && tried_page_->session == session() && tried_page_->after == session()->poster();
    const document::Poster before = trying ? tried_page_->before : session()->poster();
    document::Poster after = before;
    change_page(after, page);
    session()->change(tr("Page size"), [&](document::Poster& poster) { poster = after; });
    tried_page_ = TriedPage{session(), before, session()->poster()};
    if (canvas()) canvas()->fit_page();
}

bool CreatePage::open_picture(const std::filesystem::path& file) {
    auto poster = poster_of_picture(file);
    if (!poster) {
        emit said(QString::fromStdString(poster.error().message));
        return false;
    }
    const document::EmbeddedPicture ground = poster->pictures.first();
    const QString prompt = poster->info.generation["prompt"].toString();
    if (!open_example(std::move(*poster))) return false;
    place_words(session(), ground, prompt, {});
    return true;
}

bool CreatePage::close_poster(int tab) {
    auto* view = qobject_cast<CanvasView*>(tabs_->widget(tab));
    if (!view) return true;
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
        if (answer == QMessageBox::Cancel || (answer == QMessageBox::Save && !save_as())) return false;
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

bool CreatePage::may_lose_nothing(int tab) {
    auto* view = qobject_cast<CanvasView*>(tabs_->widget(tab));
    if (!view) return true;
    auto settled = view->session()->settle();
    if (settled) return true;
    tabs_->setCurrentIndex(tab);
    const auto answer = QMessageBox::warning(this, tr("The last changes are not saved"), QString::fromStdString(settled.error().message),
                                             QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, QMessageBox::Save);
    return answer == QMessageBox::Discard || (answer == QMessageBox::Save && save_as());
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
    auto session = PosterSession::create(std::move(poster), tr("Example"));
    if (session) add_session(std::move(*session));
    return session.has_value();
}

bool CreatePage::save() {
    if (!session()) return false;
    if (!session()->has_name()) return save_as();
    auto settled = session()->settle();
    if (!settled && session()->read_only()) return save_as();
    if (!settled) {
        QMessageBox::warning(this, tr("The poster could not be saved"), QString::fromStdString(settled.error().message));
        return false;
    }
    emit said(tr("Saved; every change is saved as you make it."));
    return true;
}

bool CreatePage::save_as() {
    if (!session()) return false;
    QString name = session()->has_name() ? paths::to_qt(session()->file()) : QSettings().value("posters-folder").toString() + "/" + session()->title() + ".haibao";
    name = ask_where_to_save(this, tr("Save the poster"), name, tr("Posters (*.haibao)"), "haibao");
    if (name.isEmpty()) return false;
    if (const auto* other = session_of(paths::from_qt(name)); other && other != session()) {
        QMessageBox::warning(this, tr("The poster could not be saved"), tr("%1 is open in another tab. Close it first, or choose another name.").arg(QFileInfo(name).fileName()));
        return false;
    }
    if (auto saved = session()->save_as(paths::from_qt(name)); !saved) {
        QMessageBox::warning(this, tr("The poster could not be saved"), QString::fromStdString(saved.error().message));
        return false;
    }
    QSettings().setValue("posters-folder", QFileInfo(name).absolutePath());
    return true;
}

void CreatePage::insert_picture() {
    drop_files(QFileDialog::getOpenFileNames(this, tr("Pictures"), {}, tr("Pictures (*.png *.jpg *.jpeg *.webp *.tif *.tiff *.avif);;All files (*)")));
}

void CreatePage::drop_files(const QStringList& files) {
    for (const QString& file : files) {
        if (file.endsWith(".haibao")) {
            open_poster(paths::from_qt(file));
            continue;
        }
        const QByteArray bytes = read_whole(file);
        const QString type = document::picture_media_type(bytes);
        const auto size = size_of_picture(bytes, QFileInfo(file).fileName());
        if (type.isEmpty() || !size) emit said(tr("%1 is not a picture that Haibao can show.").arg(QFileInfo(file).fileName()));
        else if (session()) add_picture(*session(), bytes, type, QFileInfo(file).fileName(), *size);
    }
}

void CreatePage::generate() {
    Draft draft = prompt_->draft();
    auto job = studio_->generate(draft, model_, device_);
    if (!job) return prompt_->set_problem(QString::fromStdString(job.error().message));
    asked_[qint64(*job)] = {std::move(draft), session()};
    prompt_->set_running(true);
}

/// The queue keeps copies of base and mask, so that files of ours need not stay.
void CreatePage::repaint_region(document::LayerId layer, const QImage& mask) {
    const document::Layer* now = session()->poster().find(layer);
    const auto* picture = now ? std::get_if<document::PictureLayer>(&now->content) : nullptr;
    if (!picture) return;
    const QTemporaryDir folder;
    QFile base(folder.filePath("base"));
    const QByteArray bytes = session()->poster().pictures.value(picture->picture).bytes;
    const bool written = folder.isValid() && base.open(QIODevice::WriteOnly) && base.write(bytes) == bytes.size() && mask.save(folder.filePath("mask.png"));
    base.close();
    if (!written) return prompt_->set_problem(tr("The region could not be handed over: there is no room for temporary files."));
    const Draft draft = prompt_->draft();
    auto job = studio_->generate(draft, model_, device_, generate::RepaintFiles{paths::from_qt(base.fileName()), paths::from_qt(folder.filePath("mask.png"))});
    if (!job) return prompt_->set_problem(QString::fromStdString(job.error().message));
    repaints_.insert(qint64(*job), {session(), layer});
    prompt_->set_running(true);
}

/// In place of the picture that it was made from; frame, crop and the rest stay.
bool CreatePage::use_repainted(const Tile& tile, const QByteArray& bytes, PosterSession* target) {
    const auto [of, layer] = repaints_.value(tile.job);
    if (!of || of != target) return false;
    const document::Layer* now = target->poster().find(layer);
    if (!now || !std::holds_alternative<document::PictureLayer>(now->content)) return false;
    target->change(tr("Repaint region"), [&](document::Poster& poster) {
        const QString key = poster.add_picture(bytes, "image/png", QFileInfo(tile.file).fileName());
        std::get<document::PictureLayer>(poster.find(layer)->content).picture = key;
        poster.info.generation = generation_record(bytes);
    });
    return true;
}

/// The first picture that was asked for on a blank poster becomes that poster, with its words set; later ones wait in the strip.
void CreatePage::picture_ready(const Tile& tile) {
    if (canvas()) canvas()->show_ground_preview({});
    if (const auto repaint = repaints_.constFind(tile.job); repaint != repaints_.cend()) return use_picture(tile, repaint->session);
    const auto asked = asked_.find(tile.job);
    if (asked == asked_.end() || tile.picture != 0) return;
    if (!session()) {
        new_poster(asked->second.draft.page);
        asked->second.session = session();
    }
    PosterSession* target = asked->second.session;
    if (target && target->poster().layers.empty()) use_picture(tile, target);
}

void CreatePage::use_picture(const Tile& tile, PosterSession* target) {
    if (!target) return;
    const QByteArray bytes = read_whole(tile.file);
    if (bytes.isEmpty()) return emit said(tr("%1 is not there any more.").arg(tile.file));
    if (use_repainted(tile, bytes, target)) return;
    const QJsonObject record = generation_record(bytes);
    const QString name = QFileInfo(tile.file).fileName();
    if (has_text(target->poster().layers)) return set_ground(*target, bytes, "image/png", name, record);
    const auto asked = asked_.find(tile.job);
    const Draft draft = asked == asked_.end() ? Draft() : asked->second.draft;
    place_words(target, {bytes, "image/png", name}, record["prompt"].toString(draft.prompt), draft.texts);
}

void CreatePage::set_model(const QString& name) {
    model_ = name;
    if (auto folder = paths::find_model(name.toStdString()))
        if (auto model = ModelFolder::open(*folder)) {
            QStringList words;
            for (const std::string& word : model->defaults().vocabulary) words << QString::fromStdString(word);
            prompt_->set_suggestions(words);
            prompt_->set_lettering_default(model->defaults().text_mode == "paint" ? Lettering::painted : Lettering::live);
        }
    update_estimate();
}

void CreatePage::update_estimate() {
    const Draft draft = prompt_->draft();
    const Studio::Estimate estimate = studio_->estimate(draft, model_, device_);
    prompt_->set_estimate(tr("paints %1 × %2").arg(draft.painted.width()).arg(draft.painted.height()) + " · " + estimate.words, estimate.fits);
}

void CreatePage::update_zoom(double zoom) { zoom_label_->setText(QString("%1 %").arg(int(std::lround(zoom * 100)))); }

void CreatePage::toggle_panels() {
    panels_hidden_ = !panels_hidden_;
    if (panels_hidden_) {
        shown_before_.clear();
        for (QDockWidget* dock : docks_) shown_before_.push_back(!dock->isHidden());
    }
    for (std::size_t i = 0; i < docks_.size(); ++i) docks_[i]->setVisible(!panels_hidden_ && (i >= shown_before_.size() || shown_before_[i]));
}

void CreatePage::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    const bool narrow = event->size().height() < low_window;
    const bool tabbed = !tabifiedDockWidgets(docks_[2]).isEmpty();
    if (narrow && !tabbed) {
        tabifyDockWidget(docks_[2], docks_[3]);
        docks_[3]->raise();
    } else if (!narrow && tabbed) {
        splitDockWidget(docks_[2], docks_[3], Qt::Vertical);
    }
}

void CreatePage::save_layout() const { QSettings().setValue("create/docks", saveState()); }
void CreatePage::restore_layout() { restoreState(QSettings().value("create/docks").toByteArray()); }

QStringList CreatePage::open_files() const {
    QStringList files;
    for (const auto& session : sessions_) files << paths::to_qt(session->file());
    return files;
}

}  // namespace haibao::ui
