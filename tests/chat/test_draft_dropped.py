"""A draft with content is thrown away only after a question; of an album it is said what will go."""

from dataclasses import replace
from datetime import datetime

from bot.chat.context import Context
from bot.chat.model import Incoming, Media, MediaKind, Press, UpdateId
from bot.chat.screens.replies.offers import offer
from bot.chat.turn_context import TurnContext
from bot.chat.world import World
from bot.domain.broadcast.broadcast import Content, Draft
from bot.domain.broadcast.received import Received
from tests.chat.taking import ShownTurn, take_turn
from tests.chat.test_rights import COORDINATOR, OWN, RIGHTS, person
from tests.each import each


def _pressed(data: str, text: str, world: World, now: datetime) -> ShownTurn:
    draft = Draft(school=OWN, content=Content(text=text))
    who = replace(person(COORDINATOR, now), composing=draft).at("siar.draft", OWN)
    event = Incoming(update=UpdateId(1), person=who.id, event=Press(data))
    return take_turn(who, event, world, now, Context(rights=RIGHTS))


def test_a_draft_with_words_is_asked_about_once(world: World, now: datetime) -> None:
    """The first tap asks and keeps the draft; the second one throws it away."""
    asked = _pressed(f"siar:drop:{OWN}", "Halo", world, now)
    assert asked.person.composing
    assert asked.screen
    sure = asked.screen.rows[0][0].data
    assert _pressed(sure, "Halo", world, now).person.composing is None


def test_an_empty_draft_is_dropped_at_once(world: World, now: datetime) -> None:
    """Where nothing would be lost, nothing is asked."""
    assert _pressed(f"siar:drop:{OWN}", "", world, now).person.composing is None


@each("kind", [MediaKind.PHOTO, MediaKind.DOCUMENT])
def test_the_offer_says_that_one_of_an_album_goes(
    kind: MediaKind, world: World, now: datetime
) -> None:
    """Ten items are not ten answers: the offer says how many came and that one will be sent."""
    who = person(COORDINATOR, now)
    s = TurnContext(person=who, world=world, now=now, known=Context(rights=RIGHTS))
    event = Media(kind=kind, file="f", album=(kind,) * 10)
    shown = offer(s, event, Received("b", OWN, "SD", "Bu Made", now)).instead
    assert shown
    assert "Dari 10" in shown.text
    assert "balasan memuat satu" in shown.text


def test_no_nudge_calls_its_task_small(world: World) -> None:
    """A task of an hour is not small; its minutes stand there as they are."""
    for variant in range(3):
        said = world.texts.say(
            "nudge", variant=variant, address="Ibu", number=1, label="X", task="Y", minutes=60
        )
        assert "60 menit" in said
        assert "kecil" not in said
