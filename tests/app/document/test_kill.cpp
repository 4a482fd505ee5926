// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QTemporaryDir>
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>

#include "app/document/file.h"
#include "tests/app/document/sample.h"

using namespace haibao;
using namespace haibao::document;
namespace fs = std::filesystem;

namespace {

int kills() {
    const char* wanted = std::getenv("HAIBAO_TEST_KILLS");
    return wanted ? std::atoi(wanted) : 10;
}

/// Saves state after state and reports each through the pipe once save() has said that it is safe.
[[noreturn]] void save_for_ever(const fs::path& file, int pipe) {
    auto opened = PosterFile::open(file, PosterFile::Mode::edit);
    if (!opened) _exit(3);
    Poster poster = opened->poster();
    for (int state = poster.info.generation["state"].toInt() + 1;; ++state) {
        poster.info.generation["state"] = state;
        // Large enough to be written in several pieces.
        std::get<TextLayer>(poster.layers.at(1).content).text.text = QString(20'000, QChar('a' + state % 26));
        if (!opened->save(poster)) _exit(4);
        if (write(pipe, &state, sizeof state) != sizeof state) _exit(5);
    }
}

}  // namespace

TEST_CASE("kill -9 at any moment of saving loses no saved state and damages nothing") {
    QTemporaryDir folder;
    const fs::path file = fs::path(folder.path().toStdString()) / "a.haibao";
    Poster start = test::sample_poster();
    std::get<TextLayer>(start.layers.at(1).content).text.spans.clear();
    REQUIRE(write_poster(start, file, IfExists::fail));
    int saved = 0;
    for (int round = 0; round < kills(); ++round) {
        int ends[2];
        REQUIRE(pipe(ends) == 0);
        const pid_t child = fork();
        if (child == 0) save_for_ever(file, ends[1]);
        close(ends[1]);
        // Killed after another number of saves each time: wherever it then is.
        int last = 0, value = 0;
        for (int seen = 0; seen <= round % 7 && read(ends[0], &value, sizeof value) == sizeof value; ++seen) last = value;
        kill(child, SIGKILL);
        while (read(ends[0], &value, sizeof value) == sizeof value) last = value;
        close(ends[0]);
        int status = 0;
        REQUIRE(waitpid(child, &status, 0) == child);
        REQUIRE(WIFSIGNALED(status));
        auto opened = PosterFile::open(file, PosterFile::Mode::edit);
        INFO((opened ? "" : opened.error().message));
        REQUIRE(opened);
        const int found = opened->poster().info.generation["state"].toInt();
        CHECK(found >= last);  // one more may have been finished and not yet reported
        CHECK(found <= last + 1);
        CHECK(std::get<TextLayer>(opened->poster().layers.at(1).content).text.text == QString(20'000, QChar('a' + found % 26)));
        CHECK(found > saved);
        saved = found;
    }
}
