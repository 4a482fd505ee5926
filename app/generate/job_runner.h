// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <optional>

#include "app/generate/progress_meter.h"
#include "app/generate/record.h"
#include "app/generate/request.h"
#include "app/generate/worker_client.h"
#include "inference/weights/model_folder.h"

namespace haibao::generate {

/// Pictures that share one decode of the language model: more of them save time, but all are kept in memory and none is
/// finished before the last.
inline constexpr int pictures_at_once = 4;

/// A picture with the record of how it was made.
struct FinishedPicture {
    int index = 0;  ///< in the whole job, from 0
    Image image;
    std::vector<std::int32_t> visual_tokens;
    Record record;
};

/// The visual tokens of some pictures in a row: the first point that a job can go on from.
struct Composition {
    int first = 0;             ///< the picture, of the whole job, that the first grid belongs to
    std::string model_sha256;  ///< of the model that drew them; for another one they mean nothing
    std::vector<std::vector<std::int32_t>> visual_tokens;
};

/// How far an earlier run of the same request came, and what this one hands out to be gone on from.
struct Resume {
    int done = 0;  ///< pictures that are kept already; the run begins with the next one
    Composition composition;
    std::vector<PaintingPoint> painted;  ///< `picture` counts through the whole job
    std::optional<double> keep_every;    ///< least seconds between two painted(); absent = none
};

/// Carries out one request at a time with one worker, which it starts when needed and keeps, with its model, for the next.
/// Knows no store and no files of its own: who wants the pictures kept listens to picture_finished().
class JobRunner : public QObject {
    Q_OBJECT
public:
    /// `pace_file`: where the pace of finished jobs is remembered for estimates of the time; empty = nowhere.
    explicit JobRunner(WorkerOptions worker, std::filesystem::path pace_file = {}, QObject* parent = nullptr);

    /// Begins; ends with exactly one of finished() and failed(), both as later events.
    /// A `resume` that does not fit (another model, damaged) costs time, never the job.
    void start(Request request, Resume resume = {});
    bool busy() const { return request_.has_value(); }
    /// False after failed(): the job took the worker along.
    bool worker_lives() const { return worker_.running(); }
    /// The worker offers itself to inspectors from now on; a running one at once.
    void inspect() { worker_.inspect(); }
    /// Ends the running job with failed(cancelled); kills the worker should it not obey in time.
    void cancel();

signals:
    /// All that the worker says: see WorkerClient.
    void heard(const QByteArray& bytes);
    void progressed(const haibao::generate::JobProgress& progress);
    void previewed(int picture, const haibao::Image& image);
    void composed(const haibao::generate::Composition& composition);
    void painted(const haibao::PaintingPoint& point);
    void picture_finished(const haibao::generate::FinishedPicture& picture);
    void finished();
    void failed(const haibao::Error& error);

private:
    enum class Step { idle, loading, generating };

    void load();
    void expect_times(const std::string& device);
    void generate_part();
    /// Takes what belongs to the part out of resume_ into the request to the worker.
    void resume_part(haibao::GenerationRequest& part);
    void receive_failure(const Error& error);
    void receive_result(protocol::JobId job, const protocol::Frame& frame);
    void finish_part(const GenerationResult& result);
    void fail_with(Error error);
    void end_job();

    WorkerClient worker_;
    QTimer patience_;
    QElapsedTimer clock_;
    std::optional<Request> request_;
    Step step_ = Step::idle;
    protocol::JobId job_ = protocol::JobId::none;  ///< of the worker, the one now waited for
    PaceBook paces_;
    std::string pace_key_;
    ProgressMeter meter_;
    Resume resume_;
    bool resumed_ = false;  ///< the running part goes on from an earlier run
    int done_ = 0;        ///< pictures of earlier parts
    int part_count_ = 1;  ///< pictures of the running part
    std::vector<protocol::Picture> part_;
    std::optional<protocol::Load> loaded_;  ///< what the worker has in memory
    std::string device_class_, device_name_;
    ModelDefaults defaults_;
    bool expands_ = false;  ///< see expands_weights()
    std::string model_name_, model_sha256_;
    std::vector<Title> titles_;
    TextMode text_mode_ = TextMode::paint;
    std::string painted_prompt_;  ///< what the model is told: the prompt, or what is left of it
    bool cancelling_ = false;
};

}  // namespace haibao::generate
