"""Compares the texts with the code that uses them.

Every use must find its message, its attribute and its variables; every message must be used; and
what is sent must be what Telegram takes. Must not format anything for people.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bot.content.check.commands import check_commands
from bot.content.check.html import html_faults, plain_faults
from bot.content.check.kept_uses import uses_in
from bot.content.check.message import FluentMessages, FluentPart, Reference
from bot.content.check.style import LABEL_MOST, style_faults
from bot.content.check.text_use import ANY, TextNames, Use
from bot.content.problem import Problem, ProblemList
from bot.content.programme.pages import visible_length
from bot.content.source import read_source

CAPTION_LIMIT = 1024
TEXT_LIMIT = 4096
COMMAND_LIMIT = 256

LIMITS: Mapping[str, int] = {
    "profile-description": 512,
    "profile-short": 120,
    "edge-not-yours": 200,
    "command-*": COMMAND_LIMIT,
    "privacy-file": CAPTION_LIMIT,
    "picture-caption": CAPTION_LIMIT,
    "poster-caption": CAPTION_LIMIT,
    "recap-picture-caption": CAPTION_LIMIT,
    "recap-table-caption": CAPTION_LIMIT,
}
"""The longest texts Telegram takes where it is not a message (Bot API: setMyDescription,
setMyShortDescription, answerCallbackQuery, BotCommand, sendDocument).
"""

PLAIN = frozenset({"profile-description", "profile-short", "edge-not-yours", "command-*"})
"""Sentences that Telegram shows as they are."""

HEARD = frozenset(
    {"words", "phrases", "before", "strange", "openings", "titles", "yes", "to-pupils"}
)
"""Attributes with what people write to the bot, however they spell it."""

STANDS_FOR = {"days": "7"}
"""What a variable is taken to be where a rule of style looks at the words around it."""

FUNCTIONS = frozenset({"NUMBER", "DATETIME"})
"""What Fluent brings along."""


@dataclass(slots=True)
class _Need:
    """A text that must exist, with the places that use it."""

    key: str
    attribute: str
    uses: list[Use] = field(default_factory=list)

    @property
    def name(self) -> str:
        return f"{self.key}.{self.attribute}" if self.attribute else self.key

    @property
    def place(self) -> str:
        """Where in the code the text is asked for by its name, in words."""
        exact = (use for use in self.uses if ANY not in use.key + use.attribute)
        return next((f" (needed at {use.path.name}:{use.line})" for use in exact), "")

    @property
    def kind(self) -> str:
        """The key under which it stands in LIMITS and PLAIN."""
        return "command-*" if self.key.startswith("command-") else self.key

    def is_html(self) -> bool:
        is_sentence = not self.attribute and self.kind not in PLAIN
        return is_sentence and any(use.is_html for use in self.uses)

    def is_plain(self) -> bool:
        return not self.is_html() or any(not use.is_html for use in self.uses)

    def variables(self, vocabulary: TextNames) -> frozenset[str]:
        """Return the variables that every use hands over."""
        if self.name in vocabulary.variables:
            return frozenset(vocabulary.variables[self.name])
        handed = [use.variables for use in self.uses]
        return handed[0].intersection(*handed) if handed else frozenset()


def check_texts(
    path: Path, source: Path, vocabulary: TextNames, keeps: Path | None = None
) -> list[Problem]:
    """Return what the code below ``source`` needs and the texts lack, and what nobody needs.

    In the file ``keeps`` is kept what the code needs. A file that cannot be read has no problem here; whoever
    reads it first tells.
    """
    text = read_source(path, ProblemList(path, []))
    if text is None:
        return []
    return _Comparison(FluentMessages(text), vocabulary, ProblemList(path, [])).run(
        uses_in(source, keeps)
    )


class _Comparison:
    """Compares one file with the code, noting every problem on the way."""

    def __init__(
        self, messages: FluentMessages, vocabulary: TextNames, problems: ProblemList
    ) -> None:
        self.messages = messages
        self.vocabulary = vocabulary
        self.problems = problems
        self.needs: dict[tuple[str, str], _Need] = {}

    def run(self, uses: Sequence[Use]) -> list[Problem]:
        self._collect(uses)
        for need in self.needs.values():
            part = self.messages.part(need.key, need.attribute)
            if part is None:
                self._missing(need)
            else:
                self._check(need, part)
        self._unused(self._referred())
        check_commands(self.messages, self.problems)
        return self.problems.found

    def _collect(self, uses: Sequence[Use]) -> None:
        vocabulary = self.vocabulary
        for family, members in vocabulary.families.items():
            for member in members:
                self._need(f"{family}-{member}", "")
        opened = {use.family for use in uses if use.is_open}
        for use in (use for use in uses if not use.is_open):
            keys = self._of_family(use) if use.family in opened else use.keys(vocabulary)
            attributes = use.attributes(vocabulary)
            if keys is None or attributes is None:
                what = f"the texts '{use.key}" + (f".{use.attribute}'" if use.attribute else "'")
                advice = "add them to bot/chat/vocabulary.py"
                self.problems.found.append(
                    Problem(use.path, use.line, f"{what} have no members", advice)
                )
                continue
            for key in keys:
                for attribute in attributes:
                    self._need(key, attribute).uses.append(use)

    def _need(self, key: str, attribute: str) -> _Need:
        return self.needs.setdefault((key, attribute), _Need(key, attribute))

    def _of_family(self, use: Use) -> tuple[str, ...]:
        return tuple(key for key in self.messages.by_key if key.startswith(f"{use.family}-"))

    def _missing(self, need: _Need) -> None:
        if need.key in self.messages.unreadable:
            return  # that it cannot be read is told already
        message = self.messages.by_key.get(need.key)
        line = message.line if message else self.messages.last_line
        what = "write this line below the message" if message else "write this message"
        self.problems.add(line, f"'{need.name}' is missing{need.place}", what)

    def _check(self, need: _Need, part: FluentPart) -> None:
        given = need.variables(self.vocabulary)
        for variable in sorted(self.messages.variables(part) - given):
            advice = f"use only: {', '.join(sorted(given)) or 'no variable'}"
            self.problems.add(part.line, f"unknown variable '${variable}' in '{need.name}'", advice)
        if self.messages.refers_to_itself(part):
            return
        faults: dict[tuple[str, str], None] = {}
        for form in self.messages.forms(part):
            if need.is_html():
                faults |= dict.fromkeys(html_faults(form))
            if need.is_plain():
                faults |= dict.fromkeys(plain_faults(form))
        for fault, advice in faults:
            self.problems.add(part.line, f"{fault} in '{need.name}'", advice)
        self._check_style(need, part)
        if not need.attribute:
            self._check_length(need, part)
        elif any(use.is_label for use in need.uses):
            self._check_label(need, part)

    def _check_style(self, need: _Need, part: FluentPart) -> None:
        if need.attribute in HEARD:
            return
        faults: dict[tuple[str, str], None] = {}
        for form in self.messages.forms(part, STANDS_FOR):
            faults |= dict.fromkeys(style_faults(form))
        for fault, advice in faults:
            self.problems.add(part.line, f"{fault} in '{need.name}'", advice)

    def _check_label(self, need: _Need, part: FluentPart) -> None:
        """Note a label that phones would cut, with the longest its variables stand for."""
        longest = self.vocabulary.longest
        length = max(map(len, self.messages.forms(part, longest)), default=0)
        if length > LABEL_MOST:
            fault = f"the label '{need.name}' has up to {length} characters"
            self.problems.add(part.line, fault, f"at most {LABEL_MOST} fit a phone")

    def _check_length(self, need: _Need, part: FluentPart) -> None:
        measure = visible_length if need.is_html() else len
        length = max(map(measure, self.messages.forms(part)), default=0)
        limit = LIMITS.get(need.kind, TEXT_LIMIT)
        if length > limit:
            advice = f"at most {limit} fit there"
            self.problems.add(part.line, f"'{need.key}' has {length} characters", advice)

    def _referred(self) -> set[tuple[str, str]]:
        """Check what the messages take from each other; return all that is used by that."""
        used: set[tuple[str, str]] = set()
        for key, message in self.messages.by_key.items():
            for attribute, part in message.parts.items():
                name = f"{key}.{attribute}" if attribute else key
                if self.messages.refers_to_itself(part):
                    self.problems.add(part.line, f"'{name}' refers to itself", "write it out")
                for reference in part.references:
                    self._check_reference(reference, name, part.line)
                    if reference.kind == "message":
                        used.add((reference.name, reference.attribute))
        return used

    def _check_reference(self, reference: Reference, name: str, line: int) -> None:
        advice = "a variable is written { $name }; other words without braces"
        is_known = (
            self.messages.part(reference.name, reference.attribute) is not None
            or reference.name in self.messages.unreadable
        )
        if reference.kind == "message" and not is_known:
            self.problems.add(line, f"unknown message '{reference}' in '{name}'", advice)
        if reference.kind == "function" and reference.name not in FUNCTIONS:
            self.problems.add(line, f"unknown function '{reference}' in '{name}'", advice)

    def _unused(self, referred: set[tuple[str, str]]) -> None:
        used = set(self.needs) | referred
        keys = {key for key, _ in used}
        for key, message in self.messages.by_key.items():
            if key not in keys:
                self.problems.add(message.line, f"'{key}' is used nowhere", "remove it")
                continue
            for attribute, part in message.parts.items():
                if (key, attribute) not in used:
                    name = f"'{key}.{attribute}'" if attribute else f"the sentence of '{key}'"
                    self.problems.add(part.line, f"{name} is used nowhere", "remove it")
