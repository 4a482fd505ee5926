# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures a model on captions that it never saw, and writes a table, numbers and contact sheets.

    HAIBAO_SCENE_STREAM="… --subset grounds" python3 training/evaluate.py --model assets/models/builtin --out training/runs/report

A small classifier, trained on painter pictures, says what it sees in the model's pictures: palette, subject, disc, its
place, style. What it says of painter pictures that it never saw stands beside. The pictures are made with the networks
in models/, which agree with the engine (check_architecture.py), --batch at a time: tokens cost little more for many.
"""
import json
import re
import subprocess
import time
from pathlib import Path
import cv2
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F

from attributes import Labels
from common import arguments, autocast
from latents import as_float
from sample import Model, sheet
from source import LANGUAGES, painter, read_picture, vocabulary

SIDE = 128  # what the classifier sees
HELD_OUT = 7_000_000_000_000  # seeds from here on are for measuring; training counts up from small ones


def painted(count, seed, *options, size=512):
    """(picture, what is told of it), `count` times."""
    command = painter("--count", count, "--seed", seed, "--sizes", f"{size}x{size}", *options)
    if not command:
        raise SystemExit("evaluate: HAIBAO_SCENE_STREAM has to name the painter's command")
    with subprocess.Popen(command, stdout=subprocess.PIPE) as stream:
        while got := read_picture(stream.stdout):
            yield got


def small(picture):
    return cv2.resize(picture, (SIDE, SIDE), interpolation=cv2.INTER_AREA)


class Classifier(nn.Module):
    def __init__(self, sizes, width=32):
        super().__init__()
        widths = [3, width, 2 * width, 3 * width, 4 * width, 4 * width]
        self.convs = nn.ModuleList([nn.Conv2d(a, b, 3, 2, 1) for a, b in zip(widths, widths[1:])])
        self.norms = nn.ModuleList([nn.GroupNorm(4, b) for b in widths[1:]])
        self.hidden, self.heads = nn.Linear(widths[-1] * 16, 128), nn.ModuleList([nn.Linear(128, n) for n in sizes])

    def features(self, x):
        for conv, norm in zip(self.convs, self.norms):
            x = F.silu(norm(conv(x)))
        return F.silu(self.hidden(F.dropout(x.flatten(1), 0.1, self.training)))

    def forward(self, x):
        f = self.features(x)
        return [head(f) for head in self.heads]


def train_classifier(args, labels, file):
    """Fits it to painter pictures and keeps it in `file`."""
    net = Classifier([len(c) for c in labels.classes.values()])
    if file.exists():
        net.load_state_dict(torch.load(file, weights_only=True))
        return net.eval()
    pictures, answers = [], []
    for picture, told in painted(args.pictures, HELD_OUT // 2, size=2 * SIDE):
        pictures.append(small(picture))
        answers.append(labels.of(told["scene"]))
    pictures, answers = np.stack(pictures), torch.tensor(answers)
    steps, batch, rng = args.epochs * len(pictures) // 64, 64, np.random.default_rng(args.seed)
    adam = torch.optim.AdamW(net.parameters(), 2e-3, weight_decay=0.02)
    plan = torch.optim.lr_scheduler.OneCycleLR(adam, 3e-3, total_steps=steps)
    for step in range(steps):
        pick = rng.integers(len(pictures), size=batch)
        x = as_float(pictures[pick]) + 0.03 * torch.randn(batch, 3, SIDE, SIDE) * torch.rand(batch, 1, 1, 1)
        loss = sum(F.cross_entropy(y, answers[pick, i], ignore_index=-1) for i, y in enumerate(net(x)))
        adam.zero_grad()
        loss.backward()
        adam.step()
        plan.step()
        if step % 200 == 0:
            print("classifier", step, "of", steps, round(loss.item(), 3), flush=True)
    torch.save(net.state_dict(), file)
    return net.eval()


@torch.no_grad()
def judge(net, pictures):
    """Class numbers [n, questions] and features [n, 128]."""
    said, features = [], []
    for i in range(0, len(pictures), 50):
        f = net.features(as_float(np.stack([small(p) for p in pictures[i:i + 50]])))
        features.append(f)
        said.append(torch.stack([head(f).argmax(-1) for head in net.heads], 1))
    return torch.cat(said), torch.cat(features)


def frechet(a, b):
    """Fréchet distance of two sets of features, each taken as a normal distribution."""
    a, b = a.double(), b.double()
    ca, cb = torch.cov(a.T), torch.cov(b.T)
    values, vectors = torch.linalg.eigh(ca)
    root = vectors @ torch.diag(values.clamp(min=0).sqrt()) @ vectors.T
    cross = torch.linalg.eigvalsh(root @ cb @ root).clamp(min=0).sqrt().sum()
    return ((a.mean(0) - b.mean(0)).pow(2).sum() + ca.trace() + cb.trace() - 2 * cross).item()


def unrest(picture, area):
    """Mean step between neighbours in the title's area of the picture at 128²; 0 is one even colour."""
    x, y, w, h = (round(v * SIDE / picture.shape[0]) for v in area)
    part = small(picture)[y:y + h, x:x + w].astype(np.float32)
    return float(np.abs(np.diff(part, axis=0)).mean() + np.abs(np.diff(part, axis=1)).mean())


def grain(picture):
    """What a 3x3 median takes away on average: speckle is high, clean shapes low."""
    return float(np.abs(picture.astype(np.float32) - cv2.medianBlur(picture, 3)).mean())


def says_place(caption, names):
    return any(re.search(rf"\b{re.escape(way)}\b" if lang != "zh" else way, caption)
               for ways in names["places"].values() for lang in LANGUAGES for way in ways[lang])


def apart(a, b):
    tiny = lambda p: cv2.resize(p, (32, 32), interpolation=cv2.INTER_AREA).astype(np.float32)
    return float(np.sqrt(((tiny(a) - tiny(b)) ** 2).mean()))


def autoencoder_psnr(model, pictures):
    out = []
    with torch.no_grad(), autocast(torch.device("cpu")):
        for p in pictures:
            x = as_float(p[None])
            y = model.autoencoder.decoder(model.autoencoder.encoder(x)[:, :16]).float()
            out.append(10 * torch.log10(4 / (y.clamp(-1, 1) - x).pow(2).mean()).item())
    return out


def free_prompts(count):
    """Prompts about other things, with the palettes that their words may mean."""
    asked = [json.loads(line) for line in (Path(__file__).parent / "free_prompts.jsonl").read_text().splitlines()][:count]
    return [a["prompt"] for a in asked], [a["palettes"] for a in asked]


def share(hits):
    hits = list(hits)
    return 100 * sum(hits) / max(1, len(hits))


def measure(args, model, net, labels, names):
    rng, found = np.random.default_rng(args.seed), {}
    real = list(painted(args.captions, HELD_OUT, "--captions", 1))
    tell = lambda told: told["captions"][LANGUAGES[rng.integers(3)]][0]
    captions, scenes = [tell(t) for _, t in real], [t["scene"] for _, t in real]
    start = time.process_time()
    made = model.draw(captions, steps=args.steps, batch=args.batch)
    found["seconds_per_picture"] = (time.process_time() - start) / len(made)
    truth = torch.tensor([labels.of(s) for s in scenes])
    placed = [says_place(c, names) for c in captions]
    sets = {"model": made, "painter": [p for p, _ in real]}
    features = {}
    for who, pictures in sets.items():
        said, features[who] = judge(net, pictures)
        right = (said == truth)
        for i, question in enumerate(labels.classes):
            asked = [j for j in range(len(truth)) if truth[j, i] >= 0 and (question != "place" or placed[j])]
            found[f"{who}_{question}"] = share(bool(right[j, i]) for j in asked)
            found[f"asked_{question}"] = len(asked)
        found[f"{who}_grain"] = float(np.mean([grain(p) for p in pictures]))
    titled = [j for j, (_, t) in enumerate(real) if t["title_area"]]
    level = {who: [unrest(pictures[j], real[j][1]["title_area"]) for j in titled] for who, pictures in sets.items()}
    limit = float(np.percentile(level["painter"], 98))
    found.update(asked_calm=len(titled), model_calm=share(v <= limit for v in level["model"]), painter_calm=share(v <= limit for v in level["painter"]))
    some = captions[:args.twice]
    found["model_apart"] = float(np.mean([apart(a, b) for a, b in zip(made, model.draw(some, steps=args.steps, batch=args.batch))]))
    twins = [p for p, _ in painted(args.twice, HELD_OUT, "--twins")]
    found["painter_apart"] = float(np.mean([apart(a, b) for a, b in zip(twins[::2], twins[1::2])]))
    other = [p for p, _ in painted(args.captions, HELD_OUT + 10 ** 6)]
    found["model_frechet"] = frechet(features["model"], features["painter"])
    found["painter_frechet"] = frechet(judge(net, other)[1], features["painter"])
    coded = autoencoder_psnr(model, [p for p, _ in real[:24]])
    found.update(psnr=float(np.mean(coded)), psnr_worst=min(coded))
    prompts, wanted = free_prompts(args.free)
    grounds = model.draw(prompts, steps=args.steps, batch=args.batch)
    said = judge(net, grounds)[0]
    palettes = labels.classes["palette"]
    found["free_palette"] = share(palettes[said[i, 0]] in w for i, w in enumerate(wanted) if w)
    found["asked_free"] = sum(bool(w) for w in wanted)
    found["free_grain"] = float(np.mean([grain(p) for p in grounds]))
    return found, list(zip(captions, made, sets["painter"])), list(zip(prompts, grounds))


ROWS = [("palette as asked, % ({asked_palette})", "palette", 90), ("main subject as asked, % ({asked_subject})", "subject", 85),
        ("disc: sun, moon, crescent or none, % ({asked_disc})", "disc", None), ("place of the disc, where the caption says it, % ({asked_place})", "place", 80),
        ("style as asked, % ({asked_style})", "style", 80), ("title area calm, % ({asked_calm})", "calm", 95),
        ("two seeds of one caption apart (RMS of 255)", "apart", None), ("Fréchet distance to painter pictures", "frechet", None),
        ("grain (what a 3×3 median removes, of 255)", "grain", None)]


def table(found):
    lines = ["| measured on held-out captions (number of them) | model | painter's own pictures | wanted |", "|---|---|---|---|"]
    for title, key, goal in ROWS:
        digits = 2 if key == "grain" else 1
        lines.append(f"| {title.format(**found)} | {found['model_' + key]:.{digits}f} | {found['painter_' + key]:.{digits}f} | {f'≥ {goal}' if goal else ''} |")
    lines.append(f"| autoencoder PSNR, dB, mean (worst) of 24 | {found['psnr']:.1f} ({found['psnr_worst']:.1f}) | | ≥ 32 |")
    lines.append(f"| free prompts: palette that the words suggest, % ({found['asked_free']}) | {found['free_palette']:.1f} | | |")
    return "\n".join(lines)


if __name__ == "__main__":
    args = arguments("Measures a model.", model="", out="report", captions=500, twice=60, pictures=12000, epochs=5, steps=0, judge="judge.pt", free=30, batch=48)
    out = Path(args.out)
    out.mkdir(parents=True, exist_ok=True)
    names = vocabulary(args.work)
    labels = Labels(names)
    net = train_classifier(args, labels, args.work / args.judge)
    found, taught, free = measure(args, Model(args.model), net, labels, names)
    (out / "numbers.json").write_text(json.dumps(found, indent=1))
    (out / "table.md").write_text(table(found) + "\n")
    (out / "captions.json").write_text(json.dumps(dict(taught=[c for c, *_ in taught], free=[c for c, _ in free]), ensure_ascii=False, indent=0))
    sheet(out / "captions.jpg", [p for _, p, _ in taught[:48]], 8, 192)
    sheet(out / "painter.jpg", [p for *_, p in taught[:48]], 8, 192)
    sheet(out / "free.jpg", [p for _, p in free], 6, 192)
    print(table(found))
