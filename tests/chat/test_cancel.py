"""What /batal says: that something was left, only where something was open."""

from dataclasses import replace
from datetime import datetime

from bot.chat.context import Context
from bot.chat.model import Command, Incoming, Press, Typed, UpdateId
from bot.chat.screens import SHOWS
from bot.chat.world import World
from bot.domain.evaluation.evaluation import Evaluation
from bot.domain.person.person import Person
from tests.chat.taking import take_turn
from tests.chat.test_rights import ADMIN, COORDINATOR, OWN, RIGHTS, person
from tests.each import each

CANCELLED = "Isian dibatalkan"
NOTHING = "Tidak ada isian yang terbuka"
KEPT = ("Jawaban Anda tersimpan", "Baik, disimpan dulu")

AT_REST = {
    "admin": ("main", "school", "health"),
    "coach": ("wait", "done"),
    "evaluation": ("hello", "view", "done", "history", "compare", "plan", "summary", "edit"),
    "history": ("list", "steps", "entry", "piece", "change", "level"),
    "salin": ("home", "cycle", "quarter", "summary", "isi", "isiq"),
    "help": ("main", "found", "answer", "unknown"),
    "join": ("main",),
    "menu": ("main", "registered", "stopped"),
    "privacy": ("main", "erased", "withdrawn"),
    "progress": ("main",),
    "recap": ("main", "levels", "made"),
    "remind": ("main", "snoozed", "skipped", "later"),
    "roster": ("list", "sent"),
    "schedule": ("main",),
    "school": ("list", "home", "invite", "handover", "audit"),
    "sdata": ("main",),
    "settings": ("main",),
    "siar": ("home", "one", "who", "list"),
    "steps": ("list", "step", "page", "parts", "done"),
    "teacher": ("pick", "one", "found"),
    "welcome": ("hello", "full"),
}
"""Places that ask for nothing. A place that is new has to be put here, or counts as a question."""

RESTING = frozenset(f"{family}.{name}" for family, names in AT_REST.items() for name in names)
ARGS = {"evaluation": ("2026-Q4", "murid"), "steps": ("murid", "makna")}


def said(world: World, who: Person, now: datetime, event: Command | Typed | Press) -> str:
    """Return the first line of what she is shown."""
    incoming = Incoming(update=UpdateId(1), person=who.id, event=event)
    turn = take_turn(who, incoming, world, now, Context(rights=RIGHTS))
    assert turn.screen is not None
    return turn.note or turn.screen.text


def at(place: str, now: datetime) -> Person:
    """Return a coordinator, or who runs the bot, at a place with what it needs."""
    family = place.partition(".")[0]
    number = ADMIN if family == "admin" else COORDINATOR
    args = ("atur",) if family == "ask" else ARGS.get(family, (OWN,))
    done = Evaluation(quarter="2026-Q4", begun_at=now, finished_at=now)
    return replace(person(number, now), evaluations=(done,)).at(place, *args)


@each("place", sorted(RESTING))
@each("event", [Command("batal", ""), Typed("batal"), Press("meant:leave")])
def test_nothing_open_is_not_cancelled(
    place: str, event: Command | Typed | Press, world: World, now: datetime
) -> None:
    """At menus, steps, lists and results nothing is said to be cancelled or left off."""
    assert place in SHOWS
    told = said(world, at(place, now), now, event)
    assert CANCELLED not in told
    assert not any(kept in told for kept in KEPT)
    assert NOTHING in told


@each("place", sorted(set(SHOWS) - RESTING))
def test_a_question_is_cancelled(place: str, world: World, now: datetime) -> None:
    """Where she is asked for something she is told that it was left, or that her answers stay."""
    told = said(world, at(place, now), now, Command("batal", ""))
    assert NOTHING not in told
    assert CANCELLED in told or any(kept in told for kept in KEPT)


@each("name", ["hello", "item", "strength", "focus", "summary", "edit"])
def test_an_evaluation_under_way_is_kept(name: str, world: World, now: datetime) -> None:
    """Left in the middle, an evaluation is said to be kept; nothing was cancelled."""
    begun = Evaluation(quarter="2026-Q4", begun_at=now)
    who = replace(person(COORDINATOR, now), evaluating=begun)
    told = said(world, who.at(f"evaluation.{name}", "2026-Q4", "murid"), now, Command("batal", ""))
    assert any(kept in told for kept in KEPT)


def test_a_guest_has_nothing_open(world: World, now: datetime) -> None:
    """Who has agreed to nothing yet is not told that an entry was cancelled."""
    guest = replace(person(COORDINATOR, now), consent=None)
    for place in ("welcome.hello", "welcome.full", "steps.list", "menu.main"):
        assert CANCELLED not in said(world, guest.at(place), now, Command("batal", ""))
