// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QListView>
#include <QSettings>
#include <QSignalSpy>

#include "app/gallery/search.h"
#include "tests/app/gallery/sample.h"
#include "tests/ui/look.h"
#include "ui/gallery/gallery_page.h"

namespace haibao::test {

inline constexpr int patience_ms = 60'000;

/// The gallery's page over a library of its own, with a window's worth of room.
struct SampleGallery {
    TemporaryFolder folder;
    ui::Studio studio{{HAIBAO_WORKER_PROGRAM, folder.path() / "worker.log", {}}};
    std::unique_ptr<ui::GalleryPage> page;
    std::vector<gallery::PictureId> ids;  ///< as added: the last is the newest and first in the grid

    explicit SampleGallery(const std::vector<std::string>& prompts) {
        const std::filesystem::path where = folder.path() / "library";
        QSettings().setValue("library", QString::fromStdString(where.string()));
        REQUIRE(studio.open(where));
        std::uint64_t seed = 100;
        for (const std::string& prompt : prompts) ids.push_back(add(prompt, ++seed));
        page = std::make_unique<ui::GalleryPage>(&studio);
        page->resize(1280, 640);
        page->show();
        REQUIRE(page->model()->rowCount() == int(prompts.size()));
    }
    gallery::Library& library() { return *studio.library(); }
    gallery::PictureId add(const std::string& prompt, std::uint64_t seed, std::vector<gallery::Parent> parents = {}) {
        // Different grounds, so that people see what they look at.
        generate::Record record = gallery::test::record(prompt, seed);
        record.width = seed % 2 ? 96 : 64;
        record.height = seed % 2 ? 64 : 96;
        const auto hue = QColor::fromHsv(int(seed * 47 % 360), 150, 200);
        const auto bytes = gallery::test::png(record, std::uint8_t(hue.red()), std::uint8_t(hue.green()), std::uint8_t(hue.blue()));
        gallery::NewPicture picture{.bytes = bytes, .width = record.width, .height = record.height, .making = gallery::making_of(record), .parents = std::move(parents)};
        picture.created = gallery::Time(std::chrono::milliseconds(1'700'000'000'000 + std::int64_t(seed) * 60'000));
        return gallery::test::must(library().add(picture));
    }
    void select(const std::vector<gallery::PictureId>& wanted) {
        page->grid()->clearSelection();
        for (const gallery::PictureId id : wanted) {
            const QModelIndex index = page->model()->index(page->model()->row_of(id));
            page->grid()->selectionModel()->select(index, QItemSelectionModel::Select);
            page->grid()->selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
        }
        page->grid()->setFocus();
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(page->grid(), key, modifiers); }
    gallery::PictureDetails details(gallery::PictureId id) { return gallery::test::must(library().get(id)); }
    QLineEdit* words() { return named<QLineEdit>(*page, "Search"); }
};

}  // namespace haibao::test
