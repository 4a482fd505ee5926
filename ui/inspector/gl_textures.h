// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include "inference/base/image.h"
#include "ui/inspector/panels.h"

namespace haibao::inspector {

/// Textures of OpenGL, for the context of this thread. The oldest go when there are many.
class GlTextures : public Textures {
public:
    ~GlTextures() override;
    ImTextureID of(const Preview& preview) override;

private:
    std::map<std::uint64_t, unsigned> textures_;  ///< by Preview::number
};

/// What was drawn, `width` × `height` pixels from the lower left corner.
Image read_screen(int width, int height);

}  // namespace haibao::inspector
