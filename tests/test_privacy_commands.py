"""The commands with which whoever runs the bot keeps what people were promised about their data."""

import asyncio
import json
from collections import Counter
from pathlib import Path

from pydantic import SecretStr

from bot.app.breach import breaches
from bot.app.views.erasure_words import erasure_words
from bot.chat.world import World
from bot.domain.backup import BackupState
from bot.domain.broadcast.batch import Fate
from bot.domain.erasure import ErasureReport, TracePart
from bot.domain.person.leaving import EraseOwnData
from bot.domain.person.person import PersonId
from bot.run.backup.folder import BackupFolder
from bot.run.backup.making import make_backup
from bot.run.privacy.breach_order import ORDER, STOP, BreachOrder
from bot.run.settings import Settings
from bot.run.wiring import build
from bot.store.base import Put
from bot.store.codec.kinds import KINDS
from bot.store.codec.people import PEOPLE
from bot.store.postgres.store import postgres_store
from bot.store.tiny.store import tiny_store
from tests.delivery.teachers import OPENING, HandClock, put, teacher
from tests.delivery.test_breach import FILLED, TEMPLATE, filled
from tests.errand_desk import OTHER
from tests.forked import bot
from tests.shipped import shipped_world
from tests.store.postgres.test_schema import do
from tests.test_no_trace import SHE


def test_the_template_of_a_notice_is_printed_as_it_is(tmp_path: Path) -> None:
    """It goes into a file, is filled in, and comes back with the same command."""
    done = bot("breach", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, TEMPLATE.read_text(encoding="utf-8"))


def test_a_notice_is_shown_whole_and_left_for_the_bot(tmp_path: Path) -> None:
    """With what people will read, whom it is for, and that the law's time is over, if it is."""
    (tmp_path / "notice.toml").write_text(filled())
    (tmp_path / "data").mkdir(mode=0o700)
    done = bot("breach", "notice.toml", "--yes", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "kami mohon maaf" in done.stdout
    assert "To: semua" in done.stdout
    assert "until 2026-11-06 15:00 UTC" in done.stdout
    order = tmp_path / "data" / ORDER
    assert order.stat().st_mode & 0o777 == 0o600
    left = BreachOrder.model_validate(json.loads(order.read_text()))
    assert left == BreachOrder.model_validate(FILLED)


def test_nothing_is_left_without_a_yes_or_with_a_line_missing(tmp_path: Path) -> None:
    """A slip of the hand tells nobody anything."""
    (tmp_path / "data").mkdir(mode=0o700)
    (tmp_path / "notice.toml").write_text(filled())
    assert bot("breach", "notice.toml", cwd=tmp_path).returncode != 0
    (tmp_path / "notice.toml").write_text(filled().replace(FILLED["kontak"], ""))
    done = bot("breach", "notice.toml", "--yes", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (2, "notice.toml: kontak: it is empty; fill it in\n")
    (tmp_path / "notice.toml").write_text(TEMPLATE.read_text(encoding="utf-8"))
    done = bot("breach", "notice.toml", "--yes", cwd=tmp_path)
    assert done.stderr.startswith("notice.toml: diketahui: write it like 2026-")
    assert list((tmp_path / "data").iterdir()) == []


def test_a_notice_is_stopped_after_a_yes(tmp_path: Path) -> None:
    """What waits for the bot goes at once, and the bot is told to stop; one notice at a time."""
    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    (tmp_path / "notice.toml").write_text(filled())
    assert bot("breach", "notice.toml", "--yes", cwd=tmp_path).returncode == 0
    assert bot("breach", "notice.toml", "--stop", "--yes", cwd=tmp_path).returncode == 2
    assert bot("breach", "--stop", cwd=tmp_path).returncode != 0
    assert [one.name for one in data.iterdir()] == [ORDER]
    done = bot("breach", "--stop", "--yes", cwd=tmp_path)
    assert (done.returncode, [one.name for one in data.iterdir()]) == (0, [STOP])


async def test_with_a_database_a_notice_is_written_and_stopped_from_any_machine(
    tmp_path: Path, database: str
) -> None:
    """The disk the command runs on may be another than the bot's: nothing is left there."""
    store = postgres_store(database, KINDS)
    await store.open()
    await store.update(PEOPLE, "7001", lambda _: (Put(teacher(7001)), None))
    (tmp_path / "notice.toml").write_text(filled())

    async def run(*words: str) -> str:
        done = await asyncio.to_thread(
            bot, "breach", *words, "--yes", cwd=tmp_path, DATABASE_URL=database
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert "1 people get it" in await run("notice.toml")
    assert [(one.is_stopped, one.fates) for one in await breaches(store)] == [
        (False, Counter({Fate.QUEUED: 1}))
    ]
    assert "1 notices stopped" in await run("--stop")
    assert [one.is_stopped for one in await breaches(store)] == [True]
    assert [one.name for one in tmp_path.rglob("breach-*")] == []
    await store.close()


async def test_traces_of_a_person_are_told_file_by_file_and_backup_by_backup(
    tmp_path: Path,
) -> None:
    """Raw bytes and names of files, in the data and in what backups hold; a longer number is another's."""
    data, backups = tmp_path / "data", tmp_path / "backups"
    store = tiny_store(data, KINDS)
    await store.open()
    await store.update(PEOPLE, "7001", lambda _: (Put(teacher(7001)), None))
    await store.close()
    make_backup(data, BackupFolder(backups, 14).name(OPENING, sealed=False), None)
    make_backup(data, backups / "by-hand.tar.gz", None)
    settings = {"DATA_DIR": "data", "BACKUP_DIR": "backups"}
    done = bot("traces", "7001", cwd=tmp_path, **settings)
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert [Path(line).name for line in lines[:2]] == ["people.jsonl", "7001.json"]
    assert lines[2] == "data: 2 files name 7001."
    assert [line.partition(": ")[2] for line in lines[3:]] == ["1 documents name 7001."] * 2
    done = bot("traces", "700", cwd=tmp_path, **settings)
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, "data: 0 files name 700.")


async def test_traces_in_a_database_are_told_row_by_row(
    tmp_path: Path, database: str, world: World
) -> None:
    """Whatever table they lie in: documents, what follows from them, and what is none of the bot's documents."""
    settings = Settings(database_url=SecretStr(database))
    parts = build(settings, HandClock(OPENING), world=world)
    await parts.store.open()
    await parts.directory.load()
    for who in (SHE, OTHER):
        await put(parts.store, world, teacher(who))
    do(database, f"INSERT INTO leases VALUES ('x', 'of {SHE}', 1, now())")  # noqa: S608 -- a number of ours

    async def told() -> tuple[int, list[str]]:
        done = await asyncio.to_thread(bot, "traces", str(SHE), cwd=tmp_path, DATABASE_URL=database)
        return done.returncode, (done.stdout + done.stderr).splitlines()

    rows = [f"documents_people {SHE}", "leases", f"database: 2 rows name {SHE}."]
    assert await told() == (1, rows)
    report = await parts.turns.trace(SHE)
    assert report.counts[TracePart.PEOPLE] == report.counts[TracePart.OTHERS] == 1
    do(database, "DELETE FROM leases")
    assert await parts.turns.commits.act(PersonId(SHE), EraseOwnData(), OPENING) is None
    assert sum((await parts.turns.trace(SHE)).counts.values()) == 0
    assert (await told())[1][
        0
    ] == f"documents_dropped {SHE} (gone within 10 minutes while a bot runs)"
    do(database, "DELETE FROM documents_dropped")
    assert await told() == (0, [f"database: 0 rows name {SHE}."])
    await parts.store.close()


def test_the_report_tells_what_backups_hold_and_until_when() -> None:
    """How many, from when, when they go as a rule and at the latest; the copies in a chat, too."""
    texts = shipped_world().texts
    kept = BackupState(keep_days=14, made_at=OPENING, count=14)
    report = ErasureReport(found={"chunks": 2}, backups=kept, sends_backups=True)
    words = erasure_words(texts, report, None, OPENING)
    assert "Yang masih memuatnya: 2." in words
    assert "Siaran dan surat: 2" in words
    assert "Catatan Anda: 0" in words
    assert "17 November 2026, paling lambat 3 Desember 2026" in words
    assert "chat pengelola" in words
    assert "tidak membuat" in erasure_words(texts, ErasureReport(), None, OPENING)
