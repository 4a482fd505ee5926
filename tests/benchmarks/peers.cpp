// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/peers.h"

#include <sys/stat.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <format>
#include <nlohmann/json.hpp>

namespace haibao::bench {
namespace {

std::string command(const std::string& script, const std::string& name, int threads) {
    return std::format("python3 '{}/tests/benchmarks/{}' --threads {} {}", HAIBAO_SOURCE_DIR, script, threads, name);
}

/// The next line that the script prints. Errors: io; not_found where it says that its program is absent.
Result<nlohmann::json> answer_of(FILE* script, const std::string& name) {
    std::string said;
    for (int c = std::getc(script); c != EOF && c != '\n'; c = std::getc(script)) said.push_back(static_cast<char>(c));
    auto answer = nlohmann::json::parse(said, nullptr, false);
    if (!answer.is_object()) return fail(ErrorKind::io, "{} gave no answer. Its own words are above.", name);
    if (answer.contains("absent")) return fail(ErrorKind::not_found, "{}", answer["absent"].get<std::string>());
    return answer;
}

}  // namespace

Result<std::optional<PeerTime>> time_peer(const std::string& script, const std::string& name, int threads) {
    const std::unique_ptr<FILE, int (*)(FILE*)> answers(popen(command(script, name, threads).c_str(), "r"), pclose);
    if (!answers) return fail(ErrorKind::io, "{} could not be started. Is python3 installed?", script);
    auto answer = answer_of(answers.get(), script);
    if (!answer) return pass_on(answer);
    if (!answer->contains("seconds")) return std::nullopt;
    return PeerTime{(*answer)["type"], (*answer)["seconds"]};
}

Result<std::unique_ptr<Peer>> Peer::start(const std::string& script, const std::string& name, int threads) {
    std::signal(SIGPIPE, SIG_IGN);  // a script that ended is an error, not the end of the bench
    std::unique_ptr<Peer> peer(new Peer);
    peer->name_ = script;
    std::string folder = std::filesystem::temp_directory_path() / "haibao-bench-XXXXXX";
    if (mkdtemp(folder.data())) peer->folder_ = folder;
    const std::filesystem::path turns = peer->folder_ / "turns";
    if (peer->folder_.empty() || mkfifo(turns.c_str(), 0600) != 0) return fail(ErrorKind::io, "No named pipe for {} could be made in {}.", script, folder);
    peer->answers_.reset(popen((command(script, name, threads) + std::format(" --in-turn <'{}'", turns.string())).c_str(), "r"));
    if (!peer->answers_) return fail(ErrorKind::io, "{} could not be started. Is python3 installed?", script);
    peer->turns_.reset(std::fopen(turns.c_str(), "w"));
    auto answer = answer_of(peer->answers_.get(), script);
    if (!answer) return pass_on(answer);
    if (!answer->contains("type")) return nullptr;
    peer->type_ = (*answer)["type"];
    return peer;
}

Peer::~Peer() {
    turns_.reset();  // the script's end
    answers_.reset();
    std::error_code ignored;
    if (!folder_.empty()) std::filesystem::remove_all(folder_, ignored);
}

Result<void> Peer::run() {
    std::fputs("\n", turns_.get());
    std::fflush(turns_.get());
    auto answer = answer_of(answers_.get(), name_);
    if (!answer) return pass_on(answer);
    seconds_.push_back((*answer)["seconds"]);
    return {};
}

PeerTime Peer::time() const {
    std::vector<double> sorted = seconds_;
    std::ranges::sort(sorted);
    return {type_, sorted.empty() ? 0 : sorted[sorted.size() / 2]};
}

}  // namespace haibao::bench
