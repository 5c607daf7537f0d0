"""The choices about a broadcast: to whom, who that is by name, and when."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from bot.chat.model import Button, Screen
from bot.chat.moments.day import Doubt
from bot.chat.moments.moment import read_moment
from bot.chat.screens.broadcast.draft import (
    audience_label,
    audience_words,
    draft_of,
    drafted,
    found_for,
    held,
)
from bot.chat.screens.broadcast.right import page_of, school_of
from bot.chat.screens.reminders.moment_said import (
    moment_example,
    seconds_of,
    unread_note,
    unused_note,
    weekday_example,
    which_moment,
    zone_note,
)
from bot.chat.screens.roster.words import told_names
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.chat.typed.line import comparable
from bot.domain.broadcast.audience import selected
from bot.domain.broadcast.broadcast import FARTHEST, Audience, AudienceFilter, Draft
from bot.domain.programme.programme import SchoolLevel, StepSlug
from bot.domain.roster.roster import Roster
from bot.domain.school.school import School

PAGE = 30
"""Names on one page."""

CHOICES_PAGE = 12
"""People to choose from on one page."""


def show_whom(s: TurnContext, school: School, _args: tuple[str, ...]) -> Screen:
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
        Audience(AudienceFilter.ALL),
        Audience(AudienceFilter.NOT_EVALUATED),
        Audience(AudienceFilter.INACTIVE),
        *(Audience(AudienceFilter.LEVEL, level) for level in several),
        *(Audience(AudienceFilter.STEP, slug) for slug in order),
    )
    return tuple((one, len(selected(one, roster).recipients)) for one in audiences)


def choose(s: TurnContext, school: School, args: tuple[str, ...]) -> Answer | None:
    """Take a filter."""
    if not args or args[0] not in set(AudienceFilter):
        return None
    audience = Audience(AudienceFilter(args[0]), args[1] if len(args) > 1 else "")
    if not _makes_sense(s, audience):
        return None
    return _drafted(s, school, lambda draft: replace(draft, audience=audience))


def _drafted(s: TurnContext, school: School, change: Callable[[Draft], Draft]) -> Answer:
    """Change the draft, if there is still one."""
    draft = held(s, school)
    return drafted(s, change(draft)) if draft else s.stay(s.say("broadcast-gone"))


def _makes_sense(s: TurnContext, audience: Audience) -> bool:
    match audience.whom:
        case AudienceFilter.LEVEL:
            return audience.value in set(SchoolLevel)
        case AudienceFilter.STEP:
            return audience.value in {step.slug for step in s.world.programme}
        case AudienceFilter.ONE:
            return audience.value.isascii() and audience.value.isdecimal()
        case _:
            return not audience.value


def show_people(s: TurnContext, school: School, args: tuple[str, ...]) -> Screen:
    """Draw the teachers as buttons, to choose one."""
    found = s.known.roster.rows if s.known.roster else ()
    page = page_of(args)
    told = told_names(s, s.known.roster) if s.known.roster else {}
    buttons = tuple(
        Button(told[row.id], f"siar:to:{school.id}:{AudienceFilter.ONE}:{row.id}")
        for row in found[page * CHOICES_PAGE : (page + 1) * CHOICES_PAGE]
        if not row.silent
    )
    turning = pages(s, f"siar:people:{school.id}", page, len(found), CHOICES_PAGE)
    back = s.button("nav", "back", f"siar:whom:{school.id}")
    return Screen(s.say("broadcast-people"), rows(*buttons, turning, back))


def pages(s: TurnContext, data: str, page: int, total: int, size: int) -> tuple[Button, ...]:
    """Return the buttons to the pages before and after, as far as there are any."""
    before = s.button("broadcast-page", "before", f"{data}:{page - 1}") if page else None
    more = (page + 1) * size < total
    after = s.button("broadcast-page", "after", f"{data}:{page + 1}") if more else None
    return tuple(button for button in (before, after) if button)


def show_names(s: TurnContext, school: School, args: tuple[str, ...]) -> Screen:
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


def show_when(s: TurnContext, school: School, args: tuple[str, ...]) -> Screen:
    """Ask for the moment, and whether it comes again every quarter; or which moment is meant."""
    if asked := which_moment(s, args, f"siar:at:{school.id}"):
        back = s.button("nav", "back", f"siar:when:{school.id}")
        return Screen(asked.text, (*asked.rows, (back,)))
    draft = draft_of(s, school)
    zone = s.world.texts.moment(s.now, s.person.zone)
    return Screen(
        s.say("broadcast-when", now=zone, weekday=weekday_example(s), example=moment_example(s)),
        rows(
            s.button("broadcast-when", "now", f"siar:now:{school.id}"),
            s.button(
                "broadcast-when", "once" if draft.repeats else "repeat", f"siar:repeat:{school.id}"
            ),
            s.button("nav", "back", f"siar:draft:{school.id}"),
        ),
    )


def set_now(s: TurnContext, school: School, _args: tuple[str, ...]) -> Answer:
    """Send it as soon as it is confirmed."""
    return _drafted(s, school, lambda draft: replace(draft, at=None))


def set_repeat(s: TurnContext, school: School, _args: tuple[str, ...]) -> Answer:
    """Switch whether it comes again every quarter."""
    return _drafted(s, school, lambda draft: replace(draft, repeats=not draft.repeats))


def set_at(s: TurnContext, school: School, args: tuple[str, ...]) -> Answer | None:
    """Take one of the moments she was asked about, written as seconds since 1970."""
    moment = seconds_of(args[0]) if args else None
    return _planned(s, school, moment) if moment else None


def _planned(s: TurnContext, school: School, moment: datetime, note: str = "") -> Answer:
    """Plan the draft for a moment and say back which one was understood."""
    if not s.now < moment <= s.now + FARTHEST:
        return s.go("siar.when", school.id, note=s.say("broadcast-when-range"))
    draft = held(s, school)
    if draft is None:
        return s.stay(s.say("broadcast-gone"))
    said = s.say("moment-understood", moment=s.world.texts.moment(moment, s.person.zone))
    return drafted(s, replace(draft, at=moment), note=f"{said} {note}".strip())


def typed(s: TurnContext, text: str) -> Answer | None:
    """Take a typed day and hour, by her own clock; None where none is asked for."""
    place = s.person.place
    if place.screen != "siar.when":
        return None
    school = school_of(s, place.args)
    if school is None:
        return s.go("menu.main", note=s.say("no-right"))
    texts, own = s.world.texts, s.person.zone
    fillers = set(texts.words("moment-words", "filler"))
    bare = " ".join(word for word in comparable(text).split() if word not in fillers)
    if bare in texts.words("moment-words", "now"):
        return set_now(s, school, ())
    asked = tuple(moment for one in place.args[2:] if (moment := seconds_of(one)))
    is_odd = place.args[1:2] == (Doubt.ODD,)
    read = read_moment(texts, text, s.now, own, asked, unsure=is_odd)
    if read.moment:
        return _planned(s, school, read.moment, zone_note(s, read))
    if not read.moments:
        return s.stay(unread_note(s, read))
    seconds = (str(int(moment.timestamp())) for moment in read.moments)
    unread = unused_note(s, read.odd)
    return s.go("siar.when", school.id, str(read.doubt), *seconds, note=unread or None)
