"""A question is answered with text and few ways on; a greeting before it hides nothing."""

from dataclasses import replace
from datetime import datetime

from bot.chat.model import Incoming, Press, Typed, UpdateId
from bot.chat.world import World
from bot.domain.person.person import Person
from bot.domain.programme.programme import SchoolLevel
from tests.chat.taking import ShownTurn, take_turn
from tests.chat.test_stopping_first import assert_untouched, places, turn_of
from tests.content.questions import questions
from tests.delivery.teachers import teacher
from tests.each import each

BUTTON_LENGTH = 30
"""Letters that fit a button on a narrow phone."""


def asked(text: str, world: World, now: datetime, who: Person | None = None) -> ShownTurn:
    """Return the turn of somebody in the menu who writes a text."""
    return turn_of(who or teacher(7).at("menu.main"), Typed(text), world, now)


def labels(turn: ShownTurn) -> list[str]:
    """Return what stands on the buttons."""
    assert turn.screen is not None
    return [button.label for row in turn.screen.rows for button in row]


def datas(turn: ShownTurn) -> list[str]:
    """Return where the buttons lead."""
    assert turn.screen is not None
    return [button.data for row in turn.screen.rows for button in row]


def test_an_answer_has_its_task_first_then_other_answers(world: World, now: datetime) -> None:
    """What she can do stands above what she can read."""
    turn = asked("cara bikin rubrik", world, now)
    assert turn.screen is not None
    assert turn.screen.text.startswith("<b>Membuat rubrik tugas</b>")
    assert labels(turn)[0] == "Membuat rubrik tugas · L6"
    assert labels(turn)[-1] == "Menu"
    others = [data for data in datas(turn) if data.startswith("help:answer:")]
    assert 1 <= len(others) <= 2


def test_another_answer_opens_by_its_button(world: World, now: datetime) -> None:
    """It is shown with its own ways on."""
    first = asked("cara bikin rubrik", world, now)
    other = next(data for data in datas(first) if data.startswith("help:answer:"))
    press = Incoming(update=UpdateId(2), person=first.person.id, event=Press(other))
    second = take_turn(first.person, press, world, now)
    assert second.person.place.screen == "help.answer"
    assert second.person.place.args == (other.split(":")[2],)
    answer = world.search.answers.of(other.split(":")[2])
    assert answer is not None
    assert second.screen is not None
    assert answer.html in second.screen.text


def test_the_ways_on_are_never_two_of_one_step(world: World, now: datetime) -> None:
    """At most three ways beside the menu, each of another step or another answer, and short enough."""
    for question, _ in questions():
        turn = asked(question, world, now)
        ways = [d for d in datas(turn) if d.startswith(("steps:page:", "help:answer:"))]
        if not turn.person.place.screen.startswith(("help.answer", "help.found")):
            continue
        steps = [data.split(":")[2] for data in ways if data.startswith("steps:")]
        assert len(ways) <= 3, question
        assert len(set(steps)) == len(steps), question


def test_titles_of_answers_fit_their_buttons(world: World) -> None:
    """A title that is cut off says nothing."""
    assert all(len(answer.title) <= BUTTON_LENGTH for answer in world.search.answers)


@each("level", [None, SchoolLevel.SD, SchoolLevel.SMK, SchoolLevel.OTHER])
def test_without_an_answer_lines_of_a_step_are_quoted(
    level: SchoolLevel | None, world: World, now: datetime
) -> None:
    """The quote says words of the question, as text that is no markup."""
    who = replace(teacher(7), level=level).at("menu.main")
    turn = asked("hak cipta", world, now, who)
    assert turn.person.place.screen == "help.found"
    assert turn.screen is not None
    assert "<blockquote>" in turn.screen.text
    assert "<blockquote></blockquote>" not in turn.screen.text
    assert datas(turn)[0].startswith("steps:page:")


def test_her_question_is_kept_nowhere(world: World, now: datetime) -> None:
    """Only ids and places are kept, by which the screen can be drawn again."""
    who = teacher(7).at("menu.main")
    for question in ("cara bikin rubrik", "kekeliruan Budi Santoso di kelas", "gaji guru"):
        turn = asked(question, world, now, who)
        kept = " ".join(turn.person.place.args)
        assert not set(question.casefold().split()) & set(kept.casefold().split()) - {"rubrik"}
        assert_untouched(who, turn)


def test_what_is_near_is_named(world: World, now: datetime) -> None:
    """Where nothing answers, the text says so and names what is nearest."""
    turn = asked("gaji guru", world, now)
    assert turn.person.place.screen == "help.unknown"
    assert turn.screen is not None
    assert turn.screen.text.startswith("Tentang itu belum ada")
    for button in turn.screen.rows[0]:
        assert button.label.partition(" · ")[0] in turn.screen.text


@each("text", ["ini seperti pasar", "saya baru gabung bu", "ngantuk berat bu"])
def test_one_word_of_a_way_told_in_passing_is_no_question(
    text: str, world: World, now: datetime
) -> None:
    """Whoever tells where she is gets no page about a class like a market."""
    assert asked(text, world, now).person.place.screen == "help.unknown"


@each("text", ["sedang di pasar", "sik yo", "turu sik", "lagi ngantuk bu", "masih di sawah"])
def test_who_is_busy_elsewhere_puts_off(text: str, world: World, now: datetime) -> None:
    """In Javanese too: she hears that nothing is lost."""
    turn = asked(text, world, now)
    assert turn.screen is not None
    assert turn.screen.text == world.texts.say("later")


@each("text", ["tugas saya apa skrg", "apa tugas saya bu", "tugas saya"])
def test_who_asks_for_her_task_is_led_to_it(text: str, world: World, now: datetime) -> None:
    """She is not quoted lines of a step in which the word stands."""
    assert asked(text, world, now).person.place.screen == "steps.list"


@each("text", ["siapa kamu", "anda siapa", "kowe sopo", "sinten niki", "bot ya?", "robot ya"])
def test_who_asks_whether_it_is_a_bot_is_told(text: str, world: World, now: datetime) -> None:
    """She is told what this is, not how to use it, nor is she merely agreed with."""
    turn = asked(text, world, now)
    assert turn.screen is not None
    assert turn.screen.text == world.texts.tell("about", "bot")


@each(
    ("text", "answer"),
    [
        ("assalamualaikum bu, cara membuat rubrik?", "rubrik"),
        (
            "selamat pagi pak mohon izin bertanya kelas saya ramai sekali solusinya apa",
            "kelas-ramai",
        ),
        ("halo min murid saya belum bisa membaca", "belum-lancar-membaca"),
        ("terima kasih bu, kalau remedial gimana?", "remedial"),
    ],
)
def test_a_question_behind_a_greeting_is_answered(
    text: str, answer: str, world: World, now: datetime
) -> None:
    """She is greeted as well."""
    turn = asked(text, world, now)
    assert turn.person.place.args[:1] == (answer,)


@each(
    ("text", "key"),
    [
        ("selamat pagi bu murid saya dipukul ayahnya", "heard-danger"),
        ("assalamualaikum, saya ingin mati", "heard-despair"),
        ("selamat siang pak siapa yang bisa lihat jawaban saya?", "about-readers"),
    ],
)
def test_a_greeting_hides_nothing_grave(text: str, key: str, world: World, now: datetime) -> None:
    """Danger, despair and questions about the bot are answered though she greets first."""
    turn = asked(text, world, now)
    assert turn.screen is not None
    assert turn.screen.text == world.texts.say(key)


@each("text", ["selamat pagi bu", "assalamualaikum wr wb bapak ibu semua", "halo"])
def test_a_mere_greeting_is_greeted(text: str, world: World, now: datetime) -> None:
    """Nothing is looked up for it."""
    assert asked(text, world, now).person.place.screen == "menu.main"


@each(
    ("text", "answer"),
    [
        ("cara mengatasi burnout guru", "lelah"),
        ("gimana biar ga capek ngajar", "lelah"),
        ("murid ga takut sama saya, kurang tegas", "wibawa"),
        ("bagaimana agar murid tidak minder", "percaya-diri"),
        ("guru boleh pakai AI ga", "ai-guru"),
        ("cara naik pangkat", "angka-kredit"),
        ("bikin anak mikir kritis", "berpikir-kritis"),
    ],
)
def test_what_is_asked_is_no_feeling(text: str, answer: str, world: World, now: datetime) -> None:
    """Words of feelings, or about AI, in a question of teaching lead to the answer."""
    assert asked(text, world, now).person.place.args[:1] == (answer,)


@each(
    ("text", "key"),
    [
        ("capek", "heard-tired"),
        ("saya capek dengan murid kelas 4", "heard-tired"),
        ("administrasi menumpuk", "heard-busy"),
        ("saya marah", "heard-angry"),
    ],
)
def test_a_feeling_gets_no_advice_unasked(text: str, key: str, world: World, now: datetime) -> None:
    """Though there is an answer on it."""
    turn = asked(text, world, now)
    assert turn.screen is not None
    assert turn.screen.text == world.texts.say(key)
    assert not any(data.startswith("help:answer:") for data in datas(turn))


def test_a_question_at_an_open_question_leaves_it_open(world: World, now: datetime) -> None:
    """The answer is shown beside it, and nothing is stored."""
    for screen in ("evaluation.intention", "evaluation.item", "ask.subject"):
        who = places(now)[screen]
        turn = turn_of(who, Typed("bagaimana cara membuat rubrik?"), world, now)
        assert turn.person.place.screen == screen
        assert turn.person.place.args == who.place.args
        assert turn.screen is not None
        assert "Membuat rubrik tugas" in turn.screen.text


def test_a_story_is_not_about_the_bot(world: World, now: datetime) -> None:
    """A long question of teaching is answered though some of its words also ask who can read."""
    turn = asked(
        "selamat sore pak, saya guru kelas 2 di desa, banyak ortu kerja di kebun dan tidak pernah"
        " dampingi anaknya belajar di rumah, buku penghubung pun tidak dibaca, bagaimana ya pak",
        world,
        now,
    )
    assert turn.person.place.args[:1] == ("orang-tua-abai",)
