// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "app/generate/worker_client.h"
#include "inference/worker/survey_answer.h"

namespace haibao::cli {

/// Starts the worker where it does not run, sends one request and waits for its answer. Ctrl-C and too long a silence kill
/// the worker. Errors: device (it died, or kept silent), cancelled, and whatever the worker fails with.
Result<protocol::Frame> ask_worker(generate::WorkerClient& worker, const std::function<void(generate::WorkerClient&)>& request);

/// What can compute here. Asks a worker of its own: a driver that crashes takes only that one along.
Result<protocol::SurveyAnswer> ask_for_devices();
/// One of them, by its name. Errors also: not_found, invalid_input.
Result<protocol::SurveyAnswer> ask_for_device(const std::string& name);

}  // namespace haibao::cli
