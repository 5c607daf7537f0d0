"""The copy of her data: everything the bot holds of her, in words, by her own clock."""

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import orjson
import pytest

from bot.chat.model import Command, File
from bot.chat.world import World
from bot.domain.coaching.attempt import Attempt, Choice, Showed
from bot.domain.coaching.coaching import Coaching
from bot.domain.coaching.cycle import Cycle
from bot.domain.coaching.evidence import SKIPPED, Evidence, EvidenceKind, Said
from bot.domain.coaching.progress import Status, StepProgress
from bot.domain.coaching.promise import Promise
from bot.domain.evaluation.evaluation import Evaluation
from bot.domain.person.person import Person
from bot.domain.person.zone import Zone
from bot.domain.programme.guide import Aid
from bot.domain.programme.programme import StepSlug, TaskSlug
from bot.domain.roster.nudge_request import NudgeRequest, TeacherGroup
from bot.domain.school.school import Coordinator
from bot.store.base import Put
from bot.store.codec.people import PEOPLE
from bot.store.codec.schools import SCHOOLS
from tests.delivery.schools import MADE, SCHOOL, keep, keep_wish, member
from tests.delivery.teachers import OPENING, HandClock
from tests.errand_desk import OTHER, WORDS, ZUBAIDAH, Desk
from tests.reports.pdf_text import words_of

ISO = re.compile(r"\d{4}-\d\d-\d\dT")


@pytest.fixture
async def desk(world: World, clock: HandClock, tmp_path: Path) -> AsyncIterator[Desk]:
    opened = await Desk(world, clock, tmp_path).open()
    yield opened
    await opened.store.close()


async def the_file(desk: Desk, who: int) -> File:
    """Return the file that somebody gets who asks for her data."""
    shown = await desk.turns.handle(desk.incoming(who, Command("unduh_data")))
    return next(thing for thing in shown if isinstance(thing, File))


async def copy_of(desk: Desk, who: int) -> tuple[dict[str, Any], str]:
    """Return somebody's copy, and its bytes as text."""
    content = (await the_file(desk, who)).content
    return orjson.loads(content), content.decode()


async def test_a_teacher_gets_what_was_sent_to_her_and_what_she_wrote(desk: Desk) -> None:
    """Her letter, the broadcast she answered as she read it, her school and her name in it."""
    await desk.answer(WORDS)
    await desk.pump()
    told, text = await copy_of(desk, ZUBAIDAH)
    (letter,) = told["Surat yang Anda tulis"]
    assert letter["Isi"] == WORDS
    (message,) = told["Siaran dan surat untuk Anda"]
    assert (message["Isi"], message["Dari"]) == ("Halo Zubaidah", "Made")
    assert message["Keadaan"] == "Terkirim"
    (role,) = told["Peran Anda"]
    assert role == {"Sekolah": SCHOOL.name, "Sebagai": "guru", "Nama Anda di sana": "Zubaidah"}
    assert "Guru lain" not in text
    assert str(OTHER) not in text


async def test_a_letter_on_its_way_is_in_the_copy_too(desk: Desk) -> None:
    """What an older release has left in her own document stands there until it is carried over."""
    await desk.answer_of_old(WORDS)
    told, _ = await copy_of(desk, ZUBAIDAH)
    (waiting,) = told["Catatan Anda"]["Surat yang menunggu dikirim"]
    assert waiting["Teks"] == WORDS


async def test_a_coordinator_gets_her_broadcasts_roles_and_acts(desk: Desk) -> None:
    """What she sent with the number of people, her letters received, her acts; no teacher's id."""
    await desk.answer(WORDS)
    await desk.pump()
    told, text = await copy_of(desk, MADE)
    (sent,) = told["Siaran yang Anda kirim"]
    assert (sent["Isi"], sent["Jumlah orang"]) == ("Halo [nama]", 2)
    (letter,) = told["Siaran dan surat untuk Anda"]
    assert (letter["Isi"], letter["Dari"]) == (WORDS, "Zubaidah")
    assert "koordinator" in [role["Sebagai"] for role in told["Peran Anda"]]
    (act,) = told["Kegiatan Anda, atau terhadap Anda, dalam catatan sekolah"]
    assert (act["Yang dilakukan"], act["Oleh"]) == ("mengirim siaran", "Anda")
    assert str(ZUBAIDAH) not in text


async def test_a_former_coordinator_finds_her_name_where_it_is_kept(desk: Desk) -> None:
    """A name that stands in a school's document only for its log is told as well."""
    former = replace(SCHOOL, former=(Coordinator(ZUBAIDAH, "Bu Zub"),))
    await desk.store.update(SCHOOLS, SCHOOL.id, lambda _: (Put(former), None))
    await desk.turns.directory.load()
    told, _ = await copy_of(desk, ZUBAIDAH)
    roles = {role["Sebagai"]: role["Nama Anda di sana"] for role in told["Peran Anda"]}
    assert roles["pernah menjadi koordinator"] == "Bu Zub"


async def test_reminders_asked_for_her_are_told_without_the_others(desk: Desk) -> None:
    """What a coordinator has asked for stands in the copy of whom it concerns."""
    ask = NudgeRequest(
        id="a1",
        school=SCHOOL.id,
        group=TeacherGroup.NOT_BEGUN,
        asked_at=OPENING,
        due_at=OPENING + timedelta(hours=1),
        waiting=(OTHER, ZUBAIDAH),
        by=MADE,
    )
    await keep_wish(desk.store, ask)
    told, text = await copy_of(desk, ZUBAIDAH)
    (asked,) = told["Pengingat untuk Anda yang diminta koordinator dan belum selesai"]
    assert (asked["Sekolah"], asked["Kelompok"]) == (SCHOOL.name, "Belum mulai")
    assert str(OTHER) not in text


async def test_the_copy_says_what_it_leaves_out(desk: Desk) -> None:
    """Each thing that is left out is named with its reason, also what cannot be read now."""
    told, _ = await copy_of(desk, ZUBAIDAH)
    left = " ".join(told["Yang tidak disertakan, dan alasannya"])
    for words in (
        "orang lain",
        "Log teknis",
        "Bagian pesan panjang",
        "Salinan cadangan",
        "nomor yang hanya",
    ):
        assert words.lower() in left.lower()
    assert "tidak dapat dibaca" not in left
    await desk.answer(WORDS)
    await desk.pump()
    next(desk.data.glob("chunks/*/*.json")).write_bytes(b"{")
    told, _ = await copy_of(desk, ZUBAIDAH)
    assert "1 catatan" in " ".join(told["Yang tidak disertakan, dan alasannya"])


def a_full_person(number: int, now: datetime, world: World) -> Person:
    """A teacher in the east who has done something of everything."""
    steps = [step.slug for step in world.programme]
    evaluation = Evaluation(
        quarter="2026-Q3",
        begun_at=now,
        finished_at=now,
        levels=dict.fromkeys(steps, 2),
        focus=tuple(steps[:2]),
        strength=steps[3],
        intention="lebih banyak mendengar",
    )
    return replace(
        member(number, now),
        zone=Zone.WIT,
        evaluations=(evaluation,),
        progress={steps[0]: StepProgress(status=Status.DONE, started_at=now, done_at=now)},
        updates=(1_001, 1_002),
    )


async def test_nothing_in_the_copy_needs_to_be_guessed(desk: Desk, world: World) -> None:
    """Labels instead of the program's names, titles instead of slugs, her clock, her school's name."""
    late = datetime(2026, 11, 29, 18, 0, tzinfo=UTC)  # 03.00 of the next day in the east
    await keep(desk.store, a_full_person(ZUBAIDAH, late, world))
    told, text = await copy_of(desk, ZUBAIDAH)
    hers = told["Catatan Anda"]
    assert hers["ID Telegram"] == ZUBAIDAH
    assert hers["Sekolah"] == SCHOOL.name
    first = next(iter(world.programme))
    assert hers["Tanda pada langkah"][f"1. {first.title}"]["Keadaan"] == "selesai"
    assert "Senin, 30 November 2026 pukul 03.00 WIT" in text
    assert not ISO.search(text)
    assert SCHOOL.id not in text
    raw = {"seen_at", "shown_name", "progress", "evaluations", "outbound", "levels"}
    assert not raw & set(re.findall(r'"(\w+)":', text))


@pytest.mark.parametrize(
    ("zone", "day"), [(Zone.WIB, "2026-11-30"), (Zone.WIT, "2026-11-30"), (None, "2026-11-30")]
)
async def test_the_file_is_dated_by_her_own_day(
    desk: Desk, clock: HandClock, zone: Zone | None, day: str
) -> None:
    """Early on Monday in Indonesia it is still Sunday in UTC; her file says Monday."""
    clock.now = datetime(2026, 11, 29, 17, 30, tzinfo=UTC)
    await keep(desk.store, replace(member(ZUBAIDAH, OPENING), zone=zone))
    assert day in (await the_file(desk, ZUBAIDAH)).name


async def test_what_the_copy_lists_is_gone_when_she_deletes_her_data(desk: Desk) -> None:
    """After deleting, nothing of hers that the copy told of stands on the disk."""
    await desk.answer(WORDS)
    await desk.pump()
    await desk.do(ZUBAIDAH, await desk.erase(ZUBAIDAH))
    assert desk.files_with(WORDS) == desk.files_with("Zubaidah") == []
    assert await desk.store.get(PEOPLE, str(ZUBAIDAH)) is None


COACHED = Coaching(
    active=Cycle(
        step=StepSlug("laksana"),
        begun_at=OPENING,
        attempts=(
            Attempt(
                choice=Choice(task=TaskSlug("tunggu-dulu"), small=True),
                begun_at=OPENING,
                rehearsal=Said(voice="voice-id"),
                looks=frozenset({1}),
                looked=True,
                promise=Promise(
                    made_at=OPENING,
                    day=date(2026, 11, 30),
                    group="kelas 4",
                    words="Jika diam, maka saya menunggu.",
                    aids=frozenset({Aid.PLAN}),
                    is_settled=True,
                ),
                tried_on=date(2026, 11, 30),
                showed=Showed(count=9, words="9 murid"),
                evidence=(
                    Evidence(kind=EvidenceKind.PHOTO, at=OPENING, words="Papan", files=("a", "b")),
                ),
                reflections=(Said(words="Saya belajar menunggu."), SKIPPED),
            ),
        ),
    ),
    history=(
        Cycle(step=StepSlug("ptk"), begun_at=OPENING, closed_at=OPENING, level=3, habit=True),
    ),
    gate_at=OPENING,
)


async def test_a_cycle_is_told_in_words(desk: Desk) -> None:
    """Tasks, days and answers are told in words; of her files only how many there are."""

    def tried(person: Person | None) -> tuple[Put[Person], None]:
        assert person is not None
        return Put(replace(person, coaching=COACHED)), None

    await desk.store.update(PEOPLE, str(ZUBAIDAH), tried)
    told, text = await copy_of(desk, ZUBAIDAH)
    cycles = told["Catatan Anda"]["Percobaan di kelas"]
    (attempt,) = cycles["Yang sedang dijalani"]["Percobaan"]
    assert attempt["Yang dicoba"]["Tugas"] == "Tunggu dulu"
    assert attempt["Rencana"]["Hari"] == "Senin, 30 November 2026"
    assert attempt["Rencana"]["Kelas"] == "kelas 4"
    assert attempt["Rencana"]["Yang disiapkan"] == ["RPP atau modul ajar"]
    assert attempt["Latihan"]["Suara"] == "pesan suara"
    assert attempt["Bukti"][0]["Banyaknya berkas di Telegram"] == 2
    assert attempt["Refleksi"][0]["Tulisan"] == "Saya belajar menunggu."
    assert cycles["Yang sudah ditutup"][0]["Tingkat menurut Anda"] == "3 · Sudah terbiasa"
    assert "voice-id" not in text
    assert all(re.fullmatch(r"[A-Z].*", name) for name in names_in(cycles))


def names_in(value: Any) -> set[str]:
    """Return all labels in a part of the copy."""
    if isinstance(value, list):
        return {name for one in value for name in names_in(one)}
    if not isinstance(value, dict):
        return set()
    return {*value, *(name for one in value.values() for name in names_in(one))}


async def test_the_copy_comes_as_pages_beside_the_json(desk: Desk) -> None:
    """A PDF of the same day, with her letter in it and without the numbers of updates."""
    await desk.answer(WORDS)
    await desk.pump()
    shown = await desk.turns.handle(desk.incoming(ZUBAIDAH, Command("unduh_data")))
    told, pages = (thing for thing in shown if isinstance(thing, File))
    assert told.name.removesuffix(".json") == pages.name.removesuffix(".pdf")
    text = words_of(pages.content)
    assert WORDS in text
    assert "Nomor kiriman Telegram" not in text
    assert "Surat yang Anda tulis" in text
