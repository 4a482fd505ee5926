// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later

// haibao-inspector: looks into a running worker, or at a trace that was recorded.

#include <GLFW/glfw3.h>
#include <imgui_impl_glfw.h>
#include <imgui_impl_opengl3.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <memory>

#include "app/export/png.h"
#include "ui/inspector/gl_textures.h"
#include "ui/inspector/style.h"
#include "ui/inspector/window.h"

namespace haibao::inspector {
namespace {

constexpr double live_wait = 0.05, idle_wait = 0.5;  ///< seconds between two pictures, where nothing moves the mouse

struct Options {
    std::string trace, screenshot, state, theme = "dark", language;
    std::optional<std::string> attach;
    std::optional<double> moment;
    double wait = 0;
    float scale = 0;
    int width = 1440, height = 900;
};

/// One sentence on stderr.
int give_up(const Error& error) {
    std::fprintf(stderr, "haibao-inspector: %s\n", error.message.c_str());
    return error.kind == ErrorKind::io ? 6 : error.kind == ErrorKind::invalid_input ? 2 : 1;
}

/// The window of the system, with OpenGL and Dear ImGui in it.
class Screen {
public:
    static Result<std::unique_ptr<Screen>> open(const Options& options) {
        std::string why;
        static std::string* complaint = nullptr;
        complaint = &why;
        glfwSetErrorCallback([](int, const char* text) { *complaint = text; });
        const auto failure = [&why] {
            glfwSetErrorCallback(nullptr);
            return fail(ErrorKind::device, "The window cannot be opened ({}). It needs a display and OpenGL 3.", why);
        };
        if (!glfwInit()) return failure();
        std::unique_ptr<Screen> screen(new Screen);
        glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
        glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 2);
        glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
        glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
        if (options.scale == 0) glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
        screen->window_ = glfwCreateWindow(options.width, options.height, words(Text::title), nullptr, nullptr);
        if (!screen->window_) return failure();
        glfwSetErrorCallback(nullptr);
        glfwMakeContextCurrent(screen->window_);
        glfwSwapInterval(1);
        screen->scale_ = options.scale;
        if (screen->scale_ == 0) glfwGetWindowContentScale(screen->window_, &screen->scale_, nullptr);
        int width = 0;
        glfwGetWindowSize(screen->window_, &width, nullptr);
        screen->density_ = std::clamp(static_cast<float>(screen->size().first) / static_cast<float>(std::max(width, 1)), 1.0f, 4.0f);
        screen->scale_ = std::clamp(std::isfinite(screen->scale_) ? screen->scale_ / screen->density_ : 1.0f, 0.5f, 4.0f);
        return screen;
    }
    ~Screen() {
        if (imgui_) {
            ImGui_ImplOpenGL3_Shutdown();
            ImGui_ImplGlfw_Shutdown();
            ImGui::DestroyContext();
        }
        glfwTerminate();
    }

    Result<void> start_imgui(Theme theme, Language language) {
        ImGui::CreateContext();
        ImGui::GetIO().IniFilename = nullptr;
        apply_style(theme, scale_);
        if (auto loaded = load_fonts(scale_, density_, language); !loaded) {
            ImGui::DestroyContext();
            return loaded;
        }
        ImGui_ImplGlfw_InitForOpenGL(window_, true);
        ImGui_ImplOpenGL3_Init("#version 150");
        imgui_ = true;
        return {};
    }

    GLFWwindow* window() { return window_; }
    std::pair<int, int> size() const {
        int width = 0, height = 0;
        glfwGetFramebufferSize(window_, &width, &height);
        return {width, height};
    }

    void draw(Window& content, double passed) {
        ImGui_ImplOpenGL3_NewFrame();
        ImGui_ImplGlfw_NewFrame();
        ImGui::NewFrame();
        content.draw(passed);
        ImGui::Render();
        const auto [width, height] = size();
        const ImVec4 ground = ImGui::ColorConvertU32ToFloat4(colours().window);
        glViewport(0, 0, width, height);
        glClearColor(ground.x, ground.y, ground.z, 1);
        glClear(GL_COLOR_BUFFER_BIT);
        ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    }

private:
    Screen() = default;

    GLFWwindow* window_ = nullptr;
    float scale_ = 1;    ///< units of the window for each of the design
    float density_ = 1;  ///< pixels for each unit of the window: not 1 where the system scales windows (Wayland)
    bool imgui_ = false;
};

Result<void> write_file(const std::string& name, std::span<const char> bytes) {
    std::ofstream file(name, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (file) return {};
    return fail(ErrorKind::io, "{} cannot be written.", name);
}

/// One picture of the window, and what it shows as JSON, into files.
Result<void> keep(Screen& screen, Window& content, const Options& options) {
    for (double begin = glfwGetTime(); glfwGetTime() < begin + options.wait;) {
        glfwWaitEventsTimeout(live_wait);
        screen.draw(content, live_wait);
    }
    for (int round = 0; round < 4; ++round) screen.draw(content, 0.3);  // tables know their widths after the first
    if (!options.state.empty())
        if (auto written = write_file(options.state, content.state().dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n"); !written) return written;
    if (options.screenshot.empty()) return {};
    const auto [width, height] = screen.size();
    auto png = encode_png(read_screen(width, height), {});
    if (!png) return pass_on(png);
    return write_file(options.screenshot, {reinterpret_cast<const char*>(png->data()), png->size()});
}

void run(Screen& screen, Window& content) {
    glfwSetWindowUserPointer(screen.window(), &content);
    glfwSetDropCallback(screen.window(), [](GLFWwindow* window, int count, const char** names) {
        if (count > 0) (void)static_cast<Window*>(glfwGetWindowUserPointer(window))->open(names[0]);
    });
    double last = glfwGetTime();
    while (!glfwWindowShouldClose(screen.window())) {
        if (content.view().playing) glfwPollEvents();
        else glfwWaitEventsTimeout(content.moving() ? live_wait : idle_wait);
        const double now = glfwGetTime();
        screen.draw(content, now - last);
        last = now;
        glfwSwapBuffers(screen.window());
    }
}

Result<void> begin(Window& content, const Options& options) {
    if (!options.trace.empty()) {
        if (auto opened = content.open(options.trace); !opened) return opened;
    } else if (options.attach && !options.attach->empty()) {
        const bool is_number = std::ranges::all_of(*options.attach, [](char c) { return c >= '0' && c <= '9'; });
        if (auto attached = content.attach(is_number ? host::socket_folder() / ("worker-" + *options.attach + ".socket") : std::filesystem::path(*options.attach)); !attached)
            return attached;
    } else if (options.attach) {
        content.wait_for_worker();
    }
    if (options.moment) content.show_moment(*options.moment);
    return {};
}

int run_program(const Options& options) {
    const Language language = options.language.empty() ? system_language() : language_from(options.language);
    set_language(language);
    auto screen = Screen::open(options);
    if (!screen) return give_up(screen.error());
    if (auto started = (*screen)->start_imgui(options.theme == "light" ? Theme::light : Theme::dark, language); !started) return give_up(started.error());
    GlTextures textures;
    Window content(textures);
    if (auto begun = begin(content, options); !begun) return give_up(begun.error());
    if (options.screenshot.empty() && options.state.empty()) {
        run(**screen, content);
        return 0;
    }
    if (auto kept = keep(**screen, content, options); !kept) return give_up(kept.error());
    return 0;
}

int parse_and_run(int argc, char** argv) {
    Options options;
    CLI::App app("Looks into a running worker of Haibao, or at a trace that haibao-cli generate --trace recorded.", "haibao-inspector");
    app.add_option("trace", options.trace, "A recorded trace");
    app.add_option("--attach", options.attach, "Look into a running worker: its process number or socket; without one the next that offers itself")
        ->expected(0, 1)->type_name("[PROCESS]");
    app.add_option("--at", options.moment, "Show this moment, in seconds from the beginning")->type_name("SECONDS");
    app.add_option("--theme", options.theme, "dark or light")->check(CLI::IsMember({"dark", "light"}))->capture_default_str();
    app.add_option("--language", options.language, "en, zh or pt; else as the system says");
    app.add_option("--scale", options.scale, "Size of everything; else as the screen says")->check(CLI::Range(0.5, 4.0));
    app.add_option("--width", options.width, "Of the window")->check(CLI::Range(320, 16384))->capture_default_str();
    app.add_option("--height", options.height, "Of the window")->check(CLI::Range(240, 16384))->capture_default_str();
    app.add_option("--screenshot", options.screenshot, "Write a picture of the window into this PNG file, and end")->type_name("FILE");
    app.add_option("--wait", options.wait, "Look on for so many seconds before that")->check(CLI::Range(0.0, 3600.0))->type_name("SECONDS");
    app.add_option("--state", options.state, "Write what the panels show into this file as JSON, and end")->type_name("FILE");
    app.set_version_flag("--version", "haibao-inspector " HAIBAO_VERSION);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return error.get_exit_code() == 0 ? app.exit(error) : (app.exit(error), 2);
    }
    return run_program(options);
}

}  // namespace
}  // namespace haibao::inspector

int main(int argc, char** argv) try {
    return haibao::inspector::parse_and_run(argc, argv);
} catch (const std::exception& surprise) {
    std::fprintf(stderr, "haibao-inspector: something went wrong that was not expected: %s\n", surprise.what());
    return 1;
}
