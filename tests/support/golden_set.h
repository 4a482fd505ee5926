// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "inference/base/image.h"
#include "inference/base/result.h"
#include "inference/weights/safetensors.h"

namespace haibao::test {

/// A tensor that a case expects.
struct GoldenOutput {
    std::string name;  ///< "out.velocity"
    std::vector<std::int64_t> shape;
    bool exact = false;  ///< integers; else relative to the largest magnitude
    double tolerance = 0;
};

struct GoldenCase {
    std::string name;
    nlohmann::json params;            ///< an object
    std::optional<std::string> file;  ///< absent for pure JSON cases
    std::vector<GoldenOutput> outputs;
    nlohmann::json expect;  ///< null for tensor cases
};

/// A folder of golden cases (goldens.json, "glm-image-goldens/1").
class GoldenSet {
public:
    /// Errors: not_found, corrupt_file, unsupported (another format).
    static Result<GoldenSet> open(const std::filesystem::path& folder);

    const std::vector<GoldenCase>& cases() const { return cases_; }
    /// Null when there is none of that name.
    const GoldenCase* find(std::string_view name) const;
    std::filesystem::path checkpoint() const { return folder_ / checkpoint_; }
    std::filesystem::path image(const std::string& file) const { return folder_ / images_ / file; }
    /// The tensors of a case that has some.
    Result<SafetensorsFile> tensors(const GoldenCase& test) const;
    Result<Image> read_image(const std::string& file) const;

private:
    std::filesystem::path folder_;
    std::string checkpoint_, images_;
    std::vector<GoldenCase> cases_;
};

}  // namespace haibao::test
