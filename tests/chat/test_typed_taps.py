"""Typed words where the coach shows only buttons mean the button."""

from bot.chat.world import World
from tests.chat.test_put_off import PLANNED, Teacher, planned
from tests.each import each

CLOSING = ("coach:tried:laksana:0", "coach:nosign:laksana:0", "coach:proven:laksana:0")
PASSED = ("coach:pass:laksana:0:0", "coach:pass:laksana:0:1")


def at(world: World, screen: str) -> Teacher:
    """Return a teacher whom this screen asks."""
    if screen == "coach.aids":
        one = planned(world)
        one.taps("coach:aids:laksana:0")
    else:
        one = planned(world)
        one.taps(*CLOSING, *PASSED)
    if screen in {"coach.level", "coach.sum"}:
        one.taps("coach:enough:laksana:0")
    if screen == "coach.sum":
        one.taps("coach:chosen:laksana:0:3")
    assert one.known.place.screen == screen, one.known.place
    return one


@each(
    ("screen", "words", "then"),
    [
        *(("coach.again", one, "coach.level") for one in ("cukup", "tidak", "ga usah", "nanti bu")),
        *(("coach.again", one, "coach.days") for one in ("ya", "mau bu", "boleh", "sekali lagi")),
        *(("coach.level", one, "coach.sum") for one in ("tiga", "tingkat 3", "no 4", "kayaknya 2")),
        *(("coach.level", one, "coach.level") for one in ("5", "antara 2 dan 3")),
        *(("coach.sum", one, "coach.done") for one in ("ok", "sudah", "benar", "ya")),
        ("coach.sum", "ubah", "coach.sum"),
        *(("coach.aids", one, "coach.aids") for one in ("rpp", "RPP dan LKPD", "semua")),
        *(("coach.aids", one, "coach.wait") for one in ("tidak ada", "lewati", "nanti")),
    ],
)
def test_words_mean_the_button(world: World, screen: str, words: str, then: str) -> None:
    """The words lead where the button leads; a number that fits none asks again."""
    one = at(world, screen)
    one.types(words)
    assert one.known.place.screen == then


def test_aids_named_are_ticked(world: World) -> None:
    """Her "rpp" ticks the lesson plan."""
    one = at(world, "coach.aids")
    one.types("rpp")
    cycle = one.known.coaching.active
    assert cycle
    assert cycle.current
    assert cycle.current.promise
    assert "rpp" in cycle.current.promise.aids


@each(("words", "looks"), [("1 dan 2", {0, 1}), ("ya semua", {0, 1, 2}), ("3", {2})])
def test_looks_named_are_ticked(world: World, words: str, looks: set[int]) -> None:
    """Numbers and "ya semua" tick the looks at a rehearsal."""
    one = Teacher(world)
    one.taps(*("welcome:agree", "ask:set:address:ibu:daftar", "ask:set:level:sd:daftar"))
    one.taps("ask:skip:daftar", "ask:set:zone:WIB:daftar", *PLANNED[:3])
    one.types("Coba ceritakan dengan kata-katamu sendiri.")
    one.types(words)
    cycle = one.known.coaching.active
    assert cycle
    assert cycle.current
    assert cycle.current.looks == looks
