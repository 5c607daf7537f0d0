"""What tests of a database begin with, and must not leave behind."""

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.postgres.server import OWNER, PREFIX, end_orphans

WAITS = """
import signal, sys
signal.signal(signal.SIGQUIT, signal.SIG_DFL)  # what is begun in the background ignores it
print(flush=True)
sys.stdin.read()
"""
WAITING = (sys.executable, "-c", WAITS)
"""What plays the server: like one, it hears the signal whatever it was started from."""


def test_the_server_of_tests_that_were_killed_is_ended_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its process goes and its folder, those of tests that run stay."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    dead, alive = tmp_path / f"{PREFIX}dead", tmp_path / f"{PREFIX}alive"
    for folder in (dead, alive):
        (folder / "data").mkdir(parents=True)
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    with subprocess.Popen(
        [*WAITING, str(dead)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as server:
        assert server.stdout
        server.stdout.readline()  # now it is known by its own words
        (dead / OWNER).write_text(str(gone.pid))
        (dead / "data" / "postmaster.pid").write_text(f"{server.pid}\n{dead}\n")
        (alive / OWNER).write_text(str(server.pid))
        end_orphans()
        assert server.wait(30) != 0
    assert not dead.exists()
    assert alive.exists()
