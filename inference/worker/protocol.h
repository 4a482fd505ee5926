// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The whole contract between haibao-worker and the program that started it. Frames (frames.h) run over the worker's
// stdin and stdout. Every head holds "type" and "job"; unknown fields are ignored.
//
//   request (parent → worker)                          answers (worker → parent), the last one ends the job
//   hello        {protocol, memory_limit?, trace?}     ready {protocol, version, pid}
//   devices      {}                                    result {devices: […]}
//   probe        {device}                              result {devices: [one]} | failed
//   load         {model, device, precision, threads}   result {device, device_class} | failed
//   generate     {prompt, speed?, …} + RGB + latents     progress*, preview*, composed?, latents*, picture*, result | failed
//   repaint      like generate, with {base, feather}     like generate
//                + RGB sources, base, mask, then latents
//   encode_image {image: {width, height}} + RGB        progress*, result {rows, columns, ids} | failed
//   cancel       {} (job = the one to stop)            none of its own: the job itself ends with failed{cancelled}
//   unload       {}                                    result {}
//   inspect      {}                                    result {socket} | failed: offers a local socket to inspectors
//   shutdown     {}                                    result {}, then the worker ends with status 0
//   plan, bench: known words, answered with failed{unsupported} by this version
//
// One job runs at a time, later ones wait in order; cancel acts on both, and inspect is answered at once. An unknown request is answered with
// failed{unsupported}. Oversized or malformed frames end the worker with a last word on stderr; so does a closed pipe
// (without a word), also in the middle of a computation.
//
// Whoever connects to the socket (haibao-inspector) gets the answers that the parent gets, but latents, from then on, and
// between them `trace` frames: {event, at, …} as in runtime/trace.h, `at` being seconds since the worker began. First come
// a `ready` frame and what is known of the job at work. Nothing is read from an inspector, and nobody waits for one: what a
// slow one does not take in time is left out. A parent that asks for it in `hello` gets the trace frames, too; what such a
// worker writes, kept in a file, is a recorded trace.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "inference/base/result.h"
#include "inference/pipeline/engine.h"
#include "inference/runtime/devices.h"
#include "inference/worker/frames.h"

namespace haibao::protocol {

inline constexpr int version = 1;

/// Chosen by the parent, unique while the job lives. 0 is nobody's: errors that belong to no job.
enum class JobId : std::uint32_t { none = 0 };

inline constexpr std::array all_stages{Stage::loading, Stage::reading_sources, Stage::composing, Stage::painting, Stage::finishing};

enum class RequestType { hello, devices, probe, plan, load, generate, encode_image, repaint, bench, cancel, unload, inspect, shutdown };
enum class AnswerType { ready, progress, preview, composed, latents, picture, result, failed, trace };

std::string_view to_string(RequestType type);
std::string_view to_string(AnswerType type);
/// "f32" or "fast".
std::string_view to_string(Precision precision);
std::optional<Precision> precision_from(std::string_view word);
/// "painting" and so on, as in engine.h.
std::string_view stage_word(Stage stage);
std::optional<Stage> stage_from(std::string_view word);

/// Empty when the word is unknown.
std::optional<RequestType> request_type(const Frame& frame);
std::optional<AnswerType> answer_type(const Frame& frame);
/// `none` when the field is missing or no number.
JobId job_of(const Frame& frame);

struct Hello {
    std::uint64_t memory_limit = 0;  ///< bytes of private memory the worker may use; 0 = no limit of its own
    bool trace = false;              ///< send `trace` frames
};
struct Ready {
    int protocol = version;
    std::string program_version;
    std::int64_t pid = 0;
};
struct Load {
    std::string model;  ///< folder of the checkpoint, UTF-8
    EngineOptions options;
};
struct Loaded {
    std::string device, device_class;  ///< "vulkan0", "vulkan"
};
struct Preview {
    int picture = 0;
    Image image;
};
/// One finished picture of a job; `index` counts from 0.
struct Picture {
    int index = 0;
    GeneratedPicture picture;
};

// Requests.
Frame request(RequestType type, JobId job);
Frame encode(JobId job, const Hello& hello);
Frame encode(JobId job, const Load& load);
Frame encode_probe(JobId job, const std::string& device);
Frame encode(JobId job, const haibao::GenerationRequest& request);
Frame encode_image_request(JobId job, const Image& image);

// Answers.
Frame answer(AnswerType type, JobId job);
Frame encode(JobId job, const Ready& ready);
Frame encode(JobId job, const std::vector<DeviceInfo>& devices);
Frame encode(JobId job, const Loaded& loaded);
Frame encode(JobId job, const Progress& progress);
Frame encode(JobId job, const Preview& preview);
Frame encode_composed(JobId job, const std::vector<std::vector<std::int32_t>>& visual_tokens);
Frame encode(JobId job, const PaintingPoint& point);
Frame encode(JobId job, const Picture& picture);
/// The pictures themselves travel in `picture` frames before.
Frame encode(JobId job, const GenerationResult& result);
Frame encode(JobId job, const Engine::VisualTokens& tokens);
Frame encode(JobId job, const Error& error);
Frame encode(JobId job, const TraceEvent& event);

/// Reads a frame of the matching type. Errors: invalid_input, naming the field that is missing or out of range.
template <class Message>
Result<Message> decode(const Frame& frame);
template <> Result<Hello> decode(const Frame&);
template <> Result<Load> decode(const Frame&);
template <> Result<haibao::GenerationRequest> decode(const Frame&);
template <> Result<Ready> decode(const Frame&);
template <> Result<std::vector<DeviceInfo>> decode(const Frame&);
template <> Result<Loaded> decode(const Frame&);
template <> Result<Progress> decode(const Frame&);
template <> Result<Preview> decode(const Frame&);
template <> Result<PaintingPoint> decode(const Frame&);
template <> Result<Picture> decode(const Frame&);
template <> Result<GenerationResult> decode(const Frame&);
template <> Result<Engine::VisualTokens> decode(const Frame&);
template <> Result<TraceEvent> decode(const Frame&);
/// The error that a `failed` frame carries.
Error decode_error(const Frame& frame);
Result<std::vector<std::vector<std::int32_t>>> decode_composed(const Frame& frame);
Result<Image> decode_image_request(const Frame& frame);
Result<std::string> decode_probe(const Frame& frame);

}  // namespace haibao::protocol
