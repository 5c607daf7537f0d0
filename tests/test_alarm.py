"""What whoever runs the bot is told, and that nobody is promised more than that."""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.app import alarm
from bot.app.alarm import ATTEMPTS, ONE_BY_ONE, Alarm
from bot.domain.broadcast.verdict import Gone, RetryAt, Sent, Unknown, Verdict
from bot.errors import DocumentDamaged, DocumentTooNew, DocumentUnwritable
from bot.store.base import Fault
from bot.store.pulse import Trouble
from tests.delivery.teachers import OPENING
from tests.each import each
from tests.shipped import shipped_library


@dataclass
class Desk:
    """An alarm, the clock on its wall, and what has reached the one who runs the bot."""

    verdicts: list[Verdict] = field(default_factory=list)
    got: list[str] = field(default_factory=list)
    now: datetime = OPENING
    alarm: Alarm = field(init=False)

    def __post_init__(self) -> None:
        self.alarm = Alarm(shipped_library().texts, frozenset({1}), lambda: self.now)

    async def post(self, admin: int, words: str) -> Verdict:
        assert admin == 1
        verdict = self.verdicts.pop(0) if self.verdicts else Sent(7)
        if isinstance(verdict, Sent):
            self.got.append(words)
        return verdict


def damaged(key: str, kind: str = "people") -> Fault:
    return DocumentDamaged(
        kind, key, Path("/data", kind, "05", f"{key}.json"), "Input/output error"
    )


async def test_a_fault_is_told_once_a_day() -> None:
    """However often somebody taps, one message a day names the file and what is wrong."""
    desk = Desk()
    desk.alarm.connect(desk.post)
    for _ in range(3):
        assert await desk.alarm.has_told(damaged("5"))
    assert len(desk.got) == 1
    assert "people/05/5.json" in desk.got[0]
    assert "/data" not in desk.got[0]
    desk.now += timedelta(days=1)
    assert await desk.alarm.has_told(damaged("5"))
    assert len(desk.got) == 2


@each(
    ("fault", "words"),
    [
        (damaged("5"), "Catatan seorang guru tidak dapat dibaca"),
        (damaged("s", "schools"), "Catatan sebuah sekolah tidak dapat dibaca"),
        (damaged("s-2026-11", "audit"), "Log kegiatan sebuah sekolah"),
        (damaged("b", "broadcasts"), "Sebuah siaran atau surat"),
        (damaged("b-0", "chunks"), "Daftar kiriman"),
        (damaged("last", "ticks"), "Sebuah catatan kerja bot"),
        (DocumentUnwritable("people", "5", Path("people/05/5.json"), "x"), "tidak dapat diubah"),
        (DocumentTooNew("people", "5", 9, 4), "lebih baru"),
    ],
)
async def test_a_fault_is_called_what_it_is(fault: Fault, words: str) -> None:
    """A school is no teacher, and what cannot be changed can still be read."""
    desk = Desk()
    desk.alarm.connect(desk.post)
    assert await desk.alarm.has_told(fault)
    assert words in desk.got[0]


@each("verdict", [Gone("blocked"), Unknown("lost")])
async def test_who_was_not_reached_was_not_told(verdict: Verdict) -> None:
    """When the message did not surely arrive, nobody is promised that it did."""
    desk = Desk(verdicts=[verdict])
    desk.alarm.connect(desk.post)
    assert not await desk.alarm.has_told(damaged("5"))


async def test_without_anybody_to_tell_nobody_is_told() -> None:
    """Without ADMIN_IDS, and before the bot is connected, the answer is no."""
    desk = Desk()
    assert not await desk.alarm.has_told(damaged("5"))
    alone = Alarm(shipped_library().texts, frozenset(), lambda: OPENING)
    alone.connect(desk.post)
    assert not await alone.has_told(damaged("5"))
    assert desk.got == []


async def test_what_was_found_at_the_start_is_told_in_one_message() -> None:
    """Everything found before the connection is counted by kind; all its owners know then."""
    desk = Desk()
    faults = [damaged("5"), damaged("6"), damaged("s", "schools")]
    for fault in faults:
        desk.alarm.fault(fault)
    desk.alarm.connect(desk.post)
    for fault in faults:
        assert await desk.alarm.has_told(fault)
    (words,) = desk.got
    assert "2 catatan guru dan 1 catatan sekolah" in words


async def test_many_faults_do_not_become_many_messages() -> None:
    """After ten in a day one message says that there are more, and where they are named."""
    desk = Desk()
    desk.alarm.connect(desk.post)
    for number in range(50):
        assert await desk.alarm.has_told(damaged(str(number)))
    assert len(desk.got) == ONE_BY_ONE + 1


async def test_a_pause_of_telegram_is_waited_for() -> None:
    """A message that may not leave yet is sent when it may, unless that never comes."""
    desk = Desk(verdicts=[RetryAt(OPENING, "flood")])
    desk.alarm.connect(desk.post)
    assert await desk.alarm.has_told(damaged("5"))
    assert ATTEMPTS > 1


async def test_trouble_with_saving_is_told_when_it_begins_and_when_it_is_over() -> None:
    """Once each; a disk that comes and goes does not write a message each time."""
    desk = Desk()
    desk.alarm.connect(desk.post)
    trouble = Trouble("No space left on device", 0.0)
    for _ in range(4):
        desk.alarm.saving(trouble, False)
        desk.now += timedelta(minutes=1)
        desk.alarm.saving(trouble, True)
    await desk.alarm.finish(5)
    assert len(desk.got) == 2
    assert "No space left on device" in desk.got[0]
    assert "berjalan lagi" in desk.got[1]
    desk.now += timedelta(hours=1)
    desk.alarm.saving(trouble, False)
    await desk.alarm.finish(5)
    assert len(desk.got) == 3


async def test_trouble_that_comes_back_at_once_is_told_if_it_lasts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What was not told because something was told just now is told when it has gone on."""
    monkeypatch.setattr(alarm, "QUIET", timedelta(milliseconds=50))
    desk = Desk()
    desk.alarm.connect(desk.post)
    first, second = Trouble("No space left on device", 0.0), Trouble("Input/output error", 9.0)
    desk.alarm.saving(first, False)
    desk.alarm.saving(first, True)
    desk.alarm.saving(second, False)
    async with asyncio.timeout(20):
        while len(desk.got) < 3:  # noqa: ASYNC110 - nobody tells of it
            await asyncio.sleep(0.01)
    assert "Input/output error" in desk.got[2]


async def test_a_writer_that_is_replaced_is_told_once_a_day() -> None:
    """That it hung and that it died are two causes."""
    desk = Desk()
    desk.alarm.connect(desk.post)
    for hung in (True, True, False, False):
        desk.alarm.replaced(hung)
    await asyncio.sleep(0)
    await desk.alarm.finish(5)
    assert len(desk.got) == 2


async def test_problems_of_the_content_are_told_with_their_number() -> None:
    """Whoever runs the bot learns how many there are and which command lists them."""
    desk = Desk()
    desk.alarm.connect(desk.post)
    desk.alarm.content(3)
    await asyncio.sleep(0)
    await desk.alarm.finish(5)
    assert len(desk.got) == 1
    assert "3 masalah" in desk.got[0]
    assert "python -m bot check" in desk.got[0]
