"""Who has stopped the messages of the bot stays undisturbed until she switches them on again herself."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.chat.model import Command, Event, Press, Typed
from bot.chat.world import World
from bot.domain.person.person import Person
from tests.chat.sent import letters
from tests.chat.test_stopping_first import places, turn_of
from tests.each import each

LOOKING: tuple[Event, ...] = (
    *(Typed("menu"), Typed("halo"), Typed("halo bu"), Command("menu"), Press("menu:main")),
    *(Command("pengingat"), Command("langkah"), Typed("lanjut"), Press("meant:stay")),
)
WAKING: tuple[Event, ...] = (
    *(Command("mulai"), Command("start"), Typed("mulai"), Press("remind:wake")),
    *(
        Typed(one)
        for one in ("nyalain lg pengingatnya", "nyalakan lagi", "tolong aktifkan lagi bu")
    ),
    *(Typed(one) for one in ("hidupkan lagi pesannya ya", "saya mau diingatkan lagi")),
    *(Typed(one) for one in ("saya mau balik lagi", "aktif lagi", "saya kembali bu")),
)


def stopped(now: datetime, place: str = "menu.stopped") -> Person:
    """A teacher who has stopped the messages."""
    who = places(now)["menu.main"].at(place) if place == "menu.stopped" else places(now)[place]
    return replace(who, quiet=True)


@each("event", LOOKING)
def test_looking_around_leaves_her_undisturbed(event: Event, world: World, now: datetime) -> None:
    """Opening the menu or anything else switches nothing on."""
    assert turn_of(stopped(now), event, world, now).person.quiet


@each("event", WAKING)
@each("place", ["menu.stopped", "menu.main"])
def test_only_what_asks_for_it_switches_on_and_is_told_so(
    place: str, event: Event, world: World, now: datetime
) -> None:
    """The bot says that its messages come again."""
    turn = turn_of(stopped(now, place), event, world, now)
    assert not turn.person.quiet
    assert turn.screen is not None
    assert world.texts.say("awake") in turn.screen.text


def test_the_menu_and_the_reminders_tell_that_nothing_comes(world: World, now: datetime) -> None:
    """Both say so, and the page of the reminders has the button."""
    menu = turn_of(stopped(now), Press("menu:main"), world, now).screen
    page = turn_of(stopped(now), Command("pengingat"), world, now).screen
    assert menu is not None
    assert page is not None
    assert world.texts.say("menu-quiet") in menu.text
    assert "remind:wake" in {button.data for row in page.rows for button in row}


def test_a_pause_ends_by_the_same_words(world: World, now: datetime) -> None:
    """The words "nyalakan lagi" end a pause, while "mulai" says nothing about it."""
    who = places(now)["menu.main"]
    wishes = replace(who.wishes, paused_until=now + timedelta(days=9))
    paused = replace(who, wishes=wishes)
    woken = turn_of(paused, Typed("nyalakan lagi pengingatnya"), world, now).person
    assert woken.wishes.paused_until is None
    assert turn_of(paused, Typed("mulai"), world, now).person.wishes == wishes


def test_such_words_in_a_letter_are_sent(world: World, now: datetime) -> None:
    """Beside an answer to the coordinator they are hers."""
    turn = turn_of(stopped(now, "reply.write"), Typed("nyalakan lagi"), world, now)
    assert turn.person.quiet
    assert [one.text for one in letters(turn)] == ["nyalakan lagi"]


def test_who_agrees_anew_is_reminded_again(world: World, now: datetime) -> None:
    """Withdrawing had stopped all; her new consent is to being reminded, too."""
    gone = turn_of(places(now)["menu.main"], Press("privacy:withdraw"), world, now).person
    assert gone.quiet
    again = turn_of(replace(gone, updates=()), Press("welcome:agree"), world, now).person
    assert not again.quiet
