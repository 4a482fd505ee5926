// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Posters that no one would make: whatever stands in a document, painting it ends well.
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <random>

#include "tests/app/render/support.h"

using namespace haibao;
using namespace haibao::document;
using namespace haibao::render;
using namespace haibao::render::testing;

namespace {

class Oddity {
public:
    explicit Oddity(unsigned seed) : random_(seed) {}

    Poster poster() {
        Poster result = page(whole(1, 400), whole(1, 400), colour());
        result.page.bleed = pick({0.0, 9.0, 100.0});
        QImage picture(whole(1, 60), whole(1, 60), QImage::Format_ARGB32);
        picture.fill(QColor(200, 100, 50, 128));
        picture_ = result.add_picture(png_of(picture), QStringLiteral("image/png"), {});
        const int layers = whole(1, 6);
        for (int i = 0; i < layers; ++i) result.layers.push_back(layer(0));
        std::uint64_t id = 0;
        for (Layer& one : result.layers) one.id = LayerId{++id};
        return result;
    }

private:
    int whole(int least, int most) { return std::uniform_int_distribution(least, most)(random_); }
    double number(double least, double most) { return std::uniform_real_distribution(least, most)(random_); }
    bool chance(int in) { return whole(1, in) == 1; }
    template <class T>
    T pick(std::initializer_list<T> values) { return values.begin()[whole(0, static_cast<int>(values.size()) - 1)]; }
    /// Mostly usual, sometimes anything.
    double length(double usual) { return chance(12) ? pick({0.0, -1.0, 1e-9, 1e5, 9e8, std::nan(""), static_cast<double>(INFINITY)}) : number(0, usual); }

    Colour colour() { return {number(0, 1), number(0, 1), number(0, 1), pick({1.0, 1.0, 0.5, 0.0}), {}}; }
    std::vector<Stop> stops() {
        std::vector<Stop> result;
        for (int i = whole(0, 4); i > 0; --i) result.push_back({chance(8) ? pick({-1.0, 2.0}) : number(0, 1), colour()});
        return result;
    }
    document::Paint paint() {
        const GradientBox box = pick({GradientBox::layer, GradientBox::line, GradientBox::glyph});
        switch (whole(0, 4)) {
            case 0: return LinearGradient{number(-400, 400), stops(), box};
            case 1: return RadialGradient{{number(-1, 2), number(-1, 2)}, length(1), stops(), box};
            case 2: return Texture{chance(3) ? QStringLiteral("none") : picture_, pick({TextureFit::cover, TextureFit::tile}), length(2)};
            default: return colour();
        }
    }
    template <class Style>
    void dress(Style& style) {
        style.fills.clear();
        for (int i = whole(0, 2); i > 0; --i) style.fills.push_back({paint(), number(0, 1), static_cast<Blend>(whole(0, 11))});
        for (int i = whole(0, 2); i > 0; --i) style.strokes.push_back({length(20), static_cast<StrokeAlign>(whole(0, 2)), static_cast<Join>(whole(0, 2)), paint(), number(0, 1)});
        for (int i = whole(0, 2); i > 0; --i) style.shadows.push_back({number(-20, 20), number(-20, 20), length(40), length(10), colour(), number(0, 1)});
    }

    TextLayer text(QSizeF size) {
        TextLayer layer;
        Text& t = layer.text;
        t.text = pick<QString>({QStringLiteral("海报"), QStringLiteral("回字有四种写法，你知道么？"), QStringLiteral("Mixed 中文 & Latin 2026"), QStringLiteral("👍🏽🇨🇳"), QStringLiteral("שלום عالم"),
                                QString(QChar(0xD800)) + QStringLiteral("x"), QStringLiteral("\n\n"), QString(), QStringLiteral("e\u0301\u0302\u0303"), QString(300, u'字')});
        t.style.size = chance(8) ? pick({0.1, 3000.0}) : number(4, 120);
        t.style.skew = pick({0.0, 12.0, -79.0});
        t.style.scale_x = pick({1.0, 0.01, 3.0});
        t.style.underline = chance(4);
        t.writing_mode = pick({WritingMode::horizontal_tb, WritingMode::vertical_rl});
        t.box.mode = static_cast<BoxMode>(whole(0, 3));
        t.box.width = size.width(), t.box.height = size.height();
        dress(t.style);
        t.warp.type = chance(2) ? static_cast<Warp::Type>(whole(0, 5)) : Warp::Type::none;
        t.warp.bend = number(-1.5, 1.5);
        for (int i = t.warp.type == Warp::Type::perspective ? 4 : whole(0, 12); i > 0; --i) t.warp.corners.emplace_back(length(2), length(2));
        t.path.type = chance(4) ? static_cast<TextPath::Type>(whole(0, 3)) : TextPath::Type::none;
        t.path.radius = length(200);
        if (t.path.type == TextPath::Type::bezier) t.path.points = {{0, 0}, {number(0, 300), 0}, {0, number(0, 300)}, {number(0, 300), 100}};
        return layer;
    }

    Layer layer(int depth) {
        Layer result;
        result.name = QStringLiteral("layer");
        result.placement.frame = {number(-200, 400), number(-200, 400), length(400), length(400)};
        result.placement.rotation = pick({0.0, 33.0, -90.0, 1e6});
        result.placement.flip_x = chance(3);
        result.opacity = pick({1.0, 0.5, 0.0, 7.0});
        result.blend = static_cast<Blend>(whole(0, 11));
        switch (whole(0, depth > 2 ? 3 : 4)) {
            case 0: result.content = text(result.placement.frame.size()); break;
            case 1: {
                ShapeLayer shape;
                shape.kind = static_cast<ShapeKind>(whole(0, 3));
                shape.radius = length(50);
                shape.path = pick<QString>({QString(), QStringLiteral("M0 0L100 0 50 80Z"), QStringLiteral("M0 0"), QStringLiteral("M10 10A5 5 0 0 1 10 10"), QStringLiteral("M0 0C9e6 0 0 9e6 1 1"), QStringLiteral("?")});
                dress(shape);
                result.content = shape;
                break;
            }
            case 2:
                result.content = PictureLayer{picture_, static_cast<PictureFit>(whole(0, 2)), {number(0, 1), number(0, 1), number(0, 1), number(0, 1)}, length(30), number(-1, 1), number(-1, 1), number(-1, 1)};
                break;
            case 3: result.content = SceneLayer{}; break;
            default: {
                GroupLayer group;
                for (int i = whole(0, 3); i > 0; --i) group.layers.push_back(layer(depth + 1));
                result.content = group;
            }
        }
        return result;
    }

    std::mt19937 random_;
    QString picture_;
};

/// Of pixels whose difference can be seen. Antialiased edges of very odd shapes depend on where Qt's rasterizer begins.
double share_that_differs(const QImage& a, const QImage& b) {
    if (a.size() != b.size()) return 1;
    int count = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y), q = b.pixel(x, y);
            count += std::max({std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)), std::abs(qBlue(p) - qBlue(q)), std::abs(qAlpha(p) - qAlpha(q))}) > 8;
        }
    return double(count) / std::max(1, a.width() * a.height());
}

}  // namespace

TEST_CASE("odd posters are painted, or their oddities named") {
    const auto fonts = typeset::FontSet::system();
    const auto setting = [](const char* name, int otherwise) { return static_cast<unsigned>(qEnvironmentVariableIsSet(name) ? qEnvironmentVariableIntValue(name) : otherwise); };
    const unsigned first = setting("HAIBAO_ODD_FROM", 0), count = setting("HAIBAO_ODD_COUNT", 250);
    for (unsigned seed = first; seed < first + count; ++seed) {
        INFO("HAIBAO_ODD_COUNT=1 HAIBAO_ODD_FROM=" << seed);
        const Poster poster = Oddity(seed).poster();
        const DisplayList list = build(poster, *fonts);
        for (const Finding& finding : list.findings) CHECK(finding.message.size() > 20);
        int depth = 0;
        for (const Item& item : list.items) {
            if (std::holds_alternative<BeginGroup>(item)) ++depth;
            if (std::holds_alternative<EndGroup>(item)) REQUIRE(--depth >= 0);
            if (const auto* fill = std::get_if<FillPath>(&item)) {
                const QRectF box = fill->path.boundingRect();
                CHECK((std::isfinite(box.x()) && std::isfinite(box.y()) && std::isfinite(box.width()) && std::isfinite(box.height())));
            }
        }
        CHECK(depth == 0);
        const auto image = render_image(list, {.area = Area::bleed});
        REQUIRE(image.has_value());
        REQUIRE_FALSE(image->isNull());
        // The same at every time: several threads paint bands of it.
        const auto again = render_image(list, {.area = Area::bleed});
        REQUIRE(again.has_value());
        CHECK(*again == *image);
        // In strips it is the same picture; 8 of these 250 differ along an edge (see above), at every run the same ones.
        const auto painter = PagePainter::prepare(list, {.area = Area::bleed});
        REQUIRE(painter.has_value());
        const int half = image->height() / 2;
        const QImage upper = painter->part({0, 0, image->width(), half}), lower = painter->part({0, half, image->width(), image->height() - half});
        CHECK(share_that_differs(upper, image->copy(0, 0, image->width(), half)) < 0.01);
        CHECK(share_that_differs(lower, image->copy(0, half, image->width(), image->height() - half)) < 0.01);
    }
}
