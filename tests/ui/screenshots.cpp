// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the window at work, small and large: haibao-screenshots FOLDER [light|dark] [LANGUAGE]; with docs behind that, those of
// docs/screenshots.
#include <QApplication>
#include <QBuffer>
#include <QDir>
#include <QDockWidget>
#include <QFile>
#include <QMouseEvent>
#include <QPainter>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <cstdio>

#include "app/document/json.h"
#include "tests/ui/camera.h"
#include "ui/canvas/canvas_view.h"
#include "ui/canvas/layer_actions.h"
#include "ui/canvas/warp_mode.h"
#include "ui/export/export_dialog.h"
#include "ui/main_window/command_palette.h"
#include "ui/main_window/create_page.h"
#include "ui/main_window/main_window.h"
#include "ui/prompt/prompt_history.h"
#include "ui/prompt/prompt_panel.h"
#include "ui/proof/proof_dialog.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

using namespace haibao;
using namespace haibao::ui;
using test::Camera;

namespace {

document::Poster example(const QString& name) {
    QFile file(QString(HAIBAO_SOURCE_DIR "/assets/examples/%1.json").arg(name));
    if (!file.open(QIODevice::ReadOnly)) return {};
    auto json = document::parse_json_object(file.readAll(), name.toStdString());
    auto poster = json ? document::poster_from_json(*json) : pass_on(json);
    return poster ? std::move(*poster) : document::Poster();
}

void edit_pictures(Camera& camera) {
    CanvasView* canvas = camera.canvas();
    camera.session().change("guides", [](document::Poster& poster) {
        const QSizeF page = poster.page.points();
        poster.page.guides.x = {page.width() / 3, page.width() * 2 / 3};
        poster.page.guides.y = {page.height() / 4};
    });
    camera.text(0);
    camera.take("text");
    camera.session().change("rare", [id = camera.text(0)](document::Poster& poster) {
        auto& text = std::get<document::TextLayer>(poster.find(id)->content).text;
        text.text = "𡧛觞龘";
        text.style.font.family = "LXGW WenKai";
        text.spans.clear();
    });
    camera.take("missing-character");
    camera.session().undo();
    std::vector<document::LayerId> all;
    for (const document::Layer& layer : camera.session().poster().layers)
        if (!layer.locked && std::holds_alternative<document::TextLayer>(layer.content)) all.push_back(layer.id);
    camera.session().select(all);
    camera.take("several");
    camera.text(0);
    set_warp(camera.session(), document::Warp::Type::envelope);
    camera.session().change("bend", [id = camera.text(0)](document::Poster& poster) {
        auto& warp = std::get<document::TextLayer>(poster.find(id)->content).text.warp;
        warp.corners[1] += QPointF(0, -0.5);
        warp.corners[2] += QPointF(0, 0.3);
        warp.corners[7] += QPointF(0, 0.3);
        warp.corners[8] += QPointF(0, -0.5);
    });
    canvas->set_tool(Tool::warp);
    camera.take("warp");
    canvas->set_tool(Tool::move);
    camera.session().undo();
    camera.session().undo();
}

void crop_and_pick(Camera& camera) {
    CanvasView* canvas = camera.canvas();
    QImage photo(1200, 900, QImage::Format_RGB32);
    QPainter painter(&photo);
    QLinearGradient sky(0, 0, 0, 900);
    sky.setColorAt(0, QColor(0x1c, 0x3d, 0x5e));
    sky.setColorAt(0.6, QColor(0xf2, 0x8c, 0x5a));
    sky.setColorAt(1, QColor(0x2b, 0x1d, 0x2e));
    painter.fillRect(photo.rect(), sky);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0xff, 0xe2, 0xb0));
    painter.drawEllipse(QPointF(820, 460), 110, 110);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    photo.save(&buffer, "PNG");
    add_picture(camera.session(), bytes, "image/png", "photo", photo.size());
    camera.session().change("turn", [](document::Poster& poster) {
        poster.layers.back().placement.rotation = -6;
        std::get<document::PictureLayer>(poster.layers.back().content).crop = QRectF(0.2, 0.15, 0.6, 0.7);
    });
    canvas->set_tool(Tool::crop);
    camera.take("crop");
    canvas->drop_mode();
    camera.session().select({});
    canvas->set_tool(Tool::eyedropper);
    camera.before([canvas] {
        const QPointF at(canvas->width() * 0.55, canvas->height() * 0.5);
        QMouseEvent move(QEvent::MouseMove, at, canvas->mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
        QCoreApplication::sendEvent(canvas, &move);
    });
    camera.take("eyedropper");
    canvas->set_tool(Tool::move);
}

void prompt_pictures(MainWindow& window, Camera& camera) {
    PromptMemory memory;
    for (const char* prompt : {"Autumn poster: misty mountains and a red sun, title “Mountain Wind”", "群山与落日，晚霞色，标题“山风”，日期“8月16日”",
                               "夏日音乐节海报，海浪与夕阳，标题“海风”，地点“青岛奥帆中心”", "Noite de jazz, lua crescente, título “Jazz na Praça”"})
        memory.remember(QString::fromUtf8(prompt));
    memory.set_favourite(memory.used().at(1), true);
    window.create_page()->prompt()->set_prompt("夏日音乐节海报，海浪与夕阳，标题“海风”，日期“8月16日”，");
    camera.take("prompt");
    PromptHistory history(window.create_page()->prompt());
    history.move(window.create_page()->prompt()->mapToGlobal(QPoint(20, 40)));
    history.show();
    camera.take("history", &history);
}

void create_pictures(MainWindow& window, Camera& camera) {
    CreatePage& create = *window.create_page();
    create.findChild<QDockWidget*>("templates")->raise();
    camera.take("templates");
    create.findChild<QDockWidget*>("prompt")->raise();
    create.prompt()->set_problem(QString::fromUtf8("The prompt is empty: say what the poster should show."));
    camera.session().select({});
    camera.canvas()->set_tool(Tool::repaint);
    camera.take("repaint");
    camera.canvas()->drop_mode();
    create.prompt()->set_problem({});
    CommandPalette palette(window.actions(), &window);
    palette.show();
    camera.take("palette", &palette);
    palette.close();
    ProofDialog proof(&camera.session(), &window);
    proof.show();
    camera.take("proof", &proof);
    ExportDialog exporting(camera.session().poster(), camera.session().title(), &window);
    exporting.show();
    camera.take("export", &exporting);
}

}  // namespace

int main(int argc, char** argv) {
    const QTemporaryDir home;
    for (const char* variable : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_PICTURES_DIR"}) qputenv(variable, home.path().toUtf8());
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication::setApplicationName("haibao-screenshots");
    QApplication::setOrganizationName("haibao-screenshots");
    QApplication application(argc, argv);
    if (argc < 2) {
        std::fprintf(stderr, "usage: haibao-screenshots FOLDER [light|dark] [en|zh_CN|pt_BR] [docs]\n");
        return 2;
    }
    const QString folder = QString::fromLocal8Bit(argv[1]), look = argc > 2 ? argv[2] : "light";
    QDir().mkpath(folder);
    choose_language(argc > 3 ? argv[3] : "en");
    apply_language();
    QApplication::setCursorFlashTime(0);
    apply_theme(application);
    set_look(look == "dark" ? Look::dark : Look::light);
    QSettings().setValue("library", home.path() + "/library");
    MainWindow window({HAIBAO_WORKER_PROGRAM, (home.path() + "/worker.log").toStdString(), {}});
    window.show();
    if (argc > 4) return test::docs_pictures(window, folder, look) ? 0 : 1;
    Camera camera(window, folder, look);
    window.create_page()->open_example(example("mid-autumn"));
    edit_pictures(camera);
    crop_and_pick(camera);
    window.create_page()->open_example(example("ink-exhibition"));
    prompt_pictures(window, camera);
    create_pictures(window, camera);
    test::page_pictures(window, camera, home.path());
    return 0;
}
