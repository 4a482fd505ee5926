// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One poster from the prompt to the printer, through the real window, worker, built-in model, library and exporters.
#include <QBuffer>
#include <QFile>
#include <QLabel>
#include <QProcess>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "app/core/paths.h"
#include "app/export/batch/batch.h"
#include "app/export/poster_export.h"
#include "app/gallery/search.h"
#include "tests/ui/posters.h"
#include "tests/ui/opened.h"
#include "ui/canvas/canvas_view.h"
#include "ui/canvas/layer_actions.h"
#include "ui/canvas/text_stand.h"
#include "ui/gallery/gallery_page.h"
#include "ui/main_window/create_page.h"
#include "ui/main_window/main_window.h"
#include "ui/prompt/prompt_edit.h"
#include "ui/prompt/prompt_panel.h"

using namespace haibao;
using namespace haibao::ui;

namespace {

constexpr int patience_ms = 180'000;  // a guard against hangs on a busy machine, not a figure

const document::Layer* text_layer(const document::Poster& poster, const QString& words) {
    for (const document::Layer& layer : poster.layers)
        if (const auto* text = std::get_if<document::TextLayer>(&layer.content); text && text->text.text == words) return &layer;
    return nullptr;
}

QString output_of(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished(30'000);
    return QString::fromUtf8(process.readAllStandardOutput());
}

Preset preset_named(const QString& id) {
    auto found = find_preset(id.toStdString());
    REQUIRE(found);
    return *found;
}

}  // namespace

TEST_CASE("A Chinese prompt becomes a poster that is restyled, exported, found again and exported by the batch") {
    const QTemporaryDir folder;
    QSettings().setValue("library", folder.path() + "/library");
    MainWindow window({HAIBAO_WORKER_PROGRAM, folder.path().toStdString() + "/worker.log", {}});
    window.resize(1400, 880);
    window.show();
    CreatePage& create = *window.create_page();
    document::Page page;
    page.width = 512;
    page.height = 640;
    create.new_poster(page);
    REQUIRE(create.session());

    create.prompt()->set_page(page);
    create.prompt()->editor()->setFocus();
    create.prompt()->set_prompt("群山与落日，晚霞色，标题“山风”，日期“8月16日”");
    create.prompt()->set_seed(3);
    QSignalSpy ready(window.studio(), &Studio::picture_ready);
    QTest::keyClick(create.prompt()->editor(), Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(ready.wait(patience_ms));

    // The words are live text, spelled as they were typed, on the painted ground.
    REQUIRE(QTest::qWaitFor([&create] { return text_layer(create.session()->poster(), "山风") != nullptr; }, patience_ms));
    const document::Layer* title = text_layer(create.session()->poster(), "山风");
    REQUIRE(title);
    CHECK(text_layer(create.session()->poster(), "8月16日"));
    CHECK(std::holds_alternative<document::PictureLayer>(create.session()->poster().layers.front().content));

    // How long the next one will take is said beside the device.
    CHECK(QTest::qWaitFor([&window] {
        return std::ranges::any_of(window.findChildren<QLabel*>(), [](const QLabel* label) { return label->text().startsWith("● ") && label->text().endsWith(" a poster"); });
    }, patience_ms));

    // Moved, set vertical, undone and done again.
    const document::LayerId id = title->id;
    const QRectF before = title->placement.frame;
    create.session()->select({id});
    QTest::keyClick(create.canvas(), Qt::Key_Down, Qt::ShiftModifier);
    CHECK(create.session()->poster().find(id)->placement.frame.top() == before.top() + 10);
    set_writing_mode(*create.session(), document::WritingMode::horizontal_tb);  // it may have been set as a column at once
    toggle_writing_mode(*create.session());
    CHECK_FALSE(type_of(*create.session()->poster().find(id)).intersects(type_of(*text_layer(create.session()->poster(), "8月16日"))));
    create.session()->undo();
    create.session()->redo();
    CHECK(std::get<document::TextLayer>(create.session()->poster().find(id)->content).text.writing_mode == document::WritingMode::vertical_rl);

    create.session()->select({id});

    // Exported: the picture has its size, the PDF its words.
    const std::filesystem::path out = folder.path().toStdString();
    const auto fonts = typeset::FontSet::system();
    auto png = export_poster(create.session()->poster(), *fonts, preset_named("screen-png"), {out / "poster.png"});
    REQUIRE(png);
    CHECK(QImage(folder.path() + "/poster.png").width() == png->width);
    auto pdf = export_poster(create.session()->poster(), *fonts, preset_named("home-pdf"), {out / "poster.pdf"});
    REQUIRE(pdf);
    QString words = output_of("pdftotext", {"-raw", folder.path() + "/poster.pdf", "-"});
    words.remove('\n').remove('\f').remove(' ');
    CHECK(words.contains("山风"));
    CHECK(words.contains("8月16日"));

    // In the library, by a part of the prompt, with its seed.
    auto query = gallery::parse_query("落日");
    REQUIRE(query);
    auto found = gallery::search(*window.studio()->library(), *query);
    REQUIRE(found);
    REQUIRE(found->pictures.size() >= 1);
    auto details = window.studio()->library()->get(found->pictures.back().id);
    REQUIRE(details);
    CHECK(details->making.seed.value_or(0) - 3 < 2);
    window.show_page(MainWindow::gallery);
    QTest::qWait(1);
    CHECK(window.gallery_page()->model()->rowCount() == int(found->pictures.size()));

    window.show_page(MainWindow::batch);
    window.show_page(MainWindow::machine);

    // And out by the batch.
    auto names = NameTemplate::parse("batch-{n}.{fmt}");
    REQUIRE(names);
    BatchJob job{.sources = {}, .presets = {preset_named("social-jpeg")}, .folder = out, .names = *names};
    for (const gallery::Picture& picture : found->pictures) job.sources.push_back(source_of(picture.file, fonts));
    auto made = run_batch(job, {}, {});
    REQUIRE(made);
    CHECK(made->count(FileState::done) == found->pictures.size());

    // The file was saved all along: opened anew it is the same poster.
    const document::Poster shown = create.session()->poster();
    REQUIRE(test::saved_as(*create.session(), out / "mountain.haibao"));
    auto again = PosterSession::open(out / "mountain.haibao");
    REQUIRE(again);
    CHECK((*again)->poster() == shown);
}

TEST_CASE("The first start shows a finished example, and every page opens") {
    const QTemporaryDir folder;
    QSettings().setValue("library", folder.path() + "/library");
    MainWindow window({HAIBAO_WORKER_PROGRAM, folder.path().toStdString() + "/worker.log", {}});
    window.show();
    window.restore();
    test::all_opened(*window.create_page());
    REQUIRE(window.create_page()->session());
    CHECK_FALSE(window.create_page()->session()->poster().layers.empty());
    CHECK_FALSE(window.create_page()->prompt()->draft().prompt.isEmpty());
    CHECK(window.create_page()->prompt()->draft().texts.size() == 2);
    for (const auto page : {MainWindow::gallery, MainWindow::batch, MainWindow::machine, MainWindow::create}) window.show_page(page);
}

TEST_CASE("A picture that was being painted when the program was torn away comes onto its poster with its words at the next start") {
    const QTemporaryDir folder;
    QSettings().setValue("library", folder.path() + "/library");
    QSettings().remove("open");
    std::filesystem::remove_all(PosterSession::unsaved_folder());
    std::optional<MainWindow> window;
    const auto start = [&] { window.emplace(generate::WorkerOptions{HAIBAO_WORKER_PROGRAM, folder.path().toStdString() + "/worker.log", {}}).show(); };
    start();
    window->restore();
    while (!window->create_page()->sessions().empty()) REQUIRE(window->create_page()->close_poster(0));  // the example
    document::Page page;
    page.width = page.height = 256;
    window->create_page()->new_poster(page);
    PromptPanel& prompt = *window->create_page()->prompt();
    prompt.set_page(page);
    prompt.set_prompt("群山与落日，标题“山风”，日期“8月16日”");
    prompt.start();
    REQUIRE(window->create_page()->sessions().size() == 1);
    CHECK(window->create_page()->session()->poster().layers.empty());
    SECTION("the poster still without a name") {}
    SECTION("the poster saved under a name meanwhile") { REQUIRE(test::saved_as(*window->create_page()->session(), folder.path().toStdString() + "/山.haibao")); }
    const std::filesystem::path kept = window->create_page()->session()->file();
    window.reset();
    start();
    window->restore();
    test::all_opened(*window->create_page());
    REQUIRE(window->create_page()->sessions().size() == 1);
    const PosterSession& session = *window->create_page()->sessions().front();
    CHECK(session.file() == kept);
    REQUIRE(QTest::qWaitFor([&session] { return text_layer(session.poster(), "山风") != nullptr; }, patience_ms));
    CHECK(text_layer(session.poster(), "8月16日"));
    CHECK(std::holds_alternative<document::PictureLayer>(session.poster().layers.front().content));
    CHECK(window->create_page()->sessions().size() == 1);
    window->close();
}

TEST_CASE("A marked region of the ground is painted anew by the model; far from it no pixel changes, and the title stays") {
    const QTemporaryDir folder;
    QSettings().setValue("library", folder.path() + "/library");
    MainWindow window({HAIBAO_WORKER_PROGRAM, folder.path().toStdString() + "/worker.log", {}});
    window.resize(1400, 880);
    window.show();
    CreatePage& create = *window.create_page();
    QImage base(256, 256, QImage::Format_RGB32);
    for (int y = 0; y < 256; ++y)
        for (int x = 0; x < 256; ++x) base.setPixelColor(x, y, QColor(x, 90, 255 - y));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    REQUIRE(buffer.open(QIODevice::WriteOnly));
    REQUIRE(base.save(&buffer, "PNG"));
    document::Page page;
    page.width = 256;
    page.height = 256;
    create.new_poster(page);
    PosterSession& session = *create.session();
    set_ground(session, bytes, "image/png", "base", {});
    session.change("text", [](document::Poster& poster) {
        document::Layer title;
        title.id = poster.next_id();
        title.placement.frame = QRectF(20, 20, 100, 40);
        document::TextLayer content;
        content.text.text = "山风";
        title.content = content;
        poster.layers.push_back(title);
    });
    const document::Layer title = session.poster().layers.back();
    const QString before = std::get<document::PictureLayer>(session.poster().layers.front().content).picture;

    create.prompt()->set_prompt("群山与落日，晚霞色");
    create.prompt()->set_seed(5);
    create.canvas()->set_tool(Tool::repaint);
    REQUIRE(create.canvas()->mode());
    const auto at = [&create](double x, double y) { return create.canvas()->page_to_widget().map(QPointF(x, y)).toPoint(); };
    QTest::mousePress(create.canvas(), Qt::LeftButton, {}, at(180, 180));
    QTest::mouseMove(create.canvas(), at(190, 190));
    QTest::mouseRelease(create.canvas(), Qt::LeftButton, {}, at(190, 190));
    QSignalSpy ready(window.studio(), &Studio::picture_ready);
    QTest::keyClick(create.canvas(), Qt::Key_Return);
    CHECK(create.canvas()->tool() == Tool::move);
    REQUIRE(ready.wait(patience_ms));

    const QString after = std::get<document::PictureLayer>(session.poster().layers.front().content).picture;
    REQUIRE(after != before);
    CHECK(session.poster().layers.back() == title);
    const QImage painted = QImage::fromData(session.poster().pictures[after].bytes).convertToFormat(QImage::Format_RGB32);
    REQUIRE(painted.size() == base.size());
    int changed = 0, changed_far = 0;
    for (int y = 0; y < 256; ++y)
        for (int x = 0; x < 256; ++x) {
            if (painted.pixel(x, y) == base.pixel(x, y)) continue;
            ++changed;
            changed_far += x < 80 || y < 80;
        }
    CHECK(changed > 200);
    CHECK(changed_far == 0);
    session.undo();
    CHECK(std::get<document::PictureLayer>(session.poster().layers.front().content).picture == before);
}
