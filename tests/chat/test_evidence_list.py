"""The evidence of a try in a list that fits a phone, each piece read, shown again and deleted alone."""

from dataclasses import replace

from bot.chat.model import Event, Incoming, Media, MediaKind, Press, Typed, UpdateId
from bot.chat.screens.coaching.routes import PIECE, PROOF, UNPROVEN
from bot.chat.world import World
from bot.domain.broadcast.placeholder import plain
from bot.domain.coaching.attempt import Act
from bot.domain.coaching.evidence import Evidence, EvidenceKind
from bot.domain.person.person import Person
from bot.domain.programme.programme import StepSlug
from tests.chat.taking import ShownTurn, take_turn
from tests.chat.test_coach_typed import current, standing
from tests.chat.test_lanjutkan import NOW
from tests.each import each

LAKSANA = StepSlug("laksana")
LINES_MOST, LINE, ROW = 30, 40, 2
"""What a phone of 390 by 844 shows at once; letters of a line; lines a row of buttons takes."""


def with_pieces(world: World, count: int, words: str = "Catatan tentang murid " * 20) -> Person:
    """A teacher at the question for evidence, with so many pieces kept."""
    person = standing(world, Act.EVIDENCE, "coach.proof", "0")
    active = person.coaching.active
    assert active
    pieces = tuple(
        Evidence(kind=EvidenceKind.TEXT, at=NOW, words=f"{nth} {words}") for nth in range(count)
    )
    cycle = active.changed(lambda one: replace(one, evidence=pieces))
    coaching = replace(person.coaching, active=cycle, gate_at=NOW)
    return replace(person, coaching=coaching)


def after(person: Person, event: Event, world: World) -> tuple[Person, ShownTurn]:
    """Return her and the turn after an event."""
    update = UpdateId(len(person.updates) + 1)
    turn = take_turn(person, Incoming(update=update, person=person.id, event=event), world, NOW)
    return turn.person, turn


def pieces_of(person: Person) -> tuple[Evidence, ...]:
    attempt = current(person)
    assert attempt
    return attempt.evidence


def lines_of(text: str) -> int:
    return sum(1 + len(line) // LINE for line in plain(text).split("\n"))


@each("count", [0, 1, 6, 7, 10])
def test_however_many_pieces_there_are_the_list_fits_a_phone(count: int, world: World) -> None:
    """One line a piece, however long its words, and its numbers five in a row."""
    there, turn = after(with_pieces(world, count), Press("coach:proof:laksana:0"), world)
    assert turn.screen
    assert lines_of(turn.screen.text) + ROW * len(turn.screen.rows) <= LINES_MOST
    assert len(pieces_of(there)) == count


def test_an_eleventh_piece_is_no_fault(world: World) -> None:
    """That ten are the most is said, and nothing that is there goes."""
    there, turn = after(with_pieces(world, 10), Typed("satu lagi"), world)
    assert len(pieces_of(there)) == 10
    assert turn.note == world.texts.say("coach-proof-full", most=10)


def test_what_waits_at_the_gate_and_has_no_room_is_told_over_the_chat(world: World) -> None:
    """The limit goes by over the chat; as many as fit are kept."""
    full = with_pieces(world, 9)
    fresh = replace(full, coaching=replace(full.coaching, gate_at=None))
    there, _ = after(fresh, Media(MediaKind.PHOTO, "a"), world)
    there, _ = after(there, Media(MediaKind.PHOTO, "b"), world)
    there, turn = after(there, Press("coach:gated:laksana:0"), world)
    assert len(pieces_of(there)) == 10
    assert turn.over_chat
    assert turn.note == world.texts.say("coach-proof-full", most=10)


def test_a_piece_deleted_twice_takes_no_other_with_it(world: World) -> None:
    """The second tap finds another piece in that place and leaves it; "Sudah dihapus" goes by."""
    person = with_pieces(world, 3)
    first, second, third = pieces_of(person)
    drop = ":".join(("coach", "unproven", *UNPROVEN(LAKSANA, 0, 2, second.mark).args))
    there, turn = after(person, Press(drop), world)
    assert pieces_of(there) == (first, third)
    assert turn.over_chat
    assert turn.note == world.texts.say("coach-proof-dropped")
    there, turn = after(there, Press(drop), world)
    assert pieces_of(there) == (first, third)
    assert there.place == PROOF(LAKSANA, 0)


def test_a_piece_is_read_in_full(world: World) -> None:
    """Its page has all its words; the button of one that is gone leads back to the list."""
    person = with_pieces(world, 2)
    at = PIECE(LAKSANA, 0, 2, pieces_of(person)[1].mark)
    data = ":".join(("coach", "piece", *at.args))
    there, turn = after(person, Press(data), world)
    assert turn.screen
    assert pieces_of(person)[1].words in plain(turn.screen.text)
    there, _ = after(with_pieces(world, 1), Press(data), world)
    assert there.place == PROOF(LAKSANA, 0)


def test_a_photo_sent_while_a_piece_is_read_is_kept(world: World) -> None:
    """It need not be sent from the list."""
    person = with_pieces(world, 1)
    at = PIECE(LAKSANA, 0, 1, pieces_of(person)[0].mark)
    there, _ = after(replace(person, place=at), Media(MediaKind.PHOTO, "a"), world)
    assert [one.kind for one in pieces_of(there)] == [EvidenceKind.TEXT, EvidenceKind.PHOTO]


def test_a_caption_that_names_a_pupil_is_told_before_anything_is_kept(world: World) -> None:
    """The hint stands there with her words, also for a second photo while the first waits at the gate."""
    full = with_pieces(world, 0)
    fresh = replace(full, coaching=replace(full.coaching, gate_at=None))
    there, _ = after(fresh, Media(MediaKind.PHOTO, "a"), world)
    there, turn = after(there, Media(MediaKind.PHOTO, "b", "Murid saya Budi maju"), world)
    assert turn.screen
    assert "Murid saya Budi maju" in turn.screen.text
    assert pieces_of(there) == ()
