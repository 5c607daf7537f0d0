"""A coaching cycle: what is asked next, and what becomes of it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.domain.coaching.attempt import Act, Attempt, Choice, Showed
from bot.domain.coaching.coaching import Coaching, began, finished, put_aside, with_active
from bot.domain.coaching.cycle import (
    Cycle,
    answered_again,
    carried_out,
    chose,
    closed,
    dropped,
    ending,
)
from bot.domain.coaching.evidence import SKIPPED, Said
from bot.domain.coaching.promise import Promise
from bot.domain.programme.guide import Aid
from bot.domain.programme.programme import StepSlug, TaskSlug

NOW = datetime(2026, 11, 30, 2, tzinfo=UTC)
DAY = date(2026, 12, 2)
STEP, OTHER = StepSlug("laksana"), StepSlug("murid")
TASK, SECOND = Choice(task=TaskSlug("tanya-terbuka")), Choice(task=TaskSlug("tiket-keluar"))


def promise(day: date = DAY) -> Promise:
    """Return a promise for a day."""
    return Promise(
        made_at=NOW, day=day, group="kelas 4", words="Jika …, maka saya …", is_settled=True
    )


def cycle() -> Cycle:
    """Return a cycle just begun."""
    return Cycle(step=STEP, begun_at=NOW)


def through(one: Cycle) -> Cycle:
    """Return the cycle with its try under way done up to the reflection."""
    one = one.changed(
        lambda a: replace(a, read=True, rehearsal=Said(words="Coba ceritakan."), looked=True)
    )
    one = one.changed(lambda a: a.planned(promise()))
    one = carried_out(one, DAY)
    one = one.changed(lambda a: replace(a, showed=Showed(count=9), evidence_done=True))
    return one.changed(lambda a: a.reflected(1, Said(words="Beri waktu lebih lama.")))


def test_the_acts_come_in_their_order() -> None:
    """Each act is asked for as soon as the one before it is done."""
    seen = [cycle().next_act]
    one = chose(cycle(), TASK, NOW)
    seen.append(one.next_act)
    for change in (
        lambda a: replace(a, read=True),
        lambda a: a.rehearsed(SKIPPED),
        lambda a: a.planned(promise()),
        lambda a: replace(a, tried_on=DAY),
        lambda a: replace(a, showed=Showed()),
        lambda a: replace(a, evidence_done=True),
        lambda a: replace(a, reflections=(SKIPPED, SKIPPED)),
    ):
        one = one.changed(change)
        seen.append(one.next_act)
    one = answered_again(one, NOW, again=False)
    seen.append(one.next_act)
    one = replace(one, level=3)
    seen.append(one.next_act)
    seen.append(closed(one, NOW, level=3).next_act)
    assert seen == list(Act)


def test_a_task_of_her_own_has_no_model() -> None:
    """Whoever brings her own task goes straight to the rehearsal."""
    one = chose(cycle(), Choice(own="Berkeliling setiap sepuluh menit"), NOW)
    assert one.next_act is Act.REHEARSAL


def test_a_lesson_tried_without_a_plan_needs_none() -> None:
    """Whoever says she has tried it is not asked to plan it afterwards."""
    one = chose(cycle(), TASK, NOW).changed(lambda a: replace(a, read=True).rehearsed(SKIPPED))
    assert carried_out(one, DAY).next_act is Act.PUPILS


def test_the_small_version_keeps_what_she_wrote() -> None:
    """Making a task smaller loses neither the rehearsal nor the promise."""
    one = chose(cycle(), TASK, NOW).changed(lambda a: replace(a, rehearsal=Said(words="Halo.")))
    small = chose(one, replace(TASK, small=True), NOW)
    assert len(small.attempts) == 1
    assert small.attempts[0].rehearsal == Said(words="Halo.")
    assert small.attempts[0].choice.small


def test_another_task_keeps_a_try_with_words_of_hers() -> None:
    """A try left for another task stays in the cycle if she wrote anything in it."""
    one = chose(cycle(), TASK, NOW).changed(lambda a: a.planned(promise()))
    other = chose(one, SECOND, NOW)
    assert [a.choice for a in other.attempts] == [TASK, SECOND]
    assert other.attempts[0].left_at == NOW
    assert other.attempts[0].promise == promise()


def test_another_task_drops_a_try_that_says_nothing() -> None:
    """A task chosen by a slip of the thumb leaves no trace."""
    other = chose(chose(cycle(), TASK, NOW), SECOND, NOW)
    assert [a.choice for a in other.attempts] == [SECOND]


def test_a_moved_promise_is_kept() -> None:
    """The day before stands in the history when another day is promised."""
    later = promise(DAY + timedelta(days=7))
    one = chose(cycle(), TASK, NOW).changed(lambda a: a.planned(promise()).planned(later))
    assert one.attempts[0].promise == later
    assert one.attempts[0].earlier == (promise(),)


def test_the_second_try_asks_only_for_its_day() -> None:
    """Once more means the plan comes next: the model and the rehearsal are known."""
    once = through(chose(cycle(), TASK, NOW))
    assert once.next_act is Act.AGAIN
    twice = answered_again(once, NOW, again=True, twist="kelas 5")
    assert twice.next_act is Act.PLAN
    assert twice.attempts[-1].twist == "kelas 5"
    assert through(twice).next_act is Act.LEVEL


def test_once_more_is_asked_once() -> None:
    """A double tap on "sekali lagi" begins one try, and a late one begins none."""
    once = answered_again(through(chose(cycle(), TASK, NOW)), NOW, again=True)
    assert answered_again(once, NOW, again=True) == once
    declined = answered_again(through(chose(cycle(), TASK, NOW)), NOW, again=False)
    assert answered_again(declined, NOW, again=True) == declined


def test_what_was_tried_is_no_mere_habit() -> None:
    """A cycle with a try in it is never noted as something she does anyway."""
    assert closed(chose(cycle(), TASK, NOW), NOW, habit=True).habit
    assert not closed(through(chose(cycle(), TASK, NOW)), NOW, habit=True).habit


def test_preparations_are_in_or_out_however_often_they_are_tapped() -> None:
    """A preparation ticked twice is ticked once."""
    ticked = promise().toggled(Aid.SHEET, chosen=True)
    assert ticked.toggled(Aid.SHEET, chosen=True) == ticked
    assert ticked.toggled(Aid.SHEET, chosen=False).aids == frozenset()


def test_an_answer_can_be_written_anew() -> None:
    """Answering a question of the reflection again replaces that answer alone."""
    attempt = Attempt(choice=TASK, begun_at=NOW).reflected(0, Said(words="a"))
    both = attempt.reflected(1, Said(words="b"))
    assert both.reflected(0, Said(words="c")).reflections == (Said(words="c"), Said(words="b"))


def test_one_step_is_active() -> None:
    """Starting another step puts off the first, and coming back finds it as it was."""
    first = with_active(began(Coaching(), STEP, NOW), chose(cycle(), TASK, NOW))
    second = began(first, OTHER, NOW)
    assert second.active == Cycle(step=OTHER, begun_at=NOW)
    assert second.put_off == (first.active,)
    back = began(second, STEP, NOW)
    assert back.active == first.active
    assert [one.step for one in back.put_off] == [OTHER]


def test_a_closed_step_begins_a_new_cycle() -> None:
    """Repeating a step keeps the old cycle and begins another."""
    once = finished(began(Coaching(), STEP, NOW), STEP, NOW, level=2)
    again = began(once, STEP, NOW + timedelta(days=90))
    assert again.history == once.history
    assert again.active is not None
    assert again.active.attempts == ()


def test_a_step_put_aside_is_not_active() -> None:
    """Without an active step nothing is lost."""
    one = began(Coaching(), STEP, NOW)
    aside = put_aside(one)
    assert aside.active is None
    assert aside.open_cycle(STEP) == one.active
    assert put_aside(aside) == aside


def test_a_number_is_never_used_again() -> None:
    """A try that was dropped, and a cycle that was closed, leave their numbers to nobody."""
    one = with_active(began(Coaching(), STEP, NOW), chose(cycle(), TASK, NOW))
    assert one.active
    other = with_active(one, chose(one.active, SECOND, NOW))
    assert other.active
    assert [a.number for a in other.active.attempts] == [1]
    repeated = began(finished(other, STEP, NOW), STEP, NOW)
    assert repeated.active
    third = with_active(repeated, chose(repeated.active, TASK, NOW))
    assert third.active
    assert [a.number for a in third.active.attempts] == [2]


def test_a_second_try_that_did_not_take_place_hides_nothing() -> None:
    """Closed after it, a cycle is summed up by the try that took place; no third is asked for."""
    once = through(chose(cycle(), TASK, NOW))
    twice = answered_again(once, NOW, again=True)
    left = dropped(twice.changed(lambda a: a.planned(promise())), NOW)
    for one in (twice, left, once):
        ended = ending(one, NOW)
        assert ended.current
        assert ended.current.showed == Showed(count=9)
        assert ended.next_act is Act.LEVEL
    assert ending(chose(cycle(), TASK, NOW), NOW).next_act is Act.MODEL
