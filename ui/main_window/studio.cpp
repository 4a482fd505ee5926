// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/studio.h"

#include <QCoreApplication>
#include <QImageReader>
#include <QPointer>
#include <QRandomGenerator>
#include <QThreadPool>
#include <algorithm>

#include "app/core/paths.h"
#include "app/generate/next_rung.h"
#include "app/proof/queue/job_proofs.h"
#include "ui/gallery/variations.h"
#include "ui/style/background.h"
#include "ui/style/card.h"
#include "ui/style/error_words.h"

namespace haibao::ui {
namespace {

constexpr int variation_count = 4;
constexpr int thumbnail_height = 200;  // the strip's tiles at 2×

/// The painter is told the words as soon as one of them is his.
generate::TextMode text_mode_of(const std::vector<QuotedText>& texts) {
    const auto is = [](Lettering lettering) { return [lettering](const QuotedText& text) { return text.lettering == lettering; }; };
    if (std::ranges::all_of(texts, is(Lettering::live))) return generate::TextMode::layers;
    return std::ranges::all_of(texts, is(Lettering::painted)) ? generate::TextMode::paint : generate::TextMode::both;
}

QImage thumbnail(const QString& file) {
    QImageReader reader(file);
    const QSize size = reader.size();
    if (size.isValid()) reader.setScaledSize(size.scaled(4 * thumbnail_height, thumbnail_height, Qt::KeepAspectRatio));
    return reader.read();
}

/// How far, without words.
QString brief_words(const generate::JobProgress& progress) {
    if (progress.now.stage == Stage::composing) return Studio::tr("%1 %").arg(int(tile_fraction(progress) * 100));
    return progress.now.stage == Stage::painting ? QString("%1/%2").arg(progress.now.step).arg(progress.now.total) : QString("…");
}

QString stage_word(const generate::JobProgress& progress) {
    const Progress& now = progress.now;
    switch (now.stage) {
        case Stage::loading: return Studio::tr("getting ready");
        case Stage::reading_sources: return Studio::tr("looking at the references");
        case Stage::composing: return Studio::tr("composing %1 %").arg(int(tile_fraction(progress) * 100));
        case Stage::painting: return Studio::tr("painting %1/%2").arg(now.step).arg(now.total);
        case Stage::finishing: return Studio::tr("finishing");
    }
    return {};
}

}  // namespace

QString caption_of(const generate::Request& request) {
    const QString prompt = QString::fromStdString(request.prompt).simplified();
    return prompt.size() > 40 ? prompt.left(38) + "…" : prompt;
}

double tile_fraction(const generate::JobProgress& progress) {
    constexpr double composed = 0.4, painted = 0.9;
    const double step = progress.now.total > 0 ? double(progress.now.step) / progress.now.total : 0;
    switch (progress.now.stage) {
        case Stage::composing: return composed * progress.fraction;
        case Stage::painting: return composed + (painted - composed) * step;
        case Stage::finishing: return painted + (1 - painted) * step;
        case Stage::loading:
        case Stage::reading_sources: break;
    }
    return 0;
}

QString stage_words(const generate::JobProgress& progress) {
    QString words = stage_word(progress);
    if (progress.seconds_left && *progress.seconds_left >= 1)
        words += Studio::tr(" · %1 left").arg(human_duration(*progress.seconds_left));
    return words;
}

QImage to_qimage(const Image& image) {
    return QImage(image.rgb.data(), image.width, image.height, 3 * image.width, QImage::Format_RGB888).copy();
}

Studio::Studio(generate::WorkerOptions worker, QObject* parent) : QObject(parent), worker_(std::move(worker)) {
    connect(&look_, &QTimer::timeout, this, [this] { (void)look_for_library(); });
}

void Studio::look_for_pause() {
    if (!queue_) return;
    auto state = queue_->pause_state();
    if (!state) return;
    const QString why = !state->paused ? QString() : state->reason.empty() ? tr("The queue is paused.") : QString::fromStdString(state->reason);
    if (why != std::exchange(pause_, why)) emit paused_changed(why);
}

void Studio::resume() {
    if (!queue_) return;
    if (auto done = queue_->set_paused(false); !done) emit problem(words_of(done.error()));
    look_for_pause();
}

void Studio::start_runner() {
    at_work_ = new QObject;
    at_work_->moveToThread(&thread_);
    thread_.start();
    generate::QueueRunnerOptions options;
    options.worker = worker_;
    options.pace_file = paths::cache() / "pace.json";
    QMetaObject::invokeMethod(at_work_, [this, options, folder = folder_] {
        auto created = generate::QueueRunner::create(folder, options);
        if (!created || !*created) {
            const QString sentence = created ? tr("Another Haibao works through this library's queue; new pictures are made there.")
                                             : words_of(created.error());
            QMetaObject::invokeMethod(this, [this, sentence] { emit problem(sentence); });
            return;
        }
        generate::QueueRunner* runner = created->release();
        runner->setParent(at_work_);
        connect(runner, &generate::QueueRunner::job_started, this, &Studio::job_started);
        connect(runner, &generate::QueueRunner::progressed, this, &Studio::progressed);
        connect(runner, &generate::QueueRunner::picture_added, this, &Studio::picture_added);
        connect(runner, &generate::QueueRunner::job_ended, this, &Studio::job_ended);
        connect(runner, &generate::QueueRunner::held, this, &Studio::lend_to_next);
        connect(runner, &generate::QueueRunner::previewed, this, [this](generate::QueuedJobId job, int number, const Image& image) {
            const QImage picture = to_qimage(image);
            strip_.update(qint64(job), number, [&picture](Tile& tile) { tile.image = picture; });
            if (number == 0) emit previewed(qint64(job), picture);
        });
        connect(runner, &generate::QueueRunner::problem, this, [this](const Error& error) {
            emit problem(words_of(error));
            look_for_pause();
        });
        // Between jobs, in the queue's own thread: what is to be proof-read is read.
        const auto read = [this, folder, stop = stop_reading_.get_token()] {
            auto done = proof::read_owed(folder, stop);
            if (!done && done.error().kind != ErrorKind::cancelled) QMetaObject::invokeMethod(this, [this, why = done.error()] { emit problem(words_of(why)); });
        };
        connect(runner, &generate::QueueRunner::job_ended, runner, read);
        read();
        runner->start();
    });
    if (!leases_.empty()) hold_queue();  // lent before the library opened again
}

Result<generate::QueuedJobId> Studio::generate(const Draft& draft, const QString& model, const QString& device,
                                               const std::optional<generate::RepaintFiles>& repaint) {
    if (auto there = look_for_library(); !there) return pass_on(there);
    if (!queue_) return fail(ErrorKind::io, "The library is not open, so pictures could not be kept.");
    auto prompt = generate::clean_prompt(draft.prompt.toStdString());
    if (!prompt) return pass_on(prompt);
    auto folder = paths::find_model(model.toStdString());
    if (!folder) return pass_on(folder);
    generate::NewJob job;
    job.request.prompt = *prompt;
    job.request.model = *folder;
    if (!repaint) {  // else its size is the base's
        job.request.width = draft.painted.width();
        job.request.height = draft.painted.height();
    }
    job.repaint = repaint;
    job.request.steps = draft.steps;
    job.request.guidance = draft.guidance;
    job.request.speed = draft.speed;
    job.request.seed = draft.seed;
    job.request.count = draft.count;
    job.request.options.device = device.toStdString();
    job.request.text_mode = text_mode_of(draft.texts);
    job.sources = draft.references;
    return add(job);
}

Result<generate::QueuedJobId> Studio::add(const generate::NewJob& job) {
    auto id = queue_->add(job);
    if (!id) return id;
    if (auto added = queue_->find(*id)) add_waiting(*added);
    return id;
}

Result<generate::QueuedJobId> Studio::make_variations(gallery::PictureId picture, const QString& model, const QString& device) {
    if (auto there = look_for_library(); !there) return pass_on(there);
    if (!queue_ || !library_) return fail(ErrorKind::io, "The library is not open, so pictures could not be kept.");
    auto folder = paths::find_model(model.toStdString());
    if (!folder) return pass_on(folder);
    const KnownModel* known = known_model(model);
    const std::uint64_t seed = QRandomGenerator::global()->generate();
    auto job = variations_of(*library_, *queue_, picture, variation_count, seed, *folder, known ? known->identity : std::string());
    if (!job) return pass_on(job);
    job->request.options.device = device.toStdString();
    return add(*job);
}

void Studio::add_waiting(const generate::QueuedJob& job) {
    const bool before = busy();
    for (int picture = job.request.count; picture-- > job.done;) {
        Tile tile;
        tile.job = qint64(job.id);
        tile.picture = picture;
        tile.caption = caption_of(job.request);
        tile.words = tr("waiting");
        tile.seed = job.request.seed + quint64(picture);
        strip_.prepend(std::move(tile));
    }
    if (!before && busy()) emit busy_changed(true);
}

void Studio::job_started(const generate::QueuedJob& job) {
    current_job_ = qint64(job.id);
    strip_.update_job(qint64(job.id), [](Tile& tile) {
        if (tile.state == TileState::waiting) tile.state = TileState::running;
        if (tile.state != TileState::running) return;
        tile.words = tr("getting ready");
        tile.brief = "…";
    });
}

void Studio::progressed(generate::QueuedJobId job, const generate::JobProgress& progress) {
    const QString words = stage_words(progress);
    // Composing is one for all pictures; from then on each has its own turn.
    const bool shared = progress.now.stage == Stage::composing || (progress.now.stage == Stage::loading && progress.now.picture == 0);
    strip_.update_job(qint64(job), [&](Tile& tile) {
        if (tile.state != TileState::running) return;
        if (!shared && tile.picture != progress.now.picture) {
            if (tile.picture > progress.now.picture && progress.now.stage != Stage::loading) {
                tile.words = tr("comes next");
                tile.brief = tr("next");
            }
            return;
        }
        tile.words = words;
        tile.brief = brief_words(progress);
        tile.fraction = tile_fraction(progress);
    });
    emit status(words);
}

void Studio::picture_added(const generate::AddedPicture& added) {
    const gallery::PictureId id = added.picture;
    auto details = library_->get(id);
    if (!details) return emit problem(words_of(details.error()));
    const QString file = paths::to_qt(details->file);
    show_thumbnail(added, file);
    Tile ready;
    strip_.update(qint64(added.job), added.number, [&](Tile& tile) {  // until then its last preview
        tile.state = TileState::done;
        tile.file = file;
        tile.library_id = qint64(id);
        tile.words.clear();
        tile.brief.clear();
        if (details->making.seed) tile.seed = *details->making.seed;
        ready = tile;
    });
    if (ready.library_id) emit picture_ready(ready);
    emit library_changed();
}

/// Large pictures take their time to be decoded.
void Studio::show_thumbnail(const generate::AddedPicture& added, const QString& file) {
    QThreadPool::globalInstance()->start([self = QPointer<Studio>(this), job = qint64(added.job), number = added.number, file] {
        QMetaObject::invokeMethod(QCoreApplication::instance(), [self, job, number, small = thumbnail(file)] {
            if (self && !small.isNull()) self->strip_.update(job, number, [&small](Tile& tile) { tile.image = small; });
        });
    });
}

void Studio::job_ended(const generate::QueuedJob& job) {
    constexpr const char* headline = QT_TR_NOOP("The picture could not be painted.");
    const QString reason = job.reason.empty() ? QString() : words_of(tr(headline), headline, job.reason);
    const bool cancelled = job.state == generate::JobState::cancelled, waits = job.state == generate::JobState::queued;
    const bool stuck = job.state == generate::JobState::failed || job.state == generate::JobState::quarantined;
    strip_.update_job(qint64(job.id), [&](Tile& tile) {
        if (tile.state != TileState::running && tile.state != TileState::waiting) return;
        tile.state = waits ? TileState::waiting : cancelled ? TileState::cancelled : TileState::failed;
        tile.words = waits ? tr("waiting") : cancelled ? tr("cancelled") : reason;
        tile.brief = waits || cancelled ? QString() : tr("failed");
        tile.fraction = 0;
        tile.elsewhere = stuck && generate::can_move_to_processor(job.request);
        tile.smaller = QSize();
    });
    if (stuck)  // opens the model's folder
        in_background(this, [request = job.request] { return generate::smaller_size(request); }, [this, id = qint64(job.id)](const std::optional<generate::Size>& smaller) {
            strip_.update_job(id, [&](Tile& tile) {
                if (smaller && tile.state == TileState::failed) tile.smaller = QSize(smaller->width, smaller->height);
            });
        });
    if (!cancelled && !waits && !reason.isEmpty()) emit problem(reason);
    if (current_job_ == qint64(job.id)) {  // one that only waited may be cancelled while another works
        current_job_ = 0;
        emit status({});
    }
    if (!busy()) emit busy_changed(false);
}

void Studio::inspect() {
    if (!at_work_) return;
    QMetaObject::invokeMethod(at_work_, [at_work = at_work_] {
        if (auto* runner = at_work->findChild<generate::QueueRunner*>()) runner->inspect();
    });
}

void Studio::cancel_current() {
    if (current_job_) cancel(current_job_);
}

void Studio::cancel(qint64 job) {
    if (!queue_) return;
    const bool waiting = job != current_job_;
    strip_.update_job(job, [](Tile& tile) {  // seen at once; the worker stops within a layer
        if (tile.state != TileState::running && tile.state != TileState::waiting) return;
        tile.words = tr("cancelling…");
        tile.brief = "…";
    });
    if (auto done = queue_->cancel(generate::QueuedJobId{job}); !done) emit problem(words_of(done.error()));
    if (waiting)
        if (auto now = queue_->find(generate::QueuedJobId{job})) job_ended(*now);
}

void Studio::retry(qint64 job, const generate::Change& change) {
    if (!queue_) return;
    auto done = queue_->retry(generate::QueuedJobId{job}, change);
    if (!done) return emit problem(words_of(done.error()));
    strip_.update_job(job, [](Tile& tile) {
        if (tile.state != TileState::failed && tile.state != TileState::cancelled) return;
        tile.state = TileState::waiting;
        tile.words = tr("waiting");
        tile.brief.clear();
    });
    emit busy_changed(true);
}

void Studio::toggle_star(const Tile& tile) {
    if (!library_ || !tile.library_id) return;
    const gallery::PictureId id{tile.library_id};
    if (auto done = library_->set_stars({&id, 1}, tile.starred ? 0 : 5); !done) return emit problem(words_of(done.error()));
    strip_.update(tile.job, tile.picture, [](Tile& changed) { changed.starred = !changed.starred; });
    emit library_changed();
}

void Studio::drop(int row) {
    const Tile* tile = strip_.tile(strip_.index(row));
    if (!tile || !library_) return;
    if (tile->state == TileState::running || tile->state == TileState::waiting) return cancel(tile->job);
    if (tile->library_id) {
        const gallery::PictureId id{tile->library_id};
        if (auto done = library_->trash({&id, 1}); !done) return emit problem(words_of(done.error()));
    }
    dropped_.emplace(row, strip_.take(row));
    emit library_changed();
}

void Studio::restore_dropped() {
    if (!dropped_ || !library_) return;
    if (dropped_->second.library_id) {
        const gallery::PictureId id{dropped_->second.library_id};
        (void)library_->restore({&id, 1});
    }
    strip_.insert(dropped_->first, std::move(dropped_->second));
    dropped_.reset();
    emit library_changed();
}

}  // namespace haibao::ui
