// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interruptible.h"

#include <QEventLoop>
#include <QMetaObject>
#include <exception>
#include <thread>

#include "app/cli/terminal.h"

namespace haibao::cli {

void run_interruptible(const std::function<void(std::stop_token)>& work) {
    QEventLoop loop;
    Interrupt interrupt;
    std::stop_source stop;
    std::exception_ptr surprise;
    QObject::connect(&interrupt, &Interrupt::interrupted, &loop, [&] { stop.request_stop(); });
    std::jthread thread([&] {
        try {
            work(stop.get_token());
        } catch (...) {
            surprise = std::current_exception();  // main() reports it
        }
        QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
    });
    loop.exec();
    thread.join();
    if (surprise) std::rethrow_exception(surprise);
}

}  // namespace haibao::cli
