"""The offer after a broadcast: yes, no and a further text in everyday words; what is offered at all."""

from dataclasses import replace
from datetime import datetime

from bot.chat.model import Press, Typed
from bot.chat.world import World
from tests.chat.sent import letters
from tests.chat.test_not_an_answer import asked, evaluating, kept
from tests.chat.test_plain_replies import buttons, received, take, teacher
from tests.chat.test_rights import OWN
from tests.each import each

YES = (
    *("ok", "oke", "oke kirim", "okee", "siap", "siap bu", "iyaa", "iya", "y", "yes", "yoi", "gas"),
    *(
        "tolong kirim",
        "kirimkan",
        "send",
        "sudah",
        "lanjut",
        "boleh",
        "boleh bu",
        "ya kirimkan saja",
    ),
    *("okeh", "silahkan", "mantap kirim", "yoi kirim", "lanjut kirim", "tolong dikirim ya"),
    *("betul", "Ya, kirim ya bu 🙏", "oke bu kirim aja", "sip", "silakan", "nggih", "monggo"),
)
NO = (
    *("skip", "bentar", "bukan itu maksud saya", "jangan jadi dikirim"),
    *(
        "jgn",
        "ga usah",
        "enggak",
        "bukan bu",
        "salah",
        "nanti",
        "nanti aja",
        "jangan dulu",
        "tidak",
    ),
    *("gak", "gausah", "jangan bu", "tidak usah ya", "gamau", "batal bu", "ga jadi", "gak jadi"),
    *("jangan dikirim", "salah kirim bu", "lupakan", "bukan itu", "bukan, cari jawaban"),
)
OFFERED = (
    "mulai jam berapa?",
    "boleh bawa anak?",
    "rapatnya di mana?",
    "zoom atau luring?",
    "kapan dikumpulkan?",
    "apakah guru PAUD juga?",
    "jam 10",
    "hari kamis saja",
    "4",
    "27",
    "86",
    "2 orang",
    "dua orang",
    "pilih B",
    "mungkin",
    "maaf baru baca",
    "Matematika",
    "guru kelas 3",
    "Pagi Bu, siap",
    "Selamat pagi pak, hadir",
    "wajib semua bu?",
    "seragam apa ya",
    "https://drive.example/abc",
    "081234567890",
)
NOT_STORED = (
    "maaf bu anak sy opname",
    "otw bu",
    "Alhamdulillah sehat bu",
    "besok saya antar",
    "jam 10",
    "Jam 9 saja bu",
    "27 murid bu",
    "kelas 4 hadir semua",
    "RPP sudah saya unggah",
    "rubriknya saya kirim besok",
    "nanti saya kabari",
    "lihat nanti ya bu",
    "kurang tahu bu",
    "turut berduka cita",
    "semoga lekas sembuh bu",
    "waalaikumsalam",
    "sinyal susah bu",
    "nggih bu, kulo rawuh",
    "keren bu",
    "linknya error",
    "maaf baru balas bu",
    "saya pilih hari Selasa",
    "https://drive.example/abc",
    "081234567890",
)
PLACES = ("ask.subject", "evaluation.intention", "evaluation.line", "join.name")


@each("text", YES)
def test_yes_sends_the_words_that_wait(text: str, world: World, now: datetime) -> None:
    """Any word of agreeing sends them as they are, and nothing else."""
    offered = take(teacher(now), Typed("Saya hadir bu"), world, now, received(now)).person
    sent = take(offered, Typed(text), world, now, received(now))
    assert [letter.text for letter in letters(sent)] == ["Saya hadir bu"]


@each("text", NO)
def test_no_lets_them_go(text: str, world: World, now: datetime) -> None:
    """Nothing is sent, nothing stops, and nothing waits any more."""
    offered = take(teacher(now), Typed("Saya hadir bu"), world, now, received(now)).person
    refused = take(offered, Typed(text), world, now, received(now))
    assert (letters(refused), refused.person.held, refused.person.quiet) == ((), None, False)


def test_a_further_text_is_added_by_a_tap(world: World, now: datetime) -> None:
    """The newest is offered; one button sends both, in their order."""
    first = take(teacher(now), Typed("Saya hadir bu"), world, now, received(now)).person
    second = take(first, Typed("maaf saya terlambat sedikit"), world, now, received(now))
    both = next(data for data in buttons(second) if data.endswith(":both"))
    sent = take(second.person, Press(both), world, now, received(now))
    text = "Saya hadir bu\n\nmaaf saya terlambat sedikit"
    assert [letter.text for letter in letters(sent)] == [text]
    alone = take(second.person, Typed("kirim"), world, now, received(now))
    assert [letter.text for letter in letters(alone)] == ["maaf saya terlambat sedikit"]


@each("text", OFFERED)
def test_what_may_be_for_the_sender_is_offered_first(
    text: str, world: World, now: datetime
) -> None:
    """A question about the meeting, an hour or a number: sending and looking up are both one tap away."""
    turn = take(teacher(now), Typed(text), world, now, received(now))
    assert letters(turn) == ()
    assert turn.person.held is not None
    assert any(data.startswith("offer:look:") for data in buttons(turn))


def test_a_number_can_still_open_its_step(world: World, now: datetime) -> None:
    """The button "Bukan, cari jawaban" opens it; among the steps it opens at once."""
    turn = take(teacher(now), Typed("4"), world, now, received(now))
    look = next(data for data in buttons(turn) if data.startswith("offer:look:"))
    opened = take(turn.person, Press(look), world, now, received(now)).person
    assert (opened.place.screen, opened.place.args) == ("steps.step", ("rancang",))
    among = take(teacher(now).at("steps.list"), Typed("4"), world, now, received(now)).person
    assert among.place.screen == "steps.step"
    item = replace(evaluating(now, world), school=OWN)
    assert take(item, Typed("2"), world, now, received(now)).person.held is None


@each("text", NOT_STORED)
@each("screen", PLACES)
def test_an_answer_to_somebody_is_asked_about_at_an_open_question(
    screen: str, text: str, world: World, now: datetime
) -> None:
    """It is kept nowhere and sent to nobody until she says so."""
    who = replace(asked(now, screen), school=OWN)
    turn = take(who, Typed(text), world, now, received(now))
    assert kept(turn.person) == kept(who)
    assert turn.person.place.screen in (screen, "evaluation.item", "menu.main")
    assert turn.wishes == ()


@each("text", ["gaya belajar", "cara membuat rubrik", "langkah 3", "menu"])
def test_what_the_steps_surely_know_is_not_offered(text: str, world: World, now: datetime) -> None:
    """Words people ask for the steps with, and commands, do what they always do."""
    assert take(teacher(now), Typed(text), world, now, received(now)).person.held is None
