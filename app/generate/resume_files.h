// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "app/generate/job_runner.h"

namespace haibao::generate {

/// What a job can go on from, in a folder of its own. The files are frames, as the worker sends them, each written under a
/// temporary name first: there is a whole one or none.
///
///   composition     visual tokens of the pictures at work
///   painting-N      the last latents of picture N
///   picture-N.png   picture N, finished, on its way into the library
class ResumeFiles {
public:
    explicit ResumeFiles(std::filesystem::path folder) : folder_(std::move(folder)) {}

    /// For a job of which `done` pictures are kept. What is missing, damaged or of no use any more is left out.
    Resume load(int done) const;
    /// The visual tokens of one picture, as load() would give them; empty when they are not here.
    std::vector<std::int32_t> tokens_of(int number) const;

    // Errors: io.
    Result<void> keep(const Composition& composition) const;
    Result<void> keep(const PaintingPoint& point) const;
    Result<void> keep_picture(int number, std::span<const std::uint8_t> png) const;
    /// The numbers of the finished pictures here, rising.
    std::vector<int> pictures() const;
    std::filesystem::path picture_file(int number) const;
    /// Removes what is kept of a picture that is in the library.
    void drop(int number) const;
    /// Removes a finished picture that cannot be read; it can still be painted to its end again.
    void drop_picture(int number) const;

private:
    std::filesystem::path painting_file(int number) const;
    std::optional<Composition> composition() const;

    std::filesystem::path folder_;
};

}  // namespace haibao::generate
