"""The families of texts whose members come from values: one message for each.

``python -m bot check`` uses this to find a message that is missing before anybody needs it.
"""

from collections.abc import Iterable, Mapping

from bot.chat.family import TABLE, Asks
from bot.chat.files.fields import NAMES
from bot.chat.files.own_data import FIELDS, PARTS
from bot.chat.files.sending import Paper
from bot.chat.moments.day import MomentDoubt
from bot.chat.moments.words import ATTRIBUTES
from bot.chat.screens.account.choices import CHOICES
from bot.chat.screens.reminders.wishes import PAUSES
from bot.chat.screens.school.said import TOPICS
from bot.chat.screens.school.school import TOOLS
from bot.chat.typed.entry import SETS
from bot.chat.typed.heard import About, Heard
from bot.chat.typed.wording import SchoolWish, Wish
from bot.chat.world import FAULTS, CommandId
from bot.content.check.text_use import TextNames
from bot.content.programme.step_parts import LABEL_LENGTH
from bot.domain.allowance import LimitedUse
from bot.domain.broadcast.batch import Fate, SkipReason
from bot.domain.broadcast.broadcast import AudienceFilter, Medium, Phase
from bot.domain.calendar.calendar import Quiet
from bot.domain.coaching.attempt import QUESTIONS
from bot.domain.coaching.correction import AttemptPart
from bot.domain.coaching.evidence import EvidenceKind
from bot.domain.coaching.journal import JournalPart
from bot.domain.coaching.progress import Status
from bot.domain.erasure import TracePart
from bot.domain.evaluation.development_plan import PlanLine
from bot.domain.evaluation.evaluation import LEVELS, EvaluationPart, IntentionOutcome
from bot.domain.evaluation.likely import LikelyReason
from bot.domain.person.person import Address
from bot.domain.programme.guide import Aid
from bot.domain.programme.programme import Competency
from bot.domain.reminders.outbound import Rhythm, Stage, Topic
from bot.domain.roster.nudge_request import Dealt, TeacherGroup
from bot.domain.roster.roster import Evaluated, Standing
from bot.domain.school.access import Action
from bot.domain.school.news import OF_TEACHER, NewsKind
from bot.domain.school.news import OWN as OWN_NEWS
from bot.domain.school.school_window import NotMoved, NotQuiet

TAPPED_PLACES = tuple(name for name, question in TABLE.questions.items() if question.longest)
"""Places whose answer may be taken by a tap."""


HERS = ("coach.", "evaluation.", "journal.", "history.")
"""Where a teacher is asked about her own work: what she says beside the question is answered, and it is asked again."""


def _asked_again() -> tuple[str, ...]:
    asking = TABLE.asking(Asks.WAITS | Asks.HELP)
    return tuple(name for name in TABLE.questions if name.startswith(HERS) and name in asking)


def _named(places: Iterable[str]) -> tuple[str, ...]:
    return tuple(place.replace(".", "-") for place in places)


TOLD_OUTCOMES = (IntentionOutcome.DONE, IntentionOutcome.PARTLY, IntentionOutcome.NOT)
RECAP_ABOUT = ("berisi", "tanpa", "persen", "tingkat", "jaga")

TEXT_FAMILIES: Mapping[str, tuple[str, ...]] = {
    **{name: tuple(choice.values) for name, choice in CHOICES.items()},
    "ask": tuple(CHOICES),
    "addressed": tuple(Address),
    "aside": _named(TABLE.asking(Asks.WORDS | Asks.HELP)),
    "still": _named(_asked_again()),
    "time-example": _named(TABLE.asking(Asks.TIME)),
    "competency": tuple(Competency),
    "command": tuple(CommandId),
    "heard": tuple(Heard),
    "about": tuple(About),
    "limit": tuple(use for use in LimitedUse if use is not LimitedUse.CODE),
    "rubric": tuple(map(str, LEVELS)),
    "likely": tuple(LikelyReason),
    "became": TOLD_OUTCOMES,
    "evaluation-how": TOLD_OUTCOMES,
    "plan-ask": tuple(PlanLine),
    "plan-how": TOLD_OUTCOMES,
    "plan-outcome": TOLD_OUTCOMES,
    "plan-name": tuple(PlanLine),
    "progress": (Status.DONE, Status.UNDERWAY),
    "reminder": tuple(Stage),
    "topic": (*Stage, *(topic for topic in Topic if topic is not Topic.EVALUATION)),
    "rhythm": tuple(Rhythm),
    "quiet": tuple(Quiet),
    "audit": tuple(Action),
    "recap-standing": tuple(Standing),
    "recap-evaluated": (*Evaluated, "belum-dibuka-hari"),
    "news": tuple(kind for kind in NewsKind if kind not in OF_TEACHER),
    "own-news": OWN_NEWS,
    "group": tuple(TeacherGroup),
    "outcome": tuple(Dealt),
    "not-moved": tuple(NotMoved),
    "not-quiet": tuple(NotQuiet),
    "audience": tuple(AudienceFilter),
    "medium": tuple(Medium),
    "phase": tuple(Phase),
    "export": (*FIELDS, *PARTS),
    "export-role": ("guru", "koordinator", "dulu", "tautan", "pengelola"),
    "export-by": ("anda", "lain"),
    "code": ("mkg", "pkg"),
    "paper": tuple(Paper),
    "page-title": (Paper.CARD, Paper.STATEMENT, Paper.PRACTICE),
    "card": (*Status, "evaluated"),
    "practice": ("name", "masalah", "tindakan", "hasil", "pelajaran", "bukti", "kode", "open"),
    "export-address": tuple(Address),
    "export-became": tuple(IntentionOutcome),
    "export-part": tuple(EvaluationPart),
    "export-left": ("orang", "nomor", "log", "titipan", "cadangan", "rusak"),
    "fault": FAULTS,
    "doubt": tuple(MomentDoubt),
    "fate": tuple(Fate),
    "fate-why": tuple(Fate),
    "skipped": tuple(SkipReason),
    "coach-look-any": ("1", "2", "3"),
    "coach-if-any": ("1", "2", "3"),
    "coach-heard": ("tugas", "latihan", "kelas", "jika", "murid", "refleksi"),
    "coach-near": ("hari-ini", "besok"),
    "coach-aid": tuple(Aid),
    "history-about": ("step",),
    "history-name": tuple(AttemptPart),
    "history-kind": tuple(EvidenceKind),
    "erased-part": tuple(TracePart),
    "journal-name": tuple(JournalPart),
    "journal-ask": tuple(JournalPart),
    "coach-name": ("latihan", "hari", "kelas", "jika", "murid", "bukti", "refleksi", "tingkat"),
    "field": NAMES,
    "proof": tuple(EvidenceKind),
    "about-me": ("nama", "jenjang", "mapel", "sekolah", "dibuat"),
    "poster": ("1", "2", "3"),
    "recap-sheet": ("guru", "langkah", "evaluasi", "keterangan", "halaman"),
    "recap-total": ("guru", "langkah"),
    "recap-head": (
        *(
            "nama",
            "jenjang",
            "status",
            "langkah",
            "sejak",
            "jumlah",
            "evaluasi",
            "evaluasi-lalu",
            "aktif",
        ),
        *("terjangkau", "nomor", "jawaban", "triwulan", "berjalan", "bebas", "hal", "isi"),
        *("belum-dibuka", "terlewat", "persen", "bawah", "atas"),
        *Status,
    ),
    "recap-reached": ("ya", "tidak"),
    "recap-about": (
        *("sekolah", "waktu", *RECAP_ABOUT),
        *(f"{about}-teks" for about in RECAP_ABOUT),
    ),
}

TEXT_ATTRIBUTES: Mapping[str, tuple[str, ...]] = {
    "became-said": TOLD_OUTCOMES,
    "evaluation-became": tuple(IntentionOutcome),
    "ask-said": tuple(f"{name}-{value}" for name, one in CHOICES.items() for value in one.values),
    "command": ("words", "phrases"),
    "wish": tuple(Wish),
    "school-said": tuple(SchoolWish),
    "school-topic": TOPICS,
    "roster-said": tuple(TeacherGroup),
    "reply-offer": ("yes", "no", "leave", "words", "strong", "hour", "ask"),
    "keep": (*_named(set(TAPPED_PLACES) - set(TABLE.asking(Asks.NAME))), "name"),
    "sentence": ("openers", "asks"),
    "hearing": SETS,
    "numbers": ("n1", "n2", "n3", "n4"),
    "steps": tuple(f"line-{status}" for status in Status),
    "step": ("mark-begin", "mark-done", "unmark-begin", "unmark-done", "previous", "next"),
    "page": ("back", "forward"),
    "evaluation-history": ("newer", "older"),
    "history": ("newer", "older"),
    "nav": ("before", "after"),
    "evaluation-focus": ("chosen", "open"),
    "audit": ("newer", "older"),
    "remind-pause": tuple(PAUSES),
    "moment-words": ATTRIBUTES,
    "past-words": ("week", "month", "ago"),
    "school": tuple(name for name, _, _ in TOOLS),
    "schedule": ("five", "six"),
    "broadcast-one": ("pause", "go", "stop"),
    "plan": ("choose", "add", "move"),
    "coach": ("begin", "go-on", "resume", "repeat"),
    "coach-aids": tuple(f"{ticked}-{aid}" for ticked in ("in", "out") for aid in Aid),
    "coach-typed": (
        *("yes", "no", "all", "change", "onward", "own", "last", "small", "tasks", "examples"),
        *(
            "sometime",
            "pauses",
            "more",
            "day",
            "amount",
            "none",
            "follows",
            "steps",
            "lost",
            "pass",
        ),
        *("moment", "right", "unsafe", "not-proof", *Aid),
    ),
    "coach-check": (
        *("tried-words", "later-words", "other-words", "yes-words", "no-words", "failed-words"),
        *("never-words", "brief-words", "little-words", "undone-words", "sick-words"),
        *("tried-heads", "showed-heads", "later-heads", "lead"),
        *(
            "pupil-heads",
            "sure-heads",
            "agreed-heads",
            "did-words",
            "outcome-words",
            "aside-words",
            "coming-words",
        ),
        *("worry-words", "denied-words", "part-words", "hindered-words"),
        "pupils",
    ),
    "coach-swap": ("put-off", "stay"),
    "coach-replan": ("change", "class", "day", "beside", "instead", "turns"),
    "coach-proof": ("none", "onward"),
    "coach-change": (
        *("latihan", "hari", "murid", "bukti", "tingkat"),
        *(f"refleksi-{nth + 1}" for nth in range(QUESTIONS)),
    ),
}
"""The attributes of a message (or of every member of a family) that are chosen by a value."""

TEXT_VARIABLES: Mapping[str, tuple[str, ...]] = {
    "export-left-rusak": ("count",),
    "step.previous": ("number",),
    "step.next": ("number",),
    "recap-head-evaluasi": ("quarter",),
    "recap-head-evaluasi-lalu": ("before",),
    "recap-evaluated-belum-dibuka-hari": ("day",),
    "recap-sheet-halaman": ("page", "pages"),
    "recap-total-guru": ("count",),
    **{f"recap-about-{about}-teks": ("quarter", "least") for about in RECAP_ABOUT},
}
"""What a text gets where only some of the calls that could mean it hand a variable over."""

LONGEST: Mapping[str, str] = {
    **dict.fromkeys(("number", "at", "total", "page"), "13"),
    **dict.fromkeys(("count", "size"), "100"),
    "days": "28",
    "level": "4",
    "quarter": "Triwulan III 2026",
    "named": "Triwulan III",
    "label": "l" * LABEL_LENGTH,
    "section": "Salah paham yang umum",
}
"""The longest that stands for a variable on a button; names of people and schools lose their middle
(``Button``)."""

VOCABULARY = TextNames(TEXT_FAMILIES, TEXT_ATTRIBUTES, TEXT_VARIABLES, LONGEST)
