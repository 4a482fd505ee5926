// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/base/config_reader.h"

#include <algorithm>
#include <cmath>

namespace haibao {
namespace {

using nlohmann::json;

const json nothing = json::object();

/// An integer, also when written as 64.0 or 1e3.
std::optional<std::int64_t> as_integer(const json& value) {
    if (value.is_number_unsigned()) {
        auto number = value.get<std::uint64_t>();
        if (number > static_cast<std::uint64_t>(INT64_MAX)) return std::nullopt;
        return static_cast<std::int64_t>(number);
    }
    if (value.is_number_integer()) return value.get<std::int64_t>();
    if (!value.is_number_float()) return std::nullopt;
    double number = value.get<double>();
    if (!(std::abs(number) < 9e15) || number != std::floor(number)) return std::nullopt;
    return static_cast<std::int64_t>(number);
}

/// A short printable form of a value for a sentence.
std::string shown(const json& value) {
    std::string text = value.dump(-1, ' ', true, json::error_handler_t::replace);
    if (text.size() > 40) text = text.substr(0, 37) + "...";
    return text;
}

}  // namespace

ConfigReader::ConfigReader(const json& json, std::string file) : json_(&json), file_(std::move(file)) {
    if (!json.is_object()) {
        reject(ErrorKind::corrupt_file, file_ + " does not hold a JSON object.");
        json_ = &nothing;
    }
}

ConfigReader::ConfigReader(const nlohmann::json* json, ConfigReader& parent, std::string path)
    : json_(json), file_(parent.file_), path_(std::move(path)), root_(parent.root_ ? parent.root_ : &parent) {}

const json* ConfigReader::find(std::string_view key) const {
    auto found = json_->find(key);
    return found == json_->end() || found->is_null() ? nullptr : &*found;
}

const json* ConfigReader::require(std::string_view key) {
    const json* value = find(key);
    if (!value) reject(ErrorKind::not_found, file_ + " lacks the key \"" + where(key) + "\".");
    return value;
}

std::string ConfigReader::where(std::string_view key) const { return path_ + std::string(key); }

void ConfigReader::wrong_type(std::string_view key, std::string_view wanted) {
    const json* value = find(key);
    reject(ErrorKind::corrupt_file, std::format("{}: \"{}\" is {}, which is not {}.", file_, where(key),
                                                value ? shown(*value) : "missing", wanted));
}

bool ConfigReader::has(std::string_view key) const { return find(key) != nullptr; }

void ConfigReader::reject(ErrorKind kind, std::string message) {
    std::optional<Error>& error = root_ ? root_->error_ : error_;
    if (!error) error = Error{kind, std::move(message), {}};
}

Result<void> ConfigReader::result() const {
    const std::optional<Error>& error = root_ ? root_->error_ : error_;
    if (error) return std::unexpected(*error);
    return {};
}

std::int64_t ConfigReader::integer(std::string_view key, std::int64_t least, std::int64_t most) {
    const json* value = require(key);
    if (!value) return least;
    auto number = as_integer(*value);
    if (number && *number >= least && *number <= most) return *number;
    wrong_type(key, std::format("a whole number from {} to {}", least, most));
    return least;
}

std::int64_t ConfigReader::integer(std::string_view key, std::int64_t least, std::int64_t most,
                                   std::int64_t otherwise) {
    return find(key) ? integer(key, least, most) : otherwise;
}

double ConfigReader::number(std::string_view key, double least, double most) {
    const json* value = require(key);
    if (!value) return least;
    if (value->is_number()) {
        double found = value->get<double>();
        if (found >= least && found <= most) return found;
    }
    wrong_type(key, std::format("a number from {} to {}", least, most));
    return least;
}

double ConfigReader::number(std::string_view key, double least, double most, double otherwise) {
    return find(key) ? number(key, least, most) : otherwise;
}

bool ConfigReader::boolean(std::string_view key, bool otherwise) {
    const json* value = find(key);
    if (!value) return otherwise;
    if (value->is_boolean()) return value->get<bool>();
    wrong_type(key, "true or false");
    return otherwise;
}

std::string ConfigReader::text(std::string_view key) {
    const json* value = require(key);
    if (!value) return {};
    if (value->is_string()) return value->get<std::string>();
    wrong_type(key, "a text");
    return {};
}

std::string ConfigReader::text(std::string_view key, std::string_view otherwise) {
    return find(key) ? text(key) : std::string(otherwise);
}

std::string ConfigReader::one_of(std::string_view key, const std::vector<std::string>& known,
                                 std::string_view otherwise) {
    std::string found = text(key, otherwise);
    if (std::ranges::contains(known, found)) return found;
    std::string list;
    for (const std::string& word : known) list += (list.empty() ? "\"" : ", \"") + word + "\"";
    reject(ErrorKind::unsupported,
           std::format("{}: \"{}\" is {}; this program knows {}.", file_, where(key), shown(json(found)), list));
    return std::string(otherwise);
}

std::vector<std::int64_t> ConfigReader::integers(std::string_view key, std::size_t count, std::int64_t least,
                                                 std::int64_t most) {
    std::vector<std::int64_t> numbers;
    const json* value = require(key);
    bool fits = value && value->is_array() && value->size() <= 4096 && (count == 0 || value->size() == count);
    if (fits) {
        for (const json& item : *value) {
            auto number = as_integer(item);
            fits = fits && number && *number >= least && *number <= most;
            numbers.push_back(number.value_or(least));
        }
    }
    if (value && !fits)
        wrong_type(key, std::format("a list of {}whole numbers from {} to {}", count ? std::to_string(count) + " " : "",
                                    least, most));
    if (!fits) numbers.assign(count, least);
    return numbers;
}

std::vector<double> ConfigReader::numbers(std::string_view key, std::size_t count, double least, double most) {
    std::vector<double> found;
    const json* value = require(key);
    bool fits = value && value->is_array() && value->size() <= 4096 && (count == 0 || value->size() == count);
    if (fits) {
        for (const json& item : *value) {
            double number = item.is_number() ? item.get<double>() : std::nan("");
            fits = fits && number >= least && number <= most;
            found.push_back(number);
        }
    }
    if (value && !fits)
        wrong_type(key, std::format("a list of {}numbers from {} to {}", count ? std::to_string(count) + " " : "",
                                    least, most));
    if (!fits) found.assign(count, least);
    return found;
}

ConfigReader ConfigReader::child(std::string_view key) {
    const json* value = require(key);
    if (value && !value->is_object()) {
        wrong_type(key, "an object");
        value = nullptr;
    }
    return ConfigReader(value ? value : &nothing, *this, where(key) + ".");
}

}  // namespace haibao
