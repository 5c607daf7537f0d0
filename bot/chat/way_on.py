"""Where a person goes on: what "Lanjutkan" leads to, and what a nudge is about."""

from bot.chat.world import World
from bot.domain.person import Person
from bot.domain.programme import Step
from bot.domain.progress import suggestion


def where_to_go_on(person: Person, world: World) -> tuple[Step, str] | None:
    """Return the step and page to go on with: where she stopped, else what is suggested."""
    mark = person.bookmark
    step = world.programme.step(mark.step) if mark else None
    if mark and step:
        return step, mark.page
    suggested = suggestion(person.progress, world.programme, person.focus)
    return (suggested, suggested.pages_for(person.level)[0].name) if suggested else None
