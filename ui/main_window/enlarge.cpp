// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures made larger: one on the poster in front, or one of the library.
#include <QJsonDocument>
#include <QMessageBox>
#include <QPointer>
#include <algorithm>
#include <span>
#include <vector>

#include "app/core/paths.h"
#include "app/document/json.h"
#include "app/document/references.h"
#include "app/gallery/embedded_texts.h"
#include "app/gallery/foreign_metadata.h"
#include "inference/base/files.h"
#include "inference/base/sha256.h"
#include "ui/devices/devices_page.h"
#include "ui/enlarge/enlarge_dialog.h"
#include "ui/gallery/gallery_page.h"
#include "ui/main_window/create_page.h"
#include "ui/main_window/main_window.h"
#include "ui/main_window/make_poster.h"
#include "ui/style/background.h"
#include "ui/style/error_words.h"
#include "ui/style/language.h"

namespace haibao::ui {

PaintingDevice MainWindow::painting_device() {
    // A dialog may outlive the studio by the last moment of the window.
    const QPointer<Studio> studio(&studio_);
    return {studio_.worker(), devices_->chosen(), [studio](QObject* owner, std::function<void()> begin) { if (studio) studio->lend_device(owner, std::move(begin)); },
            [studio](QObject* owner) { if (studio) studio->release_device(owner); }};
}

namespace {

/// The selected one, else all that are there: the only one need not be selected.
std::vector<const document::Layer*> pictures_meant(const PosterSession& session) {
    const auto is_picture = [](const document::Layer& layer) { return std::holds_alternative<document::PictureLayer>(layer.content); };
    if (const document::Layer* selected = session.selected(); selected && is_picture(*selected)) return {selected};
    std::vector<const document::Layer*> all;
    document::for_each_layer(session.poster().layers, [&](const document::Layer& layer) {
        if (is_picture(layer)) all.push_back(&layer);
    });
    return all;
}

}  // namespace

void MainWindow::enlarge() {
    if (page() == create && create_->session() && !pictures_meant(*create_->session()).empty()) return enlarge_layer();
    show_page(gallery);
    gallery_->enlarge();
}

namespace {

/// What is known of a picture that was made larger.
struct Smaller {
    gallery::Making making;
    gallery::Parent parent;
    std::vector<std::string> tags;
};

Smaller known_of(const gallery::PictureDetails& picture) { return {picture.making, {gallery::ParentKind::edit, picture.id, picture.sha256}, picture.tags}; }

/// As the library knows it, where it comes from there; else what it tells itself.
Result<Smaller> known_of(gallery::Library& library, const QByteArray& picture) {
    const std::span bytes(reinterpret_cast<const std::uint8_t*>(picture.constData()), std::size_t(picture.size()));
    const auto hash = gallery::sha256_from_hex(sha256(std::as_bytes(bytes)));
    auto same = library.with_hash(*hash);
    if (!same) return pass_on(same);
    if (same->empty()) return Smaller{gallery::read_making(gallery::embedded_texts(bytes)).making, {gallery::ParentKind::edit, {}, hash}, {}};
    auto found = library.get(same->front());
    return found ? Result<Smaller>(known_of(*found)) : pass_on(found);
}

/// What a library keeps of a picture that was made larger: all that was known of the smaller one, and that it comes from there.
Result<gallery::PictureId> keep_larger(gallery::Library& library, const Smaller& of, const document::EmbeddedPicture& larger) {
    auto size = size_of_picture(larger.bytes, larger.name);
    if (!size) return pass_on(size);
    gallery::NewPicture made;
    made.bytes = {reinterpret_cast<const std::uint8_t*>(larger.bytes.constData()), static_cast<std::size_t>(larger.bytes.size())};
    made.width = size->width(), made.height = size->height();
    made.making = of.making;
    const bool foreign = of.making.origin != gallery::Origin::haibao && of.making.origin != gallery::Origin::unknown;
    if (const QJsonObject record = generation_record(larger.bytes); !foreign && !record.isEmpty())
        made.making.settings = QJsonDocument(record).toJson(QJsonDocument::Compact).toStdString();
    made.parents = {of.parent};
    made.tags = of.tags;
    return library.add(made);
}

/// In the background.
template <class KnownOf>
Result<gallery::PictureId> keep_larger_in(const std::filesystem::path& folder, const document::EmbeddedPicture& larger, KnownOf look_up) {
    auto library = gallery::Library::open(folder);
    if (!library) return pass_on(library);
    Result<Smaller> smaller = look_up(*library);
    return smaller ? keep_larger(*library, *smaller, larger) : pass_on(smaller);
}

}  // namespace

void MainWindow::enlarge_layer() {
    PosterSession* session = create_->session();
    if (!session) return;
    const auto meant = pictures_meant(*session);
    const document::Layer* layer = meant.size() == 1 ? meant.front() : nullptr;
    const auto* content = layer ? std::get_if<document::PictureLayer>(&layer->content) : nullptr;
    const auto file = content ? session->poster().pictures.constFind(content->picture) : session->poster().pictures.cend();
    if (file == session->poster().pictures.cend()) return say(tr("Select one picture on the poster first."));
    const auto size = size_of_picture(file->bytes, file->name);
    if (!size) return say(words_of(size.error()));
    enlarge::WantedPicture wanted{layer->id, content->picture, *file, *size, {}};
    if (wanted.picture.name.isEmpty()) wanted.picture.name = layer->name;
    // Beside the window: the poster can be worked on meanwhile.
    auto* dialog = new EnlargeDialog(painting_device(), {wanted}, EnlargeDialog::Sizes::chosen, this);
    // In print 300 to the inch; on a screen one for each of the page's own.
    const document::Page& page = session->poster().page;
    const bool print = page.unit == document::PageUnit::millimetres;
    dialog->offer(print ? tr("As on this poster at 300 dpi") : tr("As on this poster, pixel for pixel"), enlarge::size_at(*layer, *size, print ? 300 : page.dpi));
    connect(session, &QObject::destroyed, dialog, &QDialog::reject);  // its tab is closed: there is nothing to put it into
    connect(dialog, &EnlargeDialog::enlarged, session, [this, session, before = file->bytes](const std::vector<enlarge::LargerPicture>& pictures) {
        int applied = 0;
        session->change(lasting(this, QT_TR_NOOP("Enlarge picture")), [&](document::Poster& poster) { applied = enlarge::apply(poster, pictures); });
        if (applied == 0) return say(tr("The layer shows another picture by now and keeps it; the larger one is dropped."));
        const document::EmbeddedPicture& larger = pictures.front().picture;
        session->select({pictures.front().layer});
        if (const auto now = size_of_picture(larger.bytes, larger.name)) say(tr("“%1” has %2 × %3 pixels now.").arg(larger.name).arg(now->width()).arg(now->height()));
        keep_larger_of_layer(before, larger);
    });
    dialog->show();
}

/// In the gallery as what it is on the poster; where nothing can be kept the poster has it all the same.
void MainWindow::keep_larger_of_layer(const QByteArray& before, const document::EmbeddedPicture& larger) {
    const gallery::Library* library = studio_.library();
    if (!library || library->read_only()) return;
    const auto keep = [folder = library->folder(), before, larger] {
        return keep_larger_in(folder, larger, [&before](gallery::Library& in) { return known_of(in, before); });
    };
    in_background(this, keep, [this](const Result<gallery::PictureId>& kept) {
        if (!kept) return say(words_of(kept.error()));
        emit studio_.library_changed();
    });
}

bool MainWindow::may_stop_enlarging() {
    const auto dialogs = findChildren<EnlargeDialog*>();
    if (std::ranges::none_of(dialogs, &EnlargeDialog::at_work)) return true;
    return QMessageBox::question(this, tr("Enlarge"), tr("A picture is being enlarged. If the window closes, this stops; a model's finished tiles are kept for two weeks."),
                                 QMessageBox::Ok | QMessageBox::Cancel, QMessageBox::Cancel) == QMessageBox::Ok;
}

void MainWindow::enlarge_in_library(qint64 picture) {
    gallery::Library* library = studio_.library();
    auto found = library ? library->get(gallery::PictureId{picture}) : Result<gallery::PictureDetails>(fail(ErrorKind::io, "The library is not open."));
    if (!found) return say(words_of(found.error()));
    if (library->read_only()) return say(tr("This library may only be read; open it where you may write to it, or enlarge the file with haibao-cli enlarge."));
    const auto read = [file = found->file]() -> Result<enlarge::WantedPicture> {
        constexpr std::uint64_t most_bytes = std::uint64_t{1} << 30;
        auto bytes = read_file(file, most_bytes);
        if (!bytes) return pass_on(bytes);
        enlarge::WantedPicture wanted;
        wanted.picture = {QByteArray(bytes->data(), qsizetype(bytes->size())), {}, paths::to_qt(file.filename())};
        wanted.picture.media_type = document::picture_media_type(wanted.picture.bytes);
        auto size = size_of_picture(wanted.picture.bytes, wanted.picture.name);
        if (!size) return pass_on(size);
        wanted.has = *size;
        return wanted;
    };
    in_background(this, read, [this, of = *found, folder = library->folder()](const Result<enlarge::WantedPicture>& wanted) {
        if (!wanted) return say(words_of(wanted.error()));
        auto* dialog = new EnlargeDialog(painting_device(), {*wanted}, EnlargeDialog::Sizes::chosen, this);
        connect(dialog, &EnlargeDialog::enlarged, this, [this, of, folder](const std::vector<enlarge::LargerPicture>& pictures) {
            const auto keep = [of, folder, larger = pictures.front().picture] { return keep_larger_in(folder, larger, [&of](gallery::Library&) -> Result<Smaller> { return known_of(of); }); };
            in_background(this, keep, [this](const Result<gallery::PictureId>& kept) {
                say(kept ? tr("The larger picture is in the library.") : words_of(kept.error()));
                emit studio_.library_changed();
                if (kept) gallery_->select(*kept);
            });
        });
        dialog->show();
    });
}

}  // namespace haibao::ui
