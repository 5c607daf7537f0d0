"""How long an evaluation takes is counted from its words, and said as counted."""

from pathlib import Path
from re import findall, sub

from bot.chat.world import World

TEXTS = Path(__file__).parents[2] / "content" / "texts_id.ftl"

WORDS_A_MINUTE = 200
"""Silent reading of Indonesian prose by adults, on the slow side."""

TAP_MINUTES = 10 / 60
"""Weighing four sentences and tapping, for each of the items and closing questions."""

SENTENCE_MINUTES = 1.0
"""Thinking of a sentence of intention and typing it."""

TAPS = 13 + 4
ADVERTISED = (10, 15)


def words(html: str) -> int:
    return len(findall(r"\w[\w/–-]*", sub(r"<[^>]*>", " ", html)))


def minutes(world: World) -> tuple[float, float]:
    """The time of whoever reads the four sentences only, and of whoever reads all that is said."""
    short = sum(
        words(f"{step.label} mana yang paling menggambarkan tiga bulan terakhir")
        + sum(words(level.statement) for level in step.rubric)
        for step in world.programme
    )
    more = sum(
        words(f"{level.detail} {level.proof}") for step in world.programme for level in step.rubric
    )
    rest = TAPS * TAP_MINUTES + SENTENCE_MINUTES
    return short / WORDS_A_MINUTE + rest, (short + more) / WORDS_A_MINUTE + rest


def test_the_time_that_is_said_is_the_time_it_takes(world: World) -> None:
    """Between the quickest and the most careful reading lies what every text promises."""
    quick, careful = minutes(world)
    assert quick <= ADVERTISED[0] <= careful <= ADVERTISED[1], (quick, careful)


def test_every_text_says_the_same_time() -> None:
    """No text promises another time for the evaluation."""
    said = set(findall(r"±\d+(?:–\d+)? menit", TEXTS.read_text(encoding="utf-8")))
    assert said == {"±{}–{} menit".format(*ADVERTISED)}
