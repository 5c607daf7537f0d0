"""Logging: one line per event on standard error, without secrets.

Every line of every library passes through ``Redacted``, so that no token is printed wherever it
comes from. The messages of foreign exceptions are left out, because they may quote what a person
wrote; their class and place are enough to find the fault.
"""

import logging
import re
import sys
import traceback
from collections.abc import Iterator, MutableMapping
from typing import Any, TextIO

import structlog

from bot.errors import BotError

TOKEN = re.compile(r"\d{6,}:[A-Za-z0-9_-]{30,}")
"""The form of a bot token (number of the bot, colon, secret)."""

OURS = "bot"
"""The logger above all of ours; only these follow the level.

What libraries say below a warning is of no use here, and some of it holds addresses with the token
or what people wrote.
"""

_FRAMES = 8
"""How many places of a traceback are told, from the innermost."""

_TELLING = (BotError, OSError)
"""Exceptions whose messages speak of files and settings, never of people."""


def configure(level: str = "INFO", stream: TextIO | None = None, form: str = "text") -> None:
    """Send all logging, ours and the libraries', to a stream; standard error by default.

    ``form`` is ``text`` (logfmt, for people) or ``json`` (an object a line, for programs).
    """
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(_formatter(form))
    handler.addFilter(_is_wanted)
    root = logging.getLogger()
    root.handlers[:] = [handler]
    ours = logging.getLogger(OURS)
    ours.setLevel(level.upper())
    root.setLevel(max(logging.WARNING, ours.level))
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *_common(),
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )


def redact(text: str) -> str:
    """Return the text without bot tokens."""
    return TOKEN.sub("[token]", text)


class Redacted(structlog.stdlib.ProcessorFormatter):
    """Formats a line and removes every token from it, also from tracebacks."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the finished line."""
        return redact(super().format(record))


def describe(error: BaseException) -> str:
    """Return the chain of an exception, innermost cause last, with places instead of words."""
    return " <- ".join(_one(link) for link in _chain(error))


def _is_wanted(record: logging.LogRecord) -> bool:
    """Whether a record is ours or a warning; some libraries set their own loggers' level."""
    return record.levelno >= logging.WARNING or record.name.split(".")[0] == OURS


def _common() -> list[Any]:
    return [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _trace,
    ]


def _formatter(form: str) -> logging.Formatter:
    text = structlog.processors.LogfmtRenderer(
        key_order=["timestamp", "level", "event"], bool_as_flag=False
    )
    return Redacted(
        foreign_pre_chain=[*_common(), structlog.stdlib.add_logger_name],
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.JSONRenderer(ensure_ascii=False) if form == "json" else text,
        ],
    )


def _trace(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Replace ``exc_info`` by a description without the exception's own words."""
    error = _exception(event.pop("exc_info", None), event.get("_record"))
    if error is not None:
        event["trace"] = describe(error)
    return event


def _exception(given: Any, record: logging.LogRecord | None) -> BaseException | None:
    if record is not None and record.exc_info:
        given = record.exc_info
        # The formatter of the standard library would print it once more, in full.
        record.exc_info, record.exc_text = None, None
    if isinstance(given, BaseException):
        return given
    if isinstance(given, tuple):
        return given[1] if isinstance(given[1], BaseException) else None
    return sys.exc_info()[1] if given else None


def _chain(error: BaseException) -> Iterator[BaseException]:
    current: BaseException | None = error
    while current is not None:
        yield current
        suppressed = current.__suppress_context__
        current = current.__cause__ or (None if suppressed else current.__context__)


def _one(error: BaseException) -> str:
    places = "; ".join(
        f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)[-_FRAMES:]
    )
    words = f": {error}" if isinstance(error, _TELLING) else ""
    return f"{type(error).__name__}{words} ({places})"
