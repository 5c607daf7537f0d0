"""Faults of order that are planted into the bot are all found, by seeds or by a plan of a few steps."""

from collections.abc import Callable

import pytest

from tests.simulation.plan import LETTER, MADE, SARI, SITI, TEACHERS, Deed, Plan, Step
from tests.simulation.races import deciding, receiving, sending, storing
from tests.simulation.races.receiving import Planted
from tests.simulation.run import simulate

Race = Callable[[], Planted]

SEEDS: dict[Race, int] = {
    receiving.confirmed_before_it_is_saved: 0,
    receiving.taken_side_by_side: 9,
    receiving.begun_again_while_under_way: 0,
    receiving.taken_back_by_a_short_answer: 0,
    receiving.taken_twice_after_a_crash: 10,
    storing.answered_before_it_is_durable: 0,
    storing.written_one_by_one: 7,
    storing.intents_forgotten_at_the_start: 7,
    storing.index_ahead_of_the_disk: 34,
    sending.reminder_leaves_unclaimed: 5,
    sending.delivery_leaves_unclaimed: 5,
    sending.lost_answer_taken_for_no_answer: 33,
    sending.silence_not_written_down: 11,
    sending.under_way_not_known: 9,
    deciding.not_looked_at_again: 5,
    deciding.rights_from_memory: 29,
}
"""The first seed that finds each."""

WRITES = (
    Step(1.0, Deed.SAY, MADE, "/sekolah"),
    Step(1.5, Deed.TAP, MADE, "siar:home"),
    Step(1.5, Deed.TAP, MADE, "siar:new"),
    Step(1.0, Deed.SAY, MADE, "Kabar"),
)
SENDS = Step(1.5, Deed.TAP, MADE, "siar:send")
LATER = Step(9.0, Deed.SAY, SARI, "/start")
DIES = Step(12.0, Deed.KILL, 0, "letter after", 1)

PLANS: dict[Race, Plan] = {
    storing.intent_gone_too_soon: Plan(
        1, (*WRITES, Step(1.0, Deed.KILL, 0, "write after/power", 4), SENDS)
    ),
    sending.deaths_not_counted: Plan(3, (DIES, *WRITES, SENDS, DIES, DIES)),
    sending.no_line_taken_for_an_answer: Plan(
        1, (Step(0.0, Deed.MISHAP, SITI, "unreached", LETTER), *WRITES, SENDS, LATER)
    ),
    sending.unrecorded_forgotten: Plan(
        1,
        (
            *(*WRITES, Step(0.0, Deed.FULL, 0, "letter after", 1), SENDS),
            *(Step(3.0, Deed.FULL), LATER),
        ),
    ),
    sending.answers_forgotten_at_the_end: Plan(
        1,
        (
            *(Step(0.0, Deed.MISHAP, TEACHERS[2], "late", LETTER), *WRITES),
            *(Step(0.0, Deed.RESTART, 0, "letter after", 4), SENDS, LATER),
        ),
    ),
}
"""For races that need several things at once."""


@pytest.mark.parametrize("race", SEEDS, ids=lambda race: race.__name__)
def test_a_planted_race_is_found_by_its_seed(race: Race) -> None:
    """Of the first seeds, which find nothing in the bot as it is, one finds the race."""
    with race():
        assert simulate(SEEDS[race]).faults


@pytest.mark.parametrize("race", PLANS, ids=lambda race: race.__name__)
def test_a_planted_race_is_found_by_a_short_plan(race: Race) -> None:
    """A few steps keep every promise, and break one with the race."""
    assert not simulate(PLANS[race]).faults
    with race():
        assert simulate(PLANS[race]).faults
