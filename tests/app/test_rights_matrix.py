"""Every role, every act, own and other school: against the use cases and again through the chat.

An act that is refused changes nothing at all; one that is allowed does change something, or else the
matrix would promise what does not work.
"""

import inspect
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import product
from types import UnionType
from typing import get_args

import pytest

from bot.app.looks import Looks
from bot.chat.files.sending import SendPortfolio
from bot.chat.model import Change
from bot.chat.turn_context import TurnContext
from bot.chat.world import World
from bot.domain.broadcast.order import Order, OrderBroadcast
from bot.domain.person.joining import JoinSchool
from bot.domain.person.leaving import EraseOwnData, WithdrawConsent
from bot.domain.person.person import PersonId
from bot.domain.school.access import AccessRefused
from bot.domain.school.school import SchoolId
from bot.domain.school.school_change import ChangeSchool, SchoolChange
from bot.store.codec.people import PEOPLE
from tests.app.rights_matrix import LOOKS, NOT_HERS, ORDERS, OTHERS, SCHOOL_ACTS, Act
from tests.app.rights_world import NOW, ONE, ROLES, TWO, RightsWorld, head_id, person_id, role_in
from tests.each import each

ACTS: dict[str, Act] = {
    **{kind.__name__: act for kind, act in SCHOOL_ACTS.items()},
    **{f"order {order}": act for order, act in ORDERS.items()},
    **{kind.__name__: act for kind, act in OTHERS.items()},
}


@asynccontextmanager
async def filled(world: World) -> AsyncIterator[RightsWorld]:
    """Give both schools as they are at first."""
    opened = await RightsWorld(world).open()
    yield opened
    await opened.store.close()


def kinds_of(union: UnionType) -> set[type]:
    """Return all types of a union, also of unions within it."""
    return {
        kind
        for one in get_args(union)
        for kind in (kinds_of(one) if isinstance(one, UnionType) else {one})
    }


def test_no_act_is_missing_in_the_matrix() -> None:
    """Whatever can be changed or looked at has a line that says who may."""
    assert kinds_of(SchoolChange) == set(SCHOOL_ACTS)
    assert set(ORDERS) == set(Order)
    assert kinds_of(Change) - {ChangeSchool, OrderBroadcast} == set(OTHERS)
    looks = {name for name, one in vars(Looks).items() if inspect.iscoroutinefunction(one)}
    assert {name for name in looks if not name.startswith("_")} == set(LOOKS)


def test_every_act_is_of_somebody_and_none_of_everybody() -> None:
    """A line that lets in nobody, or whoever comes, would be a slip."""
    for may in (*(act.may for act in ACTS.values()), *LOOKS.values()):
        assert may
        assert "nobody" not in may


EVERYBODY = tuple(product(ROLES, (ONE, TWO)))
"""Every role, acting on the first school and on the second."""


@each("name", ACTS)
async def test_an_act_is_done_by_whom_may_and_by_nobody_else(name: str, world: World) -> None:
    """What is refused says to whom, and leaves every document as it was."""
    async with filled(world) as rights:
        act = ACTS[name]
        untouched = rights.documents()
        for role, school in EVERYBODY:
            actor, change = person_id(role), act.change(school, person_id(role))
            if role_in(school, role) in act.may:
                async with filled(rights.world) as fresh:
                    assert await fresh.turns.commits.act(actor, change, NOW) is None, role
                    assert fresh.documents() != untouched, role
            else:
                refused = await rights.turns.commits.act(actor, change, NOW)
                assert isinstance(refused, AccessRefused), role
                assert refused.actor == actor
                assert rights.documents() == untouched, role


@each("change", NOT_HERS)
async def test_what_nobody_may_is_refused_to_everybody(change: Change, world: World) -> None:
    """Nobody steps down for another, takes a link she was not given, or acts on no school."""
    async with filled(world) as rights:
        untouched = rights.documents()
        for role in ROLES:
            refused = await rights.turns.commits.act(person_id(role), change, NOW)
            assert isinstance(refused, AccessRefused), role
            assert rights.documents() == untouched, role


@each("name", [name for name, act in ACTS.items() if act.tap])
async def test_the_chat_does_it_for_whom_may_and_for_nobody_else(name: str, world: World) -> None:
    """The same through buttons and typed answers: else nothing but her own document is touched."""
    async with filled(world) as rights:
        act = ACTS[name]
        for role, school in EVERYBODY:
            if role_in(school, role) in act.may:
                async with filled(rights.world) as fresh:
                    assert await changed_by(fresh, act, role, school), role
            else:
                assert not await changed_by(rights, act, role, school), role


async def changed_by(rights: RightsWorld, act: Act, role: str, school: SchoolId) -> bool:
    """Let somebody do an act in the chat; say whether it came about.

    That is a change of any document but her own; where it is about that one, that she is in the school
    now, that it is deleted, or bears no consent any more.
    """
    actor = person_id(role)
    assert act.tap
    tap = act.tap(school)
    await rights.stand(actor, tap.place, *tap.args, **tap.kept)
    if tap.code:
        await rights.invite(actor, tap.code)
    before, herself = rights.documents(actor), await rights.store.get(PEOPLE, str(actor))
    await rights.turns.handle(rights.incoming(actor, tap.event))
    change = act.change(school, actor)
    if isinstance(change, JoinSchool):
        joined = await rights.store.get(PEOPLE, str(actor))
        return joined is not None and (joined.school, joined.shown_name) == (school, change.name)
    if isinstance(change, EraseOwnData | WithdrawConsent):
        left = await rights.store.get(PEOPLE, str(actor))
        may_be_stored = left is not None and left.may_be_stored
        return herself is not None and (left is None or herself.may_be_stored != may_be_stored)
    return rights.documents(actor) != before


@each("name", LOOKS)
async def test_a_look_is_granted_to_whom_may_and_to_nobody_else(name: str, world: World) -> None:
    """What is read for somebody is refused to all others, also a file with names."""
    async with filled(world) as rights:
        untouched = rights.documents()
        for role, school in EVERYBODY:
            answer = await look(rights.looks, name, person_id(role), school)
            if role_in(school, role) in LOOKS[name]:
                assert answer is not None, role
                assert not isinstance(answer, AccessRefused), role
                untouched = rights.documents()  # what is told of levels is written down
            else:
                assert isinstance(answer, AccessRefused), role
                assert answer.actor == person_id(role)
                assert rights.documents() == untouched, role


async def look(looks: Looks, name: str, actor: PersonId, school: SchoolId) -> object:
    """Have somebody look at something."""
    match name:
        case "broadcast":
            return await looks.broadcast(actor, school, head_id(school, Order.STOP))
        case "invitation":
            return await looks.invitation(actor, school, "bot")
        case "joined" | "broadcasts":
            return await getattr(looks, name)(actor, school)
        case "schools":
            return await looks.schools(actor)
        case "portfolio":
            return await looks.portfolio(actor, SendPortfolio(), NOW)
        case "health" | "own_data":
            return await getattr(looks, name)(actor, NOW)
        case _:
            return await getattr(looks, name)(actor, school, NOW)


@each("name", [name for name, act in ACTS.items() if act.tap])
async def test_screens_that_let_everybody_in_change_nothing(
    name: str, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a screen forgets to ask is asked in the commit: hiding a button is a courtesy."""
    async with filled(world) as rights:
        monkeypatch.setattr(TurnContext, "may", lambda *_: True)
        act = ACTS[name]
        for role, school in EVERYBODY:
            if role_in(school, role) not in act.may:
                assert not await changed_by(rights, act, role, school), role
