// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThread>
#include <QTimer>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

#include "app/gallery/library.h"
#include "app/gallery/library_care.h"
#include "app/gallery/library_watch.h"
#include "app/generate/queue_runner.h"
#include "inference/weights/model_folder.h"
#include "ui/prompt/prompt_panel.h"
#include "ui/queue/strip_model.h"

namespace haibao::ui {

/// The application's link to its library and queue: jobs go in, pictures come out as tiles of the strip. The queue is worked
/// through in a thread of its own, so that writing pictures never holds up the window.
class Studio : public QObject {
    Q_OBJECT
public:
    explicit Studio(generate::WorkerOptions worker, QObject* parent = nullptr);
    ~Studio() override;

    /// The folder chosen in the settings, else "Haibao" in the user's pictures folder.
    static std::filesystem::path library_folder();
    enum class IfGone : std::uint8_t { wait, make };
    /// Opens (or makes) the library and begins to work; another one that was open is closed. One that may only be read is shown,
    /// but nothing new is made there. One that was there before and is not now is waited for, or made anew.
    /// Errors: those of Library and Queue.
    Result<void> open(const std::filesystem::path& folder, IfGone if_gone = IfGone::wait);
    /// Where the library was while it is not there: its disk may be unplugged. Nothing is painted then.
    std::optional<std::filesystem::path> gone_library() const;
    /// Whether it is there, and whether one that had gone is back; happens by itself while one is gone, too.
    Result<void> look_for_library();

    gallery::Library* library() { return library_ ? &*library_ : nullptr; }
    StripModel* strip() { return &strip_; }
    const generate::WorkerOptions& worker() const { return worker_; }

    /// Queues what the panel asks for. Errors: a sentence for the place beside the prompt.
    Result<generate::QueuedJobId> generate(const Draft& draft, const QString& model, const QString& device,
                                           const std::optional<generate::RepaintFiles>& repaint = {});
    /// Queues four more pictures like this one of the library. Errors: a sentence.
    Result<generate::QueuedJobId> make_variations(gallery::PictureId picture, const QString& model, const QString& device);
    /// The worker, now or when there is one, offers itself to haibao-inspector.
    void inspect();
    void cancel_current();
    void cancel(qint64 job);
    void retry(qint64 job, const generate::Change& change = {});
    void toggle_star(const Tile& tile);
    /// Into the trash of the library; put back by restore().
    void drop(int row);
    void restore_dropped();
    bool busy() const { return strip_.has_running(); }
    /// The device for something else than the queue: `begin` is called once no job runs, and none is taken until release() with
    /// the same owner, or until it is gone. One owner after the other.
    void lend_device(QObject* owner, std::function<void()> begin);
    void release_device(QObject* owner);
    /// Lets a queue go on that paused itself or was paused by a person.
    void resume();
    /// Before it starts: how long it will take, from earlier jobs, and whether it fits into memory.
    struct Estimate {
        QString words;     ///< "about 8 s · fits: 0.9 GB of 12 GB free"
        QString each;      ///< "about 8 s a poster"; empty until the first one has shown it
        bool fits = true;
        QString too_long;  ///< why the model cannot read the prompt to its end; empty when it can
    };
    Estimate estimate(const Draft& draft, const QString& model, const QString& device);

signals:
    void picture_ready(const haibao::ui::Tile& tile);
    void previewed(qint64 job, const QImage& image);
    void busy_changed(bool busy);
    void status(const QString& words);
    void problem(const QString& sentence);
    void said(const QString& sentence);
    void library_changed();
    /// Why no job is taken from the queue; empty when it goes on.
    void paused_changed(const QString& why);
    void library_gone(const QString& folder);
    void library_opened(const QString& folder);  ///< the first one, another one, or one that is back
    void library_closing();                      ///< library() goes now, until another one is opened
    void estimate_changed();  ///< something that was being found out is known now

private:
    void tell_sweep(const gallery::SweepReport& report);
    void show(gallery::Library library, const std::filesystem::path& folder);
    Result<void> open_now(const std::filesystem::path& folder, IfGone if_gone);
    Result<void> wait_for_library();
    void close();
    Result<generate::QueuedJobId> add(const generate::NewJob& job);
    void show_latest();
    void start_runner();
    void job_started(const generate::QueuedJob& job);
    void progressed(generate::QueuedJobId job, const generate::JobProgress& progress);
    void picture_added(const generate::AddedPicture& added);
    void show_thumbnail(const generate::AddedPicture& added, const QString& file);
    void job_ended(const generate::QueuedJob& job);
    void add_waiting(const generate::QueuedJob& job);
    void look_for_pause();
    void hold_queue();
    void lend_to_next();

    generate::WorkerOptions worker_;
    std::filesystem::path folder_;
    std::optional<gallery::Library> library_;
    std::unique_ptr<gallery::LibraryWatch> watch_;
    std::unique_ptr<gallery::LibraryCare> care_;
    std::optional<generate::Queue> queue_;
    StripModel strip_;
    QTimer look_;  ///< runs while the library is gone
    std::string said_;  ///< why one that is back could not be opened: said once
    std::stop_source stop_reading_;  ///< of texts, when the window closes
    QThread thread_;
    QObject* at_work_ = nullptr;  ///< lives in the thread, owns the runner
    qint64 current_job_ = 0;
    /// Who has the device, or waits for it; the first one has it when it has begun.
    struct Lease {
        QObject* owner;
        std::function<void()> begin;
        bool begun = false;
    };
    std::vector<Lease> leases_;
    QString pause_;  ///< why the queue is paused; empty when it is not
    std::optional<std::pair<int, Tile>> dropped_;
    /// What an estimate needs of a model; finding it out reads the headers of its weights.
    struct KnownModel {
        QString name;
        std::string identity;
        ModelDefaults defaults;
    };
    const KnownModel* known_model(const QString& name) const;
    mutable std::optional<KnownModel> known_model_;
    /// How long so many pictures take, in seconds; 0: nobody knows yet.
    double expected_time(const Draft& draft, const QString& model, const QString& device, int pictures) const;
    /// The largest stage's need; asked for in the background, nothing until it is known.
    std::optional<quint64> memory_need(const QString& model, QSize painted);
    struct MemoryNeed {
        QString model;
        QSize painted;
        std::optional<quint64> bytes;  ///< 0: cannot be told
    };
    std::optional<MemoryNeed> memory_need_;
    /// Whether the prompt is too long for the model, in a sentence; found out in the background where that takes a while.
    QString length_words(const Draft& draft, const QString& model);
    struct Measured {
        QString prompt, model;
        QSize painted;
        QString words;
        bool of_same(const Measured& other) const { return prompt == other.prompt && model == other.model && painted == other.painted; }
    };
    std::optional<Measured> measured_;
};

/// What the prompt of a request begins with.
QString caption_of(const generate::Request& request);
/// Of a whole picture, whatever its stages take: what bar and words both say, 0…1.
double tile_fraction(const generate::JobProgress& progress);
/// The stage in words: "composing 12 %", "painting 19/30".
QString stage_words(const generate::JobProgress& progress);
QImage to_qimage(const Image& image);

}  // namespace haibao::ui
