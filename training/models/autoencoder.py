# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The convolutional autoencoder (spec section 8). Attribute names are the checkpoint's tensor names."""
from torch import nn
import torch.nn.functional as F


class Resnet(nn.Module):
    def __init__(self, c_in, c_out, groups):
        super().__init__()
        self.norm1, self.conv1 = nn.GroupNorm(groups, c_in, 1e-6), nn.Conv2d(c_in, c_out, 3, padding=1)
        self.norm2, self.conv2 = nn.GroupNorm(groups, c_out, 1e-6), nn.Conv2d(c_out, c_out, 3, padding=1)
        if c_in != c_out:
            self.conv_shortcut = nn.Conv2d(c_in, c_out, 1)

    def forward(self, x):
        y = self.conv1(F.silu(self.norm1(x)))
        y = self.conv2(F.silu(self.norm2(y)))
        return y + (self.conv_shortcut(x) if hasattr(self, "conv_shortcut") else x)


class Down(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv = nn.Conv2d(channels, channels, 3, 2)

    def forward(self, x):
        return self.conv(F.pad(x, (0, 1, 0, 1)))


class Up(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv = nn.Conv2d(channels, channels, 3, padding=1)

    def forward(self, x):
        return self.conv(F.interpolate(x, scale_factor=2.0))


def stage(c_in, c_out, count, groups, name=None, resample=None):
    block = nn.Module()
    block.resnets = nn.ModuleList([Resnet(c_in if i == 0 else c_out, c_out, groups) for i in range(count)])
    if resample:
        setattr(block, name, nn.ModuleList([resample(c_out)]))
    return block


class Coder(nn.Module):
    def run(self, block, x, name=None):
        for resnet in block.resnets:
            x = resnet(x)
        for resample in getattr(block, name or "-", []):
            x = resample(x)
        return x


class Encoder(Coder):
    def __init__(self, c):
        super().__init__()
        self.config = c
        w, n, g = c["block_out_channels"], c["layers_per_block"], c["norm_num_groups"]
        self.conv_in = nn.Conv2d(c["in_channels"], w[0], 3, padding=1)
        self.down_blocks = nn.ModuleList([
            stage(w[max(i - 1, 0)], w[i], n, g, "downsamplers", Down if i < len(w) - 1 else None)
            for i in range(len(w))])
        self.mid_block = stage(w[-1], w[-1], 2, g)
        self.conv_norm_out = nn.GroupNorm(g, w[-1], 1e-6)
        self.conv_out = nn.Conv2d(w[-1], 2 * c["latent_channels"], 3, padding=1)

    def forward(self, x):
        """Picture [B,3,H,W] in [-1,1] -> moments [B,32,H/8,W/8]: mean, then log-variance."""
        x = self.conv_in(x)
        for block in self.down_blocks:
            x = self.run(block, x, "downsamplers")
        return self.conv_out(F.silu(self.conv_norm_out(self.run(self.mid_block, x))))


class Decoder(Coder):
    def __init__(self, c):
        super().__init__()
        w, n, g = c["block_out_channels"][::-1], c["layers_per_block"] + 1, c["norm_num_groups"]
        self.conv_in = nn.Conv2d(c["latent_channels"], w[0], 3, padding=1)
        self.mid_block = stage(w[0], w[0], 2, g)
        self.up_blocks = nn.ModuleList([
            stage(w[max(i - 1, 0)], w[i], n, g, "upsamplers", Up if i < len(w) - 1 else None)
            for i in range(len(w))])
        self.conv_norm_out = nn.GroupNorm(g, w[-1], 1e-6)
        self.conv_out = nn.Conv2d(w[-1], c["out_channels"], 3, padding=1)

    def forward(self, z):
        """Latents [B,16,h,w] as the encoder's mean (not normalised) -> picture [B,3,8h,8w] in about [-1,1]."""
        x = self.run(self.mid_block, self.conv_in(z))
        for block in self.up_blocks:
            x = self.run(block, x, "upsamplers")
        return self.conv_out(F.silu(self.conv_norm_out(x)))


class Autoencoder(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.encoder, self.decoder = Encoder(c), Decoder(c)
