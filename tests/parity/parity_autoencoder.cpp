// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/parity/parity.h"

namespace haibao::test {
namespace {

void preprocess(ParityCase& test, Answers& answers) {
    const Image image = test.image(test.text("image"));
    const PictureSize size = floor_to_16({image.height, image.width});
    answers.host_floats("image", autoencoder_input(image, size), {3, size.height, size.width});
}

void encode(ParityCase& test, Answers& answers) {
    const auto shape = test.shape("in.image");  // [3, height, width]
    Taps taps;
    RunContext run = test.run(&taps);
    const Autoencoder& network = *need(test.networks().autoencoder(Autoencoder::Half::encoder));
    answers.floats("latent", need(network.encode(run, test.floats("in.image"), static_cast<int>(shape.at(2)),
                                                 static_cast<int>(shape.at(1)), {})));
    answers.taps(taps);
}

void decode(ParityCase& test, Answers& answers) {
    const auto shape = test.shape("in.latent");  // [channels, height/8, width/8]
    Taps taps;
    RunContext run = test.run(&taps);
    const Autoencoder& network = *need(test.networks().autoencoder(Autoencoder::Half::decoder));
    answers.floats("image", need(network.decode(run, test.floats("in.latent"), static_cast<int>(shape.at(2)),
                                                static_cast<int>(shape.at(1)), {})));
    answers.taps(taps);
}

}  // namespace

std::vector<ParityGroup> autoencoder_cases() {
    return {{"vae_preprocess_", preprocess}, {"vae_encode", encode}, {"vae_decode", decode}};
}

}  // namespace haibao::test
