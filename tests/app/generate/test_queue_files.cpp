// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What lies beside a queue: sources, masks, what a job can go on from.
#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "app/generate/queue_work.h"
#include "app/generate/resume_files.h"
#include "tests/app/generate/opened_queue.h"

using namespace haibao;
using namespace haibao::generate;
using testing::Opened;
namespace fs = std::filesystem;

TEST_CASE("A source that is no picture is refused when the job is added") {
    Opened opened;
    NewJob job;
    job.request.prompt = "a";
    job.sources = {opened.folder.write("text.png", "no picture")};
    auto refused = opened.queue.add(job);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.contains("text.png"));
    CHECK(opened.queue.list()->empty());
}

TEST_CASE("A source is read before the library is locked for others") {
    Opened opened;
    NewJob job;
    job.request.prompt = "a";
    job.sources = {opened.folder.write("text.png", "no picture")};
    auto other = sqlite::Database::open(opened.library.folder() / "library.db", sqlite::Access::read_write, "other");
    auto writing = sqlite::Transaction::begin(*other);
    REQUIRE(writing);
    auto refused = opened.queue.add(job);  // at once, not because the library is in use
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.contains("text.png"));
}

TEST_CASE("Source pictures are copied once and go with the last job that needs them") {
    Opened opened;
    const auto picture = opened.folder.path() / "source.png";
    fs::copy_file(HAIBAO_SOURCE_DIR "/tests/goldens/A/images/cond0.png", picture);
    const auto size = fs::file_size(picture);
    const auto first = opened.add("a", {picture}), second = opened.add("b", {picture, picture});
    fs::remove(picture);
    auto job = opened.queue.find(second);
    REQUIRE(job->request.sources.size() == 2);
    const fs::path copy = opened.queue.source_file(job->request.sources[1].sha256);
    CHECK(fs::file_size(copy) == size);
    REQUIRE(opened.queue.cancel(first));
    REQUIRE(opened.queue.remove(first));
    CHECK(fs::exists(copy));
    REQUIRE(opened.queue.cancel(second));
    CHECK(opened.queue.remove_finished() == 1);
    CHECK_FALSE(fs::exists(copy));
}

TEST_CASE("A repaint's base and mask are copied, kept with the job, and go with it") {
    Opened opened;
    const fs::path base = HAIBAO_SOURCE_DIR "/tests/goldens/A/images/cond0.png";
    NewJob job;
    job.request.prompt = "a";
    job.request.model = "/models/m";
    job.repaint = {base, HAIBAO_SOURCE_DIR "/tests/goldens/A/images/cond1.png", 7};
    CHECK(opened.queue.add(job).error().message.contains("mask"));  // of another size
    job.repaint->mask = base;
    const auto id = opened.queue.add(job);
    REQUIRE(id);
    const auto kept = opened.queue.find(*id)->request.repaint;
    REQUIRE(kept);
    CHECK(kept->feather == 7);
    for (const std::string& sha256 : {kept->base.sha256, kept->mask.sha256}) CHECK(fs::exists(opened.queue.source_file(sha256)));
    const auto copy = opened.queue.duplicate(*id);
    REQUIRE(opened.queue.cancel(*id));
    REQUIRE(opened.queue.remove(*id));
    CHECK(fs::exists(opened.queue.source_file(kept->base.sha256)));
    REQUIRE(opened.queue.cancel(*copy));
    CHECK(opened.queue.remove_finished() == 1);
    CHECK(fs::is_empty(opened.queue.jobs_folder() / "sources"));
}

TEST_CASE("Recovering removes files that belong to nothing and keeps what a job can go on from") {
    Opened opened;
    QueueWork work(opened.queue);
    const auto waits = opened.add("a"), cancelled = opened.add("b");
    for (const auto id : {waits, cancelled, QueuedJobId{77}}) {
        fs::create_directories(opened.queue.job_folder(id));
        std::ofstream(opened.queue.job_folder(id) / "composition") << "x";
        std::ofstream(opened.queue.job_folder(id) / ".composition.haibao-1-2.part") << "x";
    }
    fs::create_directories(opened.queue.jobs_folder() / "sources");
    std::ofstream(opened.queue.source_file("1234")) << "x";
    std::ofstream(opened.queue.jobs_folder() / "notes.txt") << "somebody's own";
    REQUIRE(opened.queue.cancel(cancelled));
    REQUIRE(work.recover());
    CHECK(fs::exists(opened.queue.job_folder(waits) / "composition"));
    CHECK_FALSE(fs::exists(opened.queue.job_folder(waits) / ".composition.haibao-1-2.part"));
    CHECK_FALSE(fs::exists(opened.queue.job_folder(cancelled)));
    CHECK_FALSE(fs::exists(opened.queue.job_folder(QueuedJobId{77})));
    CHECK_FALSE(fs::exists(opened.queue.source_file("1234")));
    CHECK(fs::exists(opened.queue.jobs_folder() / "notes.txt"));
}

TEST_CASE("Resume files give back what was kept, and only what still belongs together") {
    test::TemporaryFolder folder;
    const ResumeFiles files(folder.path() / "7");
    CHECK(files.load(0).composition.visual_tokens.empty());
    REQUIRE(files.keep(Composition{4, "abc", {{1, 2}, {3, 4}, {5, 6}}}));
    REQUIRE(files.keep(PaintingPoint{5, 9, {0.5f, 1.5f}, {{6, {2, 3}}, {8, {4, 5}}}}));
    Resume resume = files.load(4);
    CHECK(resume.done == 4);
    CHECK(resume.composition.first == 4);
    CHECK(resume.composition.model_sha256 == "abc");
    CHECK(resume.composition.visual_tokens.size() == 3);
    REQUIRE(resume.painted.size() == 1);
    CHECK(resume.painted[0].latent == std::vector{0.5f, 1.5f});
    CHECK(resume.painted[0].computed == std::vector<ComputedStep>{{6, {2, 3}}, {8, {4, 5}}});
    CHECK(files.tokens_of(5) == std::vector<std::int32_t>{3, 4});

    resume = files.load(5);  // picture 4 is in the library meanwhile
    CHECK(resume.composition.first == 5);
    CHECK(resume.composition.visual_tokens == std::vector<std::vector<std::int32_t>>{{3, 4}, {5, 6}});
    CHECK(files.load(7).composition.visual_tokens.empty());

    SECTION("new tokens make old latents worthless") {
        REQUIRE(files.keep(Composition{4, "abc", {{9, 9}, {9, 9}, {9, 9}}}));
        CHECK(files.load(4).painted.empty());
    }
    SECTION("a file that is cut off is no file") {
        const fs::path file = folder.path() / "7" / "composition";
        fs::resize_file(file, fs::file_size(file) - 1);
        CHECK(files.load(4).composition.visual_tokens.empty());
    }
    SECTION("finished pictures are listed until they are dropped") {
        const std::vector<std::uint8_t> bytes{1, 2, 3};
        REQUIRE(files.keep_picture(12, bytes));
        REQUIRE(files.keep_picture(5, bytes));
        CHECK(files.pictures() == std::vector{5, 12});
        files.drop(5);
        CHECK(files.pictures() == std::vector{12});
        CHECK(files.load(4).painted.empty());
    }
}
