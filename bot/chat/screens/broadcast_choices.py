"""The choices about a broadcast: to whom, who that is by name, and when."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from re import compile as pattern

from bot.chat.model import Button, Screen
from bot.chat.screens.broadcast_draft import (
    audience_label,
    audience_words,
    draft_of,
    drafted,
    found_for,
    held,
)
from bot.chat.screens.broadcast_right import page_of, school_of
from bot.chat.screens.roster_words import told_names
from bot.chat.situation import Answer, Situation, rows
from bot.chat.typed import comparable
from bot.chat.typed_hour import hour_in, parts_of_day
from bot.domain.audience import selected
from bot.domain.broadcast import FARTHEST, Audience, Draft, Whom
from bot.domain.programme import SchoolLevel, StepSlug
from bot.domain.quarter import local, moment_at
from bot.domain.roster import Roster
from bot.domain.school import School
from bot.domain.zone import Zone

PAGE = 30
"""Names on one page."""

CHOICES_PAGE = 12
"""People to choose from on one page."""

_HOUR = pattern(
    r"(?P<day>.*?)[\s,]*(?P<clock>\d{1,2}(?:[.:]\d{2})?)(?:\s+(?P<part>[a-z]+))??(?:\s*(?P<zone>wib|wita|wit))?"
)


def show_whom(s: Situation, school: School, _args: tuple[str, ...]) -> Screen:
    """Draw the filters with how many teachers each finds; those that find nobody are left out."""
    roster = s.known.roster
    order = tuple(step.slug for step in s.world.programme)
    choices = _choices(roster, order) if roster else ()
    buttons = tuple(
        Button(f"{audience_label(s, audience)} ({count})", _to(school, audience))
        for audience, count in choices
        if count
    )
    return Screen(
        s.say("broadcast-whom", school=school.name),
        rows(
            *buttons,
            s.button("broadcast-whom", "person", f"siar:people:{school.id}") if buttons else None,
            s.button("nav", "back", f"siar:draft:{school.id}"),
        ),
    )


def _to(school: School, audience: Audience) -> str:
    data = f"siar:to:{school.id}:{audience.whom}"
    return f"{data}:{audience.value}" if audience.value else data


def _choices(roster: Roster, order: tuple[StepSlug, ...]) -> tuple[tuple[Audience, int], ...]:
    levels = Counter(row.level for row in roster.rows if row.level)
    several = [level for level in SchoolLevel if levels[level]] if len(levels) > 1 else []
    audiences = (
        Audience(Whom.ALL),
        Audience(Whom.NOT_EVALUATED),
        Audience(Whom.INACTIVE),
        *(Audience(Whom.LEVEL, level) for level in several),
        *(Audience(Whom.STEP, slug) for slug in order),
    )
    return tuple((one, len(selected(one, roster).recipients)) for one in audiences)


def choose(s: Situation, school: School, args: tuple[str, ...]) -> Answer | None:
    """Take a filter."""
    if not args or args[0] not in set(Whom):
        return None
    audience = Audience(Whom(args[0]), args[1] if len(args) > 1 else "")
    if not _makes_sense(s, audience):
        return None
    return _drafted(s, school, lambda draft: replace(draft, audience=audience))


def _drafted(s: Situation, school: School, change: Callable[[Draft], Draft]) -> Answer:
    """Change the draft, if there is still one."""
    draft = held(s, school)
    return drafted(s, change(draft)) if draft else s.stay(s.say("broadcast-gone"))


def _makes_sense(s: Situation, audience: Audience) -> bool:
    match audience.whom:
        case Whom.LEVEL:
            return audience.value in set(SchoolLevel)
        case Whom.STEP:
            return audience.value in {step.slug for step in s.world.programme}
        case Whom.ONE:
            return audience.value.isascii() and audience.value.isdecimal()
        case _:
            return not audience.value


def show_people(s: Situation, school: School, args: tuple[str, ...]) -> Screen:
    """Draw the teachers as buttons, to choose one."""
    found = s.known.roster.rows if s.known.roster else ()
    page = page_of(args)
    told = told_names(s, s.known.roster) if s.known.roster else {}
    buttons = tuple(
        Button(told[row.id], f"siar:to:{school.id}:{Whom.ONE}:{row.id}")
        for row in found[page * CHOICES_PAGE : (page + 1) * CHOICES_PAGE]
        if not row.silent
    )
    turning = pages(s, f"siar:people:{school.id}", page, len(found), CHOICES_PAGE)
    back = s.button("nav", "back", f"siar:whom:{school.id}")
    return Screen(s.say("broadcast-people"), rows(*buttons, turning, back))


def pages(s: Situation, data: str, page: int, total: int, size: int) -> tuple[Button, ...]:
    """Return the buttons to the pages before and after, as far as there are any."""
    before = s.button("broadcast-page", "before", f"{data}:{page - 1}") if page else None
    more = (page + 1) * size < total
    after = s.button("broadcast-page", "after", f"{data}:{page + 1}") if more else None
    return tuple(button for button in (before, after) if button)


def show_names(s: Situation, school: School, args: tuple[str, ...]) -> Screen:
    """Draw everybody who would get the draft, by name."""
    draft = draft_of(s, school)
    found = found_for(s, draft).recipients
    page = page_of(args)
    told = told_names(s, s.known.roster) if s.known.roster else {}
    names = "\n".join(told.get(one.id, one.name) for one in found[page * PAGE : (page + 1) * PAGE])
    audience = audience_words(s, draft.audience)
    return Screen(
        s.say("broadcast-names", audience=audience, count=len(found), names=names),
        rows(
            pages(s, f"siar:names:{school.id}", page, len(found), PAGE),
            s.button("nav", "back", f"siar:draft:{school.id}"),
        ),
    )


def show_when(s: Situation, school: School, _args: tuple[str, ...]) -> Screen:
    """Ask for the moment, and whether it comes again every quarter."""
    draft = draft_of(s, school)
    zone = s.world.texts.moment(s.now, s.person.zone)
    return Screen(
        s.say("broadcast-when", now=zone),
        rows(
            s.button("broadcast-when", "now", f"siar:now:{school.id}"),
            s.button(
                "broadcast-when", "once" if draft.repeats else "repeat", f"siar:repeat:{school.id}"
            ),
            s.button("nav", "back", f"siar:draft:{school.id}"),
        ),
    )


def set_now(s: Situation, school: School, _args: tuple[str, ...]) -> Answer:
    """Send it as soon as it is confirmed."""
    return _drafted(s, school, lambda draft: replace(draft, at=None))


def set_repeat(s: Situation, school: School, _args: tuple[str, ...]) -> Answer:
    """Switch whether it comes again every quarter."""
    return _drafted(s, school, lambda draft: replace(draft, repeats=not draft.repeats))


def typed(s: Situation, text: str) -> Answer | None:
    """Take a typed day and hour, by her own clock; None where none is asked for."""
    place = s.person.place
    if place.screen != "siar.when":
        return None
    school = school_of(s, place.args)
    if school is None:
        return s.go("menu.main", note=s.say("no-right"))
    moment = _moment(s, comparable(text))
    if moment is None:
        return s.stay(s.say("broadcast-when-unread"))
    if not s.now < moment <= s.now + FARTHEST:
        return s.stay(s.say("broadcast-when-range"))
    return _drafted(s, school, lambda draft: replace(draft, at=moment))


def _moment(s: Situation, text: str) -> datetime | None:
    found = _HOUR.fullmatch(text)
    if found is None:
        return None
    words, part = found["day"], found["part"] or ""
    for filler in s.world.texts.words("broadcast-when", "fillers"):
        words = words.removesuffix(filler).strip(" ,")
    hour = hour_in(s.world.texts, f"{found['clock']} {part}")
    # A bare number may be a day of the month; "jam 8", "8 pagi" and "8.00" are hours.
    is_hour = part or words != found["day"].strip(" ,") or not found["clock"].isdecimal()
    if hour is None or not is_hour or (part and part not in parts_of_day(s.world.texts)):
        return None
    zone = Zone(found["zone"].upper()) if found["zone"] else s.person.zone
    day = _day(s, words, local(s.now, zone).date())
    return moment_at(day, hour, zone) if day else None


def _day(s: Situation, words: str, today: date) -> date | None:
    """Return the day that is meant; a weekday before a date must be that of the date."""
    if not words:
        return today
    texts = s.world.texts
    for name, days in (("today", 0), ("tomorrow", 1), ("after", 2)):
        if words in texts.words("broadcast-when", name):
            return today + timedelta(days=days)
    names = [texts.weekday(number).lower() for number in range(7)]
    if words in names:
        return today + timedelta(days=(names.index(words) - today.weekday() - 1) % 7 + 1)
    first, _, rest = words.replace(",", " ").partition(" ")
    said = names.index(first) if first in names else None
    day = texts.read_day(rest if first in names else words, today - timedelta(days=1))
    return day if day and said in (None, day.weekday()) else None
