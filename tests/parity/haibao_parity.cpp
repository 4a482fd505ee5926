// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <format>

#include "inference/base/files.h"
#include "tests/parity/parity.h"

/// haibao-parity DIR… [--device D] [--precision f32|fast|int8] [--threads N] [--only PREFIX] [--model PATH] [--all]
/// Runs every case of golden sets and prints for each its name, the largest error relative to the reference's largest
/// magnitude (of the output that comes closest to its limit), that limit, and "ok" or "FAIL". Exit status: 0 all fine,
/// 1 not, 2 wrong usage.
namespace haibao::test {
namespace {

struct Settings {
    std::vector<std::filesystem::path> folders;
    EngineOptions engine{.device = "cpu", .precision = Precision::f32, .threads = 0};
    std::string only;
    std::filesystem::path model;  ///< instead of the set's own checkpoint
    bool every = false;  ///< print every output's error
};

/// Limits beyond the manifest's (issue §2, contracts "Precision").
constexpr double accelerator_limit = 2e-3, fast_limit = 2e-2;

struct Verdict {
    double error = 0, limit = 0;  ///< of the output nearest to its limit
    std::string note;
    std::string every;  ///< a line for every output, when asked for
    bool ok = true;

    void fail(const std::string& why) {
        ok = false;
        add(why);
    }
    void add(const std::string& words) { note += (note.empty() ? "" : ", ") + words; }
};

class Comparison {
public:
    Comparison(const Settings& settings, const Device& device)
        : fast_(settings.engine.precision != Precision::f32), cpu_(device.on_cpu()), every_(settings.every) {}

    bool exact() const { return cpu_ && !fast_; }

    Verdict compare(const ParityCase& test, const Answers& answers) const {
        Verdict verdict;
        if (answers.entries) {
            verdict.add(std::format("{} of {} entries equal", answers.equal_entries, answers.entries));
            if (answers.equal_entries < answers.entries)
                verdict.fail("first difference: " + answers.first_difference.substr(0, 60));
        } else if (test.outputs().empty()) {
            verdict.fail("nothing was compared");
        }
        double nearest = -1;
        for (const GoldenOutput& output : test.outputs()) {
            const std::string name = output.name.substr(std::min<std::size_t>(4, output.name.size()));
            if (output.exact)
                compare_integers(test, answers, name, verdict);
            else
                compare_floats(test, answers, output, name, verdict, nearest);
        }
        return verdict;
    }

private:
    void compare_integers(const ParityCase& test, const Answers& answers, const std::string& name,
                          Verdict& verdict) const {
        auto found = answers.all_integers.find(name);
        if (found == answers.all_integers.end()) return verdict.fail(name + " was not computed");
        const std::vector<std::int32_t> want = test.integers("out." + name);
        const std::vector<std::int32_t>& got = found->second.values;
        std::size_t equal = 0;
        for (std::size_t i = 0; i < std::min(want.size(), got.size()); ++i) equal += got[i] == want[i];
        if (equal == want.size() && got.size() == want.size()) return;
        const std::string words = std::format("{}: {} of {} equal", name, equal, want.size());
        if (found->second.chosen && !exact())
            verdict.add(words);
        else
            verdict.fail(words);
    }

    void compare_floats(const ParityCase& test, const Answers& answers, const GoldenOutput& output,
                        const std::string& name, Verdict& verdict, double& nearest) const {
        auto found = answers.all_floats.find(name);
        if (found == answers.all_floats.end()) return verdict.fail(name + " was not computed");
        const std::vector<float> want = test.floats(output.name);
        const std::vector<float> got = corner(found->second, test.shape(output.name));
        const double looser = found->second.host ? 0 : fast_ ? fast_limit : cpu_ ? 0 : accelerator_limit;
        const double limit = std::max(output.tolerance, looser);
        const double error = relative_error(got, want);
        if (every_) verdict.every += std::format("    {:<32} {:8.1e}\n", name, error);
        const double closeness = error == 0 ? 0 : error / std::max(limit, 1e-30);
        if (closeness > nearest) {
            nearest = closeness;
            verdict.error = error;
            verdict.limit = limit;
        }
        if (!(error <= limit)) verdict.fail(std::format("{} {:.2e}", name, error));
    }

    /// Manifests keep only the top left corner of large maps [channels, rows, columns].
    static std::vector<float> corner(const Answers::Floats& got, const std::vector<std::int64_t>& want) {
        const std::vector<std::int64_t>& shape = got.shape;
        if (shape.size() != 3 || want.size() != 3 || shape == want || shape[0] != want[0] || shape[1] < want[1] ||
            shape[2] < want[2])
            return got.values;
        std::vector<float> part;
        for (std::int64_t c = 0; c < want[0]; ++c)
            for (std::int64_t y = 0; y < want[1]; ++y) {
                const auto row = got.values.begin() + (c * shape[1] + y) * shape[2];
                part.insert(part.end(), row, row + want[2]);
            }
        return part;
    }

    static double relative_error(const std::vector<float>& got, const std::vector<float>& want) {
        if (got.size() != want.size()) return INFINITY;
        double worst = 0, largest = 0;
        for (std::size_t i = 0; i < got.size(); ++i) {
            const double difference = std::abs(static_cast<double>(got[i]) - want[i]);
            if (!std::isfinite(difference)) return INFINITY;
            worst = std::max(worst, difference);
            largest = std::max<double>(largest, std::abs(want[i]));
        }
        return worst == 0 ? 0 : worst / std::max(largest, 1e-30);
    }

    bool fast_, cpu_, every_;
};

/// The function whose prefix fits best; null when the case is of no known kind.
ParityFunction function_for(std::string_view name) {
    static const std::vector<ParityGroup> groups = [] {
        std::vector<ParityGroup> all;
        for (auto list : {text_cases, vision_cases, language_cases, diffusion_cases, autoencoder_cases, pipeline_cases})
            for (const ParityGroup& group : list()) all.push_back(group);
        return all;
    }();
    const ParityGroup* best = nullptr;
    for (const ParityGroup& group : groups)
        if (name.starts_with(group.prefix) && (!best || group.prefix.size() > best->prefix.size())) best = &group;
    return best ? best->function : nullptr;
}

Verdict run_case(const GoldenSet& set, const GoldenCase& golden, Networks& networks, const Comparison& comparison) {
    const ParityFunction function = function_for(golden.name);
    Verdict verdict;
    if (!function) {
        verdict.fail("unknown");
        return verdict;
    }
    try {
        ParityCase test(set, golden, networks, comparison.exact());
        Answers answers;
        function(test, answers);
        return comparison.compare(test, answers);
    } catch (const ParityFailure& failure) {
        verdict.fail(failure.sentence);
    } catch (const nlohmann::json::exception& problem) {
        verdict.fail(std::format("the manifest is not as expected ({})", problem.what()));
    } catch (const std::exception& problem) {
        verdict.fail(problem.what());
    }
    return verdict;
}

bool parse(int count, char** words, Settings& settings) {
    for (int i = 1; i < count; ++i) {
        const std::string_view word = words[i];
        if (!word.starts_with("--")) {
            settings.folders.emplace_back(word);
            continue;
        }
        if (word == "--all") {
            settings.every = true;
            continue;
        }
        if (++i == count) return false;
        const std::string value = words[i];
        if (word == "--device")
            settings.engine.device = value;
        else if (word == "--threads")
            settings.engine.threads = std::atoi(value.c_str());
        else if (word == "--model")
            settings.model = value;
        else if (word == "--only")
            settings.only = value;
        else if (word == "--precision" && (value == "f32" || value == "fast" || value == "int8"))
            settings.engine.precision = value == "f32" ? Precision::f32 : value == "fast" ? Precision::fast : Precision::int8;
        else
            return false;
    }
    return !settings.folders.empty();
}

int run(const std::filesystem::path& folder, const Settings& settings) {
    auto set = GoldenSet::open(folder);
    if (!set) {
        std::fprintf(stderr, "%s\n", set.error().message.c_str());
        return 1;
    }
    auto networks = Networks::open(settings.model.empty() ? set->checkpoint() : settings.model, settings.engine);
    if (!networks) {
        std::fprintf(stderr, "%s\n", networks.error().message.c_str());
        return 1;
    }
    const Device& device = (*networks)->device();
    const Comparison comparison(settings, device);
    std::printf("%s on %s (%s), %s\n", short_name(folder, 1).c_str(), device.info().name.c_str(),
                device.info().description.c_str(), settings.engine.precision == Precision::f32 ? "f32" : settings.engine.precision == Precision::fast ? "fast" : "int8");
    const auto start = std::chrono::steady_clock::now();
    std::size_t cases = 0, good = 0;
    for (const GoldenCase& golden : set->cases()) {
        if (!golden.name.starts_with(settings.only)) continue;
        const Verdict verdict = run_case(*set, golden, **networks, comparison);
        ++cases;
        good += verdict.ok;
        std::string numbers = std::format("{:>8}  {:>8}", "exact", "");
        if (verdict.limit > 0 || verdict.error > 0)
            numbers = std::format("{:8.1e}  {:8.1e}", verdict.error, verdict.limit);
        std::printf("%-28s  %s  %-4s  %s\n", golden.name.c_str(), numbers.c_str(), verdict.ok ? "ok" : "FAIL",
                    verdict.note.c_str());
        std::fputs(verdict.every.c_str(), stdout);
        std::fflush(stdout);
    }
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    std::printf("%zu cases, %zu ok, %zu failed, %.1f s\n", cases, good, cases - good, seconds.count());
    return cases > 0 && good == cases ? 0 : 1;
}

}  // namespace
}  // namespace haibao::test

int main(int count, char** words) {
    haibao::test::Settings settings;
    if (!haibao::test::parse(count, words, settings)) {
        std::fprintf(
            stderr,
            "usage: haibao-parity DIR… [--device D] [--precision f32|fast|int8] [--threads N] [--only PREFIX] [--model PATH] [--all]\n"
            "Runs every case of golden sets (DIR/goldens.json) and compares with the reference; --all shows every "
            "output. --model: another form of the set's checkpoint, e.g. a quantised one.\n");
        return 2;
    }
    int status = 0;
    for (const std::filesystem::path& folder : settings.folders) status |= haibao::test::run(folder, settings);
    return status;
}
