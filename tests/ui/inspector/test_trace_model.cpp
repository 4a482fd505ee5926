// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <random>

#include "tests/support/temporary_folder.h"
#include "tests/ui/inspector/sample_trace.h"
#include "ui/inspector/trace_model.h"

using namespace haibao;
using namespace haibao::inspector;
namespace data = haibao::inspector::test_data;
using Catch::Approx;

namespace {

TraceModel model_of(const Recording& recording, Limits limits = {}) {
    TraceModel model(limits);
    for (const Happening& happening : recording.happenings) model.add(happening);
    return model;
}

Recording sample(const test::TemporaryFolder& folder) {
    data::write(folder.path() / "t", data::bytes());
    auto recording = read_recording(folder.path() / "t");
    REQUIRE(recording);
    return *recording;
}

}  // namespace

TEST_CASE("A recorded trace is read whole: stages, graphs, tokens, steps, previews, memory, the device and the outcome") {
    const test::TemporaryFolder folder;
    const Recording recording = sample(folder);
    CHECK_FALSE(recording.incomplete);
    const TraceModel model = model_of(recording);
    REQUIRE(model.worker());
    CHECK(model.worker()->pid == 77);
    REQUIRE(model.stages().size() == 2);
    CHECK(model.stages()[0].stage == "composing");
    CHECK(model.stages()[0].end == 3.0);
    CHECK(model.stages()[1].end == 6.0);
    CHECK(model.graphs().size() == data::rows * data::columns + data::steps);
    CHECK(model.operations() == 2 * model.graphs().size());
    CHECK(model.word(model.graphs()[0].operations[1].operation) == "attention");
    CHECK(model.graphs()[0].operations[1].begin == Approx(model.graphs()[0].begin + 0.03));

    REQUIRE(model.jobs().size() == 1);
    const Job& job = model.jobs()[0];
    REQUIRE(job.grids.size() == 1);
    CHECK(job.grids[0].drawn(model.end()) == 24);
    CHECK(job.grids[0].drawn(2.0) == 12);
    CHECK(job.grids[0].cells[5]->id == 105);
    CHECK(job.grids[0].most_entropy == 23 / 4.0);
    CHECK(job.steps.size() == data::steps);
    REQUIRE(job.previews.size() == data::steps);
    CHECK(job.previews[1].step == 2);
    CHECK(job.previews[1].at == Approx(4.9));
    CHECK(job.end);
    CHECK_FALSE(job.failure);

    CHECK(model.memory().size() == 6);
    CHECK(model.peak_memory() == 1020000);
    CHECK(model.peak_plan() == 2000000);
    REQUIRE(model.device_at(2.0));
    CHECK(model.device_at(2.0)->model == "builtin");
    CHECK_FALSE(model.device_at(0.1));
    REQUIRE(model.stage_at(3.5));
    CHECK(model.stage_at(3.5)->stage == "painting");
    CHECK_FALSE(model.stage_at(0.7));
    CHECK_FALSE(model.stage_at(6.5));
}

TEST_CASE("A trace that is cut off anywhere is shown as far as it goes") {
    const test::TemporaryFolder folder;
    const auto whole = data::bytes();
    const auto file = folder.path() / "cut";
    for (std::size_t size = 0; size < whole.size(); size += 97) {
        data::write(file, std::span(whole).first(size));
        auto recording = read_recording(file);
        INFO(size << " bytes");
        if (!recording) {
            CHECK(recording.error().kind == ErrorKind::corrupt_file);
            CHECK(size < 200);  // not even the greeting
            continue;
        }
        (void)model_of(*recording);
        if (recording->incomplete) CHECK(recording->incomplete->message.contains("cut off"));
    }
}

TEST_CASE("Whatever bytes stand in a trace, reading it ends with a value") {
    const test::TemporaryFolder folder;
    const auto whole = data::bytes();
    const auto file = folder.path() / "damaged";
    std::mt19937 random(1);
    const auto any = [&random](std::size_t below) { return std::uniform_int_distribution<std::size_t>(0, below - 1)(random); };
    std::size_t read = 0, damaged = 0;
    for (int round = 0; round < 300; ++round) {
        auto bytes = whole;
        for (std::size_t change = any(4) + 1; change-- > 0;) bytes[any(bytes.size())] = static_cast<std::uint8_t>(any(256));
        data::write(file, bytes);
        const auto recording = read_recording(file);
        if (!recording) continue;
        ++read;
        damaged += recording->incomplete.has_value();
        const TraceModel model = model_of(*recording);
        CHECK(model.end() >= model.begin());
    }
    CHECK(read > 200);
    CHECK(damaged > 0);
}

TEST_CASE("A frame that claims an enormous length is refused, and what is no trace is said to be none") {
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "x";
    auto bytes = data::bytes();
    bytes.insert(bytes.end(), {0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f});
    data::write(file, bytes);
    auto recording = read_recording(file);
    REQUIRE(recording);
    REQUIRE(recording->incomplete);
    CHECK(recording->incomplete->message.contains("damaged"));
    CHECK(model_of(*recording).jobs().size() == 1);

    for (const std::string& other : {std::string("GIF89a and so on and on"), std::string(), std::string(5000, 'x')}) {
        data::write(file, std::span(reinterpret_cast<const std::uint8_t*>(other.data()), other.size()));
        const auto refused = read_recording(file);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == ErrorKind::corrupt_file);
        CHECK(refused.error().message.contains("no trace"));
    }
    CHECK(read_recording(folder.path() / "nowhere").error().kind == ErrorKind::not_found);
    CHECK(read_recording(folder.path()).error().kind == ErrorKind::io);
}

TEST_CASE("What is kept has limits, and the oldest goes first") {
    Limits limits;
    limits.operations = 20;
    limits.notes = 3;
    limits.words = 4;
    limits.jobs = 2;
    limits.samples = 200;
    TraceModel model(limits);
    for (int i = 0; i < 100; ++i) {
        model.add({static_cast<double>(i), protocol::JobId{static_cast<std::uint32_t>(i)}, TraceEvent(data::graph(i, "g" + std::to_string(i)))});
        model.add({static_cast<double>(i), protocol::JobId::none, TraceEvent(LogLine{static_cast<double>(i), std::to_string(i)})});
        model.add({static_cast<double>(i), protocol::JobId{static_cast<std::uint32_t>(i)}, Progress{}});
    }
    CHECK(model.operations() == 20);
    CHECK(model.graphs().front().begin == 90);
    CHECK(model.notes().size() == 3);
    CHECK(model.notes().back().text == "99");
    CHECK(model.jobs().size() == 2);
    CHECK(model.word(model.graphs().back().label).empty());
}

TEST_CASE("Events that overtake each other leave the order of times intact") {
    TraceModel model;
    for (const double at : {1.0, 3.0, 2.0, 2.5}) model.add({at, data::job, TraceEvent(data::graph(at, "g"))});
    for (std::size_t i = 1; i < model.graphs().size(); ++i) CHECK(model.graphs()[i].begin >= model.graphs()[i - 1].begin);
    model.add({4.0, data::job, TraceEvent(StageBegun{4.0, "painting", 0})});
    model.add({3.5, data::job, TraceEvent(StageBegun{3.5, "finishing", 0})});
    CHECK(model.stages()[1].begin >= model.stages()[0].begin);
}

TEST_CASE("A failed job is remembered with its sentence") {
    TraceModel model;
    model.add({1, data::job, TraceEvent(StageBegun{1, "loading", 0})});
    model.add({2, data::job, Error{ErrorKind::out_of_memory, "Too little memory.", {}}});
    REQUIRE(model.jobs().size() == 1);
    CHECK(model.jobs()[0].failure == "Too little memory.");
    CHECK(model.notes().back().bad);
}
