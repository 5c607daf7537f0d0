"""Random walks from every place of an evaluation: no answer is lost."""

from datetime import UTC, datetime
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.chat.world import World
from tests.chat.walk import REGISTRATION, Walk, acts
from tests.chat.walk_checks import CHANGES, answers_of, check_turn

ONWARD = (*CHANGES[:3], "evaluation:focused:", "evaluation:pass:", "evaluation:save:")


def evaluate(w: Walk, answers: int) -> None:
    """Register, begin the evaluation and answer so many questions, the saving being the last."""
    for data in (*REGISTRATION, "evaluation:go:2026-Q4"):
        w.do("forged", data)
    for _ in range(answers):
        onward = [data for prefix in ONWARD for data in w.shown if data.startswith(prefix)]
        if onward:
            w.do("forged", onward[0])


def evaluate_again(w: Walk, answers: int) -> None:
    """Finish one evaluation, then begin a short one three months later and answer so many."""
    evaluate(w, 18)
    w.now = datetime(2027, 2, 22, 5, tzinfo=UTC)
    w.do("forged", "evaluation:go:2027-Q1")
    for data in ("evaluation:name:2027-Q1", "evaluation:naming:2027-Q1:ptk:on"):
        w.do("forged", data)
    w.do("forged", "evaluation:short:2027-Q1")
    for _ in range(answers):
        onward = [data for prefix in ONWARD for data in w.shown if data.startswith(prefix)]
        if onward:
            w.do("forged", onward[0])


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(answers=st.integers(0, 5), walk=st.lists(acts, min_size=5, max_size=40))
def test_no_answer_of_a_short_evaluation_is_lost(
    answers: int, walk: list[tuple[str, Any]], world: World
) -> None:
    """What is carried over stays, and so does what she answers, wherever she goes."""
    w = Walk(world, datetime(2026, 11, 20, 5, tzinfo=UTC))
    evaluate_again(w, answers)
    assert w.stored
    assert any(one.carried for one in answers_of(w.stored))
    for act, what in walk:
        before = w.stored
        done = w.do(act, what)
        if done:
            check_turn(before, *done, world)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(answers=st.integers(0, 18), walk=st.lists(acts, min_size=5, max_size=40))
def test_no_answer_of_an_evaluation_is_lost(
    answers: int, walk: list[tuple[str, Any]], world: World
) -> None:
    """Wherever in an evaluation she is, only she herself changes an answer, and one at a time."""
    w = Walk(world, datetime(2026, 11, 20, 5, tzinfo=UTC))
    evaluate(w, answers)
    for act, what in walk:
        before = w.stored
        done = w.do(act, what)
        if done:
            check_turn(before, *done, world)


def test_an_evaluation_takes_eighteen_taps(world: World, now: datetime) -> None:
    """Thirteen items, four closing questions and the saving: then it is finished."""
    w = Walk(world, now)
    evaluate(w, 18)
    assert w.stored is not None
    assert w.stored.evaluating is None
    assert [e.quarter for e in w.stored.evaluations] == ["2026-Q4"]
    assert len(w.stored.evaluations[0].levels) == 13
