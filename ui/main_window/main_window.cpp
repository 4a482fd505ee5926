// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/main_window.h"

#include <QButtonGroup>
#include <QCloseEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTabWidget>
#include <QToolBar>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

#include "app/core/paths.h"
#include "app/export/poster_input.h"
#include "ui/canvas/canvas_view.h"
#include "ui/devices/devices_page.h"
#include "ui/export/batch_page.h"
#include "ui/gallery/gallery_page.h"
#include "ui/main_window/create_page.h"
#include "ui/main_window/first_poster.h"
#include "ui/main_window/library_banner.h"
#include "ui/merge/merge_page.h"
#include "ui/models/models_page.h"
#include "ui/prompt/prompt_edit.h"
#include "ui/prompt/prompt_panel.h"
#include "ui/style/error_words.h"
#include "ui/style/icons.h"
#include "ui/style/notice.h"
#include "ui/style/theme.h"

namespace haibao::ui {
namespace {

/// In the settings as long as the window is open: what is found at the start was left by one that was never closed.
constexpr const char* not_ended = "not-ended";

QWidget* scrolled(std::initializer_list<QWidget*> columns) {
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    auto* body = new QWidget;
    auto* layout = new QHBoxLayout(body);
    layout->setSpacing(metrics::large_gap);
    layout->addStretch(1);
    for (QWidget* column : columns) {
        column->setMaximumWidth(620);
        layout->addWidget(column, 8);
    }
    layout->addStretch(1);
    area->setWidget(body);
    return area;
}

}  // namespace

MainWindow::MainWindow(generate::WorkerOptions worker) : studio_(std::move(worker)) {
    setObjectName("main-window");
    setWindowTitle(tr("Haibao"));
    setAcceptDrops(true);
    setMinimumSize(1000, 640);
    build_pages();
    build_bar();
    build_menus();
    status_label_ = new QLabel;
    statusBar()->addWidget(status_label_, 1);
    resume_ = new QPushButton(tr("Go on"));
    pause_label_ = new QLabel;
    statusBar()->addPermanentWidget(pause_label_);
    statusBar()->addPermanentWidget(resume_);
    pause_label_->hide();
    resume_->hide();
    connect(resume_, &QPushButton::clicked, &studio_, &Studio::resume);
    connect(&studio_, &Studio::paused_changed, this, [this](const QString& why) {
        pause_label_->setText("⏸ " + why);
        pause_label_->setVisible(!why.isEmpty());
        resume_->setVisible(!why.isEmpty());
    });
    connect(&studio_, &Studio::status, status_label_, &QLabel::setText);
    connect(create_, &CreatePage::said, this, &MainWindow::say);
    connect(&studio_, &Studio::problem, this, &MainWindow::say);
    connect(&studio_, &Studio::said, this, &MainWindow::say);
    resize(1440, 900);
    restoreGeometry(QSettings().value("window").toByteArray());
    create_->restore_layout();
    if (auto opened = studio_.open(Studio::library_folder()); !opened) say(words_of(opened.error()));
    models_->reload();
    create_->set_model(models_->chosen());
    devices_->set_model(models_->chosen());
    devices_->look_again();
}

MainWindow::~MainWindow() = default;

void MainWindow::build_pages() {
    pages_ = new QStackedWidget;
    create_ = new CreatePage(&studio_);
    gallery_ = new GalleryPage(&studio_);
    batch_ = new BatchPage(&studio_, [this] {
        std::vector<BatchPage::OpenFile> posters;
        for (const auto& session : create_->sessions())
            if (!session->is_untouched_example()) posters.push_back({session->title(), paths::to_qt(session->file())});
        return posters;
    });
    devices_ = new DevicesPage(studio_.worker());
    models_ = new ModelsPage;
    pages_->addWidget(create_);
    pages_->addWidget(gallery_);
    merge_ = new MergePage([this] {
        std::vector<OpenPoster> posters;
        for (const auto& session : create_->sessions()) {
            const bool front = session.get() == create_->session();
            posters.insert(front ? posters.begin() : posters.end(), {session->title(), session->file(), session->settled()});
        }
        return posters;
    });
    connect(merge_, &MergePage::said, this, &MainWindow::say);
    batch_tabs_ = new QTabWidget;
    batch_tabs_->setDocumentMode(true);
    batch_tabs_->addTab(batch_, icon("document-export"), tr("Export many"));
    batch_tabs_->addTab(merge_, icon("table"), tr("Posters from a table"));
    pages_->addWidget(batch_tabs_);
    pages_->addWidget(scrolled({models_, devices_}));
    auto* centre = new QWidget;
    banners_ = new QVBoxLayout(centre);
    banners_->setContentsMargins(0, 0, 0, 0);
    banners_->setSpacing(0);
    banners_->addWidget(new LibraryBanner(&studio_));
    banners_->addWidget(pages_, 1);
    setCentralWidget(centre);
    connect(devices_, &DevicesPage::device_chosen, this, [this](const QString& name, const QString& description) {
        device_name_ = description;
        create_->set_device(name);
        show_device();
    });
    connect(create_, &CreatePage::pace_changed, this, [this](const QString& words) {
        pace_ = words;
        show_device();
    });
    connect(models_, &ModelsPage::model_chosen, create_, &CreatePage::set_model);
    connect(models_, &ModelsPage::model_chosen, devices_, &DevicesPage::set_model);
    connect(gallery_, &GalleryPage::prompt_wanted, this, [this](const QString& prompt) {
        create_->prompt()->set_prompt(prompt);
        show_page(create);
    });
    connect(gallery_, &GalleryPage::seed_wanted, this, [this](quint64 seed) {
        create_->prompt()->set_seed(seed);
        show_page(create);
    });
    connect(gallery_, &GalleryPage::poster_wanted, this, [this](const QString& file) {
        show_page(create);
        create_->open_picture(paths::from_qt(file));
    });
    connect(gallery_, &GalleryPage::check_wanted, this, [this](const QString& file) {
        show_page(create);
        create_->open_picture(paths::from_qt(file), [this](PosterSession* opened) { check_text(opened); });
    });
    connect(gallery_, &GalleryPage::variations_wanted, this, [this](qint64 picture) {
        auto job = studio_.make_variations(gallery::PictureId{picture}, models_->chosen(), devices_->chosen());
        say(job ? tr("Four variations are being made; they appear here and in Create.") : words_of(job.error()));
    });
    connect(gallery_, &GalleryPage::enlarge_wanted, this, &MainWindow::enlarge_in_library);
    connect(gallery_, &GalleryPage::create_wanted, this, [this] {
        show_page(create);
        create_->prompt()->editor()->setFocus();
    });
    connect(gallery_, &GalleryPage::example_wanted, this, [this](const QString& file) {
        auto poster = haibao::open_poster(paths::from_qt(file));
        if (!poster) return say(words_of(poster.error()));
        show_page(create);
        create_->open_example(std::move(*poster));
    });
    connect(gallery_, &GalleryPage::export_wanted, this, [this](const QStringList& files) {
        batch_->set_files(files);
        batch_tabs_->setCurrentWidget(batch_);
        show_page(batch);
    });
}

void MainWindow::build_bar() {
    auto* bar = addToolBar(tr("Pages"));
    bar->setObjectName("pages-bar");
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    page_buttons_ = new QButtonGroup(this);
    const struct {
        const char* icon_name;
        QString text;
    } entries[] = {{"draw-brush", tr("Create")}, {"view-list-icons", tr("Gallery")}, {"document-export", tr("Batch")}, {"cpu", tr("Models && devices")}};
    int id = 0;
    for (const auto& entry : entries) {
        auto* button = new QToolButton;
        button->setText(entry.text);
        button->setIcon(icon(entry.icon_name));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setCheckable(true);
        button->setAutoRaise(true);
        button->setToolTip(QString("Ctrl+%1").arg(id + 1));
        page_buttons_->addButton(button, id++);
        bar->addWidget(button);
    }
    auto* spring = new QWidget;
    spring->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(spring);
    device_label_ = new QLabel;
    device_label_->setForegroundRole(roles::faint_text);
    device_label_->setContentsMargins(0, 0, metrics::padding, 0);
    bar->addWidget(device_label_);
    connect(page_buttons_, &QButtonGroup::idClicked, this, [this](int page) { show_page(Page(page)); });
    page_buttons_->button(create)->setChecked(true);
}

void MainWindow::show_page(Page page) {
    pages_->setCurrentIndex(page);
    page_buttons_->button(page)->setChecked(true);
    update_actions();
}

MainWindow::Page MainWindow::page() const { return static_cast<Page>(pages_->currentIndex()); }

void MainWindow::show_merge() {
    batch_tabs_->setCurrentWidget(merge_);
    show_page(batch);
}

void MainWindow::show_device() {
    if (!device_name_.isEmpty()) device_label_->setText("● " + device_name_ + (pace_.isEmpty() ? QString() : " · " + pace_));
}

void MainWindow::say(const QString& sentence) { statusBar()->showMessage(sentence, 12000); }

void MainWindow::restore() {
    const bool torn_away = QSettings().contains(not_ended);
    QStringList files = QSettings().value("open").toStringList();
    // What was never given a name is there again in any case.
    for (const std::filesystem::path& left : PosterSession::left_over()) files << paths::to_qt(left);
    files.removeDuplicates();
    files.removeIf([](const QString& file) { return !QFileInfo::exists(file) || PosterSession::is_open_elsewhere(paths::from_qt(file)); });
    if (files.isEmpty()) open_first_poster(*create_);
    else create_->prompt()->restore_prompt();
    const auto left = std::make_shared<qsizetype>(files.size());
    const auto titles = std::make_shared<QStringList>();
    for (const QString& file : files)
        create_->open(paths::from_qt(file), [this, left, titles, torn_away](const PosterSession* opened) {
            if (opened) *titles << opened->title();
            if (--*left) return;
            if (create_->sessions().empty()) open_first_poster(*create_);
            if (torn_away) say_recovered(*titles);
        });
    remember_open();
    update_actions();
}

void MainWindow::remember_open() {
    const auto write = [this] { QSettings().setValue("open", create_->open_files()); };
    QSettings().setValue(not_ended, true);
    connect(create_, &CreatePage::session_changed, this, write);
    write();
}

void MainWindow::say_recovered(const QStringList& titles) {
    if (titles.isEmpty()) return;
    QStringList quoted;
    for (const QString& title : titles) quoted << tr("“%1”").arg(title);
    auto* notice = new Notice(tr("Haibao did not end in the usual way last time; %n poster(s) are open again as you last changed them.", nullptr, int(titles.size())), Notice::Shape::line);
    notice->setObjectName("recovered");
    auto* place = new QWidget;
    auto* margins = new QVBoxLayout(place);
    margins->setContentsMargins(metrics::gap, metrics::small_gap, metrics::gap, 0);
    margins->addWidget(notice);
    notice->add_details(tr("Which ones?"), quoted.join(tr(", ")));
    auto* good = new QPushButton(tr("OK"));
    connect(good, &QPushButton::clicked, place, &QObject::deleteLater);
    notice->add(good);
    banners_->insertWidget(0, place);
}

MainWindow::Carried MainWindow::hand_over() {
    const bool first_prompt_stands = create_->prompt()->draft().prompt == first_prompt();
    CreatePage::Work work = create_->hand_over();
    const bool untouched = first_prompt_stands && work.posters.empty();
    return {page(), std::move(work), untouched, gallery_->searched(), batch_->files(), geometry(), create_->panels()};
}

void MainWindow::take_over(Carried carried) {
    // restoreGeometry() has moved it below a title bar that is outside of it, or that there is none of.
    if (!isMaximized() && !isFullScreen()) setGeometry(carried.geometry);
    create_->set_panels(carried.panels);
    create_->take_over(std::move(carried.work));
    if (carried.untouched) create_->prompt()->set_prompt(first_prompt());
    if (!carried.searched.isEmpty()) gallery_->search(carried.searched);
    if (!carried.batch_files.isEmpty()) batch_->set_files(carried.batch_files);
    show_page(carried.page);
    remember_open();
}

void MainWindow::open_files(const QStringList& files) {
    bool tables_only = !files.isEmpty();
    for (const QString& file : files) {
        const QString ending = QFileInfo(file).suffix().toLower();
        const bool table = ending == "csv" || ending == "tsv";
        tables_only &= table;
        if (table) merge_->set_table(file);
        else create_->open(paths::from_qt(file));
    }
    if (tables_only) show_merge();
    else show_page(create);
    raise();
    activateWindow();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!may_stop_enlarging() || !create_->may_end()) return event->ignore();
    QSettings settings;
    settings.setValue("window", saveGeometry());
    settings.setValue("open", create_->open_files());
    settings.remove(not_ended);
    create_->save_layout();
    // Posters without a name stay in the state folder and are open again next time: nothing to ask.
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    // What comes from this window's own grid is no file to open.
    if (event->mimeData()->hasUrls() && !event->source()) event->acceptProposedAction();
}

/// Where the gallery is seen, pictures and folders are taken into the library; everything else is opened.
void MainWindow::dropEvent(QDropEvent* event) {
    QStringList opened, imported;
    for (const QUrl& url : event->mimeData()->urls()) {
        if (!url.isLocalFile()) continue;
        const QFileInfo file(url.toLocalFile());
        const QString ending = file.suffix().toLower();
        const bool document = ending == "haibao" || ending == "json" || ending == "csv" || ending == "tsv";
        const bool import = file.isDir() || (pages_->currentIndex() == gallery && !document);
        (import ? imported : opened) << file.absoluteFilePath();
    }
    event->acceptProposedAction();
    if (!opened.isEmpty()) open_files(opened);
    if (imported.isEmpty()) return;
    show_page(gallery);
    gallery_->import_files(imported);
}

}  // namespace haibao::ui
