"""When the weekly digest comes: once a week on her day, after the evaluation, before a nudge."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest

from bot.chat.world import World
from bot.domain.calendar.calendar import Calendar
from bot.domain.calendar.quarter import local
from bot.domain.evaluation.evaluation import History
from bot.domain.person.zone import Zone
from bot.domain.reminders.outbound import Outbound, PlanningFacts, Rhythm, Topic, Wishes
from bot.domain.reminders.reminder import passed_by, plan, preview, recorded

REGISTERED = datetime(2026, 8, 3, 2, 0, tzinfo=UTC)
TUESDAY = datetime(2026, 9, 8, 8, 30, tzinfo=UTC)
OFF = Wishes(rhythm=Rhythm.OFF)


@pytest.fixture
def calendar(world: World) -> Calendar:
    return world.calendar


def coordinator(wishes: Wishes = OFF) -> PlanningFacts:
    return PlanningFacts(
        id=7,
        zone=Zone.WIB,
        history=History(registered=REGISTERED, evaluations=(), zone=Zone.WIB),
        seen_at=REGISTERED,
        has_step=True,
        has_digest=True,
        wishes=wishes,
    )


def test_it_comes_on_her_day_at_her_hour(calendar: Calendar) -> None:
    """From the Monday on it is planned for Tuesday, 15.30."""
    planned = plan(coordinator(), None, calendar, TUESDAY - timedelta(days=1))
    assert planned is not None
    assert (planned.topic, planned.moment) == (Topic.DIGEST, TUESDAY)


@pytest.mark.parametrize(
    "subject",
    [
        replace(coordinator(), has_digest=False),
        coordinator(replace(OFF, digest=False)),
    ],
    ids=["no schools", "turned off"],
)
def test_not_for_everybody(subject: PlanningFacts, calendar: Calendar) -> None:
    """Whoever has no schools, or turned it off, gets none."""
    coming = preview(subject, None, calendar, TUESDAY - timedelta(days=1), 20)
    assert Topic.DIGEST not in {planned.topic for planned in coming}


def test_once_a_week_and_never_two_in_a_row(calendar: Calendar) -> None:
    """Through a year they keep four days apart at least, and no week has two."""
    coming = preview(coordinator(), None, calendar, TUESDAY, 60)
    days = [local(p.moment, Zone.WIB).date() for p in coming if p.topic is Topic.DIGEST]
    assert len(days) > 35
    gaps = [(after - before).days for before, after in pairwise(days)]
    assert min(gaps) >= 4


def test_one_message_a_day_with_the_evaluation_first(calendar: Calendar) -> None:
    """On a day with both, the evaluation goes out and the digest moves to the next free day."""
    coming = preview(coordinator(), None, calendar, datetime(2026, 10, 30, 2, 0, tzinfo=UTC), 3)
    days = [local(planned.moment, Zone.WIB).date() for planned in coming]
    assert len(set(days)) == 3
    tuesday = [p for p in coming if local(p.moment, Zone.WIB).date() == date(2026, 11, 3)]
    assert [p.topic for p in tuesday] == [Topic.EVALUATION]
    wednesday = [p for p in coming if local(p.moment, Zone.WIB).date() == date(2026, 11, 4)]
    assert [p.topic for p in wednesday] == [Topic.DIGEST]


def test_a_nudge_gives_way_and_does_not_starve(calendar: Calendar) -> None:
    """A coordinator who learns herself still gets her nudges, a day later."""
    subject = replace(coordinator(Wishes()), seen_at=TUESDAY - timedelta(days=5))
    coming = preview(subject, None, calendar, TUESDAY - timedelta(days=1), 6)
    topics = [planned.topic for planned in coming]
    assert topics[:2] == [Topic.DIGEST, Topic.NUDGE]
    assert topics.count(Topic.NUDGE) >= 2


def test_a_day_of_downtime_delays_it_two_days_drop_it(calendar: Calendar) -> None:
    """A day late it is still told, later the next week's comes."""
    late = plan(coordinator(), None, calendar, TUESDAY + timedelta(days=1))
    assert late is not None
    assert late.moment == TUESDAY + timedelta(days=1)
    dropped = plan(coordinator(), None, calendar, TUESDAY + timedelta(days=2))
    assert dropped is not None
    assert dropped.moment == TUESDAY + timedelta(days=7)


def test_sent_or_passed_by_it_is_over_for_the_week(calendar: Calendar) -> None:
    """Only what was sent uses up the day; either way the next one is a week later."""
    subject = coordinator()
    planned = plan(subject, None, calendar, TUESDAY)
    assert planned is not None
    sent = recorded(subject, planned, TUESDAY)
    passed = passed_by(subject, planned)
    assert sent.outbound.written_on == TUESDAY.date()
    assert sent.outbound.unanswered == 0
    assert passed.outbound == replace(Outbound(), recent=(planned.key,))
    for after in (sent, passed):
        following = plan(after, None, calendar, TUESDAY)
        assert following is not None
        assert following.moment == TUESDAY + timedelta(days=7)
