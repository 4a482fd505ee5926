# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a picture shows and a caption asks for, as class numbers, and the linear heads that read them off hidden states of
the language model while it learns. A loss on tokens alone says little about words: most of it is the neighbours' doing."""
import torch
from torch import nn
import torch.nn.functional as F


class Labels:
    """Descriptions as class numbers; -1 where a question does not apply."""

    def __init__(self, names):
        self.classes = {"palette": list(names["palettes"]), "subject": list(names["subjects"]), "style": list(names["styles"]),
                        "disc": ["none", "sun", "moon", "crescent"], "place": ["left", "centre", "right"]}

    def of(self, scene):
        discs = [e for e in scene["elements"] if e["subject"] in self.classes["disc"]]
        got = {"palette": scene["palette"], "subject": scene["elements"][0]["subject"],
               "style": None if scene["elements"][0]["subject"] == "blur" else scene["style"],
               "disc": discs[0]["subject"] if discs else "none", "place": discs[0]["place"] if discs else None}
        return [self.classes[k].index(v) if v else -1 for k, v in got.items()]


class Asked(Labels):
    """All that the painter's words can say of a whole picture."""

    def __init__(self, names):
        super().__init__(names)
        self.more = {"time": list(names["times"]), "mood": list(names["moods"]), "layout": ["balanced", "minimal"],
                     "title": ["none", "top", "bottom", "centre", "left", "right"]}

    def of(self, scene, free=False):
        """`free`: words that only suggest the palette."""
        if free:
            return [self.classes["palette"].index(scene["palette"])] + [-1] * (len(self.classes) + len(self.more) - 1)
        return super().of(scene) + [known.index(scene[k]) if scene[k] in known else -1 for k, known in self.more.items()]

    def counts(self):
        return [len(c) for c in (*self.classes.values(), *self.more.values())]


class Heads(nn.Module):
    """One linear answer to every question."""

    def __init__(self, dim, counts):
        super().__init__()
        self.counts, self.out = counts, nn.Linear(dim, sum(counts))

    def loss(self, hidden, answers):
        """hidden [n, dim], answers [n, questions]: mean cross-entropy per question, and the share of right answers."""
        total, right, known = 0.0, 0, 0
        for i, logits in enumerate(self.out(hidden).float().split(self.counts, -1)):
            asked = answers[:, i] >= 0
            total = total + F.cross_entropy(logits, answers[:, i], ignore_index=-1, reduction="sum") / asked.sum().clamp(min=1)
            right, known = right + (logits.argmax(-1) == answers[:, i]).sum(), known + asked.sum()
        return total / len(self.counts), right / known
