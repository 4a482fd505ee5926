// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where things stand: fields in columns, bars out of the way, words with room.
#include <QApplication>
#include <QAction>
#include <QBuffer>
#include <QCheckBox>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QDockWidget>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTimer>
#include <QToolButton>
#include <set>

#include "app/core/paths.h"
#include "tests/app/gallery/sample.h"
#include "tests/support/temporary_folder.h"
#include "tests/ui/look.h"
#include "tests/ui/shown_canvas.h"
#include "ui/canvas/layer_actions.h"
#include "ui/canvas/text_bar.h"
#include "ui/layers/kind_panels.h"
#include "ui/layers/properties_panel.h"
#include "ui/layers/text_panel.h"
#include "ui/main_window/create_page.h"
#include "ui/main_window/first_poster.h"
#include "ui/prompt/prompt_panel.h"
#include "ui/prompt/reference_list.h"
#include "ui/prompt/template_drawer.h"
#include "ui/queue/result_strip.h"
#include "ui/style/colour_button.h"

using namespace haibao;
using namespace haibao::ui;
using test::named;
using test::Shown;

namespace {

int left_of(const QWidget& widget, const QWidget& in) { return widget.mapTo(&in, QPoint()).x(); }

QRect bar_on(const CanvasView& canvas) {
    const auto* bar = canvas.findChild<TextBar*>();
    REQUIRE(bar);
    REQUIRE(bar->isVisible());
    return bar->geometry();
}

QRect seen(const Shown& shown, const QRectF& on_page) { return shown.canvas->page_to_widget().mapRect(on_page).toAlignedRect(); }

}  // namespace

TEST_CASE("The text panel's words stand in one column and its fields in another with two halves") {
    const auto session = test::session_with({test::words("山风", QRectF(50, 50, 200, 60))});
    session->select({test::id_of(*session, 0)});
    PropertiesPanel panel;
    panel.set_session(session.get());
    panel.resize(345, 900);
    panel.show();
    REQUIRE(QTest::qWaitForWindowExposed(&panel));
    const TextPanel& text = *panel.text_panel();
    std::set<int> words, fields;
    for (const QLabel* label : text.findChildren<QLabel*>()) {
        if (!label->buddy() || !label->isVisible() || label->text().isEmpty()) continue;
        words.insert(left_of(*label, text));
        INFO(label->text().toStdString());
        CHECK(label->height() >= label->heightForWidth(label->width()));  // no line is cut
    }
    for (const char* name : {"Font", "Weight", "Warp", "Size", "Line height", "Letter spacing", "Stroke", "Second stroke", "Softness", "Shadow to the right", "Shadow downwards",
                             "Colour", "Stroke colour", "Second stroke's colour", "Shadow colour"})
        fields.insert(left_of(*named<QWidget>(*panel.text_panel(), name), text));
    const auto* shadow = test::button<QCheckBox>(*panel.text_panel(), "Shadow");
    words.insert(left_of(*shadow, text));
    CHECK(words.size() == 1);
    CHECK(fields.size() == 2);
    const QWidget* colour = named<ColourButton>(*panel.text_panel(), "Shadow colour");
    CHECK(std::abs(shadow->mapTo(&text, shadow->rect().center()).y() - colour->mapTo(&text, colour->rect().center()).y()) <= 1);
    // X and its field belong together.
    for (const char* name : {"Left", "Top", "Width", "Height"}) {
        const auto* field = named<QDoubleSpinBox>(panel, name);
        CHECK(field->width() > 90);
    }
}

TEST_CASE("The bar beside a text covers neither the text nor the texts around it where there is room") {
    SECTION("above it") {
        const Shown shown({test::words("山风", QRectF(150, 300, 300, 60)), test::words("8月16日", QRectF(150, 370, 300, 60))});
        shown.session->select({test::id_of(*shown.session, 0)});
        const QRect bar = bar_on(*shown.canvas);
        CHECK(bar.bottom() <= seen(shown, shown.frame(0)).top());
    }
    SECTION("below it, when a text stands above") {
        const Shown shown({test::words("山风", QRectF(150, 300, 300, 60)), test::words("海报", QRectF(150, 200, 300, 90))});
        shown.session->select({test::id_of(*shown.session, 0)});
        CHECK(bar_on(*shown.canvas).top() >= seen(shown, shown.frame(0)).bottom());
    }
    SECTION("elsewhere, when texts stand above and below") {
        const Shown shown({test::words("山风", QRectF(150, 300, 300, 60)), test::words("海报", QRectF(150, 200, 300, 90)), test::words("8月16日", QRectF(150, 370, 300, 90))});
        shown.session->select({test::id_of(*shown.session, 0)});
        const QRect bar = bar_on(*shown.canvas), above = seen(shown, shown.frame(1)), below = seen(shown, shown.frame(2));
        for (std::size_t i = 0; i < 3; ++i) CHECK_FALSE(bar.adjusted(6, 6, -6, -6).intersects(seen(shown, shown.frame(i))));
        CHECK((std::abs(bar.top() - below.bottom()) <= 5 || std::abs(bar.bottom() - above.top()) <= 5));  // no further away than need be
    }
    SECTION("not over lines that have grown out of the frame") {
        auto layer = test::words("第一行\n第二行\n第三行\n第四行", QRectF(150, 20, 300, 50));
        std::get<document::TextLayer>(layer.content).text.box.mode = document::BoxMode::grow;
        const Shown shown({layer});
        shown.session->select({test::id_of(*shown.session, 0)});
        CHECK_FALSE(bar_on(*shown.canvas).adjusted(6, 6, -6, -6).intersects(seen(shown, QRectF(150, 20, 300, 180))));
    }
}

TEST_CASE("The menu on the canvas offers what the selected layer can do") {
    const Shown shown({test::rectangle(300, 300, 100, 100), test::words("山风", QRectF(50, 50, 200, 60))});
    for (const char* id : {"copy", "ungroup", "writing-mode", "enlarge"}) {
        auto* action = new QAction(id, shown.canvas.get());
        action->setObjectName(id);
        shown.canvas->addAction(action);
    }
    const auto offered = [&shown](QPoint at) {
        QStringList names;
        QTimer::singleShot(0, [&names] {
            auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            REQUIRE(menu);
            for (const QAction* action : menu->actions()) names << action->objectName();
            menu->close();
        });
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, shown.canvas->mapToGlobal(at));
        QCoreApplication::sendEvent(shown.canvas.get(), &event);
        return names;
    };
    CHECK(offered(shown.at(350, 350)) == QStringList{"copy"});
    CHECK(offered(shown.at(70, 80)) == QStringList{"copy", "writing-mode"});
    shown.session->select({test::id_of(*shown.session, 0), test::id_of(*shown.session, 1)});
    group_selection(*shown.session);
    CHECK(offered(shown.at(350, 350)) == QStringList{"copy", "ungroup"});
}

TEST_CASE("The bar beside a text says its size in the page's unit, and steps by whole numbers of it") {
    const Shown shown({test::words("山风", QRectF(150, 300, 300, 60))});
    shown.session->change("dpi", [](document::Poster& poster) { poster.page.dpi = 144; });
    shown.session->select({test::id_of(*shown.session, 0)});
    auto* bar = shown.canvas->findChild<TextBar*>();
    REQUIRE(bar);
    CHECK(bar->findChild<QLabel*>()->text() == "80 px");
    QTest::mouseClick(named<QToolButton>(*bar, "Larger"), Qt::LeftButton);
    CHECK(bar->findChild<QLabel*>()->text() == "86 px");
    CHECK(std::get<document::TextLayer>(shown.session->poster().layers[0].content).text.style.size == 43);
    shown.session->change("unit", [](document::Poster& poster) { poster.page.unit = document::PageUnit::millimetres; });
    CHECK(bar->findChild<QLabel*>()->text() == "43 pt");
}

TEST_CASE("A new text that is begun near the page's edge stays on the page") {
    const Shown shown({});
    const QRectF page(0, 0, 600, 800);
    for (const Tool tool : {Tool::text, Tool::vertical_text})
        for (const QPointF& at : {QPointF(590, 400), QPointF(590, 790), QPointF(5, 5), QPointF(300, 795)}) {
            shown.canvas->set_tool(tool);
            QTest::mouseClick(shown.canvas.get(), Qt::LeftButton, {}, shown.at(at.x(), at.y()));
            const QRectF frame = shown.session->poster().layers.back().placement.frame;
            INFO(at.x() << ", " << at.y() << " → " << frame.left() << " … " << frame.right());
            CHECK(page.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(frame));
            CHECK(std::max(frame.width(), frame.height()) >= 100);  // room for a few letters
            shown.canvas->end_text_editing();
        }
}

TEST_CASE("A template drawer's columns fill its breadth") {
    TemplateDrawer drawer;
    for (const int width : {310, 420, 560}) {
        drawer.resize(width, 600);
        drawer.show();
        REQUIRE(QTest::qWaitForWindowExposed(&drawer));
        auto* list = drawer.findChild<QListWidget*>();
        REQUIRE(list);
        REQUIRE(QTest::qWaitFor([list] { return list->count() > 2 && list->visualItemRect(list->item(1)).left() > 0; }, 10'000));
        QTest::qWait(50);  // the last layout
        int right = 0;
        for (int i = 0; i < list->count(); ++i) right = std::max(right, list->visualItemRect(list->item(i)).right());
        INFO(width << ": " << right << " of " << list->viewport()->width());
        CHECK(list->viewport()->width() - right < 16);
    }
}

TEST_CASE("A sentence below the prompt does not make the fields narrower") {
    PromptPanel panel;
    panel.set_prompt("群山，标题“山风”");
    panel.show();
    const auto* size = named<QComboBox>(panel, "Size");
    const auto* generate = test::button<QPushButton>(panel, "Generate");
    bool scrolled = false, unscrolled = false;
    int width = 0;
    for (const int height : {1200, 520}) {
        panel.resize(320, height);
        for (const char* problem : {"", "The prompt is empty; say what the poster shall show.", ""}) {
            panel.set_problem(problem);
            QTest::qWait(30);
            bool bar = false;
            for (const QScrollBar* shown : panel.findChildren<QScrollBar*>()) bar |= shown->isVisible() && shown->orientation() == Qt::Vertical && shown->height() > 200;
            (bar ? scrolled : unscrolled) = true;
            if (width == 0) width = size->width();
            CHECK(QTest::qWaitFor([&] { return size->width() == width && generate->width() == width; }, 5000));  // once all has its place
        }
    }
    CHECK(scrolled);
    CHECK(unscrolled);
}

TEST_CASE("A reference picture says what it is for and can be seen to be taken away again") {
    const test::TemporaryFolder folder;
    ReferenceList list;
    list.show();
    QImage image(90, 60, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    list.add_image(image);
    list.add_image(image);
    CHECK(list.files().size() == 2);
    QTest::qWait(20);  // the tile of one picture makes room for those of two
    auto* away = named<QToolButton>(list, "Take reference picture 1 away");
    CHECK(QTest::qWaitFor([away] { return away->isVisible(); }, 10'000));  // shown with the next events
    QStringList words;
    for (const QLabel* label : list.findChildren<QLabel*>())
        if (label->isVisible()) words << label->text();
    CHECK(words.join(' ').contains("2 reference picture(s) guide the new one."));
    QTest::mouseClick(away, Qt::LeftButton);
    CHECK(list.files().size() == 1);
}

TEST_CASE("A prompt that is longer than the model reads is said beside it before anything starts, and starts nothing") {
    const test::TemporaryFolder folder;
    Studio studio({HAIBAO_WORKER_PROGRAM, folder.path() / "worker.log", {}});
    REQUIRE(studio.open(folder.path() / "library"));
    CreatePage page(&studio);
    page.show();
    page.set_model("builtin");
    const auto warned = [&page] {
        return std::ranges::any_of(page.prompt()->findChildren<QLabel*>(), [](const QLabel* label) { return label->isVisible() && label->text().contains("too long by about"); });
    };
    page.prompt()->set_prompt("群山");
    CHECK_FALSE(warned());
    page.prompt()->set_prompt(QString("山 ").repeated(9000));
    REQUIRE(QTest::qWaitFor(warned, 60'000));
    page.prompt()->start();
    CHECK(warned());
    CHECK(studio.strip()->rowCount() == 0);
    page.prompt()->set_prompt("群山");
    CHECK_FALSE(warned());
}

TEST_CASE("A narrow tile says how far it is rather than the beginning of a word") {
    Tile tile;
    tile.state = TileState::running;
    tile.words = "composing 34 % · 1 min left";
    tile.brief = "34 %";
    const QFontMetrics metrics(QApplication::font());
    CHECK(ResultStrip::line_of(tile, metrics, 60) == "34 %");
    CHECK(ResultStrip::line_of(tile, metrics, 200) == "composing 34 %");
}

TEST_CASE("The first poster, the names of its layers and the prompt beside it are in the language of the window") {
    const test::TemporaryFolder folder;
    const QLocale before;
    for (const char* code : {"en", "zh_CN", "pt_BR", "fr"}) {
        INFO(code);
        QLocale::setDefault(QLocale(code));
        Studio studio({HAIBAO_WORKER_PROGRAM, folder.path() / "worker.log", {}});
        CreatePage page(&studio);
        open_first_poster(page);
        REQUIRE(page.session());
        QString all, names;
        for (const document::Layer& layer : page.session()->poster().layers) {
            names += layer.name;
            if (const auto* text = std::get_if<document::TextLayer>(&layer.content)) all += text->text.text.simplified() + "\n";
        }
        const auto texts = page.prompt()->draft().texts;
        CHECK(texts.size() == 2);
        for (const QuotedText& text : texts) CHECK(all.contains(text.text));
        const bool chinese = std::ranges::any_of(names, [](QChar letter) { return letter.script() == QChar::Script_Han; });
        CHECK(chinese == (std::string_view(code) == "zh_CN"));
    }
    QLocale::setDefault(before);
}

TEST_CASE("Quotes are as broad as a Chinese character in Chinese windows alone") {
    const QLocale before;
    for (const char* code : {"C", "en", "pt_BR", "zh_CN"}) {
        INFO(code);
        QLocale::setDefault(QLocale(code));
        apply_font();
        const QFontMetricsF metrics(QApplication::font());
        const double part = metrics.horizontalAdvance(QChar(0x201c)) / metrics.horizontalAdvance(QChar(0x5c71));
        if (std::string_view(code) == "zh_CN") CHECK(part > 0.8);
        else CHECK(part < 0.6);
    }
    QLocale::setDefault(before);
    apply_font();
}

TEST_CASE("Properties are as broad as what a text has to set, with their scroll bar") {
    static QStringList complaints;
    const auto usual = qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString& words) { complaints << words; });
    const auto session = test::session_with({test::words("山风", QRectF(50, 50, 200, 60))});
    session->select({test::id_of(*session, 0)});
    PropertiesPanel panel;
    panel.set_session(session.get());
    panel.show();
    QTest::qWait(30);
    panel.resize(panel.minimumWidth(), 400);
    QTest::qWait(30);
    qInstallMessageHandler(usual);
    CHECK(complaints.filter("Negative sizes").isEmpty());
    CHECK(panel.verticalScrollBar()->isVisible());
    CHECK(panel.widget()->width() <= panel.viewport()->width());
}

TEST_CASE("A picture on the poster says whether the model painted it, and with which seed") {
    const auto label_for = [](const QByteArray& bytes) {
        document::Layer layer;
        layer.placement.frame = {0, 0, 96, 64};
        layer.content = document::PictureLayer{};
        const auto session = test::session_with({layer});
        session->change("picture", [&](document::Poster& poster) {
            std::get<document::PictureLayer>(poster.layers[0].content).picture = poster.add_picture(bytes, "image/png", "a.png");
        });
        session->select({test::id_of(*session, 0)});
        PicturePanel panel;
        panel.set_session(session.get());
        QString all;
        for (const QLabel* label : panel.findChildren<QLabel*>())
            if (!label->isHidden()) all += label->text() + "\n";
        return all;
    };
    auto record = gallery::test::record("hills", 4711);
    record.width = 96, record.height = 64;
    const auto png = gallery::test::png(record, 90, 120, 90);
    CHECK(label_for({reinterpret_cast<const char*>(png.data()), qsizetype(png.size())}).contains("seed 4711"));
    const auto saved = [](const char* format) {
        QByteArray own;
        QBuffer buffer(&own);
        buffer.open(QIODevice::WriteOnly);
        REQUIRE(QImage(8, 8, QImage::Format_RGB32).save(&buffer, format));
        return own;
    };
    CHECK(label_for(saved("PNG")).contains("not painted here"));
    CHECK_FALSE(label_for(saved("JPEG")).contains("ainted"));  // it may have been, before it was a JPEG
}

TEST_CASE("In a low window layers and properties share one place, and part again when it grows") {
    const test::TemporaryFolder folder;
    Studio studio({HAIBAO_WORKER_PROGRAM, folder.path() / "worker.log", {}});
    REQUIRE(studio.open(folder.path() / "library"));
    CreatePage page(&studio);
    auto* layers = page.findChild<QDockWidget*>("layers");
    auto* properties = page.findChild<QDockWidget*>("properties");
    REQUIRE(layers);
    REQUIRE(properties);
    const auto share = [&](int height) {
        page.resize(1280, height);
        page.show();
        QTest::qWait(30);
        return page.tabifiedDockWidgets(layers).contains(properties);
    };
    CHECK_FALSE(share(900));
    CHECK(share(520));
    CHECK_FALSE(share(900));
    CHECK(properties->isVisible());
    CHECK(layers->isVisible());
    CHECK(properties->y() > layers->y());
}
