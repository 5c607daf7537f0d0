"""Writes the map of the code and the glossary, from heads and docstrings: ``make map``.

The map is docs/map.md, the glossary a block of ARCHITECTURE.md. Heads and docstrings are the one place
where it is said what a file or a word is for; this must add nothing of its own but which words are told.
"""

# ruff: noqa: INP001 - a script, not a package

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

QUOTES = '"""'
ROOT = Path(__file__).parents[1]
MAP = ROOT / "docs" / "map.md"
START = """# The map

Every room and file with the first sentence of its head. Made by `make map`; do not edit. What may import what stands in
`pyproject.toml` and is drawn in [ARCHITECTURE.md](../ARCHITECTURE.md).
"""

ARCHITECTURE = ROOT / "ARCHITECTURE.md"
BEGIN, END = "<!-- glossary: made by `make map` -->\n", "<!-- end of the glossary -->\n"
WORDS = [
    "Programme",
    "Step",
    "Section",
    "Task",
    "Page",
    "Person",
    "OlderPerson",
    "Place",
    "Bookmark",
    "Status",
    "StepProgress",
    "Coaching",
    "Cycle",
    "Attempt",
    "Evaluation",
    "DevelopmentPlan",
    "IntentionOutcome",
    "Quarter",
    "Calendar",
    "Window",
    "MovedMoment",
    "Wishes",
    "Outbound",
    "Planned",
    "Topic",
    "School",
    "Rights",
    "Action",
    "AccessRefused",
    "Roster",
    "Recap",
    "Tally",
    "TeacherGroup",
    "NudgeRequest",
    "Broadcast",
    "Batch",
    "Delivery",
    "Fate",
    "SkipReason",
    "DeliveryReport",
    "Event",
    "Incoming",
    "Turn",
    "Change",
    "Effect",
    "Screen",
    "Button",
    "File",
    "Picture",
    "Response",
    "Route",
    "ScreenFamily",
    "Question",
    "TurnContext",
    "Answer",
    "Context",
    "Query",
    "World",
    "Kind",
    "Fact",
    "Where",
    "Store",
    "Verdict",
    "Sent",
    "RetryAt",
    "Gone",
    "Refused",
    "Unknown",
    "StillDue",
    "Lease",
    "Claim",
    "Source",
    "Messages",
    "Message",
    "Dispatcher",
    "Relay",
    "Notifier",
    "Leader",
    "RateLimiter",
    "Shutdown",
]
"""The words of the glossary, in the order in which one may read them; no two things have one name."""

NAMED = re.compile(rf"^(?:class\s+)?(?:{'|'.join(WORDS)})\b", re.MULTILINE)


def head(file: Path) -> str:
    """Return the first paragraph of a file's docstring on one line, "" for none."""
    text = file.read_text(encoding="utf-8")
    if text.startswith(QUOTES):  # what comes after it need not be read
        text = text[: text.index(QUOTES, len(QUOTES)) + len(QUOTES)]
    told = ast.get_docstring(ast.parse(text)) or ""
    return " ".join(told.split("\n\n", 1)[0].split())


def rooms(folder: Path) -> Iterator[Path]:
    """Yield a package and those in it, in the order of their names."""
    yield folder
    for inner in sorted(folder.iterdir()):
        if (inner / "__init__.py").is_file():
            yield from rooms(inner)


def drawn(package: Path) -> str:
    """Return the whole map as Markdown."""
    lines = [START]
    for room in rooms(package):
        lines += [f"## {room.relative_to(ROOT)}/", "", head(room / "__init__.py"), ""]
        files = (file for file in sorted(room.glob("*.py")) if file.name != "__init__.py")
        lines += [f"- `{file.name}`: {head(file)}" for file in files]
        lines += [""] if lines[-1] else []
    return "\n".join(lines).rstrip() + "\n"


def meanings(package: Path) -> Iterator[tuple[str, str, str]]:
    """Yield the classes and named types of a package: name, file, first sentence of what is said of it.

    Files that begin no line with a word of the glossary are not read as a tree: nine of ten.
    """
    for file in sorted(package.rglob("*.py")):
        if not NAMED.search(text := file.read_text(encoding="utf-8")):
            continue
        body = ast.parse(text).body
        for node, below in zip(body, [*body[1:], None], strict=True):
            match node, below:
                case ast.ClassDef(name=name), _:
                    told = ast.get_docstring(node) or ""
                case (
                    ast.Assign(targets=[ast.Name(id=name)])
                    | ast.AnnAssign(target=ast.Name(id=name)),
                    ast.Expr(value=ast.Constant(value=str(told))),
                ):
                    pass
                case _:
                    continue
            sentence = " ".join(told.split("\n\n", 1)[0].split()).split(". ", 1)[0]
            yield name, str(file.relative_to(package.parent)), sentence.rstrip(".")


def glossary(package: Path) -> str:
    """Return the table of words as Markdown; raises KeyError for a word that nothing is called by."""
    rooms = (room for room in package.iterdir() if room.is_dir() and room.name != "simulator")
    found = {name: (file, said) for room in rooms for name, file, said in meanings(room) if said}
    rows = [f"| {word} | `{found[word][0]}` | {found[word][1]} |" for word in WORDS]
    return "\n".join(["| Word | Where | Meaning |", "|---|---|---|", *rows]) + "\n"


def with_glossary(text: str) -> str:
    """Return the text of ARCHITECTURE.md with the glossary as the code has it now."""
    before, rest = text.split(BEGIN)
    return f"{before}{BEGIN}{glossary(ROOT / 'bot')}{END}{rest.split(END)[1]}"


if __name__ == "__main__":
    MAP.write_text(drawn(ROOT / "bot"), encoding="utf-8")
    architecture = with_glossary(ARCHITECTURE.read_text(encoding="utf-8"))
    ARCHITECTURE.write_text(architecture, encoding="utf-8")
    sys.stdout.write(f"{MAP.relative_to(ROOT)} written\n")
