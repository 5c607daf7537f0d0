"""Whatever order a teacher's acts of coaching come in, nothing she wrote is lost and one cycle of a step is open."""

from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.coaching.attempt import Act, Choice, Showed
from bot.domain.coaching.coaching import Coaching, began, finished, put_aside, with_active
from bot.domain.coaching.cycle import (
    answered_again,
    carried_out,
    chose,
    dropped,
)
from bot.domain.coaching.evidence import Evidence, EvidenceKind, Said
from bot.domain.coaching.promise import Promise
from bot.domain.programme.programme import StepSlug
from tests.domain.test_cycle import DAY, NOW, OTHER, STEP

WORDS = st.text("abc", min_size=1, max_size=3)


STEPS = (STEP, OTHER, StepSlug("ptk"))


@st.composite
def moves(draw: st.DrawFn) -> list[tuple[str, str, int]]:
    """Return any acts in any order: a name, words and a number."""
    names = st.sampled_from(
        ("begin", "aside", "choose", "drop", "read", "rehearse", "plan", "try", "show", "keep",
         "kept", "reflect", "again", "no more", "close")
    )  # fmt: skip
    return draw(st.lists(st.tuples(names, WORDS, st.integers(0, 2)), max_size=40))


def after(coaching: Coaching, move: tuple[str, str, int], now: datetime) -> Coaching:
    """Return the coaching after one act."""
    name, words, number = move
    if name == "begin":
        return began(coaching, STEPS[number], now)
    if name == "aside":
        return put_aside(coaching)
    if name == "close":
        return finished(coaching, STEPS[number], now)
    active = coaching.active
    if active is None:
        return coaching
    day = DAY + timedelta(days=number)
    proof = Evidence(kind=EvidenceKind.TEXT, at=now, words=words)
    done = {
        "choose": lambda: chose(active, Choice(own=words, small=number == 0), now),
        "drop": lambda: dropped(active, now),
        "read": lambda: active.changed(lambda a: replace(a, read=True)),
        "rehearse": lambda: active.changed(
            lambda a: replace(a, rehearsal=a.rehearsal or Said(words=words))
        ),
        "plan": lambda: active.changed(
            lambda a: a if a.promise and a.promise.day == day
            else a.planned(Promise(made_at=now, day=day, words=words))
        ),
        "try": lambda: carried_out(active, day),
        "show": lambda: active.changed(
            lambda a: replace(a, showed=a.showed or Showed(words=words))
        ),
        "keep": lambda: active.changed(lambda a: replace(a, evidence=(*a.evidence, proof))),
        "kept": lambda: active.changed(lambda a: replace(a, evidence_done=True)),
        "reflect": lambda: active.changed(
            lambda a: a if len(a.reflections) > number
            else a.reflected(number, Said(words=words))
        ),
        "again": lambda: answered_again(active, now, again=True, twist=words),
        "no more": lambda: answered_again(active, now, again=False),
    }  # fmt: skip
    return with_active(coaching, done[name]())


def written(coaching: Coaching) -> list[object]:
    """Return everything of hers that a coaching holds."""
    cycles = [one for one in (coaching.active, *coaching.put_off, *coaching.history) if one]
    found: list[object] = []
    for attempt in (attempt for one in cycles for attempt in one.attempts):
        found += [attempt.rehearsal] if attempt.rehearsal else []
        found += [*attempt.earlier, *([attempt.promise] if attempt.promise else [])]
        found += [*attempt.evidence, *(one for one in attempt.reflections if not one.is_skipped)]
    return found


@given(moves())
def test_nothing_written_is_lost_by_any_order_of_acts(acts: list[tuple[str, str, int]]) -> None:
    """Whatever is begun, put off, swapped or closed: all she wrote is still there."""
    coaching, now = began(Coaching(), STEP, NOW), NOW
    for act in (("choose", "a", 1), *acts):
        before, now = written(coaching), now + timedelta(minutes=1)
        coaching = after(coaching, act, now)
        left = written(coaching)
        assert all(before.count(one) <= left.count(one) for one in before), act


@given(moves())
def test_of_every_step_one_cycle_is_open(acts: list[tuple[str, str, int]]) -> None:
    """However steps are begun and closed, no step is open twice, and what is open can go on."""
    coaching, now = Coaching(), NOW
    for act in acts:
        coaching = after(coaching, act, now)
        opened = [one for one in (coaching.active, *coaching.put_off) if one]
        assert len({one.step for one in opened}) == len(opened)
        assert all(one.next_act is not Act.CLOSED for one in opened)
        assert all(one.next_act is Act.CLOSED for one in coaching.history)
