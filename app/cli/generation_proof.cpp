// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/generation_proof.h"


namespace haibao::cli {

bool GenerationProof::concerns(const generate::Record& record) const {
    if (wish_.remedy == proof::Wish::Remedy::none || record.titles.empty()) return false;
    return record.text_mode == generate::TextMode::paint || record.text_mode == generate::TextMode::both;
}

Result<proof::PaintedProof> GenerationProof::read(const generate::FinishedPicture& picture) {
    const Image& image = picture.image;
    const QImage pixels(image.rgb.data(), image.width, image.height, 3 * image.width, QImage::Format_RGB888);
    QStringList wanted;
    for (const generate::Title& title : picture.record.titles) wanted << QString::fromStdString(title.text);
    return proof::proof_picture(pixels, wanted, ocr_);
}

bool GenerationProof::note_try(const ProofedPicture& tried) {
    const auto [at, is_new] = best_.try_emplace(tried.picture.index);
    Best& best = at->second;
    best.tries.push_back({{"seed", tried.picture.record.seed}, {"score", tried.proof.score()}, {"passed", tried.proof.passed()}});
    if (is_new) best.first_seed = tried.picture.record.seed;
    const auto rank = [](const proof::PaintedProof& proof) { return std::pair(proof.passed(), proof.score()); };
    if (!is_new && rank(tried.proof) <= rank(best.picture.proof)) return false;
    best.picture = tried;
    return true;
}

std::optional<GenerationProof::NextTry> GenerationProof::next_try(int total) {
    if (wish_.remedy != proof::Wish::Remedy::retry) return std::nullopt;
    for (const auto& [index, best] : best_)
        if (!best.picture.proof.passed() && static_cast<int>(best.tries.size()) <= wish_.tries)
            return NextTry{index, best.first_seed + static_cast<std::uint64_t>(total) * best.tries.size()};
    return std::nullopt;
}

}  // namespace haibao::cli
