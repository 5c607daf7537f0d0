"""What people do at once and the bot hears in several updates, or hears without anything new.

A text longer than a message is cut by the app; an album arrives picture by picture; a reaction may
come as an edit that changes nothing. It must not know how such an act arrives.
"""

import secrets

from bot.simulator.errors import Json, PersonError
from bot.simulator.people_side import acts
from bot.simulator.world import World

_TEXT = 4096
_LOOKED_BACK = 300
_ALBUM = range(2, 11)


def paste(world: World, person: int, text: str, *, reply_to: int | None = None) -> list[Json]:
    """Write a text of any length; its messages. The app cuts at a line's end or a blank.

    Only the first of them is a reply, as in the apps.
    """
    messages = []
    for part in cut(text):
        messages.append(acts.say(world, person, part, reply_to=reply_to))
        reply_to = None
    return messages


def cut(text: str) -> list[str]:
    """The text as the apps cut it (Android: the last 300 characters are searched for a place)."""
    parts = []
    while len(text) > _TEXT:
        end = _place(text)
        parts.append(text[:end])
        text = text[end:]
    return [part for part in (*parts, text) if part.strip(" \n")]


def album(
    world: World, person: int, items: list[tuple[str, bytes, str]], *, reply_to: int | None = None
) -> list[Json]:
    """Send 2 to 10 photos, videos and documents as (kind, content, caption); their messages."""
    if len(items) not in _ALBUM:
        raise PersonError("an album has 2 to 10 items")
    group = str(secrets.randbits(62))
    return [
        acts.upload(
            world, person, kind, content, name=f"{number}.pdf" if kind == "document" else "",
            caption=caption, album=group, reply_to=reply_to,
        )
        for number, (kind, content, caption) in enumerate(items, 1)
    ]  # fmt: skip


def touch(world: World, person: int, message_id: int, *, dated: bool = True) -> None:
    """Do something that reaches the bot as an edit without a change: react, or open a preview."""
    chat = world.chat(person)
    entry = chat.entries.get(message_id)
    if entry is None or not entry.out:
        raise PersonError("only one's own messages are edited")
    dates = {"edit_date": world.date()} if dated else {}
    world.publish("edited_message", {**entry.message, **dates}, chat.lane)


def _place(text: str) -> int:
    for mark in ("\n\n", "\n", " "):
        at = text.rfind(mark, _TEXT - _LOOKED_BACK, _TEXT)
        if at > 0:
            return at + len(mark)
    return _TEXT
