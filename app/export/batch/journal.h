// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "inference/base/result.h"

namespace haibao {

/// A file that a run has finished, or was about to put in its place: it counts when it is there with this size and hash.
struct JournalEntry {
    std::string key;  ///< of source, preset and program
    std::filesystem::path file;
    std::uint64_t bytes = 0;
    std::string sha256;
};

/// What a run has done so far, as lines of JSON in a hidden file of the target folder, so that the same job goes on where a
/// killed one was. Locked while it is open: two runs of the same job have a journal each.
class Journal {
public:
    /// Opens the journal of the job, or begins one; what earlier runs of it left as temporary files is removed.
    /// `job`: a hash of everything that makes the job. Errors: io.
    static Result<Journal> open(const std::filesystem::path& folder, const std::string& job);
    Journal(Journal&& other) noexcept;
    Journal& operator=(Journal&&) = delete;
    ~Journal();

    /// The entries of a journal's file, which is only read. What cannot be read is left out.
    static std::vector<JournalEntry> entries(const std::filesystem::path& file);
    /// Finished by earlier runs, by key. Not checked.
    const std::map<std::string, JournalEntry>& done() const { return done_; }
    /// Folders below the target folder that hold what the run writes; earlier runs' temporary files there are removed.
    void clean(const std::filesystem::path& folder) const;
    /// Appended at once, so that a killed process loses nothing, and synced. May be called from any thread. Errors: io.
    Result<void> add(const JournalEntry& entry);
    /// The job is complete: nothing remains to go on with.
    void remove();

private:
    Journal(std::filesystem::path file, int descriptor) : file_(std::move(file)), descriptor_(descriptor) {}
    void read();
    Result<void> append(const std::string& line);

    std::filesystem::path file_;
    int descriptor_ = -1;
    std::map<std::string, JournalEntry> done_;
    std::vector<long> dead_;  ///< process ids of earlier runs
    std::unique_ptr<std::mutex> mutex_ = std::make_unique<std::mutex>();
};

}  // namespace haibao
