// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/first_poster.h"

#include <QFile>

#include "app/core/paths.h"
#include "app/document/json.h"
#include "ui/main_window/create_page.h"
#include "ui/prompt/prompt_panel.h"

namespace haibao::ui {
namespace {

constexpr const char* example = "examples/ink-exhibition.json";

}  // namespace

void open_first_poster(CreatePage& page) {
    page.prompt()->set_prompt(CreatePage::tr("Autumn poster: misty mountains and a red sun, title “Mountain Wind”, date “16 August”"));
    auto assets = paths::assets();
    QFile file(assets ? paths::to_qt(*assets / example) : QString());
    if (file.open(QIODevice::ReadOnly)) {
        auto json = document::parse_json_object(file.readAll(), example);
        auto poster = json ? document::poster_from_json(*json) : pass_on(json);
        if (poster && page.open_example(std::move(*poster))) return;
    }
    page.new_poster(page.prompt()->draft().page);
}

}  // namespace haibao::ui
