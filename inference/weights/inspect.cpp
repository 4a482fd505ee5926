// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/weights/inspect.h"

#include <algorithm>
#include <format>
#include <set>

#include "inference/base/files.h"
#include "inference/base/sha256.h"
#include "inference/weights/architecture.h"
#include "inference/weights/memory_plan.h"

namespace haibao {
namespace {

namespace fs = std::filesystem;

/// Compares a store with what the architecture calls for.
void compare(ComponentReport& report, const TensorStore& store, const std::vector<ExpectedTensor>& expected) {
    std::set<std::string> used;
    for (const ExpectedTensor& wanted : expected) {
        const TensorView* found = store.find(wanted.name);
        if (!found && !wanted.alternative.empty()) found = store.find(wanted.alternative);
        if (!found) {
            if (!wanted.optional) report.missing.push_back(wanted.name);
            continue;
        }
        used.insert(wanted.name);
        if (!wanted.alternative.empty()) used.insert(wanted.alternative);
        if (found->shape != wanted.shape)
            report.misshapen.push_back(
                std::format("{} is {}, not {}", found->name, shape_text(found->shape), shape_text(wanted.shape)));
    }
    for (const std::string& name : store.names())
        if (!used.contains(name)) report.unused.push_back(name);
}

ComponentReport describe_component(ModelFolder& model, Component component, std::vector<std::string>& problems) {
    ComponentReport report;
    report.component = component;
    auto store = model.tensors(component);
    if (!store) {
        problems.push_back(store.error().message);
        return report;
    }
    std::map<DType, std::uint64_t> by_type;
    for (const WeightFile& file : (*store)->files()) report.files.push_back(file.name.substr(file.name.find('/') + 1));
    for (const std::string& name : (*store)->names()) {
        const TensorView& tensor = *(*store)->find(name);
        report.parameters += static_cast<std::uint64_t>(tensor.elements());
        report.bytes += tensor.bytes.size();
        by_type[tensor.dtype] += tensor.bytes.size();
        if (!is_computable(tensor.dtype))
            problems.push_back(
                std::format("{}: tensor \"{}\" is stored as {}; this program computes with F32, BF16 and F16.",
                            tensor.file, name, to_string(tensor.dtype)));
    }
    std::vector<std::pair<std::uint64_t, DType>> order;
    for (auto [dtype, bytes] : by_type) order.emplace_back(bytes, dtype);
    std::ranges::sort(order, std::greater());
    for (auto [bytes, dtype] : order) report.dtypes.emplace_back(to_string(dtype));

    if (auto expected = expected_tensors(model, component))
        compare(report, **store, *expected);
    else
        problems.push_back(expected.error().message);
    if (!report.missing.empty())
        problems.push_back(std::format("{} lacks {} of the tensors its config calls for, the first being \"{}\".",
                                       to_string(component), report.missing.size(), report.missing.front()));
    if (!report.misshapen.empty())
        problems.push_back(std::format("{}: tensor {} ({} such tensors).", to_string(component),
                                       report.misshapen.front(), report.misshapen.size()));
    return report;
}

struct SumLine {
    std::string digits, file;
};

/// SHA256SUMS as sha256sum writes it: digits, two spaces (or space and *), path.
Result<std::vector<SumLine>> read_sums(const fs::path& path) {
    auto text = read_file(path, 4u << 20);
    if (!text) return pass_on(text);
    std::vector<SumLine> sums;
    std::size_t number = 0;
    for (std::size_t at = 0; at < text->size(); ++number) {
        std::size_t end = std::min(text->find('\n', at), text->size());
        std::string line = text->substr(at, end - at);
        at = end + 1;
        if (line.ends_with('\r')) line.pop_back();
        if (line.empty()) continue;
        const bool digits =
            line.size() > 66 && line.find_first_not_of("0123456789abcdefABCDEF") == 64 && line[64] == ' ';
        const fs::path file = digits ? line.substr(66) : "";
        if (!digits || file.is_absolute() || std::ranges::contains(file, fs::path("..")))
            return fail(ErrorKind::corrupt_file, "SHA256SUMS: line {} is not a checksum and a file of this folder.",
                        number + 1);
        std::ranges::transform(line, line.begin(),
                               [](char c) { return c >= 'A' && c <= 'F' ? static_cast<char>(c + 32) : c; });
        sums.push_back({line.substr(0, 64), file.string()});
    }
    return sums;
}

/// Counts bytes for the caller's progress bar.
class Meter {
public:
    Meter(const VerifyProgress& progress, std::uint64_t total) : progress_(progress), total_(total) {}
    /// False when the caller wants to stop.
    bool add(std::uint64_t bytes) { return done_ += bytes, !progress_ || progress_(done_, total_); }

private:
    const VerifyProgress& progress_;
    std::uint64_t done_ = 0, total_;
};

constexpr std::size_t piece = 16u << 20;

Result<void> check_sum(const fs::path& folder, const SumLine& sum, Meter& meter, std::vector<std::string>& problems) {
    auto file = MappedFile::open(folder / sum.file);
    if (!file) {
        problems.push_back(file.error().message);
        return {};
    }
    Sha256 hash;
    const auto bytes = file->bytes();
    for (std::size_t at = 0; at < bytes.size(); at += piece) {
        const auto part = bytes.subspan(at, std::min(piece, bytes.size() - at));
        hash.update(part);
        if (auto there = file->still_there(); !there) {
            problems.push_back(there.error().message);
            return {};
        }
        file->release(part);
        if (!meter.add(part.size())) return fail(ErrorKind::cancelled, "The check was stopped.");
    }
    if (hash.hex() != sum.digits)
        problems.push_back(std::format("{} is not the file that SHA256SUMS describes. Fetch it again.", sum.file));
    return {};
}

Result<void> check_values(const TensorStore& store, Meter& meter, std::vector<std::string>& problems) {
    for (const WeightFile& file : store.files())
        for (const TensorView* each : file.tensors) {
            const TensorView& tensor = *each;
            const Block block = block_of(tensor.dtype);
            const auto bytes = [&](std::int64_t elements) { return static_cast<std::size_t>(elements / block.elements) * block.bytes; };
            const auto step = static_cast<std::int64_t>(piece / block.bytes) * block.elements;
            for (std::int64_t at = 0; at < tensor.elements(); at += step) {
                const std::int64_t count = std::min(step, tensor.elements() - at);
                auto finite = check_finite(tensor, at, count);
                if (auto there = file.mapping->still_there(); !there) {
                    problems.push_back(there.error().message);
                    return {};
                }
                file.mapping->release(tensor.bytes.subspan(bytes(at), bytes(count)));
                if (!meter.add(bytes(count))) return fail(ErrorKind::cancelled, "The check was stopped.");
                if (finite) continue;
                if (finite.error().kind == ErrorKind::corrupt_file) problems.push_back(finite.error().message);
                break;  // another type is already among the problems
            }
        }
    return {};
}

}  // namespace

Result<ModelReport> describe_model(const fs::path& folder, int width, int height) {
    auto model = ModelFolder::open(folder);
    if (!model) return pass_on(model);
    ModelReport report;
    report.defaults = model->defaults();
    for (Component component : all_components)
        if (has_weights(component)) report.components.push_back(describe_component(*model, component, report.problems));
    if (auto agreed = check_agreement(*model);
        !agreed && !std::ranges::contains(report.problems, agreed.error().message))
        report.problems.push_back(agreed.error().message);
    report.stages = plan_memory(*model, {.width = width, .height = height, .sources = 1});
    if (auto identity = model->identity()) report.identity = *identity;
    return report;
}

Result<std::vector<std::string>> verify_model(const fs::path& folder, const VerifyProgress& progress) {
    auto report = describe_model(folder, 1024, 1024);
    if (!report) return pass_on(report);
    auto model = ModelFolder::open(folder);
    if (!model) return pass_on(model);
    std::vector<std::string> problems = std::move(report->problems);

    std::error_code code;
    std::vector<SumLine> sums;
    if (fs::exists(folder / "SHA256SUMS", code)) {
        auto read = read_sums(folder / "SHA256SUMS");
        if (read)
            sums = std::move(*read);
        else
            problems.push_back(read.error().message);
    }
    std::uint64_t total = 0;
    for (const SumLine& sum : sums)
        if (auto size = fs::file_size(folder / sum.file, code); !code) total += size;
    std::vector<const TensorStore*> stores;
    for (Component component : all_components)
        if (has_weights(component))
            if (auto store = model->tensors(component)) stores.push_back(*store), total += (*store)->bytes();

    Meter meter(progress, total);
    for (const SumLine& sum : sums)
        if (auto checked = check_sum(folder, sum, meter, problems); !checked) return pass_on(checked);
    for (const TensorStore* store : stores)
        if (auto checked = check_values(*store, meter, problems); !checked) return pass_on(checked);
    return problems;
}

bool looks_like_model(const fs::path& path) {
    std::error_code code;
    return fs::is_regular_file(path / "model_index.json", code) || (path.extension() == ".gguf" && fs::is_regular_file(path, code));
}

std::vector<fs::path> find_models(const fs::path& folder) {
    std::vector<fs::path> found;
    std::error_code code;
    for (fs::directory_iterator it(folder, code), end; !code && it != end; it.increment(code))
        if (looks_like_model(it->path())) found.push_back(it->path());
    std::ranges::sort(found);
    return found;
}

}  // namespace haibao
