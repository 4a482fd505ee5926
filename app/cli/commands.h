// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>

#include "app/cli/console.h"
#include "app/generate/worker_client.h"

namespace haibao::cli {

/// What every command is given and leaves behind.
struct Invocation {
    bool json = false;
    Exit exit = Exit::done;
    Console console() const { return Console(json ? Format::json : Format::text); }
};

// One file per command. Each adds its options to `app` and a callback that runs it.
void add_generate(CLI::App& app, Invocation& invocation);
void add_devices(CLI::App& app, Invocation& invocation);
void add_doctor(CLI::App& app, Invocation& invocation);
void add_describe_commands(CLI::App& app, Invocation& invocation);
void add_models(CLI::App& app, Invocation& invocation);
/// `models convert`
void add_models_convert(CLI::App& models, Invocation& invocation);
/// `models synthesize`
void add_models_synthesize(CLI::App& models, Invocation& invocation);
void add_plan(CLI::App& app, Invocation& invocation);
void add_show(CLI::App& app, Invocation& invocation);
void add_gallery(CLI::App& app, Invocation& invocation);
void add_queue(CLI::App& app, Invocation& invocation);
void add_merge(CLI::App& app, Invocation& invocation);
void add_export(CLI::App& app, Invocation& invocation);
void add_proof(CLI::App& app, Invocation& invocation);
void add_enlarge(CLI::App& app, Invocation& invocation);
void add_render(CLI::App& app, Invocation& invocation);
void add_scene(CLI::App& app, Invocation& invocation);
void add_poster(CLI::App& app, Invocation& invocation);
void add_typeset(CLI::App& app, Invocation& invocation);

/// `--json`, the same everywhere.
void add_json_flag(CLI::App& command, Invocation& invocation);

/// The worker as the command line starts it, its log in the state folder. Errors: not_found.
Result<generate::WorkerOptions> worker_options();

}  // namespace haibao::cli
