"""How long an evaluation takes is measured on its screens, and said as measured.

The times are of a teacher who reads all that stands on the screens without opening the quotes.
"""

from datetime import UTC, datetime
from pathlib import Path
from re import DOTALL, findall, sub

from bot.chat.world import World
from tests.chat.walk import REGISTRATION, Walk

TEXTS = Path(__file__).parents[2] / "content" / "texts_id.ftl"

WORDS_A_MINUTE = 200
"""Silent reading of Indonesian prose by adults, on the slow side."""

TAP_MINUTES = 10 / 60
"""Weighing what was read and tapping."""

ONWARD = ("evaluation:go:", "evaluation:short:", "evaluation:focused:", "evaluation:save:")
ONWARD_MINUTES = 3 / 60
"""Tapping what leads on, with nothing to weigh."""

SENTENCE_MINUTES = 1.0
"""Thinking of a sentence and typing it."""

WHOLE_MINUTES, SHORT_MINUTES = 12, 5
"""What every text promises."""

WORDS_MOST = 900
"""So much is to be read on the way through all 13 steps, and no more."""

NOVEMBER, FEBRUARY = (datetime(*day, 5, tzinfo=UTC) for day in ((2026, 11, 20), (2027, 2, 21)))


class Reader:
    """A teacher who goes through an evaluation; counts what she reads, taps and writes.

    A line that stood on the screen before is not read again.
    """

    def __init__(self, world: World) -> None:
        self.walk = Walk(world, NOVEMBER)
        for data in REGISTRATION:
            self.walk.do("forged", data)
        self.begin()

    def begin(self) -> None:
        self.words, self.tapping, self.sentences = 0, 0.0, 0
        self.seen: list[str] = []

    def _read(self, act: str, what: str) -> None:
        done = self.walk.do(act, what)
        assert done
        screen = done[1].screen
        assert screen
        text = sub(r"<blockquote expandable>.*?</blockquote>", " ", screen.text, flags=DOTALL)
        lines = sub(r"<[^>]*>", " ", text).split("\n")
        new = " ".join(line for line in lines if line not in self.seen)
        self.words += len(findall(r"\w[\w/–-]*", new))
        self.seen = lines

    def tap(self, beginning: str) -> None:
        found = [data for data in self.walk.shown if data.startswith(beginning)]
        assert found, (beginning, self.walk.shown)
        self.tapping += ONWARD_MINUTES if beginning in ONWARD else TAP_MINUTES
        self._read("forged", found[0])

    def write(self, text: str) -> None:
        self.sentences += 1
        self._read("typed", text)

    @property
    def minutes(self) -> float:
        return self.words / WORDS_A_MINUTE + self.tapping + self.sentences * SENTENCE_MINUTES

    def answer_items(self) -> None:
        while any(data.startswith("evaluation:level:") for data in self.walk.shown):
            self.tap("evaluation:level:")

    def close(self, *, intention: str | None) -> None:
        """Answer the closing questions with two focus steps; what is left is the tap that saves."""
        self.write("Sebagian besar murid kini berani bertanya di kelas.")
        if any(data.startswith("evaluation:strength:") for data in self.walk.shown):
            self.tap("evaluation:strength:")
        assert self.walk.stored
        assert self.walk.stored.evaluating
        for _ in range(2 - len(self.walk.stored.evaluating.focus)):
            self.tap(next(data for data in self.walk.shown if data.endswith(":on")))
        self.tap("evaluation:focused:")
        if intention:
            self.write(intention)
        else:
            self.tap("aside:take:")
        self.tapping += ONWARD_MINUTES


def test_the_whole_evaluation_takes_what_is_said(world: World) -> None:
    """All 13 steps with both sentences typed: within twelve minutes and 900 words."""
    reader = Reader(world)
    reader.walk.do("command", "evaluasi")
    reader.begin()
    reader.tap("evaluation:go:")
    reader.answer_items()
    reader.close(intention="Saya akan menunggu lima detik agar murid berani menjawab.")
    assert reader.minutes <= WHOLE_MINUTES, reader.minutes
    assert reader.words <= WORDS_MOST, reader.words


def test_the_short_evaluation_takes_what_is_said(world: World) -> None:
    """Two focus steps kept, three she names, one sentence typed, an intention tapped: five minutes.

    The look back at the last intention comes before it and is not counted.
    """
    reader = Reader(world)
    reader.walk.do("command", "evaluasi")
    reader.tap("evaluation:go:")
    reader.answer_items()
    reader.close(intention=None)
    reader.tap("evaluation:save:")
    reader.walk.now = FEBRUARY
    reader.walk.do("command", "evaluasi")
    reader.tap("evaluation:go:")
    reader.tap("evaluation:becomes:")
    reader.tap("evaluation:nohow:")
    reader.begin()
    reader.tap("evaluation:name:")
    for _ in range(3):
        reader.tap(next(one for one in reader.walk.shown if one.endswith(":on")))
    reader.tap("evaluation:short:")
    reader.answer_items()
    reader.close(intention=None)
    assert reader.minutes <= SHORT_MINUTES, (reader.minutes, vars(reader))


def test_every_text_says_the_same_time() -> None:
    """No text promises another time for the evaluation."""
    said = set(findall(r"±\d+(?:–\d+)? menit", TEXTS.read_text(encoding="utf-8")))
    assert said == {f"±{WHOLE_MINUTES} menit", f"±{SHORT_MINUTES} menit"}
