# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Teaches a finished language model new words: only the embeddings of text are trained, everything else stays as it is.

    python3 training/language_words.py --minutes 5 --anneal

For a model that draws well and is asked in other words than it learned. What changes is 0.4 MB of the exported model.
"""
import numpy as np
import torch

from common import Training, ahead, arguments, configs, device
from language import Batches, Sequences, load_language, losses_of

if __name__ == "__main__":
    args = arguments("Trains the embeddings of text.", batch=16, grids="preview", lr=0.003)
    where, c = device(), configs(args)["vision_language"]
    visual = c["text_config"]["vision_vocab_size"]
    model, tokenizer = load_language(args)
    model.requires_grad_(False).to(where)
    words = model.embed_tokens.weight.requires_grad_(True)
    words.register_hook(lambda gradient: torch.cat([torch.zeros_like(gradient[:visual]), gradient[visual:]]))
    training = Training(args, "language", model, adam_lr=args.lr, average=0.97, matrices=lambda key, p: False)
    sequences = Sequences(args.work, tokenizer, c["image_start_token_id"], np.random.default_rng(args.seed + training.step))
    batches = ahead(Batches(args, sequences, training.step))
    for step in training:
        losses = losses_of(model, next(batches), where)
        sum(losses.values()).backward()
        training.update(**{k: v.detach() for k, v in losses.items()})
