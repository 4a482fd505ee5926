# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a picture shows and a caption asks for, as class numbers, and the linear heads that read them off hidden states of
the language model while it learns. A loss on tokens alone says little about words: most of it is the neighbours' doing."""
import numpy as np
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

    def of(self, scene, said=None):
        """`said`: the questions that the words answer, where they do not answer all."""
        answers = super().of(scene) + [known.index(scene[k]) if scene[k] in known else -1 for k, known in self.more.items()]
        return answers if said is None else [a if k in said else -1 for k, a in zip((*self.classes, *self.more), answers)]

    def counts(self):
        return [len(c) for c in (*self.classes.values(), *self.more.values())]


class Heads(nn.Module):
    """One linear answer to every question."""

    def __init__(self, dim, counts):
        super().__init__()
        self.out, first = nn.Linear(dim, sum(counts)), np.cumsum([0, *counts])
        # All questions at once, for a card waits for every single operation: each question's rows of `out`, filled up with one that never wins.
        at = [[first[i] + k if k < n else sum(counts) for k in range(max(counts))] for i, n in enumerate(counts)]
        self.register_buffer("at", torch.tensor(at), persistent=False)

    def loss(self, hidden, answers):
        """hidden [n, dim], answers [n, questions]: mean cross-entropy per question, and the share of right answers."""
        logits = F.pad(self.out(hidden).float(), (0, 1), value=-1e4)[:, self.at].transpose(1, 2)  # [n, answers, questions]
        asked = answers >= 0
        each = F.cross_entropy(logits, answers, ignore_index=-1, reduction="none").sum(0) / asked.sum(0).clamp(min=1)
        return each.mean(), ((logits.argmax(1) == answers) & asked).sum() / asked.sum().clamp(min=1)
