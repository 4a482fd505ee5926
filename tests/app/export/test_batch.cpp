// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>

#include "app/export/batch/batch.h"
#include "app/export/batch/journal.h"
#include "tests/support/temporary_folder.h"

using namespace haibao;
namespace fs = std::filesystem;

namespace {

struct Workshop {
    test::TemporaryFolder folder;
    BatchJob job;

    explicit Workshop(int pictures, const char* names = "{doc}.{fmt}") {
        for (int i = 0; i < pictures; ++i) add(QString("picture-%1.png").arg(i, 3, 10, QChar('0')), i);
        Preset preset;
        preset.id = "test";
        preset.format = "jpeg";
        job.presets = {preset};
        job.folder = folder.path() / "out";
        job.names = *NameTemplate::parse(names);
        job.now = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5));
    }
    fs::path add(const QString& name, int seed) {
        QImage picture(64, 48, QImage::Format_RGB888);
        for (int y = 0; y < 48; ++y)
            for (int x = 0; x < 64; ++x) picture.setPixel(x, y, qRgb(x * 4, y * 5, seed * 7 % 256));
        const fs::path file = folder.path() / "in" / name.toStdString();
        fs::create_directories(file.parent_path());
        REQUIRE(picture.save(QString::fromStdString(file)));
        job.sources.push_back(picture_source(file, typeset::FontSet::system()));
        return file;
    }
    BatchResult run(const BatchObserver& observer = {}, std::stop_token stop = {}) {
        auto result = run_batch(job, observer, std::move(stop));
        INFO((result ? "" : result.error().message));
        REQUIRE(result);
        return *result;
    }
    /// Every visible file below the target folder, with its content.
    std::map<std::string, std::string> files() const {
        std::map<std::string, std::string> found;
        if (!fs::exists(job.folder)) return found;
        for (const auto& entry : fs::recursive_directory_iterator(job.folder)) {
            if (!entry.is_regular_file() || entry.path().filename().string().starts_with('.')) continue;
            std::ifstream in(entry.path(), std::ios::binary);
            std::ostringstream text;
            text << in.rdbuf();
            found[entry.path().lexically_relative(job.folder).string()] = text.str();
        }
        return found;
    }
    int hidden_files() const {
        int count = 0;
        for (const auto& entry : fs::recursive_directory_iterator(job.folder)) count += entry.path().filename().string().starts_with('.') ? 1 : 0;
        return count;
    }
};

}  // namespace

TEST_CASE("Every source becomes a file, the same for any number of workers") {
    Workshop one(12, "{doc}-{n:00}-{w}x{h}.{fmt}"), many(12, "{doc}-{n:00}-{w}x{h}.{fmt}");
    one.job.workers = 1;
    many.job.workers = 5;
    CHECK(one.run().count(FileState::done) == 12);
    CHECK(many.run().count(FileState::done) == 12);
    CHECK(one.files() == many.files());
    CHECK(one.files().contains("picture-003-04-64x48.jpg"));
    CHECK(one.hidden_files() == 0);
}

TEST_CASE("Several presets make several files, and folders come from the names") {
    Workshop shop(2, "{preset}/{doc}");
    Preset small = shop.job.presets[0];
    small.id = "small";
    small.format = "png";
    small.size = {.mode = SizeMode::long_side, .width = 16};
    shop.job.presets.push_back(small);
    const BatchResult result = shop.run();
    CHECK(result.count(FileState::done) == 4);
    CHECK(result.files[1].result.width == 16);
    CHECK(shop.files().contains("small/picture-000.png"));
    CHECK(shop.files().contains("test/picture-001.jpg"));
}

TEST_CASE("Names that collide are found before anything is made") {
    Workshop shop(3, "same.jpg");
    shop.job.conflict = Conflict::overwrite;
    const auto plan = plan_batch(shop.job);
    REQUIRE(plan);
    CHECK(plan->problems.size() == 2);
    const auto refused = run_batch(shop.job, {}, {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.contains("same.jpg"));
    CHECK(shop.files().empty());
    shop.job.conflict = Conflict::unique;
    CHECK(shop.run().count(FileState::done) == 3);
    CHECK(shop.files().contains("same.jpg"));
    CHECK(shop.files().contains("same_2.jpg"));
}

TEST_CASE("Existing files are left, replaced, or given a neighbour, as asked") {
    Workshop shop(1);
    fs::create_directories(shop.job.folder);
    const fs::path there = shop.job.folder / "picture-000.jpg";
    const auto put = [&] { std::ofstream(there) << "old"; };
    put();
    shop.job.conflict = Conflict::skip;
    CHECK(shop.run().count(FileState::exists) == 1);
    CHECK(shop.files()["picture-000.jpg"] == "old");
    shop.job.conflict = Conflict::overwrite_if_older;
    CHECK(shop.run().count(FileState::exists) == 1);
    fs::last_write_time(there, fs::last_write_time(shop.job.sources[0]->file()) - std::chrono::hours(1));
    CHECK(shop.run().count(FileState::done) == 1);
    CHECK(shop.files()["picture-000.jpg"] != "old");
    put();
    shop.job.conflict = Conflict::unique;
    CHECK(shop.run().files[0].target.filename() == "picture-000_1.jpg");
    CHECK(shop.files()["picture-000.jpg"] == "old");
    shop.job.conflict = Conflict::overwrite;
    CHECK(plan_batch(shop.job)->files[0].replaces);
    shop.run();
    CHECK(shop.files()["picture-000.jpg"] != "old");
}

TEST_CASE("A source is never a target") {
    Workshop shop(1);
    shop.job.presets[0].format = "png";
    shop.job.folder = shop.folder.path() / "in";
    shop.job.conflict = Conflict::overwrite;
    CHECK(plan_batch(shop.job)->problems.size() == 1);
    CHECK_FALSE(run_batch(shop.job, {}, {}));
    CHECK(QImage(QString::fromStdString(shop.job.sources[0]->file())).width() == 64);
}

TEST_CASE("A bad item does not stop the others and is named") {
    Workshop shop(4);
    std::ofstream(shop.job.sources[1]->file(), std::ios::trunc) << "no picture";
    shop.job.sources.push_back(picture_source(shop.folder.path() / "in/gone.png", typeset::FontSet::system()));
    const BatchResult result = shop.run();
    CHECK(result.count(FileState::done) == 3);
    CHECK(result.count(FileState::failed) == 2);
    CHECK(result.files[1].error->message.contains("picture-001.png"));
    CHECK(result.files[4].error->message.contains("gone.png"));
    CHECK(shop.files().size() == 3);
}

TEST_CASE("A stopped run goes on where it was, and rechecks what was made") {
    Workshop shop(20);
    shop.job.workers = 1;
    std::stop_source stop;
    BatchObserver observer;
    observer.finished = [&](const BatchFile&, std::size_t finished, std::size_t) {
        if (finished == 5) stop.request_stop();
    };
    const BatchResult first = shop.run(observer, stop.get_token());
    REQUIRE(first.stopped);
    CHECK(first.stopped->kind == ErrorKind::cancelled);
    const std::size_t before = first.count(FileState::done);
    CHECK(before >= 5);
    CHECK(before < 20);
    CHECK(shop.hidden_files() == 1);  // the journal
    std::ofstream(shop.job.folder / "picture-000.jpg", std::ios::app) << "x";  // no longer what it was
    const BatchResult second = shop.run();
    CHECK(second.count(FileState::done) == 20);
    CHECK(static_cast<std::size_t>(std::ranges::count_if(second.files, &BatchFile::resumed)) == before - 1);
    CHECK(second.files[0].target.filename() == "picture-000_1.jpg");
    CHECK(shop.hidden_files() == 0);
}

TEST_CASE("The remains of a killed run are cleared away, a running one's are not touched") {
    Workshop shop(1);
    fs::create_directories(shop.job.folder);
    std::ofstream(shop.job.folder / (".haibao-export-" + job_key(shop.job).substr(0, 16) + "-0.jsonl")) << "{\"run\":999999}\n{\"key\":\"cut";
    std::ofstream(shop.job.folder / ".a.jpg.haibao-999999-00000001.part") << "x";
    std::ofstream(shop.job.folder / ".b.jpg.haibao-1-00000001.part") << "x";
    CHECK(shop.run().count(FileState::done) == 1);
    CHECK_FALSE(fs::exists(shop.job.folder / ".a.jpg.haibao-999999-00000001.part"));
    CHECK(fs::exists(shop.job.folder / ".b.jpg.haibao-1-00000001.part"));
}

TEST_CASE("A full disk stops the run, keeps what is done and leaves old files alone") {
    const char* disk = std::getenv("HAIBAO_SMALL_DISK");
    if (!disk) SKIP("there is no small disk; ./run test sets one up");
    Workshop shop(40);
    shop.job.folder = fs::path(disk) / "batch";
    shop.job.presets[0].format = "tiff";
    shop.job.presets[0].packing = TiffPacking::none;
    shop.job.presets[0].size = {.mode = SizeMode::pixels, .width = 640};
    shop.job.names = *NameTemplate::parse("{doc}");
    shop.job.conflict = Conflict::overwrite;
    fs::create_directories(shop.job.folder);
    std::ofstream(shop.job.folder / "picture-039.tif") << "old";
    int asked = 0;
    BatchObserver observer;
    observer.disk_full = [&](const Error& error) {
        CHECK(error.message.contains("disk is full"));
        return ++asked < 2;
    };
    const BatchResult result = shop.run(observer);
    CHECK(asked == 2);
    REQUIRE(result.stopped);
    CHECK(result.count(FileState::done) > 0);
    CHECK(result.count(FileState::failed) == 0);
    CHECK(result.count(FileState::cancelled) > 0);
    CHECK(shop.files()["picture-039.tif"] == "old");
    for (const BatchFile& file : result.files)
        if (file.state == FileState::done) CHECK(*file_sha256(file.target) == file.result.sha256);
    fs::remove_all(shop.job.folder);
}

TEST_CASE("The report has a row for each file, safe for spreadsheets") {
    Workshop shop(1);
    shop.add("=cmd|A1.png", 3);
    std::ofstream(shop.folder.path() / "in/a,\"b.png") << "x";
    shop.job.sources.push_back(picture_source(shop.folder.path() / "in/a,\"b.png", typeset::FontSet::system()));
    const BatchResult result = shop.run();
    REQUIRE(write_report(shop.job, result, shop.job.folder / "report"));
    const std::string csv = shop.files()["report.csv"];
    CHECK(csv.contains("\r\npicture-000.png,test,done,picture-000.jpg,64,48,"));
    CHECK(csv.contains("'=cmd|A1.png"));
    CHECK(csv.contains("\"a,\"\"b.png\""));
    const auto json = QJsonDocument::fromJson(QByteArray::fromStdString(shop.files()["report.json"])).object();
    CHECK(json["files"].toArray().size() == 3);
    CHECK(json["files"].toArray()[0].toObject()["sha256"].toString().size() == 64);
    CHECK(json["files"].toArray()[2].toObject()["error"].toString().contains("b.png"));
    CHECK_FALSE(csv.contains(shop.folder.path().string() + "/in/picture"));  // a report can be passed on
}
