"""The numbers of docs/scale.md: each sum gives what stands beside it, and premises are what the code says."""

import re
from pathlib import Path

from bench.scale import country
from bot.cluster.send_window import Limits
from bot.database.connections import SIZE as CONNECTIONS
from bot.domain.broadcast.batch import SIZE
from bot.domain.calendar.calendar import NIGHT_BEGINS, NIGHT_ENDS
from tests.each import each

ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in (Path(__file__).parents[1] / "docs" / "scale.md").read_text("utf-8").splitlines()
    if line.startswith("|")
]
TIMES, DIVIDED = "\u00d7", "\u00f7"
SUM = re.compile(rf"[\d,. (){TIMES}{DIVIDED}-]*[{TIMES}{DIVIDED}][\d,. (){TIMES}{DIVIDED}-]*")
SUMS = [row for row in ROWS if len(row) == 3 and SUM.fullmatch(row[1])]
PREMISES = {row[0]: row[1] for row in ROWS if len(row) == 3 and re.fullmatch(r"[\d,.]+", row[1])}


def number(words: str) -> float:
    return float(words.replace(",", ""))


@each("row", SUMS)
def test_a_sum_gives_what_stands_beside_it(row: list[str]) -> None:
    """Worked out anew, and rounded as it is told, it is the same."""
    words = row[1].replace(",", "").replace(TIMES, "*").replace(DIVIDED, "/")
    found = eval(words)  # noqa: S307 -- nothing but digits and signs
    digits = len(row[2].partition(".")[2])
    assert round(found, digits) == number(row[2])


def test_premises_are_what_the_code_says() -> None:
    """Who changes a limit or a size in the code finds where the document speaks of it."""
    told = {name: number(value) for name, value in PREMISES.items()}
    assert len(SUMS) > 15
    assert told["teachers"] == country.TEACHERS
    assert told["provinces"] == country.PROVINCES
    assert told["messages a second, one token"] == country.FREE <= Limits().per_second
    assert told["messages a second, paid for"] == country.PAID
    assert told["connections of a process"] == CONNECTIONS
    assert told["deliveries in a document"] == SIZE
    assert (NIGHT_ENDS.hour + NIGHT_ENDS.minute / 60, NIGHT_BEGINS.hour) == (6.5, 20)
