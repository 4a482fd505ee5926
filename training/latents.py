# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The latent space: the 16 strongest directions of 8x8 blocks of colour (PCA). No network has to be trained to define it,
so the diffusion transformer learns on exact latents while encoder and decoder are still being fitted to it.

    python3 training/latents.py
"""
import numpy as np
import torch

from common import arguments, measured
from source import Store, crops

SIZE, CHANNELS = 8, 16


class Latents:
    """to() and back() between pictures [B,3,H,W] in [-1,1] and raw latents [B,16,H/8,W/8] of unit variance."""

    def __init__(self, work):
        kept = torch.load(work / "latents.pt", weights_only=True)
        self.basis, self.mean, self.scale = kept["basis"], kept["mean"], kept["scale"]
        self.std = torch.tensor(kept["std"])[:, None, None]

    def to(self, picture):
        x = torch.nn.functional.pixel_unshuffle(picture, SIZE)  # channel order: c, py, px
        z = torch.einsum("kc,bchw->bkhw", self.basis, x - self.mean[:, None, None])
        return z / self.scale[:, None, None]

    def back(self, z):
        x = torch.einsum("kc,bkhw->bchw", self.basis, z * self.scale[:, None, None]) + self.mean[:, None, None]
        return torch.nn.functional.pixel_shuffle(x, SIZE)

    def on(self, where):
        """Moves it to a device."""
        for name in ("basis", "mean", "scale", "std"):
            setattr(self, name, getattr(self, name).to(where))
        return self

    def normalised(self, z):
        return z / self.std

    def raw(self, z):
        return z * self.std


def as_float(pictures):
    """uint8 [B,H,W,3] -> float [B,3,H,W] in [-1,1]."""
    return torch.from_numpy(np.ascontiguousarray(pictures)).permute(0, 3, 1, 2).float() / 127.5 - 1


if __name__ == "__main__":
    args = arguments("Fits the latent space.", pictures=400)
    rng = np.random.default_rng(args.seed)
    store = Store(args.work)
    total, square, count = torch.zeros(192, dtype=torch.double), torch.zeros(192, 192, dtype=torch.double), 0
    for _ in range(args.pictures // 8):
        x = torch.nn.functional.pixel_unshuffle(as_float(crops(store, rng, 8, 256)), SIZE)
        x = x.permute(0, 2, 3, 1).reshape(-1, 192).double()
        total, square, count = total + x.sum(0), square + x.T @ x, count + len(x)
    mean = total / count
    values, vectors = torch.linalg.eigh(square / count - mean[:, None] * mean)
    values, basis = values.flip(0)[:CHANNELS], vectors.flip(1)[:, :CHANNELS].T
    basis = basis * torch.where(basis.sum(1, keepdim=True) < 0, -1.0, 1.0)
    # What the diffusion transformer sees: colour with unit variance, detail smaller, so that it is decided late.
    seen = [1.0] * 3 + [0.5] * 5 + [0.35] * 8
    std = [1 / s for s in seen]
    torch.save({"basis": basis.float(), "mean": mean.float(), "scale": values.sqrt().float(), "std": std}, args.work / "latents.pt")
    measured(args, "autoencoder", latents_mean=[0.0] * CHANNELS, latents_std=std)
    print("spread per channel:", [round(v, 3) for v in values.sqrt().tolist()])
    print("energy kept:", round((values.sum() / (square / count - mean[:, None] * mean).trace()).item(), 5))
    space = Latents(args.work)
    x = as_float(crops(store, rng, 32, 256))
    print("PSNR:", round((10 * torch.log10(4 / (space.back(space.to(x)) - x).pow(2).mean((1, 2, 3)))).mean().item(), 2), "dB")
