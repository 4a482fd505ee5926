// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The example posters look as they were approved. HAIBAO_APPROVE=1 writes the thumbnails anew: look at each before they
// are committed.
#include <QDir>
#include <QFile>
#include <QImage>
#include <array>
#include <catch2/catch_test_macros.hpp>

#include "app/document/json.h"
#include "app/render/build.h"
#include "app/render/pixels.h"

using namespace haibao;

namespace {

constexpr int thumbnail_height = 208;

QString folder() { return QStringLiteral(HAIBAO_SOURCE_DIR "/assets/examples"); }
QString approved(const QString& name) { return QStringLiteral(HAIBAO_SOURCE_DIR "/tests/app/render/examples/%1.png").arg(name); }

document::Poster load(const QString& name) {
    QFile file(folder() + '/' + name + QStringLiteral(".json"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const auto json = document::parse_json_object(file.readAll(), name.toStdString());
    REQUIRE(json.has_value());
    const auto poster = document::poster_from_json(*json);
    INFO((poster ? std::string() : poster.error().message));
    REQUIRE(poster.has_value());
    return *poster;
}

QImage thumbnail(const render::DisplayList& list) {
    const QSizeF size = list.page.points();
    const int width = qRound(thumbnail_height * size.width() / size.height());
    return render::render_image(list, {.size = {width, thumbnail_height}}).value();
}

/// Structural similarity of luma in windows of 8 × 8 pixels (Wang et al. 2004), averaged.
double similarity(const QImage& a, const QImage& b) {
    constexpr int side = 8;
    constexpr double c1 = 6.5025, c2 = 58.5225;
    double total = 0;
    int windows = 0;
    for (int y = 0; y + side <= a.height(); y += side / 2)
        for (int x = 0; x + side <= a.width(); x += side / 2, ++windows) {
            double sa = 0, sb = 0, saa = 0, sbb = 0, sab = 0;
            for (int j = 0; j < side; ++j)
                for (int i = 0; i < side; ++i) {
                    const double p = qGray(a.pixel(x + i, y + j)), q = qGray(b.pixel(x + i, y + j));
                    sa += p, sb += q, saa += p * p, sbb += q * q, sab += p * q;
                }
            constexpr double n = side * side;
            const double ma = sa / n, mb = sb / n;
            total += (2 * ma * mb + c1) * (2 * (sab / n - ma * mb) + c2) / ((ma * ma + mb * mb + c1) * (saa / n - ma * ma + sbb / n - mb * mb + c2));
        }
    return windows ? total / windows : 0;
}

}  // namespace

TEST_CASE("every example poster looks as it was approved") {
    const QStringList files = QDir(folder()).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    REQUIRE(files.size() == 10);
    const auto fonts = typeset::FontSet::system();
    for (const QString& file : files) {
        const QString name = file.chopped(5);
        INFO(name.toStdString());
        const document::Poster poster = load(name);
        const render::DisplayList list = render::build(poster, *fonts);
        for (const render::Finding& finding : list.findings) {
            INFO(finding.code.toStdString() << ": " << finding.message.toStdString());
            CHECK(finding.code == QLatin1String("fallback-used"));
        }
        const QImage now = thumbnail(list);
        if (qEnvironmentVariableIsSet("HAIBAO_APPROVE")) {
            QDir().mkpath(QFileInfo(approved(name)).path());
            REQUIRE(now.convertToFormat(QImage::Format_RGB888).save(approved(name)));
            continue;
        }
        const QImage before(approved(name));
        REQUIRE(before.size() == now.size());
        const double alike = similarity(before, now);
        INFO("similarity " << alike);
        CHECK(alike >= 0.99);
    }
}
