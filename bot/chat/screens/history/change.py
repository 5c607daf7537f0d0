"""Ubah: one answer of an entry in other words, spoken anew, or emptied; nothing else is touched."""

from bot.chat.answers.level import level_said
from bot.chat.answers.numbers import numbers_in
from bot.chat.answers.refused import refused_line
from bot.chat.button import side_by_side
from bot.chat.family import Done, ShownPlace, Taken, TypedAnswer
from bot.chat.guard import done, shown
from bot.chat.model import Attachment, Media, MediaKind, Screen, ShowBeside, Typed
from bot.chat.screens.coaching.rehearse import SAID_LENGTH
from bot.chat.screens.history import routes as to
from bot.chat.screens.history.day import tried_day
from bot.chat.screens.history.entry import entry_at, gone
from bot.chat.screens.history.hint import asks_first
from bot.chat.screens.history.routes import Levelling, OfAnswer, OfEntry
from bot.chat.screens.history.words import answer_name, closes
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.chat.typed.line import caption_of, clean_line
from bot.content.texts import Html
from bot.domain.coaching.correction import AttemptPart
from bot.domain.coaching.evidence import SKIPPED, Said, is_kept
from bot.domain.evaluation.evaluation import LEVELS
from bot.domain.history.entry import Tried, entry_of
from bot.domain.history.rewriting import answers, is_spoken, levelled, rewritten


def show_change(s: TurnContext, at: OfEntry) -> Screen:
    """Draw the answers of an entry to choose the one to change."""
    entry = entry_at(s, at)
    if entry is None:
        return gone(s)
    buttons = [
        s.button(
            "history-change",
            "answer",
            to.WRITE(at.kind, at.key, name),
            name=answer_name(s, entry, name),
        )
        for name in answers(entry)
    ]
    if tried_day(entry):
        buttons.append(s.button("history-change", "day", to.DAY(at.kind, at.key)))
    if isinstance(entry.told, Tried) and closes(entry.told):
        buttons.append(s.button("history-change", "level", to.LEVEL(at.kind, at.key)))
    back = s.button("nav", "back", to.ENTRY(at.kind, at.key))
    text = s.say("history-change") if buttons else s.say("history-change-none")
    return Screen(text, rows(*side_by_side(buttons, 2), (back, s.menu_button())))


def show_write(s: TurnContext, at: OfAnswer) -> Screen:
    """Ask for one answer in other words."""
    entry = entry_at(s, at)
    said = answers(entry).get(at.name) if entry else None
    if entry is None or said is None:
        return gone(s)
    now = "tidak" if said.is_skipped else ("ya" if said.words else "suara")
    text = s.say(
        "history-write",
        name=answer_name(s, entry, at.name),
        words=said.words,
        now=now,
        how="suara" if is_spoken(entry) else "ketik",
    )
    listen = s.button("history-write", "listen", to.LISTEN(at.kind, at.key, at.name))
    empty = s.button("history-write", "empty", to.EMPTY(at.kind, at.key, at.name))
    return Screen(
        text,
        rows(
            listen if is_kept(said.voice) else None,
            None if said.is_skipped else empty,
            (s.button("nav", "back", to.ENTRY(at.kind, at.key)), s.menu_button()),
        ),
    )


def show_level(s: TurnContext, at: OfEntry) -> Screen:
    """Ask for the level anew, by the statements of the step's rubric."""
    entry = entry_at(s, at)
    step = s.programme.step(entry.step) if entry and entry.step else None
    if entry is None or step is None or not isinstance(entry.told, Tried):
        return gone(s)
    lines = [
        s.say("evaluation-level", level=level, statement=Html(words.statement))
        for level, words in zip(LEVELS, step.rubric, strict=True)
    ]
    buttons = tuple(
        s.button(
            "evaluation-item",
            "chosen" if entry.told.cycle.level == level else "open",
            to.LEVELLED(at.kind, at.key, level),
            level=level,
        )
        for level in LEVELS
    )
    text = s.say("coach-level", number=step.number, label=step.label)
    back = s.button("nav", "back", to.ENTRY(at.kind, at.key))
    return Screen("\n".join((text, *lines)), rows(buttons, (back, s.menu_button())))


def level(s: TurnContext, at: Levelling) -> Answer | None:
    """Take the level chosen anew."""
    entry = entry_at(s, at)
    if entry is None or at.level not in LEVELS or not isinstance(entry.told, Tried):
        return None
    if entry.told.cycle.level is None:
        return None
    after = s.change(levelled(s.person, entry, at.level))
    return after.go(to.ENTRY(at.kind, at.key), note=s.say("history-saved"))


def typed_level(s: TurnContext, text: str) -> Answer | None:
    """Take "dua" or "tingkat 2" as the level; between two she is asked."""
    at = to.LEVEL.at(s.person.place)
    said = level_said(s, text) if at else None
    if at is None or said is None:
        return None
    if said.level is None:
        return s.stay(said.asks)
    return level(s, Levelling(at.kind, at.key, said.level))


def open_change(s: TurnContext, at: OfEntry) -> Answer | None:
    """Go to the answers of an entry."""
    return s.go(to.CHANGE(at.kind, at.key)) if entry_at(s, at) else None


def open_write(s: TurnContext, at: OfAnswer) -> Answer | None:
    """Go to one answer."""
    entry = entry_at(s, at)
    return s.go(to.WRITE(at.kind, at.key, at.name)) if entry and at.name in answers(entry) else None


def open_level(s: TurnContext, at: OfEntry) -> Answer | None:
    """Go to the level."""
    entry = entry_at(s, at)
    is_there = entry and isinstance(entry.told, Tried) and closes(entry.told)
    return s.go(to.LEVEL(at.kind, at.key)) if is_there else None


def empty(s: TurnContext, at: OfAnswer) -> Answer | None:
    """Leave an answer empty, if it is the one on the screen."""
    return _put(s, at, SKIPPED) if to.WRITE.at(s.person.place) == at else None


def listen(s: TurnContext, at: OfAnswer) -> Answer | None:
    """Send what she said aloud once more."""
    entry = entry_at(s, at)
    said = answers(entry).get(at.name) if entry else None
    if entry is None or said is None or not is_kept(said.voice):
        return None
    caption = answer_name(s, entry, at.name)
    ways = rows((s.button("nav", "back", to.ENTRY(at.kind, at.key)), s.menu_button()))
    voice = ShowBeside(Attachment(MediaKind.VOICE, said.voice, caption, ways))
    return Answer(person=s.person, effects=(voice,))


def typed(s: TurnContext, text: str) -> Answer | None:
    """Take typed words as the answer on the screen; None elsewhere."""
    at = to.WRITE.at(s.person.place)
    if at is None:
        return None
    words = clean_line(text)
    refusal = refused_line(s, words, SAID_LENGTH)
    return refusal or asks_first(s, words) or _put(s, at, Said(words=words))


def spoken(s: TurnContext, event: Typed | Media) -> Answer | None:
    """Take a voice note as the answer on the screen, where one may be spoken; None elsewhere."""
    at = to.WRITE.at(s.person.place) if isinstance(event, Media) else None
    if at is None or not isinstance(event, Media):
        return None
    entry = entry_at(s, at)
    if event.kind is not MediaKind.VOICE or entry is None or not is_spoken(entry):
        return None
    if not event.file:
        return None
    words = caption_of(event)
    refusal = refused_line(s, words, SAID_LENGTH) if words else None
    said = Said(words=words, voice=event.file)
    return refusal or asks_first(s, words, event) or _put(s, at, said)


def _put(s: TurnContext, at: OfAnswer, said: Said) -> Answer | None:
    entry = entry_at(s, at)
    if entry is None or at.name not in answers(entry):
        return None
    count = None
    if at.name == AttemptPart.PUPILS:
        named = numbers_in(s.world.texts, s.world.wording, said.words)
        count = named.named[0] if len(named.named) == 1 and not named.doubtful else None
    after = s.change(rewritten(s.person, entry, at.name, said, count=count))
    is_there = entry_of(after.person, at.kind, at.key) is not None
    place = to.ENTRY(at.kind, at.key) if is_there else to.LIST()
    return after.go(place, note=s.say("history-saved" if is_there else "history-deleted"))


SHOWS: tuple[ShownPlace, ...] = (
    shown(to.CHANGE, show_change, otherwise=gone),
    shown(to.WRITE, show_write, otherwise=gone),
    shown(to.LEVEL, show_level, otherwise=gone),
)
VERBS: tuple[Done, ...] = (
    done(to.CHANGE, open_change),
    done(to.WRITE, open_write),
    done(to.EMPTY, empty),
    done(to.LISTEN, listen),
    done(to.LEVEL, open_level),
    done(to.LEVELLED, level),
)
TYPED: tuple[TypedAnswer, ...] = (typed,)
SENT: tuple[Taken, ...] = (spoken,)
