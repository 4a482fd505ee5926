// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>

#include "app/generate/worker_client.h"

class QObject;

namespace haibao::ui {

/// Where a model works, and how to come to one's turn there. `lend` and `release` are Studio's; without them nobody else is there.
struct PaintingDevice {
    generate::WorkerOptions worker;
    QString name = QStringLiteral("auto");
    std::function<void(QObject* owner, std::function<void()> begin)> lend;
    std::function<void(QObject* owner)> release;
};

}  // namespace haibao::ui
