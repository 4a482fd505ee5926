// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gallery/library_care.h"

namespace haibao::gallery {

LibraryCare::LibraryCare(std::filesystem::path library, std::chrono::milliseconds delay, QObject* parent) : QObject(parent), library_(std::move(library)) {
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, [this] { thread_ = std::jthread([this](std::stop_token stop) { work(std::move(stop)); }); });
    timer_.start(delay);
}

/// Errors are left to what the user does next: it meets the same library and says so.
void LibraryCare::work(std::stop_token stop) {
    auto library = Library::open(library_);
    if (library && !stop.stop_requested()) {
        if (auto report = sweep(*library, SweepDepth::changed_folders, {}, stop)) QMetaObject::invokeMethod(this, [this, report = *report] { emit swept(report); });
        (void)make_looks(*library, 1, {}, stop);
    }
    QMetaObject::invokeMethod(this, [this] { emit finished(); });
}

}  // namespace haibao::gallery
