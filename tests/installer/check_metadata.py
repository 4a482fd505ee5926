# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What tells a desktop and a shell about Haibao is valid, and says what the program itself says."""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

SOURCE, BUILD = Path(sys.argv[1]), Path(sys.argv[2])
SHARE, WRITTEN, CLI = SOURCE / "installer/share", BUILD / "installer/written", BUILD / "bin/haibao-cli"
PAGES = [WRITTEN / "haibao-cli.1", SOURCE / "installer/man/haibao.1", SOURCE / "installer/man/haibao-inspector.1", SOURCE / "installer/man/haibao-worker.1"]


def output(*command, **more):
    done = subprocess.run(command, capture_output=True, text=True, **more)
    return done.returncode, done.stdout + done.stderr


def commands(path=()):
    """Every command with its options, as --help shows them."""
    status, text = output(CLI, *path, "--help", env={**os.environ, "LC_ALL": "C.UTF-8"})
    assert status == 0, text
    sections = re.split(r"^(\S.*):$", text, flags=re.M)
    subcommands, options = [], set()
    for title, body in zip(sections[1::2], sections[2::2]):
        body = body.strip("\n").split("\n\n")[0]  # what follows an empty line is the command's last word
        words = re.findall(r"^  ([a-z][\w-]*)(?: |$)", body, flags=re.M)
        if title == "Subcommands":
            subcommands = words
        options |= {name for line in re.findall(r"^  (-.*?)(?:  |$)", body, flags=re.M) for name in re.findall(r"--[a-z][\w-]*", line)}
    yield " ".join(path), subcommands, options
    for word in subcommands:
        yield from commands((*path, word))


COMMANDS = list(commands())


class Desktop(unittest.TestCase):
    def test_the_desktop_file_is_valid_and_names_what_is_installed(self):
        status, said = output("desktop-file-validate", SHARE / "haibao.desktop")
        self.assertEqual((status, said), (0, ""))
        self.assertIn("application/x-haibao;", (SHARE / "haibao.desktop").read_text())

    def test_the_software_centre_accepts_the_description(self):
        # The project has no page on the web to name.
        status, said = output("appstreamcli", "validate", "--no-net", "--no-color", "--override", "url-homepage-missing=info", SHARE / "haibao.metainfo.xml")
        self.assertEqual(status, 0, said)

    def test_every_text_of_the_description_is_there_in_all_languages(self):
        tree = ElementTree.parse(SHARE / "haibao.metainfo.xml")
        for parent in tree.iter():
            for tag in {"p", "li", "summary"}:
                languages = [child.get("{http://www.w3.org/XML/1998/namespace}lang", "en") for child in parent.findall(tag)]
                self.assertEqual(languages, ["en", "zh_CN", "pt_BR"] * (len(languages) // 3))

    def test_a_poster_is_known_by_its_name_and_by_its_content(self):
        with tempfile.TemporaryDirectory() as folder:
            packages = Path(folder, "mime/packages")
            packages.mkdir(parents=True)
            shutil.copy(SHARE / "haibao-mime.xml", packages / "haibao.xml")
            status, said = output("update-mime-database", packages.parent)
            self.assertEqual(status, 0, said)
            self.assertIn("application/x-haibao:*.haibao", (packages.parent / "globs2").read_text())
            poster = Path(folder, "a.haibao")
            status, said = output(CLI, "poster", "import", SOURCE / "assets/examples/jazz.json", "-o", poster)
            self.assertEqual(status, 0, said)
            values = [match for match in ElementTree.parse(SHARE / "haibao-mime.xml").iter() if match.get("offset") == "68"]
            self.assertEqual(poster.read_bytes()[68:72], int(values[0].get("value"), 16).to_bytes(4, "big"))


class Container(unittest.TestCase):
    def test_the_containerfile_is_sound_and_installs_what_the_package_recommends(self):
        text = re.sub(r"\\\n", " ", (SOURCE / "installer/Containerfile").read_text())
        steps = [line.split(maxsplit=1) for line in text.splitlines() if line and not line.startswith("#")]
        self.assertEqual([step for step, _ in steps], ["FROM", "COPY", "RUN", "USER", "ENV", "WORKDIR", "ENTRYPOINT"])
        words = {step: rest for step, rest in steps}
        self.assertIn(":trixie", words["FROM"])
        self.assertTrue(words["COPY"].startswith("build/packages/haibao_*.deb "))
        self.assertEqual(words["ENTRYPOINT"], '["haibao-cli"]')
        self.assertEqual(output("bash", "-n", "-c", words["RUN"]), (0, ""))
        settings = (BUILD / "CPackConfig.cmake").read_text()
        known = set(re.findall(r"[\w.+-]+", " ".join(re.findall(r'set\(CPACK_DEBIAN_PACKAGE_(?:DEPENDS|RECOMMENDS) "(.*?)"\)', settings))))
        wanted = re.search(r"/tmp/haibao\.deb ([^&]*) && rm", words["RUN"])[1].split()
        self.assertGreater(len(wanted), 10)
        self.assertEqual(set(wanted) - known, set())


class Pages(unittest.TestCase):
    def test_the_manual_pages_are_clean(self):
        for page in PAGES:
            _, said = output("mandoc", "-Tlint", page)
            # mandoc looks for the pages that are referred to among those installed here.
            lines = [line for line in said.splitlines() if "referenced manual not found" not in line]
            self.assertEqual(lines, [])
            for name in re.findall(r"^\.Xr (\S+) 1", page.read_text(), flags=re.M):
                self.assertIn(f"{name}.1", [other.name for other in PAGES])

    def test_the_page_of_the_command_line_holds_every_command_and_option(self):
        status, text = output("mandoc", "-Tutf8", "-O", "width=400", WRITTEN / "haibao-cli.1")
        text = re.sub(r".\x08", "", text)
        for path, _, options in COMMANDS:
            self.assertTrue(not path or re.search(rf"^ +{re.escape(path)}$", text, flags=re.M), path)
            for option in options - {"--help"}:
                self.assertIn(option, text)


class Completions(unittest.TestCase):
    def complete(self, *words):
        """What bash offers after these words."""
        script = f'. "{WRITTEN}/haibao-cli.bash"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _haibao_cli; printf "%s\\n" "${{COMPREPLY[@]}}"'
        status, text = output("bash", "-euc", script, "bash", "haibao-cli", *words)
        self.assertEqual(status, 0, text)
        return set(text.split())

    def test_bash_offers_exactly_what_the_help_lists(self):
        for path, subcommands, options in COMMANDS:
            self.assertEqual({word for word in self.complete(*path.split(), "--") if word.startswith("--")}, options, path)
            if subcommands:
                self.assertEqual(self.complete(*path.split(), ""), set(subcommands), path)

    def test_bash_offers_the_values_of_an_option(self):
        self.assertEqual(self.complete("generate", "--precision", ""), {"fast", "int8", "f32"})
        self.assertEqual(self.complete("generate", "--text", "b"), {"both"})
        self.assertEqual(self.complete("generate", "--image", ""), set())
        self.assertEqual(self.complete("models", "--json", "v"), {"verify"})

    def test_zsh_and_fish_know_the_same(self):
        zsh, fish = (WRITTEN / "_haibao-cli").read_text(), (WRITTEN / "haibao-cli.fish").read_text()
        self.assertTrue(zsh.startswith("#compdef haibao-cli\n"))
        for path, subcommands, options in COMMANDS:
            part = zsh[zsh.index(f"\n        ('{path}')\n"):].split(";;")[0]
            lines = [line for line in fish.splitlines() if line.startswith("complete ") and f"= \\'{path}\\''" in line]
            for word in subcommands:
                self.assertIn(f"'{word}:", part)
                self.assertTrue(any(f"-a '{word}'" in line for line in lines), word)
            for option in options:
                self.assertIn(f"{option}[", part)
                self.assertTrue(any(f"-l {option[2:]} " in line for line in lines), option)
        for shell, name in (("zsh", "_haibao-cli"), ("fish", "haibao-cli.fish")):
            if shutil.which(shell):
                self.assertEqual(output(shell, "-n", WRITTEN / name), (0, ""))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[3:])
