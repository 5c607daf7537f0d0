"""What watches the bot from outside: alive, ready, numbers. Nobody is named in any of it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.metrics import Meter
from bot.web.health import HealthPage
from bot.web.metrics import COUNTED, PREFIX, TIMED, exposition
from bot.web.server import Listen, serving, website
from tests.each import each
from tests.steady import Steady


@asynccontextmanager
async def watched(vitals: Steady, **more: Any) -> AsyncIterator[tuple[aiohttp.ClientSession, str]]:
    """Serve the pages of a process with these vitals."""
    site = website(HealthPage(vitals, **more))
    async with (
        serving(site, Listen(port=0, host="127.0.0.1")) as port,
        aiohttp.ClientSession() as session,
    ):
        yield session, f"http://127.0.0.1:{port.number}"


async def test_a_process_that_answers_is_alive_whatever_else_is_wrong() -> None:
    """A restart mends neither a full disk nor Telegram, so whoever restarts is told nothing of them."""
    ill = Steady(failing=99.0, unheard=999.0, unticked=999.0, led=False, trouble="conflict")
    async with watched(ill) as (session, address), session.get(f"{address}/healthz") as response:
        assert response.status == 200


@each(
    ("vitals", "said"),
    [
        (Steady(), ""),
        (Steady(failing=9.0, unheard=89.0, unticked=179.0), ""),
        (Steady(failing=10.0), "the store cannot save"),
        (Steady(unheard=91.0), "Telegram has not answered for 90 seconds"),
        (Steady(unticked=181.0), "no tick came for three"),
        (Steady(writer=False), "the writer of the store is down"),
        (Steady(led=False), "nobody is known to lead"),
        (Steady(trouble="conflict"), "Telegram refuses: conflict"),
    ],
)
async def test_a_bot_that_cannot_be_relied_on_says_why(vitals: Steady, said: str) -> None:
    """/readyz answers 503 with each reason in words, and 200 when there is none."""
    async with watched(vitals) as (session, address), session.get(f"{address}/readyz") as response:
        told = await response.json()
    assert response.status == (503 if said else 200)
    assert told == {"ready": not said, "reasons": [said] if said else []}


async def test_a_bot_that_ticks_seldom_is_given_its_time() -> None:
    """With a tick in five minutes no tick for four is no trouble."""
    page = {"tick_seconds": 300.0}
    async with (
        watched(Steady(unticked=240.0), **page) as (session, address),
        session.get(f"{address}/readyz") as response,
    ):
        assert response.status == 200


async def test_the_numbers_can_be_read_by_prometheus() -> None:
    """/metrics is in its form, with how the process itself fares."""
    async with (
        watched(Steady(42)) as (session, address),
        session.get(f"{address}/metrics") as response,
    ):
        page = await response.text()
    families = {one.name: one for one in text_string_to_metric_families(page)}
    assert families[f"{PREFIX}people"].samples[0].value == 42
    assert {f"{PREFIX}{name}" for name in (*COUNTED, *TIMED)} <= families.keys()
    assert families[f"{PREFIX}tasks"].samples[0].value > 1
    assert "process_resident_memory_bytes" in families


def test_what_was_counted_stands_in_its_buckets() -> None:
    """Durations are counted by how long at most, and added up."""
    meter = Meter()
    for seconds in (0.0005, 0.02, 0.02, 500.0):
        meter.took("turn_seconds", seconds)
    meter.count("updates", "message")
    meter.count("updates", "message")
    families = {
        one.name: one for one in text_string_to_metric_families(exposition({}, meter).decode())
    }
    samples = {
        (one.name, one.labels.get("le")): one.value
        for one in families[f"{PREFIX}turn_seconds"].samples
    }
    assert samples[f"{PREFIX}turn_seconds_bucket", "0.001"] == 1
    assert samples[f"{PREFIX}turn_seconds_bucket", "0.03"] == 3
    assert samples[f"{PREFIX}turn_seconds_count", None] == 4
    assert samples[f"{PREFIX}turn_seconds_sum", None] == pytest.approx(500.0405)
    counted = [one for one in families[f"{PREFIX}updates"].samples if one.name.endswith("_total")]
    assert [(one.labels, one.value) for one in counted] == [({"kind": "message"}, 2)]
