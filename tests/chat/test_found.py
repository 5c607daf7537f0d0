"""A question about teaching: the first way on leads to the part that answers it."""

from datetime import datetime

from bot.chat.model import Incoming, Press, Typed, UpdateId
from bot.chat.world import World
from tests.chat.taking import take_turn
from tests.chat.test_stopping_first import places, turn_of
from tests.delivery.teachers import teacher
from tests.each import each


@each(
    ("question", "label", "answer"),
    [
        ("cara membuat rubrik", "Membuat rubrik tugas · L6", "Contoh rubrik penilaian poster"),
        ("buat rubrik", "Membuat rubrik tugas · L6", "Contoh rubrik penilaian poster"),
        ("tiket keluar", "Tiket keluar dua soal · L6", "Isinya satu soal inti"),
        ("kelas ramai", "Saat kelas ramai · L5", "isyarat tenang"),
        ("remedial", "Salah paham yang umum · L6", "mengajar ulang dengan cara lain"),
    ],
)
def test_the_first_way_on_answers(
    question: str, label: str, answer: str, world: World, now: datetime
) -> None:
    """The button names the task or section, and its page says what was asked."""
    one = teacher(7)
    asking = Incoming(update=UpdateId(1), person=one.id, event=Typed(question))
    asked = take_turn(one, asking, world, now)
    assert asked.screen is not None
    button = asked.screen.rows[0][0]
    assert button.label == label
    press = Incoming(update=UpdateId(2), person=one.id, event=Press(button.data))
    page = take_turn(asked.person, press, world, now).screen
    assert page is not None
    assert answer in page.text


def test_an_old_place_of_found_parts_still_opens(world: World, now: datetime) -> None:
    """A place kept from before tasks were named shows the section, an unknown task likewise."""
    for place in ("evaluasi.tugas", "evaluasi.tugas.gone"):
        one = teacher(7).at("help.found", place)
        again = Incoming(update=UpdateId(1), person=one.id, event=Press("gone:gone"))
        screen = take_turn(one, again, world, now).screen
        assert screen is not None
        assert "Evaluasi proses dan hasil" in screen.text
        assert screen.rows[0][0].label == "Tugas mini · L6"


@each("text", ["gaji guru", "kenapa laptop sekolah jelek untuk rubrik", "saya guru matematika"])
def test_unknown_words_get_what_is_nearest(text: str, world: World, now: datetime) -> None:
    """What may be meant is one tap away; a part of a step that is about something else is none."""
    turn = turn_of(places(now)["menu.main"], Typed(text), world, now)
    assert turn.screen is not None
    assert turn.screen.rows[0][0].data.startswith("help:answer:")
    assert all(world.search.answers.of(name) for name in turn.person.place.args)


def test_words_nobody_knows_stay_unknown(world: World, now: datetime) -> None:
    """Nothing is offered for words no step has."""
    turn = turn_of(places(now)["menu.main"], Typed("qwerty zxcvb"), world, now)
    assert turn.screen is not None
    assert world.texts.say("unknown") in turn.screen.text
