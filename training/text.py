# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Byte-level BPE with GLM-4's pre-tokeniser (spec section 2.3): learning a small vocabulary, encoding, tokenizer.json."""
import re
import sys
import unicodedata
from collections import Counter

PATTERN = (r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*"
           r"|\s*[\r\n]+|\s+(?!\S)|\s+")
SPECIALS = ["<|endoftext|>", "[MASK]", "[gMASK]", "[sMASK]", "<sop>", "<eop>", "<|system|>", "<|user|>", "<|assistant|>",
            "<|observation|>", "<|begin_of_image|>", "<|end_of_image|>", "<|begin_of_video|>", "<|end_of_video|>",
            "<|image|>", "<|video|>"]


def _ranges(kind):
    """The code points of a Unicode category as the inside of a character class; Python's re knows no \\p{L}."""
    out, start = [], None
    for c in range(sys.maxunicode + 2):
        inside = c <= sys.maxunicode and unicodedata.category(chr(c))[0] == kind
        if inside and start is None:
            start = c
        elif not inside and start is not None:
            out.append(f"\\U{start:08x}-\\U{c - 1:08x}")
            start = None
    return "".join(out)


_compiled = None


def split(text):
    global _compiled
    if _compiled is None:
        letters, numbers = _ranges("L"), _ranges("N")
        p = PATTERN.replace(r"[^\r\n\p{L}\p{N}]", f"[^\\r\\n{letters}{numbers}]")
        p = p.replace(r"[^\s\p{L}\p{N}]", f"[^\\s{letters}{numbers}]")
        _compiled = re.compile(p.replace(r"\p{L}", f"[{letters}]").replace(r"\p{N}", f"[{numbers}]"))
    return _compiled.findall(text)


def _byte_letters():
    """GPT-2's printable stand-in for every byte."""
    plain = [*range(33, 127), *range(161, 173), *range(174, 256)]
    out, spare = {b: chr(b) for b in plain}, 256
    for b in range(256):
        if b not in out:
            out[b] = chr(spare)
            spare += 1
    return out


LETTERS = _byte_letters()


class Tokenizer:
    def __init__(self, spec):
        """spec: a parsed tokenizer.json."""
        self.vocab = spec["model"]["vocab"]
        pairs = [tuple(m.split(" ")) if isinstance(m, str) else tuple(m) for m in spec["model"]["merges"]]
        self.ranks = {p: i for i, p in enumerate(pairs)}
        self.added = {t["content"]: t["id"] for t in spec["added_tokens"]}
        self._cut = re.compile("(" + "|".join(re.escape(t) for t in sorted(self.added, key=len, reverse=True)) + ")")
        self._known = {}

    def _word(self, word):
        if word not in self._known:
            parts = [word] if word in self.vocab else list(word)
            while len(parts) > 1:
                rank, at = min((self.ranks.get(p, 1 << 30), i) for i, p in enumerate(zip(parts, parts[1:])))
                if rank == 1 << 30:
                    break
                parts[at:at + 2] = ["".join(parts[at:at + 2])]
            self._known[word] = [self.vocab[p] for p in parts]
        return self._known[word]

    def encode(self, text):
        out = []
        for piece in self._cut.split(text):
            if piece in self.added:
                out.append(self.added[piece])
            else:
                for word in split(piece):
                    out += self._word("".join(LETTERS[b] for b in word.encode()))
        return out


def learn_merges(texts, count):
    """The `count` most useful merges of a list of texts, first come first (plain BPE; ties go to the smaller pair)."""
    words = Counter(w for t in texts for w in split(t))
    words = [(["".join(LETTERS[b]) for b in w.encode()], n) for w, n in words.items()]
    pairs, found_in = Counter(), {}  # counts of all pairs, and the words that may hold them: only these change by a merge
    for k, (parts, n) in enumerate(words):
        for p in zip(parts, parts[1:]):
            pairs[p] += n
            found_in.setdefault(p, set()).add(k)
    merges = []
    while len(merges) < count and pairs:
        best = min(pairs.items(), key=lambda e: (-e[1], e[0]))[0]
        if pairs[best] < 4:
            break
        merges.append(best)
        for k in found_in.pop(best):
            parts, n = words[k]
            for p in zip(parts, parts[1:]):
                pairs[p] -= n
            i = 0
            while i < len(parts) - 1:
                if (parts[i], parts[i + 1]) == best:
                    parts[i:i + 2] = ["".join(best)]
                i += 1
            for p in zip(parts, parts[1:]):
                pairs[p] += n
                found_in.setdefault(p, set()).add(k)
        del pairs[best]
    return merges


def make_spec(merges, codebook, visual_vocab):
    """A tokenizer.json: visual ids first (codes, start, end, unused), then bytes, merges and the named tokens."""
    vocab = {f"<|dit_token_{i}|>": i for i in range(visual_vocab)}
    for word in [LETTERS[b] for b in range(256)] + ["".join(m) for m in merges]:
        vocab.setdefault(word, len(vocab))
    named = {f"<|dit_token_{i}|>": i for i in (codebook, codebook + 1)}
    named.update({name: len(vocab) + i for i, name in enumerate(SPECIALS)})
    added = [dict(id=i, content=name, single_word=False, lstrip=False, rstrip=False, normalized=False, special=True)
             for name, i in named.items()]
    level = {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": True, "use_regex": False}
    cut = {"type": "Split", "pattern": {"Regex": PATTERN}, "behavior": "Isolated", "invert": False}
    return {"version": "1.0", "truncation": None, "padding": None, "added_tokens": added, "normalizer": None,
            "pre_tokenizer": {"type": "Sequence", "pretokenizers": [cut, level]},
            "post_processor": {**level, "trim_offsets": False}, "decoder": {**level, "use_regex": True},
            "model": {"type": "BPE", "dropout": None, "unk_token": None, "continuing_subword_prefix": None,
                      "end_of_word_suffix": None, "fuse_unk": False, "byte_fallback": False, "ignore_merges": True,
                      "vocab": vocab, "merges": [list(m) for m in merges]}}
