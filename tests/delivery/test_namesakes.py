"""An answer says which of two namesakes wrote it."""

from dataclasses import replace
from datetime import timedelta

from bot.chat.world import World
from bot.domain.broadcast.broadcast import Reply
from bot.domain.programme.programme import SchoolLevel
from bot.store.codec.broadcasts import BROADCASTS
from bot.store.codec.older_person import older
from tests.delivery.announcing import ID, Office, broadcast
from tests.delivery.schools import MADE, keep, member
from tests.delivery.teachers import OPENING

FIRST = 1_001
PLANNED = replace(broadcast(), due=OPENING + timedelta(days=2))


async def test_an_answer_says_which_namesake_wrote_it(world: World) -> None:
    """The letter stands under her name with what tells her apart."""
    office = await Office(world, 2).open()
    await office.pump()
    letter = Reply(id="b" * 12, answers=ID, text="Siap", at=OPENING)
    for number, level in ((FIRST, SchoolLevel.SD), (FIRST + 1, SchoolLevel.SMP)):
        siti = replace(member(number, OPENING), shown_name="Siti", level=level)
        await keep(office.store, older(siti, letters=(letter,) if number == FIRST else ()))
    await office.pump()
    head = await office.store.get(BROADCASTS, "b" * 12)
    assert head
    assert (head.sender, head.by) == ("Siti (SD/MI)", FIRST)
    assert MADE in [person for person, _ in office.mail.letters]
