// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "inference/pipeline/engine.h"

namespace haibao::generate {

inline constexpr std::string_view record_format = "haibao.generation/1";

/// A quoted title of the prompt; the range is in UTF-16 code units of the prompt, without the marks.
struct Title {
    std::string text;
    std::size_t begin_utf16 = 0, end_utf16 = 0;
    bool operator==(const Title&) const = default;
};

/// What happens to the quoted texts of a prompt.
enum class TextMode : std::uint8_t {
    paint,   ///< the model paints them
    layers,  ///< they are withheld from the model and become live text
    both,    ///< painted, and live text as well
    none,    ///< withheld, and that is all
};
std::string_view to_string(TextMode mode);
std::optional<TextMode> text_mode_from(std::string_view word);

/// What a region was made anew with: hashes of the files.
struct RepaintRecord {
    std::string base_sha256, mask_sha256;
    int feather = 0;      ///< pixels
    double strength = 1;  ///< see haibao::Repaint
    bool operator==(const RepaintRecord&) const = default;
};

/// How a finished picture was made larger by a model. The rest of its record still tells how the picture itself was painted.
struct EnlargeRecord {
    std::string source_sha256;  ///< of the file that was enlarged
    std::string prompt;
    std::string model_name, model_sha256;
    int width = 0, height = 0;  ///< pixels that were asked for
    bool fill = false;          ///< they were covered, and what stood over was cut off; else the picture fits into them
    double strength = 0;        ///< see haibao::Repaint
    int steps = 0;
    std::uint64_t seed = 0;     ///< of the first tile
    int tile = 0;               ///< pixels: the longest side of a tile
    bool operator==(const EnlargeRecord&) const = default;
};

/// How one picture was made: enough to make it again, and never a path, a host or a user (contracts, generation record).
struct Record {
    std::string prompt;
    std::vector<Title> titles;
    std::string model_name;
    std::string model_sha256;  ///< of its configs and weight headers
    std::uint64_t seed = 0;
    int width = 0, height = 0;  ///< pixels
    int steps = 0;
    double guidance = 0, temperature = 0, top_p = 0;
    Precision precision = Precision::fast;
    std::string device_class;               ///< cpu, vulkan, cuda, hip, ascend, rpc
    std::vector<std::string> source_sha256;  ///< of the files of the source pictures, in order
    std::string version;                    ///< of Haibao
    std::vector<StageSeconds> timings;      ///< of the job; empty when not known
    TextMode text_mode = TextMode::paint;   ///< the prompt is the whole one in every mode
    Speed speed = Speed::exact;
    std::optional<EnlargeRecord> enlarged = {};
    std::optional<RepaintRecord> repaint = {};  ///< the rest is the base's
};

nlohmann::json to_json(const Record& record);
nlohmann::json to_json(const EnlargeRecord& enlarged);
/// Errors: corrupt_file (a field is missing or impossible), unsupported (a later format).
Result<Record> record_from_json(const nlohmann::json& json);

/// The text that A1111 and many other tools read from the PNG keyword `parameters` (export-spec §5).
std::string a1111_parameters(const Record& record);

}  // namespace haibao::generate
