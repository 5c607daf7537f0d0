"""A promise that waits for its day, the question about it, and its answers. Never blames."""

from bot.chat.family import Done, Shown
from bot.chat.guard import done, shown
from bot.chat.model import Screen
from bot.chat.screens.coaching.choose import gone
from bot.chat.screens.coaching.routes import DAYS, LATER, OTHER, SMALL, TRIED, WAIT, WORDS, OfTry
from bot.chat.screens.coaching.words import (
    cycle_of,
    guide_of,
    head,
    kept,
    meant,
    onward,
    promise_said,
    this_try,
    today,
    try_open,
)
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.content.texts import Html
from bot.domain.coaching.cycle import carried_out


def show_wait(s: TurnContext, at: OfTry) -> Screen:
    """Draw the promise with her rehearsed words, until she has tried it."""
    cycle, attempt = cycle_of(s, at.step), meant(s, at)
    if cycle is None or attempt is None or attempt.promise is None:
        return gone(s)
    lines: list[str] = [head(s, cycle), promise_said(s, cycle)]
    if attempt.promise.aids:
        names = (s.world.texts.pick("coach-aid", aid) for aid in sorted(attempt.promise.aids))
        lines.append(s.say("coach-prepare", names=s.world.texts.listed(names)))
    if attempt.rehearsal and attempt.rehearsal.words:
        lines.append(s.say("coach-said", words=attempt.rehearsal.words))
    return Screen(
        "\n\n".join(lines),
        rows(
            s.button("coach-check", "tried", TRIED(at.step, at.number)),
            (
                s.button("coach-check", "day", DAYS(at.step, at.number)),
                s.button("coach-check", "words", WORDS(at.step, at.number)),
            ),
            (s.button("coach-check", "other", OTHER(at.step, at.number)), s.menu_button()),
        ),
    )


def check_back(s: TurnContext, *, rests: bool = False) -> Screen:
    """Draw the one question about her promise, on its day; with ``rests`` it is the last one."""
    cycle = s.person.coaching.active
    if cycle is None or cycle.current is None:
        return gone(s)
    at = this_try(cycle)
    text = s.say("coach-check", address=s.address, promise=promise_said(s, cycle))
    if cycle.current.rehearsal and cycle.current.rehearsal.words:
        text += "\n\n" + s.say("coach-said", words=cycle.current.rehearsal.words)
    if rests:
        text += "\n\n" + s.say("coach-check-rests")
    return Screen(
        text,
        rows(
            s.button("coach-check", "tried", TRIED(at.step, at.number)),
            (
                s.button("coach-check", "later", LATER(at.step, at.number)),
                s.button("coach-check", "other", OTHER(at.step, at.number)),
            ),
        ),
    )


def tried(s: TurnContext, at: OfTry) -> Answer | None:
    """Take her word that she has tried it: on the promised day if that has come, else today."""
    cycle, attempt = cycle_of(s, at.step), meant(s, at)
    if cycle is None or attempt is None:
        return None
    if attempt.tried_on:
        return onward(s)
    promised = attempt.promise.day if attempt.promise else today(s)
    return onward(kept(s, carried_out(cycle, min(promised, today(s)))))


def open_later(s: TurnContext, at: OfTry) -> Answer | None:
    """Offer the small version or another day to whoever has not tried it yet."""
    attempt = meant(s, at)
    return s.go(LATER(at.step, at.number)) if attempt and not attempt.tried_on else None


def show_later(s: TurnContext, at: OfTry) -> Screen:
    """Draw the ways on for whoever has not found the time."""
    cycle, attempt = cycle_of(s, at.step), meant(s, at)
    if cycle is None or attempt is None:
        return gone(s)
    small = guide_of(s, cycle).small
    offers = small is not None and not attempt.choice.small
    text = s.say("coach-later")
    if small and offers:
        text += "\n\n" + s.say("coach-later-small", minutes=small.minutes, small=Html(small.html))
    return Screen(
        text,
        rows(
            s.button("coach-later", "small", SMALL(at.step, at.number), minutes=small.minutes)
            if small and offers
            else None,
            s.button("coach-check", "day", DAYS(at.step, at.number)),
            s.button("coach-check", "other", OTHER(at.step, at.number)),
            s.menu_button(),
        ),
    )


SHOWS: tuple[Shown, ...] = (
    shown(WAIT, show_wait),
    shown(LATER, show_later),
)
VERBS: tuple[Done, ...] = (
    try_open(WAIT),
    done(TRIED, tried),
    done(LATER, open_later),
)
