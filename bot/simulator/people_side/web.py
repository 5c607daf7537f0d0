"""The people's side over HTTP: JSON and the page.

It must not decide anything: acts are in `acts`, the page's files in `page/`.
"""

import asyncio
import mimetypes
from collections.abc import Awaitable, Callable
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from urllib.parse import quote

import orjson
from aiohttp import BodyPartReader, web

from bot.simulator.errors import Json, PersonError
from bot.simulator.journey import Journey
from bot.simulator.people import Profile
from bot.simulator.people_side import acts
from bot.simulator.people_side.move import move
from bot.simulator.people_side.stream import Stream
from bot.simulator.people_side.transcript import transcript
from bot.simulator.people_side.wish import number, numbers, wish_of, words
from bot.simulator.world import World

PAGE = Path(__file__).parent.parent / "page"
_POLICY = {
    "Content-Security-Policy": "default-src 'self'",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-cache",
}
_KEPT = _POLICY | {"Cache-Control": "max-age=31536000, immutable"}
_PLACEHOLDER = "<!doctype html><title>Simulator</title><p>The page is not installed.</p>"

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def json_response(value: object, status: int = 200) -> web.Response:
    """A JSON answer of the people's side."""
    return web.Response(body=orjson.dumps(value), status=status, content_type="application/json")


def refusing(handler: Handler) -> Handler:
    """Let a handler answer PersonError with its status and sentence."""

    async def wrapped(request: web.Request) -> web.StreamResponse:
        try:
            return await handler(request)
        except PersonError as error:
            return json_response({"error": error.sentence}, error.status)

    return wrapped


def own(handler: Handler) -> Handler:
    """Let a handler act for this page only: browsers say when another site asks."""

    async def wrapped(request: web.Request) -> web.StreamResponse:
        if request.headers.get("Sec-Fetch-Site", "none") not in ("none", "same-origin"):
            raise PersonError("another site may not act here", status=403)
        return await handler(request)

    return wrapped


class PeopleSide:
    """The handlers of `/`, `/page/…` and `/sim/…`."""

    def __init__(self, world: World, journey: Journey) -> None:
        self._world = world
        self._journey = journey
        self.stream = Stream(world.events)

    @cached_property
    def _version(self) -> str:
        """The name of the page's files as they were when the page was last asked for."""
        return _version()

    def routes(self) -> list[web.RouteDef]:
        """Every route of the people's side."""
        gets: dict[str, Handler] = {
            "/": self.index,
            "/page/{name}": self.page,
            "/page/{version}/{name}": self.page,
            "/sim/state": self.state,
            "/sim/events": self.stream.answer,
            "/sim/chats": self.chats,
            "/sim/people/{id}/chat": self.chat,
            "/sim/people/{id}/transcript": self.transcript,
            "/sim/files/{file_id}": self.file,
        }
        posts: dict[str, Handler] = {
            "/sim/people": self.admit,
            "/sim/people/{id}/send": self.send,
            "/sim/people/{id}/edit": self.edit,
            "/sim/people/{id}/tap": self.tap,
            "/sim/people/{id}/upload": self.upload,
            "/sim/people/{id}/attach": self.attach,
            "/sim/people/{id}/block": self.block,
            "/sim/clock": self.clock,
            "/sim/faults": self.faults,
            "/sim/updates": self.updates,
            "/sim/groups": self.found_group,
            "/sim/groups/{id}/send": self.send_in_group,
        }
        return [web.get(path, refusing(handler)) for path, handler in gets.items()] + [
            web.post(path, refusing(own(handler))) for path, handler in posts.items()
        ]

    async def index(self, _request: web.Request) -> web.StreamResponse:
        """The page itself."""
        file = PAGE / "index.html"
        if not file.is_file():
            return web.Response(text=_PLACEHOLDER, content_type="text/html", headers=_POLICY)
        self._version = _version()
        body = file.read_bytes().replace(b'"/page/', b'"/page/%s/' % self._version.encode())
        return web.Response(body=body, content_type="text/html", charset="utf-8",
                            headers=_POLICY)  # fmt: skip

    async def page(self, request: web.Request) -> web.StreamResponse:
        """One of the page's files; a browser keeps it that asks for it under its version."""
        name = request.match_info["name"]
        file = next((one for one in PAGE.iterdir() if one.name == name), None)
        if file is None:
            raise PersonError("there is no such file", status=404)
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        charset = "utf-8" if kind.startswith("text/") else None
        headers = _KEPT if request.match_info.get("version") == self._version else _POLICY
        return web.Response(body=file.read_bytes(), content_type=kind, charset=charset,
                            headers=headers)  # fmt: skip

    async def state(self, _request: web.Request) -> web.StreamResponse:
        """Bot, people, clock and faults."""
        world = self._world
        return json_response({
            "bot": world.bot.public,
            "people": [human.public for human in world.people.values()],
            "clock": world.clock_state(),
            "faults": world.faults.public(),
            "last_event": world.events.last,
            "started": world.started,
        })  # fmt: skip

    async def chat(self, request: web.Request) -> web.StreamResponse:
        """The messages of a chat and what stands around them."""
        return json_response(self._shown(_id(request)))

    async def chats(self, _request: web.Request) -> web.StreamResponse:
        """The chats of all people, each by its person's id."""
        return json_response({str(one): self._shown(one) for one in self._world.people})

    def _shown(self, id_: int) -> Json:
        chat = self._world.chat(id_)
        return {
            "messages": [entry.public() for entry in chat.entries.values()],
            "reply_keyboard": chat.reply_keyboard,
            "typing": self._world.clock.seconds() < chat.typing_until,
        }

    async def transcript(self, request: web.Request) -> web.StreamResponse:
        """The chat as text."""
        chat = self._world.chat(_id(request))
        return web.Response(text=transcript(chat.log), content_type="text/plain")

    async def file(self, request: web.Request) -> web.StreamResponse:
        """The bytes of a file."""
        file = self._world.files.get(request.match_info["file_id"])
        if file is None:
            raise PersonError("there is no such file", status=404)
        name = file.name or file.path.rpartition("/")[2]
        shown = "attachment" if file.kind == "document" else "inline"
        kind = file.media_type or "application/octet-stream"
        headers = {
            **_POLICY,
            "Content-Type": kind,
            "Content-Disposition": f"{shown}; filename*=UTF-8''{quote(name, safe='')}",
        }
        return web.Response(body=file.content, headers=headers)

    async def admit(self, request: web.Request) -> web.StreamResponse:
        """Add a person."""
        wish = await wish_of(request)
        next_id = max(self._world.people, default=100) + 1
        last_name, username, note = (
            str(wish.get(key, "")) for key in ("last_name", "username", "note")
        )
        profile = Profile(
            id=number(wish, "id") if "id" in wish else next_id,
            first_name=words(wish, "first_name"),
            last_name=last_name,
            username=username,
            note=note,
        )
        human = self._world.admit(profile)
        self._world.people_changed()
        return json_response(human.public)

    async def send(self, request: web.Request) -> web.StreamResponse:
        """Write a text."""
        wish = await wish_of(request)
        text, forward = words(wish, "text"), bool(wish.get("forward"))
        reply_to = number(wish, "reply_to") if "reply_to" in wish else None
        message = acts.say(self._world, _id(request), text, forward=forward, reply_to=reply_to)
        return json_response({**message, "out": True})

    async def edit(self, request: web.Request) -> web.StreamResponse:
        """Edit an own message."""
        wish = await wish_of(request)
        message_id, text = number(wish, "message_id"), words(wish, "text")
        message = acts.correct(self._world, _id(request), message_id, text)
        return json_response({**message, "out": True})

    async def tap(self, request: web.Request) -> web.StreamResponse:
        """Press a button."""
        wish = await wish_of(request)
        message_id, data = number(wish, "message_id"), words(wish, "data")
        return json_response(acts.tap(self._world, _id(request), message_id, data))

    async def upload(self, request: web.Request) -> web.StreamResponse:
        """Send a photo, a document or a voice note."""
        fields, content, name, media_type = await _form(request)
        message = acts.upload(
            self._world, _id(request), fields.get("kind", ""), content,
            name=name, media_type=media_type, caption=fields.get("caption", ""),
        )  # fmt: skip
        return json_response({**message, "out": True})

    async def attach(self, request: web.Request) -> web.StreamResponse:
        """Send a sticker, a place or a contact."""
        kind = words(await wish_of(request), "kind")
        return json_response({**acts.attach(self._world, _id(request), kind), "out": True})

    async def block(self, request: web.Request) -> web.StreamResponse:
        """Block or unblock the bot."""
        blocked = bool((await wish_of(request)).get("blocked"))
        return json_response(acts.block(self._world, _id(request), blocked=blocked))

    async def clock(self, request: web.Request) -> web.StreamResponse:
        """Move the clock; a journey once begun is ended, whoever closes the page."""
        await asyncio.shield(asyncio.create_task(move(self._journey, await wish_of(request))))
        return json_response(self._world.clock_state())

    async def faults(self, request: web.Request) -> web.StreamResponse:
        """Order faults."""
        self._world.faults.order(await wish_of(request))
        return json_response(self._world.faults.public())

    async def updates(self, request: web.Request) -> web.StreamResponse:
        """Queue a raw update."""
        self._world.queue.add_raw(await wish_of(request))
        return json_response({"ok": True})

    async def found_group(self, request: web.Request) -> web.StreamResponse:
        """Found a group with the bot."""
        wish = await wish_of(request)
        title, people = words(wish, "title"), numbers(wish, "people")
        return json_response(acts.found_group(self._world, title, people))

    async def send_in_group(self, request: web.Request) -> web.StreamResponse:
        """Write into a group."""
        wish = await wish_of(request)
        person, text = number(wish, "person"), words(wish, "text")
        return json_response(acts.say_in_group(self._world, _id(request), person, text))


async def _form(request: web.Request) -> tuple[dict[str, str], bytes, str, str]:
    """The fields of an upload, and its file with name and media type."""
    fields: dict[str, str] = {}
    content, name, media_type = b"", "", ""
    if request.content_type != "multipart/form-data":
        raise PersonError("an upload is multipart/form-data")
    try:
        async for part in await request.multipart():
            if not isinstance(part, BodyPartReader):
                continue
            if part.name == "file":
                content, name = bytes(await part.read()), part.filename or ""
                media_type = part.headers.get("Content-Type", "")
            else:
                fields[part.name or ""] = await part.text()
    except ValueError as error:
        raise PersonError("the form cannot be read") from error
    return fields, content, name, media_type


def _version() -> str:
    """Return a name for the page's files as they are now."""
    states = ((file.name, file.stat().st_mtime_ns) for file in sorted(PAGE.glob("*")))
    return blake2b(repr([*states]).encode(), digest_size=6).hexdigest()


def _id(request: web.Request) -> int:
    try:
        return int(request.match_info["id"])
    except ValueError as error:
        raise PersonError("an id is a number", status=404) from error
