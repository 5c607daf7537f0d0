"""A pasted link, or the code itself, works like the link; other links and words do not."""

from dataclasses import replace
from datetime import datetime

from bot.chat.context import Context
from bot.chat.model import Command, Event, Incoming, Media, MediaKind, Typed, UpdateId
from bot.chat.router import tries_code
from bot.chat.typed.pasted import code_in
from bot.chat.world import World
from tests.chat.taking import take_turn
from tests.chat.test_rights import OWN, RIGHTS, STRANGER, person
from tests.each import each

BOT = "langkah_guru_bot"
CODE = f"g{OWN}{'s' * 22}"
LINK = f"https://t.me/{BOT}?start={CODE}"

PASTED = [
    LINK,
    f"t.me/{BOT}?start={CODE}",
    f"http://t.me/{BOT}?start={CODE}",
    f"https://www.t.me/{BOT}/?start={CODE}",
    f"HTTPS://T.ME/{BOT.upper()}?start={CODE}",
    f"https://telegram.me/{BOT}?start={CODE}",
    f"https://telegram.dog/{BOT}?start={CODE}",
    f"https://{BOT}.t.me/?start={CODE}",
    f"tg://resolve?domain={BOT}&start={CODE}",
    f"tg:resolve?start={CODE}&domain={BOT}",
    f"tg://resolve?domain={BOT}&amp;start={CODE}",
    f"https%3A%2F%2Ft.me%2F{BOT}%3Fstart%3D{CODE}",
    f"https://t.me/{BOT}?text=halo&start={CODE}&x=1",
    f"Bapak/Ibu, silakan gabung lewat {LINK}.",
    f"Bapak/Ibu, silakan gabung lewat ({LINK}) ya 🙏",
    f"“{LINK}”",
    f"'{LINK}'",
    f"<{LINK}>",
    f"[{LINK}]",
    f"*{LINK}*",
    f"Undangan:\n{LINK}\nTerima kasih",
    f"https://t.me/{BOT}?\nstart={CODE}",
    f"https://t.me/{BOT}?start=\n{CODE}",
    f"https://t.me/{BOT}?start={CODE[:20]}\n{CODE[20:]}",
    f"\u200b{LINK}\u200b",
    f"https://t.me/lain_bot?start=abc lalu {LINK}",
    CODE,
    f" {CODE} ",
    f"“{CODE}”",
    f"({CODE})",
    f"`{CODE}`",
    f"kode: {CODE}",
    f"Kodenya {CODE}, Bu.",
    f"start={CODE}",
    f"{CODE} ya pak",
]

NOT_PASTED = [
    f"https://t.me/bot_lain?start={CODE}",
    f"tg://resolve?domain=bot_lain&start={CODE}",
    f"https://bot_lain.t.me?start={CODE}",
    f"https://t.me/{BOT}2?start={CODE}",
    f"https://t.me.evil.example/{BOT}?start={CODE}",
    f"https://evil.example/t.me/{BOT}/{CODE}",
    f"https://evil.example/t.me/{BOT}?start={CODE}",
    f"https://t.me/{BOT}",
    f"https://t.me/{BOT}?start=",
    f"https://t.me/{BOT}?startgroup={CODE}",
    "https://t.me/joinchat/AAAAAE",
    f"x{CODE}",
    f"{CODE}x",
    CODE[:-1],
    "gabung",
    "",
]


@each("text", PASTED)
def test_what_was_pasted_brings_its_code(text: str) -> None:
    """However the link or the code stands in the text, its code is found."""
    assert code_in(text, BOT) == CODE


@each("text", NOT_PASTED)
def test_what_is_no_link_of_ours_brings_none(text: str) -> None:
    """Another bot's link, one without a code, and words are not taken for an invitation."""
    assert code_in(text, BOT) is None


EVENTS: list[Event] = [
    Typed(LINK),
    Typed(f"Bapak/Ibu, silakan gabung lewat {LINK}", forwarded=True),
    Typed("Silakan tekan di sini", html=f'Silakan tekan <a href="{LINK}">di sini</a>'),
    Media(MediaKind.PHOTO, "f", f"Poster undangan {LINK}"),
    Typed(CODE),
    Command("start", CODE),
    Command("start", LINK),
    Command("start", f"{CODE} terima kasih"),
    Command("start", f"“{CODE}”"),
    Command("mulai", f"\n{LINK}"),
]


@each("event", EVENTS)
@each("place", ["menu.main", "join.name", "ask.subject", "steps.list"])
def test_it_works_like_the_link(event: Event, place: str, world: World, now: datetime) -> None:
    """Wherever she stands, the invitation is offered, and the try counts."""
    who = person(STRANGER, now).at(place)
    known = Context(rights=RIGHTS, username=BOT)
    turn = take_turn(
        who, Incoming(update=UpdateId(1), person=who.id, event=event), world, now, known
    )
    assert (turn.person.place.screen, turn.person.invited) == ("join.offer", CODE)
    assert tries_code(event, world, BOT)


def test_who_has_tried_too_often_is_not_let_in_by_pasting(world: World, now: datetime) -> None:
    """The door that is closed to tries is closed to pasted codes as well."""
    who, event = person(STRANGER, now), Typed(LINK)
    known = Context(rights=RIGHTS, username=BOT, doors_closed=True)
    turn = take_turn(
        who, Incoming(update=UpdateId(1), person=who.id, event=event), world, now, known
    )
    assert turn.person.invited is None


def test_a_link_in_the_words_of_a_broadcast_stays_there(world: World, now: datetime) -> None:
    """A coordinator who writes her invitation to her teachers is not invited herself."""
    who = replace(person(2, now)).at("siar.write", OWN)
    known = Context(rights=RIGHTS, username=BOT)
    event = Typed(f"Silakan {LINK}")
    turn = take_turn(
        who, Incoming(update=UpdateId(1), person=who.id, event=event), world, now, known
    )
    assert turn.person.place.screen == "siar.draft"


def test_another_bots_link_joins_nobody(world: World, now: datetime) -> None:
    """Behind the command too, a code for somebody else opens nothing here."""
    event = Command("start", f"https://t.me/bot_lain?start={CODE}")
    who = person(STRANGER, now)
    known = Context(rights=RIGHTS, username=BOT)
    turn = take_turn(
        who, Incoming(update=UpdateId(1), person=who.id, event=event), world, now, known
    )
    assert turn.person.invited is None
    assert not tries_code(event, world, BOT)
