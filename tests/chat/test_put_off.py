"""What happens to buttons of a step that was put off, or that were shown before another one."""

from dataclasses import dataclass
from datetime import UTC, datetime

from bot.chat.button import Style
from bot.chat.model import Event, Incoming, Press, Typed, UpdateId
from bot.chat.world import World
from bot.domain.person.person import Person, PersonId
from tests.chat.taking import ShownTurn, take_turn
from tests.each import each

NOW = datetime(2026, 11, 20, 5, tzinfo=UTC)
REGISTERED = (
    *("welcome:agree", "ask:set:address:ibu:daftar", "ask:set:level:sd:daftar"),
    *("ask:skip:daftar", "ask:set:zone:WIB:daftar"),
)
PLANNED = (
    *("coach:begin:laksana", "coach:task:laksana:tunggu-dulu:0", "coach:read:laksana:0"),
    *("coach:unsaid:laksana:0", "coach:day:laksana:0:2026-11-23", "coach:nogroup:laksana:0"),
    *("coach:nowords:laksana:0", "coach:settled:laksana:0"),
)


@dataclass
class Teacher:
    """A registered teacher of the pure conversation."""

    world: World
    person: Person | None = None
    updates: int = 0

    def does(self, event: Event) -> ShownTurn:
        """Carry out one act of hers."""
        self.updates += 1
        incoming = Incoming(
            update=UpdateId(self.updates), person=PersonId(1), event=event, first_name="Sari"
        )
        turn = take_turn(self.person, incoming, self.world, NOW)
        self.person = turn.person
        return turn

    def taps(self, *data: str) -> ShownTurn:
        """Press these buttons, one after the other."""
        return [self.does(Press(one)) for one in data][-1]

    def types(self, text: str) -> ShownTurn:
        """Send words."""
        return self.does(Typed(text))

    @property
    def known(self) -> Person:
        """What is stored of her."""
        assert self.person is not None
        return self.person

    @property
    def active(self) -> str:
        """The active step, "" without one."""
        cycle = self.known.coaching.active
        return cycle.step if cycle else ""


def planned(world: World) -> Teacher:
    """Return a teacher who has planned a task of step 5."""
    one = Teacher(world)
    one.taps(*REGISTERED, *PLANNED)
    assert one.known.place.screen == "coach.wait", one.known.place
    return one


@each("elsewhere", ["tidak", "menu"])
def test_beside_an_evaluation_a_step_put_off_is_not_the_way_on(
    elsewhere: str, world: World
) -> None:
    """One button is the way on: the evaluation that is begun; the step stands below it, plain."""
    one = planned(world)
    one.taps("evaluation:go:2026-Q4", "coach:aside:laksana", "steps:list")
    screen = one.types(elsewhere).screen
    assert screen
    styles = {b.label: b.style for row in screen.rows for b in row}
    assert [label for label, style in styles.items() if style is Style.PRIMARY] == [
        "Lanjutkan evaluasi: 1/13"
    ]
    assert styles["Lanjutkan Langkah 5"] is None


def test_sudah_dicoba_of_a_step_put_off_takes_it_up_again(world: World) -> None:
    """The word under the question is kept, though another step has become the active one."""
    one = planned(world)
    one.taps("coach:begin:kurikulum", "coach:swapped:kurikulum:laksana", "coach:tried:laksana:0")
    cycle = one.known.coaching.active
    assert cycle
    assert cycle.step == "laksana"
    assert cycle.attempts[0].tried_on
    assert one.known.place.screen == "coach.pupils"
    assert [put.step for put in one.known.coaching.put_off] == ["kurikulum"]


def test_sudah_dicoba_of_a_step_put_off_alone_takes_it_up_again(world: World) -> None:
    """The same where no step is active at all."""
    one = planned(world)
    one.taps("coach:aside:laksana", "coach:tried:laksana:0")
    assert one.active == "laksana"
    assert one.known.place.screen == "coach.pupils"


def test_sudah_dicoba_that_was_told_already_puts_off_no_other_step(world: World) -> None:
    """An old question pressed once more asks first: the plan that waits would lose its day in silence."""
    one = planned(world)
    one.taps("coach:tried:laksana:0", "coach:begin:kurikulum", "coach:swapped:kurikulum:laksana")
    turn = one.taps("coach:tried:laksana:0")
    assert one.active == "kurikulum"
    assert one.known.place.screen == "coach.swap"
    assert turn.screen
    assert "Tunda yang itu" in turn.screen.text


def test_belum_sempat_of_a_step_put_off_offers_the_way_back(world: World) -> None:
    """Nothing is put off unasked by a word that only says "not yet"."""
    one = planned(world)
    one.taps("coach:begin:kurikulum", "coach:swapped:kurikulum:laksana", "coach:later:laksana:0")
    assert one.active == "kurikulum"
    assert one.known.place.screen == "coach.swap"


def test_an_old_swap_asks_again_about_another_step(world: World) -> None:
    """A question about step 5 is no answer about step 7, also under buttons of an older release."""
    for old in ("coach:swapped:kurikulum:laksana", "coach:swapped:kurikulum"):
        one = planned(world)
        one.taps("coach:begin:kurikulum", "coach:begin:murid", "coach:swapped:murid:laksana")
        turn = one.taps(old)
        assert one.active == "murid"
        assert one.known.place.screen == "coach.swap"
        assert turn.screen
        assert "Langkah 1" in turn.screen.text


def test_the_page_of_a_step_put_off_says_so(world: World) -> None:
    """A step that was put off is not called under way, nor a repeated one merely done."""
    one = planned(world)
    turn = one.taps("coach:aside:laksana")
    assert turn.screen
    assert "Ditunda." in turn.screen.text
    assert "▸ Sedang dijalani" not in turn.screen.text


def test_the_page_of_a_repeated_step_says_so(world: World) -> None:
    """A step that was done and is lived through again is told as under way."""
    one = Teacher(world)
    one.taps(*REGISTERED, "coach:usual:laksana", "coach:begin:laksana")
    turn = one.taps("steps:step:laksana")
    assert turn.screen
    assert "Sedang dijalani sekali lagi" in turn.screen.text
