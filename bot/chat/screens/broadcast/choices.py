"""The choices about a broadcast: to whom, who that is by name, and when."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from bot.chat.guard import answered_in
from bot.chat.model import Screen
from bot.chat.moments.day import MomentDoubt
from bot.chat.moments.moment import read_moment
from bot.chat.routes import OfSchool, button_to
from bot.chat.screens.broadcast import routes as to
from bot.chat.screens.broadcast.draft import (
    audience_label,
    audience_words,
    draft_of,
    drafted,
    found_for,
    held,
)
from bot.chat.screens.broadcast.routes import AtMoment, FilterChosen, Paging, When
from bot.chat.screens.reminders.moment_said import (
    moment_example,
    unread_note,
    unused_note,
    weekday_example,
    which_moment,
    zone_note,
)
from bot.chat.screens.roster.words import told_names
from bot.chat.screens.turning import turning
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.chat.typed.line import comparable
from bot.domain.broadcast.audience import selected
from bot.domain.broadcast.broadcast import FARTHEST, Audience, AudienceFilter, Draft
from bot.domain.person.person import Place
from bot.domain.programme.programme import SchoolLevel, StepSlug
from bot.domain.roster.roster import Roster
from bot.domain.school.access import Action
from bot.domain.school.school import School

PAGE = 22
"""Names on one page."""

CHOICES_PAGE = 12
"""People to choose from on one page."""


def show_whom(s: TurnContext, school: School, _at: OfSchool) -> Screen:
    """Draw the filters with how many teachers each finds; those that find nobody are left out."""
    roster = s.known.roster
    order = tuple(step.slug for step in s.world.programme)
    choices = _choices(roster, order) if roster else ()
    draft = held(s, school)
    buttons = tuple(
        s.choice(
            f"{audience_label(s, audience)} ({count})",
            _to(school, audience),
            is_current=draft is not None and draft.audience == audience,
        )
        for audience, count in choices
        if count
    )
    return Screen(
        s.say("broadcast-whom", school=school.name),
        rows(
            *buttons,
            s.button("broadcast-whom", "person", to.SIAR_PEOPLE(school.id)) if buttons else None,
            s.button("nav", "back", to.SIAR_DRAFT(school.id)),
        ),
    )


def _to(school: School, audience: Audience) -> Place:
    return to.SIAR_TO(school.id, audience.whom, audience.value or None)


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


def choose(s: TurnContext, school: School, at: FilterChosen) -> Answer | None:
    """Take a filter."""
    audience = Audience(at.whom, at.value or "")
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


def show_people(s: TurnContext, school: School, at: Paging) -> Screen:
    """Draw the teachers as buttons, to choose one."""
    found = s.known.roster.rows if s.known.roster else ()
    page = at.page or 0
    told = told_names(s, s.known.roster) if s.known.roster else {}
    buttons = tuple(
        button_to(told[row.id], to.SIAR_TO(school.id, AudienceFilter.ONE, str(row.id)))
        for row in found[page * CHOICES_PAGE : (page + 1) * CHOICES_PAGE]
        if not row.silent
    )
    turns = turning(s, lambda at: to.SIAR_PEOPLE(school.id, at), page, len(found), CHOICES_PAGE)
    back = s.button("nav", "back", to.SIAR_WHOM(school.id))
    return Screen(s.say("broadcast-people"), rows(*buttons, turns, back))


def show_names(s: TurnContext, school: School, at: Paging) -> Screen:
    """Draw everybody who would get the draft, by name."""
    draft = draft_of(s, school)
    found = found_for(s, draft).recipients
    page = at.page or 0
    told = told_names(s, s.known.roster) if s.known.roster else {}
    names = "\n".join(told.get(one.id, one.name) for one in found[page * PAGE : (page + 1) * PAGE])
    audience = audience_words(s, draft.audience)
    return Screen(
        s.say("broadcast-names", audience=audience, count=len(found), names=names),
        rows(
            (
                *turning(s, lambda at: to.SIAR_NAMES(school.id, at), page, len(found), PAGE),
                s.button("nav", "back", to.SIAR_DRAFT(school.id)),
            ),
        ),
    )


def show_when(s: TurnContext, school: School, at: When) -> Screen:
    """Ask for the moment, and whether it comes again every quarter; or which moment is meant."""
    if asked := which_moment(s, at.doubt, at.moments, lambda moment: to.SIAR_AT(school.id, moment)):
        back = s.button("nav", "back", to.SIAR_WHEN(school.id))
        return Screen(asked.text, (*asked.rows, (back,)))
    draft = draft_of(s, school)
    zone = s.world.texts.moment(s.now, s.person.zone)
    return Screen(
        s.say("broadcast-when", now=zone, weekday=weekday_example(s), example=moment_example(s)),
        rows(
            s.choice(
                s.world.texts.label("broadcast-when", "now"),
                to.SIAR_NOW(school.id),
                is_current=draft.at is None,
            ),
            s.button(
                "broadcast-when", "once" if draft.repeats else "repeat", to.SIAR_REPEAT(school.id)
            ),
            s.button("nav", "back", to.SIAR_DRAFT(school.id)),
        ),
    )


def set_now(s: TurnContext, school: School, _at: OfSchool) -> Answer:
    """Send it as soon as it is confirmed."""
    return _drafted(s, school, lambda draft: replace(draft, at=None))


def set_repeat(s: TurnContext, school: School, _at: OfSchool) -> Answer:
    """Switch whether it comes again every quarter."""
    return _drafted(s, school, lambda draft: replace(draft, repeats=not draft.repeats))


def set_at(s: TurnContext, school: School, at: AtMoment) -> Answer:
    """Take one of the moments she was asked about."""
    return _planned(s, school, at.moment)


def _planned(s: TurnContext, school: School, moment: datetime, note: str = "") -> Answer:
    """Plan the draft for a moment and say back which one was understood."""
    if not s.now < moment <= s.now + FARTHEST:
        return s.go(to.SIAR_WHEN(school.id), note=s.say("broadcast-when-range"))
    draft = held(s, school)
    if draft is None:
        return s.stay(s.say("broadcast-gone"))
    said = s.say("moment-understood", moment=s.world.texts.moment(moment, s.person.zone))
    return drafted(s, replace(draft, at=moment), note=f"{said} {note}".strip())


def typed(s: TurnContext, text: str) -> Answer | None:
    """Take a typed day and hour, by her own clock; None where none is asked for."""
    return answered_in(
        s,
        to.SIAR_WHEN,
        lambda school, at: _typed(s, school, at, text),
        Action.BROADCAST,
        consented=True,
    )


def _typed(s: TurnContext, school: School, at: When, text: str) -> Answer:
    texts, own = s.world.texts, s.person.zone
    fillers = set(texts.words("moment-words", "filler"))
    bare = " ".join(word for word in comparable(text).split() if word not in fillers)
    if bare in texts.words("moment-words", "now"):
        return set_now(s, school, OfSchool(school.id))
    read = read_moment(texts, text, s.now, own, at.moments, unsure=at.doubt is MomentDoubt.ODD)
    if read.moment:
        return _planned(s, school, read.moment, zone_note(s, read))
    if not read.moments:
        return s.stay(unread_note(s, read))
    unread = unused_note(s, read.odd)
    return s.go(to.SIAR_WHEN(school.id, read.doubt, read.moments), note=unread or None)
