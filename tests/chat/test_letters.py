"""How long an answer to a broadcast may be, and how many may wait."""

from dataclasses import replace
from datetime import datetime

import pytest

from bot.chat.model import Typed
from bot.chat.screens.replies.replies import WAITING_MOST
from bot.chat.world import World
from bot.domain.broadcast.broadcast import LETTER_ROOM, Reply
from tests.chat.sent import letters
from tests.chat.test_rights import OWN, STRANGER, person, take

ANSWERED = f"reply:to:{OWN}:{'b' * 12}"


@pytest.mark.parametrize(("length", "taken"), [(LETTER_ROOM, 1), (LETTER_ROOM + 1, 0)])
def test_an_answer_has_as_many_letters_as_there_is_room(
    length: int, taken: int, world: World, now: datetime
) -> None:
    """A longer answer is given back with the limit, not cut."""
    teacher = replace(person(STRANGER, now), school=OWN)
    turn, shown = take(teacher, Typed("x" * length, replies_to=(ANSWERED,)), world, now)
    assert len(letters(turn)) == taken
    assert (str(LETTER_ROOM + 1) in shown.replace(".", "")) is not bool(taken)


@pytest.mark.parametrize(
    ("waiting", "after"), [(WAITING_MOST - 1, WAITING_MOST), (WAITING_MOST,) * 2]
)
def test_only_so_many_answers_of_one_person_wait(
    waiting: int, after: int, world: World, now: datetime
) -> None:
    """While those of an older release are not carried over, further answers are refused."""
    waiting_letters = tuple(
        Reply(id=f"{n:012}", answers="b" * 12, text="Siap", at=now) for n in range(waiting)
    )
    teacher = replace(person(STRANGER, now), school=OWN, letters=waiting_letters)
    turn, _ = take(teacher, Typed("Siap", replies_to=(ANSWERED,)), world, now)
    assert len((*turn.person.letters, *letters(turn))) == after
