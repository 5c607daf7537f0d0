"""Effects of a turn: carried out after the save, shown after the screen."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime

import pytest

from bot.app.directory import Directory
from bot.app.turns import Turns
from bot.app.views.unmade import Unmade
from bot.chat.model import (
    Command,
    Incoming,
    LevelPicture,
    Picture,
    Press,
    Response,
    Screen,
    UpdateId,
)
from bot.chat.world import World
from bot.delivery.broadcasts import report_of
from bot.domain.allowance import ALLOWANCES, LimitedUse
from bot.domain.person.person import PersonId
from bot.domain.school.school import Invite
from bot.reports.painter import Painter
from bot.store.base import Put, Store
from bot.store.codec.kinds import KINDS
from bot.store.codec.people import PEOPLE
from bot.store.codec.schools import SCHOOLS
from bot.store.tiny.store import memory_store
from tests.chat.walk import REGISTRATION
from tests.delivery.announcing import ID, Office
from tests.delivery.schools import SCHOOL
from tests.delivery.teachers import OPENING, stored, teacher

LEVELS = {"murid": 3, "teori": 1}
ASKED = "evaluation:picture:2026-Q4"


def draw_title(drawing: LevelPicture) -> bytes:
    """Return the words of a picture, so that a test can read it."""
    levels = ",".join(str(row.now) for row in drawing.rows)
    return f"{drawing.title}|{drawing.before}|{levels}".encode()


def break_down(_: LevelPicture) -> bytes:
    raise ValueError("no ink")


@pytest.fixture
async def store() -> AsyncIterator[Store]:
    opened = memory_store((PEOPLE, SCHOOLS))
    await opened.open()
    yield opened
    await opened.close()


async def press_all(turns: Turns, presses: list[str]) -> tuple[Response, ...]:
    """Press buttons one after the other and return what the last one shows."""
    shown: tuple[Response, ...] = ()
    for number, data in enumerate(presses, start=1):
        incoming = Incoming(update=UpdateId(number), person=PersonId(7), event=Press(data))
        shown = await turns.handle(incoming)
    return shown


def finished(world: World) -> list[str]:
    """Return the taps that finish an evaluation of this quarter."""
    quarter = "2026-Q4"
    items = [
        f"evaluation:level:{quarter}:{step.slug}:{LEVELS[step.slug]}"
        if step.slug in LEVELS
        else f"evaluation:skip:{quarter}:{step.slug}"
        for step in world.programme
    ]
    closing = [
        f"evaluation:pass:{quarter}:murid",
        f"evaluation:pass:{quarter}:kekuatan",
        f"evaluation:focused:{quarter}",
        f"evaluation:pass:{quarter}:niat",
        f"evaluation:save:{quarter}",
    ]
    return [*REGISTRATION, f"evaluation:go:{quarter}", *items, *closing]


async def test_a_picture_follows_its_screen(store: Store, world: World, now: datetime) -> None:
    """The picture is drawn from the stored answers and comes with buttons of its own."""
    turns = Turns(store, world, lambda: now, Directory(store), painter=Painter(draw_title))
    screen, picture = await press_all(turns, [*finished(world), ASKED])
    assert isinstance(screen, Screen)
    assert isinstance(picture, Picture)
    title, before, levels = picture.content.decode().split("|")
    assert "Triwulan IV 2026" in title
    assert before == "None"
    assert levels == "3,1" + ",None" * 11
    assert picture.rows


async def test_a_turn_ends_before_its_picture_is_drawn(
    store: Store, world: World, now: datetime
) -> None:
    """What takes long is made when it is asked for; the turn is saved, and its place is the new one."""
    turns = Turns(store, world, lambda: now, Directory(store), painter=Painter(draw_title))
    await press_all(turns, finished(world))
    incoming = Incoming(update=UpdateId(999), person=PersonId(7), event=Press(ASKED))
    unmade = await turns.take(incoming)
    assert isinstance(unmade, Unmade)
    person = await store.get(PEOPLE, "7")
    assert person is not None
    assert 999 in person.updates
    assert isinstance((await unmade.make())[-1], Picture)


async def test_a_picture_that_cannot_be_drawn_is_told(
    store: Store, world: World, now: datetime
) -> None:
    """Instead of the picture comes a sentence; the screen is there all the same."""
    turns = Turns(store, world, lambda: now, Directory(store), painter=Painter(break_down))
    screen, told = await press_all(turns, [*finished(world), ASKED])
    assert isinstance(screen, Screen)
    assert isinstance(told, Screen)
    assert "belum dapat dibuat" in told.text
    assert told.rows


async def walk_in(world: World, now: datetime, before: Command) -> str | None:
    """Do something as often as codes may be tried, come by a valid link, return what was kept."""
    store = memory_store(KINDS)
    await store.open()
    school = replace(SCHOOL, invite=Invite(secret="s" * 22, made_at=now))
    await store.update(SCHOOLS, school.id, lambda _: (Put(school), None))
    await store.update(PEOPLE, "7", lambda _: (Put(teacher(7)), None))
    directory = Directory(store)
    await directory.load()
    turns = Turns(store, world, lambda: now, directory)
    code = school.teacher_code
    assert code
    for number, command in enumerate(
        [before] * ALLOWANCES[LimitedUse.CODE].most + [Command("start", code)], start=1
    ):
        incoming = Incoming(update=UpdateId(number), person=PersonId(7), event=command)
        await turns.handle(incoming)
    invited = (await stored(store, 7)).invited
    await store.close()
    return invited


async def test_after_five_wrong_codes_in_an_hour_not_even_a_valid_link_opens(
    world: World, now: datetime
) -> None:
    """Whoever tries codes is told the same of a right one as of a wrong one."""
    assert await walk_in(world, now, Command("start", "g" + SCHOOL.id + "x" * 22)) is None


@pytest.mark.parametrize(
    "command", [Command("langkah", "4"), Command("start", "halo"), Command("langkah", "g" * 31)]
)
async def test_what_tries_no_code_is_not_counted(
    command: Command, world: World, now: datetime
) -> None:
    """Looking up five steps within an hour leaves the door of an invitation open."""
    assert await walk_in(world, now, command) == "g" + SCHOOL.id + "s" * 22


async def test_whoever_erases_her_data_leaves_no_name_in_the_outbox(world: World) -> None:
    """Confirming the deletion also takes her name out of what was broadcast to her."""
    office = await Office(world, 2).open()
    await office.pump()
    now = int(OPENING.timestamp())
    event = Press(f"privacy:erased:{now}")
    await office.turns.handle(Incoming(update=UpdateId(1), person=PersonId(1_001), event=event))
    assert await office.store.get(PEOPLE, "1001") is None
    report = await report_of(office.store, SCHOOL.id, ID)
    assert report
    assert [one.name for one in report.deliveries if one.name] == ["Guru 2"]
