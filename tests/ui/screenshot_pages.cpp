// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QFile>
#include <QListView>
#include <QTabWidget>
#include <cmath>

#include "app/export/png.h"
#include "app/export/picture_metadata.h"
#include "tests/app/gallery/sample.h"
#include "tests/ui/camera.h"
#include "ui/export/batch_page.h"
#include "ui/gallery/compare_view.h"
#include "ui/gallery/gallery_page.h"
#include "ui/merge/merge_page.h"

namespace haibao::test {
namespace {

using namespace haibao::ui;

/// A sky with a sun over hills, other colours for each seed.
Image landscape(std::uint64_t seed, QSize size) {
    QImage image(size, QImage::Format_RGB888);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const int hue = int(seed * 47 % 360);
    QLinearGradient sky(0, 0, 0, size.height());
    sky.setColorAt(0, QColor::fromHsv(hue, 160, 90));
    sky.setColorAt(1, QColor::fromHsv((hue + 40) % 360, 130, 235));
    painter.fillRect(image.rect(), sky);
    painter.setBrush(QColor::fromHsv((hue + 60) % 360, 60, 255));
    painter.drawEllipse(QPointF(size.width() * (0.3 + 0.05 * double(seed % 9)), size.height() * 0.4), size.width() * 0.1, size.width() * 0.1);
    for (int hill = 0; hill < 3; ++hill) {
        QPolygonF shape{QPointF(0, size.height())};
        for (int x = 0; x <= size.width(); x += 4)
            shape << QPointF(x, size.height() * (0.62 + 0.12 * hill + 0.05 * std::sin(x / (60.0 + 20 * hill) + double(seed) + hill)));
        shape << QPointF(size.width(), size.height());
        painter.setBrush(QColor::fromHsv((hue + 200) % 360, 120, 110 - 30 * hill));
        painter.drawPolygon(shape);
    }
    painter.end();
    Image result{size.width(), size.height(), {}};
    for (int y = 0; y < size.height(); ++y) result.rgb.insert(result.rgb.end(), image.constScanLine(y), image.constScanLine(y) + 3 * size.width());
    return result;
}

}  // namespace

std::vector<gallery::PictureId> fill_library(gallery::Library& library) {
    const char* prompts[] = {"群山与落日，晚霞色，标题“山风”", "秋夜湖面，一轮满月，标题“花好月圆”", "Autumn poster: misty mountains, title “Mountain Wind”", "夏日音乐节海报，海浪与夕阳",
                             "Noite de jazz, lua crescente", "竹林小径，水墨，标题“听雨”", "春节市集，红灯笼", "雪山与极光"};
    std::vector<gallery::PictureId> ids;
    for (std::uint64_t seed = 1; seed <= 14; ++seed) {
        generate::Record record = gallery::test::record(prompts[seed % std::size(prompts)], seed);
        const QSize size = seed % 3 ? QSize(360, 480) : QSize(480, 320);
        record.width = size.width();
        record.height = size.height();
        const auto bytes = gallery::test::must(encode_png(landscape(seed, size), picture_texts(record)));
        gallery::NewPicture picture{.bytes = bytes, .width = record.width, .height = record.height, .making = gallery::making_of(record)};
        if (seed > 10) picture.parents.push_back({gallery::ParentKind::variation, ids[seed % 3], {}});
        ids.push_back(gallery::test::must(library.add(picture)));
    }
    gallery::test::must(library.set_stars(std::span(ids).first(3), 4));
    gallery::test::must(library.add_tags(std::span(ids).first(5), std::vector<std::string>{"秋", "海报"}));
    gallery::test::must(library.create_album("中秋"));
    return ids;
}

namespace {

void select(GalleryPage& page, const std::vector<gallery::PictureId>& ids) {
    page.grid()->clearSelection();
    for (const gallery::PictureId id : ids) {
        const QModelIndex index = page.model()->index(page.model()->row_of(id));
        page.grid()->selectionModel()->select(index, QItemSelectionModel::Select);
        page.grid()->selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    }
}

void gallery_pictures(MainWindow& window, Camera& camera) {
    GalleryPage& page = *window.gallery_page();
    window.show_page(MainWindow::gallery);
    camera.take("gallery-empty");
    const auto ids = fill_library(*window.studio()->library());
    settle(window);
    page.search({});
    select(page, {ids[12]});
    camera.take("gallery");
    page.show_lineage();
    camera.take("lineage");
    window.show_page(MainWindow::gallery);
    select(page, {ids[0], ids[1]});
    page.compare();
    camera.take("compare");
    delete window.findChild<CompareView*>();
}

void batch_pictures(MainWindow& window, Camera& camera, const QString& folder) {
    QStringList files;
    for (int i = 0; i < 5; ++i) {
        const QString name = QString("%1/%2.png").arg(folder).arg(i);
        const Image image = landscape(std::uint64_t(i), QSize(240, 320));
        QImage(image.rgb.data(), image.width, image.height, 3 * image.width, QImage::Format_RGB888).save(name);
        files << name;
    }
    window.show_page(MainWindow::batch);
    window.batch_page()->set_files(files);
    camera.take("batch");
    QFile table(folder + "/names.csv");
    if (!table.open(QIODevice::WriteOnly)) return;
    table.write("标题,日期,地点\n山风,8月16日,杭州\n海风,9月1日,青岛\n,9月3日,南京\n");
    table.close();
    window.merge_page()->set_table(table.fileName());
    window.show_merge();
    camera.take("merge");
}

}  // namespace

void page_pictures(MainWindow& window, Camera& camera, const QString& folder) {
    gallery_pictures(window, camera);
    batch_pictures(window, camera, folder);
    window.show_page(MainWindow::machine);
    camera.take("machine");
}

}  // namespace haibao::test
