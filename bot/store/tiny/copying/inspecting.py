"""Looks at every file of a data directory and says what is wrong with it and what to do.

Changes nothing. Works beside the bot or without it; what is being changed meanwhile is no fault.
"""

import fcntl
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from bot.errors import CommitTooNew, DocumentTooNew
from bot.store.backup.contents import BackupProblem
from bot.store.base import KEY_PATTERN, Kind
from bot.store.codec.record import from_record, values_of
from bot.store.tiny.commit.intent_files import INTENTS_NAME, from_bytes
from bot.store.tiny.copying.restoring import RESTORE, is_unfinished
from bot.store.tiny.copying.view import WORK, kinds_in
from bot.store.tiny.documents import record_of, tables_of
from bot.store.tiny.files import DAMAGED_MARK, FOLDERS, SUFFIX, number_of
from bot.store.tiny.lock import LOCK_NAME
from bot.store.writer.atomic import LEFTOVER, Folder

BACK: Final = (
    "Stop the bot and put a good copy of this file in its place, from a backup restored into another DATA_DIR; "
    "all others are served"
)
START: Final = "Start the bot once: it is finished then"
NEWER: Final = "Use the program that wrote it, or a newer one"


class Inspection:
    """One look at a data directory."""

    def __init__(self, data: Path, kinds: Sequence[Kind[Any]]) -> None:
        self.problems: list[BackupProblem] = []
        self.documents = 0
        self._data = data
        self._kinds = {kind.name: kind for kind in kinds}
        self._runs = is_used(data)

    def look(self) -> None:
        """Look at everything. Raises OSError when the directory itself cannot be read."""
        self._look_at_work()
        self._look_at_intents()
        for name in kinds_in(self._data):
            self._look_at_kind(name)

    def _found(self, name: str, what: str, advice: str) -> None:
        self.problems.append(BackupProblem(name, what, advice))

    def _look_at_work(self) -> None:
        if self._runs:
            return
        if is_unfinished(self._data):
            self._found(RESTORE, "a restore was cut off after it was complete", START)
        elif (self._data / RESTORE).exists():
            advice = "The data are as before. Start the bot once: what is left of it goes then"
            self._found(RESTORE, "a restore was cut off before it was complete", advice)
        if (self._data / WORK).exists():
            advice = "If none is running, start the bot once: what is left of it goes then"
            self._found(WORK, "a backup is running, or was cut off", advice)

    def _look_at_intents(self) -> None:
        folder = self._data / INTENTS_NAME
        for file in sorted(folder.glob(f"*{SUFFIX}*")) if folder.is_dir() else ():
            name = f"{INTENTS_NAME}/{file.name}"
            if DAMAGED_MARK in file.name:
                advice = "It was not carried out. Look at the documents it names, then delete it"
                self._found(name, "a change of several files was damaged and set aside", advice)
            elif not self._runs and file.name.endswith(SUFFIX):
                self._look_at_intent(name, file)

    def _look_at_intent(self, name: str, file: Path) -> None:
        try:
            from_bytes(file, Folder(str(file.parent)).read(file.name) or b"")
        except CommitTooNew:
            self._found(name, "a newer program left a change of several files unfinished", NEWER)
        except (ValueError, OSError) as error:
            advice = "The bot sets it aside at its next start; its change has never happened"
            self._found(name, f"a change of several files is damaged: {error}", advice)
        else:
            self._found(name, "a change of several files is not finished", START)

    def _look_at_kind(self, name: str) -> None:
        kind = self._kinds.get(name)
        places: dict[str, set[str]] = {}
        for folder in sorted((self._data / name).glob("[0-9a-f][0-9a-f]")):
            try:
                entries = sorted(each.name for each in folder.iterdir())
            except OSError as error:
                self._found(f"{name}/{folder.name}", f"it cannot be listed: {error}", BACK)
                continue
            for entry in entries:
                key = entry.partition(SUFFIX)[0]
                places.setdefault(key, set()).add(f"{folder.name}/{entry}")
        if places and kind is None:
            self._found(name, "this program knows no such documents", NEWER)
        for key, files in places.items():
            self._look_at_files(name, kind, key, files)

    def _look_at_files(self, name: str, kind: Kind[Any] | None, key: str, files: set[str]) -> None:
        home = f"{number_of(key) % FOLDERS:02x}/{key}{SUFFIX}"
        for file in sorted(files):
            told = f"{name}/{file}"
            if file.endswith(LEFTOVER):
                if not self._runs:
                    self._found(told, "it was never finished", "Start the bot once: it goes then")
            elif f"{key}{DAMAGED_MARK}" in file:
                self._look_aside(told, is_repaired=home in files)
            elif not KEY_PATTERN.fullmatch(key) or not file.endswith(SUFFIX):
                self._found(told, "it is no file of the bot's", "Move it elsewhere")
            elif file != home:
                advice = f"Move it to {name}/{home}, if there is none"
                self._found(told, "it lies in a folder where nobody looks for it", advice)
            elif fault := self._fault_of(kind, key, self._data / told):
                self._found(told, *fault)
            else:
                self.documents += 1

    def _look_aside(self, told: str, *, is_repaired: bool) -> None:
        if is_repaired:
            self._found(told, "it is damaged, and a good one lies beside it", "Delete it by hand")
        else:
            self._found(told, "it is damaged and was set aside", BACK)

    def _fault_of(self, kind: Kind[Any] | None, key: str, file: Path) -> tuple[str, str] | None:
        """Return what is wrong with a document's file and what to do; None for a good one."""
        try:
            content = Folder(str(file.parent)).read(file.name)
            if content is None:
                return None  # deleted since it was listed
            record = record_of(tables_of(content))
            if kind is not None:
                values_of(kind, from_record(kind, key, record))
        except DocumentTooNew as error:
            return f"it has version {error.version}, known is {error.known}", NEWER
        except OSError as error:
            return f"it cannot be read: {error.strerror or error}", BACK
        except ValueError as error:
            return f"it is damaged: {error}", BACK
        return None


def is_used(data: Path) -> bool:
    """Say whether a process has possession of a data directory."""
    try:
        lock = os.open(data / LOCK_NAME, os.O_RDONLY)
    except OSError:
        return False
    try:
        fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    finally:
        os.close(lock)
    return False
