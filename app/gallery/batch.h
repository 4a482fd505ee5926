// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "app/core/sqlite.h"

namespace haibao::gallery {

/// Many small changes in few transactions, none of which keeps other processes waiting for long. What was not committed is
/// rolled back.
class Batch {
public:
    explicit Batch(sqlite::Database& database, int most = 64) : database_(database), most_(most) {}

    /// Runs change() inside a transaction.
    template <class Change>
    Result<void> run(const Change& change) {
        if (!transaction_) {
            auto begun = sqlite::Transaction::begin(database_);
            if (!begun) return pass_on(begun);
            transaction_.emplace(std::move(*begun));
            count_ = 0;
        }
        if (Result<void> done = change(); !done) return done;
        return ++count_ < most_ ? Result<void>() : commit();
    }
    Result<void> commit() {
        if (!transaction_) return {};
        auto done = transaction_->commit();
        transaction_.reset();
        return done;
    }

private:
    sqlite::Database& database_;
    int most_, count_ = 0;
    std::optional<sqlite::Transaction> transaction_;
};

}  // namespace haibao::gallery
