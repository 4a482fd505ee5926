// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The pictures in docs/screenshots: what a user sees, with posters that the built-in model paints.
#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QListView>
#include <QSignalSpy>
#include <algorithm>
#include <cstdio>

#include "app/core/paths.h"
#include "tests/ui/camera.h"
#include "ui/canvas/layer_actions.h"
#include "ui/gallery/gallery_model.h"
#include "ui/gallery/gallery_page.h"
#include "ui/main_window/first_poster.h"
#include "ui/merge/merge_page.h"
#include "ui/prompt/prompt_edit.h"
#include "ui/prompt/prompt_panel.h"

namespace haibao::test {
namespace {

using namespace haibao::ui;

constexpr QSize window_size(1440, 900);
constexpr int patience_ms = 300'000;  // a guard against hangs

void save(QWidget& window, const QString& file) {
    settle(window);
    const QImage picture = window.grab().toImage().convertToFormat(QImage::Format_RGB888);
    // Without loss where that is smaller: a page of words is, one with a painting is not.
    QByteArray smallest;
    for (const int quality : {75, 100}) {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        if (picture.save(&buffer, "WEBP", quality) && (smallest.isEmpty() || bytes.size() < smallest.size())) smallest = bytes;
    }
    QFile written(file);
    if (smallest.isEmpty() || !written.open(QIODevice::WriteOnly) || written.write(smallest) != smallest.size()) std::fprintf(stderr, "%s could not be written.\n", qPrintable(file));
}

bool paint(MainWindow& window, const QString& prompt, quint64 seed) {
    CreatePage& create = *window.create_page();
    create.prompt()->set_prompt(prompt);
    create.prompt()->set_seed(seed);
    PromptPanel::State state = create.prompt()->state();
    state.advanced = false;  // where the seed stands
    create.prompt()->set_state(state);
    QSignalSpy busy(window.studio(), &Studio::busy_changed);
    create.prompt()->start();
    while (busy.wait(patience_ms))
        if (!window.studio()->busy()) return true;
    return false;
}

document::Page page_of(int width, int height) {
    document::Page page;
    page.width = width;
    page.height = height;
    return page;
}

/// The title's layer of the poster in front.
document::LayerId title_of(const PosterSession& session) {
    for (const document::Layer& layer : session.poster().layers)
        if (const auto* text = std::get_if<document::TextLayer>(&layer.content); text && text->role == "title") return layer.id;
    return document::LayerId::none;
}

/// The poster in front, with a table's rows in its texts.
bool merge_picture(MainWindow& window, const QString& file) {
    QFile table(QDir::temp().filePath("posters.csv"));
    if (!table.open(QIODevice::WriteOnly)) return false;
    table.write("标题,日期,地点\n海风,8月16日,青岛奥帆中心\n山月,9月1日,成都东郊记忆\n夜航,10月3日,厦门海上世界\n");
    table.close();
    window.merge_page()->set_table(table.fileName());
    window.show_merge();
    save(window, file);
    window.show_page(MainWindow::create);
    return table.remove();
}

}  // namespace

bool docs_pictures(MainWindow& window, const QString& folder, const QString& look) {
    const auto file = [&](const char* name) { return QString("%1/%2-%3.webp").arg(folder, name, look); };
    window.resize(window_size);
    CreatePage& create = *window.create_page();
    open_first_poster(create);
    save(window, file("first-start"));
    create.new_poster(page_of(1080, 1440));
    create.prompt()->set_page(page_of(1080, 1440));
    if (!paint(window, "夏日音乐节海报，海浪与夕阳，标题“海风”，日期“8月16日”，地点“青岛奥帆中心”", 7)) return false;
    if (!QTest::qWaitFor([&] { return create.session() && title_of(*create.session()) != document::LayerId::none; }, patience_ms)) return false;
    settle(window);
    create.session()->select({title_of(*create.session())});
    save(window, file("create"));
    if (!merge_picture(window, file("merge"))) return false;
    create.session()->select({title_of(*create.session())});
    toggle_writing_mode(*create.session());
    save(window, file("vertical"));
    for (const char* prompt : {"蓝色夜空，金黄色圆月在左上，雪山，标题“中秋”", "绿色丘陵，红日，标题“春茶”", "红色沙漠，橙色落日，标题“西行”"}) {
        create.new_poster(page_of(1080, 1440));
        if (!paint(window, QString::fromUtf8(prompt), 11)) return false;
    }
    window.show_page(MainWindow::gallery);
    GalleryPage& gallery = *window.gallery_page();
    gallery.search({});
    settle(window);
    gallery.grid()->selectionModel()->select(gallery.model()->index(0), QItemSelectionModel::Select);
    gallery.grid()->selectionModel()->setCurrentIndex(gallery.model()->index(0), QItemSelectionModel::NoUpdate);
    save(window, file("gallery"));
    QSignalSpy busy(window.studio(), &Studio::busy_changed);
    gallery.make_variations();
    while (window.studio()->busy() && busy.wait(patience_ms)) {}
    settle(window);
    gallery.show_lineage();
    save(window, file("lineage"));
    QStringList files;
    for (int row = 0; row < gallery.model()->rowCount({}); ++row)
        if (const auto details = window.studio()->library()->get(gallery.model()->id_at(row))) files << paths::to_qt(details->file);
    emit gallery.export_wanted(files.mid(0, 6));
    save(window, file("batch"));
    window.show_page(MainWindow::machine);
    save(window, file("models-and-devices"));
    return true;
}

}  // namespace haibao::test
