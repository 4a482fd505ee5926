// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/merge_proof.h"

#include "app/proof/proof.h"
#include "app/proof/replace.h"

namespace haibao::cli {

QByteArray MergeProof::key() const { return QByteArray::fromStdString(proof::word_of(wish_)) + (what_ == Wrong::refuse ? " required" : ""); }

Result<QString> MergeProof::look(document::Poster& poster, std::stop_token stop) {
    std::unique_ptr<proof::Ocr> reader;
    {
        const std::scoped_lock held(mutex_);
        if (!readers_.empty()) reader = std::move(readers_.back()), readers_.pop_back();
    }
    if (!reader) reader = std::make_unique<proof::Ocr>();
    auto proof = proof::proof_poster(poster, *fonts_, *reader, stop);
    bool replaced = false;
    if (proof && wish_.remedy == proof::Wish::Remedy::replace)
        for (const proof::PictureProof& picture : proof->pictures) {
            if (picture.painted.passed()) continue;
            auto replacement = proof::replacement_in(poster, picture.layer, picture.painted, fonts_);
            if (!replacement) return pass_on(replacement);
            proof::apply(poster, *replacement);
            replaced = true;
        }
    if (replaced) proof = proof::proof_poster(poster, *fonts_, *reader, stop);
    {
        const std::scoped_lock held(mutex_);
        readers_.push_back(std::move(reader));
    }
    if (!proof) return pass_on(proof);
    ++read_;
    if (proof->passed()) return QString();
    ++wrong_;
    QStringList lines = proof::lines_of(*proof);
    lines.removeIf([](const QString& line) { return line.startsWith(QStringLiteral("right: ")); });
    const QString said = lines.join(QStringLiteral("; "));
    if (what_ == Wrong::report) return said;
    ++refused_;
    return fail(ErrorKind::invalid_input, "{} of {} texts are not as they should be; the row is not written. {}", proof->failed(), proof->texts(), said.toStdString());
}

}  // namespace haibao::cli
