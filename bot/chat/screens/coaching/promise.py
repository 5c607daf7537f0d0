"""A promise that waits for its day, the question about it, and its answers. Never blames."""

from dataclasses import replace

from bot.chat.family import Done, ShownPlace
from bot.chat.guard import done, shown
from bot.chat.model import Attachment, Button, MediaKind, Screen, ShowBeside
from bot.chat.screens.coaching.begin import begin
from bot.chat.screens.coaching.choose import gone, plan_open
from bot.chat.screens.coaching.routes import (
    DAYS,
    GATE,
    HEAR,
    LATER,
    OTHER,
    SMALL,
    TRIED,
    WAIT,
    WORDS,
    OfTry,
)
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
)
from bot.chat.screens.steps.routes import OfStep
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.content.texts import Html
from bot.domain.coaching.attempt import Attempt
from bot.domain.coaching.coaching import began
from bot.domain.coaching.cycle import carried_out
from bot.domain.coaching.evidence import is_kept
from bot.domain.coaching.promise import Promise


def show_wait(s: TurnContext, at: OfTry) -> Screen:
    """Draw the promise with her rehearsed words, until she has tried it."""
    cycle, attempt = cycle_of(s, at.step), meant(s, at)
    if cycle is None or attempt is None or attempt.promise is None:
        return gone(s)
    lines: list[str] = [head(s, cycle), promise_said(s, cycle)]
    if named := prepared(s, attempt.promise):
        lines.append(named)
    lines += _rehearsed(s, attempt)
    if attempt.waiting:
        lines.append(s.say("coach-waiting", count=len(attempt.waiting)))
    return Screen(
        "\n\n".join(lines),
        rows(
            hear_button(s, at, attempt),
            s.button("coach-check", "tried", TRIED(at.step, at.number)),
            (
                s.button("coach-check", "day", DAYS(at.step, at.number)),
                s.button("coach-check", "words", WORDS(at.step, at.number)),
            ),
            (s.button("coach-check", "other", OTHER(at.step, at.number)), s.menu_button()),
        ),
    )


def prepared(s: TurnContext, promise: Promise) -> str:
    """Return what she prepares in one line; "" for nothing."""
    names = [s.world.texts.pick("coach-aid", aid) for aid in sorted(promise.aids)]
    names += [promise.brings] if promise.brings else []
    return s.say("coach-prepare", names=s.world.texts.listed(names)) if names else ""


def check_back(s: TurnContext, *, rests: bool = False) -> Screen:
    """Draw the one question about her promise, on its day; with ``rests`` it is the last one."""
    cycle = s.person.coaching.active
    if cycle is None or cycle.current is None:
        return gone(s)
    at = this_try(cycle)
    promise = cycle.current.promise
    when = "tadi" if promise and promise.day == today(s) else "lain"
    said = promise_said(s, cycle)
    text = s.say("coach-check", address=s.address, when=when, promise=said)
    text = "\n\n".join((text, *_rehearsed(s, cycle.current)))
    if rests:
        text += "\n\n" + s.say("coach-check-rests")
    return Screen(
        text,
        rows(
            hear_button(s, at, cycle.current),
            s.button("coach-check", "tried", TRIED(at.step, at.number)),
            (
                s.button("coach-check", "later", LATER(at.step, at.number)),
                s.button("coach-check", "other", OTHER(at.step, at.number)),
            ),
        ),
    )


def _rehearsed(s: TurnContext, attempt: Attempt) -> list[str]:
    """Return the words she rehearsed, to be given back."""
    said = attempt.rehearsal
    return [s.say("coach-said", words=said.words)] if said and said.words else []


def spoken(attempt: Attempt) -> tuple[tuple[str, str], ...]:
    """Return what she said by voice in a try: what it is, and Telegram's id of it."""
    promise, showed = attempt.promise, attempt.showed
    found = [
        ("tugas", attempt.choice.voice),
        ("latihan", attempt.rehearsal.voice if attempt.rehearsal else ""),
        ("kelas", promise.group_voice if promise else ""),
        ("jika", promise.voice if promise else ""),
        ("murid", showed.voice if showed else ""),
        *(("refleksi", one.voice) for one in attempt.reflections),
    ]
    return tuple((name, voice) for name, voice in found if is_kept(voice))


def voice_words(s: TurnContext, voice: str) -> str:
    """Return what is told in place of a voice note's words, and whether it can still be heard."""
    return s.say("coach-voice", kept="ya" if is_kept(voice) else "tidak")


def hear_button(s: TurnContext, at: OfTry, attempt: Attempt) -> Button | None:
    """Return the button that gives back what she said by voice."""
    names = [name for name, _ in spoken(attempt)]
    if not names:
        return None
    there = HEAR(at.step, at.number)
    if names == ["latihan"]:
        return s.button("coach-check", "hear", there)
    return s.button("coach-check", "hear-all", there)


def hear(s: TurnContext, at: OfTry) -> Answer | None:
    """Send what she said by voice to her again, each told what it is."""
    attempt = meant(s, at)
    found = spoken(attempt) if attempt else ()
    if not found:
        return None
    notes = (
        Attachment(MediaKind.VOICE, voice, s.world.texts.pick("coach-heard", name))
        for name, voice in found
    )
    return replace(s.stay(), effects=tuple(ShowBeside(one) for one in notes))


def tried(s: TurnContext, at: OfTry) -> Answer | None:
    """Take her word that she has tried it: on the promised day if that has come, else today.

    The day of the whole task, of which she said that nothing came, is none of its small version. A step
    that was put off since she was asked is taken up again by that. Where her word was taken already, an
    old button puts off no other step: she is asked before.
    """
    as_it_is, s = s, taken_up(s, at)
    cycle, attempt = cycle_of(s, at.step), meant(s, at)
    if cycle is None or attempt is None:
        return None
    if attempt.tried_on:
        return onward(s) if s is as_it_is else begin(as_it_is, OfStep(at.step))
    before = None if attempt.choice.small else next(reversed(attempt.earlier), None)
    last = attempt.promise or before
    promised = last.day if last else today(s)
    may_show = s.person.coaching.gate_at is not None
    done_now = carried_out(cycle, min(promised, today(s)), s.now)
    after = kept(s, done_now.changed(lambda one: one.settled(may_show=may_show)))
    if meant_now := meant(after, at):
        return after.go(GATE(at.step, at.number)) if meant_now.waiting else onward(after)
    return onward(after)


def taken_up(s: TurnContext, at: OfTry) -> TurnContext:
    """Return the situation with a step that was put off active again, where its try is meant."""
    coaching = s.person.coaching
    if cycle_of(s, at.step) or coaching.open_cycle(at.step) is None:
        return s
    again = s.change(replace(s.person, coaching=began(coaching, at.step, s.now)))
    return again if meant(again, at) else s


def open_later(s: TurnContext, at: OfTry) -> Answer | None:
    """Offer the small version or another day to whoever has not tried it yet."""
    attempt = meant(s, at)
    if attempt is None and meant(taken_up(s, at), at):
        return begin(s, OfStep(at.step))
    return s.go(LATER(at.step, at.number)) if attempt and not attempt.tried_on else None


def show_later(s: TurnContext, at: OfTry) -> Screen:
    """Draw the ways on for whoever has not found the time."""
    cycle, attempt = cycle_of(s, at.step), meant(s, at)
    if cycle is None or attempt is None:
        return gone(s)
    small = guide_of(s, cycle).small
    offers = small is not None and not attempt.choice.small
    text = s.say("coach-later", offers="ya" if offers else "tidak")
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


SHOWS: tuple[ShownPlace, ...] = (
    shown(WAIT, show_wait),
    shown(LATER, show_later),
)
VERBS: tuple[Done, ...] = (
    plan_open(WAIT),
    done(HEAR, hear),
    done(TRIED, tried),
    done(LATER, open_later),
)
