# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The installed tree holds everything and runs, also after it was moved."""
import json
import struct
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

BUILD = Path(sys.argv[2])


class Tree(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.holder = tempfile.TemporaryDirectory(prefix="海报 tree ")
        cls.addClassCleanup(cls.holder.cleanup)
        cls.folder = Path(cls.holder.name)
        subprocess.run(["cmake", "--install", BUILD, "--strip", "--prefix", "/usr"], env={"PATH": "/usr/bin:/bin", "DESTDIR": str(cls.folder / "stage")},
                       check=True, capture_output=True)
        cls.prefix = cls.folder / "moved here"
        (cls.folder / "stage/usr").rename(cls.prefix)

    def cli(self, *arguments):
        home = self.folder / "home"
        home.mkdir(exist_ok=True)
        done = subprocess.run([self.prefix / "bin/haibao-cli", *arguments], env={"HOME": str(home), "LC_ALL": "C.UTF-8", "GGML_VK_VISIBLE_DEVICES": ""},
                              cwd=home, capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def test_nothing_is_installed_outside_the_prefix(self):
        self.assertEqual(list((self.folder / "stage").iterdir()), [])

    def test_the_built_in_model_is_compared_with_its_checksums(self):
        self.assertEqual(self.cli("models", "verify", "builtin"), "The model is sound.\n")
        sums = (self.prefix / "share/haibao/assets/models/builtin/SHA256SUMS").read_text()
        self.assertIn("  transformer/", sums)
        self.assertIn("  model_index.json\n", sums)

    def test_the_inspector_is_where_the_window_looks_for_it(self):
        done = subprocess.run([self.prefix / "bin/haibao-inspector", "--version"], capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_the_programs_find_the_moved_tree_and_not_the_one_they_were_built_in(self):
        models = json.loads(self.cli("models", "list", "--json"))["data"]["models"]
        self.assertEqual([model["folder"] for model in models], [str(self.prefix / "share/haibao/assets/models/builtin")])
        for program in ("bin/haibao", "bin/haibao-cli", "libexec/haibao/haibao-worker"):
            headers = subprocess.run(["readelf", "-d", self.prefix / program], check=True, capture_output=True, text=True).stdout
            self.assertNotIn("RUNPATH", headers)
            self.assertNotIn(str(BUILD).encode(), (self.prefix / program).read_bytes())

    def test_a_poster_is_made_rendered_and_exported_from_there(self):
        self.cli("generate", "--prompt", "群山，标题“山风”", "--size", "256x256", "--steps", "2", "--device", "cpu", "--out", "a.png")
        self.cli("render", "a.haibao", "-o", "a.pdf", "--preset", "print-pdf-x4")
        self.assertTrue((self.folder / "home/a.pdf").read_bytes().startswith(b"%PDF-"))
        self.cli("poster", "import", str(self.prefix / "share/haibao/assets/examples/jazz.json"), "-o", "jazz.haibao")

    def test_the_window_starts_there(self):
        done = subprocess.run([self.prefix / "bin/haibao", "--version"], env={"QT_QPA_PLATFORM": "offscreen", "HOME": str(self.folder)},
                              capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stdout.split()[0]), (0, "haibao"), done.stderr)

    def test_everything_that_a_desktop_looks_for_is_in_its_place(self):
        for name in ("applications/haibao.desktop", "metainfo/haibao.metainfo.xml", "mime/packages/haibao.xml", "doc/haibao/copyright",
                     "man/man1/haibao.1", "man/man1/haibao-cli.1", "man/man1/haibao-inspector.1", "man/man1/haibao-worker.1", "bash-completion/completions/haibao-cli",
                     "zsh/vendor-completions/_haibao-cli", "fish/vendor_completions.d/haibao-cli.fish",
                     "haibao/assets/models/builtin/model_index.json", "haibao/assets/presets/print-pdf-x4.json",
                     "haibao/docs/handbook/README.md", "haibao/docs/handbook/zh/README.md", "haibao/docs/handbook/pt/README.md", "haibao/docs/export.md"):
            self.assertTrue((self.prefix / "share" / name).stat().st_size, name)
        for context, name in (("apps", "haibao"), ("mimetypes", "application-x-haibao")):
            self.assertTrue((self.prefix / f"share/icons/hicolor/scalable/{context}/{name}.svg").exists())
            for size in (16, 22, 24, 32, 48, 64, 128, 256, 512):
                picture = (self.prefix / f"share/icons/hicolor/{size}x{size}/{context}/{name}.png").read_bytes()
                self.assertEqual(struct.unpack(">II", picture[16:24]), (size, size))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[3:])
