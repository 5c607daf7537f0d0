"""The people's side over HTTP: state, acts, events, the page and the transcript."""

import asyncio
import json
import re

import aiohttp
import pytest

from bot.simulator.events import Events
from tests.simulator.bot_side import SITI, BotSide, Json, button, inline, png


async def test_the_state_names_everyone(bot: BotSide) -> None:
    """The state holds bot, people, clock, faults, the number of the last event and the run's name."""
    state = await bot.get("/sim/state")
    assert set(state) == {"bot", "people", "clock", "faults", "last_event", "started"}
    assert state["people"][0] == {
        "id": SITI,
        "first_name": "Siti",
        "last_name": "Aminah",
        "username": "siti",
        "note": "Guru SD",
        "aside": False,
        "blocked": False,
        "unread": 0,
    }
    assert state["bot"]["username"] == "langkah_guru_bot"
    assert state["last_event"] > 0


async def test_a_new_person_can_write(bot: BotSide) -> None:
    """An added person gets an id of her own and writes at once."""
    status, person = await bot.post("/sim/people", {"first_name": "Dewi", "note": "Guru TK"})
    assert status == 200
    _, message = await bot.post(f"/sim/people/{person['id']}/send", {"text": "/start"})
    assert message["out"]
    assert message["from"]["first_name"] == "Dewi"
    await bot.ok("sendMessage", chat_id=person["id"], text="Halo")
    chat = await bot.get(f"/sim/people/{person['id']}/chat")
    assert [message["out"] for message in chat["messages"]] == [True, False]


async def test_all_chats_are_shown_at_once(bot: BotSide) -> None:
    """Each person has hers as it is alone, also one who wrote nothing."""
    _, person = await bot.post("/sim/people", {"first_name": "Dewi"})
    await bot.say()
    alone = {str(one): await bot.get(f"/sim/people/{one}/chat") for one in (SITI, person["id"])}
    chats = await bot.get("/sim/chats")
    assert {one: chats[one] for one in alone} == alone
    assert [bool(one["messages"]) for one in alone.values()] == [True, False]


async def test_every_act_has_its_route(bot: BotSide) -> None:
    """Writing, answering, correcting, pressing, attaching and blocking work over HTTP."""
    here = f"/sim/people/{SITI}"
    asked = await bot.say(reply_markup=inline([button("Ya", "ya")]))
    number = asked["message_id"]
    _, sent = await bot.post(f"{here}/send", {"text": "ya", "reply_to": number, "forward": True})
    assert sent["reply_to_message"]["message_id"] == number
    _, own = await bot.post(f"{here}/send", {"text": "tdiak"})
    edit = {"message_id": own["message_id"], "text": "tidak"}
    assert (await bot.post(f"{here}/edit", edit))[1]["text"] == "tidak"
    tap = {"message_id": number, "data": "ya"}
    assert "callback_query_id" in (await bot.post(f"{here}/tap", tap))[1]
    for kind in ("sticker", "location", "contact"):
        assert kind in (await bot.post(f"{here}/attach", {"kind": kind}))[1]
    assert (await bot.post(f"{here}/block", {"blocked": True}))[1]["blocked"]


async def test_an_uploaded_file_can_be_looked_at(bot: BotSide) -> None:
    """An upload becomes a message; its file is served with its name and no way to run."""
    form = aiohttp.FormData({"kind": "document", "caption": "RPP"}, quote_fields=False)
    form.add_field("file", b"<script>", filename="rpp é.html", content_type="text/html")
    url = f"{bot.address}/sim/people/{SITI}/upload"
    async with bot.session.post(url, data=form) as response:
        message = await response.json()
    assert message["document"]["file_name"] == "rpp é.html"
    assert message["caption"] == "RPP"
    address = f"{bot.address}/sim/files/{message['document']['file_id']}"
    async with bot.session.get(address) as response:
        assert await response.read() == b"<script>"
        disposition = response.headers["Content-Disposition"]
        assert disposition == "attachment; filename*=UTF-8''rpp%20%C3%A9.html"
        assert response.headers["Content-Security-Policy"] == "default-src 'self'"


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("/sim/people/999/send", {"text": "x"}, 404),
        ("/sim/people/x/send", {"text": "x"}, 404),
        (f"/sim/people/{SITI}/send", {}, 400),
        (f"/sim/people/{SITI}/send", [], 400),
        (f"/sim/people/{SITI}/send", {"text": "x" * 4097}, 400),
        (f"/sim/people/{SITI}/send", {"text": "x", "reply_to": 999}, 404),
        (f"/sim/people/{SITI}/send", {"text": "x", "reply_to": [1]}, 400),
        (f"/sim/people/{SITI}/edit", {"message_id": 999, "text": "x"}, 400),
        (f"/sim/people/{SITI}/tap", {"message_id": 999, "data": "x"}, 404),
        (f"/sim/people/{SITI}/attach", {"kind": "song"}, 400),
        (f"/sim/people/{SITI}/upload", {}, 400),
        ("/sim/people", {"id": SITI, "first_name": "x"}, 409),
        ("/sim/people", {"id": "x", "first_name": "x"}, 400),
        ("/sim/people", {"id": 1 << 52, "first_name": "x"}, 409),
        ("/sim/groups", {"title": "x", "people": []}, 400),
        ("/sim/groups", {"title": "x", "people": ["x"]}, 400),
    ],
)
async def test_an_impossible_act_is_refused_with_a_sentence(
    bot: BotSide, path: str, body: object, status: int
) -> None:
    """The people's side answers faults with a status and a sentence."""
    got, answer = await bot.post(path, body)
    assert got == status
    assert answer["error"]


async def test_a_form_that_breaks_off_is_refused_with_a_sentence(bot: BotSide) -> None:
    """What is no form, or ends before its end, is no upload."""
    address = f"{bot.address}/sim/people/{SITI}/upload"
    for given in ("", "; boundary=x"):
        headers = {"Content-Type": f"multipart/form-data{given}"}
        async with bot.session.post(address, data=b"--x\r\n", headers=headers) as response:
            assert response.status == 400
            assert (await response.json())["error"]


@pytest.mark.parametrize(
    ("site", "status"),
    [("same-origin", 200), ("none", 200), ("same-site", 403), ("cross-site", 403)],
)
async def test_another_site_acts_for_nobody(bot: BotSide, site: str, status: int) -> None:
    """A page of somebody else's, open in the same browser, presses and writes nothing here."""
    address, wish = f"{bot.address}/sim/people/{SITI}/send", b'{"text": "x"}'
    headers = {"Content-Type": "text/plain", "Sec-Fetch-Site": site}
    async with bot.session.post(address, data=wish, headers=headers) as response:
        assert response.status == status


async def test_who_blocks_does_not_write(bot: BotSide) -> None:
    """As in Telegram, the bot has to be unblocked before one writes to it."""
    await bot.siti.block()
    status, _ = await bot.post(f"/sim/people/{SITI}/send", {"text": "x"})
    assert status == 409


async def test_events_tell_what_happens(bot: BotSide) -> None:
    """The stream sends every event after `since`, numbered, as it happens."""
    seen = bot.simulator.world.events.last
    async with bot.session.get(f"{bot.address}/sim/events?since={seen}") as stream:
        message = await bot.say(reply_markup={"keyboard": [["Menu"]]})
        await bot.ok("sendChatAction", chat_id=SITI, action="typing")
        other = await bot.say(reply_markup=inline([button("Ya", "ya")]))
        where = {"chat_id": SITI, "message_id": other["message_id"]}
        query = await bot.siti.tap(other["message_id"], data="ya")
        await bot.ok("answerCallbackQuery", **query, text="Siap")
        await bot.ok("editMessageText", **where, text="Baru")
        await bot.ok("deleteMessage", **where)
        await bot.siti.block()
        await bot.ok("setMyShortDescription", short_description="Halo")
        await bot.post("/sim/clock", {"advance_seconds": 60})
        events = [await _next_event(stream) for _ in range(10)]
    assert [number for number, _ in events] == list(range(seen + 1, seen + 11))
    assert [event["type"] for _, event in events] == [
        "message", "keyboard", "typing", "message", "answer", "edited", "deleted", "people",
        "profile", "clock",
    ]  # fmt: skip
    assert events[0][1]["message"] == {**message, "out": False}
    assert events[1][1]["reply_keyboard"] == {"keyboard": [[{"text": "Menu"}]]}
    assert events[4][1]["text"] == "Siap"
    assert events[6][1] == {"type": "deleted", "person": SITI, "message_id": where["message_id"]}


async def test_a_stream_can_be_taken_up_again(bot: BotSide) -> None:
    """Last-Event-ID goes on where the stream broke off."""
    seen = bot.simulator.world.events.last
    await bot.say("satu")
    await bot.say("dua")
    headers = {"Last-Event-ID": str(seen + 1)}
    async with bot.session.get(f"{bot.address}/sim/events?since=0", headers=headers) as stream:
        _, event = await _next_event(stream)
    assert event["message"]["text"] == "dua"


def test_the_ring_forgets_old_events() -> None:
    """Who asks for events that left the ring is told so."""
    events = Events()
    for number in range(10_002):
        events.add("clock", now=number)
    assert events.since(1) is None
    kept = events.since(2)
    assert kept is not None
    assert (kept[0][0], kept[-1]) == (3, (10_002, {"type": "clock", "now": 10_001}))


async def test_who_fell_behind_the_ring_is_reset(bot: BotSide) -> None:
    """A stream that asks for more than there was is told to begin anew."""
    async with bot.session.get(f"{bot.address}/sim/events?since=999999") as stream:
        number, event = await _next_event(stream)
    assert event == {"type": "reset"}
    assert number == bot.simulator.world.events.last


async def test_the_page_is_served_under_a_strict_policy(bot: BotSide) -> None:
    """The page and its files come from here alone; anything else is not found."""
    async with bot.session.get(f"{bot.address}/") as response:
        assert response.status == 200
        assert response.content_type == "text/html"
        assert response.headers["Content-Security-Policy"] == "default-src 'self'"
    for other in ("..%2Fserver.py", "x" * 300):
        async with bot.session.get(f"{bot.address}/page/{other}") as response:
            assert response.status == 404


async def test_a_browser_keeps_the_files_of_the_page_as_long_as_they_are_the_same(
    bot: BotSide,
) -> None:
    """The page names its files by a version: under it they are kept, under any other asked for again."""
    async with bot.session.get(f"{bot.address}/") as response:
        found = re.search(r"/page/(\w+)/app\.js", await response.text())
    assert found
    for version, kept in ((found[1], True), ("another", False)):
        async with bot.session.get(f"{bot.address}/page/{version}/app.js") as response:
            assert response.status == 200
            assert ("immutable" in response.headers["Cache-Control"]) is kept
            assert response.headers["Content-Security-Policy"] == "default-src 'self'"


async def test_a_transcript_reads_like_the_chat(bot: BotSide) -> None:
    """The transcript shows what was sent, pressed, shown and edited, in order."""
    keyboard = inline([button("Ya", "ya"), button("Tidak", "tidak")], [button("Batal", "batal")])
    message = await bot.say("Mulai?\nLima menit.", reply_markup=keyboard)
    await bot.siti.tap(message["message_id"], data="ya")
    where = {"chat_id": SITI, "message_id": message["message_id"]}
    await bot.ok("editMessageText", **where, text="Baik.")
    await bot.siti.photo(png(), caption="papan")
    await bot.siti.document("rpp.pdf", b"%PDF")
    own = await bot.siti.send("tdiak")
    await bot.siti.edit(own["message_id"], "tidak")
    await bot.ok("deleteMessage", **where)
    lines = [
        "> /start", "< Mulai?", "  Lima menit.", "  [Ya] [Tidak]", "  [Batal]", "> [tombol Ya]",
        "~ Baik.", "> (foto) papan", "> (dokumen rpp.pdf)", "> tdiak", "> (sunting) tidak",
        "< (pesan dihapus)",
    ]  # fmt: skip
    assert bot.siti.transcript().splitlines() == lines
    async with bot.session.get(f"{bot.address}/sim/people/{SITI}/transcript") as response:
        assert response.content_type == "text/plain"
        assert await response.text() == bot.siti.transcript()


async def _next_event(stream: aiohttp.ClientResponse) -> tuple[int, Json]:
    async with asyncio.timeout(5):
        number = int((await stream.content.readline()).removeprefix(b"id: "))
        event: Json = json.loads((await stream.content.readline()).removeprefix(b"data: "))
        await stream.content.readline()
    return number, event
