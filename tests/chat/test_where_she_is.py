"""What a coordinator reads of where a teacher is counts what it says it counts."""

from dataclasses import replace
from datetime import timedelta

from bot.chat.screens.roster.words import what_would_help
from bot.chat.turn_context import TurnContext
from bot.chat.world import World
from bot.domain.programme.programme import StepSlug
from bot.domain.roster.roster import Standing
from tests.chat.known_people import NOW, ROSTER, people


def test_days_without_a_sign_are_not_called_days_on_a_step(world: World) -> None:
    """Of 44 days on a step, ten of them without a sign, the ten are told, as days without a sign."""
    row = replace(
        ROSTER.rows[0],
        standing=Standing.UNDERWAY,
        step=StepSlug("berkembang"),
        since=ROSTER.today - timedelta(days=44),
        seen=ROSTER.today - timedelta(days=10),
    )
    s = TurnContext(person=people(world)["koordinator"], world=world, now=NOW)
    assert what_would_help(s, row, ROSTER.today) == "10 hari tanpa kabar, di Langkah 8"
