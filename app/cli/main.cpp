// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <algorithm>
#include <clocale>
#include <cstring>
#include <optional>
#include <regex>

#include "app/cli/commands.h"
#include "app/cli/help_format.h"
#include "app/cli/terminal.h"
#include "app/cli/words.h"
#include "app/core/paths.h"
#include "inference/weights/mapped_file.h"

namespace haibao::cli {

void add_json_flag(CLI::App& command, Invocation& invocation) {
    command.add_flag("--json", invocation.json, tr("Print one JSON object to stdout instead of text"));
}

Result<generate::WorkerOptions> worker_options() {
    auto program = paths::worker_program();
    if (!program) return pass_on(program);
    return generate::WorkerOptions{*program, paths::state() / "worker.log", {}};
}

namespace {

void add_commands(CLI::App& app, Invocation& invocation) {
    set_help_format(app);
    app.set_version_flag("--version", "haibao-cli " HAIBAO_VERSION, tr("Print the version"));
    app.set_help_flag("-h,--help", tr("Print this help; every command has its own: haibao-cli generate --help"));
    app.require_subcommand(1);
    add_generate(app, invocation);
    add_show(app, invocation);
    add_devices(app, invocation);
    add_doctor(app, invocation);
    add_models(app, invocation);
    add_plan(app, invocation);
    add_queue(app, invocation);
    add_gallery(app, invocation);
    add_merge(app, invocation);
    add_export(app, invocation);
    add_render(app, invocation);
    add_proof(app, invocation);
    add_enlarge(app, invocation);
    add_scene(app, invocation);
    add_poster(app, invocation);
    add_typeset(app, invocation);
    add_describe_commands(app, invocation);
    app.footer(tr("Examples:\n"
                  "  haibao-cli generate --prompt \"夏日音乐节海报，海浪与夕阳，标题“海风”\" --size 768x1344\n"
                  "  haibao-cli generate --prompt @prompt.txt --count 4 --seed 7 --out \"posters/{prompt:20|slug}-{n:00}.png\"\n"
                  "  haibao-cli show poster.png\n"
                  "  haibao-cli generate --from poster.png --steps 50\n\n"
                  "Exit status: 0 done, 1 failed, 2 wrong usage, 3 partly done, 4 a check found problems,\n"
                  "5 worker or device died, 6 cannot write, 130 cancelled.\n"
                  "Everything runs on this machine; nothing is sent anywhere."));
}

/// A number with a decimal comma, as a sentence that names the remedy: only where an option takes one with a point, and nothing else
/// stands there. "1,500" may be a thousand and a half.
std::optional<std::string> comma_in_number(const CLI::App& app) {
    static const std::regex comma(R"((-?\d+),(\d{1,2}|\d{4,}))");
    for (const CLI::App* command : app.get_subcommands()) {
        for (const CLI::Option* option : command->get_options()) {
            if (!option->get_type_name().starts_with("FLOAT")) continue;
            for (const std::string& value : option->results())
                if (std::smatch match; std::regex_match(value, match, comma))
                    return say(tr("{} {} is not understood: write {}.{}, with a point."), option->get_name(), value, match[1].str(), match[2].str());
        }
        if (auto below = comma_in_number(*command)) return below;
    }
    return {};
}

bool asks_for_json(int argc, char** argv) {
    return std::any_of(argv, argv + argc, [](const char* word) { return std::strcmp(word, "--json") == 0; });
}

Exit run(int argc, char** argv) {
    Invocation invocation;
    CLI::App app(tr("Haibao makes posters on your own machine: this is the program without a window."), "haibao-cli");
    add_commands(app, invocation);
    // CLI11 reports everything by exceptions: help and version, too.
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& success) {
        app.exit(success);
        return Exit::done;
    } catch (const CLI::ParseError& error) {
        // The flag itself may stand behind what could not be parsed.
        invocation.json |= asks_for_json(argc, argv);
        const bool value = dynamic_cast<const CLI::ConversionError*>(&error) || dynamic_cast<const CLI::ValidationError*>(&error);
        if (const auto comma = value ? comma_in_number(app) : std::nullopt) return invocation.console().error({ErrorKind::invalid_input, *comma, {}});
        return invocation.console().error({ErrorKind::invalid_input, error.what(), invocation.json ? "" : tr("haibao-cli --help shows how to use it.")});
    }
    return invocation.exit;
}

}  // namespace
}  // namespace haibao::cli

int main(int argc, char** argv) {
    using namespace haibao::cli;
    open_missing_streams();
    haibao::MappedFile::outlive_lost_files();
    QCoreApplication application(argc, argv);
    std::setlocale(LC_NUMERIC, "C");  // Qt has set the user's locale; numbers in JSON and names stay plain
    if (!asks_for_json(argc, argv)) install_language();  // JSON is read by programs: it stays English
    Exit exit = Exit::failed;
    Console console(asks_for_json(argc, argv) ? Format::json : Format::text);
    try {
        exit = run(argc, argv);
    } catch (const std::bad_alloc&) {
        exit = console.error({haibao::ErrorKind::out_of_memory, "Memory ran out; close other programs.", {}});
    } catch (const std::exception& surprise) {
        exit = console.error({haibao::ErrorKind::internal, "The program met an error that it did not expect.", surprise.what()});
    }
    if (!flush_output() && exit == Exit::done)
        exit = Console(Format::text).error({haibao::ErrorKind::io, "The output could not be written; is the disk full?", {}});
    return static_cast<int>(exit);
}
