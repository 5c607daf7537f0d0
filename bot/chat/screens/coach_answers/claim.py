"""Records her word that she tried with what she adds, asks where it is doubtful, and takes back what was no try.

Must not read words; ``reading`` does.
"""

from dataclasses import replace
from datetime import timedelta

from bot.chat.family import Done
from bot.chat.guard import done
from bot.chat.model import Button
from bot.chat.screens.account.routes import MEANT_STAY
from bot.chat.screens.coach_answers.reading import denies, tells_of_pupils
from bot.chat.screens.coaching.evidence import type_proof
from bot.chat.screens.coaching.promise import taken_up, tried
from bot.chat.screens.coaching.pupils import type_showed
from bot.chat.screens.coaching.routes import CLAIMED, LATER, PROOF, PUPILS, OfTry
from bot.chat.screens.coaching.words import kept, meant, onward, today
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.domain.coaching.attempt import Attempt
from bot.domain.coaching.promise import Promise
from bot.domain.reminders.check_back import times_asked

HELD, ASKED = "claim", "claim-at"
"""Where the draft of a place keeps what she may have told of a try, and by which update she was asked about it."""

SOON = timedelta(days=1)
"""So long after she was understood to have tried, her word that she did not takes that back."""


def record(s: TurnContext, at: OfTry, more: str) -> Answer | None:
    """Record the try, and with it what else she told of it: about pupils, or as a note."""
    answer = tried(s, at)
    if answer is None or not more:
        return answer
    after = s.change(answer.person)
    now = meant(after, at)
    has_words = bool(now and now.showed and now.showed.words)
    if tells_of_pupils(s, more) and not has_words:
        there = after.change(after.at(PUPILS(at.step, at.number), {}))
        told = type_showed(there, at, more)
    else:
        there = after.change(after.at(PROOF(at.step, at.number), {}))
        told = type_proof(there, at, more)
    if told is None or told.note == s.say("ask-empty"):
        return answer
    return replace(told, note=s.say("coach-noted", words=more), emoji=None)


def has_come(s: TurnContext, attempt: Attempt) -> bool:
    """Say whether the day of a plan has come, or she was asked about it."""
    promise = _promise(attempt)
    was_asked = promise is not None and times_asked(s.person.outbound.asked, promise) > 0
    return promise is None or promise.day <= today(s) or was_asked


def _promise(attempt: Attempt) -> Promise | None:
    return attempt.promise or next(reversed(attempt.earlier), None)


def ask(s: TurnContext, at: OfTry, more: str) -> Answer | None:
    """Ask whether she tried; until she says so nothing is recorded, and her words wait for that."""
    attempt = meant(taken_up(s, at), at)
    promise = _promise(attempt) if attempt else None
    if attempt is None or promise is None:
        return None
    place = s.person.place
    draft = {**place.draft, HELD: more, ASKED: str(s.person.updates[-1])}
    held = s.change(replace(s.person, place=replace(place, draft=draft)))
    no: tuple[Button, ...] = (s.button("coach-claim", "not-yet", MEANT_STAY()),)
    if has_come(s, attempt):
        later = s.button("coach-check", "later", LATER(at.step, at.number))
        no = (later, s.button("aside", "back", MEANT_STAY()))
    return held.short(
        s.say("coach-claim", day=s.world.texts.long_day(promise.day)),
        rows(
            s.button("coach-claim", "tried", CLAIMED(at.step, at.number)),
            no,
        ),
    )


def was_asked(s: TurnContext) -> bool:
    """Say whether this very question was the last thing she was told."""
    before = s.person.updates[:-1][-1:]
    return s.person.place.draft.get(ASKED, "") in map(str, before)


def claimed(s: TurnContext, at: OfTry) -> Answer | None:
    """Record the try she was asked about, with the words that waited for that."""
    attempt = meant(taken_up(s, at), at)
    if attempt is None or attempt.tried_on:
        return tried(s, at)
    return record(s, at, s.person.place.draft.get(HELD, ""))


def denied(s: TurnContext, text: str) -> Answer | None:
    """Take back a try of which she says soon after that there was none; None once she has looked back at it."""
    cycle = s.person.coaching.active
    attempt = cycle.current if cycle else None
    if cycle is None or attempt is None or attempt.tried_at is None:
        return None
    if attempt.reflections or attempt.hinted:
        return None
    if s.now - attempt.tried_at > SOON or not denies(s, text, at_once=_is_last(s, attempt)):
        return None
    return onward(kept(s, cycle.changed(Attempt.untried)), note=s.say("coach-untried"))


def mistaken(s: TurnContext, text: str) -> Answer | None:
    """Take back a try that was the last thing she did, if that was a slip: "salah pencet" leaves nothing else."""
    cycle = s.person.coaching.active
    is_last = cycle is not None and cycle.current is not None and _is_last(s, cycle.current)
    return denied(s, text) if is_last else None


def _is_last(s: TurnContext, attempt: Attempt) -> bool:
    """Say whether the last thing she did was to say that she tried."""
    is_asked = PUPILS.at(s.person.place) is not None and attempt.showed is None
    return is_asked and attempt.tried_at == s.last_seen


VERBS: tuple[Done, ...] = (done(CLAIMED, claimed),)
