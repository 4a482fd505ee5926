// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "inference/runtime/device.h"
#include "inference/runtime/trace.h"
#include "inference/weights/model_folder.h"

/// What the engine's bench measures: parts of the networks at the released sizes.
namespace haibao::bench {

/// Where a case's time goes: the operations of one more run, summed up by name. Only where it is asked for.
class Operations : public TraceSink {
public:
    bool wanted = false;

    bool active() const override { return running_; }
    void add(const TraceEvent& event) override;
    /// Sums up `work`, where that is wanted.
    Result<void> see(const std::function<Result<void>()>& work);
    /// To stderr, what took longest first.
    void print() const;

private:
    struct Sum {
        int count = 0;
        double seconds = 0, flops = 0, bytes = 0;
    };
    bool running_ = false;
    double graphs_ = 0;
    std::map<std::string, Sum> sums_;
};

/// How often cases are measured, and what is wanted besides.
struct Stopwatch {
    int runs = 5;
    Operations operations;

    /// The median time of `work`, after one run to warm up.
    Result<double> median_seconds(const std::function<Result<void>()>& work);
};

/// `amount` is the work of one run: operations or bytes.
struct Case {
    const char* key;  ///< what the peers' scripts call it
    std::string name;
    double amount;
    bool computes;  ///< bound by products; else by memory
    std::function<Result<double>(Stopwatch&, Device&)> measure;
};

/// `folder`: one layer of each network, at the released sizes; it outlives the cases.
std::vector<Case> cases(ModelFolder& folder, const Device& device);

/// Seconds for all the diffusion blocks of a model on a picture of side × side pixels, and the operations of one block.
Result<double> diffusion_block(Stopwatch& watch, Device& device, ModelFolder& folder, int side);
double block_operations(double side);
/// Seconds for a token of each of `sequences` pictures through all the language layers of a model and the head.
Result<double> decode_token(Stopwatch& watch, Device& device, ModelFolder& folder, std::int64_t sequences);

}  // namespace haibao::bench
