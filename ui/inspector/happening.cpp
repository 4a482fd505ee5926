// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/happening.h"

#include <algorithm>
#include <fstream>
#include <utility>

namespace haibao::inspector {
namespace {

using namespace protocol;

double time_of(const TraceEvent& event) {
    return std::visit(
        [](const auto& kind) {
            if constexpr (requires { kind.at; }) return kind.at;
            else return kind.begin;
        },
        event);
}

template <class Message>
Happening happening_of(const Result<Message>& message) {
    if (!message) return {.what = Unreadable{message.error().message}};
    if constexpr (std::is_same_v<Message, GenerationResult>) return {.what = JobDone{*message}};
    else return {.what = *message};
}

std::optional<Happening> read_answer(const Frame& frame) {
    switch (answer_type(frame).value_or(AnswerType::latents)) {
        case AnswerType::trace: return happening_of(decode<TraceEvent>(frame));
        case AnswerType::ready: return happening_of(decode<Ready>(frame));
        case AnswerType::progress: return happening_of(decode<Progress>(frame));
        case AnswerType::preview: return happening_of(decode<Preview>(frame));
        case AnswerType::picture: return happening_of(decode<Picture>(frame));
        case AnswerType::failed: return Happening{.what = decode_error(frame)};
        case AnswerType::result:
            if (auto result = decode<GenerationResult>(frame)) return happening_of(result);
            return std::nullopt;  // of a request that makes no picture
        case AnswerType::composed:
        case AnswerType::latents: return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace

std::optional<Happening> HappeningReader::read(const Frame& frame) {
    auto happening = read_answer(frame);
    if (!happening) return happening;
    if (const auto* event = std::get_if<TraceEvent>(&happening->what)) {
        const double at = time_of(*event);
        // Events of several threads may overtake each other by a little.
        if (at >= 0 && at < 1e9) last_ = std::max(last_, at), happening->at = at;
        else happening->what = Unreadable{"A trace event claims an impossible time."};
    }
    if (!std::holds_alternative<TraceEvent>(happening->what)) happening->at = last_;
    happening->job = job_of(frame);
    return happening;
}

Result<Recording> read_recording(const std::filesystem::path& file) {
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) return fail(ErrorKind::not_found, "There is no trace {}.", file.string());
    std::ifstream stream(file, std::ios::binary);
    if (!stream || std::filesystem::is_directory(file, ignored)) return fail(ErrorKind::io, "The trace {} cannot be read.", file.string());

    Recording recording;
    FrameParser parser;
    HappeningReader reader;
    std::vector<std::uint8_t> buffer(1 << 20);
    bool first = true;
    const auto no_trace = [&file] {
        return fail(ErrorKind::corrupt_file, "{} is no trace of Haibao; haibao-cli generate --trace FILE records one.", file.string());
    };
    while (stream.read(reinterpret_cast<char*>(buffer.data()), static_cast<std::streamsize>(buffer.size())), stream.gcount() > 0) {
        parser.feed(std::span(buffer).first(static_cast<std::size_t>(stream.gcount())));
        for (;;) {
            auto frame = parser.next();
            if (!frame) {
                if (first) return no_trace();
                recording.incomplete = Error{ErrorKind::corrupt_file, std::format("The trace {} is damaged in the middle; what stands before is shown.", file.string()), frame.error().message};
                return recording;
            }
            if (!*frame) break;
            const auto type = answer_type(**frame);
            if (std::exchange(first, false) && type != AnswerType::ready && type != AnswerType::trace) return no_trace();
            if (auto happening = reader.read(**frame)) recording.happenings.push_back(std::move(*happening));
        }
    }
    if (first) return no_trace();
    if (parser.in_the_middle())
        recording.incomplete = Error{ErrorKind::corrupt_file, std::format("The trace {} is cut off; what there is of it is shown.", file.string()), {}};
    return recording;
}

}  // namespace haibao::inspector
