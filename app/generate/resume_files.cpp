// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/generate/resume_files.h"

#include <algorithm>
#include <charconv>

#include "app/core/atomic_file.h"
#include "inference/base/files.h"

namespace haibao::generate {
namespace fs = std::filesystem;
namespace {

/// All frames here belong to one job; the protocol's number of it has no meaning.
constexpr protocol::JobId frame_job{1};

/// The one frame of a file; nothing when it is not there or not whole.
std::optional<protocol::Frame> read_frame(const fs::path& file) {
    auto bytes = read_file(file, protocol::max_payload_bytes);
    if (!bytes) return std::nullopt;
    protocol::FrameParser parser;
    parser.feed({reinterpret_cast<const std::uint8_t*>(bytes->data()), bytes->size()});
    auto frame = parser.next();
    if (!frame || !*frame || parser.in_the_middle()) return std::nullopt;
    return std::move(**frame);
}

Result<void> write_frame(const fs::path& file, const protocol::Frame& frame) {
    auto bytes = protocol::serialize(frame);
    if (!bytes) return pass_on(bytes);
    auto written = write_file(file, *bytes, IfExists::overwrite);
    if (!written) return pass_on(written);
    return {};
}

/// N of "PREFIX-N…".
std::optional<int> number_in(const std::string& name, std::string_view prefix) {
    if (!name.starts_with(prefix)) return std::nullopt;
    int number = 0;
    const auto [end, failure] = std::from_chars(name.data() + prefix.size(), name.data() + name.size(), number);
    if (failure != std::errc{}) return std::nullopt;
    return number;
}

std::vector<int> numbers_in(const fs::path& folder, std::string_view prefix) {
    std::vector<int> numbers;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored))
        if (auto number = number_in(entry.path().filename().string(), prefix)) numbers.push_back(*number);
    std::ranges::sort(numbers);
    return numbers;
}

}  // namespace

fs::path ResumeFiles::painting_file(int number) const { return folder_ / std::format("painting-{}", number); }
fs::path ResumeFiles::picture_file(int number) const { return folder_ / std::format("picture-{}.png", number); }
std::vector<int> ResumeFiles::pictures() const { return numbers_in(folder_, "picture-"); }

std::optional<Composition> ResumeFiles::composition() const {
    const auto frame = read_frame(folder_ / "composition");
    if (!frame) return std::nullopt;
    auto tokens = protocol::decode_composed(*frame);
    if (!tokens) return std::nullopt;
    const auto first = frame->head.find("first"), model = frame->head.find("model_sha256");
    if (first == frame->head.end() || !first->is_number_integer() || model == frame->head.end() || !model->is_string()) return std::nullopt;
    return Composition{first->get<int>(), model->get<std::string>(), std::move(*tokens)};
}

Resume ResumeFiles::load(int done) const {
    Resume resume;
    resume.done = done;
    auto kept = composition();
    if (!kept) return resume;
    const int over = done - kept->first;
    if (over < 0 || over >= static_cast<int>(kept->visual_tokens.size())) return resume;
    kept->visual_tokens.erase(kept->visual_tokens.begin(), kept->visual_tokens.begin() + over);
    kept->first = done;
    resume.composition = std::move(*kept);
    for (const int number : numbers_in(folder_, "painting-")) {
        const auto frame = read_frame(painting_file(number));
        if (!frame) continue;
        if (auto point = protocol::decode<PaintingPoint>(*frame); point && point->picture == number) resume.painted.push_back(std::move(*point));
    }
    return resume;
}

std::vector<std::int32_t> ResumeFiles::tokens_of(int number) const {
    auto kept = composition();
    if (!kept) return {};
    const int index = number - kept->first;
    if (index < 0 || index >= static_cast<int>(kept->visual_tokens.size())) return {};
    return std::move(kept->visual_tokens[static_cast<std::size_t>(index)]);
}

Result<void> ResumeFiles::keep(const Composition& composition) const {
    // Latents of another composition would be taken for this one's.
    std::error_code ignored;
    for (const int number : numbers_in(folder_, "painting-")) fs::remove(painting_file(number), ignored);
    protocol::Frame frame = protocol::encode_composed(frame_job, composition.visual_tokens);
    frame.head["first"] = composition.first;
    frame.head["model_sha256"] = composition.model_sha256;
    return write_frame(folder_ / "composition", frame);
}

Result<void> ResumeFiles::keep(const PaintingPoint& point) const {
    return write_frame(painting_file(point.picture), protocol::encode(frame_job, point));
}

Result<void> ResumeFiles::keep_picture(int number, std::span<const std::uint8_t> png) const {
    auto written = write_file(picture_file(number), png, IfExists::overwrite);
    if (!written) return pass_on(written);
    return {};
}

void ResumeFiles::drop(int number) const {
    std::error_code ignored;
    fs::remove(painting_file(number), ignored);
    fs::remove(picture_file(number), ignored);
}

void ResumeFiles::drop_picture(int number) const {
    std::error_code ignored;
    fs::remove(picture_file(number), ignored);
}

}  // namespace haibao::generate
