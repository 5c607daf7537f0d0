"""What a newcomer types at the questions about her: her name, the way she is called, her town."""

from bot.chat.world import World
from bot.domain.person.person import Address
from bot.domain.person.zone import Zone
from tests.chat.coach_places import Teacher
from tests.each import each

CALLED = {
    "bu sari": "Bu Sari",
    "panggil bu sari": "Bu Sari",
    "panggil sri aja": "Sri",
    "panggil aja sri ya": "Sri",
    "nama saya Wahyu": "Wahyu",
    "panggil saya bu sri wahyuni": "Bu Sri Wahyuni",
    "mas adi": "Mas Adi",
    "Dewi": "Dewi",
    "panggil bu dewi dong": "Bu Dewi",
}
ADDRESSED = {"pak guru": Address.SIR, "dipanggil bu guru aja": Address.MADAM}
OFFERED = {"sri": "Sri", "sri aja": "Sri"}
NO_NAME = ("terserah", "bingung", "saya guru sd", "bu hujan")
TOWNS = {
    "jogja": Zone.WIB,
    "sy di sleman jogja bu": Zone.WIB,
    "bandung": Zone.WIB,
    "kab. malang": Zone.WIB,
    "bandar lampung": Zone.WIB,
    "jawa tengah": Zone.WIB,
    "makassar": Zone.WITA,
    "denpasar ya": Zone.WITA,
    "sy ngajar di kupang": Zone.WITA,
    "ambon": Zone.WIT,
    "jayapura bu": Zone.WIT,
    "papua barat": Zone.WIT,
}


def asked(world: World, *data: str) -> Teacher:
    """Return a newcomer who agreed and pressed these buttons."""
    one = Teacher(world)
    one.person = None
    return one.taps("welcome:agree", *data)


@each("place", ((), ("ask:set:address:nama:daftar",)))
@each("words", CALLED)
def test_a_name_that_is_plainly_given_is_taken(
    place: tuple[str, ...], words: str, world: World
) -> None:
    """At the question how to address her, too: without "ya" and "aja", and in capitals."""
    one = asked(world, *place).types(words)
    assert one.at == "ask.level", one.text
    assert (one.known.address, one.known.nickname) == (Address.NICKNAME, CALLED[words])


@each("words", ADDRESSED)
def test_a_form_of_address_is_no_name(words: str, world: World) -> None:
    """The word "guru" beside it names nobody."""
    assert asked(world).types(words).known.address is ADDRESSED[words]


@each("place", ((), ("ask:set:address:nama:daftar",)))
@each("words", OFFERED)
def test_what_may_be_a_name_is_shown_back(place: tuple[str, ...], words: str, world: World) -> None:
    """One tap takes it, as names are written."""
    one = asked(world, *place).types(words)
    assert (one.at, one.known.nickname) == ("ask.nickname", None)
    assert f"Pakai “{OFFERED[words]}”" in one.labels
    assert one.taps("ask:offered:daftar").known.nickname == OFFERED[words]


@each("words", NO_NAME)
def test_other_words_are_no_name(words: str, world: World) -> None:
    """She is asked to press one of the buttons."""
    one = asked(world).types(words)
    assert (one.at, one.known.address) == ("ask.address", None)


@each(
    ("data", "place"),
    [
        ((), "ask.address"),
        (("ask:set:address:ibu:daftar",), "ask.level"),
        (("ask:set:address:ibu:daftar", "ask:set:level:sd:daftar"), "ask.subject"),
        (("ask:set:address:ibu:daftar", "ask:set:level:sd:daftar", "ask:skip:daftar"), "ask.zone"),
    ],
)
@each("words", ["cara bikin rubrik", "murid saya ramai terus gimana", "apa itu asesmen diagnostik"])
def test_a_question_about_teaching_is_answered_beside_the_open_one(
    data: tuple[str, ...], place: str, words: str, world: World
) -> None:
    """It is kept as nothing about her, and one tap leads back."""
    before = asked(world, *data)
    known = before.known
    one = before.types(words)
    assert (one.at, one.known.subject) == (place, known.subject)
    assert one.text.startswith("<b>")
    assert one.labels[-1] == "Ke pertanyaan"


@each("words", TOWNS)
def test_a_town_names_its_zone(words: str, world: World) -> None:
    """Provinces, their capitals and the larger towns."""
    questions = ("ask:set:address:ibu:daftar", "ask:set:level:sd:daftar", "ask:skip:daftar")
    assert asked(world, *questions).types(words).known.zone is TOWNS[words]
