// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is selected in the gallery, beside the grid and below it.
#include <QLabel>
#include <QListView>
#include <algorithm>
#include <span>
#include <utility>

#include "app/core/paths.h"
#include "ui/gallery/details_panel.h"
#include "ui/gallery/gallery_page.h"
#include "ui/style/background.h"
#include "ui/style/card.h"

namespace haibao::ui {
namespace {

constexpr std::size_t summed_at_once = 1000;  // pictures whose sizes are read without holding up the window

}  // namespace

void GalleryPage::show_details() {
    if (hinted_) say({});
    const QModelIndexList chosen = grid_->selectionModel()->selectedIndexes();
    if (chosen.size() == 1 && studio_->library()) details_->show_picture(*studio_->library(), model_->id_at(chosen.front().row()));
    measure_selection();
}

/// Many are summed up in the background: their rows need not be in memory.
void GalleryPage::measure_selection() {
    const auto ids = selection();
    const int number = ++measured_;
    if (std::exchange(measured_ids_, ids) != ids) details_->clear_tags_for_all();  // what was typed was for the others
    if (ids.size() < 2 || !studio_->library()) {
        if (ids.size() != 1) details_->show_count(int(ids.size()), {});
        return show_status({});
    }
    const auto sum = [](gallery::Library& library, std::span<const gallery::PictureId> of) {
        std::optional<SeveralPictures> all;
        for (std::size_t from = 0; from < of.size(); from += summed_at_once)
            for (const gallery::Picture& picture : library.pictures(of.subspan(from, std::min(summed_at_once, of.size() - from))).value_or(std::vector<gallery::Picture>())) {
                if (!all) all = {0, picture.stars, picture.label, picture.trashed};
                all->bytes += picture.bytes;
                if (picture.stars != all->stars) all->stars = 0;
                if (picture.label != all->label) all->label = gallery::Label::none;
                if (!picture.trashed) all->trashed = false;
            }
        return all.value_or(SeveralPictures());
    };
    const auto show = [this, chosen = int(ids.size())](const SeveralPictures& all) {
        details_->show_count(chosen, all);
        show_status(all.bytes);
    };
    if (ids.size() <= summed_at_once) return show(sum(*studio_->library(), ids));
    details_->show_count(int(ids.size()), {});
    show_status({});
    const auto work = [ids, sum, folder = studio_->library()->folder()] {
        auto library = gallery::Library::open(folder, gallery::LibraryAccess::read_only);
        return library ? std::optional(sum(*library, ids)) : std::nullopt;
    };
    in_background(this, work, [this, number, show](const std::optional<SeveralPictures>& all) {
        if (number == measured_ && all) show(*all);
    });
}

void GalleryPage::show_status(std::optional<qint64> bytes) {
    const QModelIndexList chosen = grid_->selectionModel()->selectedIndexes();
    const int all = model_->rowCount();
    const gallery::Picture* one = chosen.size() == 1 ? model_->picture_at(chosen.front().row()) : nullptr;
    QStringList parts;
    if (one) parts << paths::to_qt(one->file.filename()) << tr("%1 × %2 pixels").arg(one->width).arg(one->height) << human_size(quint64(one->bytes));
    else if (chosen.isEmpty()) parts << tr("%Ln picture(s)", nullptr, all);
    else parts << tr("%L1 of %Ln picture(s) selected", nullptr, all).arg(chosen.size());
    if (bytes) parts << human_size(quint64(*bytes));
    count_->setText(parts.join(" · "));
}

}  // namespace haibao::ui
