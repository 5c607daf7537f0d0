"""An evaluation is spoken of in the right time: now while it is filled in, by its name later."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.chat.screens import SHOWS
from bot.chat.turn_context import TurnContext
from bot.chat.world import World
from bot.domain.evaluation.evaluation import Evaluation, EvaluationPart
from bot.domain.person.person import Person
from bot.domain.programme.programme import StepSlug
from tests.delivery.teachers import teacher
from tests.each import each

BEGUN = datetime(2026, 11, 20, 5, tzinfo=UTC)
MONTHS_LATER = datetime(2027, 5, 20, 5, tzinfo=UTC)
QUARTER = "2026-Q4"


def evaluated(*, finished: bool) -> Person:
    evaluation = Evaluation(
        quarter=QUARTER,
        begun_at=BEGUN,
        finished_at=BEGUN if finished else None,
        levels={StepSlug("murid"): 2},
        answered=tuple(EvaluationPart)[1:4],
    )
    return replace(
        teacher(7),
        evaluations=(evaluation,) if finished else (),
        evaluating=None if finished else evaluation,
    )


def shown(world: World, person: Person, now: datetime, screen: str, *args: str) -> str:
    s = TurnContext(person=person.at(screen, *args), world=world, now=now)
    return SHOWS[screen](s, args).text


@each(
    ("screen", "args"),
    [
        ("evaluation.item", (QUARTER, "murid")),
        ("evaluation.strength", (QUARTER,)),
        ("evaluation.focus", (QUARTER,)),
        ("evaluation.intention", (QUARTER,)),
        ("evaluation.line", (QUARTER, "tujuan")),
    ],
)
def test_a_correction_months_later_asks_about_its_own_quarter(
    screen: str, args: tuple[str, ...], world: World
) -> None:
    """Who corrects an old evaluation is asked about its quarter, not about the last three months."""
    person = evaluated(finished=True)
    later = shown(world, person, MONTHS_LATER, screen, *args)
    assert "tiga bulan" not in later
    assert "Triwulan IV 2026 (Okt–Des)" in later
    assert "tiga bulan" in shown(world, person, BEGUN, screen, *args)


def test_a_begun_evaluation_asks_about_the_last_three_months(world: World) -> None:
    """While it is filled in, also in the first weeks of the next quarter, it is of now."""
    january = datetime(2027, 1, 12, 5, tzinfo=UTC)
    text = shown(world, evaluated(finished=False), january, "evaluation.item", QUARTER, "murid")
    assert "tiga bulan terakhir" in text


@each("now", [BEGUN, MONTHS_LATER])
def test_the_summary_of_the_first_evaluation_stays_true(now: datetime, world: World) -> None:
    """The progress of somebody with one evaluation names no quarter to come that has passed."""
    text = shown(world, evaluated(finished=True), now, "progress.main")
    assert "Triwulan depan" not in text
    assert "Evaluasi berikutnya" in text
