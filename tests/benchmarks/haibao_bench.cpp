// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Figures, not tests: the engine by default, or what the first word names.
#include <string_view>

#include "tests/benchmarks/bench_gallery.h"
#include "tests/benchmarks/engine_bench.h"
#include "tests/benchmarks/export_bench.h"
#include "tests/benchmarks/inspector_bench.h"
#include "tests/benchmarks/passes_bench.h"
#include "tests/benchmarks/precision_bench.h"
#include "tests/benchmarks/render_bench.h"
#include "tests/benchmarks/typeset_bench.h"

int main(int argc, char** argv) {
    using namespace haibao;
    const std::string_view what = argc > 1 ? argv[1] : "";
    if (what == "gallery") return bench::gallery(argc - 2, argv + 2);
    if (what == "passes") return bench::passes_bench(argc - 2, argv + 2);
    if (what == "precision") return bench::precision_bench(argc - 2, argv + 2);
    if (what == "render") return bench::render_bench();
    if (what == "export") return bench::export_bench();
    if (what == "typeset") return bench::typeset_bench();
    if (what == "inspector") return bench::inspector_bench(argc - 1, argv + 1);
    if (what == "quantised") return bench::quantised_bench();
    return bench::engine_bench(argc - 1, argv + 1);
}
