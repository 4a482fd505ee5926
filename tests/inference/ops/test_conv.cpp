// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <random>

#include "inference/ops/conv.h"
#include "tests/inference/golden_values.h"

using namespace haibao;
using ops::Convolution;
using ops::FeatureMap;
using ops::Rows;
using ops::Scaling;

namespace {

std::vector<float> noise(std::int64_t count, unsigned seed) {
    std::mt19937 engine(seed);
    std::uniform_real_distribution<float> uniform(-1, 1);
    std::vector<float> values(static_cast<std::size_t>(count));
    for (float& v : values) v = uniform(engine);
    return values;
}

/// A folder with one convolution "c" and one group norm "n".
class Checkpoint {
public:
    Checkpoint(std::int64_t in, std::int64_t out, std::int64_t kernel) {
        const std::int64_t sizes[] = {in * out * kernel * kernel, out, in, in};
        nlohmann::json header;
        std::vector<float> data;
        const auto add = [&](const char* name, std::vector<std::int64_t> shape, std::int64_t size, float factor, float offset) {
            const std::size_t begin = data.size() * 4;
            for (const float v : noise(size, static_cast<unsigned>(begin + 1))) data.push_back(v * factor + offset);
            header[name] = {{"dtype", "F32"}, {"shape", shape}, {"data_offsets", {begin, data.size() * 4}}};
            return std::vector<float>(data.begin() + static_cast<std::ptrdiff_t>(begin / 4), data.end());
        };
        weight = add("c.weight", {out, in, kernel, kernel}, sizes[0], 1.0f / static_cast<float>(kernel * kernel), 0);
        bias = add("c.bias", {out}, sizes[1], 1, 0);
        scale = add("n.weight", {in}, sizes[2], 0.5f, 1);
        shift = add("n.bias", {in}, sizes[3], 0.5f, 0);
        folder = std::filesystem::temp_directory_path() / ("haibao-conv-" + std::to_string(std::random_device()()));
        std::filesystem::create_directories(folder);
        std::string text = header.dump();
        text.resize((text.size() + 7) / 8 * 8, ' ');
        const std::uint64_t length = text.size();
        std::ofstream file(folder / "model.safetensors", std::ios::binary);
        file.write(reinterpret_cast<const char*>(&length), 8);
        file << text;
        file.write(reinterpret_cast<const char*>(data.data()), static_cast<std::streamsize>(data.size() * 4));
    }
    ~Checkpoint() { std::filesystem::remove_all(folder); }

    std::filesystem::path folder;
    std::vector<float> weight, bias, scale, shift;
};

struct Case {
    std::int64_t in, out, kernel, stride, width, height;
    Scaling scaling;
    bool norm, residual;
};

struct Loaded {
    std::shared_ptr<DeviceTensors> weights;
    Convolution layer;
    ops::GroupNorm norm;
};

Loaded load(Device& device, const Checkpoint& checkpoint, const Case& c) {
    Loaded loaded;
    auto store = TensorStore::open(checkpoint.folder, "test").value();
    ops::WeightLoader loader(device, *store);
    loaded.layer = ops::load_convolution(loader, "c", c.in, c.out, c.kernel, c.stride);
    loaded.norm = ops::load_group_norm(loader, "n", c.in, 1, 1e-6);
    loaded.weights = loader.finish().value();
    return loaded;
}

std::int64_t out_side(const Case& c, std::int64_t side) {
    return side * (c.scaling == Scaling::nearest_x2 ? 2 : 1) / c.stride;
}

/// The definition, in double.
std::vector<float> expected(const Case& c, const Checkpoint& checkpoint, const std::vector<float>& x,
                            const ops::ChannelAffine* norm, const std::vector<float>& residual) {
    const std::int64_t factor = c.scaling == Scaling::nearest_x2 ? 2 : 1, w = c.width * factor, h = c.height * factor;
    const std::int64_t ow = out_side(c, c.width), oh = out_side(c, c.height), before = c.stride == 1 ? c.kernel / 2 : 0;
    const auto at = [&](std::int64_t ch, std::int64_t py, std::int64_t px) -> double {
        if (py < 0 || px < 0 || py >= h || px >= w) return 0;
        double v = x[static_cast<std::size_t>((ch * c.height + py / factor) * c.width + px / factor)];
        const auto i = static_cast<std::size_t>(ch);
        if (norm) v = v * norm->scale[i] + norm->shift[i], v = v / (1 + std::exp(-v));
        return v;
    };
    std::vector<float> y;
    for (std::int64_t o = 0; o < c.out; ++o)
        for (std::int64_t py = 0; py < oh; ++py)
            for (std::int64_t px = 0; px < ow; ++px) {
                double sum = checkpoint.bias[static_cast<std::size_t>(o)];
                for (std::int64_t i = 0; i < c.in; ++i)
                    for (std::int64_t ky = 0; ky < c.kernel; ++ky)
                        for (std::int64_t kx = 0; kx < c.kernel; ++kx)
                            sum += at(i, py * c.stride + ky - before, px * c.stride + kx - before) *
                                   checkpoint.weight[static_cast<std::size_t>(((o * c.in + i) * c.kernel + ky) * c.kernel + kx)];
                if (c.residual) sum += residual[y.size()];
                y.push_back(static_cast<float>(sum));
            }
    return y;
}

ggml_tensor* map_input(Graph& g, const std::vector<float>& planar, std::int64_t channels, std::int64_t width, std::int64_t height) {
    const std::vector<float> values = ops::from_planar(g.device(), planar, channels);
    return ops::channels_last(g.device()) ? g.input({channels, width, height}, values) : g.input({width, height, channels}, values);
}

/// The convolution by way of strips of `strip` rows, planar.
std::vector<float> computed(Device& device, const Case& c, const Loaded& loaded, const std::vector<float>& x,
                            const ops::ChannelAffine* norm, const std::vector<float>& residual, std::int64_t strip) {
    RunContext run{device, {}};
    const std::int64_t ow = out_side(c, c.width), oh = out_side(c, c.height);
    const int axis = ops::channels_last(device) ? 2 : 1;
    std::vector<float> planar(static_cast<std::size_t>(c.out * ow * oh));
    for (std::int64_t first = 0; first < oh; first += strip) {
        const Rows out{first, std::min(strip, oh - first)}, needed = ops::rows_needed(loaded.layer, c.scaling, out, c.height);
        Graph g(run);
        const FeatureMap in{ops::slice(g, map_input(g, x, c.in, c.width, c.height), axis, needed.first, needed.count), c.in,
                            c.width, c.height, needed};
        FeatureMap added{nullptr, c.out, ow, oh, out};
        if (c.residual) added.tensor = ops::slice(g, map_input(g, residual, c.out, ow, oh), axis, out.first, out.count);
        const FeatureMap y = ops::conv2d(g, in, loaded.layer, out,
                                         {.norm = norm, .scaling = c.scaling, .residual = c.residual ? &added : nullptr});
        CHECK((y.width == ow && y.height == oh && y.channels == c.out && y.rows.count == out.count));
        std::vector<float> values;
        g.output(y.tensor, values);
        REQUIRE(g.run());
        values = ops::to_planar(device, values, c.out);
        for (std::int64_t o = 0; o < c.out; ++o)
            std::copy_n(values.begin() + o * out.count * ow, out.count * ow, planar.begin() + (o * oh + first) * ow);
    }
    return planar;
}

enum class Way { as_chosen, im2col };

void check_everything(const char* device_name, Precision precision, double tolerance, Way way = Way::as_chosen) {
    const auto device = Device::open(device_name, precision, 2).value();
    for (const Case& c : {Case{3, 16, 3, 1, 20, 13, Scaling::none, false, false},
                          Case{16, 3, 3, 1, 20, 13, Scaling::none, true, false},
                          Case{24, 40, 3, 1, 17, 9, Scaling::none, true, true},
                          Case{32, 32, 3, 1, 1, 1, Scaling::none, true, true},
                          Case{32, 48, 1, 1, 15, 7, Scaling::none, false, true},
                          Case{16, 16, 3, 1, 9, 11, Scaling::nearest_x2, false, false},
                          Case{16, 24, 3, 2, 18, 22, Scaling::none, false, false},
                          Case{16, 24, 3, 2, 17, 21, Scaling::none, false, false},
                          // With AVX2 oneDNN wants another layout of the weights for this size than for most.
                          Case{512, 128, 3, 1, 128, 1, Scaling::none, false, true}}) {
        INFO(device_name << ": " << c.in << "->" << c.out << " kernel " << c.kernel << " stride " << c.stride << " at "
                         << c.width << "x" << c.height);
        const Checkpoint checkpoint(c.in, c.out, c.kernel);
        Loaded loaded = load(*device, checkpoint, c);
        if (way == Way::im2col) loaded.layer.direct = false;
        const std::vector<float> x = noise(c.in * c.width * c.height, 1);
        const std::vector<float> residual = noise(c.out * out_side(c, c.width) * out_side(c, c.height), 2);
        const ops::ChannelAffine affine{checkpoint.scale, checkpoint.shift};
        const ops::ChannelAffine* norm = c.norm ? &affine : nullptr;
        const std::vector<float> want = expected(c, checkpoint, x, norm, residual);
        const std::vector<float> whole = computed(*device, c, loaded, x, norm, residual, 1000);
        CHECK(test::relative_error(whole, want) < tolerance);
        CHECK(test::relative_error(computed(*device, c, loaded, x, norm, residual, 3), want) < tolerance);
        if (ops::channels_last(*device)) CHECK((computed(*device, c, loaded, x, norm, residual, 4) == whole));
    }
}

}  // namespace

TEST_CASE("every convolution of the autoencoder is that of its definition, in strips too") {
    check_everything("cpu", Precision::f32, 2e-6);
}

TEST_CASE("a convolution gives the same at every width, whichever width came before") {
    const auto device = Device::open("cpu", Precision::f32, 2).value();
    const Checkpoint checkpoint(512, 128, 1);
    Case c{512, 128, 1, 1, 128, 4, Scaling::none, false, false};
    const Loaded loaded = load(*device, checkpoint, c);
    std::map<std::int64_t, std::vector<float>> first;
    for (const std::int64_t width : {128, 256, 128, 256}) {  // with AVX2 oneDNN wants another layout of the weights for each
        c.width = width;
        const std::vector<float> x = noise(c.in * c.width * c.height, 1), y = computed(*device, c, loaded, x, nullptr, {}, 1000);
        CHECK(test::relative_error(y, expected(c, checkpoint, x, nullptr, {})) < 2e-6);
        CHECK((first.try_emplace(width, y).first->second == y));
    }
}

TEST_CASE("convolutions with 16-bit products stay within their rounding") { check_everything("cpu", Precision::fast, 8e-3); }

TEST_CASE("convolutions through Vulkan are those of the definition") {
    for (const DeviceInfo& info : list_devices())
        if (info.name == "vulkan0") {
            check_everything("vulkan0", Precision::f32, 1e-5);
            check_everything("vulkan0", Precision::fast, 2e-3, Way::im2col);
            return;
        }
    SKIP("no Vulkan device here");
}

TEST_CASE("a group's mean and variance are collected over strips without cancellation") {
    const std::int64_t channels = 12, width = 9, height = 23, groups = 3;
    std::vector<float> x = noise(channels * width * height, 5);
    for (std::size_t i = 0; i < x.size(); ++i) x[i] = x[i] * 0.01f + static_cast<float>(i / (x.size() / 3)) * 100;
    for (const char* name : {"cpu", "vulkan0"}) {
        const auto device = Device::open(name, Precision::f32, 2);
        if (!device) continue;
        RunContext run{**device, {}};
        for (const std::int64_t strip : {23, 8}) {
            ops::Moments moments;
            for (std::int64_t first = 0; first < height; first += strip) {
                const Rows rows{first, std::min(strip, height - first)};
                Graph g(run);
                FeatureMap map{nullptr, channels, width, height, rows};
                map.tensor = ops::slice(g, map_input(g, x, channels, width, height), ops::channels_last(**device) ? 2 : 1,
                                        rows.first, rows.count);
                ops::StripMoments part;
                ops::strip_moments(g, map, groups, part);
                REQUIRE(g.run());
                moments.add(part);
            }
            for (std::int64_t group = 0; group < groups; ++group) {
                const std::size_t size = x.size() / 3;
                double mean = 0, variance = 0;
                for (std::size_t i = 0; i < size; ++i) mean += x[static_cast<std::size_t>(group) * size + i];
                mean /= static_cast<double>(size);
                for (std::size_t i = 0; i < size; ++i) variance += std::pow(x[static_cast<std::size_t>(group) * size + i] - mean, 2);
                variance /= static_cast<double>(size);
                CHECK(std::abs(moments.mean(group) - mean) < 1e-5 * std::max(1.0, mean));
                CHECK(std::abs(moments.variance(group) / variance - 1) < 1e-3);
            }
        }
    }
}
