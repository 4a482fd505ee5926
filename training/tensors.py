# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading and writing safetensors with torch alone, and the names that the checkpoint's files use."""
import json
import struct
from pathlib import Path
import torch

KINDS = {"F32": torch.float32, "BF16": torch.bfloat16, "F16": torch.float16, "I32": torch.int32, "I64": torch.int64}

# part of the model -> (file, {prefix in our module: prefix in the file})
FILES = {
    "language": ("vision_language_encoder/model.safetensors",
                 {"lm_head.": "lm_head.", "": "model.language_model."}),
    "vision": ("vision_language_encoder/model.safetensors", {"": "model.visual."}),
    "quantiser": ("vision_language_encoder/model.safetensors", {"": "model.vqmodel."}),
    "diffusion": ("transformer/diffusion_pytorch_model.safetensors", {"": ""}),
    "glyphs": ("text_encoder/model.safetensors", {"": ""}),
    "autoencoder": ("vae/diffusion_pytorch_model.safetensors", {"": ""}),
}


def load(path):
    data = Path(path).read_bytes()
    size = struct.unpack("<Q", data[:8])[0]
    out = {}
    for name, t in json.loads(data[8:8 + size]).items():
        if name != "__metadata__":
            a, b = t["data_offsets"]
            raw = torch.frombuffer(bytearray(data[8 + size + a:8 + size + b]), dtype=KINDS[t["dtype"]])
            out[name] = raw.view(t["shape"])
    return out


def save(path, tensors):
    """Writes tensors in name order; 'format' is what Hugging Face's loader asks for."""
    names, head, at, parts = {v: k for k, v in KINDS.items()}, {"__metadata__": {"format": "pt"}}, 0, []
    for name in sorted(tensors):
        t = tensors[name].detach().cpu().contiguous()
        raw = t.view(torch.uint8).numpy().tobytes() if t.dim() else t[None].view(torch.uint8).numpy().tobytes()
        head[name] = {"dtype": names[t.dtype], "shape": list(t.shape), "data_offsets": [at, at + len(raw)]}
        at += len(raw)
        parts.append(raw)
    text = json.dumps(head, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(struct.pack("<Q", len(text)) + text + b"".join(parts))


def to_file_names(part, state):
    out = {}
    for name, t in state.items():
        for ours, theirs in FILES[part][1].items():
            if name.startswith(ours):
                out[theirs + name[len(ours):]] = t
                break
    return out


def from_checkpoint(folder, part, module):
    """Fills the module from a checkpoint folder; every tensor has to be there in its shape."""
    stored = load(Path(folder) / FILES[part][0])
    state = {}
    for name, t in module.state_dict().items():
        state[name] = stored[next(iter(to_file_names(part, {name: t})))].float()
    module.load_state_dict(state)
    return module.eval()
