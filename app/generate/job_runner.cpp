// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/generate/job_runner.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "app/placement/roles.h"
#include "inference/text/quotes.h"
#include "inference/weights/model_folder.h"

namespace haibao::generate {

using namespace std::chrono_literals;

namespace {

/// Cancelling takes a token or a layer; a worker that needs longer hangs.
constexpr auto cancel_patience = 15s;

std::vector<Title> titles_of(const std::string& prompt) {
    std::vector<Title> titles;
    for (const TitleSpan& span : title_spans(prompt)) titles.push_back({span.text, span.inner.begin_utf16, span.inner.end_utf16});
    return titles;
}

bool same(const protocol::Load& a, const protocol::Load& b) {
    return a.model == b.model && a.options.device == b.options.device && a.options.precision == b.options.precision &&
           a.options.threads == b.options.threads;
}

JobShape shape_of(int width, int height, int steps, double guidance, int pictures, bool expands) {
    return {double(width) * height / 1e6, steps, guidance > 1 ? 2 : 1, pictures, expands};
}

/// Of the whole job: its parts have one composing each.
StageTimes expected_times(const Request& request, const ModelDefaults& defaults, const PaceBook& paces, const std::string& key) {
    const int width = request.repaint ? request.repaint->base.image.width : request.width.value_or(defaults.width);
    const int height = request.repaint ? request.repaint->base.image.height : request.height.value_or(defaults.height);
    const JobShape shape = shape_of(width, height,
                                    request.steps.value_or(defaults.steps), request.guidance.value_or(defaults.guidance), request.count, false);
    StageTimes times = paces.expect(key, shape);
    times[static_cast<std::size_t>(Stage::composing)] *= (request.count + pictures_at_once - 1) / pictures_at_once;
    return times;
}

}  // namespace

JobRunner::JobRunner(WorkerOptions worker, std::filesystem::path pace_file, QObject* parent)
    : QObject(parent), worker_(std::move(worker)), paces_(std::move(pace_file)) {
    patience_.setSingleShot(true);
    connect(&patience_, &QTimer::timeout, this, [this] {
        worker_.kill();
        loaded_.reset();
        fail_with({ErrorKind::cancelled, "The job was cancelled.", "the worker did not stop by itself and was ended"});
    });
    connect(&worker_, &WorkerClient::heard, this, &JobRunner::heard);
    connect(&worker_, &WorkerClient::progress, this, [this](protocol::JobId job, const Progress& progress) {
        if (job == job_) emit progressed(meter_.update(progress, double(clock_.elapsed()) / 1000, done_, part_count_));
    });
    connect(&worker_, &WorkerClient::preview, this, [this](protocol::JobId job, const protocol::Preview& preview) {
        if (job == job_) emit previewed(done_ + preview.picture, preview.image);
    });
    connect(&worker_, &WorkerClient::picture, this, [this](protocol::JobId job, const protocol::Picture& picture) {
        if (job == job_) part_.push_back(picture);
    });
    connect(&worker_, &WorkerClient::result, this, &JobRunner::receive_result);
    connect(&worker_, &WorkerClient::composed, this, [this](protocol::JobId job, const std::vector<std::vector<std::int32_t>>& tokens) {
        if (job == job_) emit composed({done_, model_sha256_, tokens});
    });
    connect(&worker_, &WorkerClient::painted, this, [this](protocol::JobId job, PaintingPoint point) {
        point.picture += done_;
        if (job == job_) emit painted(point);
    });
    connect(&worker_, &WorkerClient::failed, this, [this](protocol::JobId job, const Error& error) {
        if (job == job_) receive_failure(error);
    });
    connect(&worker_, &WorkerClient::died, this, [this](const Error& error) {
        loaded_.reset();
        if (!busy()) return;
        if (cancelling_) fail_with({ErrorKind::cancelled, "The job was cancelled.", error.message});
        else fail_with(error);
    });
}

void JobRunner::start(Request request, Resume resume) {
    request_ = std::move(request);
    resume_ = std::move(resume);
    done_ = std::clamp(resume_.done, 0, request_->count - 1);
    cancelling_ = false;
    clock_.start();
    QMetaObject::invokeMethod(this, &JobRunner::load, Qt::QueuedConnection);
}

void JobRunner::cancel() {
    if (!busy() || cancelling_) return;
    cancelling_ = true;
    if (step_ == Step::idle) return;  // load() is still to come and will see it
    worker_.cancel(job_);
    patience_.start(cancel_patience);
}

void JobRunner::load() {
    if (cancelling_) return fail_with({ErrorKind::cancelled, "The job was cancelled.", {}});
    if (auto checked = check(*request_); !checked) return fail_with(checked.error());
    auto model = ModelFolder::open(request_->model);
    if (!model) return fail_with(model.error());
    auto identity = model->identity();
    if (!identity) return fail_with(identity.error());
    model_name_ = model->defaults().name;
    model_sha256_ = *identity;
    titles_ = titles_of(request_->prompt);
    text_mode_ = request_->text_mode.value_or(text_mode_from(model->defaults().text_mode).value_or(TextMode::paint));
    const bool withheld = text_mode_ == TextMode::layers || text_mode_ == TextMode::none;
    painted_prompt_ = withheld ? placement::without_texts(request_->prompt) : request_->prompt;
    defaults_ = model->defaults();
    expands_ = expands_weights(*model, "cpu");

    const std::u8string folder = std::filesystem::absolute(request_->model).u8string();
    const protocol::Load wanted{{folder.begin(), folder.end()}, request_->options};
    worker_.start();
    const bool is_loaded = loaded_ && same(*loaded_, wanted);
    expect_times(is_loaded ? device_name_ : request_->options.device);
    if (is_loaded) return generate_part();
    step_ = Step::loading;
    loaded_ = wanted;
    job_ = worker_.load(wanted);
    emit progressed(meter_.update({Stage::loading, 0, 0, 1}, 0));
}

/// `device`: its own name once it is open, for what "auto" stands for has a pace, too.
void JobRunner::expect_times(const std::string& device) {
    pace_key_ = pace_key(model_sha256_, device, request_->options.precision, request_->speed);
    meter_ = ProgressMeter(request_->count, expected_times(*request_, defaults_, paces_, pace_key_));
}

void JobRunner::generate_part() {
    step_ = Step::generating;
    part_.clear();
    const Request& asked = *request_;
    part_count_ = std::min(pictures_at_once, asked.count - done_);
    haibao::GenerationRequest part{.prompt = painted_prompt_,
                                   .sources = {},
                                   .width = asked.width,
                                   .height = asked.height,
                                   .steps = asked.steps,
                                   .guidance = asked.guidance,
                                   .temperature = asked.temperature,
                                   .top_p = asked.top_p,
                                   .seed = asked.seed + static_cast<std::uint64_t>(done_),
                                   .count = part_count_,
                                   .visual_tokens = {},
                                   .painted = {},
                                   .keep_every = resume_.keep_every,
                                   .speed = asked.speed};
    resume_part(part);
    for (const SourcePicture& source : asked.sources) part.sources.push_back(source.image);
    if (const auto& repaint = asked.repaint) part.repaint = {repaint->base.image, repaint->mask.mask, repaint->feather, repaint->strength};
    job_ = worker_.generate(part);
}

void JobRunner::resume_part(haibao::GenerationRequest& part) {
    const Composition kept = std::exchange(resume_.composition, {});
    resumed_ = kept.model_sha256 == model_sha256_ && kept.first == done_ && !kept.visual_tokens.empty();
    if (!resumed_) return;
    part.visual_tokens = kept.visual_tokens;
    part_count_ = std::min(static_cast<int>(kept.visual_tokens.size()), request_->count - done_);
    part.count = part_count_;
    part.visual_tokens.resize(static_cast<std::size_t>(part_count_));
    for (PaintingPoint& point : std::exchange(resume_.painted, {})) {
        point.picture -= done_;
        if (point.picture >= 0 && point.picture < part_count_) part.painted.push_back(std::move(point));
    }
}

void JobRunner::receive_failure(const Error& error) {
    if (step_ == Step::loading) loaded_.reset();
    // What was kept does not fit the model or the request any more: from the beginning, then.
    if (resumed_ && error.kind == ErrorKind::invalid_input && !cancelling_) return generate_part();
    fail_with(error);
}

void JobRunner::receive_result(protocol::JobId job, const protocol::Frame& frame) {
    if (job != job_ || !busy()) return;
    if (step_ == Step::loading) {
        auto loaded = protocol::decode<protocol::Loaded>(frame);
        if (!loaded) return fail_with(loaded.error());
        device_class_ = loaded->device_class;
        device_name_ = loaded->device;
        expect_times(device_name_);
        if (cancelling_) return fail_with({ErrorKind::cancelled, "The job was cancelled.", {}});
        return generate_part();
    }
    auto result = protocol::decode<GenerationResult>(frame);
    if (!result) return fail_with(result.error());
    finish_part(*result);
}

void JobRunner::finish_part(const GenerationResult& result) {
    for (protocol::Picture& picture : part_) {
        FinishedPicture finished_picture{done_ + picture.index, std::move(picture.picture.image), std::move(picture.picture.visual_tokens), {}};
        finished_picture.record = {request_->prompt,     titles_,         model_name_, model_sha256_, picture.picture.seed,
                                   result.width,         result.height,   result.steps, result.guidance, result.temperature,
                                   result.top_p,         request_->options.precision, device_class_, {}, HAIBAO_VERSION, result.timings,
                                   text_mode_, request_->speed};
        for (const SourcePicture& source : request_->sources) finished_picture.record.source_sha256.push_back(source.sha256);
        if (const auto& repaint = request_->repaint)
            finished_picture.record.repaint = {repaint->base.sha256, repaint->mask.sha256, repaint->feather, repaint->strength};
        emit picture_finished(finished_picture);
        if (!busy()) return;  // a listener could not keep it and gave up
    }
    if (part_.empty()) return fail_with({ErrorKind::internal, "The worker finished the job without a picture.", {}});
    done_ += static_cast<int>(part_.size());
    // Late steps alone say nothing of a whole picture's pace.
    const bool whole = !resumed_ && !(request_->repaint && request_->repaint->strength < 1);
    if (whole) {
        const JobShape shape = shape_of(result.width, result.height, result.steps, result.guidance, part_count_, expands_ && device_class_ == "cpu");
        paces_.remember(pace_key_, shape, result.timings);
        const std::string asked_for = pace_key(model_sha256_, request_->options.device, request_->options.precision, request_->speed);
        if (asked_for != pace_key_) paces_.remember(asked_for, shape, result.timings);
    }
    if (cancelling_) return fail_with({ErrorKind::cancelled, "The job was cancelled.", {}});
    if (done_ < request_->count) return generate_part();
    end_job();
    emit finished();
}

void JobRunner::fail_with(Error error) {
    end_job();
    emit failed(error);
}

void JobRunner::end_job() {
    patience_.stop();
    request_.reset();
    part_.clear();
    step_ = Step::idle;
    job_ = protocol::JobId::none;
}

}  // namespace haibao::generate
