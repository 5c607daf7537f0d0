"""What is said of an album, of which at most one item can be kept."""

from bot.chat.button import Emoji
from bot.chat.family import TABLE, Asks
from bot.chat.model import Media, MediaKind, Typed
from bot.chat.screens.account.menu import continue_button
from bot.chat.screens.evidence.sent_file import KINDS
from bot.chat.turn_context import Answer, TurnContext, rows


def note_of(s: TurnContext, event: Media) -> str:
    """Return what is said of media where none is taken; an album is answered once."""
    if len(event.album) > 1:
        return s.say("note-album", count=len(event.album), what=_what(event))
    told = s.say("note-media", kind=event.kind.value)
    if event.kind is MediaKind.VOICE and is_quoted_later(s):
        told += " " + s.say("note-voice-quoted")
    return told


def is_quoted_later(s: TurnContext) -> bool:
    """Say whether a line is asked for that is read back in other words' midst: a voice cannot stand there."""
    asks = TABLE.asks(s.person.place)
    is_line = bool(asks & Asks.WORDS) and bool(asks & (Asks.LINE | Asks.TOLD))
    return is_line and s.person.place.screen.startswith("evaluation.")


def noted(s: TurnContext, event: Media, note: str) -> Answer:
    """Say so; a sticker that answers nothing gets a sign back. Who is new sees the question again."""
    if not s.person.is_registered:
        return s.stay(note)
    says_hello = event.kind is MediaKind.STICKER and len(event.album) <= 1
    if says_hello and not TABLE.asks(s.person.place) & Asks.WAITS:
        return s.react(Emoji.HEARD, note)
    if TABLE.asks(s.person.place) & Asks.WAITS:
        return s.short(note)
    told = s.say("note-media-proof") if event.kind in KINDS else ""
    return s.short(f"{note} {told}".rstrip(), rows(continue_button(s), s.menu_button()))


def kept(s: TurnContext, event: Typed | Media, where: str) -> str | None:
    """Return what a broadcast ("siaran") or an answer ("balasan") has kept of an album, if it is one."""
    if isinstance(event, Typed) or len(event.album) <= 1:
        return None
    return s.say(
        "album-kept",
        where=where,
        count=len(event.album),
        what=_what(event),
        kept=event.kind.value,
    )


def _what(event: Media) -> str:
    """Return the kind of an album's items, or that they differ."""
    kinds = set(event.album)
    return (kinds.pop() if len(kinds) == 1 else MediaKind.OTHER).value
