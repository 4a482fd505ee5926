// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <set>

#include "tests/app/export/pdf/bench.h"

using namespace haibao;
using namespace haibao::test;

namespace {

PdfOptions x4() {
    PdfOptions options;
    options.standard = PdfStandard::x4;
    options.colour = PdfColour::cmyk;
    options.intent = fogra();
    options.with_bleed = true;
    options.title = QString::fromUtf8("海报 & <test>");
    options.author = QString::fromUtf8("王小明");
    options.creator = "Haibao 0.1";
    return options;
}

/// "MediaBox" → its four numbers.
std::vector<double> box(const Bench& bench, const std::string& name) {
    std::istringstream lines(bench.run("pdfinfo -box out.pdf"));
    for (std::string line; std::getline(lines, line);)
        if (line.starts_with(name)) {
            std::istringstream numbers(line.substr(name.size() + 1));
            std::vector<double> values(4);
            for (double& value : values) numbers >> value;
            return values;
        }
    FAIL("no " << name);
    return {};
}

bool near(double a, double b) { return std::abs(a - b) < 0.006; }

}  // namespace

TEST_CASE("An A3 page has its boxes to the thousandth of a point") {
    Bench bench;
    bench.write(a3({}), x4());
    const auto page = [&] {
        for (const auto& object : bench.objects())
            if (object.contains("value") && object["value"].is_object() && object["value"].value("/Type", "") == "/Page") return object["value"];
        return nlohmann::json{};
    }();
    const auto trim = page["/TrimBox"];
    CHECK(std::abs(trim[2].get<double>() - trim[0].get<double>() - 841.890) < 0.001);
    CHECK(std::abs(trim[3].get<double>() - trim[1].get<double>() - 1190.551) < 0.001);
    const auto bleed = page["/BleedBox"];
    CHECK(std::abs(trim[0].get<double>() - bleed[0].get<double>() - 8.504) < 0.001);
    CHECK(page["/MediaBox"] == bleed);
    CHECK_FALSE(page.contains("/ArtBox"));
}

TEST_CASE("Marks stand outside the bleed, and the boxes are nested") {
    Bench bench;
    PdfOptions options = x4();
    options.crop_marks = options.registration_marks = options.slug = options.colour_bar = true;
    bench.write(a3({render::FillPath{.path = rectangle(-100, -100, 2000, 2000), .paint = colour(0.1, 0.4, 0.8)}}), options);
    const auto media = box(bench, "MediaBox"), bleed = box(bench, "BleedBox"), trim = box(bench, "TrimBox");
    for (int i : {0, 1}) CHECK((media[i] < bleed[i] && bleed[i] < trim[i]));
    for (int i : {2, 3}) CHECK((media[i] > bleed[i] && bleed[i] > trim[i]));
    CHECK(near(trim[0] - media[0], 8.504 + 14.173 + 5.669));
    const QImage page = bench.poppler(144);
    const auto at = [&](double x, double y) { return page.pixelColor(qRound(2 * x), page.height() - 1 - qRound(2 * y)); };
    CHECK(at(trim[0] - 4, 600).blue() > 100);                 // bleed is painted
    CHECK(at(bleed[0] - 4, 200) == QColor(255, 255, 255));    // nothing of the poster beyond it
    CHECK(at(trim[0] - 15, trim[1]).lightness() < 230);       // a crop mark
    CHECK(at(trim[0] - 4, trim[1]).blue() > 100);             // which does not reach into the bleed
    int lightest = 255;
    for (double x = -1; x <= 1; x += 0.5) lightest = std::min(lightest, at((trim[0] + trim[2]) / 2 + x, trim[1] - 14).lightness());
    CHECK(lightest < 230);                                    // a registration mark
    CHECK(bench.poppler_text().empty());                      // the slug is no text of the document
}

TEST_CASE("A PDF/X-4 file says what it is, and holds nothing that it must not") {
    Bench bench;
    QImage picture(20, 20, QImage::Format_RGB32);
    picture.fill(Qt::red);
    render::DrawImage drawn{.image = std::make_shared<QImage>(picture), .to_page = QTransform(100, 0, 0, 100, 50, 50), .effective_dpi = 14, .name = "Photo"};
    const PdfReport report = bench.write(a3({drawn, set_text(face("Noto Sans CJK SC"), "海报", 60, {100, 300})}), x4());
    CHECK(bench.bytes().starts_with("%PDF-1.6"));
    const auto objects = bench.objects();
    const auto& trailer = objects["trailer"]["value"];
    CHECK(trailer.contains("/ID"));
    CHECK_FALSE(trailer.contains("/Encrypt"));
    const auto resolve = [&](const nlohmann::json& value) { return value.is_string() && objects.contains("obj:" + value.get<std::string>()) ? objects["obj:" + value.get<std::string>()]["value"] : value; };
    const auto info = resolve(trailer["/Info"]);
    CHECK(info["/Title"] == "u:海报 & <test>");
    CHECK(info["/Trapped"] == "/False");
    CHECK(info["/CreationDate"] == "u:D:20250615150640Z");
    const auto root = resolve(trailer["/Root"]);
    const auto intent = resolve(root["/OutputIntents"])[0];
    CHECK(resolve(intent)["/S"] == "/GTS_PDFX");
    CHECK(resolve(intent)["/OutputConditionIdentifier"] == "u:FOGRA39");
    CHECK(resolve(intent)["/RegistryName"] == "u:http://www.color.org");
    const std::string all = objects.dump();
    for (const char* unwanted : {"/JavaScript", "/JS\"", "/AA\"", "/Annots", "/AcroForm", "/LZWDecode", "/PostScript", "/OPI", "/TR\"", "\"/DeviceRGB\""}) {
        INFO(unwanted);
        CHECK_FALSE(all.contains(unwanted));
    }
    const std::string xmp = bench.run("exiftool -a -G1 -s out.pdf");
    CHECK(xmp.contains("海报 & <test>"));
    CHECK(xmp.contains("王小明"));
    CHECK(bench.run("pdfinfo -meta out.pdf").contains("<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>"));
    CHECK(bench.run("pdfinfo -meta out.pdf").contains("海报 &amp; &lt;test&gt;"));
    CHECK(bench.run("pdfimages -list out.pdf").contains("cmyk"));
    REQUIRE(report.pictures.size() == 1);
    CHECK(report.pictures[0].dpi == 14);
    CHECK(report.findings.at(0).code == "low-dpi");
}

TEST_CASE("Options that contradict each other are refused in a sentence") {
    PdfOptions options;
    options.standard = PdfStandard::x4;
    CHECK(PdfWriter::create(options).error().kind == ErrorKind::invalid_input);
    options.intent = IccProfile::srgb();
    CHECK(PdfWriter::create(options).error().message.contains("CMYK"));
    options = {};
    options.colour = PdfColour::cmyk;
    CHECK_FALSE(PdfWriter::create(options));
    auto empty = PdfWriter::create({});
    REQUIRE(empty);
    CHECK(empty->finish([](auto) { return Result<void>{}; }).error().kind == ErrorKind::invalid_input);
}

TEST_CASE("The same pages give the same bytes; another date gives others") {
    const auto list = a3({set_text(face("Noto Sans CJK SC"), "海报", 60, {100, 300})});
    Bench first, second, later;
    PdfOptions options = x4();
    first.write(list, options);
    second.write(list, options);
    CHECK(first.bytes() == second.bytes());
    options.date = QDateTime::fromSecsSinceEpoch(1'700'000'000, QTimeZone::UTC);
    later.write(list, options);
    CHECK(first.bytes() != later.bytes());
}

TEST_CASE("A picture used on many pages is in the file once") {
    Bench bench;
    QImage noise(200, 200, QImage::Format_RGB32);
    std::uint32_t random = 7;
    for (int y = 0; y < 200; ++y)
        for (int x = 0; x < 200; ++x) noise.setPixel(x, y, random = random * 1664525 + 1013904223);
    std::vector<render::DisplayList> pages;
    for (int i = 0; i < 5; ++i) {  // a copy each, as separately opened documents have
        auto copy = std::make_shared<QImage>(noise.copy());
        pages.push_back(page_of(200, 200, {render::DrawImage{.image = copy, .to_page = QTransform(200, 0, 0, 200, 0, 0), .effective_dpi = 72}}));
    }
    const PdfReport report = bench.write(pages);
    CHECK(report.pages == 5);
    CHECK(report.bytes < 200 * 200 * 3 * 2);
}

TEST_CASE("A page beyond 5.08 metres is written at one to ten") {
    Bench bench;
    render::DisplayList banner = page_of(6000, 1000, {render::FillPath{.path = rectangle(0, 0, 17008, 2835), .paint = colour(0, 0, 1)}});
    banner.page.unit = document::PageUnit::millimetres;
    const PdfReport report = bench.write(banner);
    CHECK(report.findings.at(0).code == "page-scaled");
    CHECK(near(box(bench, "TrimBox")[2], 1700.79));
}

TEST_CASE("What the sink refuses is said, and nothing half-written stays") {
    auto writer = PdfWriter::create({});
    REQUIRE(writer);
    REQUIRE(writer->add_page(page_of(100, 100, {})));
    const auto refused = writer->finish([](auto) -> Result<void> { return fail(ErrorKind::io, "The disk is full."); });
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message == "The disk is full.");
    std::stop_source stop;
    stop.request_stop();
    PdfOptions options;
    options.stop = stop.get_token();
    auto stopped = PdfWriter::create(options);
    REQUIRE(stopped);
    CHECK(stopped->add_page(page_of(100, 100, {render::EndGroup{}})).error().kind == ErrorKind::cancelled);
}
