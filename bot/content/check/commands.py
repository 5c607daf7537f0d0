"""The words people type after a slash: whether Telegram takes them, and whether they are told apart.

Knows only that commands stand in the texts as ``command-<id>`` with ``.words`` and ``.phrases``.
"""

from collections.abc import Iterator
from re import compile as pattern

from bot.content.check.message import FluentMessage, FluentMessages
from bot.content.problem import Problem, ProblemList

COMMAND = "command-"
WORDS = "words"
PHRASES = "phrases"

_FORM = pattern(r"[a-z0-9_]{1,32}")
"""What Telegram takes as a command (Bot API: BotCommand)."""


def check_commands(messages: FluentMessages, problems: ProblemList) -> None:
    """Note commands without a word, words that are none, and words of two commands."""
    commands = {key: message for key, message in messages.by_key.items() if key.startswith(COMMAND)}
    for key, message in commands.items():
        words = list(_listed(messages, message, WORDS))
        if WORDS in message.parts and not words:
            line = message.parts[WORDS].line
            problems.add(line, f"'{key}.{WORDS}' holds no word", "write at least one")
        for word in words:
            if not _FORM.fullmatch(word):
                advice = "use a-z, 0-9 and _, at most 32 characters"
                problems.add(
                    message.parts[WORDS].line, f"'/{word}' cannot be a command of Telegram", advice
                )
    for attribute in (WORDS, PHRASES):
        problems.found += _shared(messages, commands, attribute, problems)


def _listed(messages: FluentMessages, message: FluentMessage, attribute: str) -> Iterator[str]:
    """Yield the words of a list with commas, as ``Texts.words`` reads them."""
    part = message.parts.get(attribute)
    for form in messages.forms(part) if part else ():
        yield from (word.strip().lower() for word in form.split(",") if word.strip())


def _shared(
    messages: FluentMessages,
    commands: dict[str, FluentMessage],
    attribute: str,
    problems: ProblemList,
) -> Iterator[Problem]:
    owners: dict[str, str] = {}
    for key, message in commands.items():
        for word in dict.fromkeys(_listed(messages, message, attribute)):
            owner = owners.setdefault(word, key)
            if owner != key:
                line = message.parts[attribute].line
                fault = f"'{word}' stands in '{owner}' and in '{key}'"
                yield Problem(problems.path, line, fault, "keep it in one of them")
