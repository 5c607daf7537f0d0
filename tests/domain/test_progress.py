"""What marking a step means."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.content.library import Library
from bot.domain.coaching.progress import (
    Progress,
    Status,
    before_done,
    done_count,
    mark,
    status_of,
    suggestion,
)
from bot.domain.programme.programme import StepSlug

MURID = StepSlug("murid")


def test_the_first_start_is_kept(now: datetime) -> None:
    """Finishing and taking it back keeps the day on which the step was begun."""
    later = now + timedelta(days=3)
    progress: Progress = mark({}, MURID, Status.UNDERWAY, now)
    progress = mark(progress, MURID, Status.DONE, later)
    assert progress[MURID].started_at == now
    assert progress[MURID].done_at == later
    progress = mark(progress, MURID, Status.UNDERWAY, later)
    assert progress[MURID].started_at == now
    assert progress[MURID].done_at is None


def test_marking_again_changes_nothing(now: datetime) -> None:
    """A second tap on the same mark keeps the first moment."""
    once = mark({}, MURID, Status.DONE, now)
    assert mark(once, MURID, Status.DONE, now + timedelta(days=1)) is once


@given(st.lists(st.tuples(st.sampled_from(["murid", "teori", "ptk"]), st.sampled_from(Status))))
def test_the_last_mark_counts(library: Library, marks: list[tuple[str, Status]]) -> None:
    """Whatever is marked in whatever order, each step is as it was marked last."""
    progress: Progress = {}
    moment = datetime.fromisoformat("2026-11-20T05:00:00+00:00")
    for slug, status in marks:
        progress = mark(progress, StepSlug(slug), status, moment)
    last = dict(marks)
    for slug, status in last.items():
        assert status_of(progress, StepSlug(slug)) is status
    assert done_count(progress, library.programme) == list(last.values()).count(Status.DONE)


def test_the_suggestion_prefers_what_is_under_way(library: Library, now: datetime) -> None:
    """A step under way is suggested first, else the first that is not done, else none."""
    programme = library.programme
    assert suggestion({}, programme) == programme.steps[0]
    underway = mark({}, StepSlug("tik"), Status.UNDERWAY, now)
    assert suggestion(underway, programme) == programme.step("tik")
    everything: Progress = {}
    for step in programme:
        everything = mark(everything, step.slug, Status.DONE, now)
    assert suggestion(everything, programme) is None


def test_a_step_done_at_once_goes_back_to_untouched(now: datetime) -> None:
    """Taking "done" back leads to where the step was: untouched, or under way."""
    at_once = mark({}, MURID, Status.DONE, now)
    assert before_done(at_once, MURID) is Status.UNTOUCHED
    begun = mark({}, MURID, Status.UNDERWAY, now)
    done = mark(begun, MURID, Status.DONE, now + timedelta(days=1))
    assert before_done(done, MURID) is Status.UNDERWAY
