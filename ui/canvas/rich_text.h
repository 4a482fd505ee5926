// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMimeData>
#include <memory>
#include <optional>

#include "app/document/text.h"

// Text with its looks on its way through the clipboard: as itself between posters, as HTML to and from other programs.
namespace haibao::ui {

/// A part of a text, in UTF-16 units: as it is, as HTML, and plain.
std::unique_ptr<QMimeData> mime_of(const document::Text& text, int begin, int end);

struct PastedText {
    QString text;
    std::vector<document::Span> spans;  ///< where it differs from the text that it is pasted into
};
/// From a poster every look is kept. From HTML what is meant: weight, slant, underline, colour where one is given, a known
/// font, and sizes in proportion to each other; the rest is `into`'s. Nothing when there is no text.
std::optional<PastedText> pasted_text(const QMimeData& mime, const document::TextStyle& into);
/// Line ends of other systems become ours.
QString plain_text(QString text);

}  // namespace haibao::ui
