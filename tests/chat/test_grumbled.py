"""A short complaint at a free question is no answer: it gets a kind word, and the question comes back."""

from datetime import datetime

from bot.chat.model import Typed
from bot.chat.typed.heard import Heard
from bot.chat.world import World
from tests.chat.coach_places import standing
from tests.chat.heard_sentences import HEARD
from tests.chat.test_not_an_answer import asked, kept
from tests.chat.test_stopping_first import turn_of
from tests.each import each

TOLD = ("coach.own", "coach.say", "coach.words", "coach.pupils", "coach.proof", "coach.look-back")
COMPLAINTS = (*HEARD[Heard.GRUMBLE], "ribet", "malas ah", "ngapain sih", "apaan sih ini")
ANSWERS = (
    "Aduh, ternyata petunjuk saya terlalu panjang",
    "Murid bertanya ngapain belajar ini, lalu saya beri contoh dari pasar",
    "Awalnya ribet membagi kelompok, lalu lancar",
    "Murid malas menulis tetapi mau bercerita",
)


@each("text", COMPLAINTS)
@each("place", TOLD)
def test_a_complaint_is_not_kept_and_the_question_comes_back(
    place: str, text: str, world: World
) -> None:
    """Nothing is kept of it; a warm sentence stands above the question, which stays open."""
    one = standing(world, place)
    before = one.known.coaching
    one.types(text)
    assert one.at == place
    assert one.known.coaching == before
    kind = world.hearing.heard(text)
    assert kind is not None
    assert world.texts.tell("heard", kind, address="Ibu") in one.text
    assert world.texts.label("aside", "back") in one.labels


@each("text", HEARD[Heard.GRUMBLE])
def test_a_complaint_that_was_the_answer_is_one_tap_from_being_kept(
    text: str, world: World
) -> None:
    """Her words are never lost: a button keeps them after all."""
    one = standing(world, "coach.look-back").types(text).taps("aside:take:said")
    assert [said.words for said in one.current.reflections] == [text]


@each("text", ANSWERS)
def test_words_of_a_complaint_inside_an_answer_are_kept(text: str, world: World) -> None:
    """Only a message that is nothing else counts as one."""
    one = standing(world, "coach.look-back").types(text)
    assert [said.words for said in one.current.reflections] == [text]


@each("text", ["ngapain sih", "apaan sih ini", "nyusahin aja"])
@each("screen", ["evaluation.intention", "evaluation.line"])
def test_a_line_of_an_evaluation_keeps_no_complaint(
    screen: str, text: str, world: World, now: datetime
) -> None:
    """The line stays open, and nothing stands in it."""
    who = asked(now, screen)
    turn = turn_of(who, Typed(text), world, now)
    assert kept(turn.person) == kept(who)
    assert turn.person.place.screen == screen
