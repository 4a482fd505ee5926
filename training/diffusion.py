# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains the diffusion transformer, and with it the glyph encoder, on the stored examples.

    python3 training/diffusion.py --minutes 10           as often as wanted
    python3 training/diffusion.py --minutes 20 --anneal  the last run before export

It does not start from noise but from the best linear answer: the mean patch of every code, and a Wiener filter for
what the codes leave open (start_wiener). A plain start spends its first hours finding just that.
"""
import math
import time
import numpy as np
import torch
from torch import nn

from common import Training, ahead, arguments, autocast, configs, device
from encode import Examples
from latents import Latents
from models.diffusion_transformer import DiffusionTransformer
from models.glyph_encoder import GlyphEncoder, byte_ids
from models.vision_tokenizer import enlarge_ids

WINDOW = 16  # patches: most steps see windows of 16x16 patches, the others whole pictures
SIZES = [(512, 512)] * 6 + [(576, 448), (448, 576), (608, 416), (640, 416), (416, 640), (672, 384), (384, 672), (256, 256), (384, 384),
                            (768, 768), (1024, 1024), (1184, 896), (1216, 864), (1376, 768), (768, 1376), (832, 1184)]  # H, W


class Diffusion(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.net, self.glyphs = DiffusionTransformer(c["diffusion"]), GlyphEncoder(c["glyphs"])


def noise_level(s, size):
    """sigma of s in (0, 1] for target sizes [B, 2] (H, W): the shift of section 7."""
    mu = 0.25 + 0.75 * torch.sqrt((size[:, 0] // 16) * (size[:, 1] // 16) / 256)
    return mu / (mu + 1 / s - 1)


def as_patches(z):
    """[B,C,h,w] -> [B, n, 4C], vector order c, py, px."""
    return torch.nn.functional.pixel_unshuffle(z, 2).flatten(2).transpose(1, 2)


class Windows:
    """Batches of latents with their prior ids, sizes, crop offsets and titles."""

    def __init__(self, work, rng):
        self.examples, self.rng = Examples(work), rng
        self.titles = {s: [w["title"] for w in self.examples.words(s)] for s in self.examples.shapes()}
        self.pairs = Examples(work, "pairs")
        self.repainted = self.pairs.shapes()

    def batch(self, count, whole):
        share = np.array([len(t) for t in self.titles.values()], float)
        w, h = list(self.titles)[self.rng.choice(len(share), p=share / share.sum())]
        latents, large = self.examples.array((w, h), "latents"), self.examples.array((w, h), "large")
        n = min(len(latents), len(large), len(self.titles[w, h]))
        if whole:
            count = max(1, count * 512 * 512 // max(w * h, 512 * 512))
        titled = self.rng.random() < 0.25
        z, ids, crop, size, titles = [], [], [], [], []
        while len(z) < count:
            i = int(self.rng.integers(n))
            if titled and not self.titles[w, h][i]:
                continue
            titles.append(self.titles[w, h][i] if titled else "")
            picture, grid = latents[i], enlarge_ids(torch.from_numpy(large[i].astype(np.int64)), h // 32, w // 32)[0]
            grid = grid.view(h // 16, w // 16).numpy()
            if whole:
                y = x = 0
                size.append((h, w))
            else:
                y, x = (2 * int(self.rng.integers((side // 16 - WINDOW) // 2 + 1)) for side in (h, w))
                picture, grid = picture[:, 2 * y:2 * y + 2 * WINDOW, 2 * x:2 * x + 2 * WINDOW], grid[y:y + WINDOW, x:x + WINDOW]
                size.append(SIZES[self.rng.integers(len(SIZES))])
            z.append(torch.from_numpy(picture.copy()))
            ids.append(torch.from_numpy(np.ascontiguousarray(grid)).flatten())
            crop.append((16 * y, 16 * x))
        return torch.stack(z), torch.stack(ids), torch.tensor(crop), torch.tensor(size), titles

    def edits(self, count):
        """Whole repainted pictures as from batch(), and what they were painted from: latents and ids."""
        w, h = self.repainted[self.rng.integers(len(self.repainted))]
        kept = [self.pairs.array((w, h), kind) for kind in ("latents", "large", "source_latents", "source")]
        pick = self.rng.integers(min(map(len, kept)), size=count)
        z, large, before, source = (torch.from_numpy(np.stack([a[i] for i in pick]).astype(t)) for a, t in zip(kept, ("f4", "i8", "f4", "i8")))
        wide = lambda ids: enlarge_ids(ids, h // 32, w // 32)
        return (z, wide(large), torch.zeros(count, 2), torch.tensor([[h, w]] * count), [""] * count), (before, wide(source))


@torch.no_grad()
def start_wiener(net, windows, codes, samples):
    """Sets the entrance, the prior path and the exit so that the untrained blocks' sum is the linear least-squares answer."""
    total, count, kept = torch.zeros(codes, 64), torch.zeros(codes), []
    for _ in range(samples):
        z, ids, *_ = windows.batch(8, False)
        p, ids = as_patches(z.float()).flatten(0, 1), ids.flatten()
        total.index_add_(0, ids, p), count.index_add_(0, ids, torch.ones(len(ids)))
        kept.append((p, ids))
    mean = total / count.clamp(min=1)[:, None]
    left = torch.cat([p - mean[i] for p, i in kept[:samples // 4 + 1]])
    values, basis = torch.linalg.eigh(left.T @ left / len(left))  # columns: directions of what the code leaves open
    values = values.clamp(min=0.003)
    dim, n, alpha, level = net.proj_out.in_features, 64, 0.5, 2.0
    for linear in (net.image_projector.proj, net.proj_out, net.norm_out.linear, net.prior_projector.net[0].proj, net.prior_projector.net[2]):
        nn.init.zeros_(linear.weight), nn.init.zeros_(linear.bias)
    for block in net.transformer_blocks:
        nn.init.zeros_(block.norm1.linear.weight), nn.init.zeros_(block.norm1.linear.bias)
    net.image_projector.proj.weight[:n] = alpha * basis.T
    net.image_projector.proj.bias[2 * n:] = level * torch.tensor([1.0, -1.0]).repeat((dim - 2 * n) // 2)  # keeps layer norm steady
    nn.init.normal_(net.prior_token_embedding.weight, std=0.02)
    net.prior_token_embedding.weight[:, :n] = mean @ basis
    eye = torch.eye(n)  # silu(x) - silu(-x) = x: the projector starts as the identity
    net.prior_projector.net[0].proj.weight[:2 * n, :n] = torch.cat([eye, -eye])
    net.prior_projector.net[2].weight[n:2 * n, :2 * n] = alpha * torch.cat([eye, -eye], 1)
    net.proj_out.weight[:, :2 * n] = torch.cat([basis, basis], 1)
    spread = math.sqrt(((dim - 2 * n) * level ** 2 + alpha ** 2 * (32 + mean.pow(2).sum(-1).mean())) / dim)
    size = torch.tensor(SIZES)[torch.randint(len(SIZES), (6000,))]
    s = torch.rand(6000) * 0.999 + 0.001
    sigma = noise_level(s, size)[:, None]
    keep = (1 - sigma) * values / ((1 - sigma) ** 2 * values + sigma ** 2)
    want = torch.cat([(1 - keep) / sigma, -(1 - keep * (1 - sigma)) / sigma], 1) * spread / alpha - 1
    fit_gains(net, s, size, want, 2 * n, 4 * samples)
    for i, block in enumerate(net.transformer_blocks):
        start_local(block, i)


@torch.enable_grad()
def fit_gains(net, s, size, want, n, steps):
    """Teaches the time embedding and the last modulation the linear answer's gains."""
    some = [*net.time_condition_embed.parameters(), *net.norm_out.parameters()]
    adam = torch.optim.Adam(some, 1e-2)
    for i in range(steps):
        adam.param_groups[0]["lr"] = 1e-2 * (1 - i / steps)
        pick = torch.randint(len(s), (1024,))
        got = net.norm_out(net.condition(1000 * s[pick] - 1, size[pick].float(), torch.zeros(1024, 2)))[:, :n]
        loss = (got - want[pick]).pow(2).mean()
        net.zero_grad()
        loss.backward()
        adam.step()
    net.zero_grad()
    print("linear start: gain error", round(loss.item() ** 0.5, 3), "of", round(want.std().item(), 3))


@torch.no_grad()
def start_local(block, index):
    """Attention starts by looking at the neighbourhood (one head straight, one aside, one up or down), through biases
    alone: with rotary positions a constant query and key give a score that falls with the distance."""
    attention, heads = block.attn1, block.attn1.heads
    size = attention.to_q.out_features // heads
    quarter = size // 4
    inv = 10000.0 ** (-torch.arange(quarter) / quarter)
    share = torch.zeros(quarter)
    share[:5] = torch.tensor([1, 1, 1, 0.5, 0.25]).sqrt() * torch.tensor([1.0, -1, 1, -1, 1])
    step = 1.0 if index % 2 else -1.0
    for linear in (attention.to_q, attention.to_k):
        nn.init.normal_(linear.weight, std=0.02)
        nn.init.zeros_(linear.bias)
    for h in range(heads):
        for axis in (0, 1):  # rows, columns
            turn = inv * (step if h == axis + 1 else 0.0)
            at = h * size + axis * quarter
            sign = 1 - 2 * axis
            attention.to_q.bias[at:at + quarter] = sign * share
            attention.to_k.bias[at:at + quarter] = sign * share * turn.cos()
            attention.to_k.bias[at + size // 2:at + size // 2 + quarter] = sign * share * turn.sin()
    nn.init.zeros_(attention.to_out[0].weight), nn.init.zeros_(attention.to_out[0].bias)
    nn.init.zeros_(block.ff.net[2].weight), nn.init.zeros_(block.ff.net[2].bias)
    dim = block.norm1.linear.out_features // 12
    for gate in (4, 5, 10, 11):
        block.norm1.linear.bias[gate * dim:(gate + 1) * dim] = 0.5


class Batches:
    """Every fifth step sees whole pictures; where pairs are stored, every tenth one repaints one of them. Looks again every minute for
    what was painted meanwhile."""

    def __init__(self, args, windows, step):
        self.args, self.windows, self.step, self.looked = args, windows, step, time.time()

    def apart(self, k):
        self.windows.rng = np.random.default_rng([self.args.seed, self.step, k])
        self.step += k

    def __call__(self):
        if time.time() - self.looked > 60:
            self.windows, self.looked = Windows(self.args.work, self.windows.rng), time.time()
        whole, edit = self.step % 5 == 4, self.windows.repainted and self.step % 10 == 7
        self.step += 1
        few = max(1, self.args.batch // 5)
        if edit:
            return "edit", *self.windows.edits(max(1, few // 2))
        return "whole" if whole else "window", self.windows.batch(few if whole else self.args.batch, whole), None


def write_source(model, before, ids, size, glyph_dim):
    """Keys and values of a condition picture (spec 9.4): its clean latents, its own ids, no text, time 0."""
    n, zero = len(before), torch.zeros(len(before), device=before.device)
    _, kept = model.net(before, torch.zeros(n, 0, glyph_dim, device=before.device), ids, zero.bool(), zero, size, torch.zeros(n, 2, device=before.device))
    return kept


def loss_of(model, batch, weights, where, drop=0.1, source=None):
    z, ids, crop, size, titles = batch
    z, n = z.to(where).float(), len(z)
    even = (torch.randperm(n) + torch.rand(n)) / n  # stratified: every batch sees all noise levels
    s = torch.where(torch.rand(n) < 0.5, even, torch.sigmoid(torch.special.ndtri(even.clamp(1e-4, 1 - 1e-4))))
    # The built-in model draws in few steps: half of the draws are the times of a two-step run (999 and 499).
    s = torch.where(torch.rand(n) < 0.5, torch.where(torch.rand(n) < 0.5, 1.0, 0.5), s)
    s = s.clamp(0.001, 1).to(where)
    sigma = noise_level(s, size.to(where))[:, None, None, None]
    noise = torch.randn_like(z)
    length = min(len(byte_ids(t)) for t in titles)  # one length per batch: texts are cut, there is no mask in the model
    glyph_ids = torch.tensor([byte_ids(t)[:length - 1] + [1] for t in titles])
    with autocast(where):
        read = None
        if source:
            before, before_ids = (t.to(where) for t in source)
            read = write_source(model, before, before_ids, size.float().to(where), model.glyphs.config["d_model"])
        got, _ = model.net((1 - sigma) * z + sigma * noise, model.glyphs(glyph_ids.to(where)), ids.to(where),
                           torch.rand(n, device=where) < drop, 1000 * s - 1, size.float().to(where), crop.float().to(where), read)
    error = (got.float() - (noise - z)).pow(2).mean((2, 3))
    return (error * weights.to(where)).mean(), error.mean().detach()


if __name__ == "__main__":
    args = arguments("Trains the diffusion transformer.", batch=16, lr=0.004, samples=150)
    where, space = device(), Latents(args.work)
    c = configs(args)
    model, rng = Diffusion(c), np.random.default_rng(args.seed)
    windows = Windows(args.work, rng)
    if not (args.work / "diffusion.pt").exists():
        start_wiener(model.net, windows, c["diffusion"]["prior_vq_quantizer_codebook_size"], args.samples)
    weights = (space.scale * space.std.flatten()) ** 0.5
    weights = weights / weights.mean()
    model.to(where)
    hidden = lambda key, p: p.dim() >= 2 and ("attn1" in key or ".ff." in key)
    training = Training(args, "diffusion", model, lr=args.lr, adam_lr=args.lr / 10, average=0.998, matrices=hidden,
                        fast=lambda key: "prior_token_embedding" in key)
    windows.rng = np.random.default_rng(args.seed + training.step)
    batches = ahead(Batches(args, windows, training.step))
    for step in training:
        kind, batch, source = next(batches)
        loss, plain = loss_of(model, batch, weights, where, source=source)
        loss.backward()
        training.update(**{kind: plain, "weighted": loss.detach()})
