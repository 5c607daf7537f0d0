"""A coordinator says what she wants for her school in words of her own. Must not hold words."""

from collections.abc import Callable

from bot.chat.model import Button
from bot.chat.routes import button_to
from bot.chat.screens.school.routes import SCHOOL_HANDOVER, SCHOOL_LIST
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.domain.person.person import Place
from bot.domain.school.access import Action
from bot.domain.school.school import SchoolId

ToSchool = Callable[[SchoolId], Place]


def resigning(s: TurnContext) -> Answer | None:
    """Lead to handing her school over, with what becomes of it otherwise; None for who coordinates none."""
    return lead(s, SCHOOL_HANDOVER, Action.INVITE_COORDINATOR, note=s.say("handover-quit"))


def role_of(s: TurnContext) -> Place:
    """Return where her role is handed over: in her one school, or behind the list of them."""
    own = s.known.rights.schools_of(s.person.id)
    return SCHOOL_HANDOVER(own[0].id) if len(own) == 1 else SCHOOL_LIST()


def lead(s: TurnContext, way: ToSchool, action: Action, note: str | None = None) -> Answer | None:
    """Lead to a page of her one school, or of that where she stands; of several by one tap."""
    own = [one for one in s.known.rights.schools_of(s.person.id) if s.may(action, one.id)]
    if not own or not s.person.may_be_stored:
        return None
    here = next((one for one in own if one.id in s.person.place.args[:1]), None)
    if here or len(own) == 1:
        return s.go(way((here or own[0]).id), note=note)
    schools: tuple[Button, ...] = tuple(button_to(one.name, way(one.id)) for one in own)
    asked = s.say("roster-which")
    return s.short(f"{note}\n\n{asked}" if note else asked, rows(*schools, s.menu_button()))
