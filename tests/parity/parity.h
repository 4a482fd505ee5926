// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "inference/pipeline/networks.h"
#include "inference/runtime/graph.h"
#include "tests/support/golden_set.h"

/// haibao-parity in parts: a case's name chooses a function (`registry()`), which computes answers from the checkpoint
/// and the case's inputs; the runner compares them with the expected tensors. One file per group of cases.
namespace haibao::test {

/// Ends a case; the runner prints the sentence. Only inside this folder.
struct ParityFailure {
    std::string sentence;
};

/// The value, or the end of the case.
template <class T>
T need(Result<T> result) {
    if (!result) throw ParityFailure{result.error().message};
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

/// What a case's function found, by the tensors' names without "out.".
class Answers {
public:
    void floats(const std::string& name, std::vector<float> values, std::vector<std::int64_t> shape = {});
    /// Values that were computed without a network: the manifest's limit holds at every precision and on every device.
    void host_floats(const std::string& name, std::vector<float> values, std::vector<std::int64_t> shape = {});
    /// Integers that follow from the inputs alone.
    void integers(const std::string& name, const std::vector<std::int32_t>& values);
    /// Ids that a network chose: close calls may go another way in other arithmetic (contracts: precision).
    void chosen(const std::string& name, const std::vector<std::int32_t>& values);
    /// All named values of a run, as floats.
    void taps(const Taps& taps);
    /// One entry of a JSON case.
    void entry(bool equal, const std::string& description);

    struct Floats {
        std::vector<float> values;
        std::vector<std::int64_t> shape;  ///< empty: as expected
        bool host = false;
    };
    struct Integers {
        std::vector<std::int32_t> values;
        bool chosen;
    };
    std::map<std::string, Floats> all_floats;
    std::map<std::string, Integers> all_integers;
    std::size_t entries = 0, equal_entries = 0;
    std::string first_difference;  ///< of a JSON case
};

/// What a case's function works with.
class ParityCase {
public:
    ParityCase(const GoldenSet& set, const GoldenCase& golden, Networks& networks, bool exact);

    const std::string& name() const { return golden_.name; }
    const nlohmann::json& expect() const { return golden_.expect; }
    const std::vector<GoldenOutput>& outputs() const { return golden_.outputs; }
    bool expects(const std::string& output) const;
    Networks& networks() { return networks_; }
    /// False where ids may differ (fast, or another device than the processor): decoding is then fed the expected ids.
    bool exact() const { return exact_; }

    bool has(const std::string& tensor) const;
    std::vector<float> floats(const std::string& tensor) const;
    std::vector<std::int32_t> integers(const std::string& tensor) const;
    std::vector<std::int64_t> shape(const std::string& tensor) const;

    bool has_param(const std::string& key) const { return golden_.params.contains(key); }
    int integer(const std::string& key) const { return static_cast<int>(number(key)); }
    int integer(const std::string& key, int otherwise) const { return has_param(key) ? integer(key) : otherwise; }
    double number(const std::string& key) const;
    std::string text(const std::string& key) const;
    std::vector<std::string> texts(const std::string& key) const;
    const nlohmann::json& param(const std::string& key) const;
    Image image(const std::string& file) const { return need(set_.read_image(file)); }

    /// A run of a network; with `taps` its named values are kept.
    RunContext run(Taps* taps = nullptr) { return {networks_.device(), {}, taps}; }

private:
    const TensorView& view(const std::string& tensor) const;

    const GoldenSet& set_;
    const GoldenCase& golden_;
    Networks& networks_;
    bool exact_;
    std::optional<SafetensorsFile> file_;
};

using ParityFunction = void (*)(ParityCase&, Answers&);
struct ParityGroup {
    std::string_view prefix;  ///< of the cases' names; the longest that fits counts
    ParityFunction function;
};

// One per file of this folder.
std::vector<ParityGroup> text_cases();
std::vector<ParityGroup> vision_cases();
std::vector<ParityGroup> language_cases();
std::vector<ParityGroup> diffusion_cases();
std::vector<ParityGroup> autoencoder_cases();
std::vector<ParityGroup> pipeline_cases();

/// Ids of a source picture by the vision tower, with its grid.
struct SourceIds {
    Grid grid;
    std::vector<std::int32_t> ids;
};
SourceIds source_ids(ParityCase& test, const std::string& image);

}  // namespace haibao::test
