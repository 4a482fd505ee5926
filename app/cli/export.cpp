// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLocale>
#include <algorithm>

#include "app/cli/batch_export.h"
#include "app/cli/commands.h"
#include "app/export/poster_input.h"

namespace haibao::cli {
namespace {

namespace fs = std::filesystem;

struct Inputs {
    std::vector<std::string> files, fonts;
    bool list_presets = false;
};

bool is_exportable(const fs::path& file) { return find_format(file.extension().string()) != nullptr || file.extension() == ".haibao"; }

/// Files as they are named; of a folder what can be exported, by name.
std::vector<fs::path> files_of(const std::vector<std::string>& inputs) {
    std::vector<fs::path> files;
    for (const std::string& input : inputs) {
        std::error_code error;
        if (!fs::is_directory(input, error)) {
            files.emplace_back(input);
            continue;
        }
        std::vector<fs::path> here;
        for (fs::directory_iterator at(input, error), end; !error && at != end; at.increment(error))
            if (at->is_regular_file(error) && is_exportable(at->path())) here.push_back(at->path());
        std::ranges::sort(here);
        files.insert(files.end(), here.begin(), here.end());
    }
    return files;
}

Exit list_presets(Console& console) {
    nlohmann::json rows = nlohmann::json::array();
    for (const Preset& preset : presets()) {
        console.line(std::format("{:16} {}", preset.id.toStdString(), preset.name(QLocale().name()).toStdString()));
        rows.push_back({{"id", preset.id.toStdString()}, {"name", preset.name("en").toStdString()}, {"format", preset.format.toStdString()}});
    }
    console.data({{"presets", rows}});
    return Exit::done;
}

Exit export_files(Console& console, const Inputs& inputs, const BatchOptions& options) {
    if (inputs.list_presets) return list_presets(console);
    if (inputs.files.empty()) return console.error({ErrorKind::invalid_input, "Name the pictures, posters or folders to export.", {}});
    auto fonts = open_fonts(inputs.fonts);
    if (!fonts) return console.error(fonts.error(), Doing::reading);
    std::vector<std::shared_ptr<ExportSource>> sources;
    for (fs::path& file : files_of(inputs.files)) sources.push_back(source_of(std::move(file), *fonts));
    return export_batch(console, options, std::move(sources));
}

}  // namespace

void add_export(CLI::App& app, Invocation& invocation) {
    CLI::App* command = app.add_subcommand("export", tr("Export many pictures and posters at once"));
    const auto inputs = std::make_shared<Inputs>();
    command->add_option("INPUT", inputs->files, tr("Pictures, .haibao files, or folders of them"));
    const auto options = add_batch_options(*command);
    command->add_option("--font", inputs->fonts, tr("Use only these font files instead of all installed fonts"));
    command->add_flag("--list-presets", inputs->list_presets, tr("Print the presets that there are"));
    add_json_flag(*command, invocation);
    command->callback([&invocation, inputs, options] {
        Console console = invocation.console();
        invocation.exit = export_files(console, *inputs, *options);
    });
}

}  // namespace haibao::cli
