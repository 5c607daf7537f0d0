"""Whoever agreed to an older text is asked again and loses nothing by it."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.chat.model import Command, Event, Incoming, Press, UpdateId
from bot.chat.world import World
from bot.domain.broadcast.placeholder import plain
from bot.domain.evaluation.evaluation import Evaluation
from bot.domain.person.person import CONSENT_VERSION, Consent, Person
from bot.domain.school.school import SchoolId
from tests.chat.taking import ShownTurn, take_turn
from tests.delivery.teachers import teacher

TOLD_MOST = 700
"""Characters above what folds away: with the buttons one view of a phone."""

LINK = "g" + "a" * 8 + "s" * 22


def older(now: datetime) -> Person:
    done = Evaluation(quarter="2026-Q3", begun_at=now, finished_at=now, levels={})
    return replace(
        teacher(7),
        consent=Consent(version=CONSENT_VERSION - 1, given_at=now - timedelta(days=90)),
        evaluations=(done,),
        school=SchoolId("aaaaaaaa"),
        shown_name="Bu Sari",
        invited=LINK,
        subject_asked=True,
    )


def take(who: Person, event: Event, world: World, now: datetime) -> ShownTurn:
    return take_turn(who, Incoming(update=UpdateId(5), person=who.id, event=event), world, now)


def test_the_new_text_says_that_it_is_new(world: World, now: datetime) -> None:
    """She is not told that she withdrew anything; nothing is stored before she agrees."""
    for event in (Command("mulai"), Press("evaluation:open"), Press("settings:main")):
        turn = take(older(now), event, world, now)
        assert turn.screen is not None
        assert "diperbarui" in turn.screen.text
        assert "ditarik" not in turn.screen.text
        assert turn.write == "keep"


def test_what_changed_since_hers_is_told_first(world: World, now: datetime) -> None:
    """Line by line, with what came in between for whoever agreed to the very first; the rest folds away."""
    for version, evidence in ((1, True), (2, False)):
        consent = Consent(version=version, given_at=now - timedelta(days=90))
        turn = take(replace(older(now), consent=consent), Command("mulai"), world, now)
        assert turn.screen
        told, _, folded = turn.screen.text.partition("<blockquote expandable>")
        assert "12 bulan" in told
        assert ("Bukti yang Anda kirim" in told) is evidence
        assert "bot ini menyimpan ID Telegram" in folded
        assert len(plain(told)) < TOLD_MOST


def test_reading_goes_on(world: World, now: datetime) -> None:
    """The steps are open to everybody, agreed or not."""
    turn = take(older(now), Press("steps:list"), world, now)
    assert turn.screen is not None
    assert turn.person.place.screen == "steps.list"


def test_agreeing_again_loses_nothing(world: World, now: datetime) -> None:
    """Evaluations, school, name and the invitation she came with are as they were."""
    before = older(now)
    after = take(before, Press("welcome:agree"), world, now).person
    assert after.consent == Consent(version=CONSENT_VERSION, given_at=now)
    for name in ("evaluations", "school", "shown_name", "invited", "level", "zone", "address"):
        assert getattr(after, name) == getattr(before, name)
    assert after.may_be_stored


def test_whoever_withdrew_is_told_so(world: World, now: datetime) -> None:
    """That is another thing than a text that has changed."""
    consent = Consent(version=CONSENT_VERSION, given_at=now, withdrawn_at=now)
    turn = take(replace(older(now), consent=consent), Command("mulai"), world, now)
    assert turn.screen is not None
    assert "ditarik" in turn.screen.text
    assert "diperbarui" not in turn.screen.text
