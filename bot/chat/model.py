"""The words of the conversation: what comes in (Event), what is shown (Screen), what happens (Turn).

Must not know Telegram's classes; the limits named here are Telegram's all the same.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Literal, NewType

from bot.chat.button import Button as Button  # noqa: PLC0414 -- told from here, as a word of screens
from bot.chat.button import Emoji
from bot.chat.button import Toast as Toast  # noqa: PLC0414 -- the same
from bot.chat.files.level_picture import LevelPicture as LevelPicture  # noqa: PLC0414 -- the same
from bot.chat.files.level_picture import LevelRow as LevelRow  # noqa: PLC0414 -- the same
from bot.chat.files.sending import DrawRecap as DrawRecap  # noqa: PLC0414 -- the same
from bot.chat.files.sending import ExportOwnData as ExportOwnData  # noqa: PLC0414 -- the same
from bot.chat.files.sending import ExportRecap as ExportRecap  # noqa: PLC0414 -- the same
from bot.chat.files.sending import SendInvitation as SendInvitation  # noqa: PLC0414 -- the same
from bot.chat.files.sending import SendPortfolio as SendPortfolio  # noqa: PLC0414 -- the same
from bot.domain.allowance import LimitedUse
from bot.domain.broadcast.order import OrderBroadcast as OrderBroadcast  # noqa: PLC0414 -- told from here, as a change
from bot.domain.broadcast.posting import ConfirmBroadcast, SendReply, ShareEvaluation
from bot.domain.person.joining import JoinSchool
from bot.domain.person.leaving import EraseOwnData, GiveSign, WithdrawConsent
from bot.domain.person.person import Person, PersonId
from bot.domain.roster.nudge_request import RequestNudges
from bot.domain.school.audit import NoteExport
from bot.domain.school.school import SchoolId
from bot.domain.school.school_change import ChangeSchool as ChangeSchool  # noqa: PLC0414 -- told from here, as a change

UpdateId = NewType("UpdateId", int)

BUTTON_DATA_BYTES = 64
"""The longest button data Telegram accepts, in UTF-8 bytes (Bot API: callback_data)."""

TEXT_LIMIT = 4096
"""The longest message, in characters after its tags are read (Bot API: sendMessage)."""


# --- what comes in ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Command:
    """``/word argument`` without the slash, in lower case, as typed."""

    word: str
    argument: str = ""


@dataclass(frozen=True, slots=True)
class Press:
    """A button was pressed: its data, as we once sent it."""

    data: str


@dataclass(frozen=True, slots=True)
class Typed:
    """Plain text. ``forwarded`` text is somebody else's words: never an answer about herself.

    ``html`` is the text with its formatting; ``replies_to`` the data of buttons it replies to.
    """

    text: str
    forwarded: bool = False
    html: str = ""
    replies_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edited:
    """A message that was sent before has been changed."""


class MediaKind(StrEnum):
    """What came instead of text."""

    PHOTO = "foto"
    DOCUMENT = "dokumen"
    VOICE = "suara"
    STICKER = "stiker"
    LOCATION = "lokasi"
    CONTACT = "kontak"
    OTHER = "lainnya"


@dataclass(frozen=True, slots=True)
class Media:
    """What is not text: ``file`` is Telegram's id of a photo, document or voice note, ``html`` its caption.

    This is the one item of an album that can be kept; ``album`` tells the kinds of all.
    """

    kind: MediaKind
    file: str = ""
    html: str = ""
    replies_to: tuple[str, ...] = ()
    album: tuple[MediaKind, ...] = ()
    others: tuple[str, ...] = ()  # the ids of what else of the album can be kept
    size: int = 0  # bytes of the largest of them, as far as Telegram tells


@dataclass(frozen=True, slots=True)
class Reached:
    """The person unblocked the bot (True) or blocked it (False). Nothing is shown."""

    reachable: bool


Event = Command | Press | Typed | Edited | Media | Reached
"""What came in from one person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """One event with its sender.

    ``first_name`` is what Telegram calls the person; it is offered as a nickname and not stored
    unless chosen.
    """

    update: UpdateId
    person: PersonId
    event: Event
    first_name: str = ""
    message: int | None = None
    """The message whose button was pressed."""

    parts: tuple[UpdateId, ...] = ()  # in which what came before ``update`` of the event arrived


# --- what is shown ---------------------------------------------------------------------------


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Screen:
    """One message: Telegram HTML and rows of buttons.

    With ``apart`` it never takes the place of the message whose button was pressed.
    """

    text: str
    rows: Rows = ()
    apart: bool = False

    def noting(self, note: str | None) -> "Screen":
        """Return the screen with a remark in italics above its text, unless that says the same."""
        says_more = note and note != self.text
        return replace(self, text=f"<i>{note}</i>\n\n{self.text}") if says_more else self


@dataclass(frozen=True, slots=True)
class File:
    """A document to send. ``caption`` is Telegram HTML of at most 1024 characters."""

    name: str
    content: bytes
    caption: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture (PNG) to send. ``caption`` is Telegram HTML of at most 1024 characters."""

    name: str
    content: bytes
    caption: str
    rows: Rows = ()


@dataclass(frozen=True, slots=True)
class Attachment:
    """A photo, document or voice note that Telegram keeps already, to send by its id.

    ``caption`` is Telegram HTML of at most 1024 characters.
    """

    kind: MediaKind
    file: str
    caption: str
    rows: Rows = ()


Shown = Screen | File | Picture | Attachment


@dataclass(frozen=True, slots=True)
class Reaction:
    """An emoji under the message she sent; ``words`` (Telegram HTML) where there can be none.

    With ``beside``, that screen comes with it; the words, if any, then stand above its text.
    """

    emoji: Emoji
    words: str
    beside: Screen | None = None


Response = Shown | Reaction | Toast
"""What an event is answered with."""


# --- what happens ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawChanges:
    """A wish: send the person a picture of her levels. ``failure`` is said when there is none."""

    drawing: LevelPicture
    name: str
    caption: str
    failure: str
    rows: Rows


@dataclass(frozen=True, slots=True)
class Replan:
    """A wish: plan the next message of each of a school's teachers anew, off the reply's way."""

    school: SchoolId


@dataclass(frozen=True, slots=True)
class ShowBeside:
    """A wish: send this as a message of its own, after the screen."""

    shown: Shown


Change = (
    ChangeSchool | JoinSchool | OrderBroadcast | ConfirmBroadcast | SendReply | ShareEvaluation
) | (RequestNudges | NoteExport | EraseOwnData | WithdrawConsent | GiveSign)
"""What a turn changes in other documents than the person's own."""

Effect = (
    ExportOwnData | SendPortfolio | DrawChanges | Replan | SendInvitation | DrawRecap | ExportRecap
) | ShowBeside
"""What is done after a turn is saved; it may fail without harm to what is stored."""

OwnWrite = Literal["put", "keep", "drop"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """The outcome of one event: the person, what to do with the document, changes and effects.

    Its screen is drawn once all of this is saved, by ``show``.
    """

    person: Person
    write: OwnWrite
    changes: tuple[Change, ...] = ()
    effects: tuple[Effect, ...] = ()
    note: str | None = None
    """The remark on the screen, or ``over_chat`` when a button was pressed."""

    instead: Screen | None = None
    """A short word, shown instead of the place."""

    over_chat: bool = False
    """Whether the remark goes by over the chat (a toast) and the screen is left as it is."""

    emoji: Emoji | None = None
    """What may stand under her message in place of ``instead``, or of the remark above the place."""

    apart: bool = False
    """Whether the screen leaves the message whose button was pressed as it is."""

    uses: frozenset[LimitedUse] = frozenset()
    """What it takes of her allowances."""

    silent: bool = False
    """Whether nothing is shown at all."""

    first_name: str = ""
    """What Telegram calls the person, for screens that offer it."""

    @property
    def is_place(self) -> bool:
        """Whether the screen draws the place."""
        return self.instead is None
