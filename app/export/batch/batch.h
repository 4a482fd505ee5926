// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <functional>
#include <stop_token>
#include <vector>

#include "app/export/batch/source.h"
#include "app/export/name_template.h"

// Many pictures and posters as many files (export-spec §6): planned as a whole, then made by several workers.
namespace haibao {

enum class Conflict : std::uint8_t {
    unique,              ///< name_1.jpg
    skip,
    overwrite,
    overwrite_if_older,  ///< than its source
};

struct BatchJob {
    std::vector<std::shared_ptr<ExportSource>> sources;
    std::vector<Preset> presets;
    std::filesystem::path folder;
    NameTemplate names;
    NameRules rules = NameRules::any_system;
    Conflict conflict = Conflict::unique;
    int workers = 0;                          ///< 0 = as many as the processor has cores
    std::uint64_t memory = 320u << 20;        ///< for items in work, bytes; one item is always let in
    QDateTime now = QDateTime::currentDateTime();  ///< for {date} and {time}
};

enum class FileState : std::uint8_t {
    planned,    ///< will be made
    exists,     ///< will be left as it is
    done,       ///< finished: now, or by an earlier run of the same job
    failed,
    cancelled,  ///< not reached, or stopped in the middle
};
inline constexpr const char* file_state_words[] = {"planned", "skipped", "done", "failed", "cancelled"};

/// One source with one preset.
struct BatchFile {
    std::size_t source = 0, preset = 0;  ///< indices in the job
    FileState state = FileState::planned;
    std::filesystem::path target;        ///< planned; later the name really used
    bool replaces = false;               ///< a file of this name is there and will be replaced
    bool resumed = false;                ///< made by an earlier run
    std::string key;                     ///< of source, preset and program: the journal's
    std::optional<Error> error;
    ExportedFile result;                 ///< once it is done
    double seconds = 0;
};

struct BatchPlan {
    std::vector<BatchFile> files;        ///< in the order of the sources, then of the presets
    std::vector<std::string> problems;   ///< names that collide, sources that would be overwritten: nothing is made with these
    std::uint64_t estimated_bytes = 0;   ///< of what will be written; a guess
    std::uint64_t free_bytes = 0;        ///< where it will be written
};

/// Names every file, without writing anything. `done` tells what earlier runs made. Sources that cannot be read, or
/// not become what a preset wants, are failed files, not problems. Errors: invalid_input (the template gives an empty name; presets that cannot be).
Result<BatchPlan> plan_batch(const BatchJob& job, const class Journal* journal = nullptr);

/// A hash of everything that makes the job: where its journal is found.
std::string job_key(const BatchJob& job);

struct BatchObserver {
    /// After each file, in the caller's thread; `finished` of `total`.
    std::function<void(const BatchFile& file, std::size_t finished, std::size_t total)> finished;
    /// The disk is full: true goes on (there is space again), false stops. Without it the run stops.
    std::function<bool(const Error& error)> disk_full;
};

struct BatchResult {
    std::vector<BatchFile> files;
    std::optional<Error> stopped;        ///< why not everything was tried
    std::size_t count(FileState state) const;
};

/// Makes all planned files. One bad item never stops the rest; a full disk does, with what is done kept; the same job
/// started again goes on. The files are the same for any number of workers. Errors: invalid_input (the plan has problems),
/// io (the journal).
Result<BatchResult> run_batch(const BatchJob& job, const BatchObserver& observer, std::stop_token stop);

/// NAME.json and NAME.csv with a row for each file. Errors: io.
Result<void> write_report(const BatchJob& job, const BatchResult& result, const std::filesystem::path& name);

}  // namespace haibao
