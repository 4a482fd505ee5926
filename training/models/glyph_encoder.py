# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The glyph encoder, a small T5 over bytes (spec section 5). Attribute names are the checkpoint's tensor names."""
import math
import torch
from torch import nn
import torch.nn.functional as F

from .language_model import RMSNorm


def buckets(length, count, farthest):
    """Relative-position bucket [length, length] of key - query, both directions (5.5)."""
    at = torch.arange(length)
    distance = at[None] - at[:, None]
    half = count // 2
    out, n = (distance > 0).long() * half, distance.abs()
    exact = half // 2
    far = exact + (torch.log(n.clamp(min=1) / exact) / math.log(farthest / exact) * (half - exact)).long()
    return out + torch.where(n < exact, n, far.clamp(max=half - 1))


class SelfAttention(nn.Module):
    def __init__(self, c, first):
        super().__init__()
        dim, inner = c["d_model"], c["num_heads"] * c["d_kv"]
        self.heads = c["num_heads"]
        self.q, self.k, self.v = (nn.Linear(dim, inner, bias=False) for _ in range(3))
        self.o = nn.Linear(inner, dim, bias=False)
        if first:
            self.relative_attention_bias = nn.Embedding(c["relative_attention_num_buckets"], self.heads)

    def forward(self, x, bias):
        batch, length, _ = x.shape
        q, k, v = (f(x).view(batch, length, self.heads, -1).transpose(1, 2) for f in (self.q, self.k, self.v))
        weight = (q @ k.transpose(-1, -2) + bias).softmax(-1).to(v.dtype)
        return self.o((weight @ v).transpose(1, 2).reshape(batch, length, -1))


class GatedFeedForward(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.wi_0, self.wi_1 = (nn.Linear(c["d_model"], c["d_ff"], bias=False) for _ in range(2))
        self.wo = nn.Linear(c["d_ff"], c["d_model"], bias=False)

    def forward(self, x):
        return self.wo(F.gelu(self.wi_0(x), approximate="tanh") * self.wi_1(x))


def sublayer(c, name, module):
    part = nn.Module()
    part.layer_norm = RMSNorm(c["d_model"], c["layer_norm_epsilon"])
    setattr(part, name, module)
    return part


class GlyphEncoder(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.config = c
        self.shared = nn.Embedding(c["vocab_size"], c["d_model"])
        self.encoder = nn.Module()
        self.encoder.block = nn.ModuleList()
        for i in range(c["num_layers"]):
            block = nn.Module()
            block.layer = nn.ModuleList([sublayer(c, "SelfAttention", SelfAttention(c, i == 0)),
                                         sublayer(c, "DenseReluDense", GatedFeedForward(c))])
            self.encoder.block.append(block)
        self.encoder.final_layer_norm = RMSNorm(c["d_model"], c["layer_norm_epsilon"])

    def forward(self, ids):
        """Byte ids [B, S] of texts of one length -> [B, S, d_model]."""
        c, table = self.config, self.encoder.block[0].layer[0].SelfAttention.relative_attention_bias
        place = buckets(ids.shape[1], c["relative_attention_num_buckets"], c["relative_attention_max_distance"])
        bias = table(place.to(ids.device)).permute(2, 0, 1)[None]
        x = self.shared(ids)
        for block in self.encoder.block:
            attention, feed = block.layer
            x = x + attention.SelfAttention(attention.layer_norm(x), bias)
            x = x + feed.DenseReluDense(feed.layer_norm(x))
        return self.encoder.final_layer_norm(x)


def byte_ids(text, pad=0):
    """ByT5 ids of one text, `pad` leading zeros (5.2, 5.3)."""
    return [0] * pad + [b + 3 for b in text.encode()] + [1]
