"""What she lets one hear: danger, feelings, thanks, questions about the bot. Not what she asks of teaching."""

from datetime import datetime

from bot.chat.model import Typed
from bot.chat.typed.heard import About, Heard
from bot.chat.world import World
from tests.chat.about_sentences import ABOUT, COURTESIES, MORE_ABOUT
from tests.chat.danger_sentences import DANGER, DANGER_KEPT, DANGER_LATER, DESPAIR
from tests.chat.heard_sentences import HEARD, MORE_HEARD, TEACHING
from tests.chat.ordinary_sentences import ORDINARY, ORDINARY_KEPT, ORDINARY_LATER
from tests.chat.test_stopping_first import assert_untouched, places, turn_of
from tests.each import each


@each(
    ("text", "kind"),
    [
        (text, kind)
        for table in (HEARD, MORE_HEARD)
        for kind, texts in table.items()
        for text in texts
    ],
)
def test_what_she_feels_or_fears_is_heard(text: str, kind: Heard, world: World) -> None:
    """Danger, tiredness, anger, worry and want of time are heard in everyday words."""
    assert world.hearing.heard(text) is kind


@each("text", TEACHING)
def test_a_question_of_teaching_is_neither_a_feeling_nor_about_the_bot(
    text: str, world: World
) -> None:
    """What pupils feel or do, and what is asked of teaching, is left to the answers on teaching."""
    assert world.hearing.heard(text) is None
    assert world.hearing.about(text) is None
    assert not world.hearing.is_courtesy(text)


@each(
    ("text", "about"),
    [
        (text, about)
        for table in (ABOUT, MORE_ABOUT)
        for about, texts in table.items()
        for text in texts
    ],
)
def test_a_question_about_the_bot_is_known_as_one(text: str, about: About, world: World) -> None:
    """Who reads, when the next evaluation is, her plan, the hour: asked in many ways."""
    assert world.hearing.about(text) is about
    assert world.hearing.heard(text) is None


@each("text", COURTESIES)
def test_politeness_alone_is_courtesy(text: str, world: World) -> None:
    """Thanks, oke and emoji ask for nothing."""
    assert world.hearing.is_courtesy(text)


TO_OTHERS = ("reply.write", "siar.write", "siar.when")
"""Places at which words are for somebody else: there they may say what they like."""


@each(
    "text",
    ["murid saya dipukul ayahnya", "saya mau mati saja", "capek bu", "siapa yang bisa lihat ini?"],
)
def test_what_is_heard_is_no_answer_and_is_kept_nowhere(
    text: str, world: World, now: datetime
) -> None:
    """At every open question it gets its answer, the question stays, and nothing is stored."""
    for screen, who in places(now).items():
        if screen in TO_OTHERS:
            continue
        turn = turn_of(who, Typed(text), world, now)
        assert turn.person.place == who.place, screen
        assert turn.screen is not None, screen
        assert world.texts.say("unknown") not in turn.screen.text
        assert_untouched(who, turn)


@each("text", [*DANGER, *DANGER_KEPT, *DANGER_LATER])
def test_a_child_in_danger_is_heard_in_the_words_people_use(text: str, world: World) -> None:
    """Each field of danger is heard, however it is spelt: rather once too often than not at all."""
    assert world.hearing.heard(text) is Heard.DANGER


@each("text", [*ORDINARY, *ORDINARY_KEPT, *ORDINARY_LATER])
def test_a_lesson_with_grave_words_is_no_danger(text: str, world: World) -> None:
    """A ball that is hit, a hero who is killed, a story with poison: none of it is a child's case."""
    assert world.hearing.heard(text) not in (Heard.DANGER, Heard.DESPAIR)


@each("text", DESPAIR)
def test_her_own_despair_is_heard(text: str, world: World) -> None:
    """Also in few words, in slang and where pupils are the reason."""
    assert world.hearing.heard(text) is Heard.DESPAIR


@each("text", ["Pak Budi", "bu Sari", "Made", "Bu Sari Dewi", "Guru kelas 4"])
def test_a_name_is_no_courtesy(text: str, world: World) -> None:
    """Though a name behind a form of address says nothing in a wish, here it is the answer."""
    assert not world.hearing.is_courtesy(text)


@each(
    "text",
    ["murid saya dipukul ayahnya, tolong stop", "anak itu dibully tiap hari, tolong hentikan"],
)
def test_danger_comes_before_a_wish_beside_it(text: str, world: World, now: datetime) -> None:
    """A child's case is not taken for a doubtful wish to stop."""
    turn = turn_of(places(now)["menu.main"], Typed(text), world, now)
    assert turn.screen is not None
    assert turn.screen.text == world.texts.say("heard-danger")
