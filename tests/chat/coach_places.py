"""A teacher of the pure conversation at any place of a cycle, and the question about her plan. Tests nothing."""

from copy import copy
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from bot.chat.model import Event, Incoming, Media, MediaKind, Press, Typed, UpdateId
from bot.chat.world import World
from bot.domain.coaching.attempt import Attempt
from bot.domain.person.person import Person, PersonId
from bot.domain.reminders.check_back import asked_once_more, open_promise
from tests.chat.taking import ShownTurn, take_turn

NOW = datetime(2026, 11, 20, 5, tzinfo=UTC)
ASKED_AT = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
"""When she is asked about her plan for Monday, 23 November."""

CHECK_BACK = ("coach:tried:laksana:0", "coach:later:laksana:0", "coach:other:laksana:0")
"""The buttons under that question."""

REGISTERED = (
    *("welcome:agree", "ask:set:address:ibu:daftar", "ask:set:level:{level}:daftar"),
    *("ask:skip:daftar", "ask:set:zone:WIB:daftar"),
)
WAY = (
    ("coach.tasks", ("coach:begin:laksana",)),
    ("coach.model", ("coach:task:laksana:tunggu-dulu:0",)),
    ("coach.say", ("coach:read:laksana:0",)),
    ("coach.days", ("coach:unsaid:laksana:0",)),
    ("coach.group", ("coach:day:laksana:0:2026-11-23",)),
    ("coach.words", ("coach:nogroup:laksana:0",)),
    ("coach.aids", ("coach:nowords:laksana:0",)),
    ("coach.wait", ("coach:settled:laksana:0",)),
    ("coach.pupils", ("coach:tried:laksana:0",)),
    ("coach.proof", ("coach:nosign:laksana:0",)),
    ("coach.look-back", ("coach:proven:laksana:0",)),
    ("coach.again", ("coach:pass:laksana:0:0", "coach:pass:laksana:0:1")),
    ("coach.level", ("coach:enough:laksana:0",)),
    ("coach.sum", ("coach:chosen:laksana:0:3",)),
)
BESIDE: dict[str, tuple[str, Event]] = {
    "coach.own": ("coach.tasks", Press("coach:own:laksana")),
    "coach.looks": ("coach.say", Typed("Coba ceritakan dengan kata-katamu.")),
    "coach.gate": ("coach.proof", Media(MediaKind.PHOTO, "foto-1")),
    "coach.private": ("coach.words", Typed("Jika Budi ramai, maka saya mendekat")),
    "coach.later": ("coach.wait", Press("coach:later:laksana:0")),
    "coach.swap": ("coach.wait", Press("coach:begin:murid")),
    "coach.habit": ("", Press("steps:mark:laksana:selesai")),
    "coach.modelof": ("coach.model", Press("coach:modelof:laksana:0:sd")),
}
"""Places beside the way: from where, and what leads there."""

PLACES = (*(place for place, _ in WAY), *BESIDE)


@dataclass
class Teacher:
    """A registered teacher; ``last`` is the turn of what she did last."""

    world: World
    level: str = "sd"
    now: datetime = NOW
    person: Person | None = None
    updates: int = 0
    last: ShownTurn | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        self.taps(*(one.format(level=self.level) for one in REGISTERED))

    def does(self, event: Event) -> "Teacher":
        """Carry out one act of hers."""
        self.updates += 1
        incoming = Incoming(
            update=UpdateId(self.updates), person=PersonId(1), event=event, first_name="Sari"
        )
        self.last = take_turn(self.person, incoming, self.world, self.now)
        self.person = self.last.person
        return self

    def taps(self, *data: str) -> "Teacher":
        """Press these buttons, one after the other."""
        for one in data:
            self.does(Press(one))
        return self

    def types(self, text: str, *replies_to: str) -> "Teacher":
        """Send words."""
        return self.does(Typed(text, replies_to=replies_to))

    def sends(self, kind: MediaKind, caption: str = "", *replies_to: str) -> "Teacher":
        """Send a file, each time another one."""
        return self.does(Media(kind, f"file-{self.updates}", caption, replies_to=replies_to))

    @property
    def known(self) -> Person:
        """What is stored of her."""
        assert self.person is not None
        return self.person

    @property
    def at(self) -> str:
        """The place where she stands."""
        return self.known.place.screen

    @property
    def current(self) -> Attempt:
        """The try under way."""
        active = self.known.coaching.active
        assert active is not None
        assert active.current is not None
        return active.current

    @property
    def text(self) -> str:
        """What she was shown last."""
        assert self.last is not None
        assert self.last.screen is not None
        return self.last.screen.text

    @property
    def labels(self) -> list[str]:
        """The labels of the buttons she was shown last."""
        assert self.last is not None
        assert self.last.screen is not None
        return [button.label for row in self.last.screen.rows for button in row]


def standing(world: World, place: str) -> Teacher:
    """Return a teacher whom this place of step 5 asks; of several each is another one."""
    led = _LED.get((id(world), place)) or _led_to(world, place)
    _LED[id(world), place] = led
    return copy(led)


_LED: dict[tuple[int, str], Teacher] = {}
"""Who has gone the way to a place of a world, which she keeps; whoever goes on from there is a copy of her."""


def _led_to(world: World, place: str) -> Teacher:
    """Return one who has gone the way to a place."""
    before: str = place
    event: Event | None = None
    if place in BESIDE:
        before, event = BESIDE[place]
    one = Teacher(world)
    if before:
        for screen, data in WAY:
            one.taps(*data)
            if screen == before:
                break
    if event:
        one.does(event)
    assert one.at == place, one.known.place
    return one


def asked(world: World, *data: str) -> Teacher:
    """Return a teacher who was just asked about her plan, after going elsewhere by these buttons."""
    one = standing(world, "coach.wait").taps("menu:main", *data)
    promise = open_promise(one.known.coaching)
    assert promise is not None
    outbound = one.known.outbound
    counted = asked_once_more(outbound.asked, promise, ASKED_AT)
    one.person = replace(one.known, outbound=replace(outbound, asked=counted))
    one.now = ASKED_AT + timedelta(minutes=20)
    return one
