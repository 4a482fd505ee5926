// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <qpdf/QPDF.hh>
#include <string>

#include "app/document/paint.h"

namespace haibao::pdf {

/// How something is laid over what is below.
struct Overlay {
    double opacity = 1;
    document::Blend blend = document::Blend::normal;
    bool overprint = false;
    QPDFObjectHandle mask;  ///< a soft mask, or not initialised
};

/// Graphics state dictionaries, each once. Every one sets all entries, so that none leaks into what follows.
class States {
public:
    States(QPDF& pdf, bool with_overprint) : pdf_(&pdf), with_overprint_(with_overprint) {}
    QPDFObjectHandle of(const Overlay& overlay);

private:
    QPDF* pdf_;
    bool with_overprint_;
    std::map<std::string, QPDFObjectHandle> known_;
};

std::string blend_name(document::Blend blend);

}  // namespace haibao::pdf
