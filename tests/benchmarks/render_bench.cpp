// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/render_bench.h"

#include <QGuiApplication>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <functional>
#include <thread>

#include "app/export/encode.h"
#include "app/render/build.h"
#include "app/render/cache.h"
#include "app/render/page_raster.h"
#include "app/scene/scene.h"

namespace haibao::bench {
namespace {

using namespace document;

struct Time {
    double wall = 0, processor = 0;  ///< milliseconds; of all threads: says more on a busy machine
};

Time median(int runs, const std::function<void()>& work) {
    std::vector<double> wall, processor;
    for (int i = 0; i <= runs; ++i) {
        const auto start = std::chrono::steady_clock::now();
        const std::clock_t used = std::clock();
        work();
        if (!i) continue;
        wall.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
        processor.push_back(1000.0 * static_cast<double>(std::clock() - used) / CLOCKS_PER_SEC);
    }
    std::ranges::sort(wall);
    std::ranges::sort(processor);
    return {wall[wall.size() / 2], processor[processor.size() / 2]};
}

Layer& add(Poster& poster, QRectF frame, decltype(Layer::content) content) {
    Layer layer;
    layer.id = poster.next_id();
    layer.placement.frame = frame;
    layer.content = std::move(content);
    return poster.layers.emplace_back(std::move(layer));
}

TextLayer words(const QString& text, double size, QSizeF box) {
    TextLayer layer;
    layer.text.text = text;
    layer.text.style.font.face = QStringLiteral("Bold");
    layer.text.style.size = size;
    layer.text.box.width = box.width(), layer.text.box.height = box.height();
    return layer;
}

/// A3 with a scene and 20 texts, every one with a shadow, half of them with a stroke, some with a gradient.
Poster a3() {
    Poster poster;
    poster.page = {.width = 297, .height = 420, .unit = PageUnit::millimetres, .dpi = 300};
    const QSizeF size = poster.page.points();
    scene::SceneDescription ground;
    ground.elements = {{scene::Subject::mountains, scene::Place::centre}, {scene::Subject::sun, scene::Place::right}};
    add(poster, QRectF(QPointF(), size), SceneLayer{scene::to_json(ground)});
    for (int i = 0; i < 20; ++i) {
        const QRectF frame(60, 40 + i * 56, size.width() - 120, 54);
        TextLayer layer = words(QStringLiteral("第%1层：山川湖海，花鸟鱼虫 Mountains").arg(i + 1), 36, frame.size());
        TextStyle& style = layer.text.style;
        style.shadows = {Shadow{.dx = 2, .dy = 3, .blur = 1.0 + i, .colour = {0, 0, 0, 1, {}}, .opacity = 0.6}};
        if (i % 2) style.strokes = {Stroke{.width = 2, .paint = Colour{1, 1, 1, 1, {}}}};
        if (i % 5 == 0) style.fills = {Fill{.paint = LinearGradient{.angle = 0, .stops = {{0, {1, 0, 0, 1, {}}}, {1, {0, 0, 1, 1, {}}}}}}};
        add(poster, frame, std::move(layer));
    }
    return poster;
}

void print(const char* name, Time time, const char* note) { std::printf("| %-52s | %8.1f ms | %8.1f ms | %s |\n", name, time.wall, time.processor, note); }

}  // namespace

int render_bench() {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const auto fonts = typeset::FontSet::system();
    Poster poster = a3();
    const auto list = render::build(poster, *fonts);
    const int threads = static_cast<int>(std::thread::hardware_concurrency());
    std::printf("Painting, %d threads; medians\n\n| case | time | processor | |\n|---|---|---|---|\n", threads);
    print("A3 with 20 texts: document to display list", median(3, [&] { (void)render::build(poster, *fonts); }), "");
    const render::PixelSettings settings;
    print("A3 at 300 dpi: display list to pixels", median(3, [&] { (void)render::render_image(list, settings); }), "3508 × 4961");
    std::size_t bytes = 0;
    bool good = true;
    const Time whole = median(3, [&] {
        auto rows = render::PageRaster::open(render::build(poster, *fonts), settings, PixelFormat::rgb8);
        MemorySink sink;
        EncodeOptions options;
        options.threads = threads;
        good = rows && encode(**rows, *find_format("png"), options, sink);
        bytes = sink.bytes.size();
    });
    if (!good) return 1;
    char note[64];
    std::snprintf(note, sizeof note, "%.1f MB; wanted: 4 s on 2 cores", static_cast<double>(bytes) / 1e6);
    print("A3 at 300 dpi with 20 texts: document to PNG file", whole, note);
    render::DisplayCache cache(fonts);
    (void)cache.update(poster);
    int turn = 0;
    print("A title's style changes: new list for the canvas", median(9, [&] {
              std::get<TextLayer>(poster.layers[3].content).text.style.size = 36 + ++turn % 5;
              (void)cache.update(poster);
          }), "one of 20 texts laid out again");
    print("The same, painted at screen size", median(9, [&] {
              std::get<TextLayer>(poster.layers[3].content).text.style.size = 36 + ++turn % 5;
              const auto update = cache.update(poster);
              const auto painter = render::PagePainter::prepare(update.list, {.dpi = 72});
              (void)painter->part(painter->from_page().mapRect(update.dirty).toAlignedRect());
          }), "842 × 1191, what changed only");
    return 0;
}

}  // namespace haibao::bench
