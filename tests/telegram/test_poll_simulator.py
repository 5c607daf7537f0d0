"""Long polling against a simulated Telegram, over real sockets: nothing lost, clear ends."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from bot.chat.model import Incoming, Shown, Typed
from bot.errors import PollingConflict, TokenRefused
from bot.telegram.api.app import Connection, build
from bot.telegram.api.run import run_polling
from bot.telegram.receive.poll import BATCH, Poll
from tests.each import each
from tests.telegram.echo import (
    PROFILE,
    SARI,
    TEXTS,
    Echo,
    echo,
    edge_to,
    fault,
    polling,
    simulator,
    utc_now,
    waiting,
)


def stuck_until(free: asyncio.Event) -> Callable[[Incoming], Awaitable[tuple[Shown, ...]]]:
    """Return a conversation whose turn about "macet" waits."""

    async def stuck(incoming: Incoming) -> tuple[Shown, ...]:
        if incoming.event == Typed("macet"):
            await free.wait()
        return await echo(incoming)

    return stuck


async def test_a_message_is_answered() -> None:
    """A typed message is handled and its screen arrives in the chat."""
    telegram, conversation = simulator(), Echo()
    async with telegram.serve() as address, polling(edge_to(address, conversation)):
        sari = telegram.person(SARI)
        await sari.send("halo")
        answer = await sari.next_message()
    assert answer["text"] == "halo"


async def test_what_waited_while_the_bot_was_away_is_answered_in_order() -> None:
    """More than one batch of waiting messages is handled, each once and in order."""
    telegram, conversation = simulator(), Echo()
    for number in range(40):
        await telegram.person(SARI).send(str(number))
    async with telegram.serve() as address, polling(edge_to(address, conversation)):
        await conversation.until_handled(40)
    assert conversation.events(SARI) == [Typed(str(number)) for number in range(40)]


async def test_an_update_is_confirmed_only_when_its_turn_is_saved() -> None:
    """A process that dies during a turn gets the same update again."""
    begun = asyncio.Event()

    async def never(_: Incoming) -> tuple[Shown, ...]:
        begun.set()
        await asyncio.Event().wait()
        return ()

    telegram, conversation = simulator(), Echo()
    async with telegram.serve() as address:
        await telegram.person(SARI).send("penting")
        dying = asyncio.create_task(run_polling(edge_to(address, Echo(never)), PROFILE))
        await begun.wait()
        dying.cancel()
        await asyncio.gather(dying, return_exceptions=True)
        assert waiting(telegram) == 1
        async with polling(edge_to(address, conversation)):
            await conversation.until_handled(1)
    assert conversation.events(SARI) == [Typed("penting")]
    assert waiting(telegram) == 0


async def test_nothing_is_confirmed_before_all_that_came_earlier_is_saved() -> None:
    """Saved turns are handed out again while an update before them is not saved."""
    blocked = asyncio.Event()
    telegram, conversation = simulator(), Echo(stuck_until(blocked))
    await telegram.person(SARI + 1).send("macet")
    await telegram.person(SARI).send("satu")
    async with telegram.serve() as address, polling(edge_to(address, conversation)):
        await conversation.until_handled(1)
        assert waiting(telegram) == 2
        blocked.set()
        await conversation.until_handled(2)
    assert waiting(telegram) == 0


async def test_a_turn_that_takes_long_does_not_hold_up_others() -> None:
    """What others send while a turn is under way is fetched and handled, each once."""
    blocked = asyncio.Event()
    telegram, conversation = simulator(), Echo(stuck_until(blocked))
    await telegram.person(SARI + 1).send("macet")
    async with telegram.serve() as address, polling(edge_to(address, conversation)):
        for number in range(1, 4):
            await telegram.person(SARI).send(str(number))
            await conversation.until_handled(number)
        assert waiting(telegram) == 4
        blocked.set()
        await conversation.until_handled(4)
    assert waiting(telegram) == 0
    assert conversation.events(SARI) == [Typed("1"), Typed("2"), Typed("3")]


async def test_no_more_than_a_batch_is_under_way() -> None:
    """Behind a turn that takes long, at most as many are taken as Telegram gives at once."""
    blocked = asyncio.Event()
    telegram, conversation = simulator(people=BATCH + 20), Echo(stuck_until(blocked))
    await telegram.person(SARI).send("macet")
    for number in range(1, BATCH + 20):
        await telegram.person(SARI + number).send("satu")
    async with telegram.serve() as address, polling(edge_to(address, conversation)):
        await conversation.until_handled(BATCH - 1)
        await asyncio.sleep(0.2)
        assert len(conversation.handled) == BATCH - 1
        blocked.set()
        await conversation.until_handled(BATCH + 20)
    assert len(conversation.handled) == BATCH + 20


async def test_a_reply_that_is_late_does_not_hold_up_the_next_update() -> None:
    """Only saving counts: updates are confirmed while their replies still wait."""
    telegram, conversation = simulator(), Echo()
    async with telegram.serve() as address:
        edge = edge_to(address, conversation)
        async with polling(edge):
            edge.limiter.pause(0.5)
            for number in range(3):
                await telegram.person(SARI).send(str(number))
                await conversation.until_handled(number + 1)
            assert edge.deliver.undelivered == 3
    texts = [message["text"] for message in telegram.person(SARI).messages]
    assert texts == ["0", "1", "2", "0", "1", "2"]


async def test_an_update_that_cannot_be_read_does_not_block_the_others() -> None:
    """A malformed update is logged, confirmed and forgotten."""
    telegram, conversation = simulator(), Echo()
    telegram.world.queue.add_raw({"message": {"message_id": "?"}})
    telegram.world.queue.add_raw({"message": 5})
    telegram.world.queue.add_raw({"update_id": None})
    await telegram.person(SARI).send("halo")
    async with telegram.serve() as address, polling(edge_to(address, conversation)):
        await conversation.until_handled(1)
    assert waiting(telegram) == 0


@each("status", [500, 502, 429, 400])
async def test_polling_goes_on_after_a_fault_of_telegram(status: int) -> None:
    """A failed poll is repeated."""
    telegram, conversation = simulator(), Echo()
    fault(telegram, "getUpdates", status)
    async with telegram.serve() as address, polling(edge_to(address, conversation)):
        await telegram.person(SARI).send("halo")
        await conversation.until_handled(1)


async def test_the_start_outlasts_an_unreachable_telegram() -> None:
    """A process that starts while Telegram is away waits for it."""
    telegram, conversation = simulator(), Echo()
    fault(telegram, "getMe", 502, times=2)
    async with telegram.serve() as address, polling(edge_to(address, conversation)):
        await telegram.person(SARI).send("halo")
        await conversation.until_handled(1)


async def test_a_second_poller_that_stays_ends_the_process_with_a_clear_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Two processes with one token would take each other's updates."""
    monkeypatch.setattr("bot.telegram.api.doubt.PATIENCE_SECONDS", 0)
    telegram = simulator()
    fault(telegram, "getUpdates", 409)
    async with telegram.serve() as address:
        with pytest.raises(PollingConflict, match="getUpdates"):
            await run_polling(edge_to(address, Echo()), PROFILE)


@each("token", ["999999:another-well-formed-token", "not a token"])
async def test_a_refused_token_ends_the_process_without_naming_it(token: str) -> None:
    """A wrong token is said clearly, and only that it is wrong."""
    async with simulator().serve() as address:
        connection = Connection(token=token, api_url=address)
        edge = build(connection, Echo(), TEXTS, clock=utc_now, stop=asyncio.Event())
        with pytest.raises(TokenRefused) as caught:
            await run_polling(edge, PROFILE)
    assert token not in f"{caught.value} {caught.value.__cause__} {connection}"


async def test_a_token_revoked_later_ends_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """A 401 to polls that stays is final."""
    monkeypatch.setattr("bot.telegram.api.doubt.PATIENCE_SECONDS", 0)
    telegram = simulator()
    fault(telegram, "getUpdates", 401)
    async with telegram.serve() as address:
        with pytest.raises(TokenRefused):
            await run_polling(edge_to(address, Echo()), PROFILE)


async def test_a_webhook_left_over_does_not_prevent_polling() -> None:
    """A webhook set earlier is deleted first."""
    telegram, conversation = simulator(), Echo()
    async with telegram.serve() as address:
        edge = edge_to(address, conversation)
        await edge.application.initialize()
        await edge.bot.set_webhook("http://127.0.0.1:1/telegram")
        async with polling(edge):
            await telegram.person(SARI).send("halo")
            await conversation.until_handled(1)


async def test_a_bot_api_without_webhooks_can_be_polled() -> None:
    """An emulator may not know deleteWebhook or the methods of the profile."""
    telegram, conversation = simulator(), Echo()
    for method in ("deleteWebhook", "setMyCommands", "getMyCommands", "getMyDescription"):
        fault(telegram, method, 404, description="Not Found: method not found")
    async with telegram.serve() as address, polling(edge_to(address, conversation)):
        await telegram.person(SARI).send("halo")
        await conversation.until_handled(1)


async def test_a_webhook_is_deleted_although_telegram_fails_once() -> None:
    """One 502 on the way from webhook to polling does not end in a conflict."""
    telegram, conversation = simulator(), Echo()
    async with telegram.serve() as address:
        edge = edge_to(address, conversation)
        await edge.application.initialize()
        await edge.bot.set_webhook("http://127.0.0.1:1/telegram")
        fault(telegram, "deleteWebhook", 502)
        async with polling(edge):
            await telegram.person(SARI).send("halo")
            await conversation.until_handled(1)


async def test_no_updates_are_taken_while_too_many_replies_wait() -> None:
    """The next batch is fetched only when there is room for its replies."""
    room, stop = asyncio.Event(), asyncio.Event()

    async def wait_for_room() -> None:
        await room.wait()

    telegram, conversation = simulator(), Echo()
    async with telegram.serve() as address:
        edge = edge_to(address, conversation)
        await edge.application.initialize()
        poll = Poll(edge.bot, take=edge.intake.take, room=wait_for_room)
        running = asyncio.create_task(poll.run(stop))
        await telegram.person(SARI).send("satu")
        await conversation.until_handled(1)
        await telegram.person(SARI).send("dua")
        await asyncio.wait({running}, timeout=0.1)
        assert len(conversation.handled) == 1
        room.set()
        await conversation.until_handled(2)
        stop.set()
        await running
        await edge.deliver.finish()
        await edge.application.shutdown()
