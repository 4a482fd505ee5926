// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <memory>

namespace haibao::cli {

/// Opens /dev/null in place of standard streams that the caller has closed: else the next file or pipe would become one.
void open_missing_streams();

/// Whether stderr is a terminal that can rewrite a line.
bool can_draw_bar();
/// Columns of the terminal on stderr; 80 when unknown.
int terminal_width();

/// Ctrl-C (and a request to terminate, or a closed terminal) as a signal of the event loop. The third one ends the program
/// the hard way, should the loop hang.
class Interrupt : public QObject {
    Q_OBJECT
public:
    explicit Interrupt(QObject* parent = nullptr);
    ~Interrupt() override;
    /// How often it happened.
    int count() const { return count_; }

signals:
    void interrupted(int count);

private:
    void read_pipe();
    int count_ = 0;
};

}  // namespace haibao::cli
