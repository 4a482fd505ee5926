# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""llama_peer.py [--threads N] CASE: times llama-bench on one language layer and head of the released shape, bf16 with random values, and prints
{"type", "seconds"} as JSON (of 512 tokens at once, or of one after 512); {"absent": why} without llama-bench; {} for a case that is not its.
Its last layer computes the feed-forward net of the last token alone, so a prompt's layer is half of what two more take.
HAIBAO_LLAMA_BENCH names the program where it is not in PATH (Debian: llama.cpp-tools, newer than Debian 13)."""
import argparse
import array
import json
import os
import random
import shutil
import statistics
import struct
import subprocess
import tempfile

RUNS = 5
HIDDEN, WIDE, HEADS, GROUPS, VOCABULARY = 4096, 13696, 32, 2, 16512
CASES = {"prefill": (512, ["-p", "512", "-n", "0"]), "decode": (1, ["-p", "0", "-n", "32", "-d", "512"])}
OUTER = [("token_embd", (HIDDEN, VOCABULARY)), ("output", (HIDDEN, VOCABULARY)), ("output_norm", (HIDDEN,))]
LAYER = [("attn_norm", (HIDDEN,)), ("attn_q", (HIDDEN, HIDDEN)), ("attn_k", (HIDDEN, 128 * GROUPS)), ("attn_v", (HIDDEN, 128 * GROUPS)),
         ("attn_output", (HIDDEN, HIDDEN)), ("ffn_norm", (HIDDEN,)), ("ffn_gate", (HIDDEN, WIDE)), ("ffn_up", (HIDDEN, WIDE)), ("ffn_down", (WIDE, HIDDEN))]
F32, BF16, ALIGNMENT = 0, 30, 32  # of the GGUF format


def text(value):
    raw = value.encode()
    return struct.pack("<Q", len(raw)) + raw


def metadata(layers):
    words = {"general.architecture": "llama", "tokenizer.ggml.model": "no_vocab"}
    numbers = {"llama.block_count": layers, "llama.context_length": 2048, "llama.embedding_length": HIDDEN, "llama.feed_forward_length": WIDE,
               "llama.attention.head_count": HEADS, "llama.attention.head_count_kv": GROUPS, "llama.rope.dimension_count": 128, "llama.vocab_size": VOCABULARY}
    entries = [text(key) + struct.pack("<I", 8) + text(value) for key, value in words.items()]
    entries += [text(key) + struct.pack("<II", 4, value) for key, value in numbers.items()]
    return entries + [text("llama.attention.layer_norm_rms_epsilon") + struct.pack("<If", 6, 1e-5)]


def write_model(path, layers):
    entries, headers, offset = metadata(layers), [], 0
    sizes = []
    for name, shape in OUTER + [(f"blk.{layer}.{name}", shape) for layer in range(layers) for name, shape in LAYER]:
        count = shape[0] * (shape[1] if len(shape) > 1 else 1)
        kind, size = (BF16, 2 * count) if len(shape) > 1 else (F32, 4 * count)
        headers.append(text(name + ".weight") + struct.pack("<I", len(shape)) + struct.pack(f"<{len(shape)}Q", *shape) + struct.pack("<IQ", kind, offset))
        sizes.append((kind, size))
        offset += size
    generator = random.Random(1)
    small = array.array("H", (generator.choice((0x0000, 0x8000)) | generator.randrange(0x3B80, 0x3D00) for _ in range(1 << 18))).tobytes()  # ±0.004 to ±0.03
    ones = struct.pack("<f", 1.0)
    with open(path, "wb") as file:
        file.write(struct.pack("<4sIQQ", b"GGUF", 3, len(headers), len(entries)) + b"".join(entries + headers))
        file.write(b"\0" * (-file.tell() % ALIGNMENT))
        for kind, size in sizes:
            if kind == F32:
                file.write(ones * (size // 4))
            while kind == BF16 and size > 0:
                size -= file.write(small[:size])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("case")
    arguments = parser.parse_args()
    if arguments.case not in CASES:
        return print("{}")
    program = os.environ.get("HAIBAO_LLAMA_BENCH") or shutil.which("llama-bench")
    if not program:
        return print(json.dumps({"absent": "There is no llama-bench here (Debian: llama.cpp-tools; HAIBAO_LLAMA_BENCH=FILE names one elsewhere); its column is left out."}))
    tokens, options = CASES[arguments.case]
    with tempfile.TemporaryDirectory(prefix="haibao-llama-") as folder:
        def seconds(layers):
            model = os.path.join(folder, "layers.gguf")
            write_model(model, layers)
            said = subprocess.run([program, "-m", model, "-t", str(arguments.threads), "-r", str(RUNS), "-o", "json", *options], stdout=subprocess.PIPE, check=True).stdout
            return tokens / statistics.median(json.loads(said)[0]["samples_ts"])
        took = seconds(1) if tokens == 1 else (seconds(3) - seconds(1)) / 2
    print(json.dumps({"type": "bf16", "seconds": took}))


main()
