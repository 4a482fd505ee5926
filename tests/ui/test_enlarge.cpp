// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QBuffer>
#include <QComboBox>
#include <QLabel>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QSlider>
#include <QThreadPool>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <catch2/catch_test_macros.hpp>
#include <algorithm>
#include <sstream>

#include "app/core/paths.h"
#include "app/export/picture_metadata.h"
#include "app/generate/pace.h"
#include "app/render/pictures.h"
#include "inference/weights/model_folder.h"
#include "tests/app/enlarge/seams.h"
#include "tests/support/temporary_folder.h"
#include "tests/ui/look.h"
#include "tests/ui/posters.h"
#include "ui/enlarge/enlarge_dialog.h"
#include "ui/main_window/studio.h"
#include "ui/style/theme.h"

using namespace haibao;
using namespace haibao::ui;
using namespace haibao::test;

namespace {

constexpr int hang_ms = 300'000;  ///< a guard, not an expectation

QByteArray waves(int width, int height) {
    const auto png = encode_png(enlarge::textured(width, height), {});
    REQUIRE(png);
    return {reinterpret_cast<const char*>(png->data()), qsizetype(png->size())};
}

std::unique_ptr<PosterSession> session_with_waves(int width, int height) {
    document::Poster poster;
    document::Layer layer;
    layer.id = poster.next_id();
    layer.name = "Waves";
    layer.placement.frame = {0, 0, 400, 300};
    document::PictureLayer content;
    content.picture = poster.add_picture(waves(width, height), "image/png", "waves.png");
    layer.content = content;
    poster.layers.push_back(std::move(layer));
    auto session = PosterSession::create(std::move(poster), "test");
    REQUIRE(session);
    return std::move(*session);
}

enlarge::WantedPicture wanted(const PosterSession& session) {
    const document::Layer& layer = session.poster().layers.front();
    const QString key = std::get<document::PictureLayer>(layer.content).picture;
    const document::EmbeddedPicture& file = session.poster().pictures[key];
    return {layer.id, key, file, render::decode_picture(file)->image->size(), {}};
}

/// As the window wires it.
QPointer<EnlargeDialog> dialog_for(PosterSession& session, PaintingDevice device = {{HAIBAO_WORKER_PROGRAM, {}, {}}, "cpu", {}, {}}) {
    auto* dialog = new EnlargeDialog(std::move(device), {wanted(session)}, EnlargeDialog::Sizes::chosen);
    QObject::connect(dialog, &EnlargeDialog::enlarged, &session, [&session](const std::vector<enlarge::LargerPicture>& pictures) {
        session.change("Enlarge picture", [&](document::Poster& poster) { enlarge::apply(poster, pictures); });
    });
    dialog->show();
    return dialog;
}

void choose_pixels(EnlargeDialog& dialog, int width, int height) {
    const auto boxes = dialog.findChildren<QSpinBox*>();
    REQUIRE(boxes.size() == 2);
    boxes[0]->setValue(width);
    boxes[1]->setValue(height);
}

QSize size_shown(const PosterSession& session) { return wanted(session).has; }

bool says(EnlargeDialog& dialog, const QString& words) {
    return std::ranges::any_of(dialog.findChildren<QLabel*>(), [&](const QLabel* label) { return label->isVisible() && label->text().contains(words); });
}

void wait_for_end(EnlargeDialog& dialog) {
    QSignalSpy ended(&dialog, &EnlargeDialog::work_ended);
    if (dialog.at_work()) REQUIRE(ended.wait(hang_ms));
}

}  // namespace

TEST_CASE("A picture of a poster is enlarged by Lanczos to a paper in one undoable step") {
    QSettings().clear();
    auto session = session_with_waves(200, 150);
    const auto dialog = dialog_for(*session);
    CHECK(says(*dialog, "200 × 150 pixels become 3306 × 2480 pixels"));  // A4 lies as the picture does
    CHECK(says(*dialog, "More than four times"));
    const auto sides = dialog->findChildren<QSpinBox*>();
    CHECK(QSize(sides[0]->value(), sides[1]->value()) == QSize(3306, 2480));  // the fields say the same
    CHECK(dialog->findChild<QRadioButton*>("lanczos")->isChecked());
    sides[0]->setValue(600);
    CHECK(sides[1]->value() == 450);  // the picture keeps its shape
    CHECK(says(*dialog, "become 600 × 450 pixels"));
    dialog->findChild<QPushButton*>("start")->click();
    wait_for_end(*dialog);
    CHECK(size_shown(*session) == QSize(600, 450));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    CHECK(dialog.isNull());
    session->undo();
    CHECK(size_shown(*session) == QSize(200, 150));
}

TEST_CASE("A size that a picture has already is not offered") {
    QSettings().clear();
    auto session = session_with_waves(200, 150);
    const auto dialog = dialog_for(*session);
    choose_pixels(*dialog, 200, 150);
    CHECK_FALSE(dialog->findChild<QPushButton*>("start")->isEnabled());
    CHECK(says(*dialog, "needs no more"));
    choose_pixels(*dialog, 30'000, 22'500);
    CHECK_FALSE(dialog->findChild<QPushButton*>("start")->isEnabled());
    CHECK(says(*dialog, "cannot be opened again"));
    dialog->close();
}

TEST_CASE("A picture keeps its shape also where one side would become longer than any may be") {
    QSettings().clear();
    auto session = session_with_waves(150, 200);
    const auto dialog = dialog_for(*session);
    const auto sides = dialog->findChildren<QSpinBox*>();
    REQUIRE(sides.size() == 2);
    sides[0]->setValue(30'000);
    CHECK(sides[1]->value() == 30'000);
    CHECK(sides[0]->value() == 22'500);
    CHECK(says(*dialog, "cannot be opened again"));
    dialog->close();
}

TEST_CASE("By a model it waits for its turn on the device, shows the tiles, and the picture tells its strength") {
    QSettings().clear();
    auto session = session_with_waves(160, 128);
    std::function<void()> begin;
    int released = 0;
    const auto dialog = dialog_for(*session, {{HAIBAO_WORKER_PROGRAM, {}, {}}, "cpu", [&](QObject*, std::function<void()> then) { begin = std::move(then); }, [&](QObject*) { ++released; }});
    choose_pixels(*dialog, 320, 256);
    dialog->findChild<QRadioButton*>("model")->click();
    CHECK(says(*dialog, "less near to the picture than Lanczos"));
    test::keep_picture(*dialog, "enlarge-model");
    dialog->findChild<QPushButton*>("start")->click();
    REQUIRE(begin);
    CHECK(says(*dialog, "Waiting"));
    CHECK(size_shown(*session) == QSize(160, 128));
    begin();
    bool told = false;
    QObject::connect(dialog->findChild<QProgressBar*>(), &QProgressBar::valueChanged, dialog.data(), [&] {
        if (std::exchange(told, true)) return;
        CHECK(says(*dialog, "Tile 1 of 1"));
        test::keep_picture(*dialog, "enlarge-at-work");
    });
    wait_for_end(*dialog);
    CHECK(told);
    CHECK(released > 0);
    CHECK(size_shown(*session) == QSize(320, 256));
    std::istringstream stream(wanted(*session).picture.bytes.toStdString());
    const auto info = read_png_info(stream, "picture");
    REQUIRE(info);
    const auto record = record_of(*info, "picture");
    REQUIRE(record);
    REQUIRE(record->enlarged);
    CHECK(record->enlarged->strength == enlarge::usual_strength);
    session->undo();
    CHECK(size_shown(*session) == QSize(160, 128));
}

TEST_CASE("Stopping leaves the poster as it is; a dialog closed at work, waiting or painting, is gone without harm") {
    QSettings().clear();
    auto session = session_with_waves(160, 128);
    int released = 0;
    const auto lend_never = [](QObject*, std::function<void()>) {};
    QPointer<EnlargeDialog> dialog = dialog_for(*session, {{HAIBAO_WORKER_PROGRAM, {}, {}}, "cpu", lend_never, [&](QObject*) { ++released; }});
    choose_pixels(*dialog, 320, 256);
    dialog->findChild<QRadioButton*>("model")->click();
    auto* start = dialog->findChild<QPushButton*>("start");
    start->click();
    CHECK(start->text() == "Stop");
    start->click();
    CHECK_FALSE(dialog->at_work());
    CHECK(start->text() == "Enlarge");
    CHECK(released == 1);
    start->click();
    dialog->close();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    CHECK(dialog.isNull());

    dialog = dialog_for(*session);
    choose_pixels(*dialog, 320, 256);
    dialog->findChild<QRadioButton*>("model")->click();
    dialog->findChild<QPushButton*>("start")->click();
    QSignalSpy ended(dialog, &EnlargeDialog::work_ended);
    dialog->close();
    REQUIRE((ended.size() == 1 || ended.wait(hang_ms)));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    CHECK(dialog.isNull());
    CHECK(size_shown(*session) == QSize(160, 128));

    dialog = dialog_for(*session);
    choose_pixels(*dialog, 320, 256);
    dialog->findChild<QRadioButton*>("model")->click();
    dialog->findChild<QPushButton*>("start")->click();
    delete dialog;  // the window closes
    CHECK(size_shown(*session) == QSize(160, 128));
}

TEST_CASE("The studio lends the device to one after the other, between two jobs, and the queue goes on afterwards") {
    const TemporaryFolder folder;
    Studio studio({HAIBAO_WORKER_PROGRAM, folder.path() / "worker.log", {}});
    REQUIRE(studio.open(folder.path() / "library"));
    Draft draft;
    draft.prompt = "waves";
    draft.painted = {256, 256};
    draft.steps = 2;
    QSignalSpy ready(&studio, &Studio::picture_ready);
    const auto job = studio.generate(draft, "builtin", "cpu");
    REQUIRE(job);
    auto queue = generate::Queue::open(folder.path() / "library");
    REQUIRE(queue);
    QObject first;
    auto second = std::make_unique<QObject>();
    QString order;
    studio.lend_device(&first, [&] {
        order += '1';
        CHECK(queue->find(*job)->state != generate::JobState::running);  // if it had begun it is done; else it waits
    });
    studio.lend_device(second.get(), [&] { order += '2'; });
    REQUIRE(QTest::qWaitFor([&] { return !order.isEmpty(); }, hang_ms));
    CHECK(order == "1");
    studio.release_device(&first);
    REQUIRE(QTest::qWaitFor([&] { return order.size() == 2; }, hang_ms));
    CHECK(order == "12");
    REQUIRE(studio.open(folder.path() / "library"));  // a library that opens again is held, too
    REQUIRE(studio.generate(draft, "builtin", "cpu"));
    QTest::qWait(500);
    CHECK(ready.size() <= 1);
    auto waiting = queue->list();
    REQUIRE(waiting);
    CHECK(std::ranges::count(*waiting, generate::JobState::queued, &generate::QueuedJob::state) >= 1);
    second.reset();  // gone is released
    CHECK(QTest::qWaitFor([&] { return ready.size() >= 2; }, hang_ms));
}

TEST_CASE("Twice as large and as large as the poster shows it are offered, and how long a model takes is said by its earlier pace") {
    QSettings().clear();
    std::filesystem::remove(paths::cache() / "pace.json");
    auto session = session_with_waves(200, 150);
    const auto dialog = dialog_for(*session);
    auto* paper = dialog->findChild<QComboBox*>();
    REQUIRE(paper);
    paper->setCurrentIndex(paper->findText("Twice as large (2×)"));
    CHECK(says(*dialog, "200 × 150 pixels become 400 × 300 pixels"));
    dialog->offer("As on this poster, pixel for pixel", {800, 600});
    CHECK(paper->currentText().startsWith("As on this poster"));
    CHECK(says(*dialog, "become 800 × 600 pixels"));
    CHECK_FALSE(says(*dialog, "tile"));  // Lanczos takes seconds and says so
    dialog->findChild<QRadioButton*>("model")->click();
    REQUIRE(QTest::qWaitFor([&] { return says(*dialog, "1 tile(s) · how long it takes here is known when the first one is done"); }, hang_ms));

    auto model = ModelFolder::open(*paths::find_model("builtin"));
    REQUIRE(model);
    const generate::PaceBook paces(paths::cache() / "pace.json");
    std::filesystem::create_directories(paths::cache());
    paces.remember(generate::pace_key(*model->identity(), "cpu", Precision::fast, Speed::exact), {1, 10, 1, 1}, {{Stage::painting, 600}, {Stage::finishing, 30}});
    choose_pixels(*dialog, 3200, 2400);
    // A slider that is pulled asks once, when it rests.
    REQUIRE(QThreadPool::globalInstance()->waitForDone(hang_ms));
    auto* strength = dialog->findChild<QSlider*>();
    for (int value = strength->minimum(); value <= strength->maximum(); ++value) strength->setValue(value);
    CHECK(QThreadPool::globalInstance()->activeThreadCount() == 0);
    REQUIRE(QTest::qWaitFor([&] { return says(*dialog, "tile(s) · about"); }, hang_ms));
    test::keep_picture(*dialog, "enlarge-estimate");
    dialog->close();
    std::filesystem::remove(paths::cache() / "pace.json");
}

TEST_CASE("How long is left is told by the tiles that were finished here, not by those that were kept") {
    TimeLeft left;
    left.start();
    CHECK_FALSE(left.seconds(6, 0.6));  // six were there already
    QTest::qWait(120);
    CHECK_FALSE(left.seconds(6, 0.65));
    const auto after_one = left.seconds(7, 0.7);
    REQUIRE(after_one);
    CHECK(*after_one >= 3 * 0.11);  // three more like it
    CHECK(*after_one < 30);
    CHECK_FALSE(left.seconds(0, 0.8));  // the next picture
}
