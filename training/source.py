# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures with captions: from the application's scene painter (a command that streams them) or the stand-in.

    python3 training/source.py --minutes 3 --count 3000     fills the store that the first stages read
"""
import contextlib
import json
import os
import re
import shlex
import subprocess
import numpy as np

import standin
from common import arguments

# width, height: about 512² pixels each, sides multiples of 32
SHAPES = [(512, 512)] * 6 + [(448, 576), (576, 448), (416, 640), (640, 416), (384, 672), (672, 384), (352, 736), (736, 352)]
LANGUAGES = ("en", "zh", "pt")
ENDED = "source: the scene painter ended; try HAIBAO_SCENE_STREAM's command by hand"


def line(words):
    """What is kept of a picture's words: captions, the quoted title, and the painter's own description."""
    return json.dumps({k: words.get(k, "") for k in (*LANGUAGES, "title", "scene", "title_area")}, ensure_ascii=False) + "\n"


def painter(*arguments):
    """The scene painter's command with these arguments, or nothing: HAIBAO_SCENE_STREAM names it."""
    command = os.environ.get("HAIBAO_SCENE_STREAM")
    return [*shlex.split(command), *map(str, arguments)] if command else None


def vocabulary(work):
    """What the painter calls things, {"palettes": {id: {"en": [...], ...}}, ...}; empty for the stand-in."""
    file = work / "vocabulary.json"
    if not file.exists():
        command = painter("--vocabulary")
        file.write_text(subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout if command else "{}")
    return json.loads(file.read_text())


def read_picture(stream):
    """The next (picture, what is told of it) of the painter's output, or nothing at its end."""
    head = stream.readline()
    if not head:
        return None
    told = json.loads(head)
    return np.frombuffer(bytearray(stream.read(told["w"] * told["h"] * 3)), np.uint8).reshape(told["h"], told["w"], 3), told


def told_words(told):
    """What is kept of the painter's line."""
    title = re.search(r'["“]([^"”]*)["”]', told["captions"]["en"][0]) if told["title_area"] else None
    return {**told["captions"], "title": title[1] if title else "", "scene": told["scene"], "title_area": told["title_area"]}


# What one of eight painters keeps to: what a picture of the grounds seldom shows, and what is easily taken for something else.
SELDOM = (None, "crescent", None, "dunes", None, "moon", None, "lake")


@contextlib.contextmanager
def painting(seed, shapes, painters, *options):
    """The outputs of that many painter processes, each of which paints other pictures; of many, some only SELDOM ones."""
    sizes, first = ",".join(f"{w}x{h}" for w, h in shapes), seed * 1000003
    seldom = lambda k: ("--subject", SELDOM[k % len(SELDOM)]) if painters >= len(SELDOM) and SELDOM[k % len(SELDOM)] else ()
    running = [subprocess.Popen(painter("--seed", first + k, "--stride", painters, "--count", 10 ** 9, "--captions", 4, "--sizes", sizes, *options, *seldom(k)),
                                stdout=subprocess.PIPE, stdin=subprocess.DEVNULL) for k in range(painters)]
    try:
        yield [p.stdout for p in running]
    finally:
        for p in running:
            p.kill()
            p.wait()


def pairs(seed, shapes=SHAPES, painters=1):
    """Endless (picture, the same in other colours, the other's words); nothing without the painter."""
    if not painter():
        return
    with painting(seed, shapes, painters, "--recoloured") as streams:
        while True:
            for stream in streams:
                first, second = read_picture(stream), read_picture(stream)
                if not second:
                    raise SystemExit(ENDED)
                yield first[0], second[0], told_words(second[1])


def descriptions(seed):
    """Endless words without pictures; nothing without the painter."""
    command = painter("--seed", seed * 1000003, "--count", 10 ** 9, "--captions", 2, "--captions-only")
    if not command:
        return
    with subprocess.Popen(command, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL) as stream:
        try:
            for told in stream.stdout:
                yield told_words(json.loads(told))
        finally:
            stream.kill()


def pictures(seed, shapes=SHAPES, painters=1):
    """Endless (picture [h, w, 3] uint8, words), from as many painter processes as asked; without a painter: the stand-in."""
    if not painter():
        rng = np.random.default_rng(seed)
        while True:
            yield standin.paint(rng, *shapes[rng.integers(len(shapes))])
    with painting(seed, shapes, painters) as streams:
        while all(got := [read_picture(s) for s in streams]):
            for picture, told in got:
                yield picture, told_words(told)
        raise SystemExit(ENDED)


class Store:
    """Pictures kept on disk: one raw file per shape, one line of words per picture."""

    def __init__(self, work):
        self.folder = work / "pictures"
        self.folder.mkdir(exist_ok=True)

    def add(self, picture, words):
        h, w = picture.shape[:2]
        with (self.folder / f"{w}x{h}.rgb").open("ab") as f:
            f.write(picture.tobytes())
        with (self.folder / f"{w}x{h}.jsonl").open("a") as f:
            f.write(line(words))

    def all(self):
        """{(w, h): array [n, h, w, 3]}, mapped, not read."""
        out = {}
        for file in sorted(self.folder.glob("*.rgb")):
            w, h = map(int, file.stem.split("x"))
            n = file.stat().st_size // (w * h * 3)
            out[w, h] = np.memmap(file, np.uint8, "r", shape=(n, h, w, 3))
        return out

    def words(self):
        return [json.loads(line) for f in sorted(self.folder.glob("*.jsonl")) for line in f.read_text().splitlines()]


def crops(store, rng, count, size, whole=False):
    """[count, size, size, 3] uint8: windows at multiples of 8, or whole square pictures."""
    arrays = [a for (w, h), a in store.all().items() if (w == h == size if whole else min(w, h) >= size)]
    share = np.array([len(a) for a in arrays], float)
    out = []
    for _ in range(count):
        a = arrays[rng.choice(len(arrays), p=share / share.sum())]
        y, x = (8 * rng.integers((side - size) // 8 + 1) for side in a.shape[1:3])
        out.append(a[rng.integers(len(a)), y:y + size, x:x + size])
    return np.stack(out)


if __name__ == "__main__":
    args = arguments("Paints pictures into the store.", count=3000)
    store = Store(args.work)
    done = sum(len(a) for a in store.all().values())
    for i, (picture, words) in enumerate(pictures(args.seed + done)):
        if done + i >= args.count:
            break
        store.add(picture, words)
    print("pictures in the store:", {f"{w}x{h}": len(a) for (w, h), a in store.all().items()})
