// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <QHash>
#include <memory>

#include "app/cli/console.h"
#include "app/generate/queue.h"
#include "app/merge/check.h"
#include "app/proof/wish.h"

namespace haibao::proof {
class JobProofs;
}

namespace haibao::cli {

/// How the pictures of a merge are painted.
struct MergePaintOptions {
    std::string prompt;  ///< with {{column}}
    std::string model = "builtin", size, device = "auto", speed = "exact", library, progress = "auto";
    std::optional<int> steps;
    std::optional<std::uint64_t> seed;
    int threads = 0;
    proof::Wish proof;  ///< only retry matters to the painting
};
void add_merge_paint_options(CLI::App& command, MergePaintOptions& options);

/// One painted picture per row: a job in the library's queue each, in the table's order. Started again, rows that have
/// their job keep it.
class MergePaint {
public:
    /// Queues what is missing, works through the queue, or waits where another process does, and finds the pictures. Rows that
    /// could not be painted are no error. Errors: those of Library, Queue, TableReader; not_found (the model); cancelled.
    static Result<std::unique_ptr<MergePaint>> paint(Console& console, const merge::MergeTask& task, const merge::TableCheck& check,
                                                     const MergePaintOptions& options);

    /// The bytes of the row's picture. Errors: why there is none. From any thread.
    Result<QByteArray> picture_of(qint64 row) const;

private:
    Result<void> queue_rows(generate::Queue& queue, const merge::MergeTask& task, const merge::TableCheck& check, const generate::Request& base,
                            std::uint64_t seed, const proof::Wish& proof);
    /// Reads the painted texts of rows that are done, where another process works and does not.
    Result<void> proof_read(proof::JobProofs& proofs) const;
    /// Whether a job of this merge is still to be done.
    Result<bool> has_work(generate::Queue& queue, proof::JobProofs& proofs) const;
    Result<void> work(Console& console, generate::Queue& queue, const std::string& progress) const;
    Result<void> find_pictures(generate::Queue& queue, const std::string& library);

    QHash<qint64, generate::QueuedJobId> jobs_;        ///< row →
    QHash<qint64, std::filesystem::path> pictures_;
    QHash<qint64, QString> reasons_;                   ///< why there is no picture
};

}  // namespace haibao::cli
