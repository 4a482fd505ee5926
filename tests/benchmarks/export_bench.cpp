// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/export_bench.h"

#include <QImage>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <format>
#include <fstream>
#include <random>
#include <string>
#include <thread>

#include "app/export/batch/batch.h"
#include "tests/support/temporary_folder.h"

namespace haibao::bench {
namespace {

namespace fs = std::filesystem;
constexpr int pictures = 64, side = 1000;

/// Like a painted ground: soft shapes, edges and grain.
QImage picture(int seed) {
    std::mt19937 random(static_cast<unsigned>(seed));
    QImage image(side, side, QImage::Format_RGB888);
    const double a = 0.002 + 0.0001 * (seed % 40), b = 0.001 * (seed % 7 + 1);
    for (int y = 0; y < side; ++y) {
        uchar* row = image.scanLine(y);
        for (int x = 0; x < side; ++x)
            for (int c = 0; c < 3; ++c) {
                const double soft = 128 + 70 * std::sin(a * x * (c + 1) + b * y) + 40 * std::sin(0.004 * (x - y) + c);
                const double edge = std::hypot(x - 500, y - 400) < 100 + 5 * seed % 200 ? 30 : 0;
                row[3 * x + c] = static_cast<uchar>(std::clamp(soft + edge + static_cast<double>(random() % 5), 0.0, 255.0));
            }
    }
    return image;
}

template <class Work>
double seconds(Work work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double peak_megabytes() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:")) return std::atof(line.c_str() + 6) / 1024;
    return 0;
}

double shell(const std::string& command) {
    return seconds([&] {
        if (std::system(command.c_str()) != 0) std::printf("(a command failed: %s)\n", command.c_str());
    });
}

void print(const char* name, double time) { std::printf("| %-46s | %6.2f s | %6.1f/s |\n", name, time, pictures / time); }

}  // namespace

int export_bench() {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const test::TemporaryFolder folder;
    BatchJob job;
    fs::create_directories(folder.path() / "in");
    for (int i = 0; i < pictures; ++i) {
        const fs::path file = folder.path() / "in" / (std::to_string(i) + ".png");
        picture(i).save(QString::fromStdString(file), "PNG");
        job.sources.push_back(picture_source(file, typeset::FontSet::system()));
    }
    Preset preset;
    preset.id = "bench";
    preset.format = "jpeg";
    job.presets = {preset};
    job.folder = folder.path() / "ours";
    job.names = *NameTemplate::parse("{doc}");
    const unsigned cores = std::max(1u, std::thread::hardware_concurrency());
    std::printf("%d PNG of 1 MP to JPEG, quality 90, 4:4:4, %u cores; ours is synced to the disk, with SHA-256 and journal\n\n", pictures, cores);
    std::printf("| program | time | rate |\n|---|---|---|\n");
    const std::string in = folder.path() / "in";
    const auto each = [&](const std::string& command) {
        return std::format("mkdir -p {0}/theirs && cd {1} && ls *.png | sed 's/.png$//' | xargs -P {2} -I@ {3}", folder.path().string(), in, cores, command);
    };
    bool good = true;
    const double before = peak_megabytes();
    for (int round = 0; round < 2; ++round) {
        std::error_code ignored;
        fs::remove_all(job.folder, ignored);
        print("haibao-cli export", seconds([&] {
                  const auto result = run_batch(job, {}, {});
                  good &= result && result->count(FileState::done) == pictures;
              }));
        print("magick mogrify, all files in one process", shell(std::format("mkdir -p {0}/magick && magick mogrify -format jpg -quality 90 -sampling-factor 4:4:4 -path {0}/magick {1}/*.png", folder.path().string(), in)));
        print("magick, a process for each file", shell(each("magick @.png -quality 90 -sampling-factor 4:4:4 ../theirs/@.jpg")));
        print("vips, a process for each file", shell(each("vips copy @.png ../theirs/@.jpg[Q=90,subsample-mode=off]")));
    }
    std::printf("\nOur memory: %.0f MB at most (%.0f before)\n", peak_megabytes(), before);
    return good ? 0 : 1;
}

}  // namespace haibao::bench
