// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Typesetting-spec §16 and §17 on painted pixels, with the fonts of the build environment.
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <fstream>

#include "app/render/text_place.h"
#include "inference/base/files.h"
#include "tests/app/render/support.h"
#include "tests/support/colour_font.h"
#include "tests/support/temporary_folder.h"

using namespace haibao;
using namespace haibao::document;
using namespace haibao::render;
using namespace haibao::render::testing;

namespace {

constexpr const char* noto_sans = "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf";

const Colour black{0, 0, 0, 1, {}}, red{1, 0, 0, 1, {}}, blue{0, 0, 1, 1, {}};

const typeset::FontSet& fonts() {
    static const auto set = typeset::FontSet::system();
    return *set;
}

TextLayer words(const char* text, double size, QSizeF box) {
    TextLayer layer;
    layer.text.text = QString::fromUtf8(text);
    layer.text.style.size = size;
    layer.text.style.font = {QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Bold"), {}, {}};
    layer.text.style.fills = {Fill{.paint = black}};
    layer.text.box.width = box.width(), layer.text.box.height = box.height();
    return layer;
}

Poster with(const TextLayer& text, QRectF frame, double width = 300, double height = 300) {
    Poster poster = page(width, height);
    add(poster, frame, text, "title");
    return poster;
}

QImage painted(const Poster& poster, const PixelSettings& settings = {}) { return render_image(build(poster, fonts()), settings).value(); }

std::vector<GlyphRun> runs(const DisplayList& list, GlyphRun::Visible visible) {
    std::vector<GlyphRun> result;
    for (const Item& item : list.items)
        if (const auto* run = std::get_if<GlyphRun>(&item); run && run->visible == visible) result.push_back(*run);
    return result;
}

QString spoken(const std::vector<GlyphRun>& all) {
    QString words;
    for (const GlyphRun& run : all)
        for (const GlyphRun::Glyph& glyph : run.glyphs) words += glyph.text;
    return words;
}

template <class T>
int count(const DisplayList& list) {
    return static_cast<int>(std::ranges::count_if(list.items, [](const Item& item) { return std::holds_alternative<T>(item); }));
}

bool has_finding(const DisplayList& list, const char* code) {
    return std::ranges::any_of(list.findings, [&](const Finding& f) { return f.code == QLatin1String(code); });
}

QString said(const DisplayList& list, const char* code) {
    const auto found = std::ranges::find_if(list.findings, [&](const Finding& f) { return f.code == QLatin1String(code); });
    return found == list.findings.end() ? QString() : found->message;
}

}  // namespace

TEST_CASE("plain text is one live run and says its words once") {
    const DisplayList list = build(with(words("海报 Poster", 40, {280, 280}), {10, 10, 280, 280}), fonts());
    CHECK(spoken(runs(list, GlyphRun::Visible::yes)) == QStringLiteral("海报 Poster"));
    CHECK(runs(list, GlyphRun::Visible::no).empty());
    CHECK(count<DrawImage>(list) == 0);
}

TEST_CASE("several fills and effects still say the words once") {
    TextLayer text = words("海报", 80, {280, 280});
    text.text.style.fills = {Fill{.paint = red}, Fill{.paint = blue, .opacity = 0.5}};
    text.text.style.strokes = {Stroke{.width = 4}, Stroke{.width = 2, .align = StrokeAlign::inside, .paint = red}};
    text.text.style.shadows = {Shadow{.blur = 4}};
    const DisplayList list = build(with(text, {10, 10, 280, 280}), fonts());
    CHECK(spoken(runs(list, GlyphRun::Visible::yes)) + spoken(runs(list, GlyphRun::Visible::no)) == QStringLiteral("海报"));
    REQUIRE(count<Soft>(list) == 1);
    CHECK(std::holds_alternative<Soft>(list.items[1]));  // behind everything but the paper
}

TEST_CASE("an outside stroke grows the outline evenly and leaves the counters' fill") {
    TextLayer text = words("回", 200, {280, 280});
    text.text.style.fills = {Fill{.paint = blue}};
    const QImage plain = painted(with(text, {50, 50, 280, 280}, 400, 400));
    text.text.style.strokes = {Stroke{.width = 10, .paint = red}};
    const QImage stroked = painted(with(text, {50, 50, 280, 280}, 400, 400));
    const auto extent = [](const QImage& image) {
        QRect box;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (qGreen(image.pixel(x, y)) < 128) box |= QRect(x, y, 1, 1);
        return box;
    };
    const QRect before = extent(plain), after = extent(stroked);
    REQUIRE(before.width() > 100);
    CHECK(std::abs(before.left() - 10 - after.left()) <= 1);
    CHECK(std::abs(before.top() - 10 - after.top()) <= 1);
    CHECK(std::abs(before.right() + 10 - after.right()) <= 1);
    CHECK(std::abs(before.bottom() + 10 - after.bottom()) <= 1);
    for (int y = 0; y < plain.height(); ++y)
        for (int x = 0; x < plain.width(); ++x)
            if (plain.pixelColor(x, y) == QColor(Qt::blue)) REQUIRE(stroked.pixelColor(x, y) == QColor(Qt::blue));
}

TEST_CASE("no stroke is seen through half-transparent type") {
    TextLayer text = words("回国", 120, {280, 280});
    text.text.style.fills = {Fill{.paint = blue, .opacity = 0.5}};
    const QImage plain = painted(with(text, {10, 10, 280, 280}));
    text.text.style.strokes = {Stroke{.width = 6, .paint = red}};
    const QImage stroked = painted(with(text, {10, 10, 280, 280}));
    int inside = 0;
    for (int y = 1; y + 1 < plain.height(); ++y)
        for (int x = 1; x + 1 < plain.width(); ++x) {
            bool deep = true;
            for (int dy = -1; dy <= 1; ++dy)
                for (int dx = -1; dx <= 1; ++dx) deep &= qRed(plain.pixel(x + dx, y + dy)) <= 128;
            if (!deep) continue;
            ++inside;
            REQUIRE(stroked.pixel(x, y) == plain.pixel(x, y));
        }
    CHECK(inside > 1000);
}

TEST_CASE("a gradient over the layer, the line or the glyph begins and ends there") {
    TextLayer text = words("一一一\n一一一", 60, {180, 280});
    LinearGradient gradient{.angle = 0, .stops = {{0, red}, {1, blue}}};
    const auto first_and_last = [&](GradientBox box) {
        gradient.box = box;
        text.text.style.fills = {Fill{.paint = gradient}};
        const QImage image = painted(with(text, {0, 0, 180, 280}, 180, 280));
        std::vector<QColor> ink;
        for (int y = 20; y < 90 && ink.empty(); ++y)
            if (image.pixelColor(30, y).green() < 10)
                for (int x = 0; x < image.width(); ++x)
                    if (image.pixelColor(x, y).green() < 10) ink.push_back(image.pixelColor(x, y));
        REQUIRE(ink.size() > 100);
        return std::pair(ink, ink.size());
    };
    const auto [over_layer, n] = first_and_last(GradientBox::layer);
    CHECK(over_layer.front().red() > 245);
    CHECK(over_layer.back().blue() > 245);
    CHECK(over_layer[n / 2].red() == Catch::Approx(128).margin(6));
    const auto [over_glyph, m] = first_and_last(GradientBox::glyph);
    CHECK(over_glyph.front().red() > 235);
    CHECK(over_glyph[m / 3 - 4].blue() > 225);  // the end of the first character
    CHECK(over_glyph.back().blue() > 235);
}

TEST_CASE("warped text is outlines with unseen live text over them, and no picture") {
    TextLayer text = words("弯曲的字", 60, {280, 100});
    text.text.warp = {Warp::Type::arc, 0.4, {}};
    const DisplayList list = build(with(text, {10, 100, 280, 100}), fonts());
    CHECK(runs(list, GlyphRun::Visible::yes).empty());
    CHECK(spoken(runs(list, GlyphRun::Visible::no)) == QStringLiteral("弯曲的字"));
    CHECK(count<DrawImage>(list) == 0);
    CHECK(count<FillPath>(list) >= 2);
    // The unseen characters lie where the seen ones are: the outer ones are turned and lower.
    const auto unseen = runs(list, GlyphRun::Visible::no).front();
    CHECK(unseen.glyphs.front().to_page.m12() < -0.1 * unseen.glyphs.front().to_page.m11());
    CHECK(unseen.glyphs.back().to_page.m12() > 0.1 * unseen.glyphs.back().to_page.m11());
}

TEST_CASE("a perspective that changes nothing paints the same picture") {
    TextLayer text = words("不变 same", 50, {280, 100});
    const QImage plain = painted(with(text, {10, 10, 280, 100}));
    text.text.warp = {Warp::Type::perspective, 0, {{0, 0}, {1, 0}, {1, 1}, {0, 1}}};
    CHECK(greatest_difference(plain, painted(with(text, {10, 10, 280, 100}))) <= 48);  // curves and their straight pieces
    text.text.warp.corners = {{0, 0}, {1, 0}, {0.3, 0.2}, {0, 1}};
    const DisplayList refused = build(with(text, {10, 10, 280, 100}), fonts());
    CHECK(has_finding(refused, "bad-warp"));
    CHECK_FALSE(runs(refused, GlyphRun::Visible::yes).empty());
}

TEST_CASE("ten and eight hundred percent show the same layout") {
    TextLayer text = words("同一个版面，无论放大还是缩小。The same layout at any zoom.", 24, {260, 280});
    const DisplayList list = build(with(text, {20, 20, 260, 280}), fonts());
    const QImage whole = render_image(list, {.dpi = 72}).value();
    const QImage large = render_image(list, {.dpi = 576}).value();
    const QImage small = render_image(list, {.dpi = 7.2}).value();
    REQUIRE(large.width() == 2400);
    REQUIRE(small.width() == 30);
    const auto mean = [](const QImage& image, int x0, int y0, int step) {
        double sum = 0;
        for (int y = 0; y < step; ++y)
            for (int x = 0; x < step; ++x) sum += qGreen(image.pixel(x0 + x, y0 + y));
        return sum / (step * step);
    };
    double small_ink = 0, whole_ink = 0;
    for (int y = 0; y < 300; y += 10)
        for (int x = 0; x < 300; x += 10) {
            INFO(x << " " << y);
            REQUIRE(mean(large, 8 * x, 8 * y, 80) == Catch::Approx(mean(whole, x, y, 10)).margin(4));
            REQUIRE(std::abs(qGreen(small.pixel(x / 10, y / 10)) - mean(whole, x, y, 10)) < 48);  // strokes of a fifth of a pixel
            small_ink += 255 - qGreen(small.pixel(x / 10, y / 10));
            whole_ink += 255 - mean(whole, x, y, 10);
        }
    CHECK(small_ink == Catch::Approx(whole_ink).epsilon(0.03));
}

TEST_CASE("emoji are pictures with unseen text") {
    const DisplayList list = build(with(words("好😀", 80, {280, 280}), {10, 10, 280, 280}), fonts());
    CHECK(count<DrawImage>(list) == 1);
    CHECK(spoken(runs(list, GlyphRun::Visible::yes)) == QStringLiteral("好"));
    CHECK(spoken(runs(list, GlyphRun::Visible::no)) == QStringLiteral("😀"));
    const QImage image = render_image(list).value();
    int yellow = 0;
    for (int y = 0; y < 300; ++y)
        for (int x = 0; x < 300; ++x) yellow += image.pixelColor(x, y).saturation() > 100;
    CHECK(yellow > 1500);
}

TEST_CASE("Glyphs of coloured layers are drawn in their colours, and no others vanish") {
    const auto plain = typeset::Face::open(noto_sans, 0).value();
    const auto glyph = [&](char32_t c) {
        hb_codepoint_t id = 0;
        REQUIRE(hb_font_get_nominal_glyph(plain->hb_font(), c, &id));
        return id;
    };
    auto tables = test::red_under_text(glyph('A'), glyph('M'), glyph('i'));
    tables.merge(test::svg_of(glyph('B')));
    const test::TemporaryFolder folder;
    std::ofstream(folder.path() / "colours.ttf", std::ios::binary) << test::with_tables(read_file(noto_sans, 1u << 24).value(), tables);
    const auto set = typeset::FontSet::of_files({folder.path() / "colours.ttf"}).value();
    const auto pixels = [&](const char* text, QRgb wanted) {
        TextLayer layer = words(text, 200, {280, 280});
        layer.text.style.font = {QStringLiteral("Noto Sans"), {}, {}, {}};
        layer.text.style.fills = {Fill{.paint = blue}};
        const DisplayList list = build(with(layer, {10, 10, 280, 280}), *set);
        CHECK(spoken(runs(list, GlyphRun::Visible::no)) == QString(text));
        CHECK(has_finding(list, "colour-glyphs") == (std::string_view(text) == "B"));
        const QImage image = render_image(list).value();
        int found = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x) found += image.pixel(x, y) == wanted;
        return found;
    };
    CHECK(pixels("A", qRgb(255, 0, 0)) > 1000);
    CHECK(pixels("A", qRgb(0, 0, 255)) > 300);
    CHECK(pixels("B", qRgb(0, 0, 255)) > 1000);  // an SVG is not drawn: the outline is, and that is said
    CHECK(pixels("C", qRgb(0, 0, 255)) > 1000);
    CHECK(pixels("C", qRgb(255, 0, 0)) == 0);
}

TEST_CASE("Glyphs that a font paints with gradients are shown so, and selected as what they are") {
    const auto plain = typeset::Face::open(noto_sans, 0).value();
    hb_codepoint_t a = 0, m = 0;
    REQUIRE((hb_font_get_nominal_glyph(plain->hb_font(), U'A', &a) && hb_font_get_nominal_glyph(plain->hb_font(), U'M', &m)));
    // An M is 907 units wide: two stems, and a wedge that comes down between them.
    const auto redness = [&](const std::string& gradient) {
        const test::TemporaryFolder folder;
        std::ofstream(folder.path() / "painted.ttf", std::ios::binary) << test::with_tables(read_file(noto_sans, 1u << 24).value(), test::gradient_of(a, m, gradient));
        const auto set = typeset::FontSet::of_files({folder.path() / "painted.ttf"}).value();
        TextLayer layer = words("A", 200, {280, 280});
        layer.text.style.font = {QStringLiteral("Noto Sans"), {}, {}, {}};
        layer.text.style.fills = {Fill{.paint = blue}};
        const DisplayList list = build(with(layer, {10, 10, 280, 280}), *set);
        CHECK(spoken(runs(list, GlyphRun::Visible::no)) == QStringLiteral("A"));
        CHECK_FALSE(has_finding(list, "colour-glyphs"));
        const QImage image = render_image(list).value();
        std::vector<std::pair<int, double>> seen;  // x, red of red and green
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (const QRgb p = image.pixel(x, y); qBlue(p) < 20) seen.emplace_back(x, qRed(p) / double(std::max(1, qRed(p) + qGreen(p))));
        REQUIRE(seen.size() > 2000);
        const auto [left, right] = std::ranges::minmax_element(seen);
        std::array<double, 3> sums{}, counts{};
        for (const auto& [x, red] : seen) {
            const auto third = std::size_t(std::min(2, 3 * (x - left->first) / std::max(1, right->first - left->first)));
            sums[third] += red, ++counts[third];
        }
        for (std::size_t i = 0; i < 3; ++i) sums[i] /= std::max(1.0, counts[i]);
        return sums;
    };
    const auto linear = redness(test::linear_gradient(100, 800));
    CHECK((linear[0] > 0.8 && linear[2] < 0.2));
    const auto radial = redness(test::radial_gradient(453, 100, 450));
    CHECK((radial[1] > radial[0] + 0.2 && radial[1] > radial[2] + 0.2));
    CHECK(std::abs(radial[0] - radial[2]) < 0.05);
    const auto sweep = redness(test::sweep_gradient(453, 0));
    CHECK((sweep[2] > 0.55 && sweep[0] < 0.45));
}

TEST_CASE("Emoji are called soft when they have more pixels than the font's pictures") {
    Poster poster = with(words("😀", 100, {280, 280}), {10, 10, 280, 280});
    CHECK_FALSE(has_finding(build(poster, fonts()), "bitmap-enlarged"));
    poster.page.dpi = 300;
    poster.page.width = poster.page.height = 1250;
    CHECK(has_finding(build(poster, fonts()), "bitmap-enlarged"));
}

TEST_CASE("hidden text is a finding; its mark is for the canvas only") {
    TextLayer text = words("一二三四五六七八九十", 60, {120, 90});
    const Poster poster = with(text, {10, 10, 120, 90});
    const DisplayList out = build(poster, fonts());
    CHECK(has_finding(out, "overflow"));
    const QImage exported = render_image(out).value();
    const QImage shown = render_image(build(poster, fonts(), {.marks = Marks::editing})).value();
    const auto reds = [](const QImage& image) {
        int n = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x) n += image.pixelColor(x, y).red() > 200 && image.pixelColor(x, y).green() < 60;
        return n;
    };
    CHECK(reds(exported) == 0);
    CHECK(reds(shown) > 20);
}

TEST_CASE("text at the page's edge is a finding") {
    CHECK(has_finding(build(with(words("边缘", 40, {100, 60}), {0, 0, 100, 60}), fonts()), "outside-safe-area"));
    CHECK_FALSE(has_finding(build(with(words("中间", 40, {100, 60}), {100, 100, 100, 60}), fonts()), "outside-safe-area"));
    // In the page's own unit.
    for (const auto& [unit, word] : {std::pair(document::PageUnit::pixels, " pixels "), std::pair(document::PageUnit::millimetres, " mm ")}) {
        document::Poster poster = with(words("边缘", 40, {100, 60}), {0, 0, 100, 60});
        poster.page.unit = unit;
        CHECK(said(build(poster, fonts()), "outside-safe-area").contains(word));
    }
    // The leading of a line may reach over the margin where its glyphs do not.
    document::TextLayer airy = words("中间", 40, {100, 160});
    airy.text.style.line_height = 4;
    CHECK_FALSE(has_finding(build(with(airy, {100, 0, 100, 160}), fonts()), "outside-safe-area"));
}

TEST_CASE("a vertical column stands in its frame, Latin turned clockwise") {
    TextLayer text = words("竖排Latin", 40, {100, 280});
    text.text.writing_mode = WritingMode::vertical_rl;
    const DisplayList list = build(with(text, {100, 10, 100, 280}), fonts());
    const auto all = runs(list, GlyphRun::Visible::yes);
    CHECK(spoken(all) == QStringLiteral("竖排Latin"));
    for (const GlyphRun& run : all) {
        const QTransform& t = run.glyphs.front().to_page;
        if (run.setting == typeset::Setting::sideways) {
            CHECK(t.m11() == Catch::Approx(0).margin(1e-9));
            CHECK(t.m12() > 0);
        } else {
            CHECK(t.m11() == Catch::Approx(40));
        }
    }
    CHECK(std::ranges::any_of(all, [](const GlyphRun& run) { return run.setting == typeset::Setting::sideways; }));
}

TEST_CASE("a caret's place leads to the page and back, warped and in columns that grew") {
    TextLayer text = words("竖排文字会向左生长", 40, {60, 120});
    text.text.writing_mode = WritingMode::vertical_rl;
    text.text.box.mode = BoxMode::grow;
    const Poster poster = with(text, {200, 10, 60, 120});
    const auto layout = typeset::lay_out(text.text, fonts());
    REQUIRE(layout.size.width() > 100);
    const TextPlace grown(poster.layers[0].placement.to_page(), {60, 120}, text.text, layout);
    CHECK(grown.map({layout.size.width(), 0}).x() == Catch::Approx(260));  // the frame's right edge

    text.text.writing_mode = WritingMode::horizontal_tb;
    text.text.box.mode = BoxMode::fixed;
    text.text.warp = {Warp::Type::arc, 0.4, {}};
    const TextPlace warped(poster.layers[0].placement.to_page(), {60, 120}, text.text, typeset::lay_out(text.text, fonts()));
    const auto back = warped.unmap(warped.map({30, 60}));
    REQUIRE(back.has_value());
    CHECK(back->x() == Catch::Approx(30));
    CHECK(back->y() == Catch::Approx(60));
}

TEST_CASE("a picture can be the paint of letters") {
    TextLayer text = words("图", 200, {280, 280});
    Poster poster = with(text, {50, 20, 220, 280});
    QImage picture(20, 20, QImage::Format_RGB32);
    picture.fill(Qt::green);
    auto& style = std::get<TextLayer>(poster.layers[0].content).text.style;
    style.fills = {Fill{.paint = Texture{.picture = poster.add_picture(png_of(picture), QStringLiteral("image/png"), {})}}};
    const DisplayList list = build(poster, fonts());
    CHECK(spoken(runs(list, GlyphRun::Visible::no)) == QStringLiteral("图"));
    const QImage image = render_image(list).value();
    int green = 0;
    for (int y = 0; y < 300; ++y)
        for (int x = 0; x < 300; ++x) green += image.pixelColor(x, y) == QColor(Qt::green);
    CHECK(green > 3000);
}
