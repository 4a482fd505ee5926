// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QImage>
#include <QPainter>
#include <catch2/catch_test_macros.hpp>

#include "app/gallery/look.h"
#include "inference/base/image.h"

using namespace haibao::gallery;

namespace {

QImage landscape(QSize size, QColor sky, QColor ground, double sun_x) {
    QImage image(size, QImage::Format_RGB888);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(size.width(), size.height());
    painter.fillRect(QRectF(0, 0, 1, 1), sky);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(250, 220, 90));
    painter.drawEllipse(QPointF(sun_x, 0.25), 0.12, 0.12);
    painter.setBrush(ground);
    painter.drawPolygon(QPolygonF{{0, 0.9}, {0.4, 0.45}, {0.7, 0.7}, {1, 0.5}, {1, 1}, {0, 1}});
    return image;
}

int between(const Look& a, const Look& b) { return distance(pack(a), b.descriptor); }

}  // namespace

TEST_CASE("A look survives packing, and an empty slot holds none") {
    const Look look = look_of(landscape({320, 240}, "#88aaff", "#225522", 0.7));
    CHECK(unpack(pack(look)) == look);
    CHECK_FALSE(unpack(std::array<std::uint8_t, look_bytes>{}));
    CHECK_FALSE(unpack({}));
    CHECK(between(look, look) == 0);
}

TEST_CASE("The same motif at another size and quality is nearer than another motif") {
    const QImage original = landscape({800, 600}, "#88aaff", "#225522", 0.7);
    const Look look = look_of(original);
    const int resized = between(look, look_of(original.scaled(333, 251, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)));
    const int varied = between(look, look_of(landscape({800, 600}, "#80a8f8", "#2a5a28", 0.66)));
    const int other = between(look, look_of(landscape({800, 600}, "#401010", "#d0c0a0", 0.2)));
    QImage flat(100, 100, QImage::Format_RGB888);
    flat.fill(Qt::white);
    INFO(resized << " " << varied << " " << other << " " << between(look, look_of(flat)));
    CHECK(resized < 300);
    CHECK(varied < 3000);
    CHECK(resized < varied);
    CHECK(varied < other);
    CHECK(other > 6000);
    CHECK(between(look, look_of(flat)) > 12000);
}

TEST_CASE("A colour is found by how much of the picture has it") {
    const auto look = pack(look_of(landscape({320, 240}, "#c8442f", "#202020", 0.7)));
    CHECK(presence(look, lab_of(0xC8, 0x44, 0x2F)) > 0.4f);
    CHECK(presence(look, lab_of(0xA0, 0x30, 0x28)) > 0.2f);
    CHECK(presence(look, lab_of(0x20, 0x60, 0xE0)) < 0.02f);
    CHECK(presence(look, lab_of(255, 255, 255)) < 0.02f);
    CHECK(presence(pack(look_of(haibao::Image{1, 1, {20, 40, 200}})), lab_of(0x2B, 0x62, 0xC8)) > 0.1f);
    const auto yellow = presence(look, lab_of(250, 220, 90));
    CHECK(yellow > 0.02f);
    CHECK(yellow < 0.2f);
}

TEST_CASE("Transparent parts count as white, and one pixel is enough") {
    QImage clear(40, 40, QImage::Format_ARGB32);
    clear.fill(Qt::transparent);
    CHECK(look_of(clear).palette[0].colour.l == 255);
    QImage dot(1, 1, QImage::Format_RGB888);
    dot.fill(Qt::red);
    CHECK(look_of(dot).palette[0].share == 255);
}
