// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The device is the queue's, or for a while somebody else's.
#include <algorithm>
#include <utility>

#include "ui/main_window/studio.h"

namespace haibao::ui {

void Studio::lend_device(QObject* owner, std::function<void()> begin) {
    connect(owner, &QObject::destroyed, this, &Studio::release_device, Qt::UniqueConnection);
    leases_.push_back({owner, std::move(begin)});
    if (leases_.size() == 1) hold_queue();
}

/// Where this window works through no queue, nothing is to be waited for.
void Studio::hold_queue() {
    if (!at_work_) return void(QMetaObject::invokeMethod(this, &Studio::lend_to_next, Qt::QueuedConnection));
    QMetaObject::invokeMethod(at_work_, [this, at_work = at_work_] {
        if (auto* runner = at_work->findChild<generate::QueueRunner*>()) runner->hold();
        else QMetaObject::invokeMethod(this, &Studio::lend_to_next);
    });
}

void Studio::lend_to_next() {
    if (leases_.empty() || std::exchange(leases_.front().begun, true)) return;
    const auto begin = leases_.front().begin;
    begin();
}

void Studio::release_device(QObject* owner) {
    const bool had = !leases_.empty() && leases_.front().owner == owner;
    std::erase_if(leases_, [owner](const Lease& lease) { return lease.owner == owner; });
    if (!had) return;
    if (!leases_.empty()) return hold_queue();  // says at once that nothing runs
    if (!at_work_) return;
    QMetaObject::invokeMethod(at_work_, [at_work = at_work_] {
        if (auto* runner = at_work->findChild<generate::QueueRunner*>()) runner->release();
    });
}

}  // namespace haibao::ui
