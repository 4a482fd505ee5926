# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes pictures from an exported folder with plain torch, on a contact sheet. The engine's own pictures are the truth;
this is for looking at a model while it learns.

    python3 training/sample.py --model assets/models/builtin --out sheet.png
"""
import json
import re
from pathlib import Path
import cv2
import numpy as np
import torch

import tensors
import text
from common import arguments
from models.autoencoder import Autoencoder
from models.diffusion_transformer import DiffusionTransformer, sigmas
from models.glyph_encoder import GlyphEncoder, byte_ids
from models.language_model import LanguageModel, grid_positions, preview_grid
from models.vision_tokenizer import enlarge_ids

PROMPTS = ["mountains with a sun on the right, orange", "群山，左边有月亮，深蓝金", "ondas do mar com sol no centro, azul-claro",
           "hills with a crescent moon on the left, purple", "城市天际线，右边有满月，红", "dunas, bege",
           "concentric rings in teal", "柔和渐变，粉红", "sun rays, yellow", "paper-cut ribbons in mint",
           "a quiet morning by the lake, green", "机器人在太空里跳舞"]


class Model:
    def __init__(self, folder):
        read = lambda name: json.loads((Path(folder) / name).read_text())
        self.vl, self.vae = read("vision_language_encoder/config.json"), read("vae/config.json")
        self.tokenizer = text.Tokenizer(read("processor/tokenizer.json"))
        load = lambda part, module: tensors.from_checkpoint(folder, part, module).requires_grad_(False)
        self.language = load("language", LanguageModel(self.vl["text_config"]))
        self.net = load("diffusion", DiffusionTransformer(read("transformer/config.json")))
        self.glyphs = load("glyphs", GlyphEncoder(read("text_encoder/config.json")))
        self.autoencoder = load("autoencoder", Autoencoder(self.vae))

    def tokens(self, prompt, h, w, temperature, top_p):
        """Ids of the large grid [1, n]."""
        th, tw = h // 32, w // 32
        ph, pw = preview_grid(th, tw)
        start, codes = self.vl["image_start_token_id"], self.vl["vq_config"]["num_embeddings"]
        ids = torch.tensor([self.tokenizer.encode(prompt + f"<sop>{th} {tw}<eop><sop>{ph} {pw}<eop>") + [start]])
        n = ids.shape[1]
        places, out, cache = grid_positions(n, [(ph, pw), (th, tw)]), [], None
        at = torch.arange(n).expand(1, 3, n)
        for k in range(ph * pw + th * tw):
            logits, new = self.language(ids, at, cache, head_from=ids.shape[1] - 1)
            cache = new
            p = (logits[0, -1, :codes].float() / temperature).softmax(-1)
            value, order = p.sort(descending=True)
            value[value.cumsum(0) - value >= top_p] = 0
            ids = order[torch.multinomial(value, 1)][None]
            at = places[None, :, k:k + 1]
            out.append(ids)
        return torch.cat(out, 1)[:, ph * pw:]

    def paint(self, large, prompt, h, w, steps, guidance):
        """Ids of the large grid -> picture [h, w, 3] uint8."""
        titles = re.findall(r"“([^“”]*)”", prompt) + re.findall(r'"([^"]*)"', prompt)
        titles = titles or [""]
        glyphs = torch.cat([self.glyphs(torch.tensor([byte_ids(t, (len(titles) + 1) % 2)])) for t in titles], 1)
        none = self.glyphs(torch.tensor([byte_ids("")]))
        prior, size = enlarge_ids(large, h // 32, w // 32), torch.tensor([[float(h), float(w)]])
        x, (times, levels) = torch.randn(1, 16, h // 8, w // 8), sigmas(steps, h, w)
        one = lambda g, dropped, t: self.net(x, g, prior, torch.tensor([dropped]), torch.tensor([float(t)]), size, torch.zeros(1, 2))[0]
        for t, now, then in zip(times, levels, levels[1:]):
            v = one(glyphs, False, t)
            if guidance > 1:
                u = one(none, True, t)
                v = u + guidance * (v - u)
            x = x + (then - now) * v
        mean, std = (torch.tensor(self.vae[k])[:, None, None] for k in ("latents_mean", "latents_std"))
        y = self.autoencoder.decoder(x * std + mean)[0].float()
        return ((y / 2 + 0.5).clamp(0, 1) * 255).round().byte().permute(1, 2, 0).numpy()


def sheet(file, pictures, columns, side=256):
    small = [cv2.resize(p, (side * p.shape[1] // max(p.shape), side * p.shape[0] // max(p.shape)), interpolation=cv2.INTER_AREA) for p in pictures]
    cells = [cv2.copyMakeBorder(p, 0, side - p.shape[0], 0, side - p.shape[1], cv2.BORDER_CONSTANT, value=(255, 255, 255)) for p in small]
    rows = [np.concatenate(cells[i:i + columns], 1) for i in range(0, len(cells), columns)]
    cv2.imwrite(str(file), np.concatenate(rows)[..., ::-1])


if __name__ == "__main__":
    args = arguments("Makes a contact sheet.", model="", out="sheet.png", steps=20, guidance=1.0, temperature=1.0, top_p=0.95,
                     height=512, width=512, columns=6, prompts="")
    model = Model(args.model)
    prompts = Path(args.prompts).read_text().splitlines() if args.prompts else PROMPTS
    pictures = []
    with torch.no_grad():
        for prompt in prompts:
            large = model.tokens(prompt, args.height, args.width, args.temperature, args.top_p)
            pictures.append(model.paint(large, prompt, args.height, args.width, args.steps, args.guidance))
            print(prompt, "·", len(large.unique()), "codes", flush=True)
    sheet(args.out, pictures, args.columns)
