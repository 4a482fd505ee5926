// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/prepared.h"

namespace haibao::sqlite {

Prepared::Use::~Use() {
    if (!home_) return;
    statement_.reset();
    home_->free_[std::move(sql_)].push_back(std::move(statement_));
}

Result<Prepared::Use> Prepared::take(std::string_view sql) {
    std::string key(sql);
    if (const auto found = free_.find(key); found != free_.end() && !found->second.empty()) {
        Statement statement = std::move(found->second.back());
        found->second.pop_back();
        return Use(*this, std::move(key), std::move(statement));
    }
    auto statement = database_->prepare(sql);
    if (!statement) return pass_on(statement);
    return Use(*this, std::move(key), std::move(*statement));
}

}  // namespace haibao::sqlite
