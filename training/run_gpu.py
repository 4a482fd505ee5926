# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains both large networks on a borrowed machine with a graphics card that is there for minutes and gives files back in small pieces.

    python3 training/run_gpu.py pack --work training/runs/next --out start.tar.xz                      at home
    python3 training/run_gpu.py train --start start.tar.xz --painter scene-stream.tar.xz --minutes 8 --out OUT      there
    python3 training/run_gpu.py unpack --start OUT --work training/runs/gpu                             at home: goes on or exports from there

Pictures stay behind: the machine paints its own on its processors while it trains on what there is. OUT holds what has been learned (averaged
weights without the optimisers' state) in pieces of at most 15 MB, with a checksum, and the logs. A file STOP in the work folder ends
painting and packs; PAUSE holds training (see README.md).
"""
import argparse
import hashlib
import io
import os
import shutil
import subprocess
import sys
import tarfile
import time
from pathlib import Path
import torch

here = Path(__file__).resolve().parent
PIECE = 15 * 1000 * 1000
NETWORKS = ("language.pt", "diffusion.pt")
KEPT = ("latents.pt", "measured.json", "vocabulary.json", "tokenizer.json", "vision.pt", "decoder.pt", "encoder.pt")


def learned(file):
    """A checkpoint with the averaged weights alone, in bf16: what training goes on from and what is exported."""
    kept = torch.load(file, weights_only=True, map_location="cpu")
    weights = {k: v.bfloat16() if v.is_floating_point() else v for k, v in (kept["module"] | kept["mean"]).items()}
    out = io.BytesIO()
    torch.save({"module": weights, "mean": weights, "step": kept["step"], "seconds": kept["seconds"], "optimisers": []}, out)
    return out.getvalue()


def pack(work, out, examples):
    """`work` as an archive. `examples`: with what the language model learns from."""
    with tarfile.open(out, "w:xz", preset=6) as archive:
        for name in (*KEPT, *NETWORKS):
            if not (work / name).exists():
                continue
            if name in NETWORKS:
                data = learned(work / name)
                entry = tarfile.TarInfo(name)
                entry.size = len(data)
                archive.addfile(entry, io.BytesIO(data))
            else:
                archive.add(work / name, name)
        for file in sorted(work.glob("tokens/*")) if examples else ():
            archive.add(file, f"tokens/{file.name}")


def give_back(args):
    """The archive in pieces, and the logs."""
    whole = args.work / "learned.tar.xz"
    pack(args.work, whole, False)
    data = whole.read_bytes()
    for i in range(0, len(data), PIECE):
        (args.out / f"learned.{i // PIECE:02}").write_bytes(data[i:i + PIECE])
    (args.out / "learned.sha256").write_text(hashlib.sha256(data).hexdigest())
    for log in args.work.glob("*.log"):
        shutil.copy(log, args.out / log.name)


def put_together(args):
    data = b"".join(f.read_bytes() for f in sorted(args.start.glob("learned.[0-9]*")))
    if hashlib.sha256(data).hexdigest() != (args.start / "learned.sha256").read_text():
        raise SystemExit(f"run_gpu: a piece in {args.start} is missing or damaged; copy them again")
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        archive.extractall(args.work, filter="data")


def start(args, script, *arguments, nice=0):
    """`nice`: below the others, which have a card to keep busy."""
    print("run_gpu:", script, *arguments, flush=True)
    log = (args.work / f"{Path(script).stem}{''.join(a for a in arguments if a in ('--tokens', '--pairs'))}.out").open("a")
    return subprocess.Popen([sys.executable, str(here / script), "--work", str(args.work), "--seed", str(args.seed), *map(str, arguments)], stdout=log, stderr=log,
                            preexec_fn=lambda: os.nice(nice))


def set_painter(args):
    """HAIBAO_SCENE_STREAM from app/scene/bundle.sh's archive, unless it is set already."""
    if args.painter and "HAIBAO_SCENE_STREAM" not in os.environ:
        with tarfile.open(args.painter) as archive:
            archive.extractall(args.work / "painter", filter="data")
        os.environ["HAIBAO_SCENE_STREAM"] = f"{args.work / 'painter' / 'scene-stream' / 'run'} --subset {args.subset}"


def train(args):
    """Painting, and both networks side by side. The transformer waits for its first pictures, args.first of 512² or as
    many as the first half of the time brings."""
    ends = time.time() + 60 * args.minutes
    if not (args.work / "language.pt").exists():
        with tarfile.open(args.start) as archive:
            archive.extractall(args.work, filter="data")
    set_painter(args)
    cores = os.cpu_count() or 4
    paint = lambda painters, *what: start(args, "encode.py", *what, "--painters", max(1, painters), "--count", 10 ** 7, "--batch", args.batch, "--minutes", args.minutes, nice=10)
    painting = [paint(cores // 2), paint(cores // 2, "--tokens"), paint(cores // 8, "--pairs")]
    learning = {}
    left = lambda: (ends - time.time()) / 60
    # What fails at once leaves time to try again; later the others go on without it.
    well = lambda: left() < args.minutes - 1.5 or not any(p.poll() for p in (*painting, *learning.values()))
    try:
        learning["language"] = start(args, "language.py", "--grids", "long", "--batch", args.sequences, "--edits", 24, "--anneal", "--lr", args.language_lr, "--minutes", left() - 0.3)
        latents = args.work / "examples" / "512x512.latents"
        enough = lambda: latents.exists() and (latents.stat().st_size > args.first * 16 * 64 * 64 * 2 or left() < args.minutes / 2)
        while not enough() and left() > 0.5 and well():
            time.sleep(0.5)
        learning["diffusion"] = start(args, "diffusion.py", "--batch", args.windows, "--anneal", "--lr", args.diffusion_lr, "--minutes", left() - 0.25)
        while any(p.poll() is None for p in learning.values()) and well() and not (args.work / "STOP").exists():
            time.sleep(0.5)
    finally:
        failed = [] if (args.work / "STOP").exists() else [p.args[1] for p in (*painting, *learning.values()) if p.poll()]
        for p in (*painting, *learning.values()):
            p.terminate()
            p.wait()
    give_back(args)
    if failed:
        raise SystemExit(f"run_gpu: {' and '.join(failed)} failed, see its .out in {args.work}; what there is was packed")
    print("run_gpu: done", flush=True)


def main():
    parser = argparse.ArgumentParser(description="Trains on a borrowed machine.")
    parser.add_argument("what", choices=("pack", "train", "unpack"))
    parser.add_argument("--work", type=Path, default=here / "runs" / "gpu")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--start", type=Path)
    parser.add_argument("--painter", type=Path)
    parser.add_argument("--subset", default="grounds")
    parser.add_argument("--minutes", type=float, default=8)
    parser.add_argument("--seed", type=int, default=1, help="another one paints other pictures")
    parser.add_argument("--first", type=int, default=300, help="pictures of 512² that the transformer begins with")
    parser.add_argument("--batch", type=int, default=32, help="pictures that are encoded together")
    parser.add_argument("--sequences", type=int, default=192)
    parser.add_argument("--windows", type=int, default=256)
    parser.add_argument("--language-lr", type=float, default=0.01)
    parser.add_argument("--diffusion-lr", type=float, default=0.004)
    args = parser.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    if args.what == "pack":
        return pack(args.work, args.out, True)
    if args.what == "unpack":
        return put_together(args)
    args.out.mkdir(parents=True, exist_ok=True)
    train(args)


if __name__ == "__main__":
    main()
