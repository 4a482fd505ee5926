// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <random>
#include <utility>

#include "app/core/paths.h"
#include "app/export/batch/journal.h"
#include "inference/base/files.h"
#include "inference/base/system_reason.h"

namespace haibao {
namespace fs = std::filesystem;
namespace {

constexpr std::uint64_t most_journal_bytes = 1u << 30;

std::unexpected<Error> cannot_write(const fs::path& folder) {
    return std::unexpected(Error{ErrorKind::io, std::format("The list of finished files cannot be kept in {}; is there space, and the right to write?", folder.string()),
                                 system_reason(errno)});
}

/// Free for us, and still under its name: the run that held it may have removed it meanwhile.
bool lock(int descriptor, const fs::path& file) {
    if (flock(descriptor, LOCK_EX | LOCK_NB) != 0) return false;
    struct stat held{}, named{};
    return fstat(descriptor, &held) == 0 && stat(file.c_str(), &named) == 0 && held.st_ino == named.st_ino;
}

JournalEntry entry_of(const QJsonObject& json) {
    return {json["key"].toString().toStdString(), paths::from_qt(json["file"].toString()), static_cast<std::uint64_t>(json["bytes"].toInteger()),
            json["sha256"].toString().toStdString()};
}

bool is_alive(long process) { return kill(static_cast<pid_t>(process), 0) == 0 || errno == EPERM; }

}  // namespace

Journal::Journal(Journal&& other) noexcept
    : file_(std::move(other.file_)), descriptor_(std::exchange(other.descriptor_, -1)), done_(std::move(other.done_)), dead_(std::move(other.dead_)),
      mutex_(std::move(other.mutex_)) {}

Journal::~Journal() {
    if (descriptor_ >= 0) close(descriptor_);
}

Result<Journal> Journal::open(const fs::path& folder, const std::string& job) {
    std::error_code error;
    fs::create_directories(folder, error);
    const std::string start = ".haibao-export-" + job.substr(0, 16);
    std::vector<fs::path> earlier;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
        if (at->path().filename().string().starts_with(start)) earlier.push_back(at->path());
    std::ranges::sort(earlier);
    for (const fs::path& file : earlier) {
        const int descriptor = ::open(file.c_str(), O_RDWR | O_APPEND | O_CLOEXEC);
        if (descriptor < 0) continue;
        if (!lock(descriptor, file)) {
            close(descriptor);
            continue;
        }
        Journal journal(file, descriptor);
        journal.read();
        journal.clean(folder);
        if (auto begun = journal.append(std::format("{{\"run\":{}}}\n", getpid())); !begun) return pass_on(begun);
        return journal;
    }
    const fs::path file = folder / std::format("{}-{:08x}.jsonl", start, std::random_device{}());
    const int descriptor = ::open(file.c_str(), O_RDWR | O_APPEND | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor < 0) return cannot_write(folder);
    Journal journal(file, descriptor);
    lock(descriptor, file);
    if (auto begun = journal.append(std::format("{{\"run\":{}}}\n", getpid())); !begun) {
        journal.remove();
        return pass_on(begun);
    }
    return journal;
}

void Journal::read() {
    const auto text = read_file(file_, most_journal_bytes);
    if (!text) return;
    for (const QByteArray& line : QByteArray::fromStdString(*text).split('\n')) {
        const QJsonObject json = QJsonDocument::fromJson(line).object();
        if (json.contains("run")) dead_.push_back(static_cast<long>(json["run"].toInteger()));
        if (!json.contains("key")) continue;  // also a last line that a kill has cut
        JournalEntry entry = entry_of(json);
        done_[entry.key] = std::move(entry);
    }
    if (text->empty() || text->ends_with('\n')) return;
    [[maybe_unused]] const auto ended = write(descriptor_, "\n", 1);
}

std::vector<JournalEntry> Journal::entries(const fs::path& file) {
    std::vector<JournalEntry> entries;
    const auto text = read_file(file, most_journal_bytes);
    if (!text) return entries;
    for (const QByteArray& line : QByteArray::fromStdString(*text).split('\n'))
        if (const QJsonObject json = QJsonDocument::fromJson(line).object(); json.contains("key")) entries.push_back(entry_of(json));
    return entries;
}

void Journal::clean(const fs::path& folder) const {
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        const std::string name = at->path().filename().string();
        if (!name.starts_with('.') || !name.ends_with(".part")) continue;
        for (const long process : dead_)
            if (process != getpid() && !is_alive(process) && name.contains(std::format(".haibao-{}-", process))) {
                std::error_code ignored;
                fs::remove(at->path(), ignored);
            }
    }
}

Result<void> Journal::append(const std::string& line) {
    const std::scoped_lock held(*mutex_);
    const ssize_t written = write(descriptor_, line.data(), line.size());
    if (written != static_cast<ssize_t>(line.size()) || fdatasync(descriptor_) != 0) return cannot_write(file_.parent_path());
    return {};
}

Result<void> Journal::add(const JournalEntry& entry) {
    const QJsonObject json{{"key", QString::fromStdString(entry.key)},
                           {"file", paths::to_qt(entry.file)},
                           {"bytes", static_cast<qint64>(entry.bytes)},
                           {"sha256", QString::fromStdString(entry.sha256)}};
    return append(QJsonDocument(json).toJson(QJsonDocument::Compact).toStdString() + "\n");
}

void Journal::remove() {
    std::error_code ignored;
    fs::remove(file_, ignored);
}

}  // namespace haibao
