// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/export/png.h"
#include "app/gallery/picture.h"

// What picture makers write about a picture into its file. All of it comes from outside: bounded, never trusted; what cannot
// be read leaves a field empty.
namespace haibao::gallery {

struct FoundMaking {
    Making making;
    std::vector<Parent> parents;  ///< of our own record
};

/// The texts of a file by keyword, as PNG has them: `haibao`, `parameters` (A1111, SD.Next, Fooocus, SwarmUI), `prompt` and
/// `workflow` (ComfyUI), `invokeai_metadata`, `sd-metadata`, `Dream` (InvokeAI). What Exif's UserComment says is given as
/// `parameters`, too.
FoundMaking read_making(const std::vector<PngText>& texts);

/// A1111's text: the prompt, `Negative prompt: …`, then `Steps: …, Seed: …, …`.
Making read_a1111(std::string_view text);
/// ComfyUI's graph as it was run (`prompt`) or as it was drawn (`workflow`); either may be empty.
Making read_comfyui(std::string_view prompt, std::string_view workflow);

}  // namespace haibao::gallery
