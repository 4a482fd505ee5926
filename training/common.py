# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every stage shares: where things lie, the device, the optimiser, the time-boxed and resumable training loop."""
import argparse
import json
import math
import multiprocessing
import os
import pickle
import queue
import time
from pathlib import Path
import torch

here = Path(__file__).resolve().parent


def arguments(about, **more):
    """--work FOLDER, --minutes N and --seed N, and what a stage adds as name=default."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--work", type=Path, default=here / "runs", help="data and checkpoints (outside git)")
    parser.add_argument("--minutes", type=float, default=10, help="stop after this long (busy minutes on a processor); run again to go on")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1, help="more than one only pays on an idle machine")
    parser.add_argument("--anneal", action="store_true", help="lower the learning rate to zero over this run")
    for name, default in more.items():
        if isinstance(default, bool):
            parser.add_argument("--" + name.replace("_", "-"), action="store_true")
        else:
            parser.add_argument("--" + name.replace("_", "-"), type=type(default), default=default)
    got = parser.parse_args()
    got.work.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(got.seed)
    torch.set_num_threads(got.threads)
    return got


def device():
    try:
        import torch_npu  # noqa: F401  (Huawei Ascend; registers torch.npu)
    except ImportError:
        pass
    for kind in ("cuda", "npu"):
        if getattr(torch, kind, None) and getattr(torch, kind).is_available():
            return torch.device(kind)
    return torch.device("cpu")


def autocast(where):
    return torch.autocast(where.type, torch.bfloat16, enabled=os.environ.get("HAIBAO_F32") != "1")


def orthogonalise(g):
    """Newton-Schulz iteration towards the nearest orthogonal matrix (Muon), for every one of [n, rows, columns]."""
    x = g.bfloat16()
    tall = x.shape[1] > x.shape[2]
    x = x.mT if tall else x
    x = x / (x.norm(dim=(1, 2), keepdim=True) + 1e-7)
    for _ in range(5):
        a = x @ x.mT
        x = 3.4445 * x + (-4.775 * a + 2.0315 * a @ a) @ x
    return (x.mT if tall else x).float()


class Muon(torch.optim.Optimizer):
    """Muon for matrices and convolution kernels ([out, in*k*k]); debian's torch has none yet."""

    def __init__(self, weights, lr, momentum=0.95):
        super().__init__(weights, dict(lr=lr, momentum=momentum))

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            alike = {}  # matrices of one shape go through the iteration together
            for p in group["params"]:
                if p.grad is None:
                    continue
                m = self.state[p].setdefault("momentum", torch.zeros_like(p))
                m.lerp_(p.grad, 1 - group["momentum"])
                alike.setdefault((p.shape[0], p[0].numel()), []).append((p, p.grad.lerp(m, group["momentum"]).flatten(1)))
            for (rows, cols), some in alike.items():
                for (p, _), g in zip(some, orthogonalise(torch.stack([g for _, g in some]))):
                    p.add_(g.view_as(p), alpha=-group["lr"] * max(1, rows / cols) ** 0.5)


def ahead(make, makers=4):
    """What make() returns, again and again. Away from the processor `makers` processes make it while the device computes, each after
    make.apart(k), which gives it chances of its own."""
    if device().type == "cpu":
        while True:
            yield make()
    forked = multiprocessing.get_context("fork")
    ready = forked.Queue(2 * makers)

    def work(k):
        torch.set_num_threads(1)
        make.apart(k)
        while True:
            ready.put(pickle.dumps(make(), 5))
    processes = [forked.Process(target=work, args=(k,), daemon=True) for k in range(makers)]
    for p in processes:
        p.start()
    while True:
        try:
            yield pickle.loads(ready.get(timeout=10))
        except queue.Empty:
            if not all(p.is_alive() for p in processes):
                raise SystemExit("A process that makes batches ended; what it said stands above.") from None


class Training:
    """One stage: a module, its optimisers, an average of its weights, a checkpoint, a log, a time box.

    for step in Training(...): compute a loss, call .backward() on it, then training.update(loss)
    """

    def __init__(self, args, name, module, lr=0.02, adam_lr=2e-3, average=0.998, matrices=None, fast=None):
        """`matrices`: what Muon takes; `fast`: what of the rest takes ten times AdamW's rate (tables whose numbers are large)."""
        self.args, self.name, self.module, self.average = args, name, module, average
        self.file, self.log = args.work / f"{name}.pt", args.work / f"{name}.log"
        matrices = matrices or (lambda key, p: p.dim() >= 2 and "embed" not in key and "table" not in key)
        hidden = [p for k, p in module.named_parameters() if matrices(k, p)]
        rest = [(k, p) for k, p in module.named_parameters() if not matrices(k, p)]
        groups = [dict(params=[p for k, p in rest if not (fast and fast(k))], lr=adam_lr), dict(params=[p for k, p in rest if fast and fast(k)], lr=10 * adam_lr)]
        self.optimisers = [Muon(hidden, lr)] if hidden else []
        self.optimisers.append(torch.optim.AdamW([g for g in groups if g["params"]], adam_lr, betas=(0.9, 0.95), weight_decay=0.0))
        self.rates = [g["lr"] for o in self.optimisers for g in o.param_groups]
        self.step, self.seconds, self.sum = 0, 0.0, {}
        if self.file.exists():
            kept = torch.load(self.file, weights_only=True, map_location=next(module.parameters()).device)
            module.load_state_dict(kept["module"])
            self.step, self.seconds = kept["step"], kept["seconds"]
            for o, s in zip(self.optimisers, kept["optimisers"]):
                o.load_state_dict(s)
        self.mean = {k: v.detach().clone() for k, v in module.state_dict().items()}
        if self.file.exists():
            for k, v in kept["mean"].items():
                self.mean[k].copy_(v)

    def __iter__(self):
        # On a processor the box is in busy seconds: a shared machine may give the process little, or stop it for a while.
        clock = (lambda: time.process_time() / self.args.threads) if device().type == "cpu" else time.time
        start, saved, shown = clock(), time.time(), time.time()
        busy = time.process_time()
        first = self.step
        while clock() - start < 60 * self.args.minutes:
            while (self.args.work / "PAUSE").exists():
                time.sleep(2)
            left = max(0.0, 1 - (clock() - start) / (60 * self.args.minutes))
            scale = min(1.0, (self.step + 1) / 50, (self.step - first + 1) / 10) * (left if self.args.anneal else 1.0)
            for rate, group in zip(self.rates, (g for o in self.optimisers for g in o.param_groups)):
                group["lr"] = rate * scale
            yield self.step
            if time.time() - shown > 20:
                self.seconds += time.process_time() - busy
                busy, shown = time.process_time(), time.time()
                self.show()
            if time.time() - saved > 150:
                self.show()
                self.save()
                saved = time.time()
        self.seconds += time.process_time() - busy
        self.show()
        self.save()

    def update(self, **losses):
        """After backward(): one optimiser step and the running average."""
        for o in self.optimisers:
            o.step()
        self.module.zero_grad(set_to_none=True)
        self.step += 1
        keep = min(self.average, (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            now = {k: v for k, v in self.module.state_dict().items() if v.is_floating_point()}
            torch._foreach_lerp_([self.mean[k] for k in now], list(now.values()), 1 - keep)
        for k, v in losses.items():  # added up on the device: to look at every one would make it wait
            total, count = self.sum.get(k, (0.0, 0))
            self.sum[k] = total + v, count + 1

    def show(self):
        for k, (v, _) in self.sum.items():
            if not math.isfinite(float(v)):
                raise SystemExit(f"{self.name}: {k} is not a number at step {self.step}; the last checkpoint is kept")
        if self.sum:
            text = " ".join(f"{k} {float(v) / n:.4f}" for k, (v, n) in self.sum.items())
            line = f"{time.strftime('%H:%M:%S')} step {self.step} cpu {self.seconds:.0f}s {text}"
            print(self.name, line, flush=True)
            with self.log.open("a") as f:
                f.write(line + "\n")
        self.sum = {}

    def save(self):
        new = self.file.with_suffix(".new")
        torch.save({"module": self.module.state_dict(), "mean": self.mean, "step": self.step, "seconds": self.seconds,
                    "optimisers": [o.state_dict() for o in self.optimisers]}, new)
        new.replace(self.file)


def trained(args, name, module):
    """The averaged weights of a stage, ready for use."""
    module.load_state_dict(torch.load(args.work / f"{name}.pt", weights_only=True, map_location="cpu")["mean"])
    return module.eval().requires_grad_(False)


def configs(args=None):
    """All configurations; what the stages measured (latent statistics, token counts) comes from the work folder."""
    got = json.loads((here / "config.json").read_text())
    measured = args.work / "measured.json" if args else None
    if measured and measured.exists():
        for part, values in json.loads(measured.read_text()).items():
            got.setdefault(part, {}).update(values)
    return got


def measured(args, part, **values):
    """Notes something that belongs into a part's configuration."""
    file = args.work / "measured.json"
    got = json.loads(file.read_text()) if file.exists() else {}
    got.setdefault(part, {}).update(values)
    file.write_text(json.dumps(got, indent=1))
