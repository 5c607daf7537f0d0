"""getUpdates: offsets, waiting, conflicts, expiry, and what kinds the bot wants."""

import asyncio
from datetime import timedelta

from tests.simulator.bot_side import SITI, TOKEN, BotSide


async def test_an_offset_confirms_what_is_older(bot: BotSide) -> None:
    """Updates come again until a later offset confirms them."""
    await bot.siti.send("satu")
    await bot.siti.send("dua")
    first, second = await bot.updates()
    assert [first, second] == await bot.updates()
    assert second["update_id"] == first["update_id"] + 1
    assert await bot.updates(second["update_id"]) == [second]
    assert await bot.updates() == [second]


async def test_a_negative_offset_keeps_the_last_ones(bot: BotSide) -> None:
    """With offset -1 only the newest update stays."""
    for text in ("satu", "dua", "tiga"):
        await bot.siti.send(text)
    (update,) = await bot.updates(-1)
    assert update["message"]["text"] == "tiga"
    assert await bot.updates() == [update]


async def test_the_limit_is_clamped(bot: BotSide) -> None:
    """A limit of 0 means 1 and one above 100 means 100."""
    for number in range(120):
        await bot.siti.send(str(number))
    assert len(await bot.updates(limit=0)) == 1
    assert len(await bot.updates(limit=500)) == 100


async def test_a_poll_waits_for_the_first_update(bot: BotSide) -> None:
    """A long poll answers as soon as something comes."""
    poll = asyncio.create_task(bot.updates(timeout=50))
    await _poll_waits(bot)
    await bot.siti.send("halo")
    (update,) = await poll
    assert update["message"]["text"] == "halo"


async def test_a_second_poll_ends_the_first(bot: BotSide) -> None:
    """The older poll gets a conflict, the newer one the updates."""
    first = asyncio.create_task(bot.call("getUpdates", timeout=50))
    await _poll_waits(bot)
    second = asyncio.create_task(bot.call("getUpdates", timeout=50))
    refusal = await first
    assert refusal["error_code"] == 409
    assert refusal["description"].startswith("Conflict: terminated by other getUpdates request")
    await bot.siti.send("halo")
    assert len((await second)["result"]) == 1


async def test_presses_expire_before_messages(bot: BotSide) -> None:
    """By the simulator's clock a press lives 150 seconds and a message a day."""
    message = await bot.say()
    await bot.siti.tap(message["message_id"], data="x")
    await bot.siti.send("halo")
    bot.simulator.clock.advance(timedelta(seconds=151))
    assert ["message" in update for update in await bot.updates()] == [True]
    bot.simulator.clock.advance(timedelta(days=1))
    assert await bot.updates() == []


async def test_unwanted_kinds_are_not_queued(bot: BotSide) -> None:
    """allowed_updates is remembered; an empty list brings the default back, junk is ignored."""
    await bot.updates(allowed_updates=["callback_query", "juggling"])
    await bot.updates(allowed_updates="junk")
    await bot.siti.send("tidak terdengar")
    assert await bot.updates() == []
    await bot.updates(allowed_updates=[])
    await bot.siti.send("terdengar")
    assert len(await bot.updates()) == 1


async def test_a_corrected_message_is_an_update(bot: BotSide) -> None:
    """An edit by the person comes as edited_message with edit_date."""
    message = await bot.siti.send("helo")
    await bot.siti.edit(message["message_id"], "halo")
    edited = (await bot.updates())[1]["edited_message"]
    assert edited["text"] == "halo"
    assert edited["edit_date"] >= message["date"]


async def test_a_forward_says_where_it_comes_from(bot: BotSide) -> None:
    """A forwarded text carries forward_origin."""
    await bot.siti.send("/start kode", forward=True)
    assert (await bot.updates())[0]["message"]["forward_origin"]["type"] == "hidden_user"


async def test_a_raw_update_comes_with_any_id(bot: BotSide) -> None:
    """An update that was confirmed before can be brought a second time."""
    await bot.siti.send("halo")
    (update,) = await bot.updates()
    offset = update["update_id"] + 1
    assert await bot.updates(offset) == []
    await bot.post("/sim/updates", update)
    assert await bot.updates(offset) == [update]
    assert await bot.updates(offset) == []


async def test_calls_arrive_in_every_form(bot: BotSide) -> None:
    """Query, JSON and urlencoded parameters mean the same; names of methods know no case."""
    url = f"{bot.address}/bot{TOKEN}/SENDmessage"
    query = {"chat_id": str(SITI), "text": "satu"}
    body = {"chat_id": SITI, "text": "dua", "reply_markup": {"inline_keyboard": []}}
    async with bot.session.get(url, params=query) as response:
        assert response.status == 200
    async with bot.session.post(url, json=body) as response:
        assert response.status == 200
    assert [call[0] for call in bot.simulator.calls] == ["sendMessage", "sendMessage"]
    assert bot.simulator.calls[-1][1]["reply_markup"] == '{"inline_keyboard":[]}'


async def test_wrong_tokens_and_methods_are_refused(bot: BotSide) -> None:
    """A wrong token is unauthorized, a malformed one and an unknown method are not found."""
    for path, status, description in (
        ("bot2:WRONG/getMe", 401, "Unauthorized"),
        ("botjunk/getMe", 404, "Not Found"),
        (f"bot{TOKEN}/getLost", 404, "Not Found: method not found"),
    ):
        async with bot.session.get(f"{bot.address}/{path}") as response:
            answer = await response.json()
            assert response.status == status
        assert answer == {"ok": False, "error_code": status, "description": description}


async def _poll_waits(bot: BotSide) -> None:
    while not bot.simulator.world.queue.polled:  # noqa: ASYNC110 - the queue announces no polls
        await asyncio.sleep(0)
