"""A person as tests and scripts handle her: her acts as methods, her chat to read.

It only hands on to `acts`; it must not change the world itself.
"""

from bot.simulator.errors import Json
from bot.simulator.people_side import acts, acts_in_parts
from bot.simulator.people_side.transcript import transcript
from bot.simulator.world import World


class Person:
    """One person of a running simulator. Refused acts raise PersonError."""

    def __init__(self, world: World, person: int) -> None:
        self._world = world
        self._chat = world.chat(person)
        self.id = person

    @property
    def messages(self) -> list[Json]:
        """The chat's messages, oldest first, as Bot API objects. Do not change them."""
        return [entry.message for entry in self._chat.entries.values()]

    @property
    def reactions(self) -> list[tuple[int, str]]:
        """The bot's emoji under messages, as (message id, emoji)."""
        entries = self._chat.entries.items()
        return [(number, entry.reaction) for number, entry in entries if entry.reaction]

    @property
    def answers(self) -> list[Json]:
        """The answers to her presses: `id`, `text`, `show_alert`."""
        return list(self._world.answers(self.id))

    @property
    def reply_keyboard(self) -> Json | None:
        """The reply keyboard that stands under the chat."""
        return self._chat.reply_keyboard

    def transcript(self) -> str:
        """The chat as text; see `bot.simulator.people_side.transcript`."""
        return transcript(self._chat.log)

    async def send(self, text: str, *, forward: bool = False, reply_to: int | None = None) -> Json:
        """Write a text, or forward one of somebody else's; the message."""
        return acts.say(self._world, self.id, text, forward=forward, reply_to=reply_to)

    async def paste(self, text: str, *, reply_to: int | None = None) -> list[Json]:
        """Write a text of any length, which the app may cut; its messages."""
        return acts_in_parts.paste(self._world, self.id, text, reply_to=reply_to)

    async def album(
        self, *items: tuple[str, bytes, str], reply_to: int | None = None
    ) -> list[Json]:
        """Send several pictures and files at once, as (kind, content, caption); their messages."""
        return acts_in_parts.album(self._world, self.id, list(items), reply_to=reply_to)

    async def touch(self, message_id: int, *, dated: bool = True) -> None:
        """React to an own message, or anything else that reaches the bot as an empty edit."""
        acts_in_parts.touch(self._world, self.id, message_id, dated=dated)

    async def edit(self, message_id: int, text: str) -> Json:
        """Edit an own message; the message."""
        return acts.correct(self._world, self.id, message_id, text)

    async def tap(self, message_id: int, data: str) -> Json:
        """Press a button, also one that is not on the message (any more)."""
        return acts.tap(self._world, self.id, message_id, data)

    async def photo(self, content: bytes, caption: str = "") -> Json:
        """Send a picture; the message."""
        return acts.upload(self._world, self.id, "photo", content, caption=caption)

    async def document(
        self, name: str, content: bytes, *,
        media_type: str = "application/octet-stream", caption: str = "",
    ) -> Json:  # fmt: skip
        """Send a file; the message."""
        return acts.upload(
            self._world, self.id, "document", content,
            name=name, media_type=media_type, caption=caption,
        )  # fmt: skip

    async def voice(self, content: bytes, caption: str = "") -> Json:
        """Send a voice note; the message."""
        return acts.upload(self._world, self.id, "voice", content, caption=caption)

    async def sticker(self) -> Json:
        """Send a sticker; the message."""
        return acts.attach(self._world, self.id, "sticker")

    async def location(self) -> Json:
        """Send a place; the message."""
        return acts.attach(self._world, self.id, "location")

    async def contact(self) -> Json:
        """Send one's own contact; the message."""
        return acts.attach(self._world, self.id, "contact")

    async def block(self) -> None:
        """Block the bot."""
        acts.block(self._world, self.id, blocked=True)

    async def unblock(self) -> None:
        """Unblock the bot."""
        acts.block(self._world, self.id, blocked=False)

    async def next_message(self, timeout: float = 5.0) -> Json:  # noqa: ASYNC109 - part of the contract
        """The next thing the bot sent or edited in this chat.

        Each is handed out once, in order, also what came before this was called. Raises
        TimeoutError after `timeout` seconds of real time.
        """
        return await self._chat.next_message(timeout)
