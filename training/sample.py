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
from common import arguments, autocast
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
        self.defaults = read("haibao.json")
        self.tokenizer = text.Tokenizer(read("processor/tokenizer.json"))
        load = lambda part, module: tensors.from_checkpoint(folder, part, module).requires_grad_(False)
        self.language = load("language", LanguageModel(self.vl["text_config"]))
        self.net = load("diffusion", DiffusionTransformer(read("transformer/config.json")))
        self.glyphs = load("glyphs", GlyphEncoder(read("text_encoder/config.json")))
        self.autoencoder = load("autoencoder", Autoencoder(self.vae))

    def tokens(self, prompts, h, w, temperature, top_p):
        """Ids of the large grids [B, n] for a list of prompts; all of them are drawn side by side."""
        th, tw = h // 32, w // 32
        ph, pw = preview_grid(th, tw)
        start, codes = self.vl["image_start_token_id"], self.vl["vq_config"]["num_embeddings"]
        texts = [self.tokenizer.encode(p + f"<sop>{th} {tw}<eop><sop>{ph} {pw}<eop>") + [start] for p in prompts]
        longest, count = max(map(len, texts)), ph * pw + th * tw
        ids = torch.tensor([[start] * (longest - len(t)) + t for t in texts])  # what fills up on the left is never looked at
        at = torch.stack([torch.arange(longest).clamp(min=longest - len(t)) - (longest - len(t)) for t in texts])
        at = at[:, None].expand(-1, 3, -1)
        places = torch.stack([grid_positions(len(t), [(ph, pw), (th, tw)]) for t in texts])
        hidden = torch.stack([torch.arange(longest + count) < longest - len(t) for t in texts])
        hidden = torch.where(hidden, -1e9, 0.0)[:, None, None]
        mask = hidden[..., :longest] + torch.full((longest, longest), -1e9).triu(1)
        out, cache = [], None
        for k in range(count):
            logits, cache = self.language(ids, at, cache, mask, head_from=ids.shape[1] - 1)
            p = (logits[:, -1, :codes].float() / temperature).softmax(-1)
            value, order = p.sort(descending=True)
            value[value.cumsum(-1) - value >= top_p] = 0
            ids = order.gather(1, torch.multinomial(value, 1))
            at, mask = places[:, :, k:k + 1], hidden[..., :longest + k + 1]
            out.append(ids)
        return torch.cat(out, 1)[:, ph * pw:]

    def paint(self, large, prompts, h, w, steps, guidance):
        """Ids of the large grids [B, n] -> pictures [h, w, 3] uint8."""
        out = [None] * len(prompts)
        texts = [titles_of(p) for p in prompts]
        for shape in sorted(set(tuple(map(len, t)) for t in texts)):  # the network has no mask for texts
            some = [i for i, t in enumerate(texts) if tuple(map(len, t)) == shape]
            for at in range(0, len(some), 4):
                batch = some[at:at + 4]
                for i, picture in zip(batch, self.paint_some(large[batch], [texts[i] for i in batch], h, w, steps, guidance)):
                    out[i] = picture
        return out

    def paint_some(self, large, texts, h, w, steps, guidance):
        n = len(large)
        glyphs = torch.cat([self.glyphs(torch.tensor(column)) for column in zip(*texts)], 1)
        none = self.glyphs(torch.tensor([byte_ids("")])).expand(n, -1, -1)
        prior = torch.cat([enlarge_ids(row[None], h // 32, w // 32) for row in large])
        size, zero = torch.tensor([[float(h), float(w)]]).expand(n, 2), torch.zeros(n, 2)
        x, (times, levels) = torch.randn(n, 16, h // 8, w // 8), sigmas(steps, h, w)
        one = lambda g, dropped, t: self.net(x, g, prior, torch.full((n,), dropped), torch.full((n,), float(t)), size, zero)[0].float()
        for t, now, then in zip(times, levels, levels[1:]):
            v = one(glyphs, False, t)
            if guidance > 1:
                u = one(none, True, t)
                v = u + guidance * (v - u)
            x = x + (then - now) * v
        return self.decode(x)

    def decode(self, x):
        """Latents as the network sees them -> pictures [h, w, 3] uint8."""
        mean, std = (torch.tensor(self.vae[k])[:, None, None] for k in ("latents_mean", "latents_std"))
        y = self.autoencoder.decoder((x * std + mean).contiguous(memory_format=torch.channels_last)).float()
        return list(((y / 2 + 0.5).clamp(0, 1) * 255).round().byte().permute(0, 2, 3, 1).numpy())

    def draw(self, prompts, h=512, w=512, steps=0, guidance=0.0, temperature=0.0, top_p=0.0, batch=16):
        """Prompts -> pictures, with the model's own settings where none are given."""
        own = self.defaults
        steps, guidance = steps or own["steps"], guidance or own["guidance"]
        temperature, top_p = temperature or own["temperature"], top_p or own["top_p"]
        out = []
        with torch.no_grad(), autocast(torch.device("cpu")):
            for i in range(0, len(prompts), batch):
                some = prompts[i:i + batch]
                out += self.paint(self.tokens(some, h, w, temperature, top_p), some, h, w, steps, guidance)
        return out


def titles_of(prompt):
    """Byte ids of every quoted title, as the engine reads them."""
    titles = re.findall(r"“([^“”]*)”", prompt) + re.findall(r'"([^"]*)"', prompt) or [""]
    return [byte_ids(t, (len(titles) + 1) % 2) for t in titles]


def sheet(file, pictures, columns, side=256):
    small = [cv2.resize(p, (side * p.shape[1] // max(p.shape), side * p.shape[0] // max(p.shape)), interpolation=cv2.INTER_AREA) for p in pictures]
    cells = [cv2.copyMakeBorder(p, 0, side - p.shape[0], 0, side - p.shape[1], cv2.BORDER_CONSTANT, value=(255, 255, 255)) for p in small]
    rows = [np.concatenate(cells[i:i + columns], 1) for i in range(0, len(cells), columns)]
    cv2.imwrite(str(file), np.concatenate(rows)[..., ::-1])


if __name__ == "__main__":
    args = arguments("Makes a contact sheet.", model="", out="sheet.png", steps=0, guidance=0.0, temperature=0.0, top_p=0.0,
                     height=512, width=512, columns=6, prompts="")
    prompts = Path(args.prompts).read_text().splitlines() if args.prompts else PROMPTS
    pictures = Model(args.model).draw(prompts, args.height, args.width, args.steps, args.guidance, args.temperature, args.top_p)
    sheet(args.out, pictures, args.columns)
