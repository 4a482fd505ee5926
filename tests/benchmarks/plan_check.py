#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""plan_check.py CLI MODEL [generate options]: what haibao-cli plan says beside what a picture really takes, stage by stage.

    ./run shell -c 'tests/benchmarks/plan_check.py build/release/bin/haibao-cli m.gguf --size 1024x1024 --steps 1'

Prints one line per stage: predicted and measured memory of the worker (MB), predicted and measured seconds. The time is predicted
only after an earlier picture with the model, or after plan --calibrate.
"""
import json
import pathlib
import subprocess
import sys
import threading
import time


def worker_of(parent):
    for status in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rsplit(")", 1)
        except OSError:
            continue
        if fields[0].endswith("(haibao-worker") and int(fields[1].split()[1]) == parent:
            return int(status.parent.name)
    return None


def resident(process):
    try:
        for line in pathlib.Path(f"/proc/{process}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0


class Watch:
    """Samples the worker's resident memory; what is taken while loading counts to the stage that comes next."""

    def __init__(self):
        self.stage, self.peaks, self.seconds, self.since, self.pending = None, {}, {}, time.time(), 0

    def sample(self, bytes_):
        if self.stage in (None, "loading"):
            self.pending = max(self.pending, bytes_)
        else:
            self.peaks[self.stage] = max(self.peaks.get(self.stage, 0), bytes_)

    def enter(self, stage):
        if stage == self.stage:
            return
        now = time.time()
        self.seconds[self.stage] = self.seconds.get(self.stage, 0) + now - self.since
        self.stage, self.since = stage, now
        if stage != "loading":
            self.peaks[stage] = max(self.peaks.get(stage, 0), self.pending)
            self.pending = 0


def main():
    cli, model, *options = sys.argv[1:]
    passed_on = [o for o in options]
    planned = json.loads(subprocess.run([cli, "plan", "--model", model, "--device", "cpu", "--json", *passed_on],
                                        stdout=subprocess.PIPE, check=False).stdout)["data"]
    job = subprocess.Popen([cli, "generate", "--model", model, "--device", "cpu", "--prompt", "A mountain at dawn", "--out", "plan_check.png",
                            "--overwrite", "--progress", "json", *passed_on], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
    watch = Watch()

    def listen():
        for line in job.stderr:
            try:
                event = json.loads(line)
            except ValueError:
                print(line, end="")
                continue
            if event.get("event") == "progress":
                watch.enter(event["stage"])
        watch.enter(None)

    listener = threading.Thread(target=listen)
    listener.start()
    process = None
    while job.poll() is None:
        process = process or worker_of(job.pid)
        if process:
            watch.sample(resident(process))
        time.sleep(0.01)
    listener.join()
    print(f"{'stage':16} {'planned MB':>10} {'taken MB':>10} {'ratio':>6} {'planned s':>10} {'taken s':>9}")
    for stage in planned["stages"]:
        name, base = stage["stage"], planned["base"]
        predicted = base + stage["weights"] + stage["working"]
        taken = watch.peaks.get(name, 0)
        seconds = "–" if stage["seconds"] is None else f"{stage['seconds']:.1f}"
        print(f"{name:16} {predicted / 1e6:10.0f} {taken / 1e6:10.0f} {predicted / max(taken, 1):6.2f} {seconds:>10} {watch.seconds.get(name, 0):9.1f}")
    loading = planned.get("loading_seconds")
    print(f"{'loading':16} {'':10} {'':10} {'':6} {'–' if loading is None else f'{loading:.1f}':>10} {watch.seconds.get('loading', 0):9.1f}")
    print(f"base {planned['base'] / 1e6:.0f} MB, peak planned {planned['peak'] / 1e6:.0f} MB, taken {max(watch.peaks.values(), default=0) / 1e6:.0f} MB; status {job.returncode}")


main()
