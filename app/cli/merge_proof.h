// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <atomic>
#include <memory>
#include <mutex>
#include <stop_token>
#include <vector>

#include "app/document/poster.h"
#include "app/proof/ocr.h"
#include "app/proof/wish.h"
#include "app/typeset/font_set.h"

namespace haibao::cli {

/// Proof-reads the posters of a merge, each just before it is written. For several threads at once.
class MergeProof {
public:
    enum class Wrong : std::uint8_t { report, refuse };
    MergeProof(proof::Wish wish, Wrong wrong, std::shared_ptr<const typeset::FontSet> fonts) : wish_(wish), what_(wrong), fonts_(std::move(fonts)) {}

    bool looks() const { return wish_.remedy != proof::Wish::Remedy::none || what_ == Wrong::refuse; }
    /// What it looks for.
    QByteArray key() const;
    /// Live texts and painted ones; with `replace` wrong painted words become live text first. Returns what is wrong, in words.
    /// Errors: invalid_input where wrong texts are refused; those of proof_poster() and replacement_in().
    Result<QString> look(document::Poster& poster, std::stop_token stop);
    qint64 read() const { return read_; }        ///< posters that were looked at
    qint64 wrong() const { return wrong_; }      ///< posters whose texts are not right
    qint64 refused() const { return refused_; }

private:
    proof::Wish wish_;
    Wrong what_;
    std::shared_ptr<const typeset::FontSet> fonts_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<proof::Ocr>> readers_;  ///< that nobody uses now; each takes a second to make
    std::atomic<qint64> read_ = 0, wrong_ = 0, refused_ = 0;
};

}  // namespace haibao::cli
