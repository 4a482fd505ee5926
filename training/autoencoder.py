# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fits the decoder (and, with --part encoder, the encoder) to the fixed latent space by plain regression.

    python3 training/autoencoder.py --part decoder --minutes 10
    python3 training/autoencoder.py --part decoder --minutes 5 --whole --noise 0.25 --anneal
    python3 training/autoencoder.py --part decoder --minutes 5 --whole --noise 0.25 --start assets/models/builtin --lr 0.001
    python3 training/autoencoder.py --part encoder --minutes 5

End on whole pictures: group norm over the whole plane sees other statistics in crops. --noise makes the decoder forgive
what a small diffusion transformer leaves in its latents. --start goes on from an exported model's decoder, gently.
"""
import cv2
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F

import tensors
from common import Training, arguments, autocast, configs, device, trained
from latents import Latents, as_float
from models.autoencoder import Autoencoder, Decoder, Encoder, Resnet
from source import Store, crops


def start_linear(module):
    """Residual branches begin silent and plain convolutions as identities, so the network starts as a linear map."""
    for m in module.modules():
        if isinstance(m, nn.Conv2d) and m.kernel_size == (3, 3) and m.in_channels == m.out_channels:
            with torch.no_grad():
                m.weight.mul_(0.3)
                m.weight[:, :, 1, 1] += torch.eye(m.in_channels)
    for m in module.modules():
        if isinstance(m, Resnet):
            nn.init.zeros_(m.conv2.weight), nn.init.zeros_(m.conv2.bias)
            if hasattr(m, "conv_shortcut"):
                nn.init.orthogonal_(m.conv_shortcut.weight)


@torch.no_grad()
def start_encoder(net, space):
    """The encoder starts as the exact linear map (up to group norm's drift): 2x2, 4x4, then 8x8 blocks, and at the end
    silu(x) - silu(-x) = x. Large constant channels keep the last norm steady."""
    widths, level, n = net.config["block_out_channels"], 8.0, len(space.basis)
    for conv in [net.conv_in, net.conv_out] + [b.downsamplers[0].conv for b in net.down_blocks[:3]] + [
            r.conv_shortcut for b in net.down_blocks for r in b.resnets if hasattr(r, "conv_shortcut")]:
        nn.init.zeros_(conv.weight), nn.init.zeros_(conv.bias)
    for c in range(3):
        net.conv_in.weight[c, c, 1, 1] = 1
    down = [b.downsamplers[0].conv for b in net.down_blocks[:3]]
    for y in (0, 1):
        for x in (0, 1):
            for c in range(3):
                down[0].weight[4 * c + 2 * y + x, c, y, x] = 1
    final = (space.basis / space.scale[:, None]).view(n, 3, 2, 2, 2, 2, 2, 2)  # c, then y and x as three binary digits
    final = final.permute(0, 2, 5, 3, 6, 1, 4, 7)  # latent, y2, x2, y1, x1, c, y0, x0
    quarter = final.permute(1, 2, 0, 3, 4, 5, 6, 7).reshape(4 * n, 48)
    kept = torch.linalg.svd(quarter)[2][:widths[1]]  # what of a 4x4 block the latents ask for
    for y in (0, 1):
        for x in (0, 1):
            down[1].weight[:len(kept), :12, y, x] = kept.view(-1, 2, 2, 12)[:, y, x]
            down[2].weight[:n, :len(kept), y, x] = final[:, y, x].reshape(n, 48) @ kept.T
    down[2].bias[:n] = -(space.basis @ space.mean) / space.scale
    for i in (1, 2, 3):
        shortcut = net.down_blocks[i].resnets[0].conv_shortcut
        shortcut.weight[:widths[i - 1], :, 0, 0] = torch.eye(widths[i - 1])
    shortcut.weight.zero_()
    shortcut.weight[:2 * n, :n, 0, 0] = torch.cat([torch.eye(n), -torch.eye(n)])
    rest = widths[3] - 2 * n
    shortcut.bias[2 * n:] = level * torch.tensor([1.0, -1.0]).repeat(rest // 2)
    spread = ((rest * level ** 2 + 2 * n) / widths[3]) ** 0.5
    net.conv_out.weight[:n, :2 * n, 1, 1] = spread * torch.cat([torch.eye(n), -torch.eye(n)], 1)
    net.conv_out.bias[n:] = -8.0


@torch.no_grad()
def start_from(net, space, folder, config, store):
    """Takes over the decoder of an exported model. Its latent space is another one; a linear map from ours, fitted through
    that model's encoder, goes into the first convolution."""
    old = tensors.from_checkpoint(folder, "autoencoder", Autoencoder(config))
    net.load_state_dict(old.decoder.state_dict())
    x = as_float(crops(store, np.random.default_rng(5), 24, 256))
    rows = lambda z: z.permute(0, 2, 3, 1).flatten(0, 2)
    ours, theirs = rows(space.to(x)), rows(old.encoder(x)[:, :16])
    fit = torch.linalg.lstsq(torch.cat([ours, torch.ones(len(ours), 1)], 1), theirs).solution
    weight = net.conv_in.weight.clone()
    net.conv_in.weight.copy_(torch.einsum("oikl,ji->ojkl", weight, fit[:16]))
    net.conv_in.bias.add_((weight.sum((2, 3)) @ fit[16]))


def psnr(a, b):
    return 10 * torch.log10(4 / (a.clamp(-1, 1) - b).pow(2).mean((1, 2, 3))).mean()


def decoder_loss(space, decoder, x, noise):
    z = space.to(x)
    if noise:
        z = space.normalised(z)
        z = space.raw(z + torch.rand(len(z), 1, 1, 1, device=z.device) * noise * torch.randn_like(z))
    with autocast(x.device):
        y = decoder(z.contiguous(memory_format=torch.channels_last))
    y = y.float()
    edges = sum((y.diff(dim=d) - x.diff(dim=d)).abs().mean() for d in (2, 3))
    return (y - x).abs().mean() + 2 * (y - x).pow(2).mean() + 0.5 * edges, psnr(y.detach(), x)


def encoder_loss(space, encoder, x, _):
    with autocast(x.device):
        moments = encoder(x.contiguous(memory_format=torch.channels_last)).float()
    mean, spread = moments.chunk(2, 1)
    z = space.to(x)
    loss = F.smooth_l1_loss(mean, z, beta=0.3) + 0.01 * (spread + 8).pow(2).mean()
    return loss, psnr(space.back(mean.detach()), x)


def sheet(args, space, part, net, rng):
    x = as_float(crops(Store(args.work), rng, 4, 512, whole=True))
    with torch.no_grad():
        y = net(space.to(x)) if part == "decoder" else space.back(net(x)[:, :16])
    rows = [np.concatenate(list(((p.clamp(-1, 1) + 1) * 127.5).permute(0, 2, 3, 1).byte().numpy()), 1) for p in (x, y)]
    cv2.imwrite(str(args.work / f"{part}.png"), np.concatenate(rows)[..., ::-1])
    print(part, "whole pictures, PSNR", round(psnr(y, x).item(), 2), "dB")


if __name__ == "__main__":
    args = arguments("Fits decoder or encoder.", part="decoder", size=128, batch=12, whole=False, noise=0.0, start="", lr=0.0)
    where, space, store = device(), Latents(args.work), Store(args.work)
    net = {"decoder": Decoder, "encoder": Encoder}[args.part](configs(args)["autoencoder"])
    start_linear(net)
    if args.part == "encoder":
        start_encoder(net, space)
    elif args.start:
        start_from(net, space, args.start, configs(args)["autoencoder"], store)
    net, space = net.to(where, memory_format=torch.channels_last), space.on(where)
    training = Training(args, args.part, net, average=0.99, **dict(
        decoder=dict(lr=args.lr or 0.01, adam_lr=(args.lr or 0.01) / 5), encoder=dict(lr=3e-4, adam_lr=1e-4))[args.part])
    rng = np.random.default_rng(args.seed + training.step)
    loss_of = decoder_loss if args.part == "decoder" else encoder_loss
    for step in training:
        x = as_float(crops(store, rng, 1 if args.whole else args.batch, 512 if args.whole else args.size, args.whole))
        loss, quality = loss_of(space, net, x.to(where), args.noise)
        loss.backward()
        training.update(loss=loss.detach(), psnr=quality)
    sheet(args, space.on("cpu"), args.part, trained(args, args.part, net.cpu()), np.random.default_rng(9))
