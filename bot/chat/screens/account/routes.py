"""The places and buttons of arriving, home, help, settings and privacy, with what they carry."""

from dataclasses import dataclass
from typing import Literal

from bot.chat.button import Style
from bot.chat.routes import Bare, Route

ReturnWay = Literal["daftar", "atur"]
OwnQuestion = Literal["address", "nickname", "level", "subject", "zone"]


@dataclass(frozen=True, slots=True)
class Came:
    """With which code of an invitation she came, because nothing is stored yet."""

    code: str | None = None


@dataclass(frozen=True, slots=True)
class Asking:
    """On which way a question is asked: through all of the registration, or from the settings."""

    way: ReturnWay = "atur"


@dataclass(frozen=True, slots=True)
class Opening:
    """A question and the way."""

    question: OwnQuestion
    way: ReturnWay


@dataclass(frozen=True, slots=True)
class ValueChosen:
    """A question, the value chosen, and the way."""

    question: OwnQuestion
    value: str
    way: ReturnWay


@dataclass(frozen=True, slots=True)
class AskedAt:
    """When a question was asked, in seconds since 1970."""

    asked: int | None = None


@dataclass(frozen=True, slots=True)
class Hits:
    """Ways on: places in the steps, as ``slug.section`` or ``slug.tugas.task``, and ids of answers.

    Behind a place ``~`` may say with which block and sentence the quoted lines begin.
    """

    hits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OfShortAnswer:
    """The id of a short answer, and ways on beside its own."""

    id: str
    ways: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """An example: quarter, line and its name; or in place of the quarter that it is her own words."""

    quarter: str
    line: str | None = None
    name: str | None = None


WELCOME_HELLO = Route("welcome.hello", Came)
WELCOME_OPEN = Bare("welcome.hello")
WELCOME_AGREE = Route("welcome.agree", Came, style=Style.PRIMARY)
WELCOME_FULL = Route("welcome.full", Came)
WELCOME_LATER = Bare("welcome.later")

ASK_ADDRESS = Route("ask.address", Asking)
ASK_NICKNAME = Route("ask.nickname", Asking)
ASK_LEVEL = Route("ask.level", Asking)
ASK_SUBJECT = Route("ask.subject", Asking)
ASK_ZONE = Route("ask.zone", Asking)
ASK_OPEN = Route("ask.open", Opening)
ASK_SET = Route("ask.set", ValueChosen)
ASK_OFFERED = Route("ask.offered", Asking)
ASK_SKIP = Route("ask.skip", Asking)
ASK_COUNSELLOR = Route("ask.counsellor", Asking)

MENU_MAIN = Bare("menu.main")
MENU_REGISTERED = Bare("menu.registered")
MENU_STOPPED = Bare("menu.stopped")
SETTINGS_MAIN = Bare("settings.main")

PRIVACY_MAIN = Bare("privacy.main")
PRIVACY_DOWNLOAD = Bare("privacy.download")
PRIVACY_KEEP = Bare("privacy.keep")
PRIVACY_WITHDRAW = Bare("privacy.withdraw", style=Style.DANGER)
PRIVACY_WITHDRAWN = Bare("privacy.withdrawn", style=Style.DANGER)
PRIVACY_ERASE = Route("privacy.erase", AskedAt, style=Style.DANGER)
PRIVACY_ASK_ERASE = Bare("privacy.erase")
PRIVACY_ERASED = Route("privacy.erased", AskedAt, style=Style.DANGER)

HELP_MAIN = Bare("help.main")
HELP_FOUND = Route("help.found", Hits)
HELP_UNKNOWN = Route("help.unknown", Hits)
HELP_ANSWER = Route("help.answer", OfShortAnswer)

MEANT_STAY = Bare("meant.stay")
MEANT_LEAVE = Bare("meant.leave")
MEANT_STOP = Bare("meant.stop")
ASIDE_SHOW = Bare("aside.show")
ASIDE_TAKE = Route("aside.take", Example)
