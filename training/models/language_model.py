# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""GLM-Image's autoregressive transformer (spec section 3). Attribute names are the checkpoint's tensor names."""
import math
import torch
from torch import nn
import torch.nn.functional as F

from .diffusion_transformer import CAUSAL, attend


class RMSNorm(nn.Module):
    def __init__(self, dim, eps):
        super().__init__()
        self.weight, self.eps = nn.Parameter(torch.ones(dim)), eps

    def forward(self, x):
        return F.rms_norm(x.float(), self.weight.shape, self.weight, self.eps).to(x.dtype)


class SelfAttention(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.heads, self.kv_heads = c["num_attention_heads"], c["num_key_value_heads"]
        self.head_dim = c.get("head_dim") or c["hidden_size"] // self.heads
        dim = c["hidden_size"]
        self.q_proj = nn.Linear(dim, self.heads * self.head_dim)
        self.k_proj = nn.Linear(dim, self.kv_heads * self.head_dim)
        self.v_proj = nn.Linear(dim, self.kv_heads * self.head_dim)
        self.o_proj = nn.Linear(self.heads * self.head_dim, dim, bias=False)

    def rotate(self, x, cos, sin):
        n = cos.shape[-1]
        a, b = x[..., :n].chunk(2, -1)
        turned = x[..., :n] * cos.to(x.dtype) + torch.cat([-b, a], -1) * sin.to(x.dtype)
        return torch.cat([turned, x[..., n:]], -1)

    def forward(self, x, cos, sin, mask, cache):
        batch, tokens, _ = x.shape
        q = self.q_proj(x).view(batch, tokens, self.heads, -1).transpose(1, 2)
        k = self.k_proj(x).view(batch, tokens, self.kv_heads, -1).transpose(1, 2)
        v = self.v_proj(x).view(batch, tokens, self.kv_heads, -1).transpose(1, 2)
        q, k = self.rotate(q, cos, sin), self.rotate(k, cos, sin)
        if cache is not None:
            k, v = torch.cat([cache[0], k], 2), torch.cat([cache[1], v], 2)
        kept, group = (k, v), self.heads // self.kv_heads
        if group > 1:
            k, v = k.repeat_interleave(group, 1), v.repeat_interleave(group, 1)
        out = attend(q, k, v, mask)
        return self.o_proj(out.transpose(1, 2).reshape(batch, tokens, -1)), kept


class MLP(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.gate_up_proj = nn.Linear(c["hidden_size"], 2 * c["intermediate_size"], bias=False)
        self.down_proj = nn.Linear(c["intermediate_size"], c["hidden_size"], bias=False)

    def forward(self, x):
        gate, up = self.gate_up_proj(x).chunk(2, -1)
        return self.down_proj(up * F.silu(gate))


class Layer(nn.Module):
    def __init__(self, c):
        super().__init__()
        norm = lambda: RMSNorm(c["hidden_size"], c["rms_norm_eps"])
        self.input_layernorm, self.post_self_attn_layernorm = norm(), norm()
        self.post_attention_layernorm, self.post_mlp_layernorm = norm(), norm()
        self.self_attn, self.mlp = SelfAttention(c), MLP(c)

    def forward(self, x, cos, sin, mask, cache):
        out, kept = self.self_attn(self.input_layernorm(x), cos, sin, mask, cache)
        x = x + self.post_self_attn_layernorm(out)
        return x + self.post_mlp_layernorm(self.mlp(self.post_attention_layernorm(x))), kept


class LanguageModel(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.config = c
        self.embed_tokens = nn.Embedding(c["vocab_size"], c["hidden_size"])
        self.layers = nn.ModuleList([Layer(c) for _ in range(c["num_hidden_layers"])])
        self.norm = RMSNorm(c["hidden_size"], c["rms_norm_eps"])
        self.lm_head = nn.Linear(c["hidden_size"], c["vision_vocab_size"], bias=False)

    def rope(self, positions):
        """positions [B, 3, L] (t, h, w) -> cos, sin [B, 1, L, rotated dims] (3.2)."""
        r = self.config["rope_parameters"]
        dims = int(self.layers[0].self_attn.head_dim * r["partial_rotary_factor"])
        inv = r["rope_theta"] ** (-torch.arange(0, dims, 2, device=positions.device) / dims)
        axis = torch.repeat_interleave(torch.arange(3), torch.tensor(r["mrope_section"])).to(positions.device)
        angle = positions.float()[:, axis].transpose(1, 2) * inv
        angle = torch.cat([angle, angle], -1)[:, None]
        return angle.cos(), angle.sin()

    def forward(self, ids, positions, cache=None, mask=None, head_from=0):
        """ids [B, L], positions [B, 3, L] -> logits [B, L - head_from, visual vocabulary] and the cache. The default mask
        is causal and right for a first pass; one token at a time needs none."""
        length = ids.shape[1]
        if mask is None and length > 1:
            mask = CAUSAL
        cos, sin = self.rope(positions)
        x, kept = self.embed_tokens(ids), []
        for i, layer in enumerate(self.layers):
            x, own = layer(x, cos, sin, mask, cache[i] if cache else None)
            kept.append(own)
        return self.lm_head(self.norm(x[:, head_from:])), kept


def preview_grid(th, tw):
    """The small grid that is drawn first (2.2)."""
    return int(math.sqrt(th / tw) * 16), int(math.sqrt(tw / th) * 16)


def grid_positions(start, grids):
    """Positions [3, n] of generated tokens: grids in the order in which they are drawn (3.3)."""
    out = []
    for rows, cols in grids:
        i = torch.arange(rows)[:, None].expand(rows, cols).flatten() + start
        j = torch.arange(cols)[None].expand(rows, cols).flatten() + start
        out.append(torch.stack([torch.full_like(i, start), i, j]))
        start += max(rows, cols)
    return torch.cat(out, 1)
