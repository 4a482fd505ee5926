// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/terminal.h"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <QByteArray>
#include <QSocketNotifier>
#include <csignal>
#include <iterator>

namespace haibao::cli {
namespace {

constexpr int caught[] = {SIGINT, SIGTERM, SIGHUP};
constexpr int patience = 2;  ///< signals that the event loop gets to answer
struct sigaction before[std::size(caught)];  ///< what Interrupt replaced, to be put back
int pipe_ends[2] = {-1, -1};
volatile std::sig_atomic_t received = 0;

void note_signal(int signal) {
    received = received + 1;
    if (received > patience) {
        std::signal(signal, SIG_DFL);
        raise(signal);
    }
    const char byte = 0;
    [[maybe_unused]] const auto written = write(pipe_ends[1], &byte, 1);
}

}  // namespace

void open_missing_streams() {
    // open() takes the lowest free number, so this ends above the three.
    int descriptor;
    do descriptor = open("/dev/null", O_RDWR);
    while (descriptor >= 0 && descriptor <= STDERR_FILENO);
    if (descriptor >= 0) close(descriptor);
}

bool can_draw_bar() {
    const QByteArray kind = qgetenv("TERM");
    return isatty(STDERR_FILENO) && !kind.isEmpty() && kind != "dumb";
}

int terminal_width() {
    winsize size{};
    return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

Interrupt::Interrupt(QObject* parent) : QObject(parent) {
    for (std::size_t i = 0; i < std::size(caught); ++i) sigaction(caught[i], nullptr, &before[i]);
    if (pipe2(pipe_ends, O_CLOEXEC | O_NONBLOCK) != 0) return;
    auto* notifier = new QSocketNotifier(pipe_ends[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, &Interrupt::read_pipe);
    for (std::size_t i = 0; i < std::size(caught); ++i) {
        struct sigaction action{};
        action.sa_handler = note_signal;
        action.sa_flags = SA_RESTART;
        // A signal that was ignored on purpose (nohup) stays ignored.
        if (before[i].sa_handler != SIG_IGN || caught[i] == SIGINT) sigaction(caught[i], &action, nullptr);
    }
}

Interrupt::~Interrupt() {
    for (std::size_t i = 0; i < std::size(caught); ++i) sigaction(caught[i], &before[i], nullptr);
    for (int& end : pipe_ends) {
        close(end);
        end = -1;
    }
}

void Interrupt::read_pipe() {
    char bytes[16];
    const auto count = read(pipe_ends[0], bytes, sizeof bytes);
    for (ssize_t i = 0; i < count; ++i) emit interrupted(++count_);
}

}  // namespace haibao::cli
