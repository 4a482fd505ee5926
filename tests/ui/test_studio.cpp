// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QImage>
#include <QSignalSpy>
#include <catch2/catch_test_macros.hpp>

#include "tests/support/temporary_folder.h"
#include "ui/gallery/gallery_model.h"
#include "ui/gallery/tags_text.h"
#include "ui/main_window/studio.h"

using namespace haibao;
using namespace haibao::ui;

namespace {

QImage plain(const QColor& colour) {
    QImage image(300, 200, QImage::Format_RGB888);
    image.fill(colour);
    return image;
}

}  // namespace

TEST_CASE("What the panel asks for is what the queue holds: prompt, size, seed, lettering and reference pictures") {
    const test::TemporaryFolder folder;
    const std::filesystem::path reference = folder.path() / "reference.png";
    REQUIRE(plain(Qt::darkRed).save(QString::fromStdString(reference.string())));
    Studio studio({HAIBAO_WORKER_PROGRAM, folder.path() / "worker.log", {}});
    REQUIRE(studio.open(folder.path() / "library"));
    Draft draft;
    draft.prompt = "群山，标题“山风”，日期“8月”";
    draft.texts = {{"山风", Lettering::live, {}}, {"8月", Lettering::painted, {}}};
    draft.painted = {320, 256};
    draft.seed = 11;
    draft.count = 2;
    draft.speed = Speed::balanced;
    draft.references = {reference};
    auto id = studio.generate(draft, "builtin", "cpu");
    INFO((id ? std::string() : id.error().message));
    REQUIRE(id);
    auto queue = generate::Queue::open(folder.path() / "library");
    REQUIRE(queue);
    auto job = queue->find(*id);
    REQUIRE(job);
    CHECK(job->request.prompt == draft.prompt.toStdString());
    CHECK(job->request.width == 320);
    CHECK(job->request.height == 256);
    CHECK(job->request.seed == 11);
    CHECK(job->request.speed == Speed::balanced);
    CHECK(job->request.count == 2);
    CHECK(job->request.text_mode == generate::TextMode::both);
    REQUIRE(job->request.sources.size() == 1);
    CHECK(std::filesystem::exists(queue->source_file(job->request.sources.front().sha256)));
    CHECK(studio.strip()->rowCount() == 2);
    studio.cancel(qint64(*id));
}

TEST_CASE("A reference that is no picture is said at once and not queued") {
    const test::TemporaryFolder folder;
    Studio studio({HAIBAO_WORKER_PROGRAM, folder.path() / "worker.log", {}});
    REQUIRE(studio.open(folder.path() / "library"));
    Draft draft;
    draft.prompt = "hills";
    draft.painted = {256, 256};
    draft.references = {folder.write("text.png", "no picture")};
    CHECK_FALSE(studio.generate(draft, "builtin", "cpu"));
    CHECK(studio.strip()->rowCount() == 0);
}

TEST_CASE("The grid shows thumbnails from the library's cache, and notices pictures that others add") {
    const test::TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / "picture.png";
    REQUIRE(plain(Qt::darkGreen).save(QString::fromStdString(file.string())));
    Studio studio({HAIBAO_WORKER_PROGRAM, folder.path() / "worker.log", {}});
    REQUIRE(studio.open(folder.path() / "library"));
    GalleryModel model;
    model.set_library(studio.library());
    REQUIRE(model.rowCount() == 0);
    QSignalSpy changed(&studio, &Studio::library_changed);

    auto other = gallery::Library::open(folder.path() / "library");  // as another program would
    REQUIRE(other);
    QFile bytes(QString::fromStdString(file.string()));
    REQUIRE(bytes.open(QIODevice::ReadOnly));
    const QByteArray content = bytes.readAll();
    REQUIRE(other->add(gallery::NewPicture{.bytes = {reinterpret_cast<const std::uint8_t*>(content.data()), std::size_t(content.size())}, .width = 300, .height = 200}));
    REQUIRE((changed.count() > 0 || changed.wait(20'000)));
    model.reload();
    REQUIRE(model.rowCount() == 1);
    QSignalSpy shown(&model, &GalleryModel::dataChanged);
    const QImage* thumbnail = model.thumbnail_at(0);
    if (!thumbnail) REQUIRE(shown.wait(20'000));
    thumbnail = model.thumbnail_at(0);
    REQUIRE(thumbnail);
    CHECK(thumbnail->width() == 256);
    CHECK(QColor(thumbnail->pixel(128, 80)).green() > 100);
}

TEST_CASE("Tags may be separated by Chinese commas") {
    CHECK(tags_in("中秋，红色、 poster ;;") == std::vector<std::string>{"中秋", "红色", "poster"});
    CHECK(tags_in("  ").empty());
}
