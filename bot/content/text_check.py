"""Compares the texts with the code that uses them.

Reads the bot's own source as a syntax tree: every ``say("key", name=…)``, ``label``, ``button``,
``pick``, ``tell`` and ``words`` must find its message, its attribute and its variables, and every
message must be used.
"""

import ast as python
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.content.problem import Problem
from bot.content.texts import Texts

LIMITS: Mapping[tuple[str, str], int] = {
    ("profile-description", ""): 512,
    ("profile-short", ""): 120,
    ("edge-not-yours", ""): 200,
}
"""The longest texts Telegram takes where it is not a message (Bot API: setMyDescription,
setMyShortDescription, answerCallbackQuery).
"""

COMMAND_LIMIT = 256
"""The longest description of a command (Bot API: BotCommand)."""

HTML = frozenset({"say"})
LABELS = frozenset({"label", "button", "words"})
FAMILIES = frozenset({"pick", "tell", "family"})


@dataclass(frozen=True, slots=True)
class Use:
    """One place in the code that needs a text.

    ``key`` of a family is a prefix. ``attribute`` is "" for the value of a message and None when
    only running the code could tell it.
    """

    path: Path
    line: int
    key: str
    attribute: str | None
    variables: frozenset[str]
    is_family: bool = False


def find_uses(source: Path) -> Iterator[Use]:
    """Yield every use of a text in the Python files below a folder."""
    for path in sorted(source.rglob("*.py")):
        for node in python.walk(python.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, python.Call):
                yield from _uses(path, node)


def _uses(path: Path, call: python.Call) -> Iterator[Use]:
    if not isinstance(call.func, python.Attribute) or not call.args:
        return
    name = call.func.attr
    variables = frozenset(word.arg for word in call.keywords if word.arg)
    for key in _constants(call.args[0]):
        if name in HTML:
            yield Use(path, call.lineno, key, "", variables)
        elif name in LABELS and len(call.args) > 1:
            for attribute in _constants(call.args[1]) or (None,):
                yield Use(path, call.lineno, key, attribute, variables)
        elif name in FAMILIES:
            yield Use(path, call.lineno, key, "", variables, is_family=True)


def _constants(node: python.expr) -> tuple[str, ...]:
    """The strings an argument may be: one constant, or both sides of ``a if … else b``."""
    if isinstance(node, python.IfExp):
        return (*_constants(node.body), *_constants(node.orelse))
    if isinstance(node, python.Constant) and isinstance(node.value, str):
        return (node.value,)
    return ()


class _Variables(Visitor):
    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 -- fluent.syntax calls it by this name
        self.names.add(node.id.name)


def _variables(pattern: ast.Pattern | None) -> frozenset[str]:
    visitor = _Variables()
    if pattern is not None:
        visitor.visit(pattern)
    return frozenset(visitor.names)


@dataclass(frozen=True, slots=True)
class _Text:
    line: int
    variables: Mapping[str, frozenset[str]]
    """Variables of the value (key "") and of each attribute."""


def _texts(path: Path) -> dict[str, _Text]:
    source = path.read_text(encoding="utf-8")
    texts: dict[str, _Text] = {}
    for entry in FluentParser(with_spans=True).parse(source).body:
        if isinstance(entry, ast.Message):
            parts = {
                attribute.id.name: _variables(attribute.value) for attribute in entry.attributes
            }
            if entry.value is not None:
                parts[""] = _variables(entry.value)
            start = entry.span.start if entry.span else 0
            texts[entry.id.name] = _Text(source.count("\n", 0, start) + 1, parts)
    return texts


def check_texts(path: Path, source: Path, families: Mapping[str, tuple[str, ...]]) -> list[Problem]:
    """Return what the code needs and the texts lack, and what the texts hold for nobody.

    ``families`` names the members that ``<family>-<member>`` messages must exist for.
    """
    texts = _texts(path)
    used: set[str] = set()
    problems: list[Problem] = []
    for use in find_uses(source):
        if use.is_family:
            used.update(key for key in texts if key.startswith(f"{use.key}-"))
            continue
        used.add(use.key)
        problems += _missing(path, texts, use)
    for family, members in families.items():
        for member in members:
            used.add(f"{family}-{member}")
            if f"{family}-{member}" not in texts:
                problems.append(
                    Problem(path, 1, f"'{family}-{member}' is missing", "write this message")
                )
    problems += _too_long(path, texts)
    for key, text in texts.items():
        if key not in used:
            problems.append(Problem(path, text.line, f"'{key}' is used nowhere", "remove it"))
    return problems


def _too_long(path: Path, texts: Mapping[str, _Text]) -> Iterator[Problem]:
    said = Texts(path.read_text(encoding="utf-8"))
    commands = {(key, ""): COMMAND_LIMIT for key in texts if key.startswith("command-")}
    for (key, attribute), limit in {**LIMITS, **commands}.items():
        if key in texts and attribute in texts[key].variables:
            length = len(said.say(key))
            if length > limit:
                advice = f"at most {limit} fit there"
                yield Problem(path, texts[key].line, f"'{key}' has {length} characters", advice)


def _missing(path: Path, texts: Mapping[str, _Text], use: Use) -> Iterator[Problem]:
    text = texts.get(use.key)
    name = f"{use.key}.{use.attribute}" if use.attribute else use.key
    if text is None or (use.attribute is not None and use.attribute not in text.variables):
        place = f"{use.path.name}:{use.line}"
        yield Problem(path, 1, f"'{name}' is missing (needed at {place})", "write this message")
    elif use.attribute is not None:
        for variable in sorted(text.variables[use.attribute] - use.variables):
            advice = f"use only: {', '.join(sorted(use.variables)) or 'no variable'}"
            yield Problem(path, text.line, f"unknown variable '${variable}' in '{name}'", advice)
