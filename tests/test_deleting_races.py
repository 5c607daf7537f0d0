"""What names somebody and is written while her data are being deleted leaves no trace of her either."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.chat.model import Press, Typed
from bot.chat.world import World
from bot.domain.broadcast.broadcast import Announced, Recipient
from bot.domain.broadcast.posting import ConfirmBroadcast
from bot.domain.person.person import PersonId
from bot.domain.roster.nudge_request import NudgeRequest, RequestNudges
from bot.store.base import JointDecision, Kind, R, Ref, T
from bot.store.codec.broadcasts import BROADCASTS
from bot.store.codec.older_person import OlderPerson, older
from bot.store.codec.people import PEOPLE
from bot.store.codec.requests import REQUESTS
from tests.delivery.announcing import ID, broadcast
from tests.delivery.schools import MADE, SCHOOL, keep, wish
from tests.delivery.teachers import OPENING, HandClock, teacher
from tests.errand_desk import OTHER, WORDS, ZUBAIDAH, Desk

Act = Callable[[Desk], Awaitable[None]]


@pytest.fixture
async def desk(world: World, clock: HandClock, tmp_path: Path) -> AsyncIterator[Desk]:
    opened = await Desk(world, clock, tmp_path).open()
    yield opened
    await opened.store.close()


async def announces(desk: Desk) -> None:
    """What Made had confirmed in an older release is carried over."""
    await desk.announce(replace(broadcast(), id="b" * 12))


async def confirms(desk: Desk) -> None:
    """Made confirms a broadcast to her and to somebody else."""
    people = (Recipient(ZUBAIDAH, "Zubaidah"), Recipient(OTHER, "Guru lain"))
    head = Announced(broadcast=replace(broadcast(), id="b" * 12), recipients=people)
    change = ConfirmBroadcast(head)
    assert await desk.turns.commits.act(PersonId(MADE), change, desk.clock()) is None


async def answers(desk: Desk) -> None:
    """Made answers her letter, and quotes it."""
    letter = next(key for key in await desk.store.find(BROADCASTS) if key != ID)
    await desk.do(MADE, Press(f"reply:to:{SCHOOL.id}:{letter}"))
    await desk.do(MADE, Typed("Semoga lekas sembuh"))
    await desk.pump()


async def asks(desk: Desk) -> None:
    """Made asks to remind her and somebody else."""
    change = RequestNudges(wish(OPENING, (ZUBAIDAH, OTHER)))
    assert await desk.turns.commits.act(PersonId(MADE), change, desk.clock()) is None


async def asked_of_old(desk: Desk) -> None:
    """What Made had asked for in an older release stands in her document."""
    await keep(desk.store, older(teacher(MADE), asks=(wish(OPENING, (ZUBAIDAH, OTHER)),)))


@pytest.mark.parametrize("act", [confirms, announces, answers, asks, asked_of_old])
async def test_what_is_written_after_the_search_goes_as_well(
    desk: Desk, act: Act, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The commit that deletes looks again at what has come since."""
    await desk.answer(WORDS)
    await desk.pump()
    confirmed = await desk.erase(ZUBAIDAH)
    read, commit, steps = desk.store.get, desk.store.commit, list[str]()

    async def looking(kind: Kind[T], key: str) -> T | None:
        steps[:] = steps if "act" in steps else ["search"]
        return await read(kind, key)

    async def deleting(
        refs: Iterable[Ref[Any]], decide: JointDecision[R], optional: Iterable[Ref[Any]] = ()
    ) -> R:
        if steps == ["search"]:
            steps.append("act")
            await act(desk)
        return await commit(refs, decide, optional)

    monkeypatch.setattr(desk.store, "get", looking)
    monkeypatch.setattr(desk.store, "commit", deleting)
    assert "telah dihapus" in await desk.do(ZUBAIDAH, confirmed)
    assert steps == ["search", "act"]
    await desk.pump()
    assert desk.files_with(WORDS) == desk.files_with("Zubaidah") == []
    assert not [ask for ask in await asked(desk) if ZUBAIDAH in ask.waiting]


async def asked(desk: Desk) -> list[NudgeRequest]:
    """Return everything that is asked for, wherever it stands."""
    made = await desk.store.get(PEOPLE, str(MADE))
    assert made is not None
    keys = await desk.store.find(REQUESTS)
    held = made.asks if isinstance(made, OlderPerson) else ()
    return [*held, *[one for key in keys if (one := await desk.store.get(REQUESTS, key))]]


@pytest.mark.parametrize("act", [confirms, asks])
async def test_what_was_decided_before_she_went_does_not_name_her(
    desk: Desk, act: Act, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was chosen for while she was there, a broadcast or a reminder, is for all others only."""
    confirmed = await desk.erase(ZUBAIDAH)
    commit, steps = desk.store.commit, list[str]()

    async def deleted_meanwhile(
        refs: Iterable[Ref[Any]], decide: JointDecision[R], optional: Iterable[Ref[Any]] = ()
    ) -> R:
        if not steps:
            steps.append("begun")
            steps.append(await desk.do(ZUBAIDAH, confirmed))
        return await commit(refs, decide, optional)

    monkeypatch.setattr(desk.store, "commit", deleted_meanwhile)
    await act(desk)
    assert "telah dihapus" in steps[1]
    assert desk.files_with("Zubaidah") == []
    assert [ask.waiting for ask in await asked(desk)] in ([], [(OTHER,)])
    await desk.pump()
    assert desk.files_with("Zubaidah") == []
    assert {whom for whom, _ in desk.mail.letters} <= {OTHER}
    assert desk.mail.letters or await asked(desk)
