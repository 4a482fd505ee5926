// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/pdf/pdf.h"

namespace haibao {

Result<PdfReport> write_pdf(std::span<const render::DisplayList>, const PdfOptions&, const std::filesystem::path&, IfExists) {
    return fail(ErrorKind::unsupported, "PDF cannot be written yet; choose a picture format.");
}

}  // namespace haibao
