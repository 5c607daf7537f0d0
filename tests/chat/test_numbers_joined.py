"""Two numbers in one breath are two, however they are joined."""

from dataclasses import replace

from bot.chat.answers.numbers import numbers_in
from bot.chat.model import Typed
from bot.chat.world import World
from tests.chat.known_people import NOW, people
from tests.chat.test_stopping_first import turn_of
from tests.each import each

JOINED = ("5 sm 4", "5 sama 4", "no 5 sm no 4 bu", "5 dan 4", "lima sama empat", "5, 4")
NOT_JOINED = ("sama 5", "5 sama 4 lebih 2 menit")


@each("words", JOINED)
def test_both_are_chosen_as_her_focus(words: str, world: World) -> None:
    """At "Mana yang dikuatkan?" both steps are in."""
    who = people(world)["lengkap"]
    assert who.evaluating
    open_again = replace(who.evaluating, focus=(), answered=who.evaluating.answered[:1])
    who = replace(who, evaluating=open_again, updates=()).at("evaluation.focus", "2026-Q4")
    chosen = turn_of(who, Typed(words), world, NOW).person.evaluating
    assert chosen
    assert chosen.focus == ("laksana", "rancang")


@each("words", NOT_JOINED)
def test_other_words_beside_numbers_join_none(words: str, world: World) -> None:
    """What begins with "sama" compares, and what counts something else is no number."""
    assert numbers_in(world.texts, world.wording, words).named == ()
