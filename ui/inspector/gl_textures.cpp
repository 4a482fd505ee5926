// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/gl_textures.h"

#include <GLFW/glfw3.h>

#include <algorithm>

namespace haibao::inspector {
namespace {

constexpr std::size_t most_textures = 64;
constexpr unsigned clamp_to_edge = 0x812F;  // of OpenGL 1.2, which the header may lack

}  // namespace

GlTextures::~GlTextures() {
    for (const auto& [number, name] : textures_) glDeleteTextures(1, &name);
}

ImTextureID GlTextures::of(const Preview& preview) {
    if (const auto known = textures_.find(preview.number); known != textures_.end()) return reinterpret_cast<ImTextureID>(std::uintptr_t{known->second});
    GLint largest = 0;
    glGetIntegerv(GL_MAX_TEXTURE_SIZE, &largest);
    if (preview.image.width > largest || preview.image.height > largest) return {};
    if (textures_.size() >= most_textures) {
        glDeleteTextures(1, &textures_.begin()->second);
        textures_.erase(textures_.begin());
    }
    GLuint name = 0;
    glGenTextures(1, &name);
    glBindTexture(GL_TEXTURE_2D, name);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, clamp_to_edge);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, clamp_to_edge);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGB, preview.image.width, preview.image.height, 0, GL_RGB, GL_UNSIGNED_BYTE, preview.image.rgb.data());
    textures_[preview.number] = name;
    return reinterpret_cast<ImTextureID>(std::uintptr_t{name});
}

Image read_screen(int width, int height) {
    Image image{.width = width, .height = height, .rgb = {}};
    const std::size_t row = std::size_t{3} * static_cast<std::size_t>(width);
    image.rgb.resize(row * static_cast<std::size_t>(height));
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, width, height, GL_RGB, GL_UNSIGNED_BYTE, image.rgb.data());
    for (int y = 0; y < height / 2; ++y)  // OpenGL counts from below
        std::swap_ranges(image.rgb.begin() + static_cast<std::ptrdiff_t>(row) * y, image.rgb.begin() + static_cast<std::ptrdiff_t>(row) * (y + 1),
                         image.rgb.end() - static_cast<std::ptrdiff_t>(row) * (y + 1));
    return image;
}

}  // namespace haibao::inspector
