"""A guru BK: how she says so, and that only her own screens speak of services."""

from dataclasses import replace
from datetime import datetime

from bot.chat.context import Context
from bot.chat.files.own_data import readable
from bot.chat.model import Event, Incoming, Press, Screen, Turn, Typed, UpdateId
from bot.chat.pressing import draw
from bot.chat.screens.broadcast.draft import audience_words
from bot.chat.screens.evaluation.words import steps_words
from bot.chat.turn_context import TurnContext
from bot.chat.way_on import what_to_propose
from bot.chat.world import World
from bot.domain.broadcast.broadcast import Audience, AudienceFilter
from bot.domain.evaluation.evaluation import Evaluation
from bot.domain.person.person import Person
from bot.domain.programme.programme import StepSlug
from bot.domain.roster.recap import Tally
from bot.store.codec.people import decode_person, encode_person
from tests.chat.taking import take_turn
from tests.chat.test_rights import COORDINATOR, OWN, RIGHTS, person, school
from tests.delivery.teachers import teacher
from tests.each import each

SAID = (
    *("Guru BK", "guru bk", "BK", "bk", "B.K.", "b. k.", "(BK)", "BK 🙏", "bp/bk", "Guru BP"),
    *("bimbingan konseling", "Bimbingan dan Konseling", "bimbingan & konseling", "konseling"),
    *("Bimbingan dan Konseling (BK)", "konselor", "Konselor Sekolah", "guru bimbingan konseling"),
    *("saya guru BK", "Saya mengajar BK", "Guru BK kelas 8", "guru bk kelas XI", "BK SMP"),
    *(
        "koordinator BK",
        "guru bimbingan dan konseling di SMA",
        "layanan BK",
        "BIMBINGAN KONSELLING",
    ),
    *("mapel BK", "bimbingan\u00a0konseling", "guru-BK", "bk ya bu", "Guru  BK."),
    *(
        "konselor SMP Negeri",
        "BK saja",
        "saya konselor di sekolah ini",
        "BK 7-9",
        "BK kelas 7, 8, 9",
    ),
)
NOT_SAID = (
    *(
        "Matematika",
        "Kelas 4",
        "Guru kelas 4",
        "bimbingan belajar",
        "bimbingan",
        "BKN",
        "IPA dan BK",
    ),
    *("bukan guru BK", "Guru kelas dan BK", "BK dan Informatika", "Bahasa Inggris", "layanan"),
    *("konseling pastoral agama", "PJOK", "kelas VIII", "Bengkel (BKR)", "Tata boga"),
)


def turn_of(person: Person, event: Event, world: World, now: datetime) -> Turn:
    number = UpdateId(len(person.updates) + 1)
    return take_turn(
        person, Incoming(update=number, person=person.id, event=event), world, now, Context()
    )


def asked(way: str = "daftar") -> Person:
    person = replace(teacher(7), zone=None if way == "daftar" else teacher(7).zone)
    return person.at("ask.subject", way)


def labels(screen: Screen | None) -> set[str]:
    return {button.label for row in screen.rows for button in row} if screen else set()


@each("text", SAID)
def test_a_guru_bk_says_so_in_her_words(text: str, world: World, now: datetime) -> None:
    """Typed in any of these ways she counts as a guru BK, under one name."""
    turn = turn_of(asked(), Typed(text), world, now)
    assert turn.person.subject == "Guru BK"
    assert world.counsellors.includes(text)
    assert turn.person.place.screen == "ask.zone"


@each("text", NOT_SAID)
def test_other_subjects_stay_as_they_are(text: str, world: World, now: datetime) -> None:
    """A subject of its own, also beside BK, is kept in her words and changes nothing."""
    turn = turn_of(asked(), Typed(text), world, now)
    assert turn.person.subject == text
    assert world.programme_for(turn.person) is world.programme


@each(("way", "place"), [("daftar", "ask.zone"), ("atur", "settings.main")])
def test_the_button_says_so(way: str, place: str, world: World, now: datetime) -> None:
    """One tap at the question keeps it, at registration and from the settings."""
    person = asked(way)
    assert "Guru BK" in labels(draw(TurnContext(person=person, world=world, now=now)))
    turn = turn_of(person, Press(f"ask:counsellor:{way}"), world, now)
    assert (turn.person.subject, turn.person.place.screen) == ("Guru BK", place)
    again = turn_of(turn.person, Press(f"ask:counsellor:{way}"), world, now)
    assert replace(again.person, updates=()) == replace(turn.person, updates=(), seen_at=now)


def test_an_old_button_undoes_no_later_answer(world: World, now: datetime) -> None:
    """Tapped further up after another answer, the button changes nothing."""
    person = replace(teacher(7), subject="IPA", subject_asked=True).at("menu.main")
    turn = turn_of(person, Press("ask:counsellor:daftar"), world, now)
    assert turn.person.subject == "IPA"


@each("subject", ["Guru BK", "bimbingan konseling", "BK"])
def test_a_subject_of_an_older_release_counts(subject: str, world: World, now: datetime) -> None:
    """Who had typed it before there was a button is a guru BK without doing anything."""
    stored = encode_person(replace(teacher(7), subject=subject))
    person = decode_person(stored)
    assert "Merancang layanan" in steps_words(
        TurnContext(person=person, world=world, now=now), (StepSlug("rancang"),)
    )


BEGUN = Evaluation(quarter="2026-Q4", begun_at=teacher(7).seen_at)
HER_SCREENS = (
    *(("steps.list",), ("steps.step", "rancang"), ("steps.page", "laksana", "makna")),
    *(
        ("steps.parts", "rancang"),
        ("steps.done", "laksana"),
        ("evaluation.item", "2026-Q4", "rancang"),
    ),
    *(("evaluation.item", "2026-Q4", "laksana"), ("evaluation.strength", "2026-Q4")),
    *(("evaluation.focus", "2026-Q4"), ("evaluation.summary", "2026-Q4")),
    *(("evaluation.edit", "2026-Q4"), ("progress.main",), ("steps.step", "evaluasi")),
)


@each("place", HER_SCREENS)
def test_her_own_screens_speak_of_services(
    place: tuple[str, ...], world: World, now: datetime
) -> None:
    """Names and titles of steps say layanan for her, and for nobody else."""
    progress = turn_of(teacher(7), Press("steps:mark:rancang:sedang"), world, now).person.progress
    begun = replace(BEGUN, levels={step.slug: 3 for step in world.programme})
    for subject, said, unsaid in (
        ("Guru BK", "layanan", "pembelajaran yang mendidik"),
        ("IPA", "pembelajaran", "layanan yang mendidik"),
    ):
        person = replace(teacher(7), subject=subject, evaluating=begun, progress=progress)
        screen = draw(TurnContext(person=person.at(*place), world=world, now=now))
        shown = screen.text + " ".join(labels(screen))
        assert said in shown.casefold(), shown
        assert unsaid not in shown, shown
        names = ("Merancang layanan", "Melaksanakan layanan")
        assert subject == "Guru BK" or not any(name in shown for name in names)


def test_an_item_asks_about_services(world: World, now: datetime) -> None:
    """The four levels of an item speak of services to her and of teaching to others."""
    for subject, said in (("Guru BK", "Saya memberi layanan"), (None, "Saya mengajar")):
        person = replace(teacher(7), subject=subject, evaluating=BEGUN)
        place = person.at("evaluation.item", "2026-Q4", "rancang")
        screen = draw(TurnContext(person=place, world=world, now=now))
        assert f"{said} tanpa rencana tertulis." in screen.text


def test_a_copy_of_her_data_names_her_steps(world: World) -> None:
    """The copy says Guru BK, and calls the steps as her screens do."""
    person = replace(
        teacher(7), subject="Guru BK", evaluating=replace(BEGUN, focus=(StepSlug("rancang"),))
    )
    told = str(readable(encode_person(person), world, {}))
    assert "'Guru BK'" in told
    assert "4. Merancang layanan yang mendidik" in told
    others = str(readable(encode_person(replace(person, subject="IPA")), world, {}))
    assert "4. Merancang pembelajaran yang mendidik" in others


def test_settings_say_it(world: World, now: datetime) -> None:
    """The settings show Guru BK where others read their subject."""
    person = replace(teacher(7), subject="Guru BK").at("settings.main")
    assert "Guru BK" in draw(TurnContext(person=person, world=world, now=now)).text


def test_a_list_of_a_coordinator_has_one_name_for_a_step(world: World, now: datetime) -> None:
    """A coordinator who is a guru BK herself sees in her school's recap the names that hold for all."""
    who = replace(person(COORDINATOR, now), subject="Guru BK", school=OWN)
    recap = Tally(school(OWN, COORDINATOR), world.programme, world.calendar, now)
    recap.add(who)
    known = Context(rights=RIGHTS, recap=recap.recap(school(OWN, COORDINATOR)))
    s = TurnContext(person=who.at("recap.main", OWN), world=world, now=now, known=known)
    assert "Merancang pembelajaran" in draw(s).text
    assert audience_words(s, Audience(AudienceFilter.STEP, "laksana")).endswith(
        "Melaksanakan pembelajaran"
    )


def test_a_message_about_a_step_uses_her_name_for_it(world: World, now: datetime) -> None:
    """A nudge about the step she chose calls it as her screens do."""
    for subject, name in (("Guru BK", "Merancang layanan"), ("IPA", "Merancang pembelajaran")):
        done = replace(BEGUN, finished_at=now, focus=(StepSlug("rancang"),))
        who = replace(teacher(7), subject=subject, evaluations=(done,))
        step = what_to_propose(who, world)
        assert step is not None
        assert step.label == name
