# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Goes on from an exported model where the checkpoints of its training are gone, or under a new latent space and code book.

    python3 training/adopt.py --model assets/models/builtin

An empty work folder gets the model's own latent space (latent_space.safetensors, left beside it by export.py; without it,
what its encoder tells of it on the stored pictures) and code book.
Where there are other ones already (after latents.py and vision.py on other pictures), the language model and the diffusion
transformer are carried over: every new code gets the mean of what the old codes at the same places of the same pictures
stood for, known pieces of text keep their embedding, new ones get the mean of their parts, and the two latent spaces are
joined by the best linear map.
"""
import json
from pathlib import Path
import numpy as np
import torch

import tensors
import text
from common import arguments, configs, measured
from diffusion import Diffusion
from encode import Examples, load_vision
from language import grown, load_language, make_vocabulary, place_marks, taught
from latents import CHANNELS, SIZE, Latents, as_float
from models.autoencoder import Autoencoder
from models.diffusion_transformer import DiffusionTransformer
from models.language_model import LanguageModel
from source import Store, crops
from vision import Thumbnails, Vision, halved


def keep(args, name, module):
    state = {k: v.detach().clone() for k, v in module.state_dict().items()}
    torch.save({"module": state, "mean": state, "step": 20, "seconds": 0.0, "optimisers": []}, args.work / f"{name}.pt")
    print("adopted:", name)


class Old:
    """The exported model."""

    def __init__(self, folder):
        read = lambda name: json.loads((Path(folder) / name).read_text())
        self.folder, self.vl, self.vae = folder, read("vision_language_encoder/config.json"), read("vae/config.json")
        load = lambda part, module: tensors.from_checkpoint(folder, part, module).requires_grad_(False)
        self.spec = read("processor/tokenizer.json")
        self.vision = Vision(self.vl)
        load("vision", self.vision.tower), load("quantiser", self.vision.quantiser)
        self.language = load("language", LanguageModel(self.vl["text_config"]))
        self.diffusion = Diffusion({"diffusion": read("transformer/config.json"), "glyphs": read("text_encoder/config.json")})
        load("diffusion", self.diffusion.net), load("glyphs", self.diffusion.glyphs)
        self.autoencoder = load("autoencoder", Autoencoder(self.vae))
        self.std = torch.tensor(self.vae["latents_std"])


@torch.no_grad()
def own_space(args, old):
    """The latent space of the exported model. Where it was not kept, least squares finds it: the encoder is very nearly
    the linear map that it started as."""
    kept = Path(old.folder) / "latent_space.safetensors"
    if kept.exists():
        got = tensors.load(kept)
        return {**got, "std": got["std"].tolist()}
    store = Store(args.work)
    if not store.all():
        raise SystemExit(f"adopt: {old.folder} was exported without its latent space; run stage 1 first, then this again")
    x = as_float(crops(store, np.random.default_rng(5), 64, 256))
    rows = lambda t: t.permute(0, 2, 3, 1).flatten(0, 2).double()
    blocks, z = rows(torch.nn.functional.pixel_unshuffle(x, SIZE)), rows(torch.cat([old.autoencoder.encoder(part)[:, :CHANNELS] for part in x.split(8)]))
    middle, level = blocks.mean(0), z.mean(0)
    weight = torch.linalg.lstsq(blocks - middle, z - level, driver="gelsd").solution.T
    left = (z - level - (blocks - middle) @ weight.T).var(0) / z.var(0)
    print("latent space from the encoder: share of a channel that is not linear, at most", round(left.max().item(), 4))
    scale = 1 / weight.norm(dim=1)
    mean = middle - torch.linalg.pinv(weight) @ level
    return {"basis": (weight * scale[:, None]).float(), "mean": mean.float(), "scale": scale.float(), "std": old.vae["latents_std"]}


@torch.no_grad()
def shares(args, old, new):
    """[new codes, old codes]: how often an old code stands where the new one does; rows sum to 1."""
    if torch.equal(new.quantiser.codes(), old.vision.quantiser.codes()):
        return torch.eye(len(new.quantiser.codes()))
    rng, count = np.random.default_rng(3), new.quantiser.codes().shape[0]
    table = torch.zeros(count, old.vision.quantiser.codes().shape[0])
    for _ in range(40):
        x = as_float(halved(crops(Store(args.work), rng, 6, 512, whole=True)))
        table.view(-1).index_add_(0, (new(x) * table.shape[1] + old.vision(x)).flatten(), torch.ones(x.shape[0] * 256))
    # Seldom codes lean on the old code that is nearest among those of their neighbours in the code book.
    near = (new.quantiser.codes() @ new.quantiser.codes().T * 30).softmax(-1)
    table = table + 0.3 * near @ (table / table.sum(1, keepdim=True).clamp(min=1))
    return table / table.sum(1, keepdim=True)


def keep_language(args, model, state, tokenizer):
    marks = place_marks(tokenizer, configs(args)["vision_language"]["image_start_token_id"])
    keep(args, "language", taught(args, grown(model, state, marks)))


@torch.no_grad()
def carry_language(args, old, table):
    if not (args.work / "tokenizer.json").exists():
        c = configs(args)["vision_language"]
        make_vocabulary(args, Examples(args.work), c["text_config"]["vision_vocab_size"], c["vq_config"]["num_embeddings"])
    model, tokenizer = load_language(args)
    theirs, n = text.Tokenizer(old.spec), table.shape[0]
    state = {k: v.clone() for k, v in old.language.state_dict().items()}
    embed, head = state["embed_tokens.weight"], state["lm_head.weight"]
    fresh, fresh_head = model.embed_tokens.weight.clone(), head.clone()
    torch.nn.init.normal_(fresh, std=0.02)
    fresh[:n], fresh_head[:n] = table @ embed[:table.shape[1]], table @ head[:table.shape[1]]
    names = {**tokenizer.vocab, **tokenizer.added}
    letters = {v: k for k, v in text.LETTERS.items()}
    for piece, i in names.items():
        if i < n:
            continue
        if piece in theirs.added or piece in theirs.vocab:
            fresh[i] = embed[theirs.added.get(piece, theirs.vocab.get(piece))]
        elif all(c in letters for c in piece):
            fresh[i] = embed[theirs._word(piece)].mean(0)
    state["embed_tokens.weight"], state["lm_head.weight"] = fresh, fresh_head
    keep_language(args, model, state, tokenizer)


@torch.no_grad()
def carry_diffusion(args, old, table):
    space, model = Latents(args.work), Diffusion(configs(args))
    x = as_float(crops(Store(args.work), np.random.default_rng(5), 32, 256))
    rows = lambda z: z.permute(0, 2, 3, 1).flatten(0, 2)
    ours, theirs = rows(space.normalised(space.to(x))), rows(old.autoencoder.encoder(x)[:, :16]) / old.std
    fit = lambda a, b: torch.linalg.lstsq(torch.cat([a, torch.ones(len(a), 1)], 1), b).solution
    there, back = fit(ours, theirs), fit(theirs, ours)
    # From patch vectors (order c, py, px) of one space to those of the other.
    wide = lambda m: torch.kron(m[:16].T.contiguous(), torch.eye(4))
    shift = lambda m: m[16].repeat_interleave(4)
    state = {k: v.clone() for k, v in old.diffusion.state_dict().items()}
    into, bias = state["net.image_projector.proj.weight"], state["net.image_projector.proj.bias"]
    state["net.image_projector.proj.bias"] = bias + into @ shift(there)
    state["net.image_projector.proj.weight"] = into @ wide(there)
    state["net.proj_out.weight"] = wide(back) @ state["net.proj_out.weight"]
    state["net.proj_out.bias"] = wide(back) @ state["net.proj_out.bias"] - shift(back)  # velocity is noise minus picture
    state["net.prior_token_embedding.weight"] = table @ state["net.prior_token_embedding.weight"]
    model.load_state_dict(state)
    keep(args, "diffusion", model)


if __name__ == "__main__":
    args = arguments("Goes on from an exported model.", model="", only="")
    old = Old(args.model)
    own = not (args.work / "latents.pt").exists()
    if own:
        torch.save(own_space(args, old), args.work / "latents.pt")
        measured(args, "autoencoder", latents_mean=old.vae["latents_mean"], latents_std=old.vae["latents_std"])
        keep(args, "vision", torch.nn.ModuleDict({"model": old.vision, "teacher": Thumbnails(old.vl["vq_config"]["embed_dim"])}))
        keep(args, "decoder", old.autoencoder.decoder), keep(args, "encoder", old.autoencoder.encoder)
        keep(args, "diffusion", old.diffusion)
        (args.work / "tokenizer.json").write_text(json.dumps(old.spec, ensure_ascii=False))
        measured(args, "tokens", vocab_size=old.vl["text_config"]["vocab_size"], image=old.vl["image_token_id"],
                 end_of_text=old.vl["text_config"]["pad_token_id"])
        model, tokenizer = load_language(args)
        keep_language(args, model, old.language.state_dict(), tokenizer)
    else:
        table = shares(args, old, load_vision(args))
        if args.only != "diffusion":
            carry_language(args, old, table)
        if args.only != "language":
            carry_diffusion(args, old, table)
