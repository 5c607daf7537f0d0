"""Stop, delete, withdraw and cancel come first wherever she stands; a letter with such a word stays one."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from functools import cache
from types import MappingProxyType

from hypothesis import given
from hypothesis import strategies as st

from bot.chat.context import Context
from bot.chat.model import Event, Incoming, Media, MediaKind, Typed, UpdateId
from bot.chat.typed.wording import FIRST, Wish
from bot.chat.world import World
from bot.domain.broadcast.broadcast import Draft
from bot.domain.evaluation.evaluation import Evaluation
from bot.domain.person.person import Person
from bot.domain.school.school import Code, SchoolId
from tests.chat.sent import letters
from tests.chat.sentences import (
    CANCELS,
    ERASES,
    KINDNESS,
    LETTERS,
    OPENINGS,
    STOPS,
    WITHDRAWS,
)
from tests.chat.taking import ShownTurn, take_turn
from tests.chat.test_rights import COORDINATOR, OWN, RIGHTS, STRANGER, person
from tests.each import each


@each(
    ("wish", "text"),
    [
        (wish, text)
        for wish, texts in (
            (Wish.STOP, STOPS),
            (Wish.ERASE, ERASES),
            (Wish.WITHDRAW, WITHDRAWS),
            (Wish.CANCEL, CANCELS),
        )
        for text in texts
    ],
)
def test_a_wish_is_known_in_many_words(wish: Wish, text: str, world: World) -> None:
    """Colloquial, misspelt, polite or in English: the wish is the same."""
    assert world.wording.wish(text) is wish


@each("text", LETTERS)
def test_a_sentence_of_its_own_asks_for_nothing(text: str, world: World) -> None:
    """One word that belongs to no wish makes it a sentence about something else."""
    assert world.wording.wish(text, tuple(Wish)) is None


@given(
    text=st.sampled_from((*STOPS, *ERASES, *WITHDRAWS, *CANCELS, *LETTERS)),
    before=st.sampled_from(("", *OPENINGS)),
    after=st.lists(st.sampled_from(KINDNESS), max_size=3),
    loud=st.booleans(),
)
def test_kindness_never_changes_what_is_meant(
    text: str, before: str, after: list[str], loud: bool, world: World
) -> None:
    """An emoji, a form of address, politeness or capitals make no wish of a letter, nor the reverse."""
    said = before + text + "".join(after)
    assert world.wording.wish(said.upper() if loud else said) is world.wording.wish(text)


@cache
def places(now: datetime) -> Mapping[str, Person]:
    """A teacher, or a coordinator, at every place that asks for words, and what it needs."""
    teacher = replace(person(STRANGER, now), school=OWN)
    begun = Evaluation(quarter="2026-Q4", begun_at=now)
    head = replace(person(COORDINATOR, now), composing=Draft(school=OWN))
    code = str(Code(school=SchoolId(OWN), kind="g", secret="s" * 22))
    draft = {"offered": "Sari", "name": "SD Baru", "zone": "WIB"}
    at_teacher = {
        "reply.write": (OWN, "b" * 12),
        "ask.nickname": ("atur",),
        "ask.subject": ("daftar",),
        "ask.level": ("atur",),
        "join.name": (),
        "evaluation.item": ("2026-Q4", "murid"),
        "evaluation.intention": ("2026-Q4",),
        "evaluation.line": ("2026-Q4", "tujuan"),
        "wish.hour": (),
        "wish.pause": (),
        "menu.main": (),
    }
    at_head = {"siar.write": (OWN,), "siar.when": (OWN,), "schedule.quiet": (OWN,)}
    at_admin = dict.fromkeys(("admin.main", "admin.new", "admin.zone", "admin.npsn"), ())
    teacher = replace(teacher, evaluating=begun, invited=code)
    admin = person(1, now)
    found = {
        screen: who.at(screen, *args, draft=draft)
        for who, among in ((teacher, at_teacher), (head, at_head), (admin, at_admin))
        for screen, args in among.items()
    }
    return MappingProxyType(found)  # of all who ask, so nobody may change it


def turn_of(who: Person, event: Event, world: World, now: datetime) -> ShownTurn:
    incoming = Incoming(update=UpdateId(1), person=who.id, event=event)
    return take_turn(who, incoming, world, now, Context(rights=RIGHTS, username="bot"))


TO_COORDINATOR = (f"reply:to:{OWN}:{'b' * 12}",)


@each("replies_to", [(), TO_COORDINATOR])
@each(
    ("text", "place"),
    [
        ("tolong stop ya bu 🙏", "menu.stopped"),
        ("saya tidak mau menerima pesan lagi", "menu.stopped"),
        ("hapus data saya 🙏", "privacy.erase"),
        ("tarik persetujuan saya", "privacy.main"),
    ],
)
def test_a_wish_comes_first_at_every_open_question(
    text: str, place: str, replies_to: tuple[str, ...], world: World, now: datetime
) -> None:
    """It is done wherever she stands, also as Telegram's reply, and nothing is sent or stored."""
    for screen, who in places(now).items():
        turn = turn_of(who, Typed(text, replies_to=replies_to), world, now)
        assert turn.person.place.screen == place, screen
        assert turn.person.quiet is (place == "menu.stopped")
        assert_untouched(who, turn)


def assert_untouched(who: Person, turn: ShownTurn) -> None:
    """Assert that nothing she wrote went anywhere."""
    assert turn.wishes == ()
    after = replace(turn.person, place=who.place, quiet=who.quiet, outbound=who.outbound, held=None)
    assert replace(after, updates=who.updates, seen_at=who.seen_at) == who


def test_a_caption_can_stop_the_bot(world: World, now: datetime) -> None:
    """Written under a picture it means the same; the picture goes nowhere."""
    who = places(now)["reply.write"]
    event = Media(MediaKind.PHOTO, "id", "stop &amp; 🙏")
    turn = turn_of(who, event, world, now)
    assert turn.person.quiet
    assert letters(turn) == ()


@each("text", ["batal ya bu", "tidak jadi", "gak jadi deh 🙏"])
def test_cancelling_leaves_every_open_question(text: str, world: World, now: datetime) -> None:
    """Nothing typed so is sent or stored, and she leaves the question."""
    for screen, who in places(now).items():
        turn = turn_of(who, Typed(text), world, now)
        assert turn.person.place.screen != screen or screen in ("menu.main", "admin.main"), screen
        assert_untouched(who, turn)


@each("text", ["keluar", "cukup", "cukup ya bu", "stop?", "hapus", "hentikan"])
@each("replies_to", [(), TO_COORDINATOR])
def test_a_doubtful_word_is_asked_about(
    text: str, replies_to: tuple[str, ...], world: World, now: datetime
) -> None:
    """She is shown what it might mean; until she taps nothing happens, and she stays where she is."""
    for screen, who in places(now).items():
        turn = turn_of(who, Typed(text, replies_to=replies_to), world, now)
        assert turn.person.place == who.place, screen
        assert not turn.is_place
        assert turn.screen is not None
        assert "meant:stop" in {button.data for row in turn.screen.rows for button in row}
        assert_untouched(who, turn)


@each("text", LETTERS)
def test_a_letter_with_such_a_word_is_still_sent(text: str, world: World, now: datetime) -> None:
    """After "Balas" every sentence of her own goes to the coordinator, and nothing stops."""
    turn = turn_of(places(now)["reply.write"], Typed(text), world, now)
    assert not turn.person.quiet
    assert [letter.text for letter in letters(turn)] == [text]


def test_the_wishes_that_come_first_are_all_carried_out(world: World, now: datetime) -> None:
    """No wish of the first is without something that is done for it."""
    for wish in FIRST:
        said = world.texts.words("wish", wish)[0].replace("(", "").replace(")", "")
        turn = turn_of(person(STRANGER, now), Typed(said.split("/")[0]), world, now)
        assert turn.screen is not None
