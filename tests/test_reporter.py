"""Reports of a school: rights are asked again, a file with names is noted, only counts without."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook

from bot.app.directory import Directory
from bot.app.looks import Looks
from bot.app.views.beside import EffectReplies
from bot.app.views.school_reports import SchoolReports
from bot.chat.model import DrawRecap, ExportRecap, File, Picture, Screen
from bot.chat.screens.school.recap_report import table_kilobytes
from bot.chat.world import World
from bot.demo.school import ADMIN, COORDINATOR, SCHOOL, TEACHERS, found_school
from bot.domain.school.access import Action
from bot.domain.school.school import SchoolId
from bot.domain.school.school_change import RemoveCoordinator
from bot.reports.painter import Painter
from bot.store.base import Drop, Put
from bot.store.codec.kinds import KINDS
from bot.store.codec.people import PEOPLE, PERSON_SCHOOL
from bot.store.tiny.store import memory_store
from tests.changing import change_school
from tests.delivery.disks import BadDisk, sound


@pytest.fixture
async def reporter(world: World, now: datetime) -> AsyncIterator[SchoolReports]:
    """A reporter over the demo's school."""
    store = memory_store(KINDS)
    await store.open()
    await found_school(store, world, now)
    directory = Directory(store, frozenset({ADMIN}))
    await directory.load()
    yield SchoolReports(store, world, directory, Painter())
    await store.close()


async def test_the_workbook_holds_what_may_be_known_and_is_noted(
    reporter: SchoolReports, now: datetime
) -> None:
    """Four sheets with names and numbers, no larger than told, and one entry in the log."""
    file = await reporter.workbook(SCHOOL, COORDINATOR, now)
    assert isinstance(file, File)
    assert file.name == "rekap-sdn-contoh-1-2026-11-20.xlsx"
    assert len(file.content) <= table_kilobytes(len(TEACHERS)) * 1000
    book = load_workbook(BytesIO(file.content))
    assert book.sheetnames == ["Guru", "Langkah", "Evaluasi", "Keterangan"]
    *names, total = [cell.value for cell in book["Guru"]["A"][1:]]
    assert sorted(names) == sorted(one.name for one in TEACHERS)
    assert total == f"Jumlah: {len(TEACHERS)} guru"
    assert book["Guru"]["F14"].value == sum(one.done for one in TEACHERS)
    assert book["Langkah"].max_row == 15
    assert sum(cell.value for cell in book["Langkah"][15][2:5]) == 13 * len(TEACHERS)
    (entry,) = await reporter.directory.log(SCHOOL, now)
    assert (entry.by, entry.action, entry.count) == (COORDINATOR, Action.EXPORT, len(TEACHERS))


async def test_the_workbook_tells_namesakes_apart(reporter: SchoolReports, now: datetime) -> None:
    """Two teachers of one name stand in it as they stand in the lists, never twice the same."""
    for number in (await reporter.store.find(PEOPLE, PERSON_SCHOOL.equals(SCHOOL)))[:2]:
        known = await reporter.store.get(PEOPLE, number)
        assert known
        siti = replace(known, shown_name="Siti Aminah")
        await reporter.store.update(PEOPLE, number, lambda _, siti=siti: (Put(siti), None))  # type: ignore[misc] # bound by its default
    file = await reporter.workbook(SCHOOL, COORDINATOR, now)
    assert isinstance(file, File)
    names = [cell.value for cell in load_workbook(BytesIO(file.content))["Guru"]["A"]]
    alike = [name for name in names if str(name).startswith("Siti Aminah")]
    assert len(set(alike)) == len(alike)
    assert sum(str(name).startswith("Siti Aminah (") for name in alike) >= 2


async def test_the_picture_has_no_names_and_is_not_noted(
    reporter: SchoolReports, now: datetime
) -> None:
    """A picture of counts is no export of people."""
    picture = await reporter.picture(SCHOOL, now)
    assert isinstance(picture, Picture)
    assert picture.content.startswith(b"\x89PNG")
    assert await reporter.directory.log(SCHOOL, now) == ()


@pytest.mark.parametrize("school", [SCHOOL, SchoolId("nirgends")])
async def test_without_the_right_nothing_is_made(
    school: SchoolId, reporter: SchoolReports, now: datetime
) -> None:
    """A coordinator who was removed meanwhile, and whoever runs the bot, get a refusal."""
    parts = (reporter.store, reporter.world, reporter.directory, reporter.painter)
    beside = EffectReplies(Looks(*parts, asyncio.Lock()), "bot")
    await change_school(reporter.directory, SCHOOL, RemoveCoordinator(COORDINATOR), ADMIN, now)
    for person in (COORDINATOR, ADMIN):
        for effect in (ExportRecap(school), DrawRecap(school)):
            (shown,) = await beside.brought(effect, person, now)
            assert isinstance(shown, Screen)
            assert "hanya untuk koordinator" in shown.text


async def test_levels_are_written_down_before_they_are_told(
    reporter: SchoolReports, now: datetime
) -> None:
    """While the disk is full none are told; then once, and the same after a restart and changes."""
    disk = BadDisk(reporter.store)
    reporter.directory.store = disk
    disk.broken = lambda kind, _key, writing: writing and kind == "schools"
    counted = await reporter.count(SCHOOL, now)
    assert counted is not None
    assert counted[1].levels == {}
    disk.broken = sound
    counted = await reporter.count(SCHOOL, now)
    assert counted is not None
    assert counted[1].levels
    for one in TEACHERS[:4]:
        await reporter.store.update(PEOPLE, str(one.id), lambda _: (Drop(), None))
    await reporter.directory.load()
    again = await reporter.count(SCHOOL, now)
    assert again is not None
    assert again[1].levels == counted[1].levels
    assert await reporter.directory.log(SCHOOL, now) == ()


async def test_words_and_workbook_tell_the_same_levels(
    reporter: SchoolReports, now: datetime
) -> None:
    """No step has numbers in the one and none, or others, in the other."""
    counted = await reporter.count(SCHOOL, now)
    file = await reporter.workbook(SCHOOL, COORDINATOR, now)
    assert counted is not None
    assert isinstance(file, File)
    sheet = load_workbook(BytesIO(file.content))["Langkah"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2, max_row=14)]
    written = {row[0]: (row[6], row[7]) for row in rows if row[5] is not None}
    steps = {step.slug: step.number for step in reporter.world.programme}
    assert written == {steps[slug]: halves for slug, halves in counted[1].levels.items()}
