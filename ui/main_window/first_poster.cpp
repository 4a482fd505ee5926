// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/first_poster.h"

#include <QFile>
#include <QLocale>
#include <algorithm>
#include <iterator>

#include "app/core/paths.h"
#include "app/document/json.h"
#include "ui/main_window/create_page.h"
#include "ui/prompt/prompt_panel.h"

namespace haibao::ui {
namespace {

/// One for each language that posters are made in: words on the poster, names of its layers and prompt are in that language,
/// and the prompt quotes what stands on the poster beside it. No text to translate: another language has another poster.
struct First {
    QLocale::Language language;
    const char* example;
    const char* prompt;
};
constexpr First firsts[] = {
    {QLocale::English, "jazz", "Jazz poster: a city skyline under the stars, neon colours, title “JAZZ”, subtitle “ON THE ROOFTOP”"},
    {QLocale::Chinese, "ink-exhibition", "秋日海报，薄雾中的群山与红日，标题“山水之间”，日期“2026.10.18 — 12.06”"},
    {QLocale::Portuguese, "semana-do-design", "Cartaz de design: formas geométricas em ocre e preto, título “Semana do Design”, data “9 a 15 de março de 2026”"},
};

const First& first_here() {
    const auto found = std::ranges::find(firsts, QLocale().language(), &First::language);
    return found == std::end(firsts) ? firsts[0] : *found;
}

}  // namespace

QString first_prompt() { return QString::fromUtf8(first_here().prompt); }

void open_first_poster(CreatePage& page) {
    const First& first = first_here();
    page.prompt()->set_prompt(first_prompt());
    auto assets = paths::assets();
    const std::string name = std::string("examples/") + first.example + ".json";
    QFile file(assets ? paths::to_qt(*assets / name) : QString());
    if (file.open(QIODevice::ReadOnly)) {
        auto json = document::parse_json_object(file.readAll(), name);
        auto poster = json ? document::poster_from_json(*json) : pass_on(json);
        if (poster && page.open_example(std::move(*poster))) return;
    }
    page.new_poster(page.prompt()->draft().page);
}

}  // namespace haibao::ui
