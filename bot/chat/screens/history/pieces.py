"""The pieces of evidence of a try, shown again on tap: Telegram keeps the files, we their ids."""

from dataclasses import replace

from bot.chat.family import Done, ShownPlace
from bot.chat.guard import done, shown
from bot.chat.model import Attachment, Button, MediaKind, Screen, ShowBeside
from bot.chat.screens.history import routes as to
from bot.chat.screens.history.routes import EntryPiece
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.content.texts import Html
from bot.domain.coaching.evidence import Evidence, EvidenceKind
from bot.domain.history.entry import HistoryEntry, Tried, entry_of
from bot.domain.history.rewriting import without_piece
from bot.domain.person.person import Place

SENT_AS = {
    EvidenceKind.PHOTO: MediaKind.PHOTO,
    EvidenceKind.DOCUMENT: MediaKind.DOCUMENT,
    EvidenceKind.VOICE: MediaKind.VOICE,
}


def piece_buttons(s: TurnContext, entry: HistoryEntry) -> tuple[Button, ...]:
    """Return a button for each piece, which shows it again."""
    told = entry.told
    if not isinstance(told, Tried):
        return ()
    return tuple(
        s.button("history-piece", "open", _place(entry, nth, one), nth=nth + 1)
        for nth, one in enumerate(told.attempt.evidence)
    )


def _place(entry: HistoryEntry, nth: int, piece: Evidence) -> Place:
    return to.PIECE(entry.kind, entry.key, nth, piece.at)


def _piece(s: TurnContext, at: EntryPiece) -> tuple[HistoryEntry, Evidence] | None:
    entry = entry_of(s.person, at.kind, at.key)
    if entry is None or not isinstance(entry.told, Tried):
        return None
    evidence = entry.told.attempt.evidence
    if at.nth >= len(evidence) or int(evidence[at.nth].at.timestamp()) != int(at.at.timestamp()):
        return None
    return entry, evidence[at.nth]


def show_piece(s: TurnContext, at: EntryPiece) -> Screen:
    """Draw a piece: what it is, its words in full, and the way to delete it."""
    found = _piece(s, at)
    back = to.ENTRY(at.kind, at.key)
    if found is None:
        text = s.say("history-gone")
        return Screen(text, rows((s.button("nav", "back", back), s.menu_button())))
    _, piece = found
    text = _told(s, at.nth, piece)
    again = s.button("history-piece", "again", to.PIECE(at.kind, at.key, at.nth, at.at))
    return Screen(
        text,
        rows(
            again if piece.files else None,
            s.button("history-piece", "delete", to.ASK_PIECE(at.kind, at.key, at.nth, at.at)),
            (s.button("nav", "back", back), s.menu_button()),
        ),
    )


def show_ask(s: TurnContext, at: EntryPiece) -> Screen:
    """Ask once whether a piece is to go."""
    found = _piece(s, at)
    if found is None:
        return show_piece(s, at)
    return Screen(
        s.say("history-ask", kind="bukti", what=Html(_told(s, at.nth, found[1]))),
        rows(
            s.button("history-ask", "yes", to.DROP_PIECE(at.kind, at.key, at.nth, at.at)),
            (s.button("history-ask", "no", to.ENTRY(at.kind, at.key)), s.menu_button()),
        ),
    )


def ask(s: TurnContext, at: EntryPiece) -> Answer | None:
    """Go to the question whether a piece is to go."""
    return s.go(to.ASK_PIECE(at.kind, at.key, at.nth, at.at)) if _piece(s, at) else None


def _told(s: TurnContext, nth: int, piece: Evidence) -> str:
    return s.say(
        "history-piece",
        nth=nth + 1,
        kind=s.world.texts.pick("history-kind", piece.kind),
        day=Html(s.world.texts.day(piece.at, s.person.zone)),
        words=piece.words,
        said="ya" if piece.words else "tidak",
        kept="tidak" if piece.is_bare else "ya",
    )


def open_piece(s: TurnContext, at: EntryPiece) -> Answer | None:
    """Go to a piece, and send what Telegram keeps of it."""
    found = _piece(s, at)
    if found is None:
        return None
    _, piece = found
    went = s.go(to.PIECE(at.kind, at.key, at.nth, at.at))
    return Answer(person=went.person, effects=_sent(s, at, piece))


def _sent(s: TurnContext, at: EntryPiece, piece: Evidence) -> tuple[ShowBeside, ...]:
    """Return what Telegram keeps of a piece; the ways on stand under the last, for it comes below all."""
    kind = SENT_AS.get(piece.kind)
    name = s.world.texts.pick("history-kind", piece.kind)
    caption = f"{name}, {s.world.texts.day(piece.at, s.person.zone)}"
    back = s.button("nav", "back", to.ENTRY(at.kind, at.key))
    drop = s.button("history-piece", "delete", to.ASK_PIECE(at.kind, at.key, at.nth, at.at))
    ways = rows(drop, (back, s.menu_button()))
    last = len(piece.files) - 1
    return tuple(
        ShowBeside(Attachment(kind, file, caption, ways if nth == last else ()))
        for nth, file in enumerate(piece.files)
        if kind
    )


def drop_piece(s: TurnContext, at: EntryPiece) -> Answer | None:
    """Delete a piece, if that was asked here."""
    found = _piece(s, at)
    if found is None or to.ASK_PIECE.at(s.person.place) != at:
        return None
    entry, _ = found
    after = s.change(without_piece(s.person, entry, at.nth))
    return replace(after.go(to.ENTRY(at.kind, at.key)), toast=s.say("coach-proof-dropped"))


SHOWS: tuple[ShownPlace, ...] = (shown(to.PIECE, show_piece), shown(to.ASK_PIECE, show_ask))
VERBS: tuple[Done, ...] = (
    done(to.PIECE, open_piece),
    done(to.ASK_PIECE, ask),
    done(to.DROP_PIECE, drop_piece),
)
