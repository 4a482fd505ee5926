// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QFrame>
#include <QSignalSpy>
#include <catch2/catch_test_macros.hpp>

#include "ui/layers/text_findings.h"

namespace haibao::test {

/// The findings of the one text, once they are about it as it is now.
inline QStringList findings_of(ui::TextFindings& findings) {
    QSignalSpy checked(&findings, &ui::TextFindings::checked);
    findings.refresh();
    REQUIRE(checked.wait(20000));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);  // the notices before
    QStringList sentences;
    for (const QFrame* notice : findings.findChildren<QFrame*>())
        if (!notice->accessibleName().isEmpty() && !notice->isHidden()) sentences << notice->accessibleName();
    return sentences;
}

}  // namespace haibao::test
