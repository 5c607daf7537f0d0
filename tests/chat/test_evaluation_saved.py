"""The answers of an evaluation are saved by her word as by the button."""

from datetime import datetime

from bot.chat.model import Press, Typed
from bot.chat.world import World
from bot.domain.person.person import Person
from tests.chat.test_evaluation_phone import after
from tests.chat.test_not_an_answer import evaluating
from tests.each import each

SAVES = (
    *("simpan", "oke simpen", "ya simpan", "udh simpan aja", "iya bu simpan aja semuanya"),
    *("sudah sesuai", "udh bener, simpan ya", "sudah dicek, simpan"),
)
WAITS = ("jangan simpan dulu", "belum sesuai", "simpan besok aja", "disimpan di mana ya?", "ubah")


def answered(world: World, now: datetime, place: str) -> Person:
    """Somebody who has answered all, at this place of the evaluation."""
    who = evaluating(now, world)
    for _ in range(40):
        if who.place.screen == "evaluation.summary":
            return who.at(place, *(() if place == "evaluation.hello" else ("2026-Q4",)))
        who = after(
            who, Typed("3" if who.place.screen == "evaluation.item" else "lewati"), world, now
        )
    raise AssertionError(who.place)


@each("text", SAVES)
@each("place", ["evaluation.summary", "evaluation.hello", "evaluation.edit"])
def test_her_word_saves_as_the_button_does(
    place: str, text: str, world: World, now: datetime
) -> None:
    """Wherever only saving is left, and nothing is open any more."""
    who = answered(world, now, place)
    said = after(who, Typed(text), world, now)
    assert said.evaluating is None
    tapped = after(who, Press("evaluation:save:2026-Q4"), world, now)
    assert said.evaluations == tapped.evaluations
    assert said.place == tapped.place


@each("text", WAITS)
def test_a_word_against_it_saves_nothing(text: str, world: World, now: datetime) -> None:
    """What is denied, put off or asked waits with all answers."""
    who = answered(world, now, "evaluation.summary")
    assert after(who, Typed(text), world, now).evaluating == who.evaluating


def test_what_is_not_answered_in_full_is_not_saved(world: World, now: datetime) -> None:
    """Before all is answered there is nothing to save, wherever she says so."""
    who = evaluating(now, world)
    for place in (who, who.at("evaluation.hello")):
        assert after(place, Typed("ya simpan"), world, now).evaluating == who.evaluating
