"""Every button data and stored place that people may still have: each leads where it always led.

``known_routes/buttons.txt`` and ``places.txt`` hold one example of each with its arguments, also in
the forms of older releases; ``known_people.py`` holds the people. A line with ``>`` is what is
pressed (``@`` and the place where that is done) or where she stands; below stands what comes of it
for whom. Never remove a line with ``>``; ``--rewrite`` renews the others.
"""

from collections.abc import Callable
from dataclasses import fields
from enum import Enum
from pathlib import Path

import pytest

from bot.chat.context import Context
from bot.chat.model import Incoming, Press, Turn, UpdateId
from bot.chat.pressing import draw
from bot.chat.router import take_turn
from bot.chat.screens import SHOWS, VERBS
from bot.chat.turn_context import TurnContext
from bot.chat.world import World
from bot.domain.broadcast.posting import ConfirmBroadcast, SendReply, ShareEvaluation
from bot.domain.person.person import Person
from bot.domain.roster.nudge_request import RequestNudges
from tests.chat.known_people import NOW, known, people, standing

FOLDER = Path(__file__).parent / "known_routes"
NOTES = ("no-right", "note-old-button", "asked-long-ago", "welcome-to-keep")
SENDING = ConfirmBroadcast | SendReply | ShareEvaluation | RequestNudges
UNTOLD = {"place", "seen_at", "updates", "outbound"}
PLAIN = str | int | bool | None | Enum


def said(note: str | None, world: World) -> str:
    """Return what kind of remark a note is; its wording may change."""
    if note is None:
        return ""
    return next((key for key in NOTES if note == world.texts.say(key)), "note")


def changed(before: Person, after: Person) -> list[str]:
    """Return what of hers is different: the value where it is a plain one."""
    words = []
    for name in sorted({one.name for one in fields(Person)} - UNTOLD):
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            words.append(f"{name}={new}" if isinstance(new, PLAIN) else name)
    return words


def sends(turn: Turn) -> bool:
    """Say whether a turn has something sent: a broadcast, a letter, a request to remind."""
    return any(isinstance(one, SENDING) for one in turn.changes)


def outcome(before: Person, turn: Turn, world: World) -> str:
    """Return in one line what came of a button."""
    place = turn.person.place
    parts = [" ".join((place.screen, *place.args))]
    if turn.write == "drop":
        parts.append("drop")
    parts += changed(before, turn.person)
    others = [one for one in turn.changes if not isinstance(one, SENDING)]
    parts += [type(wish).__name__ for wish in (*others, *turn.effects)]
    if sends(turn):
        parts.append("sends")
    if turn.instead:
        parts.append("word: " + " ".join(b.data for row in turn.instead.rows for b in row))
    elif note := said(turn.note, world):
        parts.append(note)
    return " | ".join(parts)


def pressed(who: Person, line: str, world: World, around: Context) -> str:
    """Return what comes of one line of ``buttons.txt`` for somebody."""
    data, _, place = line.partition(" @ ")
    standing_there = standing(who, *(place or "menu.main").split(" "))
    incoming = Incoming(
        update=UpdateId(1), person=who.id, event=Press(data), first_name="Sari", message=40
    )
    stored = None if who.consent is None else standing_there
    turn = take_turn(stored, incoming, world, NOW, around)
    return outcome(standing_there, turn, world)


def drawn(who: Person, line: str, world: World, around: Context) -> str:
    """Return the buttons of a place as somebody sees them."""
    s = TurnContext(person=standing(who, *line.split(" ")), world=world, now=NOW, known=around)
    return " ".join(button.data for row in draw(s).rows for button in row)


def examples(name: str) -> list[str]:
    """Return the lines with ``>`` of a file."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [line.removeprefix("> ") for line in lines if line.startswith("> ")]


@pytest.mark.parametrize(("name", "comes_of"), [("buttons.txt", pressed), ("places.txt", drawn)])
def test_what_people_have_leads_where_it_led(
    name: str,
    comes_of: Callable[[Person, str, World, Context], str],
    world: World,
    request: pytest.FixtureRequest,
) -> None:
    """Each button and place does and shows for each kind of person what it did before."""
    path = FOLDER / name
    written = path.read_text(encoding="utf-8")
    told = [line for line in written.splitlines() if line.startswith("#")]
    everybody, around = people(world), known(world)
    for line in examples(name):
        told += ["", f"> {line}"]
        found: dict[str, list[str]] = {}
        for who, person in everybody.items():
            found.setdefault(comes_of(person, line, world, around), []).append(who)
        told += [f"{', '.join(names)}: {comes}" for comes, names in found.items()]
    now = "\n".join(told) + "\n"
    if request.config.getoption("--rewrite"):
        path.write_text(now, encoding="utf-8")
    assert now == written


def test_no_button_and_no_place_is_missing() -> None:
    """Each verb and each place there is has an example, and whatever had one is still there."""
    buttons = {":".join(line.split(" ")[0].split(":")[:2]) for line in examples("buttons.txt")}
    places = {line.split(" ")[0] for line in examples("places.txt")}
    assert buttons == set(VERBS)
    assert places == set(SHOWS)
