"""Pengingat: the choices on the messages the bot begins, and when those messages come."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, time, timedelta

from bot.chat.model import Button, Screen
from bot.chat.situation import Answer, Show, Situation, Verb, rows
from bot.chat.way_on import where_to_go_on
from bot.domain.calendar import Quiet, Window
from bot.domain.evaluation import next_window
from bot.domain.evaluation_reminder import cycle_of, evaluation_message
from bot.domain.outbound import Planned, Stage, Subject, Topic
from bot.domain.person import Person
from bot.domain.quarter import Quarter, local, moment_at, zone_of
from bot.domain.reminder import preview, subject_of

PREVIEWED = 3
"""How many of the next messages /pengingat shows."""

REASONS_TOLD = 2
"""A moved message names the first reasons; more would be a lecture."""

WEEKEND = frozenset({Quiet.SATURDAY, Quiet.SUNDAY})
"""Told only when nothing else moved the message."""

MOMENT = timedelta(seconds=1)
"""A pause ends at the beginning of a day; what is told is the last day it takes in."""

SNOOZES = ("1jam", "besok", "pekan")


def _open_window(s: Situation, quarter: str) -> Window | None:
    """Return the window a choice is about; None if that evaluation is done or over."""
    subject = subject_of(s.person, has_step=True)
    if subject is None:
        return None
    here = s.now.astimezone(zone_of(s.person.zone))
    window = next_window(subject.history, s.school, s.calendar, here)
    return window if str(window.quarter) == quarter else None


def snooze(s: Situation, args: tuple[str, ...]) -> Answer | None:
    """Ask again in an hour, tomorrow or next week; args are the quarter and which of them."""
    if len(args) != 2 or args[1] not in SNOOZES:  # noqa: PLR2004 -- quarter and choice
        return None
    window = _open_window(s, args[0])
    if window is None:
        return None
    asked = _snoozed(s, window, _snoozed_until(s, args[1], window))
    if not _comes_in(asked, window):
        asked = _snoozed(s, window, None)
    return asked.go("remind.snoozed")


def _snoozed(s: Situation, window: Window, until: datetime | None) -> Situation:
    cycle = replace(cycle_of(s.person.outbound, window), snoozed_until=until, skipped=False)
    return s.change(replace(s.person, outbound=replace(s.person.outbound, cycle=cycle)))


def _comes_in(s: Situation, window: Window) -> bool:
    """Say whether what she chose still comes while the evaluation can be caught up.

    The quiet weeks of Lebaran may move it behind; then what was planned anyway is better.
    """
    subject = _subject(s)
    if subject is None:
        return True
    planned = evaluation_message(subject, s.school, s.calendar, s.now)
    return planned is not None and planned.window == window and planned.stage is Stage.SNOOZED


def _snoozed_until(s: Situation, choice: str, window: Window) -> datetime:
    """Return the moment chosen, drawn forward to the last day, or the last to catch up."""
    if choice == "1jam":
        return s.now + timedelta(hours=1)
    today = local(s.now, s.person.zone).date()
    tomorrow = today + timedelta(days=1)
    day = tomorrow if choice == "besok" else today + timedelta(days=7)
    end = window.last if today <= window.last else window.until
    return moment_at(max(tomorrow, min(day, end)), s.person.wishes.hour, s.person.zone)


def skip(s: Situation, args: tuple[str, ...]) -> Answer | None:
    """Say nothing more about this quarter's evaluation; args are the quarter."""
    return _set_skipped(s, args, skipped=True, screen="remind.skipped")


def unskip(s: Situation, args: tuple[str, ...]) -> Answer | None:
    """Take the skipping back; args are the quarter."""
    return _set_skipped(s, args, skipped=False, screen="remind.main")


def _set_skipped(
    s: Situation, args: tuple[str, ...], *, skipped: bool, screen: str
) -> Answer | None:
    window = _open_window(s, args[0]) if args else None
    if window is None:
        return None
    cycle = replace(cycle_of(s.person.outbound, window), skipped=skipped, snoozed_until=None)
    person = replace(s.person, outbound=replace(s.person.outbound, cycle=cycle))
    return s.change(person).go(screen, *args[:1])


def later(s: Situation, _args: tuple[str, ...]) -> Answer:
    """Leave it for now; the rhythm goes on by itself."""
    return s.go("remind.later")


def show_snoozed(s: Situation, _args: tuple[str, ...]) -> Screen:
    """Tell when she will be asked again, or that all messages of this quarter are used up."""
    subject, cycle = _subject(s), s.person.outbound.cycle
    plans = preview(subject, s.school, s.calendar, s.now, PREVIEWED) if subject else ()
    quarter = cycle.quarter if cycle else ""
    asked = next((p for p in plans if p.window and str(p.window.quarter) == quarter), None)
    if subject and asked is None:
        start = s.button("reminder", "start", "evaluation:open")
        return Screen(s.say("snoozed-last"), rows(start, s.menu_button()))
    when = s.world.texts.moment(asked.moment, s.person.zone) if asked else ""
    return Screen(
        s.say("snoozed", when=when) if when else s.say("reminders-quiet"),
        rows(s.button("reminder", "settings", "remind:main"), s.menu_button()),
    )


def show_skipped(s: Situation, args: tuple[str, ...]) -> Screen:
    """Tell when the evaluation comes next, with the way back."""
    subject = _subject(s)
    coming: tuple[Planned, ...] = ()
    if subject:
        plans = preview(subject, s.school, s.calendar, s.now, 12)
        coming = tuple(p for p in plans if p.topic is Topic.EVALUATION)[:1]
    text = s.say("skipped")
    if coming and coming[0].window:
        text = s.say("skipped-until", day=s.world.texts.long_day(coming[0].window.first))
    quarter = args[0] if args else str(Quarter.of(local(s.now, s.person.zone).date()))
    return Screen(
        text,
        rows(s.button("skipped", "undo", f"remind:unskip:{quarter}"), s.menu_button()),
    )


def show_later(s: Situation, _args: tuple[str, ...]) -> Screen:
    """Take "later" as the good answer it is."""
    return Screen(
        s.say("later"), rows(s.button("reminder", "settings", "remind:main"), s.menu_button())
    )


def _subject(s: Situation) -> Subject | None:
    return subject_of(
        s.person,
        has_step=where_to_go_on(s.person, s.world) is not None,
        has_digest=s.known.has_teachers,
    )


# --- /pengingat ---------------------------------------------------------------------------------


def show_main(s: Situation, _args: tuple[str, ...]) -> Screen:
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
                s.button("reminders", "day", "wish:ask:day"),
                s.button("reminders", "hour", "wish:ask:hour"),
            ),
            (
                s.button("reminders", "rhythm", "wish:ask:rhythm"),
                s.button("reminders", "resume", "remind:resume")
                if paused
                else s.button("reminders", "pause", "wish:ask:pause"),
            ),
            _digest_button(s),
            s.menu_button(),
        ),
    )


def _digest_button(s: Situation) -> Button | None:
    """Return the tap that turns the weekly digest on or off, for coordinators."""
    if not s.known.rights.schools_of(s.person.id):
        return None
    if s.person.wishes.digest:
        return s.button("reminders", "digest-off", "remind:digest:mati")
    return s.button("reminders", "digest-on", "remind:digest:hidup")


def set_digest(s: Situation, args: tuple[str, ...]) -> Answer | None:
    """Turn the weekly digest off or on again; args are which."""
    if args not in (("mati",), ("hidup",)) or not s.known.rights.schools_of(s.person.id):
        return None
    on = args == ("hidup",)
    person = replace(s.person, wishes=replace(s.person.wishes, digest=on))
    note = s.say("digest-now-on" if on else "digest-now-off")
    return s.change(person).go("remind.main", note=note)


def _coming(s: Situation) -> str:
    """Tell the next messages, each with its reason and with what moved it."""
    if s.person.quiet:
        return s.say("reminders-quiet")
    subject = _subject(s)
    planned = preview(subject, s.school, s.calendar, s.now, PREVIEWED) if subject else ()
    if not planned:
        return s.say("reminders-none")
    lines = [s.say("reminders-next"), *(_line(s, one) for one in planned)]
    return "\n".join(lines)


def _line(s: Situation, planned: Planned) -> str:
    texts = s.world.texts
    line = s.say(
        "reminders-line",
        when=texts.moment(planned.moment, s.person.zone),
        reason=texts.pick("topic", planned.stage or planned.topic),
    )
    telling = [why for why in planned.reasons if why.quiet not in WEEKEND] or planned.reasons
    named = [texts.pick("quiet", why.quiet, name=why.name) for why in telling]
    if not named:
        return line
    told = ", ".join(tuple(dict.fromkeys(named))[:REASONS_TOLD])
    return f"{line} {s.say('reminders-moved', reasons=told)}"


def open_reminders(s: Situation, _args: tuple[str, ...] = ()) -> Answer:
    """Go to the reminders, or to the welcome when nothing may be kept."""
    if not s.person.may_be_stored:
        return s.go("welcome.hello", note=s.say("welcome-to-keep"))
    return s.go("remind.main")


def resume(s: Situation, _args: tuple[str, ...]) -> Answer:
    """End a pause now."""
    person = replace(s.person, wishes=replace(s.person.wishes, paused_until=None))
    return changed(s, person, s.say("reminders-resumed"))


def pause_until(s: Situation, until: datetime) -> Answer:
    """Pause until a moment (UTC) and say so."""
    return changed(s, replace(s.person, wishes=replace(s.person.wishes, paused_until=until)))


def changed(s: Situation, person: Person, note: str = "") -> Answer:
    """Keep a person's new wishes and say at once when the next message comes."""
    after = s.change(person)
    note = note or s.say("ask-saved")
    if coming := next_message(after):
        note += f" {coming}"
    return after.go("remind.main", note=note)


def next_message(s: Situation) -> str:
    """Return "Pengingat berikutnya: Selasa, …", or "" when none is planned."""
    subject = _subject(s)
    planned = preview(subject, s.school, s.calendar, s.now, 1) if subject else ()
    if not planned:
        return ""
    when = s.world.texts.moment(planned[0].moment, s.person.zone)
    return s.say("reminders-next-one", when=when)


def morning_after(s: Situation, days: int) -> datetime:
    """Return the beginning of the day so many days from now, by the person's clock."""
    day = local(s.now, s.person.zone).date() + timedelta(days=days)
    return moment_at(day, time(0), s.person.zone)


SHOWS: Mapping[str, Show] = {
    "main": show_main,
    "snoozed": show_snoozed,
    "skipped": show_skipped,
    "later": show_later,
}
VERBS: Mapping[str, Verb] = {
    "main": open_reminders,
    "snooze": snooze,
    "skip": skip,
    "unskip": unskip,
    "later": later,
    "resume": resume,
    "digest": set_digest,
}
