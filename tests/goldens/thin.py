#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""thin.py FULL_SETS: makes the folders A and C beside this file from the full golden sets.

Keeps a valid goldens folder (README.md), small enough for the repository: cases that repeat another one are left out, and so are
the largest intermediate tensors. C's files that are equal to A's become symbolic links."""
import filecmp, json, os, pathlib, shutil, struct, sys

# Case → the outputs to leave out (prefixes). A case that is not named here is left out.
KEEP = {
    "A": {
        "tokenizer": [], "processor_prompts": [], "smart_resize": [], "glyph_texts": [],
        **{f"glyph_embeds_{n}": [] for n in range(10)},
        "sampler": [], "scheduler": [],
        "vae_preprocess_img_40x56": [],
        "vae_encode": ["out.down.1"], "vae_decode": ["out.up.1", "out.up.2"],
        "vision_img_150x90": [], "vision_img_40x56": [], "vision_img_rgba_96x96": [], "vision_img_gray_70x64": [], "vision_img_128x96": [],
        "ar_prefill_t2i": [], "ar_prefill_i2i": ["out.hidden"], "ar_greedy_t2i_masked": [], "ar_greedy_t2i_raw": [],
        "ar_greedy_i2i_masked": [],
        "dit_cond": ["out.image_proj", "out.prior_proj", "out.block.1.image"], "dit_uncond": ["out.block", "out.image_proj", "out.norm_out"],
        "dit_cond_text1_t449": [], "dit_uncond_text7_t32": [], "dit_crop": [], "dit_kv_2": ["out.layer.1"],
        "pipeline_i2i_resized_g1.5": ["out.velocity", "out.image"],
    },
    "C": {
        "tokenizer": [], "vision_cond0": [], "ar_greedy_t2i_masked": [], "ar_greedy_i2i_masked": [],
        "dit_cond": ["out.image_proj", "out.glyph_proj", "out.prior_proj", "out.block", "out.norm_out", "out.rope"],
        "dit_kv_1": ["out.layer.0", "out.layer.2"],
        "pipeline_t2i_g1.5": ["out.image"], "pipeline_i2i_g1.5": ["out.cond_image"],
    },
}


def read(path):
    blob = path.read_bytes()
    (size,) = struct.unpack("<Q", blob[:8])
    return json.loads(blob[8:8 + size]), blob[8 + size:]


def write(path, header, data, dropped):
    kept, body = {}, b""
    for name, entry in header.items():
        if name == "__metadata__":
            kept[name] = entry
        elif not any(name.startswith(prefix) for prefix in dropped):
            begin, end = entry["data_offsets"]
            kept[name] = {**entry, "data_offsets": [len(body), len(body) + end - begin]}
            body += data[begin:end]
    text = json.dumps(kept, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(struct.pack("<Q", len(text)) + text + body)


def thin(full, target, keep):
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(full / "checkpoint", target / "checkpoint", copy_function=shutil.copyfile)
    for folder in [target, *target.rglob("*")]:
        folder.chmod(0o755 if folder.is_dir() else 0o644)
    (target / "images").mkdir()
    manifest = json.loads((full / "goldens.json").read_text("utf-8"))
    cases = []
    for case in manifest["cases"]:
        if case["name"] not in keep:
            continue
        dropped = keep[case["name"]]
        if "file" in case:
            write(target / case["file"], *read(full / case["file"]), dropped)
            case["outputs"] = [o for o in case["outputs"] if not any(o["tensor"].startswith(p) for p in dropped)]
        params = case.get("params", {})
        used = [params["image"]] if "image" in params else params.get("images", [])
        if case["name"] == "processor_prompts":
            # Keeps the prompts whose pictures are needed by other cases too: a large picture costs more than it shows.
            case["expect"] = [e for e in case["expect"] if "img_560x200.png" not in e["images"]]
            case["params"]["count"] = len(case["expect"])
            used = [name for e in case["expect"] for name in e["images"]]
        for name in used:
            shutil.copyfile(full / "images" / name, target / "images" / name)
        cases.append(case)
    manifest["cases"] = cases
    (target / "goldens.json").write_text(json.dumps(manifest, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")


def link_equal(first, second):
    for path in sorted(second.rglob("*")):
        twin = first / path.relative_to(second)
        if path.is_file() and twin.is_file() and path.stat().st_size > 4096 and filecmp.cmp(path, twin, shallow=False):
            path.unlink()
            path.symlink_to(os.path.relpath(twin, path.parent))


full, here = pathlib.Path(sys.argv[1]), pathlib.Path(__file__).resolve().parent
for name, keep in KEEP.items():
    thin(full / name, here / name, keep)
link_equal(here / "A", here / "C")
