// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/base/json.h"

#include <set>
#include <vector>

#include "inference/base/files.h"

namespace haibao {
namespace {

using nlohmann::json;

/// Walks the text without building anything, so that a hostile one is refused before it costs memory.
class Guard : public nlohmann::json_sax<json> {
public:
    explicit Guard(const JsonLimits& limits) : limits_(limits) {}

    bool null() override { return value(); }
    bool boolean(bool) override { return value(); }
    bool number_integer(number_integer_t) override { return value(); }
    bool number_unsigned(number_unsigned_t) override { return value(); }
    bool number_float(number_float_t, const string_t&) override { return value(); }
    bool string(string_t&) override { return value(); }
    bool binary(binary_t&) override { return value(); }
    bool start_object(std::size_t) override { return open(); }
    bool start_array(std::size_t) override { return open(); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t& name) override {
        if (!keys_.back().insert(name).second)
            return refuse("the key \"" + name.substr(0, 80) + "\" stands there twice");
        return true;
    }

    bool parse_error(std::size_t position, const std::string&, const json::exception&) override {
        return refuse("it is not JSON from byte " + std::to_string(position) + " on");
    }

    const std::string& reason() const { return reason_; }

private:
    bool refuse(std::string reason) {
        if (reason_.empty()) reason_ = std::move(reason);
        return false;
    }
    bool value() { return ++values_ <= limits_.values || refuse("it holds too many values"); }
    bool open() {
        keys_.emplace_back();
        return static_cast<int>(keys_.size()) <= limits_.depth ? value() : refuse("it is nested too deeply");
    }
    bool close() {
        keys_.pop_back();
        return true;
    }

    const JsonLimits& limits_;
    std::size_t values_ = 0;
    std::vector<std::set<std::string>> keys_;  ///< one per open bracket
    std::string reason_;
};

}  // namespace

Result<json> parse_json(std::string_view text, std::string_view file, const JsonLimits& limits) {
    if (text.size() > limits.bytes)
        return fail(ErrorKind::corrupt_file, "{} cannot be read: it is longer than {} bytes.", file, limits.bytes);
    Guard guard(limits);
    if (!json::sax_parse(text, &guard))
        return fail(ErrorKind::corrupt_file, "{} cannot be read: {}. Fetch it again.", file, guard.reason());
    json parsed = json::parse(text, nullptr, /*allow_exceptions=*/false);
    if (parsed.is_discarded()) return fail(ErrorKind::corrupt_file, "{} is not JSON. Fetch it again.", file);
    return parsed;
}

Result<json> read_json(const std::filesystem::path& path, const JsonLimits& limits) {
    auto text = read_file(path, limits.bytes);
    if (!text) return pass_on(text);
    return parse_json(*text, short_name(path), limits);
}

}  // namespace haibao
