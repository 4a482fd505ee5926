// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/cli/commands.h"
#include "app/cli/preset_options.h"
#include "app/export/batch/batch.h"

namespace haibao::cli {

/// The options of a batch, whatever its sources are.
struct BatchOptions {
    std::vector<std::string> presets;
    std::string out, if_exists = "unique", report = "export-report";
    int workers = 0;
    bool dry_run = false, windows_names = false, no_report = false;
    std::shared_ptr<PresetOptions> changes;
};
std::shared_ptr<BatchOptions> add_batch_options(CLI::App& command);

/// Exports the sources as the options say and reports. `done`: called for each finished file, one at a time, in another thread
/// than the caller's while that waits.
Exit export_batch(Console& console, const BatchOptions& options, std::vector<std::shared_ptr<ExportSource>> sources,
                  const std::function<void(const BatchFile&, const Preset&)>& done = {});

}  // namespace haibao::cli
