"""A school's number as people write it; where nothing can be passed over, nobody is told to pass it."""

from datetime import datetime

from bot.chat.answers.npsn import npsn_in
from bot.chat.context import Context
from bot.chat.model import ChangeSchool, Typed
from bot.chat.world import World
from bot.domain.school.school_change import CorrectNpsn, FoundSchool
from tests.chat.taking import redraw
from tests.chat.test_rights import ADMIN, OWN, RIGHTS, person
from tests.chat.test_stopping_first import places, turn_of
from tests.each import each

READ = (
    "20104323",
    " 20104323 ",
    "20.104.323",
    "2010 4323",
    "2010-4323",
    "20 10 43 23",
    "NPSN 20104323",
    "npsn: 20104323",
    "NPSN.20104323",
    "NPSN=20.104.323",
    "No. NPSN: 20104323.",
    "nomornya 20104323 ya",
    "NPSN SDN 1: 20104323",
    "20104323 (SDN 1)",
    "\uff12\uff10\uff11\uff10\uff14\uff13\uff12\uff13",
)
UNREAD = (
    "2010432",
    "201043234",
    "20104323 atau 20104324",
    "20-10-2026",
    "20.10.2026",
    "apa NPSN 20104323 benar?",
    "0812 2010 4323",
    "NPSN",
    "٢٠١٠٤٣٢",
)


@each("text", READ)
def test_it_is_read_as_it_is_written(text: str, world: World, now: datetime) -> None:
    """With dots, blanks, its name before it; at a new school and at an old one."""
    made = turn_of(places(now)["admin.npsn"], Typed(text), world, now)
    (wish,) = made.wishes
    assert isinstance(wish, ChangeSchool)
    assert isinstance(wish.change, FoundSchool)
    assert wish.change.npsn == "20104323"
    at = person(ADMIN, now).at("sdata.npsn", OWN)
    assert ChangeSchool(OWN, CorrectNpsn("20104323")) in turn_of(at, Typed(text), world, now).wishes


@each("text", UNREAD)
def test_what_is_no_such_number_is_asked_again(text: str, world: World, now: datetime) -> None:
    """Too few, too many, two of them, a day or a question."""
    assert npsn_in(text) is None
    at = person(ADMIN, now).at("sdata.npsn", OWN)
    turn = turn_of(at, Typed(text), world, now)
    assert turn.wishes == ()


def test_only_what_may_be_passed_is_said_to(world: World, now: datetime) -> None:
    """A correction can be cancelled, not passed."""
    at = person(ADMIN, now).at("sdata.npsn", OWN)
    turn = turn_of(at, Typed("2010"), world, now)
    known = Context(rights=RIGHTS)
    assert "lewati" not in f"{turn.note} {redraw(turn, world, now, known).text}".casefold()
    assert "lewati" in str(turn_of(places(now)["admin.npsn"], Typed("2010"), world, now).note)
