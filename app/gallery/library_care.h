// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <chrono>
#include <filesystem>
#include <thread>

#include "app/gallery/sweep.h"

namespace haibao::gallery {

/// Looks after a library that was opened for writing, once, in the background and on one thread: rows and files are brought
/// together (sweep()), then pictures without a look get theirs. Ends within moments when it is destroyed, and goes on at the next
/// start.
class LibraryCare : public QObject {
    Q_OBJECT
public:
    /// Begins after `delay`: what the user opened the program for comes first.
    explicit LibraryCare(std::filesystem::path library, std::chrono::milliseconds delay, QObject* parent = nullptr);

signals:
    void swept(const haibao::gallery::SweepReport& report);
    void finished();

private:
    void work(std::stop_token stop);

    std::filesystem::path library_;
    QTimer timer_;
    std::jthread thread_;  ///< last: stopped and joined before the rest goes
};

}  // namespace haibao::gallery
