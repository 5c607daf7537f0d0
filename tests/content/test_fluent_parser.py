"""The quick reading of Fluent gives what the library gives."""

from pathlib import Path

from fluent.syntax import FluentParser, ast
from hypothesis import given
from hypothesis import strategies as st

from bot.content.fluent_parser import parsed

ROOT = Path(__file__).parents[2]
PIECES = (
    "a", "b-c", "-d", "Z9_", " = ", "=", " ", "    ", "\n", "\r\n", "\r", "\n    ", "{", "}", "{ $x }",
    "{ b-c }", "{ -d }", "{ $x ->\n    [one] a\n   *[other] b\n}", ".", "\n    .x = ", "[", "*", "#",
    "# ", '{ "q" }', "Sudah disimpan.", "é", "\N{GRINNING FACE}", "{ 5 }", "{ -1.5 }", "\t",
)  # fmt: skip


def agrees(source: str) -> bool:
    """Whether both parsers give one tree: nodes, spans, and what is said of junk."""
    mine, library = parsed(source), FluentParser(with_spans=True).parse(source)
    return mine.equals(library, ignored_fields=[]) and faults(mine) == faults(library)


def faults(tree: ast.Resource) -> list[str]:
    junk = [entry for entry in tree.body if isinstance(entry, ast.Junk)]
    return [f"{note.code} {note.message} {note.span}" for one in junk for note in one.annotations]


def test_the_shipped_texts_are_read_as_the_library_reads_them() -> None:
    """Every message, attribute and place is the same, also with the line ends of Windows."""
    source = (ROOT / "content" / "texts_id.ftl").read_text(encoding="utf-8")
    assert agrees(source)
    assert agrees(source.replace("\n", "\r\n"))


@given(st.lists(st.sampled_from(PIECES), max_size=25))
def test_anything_is_read_as_the_library_reads_it(pieces: list[str]) -> None:
    """However broken a file is, the tree is the library's, faults and places included."""
    assert agrees("".join(pieces))
    assert agrees("a = " + "".join(pieces))
