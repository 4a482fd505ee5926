// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How far do two tiles that overlap disagree, and does their blend look softer than either? Prints the table of docs/proof.md.
// Not a test.
// usage: overlaps [MODEL-FOLDER [SIDE-OF-A-TILE [STRENGTH…]]]
#include <QEventLoop>
#include <cstdio>
#include <cstdlib>
#include <print>

#include "app/enlarge/tile_painter.h"
#include "app/export/resample.h"
#include "app/export/rows.h"
#include "app/scene/paint.h"
#include "app/scene/random_scene.h"
#include "app/scene/scene.h"
#include "tests/app/enlarge/seams.h"
#include "tests/support/qt_application.h"
#include "tests/support/temporary_folder.h"

using namespace haibao;
using namespace haibao::enlarge;

namespace {

RasterInfo info_of(const Image& image) { return {image.width, image.height, PixelFormat::rgb8, 72, {}}; }

Image resized(const Image& image, QSize size) {
    MemoryRows rows(info_of(image), image.rgb);
    ResizedRows smaller(rows, size);
    return {size.width(), size.height(), read_all(smaller).value()};
}

Image drawn(QSize size, std::uint64_t seed, double detail) {
    const QImage picture = scene::to_image(scene::compose(scene::random_description(seed, detail), {double(size.width()), double(size.height())}), size).convertToFormat(QImage::Format_RGB888);
    Image image{size.width(), size.height(), {}};
    for (int y = 0; y < size.height(); ++y) image.rgb.insert(image.rgb.end(), picture.constScanLine(y), picture.constScanLine(y) + 3 * size.width());
    return image;
}

double luma(const Image& image, int x, int y) {
    const std::uint8_t* pixel = image.rgb.data() + 3 * (std::size_t(y) * std::size_t(image.width) + std::size_t(x));
    return 0.299 * pixel[0] + 0.587 * pixel[1] + 0.114 * pixel[2];
}

/// Variance of the Laplacian over columns [begin, end) of an image.
double sharpness(const Image& image, int begin, int end) {
    double sum = 0, squares = 0;
    int count = 0;
    for (int y = 1; y + 1 < image.height; ++y)
        for (int x = std::max(1, begin); x < std::min(end, image.width - 1); ++x, ++count) {
            const double value = luma(image, x - 1, y) + luma(image, x + 1, y) + luma(image, x, y - 1) + luma(image, x, y + 1) - 4 * luma(image, x, y);
            sum += value;
            squares += value * value;
        }
    return squares / count - (sum / count) * (sum / count);
}

double rms(const Image& a, int a_begin, const Image& b, int b_begin, int width) {
    double squares = 0;
    for (int y = 0; y < a.height; ++y)
        for (int x = 0; x < width; ++x) squares += std::pow(luma(a, a_begin + x, y) - luma(b, b_begin + x, y), 2);
    return std::sqrt(squares / (double(width) * a.height));
}

double psnr(double error) { return 20 * std::log10(255 / std::max(error, 0.01)); }

Image tile_of(const std::filesystem::path& folder, int index) {
    const QImage picture = QImage(QString::fromStdString((folder / std::format("tile-{}.png", index)).string())).convertToFormat(QImage::Format_RGB888);
    Image image{picture.width(), picture.height(), {}};
    for (int y = 0; y < image.height; ++y) image.rgb.insert(image.rgb.end(), picture.constScanLine(y), picture.constScanLine(y) + 3 * image.width);
    return image;
}

bool measure(const char* name, const Image& original, Refinement refinement) {
    const Image base = resized(resized(original, {original.width / 2, original.height / 2}), {original.width, original.height});
    const test::TemporaryFolder folder;
    MemoryRows rows(info_of(base), base.rgb);
    const TileGrid grid({base.width, base.height}, refinement.tile, refinement.overlap);
    TilePainter painter(rows, refinement, folder.path(), {HAIBAO_WORKER_PROGRAM, {}, {}});
    QEventLoop loop;
    std::optional<Error> error;
    QObject::connect(&painter, &TilePainter::finished, &loop, &QEventLoop::quit);
    QObject::connect(&painter, &TilePainter::failed, &loop, [&](const Error& why) { error = why, loop.quit(); });
    painter.start();
    loop.exec();
    if (error) return std::println(stderr, "{}", error->message), false;
    const auto blended = painter.rows();
    const Image made{base.width, base.height, read_all(*blended).value()};
    const Image left = tile_of(folder.path(), 0), right = tile_of(folder.path(), 1);
    const int begin = grid.across.begin(1), width = grid.across.tile() - begin;
    // Where neither counts for less than a quarter both are seen.
    const int middle = begin + width / 4, end = begin + 3 * width / 4;
    const double own = (sharpness(left, middle, end) + sharpness(right, middle - begin, end - begin)) / 2;
    const double disagree = rms(left, begin, right, 0, width), changed = rms(made, 0, base, 0, base.width);
    std::println("| {} | {:.1f} | {:.2f} | {:.2f} | {:.2f} | {:.2f} | {:.1f} dB | {:.1f} dB |", name, refinement.strength, changed, disagree,
                 sharpness(made, middle, end) / std::max(own, 0.01), worst_seam(made, grid) - worst_seam(base, grid), psnr(rms(made, begin, original, begin, width)),
                 psnr(rms(made, 0, original, 0, begin)));
    std::fflush(stdout);
    return true;
}

}  // namespace

int main(int argc, char** argv) {
    const test::Application application;
    Refinement refinement;
    refinement.model = argc > 1 ? argv[1] : HAIBAO_SOURCE_DIR "/assets/models/builtin";
    const int side = argc > 2 ? std::atoi(argv[2]) : 512;
    refinement.options = {"cpu", Precision::fast, 0};
    refinement.prompt = "a poster";
    refinement.tile = {side, side};
    refinement.steps = 12;
    std::vector<double> strengths;
    for (int i = 3; i < argc; ++i) strengths.push_back(std::atof(argv[i]));
    if (strengths.empty()) strengths = {0.3, 0.5};
    const QSize size(2 * side - refinement.overlap, side);
    std::println("| ground | strength | changed | disagree | sharpness | seam | PSNR, overlap | PSNR, beside |\n|---|---:|---:|---:|---:|---:|---:|---:|");
    for (const double strength : strengths) {
        refinement.strength = strength;
        if (!measure("flat", flat(size.width(), size.height(), {170, 120, 90}), refinement)) return 1;
        if (!measure("textured", textured(size.width(), size.height()), refinement)) return 1;
        if (!measure("drawn", drawn(size, 4, 0.7), refinement)) return 1;
        if (!measure("drawn, busy", drawn(size, 11, 1), refinement)) return 1;
    }
}
