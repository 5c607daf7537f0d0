"""What is stored about a person in words she can read: labels for fields, titles for steps, her clock.

Pure. What is no fact about her is left out: numbers the bot finds its own documents by, and the names
and ids of others, of whom only the number stays.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from bot.chat.world import World
from bot.domain.broadcast.broadcast import Medium, Phase
from bot.domain.coaching.evidence import EvidenceKind, is_kept
from bot.domain.evaluation.development_plan import PlanLine
from bot.domain.evaluation.evaluation import LEVELS, EvaluationPart, IntentionOutcome
from bot.domain.person.person import Address
from bot.domain.person.zone import Zone
from bot.domain.programme.programme import SchoolLevel
from bot.domain.reminders.outbound import Rhythm
from bot.domain.roster.nudge_request import TeacherGroup

FIELDS = (
    *("id", "consent", "seen_at", "address", "nickname", "level", "subject", "subject_asked"),
    *("zone", "progress", "bookmark", "evaluations", "evaluating", "plans", "school"),
    *(
        "shown_name",
        "joined_at",
        "school_terms",
        "invited",
        "wishes",
        "outbound",
        "asks",
        "composing",
    ),
    *("announced", "letters", "place", "quiet", "reachable", "version", "given_at"),
    *("withdrawn_at", "status", "started_at", "done_at", "step", "page", "quarter", "begun_at"),
    *("finished_at", "levels", "skipped", "strength", "focus", "intention", "answered"),
    *("broken_off", "made_at", "lines", "weekday", "hour", "rhythm", "paused_until", "digest"),
    *("due_at", "written_on", "nudged_on", "digested_on", "unanswered", "cycle", "recent"),
    "unsure",
    *("sent", "last_sent", "snoozed_until", "group", "asked_at", "waiting", "outcomes", "noted"),
    *("content", "audience", "at", "repeats", "important", "medium", "text", "file"),
    *("evaluation", "whom", "value", "broadcast", "recipients", "school_name", "sender", "phase"),
    *("due", "total", "first_at", "ended_at", "quote", "shares", "screen", "args", "draft"),
    *("held", "letter", "words", "replied"),
    *("coaching", "active", "put_off", "history", "journal", "gate_at", "attempts", "again"),
    *("cycle_level", "closed_at", "habit", "choice", "task", "own", "small", "voice", "read"),
    *("rehearsal", "looks", "looked", "promise", "earlier", "tried_on", "showed", "evidence"),
    *("evidence_done", "reflections", "twist", "left_at", "day", "class_named", "aids"),
    "brings",
    *("tried_at", "hinted", "proof_waits", "before", "missed", "chosen", "disturbed", "loud_at"),
    *("is_settled", "group_voice", "count", "kind", "files", "parts", "asked", "key", "times"),
    "asked_steps",
    *("days", "went", "went_words", "plan_said", "until", "pupils", "became", "became_words"),
    *("carried", "quoted", "lapse_told_at"),
)
"""Every field of a person's document that is told; each has a label, ``export-<field>``."""

PARTS = (
    *("dibuat", "catatan", "peran", "kegiatan", "diingatkan", "siaran", "surat", "pesan", "tanpa"),
    *("waktu", "sekolah", "nama", "oleh", "jumlah", "kelompok", "keadaan", "dari", "jenis", "isi"),
    *("kutipan", "sebagai", "perbuatan"),
)
"""The parts of the copy, and the facts in those that come from other documents."""

DROPPED = frozenset(
    {
        *("answers", "by", "chunks", "id", "updates", "counted", "number"),
        *("claim", "lease", "epoch", "owner"),
    }
)
"""Below the person herself: numbers by which the bot finds its own documents, or keeps taps and
messages on their way apart.
"""

FAMILIES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "address": ("export-address", tuple(Address)),
    "level": ("level", tuple(SchoolLevel)),
    "rhythm": ("rhythm", tuple(Rhythm)),
    "kind": ("history-kind", tuple(EvidenceKind)),
    "cycle_level": ("rubric", tuple(map(str, LEVELS))),
    "levels": ("rubric", tuple(map(str, LEVELS))),
    "carried": ("rubric", tuple(map(str, LEVELS))),
    "became": ("export-became", tuple(IntentionOutcome)),
    "went": ("export-became", tuple(IntentionOutcome)),
    "answered": ("export-part", tuple(EvaluationPart)),
    "group": ("group", tuple(TeacherGroup)),
    "medium": ("medium", tuple(Medium)),
    "phase": ("phase", tuple(Phase)),
}
"""Which texts say the values of a field in words, and the values they know."""

COUNTED = frozenset({"replied", "waiting", "outcomes", "recipients", "files"})
"""Lists of other people, and of what only opens her files in Telegram."""

SPOKEN = frozenset({"voice", "group_voice"})
"""Voice notes: the copy says that there is one; its id would open it for whoever has the file."""

OF_CYCLES = {"level": "cycle_level", "group": "class_named", "waiting": "proof_waits"}
"""What has another name in a cycle than elsewhere: her level in a step, the class she tried it in."""

DAY_FORM = re.compile(r"\d{4}-\d\d-\d\d")

CLOCK = re.compile(r"(\d\d):(\d\d):\d\d")

MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")


def readable(form: Mapping[str, Any], world: World, schools: Mapping[str, str]) -> dict[str, Any]:
    """Return the stored form of a person with labels for names and words for values.

    ``schools`` tells the names of schools by their ids.
    """
    zone = Zone(form["zone"]) if form.get("zone") in set(Zone) else None
    counsels = world.counsellors.includes(form.get("subject"))
    reader = _Reader(world, schools, zone, counsels=counsels)
    return {
        reader.label("id"): form["id"],
        **reader.mapping({k: _of_cycles(k, v) for k, v in form.items() if k != "id"}),
    }


def _of_cycles(name: str, value: Any) -> Any:
    """Return the cycles with the names that hold in them; all else as it is."""
    return _renamed(value) if name == "coaching" else value


def _renamed(value: Any) -> Any:
    match value:
        case dict():
            return {OF_CYCLES.get(name, name): _renamed(one) for name, one in value.items()}
        case list():
            return [_renamed(one) for one in value]
        case _:
            return value


class _Reader:
    def __init__(
        self, world: World, schools: Mapping[str, str], zone: Zone | None, *, counsels: bool
    ) -> None:
        self._world = world
        self._programme = world.programme.told(counsels=counsels)
        self._tasks = {
            str(task.slug): task.title for step in self._programme for task in step.tasks
        }
        self._schools = schools
        self._zone = zone
        self._labels = {name: world.texts.pick("export", name) for name in FIELDS}

    def label(self, name: str) -> str:
        """Return the label of a field."""
        return self._labels[name]

    def mapping(self, form: Mapping[str, Any]) -> dict[str, Any]:
        """Return a mapping in words; what only the bot needs is left out."""
        told: dict[str, Any] = {}
        for name, value in form.items():
            if (
                (name == "asked" and isinstance(value, str))
                or name in DROPPED
                or (name == "value" and form.get("whom") == "orang")
            ):
                continue
            if name == "asked" and isinstance(value, list):
                name = "asked_steps"  # noqa: PLW2901 -- a short evaluation tells by this name what it asks
            label = self._labels.get(name) or self._word(name)
            if name in SPOKEN:
                told[label] = self._world.texts.say(
                    "coach-voice", kept="ya" if is_kept(value) else "tidak"
                )
                continue
            if name == "aids":
                told[label] = [self._world.texts.pick("coach-aid", aid) for aid in value]
                continue
            told[label] = len(value) if name in COUNTED else self._said(name, value)
        return told

    def _said(self, name: str, value: Any) -> Any:
        """Return the value of a field in words, where it has words of its own."""
        texts = self._world.texts
        match name, value:
            case ("weekday", int()):
                return texts.weekday(value)
            case ("looks", list()):
                return [one + 1 for one in value]
            case ("lines", dict()):
                return {self._line(line): said for line, said in value.items()}
            case ("levels" | "carried", dict()):
                return {self._word(step): self._picked(name, one) for step, one in value.items()}
            case (_, list()) if name in FAMILIES:
                return [self._picked(name, one) for one in value]
            case (_, str() | int()) if name in FAMILIES:
                return self._picked(name, value)
            case _:
                return self._value(value)

    def _line(self, line: str) -> str:
        return self._world.texts.pick("plan-name", line) if line in set(PlanLine) else line

    def _picked(self, name: str, value: Any) -> Any:
        """Return a value by the texts of its field; one they do not know stays as it is."""
        family, known = FAMILIES[name]
        return self._world.texts.pick(family, str(value)) if str(value) in known else value

    def _value(self, value: Any) -> Any:
        match value:
            case dict():
                return self.mapping(value)
            case list():
                return [self._value(one) for one in value]
            case str():
                return self._word(value)
            case _:
                return value

    def _word(self, word: str) -> str:
        if step := self._programme.step(word):
            return f"{step.number}. {step.title}"
        if word in self._tasks:
            return self._tasks[word]
        if DAY_FORM.fullmatch(word):
            return self._world.texts.long_day(date.fromisoformat(word))
        if found := CLOCK.fullmatch(word):
            return f"{found[1]}.{found[2]}"
        if MOMENT.match(word):
            return self._world.texts.moment(datetime.fromisoformat(word), self._zone)
        return self._schools.get(word, word)
