"""Logging: one line per event, and never a token or a person's words."""

import io
import json
import logging
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
import structlog

from bot.app.directory import Directory
from bot.app.turns import Turns
from bot.chat.model import Incoming, Typed, UpdateId
from bot.chat.world import World
from bot.domain.person.person import PersonId
from bot.errors import TextMissing
from bot.run import logs
from bot.store.codec.people import PEOPLE
from bot.store.codec.schools import SCHOOLS
from bot.store.tiny.store import memory_store

TOKEN = "1234567:AAHfiqksKZ8WmR2zSjiQ7_-v4TMAKdiHm9T"


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """Where the log goes; the logging of the test run is put back afterwards."""
    root = logging.getLogger()
    handlers, level, before = root.handlers[:], root.level, structlog.get_config()
    stream = io.StringIO()
    yield stream
    root.handlers[:] = handlers
    root.setLevel(level)
    logging.getLogger(logs.OURS).setLevel(logging.NOTSET)
    structlog.configure(**before)


def test_an_event_is_one_line_of_key_values(written: io.StringIO) -> None:
    """A line has a time, a level, the event and its data."""
    logs.configure("INFO", written)
    structlog.stdlib.get_logger("bot.test").info("webhook_set", person=5)
    (line,) = written.getvalue().splitlines()
    assert "level=info event=webhook_set" in line
    assert "person=5" in line
    assert line.startswith("timestamp=")


def test_what_is_below_the_level_is_not_written(written: io.StringIO) -> None:
    """LOG_LEVEL holds for our own events."""
    logs.configure("warning", written)
    structlog.stdlib.get_logger("bot.test").info("quiet")
    assert written.getvalue() == ""


@pytest.mark.parametrize("name", ["httpx", "telegram.ext.ExtBot", "aiohttp.access", "apscheduler"])
def test_libraries_are_quiet(written: io.StringIO, name: str) -> None:
    """Even at DEBUG they say nothing below a warning, which may hold the token or words."""
    logs.configure("DEBUG", written)
    library = logging.getLogger(name)
    library.setLevel(logging.DEBUG)
    library.info("POST https://api.telegram.org/bot%s/getMe", TOKEN)
    library.setLevel(logging.NOTSET)
    assert written.getvalue() == ""


def test_no_line_contains_a_token(written: io.StringIO) -> None:
    """Neither a message, nor its arguments, nor key-values, nor tracebacks show the token."""
    logs.configure("DEBUG", written)
    log = structlog.stdlib.get_logger("bot.test")
    log.info("called", url=f"https://api.telegram.org/bot{TOKEN}/getMe", more={"token": TOKEN})
    logging.getLogger("other").warning("to %s", f"bot{TOKEN}")
    try:
        Path("/", TOKEN).read_bytes()
    except OSError:
        log.exception("failed")
        logging.getLogger("other").exception("failed with %s", TOKEN)
    assert len(written.getvalue().splitlines()) == 4
    assert "AAHfiqksKZ8" not in written.getvalue()
    assert written.getvalue().count("[token]") >= 5


def fail(words: str) -> None:
    try:
        json.loads(words)
    except ValueError as error:
        raise LookupError(words) from error


def test_a_foreign_exception_is_told_by_class_and_place_only(written: io.StringIO) -> None:
    """An exception may quote what a person wrote, so its words are left out."""
    logs.configure("INFO", written)
    log = structlog.stdlib.get_logger("bot.test")
    try:
        fail("curahan hati")
    except LookupError as error:
        log.exception("turn_failed", error=type(error).__name__)
        logging.getLogger("other").exception("lost")
    text = written.getvalue()
    assert "curahan" not in text
    assert text.count("LookupError (test_logs.py:") == 2
    assert "JSONDecodeError (" in text


def test_our_own_errors_are_told_with_their_words(written: io.StringIO) -> None:
    """What we say ourselves about files and settings is wanted in the log."""
    logs.configure("INFO", written)
    error = TextMissing("edge-flood")
    structlog.stdlib.get_logger("bot.test").error("stopped", exc_info=error)
    assert "key=edge-flood" in written.getvalue()


def test_lines_can_be_objects_for_programs(written: io.StringIO) -> None:
    """With LOG_FORMAT=json each line is one object, tokens taken out as ever."""
    logs.configure("INFO", written, form="json")
    structlog.stdlib.get_logger("bot.test").info("webhook_set", person=5, reason=f"bot{TOKEN}")
    told = json.loads(written.getvalue())
    assert (told["event"], told["person"], told["level"]) == ("webhook_set", 5, "info")
    assert TOKEN not in written.getvalue()


async def test_a_turn_is_a_line_with_ids_only(
    written: io.StringIO, world: World, now: datetime
) -> None:
    """At DEBUG a turn is told by person, update, kind and time; what she wrote is in no line."""
    logs.configure("DEBUG", written, form="json")
    store = memory_store((PEOPLE, SCHOOLS))
    await store.open()
    try:
        turns = Turns(store, world, lambda: now, Directory(store))
        said = Typed("kata-kata saya sendiri")
        await turns.handle(Incoming(update=UpdateId(41), person=PersonId(7), event=said))
    finally:
        await store.close()
    lines = [json.loads(line) for line in written.getvalue().splitlines()]
    (told,) = [line for line in lines if line["event"] == "turn"]
    assert (told["person"], told["update"]) == (7, 41)
    assert told["milliseconds"] >= 0
    assert "kata-kata" not in written.getvalue()
