"""An evaluation that was broken off and whose quarter can still be evaluated."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.chat.model import Incoming, Press, UpdateId
from bot.chat.world import World
from bot.domain.evaluation.evaluation import Evaluation, finished
from bot.domain.person.person import Person
from tests.chat.taking import take_turn
from tests.delivery.teachers import teacher

NOVEMBER = datetime(2026, 11, 10, 9, tzinfo=UTC)


def pressed(world: World, person: Person, *presses: str) -> Person:
    """The person after these buttons."""
    for number, data in enumerate(presses, len(person.updates) + 1):
        incoming = Incoming(update=UpdateId(number), person=person.id, event=Press(data))
        person = take_turn(person, incoming, world, NOVEMBER).person
    return person


def test_an_evaluation_broken_off_goes_on_where_it_stopped(world: World) -> None:
    """Begun again in its own quarter it keeps its answers, and once saved it counts."""
    first, second, *_ = world.programme.steps
    begun = Evaluation(quarter="2026-Q4", begun_at=NOVEMBER, levels={first.slug: 3})
    person = replace(teacher(7), evaluations=(begun.closed(),))
    person = pressed(world, person, "evaluation:open")
    assert person.place.screen == "evaluation.hello"
    person = pressed(world, person, "evaluation:go:2026-Q4")
    assert person.place.args == ("2026-Q4", second.slug)
    skips = [f"evaluation:skip:2026-Q4:{step.slug}" for step in world.programme.steps[1:]]
    parts = [f"evaluation:pass:2026-Q4:{part}" for part in ("murid", "kekuatan", "niat")]
    rest = [*skips, *parts[:2], "evaluation:focused:2026-Q4", parts[2], "evaluation:save:2026-Q4"]
    person = pressed(world, person, *rest)
    assert [e.levels for e in finished(person.evaluations)] == [{first.slug: 3}]
    assert person.evaluating is None
