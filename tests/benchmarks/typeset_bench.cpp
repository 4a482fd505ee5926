// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/typeset_bench.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

#include "app/typeset/layout.h"

namespace haibao::bench {
namespace {

constexpr int usual_runs = 31;

void measure(const char* name, const document::Text& text, const typeset::FontSet& fonts, int runs = usual_runs) {
    std::vector<double> milliseconds;
    std::size_t lines = 0;
    for (int run = 0; run <= runs; ++run) {
        const auto start = std::chrono::steady_clock::now();
        lines = typeset::lay_out(text, fonts).lines.size();
        const double took = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
        if (run) milliseconds.push_back(took);  // the first opens fonts and data
    }
    std::ranges::sort(milliseconds);
    std::printf("| %-58s | %5zu | %7.2f ms | %7.2f ms |\n", name, lines, milliseconds[runs / 2], milliseconds.back());
}

}  // namespace

int typeset_bench() {
    const auto fonts = typeset::FontSet::system();
    std::printf("| text | lines | median | slowest |\n|---|---|---|---|\n");
    document::Text body;
    body.style.font.family = "Noto Serif CJK SC";
    body.style.fallback = {"Noto Sans"};
    body.style.size = 12;
    body.box.width = 400;
    const QString sentence = QStringLiteral("海报上的每一个字都必须正确：“标题”、日期2026年8月16日、地点（青岛奥帆中心）与𠮷野家☕，还有Latin words与ひらがな。");
    while (body.text.size() < 2000) body.text += sentence;
    body.text.truncate(2000);
    measure("2,000 characters with fallback, horizontal", body, *fonts);
    document::Text column = body;
    column.writing_mode = document::WritingMode::vertical_rl;
    column.box = {.width = 4000, .height = 400};
    measure("2,000 characters with fallback, vertical", column, *fonts);
    document::Text justified = body;
    justified.paragraphs[0].align = document::Align::justify;
    measure("2,000 characters with fallback, justified", justified, *fonts);
    document::Text title;
    title.text = QStringLiteral("海风·夏日音乐节2026");
    title.style.size = 96;
    title.box.width = 500;
    measure("a title of 13 characters", title, *fonts);
    title.box = {.mode = document::BoxMode::shrink, .width = 300, .height = 120};
    measure("the same, shrunk to its box", title, *fonts);
    title.balance = title.phrase = true;
    measure("the same, shrunk and balanced", title, *fonts);
    // As long as a layer may be, of what could make every character look at all others.
    constexpr int most = 100'000, few_runs = 5;
    const auto long_text = [&](const QString& part, double width) {
        document::Text text = body;
        text.text = part.repeated(most / part.size() + 1);
        text.text.truncate(most);
        text.box.width = width;
        return text;
    };
    document::Text dashes = long_text(QStringLiteral("—"), 0);
    dashes.writing_mode = document::WritingMode::vertical_rl;
    dashes.box.height = 400;
    measure("100,000 dashes, vertical", dashes, *fonts, few_runs);
    measure("100,000 blanks", long_text(QStringLiteral(" "), 400), *fonts, few_runs);
    measure("100,000 tabs", long_text(QStringLiteral("\t"), 400), *fonts, few_runs);
    document::Text missing = long_text(QStringLiteral(" "), 400);
    for (int i = 0; i < most; ++i) missing.text[i] = QChar(0xE000 + i % 6400);
    measure("100,000 characters that no font has", missing, *fonts, few_runs);
    document::Text wide = long_text(sentence, 400'000);
    wide.paragraphs[0].align = document::Align::justify;
    measure("100,000 characters, justified in lines of 30,000", wide, *fonts, few_runs);
    return 0;
}

}  // namespace haibao::bench
