// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The window's panels without a window: Dear ImGui draws into lists that nobody shows, a mouse moves over them.

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "tests/support/temporary_folder.h"
#include "tests/ui/inspector/sample_trace.h"
#include "ui/inspector/style.h"
#include "ui/inspector/window.h"

using namespace haibao;
using namespace haibao::inspector;
namespace data = haibao::inspector::test_data;
using Catch::Approx;

namespace {

class NoTextures : public Textures {
public:
    ImTextureID of(const Preview&) override { return {}; }
};

/// An inspector on a screen of 1440×900 that is not there.
class Desk {
public:
    explicit Desk(Language language = Language::english) {
        set_language(language);
        ImGui::CreateContext();
        ImGuiIO& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.DisplaySize = {1440, 900};
        apply_style(Theme::dark, 1);
        REQUIRE(load_fonts(1, 1, language));
        unsigned char* pixels = nullptr;
        int width = 0, height = 0;
        io.Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);
    }
    ~Desk() { ImGui::DestroyContext(); }

    void open_sample() {
        data::write(folder.path() / "sample.haibao-trace", data::bytes());
        REQUIRE(window.open(folder.path() / "sample.haibao-trace"));
        draw(3);
    }
    void draw(int frames = 1, double passed = 0.1) {
        for (int i = 0; i < frames; ++i) {
            ImGui::GetIO().DeltaTime = static_cast<float>(passed);
            ImGui::NewFrame();
            window.draw(passed);
            ImGui::Render();
        }
    }
    void move_mouse(float x, float y) {
        ImGui::GetIO().AddMousePosEvent(x, y);
        draw(2);
    }
    void press(bool down) {
        ImGui::GetIO().AddMouseButtonEvent(0, down);
        draw();
    }
    void click(float x, float y) {
        move_mouse(x, y);
        press(true);
        press(false);
        draw(1, 1);  // so that the next one makes no double click of it
    }
    /// Moves the mouse over a part of the screen until `found`; returns whether it was.
    template <class Found>
    bool search(ImVec2 from, ImVec2 to, float step, Found found) {
        for (float y = from.y; y < to.y; y += step)
            for (float x = from.x; x < to.x; x += step) {
                ImGui::GetIO().AddMousePosEvent(x, y);
                draw();
                if (found()) return true;
            }
        return false;
    }

    test::TemporaryFolder folder;
    NoTextures textures;
    Window window{textures};
};

}  // namespace

TEST_CASE("An opened trace fills every panel") {
    Desk desk;
    desk.open_sample();
    const nlohmann::json state = desk.window.state();
    INFO(state.dump(1));
    CHECK(state["problem"] == "");
    CHECK(state["seconds"].get<double>() == Approx(6.0));
    CHECK(state["timeline"]["operations"] == 54);
    CHECK(state["timeline"]["kinds"][0]["operation"] == "linear");
    CHECK(state["timeline"]["kinds"][0]["count"] == 27);
    CHECK(state["timeline"]["kinds"][0]["seconds"].get<double>() == Approx(27 * 0.03));
    CHECK(state["tokens"]["grids"][0]["drawn"] == 24);
    CHECK(state["memory"]["points"] == 6);
    CHECK(state["preview"]["shown"] == 3);
    CHECK(state["curves"]["steps"] == 3);
    CHECK(state["device"]["name"] == "cpu");
    CHECK(state["device"]["threads"] == 2);
    CHECK(state["log"]["lines"].get<int>() >= 3);
    CHECK(ImGui::GetDrawData()->TotalVtxCount > 2000);
}

TEST_CASE("All panels show the same earlier moment when the timeline is clicked") {
    Desk desk;
    desk.open_sample();
    // The middle of the timeline stands for the middle of six seconds.
    const View& view = desk.window.view();
    desk.click(560, 120);
    const double moment = view.cursor;
    CHECK(moment > 1.0);
    CHECK(moment < 5.0);
    const nlohmann::json state = desk.window.state();
    const auto drawn = desk.window.model().jobs()[0].grids[0].drawn(moment);
    CHECK(state["tokens"]["grids"][0]["drawn"] == drawn);

    desk.window.show_moment(1.0);
    desk.draw();
    CHECK(desk.window.state()["stage"] == "composing");
    CHECK(desk.window.state()["tokens"]["grids"][0]["drawn"].get<int>() < 24);
    CHECK(desk.window.state()["preview"]["shown"] == 0);
    desk.window.show_moment(4.0);
    desk.draw();
    CHECK(desk.window.state()["stage"] == "painting");
    CHECK(desk.window.state()["preview"]["shown"] == 1);
}

TEST_CASE("The wheel zooms around the mouse, dragging moves, a double click shows everything again") {
    Desk desk;
    desk.open_sample();
    View& view = desk.window.view();
    const double span = view.right - view.left;
    desk.move_mouse(560, 120);
    ImGui::GetIO().AddMouseWheelEvent(0, 4);
    desk.draw(2);
    const double zoomed = view.right - view.left;
    CHECK(zoomed < span * 0.5);
    CHECK(view.left > -0.1);
    CHECK(desk.window.state()["timeline"]["operations"].get<int>() < 54);

    const double left = view.left;
    desk.press(true);
    desk.move_mouse(660, 120);
    desk.press(false);
    CHECK(view.left < left);
    CHECK(view.right - view.left == Approx(zoomed));
    desk.draw(1, 1);

    desk.press(true), desk.press(false), desk.press(true), desk.press(false);
    CHECK(view.right - view.left == Approx(span));
}

TEST_CASE("The mouse on a token tells which it is; the mouse on an operation tells its name") {
    Desk desk;
    desk.open_sample();
    const View& view = desk.window.view();
    CHECK(desk.search({390, 400}, {800, 880}, 24, [&view] { return view.hovered_token.has_value(); }));
    CHECK(*view.hovered_token < 24);
    // An operation lasts a hundredth of the picture: zoom in on the first graph.
    desk.window.view().left = 1.0;
    desk.window.view().right = 1.05;
    CHECK(desk.search({100, 90}, {900, 180}, 10, [&view] { return view.hovered_operation == "attention"; }));
    CHECK(view.hovered_graph == "token");
}

TEST_CASE("A replayed trace moves on by itself and stops at its end") {
    Desk desk;
    desk.open_sample();
    desk.window.show_moment(0);
    desk.window.view().playing = true;
    desk.draw(10, 0.1);
    CHECK(desk.window.state()["moment"].get<double>() == Approx(1.0));
    desk.draw(100, 0.1);
    CHECK_FALSE(desk.window.view().playing);
    CHECK(desk.window.state()["moment"].get<double>() == Approx(6.0));
}

TEST_CASE("A file that is no trace leaves what is shown and says so") {
    Desk desk;
    desk.open_sample();
    desk.folder.write("picture.png", "no trace");
    CHECK_FALSE(desk.window.open(desk.folder.path() / "picture.png"));
    desk.draw();
    CHECK(desk.window.state()["problem"].get<std::string>().contains("no trace"));
    CHECK(desk.window.state()["source"] == "sample.haibao-trace");
}

TEST_CASE("Without anything to show the window says what can be done, in each language, at each size") {
    for (const Language language : {Language::english, Language::chinese, Language::portuguese}) {
        Desk desk(language);
        for (const ImVec2 size : {ImVec2{1440, 900}, ImVec2{320, 240}, ImVec2{3840, 2160}}) {
            ImGui::GetIO().DisplaySize = size;
            desk.draw(2);
            CHECK(ImGui::GetDrawData()->TotalVtxCount > 100);
        }
        desk.open_sample();
        ImGui::GetIO().DisplaySize = {320, 240};
        desk.draw(3);
        CHECK(desk.window.state()["tokens"]["grids"][0]["drawn"] == 24);
    }
}

TEST_CASE("Each word of each language has a picture in the font") {
    Desk desk(Language::chinese);
    const std::string all = all_words(Language::chinese);
    const ImFont* font = ImGui::GetIO().Fonts->Fonts[0];
    for (const ImWchar character : {u'海', u'报', u'熵', u'词', u'“', u'…', u'µ', u'·'}) CHECK(font->FindGlyphNoFallback(character));
    CHECK(all.contains("海报"));
}
