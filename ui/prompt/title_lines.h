// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextDocumentLayout>
#include <vector>

#include "inference/text/quotes.h"

namespace haibao::ui {

/// The quoted titles of a text, in UTF-16 units of the whole.
std::vector<TitleSpan> titles_in(const QString& text);

/// Lines of a prompt: a quoted title that fits a line of its own is not divided between two.
class TitleLines : public QPlainTextDocumentLayout {
public:
    using QPlainTextDocumentLayout::QPlainTextDocumentLayout;

    QRectF blockBoundingRect(const QTextBlock& block) const override;

private:
    /// Where a line of the block that would be [begin, end) should end instead, because it divides a title; −1: it may stay.
    int earlier_end(const QTextBlock& block, int begin, int end, double width) const;
    bool divides_a_title(const QTextBlock& block) const;
    void lay_out(const QTextBlock& block) const;
    const std::vector<TitleSpan>& titles() const;

    mutable std::vector<TitleSpan> titles_;
    mutable int revision_ = -1;
};

}  // namespace haibao::ui
