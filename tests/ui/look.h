// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QTest>
#include <QWidget>
#include <catch2/catch_test_macros.hpp>

#include "ui/style/theme.h"

namespace haibao::test {

/// The widget that assistive technology calls so.
template <class Widget>
Widget* named(QWidget& in, const QString& name) {
    for (Widget* widget : in.findChildren<Widget*>())
        if (widget->accessibleName() == name) return widget;
    FAIL("no widget is called " << name.toStdString());
    return nullptr;
}

/// The button with these words.
template <class Button>
Button* button(QWidget& in, const QString& words) {
    for (Button* found : in.findChildren<Button*>())
        if (found->text() == words) return found;
    FAIL("no button says " << words.toStdString());
    return nullptr;
}

/// The label with these words.
inline QLabel* label(QWidget& in, const QString& words) {
    for (QLabel* found : in.findChildren<QLabel*>())
        if (found->text() == words) return found;
    FAIL("no label says " << words.toStdString());
    return nullptr;
}

/// HAIBAO_SCREENSHOTS=FOLDER keeps what a test shows, dark and light, as large as it is.
inline void keep_picture(QWidget& widget, const QString& name) {
    const QString folder = qEnvironmentVariable("HAIBAO_SCREENSHOTS");
    if (folder.isEmpty()) return;
    for (const auto look : {ui::Look::dark, ui::Look::light}) {
        ui::set_look(look);
        QCoreApplication::processEvents();
        CHECK(widget.grab().save(QString("%1/%2-%3.png").arg(folder, name, look == ui::Look::dark ? "dark" : "light")));
    }
}

/// HAIBAO_SCREENSHOTS=FOLDER keeps what a test shows, light and dark, at the smallest and at a usual size.
inline void keep_looks(QWidget& page, const QString& name) {
    const QString folder = qEnvironmentVariable("HAIBAO_SCREENSHOTS");
    if (folder.isEmpty()) return;
    const QSize before = page.size();
    for (const auto look : {ui::Look::light, ui::Look::dark}) {
        ui::set_look(look);
        for (const QSize size : {QSize(1280, 720), QSize(1920, 1080)}) {
            page.resize(page.isWindow() && page.inherits("QMainWindow") ? size : size - QSize(0, 90));  // menus, pages and status line
            QTest::qWait(600);  // thumbnails and pages come from the background
            CHECK(page.grab().save(QString("%1/%2-%3-%4.png").arg(folder, name, look == ui::Look::dark ? "dark" : "light").arg(size.width())));
        }
    }
    ui::set_look(ui::Look::light);
    page.resize(before);
}

}  // namespace haibao::test
