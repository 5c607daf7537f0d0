r"""What people type is looked through once: a long text without a blank holds up nobody else's turn.

A pattern that begins with as much as there is (``\S+``) and then wants something else is tried from
every letter of a text that lacks it, each time to the end: twenty messages of one sign took minutes.
With a look behind (``(?<!\S)\S+``) it is tried once a word.
"""

import re
from collections.abc import Iterator, Sequence
from importlib import import_module
from pkgutil import walk_packages
from re import _constants as kinds  # type: ignore[attr-defined] # there is no public parser
from re import _parser as parser  # type: ignore[attr-defined] # the same
from typing import Any

from bot import chat, content, domain
from bot.chat.moments.scan import _LENGTHS, RULES

WORDS = {"bot.chat.answers.pupil_named._FORMED", "bot.content.fluent_parser._WHOLE"}
"""Asked of a whole word, or of our own file, never looked for in a text of somebody's."""


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield all patterns of the rooms that read what people type."""
    for room in (chat, content, domain):
        for found in walk_packages(room.__path__, f"{room.__name__}."):
            for name, value in vars(import_module(found.name)).items():
                if isinstance(value, re.Pattern):
                    yield f"{found.name}.{name}", value


def tries_everywhere(parts: Sequence[Any]) -> bool:
    """Say whether a pattern begins with any number of something, and then wants something else."""
    if not parts:
        return False
    (kind, value), rest = parts[0], list(parts[1:])
    if kind is kinds.SUBPATTERN:
        return tries_everywhere([*value[3], *rest])
    if kind is kinds.BRANCH:
        return any(tries_everywhere([*branch, *rest]) for branch in value[1])
    if kind is not kinds.MAX_REPEAT and kind is not kinds.MIN_REPEAT:
        return False
    least, most, of_what = value
    if most is kinds.MAXREPEAT:
        return any(part is not kinds.MAX_REPEAT or also[0] > 0 for part, also in rest)
    return least == 0 and (tries_everywhere([*of_what, *rest]) or tries_everywhere(rest))


def test_no_pattern_is_tried_to_the_end_from_every_letter() -> None:
    """Each begins at a place of its own, or with something that is there or not."""
    slow = {
        name
        for name, pattern in patterns()
        if tries_everywhere(list(parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE)))
    }
    assert slow == WORDS


def test_such_a_pattern_is_recognised() -> None:
    """With a look behind, a fixed sign, or nothing else to want, it is none."""
    forms = {r"\S+://": True, r"(?:a|\w+b)c": True, r"x?\d+ ": True, r"(?<!\S)\S+://": False}
    forms |= {r"\S://": False, r"\d+": False, r"\w+(?:-\w+)*": False, r"\b\d+x": False}
    assert {form: tries_everywhere(list(parser.parse(form))) for form in forms} == forms


def test_the_rules_of_moments_have_an_end() -> None:
    """They are tried at every token, so none goes through a row of a thousand dates each time."""
    for rule, _ in (*RULES, *_LENGTHS):
        assert parser.parse(rule.pattern).getwidth()[1] < 200, rule.pattern
