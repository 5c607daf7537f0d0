"""A level said in words counts wherever one is asked for: the evaluation, a cycle's end, the history."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.chat.model import Typed
from bot.chat.world import World
from bot.domain.coaching.attempt import Attempt, Choice
from bot.domain.coaching.coaching import Coaching
from bot.domain.coaching.cycle import Cycle
from bot.domain.evaluation.evaluation import Evaluation
from bot.domain.history.entry import EntryKind, entries
from bot.domain.person.person import Person
from bot.domain.programme.programme import StepSlug, TaskSlug
from tests.chat.test_rights import STRANGER, person
from tests.chat.test_stopping_first import turn_of
from tests.each import each

NOW = datetime(2026, 11, 20, 5, tzinfo=UTC)
STEP = StepSlug("laksana")
SAID = ("2", "dua", "tingkat 2", "no 2", "kayaknya 2", "kayaknya dua bu", "yang 2", "level 2")
BETWEEN = ("antara 2 dan 3", "2 atau 3", "dua atau tiga ya", "2-3")


def tried() -> Attempt:
    """A try that took place, with every question answered."""
    return Attempt(
        choice=Choice(task=TaskSlug("tunggu-dulu")), begun_at=NOW, read=True, tried_on=NOW.date()
    )


def at_item() -> Person:
    """Somebody at an item of the evaluation."""
    begun = Evaluation(quarter="2026-Q4", begun_at=NOW, levels={StepSlug("murid"): 3})
    return replace(person(STRANGER, NOW), evaluating=begun).at(
        "evaluation.item", "2026-Q4", "teori"
    )


def at_close() -> Person:
    """Somebody at the end of a cycle."""
    cycle = Cycle(step=STEP, begun_at=NOW, attempts=(tried(),))
    who = replace(person(STRANGER, NOW), coaching=Coaching(active=cycle))
    return who.at("coach.level", STEP)


def in_history() -> Person:
    """Somebody who changes the level of a cycle she closed."""
    cycle = Cycle(step=STEP, begun_at=NOW, attempts=(tried(),), closed_at=NOW, level=4)
    who = replace(person(STRANGER, NOW), coaching=Coaching(history=(cycle,)))
    key = next(one.key for one in entries(who) if one.kind is EntryKind.TRY)
    return who.at("history.level", EntryKind.TRY, key)


PLACES = {"evaluation": at_item, "cycle": at_close, "history": in_history}


def level_of(where: str, who: Person) -> int | None:
    """Return the level that is kept where it was asked for."""
    if where == "evaluation":
        return who.evaluating.levels.get(StepSlug("teori")) if who.evaluating else None
    cycles = (*who.coaching.history, who.coaching.active)
    return next((one.level for one in cycles if one and one.step == STEP), None)


@each("text", SAID)
@each("where", PLACES)
def test_two_is_two_wherever_a_level_is_asked_for(where: str, text: str, world: World) -> None:
    """However she says it, the second level is kept."""
    who = turn_of(PLACES[where](), Typed(text), world, NOW).person
    assert level_of(where, who) == 2


@each("text", BETWEEN)
@each("where", PLACES)
def test_between_two_levels_she_is_asked_which(where: str, text: str, world: World) -> None:
    """Nothing is kept, she stays at the question, and is told how to choose."""
    before = PLACES[where]()
    turn = turn_of(before, Typed(text), world, NOW)
    assert level_of(where, turn.person) == level_of(where, before)
    assert turn.person.place.screen == before.place.screen
    assert turn.screen
    assert "Bila ragu antara dua tingkat" in turn.screen.text
