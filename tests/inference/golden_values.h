// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "inference/weights/values.h"
#include "tests/support/golden_set.h"

namespace haibao::test {

inline std::filesystem::path golden_folder(const std::string& set) {
    return std::filesystem::path(HAIBAO_SOURCE_DIR) / "tests" / "goldens" / set;
}

/// Parameters and values of one case of tests/goldens/SET. Throws where a test would be pointless.
class GoldenValues {
public:
    GoldenValues(const std::string& set, const std::string& name)
        : GoldenValues(GoldenSet::open(golden_folder(set)).value(), name) {}

    const TensorView& tensor(const std::string& name) const {
        const TensorView* found = file_.find(name);
        return found ? *found : throw std::out_of_range(file_.name() + " lacks " + name);
    }
    std::vector<float> floats(const std::string& name) const { return read_floats(tensor(name)).value(); }
    std::vector<std::int32_t> integers(const std::string& name) const {
        const TensorView& view = tensor(name);
        std::vector<std::int32_t> values(static_cast<std::size_t>(view.elements()));
        std::memcpy(values.data(), view.bytes.data(), view.bytes.size());
        return values;
    }

    nlohmann::json params;

private:
    GoldenValues(const GoldenSet& set, const std::string& name)
        : params(set.find(name) ? set.find(name)->params : throw std::out_of_range(name)),
          file_(set.tensors(*set.find(name)).value()) {}

    SafetensorsFile file_;
};

/// max|got − want| / max|want|, the goldens' measure; infinite for another number of values or a NaN.
inline double relative_error(std::span<const float> got, std::span<const float> want) {
    if (got.size() != want.size()) return INFINITY;
    double worst = 0, largest = 0;
    for (std::size_t i = 0; i < got.size(); ++i) {
        const double difference = std::abs(static_cast<double>(got[i]) - static_cast<double>(want[i]));
        if (!std::isfinite(difference)) return INFINITY;
        worst = std::max(worst, difference);
        largest = std::max(largest, std::abs(static_cast<double>(want[i])));
    }
    return worst / std::max(largest, 1e-30);
}

}  // namespace haibao::test
