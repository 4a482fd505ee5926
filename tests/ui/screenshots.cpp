// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the window at work, light and dark, small and large: haibao-screenshots FOLDER [light|dark].
#include <QApplication>
#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QMouseEvent>
#include <QPainter>
#include <QSettings>
#include <QStandardPaths>
#include <QStyleHints>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <cstdio>

#include "app/document/json.h"
#include "ui/canvas/canvas_view.h"
#include "ui/canvas/layer_actions.h"
#include "ui/canvas/warp_mode.h"
#include "ui/main_window/create_page.h"
#include "ui/main_window/main_window.h"
#include "ui/prompt/prompt_history.h"
#include "ui/prompt/prompt_panel.h"
#include "ui/style/theme.h"

using namespace haibao;
using namespace haibao::ui;

namespace {

document::Poster example(const QString& name) {
    QFile file(QString(HAIBAO_SOURCE_DIR "/assets/examples/%1.json").arg(name));
    if (!file.open(QIODevice::ReadOnly)) return {};
    auto json = document::parse_json_object(file.readAll(), name.toStdString());
    auto poster = json ? document::poster_from_json(*json) : pass_on(json);
    return poster ? std::move(*poster) : document::Poster();
}

void settle() { QTest::qWait(1800); }  // the page's pixels, swatches and thumbnails come from the background

class Camera {
public:
    Camera(MainWindow& window, QString folder, QString look) : window_(window), folder_(std::move(folder)), look_(std::move(look)) {}

    /// Small and large.
    void take(const QString& name, QWidget* popup = nullptr) {
        for (const QSize size : {QSize(1280, 720), QSize(1920, 1080)}) {
            window_.resize(size);
            if (canvas()) canvas()->fit_page();
            settle();
            if (before_) before_();
            QPixmap picture = window_.grab();
            if (popup) {
                QPainter painter(&picture);
                painter.drawPixmap(window_.mapFromGlobal(popup->mapToGlobal(QPoint())), popup->grab());
            }
            picture.save(QString("%1/%2-%3-%4.png").arg(folder_, name, look_).arg(size.width()));
        }
        before_ = {};
    }
    void before(std::function<void()> what) { before_ = std::move(what); }

    CanvasView* canvas() const { return window_.create_page()->canvas(); }
    PosterSession& session() const { return *window_.create_page()->session(); }
    /// Selects the n-th text.
    document::LayerId text(int index) const {
        for (const document::Layer& layer : session().poster().layers)
            if (std::holds_alternative<document::TextLayer>(layer.content) && index-- == 0) {
                session().select({layer.id});
                return layer.id;
            }
        return document::LayerId::none;
    }

private:
    MainWindow& window_;
    QString folder_, look_;
    std::function<void()> before_;
};

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

}  // namespace

int main(int argc, char** argv) {
    const QTemporaryDir home;
    for (const char* variable : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_PICTURES_DIR"}) qputenv(variable, home.path().toUtf8());
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication::setApplicationName("haibao-screenshots");
    QApplication application(argc, argv);
    if (argc < 2) {
        std::fprintf(stderr, "usage: haibao-screenshots FOLDER [light|dark]\n");
        return 2;
    }
    const QString folder = QString::fromLocal8Bit(argv[1]), look = argc > 2 ? argv[2] : "light";
    QDir().mkpath(folder);
    application.styleHints()->setColorScheme(look == "dark" ? Qt::ColorScheme::Dark : Qt::ColorScheme::Light);
    apply_theme(application);
    QSettings().setValue("library", home.path() + "/library");
    MainWindow window({HAIBAO_WORKER_PROGRAM, (home.path() + "/worker.log").toStdString(), {}});
    window.show();
    Camera camera(window, folder, look);
    window.create_page()->open_example(example("mid-autumn"));
    edit_pictures(camera);
    crop_and_pick(camera);
    window.create_page()->open_example(example("ink-exhibition"));
    prompt_pictures(window, camera);
    return 0;
}
