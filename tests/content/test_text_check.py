"""How the texts are compared with the code; slips in the shipped ones stand in ``test_shipped_slips``."""

from pathlib import Path
from typing import Protocol

import pytest

import bot
from bot.chat.vocabulary import VOCABULARY
from bot.content.check.text_use import TextNames, find_uses
from bot.content.check.texts import check_texts
from tests.each import each

NOTHING = TextNames()


class Check(Protocol):
    """Compares some code with some texts and returns "line: fault" for each problem."""

    def __call__(self, code: str, texts: str, vocabulary: TextNames = NOTHING, /) -> list[str]: ...


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """Return the comparison, in a folder of its own."""

    def run(code: str, texts: str, vocabulary: TextNames = NOTHING, /) -> list[str]:
        (tmp_path / "code.py").write_text(code, encoding="utf-8")
        path = tmp_path / "texts.ftl"
        path.write_text(texts, encoding="utf-8")
        problems = check_texts(path, tmp_path, vocabulary)
        return [f"{problem.line}: {problem.fault}" for problem in sorted(problems)]

    return run


def test_the_code_and_the_texts_are_compared(check: Check) -> None:
    """Missing, unused and wrongly filled messages are found."""
    code = (
        "s.say('used', name=1)\n"
        "s.say('absent')\n"
        "s.button('used', 'gone', 'x:y')\n"
        "s.say('left' if x else 'right')\n"
        "texts.pick('level', value)\n"
    )
    texts = "used = { $name } { $other }\nleft = l\nlevel-sd = SD\nspare = s\n"
    assert check(code, texts, TextNames({"level": ("sd", "smp")})) == [
        "1: 'used.gone' is missing (needed at code.py:3)",
        "1: unknown variable '$other' in 'used'",
        "4: 'absent' is missing (needed at code.py:2)",
        "4: 'level-smp' is missing",
        "4: 'right' is missing (needed at code.py:4)",
        "4: 'spare' is used nowhere",
    ]


def test_a_family_member_may_use_what_every_call_hands_over(check: Check) -> None:
    """A member may leave variables out; one that a call does not hand over would be a hole."""
    code = "t.pick('quiet', why, name=n)\nt.tell('quiet', why, name=n, day=d)\n"
    texts = "quiet-libur = libur ({ $name })\nquiet-jeda = jeda\nquiet-malam = { $day } { $nama }\n"
    assert check(code, texts, TextNames({"quiet": ("libur", "jeda", "malam")})) == [
        "3: unknown variable '$day' in 'quiet-malam'",
        "3: unknown variable '$nama' in 'quiet-malam'",
    ]


def test_the_vocabulary_says_what_only_some_calls_hand_over(check: Check) -> None:
    """Where one of several calls hands a variable to one member, only that member may use it."""
    code = "t.pick('head', which)\nt.pick('head', which, quarter=q)\n"
    texts = "head-a = { $quarter }\nhead-b = { $quarter }\n"
    vocabulary = TextNames({"head": ("a", "b")}, variables={"head-a": ("quarter",)})
    assert check(code, texts, vocabulary) == ["2: unknown variable '$quarter' in 'head-b'"]


@each(
    ("code", "texts", "fault"),
    [
        ("t.pick('kin', who)\n", "kin-a = x\n", "the texts 'kin-*' have no members"),
        ("s.say(f'kin-{who}')\n", "kin-a = x\n", "the texts 'kin-*' have no members"),
        ("s.button('a', name, 'd')\n", "a =\n    .x = y\n", "the texts 'a.*' have no members"),
    ],
)
def test_names_that_only_values_know_stand_in_the_vocabulary(
    code: str, texts: str, fault: str, check: Check
) -> None:
    """A family or attribute chosen by a value is refused until the vocabulary has its members."""
    assert f"1: {fault}" in check(code, texts)


def test_a_family_may_be_left_to_the_texts(check: Check) -> None:
    """Where the code asks the texts for the members, each of them is checked and none is unused."""
    code = "t.family('hi')\nt.tell('hi', who, name=n)\nt.words(f'hi-{who}', 'words')\n"
    texts = "hi-a = { $name }\n    .words = x\nhi-b = { $nama }\n    .words = y\nhi-c = z\n"
    assert check(code, texts) == [
        "3: unknown variable '$nama' in 'hi-b'",
        "5: 'hi-c.words' is missing",
    ]


def test_attributes_chosen_by_a_value_are_compared(check: Check) -> None:
    """An attribute that a value names must exist with its variables, and others are unused."""
    code = "s.say('steps')\ns.button('steps', f'line-{status}', 'd', number=1)\n"
    texts = "steps = x\n    .line-lama = y\n    .line-b = { $label }\n"
    vocabulary = TextNames(attributes={"steps": ("line-a", "line-b", "other")})
    assert check(code, texts, vocabulary) == [
        "1: 'steps.line-a' is missing",
        "2: 'steps.line-lama' is used nowhere",
        "3: unknown variable '$label' in 'steps.line-b'",
    ]


def test_references_within_the_texts_are_followed(check: Check) -> None:
    """Unknown messages, terms and functions are found, circles too; what is referred to is used."""
    code = "s.say('a', x=1)\ns.say('b')\ns.say('c')\n"
    texts = (
        "-name = Langkah Guru\n"
        "a = { -name } { part } { malam } { part.gone } { -none }\n"
        "b = { FUNGSI() } { c }\n"
        "c = { b }\n"
        "part = { $x } { $y }\n"
    )
    assert check(code, texts) == [
        "2: unknown message '-none' in 'a'",
        "2: unknown message 'malam' in 'a'",
        "2: unknown message 'part.gone' in 'a'",
        "2: unknown variable '$y' in 'a'",
        "3: 'b' refers to itself",
        "3: unknown function 'FUNGSI' in 'b'",
        "4: 'c' refers to itself",
    ]


@each(
    ("text", "fault"),
    [
        ("<b>x", "<b> is left open"),
        ("<b><i>x</b></i>", "'</b>' closes what is not open"),
        ("x</i>", "'</i>' closes what is not open"),
        ("guru & murid", "a bare '&'"),
        ("2 < 3", "a bare '<'"),
        ("<h1>x</h1>", "unknown tag '<h1>'"),
        ("<b class=x>y</b>", "unknown tag '<b class=x>'"),
        ("{ $n ->\n    [a] <b>x</b>\n   *[b] <b>x\n    }", "<b> is left open"),
        ("{ part }", "<b> is left open"),
    ],
)
def test_html_that_telegram_refuses_is_told(text: str, fault: str, check: Check) -> None:
    """A message that could not be sent is found in each of its alternatives."""
    code = "s.say('a', n=1)\ns.say('part') if x else t.pick('part', y)\n"
    found = check(code, f"a = {text}\npart = <b>\n", TextNames({"part": ()}))
    assert f"1: {fault} in 'a'" in found


def test_sound_html_passes(check: Check) -> None:
    """What Telegram formats is no problem, and neither are written-out signs."""
    texts = (
        "a = <b>x <i>{ $n }</i></b> &amp; &#8211; > <code>y</code>\n"
        'b = <a href="https://x.y/?a=1">z</a> <blockquote>q</blockquote>\n'
        "c = <blockquote expandable>q</blockquote>\n"
    )
    assert check("s.say('a', n=1)\ns.say('b')\ns.say('c')\n", texts) == []


@each("text", ["<b>x</b>", "x &amp; y"])
def test_formatting_in_a_button_is_told(text: str, check: Check) -> None:
    """A button, a name and Telegram's menu show tags as they are written; a plain & is right."""
    code = "s.say('a')\ns.button('a', 'go', 'd')\nt.pick('n', m)\ns.say(f'command-{c}')\n"
    vocabulary = TextNames({"n": ("m",), "command": ("x",)})
    texts = f"a = <b>b</b>\n    .go = {text}\nn-m = {text}\ncommand-x = {text}\n"
    told = [line for line in check(code, texts, vocabulary) if "shown as it is" in line]
    assert {line[0] for line in told} == {"2", "3", "4"}
    assert check(code, texts.replace(text, "SD & MI"), vocabulary) == []


def test_texts_longer_than_telegram_takes_are_found(check: Check) -> None:
    """A description, a command's sentence, a caption or a message too long is told before start."""
    code = "s.say('profile-short')\ns.say('privacy-file')\ns.say('long')\ns.say('fits')\n"
    texts = (
        f"profile-short = {'x' * 121}\ncommand-a = {'x' * 257}\nprivacy-file = {'x' * 1025}\n"
        f"long = {'x' * 4097}\nfits = <b>{'x' * 4096}</b>\n"
    )
    assert check(code, texts, TextNames({"command": ("a",)})) == [
        "1: 'profile-short' has 121 characters",
        "2: 'command-a' has 257 characters",
        "3: 'privacy-file' has 1025 characters",
        "4: 'long' has 4097 characters",
    ]


COMMANDS = TextNames({"command": ("a", "b")}, {"command": ("words", "phrases")})


@each(
    ("words", "fault"),
    [
        (",", "2: 'command-a.words' holds no word"),
        ("Langkah-13, x", "2: '/langkah-13' cannot be a command of Telegram"),
        ("x" * 33, f"2: '/{'x' * 33}' cannot be a command of Telegram"),
        ("halaman, buka", "5: 'buka' stands in 'command-a' and in 'command-b'"),
    ],
)
def test_words_of_commands_are_checked(words: str, fault: str, check: Check) -> None:
    """A command has words, Telegram takes them, and a word means one command."""
    code = "s.say(f'command-{c}')\nt.words(f'command-{c}', attribute)\n"
    texts = (
        f"command-a = A\n    .words = {words}\n    .phrases = satu\n"
        "command-b = B\n    .words = buka, b\n    .phrases = dua\n"
    )
    assert check(code, texts, COMMANDS) == [fault]
    twice = texts.replace("dua", "satu")
    assert "6: 'satu' stands in 'command-a' and in 'command-b'" in check(code, twice, COMMANDS)


def test_a_message_that_cannot_be_read_is_not_missing_as_well(check: Check) -> None:
    """One broken message is one problem, told where it is read."""
    code = "s.say('a')\ns.button('a', 'go', 'd')\ns.say('b')\n"
    assert check(code, "a = {\n    .go = x\nb = { a }\n") == []
    assert check(code, "a = x\nwithout blanks before it\n    .go = x\nb = y\n") == []


def test_every_family_has_members() -> None:
    """The families that are checked are not empty by mistake."""
    assert all(VOCABULARY.families.values())
    assert all(VOCABULARY.attributes.values())


def test_the_vocabulary_names_only_what_the_code_uses() -> None:
    """Attributes that are declared are asked for by the code, so that the list does not rot."""
    uses = [use for use in find_uses(Path(bot.__file__).parent) if "*" in use.attribute]
    assert {use.family or use.key for use in uses} == set(VOCABULARY.attributes)


def test_a_label_that_a_phone_would_cut_is_refused(check: Check) -> None:
    """A label may have thirty characters with the longest that its variables stand for."""
    code = "s.button('a', 'go', 'd', number=1)\ns.button('a', 'on', 'd')\ns.say('a')\n"
    texts = (
        f"a = x\n    .go = Lanjutkan Langkah {'{'} $number {'}'} lagi, ya\n    .on = {'x' * 30}\n"
    )
    vocabulary = TextNames(longest={"number": "13"})
    assert check(code, texts, vocabulary) == []
    longer = TextNames(longest={"number": "1313"})
    assert check(code, texts, longer) == ["2: the label 'a.go' has up to 31 characters"]
    assert check(code, texts.replace("x" * 30, "x" * 31), vocabulary) == [
        "3: the label 'a.on' has up to 31 characters"
    ]


def test_a_use_is_found_however_it_is_broken_over_lines(tmp_path: Path) -> None:
    """Files that ask for no text are not read as a tree; one that asks is, whatever its form."""
    (tmp_path / "a.py").write_text("(\n    s\n    . say  (\n        'one')\n)\n", encoding="utf-8")
    (tmp_path / "b.py").write_text("(s.\n  say)('two')\n", encoding="utf-8")
    (tmp_path / "c.py").write_text("essay('three')\ns.saying('four')\n", encoding="utf-8")
    assert [use.key for use in find_uses(tmp_path)] == ["one", "two"]
