# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs every stage's loss and its backward pass on the "meta" device, which computes shapes and no values, and watches every
operation: a tensor left on the processor is an error here, not on a borrowed graphics card."""
import contextlib
import json
import sys
from pathlib import Path
import torch
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_leaves

training = Path(__file__).resolve().parents[2] / "training"
sys.path.insert(0, str(training))
import autoencoder
import diffusion
import language
import vision
from latents import Latents
from models.autoencoder import Decoder, Encoder
from models.language_model import LanguageModel, grid_positions

c = json.loads((training / "config.json").read_text())
c["vision_language"]["text_config"]["vocab_size"] = 2048
where = torch.device("meta")


class OneDevice(TorchDispatchMode):
    def __torch_dispatch__(self, operation, types, args=(), kwargs=None):
        tensors = [t for t in tree_leaves((args, kwargs)) if isinstance(t, torch.Tensor)]
        mixed = len({t.device for t in tensors if t.dim() or t.device == where}) > 1
        if mixed and operation not in (torch.ops.aten.copy_.default, torch.ops.aten._to_copy.default):
            raise SystemExit(f"{operation}: on different devices: {[(t.device.type, tuple(t.shape)) for t in tensors]}")
        return operation(*args, **(kwargs or {}))


def check(name, module, loss):
    loss.backward()
    assert loss.device == where and any(p.grad is not None for p in module.parameters()), name
    print(name, "stays on the device")


def space():
    out = Latents.__new__(Latents)
    out.basis, out.mean, out.scale, out.std = torch.randn(16, 192), torch.zeros(192), torch.ones(16), torch.ones(16, 1, 1)
    return out.on(where)


def main():
    picture = torch.randn(2, 3, 64, 64, device=where)
    for name, kind, loss_of in (("decoder", Decoder, autoencoder.decoder_loss), ("encoder", Encoder, autoencoder.encoder_loss)):
        net = kind(c["autoencoder"]).to(where)
        check(name, net, loss_of(space(), net, picture, 0.3)[0])

    c_vision = c["vision_language"]
    both = torch.nn.ModuleDict({"model": vision.Vision(c_vision), "teacher": vision.Thumbnails(c_vision["vq_config"]["embed_dim"])}).to(where)
    got, z, ids, code = vision.rebuild(both["model"], both["teacher"], picture)
    check("vision", both, got.mean() + (z - code).pow(2).mean())

    net = diffusion.Diffusion(c).to(where)
    batch = (torch.randn(4, 16, 16, 16), torch.zeros(4, 64, dtype=torch.long), torch.zeros(4, 2), torch.full((4, 2), 512), ["", "Jazz", "", ""])
    loss, _ = diffusion.loss_of(net, batch, torch.ones(16), where)
    check("diffusion", net, loss)
    loss, _ = diffusion.loss_of(net, batch, torch.ones(16), where, source=batch[:2])
    check("diffusion, image-to-image", net, loss)

    model = language.Taught(LanguageModel(c_vision["text_config"]), [3, 2]).to(where)
    length, drawn = 20, 32
    ids = torch.zeros(2, length + drawn - 1, dtype=torch.long)
    places = torch.cat([torch.arange(length).expand(3, length), grid_positions(length, [(4, 4), (4, 4)])[:, :drawn - 1]], 1).expand(2, 3, -1)
    losses = language.losses_of(model, ("both", (ids, places, ids, 16, torch.zeros(2, 2, dtype=torch.long))), where)
    check("language", model, sum(losses.values()))
    losses = language.losses_of(model, ("words", (ids, places, torch.tensor([19, 12]), torch.zeros(2, 2, dtype=torch.long))), where)
    check("language, reading", model, losses["read"])


for stage in (autoencoder, diffusion, language, vision):
    stage.autocast = lambda _: contextlib.nullcontext()  # there is none for this device
with OneDevice():
    main()
