// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/source.h"

namespace haibao::inspector {

using namespace protocol;

namespace {

/// So that a picture of the screen is not held up by a worker that has much to say.
constexpr std::size_t most_at_once = std::size_t{16} << 20;

}  // namespace

Result<LiveSource> LiveSource::attach(const std::filesystem::path& socket) {
    auto connected = host::connect_to(socket);
    if (!connected) return pass_on(connected);
    return LiveSource(std::move(*connected));
}

Result<std::vector<Happening>> LiveSource::poll() {
    std::vector<Happening> happenings;
    bool over = false;
    for (std::size_t taken = 0; taken < most_at_once && !over;) {
        const std::ptrdiff_t count = socket_.receive(buffer_);
        if (count == 0) break;
        over = count < 0;
        if (over) break;
        taken += static_cast<std::size_t>(count);
        parser_.feed(std::span(buffer_).first(static_cast<std::size_t>(count)));
    }
    for (;;) {
        auto frame = parser_.next();
        if (!frame) return pass_on(frame);
        if (!*frame) break;
        // Frame by frame, so that a recording begins and ends between two of them.
        if (const auto bytes = serialize(**frame)) {
            if (greeting_.empty() && answer_type(**frame) == AnswerType::ready) greeting_ = *bytes;
            if (file_.is_open()) file_.write(reinterpret_cast<const char*>(bytes->data()), static_cast<std::streamsize>(bytes->size()));
        }
        if (auto happening = reader_.read(**frame)) happenings.push_back(std::move(*happening));
    }
    if (over && happenings.empty()) return fail(ErrorKind::io, "The worker has ended.");
    return happenings;
}

Result<void> LiveSource::record(const std::filesystem::path& file) {
    std::error_code ignored;
    if (std::filesystem::exists(file, ignored)) return fail(ErrorKind::io, "{} exists already; choose another name.", file.string());
    file_.open(file, std::ios::binary);
    if (!file_) {
        file_ = {};
        return fail(ErrorKind::io, "{} cannot be written; choose another folder.", file.string());
    }
    file_name_ = file;
    file_.write(reinterpret_cast<const char*>(greeting_.data()), static_cast<std::streamsize>(greeting_.size()));
    return {};
}

Result<void> LiveSource::stop_recording() {
    file_.close();
    const bool whole = !file_.fail();
    file_ = {};
    if (whole) return {};
    return fail(ErrorKind::io, "{} could not be written to its end; is the disk full?", file_name_.string());
}

}  // namespace haibao::inspector
