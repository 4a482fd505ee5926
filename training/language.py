# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains the language model: caption -> preview tokens -> large-grid tokens.

    python3 training/language.py --minutes 2 --grids words        reading: captions without pictures, a tenth of the cost
    python3 training/language.py --minutes 1 --grids copy         the large grid repeats the preview: learned on chance tokens
    python3 training/language.py --minutes 10 --grids preview     most of the time: half the cost
    python3 training/language.py --minutes 10 --grids both        teaches the large grid, other sizes too
    python3 training/language.py --minutes 20 --anneal --grids both

The first run also learns the text vocabulary from the captions (tokenizer.json in the work folder).
"""
import json
import time
from itertools import islice
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F

import free_words
import plain_words
import text
from attributes import Asked, Heads
from common import Training, ahead, arguments, autocast, configs, device, measured
from encode import Examples, load_vision
from models.diffusion_transformer import CAUSAL
from models.language_model import LanguageModel, grid_positions, preview_grid
from source import LANGUAGES, descriptions, vocabulary


def make_vocabulary(args, examples, visual, codebook):
    """Learns merges, keeps tokenizer.json and notes the ids that the configuration needs."""
    captions = [c for s in examples.shapes() for w in examples.words(s) for lang in LANGUAGES for c in w[lang]]
    captions = captions[::max(1, len(captions) // 20000)]
    rng, names = np.random.default_rng(1), vocabulary(args.work).get("palettes", {})
    captions += [free_words.free(rng, lang, palette, names[palette][lang]) for lang in LANGUAGES for palette in names
                 for _ in range(min(150, max(4, len(captions) // 130)))]
    spec = text.make_spec(text.learn_merges(captions, 2000), codebook, visual)
    (args.work / "tokenizer.json").write_text(json.dumps(spec, ensure_ascii=False))
    ids = {t["content"]: t["id"] for t in spec["added_tokens"]}
    vocab_size = -(-(max(ids.values()) + 1) // 64) * 64
    measured(args, "tokens", vocab_size=vocab_size, image=ids["<|image|>"], end_of_text=ids["<|endoftext|>"])


READ, TOLD = 1, 2  # after these layers the last token of a prompt, and every drawn token, has to know what is asked for


class Taught(nn.Module):
    """The language model with heads that only teach: what does the caption ask for, and which cell is this?"""

    def __init__(self, model, counts):
        super().__init__()
        self.model, dim = model, model.config["hidden_size"]
        self.heads = nn.ModuleDict({"where": Heads(dim, [32, 32]), **({k: Heads(dim, counts) for k in ("read", "told")} if counts else {})})

    def states(self, ids, places):
        """Hidden states after every layer."""
        x, (cos, sin) = self.model.embed_tokens(ids), self.model.rope(places)
        for layer in self.model.layers:
            x, _ = layer(x, cos, sin, CAUSAL, None)
            yield x

    def read(self, ids, places, last):
        return next(islice(self.states(ids, places), READ, None))[torch.arange(len(ids), device=ids.device), last]

    def forward(self, ids, places, first, last, some):
        """Logits from column `first` on; states of the prompts' last tokens (columns `last` [B]) and of `some` tokens [B, n]."""
        states, row = list(self.states(ids, places)), torch.arange(len(ids), device=ids.device)
        return self.model.lm_head(self.model.norm(states[-1][:, first:])), states[READ][row, last], states[TOLD][row[:, None], some]


def load_language(args):
    """The untrained model with the vocabulary's sizes filled in, and the tokenizer."""
    spec = json.loads((args.work / "tokenizer.json").read_text())
    c = configs(args)
    c["vision_language"]["text_config"].update(vocab_size=c["tokens"]["vocab_size"], pad_token_id=c["tokens"]["end_of_text"])
    return LanguageModel(c["vision_language"]["text_config"]), text.Tokenizer(spec)


def taught(args, model):
    names = vocabulary(args.work)
    return Taught(model, Asked(names).counts() if names else [])


def trained_language(args):
    kept = torch.load(args.work / "language.pt", weights_only=True, map_location="cpu")["mean"]
    model = load_language(args)[0]
    model.load_state_dict({k.removeprefix("model."): v for k, v in kept.items() if k.startswith("model.")})
    return model.eval().requires_grad_(False)


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


# Where two heads of every layer look at first, as steps back in (h, w): neighbours drawn already.
REACH = [[(1, 0), (0, 1)], [(1, -1), (1, 1)], [(2, 0), (0, 2)], [(1, 0), (0, 1)], [(1, -1), (1, 1)], [(1, 0), (0, 1)]]


def frequencies(config, axis):
    """What of a head's rotated half belongs to this axis of (t, h, w): first index and frequencies."""
    rope, counts = config["rope_parameters"], config["rope_parameters"]["mrope_section"]
    half = int(config["head_dim"] * rope["partial_rotary_factor"]) // 2
    first = sum(counts[:axis])
    return first, rope["rope_theta"] ** (-torch.arange(first, first + counts[axis]) / half)


@torch.no_grad()
def aim(model, layer, head, back, strengths):
    """Makes a head look `back` steps in (t, h, w), through biases alone: with rotary positions a constant query and key give
    a score that falls with the distance from one place. The configuration's small rope_theta is for this: a grid of
    16x16 wants angles that change from cell to cell. Returns the product of query and key at that place."""
    a, size = model.layers[layer].self_attn, model.config["head_dim"]
    half, total = int(size * model.config["rope_parameters"]["partial_rotary_factor"]) // 2, 0.0
    for axis, strength in enumerate(strengths):
        first, f = frequencies(model.config, axis)
        to = slice(head * size + first, head * size + first + len(f))
        a.k_proj.bias[to] = strength
        a.q_proj.bias[to] = strength * (f * back[axis]).cos()
        a.q_proj.bias[to.start + half:to.stop + half] = -strength * (f * back[axis]).sin()
        total += strength ** 2 * len(f)
    return total


@torch.no_grad()
def start_local(model):
    """Sets the heads of REACH; what they see may still turn them."""
    rotated = int(model.config["head_dim"] * model.config["rope_parameters"]["partial_rotary_factor"])
    for layer, heads in enumerate(REACH):
        for head, back in enumerate(heads):
            a, at = model.layers[layer].self_attn, head * model.config["head_dim"]
            for linear in (a.q_proj, a.k_proj):
                linear.weight[at:at + rotated] *= 0.15
                linear.bias[at:at + rotated] = 0
            aim(model, layer, head, (0, *back), (0.0, 4.0, 9.0))


LAST = 3  # the number of every layer's last head: the first layer's tells where a token stands, those of COPIES copy
COPIES = {5: 16, 4: 18, 3: 21, 2: 23}  # layer: the longer side of the grids that its last head copies


@torch.no_grad()
def start_copies(model):
    """Up to a quarter of a megapixel the large grid is the preview once more. So the last head of four layers looks at nothing
    but the next cell's token in a preview of one size; time, which is the same for all of a preview, tells the sizes apart.
    A score of 0 at that place keeps the scores exact in bf16, where 400 and 401 are one number."""
    size = model.config["head_dim"]
    for layer, side in COPIES.items():
        a, at = model.layers[layer].self_attn, LAST * size
        for linear in (a.q_proj, a.k_proj):
            linear.weight[at:at + size] = 0
            linear.bias[at:at + size] = 0
        score = aim(model, layer, LAST, (side, side, side - 1), (36.0, 8.0, 16.0))
        free = at + size - 1
        a.k_proj.bias[free], a.q_proj.bias[free] = score ** 0.5, -score ** 0.5


def ramp(frequencies, first, last):
    """Amplitudes [cos, sin] whose sum over the frequencies rises evenly from -1.5 to 1.5 over these distances."""
    x = torch.arange(first, last + 1).double()
    angle = x[:, None] * frequencies.double()
    waves = torch.cat([angle.cos(), angle.sin(), torch.ones(len(x), 1)], 1)
    ridge = 1e-3 * torch.eye(waves.shape[1]).double()
    ridge[-1, -1] = 0
    return torch.linalg.solve(waves.T @ waves + ridge, waves.T @ torch.linspace(-1.5, 1.5, len(x)).double())[:-1].float().chunk(2)


def place_marks(tokenizer, start_id):
    return [start_id, tokenizer.added["<eop>"], tokenizer.added["<sop>"]]


@torch.no_grad()
def start_places(model, marks, scale=20.0, gate=14.0):
    """Rotary positions are relative: alone they tell no token its row and column, and learning did not find it out in 500 steps.
    So one head looks only at the last tokens of the prompt, at <|start|> the more the farther down, at <eop> the more the
    farther right, and at <sop> for comparison: the shares are the place. What it adds has to be loud (half of what the layer's
    other heads add), or nothing later listens to it."""
    layer, c = model.layers[0], model.config
    a, size = layer.self_attn, c["head_dim"]
    rotated, at = int(size * c["rope_parameters"]["partial_rotary_factor"]), LAST * size
    x = layer.input_layernorm(model.embed_tokens.weight).double()
    want, weigh = torch.zeros(len(x), 3).double(), torch.ones(len(x), 1).double()
    want[marks], weigh[marks] = torch.eye(3).double(), 1e5
    tell = torch.linalg.solve(x.T @ (weigh * x) + torch.eye(x.shape[1]), x.T @ (weigh * want)).T.float()  # [3, hidden]: which mark is it?
    for linear in (a.q_proj, a.k_proj, a.v_proj):
        linear.weight[at:at + size] = 0
        linear.bias[at:at + size] = 0
    for axis, mark, span in ((1, 0, (1, 21)), (2, 1, (2, 23))):
        first, f = frequencies(c, axis)
        cos, sin = ramp(f, *span)
        to = slice(at + first, at + first + len(f))
        a.k_proj.weight[to] = scale * tell[mark]
        a.q_proj.bias[to] = cos * size ** 0.5 / scale
        a.q_proj.bias[to.start + rotated // 2:to.stop + rotated // 2] = -sin * size ** 0.5 / scale
    a.k_proj.weight[at + rotated] = scale * tell.sum(0)
    a.q_proj.bias[at + rotated] = gate * size ** 0.5 / scale
    a.v_proj.weight[at], a.v_proj.weight[at + 1] = tell[0] - 0.5 * tell[1] - 0.5 * tell[2], tell[1] - tell[2]
    old = a.o_proj.weight[:, :at].norm(dim=0).mean()
    a.o_proj.weight[:, at:at + size] = 0
    a.o_proj.weight[:, at:at + 2] = 30 * old * torch.linalg.qr(torch.randn(c["hidden_size"], 2))[0]


@torch.no_grad()
def grown(model, state, marks):
    """The model with the weights of one that has fewer heads: new ones are aimed and silent, but for the one that start_places() sets."""
    rows = model.layers[0].self_attn.q_proj.out_features
    few = state["layers.0.self_attn.q_proj.weight"].shape[0] < rows
    for key in state if few else ():
        fresh, old = model.state_dict()[key].clone(), state[key]
        if ".self_attn." in key:
            if key.endswith("o_proj.weight"):
                fresh[:] = 0
                fresh[:, :old.shape[1]] = old
            else:
                fresh[:len(old)] = old
            state[key] = fresh
    model.load_state_dict(state)
    if few:
        start_copies(model)
        start_places(model, marks)
    return model


def keep_places(model, marks):
    """No gradient for what start_places() set: the optimiser's steps of even size would wear it away. The heads that copy stay free:
    they learn what their aim leaves out, the first cell of every row."""
    a, last = model.layers[0].self_attn, slice(LAST * model.config["head_dim"], None)

    def still(p, rows):
        mask = torch.ones(len(p), *[1] * (p.dim() - 1), device=p.device)
        mask[rows] = 0
        p.register_hook(lambda gradient: gradient * mask)
    for linear in (a.q_proj, a.k_proj, a.v_proj):
        still(linear.weight, last), still(linear.bias, last)
    still(model.embed_tokens.weight, marks)
    still(model.layers[0].input_layernorm.weight, slice(None))


UNTOLD = 0.04  # pictures shown without a caption: what a caption is measured against
ABSTRACT = ("blur", "rings", "rays", "ribbons", "blobs", "arches", "stripes", "frame")


def suffix(tokenizer, th, tw, ph, pw, start_id):
    return tokenizer.encode(f"<sop>{th} {tw}<eop><sop>{ph} {pw}<eop>") + [start_id]


class Sequences:
    """Batches of [prompt, preview, large] with positions and the place where the picture begins."""

    def __init__(self, work, tokenizer, start_id, rng):
        self.work, self.tokenizer, self.start_id, self.rng = work, tokenizer, start_id, rng
        names = vocabulary(work)
        self.names, self.asked = names, Asked(names) if names else None
        self.stores = [Examples(work), Examples(work, "tokens")]
        self.pairs = Examples(work, "pairs")
        self.repainted = {s: self.pairs.words(s) for s in self.pairs.shapes()}
        self.words = {(k, s): e.words(s) for k, e in enumerate(self.stores) for s in e.shapes()}
        self.unpainted = None

    def caption(self, words):
        """One of the picture's captions and what it asks for; for half of the abstract grounds, words that only suggest its
        colours; for half of the landscapes, words as people type them; now and then none at all."""
        rng, scene = self.rng, words.get("scene") or {}
        lang = LANGUAGES[rng.choice(3, p=[0.3, 0.42, 0.28])]
        told = words[lang][rng.integers(len(words[lang]))]
        if scene and rng.random() < UNTOLD:
            return "", self.asked.of(scene, ())
        if scene and scene["elements"][0]["subject"] in ABSTRACT and rng.random() < 0.5:
            return free_words.free(rng, lang, scene["palette"], self.names["palettes"][scene["palette"]][lang]), self.asked.of(scene, ("palette",))
        if scene and rng.random() < 0.5 and (typed := plain_words.plain(rng, lang, scene, self.names, told)):
            return typed[0], self.asked.of(scene, typed[1])
        return free_words.beside(rng, lang, told) if scene and rng.random() < 0.2 else told, self.asked.of(scene) if scene else []

    def batch(self, count, kind):
        """kind: preview, both, double (the grid of a picture twice the size, squares only), or copy (both grids are the same
        tokens, drawn by chance)."""
        if kind == "double" and (0, (512, 512)) not in self.words:
            kind = "both"  # none is painted yet
        kept = list(self.words)
        share = np.array([len(self.words[k]) for k in kept], float)
        at = (0, (512, 512)) if kind == "double" else kept[self.rng.choice(len(share), p=share / share.sum())]
        store, (w, h), words = self.stores[at[0]], at[1], self.words[at]
        preview = store.array((w, h), "preview")
        large = store.array((w, h), "double" if kind == "double" else "large")
        th, tw = (h // 16, w // 16) if kind == "double" else (h // 32, w // 32)
        ph, pw = preview_grid(th, tw)
        stride = 4 if kind == "double" else 1
        n = min(len(preview), len(large) * stride, len(words)) // stride
        prompts, pictures, answers = [], [], []
        for i in self.rng.integers(n, size=count):
            told, asked = self.caption(words[i * stride])
            answers.append(asked)
            prompts.append(self.tokenizer.encode(told) + suffix(self.tokenizer, th, tw, ph, pw, self.start_id))
            drawn = [preview[i * stride]] + ([large[i]] if kind != "preview" else [])
            if kind == "copy" and (ph, pw) == (th, tw):
                drawn = [self.rng.integers(self.start_id, size=ph * pw)] * 2
            pictures.append(np.concatenate(drawn).astype(np.int64))
        places = grid_positions(0, [(ph, pw), (th, tw)])
        starts = [places + len(p) for p in prompts]
        return (*stacked(prompts, [torch.arange(len(p)).expand(3, -1) for p in prompts], pictures, starts, ph * pw), torch.tensor(answers))

    def reading(self, count):
        """Prompts alone: ids, positions, the last token's column, what is asked for."""
        self.unpainted = self.unpainted or descriptions(3000 + int(self.rng.integers(1 << 20)))
        prompts, answers = [], []
        while len(prompts) < count:
            words = next(self.unpainted)
            for _ in range(2):
                told, asked = self.caption(words)
                prompts.append(self.tokenizer.encode(told) + suffix(self.tokenizer, 16, 16, 16, 16, self.start_id))
                answers.append(asked)
        last = torch.tensor([len(p) - 1 for p in prompts])
        ids = torch.tensor([p + [0] * (int(last.max()) + 1 - len(p)) for p in prompts])
        return ids, torch.arange(ids.shape[1]).expand(len(ids), 3, -1), last, torch.tensor(answers)

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
        return (*stacked(prompts, before, pictures, after, 0), torch.zeros(count, 0, dtype=torch.long))


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


ORDERS = {"words": ("words",), "copy": ("copy",), "preview": ("preview",) * 9 + ("both",),
          "long": ("preview", "both", "preview", "double", "preview", "both"),
          "both": ("both", "preview", "both", "double", "both", "preview", "both", "both")}


class Batches:
    """Which grids a step sees, and its batch. Looks again every minute for what was painted meanwhile."""

    def __init__(self, args, sequences, step):
        self.args, self.sequences, self.step, self.looked = args, sequences, step, time.time()

    def apart(self, k):
        self.sequences.rng = np.random.default_rng([self.args.seed, self.step, k])
        self.step += k

    def __call__(self):
        if time.time() - self.looked > 60 and self.args.grids != "words":
            old = self.sequences
            self.sequences, self.looked = Sequences(self.args.work, old.tokenizer, old.start_id, old.rng), time.time()
        order, batch = ORDERS[self.args.grids], self.args.batch
        kind = order[self.step % len(order)]
        if self.sequences.repainted and self.step % self.args.edits == self.args.edits - 1 and kind in ("preview", "both", "double"):
            kind = "edit"
        self.step += 1
        if kind == "edit":
            return kind, self.sequences.edits(max(1, batch // 2))
        if kind == "words":
            return kind, self.sequences.reading(4 * batch)
        count = {"preview": batch, "double": max(1, batch // 8)}.get(kind, max(1, batch // 2))
        return kind, self.sequences.batch(count, kind)


def losses_of(model, kind_and_batch, where):
    """Losses to be summed by weight(), and the share of the caption's questions that the heads answer rightly."""
    kind, batch = kind_and_batch
    if kind == "words":
        ids, places, last, answers = (t.to(where) for t in batch)
        with autocast(where):
            loss, right = model.heads["read"].loss(model.read(ids, places, last), answers)
        return {"read": loss, "right": right.detach()}
    ids, places, wanted, first, answers = batch
    known = wanted != -100
    last = known.float().argmax(1)
    begin = int(last.min())
    some = last[:, None] + torch.randint(int(known.sum(1).min()), (len(ids), 32))
    wanted, known = wanted[:, begin:].to(where), known[:, begin:].to(where)
    with autocast(where):
        logits, read, told = model(ids.to(where), places.to(where), begin, last.to(where), some.to(where))
        cell = (places[:, 1:] - places[:, :1]).clamp(max=31).gather(2, some[:, None].expand(-1, 2, -1)).transpose(1, 2)
        losses = {"where": model.heads["where"].loss(told.flatten(0, 1), cell.flatten(0, 1).to(where))[0]}
        if answers.shape[1] and "told" in model.heads:
            answers = answers.to(where)
            losses["read"], _ = model.heads["read"].loss(read, answers)
            losses["told"], losses["right"] = model.heads["told"].loss(told.flatten(0, 1), answers.repeat_interleave(some.shape[1], 0))
    each = F.cross_entropy(logits.float().flatten(0, 1), wanted.flatten(), ignore_index=-100, reduction="none").view(len(ids), -1)
    order = known.cumsum(1)
    mean = lambda which: (each * which).sum() / which.sum()
    if kind == "edit":
        return {**losses, "edit": mean(known)}
    if kind != "copy":
        losses["preview"] = mean(known & (order <= first))
    if kind != "preview":
        losses["double" if kind == "double" else "copy" if kind == "copy" else "large"] = mean(known & (order > first))
    return losses


WEIGHTS = {"right": 0.0, "read": 0.2, "told": 0.2, "where": 0.2}


if __name__ == "__main__":
    args = arguments("Trains the language model.", batch=16, grids="both", lr=0.01, edits=6)
    where, c = device(), configs(args)["vision_language"]
    codebook, visual = c["vq_config"]["num_embeddings"], c["text_config"]["vision_vocab_size"]
    if not (args.work / "tokenizer.json").exists():
        make_vocabulary(args, Examples(args.work), visual, codebook)
    model, tokenizer = load_language(args)
    if not (args.work / "language.pt").exists():
        start(model, load_vision(args).quantiser.codes())
        start_local(model)
        start_copies(model)
        start_places(model, place_marks(tokenizer, c["image_start_token_id"]))
    model = taught(args, model).to(where)
    keep_places(model.model, place_marks(tokenizer, c["image_start_token_id"]))
    training = Training(args, "language", model, lr=args.lr, adam_lr=args.lr / 5, average=0.99,
                        matrices=lambda key, p: p.dim() == 2 and "layers" in key)
    sequences = Sequences(args.work, tokenizer, c["image_start_token_id"], np.random.default_rng(args.seed + training.step))
    batches = ahead(Batches(args, sequences, training.step))
    for step in training:
        losses = losses_of(model, next(batches), where)
        sum(WEIGHTS.get(k, 1.0) * v for k, v in losses.items()).backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        training.update(**{k: v.detach() for k, v in losses.items()})
