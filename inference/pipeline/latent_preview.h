// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "inference/base/image.h"
#include "inference/models/autoencoder.h"

namespace haibao {

/// A cheap look at a latent: each latent pixel becomes one pixel by a linear map from its channels to R, G, B. The map
/// is measured on the model's own decoder, channel by channel on small flat latents, so that it fits every checkpoint.
class LatentPreview {
public:
    /// Decodes channels + 1 small pictures. Errors: those of Autoencoder::decode.
    static Result<LatentPreview> measure(RunContext& run, const Autoencoder& decoder, int channels);

    /// latent [channels, height, width] → a picture of width × height pixels.
    Image operator()(std::span<const float> latent, int width, int height) const;

private:
    struct Colour {
        float r = 0, g = 0, b = 0;
    };
    Colour ground_;                 ///< of the zero latent
    std::vector<Colour> channels_;  ///< change of colour per unit
};

/// planar [3, height, width] in 0 … 1 → bytes
Image to_image(std::span<const float> planar, int width, int height);

}  // namespace haibao
