"""The promise: which day, which class, "Jika …, maka saya …", and what she prepares."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from bot.chat.answers.refused import refused_line
from bot.chat.answers.setting import class_name, setting_of
from bot.chat.family import Done, ShownPlace, Taken, TypedAnswer
from bot.chat.guard import done, shown
from bot.chat.model import Media, Screen
from bot.chat.screens.coaching.choose import gone, over, plan_open
from bot.chat.screens.coaching.private import asks_first
from bot.chat.screens.coaching.promise import prepared
from bot.chat.screens.coaching.routes import (
    AID,
    AIDS,
    DAY,
    DAYS,
    EXAMPLE,
    GROUP,
    NO_GROUP,
    NO_WORDS,
    SETTLED,
    TRIED,
    WORDS,
    Nth,
    OfDay,
    OfTry,
    TickingAid,
)
from bot.chat.screens.coaching.words import (
    brief_day,
    cycle_of,
    guide_of,
    head,
    kept,
    meant,
    onward,
    promise_said,
    sent_at,
    signed,
    today,
    typed_at,
)
from bot.chat.screens.evidence.sent_file import not_spoken
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.chat.typed.line import caption_of, clean_line
from bot.domain.coaching.cycle import Cycle
from bot.domain.coaching.promise import Promise
from bot.domain.programme.guide import Aid
from bot.domain.reminders.check_back import days_offered, times_asked

GROUP_LENGTH = 60
WORDS_LENGTH = 250
"""The longest name of a class and the longest "Jika …, maka saya …", in characters."""

FURTHEST = timedelta(days=60)
"""A promise further ahead is no plan for this step any more."""


def show_days(s: TurnContext, at: OfTry) -> Screen:
    """Ask for the day, with the next school days as buttons."""
    cycle = cycle_of(s, at.step)
    if cycle is None or meant(s, at) is None:
        return gone(s)
    days = days_offered(s.calendar, s.person.zone, s.now)
    attempt = cycle.current
    chosen = attempt.open_promise.day if attempt and attempt.open_promise else None
    buttons = tuple(
        s.choice(
            s.world.texts.label("coach-days", "day", day=brief_day(s, day)),
            DAY(at.step, at.number, day),
            is_current=day == chosen,
        )
        for day in days
    )
    before = attempt.earlier[-1] if attempt and attempt.earlier and not attempt.promise else None
    text = f"{head(s, cycle)}\n\n{s.say('coach-days')}"
    if before:
        text += "\n" + s.say("coach-days-before", day=s.world.texts.long_day(before.day))
    tried = s.button("coach-check", "tried", TRIED(at.step, at.number)) if before else None
    return Screen(text, rows(buttons[:2], buttons[2:4], buttons[4:], tried, s.menu_button()))


def promise_day(s: TurnContext, at: OfDay) -> Answer | None:
    """Take the day; a promise that was there moves to it, with all that was said in it."""
    one_try = OfTry(at.step, at.number)
    attempt = meant(s, one_try)
    if attempt is None or attempt.tried_on or not today(s) <= at.day <= today(s) + FURTHEST:
        return over(s, one_try)
    known = attempt.promise or next(reversed(attempt.earlier), None)
    is_new = attempt.promise is None or times_asked(s.person.outbound.asked, attempt.promise) > 0
    if known and known.day == at.day and not is_new:
        return onward(s)
    promise = (
        replace(known, day=at.day, made_at=s.now) if known else Promise(made_at=s.now, day=at.day)
    )
    cycle = cycle_of(s, at.step)
    return onward(kept(s, cycle.changed(lambda one: one.planned(promise)))) if cycle else None


def _changed(s: TurnContext, at: OfTry, change: Callable[[Promise], Promise]) -> TurnContext | None:
    """Return the situation with the promise under way changed; None without one."""
    cycle, attempt = cycle_of(s, at.step), meant(s, at)
    promise = attempt.open_promise if attempt else None
    if cycle is None or promise is None:
        return None
    after = change(promise)
    return kept(s, cycle.changed(lambda one: replace(one, promise=after)))


def _onward(s: TurnContext, at: OfTry, change: Callable[[Promise], Promise]) -> Answer | None:
    after = _changed(s, at, change)
    return onward(after) if after else over(s, at)


def _kept(s: TurnContext, at: OfTry, change: Callable[[Promise], Promise]) -> Answer | None:
    """Go on with her own words kept: the next question does not show them."""
    answer = _onward(s, at, change)
    return signed(s, answer) if answer else None


def show_group(s: TurnContext, at: OfTry) -> Screen:
    """Ask for the class."""
    cycle = cycle_of(s, at.step)
    if cycle is None or meant(s, at) is None:
        return gone(s)
    back = s.button("nav", "back", DAYS(at.step, at.number))
    skip = s.button("coach", "pass", NO_GROUP(at.step, at.number))
    asked = s.say("coach-group", setting=setting_of(s.world, s.person).value)
    text = f"{head(s, cycle)}\n\n{asked}"
    return Screen(text, rows((back, skip), s.menu_button()))


def type_group(s: TurnContext, at: OfTry, text: str) -> Answer | None:
    """Take the class as she calls it."""
    if meant(s, at) is None:
        return None
    line = class_name(s.world.texts, clean_line(text))
    return refused_line(s, line, GROUP_LENGTH) or _kept(
        s, at, lambda known: replace(known, group=line, group_voice="")
    )


def say_group(s: TurnContext, at: OfTry, event: Media) -> Answer | None:
    """Take the class from a voice note, with what is written below it."""
    spoken = not_spoken(s, event, GROUP_LENGTH) if meant(s, at) else None
    line = class_name(s.world.texts, caption_of(event))
    return spoken or _kept(s, at, lambda known: replace(known, group=line, group_voice=event.file))


def no_group(s: TurnContext, at: OfTry) -> Answer | None:
    """Go on without naming a class."""
    return _onward(s, at, lambda known: replace(known, group=known.group or ""))


def show_words(s: TurnContext, at: OfTry) -> Screen:
    """Ask for "Jika …, maka saya …", with examples made from her task."""
    cycle = cycle_of(s, at.step)
    if cycle is None or meant(s, at) is None:
        return gone(s)
    examples = examples_of(s, cycle)
    lines = (s.say("coach-if", nth=nth, words=one) for nth, one in enumerate(examples, start=1))
    promise = cycle.current.open_promise if cycle.current else None
    taken = tuple(
        s.choice(
            s.world.texts.label("coach-words", "take", nth=nth),
            EXAMPLE(at.step, at.number, nth),
            is_current=promise is not None and promise.words == one,
        )
        for nth, one in enumerate(examples, start=1)
    )
    back = s.button("nav", "back", GROUP(at.step, at.number))
    skip = s.button("coach", "pass", NO_WORDS(at.step, at.number))
    text = "\n\n".join((head(s, cycle), s.say("coach-words"), *lines))
    return Screen(text, rows(taken, (back, skip), s.menu_button()))


def take_example(s: TurnContext, at: Nth) -> Answer | None:
    """Take an example as hers."""
    cycle = cycle_of(s, at.step)
    examples = examples_of(s, cycle) if cycle else ()
    if not 1 <= at.nth <= len(examples):
        return None
    words = examples[at.nth - 1]
    return _onward(
        s, OfTry(at.step, at.number), lambda known: replace(known, words=words, voice="")
    )


def examples_of(s: TurnContext, cycle: Cycle) -> tuple[str, ...]:
    """Return the examples of "Jika …, maka saya …": those of her task, or what fits any."""
    texts = s.world.texts
    general = tuple(texts.pick("coach-if-any", one) for one in texts.family("coach-if-any"))
    return guide_of(s, cycle).if_then or general


def type_words(s: TurnContext, at: OfTry, text: str) -> Answer | None:
    """Take her own words."""
    if meant(s, at) is None:
        return None
    line = clean_line(text)
    asked = refused_line(s, line, WORDS_LENGTH) or asks_first(s, at, line)
    return asked or _kept(s, at, lambda known: replace(known, words=line, voice=""))


def say_words(s: TurnContext, at: OfTry, event: Media) -> Answer | None:
    """Take her own words from a voice note, with what is written below it."""
    if meant(s, at) is None:
        return None
    line = caption_of(event)
    asked = not_spoken(s, event, WORDS_LENGTH) or asks_first(s, at, line, event)
    return asked or _kept(s, at, lambda known: replace(known, words=line, voice=event.file))


def no_words(s: TurnContext, at: OfTry) -> Answer | None:
    """Go on without them."""
    return _onward(s, at, lambda known: replace(known, words=known.words or ""))


def show_aids(s: TurnContext, at: OfTry) -> Screen:
    """Ask what she prepares, ticked off by taps."""
    cycle, attempt = cycle_of(s, at.step), meant(s, at)
    promise = attempt.promise if attempt else None
    if cycle is None or promise is None:
        return gone(s)
    fits = guide_of(s, cycle).prepares or tuple(Aid)
    setting = setting_of(s.world, s.person).value
    ticks = tuple(
        s.button(
            "coach-aids",
            f"{'in' if aid in promise.aids else 'out'}-{aid}",
            AID(at.step, at.number, aid, int(aid not in promise.aids)),
            setting=setting,
        )
        for aid in fits
    )
    own = f"\n\n{prepared(s, promise)}" if promise.brings else ""
    return Screen(
        f"{head(s, cycle)}\n\n{s.say('coach-aids')}{own}",
        rows(
            ticks[:2], ticks[2:], s.button("coach-aids", "onward", SETTLED(at.step, at.number)),
            s.menu_button(),
        ),
    )  # fmt: skip


def tick(s: TurnContext, at: TickingAid) -> Answer | None:
    """Tick something to prepare, or take that back."""
    one_try = OfTry(at.step, at.number)
    after = _changed(s, one_try, lambda known: known.toggled(at.aid, chosen=bool(at.chosen)))
    return after.stay() if after else over(s, one_try)


def settle(s: TurnContext, at: OfTry) -> Answer | None:
    """Finish the promise: her words come back in one sentence."""
    after = _changed(s, at, lambda known: replace(known, is_settled=True))
    cycle = cycle_of(after, at.step) if after else None
    if after is None or cycle is None:
        return over(s, at)
    return onward(after, note=s.say("coach-promised", promise=promise_said(after, cycle)))


SHOWS: tuple[ShownPlace, ...] = (
    shown(DAYS, show_days),
    shown(GROUP, show_group),
    shown(WORDS, show_words),
    shown(AIDS, show_aids),
)
VERBS: tuple[Done, ...] = (
    plan_open(DAYS),
    done(DAY, promise_day),
    plan_open(GROUP),
    done(NO_GROUP, no_group),
    plan_open(WORDS),
    done(EXAMPLE, take_example),
    done(NO_WORDS, no_words),
    plan_open(AIDS),
    done(AID, tick),
    done(SETTLED, settle),
)
TYPED: tuple[TypedAnswer, ...] = (
    typed_at(GROUP, type_group),
    typed_at(WORDS, type_words),
)
SENT: tuple[Taken, ...] = (
    sent_at(GROUP, say_group),
    sent_at(WORDS, say_words),
)
