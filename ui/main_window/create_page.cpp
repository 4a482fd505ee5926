// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/create_page.h"

#include <QClipboard>
#include <QDockWidget>
#include <QGuiApplication>
#include <QLabel>
#include <QResizeEvent>
#include <QSettings>
#include <QTabBar>
#include <QTabWidget>
#include <cmath>
#include <utility>

#include "app/core/paths.h"
#include "ui/layers/layers_panel.h"
#include "ui/layers/properties_panel.h"
#include "ui/main_window/make_poster.h"
#include "ui/prompt/prompt_panel.h"
#include "ui/prompt/template_drawer.h"
#include "ui/queue/result_strip.h"
#include "ui/style/error_words.h"
#include "ui/style/language.h"

namespace haibao::ui {
namespace {

constexpr int low_page = 760;  // below this height the right docks share one place
const QList<int> usual_heights{260, 460};  // of layers and properties

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
    connect(strip_, &ResultStrip::used, this, [this](const Tile& tile) {
        if (!session() && opening()) return say_no_poster();
        if (!session()) new_poster(prompt_->draft().page);
        use_picture(tile, session());
    });
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
        if (!busy) update_estimate();  // how long it took is known now
    });
    connect(studio_, &Studio::problem, prompt_, &PromptPanel::set_problem);
    connect(studio_, &Studio::library_opened, this, &CreatePage::use_library);
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
    resizeDocks({docks_[2], docks_[3]}, usual_heights, Qt::Vertical);
    resizeDocks({docks_[4]}, {140}, Qt::Vertical);
    connect(properties_, &PropertiesPanel::failed, this, &CreatePage::said);
    connect(templates_, &TemplateDrawer::chosen, this, [this](const QJsonObject& description) {
        if (!session()) return;
        const Draft draft = prompt_->draft();
        // A blank poster becomes one with the prompt's words, as with a painted ground.
        if (session()->poster().layers.empty()) place_words(session(), description, draft.prompt, draft.texts);
        else set_scene(*session(), description);
    });
    connect(templates_, &TemplateDrawer::reference_wanted, prompt_, [this](const QImage& image) { prompt_->add_reference(image); });
}

PosterSession* CreatePage::session() const { return canvas() ? canvas()->session() : nullptr; }
CanvasView* CreatePage::canvas() const { return qobject_cast<CanvasView*>(tabs_->currentWidget()); }

void CreatePage::add_session(std::unique_ptr<PosterSession> session, QWidget* instead_of) {
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
    connect(raw, &PosterSession::failed, this, [this](const Error& error) { emit said(words_of(error)); });
    sessions_.push_back(std::move(session));
    const bool front = !instead_of || tabs_->currentWidget() == instead_of;
    const int place = instead_of ? tabs_->indexOf(instead_of) : tabs_->count();
    tabs_->insertTab(place, canvas, raw->title());
    if (front) tabs_->setCurrentIndex(place);
    if (instead_of) tabs_->removeTab(tabs_->indexOf(instead_of));
    delete instead_of;
    canvas->fit_page();
    claim_asked();
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
    keep_asked();
    emit session_changed();
}

void CreatePage::show_session() {
    layers_->set_session(session());
    properties_->set_session(session());
    properties_->set_canvas(canvas());
    if (canvas()) update_zoom(canvas()->zoom());
    if (session()) prompt_->set_page(session()->poster().page);
    update_estimate();
    emit session_changed();
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
    session()->change(lasting(this, QT_TR_NOOP("Page size")), [&](document::Poster& poster) { poster = after; });
    tried_page_ = TriedPage{session(), before, session()->poster()};
    if (canvas()) canvas()->fit_page();
    if (!before.layers.empty()) emit said(tr("The open poster has another size now: Edit → Undo takes it back, File → New poster begins another."));
}

void CreatePage::update_zoom(double zoom) { zoom_label_->setText(QString("%1 %").arg(int(std::lround(zoom * 100)))); }

void CreatePage::toggle_panels() {
    panels_hidden_ = !panels_hidden_;
    if (panels_hidden_) {
        shown_before_.clear();
        for (QDockWidget* dock : docks_) shown_before_.push_back(!dock->isHidden());
    }
    for (std::size_t i = 0; i < docks_.size(); ++i) docks_[i]->setVisible(!panels_hidden_ && (i >= shown_before_.size() || shown_before_[i]));
    adapt_to_height();
}

void CreatePage::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    adapt_to_height();
}

/// On a low page layers and properties share one place. Only when that height is passed, and where they stand one above the other
/// as they do from the start: any other way is the user's.
void CreatePage::adapt_to_height() {
    if (panels_hidden_) return;
    const bool low = height() < low_page;
    if (std::exchange(low_, low) == low) return;
    QDockWidget *upper = docks_[2], *lower = docks_[3];
    const bool shared = tabifiedDockWidgets(upper).contains(lower);
    const auto is_right = [this](QDockWidget* dock) { return !dock->isHidden() && dockWidgetArea(dock) == Qt::RightDockWidgetArea; };
    const bool was_folded = std::exchange(folded_, false);
    if (!is_right(upper) || !is_right(lower)) return;
    const bool side_by_side = upper->geometry().right() < lower->x() || lower->geometry().right() < upper->x();
    if (low && !shared && !side_by_side) {
        heights_ = {upper->height(), lower->height()};
        tabifyDockWidget(upper, lower);
        lower->raise();
        folded_ = true;
    } else if (!low && shared && was_folded) {
        removeDockWidget(lower);  // beside a tab splitDockWidget() makes a tab
        addDockWidget(Qt::RightDockWidgetArea, lower, Qt::Vertical);
        lower->show();
        resizeDocks({upper, lower}, heights_.isEmpty() ? usual_heights : heights_, Qt::Vertical);
    }
}

void CreatePage::set_panels(const Panels& panels) {
    restoreState(panels.docks);
    low_ = panels.low;
    folded_ = panels.folded;
    if (isVisible()) adapt_to_height();
}

void CreatePage::save_layout() const {
    QSettings settings;
    const Panels now = panels();
    settings.setValue("create/docks", now.docks);
    if (now.low) settings.setValue("create/low", *now.low);
    settings.setValue("create/folded", now.folded);
}

void CreatePage::restore_layout() {
    const QSettings settings;
    const QVariant low = settings.value("create/low");
    set_panels({settings.value("create/docks").toByteArray(), low.isValid() ? std::optional(low.toBool()) : std::nullopt, settings.value("create/folded").toBool()});
}

}  // namespace haibao::ui
