"""Her answer to "sudah dicoba?", typed, spoken or shown. Nothing she adds to it is lost.

Heard where she replies to the question, where it was the last thing she was told, and where her plan
waits. Must not read words; ``reading`` does.
"""

from dataclasses import dataclass, replace

from bot.chat.family import TABLE, Asks, Taken
from bot.chat.model import Media, MediaKind, Typed
from bot.chat.moments.day import read_day
from bot.chat.routes import place_of
from bot.chat.screens.coach_answers import claim
from bot.chat.screens.coach_answers.days import type_day, without_denied
from bot.chat.screens.coach_answers.phrases import says
from bot.chat.screens.coach_answers.reading import Reading, Told, read
from bot.chat.screens.coaching.choose import other_task
from bot.chat.screens.coaching.evidence import holding, send_proof, waiting, written
from bot.chat.screens.coaching.promise import open_later, taken_up, tried
from bot.chat.screens.coaching.routes import DAYS, LATER, PROOF, TRIED, WAIT, OfTry
from bot.chat.screens.coaching.words import meant, this_try, today
from bot.chat.screens.evidence.sent_file import KINDS, piece_of, refused_file
from bot.chat.turn_context import Answer, TurnContext
from bot.chat.typed.heard import FEELINGS, GRAVE
from bot.chat.typed.line import clean_line, words_in
from bot.domain.coaching.attempt import Attempt
from bot.domain.coaching.promise import Promise
from bot.domain.evaluation.development_plan import open_plan
from bot.domain.reminders.check_back import open_promise, times_asked
from bot.domain.reminders.plan_reminder import waits_for_answer, was_asked_last


@dataclass(frozen=True, slots=True)
class _Asked:
    """Which try she answers about.

    ``is_sure``: "iya" and "9" can mean nothing else. ``is_exact``: only words that mean nothing else are
    heard. ``by_reply``: she replies to the question itself.
    """

    at: OfTry
    is_sure: bool
    is_exact: bool = False
    by_reply: bool = False


def said(s: TurnContext, event: Typed | Media) -> Answer | None:
    """Take an answer to the question about her plan; None for all else."""
    asked = _replied(event) or _asked(s, event)
    text = words_in(event)
    if asked is None or s.world.hearing.heard(text) in GRAVE:
        return None
    attempt = meant(taken_up(s, asked.at), asked.at)
    if asked.by_reply and attempt is None:
        return s.stay(s.say("coach-gone"))
    if attempt is None or attempt.tried_on:
        return None
    if not asked.is_sure and not asked.is_exact and says(s, text, "sometime"):
        return None
    if isinstance(event, Media):
        return _shown(s, asked, event, _reading(s, asked, attempt, text))
    if claim.was_asked(s) and _affirms(s, text):
        return claim.claimed(s, asked.at)
    reading = _reading(s, asked, attempt, text)
    if reading and reading.is_doubtful:
        return None if _asks(s, text) else claim.ask(s, asked.at, reading.more)
    if reading:
        return _answered(s, asked.at, reading, text)
    return _unsure(s, asked, text) if asked.by_reply else None


def _reading(s: TurnContext, asked: _Asked, attempt: Attempt, text: str) -> Reading | None:
    """Return what her words answer; None for none, and where only surer words are heard."""
    if not text.strip():
        return None
    has_come = asked.is_exact or claim.has_come(s, attempt)
    reading = read(s, text, is_asked=asked.is_sure and has_come, has_come=has_come)
    return None if reading and asked.is_exact and not reading.is_exact else reading


def _shown(s: TurnContext, asked: _Asked, event: Media, reading: Reading | None) -> Answer | None:
    """Take a file by what is written below it; where that is doubtful, as if it were nothing."""
    if reading is None or reading.is_doubtful or reading.told is Told.TRIED:
        is_told = reading is not None and not reading.is_doubtful
        return _sent(s, asked, event, is_told=is_told)
    return _answered(s, asked.at, reading, words_in(event))


def _asks(s: TurnContext, text: str) -> bool:
    """Say whether a text asks what has an answer: "murid saya ramai terus gimana"."""
    return s.world.hearing.is_question(text) and s.world.search.ask(text).answer is not None


def _affirms(s: TurnContext, text: str) -> bool:
    """Say whether a text says yes to a question about a try, and no more than that."""
    reading = read(s, text, is_asked=True)
    if reading is None or reading.is_doubtful:
        return False
    return reading.told is Told.TRIED and not reading.more


def _replied(event: Typed | Media) -> _Asked | None:
    """Return the try whose question she replies to: its buttons stand under that message."""
    found = (TRIED.at(place_of(data)) for data in event.replies_to)
    at = next((one for one in found if one is not None), None)
    return _Asked(at, is_sure=True, by_reply=True) if at else None


def _asked(s: TurnContext, event: Typed | Media) -> _Asked | None:
    """Return the try whose plan waits on her screen, or was asked about last; None without one."""
    cycle, promise = s.person.coaching.active, _promise(s)
    if cycle is None or promise is None or event.replies_to:
        return None
    at, asked, place = this_try(cycle), s.person.outbound.asked, s.person.place
    asks_anew = place.screen == DAYS.name and open_promise(s.person.coaching) is None
    waits = place.screen in (WAIT.name, LATER.name) or asks_anew
    told_at = asked.at if asked and asked.key == promise.key else None
    is_last = bool(told_at and s.last_seen and s.last_seen <= told_at)
    asks = TABLE.asks(place)
    if _plan_asked_since(s) and not waits:
        return None
    if waits:
        has_come = promise.day <= today(s) or times_asked(asked, promise) > 0
        return _Asked(at, is_sure=place.screen == WAIT.name and (is_last or has_come))
    if is_last:
        return _Asked(at, is_sure=not asks & (Asks.WAITS | Asks.CHOICE | Asks.LINE))
    is_chosen = place.screen.startswith("coach.") and bool(asks & Asks.HELP)
    in_words = bool(asks & Asks.WAITS) and not is_chosen
    if in_words or isinstance(event, Media) or not times_asked(asked, promise):
        return None
    return _Asked(at, is_sure=False, is_exact=True)


def _plan_asked_since(s: TurnContext) -> bool:
    """Say whether she was asked about her development plan since: then a word answers that."""
    outbound = s.person.outbound
    waits = waits_for_answer(outbound, open_plan(s.person.plans))
    return waits and was_asked_last(outbound)


def _promise(s: TurnContext) -> Promise | None:
    """Return the plan she may answer about: the open one, else the one whose day is asked anew."""
    cycle = s.person.coaching.active
    current = cycle.current if cycle and not cycle.closed_at else None
    earlier = current.earlier[-1] if current and current.earlier and not current.tried_on else None
    return open_promise(s.person.coaching) or earlier


def _answered(s: TurnContext, at: OfTry, reading: Reading, text: str) -> Answer | None:
    match reading.told:
        case Told.OTHER:
            return other_task(taken_up(s, at), at)
        case Told.LATER:
            return _later(s, at, reading, text)
        case Told.TRIED:
            return claim.record(s, at, reading.more)


def _later(s: TurnContext, at: OfTry, reading: Reading, text: str) -> Answer | None:
    """Move the plan to the day she names, else offer the small version or another day."""
    if meant(s, at) is None:
        return open_later(s, at)
    if reading.is_sick:
        return s.go(LATER(at.step, at.number), note=s.say("coach-check-sick", address=s.address))
    offered = without_denied(s, text)
    if set(read_day(s.world.texts, offered, today(s)).days) <= {today(s)}:
        return open_later(s, at)
    there = s.change(s.at(DAYS(at.step, at.number), {}))
    bare = " ".join(s.world.wording.bare(offered))
    moved = type_day(there, at, offered) or type_day(there, at, bare)
    promise = open_promise(moved.person.coaching) if moved and moved.instead is None else None
    if moved is None or (moved.instead is None and promise is None):
        return open_later(s, at)
    before = open_promise(s.person.coaching)
    if promise is None or (before and promise.day == before.day):
        return moved
    return replace(moved, note=s.say("coach-moved", day=s.world.texts.long_day(promise.day)))


def _sent(s: TurnContext, asked: _Asked, event: Media, *, is_told: bool) -> Answer | None:
    """Take a file as evidence of the try, which it records; a voice note waits until she says that she tried."""
    if event.kind not in KINDS or not event.file:
        return None
    s, at = taken_up(s, asked.at), asked.at
    if refusal := refused_file(s, event):
        return refusal
    if event.kind is MediaKind.VOICE or not (is_told or asked.is_sure):
        after = holding(s, at, (*waiting(s, at), piece_of(s, event)))
        note = s.say("coach-held", kind=event.kind.value)
        return after.go(WAIT(at.step, at.number), note=note) if after else None
    answer = tried(s, at)
    if answer is None:
        return None
    after = s.change(answer.person)
    return send_proof(after.change(after.at(PROOF(at.step, at.number), {})), at, event)


def _unsure(s: TurnContext, asked: _Asked, text: str) -> Answer | None:
    """Let words that tell neither wait with the plan; a question or a feeling is answered elsewhere."""
    hearing = s.world.hearing
    if hearing.is_question(text) or hearing.heard(text) in FEELINGS or hearing.is_courtesy(text):
        return None
    s, at = taken_up(s, asked.at), asked.at
    after = holding(s, at, (*waiting(s, at), written(s, clean_line(text))))
    note = s.say("coach-held", kind="teks")
    return after.go(WAIT(at.step, at.number), note=note) if after else None


SENT: tuple[Taken, ...] = (said,)
