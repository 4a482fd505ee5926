// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/caret_rest.h"

#include <QApplication>
#include <QEvent>
#include <utility>

namespace haibao::ui {

CaretRest::CaretRest(std::chrono::milliseconds after, QObject* parent) : QObject(parent), usual_(QApplication::cursorFlashTime()) {
    timer_.setSingleShot(true);
    timer_.setInterval(after);
    connect(&timer_, &QTimer::timeout, this, &CaretRest::rest);
    timer_.start();
    qApp->installEventFilter(this);
}

CaretRest::~CaretRest() {
    if (resting_) QApplication::setCursorFlashTime(usual_);
}

void CaretRest::rest() {
    resting_ = true;
    QApplication::setCursorFlashTime(0);
}

bool CaretRest::eventFilter(QObject*, QEvent* event) {
    switch (event->type()) {
        case QEvent::KeyPress:
        case QEvent::InputMethod:
        case QEvent::MouseButtonPress:
        case QEvent::FocusIn:
            if (std::exchange(resting_, false)) QApplication::setCursorFlashTime(usual_);
            timer_.start();
            break;
        default: break;
    }
    return false;
}

}  // namespace haibao::ui
