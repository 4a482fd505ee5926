// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "app/document/commands.h"
#include "tests/app/document/sample.h"

using namespace haibao;
using namespace haibao::document;

namespace {

Poster three_texts() {
    Poster poster;
    for (const char* word : {"一", "二", "三"}) add_layer(poster, test::text_layer(0, word, {0, 0, 10, 10}));
    return poster;
}

QString names(const std::vector<Layer>& layers) {
    QString all;
    for (const Layer& layer : layers) {
        all += layer.name;
        if (const auto* group = std::get_if<GroupLayer>(&layer.content)) all += '(' + names(group->layers) + ')';
    }
    return all;
}

QString words(const History& history, std::uint64_t id) { return std::get<TextLayer>(history.poster().find(LayerId{id})->content).text.text; }

void type(History& history, const QString& character, qint64 at) {
    history.change("Type", [&](Poster& poster) {
        const auto end = static_cast<int>(std::get<TextLayer>(poster.find(LayerId{1})->content).text.text.size());
        replace_text(poster, LayerId{1}, end, end, character);
    }, {"type 1", at});
}

}  // namespace

TEST_CASE("Undo goes back through every step, and redo forward again") {
    History history(three_texts());
    std::vector<Poster> states{history.poster()};
    const auto step = [&](const std::function<void(Poster&)>& edit) {
        REQUIRE(history.change("step", edit));
        states.push_back(history.poster());
    };
    step([](Poster& poster) { move_layer(poster, LayerId{1}, LayerId::none, 2); });
    step([](Poster& poster) { group_layers(poster, std::vector{LayerId{2}, LayerId{1}}, "组"); });
    step([](Poster& poster) { duplicate_layer(poster, LayerId{4}); });
    step([](Poster& poster) { change_layer(poster, LayerId{3}, [](Layer& layer) { layer.opacity = 0.5; }); });
    step([](Poster& poster) { poster.page.width = 500; });
    step([](Poster& poster) { remove_layers(poster, std::vector{LayerId{4}}); });
    step([](Poster& poster) { poster.styles.push_back({"标题", {}}); });
    for (std::size_t i = states.size() - 1; i-- > 0;) {
        REQUIRE(history.undo());
        CHECK(history.poster() == states[i]);
    }
    CHECK_FALSE(history.undo());
    for (std::size_t i = 1; i < states.size(); ++i) {
        REQUIRE(history.redo());
        CHECK(history.poster() == states[i]);
    }
    CHECK_FALSE(history.redo());
}

TEST_CASE("Layers are grouped where the uppermost was, and ungrouped in place") {
    Poster poster = three_texts();
    add_layer(poster, test::text_layer(0, "四", {20, 20, 10, 10}));
    const LayerId group = group_layers(poster, std::vector{LayerId{3}, LayerId{1}}, "组");
    CHECK(names(poster.layers) == "二组(一三)四");
    CHECK_FALSE(move_layer(poster, group, group, 0));
    REQUIRE(move_layer(poster, LayerId{4}, group, 1));
    CHECK(names(poster.layers) == "二组(一四三)");
    REQUIRE(ungroup(poster, group));
    CHECK(names(poster.layers) == "二一四三");
    CHECK_FALSE(ungroup(poster, LayerId{2}));
    CHECK(group_layers(poster, std::vector{LayerId{99}}, "x") == LayerId::none);
    const LayerId copy = duplicate_layer(poster, LayerId{2});
    CHECK(copy != LayerId{2});
    CHECK(names(poster.layers) == "二二一四三");
}

TEST_CASE("Typing is one step until a pause, a caret move or something else") {
    History history(three_texts());
    type(history, "a", 0);
    type(history, "b", 900);
    type(history, "c", 1800);
    CHECK(words(history, 1) == "一abc");
    type(history, "d", 3000);  // after a pause
    history.end_merging();     // the caret moved
    type(history, "e", 3100);
    CHECK(words(history, 1) == "一abcde");
    CHECK(history.undo_name() == "Type");
    history.undo();
    CHECK(words(history, 1) == "一abcd");
    history.undo();
    CHECK(words(history, 1) == "一abc");
    history.undo();
    CHECK(words(history, 1) == "一");
    CHECK_FALSE(history.can_undo());
    const auto take_back = [&](qint64 at) { history.change("Type", [](Poster& poster) { replace_text(poster, LayerId{1}, 1, 2, ""); }, {"type 1", at}); };
    SECTION("and typing that was taken back leaves no step") {
        type(history, "x", 5000);
        take_back(5100);
        CHECK_FALSE(history.can_undo());
    }
    SECTION("and what is typed after that does not join the step before it") {
        history.change("Page", [](Poster& poster) { poster.page.width = 500; });
        type(history, "x", 5000);
        take_back(5100);
        type(history, "y", 5200);
        CHECK(history.undo_name() == "Type");
        history.undo();
        CHECK(words(history, 1) == "一");
        CHECK(history.poster().page.width == 500);
    }
}

TEST_CASE("A step takes further changes of its key after undo and redo, but not while something could be redone") {
    History history(three_texts());
    const auto change = [&history](const char* key, double opacity) {
        history.change("step", [opacity](Poster& poster) { change_layer(poster, LayerId{1}, [opacity](Layer& layer) { layer.opacity = opacity; }); }, {key, 0});
    };
    const Poster before = history.poster();
    change("ground 1", 0.5);
    CHECK(history.last_key(u"ground ") == "ground 1");
    REQUIRE(history.undo());
    CHECK(history.last_key(u"ground ").isEmpty());
    REQUIRE(history.redo());
    history.resume_merging({"ground 2", 9000});
    history.resume_merging({"ground 1", 9000});
    history.change("more", [](Poster& poster) { change_layer(poster, LayerId{2}, [](Layer& layer) { layer.opacity = 0.5; }); }, {"ground 1", 9000});
    REQUIRE(history.undo());
    CHECK(history.poster() == before);
    REQUIRE(history.redo());
    change("other", 0.25);
    CHECK(history.last_key(u"ground ") == "ground 1");
    REQUIRE(history.undo());
    history.resume_merging({"ground 1", 9000});
    change("ground 1", 0.75);
    REQUIRE(history.undo());
    CHECK(history.poster().find(LayerId{1})->opacity == 0.5);
}

TEST_CASE("What is saved is clean, also when it is reached by undo") {
    History history(three_texts());
    CHECK(history.is_clean());
    type(history, "a", 0);
    CHECK_FALSE(history.is_clean());
    history.mark_clean();
    type(history, "b", 10);  // does not merge with what was saved
    CHECK_FALSE(history.is_clean());
    history.undo();
    CHECK(history.is_clean());
    history.undo();
    CHECK_FALSE(history.is_clean());
    type(history, "z", 5000);  // the saved state cannot be reached any more
    history.undo();
    history.redo();
    CHECK_FALSE(history.is_clean());
    CHECK_FALSE(history.change("nothing", [](Poster&) {}));
}

TEST_CASE("Spans move along with the text around them") {
    Poster poster = three_texts();
    auto& text = std::get<TextLayer>(poster.find(LayerId{1})->content).text;
    text.text = "abcdef";
    text.spans = {{0, 2, {}}, {2, 4, {}}};
    const auto spans = [&] {
        QString all;
        for (const Span& span : text.spans) all += QString("%1-%2 ").arg(span.begin).arg(span.end);
        return all.trimmed();
    };
    SECTION("typed at a border: like what stands before") {
        replace_text(poster, LayerId{1}, 2, 2, "XY");
        CHECK(spans() == "0-4 4-6");
    }
    SECTION("typed at the start: like what follows") {
        replace_text(poster, LayerId{1}, 0, 0, "X");
        CHECK(spans() == "0-3 3-5");
    }
    SECTION("replaced across a border") {
        replace_text(poster, LayerId{1}, 1, 3, "XYZ");
        CHECK(text.text == "aXYZdef");
        CHECK(spans() == "0-4 4-5");
    }
    SECTION("all of a span deleted") {
        replace_text(poster, LayerId{1}, 2, 4, "");
        CHECK(text.text == "abef");
        CHECK(spans() == "0-2");
    }
    SECTION("behind them") {
        replace_text(poster, LayerId{1}, 5, 6, "XXX");
        CHECK(spans() == "0-2 2-4");
    }
}

TEST_CASE("Paragraphs keep to their words when lines before them come and go") {
    Poster poster = three_texts();
    auto& text = std::get<TextLayer>(poster.find(LayerId{1})->content).text;
    text.text = "title\nbody\nend";
    text.paragraphs = {{Align::centre}, {Align::start}, {Align::end}};
    const auto aligns = [&] {
        std::vector<Align> all;
        for (const Paragraph& paragraph : text.paragraphs) all.push_back(paragraph.align);
        return all;
    };
    SECTION("a line more in the title is centred like it") {
        replace_text(poster, LayerId{1}, 2, 2, "\n");
        CHECK(aligns() == std::vector{Align::centre, Align::centre, Align::start, Align::end});
    }
    SECTION("the body deleted, the end keeps its own") {
        replace_text(poster, LayerId{1}, 6, 11, "");
        CHECK(text.text == "title\nend");
        CHECK(aligns() == std::vector{Align::centre, Align::start});
    }
    SECTION("joined to the line before") {
        replace_text(poster, LayerId{1}, 5, 6, " ");
        CHECK(aligns() == std::vector{Align::centre, Align::end});
    }
}
