"""Which writers of a store this process has started and not ended. Tests nothing."""

from collections.abc import Iterator
from pathlib import Path

from bot.store.writer.process import CALL

TASKS = Path("/proc/self/task")
"""Where Linux tells what a thread has started; elsewhere nothing is found."""


def writers() -> frozenset[int]:
    """Return the process numbers of the writers that live, and of those nobody has waited for."""
    return frozenset(child for child in _children() if CALL.encode() in _command(child))


def _children() -> Iterator[int]:
    for thread in TASKS.glob("*/children"):
        yield from map(int, _read(thread).split())


def _command(process: int) -> bytes:
    return _read(Path(f"/proc/{process}/cmdline"))


def _read(path: Path) -> bytes:
    """Return what Linux tells there; nothing of a thread or a process that has ended meanwhile."""
    try:
        return path.read_bytes()
    except OSError:
        return b""
