"""The processes of `pytest -n`: forked from one that has found all tests. Tests nothing.

Each would else import and find everything for itself, for which two cores take longer than for any test. Begun
as a script this is what xdist takes for the Python of a worker, and starts by itself.
"""

import json
import os
import shlex
import sys
from collections.abc import Sequence
from multiprocessing import forkserver, get_context
from multiprocessing.connection import Connection
from pathlib import Path

WANTED = "TESTS_TO_FIND"
"""The arguments of pytest, as JSON."""

FOUND_BY = "TESTS_ARE_FOUND_BY"
"""Where the process that has found them is reached, as JSON: its address, and its key as hexadecimal digits."""

STREAMS = 3
"""Input, output and errors."""

_SERVER = forkserver.ForkServer()
_NAMES = ("_forkserver_address", "_forkserver_authkey")


def python_of_workers(words: Sequence[str]) -> str:
    """Begin the process that finds the tests pytest is told of; return the Python for xdist's workers."""
    os.environ[WANTED] = json.dumps([*map(str, words)])
    _SERVER.set_forkserver_preload(["tests.sparing", "tests.found"])
    _SERVER.ensure_running()
    address, key = (vars(_SERVER).get(name) for name in _NAMES)
    os.environ[FOUND_BY] = json.dumps([address, key.hex() if key else None])
    return shlex.join([sys.executable, str(Path(__file__))])


def _serve(streams: Sequence[Connection]) -> None:
    """Be the worker: do what xdist writes, as `python -c` with its own words would."""
    assert "tests.found" in sys.modules, "forked too early: this costs seconds"
    for place, stream in enumerate(streams):
        os.dup2(stream.fileno(), place)
        stream.close()
    sys.stdin, sys.stdout = os.fdopen(0, "r", 1, closefd=False), os.fdopen(1, "w", 1, closefd=False)
    exec(eval(sys.stdin.readline()), vars(sys.modules["__main__"]))  # noqa: S307, S102 -- execnet's own


def _fork() -> int | None:
    """Have a worker forked that has this process's streams; return its exit status."""
    address, key = json.loads(os.environ[FOUND_BY])
    found = dict(zip(_NAMES, (address, bytes.fromhex(key) if key else None), strict=True))
    _, alive = os.pipe()
    server = forkserver._forkserver
    vars(server).update(found, _forkserver_alive_fd=alive, ensure_running=lambda: None)
    del sys.modules["__main__"].__file__  # nothing of this script is to be run in the worker
    ends = [
        Connection(os.dup(stream), readable=stream == 0, writable=stream > 0)
        for stream in range(STREAMS)
    ]
    born = get_context("forkserver").Process(target=_serve, args=(ends,))
    born.start()
    for stream in (*ends,):
        stream.close()
    born.join()
    return born.exitcode


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))
    from tests import forked_workers

    sys.exit(forked_workers._fork())
