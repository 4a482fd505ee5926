// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>
#include <catch2/catch_test_macros.hpp>
#include <memory>
#include <optional>

#include "ui/main_window/create_page.h"

namespace haibao::test {

inline constexpr int opening_patience_ms = 60'000;  // a guard against hangs

/// Opens a file and waits for it; false when it could not be opened.
inline bool opened(ui::CreatePage& page, const std::filesystem::path& file) {
    const auto outcome = std::make_shared<std::optional<bool>>();
    page.open(file, [outcome](const ui::PosterSession* session) { *outcome = session != nullptr; });
    REQUIRE(QTest::qWaitFor([&outcome] { return outcome->has_value(); }, opening_patience_ms));
    return **outcome;
}

/// Until no tab says any more that it opens.
inline void all_opened(const ui::CreatePage& page) {
    REQUIRE(QTest::qWaitFor([&page] { return !page.opening(); }, opening_patience_ms));
}

}  // namespace haibao::test
