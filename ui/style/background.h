// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>
#include <utility>

namespace haibao::ui {

/// Brings calls from any thread to the window's own; they are dropped once `owner` is gone.
class Post {
public:
    explicit Post(QObject* owner) : owner_(owner) {}
    template <class Call>
    void operator()(Call call) const {
        QMetaObject::invokeMethod(QCoreApplication::instance(), [owner = owner_, call = std::move(call)]() mutable {
            if (owner) call();
        });
    }

private:
    QPointer<QObject> owner_;
};

/// Runs `work` on another thread and hands what it returns to `then` on the window's own, unless `owner` is gone by then.
template <class Work, class Then>
void in_background(QObject* owner, Work work, Then then) {
    QThreadPool::globalInstance()->start([post = Post(owner), work = std::move(work), then = std::move(then)]() mutable {
        post([then = std::move(then), result = work()]() mutable { then(std::move(result)); });
    });
}

}  // namespace haibao::ui
