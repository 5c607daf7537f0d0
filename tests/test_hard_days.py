"""Hard days of a machine: the table of them, each with the tests that live it, and those that had none.

Every row ends alike: the state has a name where whoever runs the bot looks (/readyz, /health, /admin, a
message, the log), no turn that was acknowledged is lost, and the service goes on by itself, or says what to do.
"""

import ast
import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.shipped import ROOT
from tests.store.test_store_writer import writer_of
from tests.test_whole_bot import register, say, stored
from tests.test_whole_bot_disk import SARI, House, a_house, impatience

__all__ = ["impatience"]

HARD_DAYS = {
    "the clock goes back or forward by hours, days, years": (
        "tests/test_whole_bot_clock.py::test_a_clock_that_is_set_stops_nothing",
        "tests/domain/test_allowance.py::test_a_clock_that_ran_ahead_keeps_nothing_closed",
        "tests/store/test_store_faults.py::test_a_person_of_an_impossible_time_does_not_keep_the_bot_from_starting",
    ),
    "the disk is full": (
        "tests/test_whole_bot_disk.py::test_a_full_disk_ends_nothing_and_is_told",
        "tests/store/test_store_full_disk.py::test_a_full_disk_is_noticed_and_outlived",
        "tests/store/test_store_commit_faults.py::test_on_a_full_disk_no_part_of_a_commit_happens",
    ),
    "the disk becomes read-only": (
        "tests/test_hard_days.py::test_a_disk_that_becomes_read_only_is_outlived",
    ),
    "a file is removed, emptied or replaced by something else": (
        "tests/test_whole_bot_disk.py::test_a_document_spoiled_while_the_bot_runs_is_told_truly",
        "tests/store/test_store_faults.py::test_a_document_that_vanishes_is_not_taken_for_a_new_one",
        "tests/store/test_store_faults.py::test_a_document_put_right_is_served_again_without_a_restart",
    ),
    "the data directory is moved away": (
        "tests/test_hard_days.py::test_a_data_directory_that_is_moved_away_is_waited_for",
    ),
    "another directory is put in its place": (
        "tests/test_hard_days.py::test_a_directory_in_the_place_of_the_data_is_not_written_to",
    ),
    "the writer is stopped (SIGSTOP)": (
        "tests/test_whole_bot_disk.py::test_a_writer_that_hangs_costs_nobody_her_turn",
        "tests/test_whole_bot_disk.py::test_a_bot_whose_writer_hangs_stops_when_told",
        "tests/store/test_store_orphan.py::test_a_start_takes_over_from_a_stopped_orphan",
    ),
    "the writer is killed": (
        "tests/test_hard_days.py::test_a_writer_killed_again_and_again_loses_no_turn",
        "tests/store/test_store_writer.py::test_a_writer_killed_in_a_quiet_hour_is_missed_at_once",
        "tests/store/test_store_commit_faults.py::test_a_killed_writer_leaves_no_half_of_a_commit",
    ),
    "bot and writer are killed together": (
        "tests/store/test_store_crash.py::test_no_kill_of_bot_and_writer_together_loses_an_acknowledged_update",
    ),
    "Telegram is silent, or answers 429 to everybody": (
        "tests/test_whole_bot_silence.py::test_a_long_pause_for_all_is_tried_after_a_restart",
        "tests/test_whole_bot_trouble.py::test_word_to_the_admins_holds_up_neither_start_nor_stop",
    ),
}
"""What can befall the machine, and the tests that let it."""

REFUSED = "belum tersimpan"
CHOSEN = "ask:set:level:{}:atur"


@pytest.mark.parametrize("tests", HARD_DAYS.values(), ids=HARD_DAYS.keys())
def test_each_hard_day_is_lived_by_a_test(tests: tuple[str, ...]) -> None:
    """No row of the table names a test that is not there."""
    for test in tests:
        path, _, name = test.partition("::")
        tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
        functions = ast.FunctionDef | ast.AsyncFunctionDef
        assert name in {node.name for node in tree.body if isinstance(node, functions)}


async def set_level(house: House, message: int, level: str) -> str:
    """Have Sari choose a kind of school and return what she reads."""
    await house.sari.tap(message, data=CHOSEN.format(level))
    return str((await house.sari.next_message(timeout=20))["text"])


def level_of(data: Path) -> str:
    """Return the kind of school that is on disk."""
    record = stored(data, SARI)
    assert record
    return str(record["level"])


async def test_a_data_directory_that_is_moved_away_is_waited_for(tmp_path: Path) -> None:
    """Nothing is written elsewhere meanwhile, whoever runs the bot reads why, and all goes on once it is back."""
    data, away = tmp_path / "data", tmp_path / "away"
    async with a_house(data) as house:
        message = await register(house.sari)
        await set_level(house, message, "smp")
        data.rename(away)
        assert REFUSED in await set_level(house, message, "sma")
        assert not (await house.health())[1]["ok"]
        assert not data.exists()
        assert level_of(away) == "smp"
        await house.until(lambda: house.told("moved away or replaced"))
        away.rename(data)
        await house.until(lambda: house.told("berjalan lagi"))
        assert REFUSED not in await set_level(house, message, "sma")
        assert level_of(data) == "sma"


async def test_a_directory_in_the_place_of_the_data_is_not_written_to(tmp_path: Path) -> None:
    """A backup put back under a running bot waits for the start that reads it; until then no turn is acknowledged."""
    data, away = tmp_path / "data", tmp_path / "away"
    async with a_house(data) as house:
        message = await register(house.sari)
        await set_level(house, message, "smp")
        shutil.copytree(data, tmp_path / "copy")
        await set_level(house, message, "sma")
        data.rename(away)
        (tmp_path / "copy").rename(data)
        assert REFUSED in await set_level(house, message, "smk")
        await house.until(lambda: house.told("moved away or replaced"))
        assert (level_of(data), level_of(away)) == ("smp", "sma")
    async with a_house(data) as house:
        assert REFUSED not in (await say(house.sari, "/mulai"))["text"]


async def test_a_writer_killed_again_and_again_loses_no_turn(tmp_path: Path) -> None:
    """Each choice that is shown as made is on disk, however often the writer was killed around it."""
    async with a_house(tmp_path) as house:
        message = await register(house.sari)
        for level in ("smp", "sma", "smk", "sd"):
            os.kill(writer_of(house.parts.store), signal.SIGKILL)
            assert REFUSED not in await set_level(house, message, level)
            assert level_of(tmp_path) == level
        await house.until(lambda: house.told("Proses penulis"))


@contextmanager
def read_only(place: Path) -> Iterator[None]:
    """Have a folder read-only while the block lasts, as a mount over itself does also under open files."""
    try:
        mount("--bind", str(place), str(place))
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("only root may mount a disk")
    try:
        mount("-o", "remount,bind,ro", str(place))
        yield
    finally:
        subprocess.run(["/bin/umount", "-l", str(place)], check=True)


def mount(*words: str) -> None:
    subprocess.run(["/bin/mount", *words], check=True, capture_output=True)


async def test_a_disk_that_becomes_read_only_is_outlived(tmp_path: Path) -> None:
    """Each one hears that hers was not saved, the admin reads why, and it mends by itself."""
    async with a_house(tmp_path) as house:
        message = await register(house.sari)
        await set_level(house, message, "smp")
        with read_only(tmp_path):
            assert REFUSED in await set_level(house, message, "sma")
            assert not (await house.health())[1]["ok"]
            await house.until(lambda: house.told("Read-only file system"))
        await house.until(lambda: house.told("berjalan lagi"))
        assert REFUSED not in await set_level(house, message, "sma")
        assert level_of(tmp_path) == "sma"
