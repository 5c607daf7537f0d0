"""Hints between object graphs: everybody hears them, and nobody depends on them."""

import asyncio

import pytest
from structlog.testing import capture_logs

from bot.cluster.channel import HintTopic, LocalChannel
from bot.cluster.cluster import LocalCluster
from bot.cluster.notifier import Notifier
from bot.cluster.send_window import Limits


@pytest.fixture
def pair() -> tuple[Notifier, Notifier]:
    channel = LocalChannel()
    return Notifier(channel), Notifier(channel)


@pytest.mark.parametrize("rings", [0, 1])
async def test_a_ring_in_one_graph_wakes_both(pair: tuple[Notifier, Notifier], rings: int) -> None:
    """The workers of every graph that listens look at the outbox."""
    pair[rings].ring()
    for notifier in pair:
        async with asyncio.timeout(30):
            await notifier.rung(60)


def test_what_one_graph_holds_back_the_other_holds_back(pair: tuple[Notifier, Notifier]) -> None:
    """A broadcast paused in one graph is halted in the other at once, and so is its release."""
    first, second = pair
    first.halt("a")
    first.halt("b")
    second.release("a")
    assert first.halted == second.halted == {"b"}


def test_graphs_that_share_no_channel_hear_nothing_of_each_other() -> None:
    """A graph of its own is told only what it says itself."""
    alone, other = Notifier(), Notifier()
    alone.halt("a")
    assert alone.halted == {"a"}
    assert other.halted == set()


def test_a_listener_that_fails_keeps_the_hint_from_nobody() -> None:
    """What one listener fails with is logged; the others are told, and so is whoever sent."""
    channel, heard = LocalChannel(), list[str]()

    def fail(_: str) -> None:
        raise ValueError

    channel.listen(HintTopic.SCHOOL, fail)
    channel.listen(HintTopic.SCHOOL, heard.append)
    channel.listen(HintTopic.OUTBOX, heard.append)
    with capture_logs() as lines:
        channel.send(HintTopic.SCHOOL, "a")
    assert heard == ["a"]
    assert [line["event"] for line in lines] == ["hint_not_heard"]


def test_one_token_has_one_limiter() -> None:
    """Graphs that send with one token are held to one limit, whichever of them sends."""
    cluster = LocalCluster()
    assert cluster.limiter(Limits()) is cluster.limiter(Limits())
    assert LocalCluster().limiter(Limits()) is not cluster.limiter(Limits())
