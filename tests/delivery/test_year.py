"""A simulated year with the real parts: reminders are on time, few, and stop when done."""

from structlog.testing import capture_logs

from bench.year import data_folder, live
from bench.year_habits import Habit, habits_of
from bot.run.settings import load_settings
from tests.shipped import served_world

TEACHERS, SEED = 10, 1_593
"""So many live through it here, so that each habit occurs; `make year` has 10,000."""


async def test_a_year_of_reminders_keeps_every_promise() -> None:
    """Through a year of restarts, downtime and wrong clocks nobody is missed or written to amiss."""
    with data_folder() as folder, capture_logs() as logs:
        diary, findings = await live(folder, TEACHERS, SEED, served_world(load_settings()))
    assert not [entry for entry in logs if entry["log_level"] == "error"]
    assert findings.faults == {}
    assert {habits_of(one, SEED).habit for one in diary.entries} == set(Habit)
    assert max(findings.per_quarter) == 4  # the limit was reached, and not passed
    assert findings.evaluation > TEACHERS * 3
    assert findings.nudges > TEACHERS * 3
    assert findings.finished > TEACHERS
    assert findings.slowed > TEACHERS / 10
    assert {"restarts", "days of downtime", "months of downtime"} <= set(diary.told())
    assert findings.plans > TEACHERS
    assert findings.check_backs > TEACHERS
    assert findings.asked_again > TEACHERS / 10
    assert findings.closed > TEACHERS / 3
    assert findings.plan_days > TEACHERS / 2
