// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <memory>

#include "app/cli/commands.h"
#include "app/cli/progress_view.h"
#include "app/cli/terminal.h"
#include "app/cli/words.h"
#include "app/core/decimals.h"
#include "app/core/paths.h"
#include "app/generate/request.h"
#include "inference/weights/inspect.h"

namespace haibao::cli {
namespace {

nlohmann::json to_json(const ModelDefaults& defaults) {
    return {{"name", defaults.name},         {"steps", defaults.steps},   {"guidance", defaults.guidance},
            {"width", defaults.width},       {"height", defaults.height}, {"temperature", defaults.temperature},
            {"top_p", defaults.top_p},       {"text_mode", defaults.text_mode}};
}

nlohmann::json to_json(const ModelReport& report) {
    nlohmann::json components = nlohmann::json::array(), stages = nlohmann::json::array();
    for (const ComponentReport& part : report.components)
        components.push_back({{"name", to_string(part.component)},
                              {"files", part.files},
                              {"dtypes", part.dtypes},
                              {"parameters", part.parameters},
                              {"bytes", part.bytes},
                              {"missing", part.missing},
                              {"misshapen", part.misshapen},
                              {"unused", part.unused}});
    for (const StageMemory& stage : report.stages)
        stages.push_back({{"stage", stage.stage}, {"weights", stage.weights}, {"working", stage.working}});
    return {{"defaults", to_json(report.defaults)},
            {"identity", report.identity},
            {"components", components},
            {"stages", stages},
            {"problems", report.problems}};
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

void print(Console& console, const ModelReport& report, generate::Size size) {
    console.line(std::format("{}  {}", report.defaults.name, report.identity.substr(0, 10)));
    console.line(say(tr("Defaults: {}x{}, {} steps, guidance {}"), report.defaults.width, report.defaults.height, report.defaults.steps,
                     decimal(std::format("{}", report.defaults.guidance))));
    for (const ComponentReport& part : report.components) {
        if (part.files.empty() && part.bytes == 0) continue;
        console.line(std::format("  {:24} {:>10}  {:8} {}", to_string(part.component), human_bytes(part.bytes), joined(part.dtypes),
                                 say(tr("{} M parameters"), decimal(static_cast<double>(part.parameters) / 1e6, 1))));
    }
    console.line(say(tr("Memory for one picture of {}x{}:"), size.width, size.height));
    for (const StageMemory& stage : report.stages)
        console.line(std::format("  {:27} {:>10}  ({})", stage_words(stage.stage), human_bytes(stage.weights + stage.working),
                                 say(tr("weights {}, working {}"), human_bytes(stage.weights), human_bytes(stage.working))));
    for (const std::string& problem : report.problems) console.line(std::format("! {}", translated(problem)));
}

Exit list(Console& console) {
    nlohmann::json models = nlohmann::json::array();
    for (const auto& folder : paths::known_models()) {
        const std::string name = (folder.extension() == ".gguf" ? folder.stem() : folder.filename()).string();
        auto model = ModelFolder::open(folder);
        console.line(model ? std::format("{:20} {}", name, model->defaults().name) : std::format("{:20} ! {}", name, translated(model.error().message)));
        nlohmann::json entry{{"name", name}, {"folder", folder.string()}, {"ok", model.has_value()}};
        if (model) entry["defaults"] = to_json(model->defaults());
        else entry["error"] = model.error().message;
        models.push_back(std::move(entry));
    }
    if (models.empty()) console.note(tr("No model is installed; name a checkpoint's folder with --model."));
    console.data({{"models", models}, {"folder", paths::models().string()}});
    return Exit::done;
}

Exit show(Console& console, const std::string& name, const std::string& size_text) {
    auto folder = paths::find_model(name);
    if (!folder) return console.error(folder.error());
    generate::Size size{1024, 1024};
    if (!size_text.empty()) {
        auto asked = generate::parse_size(size_text);
        if (!asked) return console.error(asked.error());
        if (auto fits = generate::check_size(*asked, generate::SourcesGiven::no); !fits) return console.error(fits.error());
        size = *asked;
    } else if (auto model = ModelFolder::open(*folder)) {
        size = {model->defaults().width, model->defaults().height};
    }
    auto report = describe_model(*folder, size.width, size.height);
    if (!report) return console.error(report.error(), Doing::reading);
    print(console, *report, size);
    console.data(to_json(*report));
    return report->problems.empty() ? Exit::done : Exit::problems_found;
}

/// The words that a small model was taught; a large one knows language and lists none.
Exit vocabulary(Console& console, const std::string& name) {
    auto folder = paths::find_model(name);
    if (!folder) return console.error(folder.error());
    auto model = ModelFolder::open(*folder);
    if (!model) return console.error(model.error(), Doing::reading);
    const std::vector<std::string>& words = model->defaults().vocabulary;
    for (const std::string& word : words) console.line(word);
    if (words.empty()) console.note(tr("This model lists no words: write what you like."));
    console.data({{"vocabulary", words}});
    return Exit::done;
}

Exit verify(Console& console, const std::string& name) {
    auto folder = paths::find_model(name);
    if (!folder) return console.error(folder.error());
    Interrupt interrupt;
    const bool draw = can_draw_bar();
    int shown = -1;
    const auto progress = [&](std::uint64_t done, std::uint64_t total) {
        const int percent = total > 0 ? static_cast<int>(100 * (static_cast<double>(done) / static_cast<double>(total))) : 100;
        if (draw && percent != shown) std::fprintf(stderr, "\r%s %d %%\x1b[K", tr("Reading the weights").c_str(), shown = percent);
        QCoreApplication::processEvents();
        return interrupt.count() == 0;
    };
    auto problems = verify_model(*folder, progress);
    if (draw) std::fputs("\r\x1b[K", stderr);
    if (!problems) return console.error(problems.error(), Doing::reading);
    for (const std::string& problem : *problems) console.line(std::format("! {}", translated(problem)));
    if (problems->empty()) console.line(tr("The model is sound."));
    std::error_code ignored;
    if (problems->empty() && std::filesystem::is_directory(*folder, ignored) && !std::filesystem::exists(*folder / "SHA256SUMS", ignored))
        console.note(tr("There is no SHA256SUMS in its folder to compare with, so only impossible values were looked for."));
    console.data({{"folder", folder->string()}, {"problems", *problems}});
    return problems->empty() ? Exit::done : Exit::problems_found;
}

}  // namespace

void add_models(CLI::App& app, Invocation& invocation) {
    CLI::App* models = app.add_subcommand("models", tr("List models, look into one, check one, make one smaller"));
    models->require_subcommand(1);
    const auto name = std::make_shared<std::string>();
    const auto size = std::make_shared<std::string>();
    const std::string name_help = tr("builtin, the name of an installed model, or the path of a checkpoint's folder or GGUF file");

    CLI::App* list_command = models->add_subcommand("list", tr("The built-in model and the installed ones"));
    add_json_flag(*list_command, invocation);
    list_command->callback([&invocation] {
        Console console = invocation.console();
        invocation.exit = list(console);
    });
    CLI::App* show_command = models->add_subcommand("show", tr("What the folder holds, what is missing, how much memory each stage needs"));
    show_command->add_option("NAME", *name, name_help)->required();
    show_command->add_option("-s,--size", *size, tr("Of the picture that memory is reckoned for"))->type_name("WxH");
    const auto only_words = std::make_shared<bool>(false);
    show_command->add_flag("--vocabulary", *only_words, tr("Only the words that the model was taught, one per line"));
    add_json_flag(*show_command, invocation);
    show_command->callback([&invocation, name, size, only_words] {
        Console console = invocation.console();
        invocation.exit = *only_words ? vocabulary(console, *name) : show(console, *name, *size);
    });
    CLI::App* verify_command = models->add_subcommand("verify", tr("Read every weight: damaged files, impossible values, checksums"));
    verify_command->add_option("NAME", *name, name_help)->required();
    add_json_flag(*verify_command, invocation);
    verify_command->callback([&invocation, name] {
        Console console = invocation.console();
        invocation.exit = verify(console, *name);
    });
    add_models_convert(*models, invocation);
    add_models_synthesize(*models, invocation);
}

}  // namespace haibao::cli
