"""The files that hosts run the bot by: Procfile and systemd unit do what they say; see also ``test_container``."""

import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from tests.forked import bot, environment, process
from tests.free_port import free_port
from tests.shipped import ROOT
from tests.test_cli import TOKEN, Page

HONCHO = (sys.executable, "-m", "honcho", "-f", str(ROOT / "Procfile"), "-d", str(ROOT))
UNIT = ROOT / "deploy" / "langkah-guru.service"
EXPOSURE = 20
"""Tenths; below 2.0 systemd itself calls a unit OK."""

ANALYZE = shutil.which("systemd-analyze") or ""
systemd = pytest.mark.skipif(not ANALYZE, reason="systemd-analyze is not installed here")


def settings(folder: Path, api: int) -> dict[str, str]:
    """Return what a host sets, with this Python first on its path."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    return environment(
        PATH=path,
        TELEGRAM_BOT_TOKEN=TOKEN,
        TELEGRAM_API_URL=f"http://127.0.0.1:{api}",
        DATA_DIR=str(folder / "data"),
    )


@pytest.mark.parametrize("kind", ["web", "worker"])
def test_each_process_of_the_procfile_serves_and_ends_at_a_signal(
    kind: str, tmp_path: Path
) -> None:
    """A host starts one of the two; it introduces itself, tells its health, and ends by SIGTERM with 0."""
    api, port = free_port(), free_port()
    with process("simulate", "--port", str(api), cwd=tmp_path, TELEGRAM_BOT_TOKEN=TOKEN):
        page = Page(api)
        page.until(lambda: page.call("/sim/state"))
        with subprocess.Popen(
            [*HONCHO, "start", "-p", str(port), kind],
            env=settings(tmp_path, api),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        ) as host:
            try:
                # The last line before it falls silent: a signal while honcho prints one would be lost.
                page.until(lambda: page.call("/sim/state")["bot"]["short_description"])
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=5) as told:
                    assert told.status == 200
            finally:
                host.send_signal(signal.SIGTERM)
                said, _ = host.communicate(timeout=15)
    assert host.returncode in {0, -signal.SIGTERM, 128 + signal.SIGTERM}, said
    assert "bot_connected" in said
    assert "Traceback" not in said


def test_the_release_command_checks_before_anything_is_started(tmp_path: Path) -> None:
    """A release with faulty content or settings never replaces the one that runs.

    The same line is typed outright where a wheel and an image are made (`test_supply.py`, `test_container.py`).
    """
    line = procfile()["release"]
    assert line == "python -m bot check"
    good = bot(*shlex.split(line)[3:], cwd=tmp_path)
    bad = bot(*shlex.split(line)[3:], cwd=tmp_path, PORT="99999")
    assert (good.returncode, bad.returncode) == (0, 2)


def procfile() -> dict[str, str]:
    """Return the processes by name."""
    lines = (ROOT / "Procfile").read_text(encoding="utf-8").splitlines()
    return {name: line.strip() for name, _, line in (each.partition(":") for each in lines)}


def test_the_unit_may_write_where_its_settings_say() -> None:
    """All else is read-only to it; a backup that may not be written would fail every night."""
    unit = UNIT.read_text(encoding="utf-8")
    example = (UNIT.parent / "contoh.env").read_text(encoding="utf-8")
    places = dict(re.findall(r"^(\w+_DIR)=(\S+)$", example, re.MULTILINE))
    assert f"DATA_DIR={places['DATA_DIR']} " in unit
    assert (
        f"/var/lib/{re.findall(r'^StateDirectory=(.+)$', unit, re.MULTILINE)[0]}"
        == places["DATA_DIR"]
    )
    assert f"ReadWritePaths=-{places['BACKUP_DIR']}\n" in unit


@systemd
def test_the_unit_is_accepted_by_systemd(tmp_path: Path) -> None:
    """`systemd-analyze verify` finds nothing but that the bot is not installed on this machine."""
    unit = tmp_path / UNIT.name
    unit.write_text(
        re.sub(r"/opt/langkah-guru/\S+/python", sys.executable, UNIT.read_text(encoding="utf-8"))
    )
    done = subprocess.run(
        [ANALYZE, "verify", str(unit)], capture_output=True, text=True, check=False
    )
    faults = [line for line in done.stderr.splitlines() if UNIT.name in line]
    assert faults == []


@systemd
def test_the_unit_leaves_the_bot_few_rights(tmp_path: Path) -> None:
    """By systemd's own measure the service is little exposed."""
    done = subprocess.run(
        [ANALYZE, "security", "--offline=true", f"--threshold={EXPOSURE}", str(UNIT)],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=False,
    )
    assert done.returncode == 0, done.stdout
