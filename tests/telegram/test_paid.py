"""What is paid for in Stars."""

import asyncio

from bot.chat.model import Screen
from bot.cluster.rate_limit import BULK, REPLY
from bot.cluster.send_window import Limits
from bot.domain.broadcast.verdict import Sent
from bot.telegram.api.app import Connection, build
from tests.each import each
from tests.telegram.echo import SARI, TEXTS, TOKEN, Echo, simulator, utc_now


@each(("paid", "lane"), [(True, BULK), (True, REPLY), (False, BULK)])
async def test_only_bulk_is_paid_for_and_only_if_wished(paid: bool, lane: int) -> None:
    """Nobody pays Stars for a reply, nor for anything without PAID_BROADCAST."""
    telegram = simulator()
    async with telegram.serve() as address:
        connection = Connection(token=TOKEN, api_url=address, limits=Limits.none(), paid=paid)
        edge = build(connection, Echo(), TEXTS, clock=utc_now, stop=asyncio.Event())
        await edge.application.initialize()
        await telegram.person(SARI).send("/start")
        assert isinstance(await edge.deliver.send(SARI, Screen("Halo"), lane), Sent)
        _, parameters = telegram.calls[-1]
        await edge.deliver.stop()
        await edge.application.shutdown()
    assert ("allow_paid_broadcast" in parameters) is (paid and lane == BULK)
