// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/pdf/document.h"

namespace haibao::pdf {

/// The document information dictionary, as PDF source. The XMP packet says the same.
std::string info_dictionary(const PdfOptions& options);
/// An XMP packet. `identity`: 16 bytes or more that name this document.
std::string xmp_packet(const PdfOptions& options, const QByteArray& identity);
/// The date to write: the document's, else $SOURCE_DATE_EPOCH, else now; UTC.
QDateTime date_of(const QDateTime& wanted);

}  // namespace haibao::pdf
