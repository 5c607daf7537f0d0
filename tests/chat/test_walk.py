"""Random walks through the conversation: whatever people do, these things hold."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.chat.model import (
    BUTTON_DATA_BYTES,
    TEXT_LIMIT,
    Command,
    Edited,
    Event,
    Incoming,
    Media,
    MediaKind,
    Press,
    Reached,
    Screen,
    Turn,
    Typed,
    UpdateId,
)
from bot.chat.router import take_turn
from bot.chat.screens import SHOWS, VERBS
from bot.chat.world import World
from bot.domain.person import Person, PersonId
from bot.domain.progress import Status, done_count
from bot.simulator.html import parse_html
from bot.store.codec import decode_person, encode_person

WORDS = ("mulai", "start", "langkah", "kemajuan", "pengaturan", "privasi", "batal", "berhenti")
TYPED = ("4", "langkah 13", "langkah 99", "ibu", "smp", "WIB", "halo", "rubrik", "batal", "stop")
FORGED = (
    *VERBS,
    "",
    ":",
    "steps",
    "steps:page:murid",
    "steps:page:murid:rubrik:sd",
    "steps:page:ptk:tugas.9:lainnya",
    "steps:mark:teori:selesai",
    "steps:mark:teori:belum",
    "steps:mark:teori:sempurna",
    "ask:set:level:sd:daftar",
    "ask:set:zone:WIT:atur",
    "ask:set:zone:UTC:atur",
    "ask:open:nickname:atur",
    "ask:skip:",
    "privacy:erased:9999999999",
    "privacy:erased:٣",
)

acts = st.one_of(
    st.tuples(st.just("tap"), st.integers(0, 99)),
    st.tuples(st.just("tap"), st.integers(0, 99)),
    st.tuples(st.just("tap"), st.integers(0, 99)),
    st.tuples(st.just("old"), st.integers(0, 999)),
    st.tuples(st.just("forged"), st.sampled_from(FORGED) | st.text(max_size=20)),
    st.tuples(st.just("forged"), st.text(max_size=12).map(lambda end: f"steps:page:murid:{end}")),
    st.tuples(st.just("command"), st.sampled_from(WORDS) | st.text(max_size=12)),
    st.tuples(st.just("typed"), st.sampled_from(TYPED) | st.text(max_size=80)),
    st.tuples(st.just("forwarded"), st.text(max_size=20)),
    st.tuples(st.just("media"), st.sampled_from(MediaKind)),
    st.tuples(st.just("edited"), st.none()),
    st.tuples(st.just("reached"), st.booleans()),
    st.tuples(st.just("again"), st.none()),
    st.tuples(st.just("wait"), st.integers(1, 60 * 24 * 40)),
)


class Walk:
    """One person's way through the conversation, with everything she was ever shown."""

    def __init__(self, world: World, now: datetime) -> None:
        self.world = world
        self.now = now
        self.stored: Person | None = None
        self.shown: list[str] = []
        self.all_data: list[str] = ["welcome:hello"]
        self.update = 0
        self.last: Incoming | None = None

    def event(self, act: str, what: Any) -> Event:
        """Return what an act means here and now."""
        match act:
            case "tap" | "old":
                among = self.shown if act == "tap" and self.shown else self.all_data
                return Press(among[what % len(among)])
            case "forged":
                return Press(what)
            case "command":
                return Command(what)
            case "typed":
                return Typed(what)
            case "forwarded":
                return Typed(what, forwarded=True)
            case "media":
                return Media(what)
            case "reached":
                return Reached(what)
            case _:
                return Edited()

    def do(self, act: str, what: Any) -> tuple[Incoming, Turn] | None:
        """Carry out one act and keep what its turn says; None when only time passed."""
        if act == "wait":
            self.now += timedelta(minutes=what)
            return None
        if act == "again" and self.last:
            incoming = self.last
        else:
            self.update += 1
            incoming = Incoming(
                update=UpdateId(self.update),
                person=PersonId(7),
                event=self.event(act, what),
                first_name="Sari <b>",
            )
        turn = take_turn(self.stored, incoming, self.world, self.now)
        if turn.write == "put":
            self.stored = turn.person
        elif turn.write == "drop":
            self.stored = None
        if turn.screen:
            self.shown = [button.data for row in turn.screen.rows for button in row]
            self.all_data += [data for data in self.shown if data not in self.all_data]
        self.last = incoming
        return incoming, turn


def check_screen(screen: Screen) -> None:
    """Assert that Telegram takes the screen and that it leads somewhere."""
    text, _entities = parse_html(screen.text)
    assert 0 < len(text.strip()) <= TEXT_LIMIT
    assert screen.rows, f"no way on from: {text}"
    for row in screen.rows:
        assert 0 < len(row) <= 3
        for button in row:
            assert button.label.strip()
            assert 0 < len(button.data.encode()) <= BUTTON_DATA_BYTES
            assert ":".join(button.data.split(":")[:2]) in VERBS


def check_turn(before: Person | None, incoming: Incoming, turn: Turn, world: World) -> None:
    """Assert what holds for every turn."""
    if isinstance(incoming.event, Reached):
        assert turn.screen is None
    else:
        assert turn.screen is not None
        check_screen(turn.screen)
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
    fewer = before and done_count(turn.person.progress, world.programme) < done_count(
        before.progress, world.programme
    )
    if fewer:
        assert isinstance(incoming.event, Press)
        assert incoming.event.data.startswith("steps:mark:")
        assert not incoming.event.data.endswith(Status.DONE)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(walk=st.lists(acts, min_size=5, max_size=60))
def test_every_walk_stays_on_the_path(walk: list[tuple[str, Any]], world: World) -> None:
    """Whatever people do, every screen is valid, leads on, and nothing is stored unasked or lost."""
    w = Walk(world, datetime(2026, 11, 20, 5, tzinfo=UTC))
    for act, what in walk:
        before = w.stored
        done = w.do(act, what)
        if done:
            check_turn(before, *done, world)


def test_the_same_update_twice_changes_nothing(world: World, now: datetime) -> None:
    """An update that comes again, also after later ones, shows the screen and is not acted on."""
    w = Walk(world, now)
    for data in ("welcome:agree", "ask:set:address:ibu:daftar"):
        w.do("forged", data)
    before = w.stored
    again = w.do("again", None)
    assert again is not None
    assert again[1].write == "keep"
    assert w.stored == before
    assert again[1].screen is not None
    typed = w.last
    w.do("forged", "ask:set:level:sd:daftar")
    assert typed is not None
    before = w.stored
    w.last = typed
    replayed = w.do("again", None)
    assert replayed is not None
    assert replayed[1].write == "keep"
    assert w.stored == before


def test_an_unknown_place_leads_home(world: World, now: datetime) -> None:
    """A place that an older or newer program stored and nobody knows leads to the menu."""
    w = Walk(world, now)
    for data in (
        "welcome:agree",
        "ask:set:address:ibu:daftar",
        "ask:set:level:sd:daftar",
        "ask:skip:daftar",
        "ask:set:zone:WIB:daftar",
    ):
        w.do("forged", data)
    assert w.stored is not None
    w.stored = replace(w.stored.at("nowhere.item", "3"), updates=())
    done = w.do("edited", None)
    assert done is not None
    assert done[1].screen is not None
    assert "menu:main" not in w.shown
    assert "steps:list" in w.shown
