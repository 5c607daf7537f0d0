"""Which four steps stand first for strength and focus, and why."""

from datetime import UTC, datetime

from bot.chat.world import World
from bot.domain.evaluation.evaluation import Evaluation
from bot.domain.evaluation.likely import LikelyReason, likely_focus, likely_strengths
from bot.domain.programme.programme import StepSlug
from tests.each import each

NOW = datetime(2026, 11, 20, 5, tzinfo=UTC)
ROSE, HIGH, FELL, COACHED, LOW = (
    LikelyReason.ROSE,
    LikelyReason.HIGH,
    LikelyReason.FELL,
    LikelyReason.COACHED,
    LikelyReason.LOW,
)
Levels = dict[str, int]
EVEN: Levels = {"murid": 3, "teori": 3, "kurikulum": 3, "rancang": 3, "laksana": 3}


def evaluation(levels: Levels, carried: Levels | None = None) -> Evaluation:
    return Evaluation(
        quarter="2026-Q4",
        begun_at=NOW,
        levels={StepSlug(step): level for step, level in levels.items()},
        carried={StepSlug(step): level for step, level in (carried or {}).items()},
    )


STRENGTHS: dict[str, tuple[Levels, Levels, Levels, list[tuple[str, LikelyReason]]]] = {
    "nothing judged": ({}, {}, {}, []),
    "all the same": (EVEN, {}, {}, [(step, HIGH) for step in list(EVEN)[:4]]),
    "the highest first": (
        {**EVEN, "ptk": 4},
        {},
        {},
        [("ptk", HIGH), ("murid", HIGH), ("teori", HIGH), ("kurikulum", HIGH)],
    ),
    "the most risen before the highest": (
        {"murid": 4, "teori": 3, "tik": 2, "ptk": 4},
        {},
        {"teori": 1, "tik": 1, "ptk": 4},
        [("teori", ROSE), ("tik", ROSE), ("murid", HIGH), ("ptk", HIGH)],
    ),
    "what was carried over has not risen": (
        {"murid": 2},
        {"ptk": 4},
        {"murid": 2, "ptk": 1},
        [("ptk", HIGH), ("murid", HIGH)],
    ),
}
FOCUSES: dict[str, tuple[Levels, Levels, Levels, list[str], list[tuple[str, LikelyReason]]]] = {
    "nothing judged": ({}, {}, {}, ["ptk"], []),
    "the lowest first": (
        {**EVEN, "ptk": 1, "tik": 2},
        {},
        {},
        [],
        [("ptk", LOW), ("tik", LOW), ("murid", LOW), ("teori", LOW)],
    ),
    "fallen, then coached, then low": (
        {**EVEN, "ptk": 1},
        {},
        {"teori": 4, "ptk": 1},
        ["laksana"],
        [("teori", FELL), ("laksana", COACHED), ("ptk", LOW), ("murid", LOW)],
    ),
    "a coached step that fell stands once": (
        {"murid": 2, "ptk": 3},
        {},
        {"murid": 3},
        ["murid"],
        [("murid", FELL), ("ptk", LOW)],
    ),
}


@each("case", STRENGTHS)
def test_likely_strengths(case: str, world: World) -> None:
    """What rose most, then what stands highest, in the programme's order where it is the same."""
    levels, carried, before, expected = STRENGTHS[case]
    found = likely_strengths(evaluation(levels, carried), evaluation(before), world.programme)
    assert [(one.step, one.reason) for one in found] == expected


@each("case", FOCUSES)
def test_likely_focus(case: str, world: World) -> None:
    """What fell, what she is coached in, then what stands lowest."""
    levels, carried, before, coached, expected = FOCUSES[case]
    found = likely_focus(
        evaluation(levels, carried),
        evaluation(before),
        world.programme,
        tuple(StepSlug(step) for step in coached),
    )
    assert [(one.step, one.reason) for one in found] == expected
