# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""GLM-Image's vision tower and vector quantiser (spec sections 4 and 9.2). Attribute names are the checkpoint's tensor names."""
import torch
from torch import nn
import torch.nn.functional as F

from .diffusion_transformer import attend


class Attention(nn.Module):
    def __init__(self, dim, heads):
        super().__init__()
        self.heads, self.qkv, self.proj = heads, nn.Linear(dim, 3 * dim), nn.Linear(dim, dim)

    def forward(self, x):
        batch, tokens, dim = x.shape
        q, k, v = self.qkv(x).view(batch, tokens, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        return self.proj(attend(q, k, v).transpose(1, 2).reshape(batch, tokens, dim))


class MLP(nn.Module):
    def __init__(self, dim, inner):
        super().__init__()
        self.fc1, self.fc2 = nn.Linear(dim, inner), nn.Linear(inner, dim)

    def forward(self, x):
        return self.fc2(F.gelu(self.fc1(x)))


class Block(nn.Module):
    def __init__(self, c):
        super().__init__()
        dim = c["hidden_size"]
        self.norm1, self.norm2 = nn.LayerNorm(dim, c["layer_norm_eps"]), nn.LayerNorm(dim, c["layer_norm_eps"])
        self.attn, self.mlp = Attention(dim, c["num_heads"]), MLP(dim, c["intermediate_size"])

    def forward(self, x):
        x = x + self.attn(self.norm1(x))
        return x + self.mlp(self.norm2(x))


class VisionTower(nn.Module):
    def __init__(self, c):
        super().__init__()
        dim, self.patch, self.side = c["hidden_size"], c["patch_size"], c["image_size"] // c["patch_size"]
        self.patch_embed, self.embeddings = nn.Module(), nn.Module()
        self.patch_embed.proj = nn.Conv2d(c["in_channels"], dim, self.patch, self.patch)
        self.embeddings.position_embedding = nn.Embedding(self.side ** 2, dim)
        self.blocks = nn.ModuleList([Block(c) for _ in range(c["depth"])])

    def forward(self, pixels):
        """pixels [B,3,16*gh,16*gw], normalised -> features [B, dim, gh, gw]."""
        x = self.patch_embed.proj(pixels)
        batch, dim, gh, gw = x.shape
        table = self.embeddings.position_embedding.weight.view(self.side, self.side, dim).permute(2, 0, 1)[None]
        y = (torch.arange(gh, device=x.device) + 0.5) / gh * 2 - 1
        z = (torch.arange(gw, device=x.device) + 0.5) / gw * 2 - 1
        at = torch.stack([z[None].expand(gh, gw), y[:, None].expand(gh, gw)], -1)[None]
        x = x + F.grid_sample(table.float(), at, align_corners=False, padding_mode="border")
        x = x.flatten(2).transpose(1, 2)
        for block in self.blocks:
            x = block(x)
        return x.transpose(1, 2).reshape(batch, dim, gh, gw)


class VectorQuantiser(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.quant_conv = nn.Conv2d(c["latent_channels"], c["embed_dim"], 1)
        self.post_quant_conv = nn.Conv2d(c["embed_dim"], c["latent_channels"], 1)  # part of the format, not of the way
        self.quantize = nn.Module()
        self.quantize.embedding = nn.Embedding(c["num_embeddings"], c["embed_dim"])

    def codes(self):
        return F.normalize(self.quantize.embedding.weight, dim=-1)

    def directions(self, features):
        """features [B,C,gh,gw] -> unit vectors [B, gh*gw, embed_dim]."""
        return F.normalize(self.quant_conv(features).flatten(2).transpose(1, 2).float(), dim=-1)

    def forward(self, features):
        return (self.directions(features) @ self.codes().T).argmax(-1)


def enlarge_ids(ids, gh, gw):
    """Ids [B, gh*gw] of the d32 grid -> [B, 4*gh*gw] of the d16 grid, each repeated 2x2 (section 4)."""
    return ids.view(-1, gh, gw).repeat_interleave(2, 1).repeat_interleave(2, 2).flatten(1)
