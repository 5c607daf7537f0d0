"""Every error the bot raises itself.

An error's message is the first line of its docstring; what it is about are its attributes, so
that logs and tests need not take sentences apart. Nothing here may know how an error is shown.
"""

# ruff: noqa: N818 - the module says that these are errors; a name says which

from dataclasses import dataclass, fields
from pathlib import Path


@dataclass(eq=False)
class BotError(Exception):
    """Something the bot was asked for cannot be done.

    Root of all our errors; renders as "message: data". Raise it `from` its cause.
    """

    def __str__(self) -> str:
        message = (type(self).__doc__ or type(self).__name__).strip().splitlines()[0].rstrip(".")
        data = ", ".join(f"{field.name}={getattr(self, field.name)}" for field in fields(self))
        return f"{message}: {data}" if data else message


@dataclass(eq=False)
class StoreBusy(BotError):
    """The data directory is used by another process, and one directory serves only one."""

    path: Path


@dataclass(eq=False)
class StoreUnavailable(BotError):
    """The data cannot be read or written; what was stored before is unchanged."""

    path: Path
    cause: str


@dataclass(eq=False)
class StoreDamaged(BotError):
    """So many documents cannot be read that the disk must be suspected; nothing was touched."""

    path: Path
    damaged: int
    documents: int


@dataclass(eq=False)
class CommitTooNew(BotError):
    """A newer program left a commit unfinished; start that program once, it finishes by itself."""

    path: Path
    form: int
    known: int


@dataclass(eq=False)
class MoveRefused(BotError):
    """The documents cannot be moved there."""

    reason: str


@dataclass(eq=False)
class SchemaUnfit(BotError):
    """The database's tables do not fit this program; nothing was changed."""

    reason: str


@dataclass(eq=False)
class DocumentDamaged(BotError):
    """A document cannot be read and needs repair; all others are served."""

    kind: str
    key: str
    path: Path
    reason: str


@dataclass(eq=False)
class DocumentUnwritable(DocumentDamaged):
    """A document cannot be replaced, and is as it was; all others can be saved."""


@dataclass(eq=False)
class DocumentTooNew(BotError):
    """A document was written by a newer program and is not touched by this one."""

    kind: str
    key: str
    version: int
    known: int


@dataclass(eq=False)
class TextMissing(BotError):
    """The texts have no such message."""

    key: str


@dataclass(eq=False)
class TextFaulty(BotError):
    """A message cannot be formatted, mostly because an argument is missing."""

    key: str
    reason: str


@dataclass(eq=False)
class PictureNotDrawn(BotError):
    """A picture or a table cannot be made now; everything else works."""

    reason: str


@dataclass(eq=False)
class ContentFaulty(BotError):
    """The content files have problems; each is listed with its place."""

    problems: tuple[str, ...]


@dataclass(eq=False)
class SettingsFaulty(BotError):
    """The settings cannot be used."""

    problems: tuple[str, ...]


@dataclass(eq=False)
class TokenRefused(BotError):
    """Telegram does not know this bot token; check TELEGRAM_BOT_TOKEN."""


@dataclass(eq=False)
class NoBotApi(BotError):
    """What answers at TELEGRAM_API_URL is no Bot API for this bot; check that address."""

    reason: str


@dataclass(eq=False)
class PollingConflict(BotError):
    """Another process fetches this bot's updates, and only one may."""

    reason: str


@dataclass(eq=False)
class WebhookRefused(BotError):
    """Telegram does not accept the webhook; check WEBHOOK_URL."""

    reason: str


@dataclass(eq=False)
class BackupFailed(BotError):
    """No backup was made."""

    reason: str


@dataclass(eq=False)
class BackupUnusable(BotError):
    """This file cannot be used."""

    path: Path
    reason: str


@dataclass(eq=False)
class NotEmpty(BotError):
    """The data directory is not empty; stop the bot, back it up, then restore with --replace."""

    path: Path
