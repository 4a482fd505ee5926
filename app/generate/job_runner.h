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

namespace haibao::generate {

/// A picture with the record of how it was made.
struct FinishedPicture {
    int index = 0;  ///< in the whole job, from 0
    Image image;
    std::vector<std::int32_t> visual_tokens;
    Record record;
};

/// Carries out one request at a time with one worker, which it starts when needed and keeps, with its model, for the next.
/// Knows no store and no files of its own: who wants the pictures kept listens to picture_finished().
class JobRunner : public QObject {
    Q_OBJECT
public:
    /// `pace_file`: where the pace of finished jobs is remembered for estimates of the time; empty = nowhere.
    explicit JobRunner(WorkerOptions worker, std::filesystem::path pace_file = {}, QObject* parent = nullptr);

    /// Begins; ends with exactly one of finished() and failed(), both as later events.
    void start(Request request);
    bool busy() const { return request_.has_value(); }
    /// Ends the running job with failed(cancelled); kills the worker should it not obey in time.
    void cancel();

signals:
    void progressed(const haibao::generate::JobProgress& progress);
    void previewed(int picture, const haibao::Image& image);
    void picture_finished(const haibao::generate::FinishedPicture& picture);
    void finished();
    void failed(const haibao::Error& error);

private:
    enum class Step { idle, loading, generating };

    void load();
    void generate_part();
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
    int done_ = 0;        ///< pictures of earlier parts
    int part_count_ = 1;  ///< pictures of the running part
    std::vector<protocol::Picture> part_;
    std::optional<protocol::Load> loaded_;  ///< what the worker has in memory
    std::string device_class_;
    std::string model_name_, model_sha256_;
    std::vector<Title> titles_;
    bool cancelling_ = false;
};

}  // namespace haibao::generate
