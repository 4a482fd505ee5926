// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <optional>

namespace haibao::ui {

/// How long work in tiles still takes, by those that were finished since it began; tiles that were kept from before took no time.
class TimeLeft {
public:
    void start() { begun_.reset(); }
    /// `done` tiles, `fraction` of everything. Nothing until a tile has been finished.
    std::optional<double> seconds(int done, double fraction) {
        if (!begun_ || done < begun_->done) {  // another picture counts its tiles anew
            clock_.start();
            begun_ = {done, fraction};
        }
        if (done == begun_->done || fraction <= begun_->fraction) return {};
        return double(clock_.elapsed()) / 1000 * (1 - fraction) / (fraction - begun_->fraction);
    }

private:
    struct Begun {
        int done;
        double fraction;
    };
    QElapsedTimer clock_;
    std::optional<Begun> begun_;
};

}  // namespace haibao::ui
