"""Random walks of a teacher who was just written to: nothing leaves unasked, no question is an answer."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.chat.context import Context
from bot.chat.world import World
from bot.domain.broadcast.received import Received
from tests.chat.test_rights import OWN, RIGHTS
from tests.chat.test_walk_evaluation import evaluate
from tests.chat.walk import REGISTRATION, REPLY, SAID, Walk, acts
from tests.chat.walk_checks import check_turn

STARTS = (
    "menu:main",
    "evaluation:go:2026-Q4",
    "ask:open:nickname:atur",
    "ask:open:subject:atur",
    "ownname:name",
    REPLY,
)
INTENTION = 15
"""Answers before the one line of intention."""

said = st.tuples(st.just("typed"), st.sampled_from(SAID))
pause = st.tuples(st.just("wait"), st.sampled_from((5, 60 * 7, 60 * 24)))
open_place = st.tuples(st.just("forged"), st.sampled_from(STARTS))


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    start=st.sampled_from(STARTS),
    walk=st.lists(st.one_of(acts, said, said, said, pause, open_place), min_size=5, max_size=40),
)
def test_what_she_writes_goes_where_she_means_it(
    start: str, walk: list[tuple[str, Any]], world: World
) -> None:
    """Whatever she writes wherever she stands, only her own word of the last hours sends it."""
    now = datetime(2026, 11, 20, 5, tzinfo=UTC)
    got = Received("b" * 12, OWN, "SDN Sendiri", "Bu Made", now - timedelta(hours=1))
    w = Walk(world, now, Context(rights=RIGHTS, username="bot", received=got))
    for data in REGISTRATION:
        w.do("forged", data)
    assert w.stored is not None
    w.stored = replace(w.stored, school=OWN, shown_name="Sari")
    if start.startswith("evaluation:"):
        evaluate(w, INTENTION)
    else:
        w.do("forged", start)
    for act, what in walk:
        before = w.stored
        done = w.do(act, what)
        if done:
            check_turn(before, *done, world)
