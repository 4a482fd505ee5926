// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/runtime/calibration.h"

#include <unistd.h>

#include <algorithm>
#include <fstream>

#include "inference/base/json.h"
#include "inference/runtime/backend_libraries.h"
#include "inference/runtime/processor.h"

namespace haibao {
namespace fs = std::filesystem;
namespace {

/// Loading a driver, compiling its shaders, and the measurement itself.
constexpr std::chrono::seconds patience{90};
constexpr const char* format_name = "haibao.calibration/1";

nlohmann::json read_book(const fs::path& file) {
    auto json = read_json(file);
    const bool sound = json && json->is_object() && json->value("haibao", nlohmann::json()) == format_name && json->contains("gflops") && (*json)["gflops"].is_object();
    return sound ? std::move((*json)["gflops"]) : nlohmann::json::object();
}

std::string device_part(const FoundDevice& device) { return device.info.name + " | " + device.info.description + " | "; }

}  // namespace

std::string calibration_key(const FoundDevice& device) {
    // The processor's rate grows with the cores that this process may use.
    return device_part(device) + (device.info.device_class == "cpu" ? std::format("{} cores ", usable_cores()) : "") + device.driver;
}

std::optional<double> CalibrationBook::rate(const FoundDevice& device) const {
    const nlohmann::json book = read_book(file_);
    const auto known = book.find(calibration_key(device));
    return known != book.end() && known->is_number() ? std::optional(known->get<double>()) : std::nullopt;
}

void CalibrationBook::remember(const FoundDevice& device, double rate) const {
    nlohmann::json book = nlohmann::json::object();
    const nlohmann::json known = read_book(file_);
    for (const auto& [key, value] : known.items())
        if (!key.starts_with(device_part(device))) book[key] = value;
    book[calibration_key(device)] = rate;
    std::error_code ignored;
    fs::create_directories(file_.parent_path(), ignored);
    const fs::path beside = file_.string() + std::format(".{}.part", getpid());
    std::ofstream(beside) << nlohmann::json{{"haibao", format_name}, {"gflops", book}}.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
    fs::rename(beside, file_, ignored);
    if (ignored) fs::remove(beside, ignored);
}

double measure(const FoundDevice& device) {
    auto run = run_probe_program({"--calibrate", device.target, device.info.name}, patience);
    auto json = run && !run->timed_out ? parse_json(run->output, "the measurement") : Result<nlohmann::json>(std::unexpected(Error{}));
    const bool sound = json && json->is_object() && json->contains("gflops") && (*json)["gflops"].is_number();
    return sound ? std::max(0.0, (*json)["gflops"].get<double>()) : 0;
}

const FoundDevice* fastest(const std::vector<FoundDevice>& found, const RateOf& rate) {
    const auto cpu = std::ranges::find_if(found, [](const FoundDevice& device) { return device.info.device_class == "cpu" && device.info.usable; });
    const FoundDevice* best = cpu == found.end() ? nullptr : &*cpu;
    const auto is_card = [](const FoundDevice& device) { return device.hardware && device.info.usable && !device.info.software; };
    if (std::ranges::none_of(found, is_card)) return best;
    double most = best ? rate(*best) : 0;
    for (const FoundDevice& device : found) {
        if (!is_card(device)) continue;
        if (const double measured = rate(device); measured > most) most = measured, best = &device;
    }
    return best;
}

double calibrated_rate(const FoundDevice& device) {
    if (probe_program().empty()) return device.hardware ? 2 : 1;
    const CalibrationBook book(cache_folder() / "calibration.json");
    if (const auto known = book.rate(device)) return *known;
    const double rate = measure(device);
    // The processor works: a measurement that found no time says nothing, and nothing would ever make it forgotten.
    if (rate > 0 || device.info.device_class != "cpu") book.remember(device, rate);
    return rate;
}

}  // namespace haibao
