// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/ops/layer_stream.h"

#include <algorithm>
#include <utility>

#include "inference/ops/upload.h"

namespace haibao::ops {

LayerStream::~LayerStream() {
    if (on_its_way_.valid()) on_its_way_.wait();
}

Result<void> LayerStream::bring(std::size_t layer) {
    if (turns_.empty()) return {};
    const auto behind = std::ranges::upper_bound(turns_, layer, {}, &Turn::layer);
    const bool takes_turns = behind != turns_.begin() && std::prev(behind)->layer == layer;
    const std::size_t index = static_cast<std::size_t>(behind - turns_.begin()), turn = takes_turns ? index - 1 : none;
    // A layer that several passes go through is there for all but the first, which do not wait for the next one.
    if (takes_turns && there_[turn % 2] != turn) {
        if (auto came = wait(); !came) return came;
        if (there_[turn % 2] != turn) {
            there_[turn % 2] = none;
            ++sent_;
            if (auto fetched = fetch(turn); !fetched) return fetched;
            there_[turn % 2] = turn;
        }
    }
    // Behind the last one the first begins again.
    const std::size_t next = index % turns_.size();
    const bool is_free = !takes_turns || next % 2 != turn % 2;
    if (is_free && coming_ == none && there_[next % 2] != next && device_.takes_values_while_computing()) begin(next);
    return {};
}

Result<void> LayerStream::fetch(std::size_t turn) const {
    for (const StoredTensor& tensor : turns_[turn].tensors)
        if (auto done = upload(store_, tensor, Look::no_more); !done) return done;
    for (const WeightFile& file : store_.files())
        if (auto there = file.mapping->still_there(); !there) return there;
    return {};
}

void LayerStream::begin(std::size_t turn) {
    there_[turn % 2] = none;
    // Where no thread can be had it is fetched when it is waited for.
    on_its_way_ = std::async(std::launch::async | std::launch::deferred, [this, turn] { return fetch(turn); });
    coming_ = turn;
    ++sent_;
}

Result<void> LayerStream::wait() {
    if (coming_ == none) return {};
    const std::size_t turn = std::exchange(coming_, none);
    auto came = on_its_way_.get();
    if (came) there_[turn % 2] = turn;
    return came;
}

}  // namespace haibao::ops
