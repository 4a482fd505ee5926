// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstring>
#include <format>

#include "inference/weights/values.h"
#include "tests/parity/parity.h"

namespace haibao::test {

void Answers::floats(const std::string& name, std::vector<float> values, std::vector<std::int64_t> shape) {
    all_floats[name] = {std::move(values), std::move(shape), false};
}

void Answers::host_floats(const std::string& name, std::vector<float> values, std::vector<std::int64_t> shape) {
    all_floats[name] = {std::move(values), std::move(shape), true};
}

void Answers::integers(const std::string& name, const std::vector<std::int32_t>& values) {
    all_integers[name] = {values, false};
}
void Answers::chosen(const std::string& name, const std::vector<std::int32_t>& values) {
    all_integers[name] = {values, true};
}

void Answers::taps(const Taps& taps) {
    for (const auto& [name, tensor] : taps) floats(name, tensor.values, tensor.shape);
}

void Answers::entry(bool equal, const std::string& description) {
    ++entries;
    equal_entries += equal;
    if (!equal && first_difference.empty()) first_difference = description;
}

ParityCase::ParityCase(const GoldenSet& set, const GoldenCase& golden, Networks& networks, bool exact)
    : set_(set), golden_(golden), networks_(networks), exact_(exact) {
    if (golden.file || !golden.outputs.empty()) file_.emplace(need(set.tensors(golden)));
}

bool ParityCase::expects(const std::string& output) const {
    for (const GoldenOutput& known : golden_.outputs)
        if (known.name == "out." + output) return true;
    return false;
}

bool ParityCase::has(const std::string& tensor) const { return file_ && file_->find(tensor); }

const TensorView& ParityCase::view(const std::string& tensor) const {
    if (!has(tensor)) throw ParityFailure{std::format("the case has no tensor {}", tensor)};
    return *file_->find(tensor);
}

std::vector<float> ParityCase::floats(const std::string& tensor) const { return need(read_floats(view(tensor))); }

std::vector<std::int32_t> ParityCase::integers(const std::string& tensor) const {
    const TensorView& stored = view(tensor);
    if (stored.dtype != DType::i32) throw ParityFailure{std::format("{} is not I32", tensor)};
    std::vector<std::int32_t> values(static_cast<std::size_t>(stored.elements()));
    std::memcpy(values.data(), stored.bytes.data(), stored.bytes.size());
    return values;
}

std::vector<std::int64_t> ParityCase::shape(const std::string& tensor) const { return view(tensor).shape; }

const nlohmann::json& ParityCase::param(const std::string& key) const {
    auto found = golden_.params.find(key);
    if (found == golden_.params.end()) throw ParityFailure{std::format("the case has no parameter \"{}\"", key)};
    return *found;
}

double ParityCase::number(const std::string& key) const {
    if (!param(key).is_number()) throw ParityFailure{std::format("the parameter \"{}\" is no number", key)};
    return param(key).get<double>();
}

std::string ParityCase::text(const std::string& key) const {
    if (!param(key).is_string()) throw ParityFailure{std::format("the parameter \"{}\" is no text", key)};
    return param(key).get<std::string>();
}

std::vector<std::string> ParityCase::texts(const std::string& key) const {
    std::vector<std::string> list;
    for (const nlohmann::json& item : param(key)) {
        if (!item.is_string()) throw ParityFailure{std::format("the parameter \"{}\" is no list of texts", key)};
        list.push_back(item.get<std::string>());
    }
    return list;
}

}  // namespace haibao::test
