// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "app/generate/progress_meter.h"

using namespace haibao;
using namespace haibao::generate;
using Catch::Approx;

namespace {

StageTimes times(double composing, double painting, double finishing) { return {0, 0, composing, painting, finishing}; }

}  // namespace

TEST_CASE("A first job knows the time of the stage it is in, and of the whole only when nothing unknown follows") {
    ProgressMeter meter(1);
    CHECK_FALSE(meter.update({Stage::loading, 0, 0, 1}, 0).stage_seconds_left);
    meter.update({Stage::composing, 0, 0, 200}, 2);
    const JobProgress composing = meter.update({Stage::composing, 0, 50, 200}, 7);
    CHECK_FALSE(composing.seconds_left);
    CHECK(*composing.stage_seconds_left == Approx(15));
    meter.update({Stage::painting, 0, 0, 10}, 22);
    const JobProgress painting = meter.update({Stage::painting, 0, 5, 10}, 32);
    CHECK(painting.fraction == Approx(0.5));
    CHECK_FALSE(painting.seconds_left);
    CHECK(*painting.stage_seconds_left == Approx(10));
    meter.update({Stage::finishing, 0, 0, 4}, 42);
    CHECK(*meter.update({Stage::finishing, 0, 1, 4}, 43).seconds_left == Approx(3));
}

TEST_CASE("The pace of earlier jobs stands in for stages to come") {
    ProgressMeter meter(1, times(20, 30, 5));
    CHECK(*meter.update({Stage::composing, 0, 0, 200}, 0).seconds_left == Approx(55));
    // Twice as slow as expected: only what is known of this stage changes.
    CHECK(*meter.update({Stage::composing, 0, 100, 200}, 20).seconds_left == Approx(20 + 30 + 5));
    CHECK(*meter.update({Stage::painting, 0, 0, 10}, 40).seconds_left == Approx(35));
}

TEST_CASE("Pictures that are painted one after the other share the estimate") {
    ProgressMeter meter(2, times(10, 40, 2));
    meter.update({Stage::composing, 0, 0, 10}, 0, 0, 2);
    meter.update({Stage::painting, 0, 0, 10}, 10, 0, 2);
    CHECK(meter.update({Stage::painting, 0, 10, 10}, 30, 0, 2).fraction == Approx(0.5));
    meter.update({Stage::finishing, 0, 0, 1}, 30, 0, 2);
    const JobProgress second = meter.update({Stage::painting, 1, 0, 10}, 31, 0, 2);
    CHECK(second.now.picture == 1);
    CHECK(*second.seconds_left == Approx(20 + 2));
}

TEST_CASE("Pictures of later parts count on") {
    ProgressMeter meter(6);
    meter.update({Stage::painting, 0, 0, 10}, 0, 4, 2);
    const JobProgress progress = meter.update({Stage::painting, 1, 5, 10}, 30, 4, 2);
    CHECK(progress.now.picture == 5);
    CHECK(progress.fraction == Approx(5.5 / 6));
}

TEST_CASE("Nonsense from a worker stays within bounds") {
    ProgressMeter meter(1);
    for (const Progress& strange : {Progress{Stage::painting, 99, 50, 0}, Progress{Stage::painting, -3, -7, 10}, Progress{Stage::finishing, 0, 11, 10}}) {
        const JobProgress progress = meter.update(strange, 1);
        CHECK(progress.fraction >= 0);
        CHECK(progress.fraction <= 1);
        CHECK(progress.now.picture == 0);
    }
}

TEST_CASE("The pace of a job is remembered for jobs of other sizes") {
    QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath("cache/pace.json").toStdString();
    const PaceBook book(file);
    CHECK(book.expect("m cpu", {1, 10, 2, 1}) == StageTimes{});
    book.remember("m cpu", {1, 10, 2, 2}, {{Stage::loading, 3}, {Stage::composing, 8}, {Stage::painting, 40}, {Stage::finishing, 2}});
    const StageTimes expected = book.expect("m cpu", {0.5, 20, 1, 4});
    // 744 of 1233 tokens, preview included; of 3970 patches and title 2017, each of which attends to fewer.
    CHECK(expected[2] == Approx(8 * 744.28 / 1232.56).epsilon(0.001));
    CHECK(expected[3] == Approx(2 * 40 * 0.4734).epsilon(0.001));
    CHECK(expected[4] == Approx(2));
    CHECK(expected[0] == Approx(3));  // a model takes as long to load for any picture
    // Where weights are expanded first, small pictures take longer than their tokens tell, and the book knows of it.
    book.remember("q cpu", {0.0655, 1, 1, 1, true}, {{Stage::painting, 10}});
    book.remember("p cpu", {0.0655, 1, 1, 1}, {{Stage::painting, 10}});
    CHECK(book.expect("q cpu", {1, 1, 1, 1})[3] < 0.8 * book.expect("p cpu", {1, 1, 1, 1})[3]);
    CHECK(book.expect("m vulkan0", {1, 10, 2, 1}) == StageTimes{});
}

TEST_CASE("A damaged or missing book is an empty one") {
    QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath("pace.json").toStdString();
    std::ofstream(file) << "{\"m\": [1, {\"painting\": \"fast\"}";
    CHECK(PaceBook(file).expect("m", {}) == StageTimes{});
    std::ofstream(file) << "{\"m\": {\"painting\": \"fast\"}}";
    CHECK(PaceBook(file).expect("m", {}) == StageTimes{});
    std::ofstream(file) << "{\"m\": {\"painting\": 5}}";  // by the rule of an older version
    CHECK(PaceBook(file).expect("m", {}) == StageTimes{});
    CHECK(PaceBook({}).expect("m", {}) == StageTimes{});
    PaceBook({}).remember("m", {}, {});
}

TEST_CASE("Durations are short words") {
    CHECK(short_duration(0.2) == "1 s");
    CHECK(short_duration(59.4) == "59 s");
    CHECK(short_duration(130) == "2 min 10 s");
    CHECK(short_duration(3900) == "1 h 5 min");
}
