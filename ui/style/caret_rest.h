// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <chrono>

namespace haibao::ui {

/// Lets carets stand still, seen, while nobody types or points: each blink wakes the processor and paints.
class CaretRest : public QObject {
    Q_OBJECT
public:
    explicit CaretRest(std::chrono::milliseconds after = std::chrono::seconds(10), QObject* parent = nullptr);
    ~CaretRest() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void rest();

    int usual_;  ///< the system's, milliseconds
    bool resting_ = false;
    QTimer timer_;
};

}  // namespace haibao::ui
