// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Light and dark: what is written can be read, and the choice takes effect at once.
#include <QApplication>
#include <QDirIterator>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QTest>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "ui/style/caret_rest.h"
#include "ui/style/card.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

using namespace haibao;
using namespace haibao::ui;

namespace {

constexpr double for_text = 4.5, for_shapes = 3;  // WCAG 2.2, 1.4.3 and 1.4.11, level AA

/// WCAG's relative luminance.
double luminance(const QColor& colour) {
    const auto linear = [](double value) { return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor& a, const QColor& b) {
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

void check(const char* what, const QColor& ink, const QColor& ground, double least) {
    INFO(what << ": " << ink.name().toStdString() << " on " << ground.name().toStdString() << " is " << contrast(ink, ground) << " : 1");
    CHECK(contrast(ink, ground) >= least);
}

struct Restored {
    ~Restored() { set_look(Look::light); }
};

/// Below whatever stands on it.
QColor ground_of(const QPixmap& picture) { return picture.toImage().pixelColor(picture.width() / 2, picture.height() - 5); }

}  // namespace

TEST_CASE("Contrast is measured as WCAG defines it") {
    CHECK(std::abs(contrast(Qt::white, Qt::black) - 21) < 1e-9);
    CHECK(std::abs(contrast(QColor("#777777"), Qt::white) - 4.48) < 0.005);
}

TEST_CASE("Every text stands out from its ground, light and dark") {
    const Restored light_again;
    for (const Look look : {Look::light, Look::dark}) {
        set_look(look);
        CHECK(is_dark() == (look == Look::dark));
        const QPalette palette = QApplication::palette();
        const Tones colours = tones();
        for (const auto ground : {QPalette::Window, QPalette::Base, QPalette::AlternateBase, QPalette::Button}) {
            check("text", palette.color(QPalette::WindowText), palette.color(ground), for_text);
            check("explanation", palette.color(roles::faint_text), palette.color(ground), for_text);
            check("accent", palette.color(roles::accent_text), palette.color(ground), for_text);
            check("warning", palette.color(roles::warning), palette.color(ground), for_text);
            check("error", palette.color(roles::error), palette.color(ground), for_text);
            check("selection, focus, handles", colours.accent, palette.color(ground), for_shapes);
        }
        check("selected text", palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight), for_text);
        check("primary button", colours.on_accent, colours.accent, for_text);
        check("tool tip", palette.color(QPalette::ToolTipText), palette.color(QPalette::ToolTipBase), for_text);
        check("quoted words of the prompt", palette.color(QPalette::Text), colours.quoted, for_text);
        check("words beside the page", palette.color(QPalette::WindowText), colours.surround, for_text);
        check("numbers of the rulers", colours.faint_text, palette.color(QPalette::Window), for_text);
        check("message where the page should be", colours.error, colours.surround, for_text);
    }
}

TEST_CASE("What is on the screen follows the look at once, and the next start remembers it") {
    const Restored light_again;
    set_look(Look::light);
    Card card("Device");
    card.mark("Recommended");
    card.set_verdict("Works.", Card::Mood::good);
    card.resize(400, 140);
    card.show();
    REQUIRE(QTest::qWaitForWindowExposed(&card));
    auto* badge = card.findChildren<QLabel*>().at(1);
    REQUIRE(badge->text() == "Recommended");
    QPushButton button(icon("edit-select"), {});
    const auto ink_of = [](const QIcon& icon) {
        const QImage image = icon.pixmap(32, 32).toImage();
        QColor strongest = Qt::transparent;
        for (int y = 0; y < 32; ++y)
            for (int x = 0; x < 32; ++x)
                if (const QColor here = image.pixelColor(x, y); here.alpha() > strongest.alpha()) strongest = here;
        return strongest;
    };
    const QColor light_ink = ink_of(button.icon());
    CHECK(luminance(ground_of(card.grab())) > 0.8);
    set_look(Look::dark);
    CHECK(QTest::qWaitFor([&card] { return luminance(ground_of(card.grab())) < 0.05; }, 10'000));  // palettes come as events
    CHECK(badge->palette().color(badge->foregroundRole()) == QApplication::palette().color(roles::accent_text));
    CHECK(luminance(light_ink) < 0.1);
    CHECK(luminance(ink_of(button.icon())) > 0.6);
    CHECK(QSettings().value("look").toString() == "dark");
    apply_theme(*qApp);
    CHECK(look() == Look::dark);
}

TEST_CASE("A caret blinks while somebody types and stands still a while later") {
    const int usual = QApplication::cursorFlashTime();
    REQUIRE(usual > 0);
    QLabel somewhere;
    {
        const CaretRest rest(std::chrono::milliseconds(20));
        CHECK(QTest::qWaitFor([] { return QApplication::cursorFlashTime() == 0; }, 10'000));
        QTest::keyClick(&somewhere, Qt::Key_A);
        CHECK(QApplication::cursorFlashTime() == usual);
        CHECK(QTest::qWaitFor([] { return QApplication::cursorFlashTime() == 0; }, 10'000));
    }
    CHECK(QApplication::cursorFlashTime() == usual);
}

TEST_CASE("Every icon that the sources name is there") {
    static const QRegularExpression named(R"re(\bicon(?:_button|_toggle)?\("([a-z0-9-]+)")re");
    QSet<QString> names{"draw-brush", "view-list-icons", "document-export", "cpu"};  // the pages', from a table
    QDirIterator files(HAIBAO_SOURCE_DIR "/ui", {"*.cpp"}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        REQUIRE(file.open(QIODevice::ReadOnly));
        for (auto match = named.globalMatch(QString::fromUtf8(file.readAll())); match.hasNext();) names.insert(match.next().captured(1));
    }
    CHECK(names.size() > 30);
    for (const QString& name : names) {
        INFO(name.toStdString());
        CHECK_FALSE(icon(name).isNull());
    }
}
