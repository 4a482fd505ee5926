// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures made larger: one on the poster in front, or one of the library.
#include <QJsonDocument>
#include <QMessageBox>
#include <QPointer>
#include <algorithm>
#include <vector>

#include "app/core/paths.h"
#include "app/document/json.h"
#include "app/document/references.h"
#include "inference/base/files.h"
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
    connect(dialog, &EnlargeDialog::enlarged, session, [this, session](const std::vector<enlarge::LargerPicture>& pictures) {
        int applied = 0;
        session->change(lasting(this, QT_TR_NOOP("Enlarge picture")), [&](document::Poster& poster) { applied = enlarge::apply(poster, pictures); });
        if (applied == 0) return say(tr("The layer shows another picture by now and keeps it; the larger one is dropped."));
        const document::EmbeddedPicture& larger = pictures.front().picture;
        session->select({pictures.front().layer});
        if (const auto now = size_of_picture(larger.bytes, larger.name)) say(tr("“%1” has %2 × %3 pixels now.").arg(larger.name).arg(now->width()).arg(now->height()));
    });
    dialog->show();
}

bool MainWindow::may_stop_enlarging() {
    const auto dialogs = findChildren<EnlargeDialog*>();
    if (std::ranges::none_of(dialogs, &EnlargeDialog::at_work)) return true;
    return QMessageBox::question(this, tr("Enlarge"), tr("A picture is being enlarged. If the window closes, this stops; a model's finished tiles are kept for two weeks."),
                                 QMessageBox::Ok | QMessageBox::Cancel, QMessageBox::Cancel) == QMessageBox::Ok;
}

namespace {

/// What a library keeps of a picture that was made larger: all that was known of the smaller one, and that it comes from there.
Result<gallery::PictureId> keep_larger(const std::filesystem::path& folder, const gallery::PictureDetails& of, const QByteArray& png) {
    auto library = gallery::Library::open(folder);
    if (!library) return pass_on(library);
    auto size = size_of_picture(png, paths::to_qt(of.file.filename()));
    if (!size) return pass_on(size);
    gallery::NewPicture made;
    made.bytes = {reinterpret_cast<const std::uint8_t*>(png.constData()), static_cast<std::size_t>(png.size())};
    made.width = size->width(), made.height = size->height();
    made.making = of.making;
    const bool foreign = of.making.origin != gallery::Origin::haibao && of.making.origin != gallery::Origin::unknown;
    if (const QJsonObject record = generation_record(png); !foreign && !record.isEmpty())
        made.making.settings = QJsonDocument(record).toJson(QJsonDocument::Compact).toStdString();
    made.parents = {{gallery::ParentKind::edit, of.id, of.sha256}};
    made.tags = of.tags;
    return library->add(made);
}

}  // namespace

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
            in_background(this, [of, folder, png = pictures.front().picture.bytes] { return keep_larger(folder, of, png); }, [this](const Result<gallery::PictureId>& kept) {
                say(kept ? tr("The larger picture is in the library.") : words_of(kept.error()));
                emit studio_.library_changed();
                if (kept) gallery_->select(*kept);
            });
        });
        dialog->show();
    });
}

}  // namespace haibao::ui
