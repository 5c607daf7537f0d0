"""How an entry is told: in a line, and on a page of its own that fits a phone.

Returns Telegram HTML unless it says otherwise. Must not change anything.
"""

from dataclasses import replace

from bot.chat.screens.coaching.promise import prepared, voice_words
from bot.chat.screens.coaching.words import task_name
from bot.chat.screens.evaluation.words import answers as levels_said
from bot.chat.screens.evaluation.words import (
    quarter_words,
    short_quarter_words,
)
from bot.chat.screens.plan.words import days_words, went_words
from bot.chat.turn_context import TurnContext
from bot.content.texts import Html
from bot.domain.calendar.quarter import local
from bot.domain.coaching.attempt import Attempt
from bot.domain.coaching.coaching import JournalEntry
from bot.domain.coaching.cycle import Cycle
from bot.domain.coaching.evidence import Said
from bot.domain.evaluation.development_plan import DevelopmentPlan
from bot.domain.evaluation.evaluation import Evaluation
from bot.domain.history.entry import EntryKind, HistoryEntry, Tried
from bot.domain.history.rewriting import answers
from bot.domain.programme.programme import StepSlug

SHORT, LONG = 40, 180
"""Characters of her words in a list, and on the page of an entry before they are folded in a quote."""

WHOLE = 2_200
"""Characters of all her words on one page: below Telegram's 4096 with all labels. Ubah shows each whole."""

NEAR_DAYS = 180
"""Within half a year a day needs no year."""


def short(words: str, most: int = LONG) -> str:
    """Return words cut to a length, at a word's end."""
    if len(words) <= most:
        return words
    cut = words[:most]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut).rstrip(" ,.;:") + "…"


def said_words(s: TurnContext, said: Said, most: int = LONG) -> str:
    """Return what she said as plain text, "" where she passed it by."""
    if said.is_skipped:
        return ""
    words = short(said.words, most)
    if not said.voice:
        return words
    spoken = voice_words(s, said.voice)
    return f"{words} ({spoken})" if words else spoken


def step_head(s: TurnContext, slug: StepSlug) -> str:
    """Return "Langkah 5 · Melaksanakan pembelajaran" as plain text."""
    step = s.programme.step(slug)
    if step is None:
        return slug
    return s.world.texts.pick("history-about", "step", number=step.number, label=step.label)


def tried_name(s: TurnContext, tried: Tried) -> str:
    """Return what the task of a try is called, also of one that was left or is closed."""
    attempt = replace(tried.attempt, left_at=None)
    return task_name(s, replace(tried.cycle, attempts=(attempt,)))


def line(s: TurnContext, entry: HistoryEntry) -> str:
    """Return an entry in one line, with its day."""
    is_near = abs((local(s.now, s.person.zone).date() - entry.day).days) < NEAR_DAYS
    texts = s.world.texts
    day = texts.near_day(entry.day) if is_near else texts.plain_day(entry.day)
    return s.say("history-line", day=day, what=Html(_what(s, entry)))


def _what(s: TurnContext, entry: HistoryEntry) -> str:
    told = entry.told
    match told:
        case Tried(cycle):
            step = s.programme.step(cycle.step)
            return s.say(
                "history-line-coba",
                number=step.number if step else 0,
                task=tried_name(s, told),
                stage=stage(told.attempt),
                pupils=_pupils(told.attempt),
                seen="ya" if _pupils(told.attempt) else "tidak",
            )
        case Cycle():
            return s.say("history-line-biasa", step=step_head(s, told.step))
        case Evaluation():
            whole = "tidak" if told.broken_off else "ya"
            quarter = short_quarter_words(s, told.quarter)
            return s.say("history-line-evaluasi", quarter=quarter, whole=whole)
        case DevelopmentPlan():
            quarter = short_quarter_words(s, told.quarter)
            became = told.went.value if told.went else "tidak"
            return s.say("history-line-rencana", quarter=quarter, became=became)
        case JournalEntry():
            first = next(
                (said_words(s, one, SHORT) for one in told.parts if not one.is_skipped), ""
            )
            return s.say("history-line-jurnal", words=first)


def stage(attempt: Attempt) -> str:
    """Return how far a try came, as the texts name it."""
    if attempt.tried_on:
        return "dicoba"
    if attempt.left_at:
        return "diganti"
    return "direncanakan" if attempt.promise else "dipilih"


def _pupils(attempt: Attempt) -> str:
    return short(attempt.showed.words, SHORT) if attempt.showed else ""


def page(s: TurnContext, entry: HistoryEntry) -> str:
    """Return an entry on its page."""
    told = entry.told
    match told:
        case Tried():
            return "\n".join(_try_lines(s, entry, told))
        case Cycle():
            day = s.world.texts.long_day(entry.day)
            return s.say("history-biasa", step=step_head(s, told.step), day=day)
        case Evaluation():
            quarter = quarter_words(s, told.quarter)
            day = s.world.texts.plain_day(entry.day)
            whole = "tidak" if told.broken_off else "ya"
            head = s.say("history-evaluasi", quarter=quarter, day=day, whole=whole)
            return f"{head}\n\n{levels_said(s, told)}"
        case DevelopmentPlan():
            parts = [s.say("history-rencana", quarter=quarter_words(s, told.quarter))]
            if told.days:
                parts.append(s.say("plan-days-written", days=days_words(s, told)))
            if became := went_words(s, told):
                parts.append(became)
            head = "\n\n".join(parts)
        case JournalEntry():
            head = s.say("history-jurnal", day=s.world.texts.long_day(entry.day))
    return "\n\n".join((head, *_answer_lines(s, entry)))


def _try_lines(s: TurnContext, entry: HistoryEntry, tried: Tried) -> list[str]:
    attempt, cycle, texts = tried.attempt, tried.cycle, s.world.texts
    promise = attempt.promise
    day = attempt.tried_on or (promise.day if promise else None)
    lines = [
        s.say("history-head", step=step_head(s, cycle.step), task=tried_name(s, tried)),
        s.say(
            "history-stage",
            stage=stage(attempt),
            day=texts.long_day(day) if day else "",
        ),
    ]
    lines += [s.say("history-moved", day=texts.long_day(one.day)) for one in attempt.earlier]
    if attempt.twist:
        lines.append(s.say("history-twist", twist=Html(attempt.twist)))
    lines += ["", *_answer_lines(s, entry)]
    if promise and (named := prepared(s, promise)):
        lines.append(named)
    if attempt.evidence:
        lines.append(s.say("history-pieces", count=len(attempt.evidence)))
    if closes(tried):
        level = texts.pick("rubric", str(cycle.level))
        lines.append(s.say("coach-answer", name=texts.pick("coach-name", "tingkat"), words=level))
    return lines


def closes(tried: Tried) -> bool:
    """Say whether a try is the one after which she chose her level."""
    return tried.cycle.level is not None and tried.number == len(tried.cycle.attempts) - 1


def _answer_lines(s: TurnContext, entry: HistoryEntry) -> list[str]:
    """Return her answers, long ones whole in a quote that unfolds; nothing for those passed by."""
    lines, room = [], WHOLE
    for name, said in answers(entry).items():
        words = said_words(s, said, max(LONG, room))
        room -= len(words)
        if words:
            called = answer_name(s, entry, name)
            if len(words) <= LONG:
                lines.append(s.say("coach-answer", name=called, words=words))
            else:
                lines.append(s.say("history-whole", name=called, words=words))
    return lines


def answer_name(s: TurnContext, entry: HistoryEntry, name: str) -> str:
    """Return what an answer is called, as plain text."""
    texts = s.world.texts
    match entry.kind:
        case EntryKind.PLAN:
            return texts.pick("plan-name", name)
        case EntryKind.JOURNAL:
            return texts.pick("journal-name", name)
        case _:
            return texts.pick("history-name", name)
