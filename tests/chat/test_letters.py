"""How long an answer to a broadcast may be, and what becomes of those of older releases."""

from dataclasses import replace
from datetime import datetime

from bot.chat.model import Typed
from bot.chat.world import World
from bot.domain.broadcast.broadcast import LETTER_ROOM, Reply
from bot.store.codec.older_person import OlderPerson, older
from bot.store.codec.people import decode_person, encode_person
from tests.chat.sent import letters
from tests.chat.test_rights import OWN, STRANGER, person, take
from tests.each import each

ANSWERED = f"reply:to:{OWN}:{'b' * 12}"


@each(("length", "taken"), [(LETTER_ROOM, 1), (LETTER_ROOM + 1, 0)])
def test_an_answer_has_as_many_letters_as_there_is_room(
    length: int, taken: int, world: World, now: datetime
) -> None:
    """A longer answer is given back with the limit, not cut."""
    teacher = replace(person(STRANGER, now), school=OWN)
    turn, shown = take(teacher, Typed("x" * length, replies_to=(ANSWERED,)), world, now)
    assert len(letters(turn)) == taken
    assert (str(LETTER_ROOM + 1) in shown.replace(".", "")) is not bool(taken)


@each("waiting", [1, 5])
def test_what_an_older_document_holds_is_kept_by_a_turn(
    waiting: int, world: World, now: datetime
) -> None:
    """Answers of an older release wait where they are, and keep nobody from another answer."""
    waiting_letters = tuple(
        Reply(id=f"{n:012}", answers="b" * 12, text="Siap", at=now) for n in range(waiting)
    )
    teacher = older(replace(person(STRANGER, now), school=OWN), letters=waiting_letters)
    turn, _ = take(teacher, Typed("Siap", replies_to=(ANSWERED,)), world, now)
    assert len(letters(turn)) == 1
    assert isinstance(turn.person, OlderPerson)
    assert decode_person(encode_person(turn.person)) == turn.person
    assert turn.person.letters == waiting_letters
