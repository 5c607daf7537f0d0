"""The four steps of a write, as the operating system is asked for them."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.store.writer.atomic import Folder

STEPS = {os.write: "write", os.fsync: "fsync", os.rename: "rename"}


@contextmanager
def watched() -> Iterator[list[str]]:
    """Note the calls of the system made by this thread, as the interpreter tells of them."""
    calls: list[str] = []

    def note(_frame: object, event: str, function: object) -> None:
        if event == "c_call" and function in STEPS:
            calls.append(STEPS[function])

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        yield calls
    finally:
        sys.setprofile(before)


def test_a_file_is_on_disk_before_it_has_its_name_and_the_name_before_it_counts(
    tmp_path: Path,
) -> None:
    """Without the first fsync a power cut leaves an empty document, without the second the old one."""
    folder = Folder(str(tmp_path))
    folder.replace("7.json", b"before")
    with watched() as calls:
        folder.replace("7.json", b"after")
    assert calls == ["write", "fsync", "rename", "fsync"]
