# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains the language model: caption -> preview tokens -> large-grid tokens.

    python3 training/language.py --minutes 10 --grids preview     most of the time: half the cost
    python3 training/language.py --minutes 10 --grids both        teaches the large grid, other sizes too
    python3 training/language.py --minutes 20 --anneal --grids both

The first run also learns the text vocabulary from the captions (tokenizer.json in the work folder).
"""
import json
import numpy as np
import torch
import torch.nn.functional as F

import free_words
import text
from common import Training, ahead, arguments, autocast, configs, device, measured
from encode import Examples, load_vision
from models.language_model import LanguageModel, grid_positions, preview_grid
from source import LANGUAGES, vocabulary


def make_vocabulary(args, examples, visual, codebook):
    """Learns merges, keeps tokenizer.json and notes the ids that the configuration needs."""
    captions = [c for s in examples.shapes() for w in examples.words(s) for lang in LANGUAGES for c in w[lang]]
    captions = captions[::max(1, len(captions) // 20000)]
    rng, names = np.random.default_rng(1), vocabulary(args.work).get("palettes", {})
    captions += [free_words.free(rng, lang, palette, names[palette][lang]) for lang in LANGUAGES for palette in names
                 for _ in range(min(150, max(4, len(captions) // 130)))]
    spec = text.make_spec(text.learn_merges(captions, 900), codebook, visual)
    (args.work / "tokenizer.json").write_text(json.dumps(spec, ensure_ascii=False))
    ids = {t["content"]: t["id"] for t in spec["added_tokens"]}
    vocab_size = -(-(max(ids.values()) + 1) // 64) * 64
    measured(args, "tokens", vocab_size=vocab_size, image=ids["<|image|>"], end_of_text=ids["<|endoftext|>"])


def load_language(args):
    """The untrained model with the vocabulary's sizes filled in, and the tokenizer."""
    spec = json.loads((args.work / "tokenizer.json").read_text())
    c = configs(args)
    c["vision_language"]["text_config"].update(vocab_size=c["tokens"]["vocab_size"], pad_token_id=c["tokens"]["end_of_text"])
    return LanguageModel(c["vision_language"]["text_config"]), text.Tokenizer(spec)


@torch.no_grad()
def start(model, codes, scale=0.5):
    """Similar codes start with similar embeddings and similar logits."""
    n, dim = codes.shape
    turn = torch.linalg.qr(torch.randn(model.config["hidden_size"], dim))[0].T
    centred = torch.nn.functional.normalize(codes - codes.mean(0), dim=-1)
    torch.nn.init.normal_(model.embed_tokens.weight, std=0.05)
    model.embed_tokens.weight[:n] += scale * centred @ turn
    torch.nn.init.normal_(model.lm_head.weight, std=0.01)
    model.lm_head.weight[:n] += 0.1 * centred @ turn


# Where two heads of every layer look at first, as steps back in (t, h, w): neighbours drawn already; then, for the large
# grid, the next cell's token in the preview (grids whose longer side is 16, 18, 19 or 21 tokens).
REACH = [[(0, 1, 0), (0, 0, 1)], [(0, 1, -1), (0, 1, 1)], [(0, 2, 0), (0, 0, 2)],
         [(16, 16, 15), (18, 18, 17)], [(19, 19, 18), (21, 21, 20)], [(0, 1, 0), (0, 0, 1)]]


@torch.no_grad()
def start_local(model, layers=range(6)):
    """Sets those heads through biases alone: with rotary positions a constant query and key give a score that falls with
    the distance from one place. The configuration's small rope_theta is for this: a grid of 16x16 wants angles that
    change from cell to cell."""
    rope, size = model.config["rope_parameters"], model.layers[0].self_attn.head_dim
    rotated = int(size * rope["partial_rotary_factor"])
    inv = rope["rope_theta"] ** (-torch.arange(rotated // 2) / (rotated // 2))
    counts = rope["mrope_section"]
    for i in layers:
        a = model.layers[i].self_attn
        for head, back in enumerate(REACH[i]):
            at = head * size
            for linear in (a.q_proj, a.k_proj):
                linear.weight[at:at + rotated] *= 0.15
                linear.bias[at:at + rotated] = 0
            for axis, strength in enumerate((6.0, 8.0, 16.0) if back[0] else (0.0, 4.0, 9.0)):  # far places want a sharper look
                first, count = sum(counts[:axis]), counts[axis]
                f, to = inv[first:first + count], at + first
                a.k_proj.bias[to:to + count] = strength
                a.q_proj.bias[to:to + count] = strength * (f * back[axis]).cos()
                a.q_proj.bias[to + rotated // 2:to + rotated // 2 + count] = -strength * (f * back[axis]).sin()


ABSTRACT = ("blur", "rings", "rays", "ribbons", "blobs", "arches", "stripes", "frame")


def suffix(tokenizer, th, tw, ph, pw, start_id):
    return tokenizer.encode(f"<sop>{th} {tw}<eop><sop>{ph} {pw}<eop>") + [start_id]


class Sequences:
    """Batches of [prompt, preview, large] with positions and the place where the picture begins."""

    def __init__(self, work, tokenizer, start_id, rng):
        self.examples, self.tokenizer, self.start_id, self.rng = Examples(work), tokenizer, start_id, rng
        self.names = vocabulary(work).get("palettes", {})
        self.pairs = Examples(work, "pairs")
        self.repainted = {s: self.pairs.words(s) for s in self.pairs.shapes()}
        self.words = {s: self.examples.words(s) for s in self.examples.shapes()}

    def caption(self, words):
        """One of the picture's captions; for half of the abstract grounds, words that only suggest its colours."""
        lang, rng, scene = LANGUAGES[self.rng.integers(3)], self.rng, words.get("scene") or {}
        if scene and scene["elements"][0]["subject"] in ABSTRACT and rng.random() < 0.5:
            return free_words.free(rng, lang, scene["palette"], self.names[scene["palette"]][lang])
        told = words[lang][rng.integers(len(words[lang]))]
        return free_words.beside(rng, lang, told) if scene and rng.random() < 0.2 else told

    def batch(self, count, kind):
        """kind: preview, both, or double (the grid of a picture twice the size, squares only)."""
        share = np.array([len(t) for t in self.words.values()], float)
        w, h = (512, 512) if kind == "double" else list(self.words)[self.rng.choice(len(share), p=share / share.sum())]
        preview = self.examples.array((w, h), "preview")
        large = self.examples.array((w, h), "double" if kind == "double" else "large")
        th, tw = (h // 16, w // 16) if kind == "double" else (h // 32, w // 32)
        ph, pw = preview_grid(th, tw)
        stride = 4 if kind == "double" else 1
        n = min(len(preview), len(large) * stride, len(self.words[w, h])) // stride
        prompts, pictures = [], []
        for i in self.rng.integers(n, size=count):
            prompts.append(self.tokenizer.encode(self.caption(self.words[w, h][i * stride])) + suffix(self.tokenizer, th, tw, ph, pw, self.start_id))
            drawn = [preview[i * stride]] + ([large[i]] if kind != "preview" else [])
            pictures.append(np.concatenate(drawn).astype(np.int64))
        starts = [grid_positions(len(p), [(ph, pw), (th, tw)]) for p in prompts]
        return stacked(prompts, [torch.arange(len(p)).expand(3, -1) for p in prompts], pictures, starts, ph * pw)

    def edits(self, count):
        """Image-to-image: [start, grid of the source, end, words, suffix without preview, start] -> the repainted grid."""
        (w, h), words = list(self.repainted.items())[self.rng.integers(len(self.repainted))]
        source, large = self.pairs.array((w, h), "source"), self.pairs.array((w, h), "large")
        th, tw, n = h // 32, w // 32, min(len(source), len(large), len(words))
        prompts, before, pictures, after = [], [], [], []
        for i in self.rng.integers(n, size=count):
            told = words[i][LANGUAGES[self.rng.integers(3)]]
            text_ids = self.tokenizer.encode(told[self.rng.integers(len(told))] + f"<sop>{th} {tw}<eop>") + [self.start_id]
            prompts.append([self.start_id, *source[i].tolist(), self.start_id + 1, *text_ids])
            rest = torch.arange(1 + len(text_ids)) + 1 + max(th, tw)
            before.append(torch.cat([torch.zeros(3, 1, dtype=torch.long), grid_positions(1, [(th, tw)]), rest.expand(3, -1)], 1))
            after.append(grid_positions(int(rest[-1]) + 1, [(th, tw)]))
            pictures.append(large[i].astype(np.int64))
        return stacked(prompts, before, pictures, after, 0)


def stacked(prompts, before, pictures, after, first):
    """A batch of prompts and drawn tokens with their positions: ids, positions, wanted ids (-100: none), first as it came."""
    longest, drawn = max(map(len, prompts)), len(pictures[0])
    ids = torch.zeros(len(prompts), longest + drawn - 1, dtype=torch.long)
    places = torch.zeros(len(prompts), 3, longest + drawn - 1, dtype=torch.long)
    wanted = torch.full((len(prompts), longest + drawn - 1), -100)
    for k, (prompt, picture) in enumerate(zip(prompts, pictures)):
        length, picture = len(prompt), torch.from_numpy(picture)
        ids[k, :length] = torch.tensor(prompt)
        ids[k, length:length + drawn - 1] = picture[:-1]
        places[k, :, :length] = before[k]
        places[k, :, length:length + drawn - 1] = after[k][:, :drawn - 1]
        wanted[k, length - 1:length - 1 + drawn] = picture
    return ids, places, wanted, first


class Batches:
    """Which grids a step sees, and its batch. Looks again every hundred steps for what was painted meanwhile."""

    def __init__(self, args, sequences, step):
        self.args, self.sequences, self.step = args, sequences, step

    def __call__(self):
        if self.step % 100 == 99:
            old = self.sequences
            self.sequences = Sequences(self.args.work, old.tokenizer, old.start_id, old.rng)
        order = ("both", "preview", "both", "double", "both", "preview", "both", "both")
        kind = "preview" if self.args.grids == "preview" else order[self.step % 8]
        if self.sequences.repainted and self.step % 6 == 5:
            kind = "edit"
        self.step += 1
        if kind == "edit":
            return kind, self.sequences.edits(max(1, self.args.batch // 2))
        count = {"preview": self.args.batch, "both": self.args.batch // 2, "double": max(1, self.args.batch // 8)}[kind]
        return kind, self.sequences.batch(count, kind)


def losses_of(model, kind_and_batch, where):
    kind, (ids, places, wanted, first) = kind_and_batch
    with autocast(where):
        logits, _ = model(ids.to(where), places.to(where))
    wanted = wanted.to(where)
    each = F.cross_entropy(logits.float().flatten(0, 1), wanted.flatten(), ignore_index=-100, reduction="none").view(len(ids), -1)
    known = wanted != -100
    order = known.cumsum(1)
    mean = lambda which: (each * which).sum() / which.sum()
    if kind == "edit":
        return {"edit": mean(known)}
    losses = {"preview": mean(known & (order <= first))}
    if kind != "preview":
        losses["double" if kind == "double" else "large"] = mean(known & (order > first))
    return losses


if __name__ == "__main__":
    args = arguments("Trains the language model.", batch=16, grids="both", lr=0.01)
    where, c = device(), configs(args)["vision_language"]
    codebook, visual = c["vq_config"]["num_embeddings"], c["text_config"]["vision_vocab_size"]
    if not (args.work / "tokenizer.json").exists():
        make_vocabulary(args, Examples(args.work), visual, codebook)
    model, tokenizer = load_language(args)
    if not (args.work / "language.pt").exists():
        start(model, load_vision(args).quantiser.codes())
        start_local(model)
    model.to(where)
    training = Training(args, "language", model, lr=args.lr, adam_lr=args.lr / 10, average=0.998,
                        matrices=lambda key, p: p.dim() == 2 and "layers" in key)
    sequences = Sequences(args.work, tokenizer, c["image_start_token_id"], np.random.default_rng(args.seed + training.step))
    batches = ahead(Batches(args, sequences, training.step))
    for step in training:
        losses = losses_of(model, next(batches), where)
        sum(losses.values()).backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        training.update(**{k: v.detach() for k, v in losses.items()})
