# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""GLM-Image's diffusion transformer (spec section 6). Attribute names are the checkpoint's tensor names."""
import math
import torch
from torch import nn
import torch.nn.functional as F


class Projector(nn.Module):
    """Linear, activation, Linear, under the names net.0.proj and net.2."""

    def __init__(self, d_in, d_mid, d_out, activation):
        super().__init__()
        first = nn.Module()
        first.proj = nn.Linear(d_in, d_mid)
        self.net = nn.ModuleList([first, nn.Identity(), nn.Linear(d_mid, d_out)])
        self.activation = activation

    def forward(self, x):
        return self.net[2](self.activation(self.net[0].proj(x)))


class TwoLinear(nn.Module):
    def __init__(self, d_in, d_out):
        super().__init__()
        self.linear_1, self.linear_2 = nn.Linear(d_in, d_out), nn.Linear(d_out, d_out)

    def forward(self, x):
        return self.linear_2(F.silu(self.linear_1(x)))


class Modulation(nn.Module):
    def __init__(self, d_in, d_out):
        super().__init__()
        self.linear = nn.Linear(d_in, d_out)

    def forward(self, temb):
        return self.linear(temb)


def sincos(value, dim):
    """[...] -> [..., dim], cosines first (6.2)."""
    freq = torch.exp(-math.log(10000) * torch.arange(dim // 2, device=value.device) / (dim // 2))
    angle = value.float()[..., None] * freq
    return torch.cat([angle.cos(), angle.sin()], -1)


def rope_tables(rows, cols, head_dim, device):
    """cos and sin [rows*cols, head_dim]: row frequencies, then column frequencies, then both again (6.4)."""
    quarter = head_dim // 4
    inv = 10000.0 ** (-torch.arange(quarter, device=device) / quarter)
    i = torch.arange(rows, device=device)[:, None, None] * inv
    j = torch.arange(cols, device=device)[None, :, None] * inv
    half = torch.cat([i.expand(rows, cols, -1), j.expand(rows, cols, -1)], -1).reshape(rows * cols, -1)
    angle = torch.cat([half, half], -1)
    return angle.cos(), angle.sin()


def rotate(x, cos, sin):
    a, b = x.chunk(2, -1)
    return x * cos.to(x.dtype) + torch.cat([-b, a], -1) * sin.to(x.dtype)


CAUSAL = "causal"


def attend(q, k, v, mask=None):
    """mask: None, what is added to the scores, or CAUSAL: every token looks at itself and those before it. On a processor plain: torch
    2.6 has no fast bf16 kernel there, two batched products are 50 times faster. Scores stay in the values' type: as f32, which
    autocast would make of them, they cost a third of a training step."""
    causal = isinstance(mask, str)
    if q.device.type != "cpu":
        q, k, mask = q.to(v.dtype), k.to(v.dtype), None if causal or mask is None else mask.to(v.dtype)
        return F.scaled_dot_product_attention(q, k, v, mask, is_causal=causal)
    if causal:
        mask = torch.full((q.shape[-2], q.shape[-2]), -math.inf).triu(1)
    with torch.autocast("cpu", enabled=False):
        score = (q.to(v.dtype) * q.shape[-1] ** -0.5) @ k.to(v.dtype).transpose(-1, -2)
        if mask is not None:
            score = score + mask.to(v.dtype)
        return score.softmax(-1) @ v


class Attention(nn.Module):
    def __init__(self, dim, heads):
        super().__init__()
        self.heads = heads
        self.to_q, self.to_k, self.to_v = nn.Linear(dim, dim), nn.Linear(dim, dim), nn.Linear(dim, dim)
        self.to_out = nn.ModuleList([nn.Linear(dim, dim)])

    def forward(self, x, texts, rope, past=None):
        """x [B, texts + image tokens, dim]; past = (k, v) of condition pictures. Returns the output and this pass's (k, v)."""
        batch, tokens, dim = x.shape
        q, k, v = (f(x).view(batch, tokens, self.heads, -1).transpose(1, 2) for f in (self.to_q, self.to_k, self.to_v))
        q, k = F.layer_norm(q, q.shape[-1:]).to(v.dtype), F.layer_norm(k, k.shape[-1:]).to(v.dtype)
        q = torch.cat([q[:, :, :texts], rotate(q[:, :, texts:], *rope)], 2)
        k = torch.cat([k[:, :, :texts], rotate(k[:, :, texts:], *rope)], 2)
        own = (k, v)
        if past is not None:
            k, v = torch.cat([past[0], k], 2), torch.cat([past[1], v], 2)
        out = attend(q, k, v).transpose(1, 2).reshape(batch, tokens, dim)
        return self.to_out[0](out), own


class Block(nn.Module):
    def __init__(self, dim, heads, temb_dim):
        super().__init__()
        self.norm1 = Modulation(temb_dim, 12 * dim)
        self.attn1 = Attention(dim, heads)
        self.ff = Projector(dim, 4 * dim, dim, lambda y: F.gelu(y, approximate="tanh"))

    def forward(self, image, text, temb, rope, past=None):
        (shift_a, c_shift_a, scale_a, c_scale_a, gate_a, c_gate_a,
         shift_m, c_shift_m, scale_m, c_scale_m, gate_m, c_gate_m) = self.norm1(temb)[:, None].chunk(12, -1)
        norm = lambda x, scale, shift: F.layer_norm(x, x.shape[-1:]) * (1 + scale) + shift
        texts = text.shape[1]
        both = torch.cat([norm(text, c_scale_a, c_shift_a), norm(image, scale_a, shift_a)], 1)
        out, own = self.attn1(both, texts, rope, past)
        image, text = image + gate_a * out[:, texts:], text + c_gate_a * out[:, :texts]
        both = torch.cat([norm(text, c_scale_m, c_shift_m), norm(image, scale_m, shift_m)], 1)
        out = self.ff(both)
        return image + gate_m * out[:, texts:], text + c_gate_m * out[:, :texts], own


class DiffusionTransformer(nn.Module):
    def __init__(self, c):
        super().__init__()
        dim = c["num_attention_heads"] * c["attention_head_dim"]
        self.config, self.patch, temb = c, c["patch_size"], c["time_embed_dim"]
        self.image_projector = nn.Module()
        self.image_projector.proj = nn.Linear(c["in_channels"] * self.patch ** 2, dim)
        self.glyph_projector = Projector(c["text_embed_dim"], dim, dim, F.gelu)
        self.prior_token_embedding = nn.Embedding(c["prior_vq_quantizer_codebook_size"], dim)
        self.prior_projector = Projector(dim, dim, dim, F.silu)
        self.time_condition_embed = nn.Module()
        self.time_condition_embed.timestep_embedder = TwoLinear(temb, temb)
        self.time_condition_embed.condition_embedder = TwoLinear(4 * c["condition_dim"], temb)
        self.transformer_blocks = nn.ModuleList(
            [Block(dim, c["num_attention_heads"], temb) for _ in range(c["num_layers"])])
        self.norm_out = Modulation(temb, 2 * dim)
        self.proj_out = nn.Linear(dim, c["out_channels"] * self.patch ** 2)

    def condition(self, time, size, crop):
        """temb [B, time_embed_dim] from the raw time, the target size (H, W) and the crop offset (top, left), in pixels."""
        e = self.time_condition_embed
        place = sincos(torch.cat([crop, size], -1), self.config["condition_dim"]).flatten(1)
        return F.silu(e.timestep_embedder(sincos(time, self.config["time_embed_dim"])) + e.condition_embedder(place))

    def forward(self, latent, glyphs, prior, dropped, time, size, crop, read=None):
        """latent [B,C,h,w], glyphs [B,S,D], prior ids [B,(h/2)(w/2)], dropped [B] bool -> velocity [B,C,h,w], and K and V
        of every layer (what image-to-image keeps of a condition picture and gives back in `read`)."""
        batch, channels, height, width = latent.shape
        p, rows, cols = self.patch, height // self.patch, width // self.patch
        x = latent.view(batch, channels, rows, p, cols, p).permute(0, 2, 4, 1, 3, 5).reshape(batch, rows * cols, -1)
        rows_of_prior = self.prior_token_embedding(prior) * (~dropped)[:, None, None]
        image = self.image_projector.proj(x) + self.prior_projector(rows_of_prior)
        text = self.glyph_projector(glyphs)
        temb = self.condition(time, size, crop)
        rope = rope_tables(rows, cols, self.config["attention_head_dim"], latent.device)
        kept = []
        for i, block in enumerate(self.transformer_blocks):
            image, text, own = block(image, text, temb, rope, read[i] if read else None)
            kept.append(own)
        scale, shift = self.norm_out(temb)[:, None].chunk(2, -1)
        y = self.proj_out(F.layer_norm(image, image.shape[-1:]) * (1 + scale) + shift)
        y = y.view(batch, rows, cols, -1, p, p).permute(0, 3, 1, 4, 2, 5).reshape(batch, -1, height, width)
        return y, kept


def sigmas(steps, height, width):
    """Times fed to the network and noise levels (section 7). Height and width in pixels."""
    times = [int(i * (-999 / steps) + 1000) for i in range(steps)]
    mu = 0.25 + 0.75 * math.sqrt((height // 16) * (width // 16) / 256)
    return [t - 1 for t in times], [mu / (mu + 1000 / t - 1) for t in times] + [0.0]
