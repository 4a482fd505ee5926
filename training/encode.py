# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fresh pictures -> what the two large networks learn from: latents and visual tokens, kept per picture shape.

    python3 training/encode.py --minutes 10        again and again: every picture is a new one
    python3 training/encode.py --stored            the pictures of the first stages, once: no painting
    python3 training/encode.py --minutes 5 --tokens  painted at half the size, kept as visual tokens alone: for the language model
    python3 training/encode.py --minutes 5 --pairs   pictures and the same in other colours: teaches image-to-image
"""
import json
import time
import cv2
import numpy as np
import torch

from common import arguments, autocast, configs, device
from latents import Latents, as_float
from models.language_model import preview_grid
from source import SHAPES, Store, line, pairs, pictures
from vision import Vision


def load_vision(args):
    both = torch.nn.ModuleDict({"model": Vision(configs(args)["vision_language"])})
    kept = torch.load(args.work / "vision.pt", weights_only=True, map_location="cpu")["mean"]
    both.load_state_dict({k: v for k, v in kept.items() if k.startswith("model.")})
    return both["model"].eval().requires_grad_(False)


class Examples:
    """latents [n,16,h,w] (normalised, f16); ids of the large grid, the preview and the grid at twice the size (u16). In the
    folder "tokens" the first two alone, in the
    folder "pairs" also latents and large grid of the picture that is to be repainted: source_latents, source."""

    def __init__(self, work, folder="examples"):
        self.folder = work / folder
        self.folder.mkdir(exist_ok=True)

    def add(self, size, words, **arrays):
        """`words`: one entry per picture."""
        stem = f"{size[0]}x{size[1]}"
        for kind, array in arrays.items():
            with (self.folder / f"{stem}.{kind}").open("ab") as f:
                f.write(array.tobytes())
        with (self.folder / f"{stem}.jsonl").open("a") as f:
            f.write("".join(map(line, words)))

    def shapes(self):
        return sorted(tuple(map(int, f.stem.split("x"))) for f in self.folder.glob("*.jsonl"))

    def words(self, size):
        told = (self.folder / f"{size[0]}x{size[1]}.jsonl").read_bytes()
        return [json.loads(line) for line in told[:told.rfind(b"\n") + 1].splitlines()]  # the last line may be on its way

    def array(self, size, kind):
        w, h = size
        ph, pw = preview_grid(h // 32, w // 32)
        shape, dtype = {"latents": ((16, h // 8, w // 8), np.float16), "large": ((h // 32 * (w // 32),), np.uint16),
                        "preview": ((ph * pw,), np.uint16), "double": ((h // 16 * (w // 16),), np.uint16)}[kind.removeprefix("source_").replace("source", "large")]
        file = self.folder / f"{w}x{h}.{kind}"
        n = file.stat().st_size // (int(np.prod(shape)) * np.dtype(dtype).itemsize)
        return np.memmap(file, dtype, "r", shape=(n, *shape))


def tokens_of(pictures, rows, cols, vision, where):
    """Large grid and preview of pictures of one shape, drawn at any size."""
    def ids(rows, cols):
        x = as_float(np.stack([cv2.resize(p, (16 * cols, 16 * rows), interpolation=cv2.INTER_AREA) for p in pictures]))
        with torch.no_grad(), autocast(where):
            return vision(x.to(where)).view(len(pictures), -1).cpu().numpy().astype(np.uint16)
    large = ids(rows, cols)
    return dict(large=large, preview=large if preview_grid(rows, cols) == (rows, cols) else ids(*preview_grid(rows, cols)))


def encoded(pictures, space, vision, where, double):
    """Arrays for Examples.add of pictures of one shape."""
    h, w = pictures[0].shape[:2]
    whole = as_float(np.stack(pictures)).to(where)
    with torch.no_grad():
        z = space.normalised(space.to(whole)).half().cpu().numpy()
        out = dict(latents=z, **tokens_of(pictures, h // 32, w // 32, vision, where))
        if double:
            with autocast(where):
                out["double"] = vision(whole[::4]).view(len(whole[::4]), -1).cpu().numpy().astype(np.uint16)
    return out


# The shapes that the window paints its pages at (ui/prompt/size_presets.cpp), quick and fine, and the handbook's; an odd number, so that
# each of several painters meets all of them.
QUICK = [(448, 576), (416, 608), (384, 672), (672, 384), (448, 640), (320, 800), (800, 320)]
FINE = [(896, 1184), (864, 1216), (928, 1152), (768, 1376), (1376, 768), (832, 1184), (1184, 832)]
WHOLE_SHAPES = 2 * SHAPES + 2 * QUICK + FINE[:5] + [(512, 512), (448, 576)]
# For the language model alone, which costs less to paint for: the shapes of posters more often, and squares, of which every eighth batch
# is also taken as a picture of 384² and one of 256².
TOKEN_SHAPES = 14 * [(512, 512)] + QUICK + [(448, 576), (416, 608), (576, 448), (640, 416)] + FINE + [(896, 1184), (864, 1216), (640, 1632)]


def add_tokens(args, vision, where):
    """Half the sides, a quarter of the painting: the tower sees pictures at half their size anyway."""
    examples, start, waiting, squares = Examples(args.work, "tokens"), time.time(), {}, 0
    done = sum(len(examples.words(s)) for s in examples.shapes())
    for picture, words in pictures(2000 + args.seed + done, [(w // 2, h // 2) for w, h in TOKEN_SHAPES], args.painters):
        if time.time() - start > 60 * args.minutes or done >= args.count:
            break
        h, w = picture.shape[:2]
        some = waiting.setdefault((w, h), [])
        some.append((picture, words))
        if len(some) == args.batch:
            squares += w == h
            for rows, cols in [(h // 16, w // 16)] + ([(12, 12), (8, 8)] if w == h and squares % 8 == 0 else []):
                examples.add((32 * cols, 32 * rows), [t for _, t in some], **tokens_of([p for p, _ in some], rows, cols, vision, where))
            done += len(some)
            some.clear()
    print(done, "pictures as tokens")


def add_pairs(args, space, vision, where):
    examples, start, waiting = Examples(args.work, "pairs"), time.time(), {}
    done = sum(len(examples.words(s)) for s in examples.shapes())
    for before, after, words in pairs(500000 + args.seed + done, painters=args.painters):
        if time.time() - start > 60 * args.minutes or done >= args.count:
            break
        h, w = after.shape[:2]
        some = waiting.setdefault((w, h), [])
        some.append((before, after, words))
        if len(some) == args.batch:
            old, new = (encoded([p[i] for p in some], space, vision, where, False) for i in (0, 1))
            examples.add((w, h), [t for *_, t in some], latents=new["latents"], large=new["large"], source=old["large"], source_latents=old["latents"])
            done += len(some)
            some.clear()
    print(done, "pairs")


def stored(work):
    """What the store holds, as pictures() gives it."""
    store = Store(work)
    for (w, h), array in store.all().items():
        words = (store.folder / f"{w}x{h}.jsonl").read_text().splitlines()
        yield from zip(array, map(json.loads, words))


def main():
    args = arguments("Paints and encodes fresh pictures.", count=20000, painters=1, batch=8, pairs=False, stored=False, tokens=False)
    where = device()
    space, vision, examples = Latents(args.work).on(where), load_vision(args).to(where), Examples(args.work)
    if args.pairs:
        return add_pairs(args, space, vision, where)
    if args.tokens:
        return add_tokens(args, vision, where)
    done = sum(len(examples.words(s)) for s in examples.shapes())
    start, waiting = time.time(), {}
    for picture, words in stored(args.work) if args.stored else pictures(1000 + args.seed + done, WHOLE_SHAPES, args.painters):
        if time.time() - start > 60 * args.minutes or done >= args.count:
            break
        h, w = picture.shape[:2]
        some = waiting.setdefault((w, h), [])
        some.append((picture, words))
        if len(some) == args.batch:  # a multiple of 4: every fourth square is kept at twice the size, too
            examples.add((w, h), [t for _, t in some], **encoded([p for p, _ in some], space, vision, where, w == h))
            done += len(some)
            some.clear()
    print(done, "examples")


if __name__ == "__main__":
    main()
