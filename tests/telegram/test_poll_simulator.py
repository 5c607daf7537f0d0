"""Long polling against the simulated Telegram, over real sockets."""

from tests.telegram.echo import SARI, Echo, edge_to, polling, simulator


async def test_a_message_is_answered() -> None:
    """A typed message is handled and its screen arrives in the chat."""
    telegram, conversation = simulator(), Echo()
    async with telegram.serve() as address, polling(edge_to(address, conversation)):
        sari = telegram.person(SARI)
        await sari.send("halo")
        answer = await sari.next_message()
    assert answer["text"] == "halo"
