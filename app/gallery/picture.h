// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "inference/base/result.h"

namespace haibao::generate {
struct Record;
}

namespace haibao::gallery {

enum class PictureId : std::int64_t { none = 0 };
enum class PosterId : std::int64_t { none = 0 };
enum class AlbumId : std::int64_t { none = 0 };
enum class ExportId : std::int64_t { none = 0 };

/// UTC.
using Time = std::chrono::sys_time<std::chrono::milliseconds>;
Time now();

using Sha256Bytes = std::array<std::uint8_t, 32>;
std::string to_hex(const Sha256Bytes& bytes);
/// Nothing when it is not 64 hexadecimal digits.
std::optional<Sha256Bytes> sha256_from_hex(std::string_view hex);

/// A colour that people give a picture to find it by.
enum class Label : std::uint8_t { none, red, orange, yellow, green, blue, purple, grey };
/// A number out of the database, which may be damaged or somebody else's; the first value for one that has no word.
template <class Enum, std::size_t N>
constexpr Enum enum_of(const std::array<const char*, N>&, std::int64_t number) {
    return number >= 0 && number < static_cast<std::int64_t>(N) ? static_cast<Enum>(number) : Enum{};
}

inline constexpr std::array label_words{"none", "red", "orange", "yellow", "green", "blue", "purple", "grey"};
std::optional<Label> label_from(std::string_view word);

/// Which program made a picture, as far as its metadata tells.
enum class Origin : std::uint8_t { unknown, haibao, a1111, comfyui, invokeai, fooocus, swarmui };
inline constexpr std::array origin_words{"unknown", "haibao", "a1111", "comfyui", "invokeai", "fooocus", "swarmui"};
std::optional<Origin> origin_from(std::string_view word);

/// How a picture comes from another one.
enum class ParentKind : std::uint8_t { source, variation, crop, edit };
inline constexpr std::array parent_words{"source", "variation", "crop", "edit"};

/// How a picture was made; what is not known is empty.
struct Making {
    Origin origin = Origin::unknown;
    std::string prompt, negative;
    std::vector<std::string> titles;  ///< words on the picture
    std::string model_name, model_sha256;
    std::string device_class;
    std::optional<std::uint64_t> seed;
    std::string settings = "{}";  ///< JSON: the generation record, or `{"parameters":"…"}` and so on from other programs
};
Making making_of(const generate::Record& record);

/// One of the pictures that a picture was made from: by id, by hash, or both.
struct Parent {
    ParentKind kind = ParentKind::source;
    std::optional<PictureId> picture;
    std::optional<Sha256Bytes> sha256;
};

/// The pictures that a record names: its sources, the base of a repainted region, what was enlarged.
std::vector<Parent> parents_of(const generate::Record& record);

/// What a list shows.
struct Picture {
    PictureId id = PictureId::none;
    std::filesystem::path file;  ///< absolute
    int width = 0, height = 0;   ///< pixels
    Time created{};
    std::int64_t bytes = 0;
    int stars = 0;  ///< 0–5
    Label label = Label::none;
    bool trashed = false, missing = false, linked = false;
};

/// Everything about one picture but its pixels, tokens and look.
struct PictureDetails : Picture {
    Sha256Bytes sha256{};
    Time added{};
    Making making;
    std::string note;
    std::vector<std::string> tags;
    std::vector<std::string> albums;
    std::size_t visual_tokens = 0;  ///< how many are kept
};

}  // namespace haibao::gallery
