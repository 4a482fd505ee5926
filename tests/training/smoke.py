# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every stage of the built-in model's training for a second or two, one after the other, in an empty folder: they start,
go on from their checkpoints, export, draw and, with the scene painter's command as argument, measure.

    smoke.py FOLDER [PAINTER]
"""
import json
import os
import runpy
import shutil
import sys
import time
from pathlib import Path
import cv2
import numpy as np
import torch

root = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(root / "training"))
from latents import Latents, as_float
from source import Store, crops

work = Path(sys.argv[1]).resolve()
os.environ.pop("HAIBAO_SCENE_STREAM", None)
if len(sys.argv) > 2:
    os.environ["HAIBAO_SCENE_STREAM"] = f"{sys.argv[2]} --subset grounds"


def stage(script, *arguments):
    print(f"--- {time.process_time():.0f} s:", script, *arguments, flush=True)
    sys.argv = [script, "--work", str(work), *map(str, arguments)]
    runpy.run_path(str(root / "training" / script), run_name="__main__")


def steps(name):
    return torch.load(work / f"{name}.pt", weights_only=True)["step"]


def expect(holds, what):
    if not holds:
        raise SystemExit(f"smoke: {what}")


stage("source.py", "--count", 20)
stage("latents.py", "--pictures", 16)
stage("autoencoder.py", "--part", "decoder", "--minutes", 0.02, "--size", 64, "--batch", 2)
before = steps("decoder")
stage("autoencoder.py", "--part", "decoder", "--minutes", 0.02, "--whole", "--noise", 0.3, "--anneal")
expect(steps("decoder") > before > 0, "the decoder did not go on from its checkpoint")
stage("autoencoder.py", "--part", "encoder", "--minutes", 0.02, "--size", 64, "--batch", 2)
stage("vision.py", "--minutes", 0.02, "--batch", 3, "--samples", 4)
stage("encode.py", "--stored", "--batch", 4)
stage("encode.py", "--minutes", 1, "--count", 32, "--batch", 4)
stage("encode.py", "--minutes", 1, "--count", 8, "--batch", 1, "--pairs")
stage("diffusion.py", "--minutes", 0.02, "--batch", 5, "--samples", 10)
stage("language.py", "--minutes", 0.02, "--batch", 8)
before = steps("language")
stage("language.py", "--minutes", 0.02, "--batch", 8, "--grids", "preview")
expect(steps("language") > before > 0, "the language model did not go on from its checkpoint")
stage("language.py", "--minutes", 0.02, "--batch", 4, "--grids", "copy")
if "HAIBAO_SCENE_STREAM" in os.environ:
    before = steps("language")
    stage("language.py", "--minutes", 0.02, "--batch", 4, "--grids", "words")
    expect(steps("language") > before, "the language model read no captions")
    stage("encode.py", "--minutes", 1, "--count", 16, "--batch", 4, "--tokens")
model = work / "model"
stage("export.py", "--out", model, "--steps", 2)
expect(sum(f.stat().st_size for f in model.rglob("*") if f.is_file()) <= 24e6, "the model is larger than 24 MB")
expect(json.loads((model / "haibao.json").read_text())["vocabulary"], "the model says no word that it knows")
stage("adopt.py", "--work", work / "again", "--model", model)
expect(all((work / "again" / f"{name}.pt").exists() for name in ("vision", "decoder", "encoder", "diffusion", "language")), "not everything was adopted")
autoencoder = model / "vae/diffusion_pytorch_model.safetensors"
before = autoencoder.read_bytes()
stage("export.py", "--work", work / "again", "--out", model, "--only", "autoencoder")
expect(autoencoder.read_bytes() == before, "an autoencoder that was only adopted is exported as another one")
shutil.copytree(model, work / "bare")
(work / "bare/latent_space.safetensors").unlink()
(work / "recovered").mkdir()
(work / "recovered/pictures").symlink_to(work / "pictures")
stage("adopt.py", "--work", work / "recovered", "--model", work / "bare")
x = as_float(crops(Store(work), np.random.default_rng(1), 4, 128))
known, recovered = Latents(work).to(x), Latents(work / "recovered").to(x)
expect((recovered - known).pow(2).mean() < 0.01 * known.pow(2).mean(), "the latent space read off the encoder is another one")
(work / "prompts.txt").write_text("mountains, red\n柔和渐变，蓝\n")
stage("sample.py", "--model", model, "--out", work / "sheet.png", "--height", 256, "--width", 256, "--prompts", work / "prompts.txt")
drawn = cv2.imread(str(work / "sheet.png"))
expect(drawn is not None and np.ptp(drawn) > 0, "no contact sheet")
if "HAIBAO_SCENE_STREAM" in os.environ:
    stage("evaluate.py", "--model", model, "--out", work / "report", "--captions", 4, "--twice", 1, "--pictures", 64, "--epochs", 1, "--free", 1)
    expect("palette as asked" in (work / "report" / "table.md").read_text(), "no table")
    stage("run_gpu.py", "pack", "--out", work / "start.tar.xz")
    before = steps("language"), steps("diffusion")
    stage("run_gpu.py", "train", "--work", work / "borrowed", "--start", work / "start.tar.xz", "--out", work / "given", "--minutes", 1.5, "--first", 4, "--batch", 4,
          "--sequences", 2, "--windows", 2)
    (work / "language.pt").unlink()
    stage("run_gpu.py", "unpack", "--start", work / "given")
    expect(steps("language") > before[0] and steps("diffusion") > before[1], "the borrowed machine gave back nothing new")
print("smoke: every stage runs")
