# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every word of the window is translated: the sources hold no text that a .ts file lacks, and none is unfinished."""
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

source, lupdate = Path(sys.argv[1]), sys.argv[2]
languages = {"zh_CN": 1, "pt_BR": 2, "en": 2}  # plural forms; English has nothing but those
failures = []


def places(text):
    return sorted(re.findall(r"%(?:n|\d)", text))


def check(language, forms, folder):
    copy = Path(folder) / f"haibao_{language}.ts"
    shutil.copy(source / "i18n" / copy.name, copy)
    only_plurals = ["-pluralonly"] if language == "en" else []
    subprocess.run([lupdate, "-silent", *only_plurals, "-no-obsolete", "-locations", "none", "-I", ".", "ui", "app/desktop", "-ts", copy],
                   cwd=source, check=True)
    messages = list(ElementTree.parse(copy).iter("message"))
    if len(messages) < (10 if only_plurals else 100):
        failures.append(f"{language}: only {len(messages)} texts were found in the sources")
    for message in messages:
        text, translation = message.find("source").text, message.find("translation")
        plural = message.get("numerus") == "yes"
        words = [form.text or "" for form in translation.iter("numerusform")] if plural else [translation.text or ""]
        if translation.get("type") == "unfinished" or not all(words) or len(words) != (forms if plural else 1):
            failures.append(f"{language}: not translated: {text!r}")
        for word in words:
            if word and places(word) != places(text):
                failures.append(f"{language}: {word!r} has other places than {text!r}")


with tempfile.TemporaryDirectory() as folder:
    for language, forms in languages.items():
        check(language, forms, folder)
print("\n".join(failures) or "Every text of the window is translated.")
sys.exit(bool(failures))
