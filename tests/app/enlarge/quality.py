#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Does a model enlarge better than Lanczos? Its own pictures are made half as large and enlarged again, both ways, and compared
with what they were. Prints the table of docs/proof.md. Not a test.

usage: quality.py HAIBAO-CLI FOLDER [--count N] [--strengths 0.2,0.3,0.5] [--steps N] [--size 512] [--model NAME|PATH]
                  [--threads N]"""
import argparse
import pathlib
import subprocess

import cv2
import numpy as np

PROMPTS = ["mountains with a red sun, sunset colours", "sea waves, azure and gold", "a city skyline at midnight, blue",
           "desert dunes, crescent moon, sand", "paper-cut ribbons, vermilion and pink", "concentric rings, teal and mint",
           "hills in spring, matcha green", "sun rays over an open sky, orange"]


def ssim(a, b):
    """Of the lightness, with the usual Gaussian window of 11 pixels."""
    a, b = (cv2.cvtColor(x, cv2.COLOR_BGR2GRAY).astype(np.float64) for x in (a, b))
    blur = lambda x: cv2.GaussianBlur(x, (11, 11), 1.5)
    ma, mb = blur(a), blur(b)
    va, vb, cov = blur(a * a) - ma * ma, blur(b * b) - mb * mb, blur(a * b) - ma * mb
    c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    return float((((2 * ma * mb + c1) * (2 * cov + c2)) / ((ma * ma + mb * mb + c1) * (va + vb + c2))).mean())


def sharpness(image):
    return float(cv2.Laplacian(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY).astype(np.float64), cv2.CV_64F).var())


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("cli")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=8)
    parser.add_argument("--strengths", default="0.2,0.3,0.5,0.7")
    parser.add_argument("--steps", default="12")
    parser.add_argument("--size", type=int, default=512)
    parser.add_argument("--model", default="builtin")
    parser.add_argument("--threads", default="0")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)

    def run(*arguments):
        subprocess.run([options.cli, *map(str, arguments)], check=True, stdout=subprocess.DEVNULL)

    ways = [("Lanczos", ["--by", "lanczos"])]
    for strength in options.strengths.split(","):
        ways.append((f"model, strength {strength}", ["--by", "model", "--model", options.model, "--strength", strength, "--steps", options.steps,
                                                     "--tile", options.size, "--threads", options.threads, "--progress", "none"]))
    sums = {name: np.zeros(4) for name, _ in ways}
    for seed in range(options.count):
        whole, half = options.folder / f"{seed}.png", options.folder / f"{seed}-half.png"
        if not whole.exists():
            run("generate", "--prompt", PROMPTS[seed % len(PROMPTS)], "--model", options.model, "--seed", seed, "--size", f"{options.size}x{options.size}", "--out", whole, "--threads", options.threads, "--progress", "none")
        original = cv2.imread(str(whole))
        cv2.imwrite(str(half), cv2.resize(original, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA))
        lanczos = None
        for number, (name, arguments) in enumerate(ways):
            out = options.folder / f"{seed}-{number}.png"
            run("enlarge", half, "--to", f"{options.size}x{options.size}", "--prompt", PROMPTS[seed % len(PROMPTS)], "--out", out, "--overwrite", *arguments)
            made = cv2.imread(str(out))
            lanczos = made if lanczos is None else lanczos
            sums[name] += [cv2.PSNR(made, original), ssim(made, original), sharpness(made) / sharpness(original), min(99.0, cv2.PSNR(made, lanczos))]
    print("| enlarged by | PSNR to the original | SSIM | sharpness (original = 1) | PSNR to Lanczos |\n|---|---:|---:|---:|---:|")
    for name, total in sums.items():
        psnr, similar, sharp, beside = total / options.count
        print(f"| {name} | {psnr:.2f} dB | {similar:.4f} | {sharp:.2f} | {'–' if beside >= 99 else f'{beside:.2f} dB'} |")


main()
