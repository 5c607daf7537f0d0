"""A caption is heard as if it were typed; words about a child's danger come before any sending on."""

from dataclasses import replace
from datetime import datetime

from bot.chat.context import Context
from bot.chat.model import Command, Event, Incoming, Media, MediaKind, Typed, UpdateId
from bot.chat.world import World
from bot.domain.broadcast.received import Received
from bot.domain.person.person import Person
from bot.domain.school.school import SchoolId
from tests.chat.danger_sentences import DANGER, DESPAIR
from tests.chat.heard_sentences import BEWILDERED
from tests.chat.taking import ShownTurn, take_turn
from tests.chat.test_rights import OWN, RIGHTS, STRANGER, person
from tests.chat.test_stopping_first import assert_untouched, places, turn_of
from tests.each import each

SENT_ON = (MediaKind.PHOTO, MediaKind.DOCUMENT, MediaKind.VOICE)
BROADCAST = "b" * 12


def after_broadcast(who: Person, event: Event, world: World, now: datetime) -> ShownTurn:
    """Return her turn a moment after a coordinator has written to her."""
    received = Received(BROADCAST, SchoolId(OWN), "SD Contoh", "Bu Made", now)
    known = Context(rights=RIGHTS, username="bot", received=received)
    return take_turn(
        who, Incoming(update=UpdateId(1), person=who.id, event=event), world, now, known
    )


def shown(turn: ShownTurn) -> str:
    assert turn.screen is not None
    return turn.screen.text


def data_of(turn: ShownTurn) -> list[str]:
    return [b.data for row in turn.screen.rows for b in row] if turn.screen else []


@each("kind", SENT_ON)
@each("caption", [*DANGER[::6], *DESPAIR[::6], "murid saya dipukul ayahnya"])
def test_a_grave_caption_is_answered_first_and_offered_to_nobody(
    kind: MediaKind, caption: str, world: World, now: datetime
) -> None:
    """Everywhere but in a draft the word of care is shown, nothing is held, and nothing leaves."""
    event = Media(kind, "f1", caption)
    for screen, who in places(now).items():
        if screen in ("siar.write", "reply.write"):
            continue
        turn = turn_of(who, event, world, now)
        assert world.texts.say("heard-media") in shown(turn), screen
        assert turn.person.place == who.place, screen
        assert_untouched(who, turn)
    member = replace(person(STRANGER, now), school=OWN)
    turn = after_broadcast(member, event, world, now)
    assert world.texts.say("heard-media") in shown(turn)
    assert turn.person.held is None
    assert not turn.wishes
    assert f"reply:to:{OWN}:{BROADCAST}" in data_of(turn)


@each("caption", ["murid saya dipukul ayahnya", "siswi saya hamil"])
def test_a_grave_caption_after_balas_leaves_by_a_tap_only(
    caption: str, world: World, now: datetime
) -> None:
    """Who asked to answer sees the word of care first, then may send it after all."""
    who = places(now)["reply.write"]
    turn = turn_of(who, Media(MediaKind.PHOTO, "f1", caption), world, now)
    assert shown(turn).startswith(world.texts.say("heard-before-sending", despair="tidak"))
    assert not turn.wishes
    assert any(data.startswith("offer:send:") for data in data_of(turn))


@each(
    ("caption", "said"),
    [
        ("terima kasih bu", "greeting-back-terima-kasih"),
        ("capek banget hari ini", "heard-tired"),
        ("ibu saya meninggal", "heard-grief"),
        ("siapa yang bisa lihat foto ini?", "about-readers"),
    ],
)
def test_a_caption_is_heard_as_text(caption: str, said: str, world: World, now: datetime) -> None:
    """Thanks, a feeling or a question beside a photo is answered, and the photo is spoken of."""
    who = replace(person(STRANGER, now), school=OWN)
    text = shown(turn_of(who, Media(MediaKind.PHOTO, "f1", caption), world, now))
    assert world.texts.say(said, address="Bapak/Ibu").split(",")[0] in text
    assert world.texts.say("note-media", kind="foto") in text


@each("caption", ["", "2", "papan tulis kelas 4", "luka-luka dalam cerpen"])
def test_a_caption_that_says_nothing_changes_nothing(
    caption: str, world: World, now: datetime
) -> None:
    """An ordinary photo gets what it got."""
    who = replace(person(STRANGER, now), school=OWN)
    turn = turn_of(who, Media(MediaKind.PHOTO, "f1", caption), world, now)
    assert shown(turn).startswith(world.texts.say("note-media", kind="foto"))


@each("screen", ["evaluation.intention", "evaluation.pupils"])
def test_a_voice_for_a_line_that_is_quoted_later_is_told_why_not(
    screen: str, world: World, now: datetime
) -> None:
    """An evaluation's line is read back in words, so that a voice is refused with a way to speak it; a level needs none."""
    line, told = places(now)["evaluation.intention"], world.texts.say("note-voice-quoted")
    who = line.at(screen, *line.place.args)
    turn = turn_of(who, Media(MediaKind.VOICE, "v1"), world, now)
    assert told in shown(turn)
    assert turn.person.place.screen == screen
    choosing = places(now)["evaluation.item"]
    assert told not in shown(turn_of(choosing, Media(MediaKind.VOICE, "v1"), world, now))


def test_grave_words_passed_on_are_answered(world: World, now: datetime) -> None:
    """A message somebody else wrote about a child gets the same word of care."""
    who = replace(person(STRANGER, now), school=OWN)
    turn = turn_of(who, Typed("murid saya dipukul ayahnya", forwarded=True), world, now)
    assert shown(turn) == world.texts.say("heard-danger")


@each("text", BEWILDERED)
def test_a_bewildered_word_calls_for_help(text: str, world: World, now: datetime) -> None:
    """At an open question "bingung" gets an example, elsewhere the help; it is no tiredness."""
    for screen in ("ask.subject", "ask.nickname", "join.name", "evaluation.intention"):
        who = places(now)[screen]
        turn = turn_of(who, Typed(text), world, now)
        assert turn.person.place == who.place
        assert world.texts.tell("aside", screen.replace(".", "-")) in shown(turn)
    at_menu = places(now)["menu.main"]
    assert turn_of(at_menu, Typed(text), world, now).person.place.screen == "help.main"


@each("text", ["lanjut", "lanjutkan", "lanjut bu", "selanjutnya apa", "habis ini apa?"])
def test_lanjut_leads_where_the_button_leads(text: str, world: World, now: datetime) -> None:
    """With an evaluation begun it is the open item; else the step that is read."""
    begun = places(now)["menu.main"]
    assert turn_of(begun, Typed(text), world, now).person.place.screen == "evaluation.item"
    reader = replace(begun, evaluating=None)
    assert turn_of(reader, Typed(text), world, now).person.place.screen == "steps.page"


@each("argument", ["bu", "lagi dong", "ya bu", "pak", "halo", "sekarang"])
def test_a_word_behind_mulai_opens_the_menu(argument: str, world: World, now: datetime) -> None:
    """What is no code is no invitation that has failed."""
    turn = turn_of(places(now)["menu.main"], Command("mulai", argument), world, now)
    assert turn.person.place.screen == "menu.main"
    assert world.texts.say("join-not-open") not in shown(turn)


@each("argument", ["g" * 30, "abc_DEF-1", "tknew123", "gabcdefghijklmnop"])
def test_what_looks_like_a_code_is_answered_as_one(
    argument: str, world: World, now: datetime
) -> None:
    """A wrong or cut code still gets the constant answer."""
    turn = turn_of(places(now)["menu.main"], Command("mulai", argument), world, now)
    assert world.texts.say("join-not-open") in shown(turn)
