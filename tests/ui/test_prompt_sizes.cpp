// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How large a poster is to be, and what that means for what is painted.
#include <QBuffer>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QTest>
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "app/export/poster_export.h"
#include "app/export/poster_input.h"
#include "app/render/build.h"
#include "app/render/pixels.h"
#include "tests/ui/look.h"
#include "ui/canvas/layer_actions.h"
#include "ui/prompt/prompt_panel.h"
#include "ui/prompt/size_presets.h"

using namespace haibao;
using namespace haibao::ui;

TEST_CASE("Grounds are painted in the page's shape, in multiples of 32 within the model's limits") {
    for (const SizePreset& preset : size_presets()) {
        const QSize painted = painted_size(preset.page, 512.0 * 512);
        INFO(preset.id.toStdString());
        CHECK(painted.width() % 32 == 0);
        CHECK(painted.height() % 32 == 0);
        CHECK(painted.width() >= 256);
        CHECK(painted.height() >= 256);
        const double aspect = preset.page.width / preset.page.height;
        if (aspect > 0.5 && aspect < 2) CHECK(std::abs(double(painted.width()) / painted.height() / aspect - 1) < 0.1);
    }
}

TEST_CASE("A size larger than can be painted or exported becomes the largest, and that is said") {
    PromptPanel panel;
    panel.show();
    auto* size = test::named<QComboBox>(panel, "Size");
    size->setCurrentIndex(size->findData("custom"));
    auto* width = test::named<QDoubleSpinBox>(panel, "Width");
    const auto said = [&] {
        QCoreApplication::processEvents();
        QString all;
        for (const QLabel* label : panel.findChildren<QLabel*>())
            if (label->isVisible()) all += label->text() + '\n';
        return all;
    };
    const auto type = [&](const QString& number) {
        width->setFocus();
        width->selectAll();
        QTest::keyClicks(width, number);
        QTest::keyClick(width, Qt::Key_Return);
    };
    CHECK(width->toolTip().contains("30,000"));
    type("24000");
    CHECK(panel.draft().page.width == 24'000);
    CHECK_FALSE(said().contains("at most"));
    type("45000");
    CHECK(panel.draft().page.width == 30'000);
    CHECK(said().contains("30,000 × 120,000 pixels"));
    test::keep_picture(panel, "size-too-large");
    type("1200");
    CHECK(panel.draft().page.width == 1200);
    CHECK_FALSE(said().contains("at most"));
    type("30000");
    auto* unit = test::named<QComboBox>(panel, "Unit");
    unit->setCurrentIndex(1);
    CHECK(panel.draft().page.width == 5080);
    CHECK(said().contains("5,080 mm"));
    unit->setCurrentIndex(0);
    CHECK_FALSE(said().contains("at most"));  // 5,080 pixels are no problem
    unit->setCurrentIndex(1);
    type("9000");
    CHECK(said().contains("5,080 mm"));
    size->setCurrentIndex(0);
    CHECK_FALSE(said().contains("at most"));
}

TEST_CASE("What the panel allows is what is painted and exported, and no more") {
    document::Poster poster;
    const QSizeF pixels = largest_page(document::PageUnit::pixels);
    const auto can_be_painted = [&](double width, double height) {
        poster.page = {.width = width, .height = height};
        return render::PagePainter::prepare(render::build(poster, *typeset::FontSet::system()), {}).has_value();
    };
    CHECK(can_be_painted(pixels.width(), 100));
    CHECK(can_be_painted(100, pixels.height()));
    CHECK_FALSE(can_be_painted(pixels.width() + 1, 100));
    CHECK_FALSE(can_be_painted(100, pixels.height() + 1));
    const double most = largest_page(document::PageUnit::millimetres).width();
    Preset pdf;
    pdf.format = "pdf";
    const auto can_be_exported = [&](double side) {
        return plan_poster({.width = side, .height = side, .unit = document::PageUnit::millimetres, .dpi = 300}, pdf).has_value();
    };
    CHECK(can_be_exported(most));
    CHECK_FALSE(can_be_exported(most + 1));
}

TEST_CASE("A poster of a preset's size is shown as that, whichever unit it is measured in") {
    PromptPanel panel;
    auto* size = test::named<QComboBox>(panel, "Size");
    const auto shown = [&](const document::Page& page) {
        panel.set_page(page);
        return size->currentData().toString().toStdString();
    };
    const auto millimetres = document::PageUnit::millimetres;
    CHECK(shown({.width = 1080, .height = 1440}) == "xiaohongshu");
    CHECK(shown({.width = 210, .height = 297, .unit = millimetres, .dpi = 150}) == "a4");
    CHECK(shown({.width = 209.97, .height = 297.04, .unit = millimetres, .dpi = 300}) == "a4");  // as other programs round
    CHECK(shown({.width = 2480, .height = 3508, .dpi = 300}) == "a4");
    CHECK(shown({.width = 3508, .height = 4961, .dpi = 300}) == "a3");
    CHECK(shown({.width = 2480, .height = 3508}) == "custom");  // at 72 dpi it is 87 cm broad
    CHECK(shown({.width = 1440, .height = 1080}) == "custom");
    CHECK(panel.draft().page.width == 1440);
}

TEST_CASE("The examples that a first start opens have sizes that the list offers") {
    for (const char* name : {"jazz", "ink-exhibition", "semana-do-design"}) {
        INFO(name);
        auto poster = open_poster(std::filesystem::path(HAIBAO_SOURCE_DIR) / "assets/examples" / (std::string(name) + ".json"));
        REQUIRE(poster);
        CHECK(std::ranges::any_of(size_presets(), [&](const SizePreset& preset) { return has_size_of(poster->page, preset.page); }));
    }
}

TEST_CASE("A fresh poster of a screen's size carries no warning, one for print is said to be too coarse") {
    for (const SizePreset& preset : size_presets()) {
        INFO(preset.id.toStdString());
        QImage painted(painted_size(preset.page, 512.0 * 512), QImage::Format_RGB888);  // as quick as the panel begins with
        painted.fill(Qt::darkCyan);
        QByteArray bytes;
        QBuffer buffer(&bytes);
        REQUIRE((buffer.open(QIODevice::WriteOnly) && painted.save(&buffer, "PNG")));
        document::Poster poster;
        poster.page = preset.page;
        document::PictureLayer picture;
        picture.picture = poster.add_picture(bytes, "image/png", "ground.png");
        put_ground(poster, picture);
        const auto found = render::build(poster, *typeset::FontSet::system()).findings;
        const bool coarse = std::ranges::any_of(found, [](const render::Finding& finding) { return finding.code.endsWith("low-dpi"); });
        CHECK(coarse == (preset.page.unit == document::PageUnit::millimetres));
    }
}
