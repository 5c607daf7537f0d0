"""Beside the word about danger stands the way to the short answer that the words surely ask for."""

from datetime import datetime

from bot.chat.model import Typed
from bot.chat.typed.heard import Heard
from bot.chat.world import World
from tests.chat.test_stopping_first import turn_of
from tests.delivery.teachers import teacher
from tests.each import each


def buttons(text: str, world: World, now: datetime) -> list[str]:
    """Return what the buttons under the answer to a text carry."""
    turn = turn_of(teacher(7).at("menu.main"), Typed(text), world, now)
    assert turn.screen is not None
    return [button.data for row in turn.screen.rows for button in row]


@each(
    ("text", "answer"),
    [
        ("ada murid diejek terus sama temennya", "perundungan"),
    ],
)
def test_the_answer_is_one_tap_away(text: str, answer: str, world: World, now: datetime) -> None:
    """A worry is met kindly first; what may help is a button that nobody has to tap."""
    assert world.hearing.heard(text) is not None
    assert f"help:answer:{answer}" in buttons(text, world, now)


@each(
    "text",
    [
        "murid saya dipukul ayahnya sampai lebam",
        "murid saya dilecehkan",
        "saya sedih",
        "takut salah isi",
    ],
)
def test_no_answer_is_pressed_on_her(text: str, world: World, now: datetime) -> None:
    """Where the words ask for nothing there is nothing but rest, or the way back."""
    assert not [data for data in buttons(text, world, now) if data.startswith("help:answer:")]


@each("text", ["murid cerita ortunya cerai", "siswa curhat ibunya meninggal"])
def test_what_a_pupil_told_is_no_loss_of_hers(text: str, world: World) -> None:
    """A pupil's trouble at home has a short answer; condolences would miss her question."""
    assert world.hearing.heard(text) is not Heard.GRIEF


def test_every_answer_offered_there_exists(world: World) -> None:
    """The list in the texts keeps up with the answers."""
    known = {answer.id for answer in world.search.answers}
    offered = set(world.texts.words("heard-beside", "danger"))
    assert offered <= known
