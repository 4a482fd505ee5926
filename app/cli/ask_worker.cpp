// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ask_worker.h"

#include <QEventLoop>
#include <QTimer>
#include <chrono>

#include "app/cli/commands.h"
#include "app/cli/terminal.h"

namespace haibao::cli {
namespace {

/// Against drivers that hang; loading a large model from a slow disk takes a while.
constexpr std::chrono::minutes longest_silence{5};

}  // namespace

Result<protocol::Frame> ask_worker(generate::WorkerClient& worker, const std::function<void(generate::WorkerClient&)>& request) {
    using generate::WorkerClient;
    Interrupt interrupt;
    QEventLoop loop;
    Result<protocol::Frame> answer = fail(ErrorKind::cancelled, "Cancelled.");
    const auto end_with = [&](Result<protocol::Frame> last) {
        answer = std::move(last);
        loop.quit();
    };
    QObject::connect(&worker, &WorkerClient::died, &loop, [&](const Error& error) { end_with(std::unexpected(error)); }, Qt::QueuedConnection);
    QObject::connect(&worker, &WorkerClient::failed, &loop, [&](protocol::JobId, const Error& error) { end_with(std::unexpected(error)); });
    QObject::connect(&worker, &WorkerClient::result, &loop, [&](protocol::JobId, const protocol::Frame& frame) { end_with(frame); });
    QObject::connect(&interrupt, &Interrupt::interrupted, &loop, [&](int) {
        worker.kill();
        loop.quit();
    });
    QTimer::singleShot(longest_silence, &loop, [&] {
        worker.kill();
        end_with(fail(ErrorKind::device, "The worker did not answer for {} minutes and was stopped.", longest_silence.count()));
    });
    worker.start();
    request(worker);
    loop.exec();
    return answer;
}

static Result<protocol::SurveyAnswer> ask_a_worker(const std::function<void(generate::WorkerClient&)>& request) {
    auto options = worker_options();
    if (!options) return pass_on(options);
    generate::WorkerClient worker(std::move(*options));
    auto frame = ask_worker(worker, request);
    if (!frame) return pass_on(frame);
    return protocol::decode_survey(*frame);
}

Result<protocol::SurveyAnswer> ask_for_devices() {
    return ask_a_worker([](generate::WorkerClient& asked) { asked.devices(); });
}

Result<protocol::SurveyAnswer> ask_for_device(const std::string& name) {
    return ask_a_worker([&name](generate::WorkerClient& asked) { asked.probe(name); });
}

}  // namespace haibao::cli
