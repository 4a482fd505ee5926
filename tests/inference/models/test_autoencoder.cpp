// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <random>
#include <vector>

#include "inference/models/autoencoder.h"
#include "inference/weights/model_folder.h"
#include "tests/inference/golden_values.h"

using namespace haibao;

namespace {

struct Loaded {
    std::unique_ptr<Device> device;
    std::unique_ptr<Autoencoder> model;
};

Loaded load_golden(Autoencoder::Half half, int threads = 2, const char* device = "cpu",
                   Precision precision = Precision::f32) {
    Loaded loaded;
    loaded.device = Device::open(device, precision, threads).value();
    ModelFolder folder = ModelFolder::open(test::golden_folder("A") / "checkpoint").value();
    const AutoencoderConfig config = read_autoencoder_config(folder).value();
    loaded.model = Autoencoder::load(*loaded.device, **folder.tensors(Component::vae), config, half).value();
    return loaded;
}

/// The top left corner of a planar map, as large as the golden.
std::vector<float> corner(const HostTensor& map, const std::vector<std::int64_t>& shape) {
    std::vector<float> values;
    for (std::int64_t c = 0; c < shape[0]; ++c)
        for (std::int64_t y = 0; y < shape[1]; ++y)
            for (std::int64_t x = 0; x < shape[2]; ++x)
                values.push_back(map.values[static_cast<std::size_t>((c * map.shape[1] + y) * map.shape[2] + x)]);
    return values;
}

void check_taps(const Taps& taps, const test::GoldenValues& golden, std::initializer_list<const char*> names, double tolerance) {
    for (const char* name : names) {
        INFO(name);
        const TensorView& want = golden.tensor(std::string("out.") + name);
        REQUIRE(taps.contains(name));
        CHECK(test::relative_error(corner(taps.at(name), want.shape), golden.floats(want.name)) < tolerance);
    }
}

std::vector<float> noise(std::size_t count, float deviation = 1) {
    std::mt19937 engine(7);
    std::normal_distribution<float> normal(0, deviation);
    std::vector<float> values(count);
    for (float& v : values) v = normal(engine);
    return values;
}

}  // namespace

TEST_CASE("a picture is encoded as the reference does, map by map") {
    const test::GoldenValues golden("A", "vae_encode");
    const Loaded loaded = load_golden(Autoencoder::Half::encoder);
    Taps taps;
    RunContext run{*loaded.device, {}, &taps};
    const auto latent = loaded.model->encode(run, golden.floats("in.image"), 80, 96, {});
    REQUIRE(latent);
    CHECK(test::relative_error(*latent, golden.floats("out.latent")) < 2e-5);
    check_taps(taps, golden, {"conv_in", "down.2", "down.3", "mid", "mean"}, 2e-5);
}

TEST_CASE("a latent is decoded as the reference does, map by map") {
    const test::GoldenValues golden("A", "vae_decode");
    const Loaded loaded = load_golden(Autoencoder::Half::decoder);
    Taps taps;
    RunContext run{*loaded.device, {}, &taps};
    const auto image = loaded.model->decode(run, golden.floats("in.latent"), 10, 12, {});
    REQUIRE(image);
    CHECK(test::relative_error(*image, golden.floats("out.image")) < 2e-5);
    check_taps(taps, golden, {"conv_in", "mid", "up.0", "decoded"}, 2e-5);
}

TEST_CASE("both halves agree with the reference on every device and in every precision") {
    const test::GoldenValues encode("A", "vae_encode"), decode("A", "vae_decode");
    struct Way {
        const char* device;
        Precision precision;
        double tolerance;
        MapRunner::Limits limits;
    };
    for (const Way& way : {Way{"cpu", Precision::fast, 5e-2, {}}, Way{"vulkan0", Precision::f32, 2e-4, {}},
                           // So little device memory that almost every map stays with the host.
                           Way{"vulkan0", Precision::f32, 2e-4, {.device_bytes = 100'000, .strip_bytes = 1}},
                           Way{"vulkan0", Precision::fast, 5e-2, {}}}) {
        INFO(way.device << " " << static_cast<int>(way.precision));
        if (!Device::open(way.device, way.precision, 2)) continue;
        const Loaded encoder = load_golden(Autoencoder::Half::encoder, 2, way.device, way.precision);
        const Loaded decoder = load_golden(Autoencoder::Half::decoder, 2, way.device, way.precision);
        RunContext run_encoder{*encoder.device, {}}, run_decoder{*decoder.device, {}};
        const auto latent = encoder.model->encode(run_encoder, encode.floats("in.image"), 80, 96, {.limits = way.limits});
        const auto image = decoder.model->decode(run_decoder, decode.floats("in.latent"), 10, 12, {.limits = way.limits});
        REQUIRE(latent);
        REQUIRE(image);
        const double of_latent = test::relative_error(*latent, encode.floats("out.latent"));
        const double of_image = test::relative_error(*image, decode.floats("out.image"));
        UNSCOPED_INFO("latent " << of_latent << ", image " << of_image);
        CHECK(of_latent < way.tolerance);
        CHECK(of_image < way.tolerance);
    }
}

TEST_CASE("strips change no bit of a picture, nor does the number of threads") {
    const Loaded one = load_golden(Autoencoder::Half::decoder, 1), three = load_golden(Autoencoder::Half::decoder, 3);
    const std::vector<float> latent = noise(16 * 13 * 17);  // 17 rows: the last strip and the last band are partial
    RunContext run_one{*one.device, {}}, run_three{*three.device, {}};
    const auto whole = one.model->decode(run_one, latent, 13, 17, {});
    REQUIRE(whole);
    CHECK((*whole == *three.model->decode(run_three, latent, 13, 17, {})));
    CHECK((*whole == *three.model->decode(run_three, latent, 13, 17, {.limits = {.strip_bytes = 1}})));
    CHECK((*whole == *one.model->decode(run_one, latent, 13, 17, {.limits = {.strip_operations = 3e6}})));

    const Loaded encoder = load_golden(Autoencoder::Half::encoder, 2);
    RunContext run{*encoder.device, {}};
    const std::vector<float> picture = noise(3 * 104 * 136, 0.3f);
    const auto latents = encoder.model->encode(run, picture, 104, 136, {});
    REQUIRE(latents);
    CHECK((*latents == *encoder.model->encode(run, picture, 104, 136, {.limits = {.strip_bytes = 1}})));
}

TEST_CASE("maps that are computed again instead of stored give the same picture with less memory") {
    for (const char* device : {"cpu", "vulkan0"}) {
        if (!Device::open(device, Precision::f32, 2)) continue;
        const Loaded loaded = load_golden(Autoencoder::Half::decoder, 2, device);
        RunContext run{*loaded.device, {}};
        const std::vector<float> latent = noise(16 * 6 * 7);
        const auto stored = loaded.model->decode(run, latent, 6, 7, {});
        // The widest map, 32 channels at full size, is replaced by the 32 at half size that it comes from.
        const std::size_t full = 4 * 48 * 56, least = full * (32 / 4 + 16 + 16);
        CHECK(loaded.model->working_bytes(48, 56) == full * (32 + 16 + 16));
        CHECK(loaded.model->working_bytes(48, 56, least) == least);
        std::vector<double> seen;
        const auto again = loaded.model->decode(run, latent, 6, 7, {.limits = {.device_bytes = least, .strip_bytes = 1},
                                                                    .progress = [&](double part) { seen.push_back(part); }});
        REQUIRE((stored && again));
        CHECK(test::relative_error(*again, *stored) < 2e-6);
        if (loaded.device->on_cpu()) CHECK((*again == *stored));
        CHECK(std::ranges::is_sorted(seen));
        CHECK(std::abs(seen.back() - 1) < 1e-9);
    }
}

TEST_CASE("progress rises from strip to strip and ends at the whole") {
    const Loaded loaded = load_golden(Autoencoder::Half::decoder);
    RunContext run{*loaded.device, {}};
    std::vector<double> seen;
    const Autoencoder::Options options{.limits = {.strip_bytes = 1}, .progress = [&](double part) { seen.push_back(part); }};
    REQUIRE(loaded.model->decode(run, noise(16 * 8 * 8), 8, 8, options));
    CHECK(seen.size() > 60);
    CHECK(std::ranges::is_sorted(seen));
    CHECK(std::abs(seen.back() - 1) < 1e-9);
}

TEST_CASE("decoding stops at the strip where it is cancelled") {
    const Loaded loaded = load_golden(Autoencoder::Half::decoder);
    int asked = 0;
    RunContext run{*loaded.device, [&] { return ++asked == 5; }};
    const auto stopped = loaded.model->decode(run, noise(16 * 8 * 8), 8, 8, {});
    REQUIRE(!stopped);
    CHECK(stopped.error().kind == ErrorKind::cancelled);
    CHECK(asked == 5);
}

TEST_CASE("sizes that cannot be are refused, and numbers that are none are not passed on") {
    const Loaded decoder = load_golden(Autoencoder::Half::decoder), encoder = load_golden(Autoencoder::Half::encoder);
    RunContext decode{*decoder.device, {}}, encode{*encoder.device, {}};
    CHECK(decoder.model->decode(decode, {}, 0, 0, {}).error().kind == ErrorKind::invalid_input);
    CHECK(decoder.model->decode(decode, noise(16 * 4), 2, 3, {}).error().kind == ErrorKind::invalid_input);
    CHECK(encoder.model->encode(encode, noise(3 * 20 * 16), 20, 16, {}).error().kind == ErrorKind::invalid_input);
    CHECK(encoder.model->encode(encode, noise(3), 8, 8, {}).error().kind == ErrorKind::invalid_input);
    std::vector<float> broken = noise(16 * 4 * 4);
    broken[17] = NAN;
    CHECK(decoder.model->decode(decode, broken, 4, 4, {}).error().kind == ErrorKind::device);
    REQUIRE(decoder.model->decode(decode, noise(16), 1, 1, {}));
}

TEST_CASE("a picture that is too large for the machine is refused before any work is done") {
    const Loaded loaded = load_golden(Autoencoder::Half::decoder);
    bool asked = false;
    RunContext run{*loaded.device, [&] { return asked = true; }};
    CHECK(loaded.model->working_bytes(65536, 65536) > std::size_t{1000} << 30);
    const auto refused = loaded.model->decode(run, {}, 65536 / 8, 65536 / 8, {});
    REQUIRE(!refused);
    CHECK(refused.error().kind == ErrorKind::out_of_memory);
    CHECK(loaded.model->decode(run, {}, 2'000'000'000, 1, {}).error().kind == ErrorKind::invalid_input);
    CHECK(loaded.model->decode(run, {}, -4, -4, {}).error().kind == ErrorKind::invalid_input);
    CHECK(!asked);
}

TEST_CASE("the plan's figure for the maps of a picture is that of its widest step") {
    const Loaded decoder = load_golden(Autoencoder::Half::decoder), encoder = load_golden(Autoencoder::Half::encoder);
    // Decoder: 32 channels enter the last block at full size, 16 leave it: the input, the hidden map and the sum.
    CHECK(decoder.model->working_bytes(64, 32) == 4u * 64 * 32 * (32 + 16 + 16));
    // Encoder: two maps of 16 channels at full size.
    CHECK(encoder.model->working_bytes(64, 32) == 4u * 64 * 32 * (16 + 16));
}
