"""A coordinator says what she wants for her school in words of her own. Must not hold words."""

from collections.abc import Mapping
from dataclasses import replace

from bot.chat.moments.asked_at import asked_at
from bot.chat.routes import OfSchool
from bot.chat.screens.broadcast import begin
from bot.chat.screens.broadcast.draft import drafted
from bot.chat.screens.broadcast.routes import SIAR_HOME, SIAR_READY
from bot.chat.screens.roster.routes import ROSTER_ASK, ROSTER_LIST
from bot.chat.screens.roster.said import reminded
from bot.chat.screens.school import routes as to
from bot.chat.screens.school.school import open_schools
from bot.chat.screens.which_school import ToSchool, lead
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.chat.typed.wording import SchoolWish
from bot.domain.broadcast.broadcast import Audience, AudienceFilter
from bot.domain.person.person import Place
from bot.domain.roster.nudge_request import REMINDABLE, TeacherGroup
from bot.domain.school.school import School

PAGES: Mapping[SchoolWish, ToSchool] = {
    SchoolWish.ROSTER: ROSTER_LIST,
    SchoolWish.RECAP: to.RECAP_MAIN,
    SchoolWish.BROADCAST: SIAR_HOME,
    SchoolWish.REST: SIAR_READY,
    SchoolWish.SCHEDULE: to.SCHEDULE_MAIN,
    SchoolWish.QUIET_DAYS: to.SCHEDULE_QUIET,
    SchoolWish.INVITE: to.SCHOOL_INVITE,
    SchoolWish.HANDOVER: to.SCHOOL_HANDOVER,
    SchoolWish.DATA: to.SDATA_MAIN,
    SchoolWish.AUDIT: to.SCHOOL_AUDIT,
}
"""Where each leads."""

TOPICS = (SchoolWish.BROADCAST, SchoolWish.RECAP, SchoolWish.INVITE, SchoolWish.HANDOVER)
"""Each has its words, ``school-topic.<value>``."""


def asked(s: TurnContext, text: str, *, is_command: bool) -> Answer | None:
    """Lead to what a coordinator wants for her school; None for anything else, and for anybody else.

    What is a command, too ("riwayat"), means the school only where she looks at it.
    """
    wanted = s.world.wording.wanted(text)
    if wanted is None and (group := reminded(s, text)):
        return _to_remind(s, group)
    if wanted is None or not s.known.rights.schools_of(s.person.id) or not s.person.may_be_stored:
        return None
    if is_command and not s.person.place.screen.startswith("school."):
        return None
    if wanted is SchoolWish.SEES:
        return _seen(s, text)
    if wanted is SchoolWish.LIST:
        return open_schools(s)
    if wanted is SchoolWish.LEAVE:
        return resigning(s)
    if wanted is SchoolWish.REMIND:
        return _to_remind(s, _group(s, text))
    return lead(s, PAGES[wanted], _to_the_rest if wanted is SchoolWish.REST else None)


def about(s: TurnContext, text: str) -> Answer | None:
    """Lead a coordinator to the page a text names by one word, where nothing else was found in it."""
    spelt = s.world.wording.spelt
    words = set(spelt(text))
    for wanted in () if s.world.hearing.names_class(text) else TOPICS:
        if not words.isdisjoint(spelt(" ".join(s.world.texts.words("school-topic", wanted)))):
            return lead(s, PAGES[wanted])
    return None


def _to_remind(s: TurnContext, group: TeacherGroup) -> Answer | None:
    """Lead to the question whether a group is to be reminded."""
    return lead(s, lambda one: ROSTER_ASK(one, group, asked_at(s.now)))


def _seen(s: TurnContext, text: str) -> Answer | None:
    """Tell what she sees of her teachers and what not; None where she does not ask about them."""
    if set(s.world.wording.spelt(text)).isdisjoint(s.world.texts.words("coordinator-sees", "whom")):
        return None
    return s.short(s.say("coordinator-sees"), rows(s.menu_button()))


def _group(s: TurnContext, text: str) -> TeacherGroup:
    """Return whom she wants reminded: those of the list she looks at, unless she names the evaluation."""
    at = ROSTER_LIST.at(s.person.place)
    evaluation = s.world.texts.words("command-evaluation", "words")
    is_named = not set(evaluation).isdisjoint(s.world.wording.spelt(text))
    here = at.group if at and not is_named else None
    return here if here in REMINDABLE else TeacherGroup.UNEVALUATED


def _to_the_rest(s: TurnContext, school: School) -> Answer:
    """Make her draft one for those who have not evaluated; without one, the words that stand ready."""
    draft = begin.kept(s)
    if draft is None or draft.school != school.id:
        return begin.ready(s, school, OfSchool(school.id))
    return drafted(s, replace(draft, audience=Audience(AudienceFilter.NOT_EVALUATED)))


def resigning(s: TurnContext) -> Answer | None:
    """Lead to handing her school over, with what becomes of it otherwise; None for who coordinates none."""
    return lead(s, to.SCHOOL_HANDOVER, note=s.say("handover-quit"))


def role_of(s: TurnContext) -> Place:
    """Return where her role is handed over: in her one school, or behind the list of them."""
    own = s.known.rights.schools_of(s.person.id)
    return to.SCHOOL_HANDOVER(own[0].id) if len(own) == 1 else to.SCHOOL_LIST()
