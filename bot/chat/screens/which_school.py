"""Leads a coordinator to a page of her school; of several she chooses one by a tap. Must not know the pages."""

from collections.abc import Callable

from bot.chat.routes import button_to
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.domain.person.person import Place
from bot.domain.school.school import School, SchoolId

ToSchool = Callable[[SchoolId], Place]


def lead(
    s: TurnContext,
    way: ToSchool,
    act: Callable[[TurnContext, School], Answer] | None = None,
    note: str | None = None,
) -> Answer | None:
    """Lead to a page of her one school, or of that where she stands; None for who coordinates none.

    ``act`` does what going there would not.
    """
    own = s.known.rights.schools_of(s.person.id)
    if not own or not s.person.may_be_stored:
        return None
    here = next((one for one in own if one.id in s.person.place.args[:1]), None)
    if here or len(own) == 1:
        school = here or own[0]
        return act(s, school) if act else s.go(way(school.id), note=note)
    asks = s.say("which-school")
    schools = (button_to(one.name, way(one.id)) for one in own)
    return s.short(f"{note}\n\n{asks}" if note else asks, rows(*schools, s.menu_button()))
