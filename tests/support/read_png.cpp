// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/read_png.h"

#include <png.h>

#include <cstdio>
#include <memory>

#include "inference/base/files.h"

namespace haibao::test {
namespace {

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

/// libpng reports errors by a long jump; nothing with a destructor lives between here and it.
bool decode(png_structp png, png_infop info, std::FILE* file, Image& image) {
    if (setjmp(png_jmpbuf(png))) return false;
    png_init_io(png, file);
    png_read_info(png, info);
    png_set_expand(png);
    png_set_strip_16(png);
    png_set_gray_to_rgb(png);
    png_set_strip_alpha(png);
    png_set_interlace_handling(png);
    png_read_update_info(png, info);
    image.width = static_cast<int>(png_get_image_width(png, info));
    image.height = static_cast<int>(png_get_image_height(png, info));
    const std::size_t stride = std::size_t{3} * image.width;
    if (png_get_rowbytes(png, info) != stride) return false;
    image.rgb.resize(stride * image.height);
    const int passes = png_get_interlace_type(png, info) == PNG_INTERLACE_ADAM7 ? PNG_INTERLACE_ADAM7_PASSES : 1;
    for (int pass = 0; pass < passes; ++pass)
        for (int y = 0; y < image.height; ++y) png_read_row(png, image.rgb.data() + stride * y, nullptr);
    return true;
}

void ignore(png_structp, png_const_charp) {}

}  // namespace

Result<Image> read_png(const std::filesystem::path& path) {
    std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "rb"));
    if (!file) return fail(ErrorKind::not_found, "{} cannot be opened.", short_name(path));
    png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, ignore);
    png_infop info = png ? png_create_info_struct(png) : nullptr;
    Image image;
    const bool done = info && decode(png, info, file.get(), image);
    png_destroy_read_struct(&png, &info, nullptr);
    if (!done) return fail(ErrorKind::corrupt_file, "{} is no readable PNG.", short_name(path));
    return image;
}

}  // namespace haibao::test
