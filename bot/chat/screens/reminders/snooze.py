"""The answers to a reminder of the evaluation: later, at a moment of her choice, or not this quarter."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.chat.family import TABLE, Asks, Done, ShownPlace, Taken
from bot.chat.guard import done, shown
from bot.chat.model import Media, Screen, Typed
from bot.chat.moments.day import days_of
from bot.chat.moments.scan import scan
from bot.chat.screens.evaluation.evaluation import start
from bot.chat.screens.reminders import routes as to
from bot.chat.screens.reminders.evaluate_button import evaluate_button
from bot.chat.screens.reminders.planned_words import PREVIEWED, moved_words, subject_here
from bot.chat.screens.reminders.routes import HowMoved, OfWindow, Snooze, Snoozed, Snoozing
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.chat.typed.same import is_one_of
from bot.domain.calendar.calendar import Window
from bot.domain.calendar.quarter import Quarter, local, moment_at, zone_of
from bot.domain.evaluation.window import next_window
from bot.domain.reminders.evaluation_reminder import cycle_of, evaluation_message
from bot.domain.reminders.outbound import Planned, Stage, Topic
from bot.domain.reminders.reminder import preview, subject_of

SOONER: HowMoved = "maju"
"""The moment chosen lay behind the evaluation's end: it was drawn forward."""

QUIET: HowMoved = "tenang"
"""The moment chosen would have moved behind that end: what was planned anyway comes before."""


def _open_window(s: TurnContext, quarter: str | None) -> Window | None:
    """Return the window a choice is about; None if that evaluation is done or over."""
    subject = subject_of(s.person, has_step=True)
    if subject is None:
        return None
    here = s.now.astimezone(zone_of(s.person.zone))
    window = next_window(subject.history, s.school, s.calendar, here)
    return window if str(window.quarter) == quarter else None


def snooze(s: TurnContext, at: Snoozing) -> Answer | None:
    """Ask again in an hour, tomorrow or next week."""
    window = _open_window(s, at.quarter)
    if window is None:
        return None
    until = _snoozed_until(s, at.until, window)
    asked = _snoozed(s, window, until)
    if not _comes_in(asked, window):
        return _snoozed(s, window, None).go(to.REMIND_SNOOZED(QUIET))
    sooner = at.until == "pekan" and local(until, s.person.zone).date() < _next_week(s)
    return asked.go(to.REMIND_SNOOZED(SOONER if sooner else None))


def said(s: TurnContext, event: Typed | Media) -> Answer | None:
    """Take "minggu depan aja bu" as that button, in reply to a reminder or right after it; None for all else."""
    cycle, place = s.person.outbound.cycle, s.person.place
    if cycle is None or not isinstance(event, Typed) or s.last_seen is None:
        return None
    replies = any(data.startswith("remind:snooze:") for data in event.replies_to)
    is_last = bool(cycle.last_sent and s.last_seen <= cycle.last_sent) and not event.replies_to
    if not replies and (not is_last or TABLE.asks(place) & Asks.WAITS):
        return None
    if is_one_of(s, event.text, s.world.texts.words("reminder", "start-said")):
        return start(s)
    if is_one_of(s, event.text, s.world.texts.words("reminder", "skip-said")):
        return skip(s, OfWindow(cycle.quarter))
    meant = _later_said(s, event.text)
    return snooze(s, Snoozing(cycle.quarter, meant)) if meant else None


def _later_said(s: TurnContext, text: str) -> Snooze | None:
    """Return which of the later moments a text names: "sejam lagi", "besok pagi jam 8", "minggu depan aja bu"."""
    texts, today = s.world.texts, local(s.now, s.person.zone).date()
    if is_one_of(s, text, texts.words("reminder", "hour-said")):
        return "1jam"
    if is_one_of(s, text, texts.words("reminder", "week-said")):
        return "pekan"
    said = scan(texts, text)
    is_all = "?" not in text and s.world.wording.is_courtesy(" ".join(said.odd))
    is_tomorrow = days_of(said, today).days == (today + timedelta(days=1),)
    return "besok" if is_all and is_tomorrow else None


def _next_week(s: TurnContext) -> date:
    return local(s.now, s.person.zone).date() + timedelta(days=7)


def _snoozed(s: TurnContext, window: Window, until: datetime | None) -> TurnContext:
    cycle = replace(cycle_of(s.person.outbound, window), snoozed_until=until, skipped=False)
    return s.change(replace(s.person, outbound=replace(s.person.outbound, cycle=cycle)))


def _comes_in(s: TurnContext, window: Window) -> bool:
    """Say whether what she chose still comes while the evaluation can be caught up.

    The quiet weeks of Lebaran may move it behind; then what was planned anyway is better.
    """
    subject = subject_here(s)
    if subject is None:
        return True
    planned = evaluation_message(subject, s.school, s.calendar, s.now)
    return planned is not None and planned.window == window and planned.stage is Stage.SNOOZED


def _snoozed_until(s: TurnContext, choice: Snooze, window: Window) -> datetime:
    """Return the moment chosen, drawn forward to the last day, or the last to catch up."""
    if choice == "1jam":
        return s.now + timedelta(hours=1)
    today = local(s.now, s.person.zone).date()
    tomorrow = today + timedelta(days=1)
    day = tomorrow if choice == "besok" else _next_week(s)
    end = window.last if today <= window.last else window.until
    return moment_at(max(tomorrow, min(day, end)), s.person.wishes.hour, s.person.zone)


def skip(s: TurnContext, at: OfWindow) -> Answer | None:
    """Say nothing more about this quarter's evaluation."""
    skipped = _set_skipped(s, at, skipped=True)
    return skipped.go(to.REMIND_SKIPPED(at.quarter)) if skipped else None


def unskip(s: TurnContext, at: OfWindow) -> Answer | None:
    """Take the skipping back."""
    taken_back = _set_skipped(s, at, skipped=False)
    return taken_back.go(to.REMIND_MAIN(), note=s.say("unskipped")) if taken_back else None


def _set_skipped(s: TurnContext, at: OfWindow, *, skipped: bool) -> TurnContext | None:
    window = _open_window(s, at.quarter)
    if window is None:
        return None
    cycle = replace(cycle_of(s.person.outbound, window), skipped=skipped, snoozed_until=None)
    return s.change(replace(s.person, outbound=replace(s.person.outbound, cycle=cycle)))


def later(s: TurnContext) -> Answer:
    """Leave it for now; the rhythm goes on by itself."""
    return s.go(to.REMIND_LATER())


def show_snoozed(s: TurnContext, at: Snoozed) -> Screen:
    """Tell when she will be asked again and why then, or that no message of this quarter is left."""
    subject, cycle = subject_here(s), s.person.outbound.cycle
    plans = preview(subject, s.school, s.calendar, s.now, PREVIEWED) if subject else ()
    quarter = cycle.quarter if cycle else ""
    asked = next((p for p in plans if p.window and str(p.window.quarter) == quarter), None)
    if subject and asked is None:
        start = evaluate_button(s.world.texts, s.person)
        return Screen(s.say("snoozed-last"), rows(start, s.menu_button()))
    return Screen(
        _promised(s, asked, at.why) if asked else s.say("reminders-quiet"),
        rows(s.button("reminder", "settings", to.REMIND_MAIN()), s.menu_button()),
    )


def _promised(s: TurnContext, asked: Planned, why: HowMoved | None) -> str:
    """Return when she will be asked again, and why it is not the moment she chose."""
    text = s.say("snoozed", when=s.world.texts.own_moment(asked.moment, s.person.zone))
    if why == QUIET:
        text += " " + s.say("snoozed-quiet")
    elif why == SOONER and (window := asked.window):
        today = local(s.now, s.person.zone).date()
        last = window.last if today <= window.last else window.until
        text += " " + s.say("snoozed-sooner", last=s.world.texts.long_day(last))
    moved = moved_words(s, asked)
    return f"{text}\n{moved}" if moved else text


def show_skipped(s: TurnContext, at: OfWindow) -> Screen:
    """Tell when the evaluation comes next, with the way back."""
    subject = subject_here(s)
    coming: tuple[Planned, ...] = ()
    if subject:
        plans = preview(subject, s.school, s.calendar, s.now, 12)
        coming = tuple(p for p in plans if p.topic is Topic.EVALUATION)[:1]
    text = s.say("skipped")
    if coming and coming[0].window:
        text = s.say("skipped-until", day=s.world.texts.long_day(coming[0].window.first))
    quarter = at.quarter or str(Quarter.of(local(s.now, s.person.zone).date()))
    return Screen(
        text,
        rows(s.button("skipped", "undo", to.REMIND_UNSKIP(quarter)), s.menu_button()),
    )


def show_later(s: TurnContext) -> Screen:
    """Take "later" as the good answer it is."""
    return Screen(
        s.say("later"), rows(s.button("reminder", "settings", to.REMIND_MAIN()), s.menu_button())
    )


SHOWS: tuple[ShownPlace, ...] = (
    shown(to.REMIND_SNOOZED, show_snoozed),
    shown(to.REMIND_SKIPPED, show_skipped),
    shown(to.REMIND_LATER, show_later),
)
VERBS: tuple[Done, ...] = (
    done(to.REMIND_SNOOZE, snooze),
    done(to.REMIND_SKIP, skip),
    done(to.REMIND_UNSKIP, unskip),
    done(to.REMIND_LATER, later),
)
SENT: tuple[Taken, ...] = (said,)
