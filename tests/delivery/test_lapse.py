"""Twelve months without a sign: one word at a good moment, thirty days, and then all of hers is gone."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.chat.model import Press, Typed
from bot.chat.world import World
from bot.domain.broadcast.verdict import Gone, Refused, RetryAt, Unknown
from bot.domain.calendar.quarter import local
from bot.domain.person.lapse import GRACE, told_at
from bot.domain.person.person import CONSENT_VERSION, Consent
from bot.domain.school.school import Coordinator
from bot.store.base import Decision, Kind, R, T
from tests.delivery.away import SARI, Away
from tests.delivery.schools import SCHOOL
from tests.delivery.teachers import REGISTERED, teacher
from tests.shipped import shipped_world

NEARLY = 363
"""Days after which the first notice is some days away."""


@pytest.fixture
async def away(world: World) -> AsyncIterator[Away]:
    opened = await Away(world).open()
    yield opened
    await opened.store.close()


async def until_told(away: Away) -> None:
    """Let so many days pass that she was told."""
    await away.jump(NEARLY)
    for _ in range(20):
        if away.box.to(SARI):
            return
        await away.days(1)
    raise AssertionError("she was never told")


async def test_she_is_told_once_after_twelve_months_and_deleted_thirty_days_later(
    away: Away,
) -> None:
    """Not a day earlier; the word names the day, and a last one tells that it is done."""
    await until_told(away)
    told = await away.stored()
    assert told
    at = told_at(told)
    assert at
    assert timedelta(days=365) <= at - REGISTERED < timedelta(days=372)
    text = away.box.letters[0][1].text
    day = away.world.texts.day(at + GRACE, told.zone)
    assert f"dihapus sesudah {day}" in text
    await away.days(29)
    assert await away.stored() is not None
    await away.days(3)
    assert await away.stored() is None
    assert away.box.to(SARI) == 1
    assert away.farewells == [SARI]


async def test_it_comes_at_a_moment_at_which_she_may_be_written_to(away: Away) -> None:
    """From her own hour on, before the evening, on no quiet day, and on no day with another message."""
    await until_told(away)
    after = await away.stored()
    assert after
    at = told_at(after)
    assert at
    assert away.world.calendar.quiet_moment(at, after.zone) is None
    assert local(at, after.zone).time() >= after.wishes.hour
    assert after.outbound.written_on == local(at, after.zone).date()
    await away.sign()
    await away.change(seen_at=REGISTERED)
    before = away.box.to(SARI)
    await away.tick()
    assert away.box.to(SARI) == before  # on the day on which she was written to


@pytest.mark.parametrize("days", [1, 15, 29])
async def test_any_sign_keeps_her_data(away: Away, days: int) -> None:
    """The tap of the notice, or any word; then twelve months count anew."""
    await until_told(away)
    await away.days(days)
    if days == 15:
        await away.does(Typed("halo"))
    else:
        assert "tetap tersimpan" in await away.sign() or days == 29
    await away.days(60)
    assert await away.stored() is not None
    assert away.box.to(SARI) == 1
    await away.jump(NEARLY - 65)
    await away.days(10)
    assert away.box.to(SARI) == 2


@pytest.mark.parametrize("verdict", [Unknown("timeout"), Refused("bad request")])
async def test_what_may_not_have_arrived_is_tried_again_another_day(
    away: Away, verdict: Unknown | Refused
) -> None:
    """The thirty days count from a word that arrived; until then nothing is deleted."""
    away.refuse(verdict)
    await until_told(away)
    await away.days(60)
    assert await away.stored() is not None
    tried = away.box.to(SARI)
    assert 20 < tried <= 61
    away.box.verdicts.clear()
    await away.days(4)
    assert away.box.to(SARI) == tried + 1
    await away.days(32)
    assert await away.stored() is None


async def test_what_telegram_wants_later_is_still_due(away: Away) -> None:
    """A pause of Telegram's is no word to her."""
    away.refuse(RetryAt(away.clock(), "too many requests"))
    await away.jump(NEARLY)
    await away.days(10)
    assert away.box.to(SARI) > 1
    after = await away.stored()
    assert after
    assert told_at(after) is None


async def test_who_blocked_the_bot_counts_as_told(away: Away) -> None:
    """Nothing can reach her and she agreed to twelve months; coming back is a sign all the same."""
    away.refuse(Gone("bot was blocked by the user"))
    await away.block()
    await until_told(away)
    await away.days(10)
    await away.come_back()
    await away.days(40)
    assert await away.stored() is not None
    await away.block()
    await away.jump(NEARLY)
    await away.days(45)
    assert await away.stored() is None
    assert away.farewells == []


@pytest.mark.parametrize("how", ["stopped", "withdrawn", "older"])
async def test_who_wants_no_messages_is_told_all_the_same(away: Away, how: str) -> None:
    """It is about her data, once; of a sign nothing is kept but that she is here."""
    await away.stop()
    consent = Consent(
        version=CONSENT_VERSION - (how == "older"),
        given_at=REGISTERED,
        withdrawn_at=REGISTERED if how == "withdrawn" else None,
    )
    await away.change(consent=consent, quiet=True)
    await until_told(away)
    before = await away.stored()
    await away.sign()
    after = await away.stored()
    assert before
    assert after
    if how == "stopped":
        assert after.seen_at == away.clock()
    else:
        assert after == replace(before, seen_at=away.clock())
    await away.days(40)
    assert await away.stored() is not None


async def test_a_sign_while_the_deletion_begins_keeps_everything(
    away: Away, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether she is still away is looked at once more by the commit that deletes."""
    await until_told(away)
    await away.days(29)
    update, signed = away.store.update, list[str]()

    async def signing(kind: Kind[T], key: str, decide: Decision[T, R]) -> R:
        if not signed:  # the deletion is about to be decided
            signed.append("")
            signed.append(await away.does(Press("steps:list")))
        return await update(kind, key, decide)

    monkeypatch.setattr(away.store, "update", signing)
    await away.days(4)
    assert signed
    assert await away.stored() is not None


async def test_a_jump_of_the_clock_deletes_nobody(away: Away) -> None:
    """Who was told is not deleted by a year that one look at the clock claims to have passed."""
    await until_told(away)
    for _ in range(3):
        await away.jump(400)
        away.start()
        await away.tick()
    assert await away.stored() is not None


async def test_a_notice_dated_in_the_future_counts_for_nothing_yet(away: Away) -> None:
    """Written by a clock that ran ahead, it deletes nobody when the clock is put right."""
    await until_told(away)
    told_then = away.clock()
    away.clock.now -= timedelta(days=200)
    await away.days(40)
    assert away.clock() < told_then
    assert await away.stored() is not None


async def test_the_only_coordinator_is_told_what_ends_with_her_and_so_is_whoever_runs_the_bot(
    world: World,
) -> None:
    """Her school goes on without one; an administrator hears of it and can invite another."""
    school = replace(SCHOOL, coordinators=(Coordinator(SARI, "Bu Sari"),))
    away = await Away(world, teacher(SARI), school).open()
    await until_told(away)
    assert "SDN 3 &lt;Melati&gt;" in away.box.letters[0][1].text
    await away.days(34)
    assert await away.stored() is None
    assert away.turns.directory.rights.schools[school.id].coordinators == ()
    (told,) = away.told_admins
    assert "tanpa koordinator" in told
    await away.store.close()


ACTS = ("nothing", "nothing", "nothing", "sign", "block", "back", "doubt", "clear")


@given(st.lists(st.tuples(st.sampled_from(ACTS), st.integers(1, 25)), min_size=4, max_size=14))
@settings(max_examples=20, deadline=None)
def test_nobody_is_deleted_without_a_year_of_silence_and_thirty_days_of_notice(
    acts: list[tuple[str, int]],
) -> None:
    """Whatever she and Telegram do: thirty days from a word that arrived, or could not; no sign since."""
    asyncio.run(_live(acts))


async def _live(acts: list[tuple[str, int]]) -> None:
    away = await Away(shipped_world()).open()
    await away.jump(NEARLY)
    last_sign = REGISTERED
    for act, days in acts:
        match act:
            case "sign":
                await away.sign()
                last_sign = away.clock()
            case "block":
                away.refuse(Gone("bot was blocked by the user"))
                await away.block()
            case "back":
                away.box.verdicts.clear()
                await away.come_back()
            case "doubt":
                away.refuse(Unknown("timeout"))
            case "clear":
                away.box.verdicts.clear()
            case _:
                pass
        before = await away.stored()
        for _ in range(days):
            await away.days(1)
            after = await away.stored()
            if before and after is None:
                told = told_at(before)
                assert told
                assert told >= last_sign + timedelta(days=365)
                assert away.clock() >= told + GRACE
                await away.store.close()
                return
            before = after
    await away.store.close()
