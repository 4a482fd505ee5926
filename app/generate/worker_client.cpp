// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/generate/worker_client.h"

#include <cerrno>
#include <csignal>
#include <utility>

#include "app/core/paths.h"
#include "inference/base/system_reason.h"

#include <QFileInfo>
#include <QProcessEnvironment>

namespace haibao::generate {

using namespace protocol;

namespace {

constexpr qsizetype tail_bytes = 4096;
constexpr int patience_ms = 2000;

/// `log`: what the worker said last.
std::string sentence_for(int code, QProcess::ExitStatus status, const QByteArray& log) {
    // ggml's client gives up the whole process when its server is gone.
    if (log.contains("ggml-rpc"))
        return "The server on the other machine ended, or cannot be reached any more. Start it again there and try once more: what is kept of the job "
               "is gone on from. Or use --device cpu.";
    if (status == QProcess::NormalExit) return std::format("The worker process ended by itself (status {}).", code);
    // For a process that a signal ended QProcess gives the signal's number as the code.
    if (code == SIGKILL)
        return "The worker process was killed, as the system does when memory runs out; close other programs, or choose a smaller size or "
               "model.";
    if (code == SIGBUS)
        return "The worker process ended while it read the model: a file of it was cut, or its disk went away. Bring the disk back, or check the model "
               "(haibao-cli models verify), and start again.";
    return std::format("The worker process crashed (signal {}); another device (--device cpu) may work where a driver fails.", code);
}

}  // namespace

WorkerClient::WorkerClient(WorkerOptions options, QObject* parent)
    : QObject(parent), options_(std::move(options)), log_(options_.log) {}

WorkerClient::~WorkerClient() {
    if (!process_) return;
    process_->disconnect(this);
    process_->closeWriteChannel();
    if (process_->state() != QProcess::NotRunning && !process_->waitForFinished(patience_ms)) process_->kill();
    process_->waitForFinished();
}

void WorkerClient::start() {
    if (process_) return;
    parser_ = {};
    log_tail_.clear();
    process_ = std::make_unique<QProcess>();
    connect(process_.get(), &QProcess::readyReadStandardOutput, this, &WorkerClient::read_answers);
    connect(process_.get(), &QProcess::readyReadStandardError, this, &WorkerClient::read_log);
    connect(process_.get(), &QProcess::finished, this, &WorkerClient::process_ended);
    // Later, so that died() never comes from inside start().
    const auto on_error = [this](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart || !process_) return;
        const QFileInfo program(paths::to_qt(options_.program));
        const int why = !program.exists() ? ENOENT : !program.isExecutable() ? EACCES : 0;
        report_death(std::format("The worker process {} could not be started: {}.", options_.program.string(),
                                 why ? system_reason(why) : process_->errorString().toStdString()));
    };
    connect(process_.get(), &QProcess::errorOccurred, this, on_error, Qt::QueuedConnection);
    // OpenMP's threads spin at every barrier, which on a busy machine costs ten times the work between barriers; after a
    // thousand turns they had better sleep. The library reads this before main(), so only the parent can say it.
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (!environment.contains("GOMP_SPINCOUNT") && !environment.contains("OMP_WAIT_POLICY"))
        environment.insert("GOMP_SPINCOUNT", "1000");
    process_->setProcessEnvironment(environment);
    // ggml looks for backends in the current folder, too; a downloads folder must not be able to hand it one.
    process_->setWorkingDirectory("/");
    process_->start(paths::to_qt(std::filesystem::absolute(options_.program)), {});
    send(encode(next_job(), options_.hello));
    if (options_.inspected) send(request(RequestType::inspect, next_job()));
}

bool WorkerClient::running() const { return process_ && process_->state() != QProcess::NotRunning; }
qint64 WorkerClient::process_id() const { return process_ ? process_->processId() : 0; }

JobId WorkerClient::devices() {
    const JobId job = next_job();
    send(request(RequestType::devices, job));
    return job;
}
JobId WorkerClient::probe(const std::string& device) {
    const JobId job = next_job();
    send(encode_probe(job, device));
    return job;
}
JobId WorkerClient::load(const Load& load) {
    const JobId job = next_job();
    send(encode(job, load));
    return job;
}
JobId WorkerClient::generate(const haibao::GenerationRequest& request) {
    const JobId job = next_job();
    send(encode(job, request));
    return job;
}
JobId WorkerClient::encode_image(const Image& image) {
    const JobId job = next_job();
    send(encode_image_request(job, image));
    return job;
}
JobId WorkerClient::unload() {
    const JobId job = next_job();
    send(request(RequestType::unload, job));
    return job;
}
void WorkerClient::inspect() {
    if (!std::exchange(options_.inspected, true) && running()) send(request(RequestType::inspect, next_job()));
}
void WorkerClient::cancel(JobId job) { send(request(RequestType::cancel, job)); }

void WorkerClient::kill() {
    if (!process_) return;
    process_->disconnect(this);
    process_->kill();
    process_->waitForFinished();
    process_.release()->deleteLater();  // the caller may be a slot of one of its signals
}

void WorkerClient::send(const Frame& frame) {
    if (!process_ || !process_->isOpen()) return;
    auto bytes = serialize(frame);
    if (!bytes) {
        const JobId job = job_of(frame);
        // As a later event: the caller does not know the job's id yet.
        QMetaObject::invokeMethod(this, [this, job, error = bytes.error()] { emit failed(job, error); }, Qt::QueuedConnection);
        return;
    }
    process_->write(reinterpret_cast<const char*>(bytes->data()), static_cast<qint64>(bytes->size()));
}

void WorkerClient::read_log() {
    const QByteArray bytes = process_->readAllStandardError();
    log_.append(bytes);
    log_tail_ = (log_tail_ + bytes).right(tail_bytes);
}

void WorkerClient::read_answers() {
    const QByteArray bytes = process_->readAllStandardOutput();
    if (!bytes.isEmpty()) emit heard(bytes);
    parser_.feed({reinterpret_cast<const std::uint8_t*>(bytes.constData()), static_cast<std::size_t>(bytes.size())});
    // A slot may call kill(): look at process_ before each frame.
    while (process_) {
        auto frame = parser_.next();
        if (!frame) return report_nonsense(frame.error());
        if (!*frame) return;
        receive(**frame);
    }
}

template <class Message, class Signal>
void WorkerClient::forward(const Frame& frame, Signal signal) {
    if (auto message = decode<Message>(frame)) emit (this->*signal)(job_of(frame), *message);
    else report_nonsense(message.error());
}

void WorkerClient::report_nonsense(const Error& error) {
    report_death("The worker process sent something that is no answer: " + error.message);
}

void WorkerClient::receive(const Frame& frame) {
    const auto type = answer_type(frame);
    if (!type) return;  // a later worker may say more
    switch (*type) {
        case AnswerType::ready:
            if (auto message = decode<Ready>(frame)) emit ready(*message);
            else report_nonsense(message.error());
            break;
        case AnswerType::progress: forward<Progress>(frame, &WorkerClient::progress); break;
        case AnswerType::preview: forward<Preview>(frame, &WorkerClient::preview); break;
        case AnswerType::picture: forward<Picture>(frame, &WorkerClient::picture); break;
        case AnswerType::latents: forward<PaintingPoint>(frame, &WorkerClient::painted); break;
        case AnswerType::trace: break;  // kept by whoever listens to heard()
        case AnswerType::composed:
            if (auto tokens = decode_composed(frame)) emit composed(job_of(frame), *tokens);
            else report_nonsense(tokens.error());
            break;
        case AnswerType::result: emit result(job_of(frame), frame); break;
        case AnswerType::failed: emit failed(job_of(frame), decode_error(frame)); break;
    }
}

void WorkerClient::process_ended(int code, QProcess::ExitStatus status) {
    // What the worker said before it died still counts, its last word belongs into the error.
    read_log();
    read_answers();
    if (process_) report_death(sentence_for(code, status, log_tail_));
}

void WorkerClient::report_death(std::string sentence) {
    process_->disconnect(this);
    process_->kill();
    // This may run inside a signal of the process itself.
    process_.release()->deleteLater();
    emit died({ErrorKind::device, std::move(sentence), log_tail_.trimmed().toStdString()});
}

}  // namespace haibao::generate
