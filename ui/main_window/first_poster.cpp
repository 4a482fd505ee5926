// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/first_poster.h"

#include <QFile>
#include <QRegularExpression>
#include <algorithm>

#include "app/core/paths.h"
#include "app/document/json.h"
#include "ui/main_window/create_page.h"
#include "ui/prompt/prompt_panel.h"

namespace haibao::ui {
namespace {

constexpr const char* example = "examples/ink-exhibition.json";

/// The prompt quotes what stands on the poster beside it: title and date in the place of its own.
QString with_words_of(const document::Poster& poster, QString prompt) {
    static const QRegularExpression quoted("“[^”]*”");
    qsizetype from = 0;
    for (const char* role : {"title", "date"}) {
        const auto layer = std::ranges::find_if(poster.layers, [role](const document::Layer& candidate) {
            const auto* text = std::get_if<document::TextLayer>(&candidate.content);
            return text && text->role == QLatin1StringView(role);
        });
        const auto match = quoted.match(prompt, from);
        if (layer == poster.layers.end() || !match.hasMatch()) break;
        const QString words = "“" + std::get<document::TextLayer>(layer->content).text.text.simplified() + "”";
        prompt.replace(match.capturedStart(), match.capturedLength(), words);
        from = match.capturedStart() + words.size();
    }
    return prompt;
}

}  // namespace

void open_first_poster(CreatePage& page) {
    QString prompt = CreatePage::tr("Autumn poster: misty mountains and a red sun, title “Mountain Wind”, date “16 August”");
    page.prompt()->set_prompt(prompt);
    auto assets = paths::assets();
    QFile file(assets ? paths::to_qt(*assets / example) : QString());
    if (file.open(QIODevice::ReadOnly)) {
        auto json = document::parse_json_object(file.readAll(), example);
        auto poster = json ? document::poster_from_json(*json) : pass_on(json);
        if (poster) page.prompt()->set_prompt(with_words_of(*poster, std::move(prompt)));
        if (poster && page.open_example(std::move(*poster))) return;
    }
    page.new_poster(page.prompt()->draft().page);
}

}  // namespace haibao::ui
