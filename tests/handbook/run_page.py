# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""run_page.py SOURCE PAGE PROGRAMS: runs a page's ```sh blocks in order, in an empty folder with an empty home.

Painting is cut to one step where a page does not say how many: what is tried here are the words, not the picture.
A block marked ```sh fails must fail, and print the words of the heading above it. Links and pictures of the page must be
there, and so must every file that a command is told to make with -o or --out.
"""
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

source, page, programs = Path(sys.argv[1]).resolve(), sys.argv[2], Path(sys.argv[3]).resolve()
path = source / "docs/handbook" / page
failures = []
LOCALES = {"zh": "zh_CN.UTF-8", "pt": "pt_BR.UTF-8"}  # a translation's folder; English is spoken everywhere else


QUICK = """#!/bin/bash
case "$1 ${2-}" in
    "generate "* | "queue add") [[ " $* " == *" --steps "* ]] || set -- "$@" --steps 1 ;;
esac
exec "$PROGRAMS/haibao-cli" "$@"
"""


def complain(what):
    failures.append(f"{page}: {what}")


def blocks(text):
    """(fails, the heading above, the commands) of each block that is to be run."""
    heading = ""
    for match in re.finditer(r"^(?:#+ ([^\n]*)|```(sh(?: fails)?)\n(.*?)^```)$", text, flags=re.M | re.S):
        if match[1] is not None:
            heading = match[1]
        else:
            yield match[2] == "sh fails", heading, match[3]


def outputs(commands):
    """Files that the commands are to make, where their names are plain."""
    for line in commands.splitlines():
        if line.startswith("haibao-cli") and "--dry-run" not in line:
            words = shlex.split(line.split(">")[0])
            yield from (value for option, value in zip(words, words[1:]) if option in ("-o", "--out", "--pdf-pages") and "{" not in value)


def run(fails, heading, commands, folder, environment):
    done = subprocess.run(["bash", "-eu", "-c", commands], cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if fails:
        if done.returncode == 0:
            complain(f"this should fail: {commands}")
        if heading.replace("`", "") not in done.stdout + done.stderr:
            complain(f"{heading!r} is not what is said: {done.stdout}{done.stderr}")
        return
    if done.returncode:
        complain(f"status {done.returncode} of {commands}\n{done.stdout}{done.stderr}")
    for name in outputs(commands):
        if not done.returncode and not (folder / name).exists():
            complain(f"{name} was not made by {commands}")


text = path.read_text()
for target in re.findall(r"\]\(([^)#:]+)\)", text):
    if not (path.parent / target).exists():
        complain(f"{target} is linked and not there")
with tempfile.TemporaryDirectory(prefix="haibao-handbook-") as holder:
    folder = Path(holder)
    home = folder / "home"
    home.mkdir()
    quick = folder / "quick/haibao-cli"
    quick.parent.mkdir()
    quick.write_text(QUICK)
    quick.chmod(0o755)
    shutil.copytree(source / "tests/goldens/A/checkpoint", folder / "GLM-Image", copy_function=shutil.copyfile)
    language = LOCALES.get(page.partition("/")[0], "C.UTF-8")
    environment = {"PATH": f"{quick.parent}:{os.environ['PATH']}", "HOME": str(home), "LC_ALL": language, "TMPDIR": holder, "PROGRAMS": str(programs),
                   "HAIBAO_EXAMPLES": str(source / "assets/examples"), "GGML_VK_VISIBLE_DEVICES": ""}
    found = list(blocks(text))
    for block in found:
        run(*block, folder, environment)
        if failures:
            break
if not found:
    complain("there is nothing to run")
print("\n".join(failures) or f"{page}: {len(found)} blocks ran.")
sys.exit(bool(failures))
