// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/worker/protocol.h"
#include "tests/fuzz/fuzz_target.h"

using namespace haibao;
using namespace haibao::protocol;

namespace {

/// Reads a frame as everything it could be: either side may be sent anything.
void decode_as_everything(const Frame& frame) {
    (void)request_type(frame);
    (void)answer_type(frame);
    (void)decode<Hello>(frame);
    (void)decode<Load>(frame);
    (void)decode<Ready>(frame);
    (void)decode<Loaded>(frame);
    (void)decode<Progress>(frame);
    (void)decode<TraceEvent>(frame);
    (void)decode<GenerationResult>(frame);
    (void)decode<std::vector<DeviceInfo>>(frame);
    (void)decode<Engine::VisualTokens>(frame);
    (void)decode_composed(frame);
    (void)decode_probe(frame);
    (void)decode_error(frame);
    if (auto preview = decode<Preview>(frame)) test::must(preview->image.rgb.size() == frame.payload.size());
    if (auto picture = decode<Picture>(frame)) test::must(picture->picture.image.rgb.size() == frame.payload.size());
    if (auto request = decode<haibao::GenerationRequest>(frame)) {
        std::size_t bytes = 0;
        for (const Image& source : request->sources) bytes += source.rgb.size();
        test::must(bytes == frame.payload.size());
        auto again = decode<haibao::GenerationRequest>(encode(JobId{1}, *request));
        test::must(again && again->sources.size() == request->sources.size() && again->seed == request->seed);
    }
}

/// The frames of a stream that arrives in pieces of `step` bytes; the last one is null when the stream is broken.
std::vector<nlohmann::json> heads(std::span<const std::uint8_t> stream, std::size_t step) {
    FrameParser parser;
    std::vector<nlohmann::json> found;
    for (std::size_t at = 0; at < stream.size(); at += step) {
        parser.feed(stream.subspan(at, std::min(step, stream.size() - at)));
        for (;;) {
            auto frame = parser.next();
            if (!frame) {
                found.emplace_back(nullptr);
                return found;
            }
            if (!*frame) break;
            decode_as_everything(**frame);
            found.push_back((**frame).head);
        }
    }
    return found;
}

}  // namespace

/// A stream of frames: the same ones come out however it is cut.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::span stream(data, size);
    test::must(heads(stream, size + 1) == heads(stream, 7));
    return 0;
}
