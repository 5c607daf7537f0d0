"""Who deleted her data, or agreed no more, stays so after an older backup is restored, in files and in a database."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from shutil import rmtree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr

from bot.domain.person.farewell import KEPT, Farewell, FarewellKind, FarewellMarks
from bot.domain.person.leaving import EraseOwnData, WithdrawConsent
from bot.domain.person.person import CONSENT_VERSION, Consent, PersonId
from bot.run.backup.commands import restore_file
from bot.run.backup.database import restore_database
from bot.run.backup.making import make_backup, make_database_backup
from bot.run.privacy.farewell_desk import LIST_NAME
from bot.run.settings import Settings
from bot.run.wiring import Wiring, build
from bot.store.base import Put
from bot.store.codec.farewells import FAREWELLS
from bot.store.codec.people import PEOPLE
from bot.store.tiny.copying.backing_up import WantedCopy, back_up
from bot.store.tiny.copying.reading import documents
from tests.delivery.teachers import OPENING, HandClock, teacher
from tests.forked import bot
from tests.shipped import shipped_world

ERASES, WITHDRAWS, RETURNS, STAYS = 708_115_320, 708_115_321, 708_115_322, 708_115_323
DAY = timedelta(days=1)


@dataclass
class Host:
    """A machine on which a bot is started and stopped, and its data are backed up and restored."""

    folder: Path
    database: str | None
    clock: HandClock = field(default_factory=lambda: HandClock(OPENING))
    lists: bool = True
    """Whether there is a folder of backups, and so a copy of the list beside them."""

    told: list[str] = field(default_factory=list)

    @property
    def data(self) -> Path:
        """The data directory."""
        return self.folder / "data"

    @property
    def file(self) -> Path:
        """The backup."""
        return self.folder / "backup.tar.gz"

    @asynccontextmanager
    async def bot(self) -> AsyncIterator[Wiring]:
        """Start the bot as far as it keeps data, let it tick once at the end."""
        settings = Settings(
            telegram_bot_token=SecretStr("123456:a-token-that-is-no-token"),
            data_dir=self.data,
            backup_dir=self.folder / "backups" if self.lists else None,
            database_url=SecretStr(self.database) if self.database else None,
        )
        parts = build(settings, self.clock, world=shipped_world())
        await parts.store.open()
        await parts.directory.load()
        await parts.farewells.begin()
        yield parts
        await parts.farewells.look(self.told.append)
        await parts.store.close()

    def back_up(self) -> None:
        """Make the backup."""
        if self.database:
            make_database_backup(self.database, self.file, None)
        else:
            make_backup(self.data, self.file, None)

    def restore(self) -> None:
        """Put the backup in place of what there is."""
        if self.database:
            restore_database(self.database, self.file, None, replace=True)
        else:
            restore_file(self.data, self.file, None, replace=True)

    def lose(self) -> None:
        """Lose the disk on which the data lie, but not the one with the backups."""
        if not self.database:
            self.data.rename(self.folder / "lost")


@pytest.fixture(params=["files", "database"])
def host(request: pytest.FixtureRequest, tmp_path: Path) -> Host:
    database = request.getfixturevalue("database") if request.param == "database" else None
    return Host(tmp_path, database)


async def live(host: Host) -> None:
    """Four teachers, a backup; then one deletes her data, one agrees no more, one deletes and returns."""
    async with host.bot() as parts:
        for who in (ERASES, WITHDRAWS, RETURNS, STAYS):
            await keep(parts, who)
        await asyncio.to_thread(host.back_up)
        host.clock.now += DAY
        for who, wish in (
            (ERASES, EraseOwnData()),
            (WITHDRAWS, WithdrawConsent()),
            (RETURNS, EraseOwnData()),
        ):
            assert await parts.turns.commits.act(PersonId(who), wish, host.clock()) is None
        await keep(parts, RETURNS, since=DAY)


async def keep(parts: Wiring, who: int, since: timedelta = timedelta()) -> None:
    """Store a teacher who agreed at the opening, or so long after."""
    person = replace(
        teacher(who), consent=Consent(version=CONSENT_VERSION, given_at=OPENING + since)
    )
    await parts.store.update(PEOPLE, str(who), lambda _: (Put(person), None))


async def there(parts: Wiring) -> dict[int, bool]:
    """Return who is kept, and whether anything may be stored of them."""
    found = {}
    for key in await parts.store.find(PEOPLE):
        person = await parts.store.get(PEOPLE, key)
        found[int(key)] = bool(person and person.may_be_stored)
    return found


async def test_a_restored_backup_brings_nobody_back_who_has_left(host: Host) -> None:
    """Without a folder of backups either: before anybody is served. Those who run the bot hear of it once."""
    host.lists = False
    await live(host)
    await asyncio.to_thread(host.restore)
    async with host.bot() as parts:
        assert await there(parts) == {WITHDRAWS: False, STAYS: True}
    assert len(host.told) == 1
    assert "memuat 3 orang" in host.told[0]
    async with host.bot() as parts:
        assert await there(parts) == {WITHDRAWS: False, STAYS: True}
    assert len(host.told) == 1


async def test_who_came_back_by_herself_stays(host: Host) -> None:
    """A start without a restore touches nobody who agreed anew."""
    await live(host)
    async with host.bot() as parts:
        assert await there(parts) == {WITHDRAWS: False, RETURNS: True, STAYS: True}
    assert host.told == []


async def test_the_list_beside_the_backups_outlives_the_disk(tmp_path: Path) -> None:
    """A new machine that has only the folder of backups knows who has left, by marks without numbers."""
    host = Host(tmp_path, None)
    await live(host)
    listed = (tmp_path / "backups" / LIST_NAME).read_bytes()
    assert listed.count(b"\n") == 3
    assert b"708115" not in listed
    assert (tmp_path / "backups" / LIST_NAME).stat().st_mode & 0o077 == 0
    host.lose()
    await asyncio.to_thread(host.restore)
    async with host.bot() as parts:
        assert await there(parts) == {WITHDRAWS: False, STAYS: True}


async def test_a_list_that_was_torn_is_read_as_far_as_it_makes_sense(tmp_path: Path) -> None:
    """A line nobody can read keeps the bot from nothing."""
    host = Host(tmp_path, None)
    await live(host)
    place = tmp_path / "backups" / LIST_NAME
    place.write_bytes(b'{"mark": 1}\nnonsense\n' + place.read_bytes() + b'{"mark"')
    host.lose()
    await asyncio.to_thread(host.restore)
    async with host.bot() as parts:
        assert await there(parts) == {WITHDRAWS: False, STAYS: True}


async def test_what_no_backup_can_hold_is_forgotten(tmp_path: Path) -> None:
    """Thirty days later the marks go from the store, the copy of the list, and are not read from an old one."""
    host = Host(tmp_path, None)
    await live(host)
    old = (tmp_path / "backups" / LIST_NAME).read_bytes()
    host.clock.now += KEPT + DAY
    host.lose()
    async with host.bot() as parts:
        assert await parts.store.find(FAREWELLS) == []
    assert (tmp_path / "backups" / LIST_NAME).read_bytes() == b""
    assert old


@given(st.integers(1, 2**52), st.binary(min_size=1, max_size=40))
def test_a_mark_tells_a_person_only_to_who_has_the_secret(person: int, secret: bytes) -> None:
    """It has letters only, is another for each person and secret, and always the same."""
    mark = FarewellMarks(secret).of(person)
    others = {FarewellMarks(secret).of(person + 1), FarewellMarks(secret + b".").of(person)}
    assert mark.isalpha()
    assert mark == FarewellMarks(secret).of(person)
    assert mark not in others


def test_only_consents_are_compared_and_no_clocks() -> None:
    """Who left while the clock ran years ahead and agrees anew by the right one is not deleted for it."""
    agreed = replace(teacher(1), consent=Consent(version=CONSENT_VERSION, given_at=OPENING))
    ahead = Farewell.of(agreed, FarewellKind.ERASED, OPENING + 900 * DAY)
    assert ahead.is_undone_in(agreed)
    assert not ahead.is_undone_in(
        replace(agreed, consent=Consent(version=CONSENT_VERSION, given_at=OPENING + DAY))
    )


async def test_a_backup_older_than_the_list_is_restored_with_a_word(tmp_path: Path) -> None:
    """Whoever keeps copies for longer than the bot does is told that nobody remembers who has left since."""
    host = Host(tmp_path, None)
    async with host.bot() as parts:
        await keep(parts, STAYS)
    source = partial(documents, host.data)
    for days, warned in ((KEPT.days - 1, False), (KEPT.days + 1, True)):
        (tmp_path / "place").mkdir()
        made_at = datetime.now(UTC) - days * DAY
        back_up(source, tmp_path / "place", WantedCopy(host.file, None, made_at))
        rmtree(tmp_path / "place")
        done = await asyncio.to_thread(
            bot, "restore", "backup.tar.gz", "--replace", cwd=tmp_path, DATA_DIR=str(host.data)
        )
        assert (done.returncode, "older than 30 days" in done.stderr) == (0, warned)
