// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QProcess>
#include <memory>
#include <vector>

#include "app/core/log_file.h"
#include "inference/worker/protocol.h"

namespace haibao::generate {

struct WorkerOptions {
    std::filesystem::path program;  ///< haibao-worker; paths::worker_program()
    std::filesystem::path log;      ///< where its stderr goes; empty = nowhere
    protocol::Hello hello;          ///< limits that it is started with
    bool inspected = false;         ///< it offers its socket to inspectors from the beginning
};

/// One haibao-worker process and the conversation with it. Never blocks; everything arrives by signals of the event loop.
///
/// Every request gets exactly one of result() and failed(), unless the worker dies before: then exactly one died() stands
/// for all that was asked. start() afterwards makes a fresh process.
class WorkerClient : public QObject {
    Q_OBJECT
public:
    explicit WorkerClient(WorkerOptions options, QObject* parent = nullptr);
    /// Ends the worker: closes its pipe, at which it goes at once, and kills it should it not.
    ~WorkerClient() override;

    /// Starts the process and greets it; does nothing while one is running. A failure is reported by died().
    void start();
    bool running() const;
    qint64 process_id() const;

    protocol::JobId devices();
    protocol::JobId probe(const std::string& device);
    protocol::JobId load(const protocol::Load& load);
    protocol::JobId generate(const haibao::GenerationRequest& request);
    protocol::JobId encode_image(const Image& image);
    protocol::JobId unload();
    /// Has this worker, and those after it, offer a socket to inspectors. Asks the running one at once.
    void inspect();
    /// The job ends with failed(cancelled); a job that is over is left alone.
    void cancel(protocol::JobId job);
    /// Ends the process at once; died() is not emitted.
    void kill();

signals:
    void ready(const haibao::protocol::Ready& ready);
    void progress(haibao::protocol::JobId job, const haibao::Progress& progress);
    void preview(haibao::protocol::JobId job, const haibao::protocol::Preview& preview);
    void composed(haibao::protocol::JobId job, const std::vector<std::vector<std::int32_t>>& visual_tokens);
    void painted(haibao::protocol::JobId job, const haibao::PaintingPoint& point);
    void picture(haibao::protocol::JobId job, const haibao::protocol::Picture& picture);
    /// The job is done; decode the frame by what was asked.
    void result(haibao::protocol::JobId job, const haibao::protocol::Frame& frame);
    void failed(haibao::protocol::JobId job, const haibao::Error& error);
    /// All that the worker says, as it comes: a recorded trace when it is kept (protocol.h).
    void heard(const QByteArray& bytes);
    /// The process is gone though nobody asked for it; kind `device`, the end of its log in the context.
    void died(const haibao::Error& error);

private:
    protocol::JobId next_job() { return protocol::JobId{++last_job_}; }
    void send(const protocol::Frame& frame);
    void read_answers();
    void read_log();
    void receive(const protocol::Frame& frame);
    void process_ended(int code, QProcess::ExitStatus status);
    void report_death(std::string sentence);
    void report_nonsense(const Error& error);
    template <class Message, class Signal>
    void forward(const protocol::Frame& frame, Signal signal);

    WorkerOptions options_;
    LogFile log_;
    std::unique_ptr<QProcess> process_;
    protocol::FrameParser parser_;
    QByteArray log_tail_;
    std::uint32_t last_job_ = 0;
};

}  // namespace haibao::generate
