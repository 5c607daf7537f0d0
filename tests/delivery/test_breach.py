"""A notice of a breach reaches everybody affected once, whatever they stopped and whatever dies."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.app.breach import breaches
from bot.chat.model import Screen, Shown
from bot.chat.world import World
from bot.cluster.notifier import Notifier
from bot.delivery.broadcasts import chunks_in, of_school
from bot.domain.breach import NO_SCHOOL, WITHIN, minutes_for
from bot.domain.broadcast.batch import Fate
from bot.domain.broadcast.verdict import Gone, RetryAt, Sent, StillDue, Verdict
from bot.domain.person.person import PersonId
from bot.errors import SettingsFaulty
from bot.run.privacy.breach_desk import BreachDesk
from bot.run.privacy.breach_order import ORDER, STOP, BreachOrder, leave_stop
from bot.store.base import Store
from bot.store.codec.broadcasts import BROADCAST_SCHOOL, BROADCASTS
from tests.delivery.announcing import Office
from tests.delivery.mail import posting
from tests.delivery.schools import MADE, SCHOOL, keep
from tests.delivery.teachers import OPENING, teacher
from tests.shipped import ROOT

SIZE = 60
FIRST = 1_001
TEMPLATE = ROOT / "content" / "breach_id.toml"
NIGHT = datetime(2026, 11, 3, 17, 0, tzinfo=UTC)
FILLED = {
    "diketahui": "2026-11-03T22:00:00+07:00",
    "kapan": "3 November 2026 pagi",
    "data": "sapaan & jawaban",
    "bagaimana": "cadangan dapat dibuka orang lain",
    "penanganan": "cadangan dihapus",
    "saran": "waspadai pesan yang mengaku dari kami",
    "kontak": "KKG Contoh",
}


class Breached:
    """An office whose own broadcast is done, with a desk that takes orders."""

    def __init__(self, office: Office, data: Path) -> None:
        self.office, self.data = office, data
        self.told: list[str] = []
        self.got: Counter[int] = Counter()
        self.words: dict[int, str] = {}
        self.verdicts: dict[int, Verdict] = {}
        self.dies_after: int | None = None
        self.hung = asyncio.Event()

    async def order(self, **lines: object) -> None:
        """Leave an order, with some lines as given here, and let a tick take it."""
        BreachOrder.model_validate({**FILLED, **lines}).leave(self.data)
        await self.tick()

    async def tick(self) -> None:
        """Let the desk look."""
        turns = self.office.turns
        desk = BreachDesk(
            self.data,
            self.office.store,
            turns.world,
            turns.directory.snapshot,
            Notifier(),
            self.office.clock,
            self.told.append,
        )
        await desk.look()

    async def post(self, person: PersonId, shown: Shown, wanted: StillDue) -> Verdict:
        """Take a message; after so many everything hangs, and the process is as good as dead."""
        if not await wanted():
            return RetryAt(OPENING, "held back")
        assert isinstance(shown, Screen)
        self.got[person] += 1
        self.words[person] = shown.text
        if self.dies_after is not None:
            self.dies_after -= 1
            if self.dies_after < 0:
                self.hung.set()
                await asyncio.Event().wait()
        return self.verdicts.get(person, Sent(1))

    async def work(self) -> None:
        """Let the broadcaster send until it rests, or until the process dies."""
        made = self.office.mail.broadcaster(self.office.turns, run=f"run-{self.office.runs}")
        broadcaster = posting(made, self.post)
        await broadcaster.look()
        finishing = asyncio.ensure_future(broadcaster.finish())
        hanging = asyncio.ensure_future(self.hung.wait())
        await asyncio.wait({finishing, hanging}, return_when=asyncio.FIRST_COMPLETED)
        for task in (finishing, hanging):
            task.cancel()
        await asyncio.gather(finishing, hanging, return_exceptions=True)
        await broadcaster.finish(0)


@pytest.fixture
async def breached(world: World, tmp_path: Path) -> AsyncIterator[Breached]:
    office = await Office(world, SIZE).open()
    await office.pump()
    office.clock.now = NIGHT
    yield Breached(office, tmp_path)
    await office.store.close()


async def test_everybody_gets_it_in_the_night_too_whatever_they_stopped(breached: Breached) -> None:
    """Teachers, coordinators, who paused, stopped or withdrew; each as she is addressed, and escaped."""
    office = breached.office
    paused = replace(teacher(1), quiet=True)
    consent = teacher(2).consent
    assert consent
    withdrawn = replace(teacher(2), consent=replace(consent, withdrawn_at=OPENING))
    for person in (paused, withdrawn):
        await keep(office.store, person)
    await breached.order()
    assert not (breached.data / ORDER).exists()
    await breached.work()
    assert breached.got == Counter([1, 2, MADE, *range(FIRST, FIRST + SIZE)])
    assert "Ibu, kami mohon maaf" in breached.words[1]
    assert "sapaan &amp; jawaban" in breached.words[1]
    (state,) = await breaches(office.store)
    assert state.fates == {Fate.SENT: SIZE + 3}
    assert [f"{SIZE + 3} orang" in words for words in breached.told] == [True]


@pytest.mark.parametrize("deaths", [1, 3])
async def test_deaths_of_the_process_miss_nobody(breached: Breached, deaths: int) -> None:
    """Killed in between it goes on where it was; only what was on its way comes a second time."""
    await breached.order()
    for _ in range(deaths):
        breached.dies_after = 10
        breached.hung.clear()
        await breached.work()
        await breached.office.restart()
    breached.dies_after = None
    breached.hung.clear()
    for _ in range(2):
        await breached.work()
        breached.office.clock.move(minutes=5)
    assert set(breached.got) == {MADE, *range(FIRST, FIRST + SIZE)}
    assert max(breached.got.values()) <= 2


async def test_an_order_found_again_is_sent_once(breached: Breached) -> None:
    """A bot that was killed before the order was gone writes the same notice no second time."""
    await breached.order()
    await breached.work()
    await breached.order()
    await breached.work()
    assert max(breached.got.values()) == 1
    assert len(await breaches(breached.office.store)) == 1


@pytest.mark.parametrize(
    ("whom", "expected"),
    [
        (f"sekolah {SCHOOL.id}", {MADE, *range(FIRST, FIRST + SIZE)}),
        ([FIRST, FIRST + 1, 999], {FIRST, FIRST + 1}),
        ("sekolah zzzzzzzz", set[int]()),
    ],
)
async def test_only_who_is_meant_gets_it(
    breached: Breached, whom: object, expected: set[int]
) -> None:
    """One school with its coordinators, or people by their ids; who is not known here cannot be told."""
    await keep(breached.office.store, teacher(5))
    await breached.order(kepada=whom)
    await breached.work()
    assert set(breached.got) == expected


async def test_a_blocked_bot_is_counted_and_no_school_sees_the_notice(breached: Breached) -> None:
    """What became of each is in the register; it is no broadcast of a school, nor can it be answered."""
    breached.verdicts[FIRST] = Gone("bot was blocked by the user")
    await breached.order()
    await breached.work()
    store = breached.office.store
    (state,) = await breaches(store)
    assert state.fates == {Fate.SENT: SIZE, Fate.GONE: 1}
    assert [one.by for one in await of_school(store, SCHOOL.id)] == [MADE]
    received = breached.office.turns.notifier.arrivals.latest(FIRST + 1, NIGHT)
    assert received is None or received.sender == "Made"


async def test_a_notice_that_is_stopped_reaches_nobody_else(breached: Breached) -> None:
    """What was under way ends in a named state, also after a restart; the same order later goes on there."""
    await breached.order()
    breached.dies_after = 10
    await breached.work()
    leave_stop(breached.data)
    await breached.tick()
    assert not (breached.data / STOP).exists()
    got = sum(breached.got.values())
    breached.dies_after = None
    breached.hung.clear()
    await breached.office.restart()
    breached.office.clock.move(minutes=5)
    await breached.work()
    assert sum(breached.got.values()) == got
    (state,) = await breaches(breached.office.store)
    assert state.is_stopped
    assert Fate.QUEUED not in state.fates
    assert "dihentikan: 1" in breached.told[-1]
    await breached.order()
    for _ in range(2):
        await breached.work()
        breached.office.clock.move(minutes=5)
    assert set(breached.got) == {MADE, *range(FIRST, FIRST + SIZE)}


async def test_an_order_nobody_has_taken_is_withdrawn(breached: Breached) -> None:
    """A slip that is noticed within the tick reaches nobody."""
    BreachOrder.model_validate(FILLED).leave(breached.data)
    leave_stop(breached.data)
    await breached.tick()
    assert await breaches(breached.office.store) == ()
    assert list(breached.data.iterdir()) == []


async def begun(store: Store) -> set[int]:
    """Return who may have got the only notice: whoever's message has been claimed."""
    [key] = await store.find(BROADCASTS, BROADCAST_SCHOOL.equals(NO_SCHOOL))
    head = await store.get(BROADCASTS, key)
    assert head is not None
    deliveries = [one for chunk in await chunks_in(store, head) for one in chunk.deliveries]
    return {one.person for one in deliveries if one.outcome is not Fate.QUEUED}


async def test_a_correction_stops_what_it_corrects_and_reaches_who_has_it(
    breached: Breached,
) -> None:
    """It says what was wrong, to everybody affected and to whoever got the wrong words without being affected."""
    await breached.order()
    breached.dies_after = 10
    await breached.work()
    breached.dies_after = None
    breached.hung.clear()
    await breached.office.restart()
    told = await begun(breached.office.store)
    last = FIRST + SIZE - 1
    assert last not in told
    assert breached.got.keys() <= told
    breached.got.clear()
    breached.office.clock.move(minutes=5)
    await breached.order(ralat="jawaban tidak ikut terbuka.", kepada=[last])
    await breached.work()
    assert set(breached.got) == told | {last}
    assert "sebelumnya, bila sempat Anda terima, keliru: jawaban tidak" in breached.words[last]
    newest, first = await breaches(breached.office.store)
    assert (newest.is_stopped, first.is_stopped) == (False, True)


async def test_an_order_nobody_can_read_is_set_aside(breached: Breached) -> None:
    """It is not tried for ever, and nothing is sent."""
    (breached.data / ORDER).write_text("{")
    await breached.tick()
    await breached.tick()
    assert [one.name for one in breached.data.iterdir()] == ["breach-order.damaged"]
    assert await breaches(breached.office.store) == ()


def test_every_line_of_the_template_must_be_filled(tmp_path: Path) -> None:
    """What is missing is told line by line; the template as it is shipped is refused in all of them."""
    with pytest.raises(SettingsFaulty) as refused:
        BreachOrder.read(TEMPLATE)
    lines = {problem.split(": ")[1] for problem in refused.value.problems}
    assert lines == set(FILLED)
    file = tmp_path / "notice.toml"
    file.write_text(filled())
    assert BreachOrder.read(file).notice.known_at == datetime(2026, 11, 3, 15, tzinfo=UTC)


def filled() -> str:
    """Return the template with its lines filled in."""
    text = TEMPLATE.read_text(encoding="utf-8")
    for name, words in FILLED.items():
        text = text.replace(f'{name} = ""', f'{name} = "{words}"')
    return text


def test_ten_thousand_people_are_told_in_time() -> None:
    """At Telegram's pace in six minutes; the law's three days are counted from when it became known."""
    assert minutes_for(10_000) == 6
    notice = BreachOrder.model_validate(FILLED).notice
    assert not notice.is_late(notice.known_at + WITHIN)
    assert notice.is_late(notice.known_at + WITHIN + timedelta(seconds=1))
