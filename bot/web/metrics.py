"""``/metrics``: what the process has counted and how it fares, as Prometheus reads it.

Names nobody. The library is loaded at the first reading: no start of the bot waits for it.
"""

import asyncio
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from aiohttp import web

from bot.metrics import METER, SECONDS, Durations, Labels, Meter
from bot.web.door import goodbye

if TYPE_CHECKING:
    from prometheus_client.metrics_core import Metric

PREFIX = "langkah_guru_"

COUNTED: Mapping[str, tuple[str, Labels]] = {
    "updates": ("Updates taken, by kind", ("kind",)),
    "api_calls": ("Calls of the Bot API, by method and outcome", ("method", "outcome")),
    "messages": ("Messages of the bot's own, by reason and outcome", ("source", "outcome")),
    "claims": ("Claims on messages that were about to leave, by outcome", ("outcome",)),
}
"""What is counted, in words, with the names of its labels."""

TIMED: Mapping[str, tuple[str, Labels]] = {
    "turn_seconds": ("From an update read to its turn saved", ()),
    "api_seconds": ("Answers of the Bot API, by method", ("method",)),
    "store_seconds": ("One operation of the writer, by kind", ("operation",)),
    "due_lag_seconds": ("From the moment a reminder was due to the moment it had been sent", ()),
    "rate_limit_wait_seconds": ("Waiting until a message may leave, by lane", ("lane",)),
}

Gauges = Mapping[str, tuple[str, float]]
"""What is measured as it is now: its name, in words and as a number."""


class Exposition:
    """Collects the counts and the present measures (``gauges``) for Prometheus' own library."""

    def __init__(self, meter: Meter, gauges: Gauges) -> None:
        self._meter = meter
        self._gauges = gauges

    def collect(self) -> Iterator["Metric"]:
        """Yield every metric."""
        from prometheus_client.metrics_core import (  # noqa: PLC0415 -- no start waits for it
            CounterMetricFamily,
            GaugeMetricFamily,
            HistogramMetricFamily,
        )

        for name, (told, labels) in COUNTED.items():
            counter = CounterMetricFamily(PREFIX + name, told, labels=labels)
            for values, count in self._meter.counts.get(name, {}).items():
                counter.add_metric(values, count)
            yield counter
        for name, (told, labels) in TIMED.items():
            timed = HistogramMetricFamily(PREFIX + name, told, labels=labels)
            for values, durations in self._meter.durations.get(name, {}).items():
                timed.add_metric(values, list(_cumulated(durations)), durations.total)
            yield timed
        for name, (told, value) in self._gauges.items():
            yield GaugeMetricFamily(PREFIX + name, told, value=value)


def _cumulated(durations: Durations) -> Iterator[tuple[str, float]]:
    """Yield how many took at most so long."""
    so_far = 0
    for bound, count in zip((*SECONDS, float("inf")), durations.buckets, strict=True):
        so_far += count
        yield "+Inf" if bound == float("inf") else str(bound), so_far


def exposition(gauges: Gauges, meter: Meter = METER) -> bytes:
    """Return the page."""
    from prometheus_client import CollectorRegistry, ProcessCollector, generate_latest  # noqa: PLC0415 -- as above

    registry = CollectorRegistry(auto_describe=False)
    registry.register(Exposition(meter, gauges))
    ProcessCollector(registry=registry)
    return generate_latest(registry)


async def metrics_page(gauges: Gauges) -> web.Response:
    """Return the answer to a reading."""
    tasks = ("Tasks of the event loop, those that wait included", float(len(asyncio.all_tasks())))
    body = await asyncio.to_thread(exposition, {**gauges, "tasks": tasks})
    return goodbye(web.Response(body=body, content_type="text/plain", charset="utf-8"))
