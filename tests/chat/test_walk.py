"""Random walks through the conversation: whatever people do, these things hold."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.chat.world import World
from tests.chat.walk import REGISTRATION, Walk, acts
from tests.chat.walk_checks import check_turn


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(walk=st.lists(acts, min_size=5, max_size=60))
def test_every_walk_stays_on_the_path(walk: list[tuple[str, Any]], world: World) -> None:
    """Whatever people do, every screen is valid, leads on, and nothing is stored unasked or lost."""
    w = Walk(world, datetime(2026, 11, 20, 5, tzinfo=UTC))
    for act, what in walk:
        before = w.stored
        done = w.do(act, what)
        if done:
            check_turn(before, *done, world)


def test_the_same_update_twice_changes_nothing(world: World, now: datetime) -> None:
    """An update that comes again, also after later ones, shows the screen and is not acted on."""
    w = Walk(world, now)
    for data in ("welcome:agree", "ask:set:address:ibu:daftar"):
        w.do("forged", data)
    before = w.stored
    again = w.do("again", None)
    assert again is not None
    assert again[1].write == "keep"
    assert w.stored == before
    assert again[1].screen is not None
    typed = w.last
    w.do("forged", "ask:set:level:sd:daftar")
    assert typed is not None
    before = w.stored
    w.last = typed
    replayed = w.do("again", None)
    assert replayed is not None
    assert replayed[1].write == "keep"
    assert w.stored == before


def test_an_unknown_place_leads_home(world: World, now: datetime) -> None:
    """A place that an older or newer program stored and nobody knows leads to the menu."""
    w = Walk(world, now)
    for data in REGISTRATION:
        w.do("forged", data)
    assert w.stored is not None
    w.stored = replace(w.stored.at("nowhere.item", "3"), updates=())
    done = w.do("edited", None)
    assert done is not None
    assert done[1].screen is not None
    assert "menu:main" not in w.shown
    assert "steps:list" in w.shown
