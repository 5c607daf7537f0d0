"""What is said beside a question is answered; the question comes back once, short, with a way to it."""

from dataclasses import replace
from datetime import datetime

from bot.chat.model import Media, MediaKind, Press, Typed
from bot.chat.routes import data_of
from bot.chat.screens.account.routes import MEANT_STAY
from bot.chat.world import World
from tests.chat.coach_places import standing
from tests.chat.taking import ShownTurn
from tests.chat.test_not_an_answer import asked, kept
from tests.chat.test_rights import OWN
from tests.chat.test_stopping_first import places, turn_of
from tests.delivery.teachers import teacher
from tests.each import each

BACK = data_of(MEANT_STAY())


def buttons(turn: ShownTurn) -> list[str]:
    """Return what the buttons of a turn carry."""
    return [button.data for row in turn.screen.rows for button in row] if turn.screen else []


@each("event", [Typed("capek bu"), Typed("makasih"), Media(MediaKind.STICKER)])
@each(
    ("place", "again"),
    [
        ("evaluation.item", "tingkat mana"),
        ("evaluation.focus", "langkah mana yang ingin dikuatkan"),
        ("evaluation.intention", "apa niat Anda"),
        ("evaluation.line", "apa isi baris"),
    ],
)
def test_an_evaluation_asks_again(
    place: str, again: str, event: Typed | Media, world: World, now: datetime
) -> None:
    """Tiredness, thanks, a sticker: the question is one tap away, not somewhere above."""
    turn = turn_of(asked(now, place), event, world, now)
    assert turn.screen is not None
    assert again in turn.screen.text
    assert BACK in buttons(turn)


@each("text", ["bingung", "gimana ini ya", "?"])
@each("place", ["evaluation.hello", "evaluation.summary"])
def test_the_ends_of_an_evaluation_are_explained(
    place: str, text: str, world: World, now: datetime
) -> None:
    """Whoever is at a loss there gets a word about this screen, not the list of all commands."""
    who = asked(now, "evaluation.item").at(place, "2026-Q4")
    turn = turn_of(who, Typed(text), world, now)
    assert turn.screen is not None
    assert turn.screen.text == world.texts.tell("aside", place.replace(".", "-"))


@each("text", ["kok banyak banget sih", "kok panjang bgt"])
def test_a_complaint_about_the_length_is_no_courtesy(
    text: str, world: World, now: datetime
) -> None:
    """A kind word and a rest are offered, not "baik, Ibu"."""
    turn = turn_of(asked(now, "evaluation.item"), Typed(text), world, now)
    assert turn.screen is not None
    assert turn.screen.text.startswith(world.texts.tell("heard", "grumble"))


@each("text", ["balik", "balik lagi dong", "ke sebelumnya bu"])
def test_balik_is_the_way_back(text: str, world: World) -> None:
    """It leads where the button leads, and is neither kept nor looked up."""
    assert standing(world, "coach.words").types(text).at == "coach.group"


def test_lewati_where_nothing_is_asked_is_not_looked_up(world: World, now: datetime) -> None:
    """There is nothing to pass; she gets a short word."""
    turn = turn_of(teacher(7).at("menu.main"), Typed("lewati"), world, now)
    assert turn.screen is not None
    assert turn.screen.text == world.texts.say("later")


def test_kind_words_below_a_file_do_not_look_as_if_it_were_kept(
    world: World, now: datetime
) -> None:
    """Where nothing is asked a thumb alone would say so."""
    sent = Media(MediaKind.DOCUMENT, "rpp", "makasih bu")
    turn = turn_of(teacher(7).at("menu.main"), sent, world, now)
    assert turn.screen is not None
    assert turn.emoji is None
    assert turn.screen.text.endswith(world.texts.say("note-media", kind="dokumen"))


@each("text", ["2", "kayaknya 2"])
@each("place", ["coach.say", "coach.look-back", "coach.proof"])
def test_a_mere_number_is_no_sentence(place: str, text: str, world: World) -> None:
    """It may be meant for another question: she is asked, and one tap keeps it."""
    her = standing(world, place)
    before = her.known.coaching
    assert her.types(text).known.coaching == before
    assert her.last is not None
    assert her.taps(buttons(her.last)[0]).known.coaching != before


@each("place", ["evaluation.intention", "evaluation.line"])
def test_a_pupils_name_is_hinted_at(place: str, world: World, now: datetime) -> None:
    """Nothing is kept before she says so; then it is kept as she wrote it."""
    who = asked(now, place)
    turn = turn_of(who, Typed("Saya akan mendampingi murid saya Budi membaca"), world, now)
    assert turn.screen is not None
    assert "inisial acak" in turn.screen.text
    assert kept(turn.person) == kept(who)
    press = Press(buttons(turn)[0])
    after = turn_of(replace(turn.person, updates=()), press, world, now)
    assert kept(after.person) != kept(who)


@each(
    ("text", "is_hinted"),
    [("Budi belum bisa membaca", True), ("kelas 2 Budi Utomo", False), ("VIII B", False)],
)
def test_a_class_may_bear_a_name(text: str, *, is_hinted: bool, world: World) -> None:
    """A class named after somebody is a class; a sentence about a pupil is none."""
    assert ("inisial acak" in standing(world, "coach.group").types(text).text) is is_hinted


def test_what_a_pupil_cannot_yet_do_is_no_put_off_plan(world: World) -> None:
    """Her "belum" is of Budi, not of her trying: the plan stays as it is."""
    her = standing(world, "coach.wait")
    assert her.types("Budi belum bisa baca").at == "coach.wait"
    assert her.types("belum sempat").at == "coach.later"


@each(("place", "after"), [("coach.say", "coach.days"), ("coach.look-back", "coach.look-back")])
@each("text", ["sudah", "selesai bu", "lanjut", "itu saja"])
def test_selesai_goes_on(place: str, after: str, text: str, world: World) -> None:
    """She has said it aloud, or has no more to say: it is neither her sentence nor her reflection."""
    her = standing(world, place)
    before = her.known.place
    assert her.types(text).at == after
    assert her.known.place != before
    said = [one for one in (her.current.rehearsal, *her.current.reflections) if one]
    assert not [one.words for one in said if one.words]


@each(
    ("text", "is_help"),
    [
        ("bisa gak dicontohin yg smp?", True),
        ("boleh minta contohnya bu", True),
        ("Apa contohnya, anak-anak? Sebutkan tiga yang ada di rumah.", False),
        ("bisa kasih contoh rubrik?", False),
    ],
)
def test_an_example_may_be_asked_for_in_her_words(
    text: str, *, is_help: bool, world: World
) -> None:
    """Where she rehearses, a wish for an example is not what pupils are to hear."""
    shown = standing(world, "coach.say").types(text).text
    assert (shown == world.texts.tell("aside", "coach-say")) is is_help


@each("text", ["mau mulai dari mana ya", "ngapain dulu nih bu", "mulainya darimana"])
def test_a_newcomer_may_ask_where_to_begin(text: str, world: World, now: datetime) -> None:
    """It is the first thing many ask, and leads where the menu's first button leads."""
    turn = turn_of(teacher(7).at("menu.main"), Typed(text), world, now)
    assert turn.person.place.screen == "steps.page"


@each("text", ["kirim aja", "bingung", "gimana ini bu"])
def test_a_draft_is_not_looked_up(text: str, world: World, now: datetime) -> None:
    """Beside a broadcast that waits for its button she is told which one it is."""
    who = places(now)["siar.write"].at("siar.draft", OWN)
    turn = turn_of(who, Typed(text), world, now)
    assert turn.screen is not None
    assert turn.screen.text == world.texts.tell("aside", "siar-draft")
    assert BACK in buttons(turn)


@each("text", ["nanti", "lewati aja", "nanti dulu ya bu"])
def test_a_habit_left_for_later_begins_nothing(text: str, world: World) -> None:
    """No step becomes the active one by a word that puts it off."""
    her = standing(world, "coach.habit")
    assert her.types(text).at == "steps.step"
    assert her.known.coaching.active is None


@each("text", ["selesai", "kamis", "besok senin aja"])
def test_a_word_that_asks_nothing_is_not_looked_up(text: str, world: World, now: datetime) -> None:
    """A day or "selesai" said into the blue gets no passage about something else."""
    turn = turn_of(teacher(7).at("menu.main"), Typed(text), world, now)
    assert turn.person.place.screen in ("menu.main", "help.unknown")
