// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <span>
#include <thread>
#include <vector>

namespace haibao::gallery {

/// Calls work(i) for 0 ≤ i < count on several threads and hands the results to take(first, results) on this one, in order:
/// as many at once as are ready, 1 to 64, so that what take() does for all of them together, a transaction, never waits for
/// work. Ends early when take() returns false; what was begun is then thrown away.
template <class Result>
void in_parallel(std::size_t count, int threads, const std::function<Result(std::size_t)>& work,
                 const std::function<bool(std::size_t, std::span<Result>)>& take) {
    constexpr std::size_t most_waiting = 64;
    std::mutex lock;
    std::condition_variable changed;
    std::map<std::size_t, Result> finished;
    std::size_t next = 0, taken = 0;
    bool stopping = false;
    const auto run = [&] {
        std::unique_lock hold(lock);
        while (true) {
            changed.wait(hold, [&] { return stopping || next >= count || next < taken + most_waiting; });
            if (stopping || next >= count) return;
            const std::size_t mine = next++;
            hold.unlock();
            Result result = work(mine);
            hold.lock();
            finished.emplace(mine, std::move(result));
            changed.notify_all();
        }
    };
    std::vector<std::jthread> pool;
    for (std::size_t i = 0; i < std::min(count, static_cast<std::size_t>(std::max(1, threads))); ++i) pool.emplace_back(run);
    std::unique_lock hold(lock);
    while (taken < count) {
        changed.wait(hold, [&] { return finished.contains(taken); });
        std::vector<Result> ready;
        for (auto node = finished.extract(taken); node; node = finished.extract(taken + ready.size())) ready.push_back(std::move(node.mapped()));
        hold.unlock();
        const bool go_on = take(taken, ready);
        hold.lock();
        taken += ready.size();
        changed.notify_all();
        if (!go_on) break;
    }
    stopping = true;
    changed.notify_all();
    hold.unlock();
    pool.clear();
}

}  // namespace haibao::gallery
