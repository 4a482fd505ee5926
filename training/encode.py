# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fresh pictures -> what the two large networks learn from: latents and visual tokens, kept per picture shape.

    python3 training/encode.py --minutes 10        again and again: every picture is a new one
"""
import json
import time
import cv2
import numpy as np
import torch

from common import arguments, autocast, configs, trained
from latents import Latents, as_float
from models.language_model import preview_grid
from source import LANGUAGES, pictures
from vision import Vision


def load_vision(args):
    both = torch.nn.ModuleDict({"model": Vision(configs(args)["vision_language"])})
    kept = torch.load(args.work / "vision.pt", weights_only=True, map_location="cpu")["mean"]
    both.load_state_dict({k: v for k, v in kept.items() if k.startswith("model.")})
    return both["model"].eval().requires_grad_(False)


class Examples:
    """latents [n,16,h,w] (normalised, f16); ids of the large grid, the preview and the grid at twice the size (u16)."""

    def __init__(self, work):
        self.folder = work / "examples"
        self.folder.mkdir(exist_ok=True)

    def add(self, size, words, **arrays):
        stem = f"{size[0]}x{size[1]}"
        for kind, array in arrays.items():
            with (self.folder / f"{stem}.{kind}").open("ab") as f:
                f.write(array.tobytes())
        with (self.folder / f"{stem}.jsonl").open("a") as f:
            f.write(json.dumps({k: words.get(k, "") for k in (*LANGUAGES, "title")}, ensure_ascii=False) + "\n")

    def shapes(self):
        return sorted(tuple(map(int, f.stem.split("x"))) for f in self.folder.glob("*.jsonl"))

    def words(self, size):
        return [json.loads(line) for line in (self.folder / f"{size[0]}x{size[1]}.jsonl").read_text().splitlines()]

    def array(self, size, kind):
        w, h = size
        ph, pw = preview_grid(h // 32, w // 32)
        shape, dtype = {"latents": ((16, h // 8, w // 8), np.float16), "large": ((h // 32 * (w // 32),), np.uint16),
                        "preview": ((ph * pw,), np.uint16), "double": ((h // 16 * (w // 16),), np.uint16)}[kind]
        file = self.folder / f"{w}x{h}.{kind}"
        n = file.stat().st_size // (int(np.prod(shape)) * np.dtype(dtype).itemsize)
        return np.memmap(file, dtype, "r", shape=(n, *shape))


def main():
    args = arguments("Paints and encodes fresh pictures.", count=20000)
    space, vision, examples = Latents(args.work), load_vision(args), Examples(args.work)
    counts = {s: len(examples.words(s)) for s in examples.shapes()}
    done = sum(counts.values())
    start = time.time()
    for picture, words in pictures(1000 + args.seed + done):
        if time.time() - start > 60 * args.minutes or done >= args.count:
            break
        h, w = picture.shape[:2]
        ph, pw = preview_grid(h // 32, w // 32)
        sized = lambda sw, sh: as_float(cv2.resize(picture, (sw, sh), interpolation=cv2.INTER_AREA)[None])
        with torch.no_grad(), autocast(torch.device("cpu")):
            ids = [vision(x)[0].numpy().astype(np.uint16) for x in (sized(w // 2, h // 2), sized(pw * 16, ph * 16))]
            more = {}
            if w == h and counts.get((w, h), 0) % 4 == 0:  # the same picture at twice the size, for every fourth square
                more["double"] = vision(as_float(picture[None]))[0].numpy().astype(np.uint16)
        z = space.normalised(space.to(as_float(picture[None])))[0].half().numpy()
        examples.add((w, h), words, latents=z, large=ids[0], preview=ids[1], **more)
        counts[w, h] = counts.get((w, h), 0) + 1
        done += 1
    print(done, "examples")


if __name__ == "__main__":
    main()
