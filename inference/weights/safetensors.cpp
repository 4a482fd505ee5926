// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/weights/safetensors.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <unordered_set>

#include "inference/base/files.h"

namespace haibao {
namespace {

constexpr std::uint64_t max_header_bytes = 100'000'000;
constexpr std::size_t max_axes = 16;

/// What the header says about one tensor, before it is believed.
struct Entry {
    std::string name;
    std::optional<DType> dtype;
    std::optional<std::vector<std::int64_t>> shape;
    std::vector<std::uint64_t> offsets;
};

/// Reads exactly the header's grammar, {"name": {"dtype": …, "shape": […], "data_offsets": […]}, "__metadata__": {…}},
/// so that nothing else ever takes memory.
class HeaderReader : public nlohmann::json_sax<nlohmann::json> {
public:
    std::vector<Entry> entries;
    std::map<std::string, std::string> metadata;
    std::string reason;

    bool start_object(std::size_t) override {
        if (place_ == Place::outside) return go(Place::names);
        if (place_ == Place::name) return go(name_ == "__metadata__" ? Place::metadata : Place::fields);
        return refuse("an object stands where none belongs");
    }
    bool end_object() override {
        if (place_ == Place::fields) {
            const Entry& entry = entries.back();
            if (!entry.dtype || !entry.shape || entry.offsets.size() != 2)
                return refuse("its dtype, shape or data_offsets is missing");
        }
        return go(place_ == Place::names ? Place::outside : Place::names);
    }
    bool key(string_t& key) override {
        if (place_ == Place::names) {
            name_ = key;
            if (!names_.insert(key).second) return refuse("it stands there twice");
            if (key != "__metadata__") entries.push_back({key, {}, {}, {}});
            return go(Place::name);
        }
        field_ = key;
        return true;
    }
    bool string(string_t& text) override {
        if (place_ == Place::metadata) {
            metadata[field_] = text;
            return true;
        }
        if (place_ != Place::fields || field_ != "dtype") return refuse("a text stands where none belongs");
        Entry& entry = entries.back();
        if (entry.dtype) return refuse("it has two dtypes");
        entry.dtype = dtype_from(text);
        if (entry.dtype && is_quantised(*entry.dtype)) entry.dtype.reset();  // these are GGUF's
        return entry.dtype || refuse("its type \"" + text.substr(0, 40) + "\" is unknown");
    }
    bool start_array(std::size_t) override {
        if (place_ != Place::fields) return refuse("a list stands where none belongs");
        Entry& entry = entries.back();
        if (field_ == "shape" && !entry.shape) {
            entry.shape.emplace();
            return go(Place::shape);
        }
        if (field_ == "data_offsets" && entry.offsets.empty()) return go(Place::offsets);
        return refuse("the list \"" + field_.substr(0, 40) + "\" does not belong there");
    }
    bool end_array() override { return go(Place::fields); }
    bool number_unsigned(number_unsigned_t number) override {
        if (place_ == Place::shape) {
            if (number > INT64_MAX || entries.back().shape->size() >= max_axes) return refuse("its shape is absurd");
            entries.back().shape->push_back(static_cast<std::int64_t>(number));
            return true;
        }
        if (place_ != Place::offsets || entries.back().offsets.size() >= 2)
            return refuse("a number stands where none belongs");
        entries.back().offsets.push_back(number);
        return true;
    }
    bool number_integer(number_integer_t) override { return refuse("a number is negative"); }
    bool number_float(number_float_t, const string_t&) override { return refuse("a number is not whole"); }
    bool null() override { return refuse("a null stands where none belongs"); }
    bool boolean(bool) override { return refuse("a true or false stands where none belongs"); }
    bool binary(binary_t&) override { return refuse("it is not plain JSON"); }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception&) override {
        name_.clear();
        return refuse("it is not JSON from byte " + std::to_string(position) + " on");
    }

private:
    enum class Place { outside, names, name, metadata, fields, shape, offsets };

    bool go(Place place) {
        place_ = place;
        return true;
    }
    bool refuse(const std::string& why) {
        if (reason.empty()) reason = name_.empty() ? why : "tensor \"" + name_.substr(0, 200) + "\": " + why;
        return false;
    }

    Place place_ = Place::outside;
    std::string name_, field_;
    std::unordered_set<std::string> names_;
};

}  // namespace

Result<SafetensorsHeader> parse_safetensors(std::span<const std::byte> bytes, std::string_view file) {
    const auto broken = [file](const std::string& why) {
        return fail(ErrorKind::corrupt_file, "{} is damaged: {}. Fetch the file again.", file, why);
    };
    if (bytes.size() < 8) return broken(std::format("it is only {} bytes long", bytes.size()));
    std::uint64_t length = 0;
    for (int i = 7; i >= 0; --i) length = length << 8 | std::to_integer<std::uint64_t>(bytes[i]);
    if (length > max_header_bytes) return broken(std::format("its header would be {} bytes long", length));
    if (length > bytes.size() - 8)
        return broken(std::format("it ends after {} bytes, inside its header of {}", bytes.size(), length));

    SafetensorsHeader header;
    header.text = bytes.subspan(8, length);
    const auto data = bytes.subspan(8 + length);
    HeaderReader reader;
    const auto* text = reinterpret_cast<const char*>(header.text.data());
    if (length == 0 || text[0] != '{') return broken("its header is not a JSON object");
    if (!nlohmann::json::sax_parse(text, text + length, &reader)) return broken(reader.reason);

    std::ranges::sort(reader.entries, {},
                      [](const Entry& entry) { return std::pair(entry.offsets[0], entry.offsets[1]); });
    std::uint64_t reached = 0;
    header.tensors.reserve(reader.entries.size());
    for (Entry& entry : reader.entries) {
        auto wrong = [&](std::string why) {
            return broken(std::format("tensor \"{}\" {}", entry.name.substr(0, 200), why));
        };
        auto wanted = byte_count(*entry.shape, *entry.dtype);
        if (!wanted) return wrong("has an absurd shape, " + shape_text(*entry.shape));
        auto [begin, end] = std::pair(entry.offsets[0], entry.offsets[1]);
        if (begin > end || end > data.size())
            return wrong(std::format("should stand at bytes {} to {} of {}", begin, end, data.size()));
        if (end - begin != *wanted)
            return wrong(std::format("takes {} bytes, but its shape {} of {} needs {}", end - begin,
                                     shape_text(*entry.shape), to_string(*entry.dtype), *wanted));
        if (begin != reached) return wrong(begin < reached ? "overlaps another one" : "leaves a gap before it");
        reached = end;
        header.tensors.push_back({std::move(entry.name), *entry.dtype, std::move(*entry.shape),
                                  data.subspan(begin, end - begin), std::string(file)});
    }
    if (reached != data.size())
        return broken(std::format("{} bytes at its end belong to no tensor", data.size() - reached));
    header.metadata = std::move(reader.metadata);
    return header;
}

SafetensorsFile::SafetensorsFile(MappedFile file, SafetensorsHeader header, std::string name)
    : file_(std::move(file)), header_(std::move(header)), name_(std::move(name)) {
    for (std::size_t i = 0; i < header_.tensors.size(); ++i) by_name_.emplace(header_.tensors[i].name, i);
}

Result<SafetensorsFile> SafetensorsFile::open(const std::filesystem::path& path, std::string name) {
    if (name.empty()) name = short_name(path);
    auto file = MappedFile::open(path);
    if (!file) return pass_on(file);
    auto header = parse_safetensors(file->bytes(), name);
    if (auto there = file->still_there(); !there) return pass_on(there);
    if (!header) return pass_on(header);
    return SafetensorsFile(std::move(*file), std::move(*header), std::move(name));
}

const TensorView* SafetensorsFile::find(std::string_view name) const {
    auto found = by_name_.find(name);
    return found == by_name_.end() ? nullptr : &header_.tensors[found->second];
}

}  // namespace haibao
