"""Where what she feels may be the answer, a feeling that is told is kept, with a kind word beside it."""

from dataclasses import replace

from bot.chat.model import Press, Typed
from bot.chat.world import World
from bot.domain.coaching.coaching import Coaching
from tests.chat.coach_places import Teacher, standing
from tests.chat.known_people import NOW
from tests.chat.test_evaluation_opening import GO, after, evaluated, last_of
from tests.chat.test_stopping_first import turn_of
from tests.each import each

TOLD = (
    ("karena waktunya mepet", "busy"),
    ("soalnya saya belum sempat menyiapkan kartunya", "busy"),
    ("saya capek tetapi senang melihat anak pendiam menjawab", "tired"),
)


@each(("text", "feeling"), TOLD)
def test_a_feeling_is_the_answer_to_a_reflection(text: str, feeling: str, world: World) -> None:
    """It is kept, the next question comes, and one warm sentence stands above it."""
    one = standing(world, "coach.look-back").types(text)
    assert [said.words for said in one.current.reflections] == [text]
    kind = world.texts.tell("heard", feeling, address="Ibu")
    assert one.text.startswith(f"<i>{kind.split('.')[0]}")


@each("text", ["capek bu", "nanti saja ya, lagi sibuk", "belum sempat"])
def test_a_feeling_in_a_word_or_two_is_only_heard(text: str, world: World) -> None:
    """Nothing is kept for it; the question waits or is left."""
    one = standing(world, "coach.look-back").types(text)
    assert one.current.reflections == ()


@each("text", [text for text, _ in TOLD])
def test_a_feeling_tells_why_an_intention_did_not_come_true(text: str, world: World) -> None:
    """Asked what would have to be different, want of time is an answer."""
    who = after(evaluated(world), world, GO, "belum", text)
    assert last_of(who).became_words == text
    assert who.place.screen == "evaluation.length"


def test_the_journal_keeps_a_feeling(world: World) -> None:
    """Its second question asks for nothing else."""
    who = standing(world, "coach.tasks").known
    who = turn_of(
        replace(who, updates=(), coaching=Coaching()), Typed("/refleksi"), world, NOW
    ).person
    who = turn_of(replace(who, updates=()), Press("journal:begin"), world, NOW).person
    assert who.place.screen == "journal.write"
    text = "Saya sangat lelah dan agak kesal sepanjang jam terakhir"
    after_it = turn_of(replace(who, updates=()), Typed(text), world, NOW).person
    assert text in repr(after_it.coaching.journal)


WORRIES = {
    "sy capek bu, murid saya pada ribut terus": "Kelas yang ramai",
    "pusing aku, bocah2 rame banget pas pelajaran": "Kelas yang ramai",
    "saya stres, murid ga mau nulis": "Belum lancar menulis",
}


@each("text", WORRIES)
def test_a_worry_beside_a_feeling_is_helped_too(text: str, world: World) -> None:
    """A warm sentence, then what can be tried tomorrow, with the way to more of it."""
    one = Teacher(world).taps("menu:main").types(text)
    assert one.text.startswith(world.texts.tell("heard", "tired", address="Ibu"))
    assert "Coba besok" in one.text
    assert one.labels[0] == WORRIES[text]
    assert "Istirahat dulu" in one.labels


def test_regret_in_a_reflection_is_no_complaint_about_the_bot(world: World) -> None:
    """It is kept as the answer, and nothing is said of the bot's messages."""
    text = "hr ini kacau, sy marah2in anak, nyesel"
    one = standing(world, "coach.look-back").types(text)
    assert [said.words for said in one.current.reflections] == [text]
    assert "Menyesal itu tanda Anda peduli" in one.text
    assert "maaf; pesannya" not in one.text


@each("text", ["kok jawabanya ngaco sih", "jawabannya ga nyambung", "ngaco"])
def test_a_complaint_about_an_answer_is_told_how_to_ask(text: str, world: World) -> None:
    """An apology and two examples; nothing is looked up for the words of the complaint."""
    one = Teacher(world).taps("menu:main").types(text)
    assert one.text == world.texts.say("heard-astray")
    assert one.at == "menu.main"


@each("text", ["saya marah sama murid saya", "saya kesal, kelas saya ribut terus"])
def test_anger_in_class_is_none_at_the_bot(text: str, world: World) -> None:
    """The bot does not excuse itself for what pupils did."""
    one = Teacher(world).taps("menu:main").types(text)
    assert one.text.startswith(world.texts.say("heard-angry-class", address="Ibu"))
