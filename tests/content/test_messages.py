"""A message that is read alone says what it says when the whole file is read."""

from pathlib import Path

import pytest
from fluent.syntax import ast

from bot.content.fluent_parser import parsed
from bot.content.messages import MessageFile
from bot.errors import TextMissing
from tests.each import each

SHIPPED = (Path(__file__).parents[2] / "content" / "texts_id.ftl").read_text(encoding="utf-8")

FILE = """\
# Of the first.
first = { second } satu { -brand }
    .short = { third.long }

second = dua

third = tiga
    .long = { $n ->
        [1] { second }
       *[other] banyak
    }

-brand = Langkah
round = { about }
about = { round }
"""


def test_every_shipped_text_is_the_same_when_it_is_read_alone() -> None:
    """Each place of the file holds one entry, and it is the one of the whole tree."""
    tree = parsed(SHIPPED)
    places = MessageFile(tree).places
    entries = [entry for entry in tree.body if isinstance(entry, ast.Message | ast.Term)]
    alone = [parsed(SHIPPED[slice(*place)]).body for place in places.values()]
    assert len(entries) == len(places) > 1_000
    assert all(
        len(body) == 1 and body[0].equals(entry, ignored_fields=["span"])
        for entry, body in zip(entries, alone, strict=True)
    )


@each(("name", "attribute"), [("first", ""), ("first", "short"), ("third", "long")])
def test_what_a_message_mentions_is_read_with_it(name: str, attribute: str) -> None:
    """Messages, their attributes and terms are found, however deep they are mentioned."""
    whole = MessageFile(FILE)
    assert MessageFile(FILE, whole.places).said(name, attribute, {"n": 1}) == whole.said(
        name, attribute, {"n": 1}
    )


def test_what_is_not_read_yet_is_there_and_what_is_absent_is_missing() -> None:
    """Nobody sees that a message has not been read; one that does not exist is missing as ever."""
    messages = MessageFile(FILE, MessageFile(FILE).places)
    assert messages.names == ("first", "second", "third", "round", "about")
    assert messages.has("third")
    assert not messages.has("fourth")
    with pytest.raises(TextMissing):
        messages.said("fourth", "", {})
    with pytest.raises(TextMissing):
        messages.said("second", "short", {})


def test_messages_that_mention_each_other_are_read_once() -> None:
    """Reading ends; what such a message says is Fluent's to refuse."""
    messages = MessageFile(FILE, MessageFile(FILE).places)
    messages._read("round")
    assert {"round", "about"}.isdisjoint(messages._unread)


def test_words_are_said_whole_however_many_they_are() -> None:
    """A broadcast of the longest kind, with all its markup, is said as it is, also within a choice."""
    chosen = MessageFile("told = { $n ->\n        [1] { $words }\n       *[other] banyak\n    }\n")
    words = "&amp;" * 6_000
    assert chosen.said("told", "", {"words": words, "n": 1}) == words
