"""A broadcast planned for a moment is confirmed only before it."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.chat.model import Press
from bot.chat.world import World
from bot.domain.broadcast.audience import selected
from bot.domain.broadcast.broadcast import Draft
from tests.chat.sent import announced
from tests.chat.test_broadcast_rights import BOTH, DRAFT, take
from tests.chat.test_rights import COORDINATOR, OWN, person
from tests.each import each


@each(("minutes", "confirmed"), [(1, True), (0, False), (-90, False)])
def test_a_planned_moment_that_is_over_is_asked_anew(
    minutes: int, confirmed: bool, world: World, now: datetime
) -> None:
    """Who looks at the page for too long is told so, instead of sending at a moment she did not mean."""
    draft = Draft(school=OWN, content=DRAFT, at=now + timedelta(minutes=minutes))
    who = replace(person(COORDINATOR, now), composing=draft).at("siar.draft", OWN)
    mark = draft.mark(selected(draft.audience, BOTH).recipients)
    turn = take(who, Press(f"siar:send:{OWN}:{mark}"), world, now)
    assert bool(announced(turn)) is confirmed
    if not confirmed:
        assert turn.person.composing == replace(draft, at=None)
