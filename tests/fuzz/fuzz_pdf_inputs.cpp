// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/pdf/cff.h"
#include "app/export/pdf/jpeg_info.h"
#include "tests/fuzz/fuzz_target.h"

using namespace haibao;

/// A font's CFF table and a JPEG file, as a PDF takes them in.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (const auto cids = pdf::cff_cids({data, size})) test::must(!cids->empty() && cids->size() <= 0x10000);
    const QByteArray file(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    if (const auto info = pdf::read_jpeg_info(file)) test::must(info->width > 0 && info->height > 0 && info->icc.size() <= file.size());
    return 0;
}
