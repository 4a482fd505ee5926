// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <catch2/catch_session.hpp>
#include <cstdlib>

#include "ui/style/theme.h"

/// Tests of widgets: offscreen, with a home of their own so that nobody's settings are read or written.
int main(int argc, char** argv) {
    const QTemporaryDir home;
    for (const char* variable : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_PICTURES_DIR"})
        qputenv(variable, home.path().toUtf8());
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication::setApplicationName("haibao-test");
    QApplication::setOrganizationName("haibao-test");
    QApplication application(argc, argv);
    haibao::ui::apply_theme(application);
    return Catch::Session().run(argc, argv);
}
