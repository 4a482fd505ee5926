// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

#include "app/core/sentences.h"

namespace haibao::cli {
namespace {

bool speaks_english = true;  ///< until install_language()

}  // namespace

void install_language() {
    if (QLocale().language() == QLocale::C) return;
    speaks_english = false;
    auto* translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(QLocale(), "haibao_cli", "_", ":/i18n")) QCoreApplication::installTranslator(translator);
}

std::string translated(const std::string& english) { return speaks_english ? english : Sentences::of_user().translate(english); }

int columns(std::string_view text) {
    // std::format() fills up to a width in columns; what it adds says how many were there.
    constexpr std::size_t enough = 100'000;
    return static_cast<int>(enough - (std::formatted_size("{:{}}", text, enough) - text.size()));
}

}  // namespace haibao::cli
