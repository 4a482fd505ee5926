// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <concepts>
#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "inference/base/result.h"

namespace haibao::protocol {

/// Converts one JSON value; false when it is of another type or out of the target's range.
inline bool convert(const nlohmann::json& value, bool& out) {
    if (!value.is_boolean()) return false;
    out = value.get<bool>();
    return true;
}
inline bool convert(const nlohmann::json& value, std::string& out) {
    if (!value.is_string()) return false;
    out = value.get<std::string>();
    return true;
}
inline bool convert(const nlohmann::json& value, double& out) {
    if (!value.is_number()) return false;
    out = value.get<double>();
    return std::isfinite(out);
}
template <std::integral Int>
bool convert(const nlohmann::json& value, Int& out) {
    if (!value.is_number_integer()) return false;
    const bool fits = value.is_number_unsigned() ? std::in_range<Int>(value.get<std::uint64_t>())
                                                 : std::in_range<Int>(value.get<std::int64_t>());
    if (fits) out = value.is_number_unsigned() ? static_cast<Int>(value.get<std::uint64_t>())
                                               : static_cast<Int>(value.get<std::int64_t>());
    return fits;
}
template <class T>
bool convert(const nlohmann::json& value, std::vector<T>& out) {
    if (!value.is_array()) return false;
    out.resize(value.size());
    for (std::size_t i = 0; i < value.size(); ++i)
        if (!convert(value[i], out[i])) return false;
    return true;
}

/// Reads the fields of an untrusted JSON object one after the other and remembers the first one that is wrong.
class Fields {
public:
    explicit Fields(const nlohmann::json& object) : object_(object) {}

    template <class T>
    Fields& required(const char* name, T& out) {
        const auto found = object_.find(name);
        if (found == object_.end()) complain(name, "is missing");
        else if (!convert(*found, out)) complain(name, "has a wrong type or value");
        return *this;
    }
    template <class T>
    Fields& maybe(const char* name, T& out) {
        const auto found = object_.find(name);
        if (found != object_.end() && !found->is_null() && !convert(*found, out)) complain(name, "has a wrong type or value");
        return *this;
    }
    template <class T>
    Fields& maybe(const char* name, std::optional<T>& out) {
        T value{};
        const auto found = object_.find(name);
        if (found == object_.end() || found->is_null()) return *this;
        if (convert(*found, value)) out = std::move(value);
        else complain(name, "has a wrong type or value");
        return *this;
    }
    void complain(const std::string& name, const char* what) {
        if (!error_) error_ = Error{ErrorKind::invalid_input, std::format("The field \"{}\" {}.", name, what), {}};
    }
    /// The value, or the first error.
    template <class T>
    Result<T> give(T value) {
        if (error_) return std::unexpected(std::move(*error_));
        return value;
    }

private:
    const nlohmann::json& object_;
    std::optional<Error> error_;
};

}  // namespace haibao::protocol
