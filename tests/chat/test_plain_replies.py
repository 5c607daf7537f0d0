"""A plain text after a broadcast is offered as the answer to it; nothing leaves without her word."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.chat.context import Context
from bot.chat.model import Command, Event, Incoming, Media, MediaKind, Press, Typed, UpdateId
from bot.chat.world import World
from bot.domain.broadcast.received import Received
from bot.domain.person.person import Person
from tests.chat.sent import letters
from tests.chat.taking import ShownTurn, take_turn
from tests.chat.test_not_an_answer import asked, evaluating, kept
from tests.chat.test_rights import OWN, RIGHTS, STRANGER, person
from tests.chat.test_stopping_first import places
from tests.each import each

MESSAGE = "b" * 12
ANSWERS = (
    "Saya hadir bu",
    "Terima kasih Bu, maaf tidak bisa hadir karena sakit",
    "ok",
    "siap bu",
    "hadir",
    "Baik Pak, laksanakan",
    "InsyaAllah hadir",
    "izin terlambat bu",
    "Sudah saya kerjakan, bu",
    "👍",
    "terima kasih",
    "Jam berapa rapatnya bu?",
    "Bu, apa boleh saya datang terlambat?",
    "Maaf Bu, anak saya demam",
    "saya setuju dengan usul itu",
    "noted",
    "besok saya kumpulkan ya Bu Made",
)
PLAIN = ("Saya hadir bu", "siap bu", "hadir", "ok", "Baik Bu, terima kasih", "izin sakit bu")
SEARCHES = ("cara membuat rubrik", "apa itu asesmen diagnostik?", "rubrik penilaian")


def received(now: datetime, hours: float = 1) -> Received:
    return Received(MESSAGE, OWN, "SDN Sendiri", "Bu Made", now - timedelta(hours=hours))


def teacher(now: datetime) -> Person:
    return replace(person(STRANGER, now), school=OWN)


def take(
    who: Person, event: Event, world: World, now: datetime, got: Received | None = None
) -> ShownTurn:
    known = Context(rights=RIGHTS, username="bot", received=got)
    update = UpdateId(max(who.updates, default=0) + 1)
    return take_turn(who, Incoming(update=update, person=who.id, event=event), world, now, known)


def buttons(turn: ShownTurn) -> list[str]:
    assert turn.screen is not None
    return [button.data for row in turn.screen.rows for button in row]


@each("text", ANSWERS)
def test_a_plain_text_after_a_broadcast_is_offered_as_the_answer(
    text: str, world: World, now: datetime
) -> None:
    """She is asked, by the sender's name; a tap sends her words as they are, once."""
    turn = take(teacher(now), Typed(text), world, now, received(now))
    assert letters(turn) == ()
    assert turn.person.place.screen == "menu.main"
    assert turn.screen is not None
    assert "Bu Made" in turn.screen.text
    send = next(data for data in buttons(turn) if data.startswith("offer:send:"))
    sent = take(turn.person, Press(send), world, now, received(now))
    assert [(letter.answers, letter.text) for letter in letters(sent)] == [(MESSAGE, text)]
    again = take(sent.person, Press(send), world, now, received(now))
    assert letters(again) == ()


@each("text", ["kirim", "ya", "Kirim saja", "iya bu"])
def test_the_offer_is_answered_in_words_too(text: str, world: World, now: datetime) -> None:
    """Typing "kirim" or "ya" is as good as the tap."""
    asked_first = take(teacher(now), Typed("Saya hadir bu"), world, now, received(now)).person
    sent = take(asked_first, Typed(text), world, now, received(now))
    assert [letter.text for letter in letters(sent)] == ["Saya hadir bu"]


@each("text", ["batal", "jangan", "tidak jadi", "bukan", "stop"])
def test_the_offer_is_refused_in_words_too(text: str, world: World, now: datetime) -> None:
    """Nothing leaves, and "kirim" afterwards sends nothing."""
    offered = take(teacher(now), Typed("Saya hadir bu"), world, now, received(now)).person
    refused = take(offered, Typed(text), world, now, received(now))
    assert letters(refused) == ()
    if text != "stop":
        assert refused.person.held is None


def test_her_words_wait_some_hours_only(world: World, now: datetime) -> None:
    """A tap the next day, or on an offer before the newest, sends nothing."""
    first = take(teacher(now), Typed("Saya hadir bu"), world, now, received(now))
    send = buttons(first)[0]
    late = take(first.person, Press(send), world, now + timedelta(hours=7), received(now))
    assert letters(late) == ()
    second = take(first.person, Typed("Maaf bu, tidak bisa hadir"), world, now, received(now))
    old = take(second.person, Press(send), world, now, received(now))
    assert letters(old) == ()


@each("text", PLAIN)
@each("screen", ["ask.nickname", "ask.subject", "evaluation.intention", "evaluation.line"])
def test_an_answer_to_somebody_is_not_stored_at_an_open_question(
    screen: str, text: str, world: World, now: datetime
) -> None:
    """At her intention "siap bu" after a broadcast is asked about; the question stays open."""
    who = replace(asked(now, screen), school=OWN)
    turn = take(who, Typed(text), world, now, received(now))
    assert kept(turn.person) == kept(who)
    assert turn.person.place == who.place
    assert any(data.startswith("offer:send:") for data in buttons(turn))


def test_what_is_said_to_nobody_is_still_her_answer(world: World, now: datetime) -> None:
    """A broadcast in the morning does not keep her from writing her intention."""
    words = "Saya akan menunggu lima detik sesudah bertanya"
    who = replace(asked(now, "evaluation.intention"), school=OWN)
    turn = take(who, Typed(words), world, now, received(now))
    assert turn.person.evaluations[0].intention == words
    item = replace(evaluating(now, world), school=OWN)
    assert take(item, Typed("2 bu"), world, now, received(now)).person.held is None


@each("text", SEARCHES)
def test_a_question_about_teaching_is_still_looked_up(
    text: str, world: World, now: datetime
) -> None:
    """What the steps know is answered, not sent to the coordinator."""
    turn = take(teacher(now), Typed(text), world, now, received(now))
    assert turn.person.held is None
    assert turn.person.place.screen in ("help.found", "help.answer")


@each("event", [Typed("langkah 2"), Typed("menu"), Command("bantuan"), Typed("evaluasi")])
def test_a_command_or_number_stays_one(event: Event, world: World, now: datetime) -> None:
    """She may use the bot as ever after a broadcast."""
    assert take(teacher(now), event, world, now, received(now)).person.held is None


@each("case", ["long ago", "answered", "other school", "nothing"])
def test_without_a_message_to_answer_nothing_is_offered(
    case: str, world: World, now: datetime
) -> None:
    """After two days, after her answer, and of a school that is not hers, she is answered as ever."""
    who, got = teacher(now), received(now, 49 if case == "long ago" else 1)
    if case == "answered":
        who = replace(who, replied=(MESSAGE,))
    if case == "other school":
        who = replace(who, school=None)
    turn = take(who, Typed("Saya hadir bu"), world, now, None if case == "nothing" else got)
    assert turn.person.held is None
    assert not any(data.startswith("offer:") for data in buttons(turn))


def test_thanks_are_answered_kindly_whatever_she_does(world: World, now: datetime) -> None:
    """The offer begins with the word she would have got without it."""
    turn = take(teacher(now), Typed("terima kasih"), world, now, received(now))
    assert turn.screen is not None
    assert turn.screen.text.startswith("Sama-sama")


def test_danger_comes_before_any_offer(world: World, now: datetime) -> None:
    """A child in danger is answered at once, and her words are not kept."""
    words = "Bu, murid saya dipukul ayahnya"
    turn = take(teacher(now), Typed(words), world, now, received(now))
    assert turn.person.held is None


@each(
    ("kind", "offered"),
    [
        (MediaKind.PHOTO, "offer:send:"),
        (MediaKind.VOICE, "offer:send:"),
        (MediaKind.STICKER, f"reply:to:{OWN}:{MESSAGE}"),
    ],
)
def test_a_picture_or_a_voice_is_offered_too(
    kind: MediaKind, offered: str, world: World, now: datetime
) -> None:
    """A photo or a voice note waits for her tap; a sticker leads to an answer in words."""
    event = Media(kind, "file" if kind is not MediaKind.STICKER else "", "")
    turn = take(teacher(now), event, world, now, received(now))
    assert any(data.startswith(offered) for data in buttons(turn))
    assert letters(turn) == ()


def test_an_answer_begun_yesterday_is_asked_about(world: World, now: datetime) -> None:
    """After "Balas" and a night, her text is shown back first; a tap sends it."""
    begun = take(teacher(now), Press(f"reply:to:{OWN}:{MESSAGE}"), world, now).person
    late = now + timedelta(hours=20)
    turn = take(begun, Typed("bagaimana cara membuat rubrik"), world, late)
    assert letters(turn) == ()
    sent = take(turn.person, Press(buttons(turn)[0]), world, late)
    assert [letter.text for letter in letters(sent)] == ["bagaimana cara membuat rubrik"]
    assert sent.person.place.screen == "menu.main"


@each("text", ["cukup bu", "batal"])
def test_a_doubtful_word_as_a_reply_may_be_sent_after_all(
    text: str, world: World, now: datetime
) -> None:
    """Beside what it may mean for the bot stands the button that sends it."""
    event = Typed(text, replies_to=(f"reply:to:{OWN}:{MESSAGE}",))
    turn = take(teacher(now), event, world, now)
    assert "meant:stop" in buttons(turn)
    sent = take(turn.person, Press(buttons(turn)[0]), world, now)
    assert [letter.text for letter in letters(sent)] == [text]


def test_stopping_after_a_broadcast_stops(world: World, now: datetime) -> None:
    """It is no answer to anybody."""
    for who in (teacher(now), places(now)["reply.write"]):
        turn = take(who, Typed("stop ya bu 🙏"), world, now, received(now))
        assert turn.person.quiet
        assert (letters(turn), turn.person.held) == ((), None)
