// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/sqlite.h"

namespace haibao::gallery {

/// change(i) for 0 ≤ i < count in one transaction: all of them, or none when one fails. Nothing in it may take long or wait
/// for anybody: other processes cannot write meanwhile, and give up after five seconds.
template <class Change>
Result<void> all_at_once(sqlite::Database& database, std::size_t count, const Change& change) {
    auto transaction = sqlite::Transaction::begin(database);
    if (!transaction) return pass_on(transaction);
    for (std::size_t i = 0; i < count; ++i)
        if (Result<void> done = change(i); !done) return done;
    return transaction->commit();
}

}  // namespace haibao::gallery
