"""A view of the data as they were between two commits: hard links to all files, made in a moment.

The store replaces files and never changes one in place, so a link goes on holding what was there. Imports
next to nothing: the bot's commits wait while this works. Must not know what is in the files.
"""

import errno
import fcntl
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from bot.store.tiny.copying.rest import INTENTS, NoRest, at_rest, trace

WORK = "backup-work"
"""Where views and trials lie in the data directory; no kind can have this name."""

KIND = re.compile(r"[a-z]{1,32}")
FOLDER = re.compile(r"[0-9a-f]{2}")
DOCUMENT_ENDING = ".json"
LEFTOVER = ".tmp"

ATTEMPTS = 5
CANNOT_LINK = {errno.EPERM, errno.EXDEV, errno.EMLINK, errno.ENOTSUP, errno.ENOSYS, errno.EACCES}


@contextmanager
def working(data: Path) -> Iterator[Path]:
    """Give a private folder beside the documents while the block lasts; clears away dead ones.

    It is locked while its owner lives, so nobody else takes it for a dead one. Raises OSError.
    """
    (data / WORK).mkdir(mode=0o700, exist_ok=True)
    clear(data)
    (data / WORK).mkdir(mode=0o700, exist_ok=True)
    place = data / WORK / f"{os.getpid()}-{os.urandom(4).hex()}"
    place.mkdir(mode=0o700)
    lock = os.open(place, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)
        os.close(lock)
        with suppress(OSError):  # another one is at work
            (data / WORK).rmdir()


def clear(data: Path) -> None:
    """Remove what copies left that were killed: links keep alive what people deleted since."""
    work = data / WORK
    if not work.is_dir():
        return
    for place in list(work.iterdir()):
        with suppress(OSError):
            lock = os.open(place, os.O_RDONLY | os.O_DIRECTORY)
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(place, ignore_errors=True)
            finally:
                os.close(lock)
    with suppress(OSError):
        work.rmdir()


def take_view(data: Path, place: Path) -> Path:
    """Link all documents and intents into a new folder in this place, and give it.

    Raises NoRest, OSError.
    """
    for _ in range(ATTEMPTS):
        view = place / f"view-{os.urandom(4).hex()}"
        with at_rest(data):
            before = trace(data)
            view.mkdir(mode=0o700)
            # Intents first: what stands in one counts, whether its documents are in place or not.
            link_files(data / INTENTS, view / INTENTS)
            for kind in kinds_in(data):
                (view / kind).mkdir(mode=0o700)
                for folder in sorted(os.listdir(data / kind)):  # noqa: PTH208 - names, not paths
                    if FOLDER.fullmatch(folder) and (data / kind / folder).is_dir():
                        link_files(data / kind / folder, view / kind / folder)
            intact = trace(data) == before
        if intact:
            return view
        shutil.rmtree(view)  # a commit could not wait any longer
    raise NoRest("the data cannot be copied now: commits did not wait for it")


def kinds_in(data: Path) -> list[str]:
    """Name the folders that may hold documents."""
    with os.scandir(data) as entries:
        return sorted(each.name for each in entries if KIND.fullmatch(each.name) and each.is_dir())


def link_files(source: Path, target: Path) -> None:
    """Link the files of one folder. What is gone meanwhile was deleted, and what is new came alone."""
    target.mkdir(mode=0o700)
    done: set[str] = set()
    for _ in range(2):  # on some file systems a listing may miss a file that is replaced meanwhile
        with os.scandir(source) as entries:
            files = [each for each in entries if DOCUMENT_ENDING in each.name]
        for file in files:
            if file.name not in done and not file.name.endswith(LEFTOVER):
                done.add(file.name)
                # A link of somebody's own is followed: what it names would be another file from here.
                origin = os.path.realpath(file.path) if file.is_symlink() else file.path
                with suppress(FileNotFoundError):
                    _link(origin, f"{target}/{file.name}")


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError as error:
        if error.errno not in CANNOT_LINK:
            raise
        with suppress(IsADirectoryError):
            shutil.copyfile(source, target)
