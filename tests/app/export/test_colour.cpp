// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QProcess>
#include <QRegularExpression>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>

#include "app/export/colour.h"
#include "tests/support/temporary_folder.h"

using namespace haibao;
using Catch::Matchers::WithinAbs;

namespace {

constexpr const char* fogra39 = "/usr/share/color/icc/colord/FOGRA39L_coated.icc";

/// What lcms' own tool says, in percent.
std::array<double, 4> transicc(const std::string& from, std::array<int, 3> rgb, int intent, bool compensate) {
    QProcess tool;
    QStringList arguments{"-i", QString::fromStdString(from), "-o", fogra39, "-t", QString::number(intent), "-n"};
    if (compensate) arguments << "-b";
    tool.start("transicc", arguments);
    tool.write(QString("%1 %2 %3\n").arg(rgb[0]).arg(rgb[1]).arg(rgb[2]).toUtf8());
    tool.closeWriteChannel();
    REQUIRE(tool.waitForFinished());
    const QString text = QString::fromUtf8(tool.readAllStandardOutput());
    std::array<double, 4> inks{};
    auto found = QRegularExpression("([0-9.]+)").globalMatch(text.section('\n', 0, 0));
    for (double& ink : inks) {
        INFO(text.toStdString());
        REQUIRE(found.hasNext());
        ink = found.next().captured().toDouble();
    }
    return inks;
}

}  // namespace

TEST_CASE("The built-in profiles are RGB display profiles with the same bytes each time") {
    for (const IccProfile* profile : {&IccProfile::srgb(), &IccProfile::display_p3(), &IccProfile::adobe_rgb()}) {
        CHECK(profile->space() == ColourSpace::rgb);
        CHECK(profile->profile_class() == ProfileClass::display);
        CHECK(profile->bytes().size() < 1000);
        CHECK(profile->md5().size() == 32);
    }
    CHECK(IccProfile::srgb().name() == "sRGB");
    CHECK(IccProfile::srgb().md5() == "61297f74bb8f1398c8e25e602979d834");
}

TEST_CASE("The built-in sRGB is the installed one's equal") {
    const auto installed = IccProfile::load("/usr/share/color/icc/ghostscript/srgb.icc");
    REQUIRE(installed);
    const auto conversion = ColourConversion::create(IccProfile::srgb(), *installed, {Intent::relative, BlackPoint::keep});
    REQUIRE(conversion);
    for (const double v : {0.0, 0.02, 0.25, 0.5, 0.9, 1.0}) {
        const auto out = (*conversion)({v, 1 - v, v / 2, 0});
        CHECK_THAT(out[0], WithinAbs(v, 0.002));
        CHECK_THAT(out[1], WithinAbs(1 - v, 0.002));
        CHECK_THAT(out[2], WithinAbs(v / 2, 0.002));
    }
}

TEST_CASE("sRGB becomes the same inks as with lcms' own tool, for every intent") {
    const auto printer = IccProfile::load(fogra39);
    REQUIRE(printer);
    CHECK(printer->space() == ColourSpace::cmyk);
    CHECK(printer->profile_class() == ProfileClass::printer);
    CHECK(printer->condition() == "FOGRA39");
    const test::TemporaryFolder folder;
    const std::string srgb_file = folder.write("srgb.icc", IccProfile::srgb().bytes().toStdString());
    const std::array<std::array<int, 3>, 6> colours{{{255, 0, 0}, {0, 0, 0}, {255, 255, 255}, {0, 128, 64}, {30, 60, 200}, {128, 128, 128}}};
    for (const int intent : {0, 1, 2, 3})
        for (const bool compensate : {false, true}) {
            const ConversionOptions options{static_cast<Intent>(intent), compensate ? BlackPoint::compensate : BlackPoint::keep};
            const auto exact = ColourConversion::create(IccProfile::srgb(), *printer, options);
            const auto pixels = PixelConversion::create(IccProfile::srgb(), PixelFormat::rgb8, *printer, PixelFormat::cmyk8, options);
            REQUIRE(exact);
            REQUIRE(pixels);
            for (const auto& rgb : colours) {
                // transicc -b with the absolute intent is the absolute intent: black point compensation has no meaning there.
                const auto wanted = transicc(srgb_file, rgb, intent, compensate);
                const auto got = (*exact)({rgb[0] / 255.0, rgb[1] / 255.0, rgb[2] / 255.0, 0});
                const std::array<std::uint8_t, 3> in{std::uint8_t(rgb[0]), std::uint8_t(rgb[1]), std::uint8_t(rgb[2])};
                std::array<std::uint8_t, 4> out{};
                pixels->apply(in, out);
                for (std::size_t i = 0; i < 4; ++i) {
                    CAPTURE(intent, compensate, rgb[0], rgb[1], rgb[2], i);
                    CHECK_THAT(got[i] * 100, WithinAbs(wanted[i], 0.5));
                    CHECK_THAT(out[i] / 2.55, WithinAbs(wanted[i], 0.8));  // and half a step of 8 bits
                }
            }
        }
}

TEST_CASE("Sixteen bits keep what eight cannot, and alpha is copied") {
    const auto conversion =
        PixelConversion::create(IccProfile::srgb(), PixelFormat::rgba16, IccProfile::display_p3(), PixelFormat::rgba16);
    REQUIRE(conversion);
    std::array<std::uint16_t, 8> in{1000, 1001, 1002, 4321, 65535, 0, 0, 65535}, out{};
    conversion->apply({reinterpret_cast<const std::uint8_t*>(in.data()), 16}, {reinterpret_cast<std::uint8_t*>(out.data()), 16});
    CHECK(out[3] == 4321);
    CHECK(out[7] == 65535);
    CHECK(out[4] > 59000);  // sRGB's red in Display P3: 0.917 0.200 0.139
    CHECK(out[4] < 61000);
    CHECK_THAT(out[5] / 65535.0, WithinAbs(0.200, 0.01));
}

TEST_CASE("Pure black is black ink alone, own inks stay, other blacks go through the profile") {
    const auto printer = IccProfile::load(fogra39);
    const auto conversion = ColourConversion::create(IccProfile::srgb(), *printer);
    REQUIRE(conversion);
    CHECK(conversion->ink({0, 0, 0, 1, {}}) == std::array<double, 4>{0, 0, 0, 1});
    CHECK(conversion->ink({1, 0, 0, 1, document::Ink{0.1, 0.2, 0.3, 0.4, {}}}) == std::array<double, 4>{0.1, 0.2, 0.3, 0.4});
    const auto almost = conversion->ink({0.01, 0, 0, 1, {}});
    CHECK(almost[0] + almost[1] + almost[2] > 1);
    CHECK(is_key_black({0.2, 0.2, 0.2, 1, document::Ink{0, 0, 0, 1, {}}}));
    CHECK_FALSE(is_key_black({0, 0, 0, 1, document::Ink{0.4, 0.3, 0.3, 1, {}}}));
}

TEST_CASE("A proof shows what print loses, and can mark it") {
    const auto printer = IccProfile::load(fogra39);
    ProofOptions options;
    const auto proof = PixelConversion::proof(IccProfile::srgb(), *printer, IccProfile::srgb(), PixelFormat::rgb8, options);
    options.gamut_warning = true;
    const auto warned = PixelConversion::proof(IccProfile::srgb(), *printer, IccProfile::srgb(), PixelFormat::rgb8, options);
    options.gamut_warning = false;
    options.paper_white = true;
    const auto paper = PixelConversion::proof(IccProfile::srgb(), *printer, IccProfile::srgb(), PixelFormat::rgb8, options);
    REQUIRE((proof && warned && paper));
    const std::array<std::uint8_t, 9> in{0, 255, 0, 120, 120, 120, 255, 255, 255};
    std::array<std::uint8_t, 9> out{};
    proof->apply(in, out);
    CHECK(out[1] < 220);  // a screen's green is out of reach
    CHECK(std::abs(out[3] - 120) < 6);
    CHECK(out[6] > 250);
    warned->apply(in, out);
    CHECK((out[0] == 255 && out[1] == 0 && out[2] == 255));
    CHECK(std::abs(out[3] - 120) < 6);
    paper->apply(in, out);
    CHECK(out[8] < 250);  // paper is not as blue as a screen's white
}

TEST_CASE("Installed profiles for print are found by name, others with a sentence") {
    const auto installed = printer_profiles();
    CHECK(std::ranges::any_of(installed, [](const InstalledProfile& profile) { return profile.id == "FOGRA39L_coated"; }));
    CHECK(std::ranges::none_of(installed, [](const InstalledProfile& profile) { return profile.id == "AdobeRGB1998" || profile.id == "sRGB"; }));
    const auto found = IccProfile::find("FOGRA39L_coated");
    REQUIRE(found);
    CHECK(*found == *IccProfile::load(fogra39));
    CHECK(IccProfile::find(found->name()).has_value());
    CHECK(IccProfile::find("srgb")->name() == "sRGB");
    const auto missing = IccProfile::find("Kodak1886");
    REQUIRE_FALSE(missing);
    CHECK(missing.error().kind == ErrorKind::not_found);
    CHECK(missing.error().message.contains("FOGRA39L_coated"));
}

TEST_CASE("What is no profile is refused, and damaged ones never crash") {
    CHECK(IccProfile::from_bytes("nothing", "x.icc").error().kind == ErrorKind::corrupt_file);
    CHECK(IccProfile::from_bytes({}, "x.icc").error().message.contains("x.icc"));
    const QByteArray whole = IccProfile::srgb().bytes();
    for (qsizetype i = 0; i < whole.size(); i += 3) {
        QByteArray damaged = whole;
        damaged[i] = static_cast<char>(~damaged[i]);
        if (const auto profile = IccProfile::from_bytes(damaged, "x"); profile && profile->space() == ColourSpace::rgb)
            (void)PixelConversion::create(*profile, PixelFormat::rgb8, IccProfile::srgb(), PixelFormat::rgb8);
    }
    CHECK_FALSE(PixelConversion::create(IccProfile::srgb(), PixelFormat::cmyk8, IccProfile::srgb(), PixelFormat::rgb8));
}

TEST_CASE("Ink above the limit is counted") {
    InkStatistics ink{.limit_percent = 300};
    const std::array<std::uint8_t, 12> pixels{255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0, 255};
    ink.add(pixels);
    CHECK(ink.pixels == 3);
    CHECK(ink.above == 1);
    CHECK(ink.most_percent == 400);
}
