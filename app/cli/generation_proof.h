// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>

#include "app/cli/progress_view.h"
#include "app/generate/job_runner.h"
#include "app/proof/painted.h"
#include "app/proof/wish.h"

namespace haibao::cli {

/// A painted picture and what was read on it.
struct ProofedPicture {
    generate::FinishedPicture picture;
    proof::PaintedProof proof;
};

/// Reads the texts of pictures as they are painted, and remembers the best try of each.
class GenerationProof {
public:
    explicit GenerationProof(proof::Wish wish) : wish_(wish) {}

    /// Whether there is something to read: quoted texts that were painted.
    bool concerns(const generate::Record& record) const;
    /// Errors: those of proof_picture().
    Result<proof::PaintedProof> read(const generate::FinishedPicture& picture);
    proof::Wish::Remedy remedy() const { return wish_.remedy; }

    /// Notes a try of the picture with this index; true when it is the best so far.
    bool note_try(const ProofedPicture& tried);
    /// The seed for another try of a picture that is not right yet; nothing when there are to be no more. Seeds of `total`
    /// pictures and of their tries never meet.
    struct NextTry {
        int index = 0;
        std::uint64_t seed = 0;
    };
    std::optional<NextTry> next_try(int total);
    /// The pictures of retry, each as its best try, with all tries as JSON: [{"seed":…,"score":…,"passed":…}].
    struct Best {
        ProofedPicture picture;
        nlohmann::json tries = nlohmann::json::array();
        std::uint64_t first_seed = 0;
    };
    std::map<int, Best> take_best() { return std::exchange(best_, {}); }

private:
    proof::Wish wish_;
    proof::Ocr ocr_;
    std::map<int, Best> best_;  ///< by the picture's index
};

}  // namespace haibao::cli
