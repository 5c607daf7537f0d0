"""A planned broadcast that reaches nobody is told of by a message of its own."""

from dataclasses import replace
from datetime import timedelta

from bot.chat.screens.broadcast.routes import SIAR_ONE
from bot.chat.world import World
from bot.domain.broadcast.broadcast import Content
from tests.delivery.announcing import ID, Office, broadcast
from tests.delivery.schools import MADE, SCHOOL, keep
from tests.delivery.teachers import OPENING, stored
from tests.each import each

WATCHED_AT = 40
"""The message on which she once looked at it."""


async def sent(world: World, later: timedelta, *, evaluation: bool) -> list[int | None]:
    """Return on which messages she was told of a broadcast planned for so much later; None is a new one."""
    due = OPENING + later
    content = Content(text="Halo", evaluation=evaluation)
    office = await Office(
        world, 2, replace(broadcast(), content=content, due=due, first_at=due)
    ).open()
    await office.broadcaster.course.expander.take_from(MADE)
    made = await stored(office.store, MADE)
    await keep(office.store, replace(made, place=SIAR_ONE(SCHOOL.id, ID, WATCHED_AT)))
    office.clock.now = due
    await office.pump()
    assert await office.phase() == "selesai"
    new = [screen.text for _, screen, message in office.mail.shown if message is None]
    assert all("tidak terkirim ke siapa pun" in text for text in new)
    return [message for *_, message in office.mail.shown]


@each(
    ("why", "later", "evaluation", "messages"),
    [
        ("nobody, hours later", timedelta(hours=3), True, [WATCHED_AT, None]),
        ("nobody, while she looks on", timedelta(0), True, [WATCHED_AT]),
        ("everybody", timedelta(hours=3), False, [WATCHED_AT]),
    ],
)
async def test_she_hears_when_nobody_got_it(
    why: str, later: timedelta, messages: list[int | None], world: World, *, evaluation: bool
) -> None:
    """An edit of an old message makes no sound: a new one tells that it went to nobody."""
    assert await sent(world, later, evaluation=evaluation) == messages, why
