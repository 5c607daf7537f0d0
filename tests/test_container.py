"""The Containerfile does what it says: its instructions are carried out in a folder, and what they built is run.

A builder of images is not to be had everywhere. Packages come from this Python, because the network is no part
of a test; everything else is what an image does.
"""

import json
import re
import shutil
import signal
import site
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.forked import process
from tests.free_port import free_port
from tests.shipped import ROOT
from tests.test_cli import TOKEN, Page
from tests.test_operasi import INSTALL

CONTAINER = ROOT / "Containerfile"
HADOLINT = Path(sys.executable).with_name("hadolint")
NAMES_ITS_MODULES = {"PYTHONPROFILEIMPORTTIME": "1"}
"""Has Python say, as it loads a module, how long that took."""

MODULE = re.compile(r"^import time: .*\| +(\S+)$", re.MULTILINE)
DRAWN_WITH = {"matplotlib", "PIL", "fpdf", "segno", "xlsxwriter", "holidays"}
PLACES = re.compile(r"(?<![\w.])/(app|data|backups)\b")


def instructions() -> list[tuple[str, str]]:
    """Return the instructions of the Containerfile in their order."""
    text = re.sub(r"\\\n", " ", CONTAINER.read_text(encoding="utf-8"))
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [(line.split()[0], line.split(maxsplit=1)[1]) for line in lines]


def test_the_container_runs_as_nobody_in_particular() -> None:
    """The image's process is not root, keeps data in a volume, tells its health, and runs what hosts run."""
    said = instructions()
    last = {name: words for name, words in said}  # noqa: C416 -- the last of each name
    assert last["USER"].isdecimal()
    assert int(last["USER"]) > 0
    assert last["CMD"] == '["python", "-m", "bot", "run"]'
    assert last["VOLUME"] in last["ENV"]
    assert "/healthz" in last["HEALTHCHECK"]
    assert last["STOPSIGNAL"] == "SIGTERM"
    assert all(":" in words and "latest" not in words for name, words in said if name == "FROM")
    assert not [name for name, _ in said if name == "ADD"]


def test_the_container_copies_what_is_there() -> None:
    """Every file that is copied into the image stands in the project, and none of anybody's data."""
    copied = [words.split()[:-1] for name, words in instructions() if name == "COPY"]
    ours = [each for words in copied for each in words if not each.startswith(("--", "/"))]
    assert [each for each in ours if not (ROOT / each).exists()] == []
    assert not {".env", "data", "."} & set(ours)


def test_nothing_else_reaches_a_builder() -> None:
    """What is copied is let in by name, so that no token and nobody's data are sent to a daemon."""
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").split("\n")
    let_in = {line.removeprefix("!") for line in lines if line.startswith("!")}
    copied = [words.split()[:-1] for name, words in instructions() if name == "COPY"]
    ours = {each for words in copied for each in words if not each.startswith(("--", "/"))}
    assert let_in == ours
    assert "*" in lines


@pytest.mark.skipif(not HADOLINT.exists(), reason="hadolint is not built for this machine")
def test_the_linter_of_containerfiles_finds_nothing() -> None:
    """Not even what it only suggests."""
    done = subprocess.run([HADOLINT, CONTAINER], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


class Image:
    """A folder in which the instructions of a Containerfile are carried out; its paths lie in it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.here = root
        self.bin = root / "bin"
        self.bin.mkdir()
        self.variables: dict[str, str] = {"PATH": self._path()}
        for name, text in {"useradd": "#!/bin/sh\n", "install": INSTALL}.items():
            (self.bin / name).write_text(text)
            (self.bin / name).chmod(0o755)

    def _path(self) -> str:
        """Return where the base image has its programs: its ``python`` is this one, for not all hosts have one."""
        return f"{self.bin}:{Path(sys.executable).parent}:/usr/local/bin:/usr/bin:/bin"

    def moved(self, words: str) -> str:
        """Return words with the paths of the image as they are here."""
        return PLACES.sub(rf"{self.root}/\1", words)

    def build(self) -> None:
        """Carry out every instruction that leaves something."""
        for name, words in instructions():
            match name:
                case "WORKDIR":
                    self.here = Path(self.moved(words))
                    self.here.mkdir(exist_ok=True)
                case "COPY":
                    self._copy(words.split())
                case "ENV":
                    pairs = (each.split("=", 1) for each in self.moved(words).split())
                    self.variables |= dict(pairs)
                case "RUN":
                    self._run(words)

    def _copy(self, words: list[str]) -> None:
        *sources, target = words
        if sources[0].startswith("--from"):
            return  # both stages are this folder
        for source in sources:
            if (ROOT / source).is_dir():
                shutil.copytree(ROOT / source, self.here / target)
            else:
                shutil.copy2(ROOT / source, self.here / target)

    def _run(self, words: str) -> None:
        """Run a line as a shell does; what it would fetch must be pinned, and is lent by this Python.

        As nothing is installed pip is left out: to unpack it takes four seconds.
        """
        for each in words.replace(" -m venv ", " -m venv --without-pip ").split(" && "):
            if "pip install" in each:
                assert "--require-hashes" in each
                assert all((self.here / file).exists() for file in re.findall(r"-r (\S+)", each))
                (packages,) = (self.here / ".venv").glob("lib/python3*/site-packages")
                (packages / "lent.pth").write_text("\n".join(site.getsitepackages()))
                continue
            self.do(["sh", "-c", self.moved(each)])

    def do(self, words: list[str]) -> None:
        """Run a command of the image to its good end."""
        done = subprocess.run(
            words, cwd=self.here, env=self.variables, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"{words}\n{done.stdout}\n{done.stderr}"

    @contextmanager
    def serving(self, words: list[str], log: Path) -> Iterator[None]:
        """Let a command run meanwhile, which then ends in peace; what it says is logged."""
        with (
            log.open("w") as said,
            subprocess.Popen(
                words,
                cwd=self.here,
                env=self.variables | NAMES_ITS_MODULES,
                stdout=said,
                stderr=subprocess.STDOUT,
            ) as running,
        ):
            try:
                yield
            finally:
                running.send_signal(signal.SIGTERM)
                running.wait(timeout=15)
        assert running.returncode == 0, log.read_text()

    def told(self, instruction: str) -> list[str]:
        """Return the command of CMD or HEALTHCHECK."""
        words = {name: each for name, each in instructions()}[instruction]  # noqa: C416 -- the last of each name
        command = json.loads(words[words.index("[") :])
        assert isinstance(command, list)
        return command


def test_what_it_builds_serves_and_tells_its_health(tmp_path: Path) -> None:
    """The image's command answers a teacher, is called healthy while it does and not after, and ends in peace.

    A hundred megabytes of libraries for pictures and tables are not in the bot's memory.
    """
    image = Image(tmp_path)
    image.build()
    assert (tmp_path / "data").stat().st_mode & 0o777 == 0o700
    api, port = free_port(), free_port()
    image.variables["PATH"] = f"{tmp_path}/app/.venv/bin:/usr/bin:/bin"
    image.variables |= {
        "PORT": str(port),
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": f"http://127.0.0.1:{api}",
        "CHECK_AT_START": "false",  # the image was checked when it was made
    }
    python, *words = image.told("CMD")
    program = str(image.here / ".venv/bin" / python)
    log = tmp_path / "log"
    with process("simulate", "--port", str(api), cwd=tmp_path, TELEGRAM_BOT_TOKEN=TOKEN):
        page = Page(api)
        page.until(lambda: page.call("/sim/state"))
        with image.serving([program, *words], log):
            assert page.wait().say("/start")["text"]
            image.do(image.told("HEALTHCHECK"))
    loaded = set(MODULE.findall(log.read_text()))
    assert {"bot.run.serve", "telegram", "aiohttp.web"} <= loaded
    assert not loaded & DRAWN_WITH
    with pytest.raises(AssertionError, match="refused"):
        image.do(image.told("HEALTHCHECK"))
