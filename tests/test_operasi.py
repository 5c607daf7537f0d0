"""Every command of the guide for hosts does what it is there for, on a machine that the test makes up.

What belongs to the system (systemd, podman, users) is a stand-in that notes how it was called; everything of
ours is the real thing: the clone, the checks, backup, restore and verify, on the paths of the guide.
"""

import asyncio
import re
import subprocess
import sys
from pathlib import Path

from bot.cli import main
from bot.run.backup.command_line import COMMANDS
from bot.simulator.server import Simulator
from tests.compiled import lend_compiled
from tests.forked import bot
from tests.shipped import ROOT

GUIDE = ROOT / "docs" / "operasi.md"
BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
TOKEN = "123456789:pretended"
TYPED = {
    "TELEGRAM_BOT_TOKEN": TOKEN,
    "OPERATOR": "KKG Contoh, kkg@contoh.sch.id",
    "ADMIN_IDS": "301",
}
"""What a person types into the file of settings."""

SARI = ROOT / "tests" / "store" / "versions" / "person-1.json"
"""Somebody whose document is put back by itself: her number is in the guide."""

TOLD = ("systemctl", "journalctl", "useradd", "podman", "scp", "curl", "editor")
"""Programs of the machine that the guide calls; here each notes its words and does nothing."""

AGAIN = re.compile(
    r"sudo -u \S+ \.venv/bin/python -m bot"
    r" (?P<command>backup|restore)(?P<words>(?: [-\w./]+)+)"
)
"""Commands that come several times in the guide. They are typed once, and forked then (`tests/forked.py`)."""

SUDO = """#!/bin/sh
[ "$1" = -u ] && shift 2
exec "$@"
"""
INSTALL = """#!/bin/sh
exec /usr/bin/install $(printf '%s\\n' "$@" | sed '/^-o$/,+1d')
"""


def commands() -> list[str]:
    """Return every command line of the guide in its order."""
    blocks = BLOCK.findall(GUIDE.read_text(encoding="utf-8"))
    joined = [re.sub(r"\\\n\s*", "", block) for block in blocks]
    return [line for block in joined for line in block.splitlines() if line.strip()]


class Machine:
    """A machine under one folder: the guide's paths lie in it."""

    def __init__(self, root: Path, api: str) -> None:
        self.root = root
        self.calls = root / "calls"
        self.typed = set[str]()
        self.bin = root / "bin"
        for folder in (self.bin, root / "etc/systemd/system", root / "var/lib", root / "opt"):
            folder.mkdir(parents=True)
        stand_ins = dict.fromkeys(TOLD, f'#!/bin/sh\necho "$(basename $0) $*" >> {self.calls}\n')
        for name, text in {**stand_ins, "sudo": SUDO, "install": INSTALL}.items():
            self._program(name, text)
        self.repository = self._repository()
        self.environment = {
            "PATH": f"{self.bin}:{Path(sys.executable).parent}:/usr/local/bin:/usr/bin:/bin",
            "HOME": str(root),
            "REPOSITORY": str(self.repository),
            "TELEGRAM_API_URL": api,
        }

    def _program(self, name: str, text: str) -> None:
        file = self.bin / name
        file.write_text(text)
        file.chmod(0o755)

    def _repository(self) -> Path:
        """Return a repository with the project as it is, released as the guide names it."""
        folder = self.root / "repository"
        git = ("git", "-c", "user.name=t", "-c", "user.email=t@t", "-c", "tag.gpgsign=false")
        one_pack = ("-c", "core.bigFileThreshold=1", "-c", "core.compression=0")
        places = (f"--git-dir={folder}", f"--work-tree={ROOT}")
        all_but = ("add", "-A", ".", ":!tests", ":!bench")
        for words in (("init", "-q"), all_but, ("commit", "-qm", "all"), ("tag", "v0.2.0")):
            subprocess.run([*git, *one_pack, *places, *words], cwd=ROOT, check=True)
        return folder

    def run(self, line: str) -> str:
        """Run a line of the guide in the project's folder and return what it said."""
        for place in ("/opt/", "/etc/", "/var/"):
            line = line.replace(place, f"{self.root}{place}")
        home = self.root / "opt/langkah-guru"
        if (again := AGAIN.fullmatch(line)) and again["command"] in self.typed:
            return self._forked(again, home)
        self.typed |= {again["command"]} if again else set()
        done = subprocess.run(
            ["bash", "-euc", line],  # noqa: S607 -- of the machine that the path is set to
            cwd=home if home.is_dir() else self.root,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
            stdin=subprocess.DEVNULL,
        )
        assert done.returncode == 0, f"{line}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    def _forked(self, line: re.Match[str], home: Path) -> str:
        """Run a command that was typed before with another file, and return what it said."""
        done = bot(line["command"], *line["words"].split(), cwd=home)
        assert done.returncode == 0, f"{line[0]}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    def settle(self) -> None:
        """Do what the guide leaves to a person or to the network: packages are there, the token is typed.

        So is what Python compiled of the bot: it takes a second each time.
        """
        home = self.root / "opt/langkah-guru"
        packages = home / ".venv"
        if home.is_dir() and not packages.exists():
            packages.symlink_to(Path(sys.prefix))
            lend_compiled(home)
        settings = self.root / "etc/langkah-guru.env"
        if settings.is_file() and TOKEN not in (told := settings.read_text()):
            for name, value in TYPED.items():
                told = told.replace(f"\n{name}=\n", f"\n{name}={value}\n")
            settings.write_text(told.replace("/var/", f"{self.root}/var/"))
            person = self.root / "var/lib/langkah-guru/people/65/101.json"
            person.parent.mkdir(parents=True)
            person.write_text(f'{{"_default": {{"1": {SARI.read_text()}}}}}')


async def test_every_command_of_the_guide_works_in_its_order(
    tmp_path: Path,
) -> None:
    """From the first line to the last: installed, checked, backed up, restored, renewed, moved."""
    async with Simulator(TOKEN).serve() as api:
        machine = Machine(tmp_path, api)
        machine._program(
            "make", "#!/bin/sh\n[ \"$*\" = install ] && grep -q '^install:' Makefile\n"
        )
        said = {}
        for line in commands():
            machine.settle()
            said[line] = await _aside(machine, line)
    doctor = next(text for line, text in said.items() if line.endswith("doctor"))
    assert "FAIL" not in doctor
    assert "@langkah_guru_bot" in doctor
    assert said[".venv/bin/python -m bot --version"].startswith("Langkah Guru, version 0.2.0")
    assert (tmp_path / "var/backups/langkah-guru/pindah.tar.gz").stat().st_mode & 0o077 == 0
    called = machine.calls.read_text()
    for wanted in ("enable --now langkah-guru", "podman run --detach", "scp ", "readyz"):
        assert wanted in called


async def _aside(machine: Machine, line: str) -> str:
    """Run a line in a thread: the small Telegram answers meanwhile."""
    return await asyncio.to_thread(machine.run, line)


def test_the_guide_calls_nothing_unknown() -> None:
    """Each line begins with a program that the test knows, so that none is passed over."""
    known = {"sudo", "cd", "podman", "python3", "curl", ".venv/bin/python", "scp"}
    assert {line.split()[0] for line in commands()} <= known


def test_each_command_the_guide_speaks_of_is_one() -> None:
    """Also those in running text, with their options; each has a test of its own elsewhere."""
    text = GUIDE.read_text(encoding="utf-8")
    spoken = re.findall(r"python -m bot ([a-z]+)((?: --[a-z]+)*)", text)
    known = {
        name: {option for each in command.params for option in each.opts}
        for name, command in main.commands.items()
    }
    assert len({name for name, _ in spoken}) > len(COMMANDS)
    for name, options in spoken:
        assert set(options.split()) <= known[name], name


def test_the_settings_to_fill_in_are_known_settings() -> None:
    """The example holds names that the bot reads, and no value that is anybody's."""
    lines = (ROOT / "deploy" / "contoh.env").read_text(encoding="utf-8").splitlines()
    names = [line.partition("=")[0] for line in lines if line and not line.startswith("#")]
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in names if f"`{name}`" not in readme] == []
