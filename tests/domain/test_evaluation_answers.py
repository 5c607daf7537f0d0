"""What an evaluation asks, in which order, and what becomes of its answers."""

from datetime import date

from bot.chat.world import World
from bot.domain.evaluation.evaluation import (
    Evaluation,
    EvaluationPart,
    by_level,
    changes,
    previous,
    put,
    shortened,
)
from bot.domain.programme.programme import StepSlug
from tests.domain.test_evaluation import BEGUN, MURID, TEORI, done


def test_the_questions_come_in_their_order(world: World) -> None:
    """Items first, then pupils, strength, focus, intention, the summary; a skipped item is answered."""
    evaluation = Evaluation(quarter="2026-Q4", begun_at=BEGUN)
    for step in world.programme:
        assert evaluation.next_part(world.programme) is EvaluationPart.ITEMS
        assert evaluation.next_item(world.programme) == step
        evaluation = evaluation.judged(step.slug, None if step.number % 2 else 3)
    for part in (
        EvaluationPart.PUPILS,
        EvaluationPart.STRENGTH,
        EvaluationPart.FOCUS,
        EvaluationPart.INTENTION,
    ):
        assert evaluation.next_part(world.programme) is part
        evaluation = evaluation.with_part(part)
    assert evaluation.next_part(world.programme) is EvaluationPart.SUMMARY


def test_an_evaluation_begun_under_an_older_release_goes_on(world: World) -> None:
    """Whoever had passed the strength when the question about pupils came is not sent back to it."""
    done = Evaluation(
        quarter="2026-Q4",
        begun_at=BEGUN,
        skipped=tuple(step.slug for step in world.programme),
        answered=(EvaluationPart.STRENGTH,),
    )
    assert done.next_part(world.programme) is EvaluationPart.FOCUS


def test_a_short_evaluation_asks_its_steps_and_carries_the_others(world: World) -> None:
    """Levels carried over are known, but are no answers, no change, and give way to an answer."""
    murid, teori, ptk = MURID, StepSlug("teori"), StepSlug("ptk")
    before = Evaluation(quarter="2026-Q3", begun_at=BEGUN, levels={murid: 2, teori: 3})
    short = shortened("2026-Q4", BEGUN, before, (murid, ptk))
    assert [step.slug for step in short.items(world.programme)] == [murid, ptk]
    assert (short.levels, short.carried, short.known) == ({}, {teori: 3}, {teori: 3})
    answered = short.judged(murid, 4).judged(ptk, None)
    assert answered.next_part(world.programme) is EvaluationPart.PUPILS
    moved = {one.step: one for one in changes(before, answered, world.programme)}
    assert (moved[murid].before, moved[murid].after) == (2, 4)
    assert (moved[teori].before, moved[teori].after) == (3, None)
    corrected = answered.judged(teori, 4)
    assert (corrected.levels, corrected.carried) == ({murid: 4, teori: 4}, {})
    again = shortened("2027-Q1", BEGUN, answered, (ptk,))
    assert again.carried == {murid: 4, teori: 3}


def test_a_level_replaces_a_skip_and_the_other_way_round() -> None:
    """A step is either judged or skipped, never both."""
    evaluation = Evaluation(quarter="2026-Q4", begun_at=BEGUN).judged(MURID, None)
    assert (evaluation.levels, evaluation.skipped) == ({}, (MURID,))
    evaluation = evaluation.judged(MURID, 3)
    assert (evaluation.levels, evaluation.skipped) == ({MURID: 3}, ())


def test_a_focus_is_put_in_and_out_however_often() -> None:
    """Choosing twice is choosing once."""
    evaluation = Evaluation(quarter="2026-Q4", begun_at=BEGUN)
    twice = evaluation.toggled(MURID, chosen=True).toggled(MURID, chosen=True)
    assert twice.focus == (MURID,)
    assert twice.toggled(MURID, chosen=False).toggled(MURID, chosen=False).focus == ()


def test_steps_are_ordered_by_level(world: World) -> None:
    """The highest first, or the lowest first; what was skipped stands last either way."""
    evaluation = Evaluation(quarter="2026-Q4", begun_at=BEGUN).judged(TEORI, 4).judged(MURID, 1)
    best = by_level(evaluation, world.programme, best_first=True)
    worst = by_level(evaluation, world.programme, best_first=False)
    assert [step.slug for step in best[:2]] == [TEORI, MURID]
    assert [step.slug for step in worst[:2]] == [MURID, TEORI]
    assert best[2:] == worst[2:]


def test_changes_and_the_evaluation_before(world: World) -> None:
    """Before is the newest earlier quarter, however long ago; skipped steps have no level."""
    old = done("2026-Q2", date(2026, 5, 2)).judged(MURID, 2)
    new = done("2026-Q4", date(2026, 11, 20)).judged(MURID, 3).judged(TEORI, 1)
    evaluations = put(put((), new), old)
    assert [e.quarter for e in evaluations] == ["2026-Q2", "2026-Q4"]
    assert previous(evaluations, "2026-Q4") == old
    assert previous(evaluations, "2026-Q2") is None
    first, second, *_ = changes(old, new, world.programme)
    assert (first.before, first.after) == (2, 3)
    assert (second.before, second.after) == (None, 1)
