# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""torch_peer.py [--threads N] [--device cuda] CASE: times plain torch on a case of ./run bench, with the released shapes and random weights, and prints
{"type", "seconds"} of its faster type as JSON; {"absent": why} without torch; {} for a case that is not torch's. The networks are training/models'."""
import argparse
import json
import pathlib
import statistics
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "training"))
RUNS = 5
HOPELESS = 2.5  # times slower than the other type in a product of 1024³, which says enough and ends soon: not tried
TEXT, DIM, HEADS, TIME = 64, 4096, 32, 512


def product(torch, dtype, width=4096):
    a, b = (torch.randn(width, width).to(dtype) for _ in range(2))
    return lambda: torch.nn.functional.linear(a, b)


def wide_product(torch, dtype):
    layer = torch.nn.Linear(DIM, 4 * DIM).to(dtype)
    x = torch.randn(4096 + TEXT, DIM).to(dtype)
    return lambda: layer(x)


def attention(torch, dtype):
    from models.diffusion_transformer import attend
    q, k, v = (torch.randn(1, HEADS, 4096 + TEXT, DIM // HEADS).to(dtype) for _ in range(3))
    plain = lambda: attend(q, k, v)
    own = lambda: torch.nn.functional.scaled_dot_product_attention(q, k, v)
    took = [seconds(once) for once in (plain, own)]
    return plain if took[0] < took[1] else own


def block(side):
    def make(torch, dtype):
        from models.diffusion_transformer import Block, rope_tables
        network = Block(DIM, HEADS, TIME).to(dtype)
        edge = side // 16
        image, text, temb = (torch.randn(*shape).to(dtype) for shape in ((1, edge * edge, DIM), (1, TEXT, DIM), (1, TIME)))
        rope = rope_tables(edge, edge, DIM // HEADS, torch.get_default_device())
        return lambda: network(image, text, temb, rope)
    return make


def decoder(side):
    def make(torch, dtype):
        from models.autoencoder import Decoder
        config = {"block_out_channels": [128, 512, 1024, 1024], "layers_per_block": 3, "norm_num_groups": 32, "latent_channels": 16, "out_channels": 3}
        network = Decoder(config).to(dtype).to(memory_format=torch.channels_last)
        latent = torch.randn(1, 16, side // 8, side // 8).to(dtype).contiguous(memory_format=torch.channels_last)
        return lambda: network(latent)
    return make


CASES = {"product": product, "wide_product": wide_product, "attention": attention, "block_512": block(512), "block_1024": block(1024), "decode_512": decoder(512), "decode_1024": decoder(1024)}


def seconds(work):
    start = time.perf_counter()
    work()
    finish()
    return time.perf_counter() - start


def finish():
    """Cards compute while the program goes on."""
    import torch
    if torch.get_default_device().type == "cuda":
        torch.cuda.synchronize()


def worth_trying(torch):
    types = {"bf16": torch.bfloat16, "f32": torch.float32}
    took = {}
    for name, dtype in types.items():
        work = product(torch, dtype, 1024)
        took[name] = min(seconds(work) for _ in range(3))
    return {name: dtype for name, dtype in types.items() if took[name] < HOPELESS * min(took.values())}


def fastest(torch, make):
    """The median of RUNS of the type that is faster, after a run of each to warm up and one to choose."""
    works, first = {}, {}
    for name, dtype in worth_trying(torch).items():
        works[name] = make(torch, dtype)
        seconds(works[name])
        first[name] = seconds(works[name])
    best = min(first, key=first.get)
    return {"type": best, "seconds": statistics.median(seconds(works[best]) for _ in range(RUNS))}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--threads", type=int, default=0)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("case")
    arguments = parser.parse_args()
    if arguments.case not in CASES:
        return print("{}")
    try:
        import torch
    except ImportError:
        return print(json.dumps({"absent": "There is no torch for python3 here (Debian: python3-torch and libopenblas0-openmp); its column is left out."}))
    torch.set_num_threads(arguments.threads or torch.get_num_threads())
    torch.set_default_device(arguments.device)
    with torch.inference_mode():
        print(json.dumps(fastest(torch, CASES[arguments.case])))


main()
