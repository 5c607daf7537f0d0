"""What is told of a file whose id is kept no more, and that old buttons fail kindly."""

from dataclasses import replace

from bot.chat.model import Incoming, Press, UpdateId
from bot.chat.screens.coaching.routes import HEAR, PIECE, PROOF, PROOF_AGAIN, SUMMARY, UNPROVEN
from bot.chat.world import World
from bot.domain.broadcast.placeholder import plain
from bot.domain.coaching.attempt import Act, Attempt
from bot.domain.coaching.evidence import Evidence, EvidenceKind, Said
from bot.domain.person.old_files import without_old_files
from bot.domain.person.person import Person, Place
from bot.domain.programme.programme import StepSlug
from tests.chat.taking import ShownTurn, take_turn
from tests.chat.test_coach_typed import current, standing
from tests.chat.test_lanjutkan import NOW

LAKSANA = StepSlug("laksana")
PHOTO = Evidence(kind=EvidenceKind.PHOTO, at=NOW, files=("foto-1",))


def with_files(world: World) -> Person:
    """A teacher who has kept a photo and spoken her rehearsal and a reflection."""
    person = standing(world, Act.EVIDENCE, "coach.proof", "0")
    active, voice = person.coaching.active, Said(voice="suara-1")
    assert active
    cycle = active.changed(
        lambda one: replace(one, evidence=(PHOTO,), rehearsal=voice, reflections=(voice,))
    )
    return replace(person, coaching=replace(person.coaching, active=cycle, gate_at=NOW))


def long_after(world: World) -> tuple[Person, Attempt]:
    """The same teacher and her try, when no id of it is kept any more."""
    aged = without_old_files(with_files(world), NOW.replace(year=2030))
    attempt = current(aged)
    assert attempt
    return aged, attempt


def after(person: Person, place: Place, world: World) -> ShownTurn:
    """Return the turn after a tap."""
    data = ":".join((place.screen.replace(".", ":"), *place.args))
    update = UpdateId(len(person.updates) + 1)
    return take_turn(
        person, Incoming(update=update, person=person.id, event=Press(data)), world, NOW
    )


def test_a_piece_is_told_with_its_day_and_that_its_file_is_gone(world: World) -> None:
    """Kind and day stand there as before; there is nothing to show again."""
    aged, attempt = long_after(world)
    turn = after(aged, PIECE(LAKSANA, attempt.number or 0, 1, attempt.evidence[0].mark), world)
    assert turn.screen
    assert "Berkasnya tidak lagi disimpan." in plain(turn.screen.text)
    assert "foto" in turn.screen.text
    assert not any(one.data.startswith("coach:seen") for row in turn.screen.rows for one in row)


def test_old_buttons_of_a_piece_lead_to_the_list(world: World) -> None:
    """Their mark was made of ids that are gone: nothing is deleted by one, nothing fails."""
    aged, attempt = long_after(world)
    number = attempt.number or 0
    for button in (PIECE, UNPROVEN):
        turn = after(aged, button(LAKSANA, number, 1, PHOTO.mark), world)
        assert turn.person.place == PROOF(LAKSANA, number)
        there = current(turn.person)
        assert there
        assert len(there.evidence) == 1
    again = after(aged, PROOF_AGAIN(LAKSANA, number, 1), world)
    assert again.screen
    assert "tidak lagi disimpan" in again.screen.text
    assert again.effects == ()


def test_a_voice_note_is_told_and_not_offered_to_be_heard(world: World) -> None:
    """The summary says that she spoke; an old button that played it is old."""
    aged, attempt = long_after(world)
    number = attempt.number or 0
    shown = after(aged, SUMMARY(LAKSANA), world).screen
    assert shown
    assert shown.text.count("pesan suara, tidak lagi disimpan") == 2
    assert after(aged, HEAR(LAKSANA, number), world).effects == ()
