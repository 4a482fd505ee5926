// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "app/core/sqlite.h"

namespace haibao::sqlite {

/// Statements of one connection, each prepared once and used again:
/// `auto row = prepared.query("SELECT name FROM tag WHERE id = ?", id); … row->text(0)`.
/// Not for use from two threads, as the connection itself.
class Prepared {
public:
    /// A statement in use; given back, reset, at its end. While it lives the same SQL gets a second statement.
    class Use {
    public:
        Use(Use&& other) noexcept : home_(std::exchange(other.home_, nullptr)), sql_(std::move(other.sql_)), statement_(std::move(other.statement_)) {}
        Use& operator=(Use&&) = delete;
        ~Use();
        Statement* operator->() { return &statement_; }
        Statement& operator*() { return statement_; }

    private:
        friend class Prepared;
        Use(Prepared& home, std::string sql, Statement statement) : home_(&home), sql_(std::move(sql)), statement_(std::move(statement)) {}
        Prepared* home_;
        std::string sql_;
        Statement statement_;
    };

    explicit Prepared(Database& database) : database_(&database) {}

    /// Binds the values in order, from parameter 1. The first row is read with `step()`.
    template <class... Values>
    Result<Use> query(std::string_view sql, const Values&... values) {
        auto use = take(sql);
        if (!use) return use;
        int index = 0;
        (bind_one(**use, ++index, values), ...);
        return use;
    }
    /// The same for a statement without rows.
    template <class... Values>
    Result<void> run(std::string_view sql, const Values&... values) {
        auto use = query(sql, values...);
        if (!use) return pass_on(use);
        return (*use)->run();
    }
    /// The first column of the first row; nothing where there is no row or it is NULL.
    template <class... Values>
    Result<std::optional<std::int64_t>> integer(std::string_view sql, const Values&... values) {
        auto use = query(sql, values...);
        if (!use) return pass_on(use);
        auto row = (*use)->step();
        if (!row) return pass_on(row);
        if (!*row || (*use)->is_null(0)) return std::optional<std::int64_t>();
        return (*use)->integer(0);
    }
    /// The first column of all rows, as ids.
    template <class Id, class... Values>
    Result<std::vector<Id>> ids(std::string_view sql, const Values&... values) {
        auto use = query(sql, values...);
        if (!use) return pass_on(use);
        std::vector<Id> found;
        for (auto row = (*use)->step(); !row || *row; row = (*use)->step()) {
            if (!row) return pass_on(row);
            found.push_back(Id{(*use)->integer(0)});
        }
        return found;
    }
    Database& database() { return *database_; }

private:
    template <class T>
    static void bind_one(Statement& statement, int index, const T& value) {
        if constexpr (std::is_enum_v<T>) statement.bind(index, static_cast<std::int64_t>(value));
        else if constexpr (std::is_convertible_v<const T&, std::span<const std::uint8_t>>) statement.bind_blob(index, value);
        else if constexpr (std::is_integral_v<T>) statement.bind(index, static_cast<std::int64_t>(value));
        else statement.bind(index, value);
    }
    Result<Use> take(std::string_view sql);

    Database* database_;
    std::unordered_map<std::string, std::vector<Statement>> free_;
};

}  // namespace haibao::sqlite
