// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QTranslator>
#include <catch2/catch_test_macros.hpp>
#include <cerrno>

#include "inference/base/system_reason.h"
#include "ui/style/error_words.h"

using namespace haibao;
using namespace haibao::ui;

namespace {

/// A language that knows some headlines.
class Language : public QTranslator {
public:
    Language() { QCoreApplication::installTranslator(this); }
    ~Language() override { QCoreApplication::removeTranslator(this); }
    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* source, const char*, int) const override {
        if (QLatin1StringView(context) != QLatin1StringView("haibao::ui::Errors")) return {};
        const QLatin1StringView words(source);
        if (words == QLatin1StringView("The disk is full.")) return "磁盘已满。";
        if (words == QLatin1StringView("A file could not be read or written.")) return "文件无法读写。";
        if (words == QLatin1StringView("%1 Details: %2")) return "%1详情：%2";
        return {};
    }
};

}  // namespace

TEST_CASE("In English an error is its sentence") {
    CHECK(words_of(Error{ErrorKind::io, "sea.haibao could not be written.", {}}) == "sea.haibao could not be written.");
}

TEST_CASE("In another language what went wrong is said in it first, and the sentence stays") {
    const Language chinese;
    CHECK(words_of(Error{ErrorKind::io, "sea.haibao could not be written.", {}}) == "文件无法读写。详情：sea.haibao could not be written.");
    CHECK(words_of(Error{ErrorKind::device, "The worker ended.", {}}) == "The worker ended.");  // not translated yet
    CHECK(words_of(Error{ErrorKind::io, "海.haibao 只能读取。", translated}) == "海.haibao 只能读取。");
}

TEST_CASE("A full disk is told as that") {
    const Language chinese;
    const Error full{ErrorKind::io, "Free some space.", "a.png: " + haibao::system_reason(ENOSPC)};
    CHECK(words_of(full) == "磁盘已满。详情：Free some space.");
}
