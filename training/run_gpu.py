# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The training on a borrowed machine that runs one command of a few minutes at a time and gives files back in small pieces.

    python3 training/run_gpu.py STAGE --minutes 9 --painter scene-stream.tar.xz --shards IN --out OUT

STAGE: prepare, decoder, encoder, diffusion, language, finish (see STAGES). --painter is app/scene/bundle.sh's archive. --shards
holds what an earlier command gave back, if this machine is a fresh one; --out gets the checkpoints, in shards of at most 16 MiB
with their checksums, and logs and contact sheets as they are. Pictures and examples stay behind: a machine paints its own, on
all processors, before the first training stage and while it runs.
"""
import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tarfile
import time
from pathlib import Path

here = Path(__file__).resolve().parent
SHARD = 16 << 20
CHECKPOINTS = ("latents.pt", "measured.json", "vocabulary.json", "tokenizer.json", "vision.pt", "decoder.pt", "encoder.pt", "diffusion.pt", "language.pt")
SHOWN = ("*.log", "*.png")

# stage -> commands (script, arguments, share of the minutes). A machine with a graphics card takes large batches.
STAGES = {
    "prepare": [("source.py", ["--count", "{pictures}"], None), ("latents.py", [], None), ("vision.py", ["--batch", "{vision}"], 0.7)],
    "decoder": [("autoencoder.py", ["--part", "decoder", "--batch", "{crops}"], 0.6),
                ("autoencoder.py", ["--part", "decoder", "--whole", "--noise", "0.3", "--anneal"], 0.4)],
    "encoder": [("autoencoder.py", ["--part", "encoder", "--whole"], 1.0)],
    "diffusion": [("diffusion.py", ["--batch", "{windows}", "{anneal}"], 1.0)],
    "language": [("language.py", ["--batch", "{sequences}", "--grids", "{grids}", "{anneal}"], 1.0)],
    "finish": [("export.py", ["--out", "{out}/model", "--steps", "{steps}"], None),
               ("sample.py", ["--model", "{out}/model", "--out", "{out}/sheet.png"], None)],
}


def digest(data):
    return hashlib.sha256(data).hexdigest()


def pack(work, out):
    """Checkpoints of `work` as numbered shards in `out`, and shards.json that says what they are."""
    listed = {}
    for name in CHECKPOINTS:
        file = work / name
        if not file.exists():
            continue
        data = file.read_bytes()
        parts = [data[i:i + SHARD] for i in range(0, len(data), SHARD)]
        for i, part in enumerate(parts):
            (out / f"{name}.{i:02}").write_bytes(part)
        listed[name] = dict(parts=len(parts), sha256=digest(data))
    (out / "shards.json").write_text(json.dumps(listed, indent=1))
    for pattern in SHOWN:
        for file in work.glob(pattern):
            shutil.copy(file, out / file.name)


def unpack(shards, work):
    """Puts together what is not in `work` yet."""
    for name, told in json.loads((shards / "shards.json").read_text()).items():
        if (work / name).exists():
            continue
        data = b"".join((shards / f"{name}.{i:02}").read_bytes() for i in range(told["parts"]))
        if digest(data) != told["sha256"]:
            raise SystemExit(f"run_gpu: {name} in {shards} is damaged; copy its shards again")
        (work / name).write_bytes(data)


def set_painter(args):
    """HAIBAO_SCENE_STREAM from the archive, unless it is set already. Without either, the stand-in paints."""
    if args.painter and "HAIBAO_SCENE_STREAM" not in os.environ:
        folder = args.work / "painter"
        if not (folder / "scene-stream" / "run").exists():
            with tarfile.open(args.painter) as archive:
                archive.extractall(folder, filter="data")
            (folder / "scene-stream" / "run").chmod(0o755)
        os.environ["HAIBAO_SCENE_STREAM"] = f"{folder / 'scene-stream' / 'run'} --subset {args.subset}"


def start(args, script, *arguments):
    return subprocess.Popen([sys.executable, str(here / script), "--work", str(args.work), *arguments])


def run(args, script, *arguments):
    print("run_gpu:", script, *arguments, flush=True)
    status = start(args, script, *arguments).wait()
    if status:
        pack(args.work, args.out)
        raise SystemExit(f"run_gpu: {script} ended with status {status}; what there is was packed")


def settings(args):
    """Batch sizes for the machine at hand."""
    big = not args.small and subprocess.run([sys.executable, "-c", "import sys; sys.path.insert(0, sys.argv[1]); import common; sys.exit(common.device().type == 'cpu')",
                                             str(here)]).returncode == 0
    sizes = dict(pictures="6000", vision="192", crops="96", windows="384", sequences="192") if big else dict(
        pictures="24" if args.small else "3000", vision="3" if args.small else "24", crops="12", windows="5" if args.small else "16", sequences="8" if args.small else "16")
    return dict(sizes, out=str(args.out), anneal="--anneal" if args.anneal else "", grids=args.grids, steps=args.steps)


def main():
    parser = argparse.ArgumentParser(description="Runs one stage of the training for a few minutes.")
    parser.add_argument("stage", choices=STAGES)
    parser.add_argument("--work", type=Path, default=here / "runs" / "gpu")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--shards", type=Path)
    parser.add_argument("--painter", type=Path)
    parser.add_argument("--subset", default="all")
    parser.add_argument("--minutes", type=float, default=9, help="of wall clock, painting and packing included")
    parser.add_argument("--paint", type=float, default=1.5, help="minutes of painting before a training stage on a machine without examples")
    parser.add_argument("--grids", default="both", choices=("both", "preview"))
    parser.add_argument("--anneal", action="store_true")
    parser.add_argument("--steps", default="8", help="the exported model's own number of denoising steps")
    parser.add_argument("--small", action="store_true", help="tiny batches and few pictures: for trying the driver")
    args = parser.parse_args()
    began = time.time()
    args.work.mkdir(parents=True, exist_ok=True), args.out.mkdir(parents=True, exist_ok=True)
    set_painter(args)
    if args.shards and (args.shards / "shards.json").exists():
        unpack(args.shards, args.work)
    fill, painters = settings(args), str(max(1, (os.cpu_count() or 2) - 3))
    if args.stage in ("decoder", "encoder") and not (args.work / "pictures").exists():
        run(args, "source.py", "--count", fill["pictures"])
    painting = None
    if args.stage in ("diffusion", "language"):
        encode = ["encode.py", "--painters", painters, "--count", "32" if args.small else "400000", "--batch", "4" if args.small else "32"]
        if not (args.work / "examples").exists():
            run(args, *encode, "--minutes", str(args.paint))
        painting = start(args, *encode, "--minutes", str(args.minutes))
    try:
        left = args.minutes - (time.time() - began) / 60 - (0 if args.small else 0.4)
        for script, arguments, part in STAGES[args.stage]:
            filled = [a.format(**fill) for a in arguments]
            run(args, script, *[a for a in filled if a], *(["--minutes", str(max(0.01, left * part))] if part else []))
    finally:
        if painting:
            painting.terminate()
            painting.wait()
    pack(args.work, args.out)
    print("run_gpu:", args.stage, "took", round(time.time() - began), "s")


if __name__ == "__main__":
    main()
