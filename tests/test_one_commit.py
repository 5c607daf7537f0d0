"""A turn and everything it changes is one commit: decided once, all of it or nothing."""

from collections.abc import AsyncIterator, Iterable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.chat.family import TABLE, Done
from bot.chat.model import Command, Press
from bot.chat.router import take_turn
from bot.chat.turn_context import Answer, TurnContext
from bot.chat.world import World
from bot.domain.broadcast.broadcast import Phase
from bot.domain.broadcast.order import Order, OrderBroadcast
from bot.domain.person.person import PersonId, Place
from bot.domain.school.access import AccessRefused, Action
from bot.domain.school.school import Coordinator
from bot.domain.school.school_change import ChangeSchool, CloseInvite, OpenInvite
from bot.errors import StoreUnavailable
from bot.store.base import JointDecision, Put, R, Ref
from bot.store.codec.broadcasts import BROADCASTS
from bot.store.codec.people import PEOPLE
from bot.store.codec.schools import AUDIT, SCHOOLS
from tests.delivery.announcing import ID, broadcast
from tests.delivery.disks import sound
from tests.delivery.schools import MADE, SCHOOL
from tests.delivery.teachers import OPENING, HandClock
from tests.errand_desk import LINK, ZUBAIDAH, Desk, cannot_write


@pytest.fixture
async def desk(world: World, clock: HandClock, tmp_path: Path) -> AsyncIterator[Desk]:
    opened = await Desk(world, clock, tmp_path).open()
    yield opened
    await opened.store.close()


@pytest.fixture
def decided(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Note whose turn is decided, each time one is."""
    who: list[int] = []

    def noting(*args: Any) -> Any:
        who.append(args[1].person)
        return take_turn(*args)

    monkeypatch.setattr("bot.app.turns.take_turn", noting)
    return who


@pytest.mark.parametrize(
    ("who", "data"),
    [
        (MADE, f"school:open:{SCHOOL.id}"),
        (MADE, f"school:offer:{SCHOOL.id}"),
        (MADE, f"schedule:week:{SCHOOL.id}:six"),
        (MADE, f"teacher:out:{SCHOOL.id}:{ZUBAIDAH}"),
        (MADE, f"siar:do:{SCHOOL.id}:{ID}:henti"),
        (ZUBAIDAH, "privacy:withdraw"),
        (ZUBAIDAH, "menu:main"),
    ],
)
async def test_a_turn_is_decided_once(desk: Desk, decided: list[int], who: int, data: str) -> None:
    """Also one that changes a school, a broadcast, a teacher, or all that names her."""
    await desk.announce(replace(broadcast(), due=OPENING + timedelta(hours=3)))
    await desk.do(who, Press(data))
    assert decided == [who]


async def test_deleting_is_decided_once(desk: Desk, decided: list[int]) -> None:
    """What stands of her is looked for, and her turn is not decided anew for that."""
    await desk.announce(broadcast())
    confirmed = await desk.erase(ZUBAIDAH)
    decided.clear()
    await desk.do(ZUBAIDAH, confirmed)
    assert decided == [ZUBAIDAH]
    assert desk.files_with("Zubaidah") == []


@pytest.mark.parametrize("broken", [PEOPLE.name, SCHOOLS.name, AUDIT.name])
async def test_a_turn_that_cannot_be_saved_changes_nothing(desk: Desk, broken: str) -> None:
    """Whichever document fails: she is no coordinator, nothing is noted, she stands where she stood."""
    await desk.do(ZUBAIDAH, Command("start", LINK))
    await desk.do(ZUBAIDAH, Press("join:agree"))
    before = await desk.store.get(PEOPLE, str(ZUBAIDAH))
    desk.store.broken = cannot_write(broken)
    with pytest.raises(StoreUnavailable):
        await desk.do(ZUBAIDAH, Press("join:name"))
    desk.store.broken = sound
    assert await desk.store.get(PEOPLE, str(ZUBAIDAH)) == before
    school = await desk.store.get(SCHOOLS, SCHOOL.id)
    assert school is not None
    assert school.coordinator(ZUBAIDAH) is None
    assert desk.turns.directory.rights.schools[SCHOOL.id].coordinator(ZUBAIDAH) is None
    assert await desk.turns.directory.log(SCHOOL.id, desk.clock()) == ()


async def test_a_right_taken_away_elsewhere_is_gone_within_the_commit(desk: Desk) -> None:
    """The school's document decides, not what this process knew of it."""
    await desk.announce(replace(broadcast(), due=OPENING + timedelta(hours=3)))
    without = replace(SCHOOL, coordinators=(Coordinator(1, "Yosef"),))
    await desk.store.update(SCHOOLS, SCHOOL.id, lambda _: (Put(without), None))
    assert desk.turns.directory.rights.may(MADE, Action.OPEN_INVITE, SCHOOL.id)
    for change, action in (
        (ChangeSchool(SCHOOL.id, OpenInvite()), Action.OPEN_INVITE),
        (ChangeSchool(SCHOOL.id, CloseInvite()), Action.CLOSE_INVITE),
        (OrderBroadcast(SCHOOL.id, ID, Order.STOP), Action.STOP_BROADCAST),
    ):
        refused = await desk.turns.commits.act(PersonId(MADE), change, desk.clock())
        assert refused == AccessRefused(MADE, action, SCHOOL.id)
    told = await desk.do(MADE, Press(f"school:open:{SCHOOL.id}"))
    assert "hanya untuk koordinator" in told
    assert await desk.store.get(SCHOOLS, SCHOOL.id) == without
    assert (await desk.head()).phase is Phase.WAITING


async def test_a_change_of_the_school_while_a_turn_is_on_its_way_is_not_lost(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two change one school at once: the second begins from what the first has left."""
    commit, begun = desk.store.commit, list[str]()

    async def slow(
        refs: Iterable[Ref[Any]], decide: JointDecision[R], optional: Iterable[Ref[Any]] = ()
    ) -> R:
        if not begun:
            begun.append("")
            await desk.do(MADE, Press(f"schedule:week:{SCHOOL.id}:six"))
        return await commit(refs, decide, optional)

    monkeypatch.setattr(desk.store, "commit", slow)
    await desk.turns.commits.act(
        PersonId(MADE), ChangeSchool(SCHOOL.id, OpenInvite()), desk.clock()
    )
    school = await desk.store.get(SCHOOLS, SCHOOL.id)
    assert school is not None
    assert (school.saturdays, school.invite is not None) == (True, True)
    assert desk.turns.directory.rights.schools[SCHOOL.id] == school


async def test_a_screen_that_asks_for_no_right_gives_none(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who is refused in the commit stays where she is and is told so; her update counts as handled."""

    def careless(s: TurnContext, _: tuple[str, ...]) -> Answer:
        going = s.go(Place("menu.main"))
        return replace(going, changes=(ChangeSchool(SCHOOL.id, OpenInvite()),))

    monkeypatch.setitem(TABLE.verbs, "school:open", Done("school.open", careless))
    await desk.do(ZUBAIDAH, Press("steps:list"))
    told = await desk.do(ZUBAIDAH, Press(f"school:open:{SCHOOL.id}"))
    assert "hanya untuk koordinator" in told
    person = await desk.store.get(PEOPLE, str(ZUBAIDAH))
    assert person is not None
    assert person.place.screen == "steps.list"
    assert person.updates[-1:] == (3,)
    school = await desk.store.get(SCHOOLS, SCHOOL.id)
    assert school is not None
    assert school.invite is None


@pytest.mark.parametrize("kind", [AUDIT.name, BROADCASTS.name])
async def test_what_cannot_be_read_keeps_no_act_from_the_rest(desk: Desk, kind: str) -> None:
    """A link is taken and another coordinator leaves, with a damaged log or a damaged broadcast."""
    await desk.announce(replace(broadcast(), due=OPENING + timedelta(hours=3)))
    await desk.do(ZUBAIDAH, Command("start", LINK))
    await desk.do(ZUBAIDAH, Press("join:agree"))
    next((desk.data / kind).rglob("*.json")).write_bytes(b"{")
    assert "Anda sekarang koordinator" in await desk.do(ZUBAIDAH, Press("join:name"))
    await desk.do(MADE, Press("privacy:withdraw"))
    school = await desk.store.get(SCHOOLS, SCHOOL.id)
    assert school is not None
    assert [one.id for one in school.coordinators] == [ZUBAIDAH]
