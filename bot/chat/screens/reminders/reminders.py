"""Pengingat: the choices on the messages the bot begins, and when those messages come."""

from dataclasses import replace
from datetime import datetime, time, timedelta

from bot.chat.family import Done, ShownPlace
from bot.chat.guard import done, keeping, shown
from bot.chat.model import Button, Screen
from bot.chat.screens.reminders import routes as to
from bot.chat.screens.reminders.planned_words import PREVIEWED, moved_words, subject_here
from bot.chat.screens.reminders.routes import DigestWish
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.domain.calendar.quarter import local, moment_at
from bot.domain.person.person import Person
from bot.domain.reminders.outbound import Planned
from bot.domain.reminders.reminder import preview

MOMENT = timedelta(seconds=1)
"""A pause ends at the beginning of a day; what is told is the last day it takes in."""


# --- /pengingat ---------------------------------------------------------------------------------


def show_main(s: TurnContext) -> Screen:
    """Draw when messages come, and the next three with date, hour and reason."""
    wishes, texts = s.person.wishes, s.world.texts
    paused = wishes.paused_until is not None and wishes.paused_until > s.now
    text = s.say(
        "reminders",
        rhythm=texts.pick("rhythm", wishes.rhythm),
        weekday=texts.weekday(wishes.weekday),
        hour=texts.clock(wishes.hour),
        zone=s.person.zone or "WIB",
    )
    if paused and wishes.paused_until:
        last = texts.day(wishes.paused_until - MOMENT, s.person.zone)
        text += "\n" + s.say("reminders-paused", day=last)
    return Screen(
        f"{text}\n\n{_coming(s)}",
        rows(
            (
                s.button("reminders", "day", to.WISH_ASK("day")),
                s.button("reminders", "hour", to.WISH_ASK("hour")),
                s.button("reminders", "resume", to.REMIND_RESUME())
                if paused
                else s.button("reminders", "pause", to.WISH_ASK("pause")),
            ),
            s.button("stopped", "again", to.REMIND_WAKE()) if s.person.quiet else None,
            _digest_button(s),
            (s.button("reminders", "rhythm", to.WISH_ASK("rhythm")), s.menu_button()),
        ),
    )


def _digest_button(s: TurnContext) -> Button | None:
    """Return the tap that turns the weekly digest on or off, for coordinators."""
    if not s.known.rights.schools_of(s.person.id):
        return None
    if s.person.wishes.digest:
        return s.button("reminders", "digest-off", to.REMIND_DIGEST("mati"))
    return s.button("reminders", "digest-on", to.REMIND_DIGEST("hidup"))


def set_digest(s: TurnContext, at: DigestWish) -> Answer | None:
    """Turn the weekly digest off or on again."""
    if not s.known.rights.schools_of(s.person.id):
        return None
    on = at.wanted == "hidup"
    person = replace(s.person, wishes=replace(s.person.wishes, digest=on))
    note = s.say("digest-now-on" if on else "digest-now-off")
    return s.change(person).go(to.REMIND_MAIN(), note=note)


def _coming(s: TurnContext) -> str:
    """Tell the next messages, each with its reason and with what moved it."""
    if s.person.quiet:
        return s.say("reminders-quiet")
    subject = subject_here(s)
    planned = preview(subject, s.school, s.calendar, s.now, PREVIEWED) if subject else ()
    if not planned:
        return s.say("reminders-none")
    lines = [s.say("reminders-next"), *(_line(s, one) for one in planned)]
    return "\n".join(lines)


def _line(s: TurnContext, planned: Planned) -> str:
    texts = s.world.texts
    line = s.say(
        "reminders-line",
        when=texts.own_moment(planned.moment, s.person.zone),
        reason=texts.pick("topic", planned.stage or planned.topic),
    )
    moved = moved_words(s, planned)
    return f"{line} {moved}" if moved else line


@keeping
def open_reminders(s: TurnContext) -> Answer:
    """Go to the reminders, or to the welcome when nothing may be kept."""
    return s.go(to.REMIND_MAIN())


def resume(s: TurnContext) -> Answer:
    """End a pause now."""
    person = replace(s.person, wishes=replace(s.person.wishes, paused_until=None))
    return changed(s, person, s.say("reminders-resumed"))


def wake(s: TurnContext) -> Answer | None:
    """Let the bot begin messages again, at once, and say so."""
    if not s.person.may_be_stored:
        return None
    wishes = replace(s.person.wishes, paused_until=None)
    return changed(s, replace(s.person, quiet=False, wishes=wishes), s.say("awake"))


def is_hushed(s: TurnContext) -> bool:
    """Say whether she has stopped or paused the messages of the bot."""
    until = s.person.wishes.paused_until
    return s.person.quiet or (until is not None and until > s.now)


def pause_until(s: TurnContext, until: datetime) -> Answer:
    """Pause until a moment (UTC) and say so."""
    return changed(s, replace(s.person, wishes=replace(s.person.wishes, paused_until=until)))


def changed(s: TurnContext, person: Person, note: str = "") -> Answer:
    """Keep a person's new wishes and say at once when the next message comes."""
    after = s.change(person)
    note = note or s.say("ask-saved")
    if coming := next_message(after):
        note += f" {coming}"
    return after.go(to.REMIND_MAIN(), note=note)


def next_message(s: TurnContext) -> str:
    """Return "Pengingat berikutnya: Selasa, …", or "" when none is planned."""
    subject = subject_here(s)
    planned = preview(subject, s.school, s.calendar, s.now, 1) if subject else ()
    if not planned:
        return ""
    when = s.world.texts.own_moment(planned[0].moment, s.person.zone)
    return s.say("reminders-next-one", when=when)


def morning_after(s: TurnContext, days: int) -> datetime:
    """Return the beginning of the day so many days from now, by the person's clock."""
    day = local(s.now, s.person.zone).date() + timedelta(days=days)
    return moment_at(day, time(0), s.person.zone)


SHOWS: tuple[ShownPlace, ...] = (shown(to.REMIND_MAIN, show_main),)
VERBS: tuple[Done, ...] = (
    done(to.REMIND_MAIN, open_reminders),
    done(to.REMIND_RESUME, resume),
    done(to.REMIND_WAKE, wake),
    done(to.REMIND_DIGEST, set_digest),
)
