"""A passing refusal is not final; one that stays is, and says so."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
import structlog
from aiohttp import web

from bot.chat.model import Typed
from bot.errors import NoBotApi, PollingConflict, TokenRefused
from bot.telegram.api.run import run_polling
from tests.each import each
from tests.telegram.echo import PROFILE, SARI, TOKEN, Echo, edge_to, fault, polling, simulator
from tests.telegram.test_webhook_simulator import hooked


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A refusal stays when it lasts a third of a second."""
    monkeypatch.setattr("bot.telegram.api.doubt.PATIENCE_SECONDS", 0.3)


@each("status", [401, 404, 409])
@each("times", [1, 2])
async def test_polling_outlives_a_refusal_that_passes(status: int, times: int) -> None:
    """One 409, 401 or 404 costs a pause; getMe is asked where the token is in doubt; then all goes on."""
    telegram, conversation = simulator(), Echo()
    async with telegram.serve() as address:
        edge = edge_to(address, conversation)
        async with polling(edge) as running:
            await telegram.person(SARI).send("satu")
            await conversation.until_handled(1)
            fault(telegram, "getUpdates", status, times=times)
            await telegram.person(SARI).send("dua")
            await conversation.until_handled(2)
            await telegram.person(SARI).send("tiga")
            await conversation.until_handled(3)
            assert not running.done()
    asked = [name for name, _ in telegram.calls].count("getMe")
    assert asked == (1 if status == 409 else 1 + times)


async def test_a_refusal_is_told_while_it_lasts() -> None:
    """The log and the health page say what Telegram refuses, and that it has passed."""
    telegram, conversation = simulator(), Echo()
    fault(telegram, "getUpdates", 401)
    with structlog.testing.capture_logs() as logs:
        async with telegram.serve() as address:
            edge = edge_to(address, conversation)
            seen: list[str | None] = []
            conversation.news.clear()
            async with polling(edge):
                async with asyncio.timeout(10):
                    while edge.doubt.trouble is None:  # noqa: ASYNC110 -- nothing is told of it
                        await asyncio.sleep(0.01)
                seen.append(edge.doubt.trouble)
                await telegram.person(SARI).send("halo")
                await conversation.until_handled(1)
                seen.append(edge.doubt.trouble)
    assert seen == ["token refused", None]
    events = [entry["event"] for entry in logs]
    assert "telegram_refuses" in events
    assert "refusal_passed" in events


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize(
    ("status", "error"), [(401, TokenRefused), (404, TokenRefused), (409, PollingConflict)]
)
async def test_a_refusal_that_stays_ends_polling(status: int, error: type[Exception]) -> None:
    """When it lasts longer than the patience, the process ends with the reason."""
    telegram = simulator()
    fault(telegram, "getUpdates", status, times=99)
    async with telegram.serve() as address:
        with pytest.raises(error):
            await asyncio.wait_for(run_polling(edge_to(address, Echo()), PROFILE), 15)


@each("status", [401, 404])
async def test_the_start_outlives_a_refusal_that_passes(status: int) -> None:
    """The very first call may be refused once, too."""
    telegram, conversation = simulator(), Echo()
    fault(telegram, "getMe", status)
    async with telegram.serve() as address, polling(edge_to(address, conversation)):
        await telegram.person(SARI).send("halo")
        await conversation.until_handled(1)


@each("method", ["setWebhook", "sendMessage"])
async def test_a_webhook_outlives_a_refusal_that_passes(method: str) -> None:
    """A 401 to one call beside the webhook is looked into, and ends nothing."""
    telegram, conversation = simulator(), Echo()
    fault(telegram, method, 401)
    async with hooked(telegram, conversation) as edge:
        await telegram.person(SARI).send("satu")
        await conversation.until_handled(1)
        async with asyncio.timeout(10):
            while sum(name == "getMe" for name, _ in telegram.calls) < 2:  # noqa: ASYNC110 -- nothing is told of it
                await asyncio.sleep(0.01)
        await telegram.person(SARI).send("dua")
        assert (await telegram.person(SARI).next_message())["text"] in {"satu", "dua"}
        assert not edge.stop.is_set()
    assert conversation.events(SARI) == [Typed("satu"), Typed("dua")]


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("method", ["setWebhook", "sendMessage"])
async def test_a_token_that_stays_refused_ends_a_webhook(method: str) -> None:
    """When getMe is refused as well, and goes on being, the process ends with the reason."""
    telegram, conversation = simulator(), Echo()
    fault(telegram, method, 401, times=99)
    with pytest.raises(TokenRefused):  # noqa: PT012 -- it comes out at the end of the block
        async with hooked(telegram, conversation) as edge:
            async with asyncio.timeout(10):
                while not any(name == "getMe" for name, _ in telegram.calls):  # noqa: ASYNC110 -- as above
                    await asyncio.sleep(0.01)
            fault(telegram, "getMe", 401, times=99)
            await telegram.person(SARI).send("satu")
            await asyncio.wait_for(edge.stop.wait(), 10)


ME: dict[str, Any] = {"id": 123456, "is_bot": True, "first_name": "Bot", "username": "pretend_bot"}


@asynccontextmanager
async def answering(
    answers: dict[str, web.Response], calls: list[str] | None = None
) -> AsyncIterator[str]:
    """A server that answers each method so; getMe as it should, and everything else with true."""

    async def answer(request: web.Request) -> web.Response:
        method = request.path.rsplit("/", 1)[1]
        if calls is not None:
            calls.append(request.path)
        if found := answers.get(method):
            return web.Response(status=found.status, body=found.body, headers={**found.headers})
        await asyncio.sleep(0.01)
        result: Any = {"getMe": ME, "getUpdates": []}.get(method, True)
        return web.json_response({"ok": True, "result": result})

    application = web.Application()
    application.router.add_route("*", "/{path:.*}", answer)
    runner = web.AppRunner(application)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


ODD = [
    "null", "[]", "5", '"bot"', "{}", "true",
    json.dumps({**ME, "id": "5"}), json.dumps({**ME, "id": 2**63}), json.dumps({**ME, "id": True}),
    json.dumps({**ME, "id": -1}), json.dumps({**ME, "id": 1.5}), json.dumps({**ME, "id": None}),
    json.dumps({**ME, "first_name": 5}), json.dumps({**ME, "username": ["a"]}),
    json.dumps({**ME, "is_bot": False}), json.dumps({**ME, "is_bot": "yes"}),
    json.dumps({"first_name": "a", "username": "b"}), json.dumps([ME]),
]  # fmt: skip


BODIES = (
    *(f'{{"ok":true,"result":{each}}}' for each in ODD),
    "<html>Bot</html>", "", "null", "[]", '{"ok":true}', '{"ok":false}', "{",
)  # fmt: skip


@pytest.mark.usefixtures("impatient")
async def test_an_odd_account_ends_the_start_with_one_clear_sentence() -> None:
    """Whatever getMe brings instead of a bot, the address is named as what to check, and no token."""

    async def start(body: str) -> None:
        async with answering({"getMe": web.Response(text=body)}) as address:
            with pytest.raises(NoBotApi) as caught:
                await asyncio.wait_for(run_polling(edge_to(address, Echo()), PROFILE), 30)
        assert "TELEGRAM_API_URL" in str(caught.value), body
        assert TOKEN not in f"{caught.value!r} {caught.value}", body

    async with asyncio.TaskGroup() as starts:  # each waits whether the refusal stays
        for body in BODIES:
            starts.create_task(start(body))


@each("left_out", ["is_bot", "username"])
async def test_an_account_without_what_nobody_reads_is_one(left_out: str) -> None:
    """Small imitations of the Bot API say less of the bot than Telegram does."""
    account = {key: value for key, value in ME.items() if key != left_out}
    body = json.dumps({"ok": True, "result": account})
    calls: list[str] = []
    async with (
        answering({"getMe": web.Response(text=body)}, calls) as address,
        polling(edge_to(address, Echo())),
        asyncio.timeout(10),
    ):
        while not any("getUpdates" in call for call in calls):  # noqa: ASYNC110 -- as above
            await asyncio.sleep(0.01)


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_redirect_at_the_start_is_said_and_not_followed(status: int) -> None:
    """The process ends with clear words, and nothing arrives where the redirect leads."""
    elsewhere: list[str] = []
    async with answering({}, elsewhere) as other:
        moved = web.Response(status=status, headers={"Location": f"{other}/bot{TOKEN}/getMe"})
        async with answering({"getMe": moved}) as address:
            with pytest.raises(NoBotApi, match="redirect") as caught:
                await asyncio.wait_for(run_polling(edge_to(address, Echo()), PROFILE), 10)
    assert elsewhere == []
    assert TOKEN not in str(caught.value)


async def test_a_redirect_later_is_not_followed_either() -> None:
    """What people read and wrote stays here when a server sends our calls elsewhere."""
    elsewhere: list[str] = []
    update = {
        "update_id": 1,
        "message": {
            "message_id": 1,
            "date": 1,
            "text": "halo",
            "from": {"id": SARI, "is_bot": False, "first_name": "Sari"},
            "chat": {"id": SARI, "type": "private"},
        },
    }
    batch = web.Response(text=json.dumps({"ok": True, "result": [update]}))
    calls: list[str] = []
    conversation = Echo()
    async with answering({}, elsewhere) as other:
        moved = web.Response(status=307, headers={"Location": f"{other}/x"})
        answers = {"sendMessage": moved, "getUpdates": batch}
        async with answering(answers, calls) as address, polling(edge_to(address, conversation)):
            await conversation.until_handled(1)
            async with asyncio.timeout(10):
                while not any("sendMessage" in call for call in calls):  # noqa: ASYNC110 -- as above
                    await asyncio.sleep(0.01)
            answers["getUpdates"] = web.Response(status=302, headers={"Location": f"{other}/y"})
            before = len(calls)
            async with asyncio.timeout(10):
                while sum("getUpdates" in call for call in calls[before:]) < 2:  # noqa: ASYNC110 -- as above
                    await asyncio.sleep(0.01)
    assert elsewhere == []
