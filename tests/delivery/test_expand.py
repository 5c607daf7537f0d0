"""What people have for the outbox becomes deliveries only if they may have it."""

from bot.chat.model import Screen
from bot.chat.world import World
from bot.delivery.broadcasts import of_school
from bot.domain.broadcast.broadcast import Reply
from bot.store.codec.older_person import OlderPerson, older
from tests.delivery.announcing import ID, Office
from tests.delivery.schools import MADE, SCHOOL, keep, member
from tests.delivery.teachers import OPENING, stored
from tests.each import each

RECIPIENT, COLLEAGUE = 1_001, 1_050


async def answered_by(office: Office, writer: int) -> list[str]:
    """Have a member of the school answer the broadcast; return what Made gets of it."""
    await office.pump()
    office.mail.letters.clear()
    letter = Reply(id="b" * 12, answers=ID, text="Siap hadir", at=OPENING)
    await keep(office.store, older(member(writer, OPENING), letters=(letter,)))
    await office.pump()
    assert not isinstance(await stored(office.store, writer), OlderPerson)
    return [
        shown.text
        for person, shown in office.mail.letters
        if person == MADE and isinstance(shown, Screen)
    ]


@each(("writer", "arrives"), [(RECIPIENT, True), (COLLEAGUE, False)])
async def test_only_who_got_a_broadcast_answers_it(
    writer: int, arrives: bool, world: World
) -> None:
    """A made-up answer of somebody of the school to whom it was not sent reaches nobody."""
    told = await answered_by(await Office(world, 2).open(), writer)
    assert ["Siap hadir" in text for text in told] == [True] * arrives


async def test_a_letter_is_no_broadcast_of_its_school(world: World) -> None:
    """The list of broadcasts names what coordinators sent, and nobody's answers."""
    office = await Office(world, 2).open()
    assert await answered_by(office, RECIPIENT)
    assert [one.id for one in await of_school(office.store, SCHOOL.id)] == [ID]
