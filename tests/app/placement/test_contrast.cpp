// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "app/placement/contrast.h"

using namespace haibao::placement;
using haibao::document::Colour;

namespace {

Colour grey(int byte) { return {byte / 255.0, byte / 255.0, byte / 255.0, 1, {}}; }
double ratio(int a, int b) { return contrast(luminance(grey(a)), luminance(grey(b))); }

double measured(const QImage& ground, const Colour& text) {
    QImage mask(ground.size(), QImage::Format_Grayscale8);
    mask.fill(255);
    return measured_contrast(ground, mask, text);
}

}  // namespace

TEST_CASE("Contrast is that of WCAG 2") {
    CHECK(ratio(0x76, 0xff) == Catch::Approx(4.54).margin(0.005));
    CHECK(ratio(0x77, 0xff) == Catch::Approx(4.48).margin(0.005));
    CHECK(ratio(0xff, 0x80) == Catch::Approx(3.95).margin(0.005));
    CHECK(ratio(0, 0x80) == Catch::Approx(5.32).margin(0.005));
    CHECK(ratio(0, 255) == Catch::Approx(21));
}

TEST_CASE("A black veil of 8 % over middle grey makes white readable") {
    const double veiled = 0x80 / 255.0 * (1 - 0.08);
    CHECK(contrast(1, luminance(veiled, veiled, veiled)) == Catch::Approx(4.54).margin(0.02));
}

TEST_CASE("The worst twentieth of the pixels counts, not their mean") {
    QImage ground(100, 100, QImage::Format_RGB32);
    ground.fill(Qt::black);
    CHECK(measured(ground, grey(255)) == Catch::Approx(21));
    for (int y = 0; y < 4; ++y)
        for (int x = 0; x < 100; ++x) ground.setPixel(x, y, 0xffffffff);
    CHECK(measured(ground, grey(255)) == Catch::Approx(21));  // 4 % may be lost
    for (int y = 0; y < 50; ++y)
        for (int x = 0; x < 100; ++x) ground.setPixel(x, y, 0xffffffff);
    CHECK(measured(ground, grey(255)) == Catch::Approx(1));
    CHECK(measured(ground, grey(0)) == Catch::Approx(1));
    QImage nothing(ground.size(), QImage::Format_Grayscale8);
    nothing.fill(0);
    CHECK(measured_contrast(ground, nothing, grey(0)) == 21);
}

TEST_CASE("A toned colour keeps its hue and takes the lightness") {
    const Colour dark = toned({0.9, 0.2, 0.1, 1, {}}, 15, 24);
    CHECK(dark.r > dark.b);
    CHECK(luminance(dark) < 0.03);
    CHECK(luminance(toned({0.9, 0.2, 0.1, 1, {}}, 97, 7)) > 0.88);
}
