"""What the conversation may know besides the person: the programme, the texts, the search.

Values only; nothing here reads a file or a clock.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from bot.chat.answers.common_words import CommonWords
from bot.chat.answers.counsellor import Counsellors
from bot.chat.model import Screen
from bot.chat.routes import button_to
from bot.chat.typed.heard import Hearing
from bot.chat.typed.wording import Wording
from bot.content.search import Search
from bot.content.texts import Texts
from bot.domain.calendar.calendar import Calendar
from bot.domain.person.person import Person, Place
from bot.domain.programme.programme import Programme


class CommandId(StrEnum):
    """What a command does. The words people type for it stand in the texts, as ``command-<id>``."""

    MENU = "menu"
    STEPS = "steps"
    TASK = "task"
    EVALUATION = "evaluation"
    PROGRESS = "progress"
    HISTORY = "history"
    JOURNAL = "journal"
    PROOF = "proof"
    PORTFOLIO = "portfolio"
    REMINDERS = "reminders"
    SETTINGS = "settings"
    SCHOOLS = "schools"
    ADMIN = "admin"
    PRIVACY = "privacy"
    EXPORT = "export"
    ERASE = "erase"
    HELP = "help"
    CANCEL = "cancel"
    STOP = "stop"


FOR_FEW = frozenset({CommandId.SCHOOLS, CommandId.ADMIN})
"""Commands that only coordinators and administrators use; Telegram's menu does not list them."""


UNREADABLE, UNWRITABLE, ELSEWHERE = FAULTS = ("baca", "tulis", "lain")
"""What may be wrong: her document cannot be read, or not be changed, or it is a school's or the like."""


@dataclass(frozen=True, repr=False)
class World:
    """Everything the conversation shows that does not depend on the person.

    What only typed words need is made ready by the first of them, or before it by ``prepare``. It is
    not told in full (``repr``): a megabyte in any traceback, and asyncio asks for it of each result.
    """

    programme: Programme
    texts: Texts
    calendar: Calendar
    search: Search
    operator: str = ""
    """Name and contact of whoever runs the bot (UU 27/2022 asks that people are told)."""

    version: str = ""
    """A short fingerprint of the content's files: equal when they are."""

    warnings: int = 0
    """What `python -m bot check` would warn of in the content."""

    words: Mapping[str, CommandId] = field(init=False)
    """Slash commands, without the slash, with their aliases."""

    phrases: Mapping[str, CommandId] = field(init=False)
    """Plain text that means a command."""

    counsellors: Counsellors = field(init=False)
    """Who is a guru BK."""

    common: CommonWords = field(init=False)
    """Words that are hardly anybody's name."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "common", CommonWords(self.texts, self.programme))
        object.__setattr__(self, "counsellors", Counsellors(self.texts))
        object.__setattr__(self, "words", self._lookup("words"))
        object.__setattr__(self, "phrases", self._lookup("phrases"))

    @cached_property
    def wording(self) -> Wording:
        """What a whole text asks for, in whatever words."""
        return Wording(self.texts)

    @cached_property
    def hearing(self) -> Hearing:
        """What a text lets one hear without asking for it."""
        return Hearing(self.texts, self.wording)

    def prepare(self) -> None:
        """Make all ready; may run in a thread, also while people are served."""
        assert self.hearing  # noqa: S101 -- looked at, it is there
        self.search.prepare()

    def _lookup(self, attribute: str) -> dict[str, CommandId]:
        return {
            word: command
            for command in CommandId
            for word in self.texts.words(f"command-{command}", attribute)
        }

    def programme_for(self, person: Person) -> Programme:
        """Return the programme in the words for one person: a guru BK gives services.

        What others are told of her, a coordinator's lists above all, takes ``programme`` itself.
        """
        return self.programme.told(counsels=self.counsellors.includes(person.subject))

    def commands(self) -> tuple[tuple[str, str], ...]:
        """Return the commands to announce to Telegram: (word, description)."""
        return tuple(
            (
                self.texts.words(f"command-{command}", "words")[0],
                self.texts.say(f"command-{command}"),
            )
            for command in CommandId
            if command not in FOR_FEW
        )

    def faulty_screen(self, told: str, *, knows: bool) -> Screen:
        """Return what somebody sees when a document needs repair: what happened, and who knows of it.

        ``told`` is one of FAULTS. ``knows`` says whether whoever runs the bot was told; else she may ask them herself.
        """
        words = [self.texts.tell("fault", told)]
        if knows:
            words[0] += " " + self.texts.say("fault-told")
        elif self.operator:
            words[0] += " " + self.texts.say("fault-tell")
        if self.operator:
            words.append(self.texts.say("operator", operator=self.operator))
        label = self.texts.label("edge-unreadable", "read")
        return Screen("\n\n".join(words), ((button_to(label, Place("steps.list")),),))
