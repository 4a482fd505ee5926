// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/inspector_bench.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

#include "inference/worker/local_socket.h"

namespace haibao::bench {
namespace {

using namespace std::chrono_literals;

constexpr int usual_pairs = 7;

/// Reads whatever workers offer, as an inspector does but for drawing it.
void look_on(const std::stop_token& stop, std::atomic<std::size_t>& bytes) {
    std::optional<host::Socket> socket;
    std::array<std::uint8_t, 1 << 16> buffer;
    while (!stop.stop_requested()) {
        if (!socket) {
            if (const auto offered = host::offered_sockets(); !offered.empty())
                if (auto connected = host::connect_to(offered.front().path)) socket = std::move(*connected);
        }
        const std::ptrdiff_t count = socket ? socket->receive(buffer) : 0;
        if (count > 0) bytes += static_cast<std::size_t>(count);
        else std::this_thread::sleep_for(20ms);
    }
}

struct Run {
    double seconds = 0;     ///< of all stages but loading, as the picture's record says
    std::size_t bytes = 0;  ///< that the inspector got
};

std::optional<Run> run(bool attached, const QString& picture) {
    std::atomic<std::size_t> bytes = 0;
    std::jthread inspector;
    if (attached) inspector = std::jthread([&bytes](const std::stop_token& stop) { look_on(stop, bytes); });
    QProcess cli;
    QStringList arguments{"generate", "--prompt", "群山，晚霞色", "--seed", "1", "--size", "512x512", "--steps", "6", "--guidance", "1.5", "--device", "cpu",
                          "--progress", "none", "--out", picture, "--overwrite", "--json"};
    if (attached) arguments << "--inspect";
    cli.start(QCoreApplication::applicationDirPath() + "/haibao-cli", arguments);
    if (!cli.waitForFinished(-1)) return std::nullopt;
    inspector.request_stop();
    const QByteArray said = cli.readAllStandardOutput();
    const auto json = nlohmann::json::parse(said.begin(), said.end(), nullptr, false);
    if (json.is_discarded() || !json.value("ok", false)) {
        std::fprintf(stderr, "%s%s\n", said.constData(), cli.readAllStandardError().constData());
        return std::nullopt;
    }
    Run made{.bytes = bytes};
    for (const auto& [stage, seconds] : json["data"]["pictures"][0]["record"]["timings"].items())
        if (stage != "loading") made.seconds += seconds.get<double>();
    return made;
}

double median(std::vector<double> values) {
    std::ranges::sort(values);
    const std::size_t half = values.size() / 2;
    return values.size() % 2 ? values[half] : (values[half - 1] + values[half]) / 2;
}

}  // namespace

int inspector_bench(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    const int pairs = argc > 1 ? std::max(1, std::atoi(argv[1])) : usual_pairs;
    const QTemporaryDir folder;
    const QString picture = folder.filePath("picture.png");
    if (!run(false, picture)) return 1;  // warms the file cache
    std::vector<double> alone, watched, ratios;
    std::size_t bytes = 0;
    for (int pair = 0; pair < pairs; ++pair) {
        std::array<std::optional<Run>, 2> runs;  // each first as often as the other
        for (const bool attached : {pair % 2 == 0, pair % 2 != 0})
            if (!(runs[attached] = run(attached, picture))) return 1;
        if (runs[1]->bytes == 0) {
            std::fprintf(stderr, "The inspector got nothing.\n");
            return 1;
        }
        bytes = runs[1]->bytes;
        alone.push_back(runs[0]->seconds);
        watched.push_back(runs[1]->seconds);
        ratios.push_back(runs[1]->seconds / runs[0]->seconds);
        std::printf("pair %d: %.3f s alone, %.3f s with an inspector (%+.2f %%)\n", pair + 1, alone.back(), watched.back(), 100 * (ratios.back() - 1));
        std::fflush(stdout);
    }
    std::printf("\n512×512, 6 steps, guidance 1.5, built-in model; medians of %d pairs: %.3f s alone, %.3f s with an inspector that got %.1f MB: %+.2f %%\n",
                pairs, median(alone), median(watched), static_cast<double>(bytes) / 1e6, 100 * (median(ratios) - 1));
    return 0;
}

}  // namespace haibao::bench
