"""Whatever stands in the fields of an answer: no answer, no traceback, and the process lives on."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import orjson
import pytest
import structlog
from aiohttp import web
from telegram.error import TelegramError

from bot.chat.model import File, Picture, Screen, Shown, Typed
from bot.domain.broadcast.verdict import Refused, RetryAt, Sent, Unknown
from bot.errors import BotError
from bot.telegram.api.app import Edge
from bot.telegram.api.run import run_polling
from bot.telegram.send.sending import Sending
from tests.telegram.echo import PROFILE, SARI, TEXTS, Echo, edge_to, polling, utc_now
from tests.telegram.test_pictures import png
from tests.telegram.test_poll_proxy import ME, UPDATE

ODD: tuple[Any, ...] = (
    7, -1, 2**63, 1.5, True, False, None, "", "abc", "x" * 100_000, [], ["x"], [[1]], {}, {"a": 1},
    {"a": [{"b": None}]},
)  # fmt: skip
REFUSAL = {"ok": False, "error_code": 400, "description": "Bad Request: odd"}
FIELDS = ("ok", "result", "error_code", "description", "parameters")
PARTS = ("retry_after", "migrate_to_chat_id", "other")
MISSING = object()


def odd_answers() -> list[Any]:
    """Return answers each with one field that is anything, and some that are nothing at all."""
    answers: list[Any] = [*ODD, {"message": "Forbidden"}, {"error": {"code": 403}}]
    answers += [{**REFUSAL, field: odd} for field in FIELDS for odd in ODD]
    answers += [{**REFUSAL, "parameters": {part: odd}} for part in PARTS for odd in ODD]
    answers += [{"ok": True, "result": odd} for odd in ODD]
    answers += [{"ok": odd, "result": True, "description": odd, "error_code": odd} for odd in ODD]
    return answers


class Odd:
    """A Telegram that answers some calls of a method as it is told, all others well."""

    def __init__(self) -> None:
        self.odd: dict[str, list[tuple[int, Any]]] = {}
        self.calls: list[tuple[str, dict[str, str]]] = []
        self.updates = [UPDATE]
        self.address = ""

    async def answer(self, request: web.BaseRequest) -> web.Response:
        method = request.path.rsplit("/", 1)[1]
        fields = {name: str(value) for name, value in (await request.post()).items()}
        self.calls.append((method, fields))
        if self.odd.get(method):
            status, body = self.odd[method].pop(0)
            return web.Response(status=status, body=orjson.dumps(body))
        result: Any = True
        match method:
            case "getMe":
                result = ME
            case "getUpdates":
                await asyncio.sleep(0.01)
                result, self.updates = self.updates, []
            case _ if method.startswith("send"):
                result = {"message_id": 5}
        return web.json_response({"ok": True, "result": result})

    def sent_to(self, method: str) -> list[str]:
        return [fields["chat_id"] for name, fields in self.calls if name == method]


@asynccontextmanager
async def odd_telegram() -> AsyncIterator[Odd]:
    telegram = Odd()
    runner = web.ServerRunner(web.Server(telegram.answer))
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        telegram.address = f"http://127.0.0.1:{runner.addresses[0][1]}"
        yield telegram
    finally:
        await runner.cleanup()


@pytest.mark.parametrize(
    "method", ["getMe", "getUpdates", "sendMessage", "setWebhook", "deleteWebhook", "leaveChat"]
)
async def test_no_odd_answer_raises_anything_but_an_error_of_telegram(method: str) -> None:
    """Every field may hold anything: a call ends with its result or with an error that is expected."""
    statuses = (200, 400, 403, 409, 418, 429, 500, 502)
    answers = [(status, answer) for status in statuses for answer in odd_answers()]
    async with odd_telegram() as telegram:
        edge = edge_to(telegram.address, Echo())
        await edge.application.initialize()
        telegram.odd[method] = answers.copy()
        for status, answer in answers:
            done, words = True, ""
            try:
                await edge.bot.call(method, chat_id=SARI)
            except TelegramError as error:
                done, words = False, str(error)
            good = isinstance(answer, dict) and answer.get("ok") is True and "result" in answer
            assert done == (status == 200 and good), (status, answer)
            assert len(words) < 2_000
        await edge.application.shutdown()


def sending(edge: Edge) -> Sending:
    return Sending(edge.bot, edge.limiter, utc_now, pauses=(0, 0, 0))


SHOWN: dict[str, Shown] = {
    "sendMessage": Screen("halo"),
    "sendDocument": File("a.json", b"{}", "a"),
    "sendPhoto": Picture("a.png", png(), ""),
}


@pytest.mark.parametrize("method", SHOWN)
async def test_an_odd_answer_to_a_message_leaves_it_unknown(method: str) -> None:
    """A message so answered is neither sent again nor counted as refused, nor its person as gone."""
    descriptions = (7, True, ["x"], {"a": 1}, 1.5)
    answers = [{**REFUSAL, "description": odd} for odd in descriptions]
    answers += [{"message": "Forbidden"}, {"ok": "no", "description": "Forbidden: bot was blocked"}]
    answers += [{"ok": True, "result": {"message_id": odd}} for odd in (True, 2**63, -1, "5", [5])]
    told = [(status, answer) for status in (200, 400, 403, 418, 500) for answer in answers]
    async with odd_telegram() as telegram:
        edge = edge_to(telegram.address, Echo())
        await edge.application.initialize()
        telegram.odd[method] = told.copy()
        for number, (status, answer) in enumerate(told, 1):
            verdict = await sending(edge).show(SARI, SHOWN[method])
            assert isinstance(verdict, Unknown), (status, answer, verdict)
            assert len(telegram.sent_to(method)) == number
        await edge.application.shutdown()


@pytest.mark.parametrize("chat", [SARI, -7])
async def test_only_a_group_moves_to_a_group(chat: int) -> None:
    """What is meant for a person goes to no other chat; a group's words follow it to a group, once."""
    targets = ([1], "abc", "-100", 0, 7, SARI + 1, True, 2**63, -(2**63), -7, -100)
    async with odd_telegram() as telegram:
        edge = edge_to(telegram.address, Echo())
        await edge.application.initialize()
        for target in targets:
            moved = {**REFUSAL, "parameters": {"migrate_to_chat_id": target}}
            telegram.calls.clear()
            telegram.odd["sendMessage"] = [(400, moved)] * (9 if target == chat else 1)
            verdict = await sending(edge).show(chat, Screen("halo"))
            follows = chat < 0 and target == -100
            assert isinstance(verdict, Sent if follows else Refused | Unknown | RetryAt), target
            chats = [str(chat), "-100"] if follows else [str(chat)]
            assert telegram.sent_to("sendMessage") == chats, target
        await edge.application.shutdown()


async def test_a_group_that_moves_for_ever_is_given_up() -> None:
    """A server that sends a group from one id to the next is followed once."""
    moves = [
        (400, {**REFUSAL, "parameters": {"migrate_to_chat_id": target}}) for target in (-8, -7, -7)
    ]
    async with odd_telegram() as telegram:
        edge = edge_to(telegram.address, Echo())
        await edge.application.initialize()
        telegram.odd["sendMessage"] = moves
        verdict = await sending(edge).show(-7, Screen(TEXTS.group))
        assert isinstance(verdict, Unknown)
        assert telegram.sent_to("sendMessage") == ["-7", "-8"]
        await edge.application.shutdown()


@pytest.mark.parametrize("status", [200, 400, 403, 418, 500, 502])
async def test_polling_outlasts_an_odd_answer(status: int) -> None:
    """A getUpdates answered with a description that is no text, and the next update is heard."""
    conversation, descriptions = Echo(), (7, ["x"], {"a": 1}, True, 1.5)
    async with odd_telegram() as telegram:
        telegram.updates = []
        with structlog.testing.capture_logs() as logs:
            async with polling(edge_to(telegram.address, conversation)), asyncio.timeout(30):
                for number, description in enumerate(descriptions, 1):
                    answer = {**REFUSAL, "description": description}
                    telegram.odd["getUpdates"] = [(status, answer)]
                    while telegram.odd["getUpdates"]:  # noqa: ASYNC110 -- nothing is told of it
                        await asyncio.sleep(0.01)
                    telegram.updates = [{**UPDATE, "update_id": number}]
                    await conversation.until_handled(number)
    assert conversation.events(SARI) == [Typed("halo")] * len(descriptions)
    assert not [entry for entry in logs if entry["log_level"] in {"error", "critical"}]


@pytest.mark.parametrize("status", [200, 401, 404])
async def test_an_odd_answer_at_the_start_is_told_in_a_sentence(status: int) -> None:
    """A start that gets nothing but odd answers ends with one sentence of our own."""
    async with odd_telegram() as telegram:
        answer = {"ok": False, "error_code": "abc", "description": 5}
        telegram.odd["getMe"] = [(status, answer)] * 9
        with pytest.raises(BotError) as caught:
            await run_polling(edge_to(telegram.address, Echo()), PROFILE)
    assert len(str(caught.value).splitlines()) == 1


@pytest.mark.parametrize("status", [418, 500])
async def test_a_start_outlasts_one_odd_answer(status: int) -> None:
    """Something odd from a failing server is waited out, and then people are served."""
    conversation = Echo()
    async with odd_telegram() as telegram:
        telegram.odd["getMe"] = [(status, {"ok": False, "error_code": "abc", "description": 5})]
        async with polling(edge_to(telegram.address, conversation)):
            await conversation.until_handled(1)


async def test_an_endless_answer_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer larger than any of Telegram's is not read to its end."""
    monkeypatch.setattr("bot.telegram.http.request.ANSWER_BYTES", 1_000)
    async with odd_telegram() as telegram:
        edge = edge_to(telegram.address, Echo())
        await edge.application.initialize()
        telegram.odd["getUpdates"] = [(200, {"ok": True, "result": ["x" * 2_000]})]
        with pytest.raises(TelegramError, match="Invalid server response"):
            await edge.bot.call("getUpdates")
        assert await edge.bot.call("getUpdates") == [UPDATE]
        await edge.application.shutdown()
