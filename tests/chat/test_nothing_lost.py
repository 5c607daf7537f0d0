"""Whatever she writes or sends at an open question is kept, waits for her word, or is said not to be kept."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.chat.family import TABLE, Asks
from bot.chat.model import Incoming, Media, MediaKind, Press, Typed, UpdateId
from bot.chat.pressing import draw
from bot.chat.turn_context import TurnContext
from bot.chat.world import World
from bot.domain.evaluation.evaluation import IntentionOutcome
from bot.domain.person.person import Person, Place
from tests.chat.coach_places import PLACES, standing
from tests.chat.known_people import NOW, known, people
from tests.chat.taking import ShownTurn, take_turn
from tests.chat.test_known_routes import examples
from tests.chat.test_stopping_first import places, turn_of
from tests.each import each

FILE, WORDS = "berkas-xyz", "papan tulis saya bagi empat kolom"
NAMED = "Budi Santoso belum lancar membaca"
KINDS = (MediaKind.PHOTO, MediaKind.DOCUMENT, MediaKind.VOICE)
NOT_KEPT = ("tidak disimpan", "tidak dapat disimpan", "Bukti disimpan sesudah mencoba")
"""How she is told that something is not kept."""


def shown(who: Person, place: Place, world: World) -> str:
    s = TurnContext(person=replace(who, place=place), world=world, now=NOW, known=known(world))
    return draw(s).text


def told(who: Person) -> Person:
    """Somebody who has said in one word what became of her intention and her plan."""
    outcome = IntentionOutcome.PARTLY
    evaluations = tuple(replace(one, became=outcome) for one in who.evaluations)
    plans = tuple(replace(one, went=outcome) for one in who.plans)
    return replace(who, evaluations=evaluations, plans=plans)


def askers(world: World) -> Iterator[tuple[str, Person]]:
    """Return somebody at each place that waits for words, of the coach and of all else."""
    for screen in PLACES:
        yield screen, standing(world, screen).known
    waits = set(TABLE.asking(Asks.WAITS | Asks.WORDS))
    every = people(world)
    teachers = [told(every[name]) for name in ("pencoba", "lengkap", "selesai")]
    who_may = [*teachers, every["koordinator"], every["pengelola"], every["baru"]]
    for line in examples("places.txt"):
        screen, *args = line.split(" ")
        if screen in waits and not screen.startswith("coach."):
            place = Place(screen, tuple(args))
            nobodys = shown(every["asing"], place, world)
            fits = (who for who in who_may if shown(who, place, world) != nobodys)
            yield screen, replace(next(fits, teachers[0]), place=place)


@pytest.fixture(scope="module")
def everywhere(world: World) -> dict[str, Person]:
    """One person at each question."""
    return dict(askers(world))


def turn(who: Person, event: Media | Typed | Press, world: World) -> ShownTurn:
    incoming = Incoming(update=UpdateId(990), person=who.id, event=event, first_name="Sari")
    return take_turn(replace(who, updates=()), incoming, world, NOW, known(world))


def is_there(came: ShownTurn, what: str) -> bool:
    """Say whether something is stored of her, waits in her place, or is on its way to others."""
    return what in repr((came.person, came.changes, came.effects))


def says_not_kept(came: ShownTurn) -> bool:
    text = came.screen.text if came.screen else ""
    return any(words in text for words in NOT_KEPT)


@each("caption", ["", WORDS, NAMED])
@each("kind", KINDS)
def test_a_file_is_kept_or_said_not_to_be(
    kind: MediaKind, caption: str, everywhere: dict[str, Person], world: World
) -> None:
    """At every question: the file is kept, or she is told; what is written below it is never lost."""
    lost = []
    for place, who in everywhere.items():
        came = turn(who, Media(kind, FILE, caption), world)
        if not is_there(came, FILE) and not says_not_kept(came):
            lost.append((place, "file", (came.screen.text if came.screen else "")[:200]))
        is_name = bool(TABLE.asks(who.place) & Asks.NAME)
        asks_words = bool(TABLE.questions[place].longest) and not is_name
        if caption and asks_words and not is_there(came, caption):
            lost.append((place, "caption", (came.screen.text if came.screen else "")[:200]))
    assert lost == []


@each("text", [WORDS, NAMED])
def test_words_are_kept_where_words_are_asked_for(
    text: str, everywhere: dict[str, Person], world: World
) -> None:
    """At every question of her own words they are kept, or wait for a tap."""
    lost = []
    for place, who in everywhere.items():
        asks = TABLE.asks(who.place)
        if not asks & Asks.WORDS or asks & Asks.NAME or place.startswith("admin."):
            continue
        came = turn(who, Typed(text), world)
        if not is_there(came, text):
            lost.append((place, (came.screen.text if came.screen else "")[:200]))
    assert lost == []


def test_every_question_of_her_words_is_looked_at(everywhere: dict[str, Person]) -> None:
    """No question is left out because nobody was found whom it asks."""
    assert set(TABLE.asking(Asks.WORDS)) - set(everywhere) == set()


def test_a_photo_at_the_hint_waits_with_the_words(
    everywhere: dict[str, Person], world: World
) -> None:
    """In /riwayat, too: the words that seem to name a pupil and the photo stand at the gate together."""
    came = turn(everywhere["history.add"], Typed(NAMED), world)
    assert came.person.place.screen == "history.hint"
    came = turn(came.person, Media(MediaKind.PHOTO, FILE), world)
    gate = came.person.place
    assert gate.screen == "history.gate"
    came = turn(came.person, Press(":".join(("history:gated", *gate.args))), world)
    kept = repr(came.person.coaching)
    assert FILE in kept
    assert NAMED in kept


@each("kind", KINDS)
@each("place", ["coach.proof", "coach.pupils", "coach.look-back"])
def test_a_file_at_the_hint_of_a_try_leaves_the_words_waiting(
    place: str, kind: MediaKind, world: World
) -> None:
    """A photo beside words that seem to name a pupil is evidence; only a spoken answer takes their place."""
    one = standing(world, place).types("Budi Santoso menjawab tiga kali")
    assert one.at == "coach.private"
    one.sends(kind)
    assert one.current.hinted or (kind is MediaKind.VOICE and place != "coach.proof")
    assert "file-" in repr(one.current)


SPOKEN = ("coach.own", "coach.say", "coach.group", "coach.words", "coach.pupils", "coach.look-back")


@each("place", SPOKEN)
def test_what_is_written_below_a_voice_note_is_kept_with_it(place: str, world: World) -> None:
    """Where an answer may be spoken, the caption stands beside it."""
    one = standing(world, place).sends(MediaKind.VOICE, "kelas 4B, pagi")
    assert "kelas 4B, pagi" in repr(one.current)
    assert "file-" in repr(one.current)
    assert one.at != place or place == "coach.look-back"


@each("place", ["coach.pupils", "coach.look-back"])
def test_a_photo_beside_a_question_after_the_try_is_evidence(place: str, world: World) -> None:
    """It passes the gate first; then the question comes back."""
    one = standing(world, place).sends(MediaKind.PHOTO, "papan tulis")
    assert one.at == "coach.gate"
    one.taps("coach:gated:laksana:0")
    assert [piece.words for piece in one.current.evidence] == ["papan tulis"]
    if place == "coach.look-back":
        one.taps("coach:proven:laksana:0")
    assert one.at == place


def test_a_caption_where_no_file_is_taken_is_kept_by_a_tap(world: World) -> None:
    """The intention below a photo is shown back; one tap takes it as the answer."""
    who = places(NOW)["evaluation.intention"]
    came = turn_of(who, Media(MediaKind.PHOTO, FILE, WORDS), world, NOW)
    assert came.screen is not None
    assert WORDS in came.screen.text
    came = turn_of(replace(came.person, updates=()), Press("aside:take:said"), world, NOW)
    assert came.person.evaluating is not None
    assert came.person.evaluating.intention == WORDS
