// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <stop_token>

#include "app/gallery/library.h"
#include "app/generate/queue.h"
#include "app/proof/proof.h"
#include "app/proof/wish.h"

namespace haibao::proof {

/// What was read on one picture of a job.
struct PictureResult {
    int number = 0;             ///< in the job, from 0
    gallery::PictureId picture = gallery::PictureId::none;
    std::uint64_t seed = 0;
    bool passed = false;
    double score = 0;           ///< see PaintedProof
    int texts = 0, failed = 0, not_judged = 0;
    QStringList remarks;        ///< one English line for each text that is not right
    std::string poster;         ///< of `replace`: the poster with live text, a name in the library's folder posters
    bool operator==(const PictureResult&) const = default;
};
nlohmann::json to_json(const std::vector<PictureResult>& results);

/// Which jobs of a library's queue are to be proof-read, what was read, and what is painted again for it. It is kept in the
/// library's database: whatever is killed, the next start goes on. Not for several threads at once. Errors: those of Queue and
/// Library.
class JobProofs {
public:
    static Result<JobProofs> open(const std::filesystem::path& library);

    /// For a job that does not run yet.
    Result<void> ask(generate::QueuedJobId job, const Wish& wish);
    Result<Wish> asked(generate::QueuedJobId job);
    /// Jobs that are done and not read yet, in the order in which they ended.
    Result<std::vector<generate::QueuedJobId>> owed();
    /// Reads the pictures of a job that is done, makes posters of what is to be replaced, and queues another try, at the front,
    /// for each picture that is to be painted again. Seconds long. Errors: also cancelled, not_found (Tesseract's data).
    Result<void> read(generate::QueuedJobId job, std::stop_token stop = {});
    /// Of each picture of the job its best try; empty before it was read. Ask with the first job, not with that of a try.
    Result<std::vector<PictureResult>> results(generate::QueuedJobId job);
    /// The job whose pictures a try paints again; the job itself where it is none.
    Result<generate::QueuedJobId> first_of(generate::QueuedJobId job);
    /// The job, and the jobs of its tries, that still have something before them.
    Result<bool> unfinished(generate::QueuedJobId job);

private:
    /// A job that is another try of a picture.
    struct Try {
        generate::QueuedJobId first = generate::QueuedJobId::none;  ///< the job whose picture it is
        int number = 0;                                             ///< of the picture in it
        int of = 0;                                                 ///< the first try is 0
    };
    struct Row {
        Wish wish;
        Try again;
        std::optional<std::vector<PictureResult>> results;
    };
    JobProofs(gallery::Library library, generate::Queue queue) : library_(std::move(library)), queue_(std::move(queue)) {}

    Result<std::optional<Row>> row(generate::QueuedJobId job);
    Result<PictureResult> read_picture(int number, gallery::PictureId id, const Wish& wish, std::stop_token stop);
    Result<std::string> replace(const gallery::PictureDetails& details, const PictureProof& proof);
    Result<void> paint_again(const generate::QueuedJob& job, const Row& row, const PictureResult& result);

    gallery::Library library_;
    generate::Queue queue_;
    Ocr ocr_;
    std::shared_ptr<const typeset::FontSet> fonts_;
};

/// Reads all jobs that are owed. Errors: those of JobProofs.
Result<void> read_owed(const std::filesystem::path& library, std::stop_token stop = {});

}  // namespace haibao::proof
