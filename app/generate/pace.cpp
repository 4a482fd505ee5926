// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/generate/pace.h"

#include <algorithm>

#include "app/core/atomic_file.h"
#include "inference/base/json.h"
#include "inference/worker/protocol.h"

namespace haibao::generate {
namespace {

constexpr std::size_t most_entries = 200;
constexpr JsonLimits small{.bytes = 1 << 20, .values = 10'000, .depth = 4};

/// Entries of another rule of growth mean nothing.
constexpr int rule = 3;

/// A picture of a megapixel and its preview, as the language model draws them.
constexpr double preview_tokens = 256, tokens_of_megapixel = 1e6 / (32 * 32);
/// What the transformer paints: patches and a title. Attention grows with their square; at so many tokens it costs what the products
/// do in the released model, whose streams are 4096 wide.
constexpr double patches_of_megapixel = 1e6 / (16 * 16), title_tokens = 64, attention_weighs_as_much = 6 * 4096;

/// Tokens whose products cost about as much as expanding the weights of one pass: what makes a pass at 256² and one at 1024² of the released
/// painter's shapes in Q4_K agree on one machine (two cores with avx512_bf16).
constexpr double expanding_tokens = 128;

/// What one second buys in this stage, times this, is the stage's time.
double work(Stage stage, const JobShape& shape) {
    const double patches = shape.megapixels * patches_of_megapixel + title_tokens;
    switch (stage) {
        case Stage::composing: return preview_tokens + shape.megapixels * tokens_of_megapixel;  // all pictures share one decode
        case Stage::painting:
            return (patches * (1 + patches / attention_weighs_as_much) + (shape.expands ? expanding_tokens : 0)) * shape.steps * shape.passes * shape.pictures;
        case Stage::finishing: return shape.megapixels * shape.pictures;
        case Stage::loading:
        case Stage::reading_sources: break;
    }
    return 1;
}

nlohmann::json read_book(const std::filesystem::path& file) {
    auto book = read_json(file, small);
    return book && book->is_object() ? *book : nlohmann::json::object();
}

}  // namespace

bool expands_weights(ModelFolder& model, const std::string& device) {
    if (device != "cpu") return false;
    const auto painter = model.tensors(Component::transformer);
    return painter && std::ranges::any_of((*painter)->names(), [&](const std::string& name) { return is_quantised((*painter)->find(name)->dtype); });
}

std::string pace_key(const std::string& model_sha256, const std::string& device, Precision precision, Speed speed) {
    const std::string key = std::format("{} {} {}", model_sha256.substr(0, 16), device, protocol::to_string(precision));
    return speed == Speed::exact ? key : std::format("{} {}", key, to_string(speed));
}

StageTimes PaceBook::expect(const std::string& key, const JobShape& shape) const {
    StageTimes times{};
    if (file_.empty()) return times;
    const nlohmann::json book = read_book(file_);
    const auto entry = book.find(key);
    if (entry == book.end() || !entry->is_object() || entry->value("rule", nlohmann::json()) != rule) return times;
    JobShape expected = shape;
    expected.expands = entry->value("expands", nlohmann::json()) == true;
    for (const Stage stage : protocol::all_stages) {
        const auto value = entry->find(std::string(protocol::stage_word(stage)));
        if (value != entry->end() && value->is_number()) times[static_cast<std::size_t>(stage)] = value->get<double>() * work(stage, expected);
    }
    return times;
}

void PaceBook::remember(const std::string& key, const JobShape& shape, const std::vector<StageSeconds>& timings) const {
    if (file_.empty()) return;
    nlohmann::json book = read_book(file_);
    if (book.size() >= most_entries) book.clear();
    nlohmann::json& entry = book[key] = {{"rule", rule}, {"expands", shape.expands}};
    for (const StageSeconds& timing : timings) entry[std::string(protocol::stage_word(timing.stage))] = timing.seconds / work(timing.stage, shape);
    const std::string text = book.dump(1, ' ', false, nlohmann::json::error_handler_t::replace);
    // Nothing is lost when it cannot be written.
    (void)write_file(file_, {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}, IfExists::overwrite);
}

}  // namespace haibao::generate
