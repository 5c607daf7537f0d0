"""Reads what accompanies one task: its fields and the parts below them.

Every part may be missing. Must not know which tasks there are; ``content.programme.guides`` does.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from bot.content.problem import ProblemList
from bot.content.programme.markdown import Block, Heading, ListBlock
from bot.content.programme.rubric import rubric_items
from bot.content.programme.step_parts import PartReader, whole_number
from bot.domain.programme.guide import (
    Aid,
    Guide,
    Model,
    Rehearsal,
    Sign,
    SignKind,
    SmallVersion,
)
from bot.domain.programme.programme import EXAMPLE_LEVELS

FIELDS = ("tugas",)
EXTRAS = ("kecil", "siapkan", "hitung")
"""Fields that the check asks for: minutes of the small version, what to prepare, kind of answer."""

SMALL = "versi kecil"
REHEARSAL = "latihan"
PLAN = "rencana"
SIGN = "hitung"
EVIDENCE = "bukti"
AGAIN = "sekali lagi"
PARTS = (SMALL, REHEARSAL, PLAN, SIGN, EVIDENCE, AGAIN)
"""The parts of a task beside its models."""

MODEL = "contoh"
COUNSELLOR = "guru bk"
MODEL_FIELDS = ("salin",)

_Word = TypeVar("_Word", Aid, SignKind)


def first_list(heading: Heading) -> ListBlock | None:
    """Return the list right below a heading; None when something else, or nothing, stands there."""
    first = heading.blocks[0] if heading.blocks else None
    return first if isinstance(first, ListBlock) else None


class GuideReader:
    """Reads what accompanies tasks, noting every problem instead of stopping at the first."""

    def __init__(self, problems: ProblemList) -> None:
        self.problems = problems
        self.parts = PartReader(problems)

    def task(self, heading: Heading) -> tuple[Block, Guide, Mapping[str, int]]:
        """Return the slug of the task, what accompanies it, and the line of each part."""
        fields = self.parts.fields(heading, FIELDS, EXTRAS)
        models = [child for child in heading.children if _is_model(child)]
        others = Heading(heading.level, heading.text, heading.line)
        others.children = [child for child in heading.children if child not in models]
        parts = self.parts.children(others, PARTS, "part of a task")
        for child in heading.children:
            self.parts.childless(child)
        plan = parts[PLAN].blocks if PLAN in parts else ()
        self.parts.unread(heading, [block for block in plan if isinstance(block, Block)])
        lines = {name: part.line for name, part in parts.items()}
        guide = self._with_models(self._guide(fields, parts), models, lines)
        return fields["tugas"], guide, lines

    def _guide(self, fields: Mapping[str, Block], parts: Mapping[str, Heading]) -> Guide:
        return Guide(
            small=self._small(fields.get("kecil"), parts.get(SMALL)),
            rehearsal=_rehearsal(parts.get(REHEARSAL)),
            if_then=tuple(item.html for item in rubric_items(parts.get(PLAN))),
            prepares=tuple(self._words(Aid, fields.get("siapkan"))),
            sign=self._sign(fields.get("hitung"), parts.get(SIGN)),
            evidence=_text(parts.get(EVIDENCE)),
            again=_text(parts.get(AGAIN)),
        )

    def _with_models(self, guide: Guide, models: list[Heading], lines: dict[str, int]) -> Guide:
        """Return the guide with its models, noting a reader who would have two."""
        found: dict[str, Model] = {}
        for heading in models:
            model = self._model(heading)
            for name in _readers(heading):
                if name not in (*EXAMPLE_LEVELS, COUNSELLOR, ""):
                    known = ", ".join((*(level.upper() for level in EXAMPLE_LEVELS), "guru BK"))
                    fault = f"unknown reader '{name}' of a model"
                    self.problems.add(heading.line, fault, f"use: {known}")
                elif name in found:
                    self.problems.add(heading.line, f"'{heading.mark}' stands twice", "join them")
                else:
                    found[name] = model
                    lines[f"{MODEL} {name}".strip()] = heading.line
        everyone, counsellor = found.pop("", None), found.pop(COUNSELLOR, None)
        return replace(guide, models=found, model=everyone, counsellor=counsellor)

    def _model(self, heading: Heading) -> Model:
        head = Heading(heading.level, heading.text, heading.line, heading.blocks[:1])
        if first_list(head) is None:
            head.blocks = []
        copied = self.parts.fields(head, MODEL_FIELDS)["salin"]
        blocks = heading.blocks[len(head.blocks) :]
        return Model("\n\n".join(block.html for block in blocks), self.parts.line(copied))

    def _small(self, minutes: Block | None, heading: Heading | None) -> SmallVersion | None:
        number = whole_number(minutes.plain) if minutes else None
        if minutes and number is None:
            self.problems.add(minutes.line, "minutes are no number", "write '- kecil: 8'")
        return SmallVersion(number or 0, _text(heading)) if heading or minutes else None

    def _sign(self, answer: Block | None, heading: Heading | None) -> Sign | None:
        found = next(self._words(SignKind, answer), None)
        return Sign(_text(heading), found or SignKind.LINE) if heading or answer else None

    def _words(self, kind: type[_Word], field: Block | None) -> Iterator[_Word]:
        """Yield the members that a field names, noting words that are none of them."""
        for name in field.plain.split(",") if field else ():
            if name.strip() in set(kind):
                yield kind(name.strip())
            elif field:
                fault = f"unknown word '{name.strip()}'"
                self.problems.add(field.line, fault, f"use: {', '.join(kind)}")


def _is_model(heading: Heading) -> bool:
    return heading.text.lower().split(" ")[0] == MODEL


def _readers(heading: Heading) -> tuple[str, ...]:
    """Return whom a model is for, in lower case: '' for all who have none of their own."""
    return tuple(name.strip() for name in heading.text.lower().removeprefix(MODEL).split(","))


def _text(heading: Heading | None) -> str:
    return "\n\n".join(block.html for block in heading.blocks) if heading else ""


def _rehearsal(heading: Heading | None) -> Rehearsal | None:
    if heading is None:
        return None
    said = [block.html for block in heading.blocks if isinstance(block, Block)]
    return Rehearsal("\n\n".join(said), tuple(item.html for item in rubric_items(heading)))
