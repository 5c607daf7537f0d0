"""A day typed for a promise: taken, or asked about where it may be several, has passed, or is too far."""

from datetime import date, time

from bot.chat.family import TypedAnswer
from bot.chat.model import Rows
from bot.chat.moments.day import read_day
from bot.chat.screens.account.routes import MEANT_STAY
from bot.chat.screens.coaching.plan import FURTHEST, promise_day
from bot.chat.screens.coaching.routes import DAY, DAYS, OfDay, OfTry
from bot.chat.screens.coaching.words import brief_day, meant, today, typed_at
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.domain.calendar.quarter import moment_at
from bot.domain.reminders.check_back import days_offered

BRIEF_WORDS = 5
"""Words; in so few a day beside an hour or a word not known is the day meant: "selasa jam 10 ya bu"."""

WEEK_NAMED = 3
"""So many days are what "minggu depan" is read as: its Monday, the same day, its Sunday."""


def type_day(s: TurnContext, at: OfTry, text: str) -> Answer | None:
    """Take a typed day, "besok" or "Kamis"; of several she chooses one. None for what names none."""
    read = read_day(s.world.texts, text, today(s))
    if not read.days or meant(s, at) is None:
        return None
    ahead = [day for day in read.days if day >= today(s)]
    near = _near(s, ahead)
    if not near:
        return s.short(s.say("coach-day-far" if ahead else "coach-day-past"), _ways(s, at, ()))
    is_brief = len(text.split()) <= BRIEF_WORDS
    if len(near) == 1 and (read.day or (len(read.days) == 1 and is_brief)):
        return promise_day(s, OfDay(at.step, at.number, near[0]))
    return s.short(s.say("coach-which-day"), _ways(s, at, near))


def _near(s: TurnContext, ahead: list[date]) -> tuple[date, ...]:
    """Return the days near enough; of a whole week or month those on which school is on."""
    near = tuple(day for day in ahead if day <= today(s) + FURTHEST)
    if len(near) <= WEEK_NAMED - 1:
        return near
    noon = moment_at(near[0], time(0), s.person.zone)
    offered = days_offered(s.calendar, s.person.zone, max(noon, s.now))
    within = tuple(day for day in offered if near[0] <= day <= max(near))
    return within or near


def _ways(s: TurnContext, at: OfTry, days: tuple[date, ...]) -> Rows:
    buttons = tuple(
        s.button("coach-days", "day", DAY(at.step, at.number, day), day=brief_day(s, day))
        for day in days
    )
    return rows(buttons[:2], buttons[2:4], buttons[4:6], s.button("aside", "back", MEANT_STAY()))


TYPED: tuple[TypedAnswer, ...] = (typed_at(DAYS, type_day),)
