# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the trained parts as a GLM-Image folder in Hugging Face's layout, bf16, and reads it back.

    python3 training/export.py --out assets/models/builtin
    python3 training/export.py --out assets/models/builtin --only autoencoder     (or language) all else stays, byte for byte
"""
import json
import shutil
from pathlib import Path
import torch

import standin
import tensors
from common import arguments, configs, trained
from diffusion import Diffusion
from encode import Examples, load_vision
from language import trained_language
from latents import Latents
from models.autoencoder import Autoencoder
from source import LANGUAGES, vocabulary

PARTS = {"processor": ("transformers", "GlmImageProcessor"), "scheduler": ("diffusers", "FlowMatchEulerDiscreteScheduler"),
         "text_encoder": ("transformers", "T5EncoderModel"), "tokenizer": ("transformers", "ByT5Tokenizer"),
         "transformer": ("diffusers", "GlmImageTransformer2DModel"), "vae": ("diffusers", "AutoencoderKL"),
         "vision_language_encoder": ("transformers", "GlmImageForConditionalGeneration")}
SCHEDULER = dict(_class_name="FlowMatchEulerDiscreteScheduler", _diffusers_version="0.39.0", base_image_seq_len=256, base_shift=0.25,
                 invert_sigmas=False, max_image_seq_len=4096, max_shift=0.75, num_train_timesteps=1000, shift=1.0, shift_terminal=None,
                 stochastic_sampling=False, time_shift_type="linear", use_beta_sigmas=False, use_dynamic_shifting=True,
                 use_exponential_sigmas=False, use_karras_sigmas=False)


def write(file, value):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n")


def added(content, strip=False, special=True):
    return dict(content=content, lstrip=strip, normalized=not special, rstrip=strip, single_word=False, special=special)


def write_processor(folder, spec, start, end):
    (folder / "tokenizer.json").write_text(json.dumps(spec, ensure_ascii=False, separators=(",", ":")))
    token = "<|dit_token_{}|>".format
    names = {"image_token": "<|image|>", "grid_bos_token": "<sop>", "grid_eos_token": "<eop>"}
    write(folder / "tokenizer_config.json", {
        "added_tokens_decoder": {str(t["id"]): added(t["content"]) for t in sorted(spec["added_tokens"], key=lambda t: t["id"])},
        "bos_token": token(start), "eos_token": token(end), "pad_token": token(end), "clean_up_tokenization_spaces": False,
        "extra_special_tokens": names, **names, "model_max_length": 128000, "padding_side": "left",
        "processor_class": "GlmImageProcessor", "tokenizer_class": "PreTrainedTokenizerFast"})
    (folder / "chat_template.jinja").write_text(
        "{%- for message in messages -%}{%- if message.content is string -%}{{ message.content }}{%- else -%}"
        "{%- for item in message.content -%}{%- if item.type == 'image' -%}" + token(start) + "<|image|>" + token(end) +
        "{%- elif item.type == 'text' -%}{{ item.text }}{%- endif -%}{%- endfor -%}{%- endif -%}{%- endfor -%}")
    write(folder / "preprocessor_config.json", dict(
        size=dict(shortest_edge=256 * 256, longest_edge=2048 * 2048), image_mean=[0.5] * 3, image_std=[0.5] * 3, do_convert_rgb=True,
        do_normalize=True, do_rescale=True, do_resize=True, image_processor_type="GlmImageImageProcessor", merge_size=1, patch_size=16,
        processor_class="GlmImageProcessor", resample=3, rescale_factor=1 / 255, temporal_patch_size=1))


def write_byte_tokenizer(folder):
    extra = {f"<extra_id_{i}>": 259 + i for i in range(125)}
    decoder = {str(i): added(t, True, False) for i, t in enumerate(("<pad>", "</s>", "<unk>"))}
    decoder.update({str(i): added(t) for t, i in extra.items()})
    write(folder / "added_tokens.json", extra)
    write(folder / "tokenizer_config.json", dict(
        added_tokens_decoder=decoder, additional_special_tokens=list(extra), clean_up_tokenization_spaces=False, eos_token="</s>",
        extra_ids=0, model_max_length=1000000000000000019884624838656, pad_token="<pad>", tokenizer_class="ByT5Tokenizer", unk_token="<unk>"))


def known_words(args):
    """What the model was shown, in three languages, the first word for everything before the second: read off the examples' own
    descriptions."""
    names = vocabulary(args.work)
    if not names:
        return [way for i in range(3) for table in (standin.SUBJECTS.values(), standin.DISCS.values(), standin.PALETTES)
                for entry in table for way in entry[i].split("|")]
    seen, examples = {}, Examples(args.work)
    for shape in examples.shapes():
        for scene in (w["scene"] for w in examples.words(shape)):
            for kind, ids in (("subjects", [e["subject"] for e in scene["elements"]]), ("palettes", [scene["palette"]]),
                              ("styles", [scene["style"]]), ("times", [scene["time"]]), ("moods", [scene["mood"]])):
                seen.setdefault(kind, set()).update(ids)
    ways = [names[kind][name] for kind, table in seen.items() for name in names[kind] if name in table]
    return [way[lang][k] for lang in LANGUAGES for k in range(max(len(way[lang]) for way in ways)) for way in ways if k < len(way[lang])]


def trained_autoencoder(args, c):
    autoencoder = Autoencoder(c["autoencoder"])
    for part in ("encoder", "decoder"):
        if (args.work / f"{part}.pt").exists():
            trained(args, part, getattr(autoencoder, part))
    return autoencoder


def write_space(args, out):
    """No part of the model; adopt.py goes on from it."""
    space = Latents(args.work)
    tensors.save(out / "latent_space.safetensors", dict(basis=space.basis, mean=space.mean, scale=space.scale, std=space.std.flatten()))


def replace(args, out, c, part):
    """Puts a better part into a folder whose latent space, codes and vocabulary are the same. What has not been trained since
    adopt.py is written as it was, so that git stores only what is new."""
    if part == "autoencoder":
        for key in ("latents_mean", "latents_std"):
            kept = json.loads((out / "vae/config.json").read_text())[key]
            assert kept == c["autoencoder"][key], f"{key}: the folder's latent space is another one"
        module = trained_autoencoder(args, c)
        write_space(args, out)
    else:
        assert json.loads((out / "processor/tokenizer.json").read_text()) == json.loads((args.work / "tokenizer.json").read_text()), "another vocabulary"
        module = trained_language(args)
    file = tensors.FILES[part][0]
    old, new = tensors.load(out / file), {k: t.bfloat16() for k, t in tensors.to_file_names(part, module.state_dict()).items()}
    assert all(k in old and old[k].shape == t.shape for k, t in new.items()), "a network of another size"
    assert all(torch.isfinite(t).all() for t in new.values()), f"{part} holds values that are not numbers"
    tensors.save(out / file, {**old, **new})
    print(f"{out / file}: {sum(int((t != old[k]).sum()) for k, t in new.items())} of {sum(t.numel() for t in old.values())} numbers changed")


def main():
    args = arguments("Exports the model.", out="", steps=20, guidance=1.0, temperature=0.95, top_p=0.99, side=512, only="")
    out, c = Path(args.out), configs(args)
    if args.only:
        return replace(args, out, c, args.only)
    for part in PARTS:  # only what this program writes itself
        shutil.rmtree(out / part, ignore_errors=True)
        (out / part).mkdir(parents=True)
    vl, tokens = c["vision_language"], c["tokens"]
    language = trained_language(args)
    vl["image_token_id"] = tokens["image"]
    vl["text_config"].update(vocab_size=tokens["vocab_size"], pad_token_id=tokens["end_of_text"])
    diffusion, vision, autoencoder = trained(args, "diffusion", Diffusion(c)), load_vision(args), trained_autoencoder(args, c)
    modules = {"language": language, "vision": vision.tower, "quantiser": vision.quantiser, "diffusion": diffusion.net,
               "glyphs": diffusion.glyphs, "autoencoder": autoencoder}
    files = {}
    for part, module in modules.items():
        files.setdefault(tensors.FILES[part][0], {}).update(tensors.to_file_names(part, module.state_dict()))
    for name, content in files.items():
        assert all(torch.isfinite(t).all() for t in content.values()), f"{name} holds values that are not numbers"
        tensors.save(out / name, {k: t.bfloat16() for k, t in content.items()})
    write(out / "model_index.json", {"_class_name": "GlmImagePipeline", "_diffusers_version": "0.39.0", **{k: list(v) for k, v in PARTS.items()}})
    write(out / "transformer/config.json", c["diffusion"])
    write(out / "vae/config.json", c["autoencoder"])
    write(out / "text_encoder/config.json", c["glyphs"])
    write(out / "vision_language_encoder/config.json", vl)
    write(out / "vision_language_encoder/generation_config.json", dict(
        do_sample=True, eos_token_id=vl["image_end_token_id"], pad_token_id=tokens["end_of_text"], temperature=args.temperature,
        top_k=vl["text_config"]["vision_vocab_size"], top_p=args.top_p))
    write(out / "scheduler/scheduler_config.json", SCHEDULER)
    write_space(args, out)
    spec = json.loads((args.work / "tokenizer.json").read_text())
    write_processor(out / "processor", spec, vl["image_start_token_id"], vl["image_end_token_id"])
    write_byte_tokenizer(out / "tokenizer")
    words = known_words(args)
    write(out / "haibao.json", dict(name="Haibao builtin", steps=args.steps, guidance=args.guidance, size=[args.side, args.side],
                                    temperature=args.temperature, top_p=args.top_p, text_mode="layers", vocabulary=words))
    for part, module in modules.items():  # read back: every tensor there, in its shape
        tensors.from_checkpoint(out, part, module)
    size = sum(f.stat().st_size for f in out.rglob("*") if f.is_file())
    parameters = {p: sum(t.numel() for t in m.state_dict().values()) for p, m in modules.items()}
    print(f"{out}: {size / 1e6:.2f} MB,", {k: f"{v / 1e6:.2f} M" for k, v in parameters.items()})


if __name__ == "__main__":
    main()
