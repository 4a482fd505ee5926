// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pthread.h>
#include <time.h>

#include <QCoreApplication>
#include <QEvent>
#include <atomic>
#include <chrono>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace haibao::test {

/// Watches from a thread of its own how long the event loop takes to come round: every few milliseconds it sends an event and
/// waits for it. A stall is told with the processor time that the window's thread really used in it, for a machine that is
/// busy with other things holds up everybody.
class StallWatch : public QObject {
public:
    struct Stall {
        std::string during;
        double wall_ms = 0, processor_ms = 0;
    };
    static constexpr double least_ms = 50;  ///< what counts as a stall

    /// Begins to watch the calling thread, which must be the one with the event loop.
    StallWatch() {
        pthread_getcpuclockid(pthread_self(), &clock_);
        watcher_ = std::thread([this] { watch(); });
    }
    ~StallWatch() override {
        stop_ = true;
        watcher_.join();
        QCoreApplication::removePostedEvents(this);
    }

    /// What is going on from now on, for the report.
    void now(const std::string& during) {
        const std::lock_guard lock(mutex_);
        during_ = during;
    }
    std::vector<Stall> stalls() const {
        const std::lock_guard lock(mutex_);
        return stalls_;
    }
    int rounds() const { return rounds_; }

protected:
    bool event(QEvent* event) override {
        if (event->type() != QEvent::User) return QObject::event(event);
        ++rounds_;
        answered_ = true;
        return true;
    }

private:
    double processor_ms() const {
        timespec time{};
        clock_gettime(clock_, &time);
        return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
    }

    void watch() {
        using Clock = std::chrono::steady_clock;
        while (!stop_) {
            answered_ = false;
            const double processor = processor_ms();
            const auto asked = Clock::now();
            QCoreApplication::postEvent(this, new QEvent(QEvent::User), Qt::HighEventPriority);
            while (!answered_ && !stop_) std::this_thread::sleep_for(std::chrono::milliseconds(1));
            const double wall = std::chrono::duration<double, std::milli>(Clock::now() - asked).count();
            if (wall > least_ms && answered_) {
                const std::lock_guard lock(mutex_);
                stalls_.push_back({during_, wall, processor_ms() - processor});
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(4));
        }
    }

    clockid_t clock_{};
    std::thread watcher_;
    std::atomic<bool> stop_ = false, answered_ = false;
    std::atomic<int> rounds_ = 0;
    mutable std::mutex mutex_;
    std::string during_;
    std::vector<Stall> stalls_;
};

}  // namespace haibao::test
