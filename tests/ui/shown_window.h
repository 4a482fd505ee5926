// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QTimer>
#include <QUrl>

#include "tests/support/temporary_folder.h"
#include "tests/ui/look.h"
#include "tests/ui/opened.h"
#include "tests/ui/posters.h"
#include "ui/main_window/create_page.h"
#include "ui/main_window/main_window.h"

namespace haibao::test {

/// The whole window with a library of its own, as a start without anything to go on with finds it.
struct Window {
    TemporaryFolder folder;
    std::unique_ptr<ui::MainWindow> window;
    Window() {
        QSettings().setValue("library", file("library"));
        for (const char* left : {"recent", "open", "not-ended", "create"}) QSettings().remove(left);
        std::filesystem::remove_all(ui::PosterSession::unsaved_folder());
        open();
    }
    void open() {
        window = std::make_unique<ui::MainWindow>(generate::WorkerOptions{HAIBAO_WORKER_PROGRAM, folder.path() / "worker.log", {}});
        window->resize(1280, 720);
        window->show();
    }
    QString file(const char* name) const { return QString::fromStdString((folder.path() / name).string()); }
    QString picture(const char* name) const {
        QImage image(300, 400, QImage::Format_RGB32);
        image.fill(Qt::darkCyan);
        REQUIRE(image.save(file(name)));
        return file(name);
    }
    /// A poster's file, made by the application itself.
    QString poster(const char* name) {
        window->create_page()->new_poster({});
        REQUIRE(saved_as(*window->create_page()->session(), folder.path() / name));
        window->create_page()->close_current();
        return file(name);
    }
    void drop(const QStringList& files) const {
        QMimeData data;
        QList<QUrl> urls;
        for (const QString& name : files) urls << QUrl::fromLocalFile(name);
        data.setUrls(urls);
        QDragEnterEvent enter(QPoint(300, 20), Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(window.get(), &enter);
        REQUIRE(enter.isAccepted());
        QDropEvent event(QPointF(300, 20), Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(window.get(), &event);
        all_opened(create());
    }
    ui::CreatePage& create() const { return *window->create_page(); }
    QStringList recent() const {
        for (QMenu* menu : window->findChildren<QMenu*>())
            if (menu->title() == "Open &recent") {
                emit menu->aboutToShow();
                QStringList names;
                for (const QAction* action : menu->actions()) names << action->text();
                return names;
            }
        return {};
    }
};

/// To the question that is asked next.
inline void answer(QMessageBox::StandardButton choice) {
    QTimer::singleShot(0, [choice] {
        auto* question = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        REQUIRE(question);
        QTest::mouseClick(question->button(choice), Qt::LeftButton);
    });
}

}  // namespace haibao::test
