# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares the networks in models/ with reference values (a goldens folder): proof that what is trained is GLM-Image.

    python3 training/check_architecture.py PATH/TO/goldens/A
"""
import json
import sys
from pathlib import Path
import torch

import tensors
import text
from models.autoencoder import Autoencoder
from models.diffusion_transformer import DiffusionTransformer, sigmas
from models.glyph_encoder import GlyphEncoder, byte_ids
from models.language_model import LanguageModel, grid_positions
from models.vision_tokenizer import VectorQuantiser, VisionTower

root = Path(sys.argv[1])
manifest = json.loads((root / "goldens.json").read_text())
cases = {c["name"]: c for c in manifest["cases"]}
checkpoint = root / "checkpoint"
config = lambda part: json.loads((checkpoint / part / "config.json").read_text())
worst = 0.0


def compare(name, got, want):
    global worst
    if not want.is_floating_point():
        error = 0.0 if torch.equal(got.to(want.dtype).flatten(), want.flatten()) else 1.0
    else:
        error = ((got.float().flatten() - want.flatten()).abs().max() / want.abs().max()).item()
    worst = max(worst, error)
    print(f"{name:32} {error:9.2e} {'ok' if error < 1e-4 else 'FAIL'}")


def case(name):
    return cases[name]["params"], tensors.load(root / cases[name]["file"])


@torch.no_grad()
def main():
    vl, vae = config("vision_language_encoder"), config("vae")
    dit = tensors.from_checkpoint(checkpoint, "diffusion", DiffusionTransformer(config("transformer")))

    def velocity(p, t, read=None, embeds="in.embeds", dropped=None):
        drop = torch.tensor([p["prior_dropped"] if dropped is None else dropped])
        size, crop = torch.tensor([[p["height"], p["width"]]]), torch.tensor([[p["crop_top"], p["crop_left"]]])
        return dit(t["in.latent"][None], t[embeds][None], t["in.prior_token_ids"][None].long(), drop,
                   torch.tensor([float(p["timestep"])]), size, crop, read)[0]

    for name in ("dit_cond", "dit_uncond", "dit_cond_text1_t449", "dit_crop"):
        p, t = case(name)
        compare(name, velocity(p, t), t["out.velocity"])
    p, t = case("dit_kv_1")
    h, w = p["cond_sizes_hw"][0]
    none = torch.zeros(1, 0, dit.config["text_embed_dim"])
    kept = dit(t["in.cond_latent.0"][None], none, t["in.cond_prior_token_ids.0"][None].long(), torch.tensor([False]),
               torch.zeros(1), torch.tensor([[h, w]]), torch.zeros(1, 2))[1]
    p.setdefault("prior_dropped", False), p.setdefault("crop_top", 0), p.setdefault("crop_left", 0)
    compare("dit_kv_1 read", velocity(p, t, kept, dropped=False), t["out.velocity_read"])

    ar = tensors.from_checkpoint(checkpoint, "language", LanguageModel(vl["text_config"]))
    p, t = case("ar_prefill_t2i")
    compare("ar_prefill_t2i logits", ar(t["in.embedded_ids"][None].long() if "in.embedded_ids" in t else
                                        t["in.input_ids"][None].long(), t["out.position_ids"][None])[0]
            if "out.position_ids" in t else None, t["out.logits"])
    grids = [tuple(g[1:]) for g in reversed(p["grid_thw"])] if "grid_thw" in p else None
    if grids:
        length = t["out.position_ids"].shape[1]
        want = t["out.decode_position_ids"]
        compare("ar decode positions", grid_positions(length, grids), want[:, :want.shape[1] - 1])

    autoencoder = tensors.from_checkpoint(checkpoint, "autoencoder", Autoencoder(vae))
    mean = torch.tensor(vae["latents_mean"])[:, None, None]
    std = torch.tensor(vae["latents_std"])[:, None, None]
    p, t = case("vae_decode")
    compare("vae_decode", autoencoder.decoder((t["in.latent"] * std + mean)[None]), t["out.decoded"])
    p, t = case("vae_encode")
    compare("vae_encode", autoencoder.encoder(t["in.image"][None])[:, :vae["latent_channels"]], t["out.mean"])

    tower = tensors.from_checkpoint(checkpoint, "vision", VisionTower(vl["vision_config"]))
    quantiser = tensors.from_checkpoint(checkpoint, "quantiser", VectorQuantiser(vl["vq_config"]))
    for name in [c for c in cases if c.startswith("vision_img")]:
        p, t = case(name)
        _, gh, gw = t["out.grid_thw"].tolist()
        patches = t["out.pixel_values"].view(gh, gw, 3, 16, 16).permute(2, 0, 3, 1, 4).reshape(1, 3, gh * 16, gw * 16)
        features = tower(patches)
        compare(name + " features", features[0].flatten(1).T, t["out.features"])
        compare(name + " ids", quantiser(features)[0], t["out.vq_ids"])

    glyphs = tensors.from_checkpoint(checkpoint, "glyphs", GlyphEncoder(config("text_encoder")))
    p, t = case("glyph_embeds_3")
    pad = (len(p["texts"]) + 1) % 2
    rows = [glyphs(torch.tensor([byte_ids(s, pad)]))[0] for s in p["texts"]]
    compare("glyph_embeds_3", torch.cat(rows), t["out.embeds"])

    p, t = case("scheduler")
    for name, want in t.items():
        _, kind, steps, *size = name.split(".")
        if kind == "sigmas":
            h, w = map(int, size[0].split("x"))
            compare("scheduler " + name[4:], torch.tensor(sigmas(int(steps), h, w)[1]), want)

    bpe = text.Tokenizer(json.loads((checkpoint / "processor/tokenizer.json").read_text()))
    wrong = [e for e in cases["tokenizer"]["expect"] if bpe.encode(e["text"]) != e["ids"]]
    print(f"tokenizer: {len(wrong)} of {len(cases['tokenizer']['expect'])} texts differ", [e["text"] for e in wrong][:5])
    return 0 if worst < 1e-4 and not wrong else 4


sys.exit(main())
