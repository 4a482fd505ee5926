// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The example posters look as they were approved. HAIBAO_APPROVE=1 writes the thumbnails anew: look at each before they
// are committed.
#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <catch2/catch_test_macros.hpp>

#include "app/document/json.h"
#include "app/export/pdf/pdf.h"
#include "app/render/build.h"
#include "app/render/pixels.h"

using namespace haibao;

namespace {

constexpr int thumbnail_height = 208;

QString folder_of_examples() { return QStringLiteral(HAIBAO_SOURCE_DIR "/assets/examples"); }
QString approved(const QString& name) { return QStringLiteral(HAIBAO_SOURCE_DIR "/tests/app/render/examples/%1.png").arg(name); }

document::Poster load(const QString& name) {
    QFile file(folder_of_examples() + '/' + name + QStringLiteral(".json"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const auto json = document::parse_json_object(file.readAll(), name.toStdString());
    REQUIRE(json.has_value());
    const auto poster = document::poster_from_json(*json);
    INFO((poster ? std::string() : poster.error().message));
    REQUIRE(poster.has_value());
    return *poster;
}

constexpr double similarity_of_programs = 0.97;  ///< another program's antialiasing and interpolation of shadows

/// As MuPDF shows the PDF, at the size of `like`.
QImage shown_as_pdf(const render::DisplayList& list, QSize like, const QTemporaryDir& folder) {
    const std::filesystem::path file = folder.filePath(QStringLiteral("poster.pdf")).toStdString();
    const auto written = write_pdf(std::span(&list, 1), {}, file, IfExists::overwrite);
    INFO((written ? std::string() : written.error().message));
    REQUIRE(written.has_value());
    const QString picture = folder.filePath(QStringLiteral("poster.png"));
    // Twice as large and then halved: MuPDF antialiases with fewer steps.
    QProcess mutool;
    mutool.start(QStringLiteral("mutool"), {QStringLiteral("draw"), QStringLiteral("-q"), QStringLiteral("-o"), picture, QStringLiteral("-w"), QString::number(2 * like.width()),
                                            QStringLiteral("-h"), QString::number(2 * like.height()), QString::fromStdString(file.string()), QStringLiteral("1")});
    REQUIRE(mutool.waitForFinished(60'000));
    REQUIRE(mutool.exitCode() == 0);
    return QImage(picture).scaled(like, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
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
    const QStringList files = QDir(folder_of_examples()).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
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

TEST_CASE("every example's PDF shows what its pixels show") {
    const auto fonts = typeset::FontSet::system();
    QTemporaryDir folder;
    for (const QString& file : QDir(folder_of_examples()).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        INFO(file.toStdString());
        const render::DisplayList list = render::build(load(file.chopped(5)), *fonts);
        const QImage pixels = render::render_image(list, {.size = (list.page.points() * (700 / list.page.points().height())).toSize()}).value();
        const QImage pdf = shown_as_pdf(list, pixels.size(), folder);
        const double alike = similarity(pixels, pdf);
        if (const char* keep = std::getenv("HAIBAO_KEEP")) {
            pixels.save(QStringLiteral("%1/%2-pixels.png").arg(QString::fromUtf8(keep), file));
            pdf.save(QStringLiteral("%1/%2-pdf.png").arg(QString::fromUtf8(keep), file));
        }
        INFO("similarity " << alike);
        CHECK(alike >= similarity_of_programs);
    }
}
