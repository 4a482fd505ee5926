// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "app/cli/console.h"
#include "app/generate/request.h"
#include "app/generate/source_picture.h"

namespace haibao::cli {

/// What generate and queue add ask for alike.
struct GenerationOptions {
    std::optional<std::string> prompt, size, model, precision, speed, from, text, mask;
    std::vector<std::string> images;  ///< with a mask the first one is its base
    std::optional<int> steps, feather;
    std::optional<double> guidance, temperature, top_p, strength;
    std::optional<std::uint64_t> seed;
    int count = 1, threads = 0;
    std::string device = "auto";
};

void add_generation_options(CLI::App& command, GenerationOptions& options);

/// Where the device is on other machines: a remark that everything travels there unprotected.
void warn_about_network(Console& console, const std::string& device);

/// A picture so much smaller than what the model says it is made for that it shows: a remark. Models that say nothing are not judged.
void warn_about_size(Console& console, const generate::Request& request);
/// Which of the prompt's subjects a small model does not know: a remark.
void warn_about_subjects(Console& console, const generate::Request& request);

/// The files of the options' --image and --mask.
struct PictureFiles {
    std::vector<std::filesystem::path> sources;
    std::optional<generate::RepaintFiles> repaint;
};
/// Errors: invalid_input: a mask without a picture.
Result<PictureFiles> picture_files(const GenerationOptions& options);

/// Reads what the options name (prompt file, source pictures, the picture to repeat) and checks it all.
/// Errors: invalid_input, not_found, io, corrupt_file, unsupported.
Result<generate::Request> request_of(const GenerationOptions& options);

}  // namespace haibao::cli
