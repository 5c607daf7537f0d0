"""Every example that a text, the README or the demo proposes to write does what it promises."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from re import findall

from bot.chat.model import Command, Event, Incoming, Typed, UpdateId
from bot.chat.world import World
from bot.domain.person.person import Person
from tests.chat.taking import take_turn
from tests.chat.test_stopping_first import places, turn_of
from tests.delivery.teachers import teacher
from tests.each import each

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 30, 5, tzinfo=UTC)

EXAMPLE = r"(?:misalnya|Misalnya|ketik seperti) ((?:“[^”]*”|\d[\w./–]*(?: (?!atau)[\w./–]+)*|, | atau |, atau )+)"
QUOTED = r"“([^”]*)”|(\d[^,“”]*?)(?= atau |[.]?$)"

LEADS = {
    "langkah 4": ("steps.step", ("rancang",)),
    "cara membuat rubrik": ("help.answer", ("rubrik",)),
    "/kemajuan": ("progress.main", ()),
    "/privasi": ("privacy.main", ()),
    "siapa yang bisa lihat jawaban saya": ("menu.main", ()),
    "capek bu": ("menu.main", ()),
    "kelas ramai": ("help.answer", ("kelas-ramai",)),
}
"""What is proposed at no open question, and the place it leads to."""

ANSWERS = {
    "Matematika": "ask.subject",
    "Kelas 4": "ask.subject",
    "Guru kelas 4": "ask.subject",
    "PJOK": "ask.subject",
    "Bimbingan konseling": "ask.subject",
    "Bu Sari": "ask.nickname",
    "Made": "ask.nickname",
}
"""What is proposed as the answer to a question that is open, and the question."""

HOURS = {"14.00", "4 sore", "jam 4 sore", "07.30"}
DAYS = {"24 Desember", "2 pekan", "24/12/2026", "10–12 Maret 2027", "Senin depan", "tanggal 5"}
MOMENTS = {
    *("besok", "Kamis", "besok 07.00", "besok jam 9", "2 jam lagi", "Senin 8.00"),
    "24/11 15.30",
}
"""Hours, days and moments are read by the tests of typed hours, days and broadcasts."""

ELSEWHERE = {
    *("Sari Dewi, S.Pd.", "SD Negeri 1 Sukamaju", "evaluasi selesai"),
    *(
        "kelas 4",
        "konseling kelompok kelas 8",
        "kelompok A",
        "rapat guru",
        "SD binaan",
        "VIII B",
        "Murid A",
        "kemarin",
        "Jumat",
    ),
    "Anak-anak ramai sesudah istirahat; saya menunggu sampai tenang.",
    "Murid kini lebih cepat mulai bekerja.",
    *("Terbantu karena dicatat di jadwal", "Waktunya habis untuk persiapan ujian"),
}
"""Names that tests/chat/test_names_typed.py reads, days of test_past_day.py, classes of
tests/transcripts/coaching.txt, an entry of a journal, and words that are no answer.
"""


def proposed(text: str) -> set[str]:
    """The examples in a text."""
    return {
        (quoted or bare).strip()
        for part in findall(EXAMPLE, text)
        for quoted, bare in findall(QUOTED, part)
    }


def after(world: World, text: str, person: Person) -> Person:
    event: Event = Command(text[1:]) if text.startswith("/") else Typed(text)
    incoming = Incoming(update=UpdateId(7), person=person.id, event=event)
    return take_turn(person, incoming, world, NOW).person


def test_every_example_is_tried() -> None:
    """An example nobody has listed here is a promise nobody keeps; those filled in from a day are."""
    texts = (ROOT / "content" / "texts_id.ftl").read_text(encoding="utf-8")
    known = {*LEADS, *ANSWERS, *HOURS, *DAYS, *MOMENTS, *ELSEWHERE}
    found = proposed(texts)
    assert len(found) >= 8
    filled = {example for example in found if "{" in example}
    assert found - filled - known == set()


def test_the_readme_and_the_demo_propose_what_is_tried() -> None:
    """What the README and the demo's banner tell one to write stands in the table above."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    line = next(line for line in readme.splitlines() if line.startswith("3. Write"))
    banner = (ROOT / "bot" / "demo" / "serve.py").read_text(encoding="utf-8")
    wrote = next(line for line in banner.splitlines() if "Ketik “" in line)
    said = {*findall(r"`([^`]+)`", line), *findall(r"“([^”]+)”|(/\w+)", wrote)}
    flat = {word for one in said for word in ((one,) if isinstance(one, str) else one) if word}
    assert flat
    assert flat <= set(LEADS)


@each(("text", "place"), LEADS.items())
def test_an_example_leads_where_it_should(
    text: str, place: tuple[str, tuple[str, ...]], world: World
) -> None:
    """Written at no open question, it opens the very place."""
    person = after(world, text, teacher(7).at("menu.main"))
    screen, args = place
    assert (person.place.screen, person.place.args[: len(args)]) == (screen, args)
    assert screen == "help.answer" or person.place.args == args


@each(("text", "question"), ANSWERS.items())
def test_an_example_answers_its_question(text: str, question: str, world: World) -> None:
    """Written at its question, it is taken as the answer."""
    person = replace(teacher(7).at(question, "atur"), subject=None, nickname=None)
    answered = after(world, text, person)
    same = {world.counsellors.name} if world.counsellors.includes(text) else {text}
    assert same <= {answered.subject, answered.nickname}


@each(
    "text",
    [
        "mulai langkah 4",
        "mau ke langkah 4 bu",
        "buka langkah 4 dong",
        "Lanjut langkah 4 ya",
        "ayo langkah 4",
    ],
)
def test_a_step_is_opened_however_it_is_asked_for(text: str, world: World, now: datetime) -> None:
    """The words around its number change nothing."""
    who = places(now)["menu.main"]
    place = turn_of(who, Typed(text), world, now).person.place
    assert (place.screen, place.args) == ("steps.step", ("rancang",))


WISHES = {
    "mau evaluasi": "evaluation.hello",
    "saya belum evaluasi bu": "evaluation.hello",
    "lihat riwayat dong": "history.list",
    "buka portofolio": "salin.home",
    "download semua data saya": "privacy.main",
    "ulangi langkah 3": "steps.step",
    "?": "help.main",
}


@each("text", WISHES)
def test_a_wish_in_more_words_is_the_command(text: str, world: World, now: datetime) -> None:
    """Where no question is open, what is only shown is shown however it is asked for."""
    who = replace(places(now)["menu.main"], evaluating=None)
    assert turn_of(who, Typed(text), world, now).person.place.screen == WISHES[text]


SAID = {
    "bukti saya mana": "about-history",
    "mau liat refleksi bulan lalu": "about-history",
    "tadi saya nulis apa": "about-history",
    "pindah ke jam 4 sore": "about-hour",
    "besok aja ya": "later",
    "cuaca hari ini": "unknown",
}


@each("text", SAID)
def test_what_is_said_in_passing_is_answered(text: str, world: World, now: datetime) -> None:
    """A question about what is hers, a delay, and what nothing is known of."""
    who = replace(places(now)["menu.main"], evaluating=None, bookmark=None)
    screen = turn_of(who, Typed(text), world, now).screen
    assert screen is not None
    assert screen.text.startswith(world.texts.say(SAID[text]))
