"""One level of a rubric as it is written: ``**Saya …** longer words. *Contoh bukti:* ….``.

Must not know what a step is made of; ``content.programme.steps`` does.
"""

from collections.abc import Iterator
from re import DOTALL
from re import compile as pattern

from bot.content.problem import ProblemList
from bot.content.programme.markdown import Block, Heading, ListBlock
from bot.domain.programme.programme import Level

STATEMENT_LENGTH = 60
"""The longest statement in characters: one line or two of a phone, so that four fit one screen."""

DETAIL_LENGTH = 260
"""The longest words about a level, its proof included: four of them are read in a minute."""

LEVELS = 4
"""A rubric has as many levels as an answer of the evaluation."""

SPEAKER = "Saya "
"""Every statement is told in the first person, so that it can be chosen as one's own."""

_FORM = pattern(
    r"<b>(?P<statement>.*?)</b>\s*(?P<detail>.*?)\s*(?:<i>Contoh bukti:</i>\s*(?P<proof>.*))?",
    DOTALL,
)


def read_level(item: Block) -> Level:
    """Return the level a line of the rubric describes; without bold words all of it is the statement."""
    found = _FORM.fullmatch(item.html)
    if found is None:
        return Level(statement=item.html)
    return Level(found["statement"], found["detail"], found["proof"] or "")


def level_faults(item: Block) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the line of a level, each fault with advice."""
    found = _FORM.fullmatch(item.html)
    if found is None:
        yield "a level without its statement", "write '**Saya …** more. *Contoh bukti:* ….'"
        return
    statement = found["statement"]
    if not statement.startswith(SPEAKER):
        yield f"the level '{statement}' is not told in the first person", "begin with 'Saya …'"
    if len(statement) > STATEMENT_LENGTH:
        fault = f"the level '{statement}' has {len(statement)} characters"
        yield fault, f"at most {STATEMENT_LENGTH} between the two **"
    if not found["detail"]:
        yield f"nothing more is said of the level '{statement}'", "write a sentence behind it"
    if not found["proof"]:
        yield f"the level '{statement}' names no proof", "end with '*Contoh bukti:* …'"
    if len(item.plain) - len(statement) > DETAIL_LENGTH:
        more = len(item.plain) - len(statement)
        yield f"{more} characters are said of the level '{statement}'", f"at most {DETAIL_LENGTH}"


def rubric_items(heading: Heading | None) -> tuple[Block, ...]:
    """Return the items of all lists below a heading; none without one."""
    blocks: list[Block | ListBlock] = heading.blocks if heading else []
    return tuple(item for one in blocks if isinstance(one, ListBlock) for item in one.items)


def check_rubric(heading: Heading | None, step: Heading, problems: ProblemList) -> None:
    """Note what is wrong with the rubric below a heading of a step."""
    items = rubric_items(heading)
    if len(items) != LEVELS:
        fault = f"the rubric has {len(items)} levels"
        problems.add((heading or step).line, fault, f"write a numbered list of {LEVELS}")
    for line in items:
        for fault, advice in level_faults(line):
            problems.add(line.line, fault, advice)
    for block in heading.blocks if heading else ():
        if isinstance(block, ListBlock) and not block.ordered:
            problems.add(block.line, "the rubric is not numbered", "write 1. 2. 3. 4.")
