// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <optional>
#include <string>

#include "app/export/preset.h"

namespace haibao::cli {

/// What a preset says, as options: those given change the preset that --preset names, or one with the usual values.
struct PresetOptions {
    std::optional<std::string> preset, size, mm, fit, bleed, profile, intent, bpc, target_size, metadata, chroma, packing, matte, watermark;
    std::optional<double> long_side, percent, dpi, watermark_size, watermark_opacity;
    std::optional<std::string> watermark_position;
    std::optional<int> quality, bits, ink_limit;
    bool marks = false, cmyk = false, pdfx = false, lossless = false, progressive = false, linear = false, no_enlarge = false;
};

/// `batch` has also what only pictures know, and takes several presets by an option of its own.
enum class PresetUse { poster, batch };
std::shared_ptr<PresetOptions> add_preset_options(CLI::App& command, PresetUse use);

/// `extension`: of the output file; empty leaves the preset's format. Errors: invalid_input, not_found.
Result<Preset> preset_of(const PresetOptions& options, std::string_view extension);

}  // namespace haibao::cli
