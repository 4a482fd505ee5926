# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every word of the window, of the command line and of its errors is translated: the sources hold no text that a catalogue
lacks, and none is unfinished."""
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

source, lupdate = Path(sys.argv[1]), sys.argv[2]
plural_forms = {"zh_CN": 1, "pt_BR": 2, "en": 2}
fewest = {"haibao_en": 10, "haibao_zh_CN": 100, "haibao_cli_zh_CN": 300, "haibao_errors_zh_CN": 50}  # far fewer: nothing was read
failures = []


def places(text, catalogue):
    """%1 and %n of the window; {}, {:.1f} and {name} of the command line, whose {} a translation may number."""
    if "_cli_" in catalogue or "_errors_" in catalogue:
        return sorted(re.sub(r"^\{\d+", "{", place) for place in re.findall(r"\{[^{}]*\}|%\d", text))
    return sorted(re.findall(r"%(?:n|\d)", text))


def check(file):
    language = re.search(r"(zh_CN|pt_BR|en)$", file.stem)[1]
    forms, catalogue = plural_forms[language], file.stem
    messages = list(ElementTree.parse(file).iter("message"))
    if len(messages) < fewest.get(catalogue, 0):
        failures.append(f"{catalogue}: only {len(messages)} texts were found in the sources")
    for message in messages:
        text, translation = message.find("source").text, message.find("translation")
        plural = message.get("numerus") == "yes"
        words = [form.text or "" for form in translation.iter("numerusform")] if plural else [translation.text or ""]
        if translation.get("type") == "unfinished" or not all(words) or len(words) != (forms if plural else 1):
            failures.append(f"{catalogue}: not translated: {text!r}")
        for word in words:
            if word and places(word, catalogue) != places(text, catalogue):
                failures.append(f"{catalogue}: {word!r} has other places than {text!r}")


with tempfile.TemporaryDirectory() as folder:
    for file in sorted((source / "i18n").glob("haibao_*.ts")):
        shutil.copy(file, folder)
    subprocess.run([source / "i18n/update", "--into", folder, "--lupdate", lupdate], check=True)
    catalogues = sorted(Path(folder).glob("haibao_*.ts"))
    if len(catalogues) != 7:
        failures.append(f"other catalogues than expected: {[file.name for file in catalogues]}")
    for file in catalogues:
        check(file)
print("\n".join(failures) or "Every text is translated.")
sys.exit(bool(failures))
