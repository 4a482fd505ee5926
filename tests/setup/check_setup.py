#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the set-up scripts' own decisions: which mirror, which paths are visible, what may be removed, when to build."""

import os
import pathlib
import re
import subprocess
import tempfile
import time
import unittest

SOURCE = pathlib.Path(__file__).resolve().parents[2]
SETUP = SOURCE / "installer" / "setup"


def bash(script, *arguments, check=True, **variables):
    """Runs a script with all of the set-up's functions and returns what it printed."""
    names = "say host root enter build"
    prelude = f'set -euo pipefail; setup_dir="{SETUP}"; host= ticker= through_sudo=0 enter_options=() scratch= extra_sources=\n'
    prelude += f'for part in {names}; do . "$setup_dir/$part.sh"; done\n'
    done = subprocess.run(
        ["bash", "-c", prelude + script, "test", *map(str, arguments)],
        env={**os.environ, **{name: str(value) for name, value in variables.items()}},
        capture_output=True,
        text=True,
    )
    if check and done.returncode:
        raise AssertionError(f"exit status {done.returncode}: {done.stderr}")
    return done.stdout if check else done


class Folder(unittest.TestCase):
    """Every test has an empty folder whose path holds what paths hold."""

    def setUp(self):
        holder = tempfile.TemporaryDirectory(prefix="海报 set up ")
        self.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(holder.name).resolve()

    def write(self, name, text=""):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path


class Mirrors(Folder):
    def sources(self, kind="main"):
        return bash('mirrors "$1" "$2"', kind, self.folder).split()

    def test_one_line_sources_are_read_with_options_comments_and_tabs(self):
        self.write(
            "sources.list",
            "# deb http://commented.test/debian bookworm main\n"
            "deb [arch=amd64 signed-by=/k.gpg] http://one.test/debian/ bookworm main # note\n"
            "deb\thttps://two.test/debian\tbookworm-updates\tmain\r\n"
            "deb-src http://source.test/debian bookworm main\n"
            "deb http://one.test/debian bookworm-updates main\n"
            "deb http://safe.test/debian-security bookworm-security main\n"
            "deb cdrom:[Debian]/ bookworm main\n",
        )
        self.assertEqual(self.sources(), ["http://one.test/debian", "https://two.test/debian"])
        self.assertEqual(self.sources("security"), ["http://safe.test/debian-security"])

    def test_deb822_sources_are_read_with_several_values_continued_lines_and_switched_off_entries(self):
        self.write(
            "sources.list.d/debian.sources",
            "types: deb-src deb\n# a comment inside\nURIs: http://one.test/debian\n https://two.test/debian\n"
            "Suites: bookworm\n bookworm-updates\nComponents: main\nSigned-By:\n -----BEGIN PGP PUBLIC KEY BLOCK-----\n .\n"
            " URIs: http://inside-the-key.test\n -----END PGP PUBLIC KEY BLOCK-----\n\n"
            "Enabled: no\nTypes: deb\nURIs: http://off.test/debian\nSuites: bookworm\n\n"
            "Types: deb\nURIs: http://safe.test/debian\nSuites: bookworm-security\n\n\n"
            "Types: deb-src\nURIs: http://source.test/debian\nSuites: bookworm\n",
        )
        self.assertEqual(self.sources(), ["http://one.test/debian", "https://two.test/debian"])
        self.assertEqual(self.sources("security"), ["http://safe.test/debian"])

    def test_a_file_without_last_newline_does_not_run_into_the_next(self):
        self.write("sources.list.d/a.sources", "Types: deb\nURIs: http://a.test\nSuites: bookworm")
        self.write("sources.list.d/b.sources", "Enabled: no\nTypes: deb\nURIs: http://b.test\nSuites: bookworm")
        self.write("sources.list.d/c.list", "deb http://c.test trixie main")
        self.write("sources.list.d/d.sources.disabled", "Types: deb\nURIs: http://d.test\nSuites: bookworm")
        self.assertEqual(sorted(self.sources()), ["http://a.test", "http://c.test"])

    def test_no_sources_name_no_mirror(self):
        self.assertEqual(self.sources(), [])

    def test_the_first_mirror_that_carries_the_suite_is_used_and_a_named_one_stands_in_for_them(self):
        script = """
            mirrors() { printf '%s\\n' http://a.test http://b.test http://c.test; }
            carries() { [[ $1 != http://a.test ]]; }
            find_mirror trixie main log"""
        self.assertEqual(bash(script).split(), ["http://b.test"])
        self.assertEqual(bash(script, HAIBAO_MIRROR="http://mine.test/").split(), ["http://mine.test"])
        self.assertEqual(bash(script + " || true", HAIBAO_MIRROR="http://a.test").split(), [])

    def test_each_kind_of_mirror_failure_says_what_to_do(self):
        for words, expected in (
            ("E: Failed to fetch http://x.test 403 Forbidden", "refused"),
            ("E: Failed to fetch http://x.test 404  Not Found", "does not carry Debian 13"),
            ("E: Failed to fetch http://x.test Could not resolve 'x.test'", "Connect this machine"),
        ):
            log = self.write("log", words)
            done = bash('mirrors() { echo http://x.test; }; no_mirror "$1"', log, check=False)
            self.assertEqual(done.returncode, 1)
            self.assertIn(expected, done.stderr)


class Host(Folder):
    def release(self, text):
        return bash('debian_release "$1"', self.write("os-release", text)).strip()

    def test_only_debian_has_a_debian_release(self):
        self.assertEqual(self.release('ID=debian\nVERSION_ID="13"\n'), "13")
        self.assertEqual(self.release("ID=debian\nVERSION_CODENAME=sid\n"), "99")
        self.assertEqual(self.release('ID=ubuntu\nID_LIKE=debian\nVERSION_ID="24.04"\n'), "")

    def test_packages_that_dpkg_does_not_know_or_only_remembers_are_missing(self):
        script = """
            dpkg-query() { printf 'here installed\\nremoved config-files\\n'; return 1; }
            mapfile -t missing < <(not_installed here removed never g++); echo "${missing[@]}" """
        self.assertEqual(bash(script).split(), ["removed", "never", "g++"])

    def test_the_package_list_holds_names_only_and_the_readme_explains_each(self):
        packages = bash("packages").split("\n")[:-1]
        readme = (SOURCE / "README.md").read_text()
        self.assertGreater(len(packages), 40)
        self.assertEqual(len(packages), len(set(packages)))
        for package in packages:
            self.assertRegex(package, r"^[a-z0-9][a-z0-9+.-]+(/trixie-backports)?$")
            self.assertIn(f"`{package.split('/')[0]}`", readme)

    def test_the_environment_is_named_after_what_is_in_it(self):
        script = 'setup_dir=$1; environment_key'
        list_file = self.write("packages.list", "a\nb  # why\n")
        key = bash(script, self.folder)
        self.assertRegex(key, r"^[0-9a-f]{12}$")
        list_file.write_text("# another comment\na\nb\n\n")
        self.assertEqual(bash(script, self.folder), key)
        list_file.write_text("a\nb\nc\n")
        self.assertNotEqual(bash(script, self.folder), key)


class View(Folder):
    """compute_view for a host and a root that are folders of the test."""

    SOCKETS = ("XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS", "IBUS_ADDRESS", "WAYLAND_DISPLAY", "XAUTHORITY")

    def setUp(self):
        super().setUp()
        for name in ("usr/bin", "usr/share/doc", "usr/local/bin", "etc", "var/lib/dpkg", "var/tmp", "opt", "home"):
            (self.folder / "root" / name).mkdir(parents=True)
        (self.folder / "root/bin").symlink_to("usr/bin")
        (self.folder / "root/usr/bin/tool").touch()
        (self.folder / "root/usr/local/man").symlink_to("share/man")
        for name in ("usr/bin", "usr/share/doc", "etc", "var/lib", "var/tmp", "var/web", "home/李 雷", "work dir", "opt", "run/user/7"):
            (self.folder / "host" / name).mkdir(parents=True)
        (self.folder / "host/homes").symlink_to("home")

    def view(self, *arguments, cwd="/home", **variables):
        """{place: host path} of the host's folders and files in the view, and the rebuilt folders."""
        script = 'root=$1/root host=$1/host; source_dir=/home cache=/home; compute_view "${@:2}"; printf "%s\\0" "${view[@]}"'
        words = bash(script, self.folder, cwd, *arguments, **{**dict.fromkeys(self.SOCKETS, ""), "HOME": "/home", **variables}).split("\0")[:-1]
        bound = {words[i + 2]: words[i + 1] for i, word in enumerate(words) if re.match("--(dev-)?bind(-try)?$", word)}
        opened = [words[i + 1] for i, word in enumerate(words) if word == "--tmpfs"]
        self.assertLessEqual(max([i for i, w in enumerate(words) if w == "--tmpfs"]),
                             min([i for i, w in enumerate(words) if w == "--bind-try"], default=10**6))
        self.links = {words[i + 2]: words[i + 1] for i, word in enumerate(words) if word == "--symlink"}
        host = str(self.folder / "host")
        return {place: path.removeprefix(host) for place, path in bound.items() if path.startswith(host)}, opened

    def test_every_folder_that_the_root_lacks_is_there_under_its_own_path(self):
        bound, opened = self.view()
        for place in ("/home", "/work dir", "/opt", "/var/web", "/var/tmp"):
            self.assertEqual(bound.get(place), place)
        for place in ("/usr", "/etc", "/var", "/bin", "/run"):
            self.assertNotIn(place, bound)
        self.assertEqual(self.links["/homes"], "home")
        self.assertEqual(self.links["/bin"], "usr/bin")
        self.assertEqual(opened, ["/run", "/var"])

    def test_paths_named_anywhere_in_an_argument_are_there(self):
        for name in ("usr/share/模型/m", "var/lib/data/d", "usr/local/models/x", "etc/words"):
            path = self.folder / "host" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()
        bound, opened = self.view(
            "/usr/share/模型/m", "--prompt=@/etc/words", "@/var/lib/data/d", "--model=/usr/local/models", "not a path", ""
        )
        for place in ("/usr/share/模型/m", "/etc/words", "/var/lib/data/d", "/usr/local/models"):
            self.assertEqual(bound.get(place), place)
        for folder in ("/usr", "/usr/share", "/usr/local", "/var/lib"):
            self.assertEqual(opened.count(folder), 1, folder)
        self.assertLess(opened.index("/usr"), opened.index("/usr/share"))
        self.assertEqual(self.links["/usr/local/man"], "share/man")

    def test_a_file_still_to_be_written_makes_its_folder_visible(self):
        (self.folder / "host/var/lib/out").mkdir()
        bound, _ = self.view("--out", "/var/lib/out/new/deep/a.png")
        self.assertEqual(bound.get("/var/lib/out"), "/var/lib/out")

    def test_the_roots_own_programs_are_never_covered(self):
        bound, opened = self.view("/usr/bin", "/usr", "/", "/etc", "/usr/bin/not-there")
        self.assertFalse({"/usr", "/usr/bin", "/", "/etc"} & bound.keys())
        self.assertNotIn("/usr", opened)

    def test_the_runtime_folder_and_the_current_folder_are_there(self):
        (self.folder / "host/var/lib/here").mkdir()
        bound, _ = self.view(cwd="/var/lib/here", XDG_RUNTIME_DIR="/run/user/7")
        self.assertEqual(bound.get("/run/user/7"), "/run/user/7")
        self.assertEqual(bound.get("/var/lib/here"), "/var/lib/here")

    def test_display_and_session_bus_are_there_wherever_their_sockets_lie(self):
        for name in ("run/buses/my bus", "run/wayland/one", "run/x/authority", "var/lib/ibus/socket"):
            path = self.folder / "host" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()
        bound, _ = self.view(
            DBUS_SESSION_BUS_ADDRESS="unix:path=/run/buses/my%20bus,guid=0f",
            IBUS_ADDRESS="unix:path=/var/lib/ibus/socket,guid=1a",
            WAYLAND_DISPLAY="/run/wayland/one",
            XAUTHORITY="/run/x/authority",
        )
        for place in ("/run/buses/my bus", "/run/wayland/one", "/run/x/authority", "/var/lib/ibus/socket"):
            self.assertEqual(bound.get(place), place)
        inside, _ = self.view(XDG_RUNTIME_DIR="/run/user/7", DBUS_SESSION_BUS_ADDRESS="unix:path=/run/user/7/bus", WAYLAND_DISPLAY="wayland-0")
        self.assertEqual([place for place in inside if place.startswith("/run")], ["/run/user/7"])
        self.assertEqual(self.view(DBUS_SESSION_BUS_ADDRESS="unix:abstract=/tmp/dbus-x,guid=2b"), self.view())

    def test_long_and_many_lined_prompts_are_no_paths(self):
        self.assertEqual(self.view("/var/lib\n/usr/x", "/" + "海" * 5000), self.view())


class Removal(Folder):
    def test_mounts_below_a_folder_are_found_whatever_its_name(self):
        victim = self.folder / "to go"
        victim.mkdir()
        escaped = str(victim).replace(" ", "\\040")
        info = self.write(
            "mountinfo",
            f"1 0 8:1 / {escaped}/proc rw - ext4 /dev/a rw\n2 0 8:1 / {escaped}-beside rw - ext4 /dev/a rw\n3 0 8:1 / / rw - ext4 /dev/a rw\n",
        )
        self.assertEqual(bash('mounts_below "$1" "$2"', victim, info).splitlines(), [f"{victim}/proc"])

    def test_nothing_is_removed_while_something_is_mounted_in_it(self):
        kept = self.write("root-x/a")
        done = bash('mounts_below() { echo "$1/proc"; }; remove_tree "$1"', kept.parent, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertTrue(kept.exists())

    def test_only_stale_roots_and_interrupted_work_are_removed(self):
        week = time.time() - 8 * 86400
        for name in ("root-old", "root-mine", "root-recent", "root-busy"):
            stamp = self.write(f"{name}/.haibao-ready")
            if name != "root-recent":
                os.utime(stamp, (week, week))
        self.write("root-mine.part/usr/half")
        self.write("root-other.part/usr/half")
        self.write("dev-root/a")
        self.write("logs/x.log")
        bash('cache=$1 root=$1/root-mine; flock -s --no-fork "$1/root-busy/.haibao-ready" sleep 60 & sleeper=$!\n'
             'while flock -n "$1/root-busy/.haibao-ready" true; do :; done\n'
             'remove_leftovers; kill "$sleeper"', self.folder)
        left = sorted(path.name for path in self.folder.iterdir())
        self.assertEqual(left, ["dev-root", "logs", "root-busy", "root-mine", "root-recent"])


class Building(Folder):
    SCRIPT = 'source_dir=$1 key=k; if up_to_date "$1/stamp"; then echo yes; else echo no; fi'

    def setUp(self):
        super().setUp()
        self.write("app/core/a.cpp")
        self.write("inference/x.h")
        self.write("CMakeLists.txt")
        self.stamp = self.write("stamp", f"k {self.folder}")
        later = time.time() + 1
        os.utime(self.stamp, (later, later))

    def fresh(self):
        return bash(self.SCRIPT, self.folder).strip()

    def make_stamp_older_than_everything(self):
        os.utime(self.stamp, (1, 1))

    def test_nothing_changed_means_nothing_to_do(self):
        self.assertEqual(self.fresh(), "yes")

    def test_a_changed_file_a_moved_tree_and_another_environment_mean_a_build(self):
        self.stamp.write_text(f"other {self.folder}")
        self.assertEqual(self.fresh(), "no")
        self.stamp.write_text("k /elsewhere")
        self.assertEqual(self.fresh(), "no")
        self.stamp.write_text(f"k {self.folder}")
        self.make_stamp_older_than_everything()
        self.assertEqual(self.fresh(), "no")

    def test_an_old_file_copied_into_the_tree_is_a_change(self):
        old = self.folder / "app/core/a.cpp"
        newest = max(path.stat().st_ctime_ns for path in self.folder.rglob("*"))
        os.utime(self.stamp, ns=(newest, newest))
        self.assertEqual(self.fresh(), "yes")
        while old.stat().st_ctime_ns <= newest:
            os.utime(old, (1000, 1000))
        self.assertEqual(self.fresh(), "no")


class Words(Folder):
    def test_skipped_tests_are_listed_with_their_reasons(self):
        log = self.write(
            "LastTest.log",
            "1/2 Test: alpha\n----\na.cpp:3: SKIPPED:\nexplicitly with message:\n  no card\n  in this machine\n\n  unrelated\n2/2 Test: beta\nfine\n",
        )
        done = subprocess.run([SETUP / "skipped", log], capture_output=True, text=True, check=True)
        self.assertEqual(done.stdout, "Skipped, and why:\n  alpha: no card in this machine\n")

    def test_only_the_newest_logs_are_kept(self):
        for number in range(30):
            os.utime(self.write(f"logs/{number:02} a.log"), (number, number))
        name = bash('cache=$1; new_log test', self.folder).strip()
        names = sorted(path.name for path in (self.folder / "logs").iterdir())
        self.assertEqual(len(names), 20)
        self.assertIn(pathlib.Path(name).name, names)
        self.assertNotIn("09 a.log", names)


class Run(unittest.TestCase):
    def test_help_needs_no_set_up_and_an_unknown_word_is_wrong_usage(self):
        env = {"PATH": os.environ["PATH"], "HOME": "/nonexistent"}
        done = subprocess.run([SOURCE / "run", "--help"], capture_output=True, text=True, env=env)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn("./run test", done.stdout)
        done = subprocess.run([SOURCE / "run", "frobnicate"], capture_output=True, text=True, env=env)
        self.assertEqual(done.returncode, 2)
        self.assertIn("frobnicate", done.stderr)


if __name__ == "__main__":
    unittest.main()
