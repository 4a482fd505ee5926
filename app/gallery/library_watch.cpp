// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gallery/library_watch.h"

#include <utility>

#include "app/gallery/library_place.h"

namespace haibao::gallery {

LibraryWatch::LibraryWatch(Library& library, std::chrono::milliseconds gather, QObject* parent)
    : QObject(parent), library_(library), watch_(database_file(library.folder()), gather) {
    version_ = library_.version().value_or(0);
    connect(&watch_, &DatabaseWatch::touched, this, &LibraryWatch::look);
    watch_.start();
}

void LibraryWatch::look() {
    auto version = library_.version();
    if (auto there = check_there(library_.folder()); !there) version = pass_on(there);
    if (!version) {
        if (!std::exchange(is_lost_, true)) emit lost(version.error());
        return;
    }
    is_lost_ = false;
    if (std::exchange(version_, *version) != *version) emit changed();
}

}  // namespace haibao::gallery
