// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/core/database_watch.h"
#include "app/gallery/library.h"

namespace haibao::gallery {

/// Says that something in a library changed, whoever did it: this object's Library, another one, another process. Changes
/// within `gather` are told together.
class LibraryWatch : public QObject {
    Q_OBJECT
public:
    explicit LibraryWatch(Library& library, std::chrono::milliseconds gather = std::chrono::milliseconds(300), QObject* parent = nullptr);

    /// Looks now.
    void look();

signals:
    void changed();
    /// The library cannot be read any more; said once, until it can again.
    void lost(const haibao::Error& error);

private:
    Library& library_;
    DatabaseWatch watch_;
    std::int64_t version_ = 0;
    bool is_lost_ = false;
};

}  // namespace haibao::gallery
