"""Of who deletes her data or withdraws her consent nothing stays elsewhere, whatever comes between."""

from collections.abc import AsyncIterator, Iterable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.chat.model import Press, Screen, Typed
from bot.chat.world import World
from bot.domain.broadcast.batch import NOBODY
from bot.domain.broadcast.broadcast import Announced, Broadcast, Phase, Recipient
from bot.domain.broadcast.verdict import Sent, Verdict
from bot.domain.person.person import PersonId
from bot.domain.school.access import Action
from bot.domain.school.school import Coordinator
from bot.errors import StoreUnavailable
from bot.store.base import JointDecision, Kind, Put, R, Ref, T
from bot.store.codec.broadcasts import BROADCASTS
from bot.store.codec.older_person import OlderPerson, older
from bot.store.codec.people import PEOPLE
from bot.store.codec.schools import AUDIT, SCHOOLS
from tests.delivery.announcing import ID, broadcast
from tests.delivery.disks import sound
from tests.delivery.mail import posting
from tests.delivery.schools import MADE, SCHOOL, keep, wish
from tests.delivery.teachers import OPENING, HandClock, teacher
from tests.errand_desk import OTHER, WORDS, ZUBAIDAH, Desk, cannot_write


@pytest.fixture
async def desk(world: World, clock: HandClock, tmp_path: Path) -> AsyncIterator[Desk]:
    opened = await Desk(world, clock, tmp_path).open()
    yield opened
    await opened.store.close()


async def test_deleting_on_a_full_disk_is_refused_and_can_be_repeated(desk: Desk) -> None:
    """She is told that it failed as long as her name stands anywhere; then all of it goes."""
    await desk.announce(broadcast())
    confirmed = await desk.erase(ZUBAIDAH)
    desk.store.broken = cannot_write("chunks")
    with pytest.raises(StoreUnavailable):
        await desk.do(ZUBAIDAH, confirmed)
    assert desk.files_with("Zubaidah") == ["chunks", "people"]
    desk.store.broken = sound
    assert "telah dihapus" in await desk.do(ZUBAIDAH, confirmed)
    assert desk.files_with("Zubaidah") == []


async def test_deleting_is_not_confirmed_while_one_document_cannot_be_changed(desk: Desk) -> None:
    """A file that cannot be replaced still holds her name: she is told so, and may repeat it."""
    await desk.announce(broadcast())
    confirmed = await desk.erase(ZUBAIDAH)
    chunk = next(desk.data.glob("chunks/*/*.json"))
    blocked = chunk.with_name(chunk.name + ".tmp")
    blocked.mkdir()
    assert "belum dapat dilakukan" in await desk.do(ZUBAIDAH, confirmed)
    assert desk.files_with("Zubaidah") == ["chunks", "people"]
    blocked.rmdir()
    assert "telah dihapus" in await desk.do(ZUBAIDAH, confirmed)
    assert desk.files_with("Zubaidah") == []


async def test_she_hears_of_what_nobody_can_open(desk: Desk) -> None:
    """With a damaged broadcast the deletion is told, and that her name may still stand in that one."""
    await desk.announce(broadcast())
    next(desk.data.glob(f"broadcasts/*/{ID}.json")).write_bytes(b"{")
    shown = await desk.turns.handle(desk.incoming(ZUBAIDAH, await desk.erase(ZUBAIDAH)))
    told, rest, _ = (screen.text for screen in shown if isinstance(screen, Screen))
    assert "telah dihapus" in told
    assert "Ada 1 catatan" in rest


async def test_nobody_asks_for_her_any_more(desk: Desk) -> None:
    """She is taken out of reminders asked for and broadcasts confirmed by her coordinator."""
    asked = wish(OPENING, (ZUBAIDAH, OTHER))
    people = (Recipient(ZUBAIDAH, "Zubaidah"), Recipient(OTHER, "Guru lain"))
    announced = (Announced(broadcast=broadcast(), recipients=people),)
    await keep(desk.store, older(teacher(MADE), asks=(asked,), announced=announced))
    await desk.do(ZUBAIDAH, await desk.erase(ZUBAIDAH))
    made = await desk.store.get(PEOPLE, str(MADE))
    assert isinstance(made, OlderPerson)
    assert [ask.waiting for ask in made.asks] == [(OTHER,)]
    assert desk.files_with("Zubaidah") == []


async def test_a_damaged_document_does_not_keep_the_rest_of_her_data(desk: Desk) -> None:
    """What nobody can read is named in the log; everything else of hers goes."""
    await desk.answer(WORDS)
    await desk.pump()
    next(desk.data.glob(f"broadcasts/*/{ID}.json")).write_bytes(b"{")
    with capture_logs() as logs:
        await desk.do(ZUBAIDAH, await desk.erase(ZUBAIDAH))
    assert [entry["key"] for entry in logs if entry["event"] == "not_forgotten"] == [ID] * 2
    assert desk.files_with(WORDS) == desk.files_with("Zubaidah") == []


async def test_the_answer_to_her_letter_quotes_her_no_more(desk: Desk) -> None:
    """Her words leave the coordinator's answer, too; the answer itself stays."""
    await desk.answer(WORDS)
    await desk.pump()
    letter = next(key for key in await desk.store.find(BROADCASTS) if key != ID)
    await desk.do(MADE, Press(f"reply:to:{SCHOOL.id}:{letter}"))
    await desk.do(MADE, Typed("Semoga lekas sembuh"))
    await desk.pump()
    assert desk.files_with(WORDS) == ["broadcasts", "broadcasts"]
    await desk.do(ZUBAIDAH, await desk.erase(ZUBAIDAH))
    assert desk.files_with(WORDS) == []
    assert desk.files_with("Semoga lekas sembuh") == ["broadcasts"]


async def test_a_letter_taken_while_she_deletes_is_taken_back(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Deleting between the reading of her letter and its writing leaves no word of it."""
    await desk.answer_of_old(WORDS)
    confirmed = await desk.erase(ZUBAIDAH)
    read, told = desk.store.get, list[str]()

    async def deleting(kind: Kind[Broadcast], key: str) -> Broadcast | None:
        found = await read(kind, key)
        if kind is BROADCASTS and key == ID and not told:
            told.append("")
            told.append(await desk.do(ZUBAIDAH, confirmed))
        return found

    monkeypatch.setattr(desk.store, "get", deleting)
    await desk.pump()
    assert "telah dihapus" in told[-1]
    assert desk.files_with(WORDS) == desk.files_with("Zubaidah") == []


async def test_a_letter_taken_right_before_her_document_goes_is_taken_back(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A letter written after the outbox was searched for her, and before she is gone, goes too."""
    await desk.answer_of_old(WORDS)
    confirmed = await desk.erase(ZUBAIDAH)
    read, commit, steps = desk.store.get, desk.store.commit, list[str]()

    async def looking(kind: Kind[T], key: str) -> T | None:
        if not steps[1:]:
            steps[:] = [kind.name]
        return await read(kind, key)

    async def taking(
        refs: Iterable[Ref[Any]], decide: JointDecision[R], optional: Iterable[Ref[Any]] = ()
    ) -> R:
        if steps and not steps[1:]:  # the outbox commits as well
            steps.append("pump")
            await desk.pump()
        return await commit(refs, decide, optional)

    monkeypatch.setattr(desk.store, "get", looking)
    monkeypatch.setattr(desk.store, "commit", taking)
    await desk.do(ZUBAIDAH, confirmed)
    assert steps[-1] == "pump"
    assert desk.files_with(WORDS) == desk.files_with("Zubaidah") == []


async def test_a_broadcast_taken_while_she_withdraws_is_not_sent_in_her_name(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was confirmed before, and is being taken, is stopped and names her no more."""
    commit, told = desk.store.commit, list[str]()

    async def withdrawing(
        refs: Iterable[Ref[Any]], decide: JointDecision[R], optional: Iterable[Ref[Any]] = ()
    ) -> R:
        refs = tuple(refs)
        if Ref(BROADCASTS, ID) in refs and not told:
            told.append("")
            told.append(await desk.do(MADE, Press("privacy:withdraw")))
        return await commit(refs, decide, optional)

    monkeypatch.setattr(desk.store, "commit", withdrawing)
    await desk.announce(broadcast())
    head = await desk.head()
    assert (head.phase, head.sender, desk.mail.letters) == (Phase.STOPPED, "", [])


async def test_a_message_on_its_way_does_not_bring_her_name_back(desk: Desk) -> None:
    """She deletes her data while the broadcast is being sent to her: what is recorded is nameless."""
    confirmed = await desk.erase(ZUBAIDAH)
    post = desk.mail.post

    async def slow(person: PersonId, *rest: object) -> Verdict:
        if person == ZUBAIDAH:
            await desk.do(ZUBAIDAH, confirmed)
            return Sent(1)
        return await post(person, *rest)  # type: ignore[arg-type] # as it came

    desk.broadcaster = posting(desk.broadcaster, slow)
    await desk.announce(broadcast())
    assert desk.files_with("Zubaidah") == []


@pytest.mark.parametrize("how", ["privacy:withdraw", "erase"])
async def test_a_coordinator_who_goes_is_none_any_more(desk: Desk, how: str) -> None:
    """Deleting and withdrawing end her rights: no name in school or outbox, nothing more is sent."""
    await desk.announce(replace(broadcast(), due=OPENING + timedelta(days=3), repeats=True))
    await desk.do(MADE, await desk.erase(MADE) if how == "erase" else Press(how))
    school = desk.turns.directory.rights.schools[SCHOOL.id]
    assert (school.coordinators, school.former, school.handovers) == ((), (), ())
    assert desk.files_with('"Made"') == []
    head = await desk.head()
    assert (head.phase, head.due, head.repeats) == (Phase.STOPPED, None, False)
    acts = await desk.turns.directory.log(SCHOOL.id, desk.clock())
    by = NOBODY if how == "erase" else MADE
    assert [(act.by, act.action, act.whom) for act in acts if act.action is Action.STEP_DOWN] == [
        (by, Action.STEP_DOWN, None)
    ]


async def test_a_former_coordinator_is_forgotten_without_a_word_in_the_log(desk: Desk) -> None:
    """Her name leaves the list of former coordinators; nothing else of the school changes."""
    former = replace(SCHOOL, former=(Coordinator(OTHER, "Guru lama"),))
    await desk.store.update(SCHOOLS, SCHOOL.id, lambda _: (Put(former), None))
    await desk.start()
    await desk.do(OTHER, await desk.erase(OTHER))
    assert desk.turns.directory.rights.schools[SCHOOL.id] == SCHOOL
    assert await desk.store.count(AUDIT) == 0
