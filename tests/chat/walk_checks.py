"""What must hold of every screen and every turn, wherever a walk leads. Tests nothing by itself."""

from dataclasses import replace

from bot.chat.button import Style, fit_beside, fits_copy
from bot.chat.model import (
    BUTTON_DATA_BYTES,
    TEXT_LIMIT,
    Event,
    Incoming,
    Media,
    Press,
    Reached,
    Screen,
    Typed,
)
from bot.chat.screens import SHOWS, VERBS
from bot.chat.typed.wording import FIRST, Wish
from bot.chat.world import World
from bot.domain.coaching.progress import Status, done_count
from bot.domain.evaluation.evaluation import Evaluation
from bot.domain.person.person import Person
from bot.simulator.message.html import parse_html
from bot.store.codec.people import decode_person, encode_person
from tests.chat.sent import announced, letters
from tests.chat.taking import ShownTurn

ROW_MOST = 7


CHANGES = (
    *(
        f"evaluation:{verb}:"
        for verb in ("level", "skip", "strength", "focus", "pass", "keep", "becomes", "noline")
    ),
    *("history:empty:", "history:drop:", "history:keep"),
)


PLANNING = ("evaluation:day:", "evaluation:went:")
"""Taps by which she changes the days of a plan, and how it went; never a word of it."""


SIX_HOURS = 6 * 3600


def check_screen(screen: Screen, *, is_place: bool = True) -> None:
    """Assert that Telegram takes the screen and that it leads somewhere; a short word need not."""
    text, _entities = parse_html(screen.text)
    assert 0 < len(text.strip()) <= TEXT_LIMIT
    assert screen.rows or not is_place, f"no way on from: {text}"
    styles = [button.style for row in screen.rows for button in row]
    assert styles.count(Style.PRIMARY) <= 1, "there is one way on"
    for row in screen.rows:
        assert 0 < len(row) <= ROW_MOST
        assert fit_beside([button.label for button in row])
        for button in row:
            assert button.label.strip()
            if button.copied:
                assert fits_copy(button.copied)
                assert not button.data
                continue
            assert 0 < len(button.data.encode()) <= BUTTON_DATA_BYTES
            assert ":".join(button.data.split(":")[:2]) in VERBS


def check_turn(before: Person | None, incoming: Incoming, turn: ShownTurn, world: World) -> None:
    """Assert what holds for every turn."""
    if isinstance(incoming.event, Reached):
        assert turn.screen is None
    else:
        assert turn.screen is not None
        check_screen(turn.screen, is_place=turn.is_place)
    if turn.write == "put":
        assert turn.person.consent is not None
        assert decode_person(encode_person(turn.person)) == turn.person
        assert turn.person.place.screen in SHOWS
    if before is None:
        consented = turn.person.may_be_stored
        assert turn.write == ("put" if consented else "keep")
    if turn.write == "drop":
        assert isinstance(incoming.event, Press)
        assert incoming.event.data.startswith("privacy:erased:")
    if before and turn.write == "put":
        check_answers(before, incoming.event, turn.person)
        check_meant(before, incoming.event, turn, world)
    fewer = before and done_count(turn.person.progress, world.programme) < done_count(
        before.progress, world.programme
    )
    if fewer:
        assert isinstance(incoming.event, Press)
        assert incoming.event.data.startswith("steps:mark:")
        assert not incoming.event.data.endswith(Status.DONE)


def check_answers(before: Person, event: Event, after: Person) -> None:
    """Assert that no answer of an evaluation or plan vanished that she did not change herself."""
    explicit = isinstance(event, Typed) or (
        isinstance(event, Press) and event.data.startswith((*CHANGES, "aside:take:"))
    )
    kept = {e.quarter: e for e in answers_of(after)}
    drops = isinstance(event, Press) and event.data.startswith("history:drop:evaluasi:")
    for old in answers_of(before):
        new = kept.get(old.quarter)
        if new is None and drops:
            continue
        if new is None:
            assert not old.levels, "an evaluation with answers is gone"
            continue
        assert (old.finished_at is None) or new.finished_at == old.finished_at
        assert new.begun_at == old.begun_at
        if not explicit:
            assert (new.levels, new.skipped) == (old.levels, old.skipped)
            assert (new.carried, new.asked, new.pupils) == (old.carried, old.asked, old.pupils)
            assert (new.strength, new.focus, new.intention) == (
                old.strength,
                old.focus,
                old.intention,
            )
        assert len(new.levels) + len(new.skipped) >= len(old.levels) + len(old.skipped)
        assert len(new.focus) <= 2
    if not explicit:
        planning = isinstance(event, Press) and event.data.startswith(PLANNING)
        plain = [replace(one, days=(), went=None) if planning else one for one in after.plans]
        old_plain = [replace(one, days=(), went=None) if planning else one for one in before.plans]
        assert sorted(plain, key=repr) == sorted(old_plain, key=repr)


def check_meant(before: Person, event: Event, turn: ShownTurn, world: World) -> None:
    """Assert that nothing leaves without her word of the last hours, and no question is an answer."""
    after = turn.person
    if letters(turn):
        assert after.school is not None
        by_tap = isinstance(event, Press) and event.data.startswith("offer:send:")
        in_words = isinstance(event, Typed | Media) and bool(event.replies_to)
        asked = before.place.draft.get("asked", "")
        in_time = asked.isdecimal() and after.seen_at.timestamp() - int(asked) <= SIX_HOURS
        begun = before.place.screen == "reply.write" and in_time
        held = before.held is not None and before.held.is_fresh(after.seen_at)
        assert in_words or begun or (held and (by_tap or isinstance(event, Typed)))
    if announced(turn):
        assert isinstance(event, Press)
        assert event.data.startswith(("siar:send:", "evaluation:give:"))
    if isinstance(event, Typed):
        wishes = (*FIRST, Wish.DOUBT, Wish.HELP, Wish.LATER)
        if world.wording.wish(event.text, wishes) or event.text.strip() == "?":
            assert own_words(after) <= own_words(before)


def own_words(person: Person) -> set[str]:
    """Everything of her own writing that is kept as an answer."""
    lines = {line for plan in person.plans for line in plan.lines.values()}
    intentions = {one.intention for one in answers_of(person) if one.intention}
    intentions |= {one.pupils for one in answers_of(person) if one.pupils}
    journal = {part.words for entry in person.coaching.journal for part in entry.parts} - {""}
    own = {person.nickname, person.subject, person.shown_name} - {None}
    return journal | lines | intentions | {str(word) for word in own}


def answers_of(person: Person) -> tuple[Evaluation, ...]:
    return (*person.evaluations, *((person.evaluating,) if person.evaluating else ()))
