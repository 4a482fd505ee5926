// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The library that is worked with: opened, closed, and waited for when its disk has gone.
#include <QSettings>

#include "app/core/paths.h"
#include "app/gallery/library_place.h"
#include "ui/main_window/studio.h"
#include "ui/style/error_words.h"

namespace haibao::ui {
namespace {

constexpr int most_latest = 12;  // tiles that are there again after a restart
constexpr std::chrono::milliseconds watch_gather{1000};  // what others add may come a moment later
constexpr std::chrono::seconds care_delay{15}, look_interval{2};
constexpr const char* known_setting = "libraries";  // folders in which one was opened

}  // namespace

Studio::~Studio() { close(); }

void Studio::close() {
    look_.stop();
    if (library_) emit library_closing();
    stop_reading_.request_stop();
    if (thread_.isRunning()) {
        // The runner lives and dies in its thread: a running job is put back and goes on at the next start.
        QMetaObject::invokeMethod(at_work_, [this] {
            delete at_work_;
            thread_.quit();
        });
        thread_.wait();
    }
    at_work_ = nullptr;
    stop_reading_ = {};
    watch_.reset();
    care_.reset();
    queue_.reset();
    library_.reset();
    current_job_ = 0;
    dropped_.reset();
}

std::filesystem::path Studio::library_folder() {
    const QString chosen = QSettings().value("library").toString();
    return chosen.isEmpty() ? paths::library() : paths::from_qt(chosen);
}

std::optional<std::filesystem::path> Studio::gone_library() const { return look_.isActive() ? std::optional(folder_) : std::nullopt; }

Result<void> Studio::look_for_library() {
    if (folder_.empty()) return {};  // none was opened yet
    if (auto there = gallery::check_there(folder_); !there) return gone_library() ? there : wait_for_library();
    if (!gone_library()) return {};
    // A disk that was unplugged is another one for what was open on it.
    auto opened = open(folder_);
    if (!opened && opened.error().message != std::exchange(said_, opened.error().message)) emit problem(words_of(opened.error()));
    return opened;
}

Result<void> Studio::wait_for_library() {
    look_.start(look_interval);
    emit library_gone(paths::to_qt(folder_));
    return gallery::check_there(folder_);
}

Result<void> Studio::open(const std::filesystem::path& folder, IfGone if_gone) {
    const auto gone = gone_library();
    auto opened = open_now(folder, if_gone);
    if (!gone || library_ || gone_library()) return opened;
    folder_ = *gone;  // it is still waited for
    look_.start(look_interval);
    return opened;
}

Result<void> Studio::open_now(const std::filesystem::path& folder, IfGone if_gone) {
    const bool was_busy = busy();
    close();
    while (strip_.rowCount()) strip_.take(0);
    if (was_busy) emit busy_changed(false);
    folder_ = folder;
    QSettings settings;
    QStringList known = settings.value(known_setting).toStringList();
    if (if_gone == IfGone::wait && known.contains(paths::to_qt(folder)) && !gallery::check_there(folder)) return wait_for_library();
    auto library = gallery::Library::create(folder);
    if (!library) {
        auto shown = gallery::Library::open(folder, gallery::LibraryAccess::read_only);
        if (!shown) return pass_on(library);
        show(std::move(*shown), folder);
        emit library_opened(paths::to_qt(folder));
        return std::unexpected(Error{ErrorKind::io,
                                     tr("The library in %1 may only be read: its pictures can be seen, but nothing new is made there.")
                                         .arg(paths::to_qt(folder)).toStdString(),
                                     translated});
    }
    auto queue = generate::Queue::open(folder);
    if (!queue) return pass_on(queue);
    queue_.emplace(std::move(*queue));
    show(std::move(*library), folder);
    if (!known.contains(paths::to_qt(folder))) settings.setValue(known_setting, known << paths::to_qt(folder));
    if (auto jobs = queue_->list())
        for (const generate::QueuedJob& job : *jobs)
            if (job.state == generate::JobState::queued || job.state == generate::JobState::running) add_waiting(job);
    show_latest();
    start_runner();
    look_for_pause();
    said_.clear();
    emit library_opened(paths::to_qt(folder));
    return {};
}

/// What was made last is there again after a restart, behind what waits.
void Studio::show_latest() {
    auto jobs = queue_->list();
    if (!jobs) return;
    for (const generate::QueuedJob& job : *jobs) {
        if (job.state != generate::JobState::done) continue;
        auto pictures = queue_->pictures(job.id);
        for (std::size_t number = 0; pictures && number < pictures->size(); ++number) {
            if (strip_.rowCount() >= most_latest) return;
            auto details = library_->get(gallery::PictureId{(*pictures)[number]});
            if (!details || details->trashed || details->missing) continue;
            Tile tile;
            tile.job = qint64(job.id);
            tile.picture = int(number);
            tile.state = TileState::done;
            tile.caption = caption_of(job.request);
            tile.file = paths::to_qt(details->file);
            tile.library_id = qint64(details->id);
            tile.seed = details->making.seed.value_or(job.request.seed + number);
            tile.starred = details->stars == 5;
            strip_.insert(strip_.rowCount(), tile);
            show_thumbnail({job.id, int(number), details->id}, tile.file);
        }
    }
}

void Studio::show(gallery::Library library, const std::filesystem::path& folder) {
    folder_ = folder;
    library_.emplace(std::move(library));
    watch_ = std::make_unique<gallery::LibraryWatch>(*library_, watch_gather);
    connect(watch_.get(), &gallery::LibraryWatch::changed, this, &Studio::library_changed);
    connect(watch_.get(), &gallery::LibraryWatch::changed, this, &Studio::look_for_pause);
    connect(watch_.get(), &gallery::LibraryWatch::lost, this, [this](const Error& error) {
        if (look_for_library()) emit problem(words_of(error));
    });
    if (!library_->read_only()) {
        care_ = std::make_unique<gallery::LibraryCare>(folder_, care_delay);
        connect(care_.get(), &gallery::LibraryCare::swept, this, &Studio::tell_sweep);
    }
    emit library_changed();
}

void Studio::tell_sweep(const gallery::SweepReport& report) {
    QStringList sentences;
    if (report.missing) sentences << tr("%n picture(s) of the library are not in its folder any more; they come back when their files do.", nullptr, int(report.missing));
    if (report.found_again) sentences << tr("%n missing picture(s) are there again.", nullptr, int(report.found_again));
    if (report.taken_up) sentences << tr("%n picture(s) that lay in the library's folder were taken in.", nullptr, int(report.taken_up));
    if (!sentences.isEmpty()) emit said(sentences.join(' '));
}

}  // namespace haibao::ui
