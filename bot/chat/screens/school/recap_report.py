"""The recap as values for a picture and a workbook: the same facts, named for whoever opens a file.

Takes only what a coordinator may know (``Roster``, ``Recap``), so nothing else can get into a file.
"""

from dataclasses import dataclass
from datetime import datetime
from re import sub
from unicodedata import normalize

from bot.chat.files.report import (
    PAGE,
    PAGES,
    Cell,
    Sheet,
    StatusPicture,
    StatusRow,
    Workbook,
)
from bot.chat.screens.evaluation.quarter_words import quarter_name
from bot.chat.screens.roster.evaluated_words import evaluated_words, not_open
from bot.chat.screens.roster.words import names_apart
from bot.chat.world import World
from bot.domain.calendar.quarter import Quarter
from bot.domain.coaching.progress import Status
from bot.domain.programme.programme import StepSlug
from bot.domain.roster.recap import Recap
from bot.domain.roster.roster import Evaluated, Roster, Row
from bot.domain.school.school import School

FILE_NAME_LENGTH = 40
ORDER = (Status.DONE, Status.UNDERWAY, Status.UNTOUCHED)
"""In words, picture and table alike."""

FIXED_KILOBYTES, TEACHERS_A_KILOBYTE = 12, 14
"""What a workbook weighs (tests/reports/test_workbook.py); it is said before it is sent."""


def table_kilobytes(teachers: int) -> int:
    """Return about how large the workbook of so many teachers is."""
    return FIXED_KILOBYTES + teachers // TEACHERS_A_KILOBYTE


SHARE_FROM = 10
"""Of so many teachers a percentage is told; one of fewer would count for more than ten of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecapReport:
    """A school's recap, ready to be drawn and written."""

    world: World
    school: School
    roster: Roster
    recap: Recap
    now: datetime

    @property
    def day(self) -> str:
        """The day the report is of, in words."""
        return self.world.texts.day(self.now, self.school.zone)

    def file_name(self, ending: str) -> str:
        """Return a name every device takes: ``rekap-sdn-contoh-1-2026-11-20.xlsx``."""
        plain = normalize("NFKD", self.school.name).encode("ascii", "ignore").decode().lower()
        name = sub(r"[^a-z0-9]+", "-", plain).strip("-")[:FILE_NAME_LENGTH].strip("-")
        said = self.world.texts.label(
            "recap-picture", "file", school=name or self.school.id, day=str(self.roster.today)
        )
        return f"{said}.{ending}"

    def picture(self) -> StatusPicture:
        """Return what the picture shows."""
        texts = self.world.texts
        return StatusPicture(
            title=texts.say("recap-picture"),
            school=self.school.name,
            below=self._below(),
            statuses=tuple(texts.pick("recap-head", status) for status in ORDER),
            rows=tuple(
                StatusRow(f"{step.number} · {step.label}", self._counts(step.slug))
                for step in self.world.programme
            ),
        )

    def _below(self) -> str:
        texts = self.world.texts
        below = texts.say("recap-picture-below", count=self.recap.teachers, day=self.day)
        if self.recap.opens is None:
            return below
        opens = not_open(texts, self.recap.opens)
        return f"{below}\n{texts.say('recap-picture-opens', opens=opens)}"

    def workbook(self) -> Workbook:
        """Return the sheets: teachers, steps, evaluations, and what the file is."""
        return (self._teachers(), self._steps(), self._evaluations(), self._about())

    def _counts(self, step: StepSlug) -> tuple[int, ...]:
        return tuple(self.recap.steps[step][status] for status in ORDER)

    def _sheet(
        self,
        name: str,
        heads: tuple[str, ...],
        cells: tuple[tuple[Cell, ...], ...],
        totals: tuple[Cell, ...] = (),
    ) -> Sheet:
        texts = self.world.texts
        told = quarter_name(texts, self.recap.quarter)
        before = quarter_name(texts, self.recap.before)
        return Sheet(
            name=texts.pick("recap-sheet", name),
            heads=tuple(
                texts.pick("recap-head", head, quarter=told, before=before) for head in heads
            ),
            rows=cells,
            totals=totals,
            above=(self.school.name, self.day),
            below=texts.pick("recap-sheet", "halaman", page=PAGE, pages=PAGES),
        )

    def _teachers(self) -> Sheet:
        before = ("evaluasi-lalu",) if self._tells_before else ()
        heads = (
            *("nama", "jenjang", "status", "langkah", "sejak", "jumlah", "evaluasi"),
            *(*before, "aktif", "terjangkau"),
        )
        rows = self.roster.rows
        total = self.world.texts.pick("recap-total", "guru", count=len(rows))
        totals = (total, None, None, None, None, sum(row.done for row in rows))
        told = names_apart(self.world.texts, self.roster)
        cells = tuple(self._teacher(row, told[row.id]) for row in rows)
        return self._sheet("guru", heads, cells, totals)

    @property
    def _tells_before(self) -> bool:
        """Whether it is told by name how the last evaluation ended: until the next one opens."""
        return self.recap.opens is not None and self.recap.before in self.recap.states

    def _teacher(self, row: Row, name: str) -> tuple[Cell, ...]:
        texts = self.world.texts
        step = self.world.programme.step(row.step) if row.step else None
        return (
            name,
            texts.pick("level", row.level) if row.level else None,
            texts.pick("recap-standing", row.standing),
            f"{step.number} · {step.label}" if step else None,
            row.since,
            row.done,
            evaluated_words(texts, row.evaluated, self.recap.opens),
            *((self._ended(row),) if self._tells_before else ()),
            row.seen,
            texts.pick("recap-reached", "ya" if row.reachable else "tidak"),
        )

    def _ended(self, row: Row) -> str | None:
        """Return how a teacher ended with the quarter before; None of whom it was not asked."""
        if row.before is None or row.before is Evaluated.NOT_DUE:
            return None
        return self.world.texts.pick("recap-evaluated", row.before)

    def _steps(self) -> Sheet:
        told = ("nomor", "langkah", "selesai", "sedang", "belum")
        heads = (*told, "jawaban", "bawah", "atas")
        cells: list[tuple[Cell, ...]] = []
        for step in self.world.programme:
            halves = self.recap.levels.get(step.slug)
            levels = (sum(halves), *halves) if halves else ()
            cells.append((step.number, step.label, *self._counts(step.slug), *levels))
        counts = (self._counts(step.slug) for step in self.world.programme)
        total = self.world.texts.pick("recap-total", "langkah")
        totals = (None, total, *map(sum, zip(*counts, strict=True)))
        return self._sheet("langkah", heads, tuple(cells), totals)

    def _evaluations(self) -> Sheet:
        ended = ("selesai", "berjalan", "belum", "bebas", "belum-dibuka", "terlewat")
        heads = ("triwulan", *ended, "persen")
        states = (
            *(Evaluated.DONE, Evaluated.BEGUN, Evaluated.OPEN, Evaluated.NOT_DUE),
            *(Evaluated.NOT_OPEN, Evaluated.MISSED),
        )
        cells: list[tuple[Cell, ...]] = []
        for quarter, counts in self.recap.states.items():
            told: tuple[int | None, ...] = tuple(counts[state] for state in states)
            if not self.recap.due(quarter):  # nobody is behind, so no number says "none has"
                told = tuple(count or None for count in told)
            name = quarter_name(self.world.texts, quarter)
            cells.append((name, *told, self._share(quarter)))
        return self._sheet("evaluasi", heads, tuple(cells))

    def _share(self, quarter: Quarter) -> float | None:
        """Return which part of those who were asked has finished; None of so few that it says little."""
        due = self.recap.due(quarter)
        if due < SHARE_FROM:
            return None
        return self.recap.states[quarter][Evaluated.DONE] / due

    def _about(self) -> Sheet:
        texts = self.world.texts
        quarter = quarter_name(texts, self.recap.told_of)
        cells: list[tuple[Cell, ...]] = [
            (texts.pick("recap-about", "sekolah"), self.school.name),
            (texts.pick("recap-about", "waktu"), texts.moment(self.now, self.school.zone)),
        ]
        for about in ("berisi", "tanpa", "persen", "tingkat", "jaga"):
            words = texts.pick("recap-about", f"{about}-teks", quarter=quarter, least=SHARE_FROM)
            cells.append((texts.pick("recap-about", about), words))
        return self._sheet("keterangan", ("hal", "isi"), tuple(cells))
