# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The vision tower and its code book. They start as a principal-component analysis of patches with a k-means code book
(colours are right from the first minute; a plain start loses a colour axis unseen) and are then trained end to end with a
small picture decoder, which is thrown away.

    python3 training/vision.py --minutes 4        look at vision.png afterwards: are all colours there?
"""
import cv2
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F

from common import Training, arguments, autocast, configs, device, trained
from latents import as_float
from models.vision_tokenizer import VectorQuantiser, VisionTower
from source import Store, crops


def halved(pictures):
    """The tower sees pictures at half their size: one token is 32 pixels of the poster."""
    return np.stack([cv2.resize(p, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA) for p in pictures])


class Vision(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.tower, self.quantiser = VisionTower(c["vision_config"]), VectorQuantiser(c["vq_config"])

    def forward(self, pixels):
        """[B,3,H/2,W/2] in [-1,1] -> ids [B, H/32*W/32]."""
        return self.quantiser(self.tower(pixels))


class Thumbnails(nn.Module):
    """Codes -> 8x8 pixels per token. Only teaches; convolutions keep every token local."""

    def __init__(self, dim):
        super().__init__()
        widths = [dim, 128, 128, 192]
        self.convs = nn.ModuleList([nn.Conv2d(a, b, 3, padding=1) for a, b in zip(widths, widths[1:])])

    def forward(self, codes):
        x = self.convs[1](F.silu(self.convs[0](codes)))
        return F.pixel_shuffle(self.convs[2](F.silu(x)), 8)


def patches_of(x):
    return F.pixel_unshuffle(x, 16).permute(0, 2, 3, 1).reshape(-1, 768)


@torch.no_grad()
def start(model, store, rng, samples):
    """Principal components into the tower, a spherical k-means into the code book."""
    x = torch.cat([patches_of(as_float(halved(crops(store, rng, 8, 384)))) for _ in range(samples)])
    mean, dim = x.mean(0), model.tower.patch_embed.proj.out_channels
    values, vectors = torch.linalg.eigh((x - mean).T @ (x - mean) / len(x))
    spread, basis = values.flip(0).clamp(min=1e-6).sqrt(), vectors.flip(1)[:, :dim]
    proj, quantiser = model.tower.patch_embed.proj, model.quantiser
    gain = spread[:dim] ** -0.15
    proj.weight.copy_((basis * gain).T.reshape(dim, 3, 16, 16) * 0.5)
    proj.bias.copy_(-(mean @ basis) * gain * 0.5)
    nn.init.zeros_(model.tower.embeddings.position_embedding.weight)
    for block in model.tower.blocks:
        for part in (block.attn.proj, block.mlp.fc2):
            nn.init.zeros_(part.weight), nn.init.zeros_(part.bias)
    n = quantiser.quant_conv.out_channels
    weight, bias = torch.zeros(n, dim), torch.zeros(n)
    weight[:n - 1, :n - 1] = torch.eye(n - 1)
    level = ((x - mean) @ basis * gain * 0.5)[:, :n - 1].norm(dim=-1).pow(2).mean().sqrt()
    bias[n - 1] = 1.5 * level  # keeps brightness, which a unit vector alone would lose
    quantiser.quant_conv.weight.copy_(weight[..., None, None])
    quantiser.quant_conv.bias.copy_(bias)
    busy = x.view(len(x), 3, -1).std(-1).mean(-1) > 0.03
    pick = torch.cat([busy.nonzero()[:, 0][:40000], (~busy).nonzero()[:, 0][:40000]])
    v = ((x[pick] - mean) @ basis * gain * 0.5)[:, :n - 1]
    v = F.normalize(torch.cat([v, bias[n - 1].expand(len(v), 1)], 1), dim=-1)
    count = quantiser.quantize.embedding.num_embeddings
    codes = v[torch.randperm(len(v))[:count]].clone()
    for _ in range(25):
        near = (v @ codes.T).argmax(-1)
        total = torch.zeros_like(codes).index_add_(0, near, v)
        size = torch.bincount(near, minlength=count)
        codes = F.normalize(total, dim=-1)
        empty = size < 4
        codes[empty] = v[torch.randint(len(v), (int(empty.sum()),))]
    quantiser.quantize.embedding.weight.copy_(codes)


class CodeBook:
    """Codes follow the running mean of what falls on them; idle ones are sent to where something is."""

    def __init__(self, weight, keep=0.99):
        self.weight, self.keep = weight, keep
        self.count, self.total = torch.ones(len(weight), device=weight.device), weight.detach().clone()

    @torch.no_grad()
    def update(self, ids, vectors):
        self.count.mul_(self.keep).add_(torch.bincount(ids, minlength=len(self.count)), alpha=1 - self.keep)
        self.total.mul_(self.keep).index_add_(0, ids, vectors, alpha=1 - self.keep)
        idle = self.count < 0.02
        if idle.any():
            self.total[idle] = vectors[torch.randint(len(vectors), (int(idle.sum()),), device=vectors.device)]
            self.count[idle] = 1.0
        self.weight.copy_(F.normalize(self.total, dim=-1))


def rebuild(model, teacher, x, quantised=True):
    features = model.tower(x)
    z = model.quantiser.directions(features)
    ids = (z.detach() @ model.quantiser.codes().T).argmax(-1)
    code = model.quantiser.codes()[ids].detach()
    raw = torch.rand(len(x), 1, 1, device=x.device) < (0.1 if quantised else -1.0)
    passed = torch.where(raw, z, z + (code - z).detach())
    gh, gw = features.shape[2:]
    return teacher(passed.transpose(1, 2).reshape(len(x), -1, gh, gw) * passed.shape[-1] ** 0.5), z, ids, code


def sheet(args, model, teacher, rng):
    x = as_float(halved(crops(Store(args.work), rng, 12, 512, whole=True)))
    want = F.avg_pool2d(x, 2)
    with torch.no_grad():
        got, _, ids, _ = rebuild(model, teacher, x, False)
    quality = 10 * torch.log10(4 / (got.clamp(-1, 1) - want).pow(2).mean())
    image = [np.concatenate(list(((p.clamp(-1, 1) + 1) * 127.5).permute(0, 2, 3, 1).byte().numpy()), 1) for p in (want, got)]
    cv2.imwrite(str(args.work / "vision.png"), np.concatenate(image)[..., ::-1])
    print(f"vision: thumbnails {quality:.2f} dB, {len(ids.unique())} codes in 12 pictures")


if __name__ == "__main__":
    args = arguments("Fits tower and code book.", batch=24, samples=60)
    where, store = device(), Store(args.work)
    c = configs(args)["vision_language"]
    both = nn.ModuleDict({"model": Vision(c), "teacher": Thumbnails(c["vq_config"]["embed_dim"])})
    model, teacher = both["model"], both["teacher"]
    if not (args.work / "vision.pt").exists():
        start(model, store, np.random.default_rng(args.seed), args.samples)
    model.quantiser.requires_grad_(False)
    matrices = lambda key, p: p.dim() >= 2 and key.startswith("teacher")  # the tower itself moves gently
    both.to(where)
    training = Training(args, "vision", both, lr=0.01, adam_lr=1e-4, average=0.98, matrices=matrices)
    book = CodeBook(model.quantiser.quantize.embedding.weight.data)
    rng = np.random.default_rng(args.seed + training.step)
    for step in training:
        model.tower.requires_grad_(step >= 200)  # first a teacher that can read the codes
        whole = rng.random() < 0.4
        pixels = halved(crops(store, rng, args.batch // 3 if whole else args.batch, 512 if whole else 256, whole))
        x = as_float(pixels).to(where)
        with autocast(where):
            y, z, ids, code = rebuild(model, teacher, x)
        want = F.avg_pool2d(x, 2)
        edges = sum((y.diff(dim=d) - want.diff(dim=d)).abs().mean() for d in (2, 3))
        loss = (y - want).abs().mean() + 0.5 * edges + 0.1 * (z - code).pow(2).sum(-1).mean()
        loss.backward()
        if step >= 200:
            book.update(ids.flatten(), z.detach().flatten(0, 1))
        training.update(loss=loss.detach(), psnr=10 * torch.log10(4 / (y.detach() - want).pow(2).mean()))
    both.cpu().load_state_dict(torch.load(args.work / "vision.pt", weights_only=True, map_location="cpu")["mean"])
    sheet(args, model.eval(), teacher.eval(), np.random.default_rng(9))
