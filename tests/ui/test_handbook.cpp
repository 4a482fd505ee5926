// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/handbook.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QPushButton>
#include <QTextBlock>
#include <QTextBrowser>

#include <catch2/generators/catch_generators.hpp>

#include "tests/ui/look.h"

using namespace haibao;
using namespace haibao::ui;

namespace {

QStringList links(const QTextDocument& page) {
    QStringList found;
    for (QTextBlock block = page.begin(); block.isValid(); block = block.next())
        for (auto piece = block.begin(); !piece.atEnd(); ++piece)
            if (const QString target = piece.fragment().charFormat().anchorHref(); !target.isEmpty()) found << target;
    found.removeDuplicates();
    return found;
}

struct Speaking {
    explicit Speaking(const char* locale) { QLocale::setDefault(QLocale(locale)); }
    ~Speaking() { QLocale::setDefault(QLocale::system()); }
};

}  // namespace

TEST_CASE("Every page of the handbook that its first page names can be read in the window, with its pictures") {
    const auto [language, folder] = GENERATE(std::pair("en", "handbook"), std::pair("zh_CN", "zh"), std::pair("pt_BR", "pt"));
    const Speaking speaking(language);
    Handbook handbook;
    QTextBrowser& browser = *handbook.browser();
    CHECK(QFileInfo(browser.source().toLocalFile()).dir().dirName() == folder);
    const QStringList pages = links(*browser.document());
    CHECK(pages.size() >= 7);
    for (const QString& page : pages) {
        INFO(page.toStdString());
        browser.home();
        browser.setSource(browser.source().resolved(QUrl(page)));
        CHECK(browser.toPlainText().size() > 200);
        for (const QTextFormat& format : browser.document()->allFormats())
            if (format.isImageFormat())
                CHECK(QFileInfo::exists(browser.source().resolved(QUrl(format.toImageFormat().name())).toLocalFile()));
    }
}

TEST_CASE("What one types stands on a ground of its own, and Back leads where one came from") {
    const Speaking speaking("zh_CN");
    Handbook handbook;
    handbook.show();
    QTextBrowser& browser = *handbook.browser();
    const QUrl contents = browser.source();
    CHECK_FALSE(test::button<QPushButton>(handbook, "Back")->isEnabled());
    browser.setSource(contents.resolved(QUrl("first-poster.md")));
    bool found = false;
    for (QTextBlock block = browser.document()->begin(); block.isValid(); block = block.next())
        if (block.text().startsWith("haibao-cli generate")) {
            found = true;
            CHECK(block.blockFormat().background().color() == handbook.palette().alternateBase().color());
        } else if (block.blockFormat().headingLevel() > 0) {
            CHECK(block.blockFormat().background().style() == Qt::NoBrush);
        }
    CHECK(found);
    test::keep_looks(handbook, "handbook");
    test::button<QPushButton>(handbook, "Back")->click();
    CHECK(browser.source() == contents);
}
