// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/export/pdf/bench.h"

#include <hb.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cstdio>
#include <fstream>

#include "app/typeset/font_set.h"

namespace haibao::test {

Bench::Bench() {
    static int count = 0;
    folder_ = std::filesystem::temp_directory_path() / ("haibao-pdf-" + std::to_string(::getpid()) + '-' + std::to_string(count++));
    std::filesystem::create_directories(folder_);
}
Bench::~Bench() {
    if (const char* keep = std::getenv("HAIBAO_KEEP_PDF"); keep && std::filesystem::exists(folder_ / "out.pdf")) {  // to look at
        std::filesystem::create_directories(keep);
        std::filesystem::copy(folder_ / "out.pdf", std::filesystem::path(keep) / (folder_.filename().string() + ".pdf"), std::filesystem::copy_options::overwrite_existing);
    }
    std::filesystem::remove_all(folder_);
}

PdfReport Bench::write(const std::vector<render::DisplayList>& pages, const PdfOptions& wanted) {
    PdfOptions options = wanted;
    if (!options.date.isValid()) options.date = QDateTime::fromSecsSinceEpoch(1'750'000'000, QTimeZone::UTC);
    const auto report = write_pdf(pages, options, path("out.pdf"), IfExists::overwrite);
    if (!report) FAIL(report.error().message << ' ' << report.error().context);
    CHECK(status("qpdf --check out.pdf") == 0);
    return *report;
}

std::string Bench::run(const std::string& command) const {
    std::string output;
    FILE* pipe = popen(("cd '" + folder_.string() + "' && (" + command + "\n) 2>/dev/null").c_str(), "r");
    std::array<char, 4096> chunk;
    for (std::size_t n; (n = fread(chunk.data(), 1, chunk.size(), pipe)) > 0;) output.append(chunk.data(), n);
    pclose(pipe);
    return output;
}

int Bench::status(const std::string& command) const {
    const int result = std::system(("cd '" + folder_.string() + "' && " + command + " > status.txt 2>&1").c_str());
    const int code = WIFEXITED(result) ? WEXITSTATUS(result) : -1;
    if (code != 0) UNSCOPED_INFO(run("cat status.txt"));
    return code;
}

std::string Bench::poppler_text() const { return without_space(QString::fromStdString(run("pdftotext -raw out.pdf -"))).toStdString(); }
std::string Bench::mupdf_text() const { return without_space(QString::fromStdString(run("mutool draw -q -F txt out.pdf"))).toStdString(); }

QImage Bench::poppler(int dpi, int page) const {
    run("pdftoppm -singlefile -png -r " + std::to_string(dpi) + " -f " + std::to_string(page) + " -l " + std::to_string(page) + " out.pdf poppler");
    return QImage(QString::fromStdString(path("poppler.png").string()));
}
QImage Bench::mupdf(int dpi) const {
    run("mutool draw -q -r " + std::to_string(dpi) + " -o mupdf.png out.pdf 1");
    return QImage(QString::fromStdString(path("mupdf.png").string()));
}

QImage Bench::ghostscript(int dpi) const {
    run("gs -q -dNOPAUSE -dBATCH -sDEVICE=png16m -dTextAlphaBits=4 -dGraphicsAlphaBits=4 -dLastPage=1 -r" + std::to_string(dpi) + " -sOutputFile=gs.png out.pdf");
    return QImage(QString::fromStdString(path("gs.png").string()));
}

nlohmann::json Bench::objects() const { return nlohmann::json::parse(run("qpdf --json --json-stream-data=none out.pdf"))["qpdf"][1]; }

std::string Bench::bytes() const {
    std::ifstream in(path("out.pdf"), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::shared_ptr<const typeset::Face> face(const char* family, const char* style) {
    auto found = typeset::FontSet::system()->find({.family = QString::fromUtf8(family), .face = QString::fromUtf8(style), .axes = {}, .file_hash = {}});
    REQUIRE(found);
    return found;
}

namespace {

render::GlyphRun shaped(const std::shared_ptr<const typeset::Face>& face, const QString& text, double size, QPointF at, typeset::Setting setting, const char* lang, const char* features,
                        double turn) {
    const bool vertical = setting == typeset::Setting::upright;
    hb_buffer_t* buffer = hb_buffer_create();
    hb_buffer_add_utf16(buffer, text.utf16(), static_cast<int>(text.size()), 0, -1);
    hb_buffer_set_direction(buffer, vertical ? HB_DIRECTION_TTB : HB_DIRECTION_LTR);
    hb_buffer_set_language(buffer, hb_language_from_string(lang, -1));
    hb_buffer_guess_segment_properties(buffer);
    if (hb_buffer_get_script(buffer) == HB_SCRIPT_INVALID) hb_buffer_set_script(buffer, HB_SCRIPT_HAN);
    hb_feature_t feature;
    const bool has_feature = hb_feature_from_string(features, -1, &feature);
    hb_shape(face->hb_font(), buffer, &feature, has_feature ? 1 : 0);
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, &count);
    render::GlyphRun run;
    run.face = face;
    run.setting = setting;
    run.paint = document::Colour{};
    const double unit = size / face->units_per_em();
    QPointF pen;
    for (unsigned i = 0; i < count; ++i) {
        unsigned next = i + 1;
        while (next < count && infos[next].cluster == infos[i].cluster) ++next;
        const int begin = static_cast<int>(infos[i].cluster), end = next < count ? static_cast<int>(infos[next].cluster) : static_cast<int>(text.size());
        const bool first = i == 0 || infos[i - 1].cluster != infos[i].cluster;
        const QPointF origin = pen + QPointF(positions[i].x_offset, -positions[i].y_offset) * unit;
        const QTransform place = QTransform::fromScale(size, size) * QTransform::fromTranslate(origin.x(), origin.y()) * QTransform().rotate(turn) * QTransform::fromTranslate(at.x(), at.y());
        run.glyphs.push_back({infos[i].codepoint, place, first ? text.mid(begin, end - begin) : QString(),
                              (vertical ? positions[i].y_advance : positions[i].x_advance) / static_cast<double>(face->units_per_em())});
        pen += QPointF(positions[i].x_advance, -positions[i].y_advance) * unit;
    }
    hb_buffer_destroy(buffer);
    return run;
}

}  // namespace

render::GlyphRun set_text(const std::shared_ptr<const typeset::Face>& face, const QString& text, double size, QPointF at, typeset::Setting setting, const char* lang, const char* features) {
    return shaped(face, text, size, at, setting, lang, features, 0);
}
render::GlyphRun sideways(const std::shared_ptr<const typeset::Face>& face, const QString& text, double size, QPointF at) {
    return shaped(face, text, size, at, typeset::Setting::sideways, "en", "", 90);
}

render::DisplayList page_of(double width, double height, std::vector<render::Item> items) {
    render::DisplayList list;
    list.page.width = width;
    list.page.height = height;
    list.items = std::move(items);
    return list;
}
render::DisplayList a3(std::vector<render::Item> items) {
    render::DisplayList list = page_of(297, 420, std::move(items));
    list.page.unit = document::PageUnit::millimetres;
    list.page.dpi = 300;
    list.page.bleed = 3 * 72 / 25.4;
    return list;
}

QPainterPath rectangle(double x, double y, double width, double height) {
    QPainterPath path;
    path.addRect(x, y, width, height);
    return path;
}
document::Colour colour(double r, double g, double b, double a) { return {r, g, b, a, {}}; }

IccProfile fogra() {
    auto profile = IccProfile::find("FOGRA39L_coated");
    REQUIRE(profile);
    return *profile;
}

QString without_space(const QString& text) {
    QString kept = text;
    kept.removeIf([](QChar c) { return c.isSpace() || c == QChar(0x0c); });
    return kept;
}

double ssim(const QImage& first, const QImage& second) {
    const QImage a = first.convertToFormat(QImage::Format_Grayscale8), b = second.scaled(first.size()).convertToFormat(QImage::Format_Grayscale8);
    constexpr int window = 8;
    double sum = 0;
    int windows = 0;
    for (int top = 0; top + window <= a.height(); top += window)
        for (int left = 0; left + window <= a.width(); left += window, ++windows) {
            double ma = 0, mb = 0, aa = 0, bb = 0, ab = 0;
            for (int y = top; y < top + window; ++y)
                for (int x = left; x < left + window; ++x) {
                    const double p = a.constScanLine(y)[x], q = b.constScanLine(y)[x];
                    ma += p, mb += q, aa += p * p, bb += q * q, ab += p * q;
                }
            constexpr double n = window * window, c1 = 6.5025, c2 = 58.5225;
            ma /= n, mb /= n;
            const double va = aa / n - ma * ma, vb = bb / n - mb * mb, cov = ab / n - ma * mb;
            sum += (2 * ma * mb + c1) * (2 * cov + c2) / ((ma * ma + mb * mb + c1) * (va + vb + c2));
        }
    return windows ? sum / windows : 0;
}

}  // namespace haibao::test
