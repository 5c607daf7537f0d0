"""Reads the diary of a year and counts what should not be there.

Expects what ARCHITECTURE promises of reminders, from the calendar file and from what each teacher
did; uses nothing of the bot's own rules.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from bench.year_calendar import QuietTimes, Stretch, here
from bench.year_check_cycles import CYCLE_KINDS, Cycles, Wording, is_check_back
from bench.year_check_plans import PLAN_KINDS, DevelopmentPlans, is_about_plan
from bench.year_diary import Diary, Entry, Kind
from bench.year_findings import Findings

MOST = 4
"""Messages about one quarter's evaluation."""

RHYTHM_DAYS = {"pekanan": 7, "dua-pekan": 14, "bulanan": 28}
SETTLE_DAYS, FAST_DAYS = 3, 14
Which = tuple[datetime, int]
"""An evaluation: the moment of the one before it, and how many times three months later."""

UNANSWERED = 3

UNDISTURBED = timedelta(hours=1, minutes=15)
"""So long after a sign of hers nobody asks about a plan, and the next look of the simulation is a quarter later."""


def check(diary: Diary, quiet: QuietTimes, wording: Wording) -> Findings:
    """Read all entries; ``wording`` is how the bot says what the check looks for."""
    findings = Findings()
    for teacher, entries in diary.entries.items():
        reader = Reader(teacher, diary, quiet, wording, findings)
        for entry in entries:
            reader.take(entry)
        reader.end()
    return findings


@dataclass(slots=True)
class Reader:
    """Follows one teacher through the year."""

    teacher: int
    diary: Diary
    quiet: QuietTimes
    wording: Wording
    findings: Findings
    cycles: Cycles = field(init=False)
    developing: DevelopmentPlans = field(init=False)
    zone: str = "WIB"
    rhythm: str = "pekanan"
    anchor: datetime | None = None
    """The moment of her last evaluation, else of her registration; its day is that of the zone in
    which she lives now.
    """

    away_since: datetime | None = None
    away: list[tuple[datetime, datetime]] = field(default_factory=list)
    paused_since: datetime | None = None
    paused_until: datetime | None = None
    stopped: bool = False
    blocked: bool = False
    skipped: set[Which] = field(default_factory=set)
    letters: Counter[Which] = field(default_factory=Counter)
    texts: set[tuple[Which, str]] = field(default_factory=set)
    written: dict[date, int] = field(default_factory=dict)
    asked_in_an_hour: set[date] = field(default_factory=set)
    evenings: set[date] = field(default_factory=set)
    """Days on whose last hour she was in the chat: a question of her plan waits an hour behind that."""

    snoozed: bool = False
    """Whether she has asked to hear of her evaluation again, and has not yet."""

    reported: set[date] = field(default_factory=set)
    """The weeks of school reports, by their first day, in which she was written to unasked."""

    nudged: date | None = None
    unanswered: int = 0
    sign: datetime | None = None

    def __post_init__(self) -> None:
        """Follow her cycles and plans, too."""

        def is_free(day: date) -> bool:
            return day not in self.evenings and self._is_free(day)

        self.cycles = Cycles(self.wording, self._fault, is_free)
        written = self.cycles.written_on
        self.developing = DevelopmentPlans(self.wording, self._fault, is_free, written)

    def _fault(self, what: str, entry: Entry | date) -> None:
        self.findings.fault(what, self.teacher, entry)

    def take(self, entry: Entry) -> None:
        """Read the next entry."""
        day = here(entry.moment, self.zone).date()
        match entry.kind:
            case Kind.LETTER:
                self._letter(entry, day)
            case Kind.FINISHED:
                self.findings.finished += 1
                self._close(day)
                self.anchor = entry.moment
            case Kind.SKIPPED | Kind.UNSKIPPED:
                self._skip(entry, day)
            case Kind.SNOOZED:
                self.snoozed = True
                if entry.detail == "1jam":
                    self.asked_in_an_hour.add(day)
            case Kind.SIGN:
                self.sign, self.unanswered = entry.moment, 0
                self._evening(entry.moment)
            case Kind.NO_BUTTON:
                self.findings.fault("buttons missing", self.teacher, entry)
            case _ if entry.kind in CYCLE_KINDS:
                self.findings.plans += entry.kind is Kind.PLANNED
                self.findings.closed += entry.kind is Kind.CLOSED
                self.cycles.take(entry, day)
            case _ if entry.kind in PLAN_KINDS:
                self.developing.take(entry, day)
            case _:
                self._wish(entry)

    def _evening(self, sign: datetime) -> None:
        now, later = (here(moment, self.zone) for moment in (sign, sign + UNDISTURBED))
        if now.date() != later.date() or self.quiet.is_over(later, self.zone):
            self.evenings.add(now.date())

    def _wish(self, entry: Entry) -> None:
        match entry.kind:
            case Kind.JOINED:
                self.zone, self.anchor = entry.detail, entry.moment
            case Kind.MOVED:
                self.zone = entry.detail
            case Kind.RHYTHM:
                self.rhythm = entry.detail
            case Kind.PAUSED:
                self._pause(entry)
            case Kind.STOPPED | Kind.BLOCKED:
                self.stopped = self.stopped or entry.kind is Kind.STOPPED
                self.blocked = self.blocked or entry.kind is Kind.BLOCKED
                self.away_since = entry.moment
            case Kind.RETURNED | Kind.UNBLOCKED:
                self._come_back(entry)

    def end(self) -> None:
        """Read the end of the year."""
        assert self.diary.ends
        if self.away_since:
            self.away.append((self.away_since, self.diary.ends))
        self._close(self.diary.ends.date() - timedelta(days=1))
        for followed in (self.cycles, self.developing):
            followed.end(here(self.diary.ends, self.zone).date())

    def _pause(self, entry: Entry) -> None:
        until = datetime.fromisoformat(entry.detail)
        if until <= entry.moment and self.paused_until:
            self.away[-1] = (self.away[-1][0], entry.moment)
            self.paused_until = None
        elif until > entry.moment:
            self.away.append((entry.moment, until))
            self.paused_until = until

    def _come_back(self, entry: Entry) -> None:
        self.stopped = self.stopped and entry.kind is not Kind.RETURNED
        self.blocked = self.blocked and entry.kind is not Kind.UNBLOCKED
        if self.away_since:
            self.away.append((self.away_since, entry.moment))
            self.away_since = None

    def _skip(self, entry: Entry, day: date) -> None:
        found = self._stretch_of(day)
        if found is None:
            self.findings.fault("skipped outside a window", self.teacher, entry)
        elif entry.kind is Kind.SKIPPED:
            self.skipped.add(found)
        else:
            self.skipped.discard(found)

    def _stretch(self, which: Which) -> Stretch:
        moment, count = which
        return self.quiet.stretch(here(moment, self.zone).date(), count, self.zone)

    def _stretch_of(self, day: date) -> Which | None:
        """Return which evaluation may be spoken of on a day."""
        assert self.anchor
        for count in range(1, 6):
            stretch = self._stretch((self.anchor, count))
            if stretch.first_word <= day <= stretch.ends:
                return self.anchor, count
        return None

    def _letter(self, entry: Entry, day: date) -> None:
        fault = self.findings.fault
        if self.quiet.moment(here(entry.moment, self.zone), self.zone):
            fault("in a quiet moment", self.teacher, entry)
        if self.stopped or (self.paused_until and entry.moment < self.paused_until):
            fault("while paused or stopped", self.teacher, entry)
        if self.blocked:
            fault("while blocked", self.teacher, entry)
        self.written[day] = self.written.get(day, 0) + 1
        if self.written[day] > 1 and day not in self.asked_in_an_hour:
            fault("second message of a day", self.teacher, entry)
        about_evaluation = "evaluation:start" in entry.buttons
        self.cycles.written(day)
        if is_check_back(entry, self.wording):
            self.findings.check_backs += 1
            self.cycles.asked(entry, day)
            return
        if is_about_plan(entry) and self._plan_day(entry, day):
            return
        week = self.quiet.report_week(day, self.zone)
        if week and not (about_evaluation and self.snoozed):
            if week in self.reported:
                fault("second message in a week of reports", self.teacher, entry)
            self.reported.add(week)
        if about_evaluation:
            self.snoozed = False
            self._evaluation(entry, day)
        else:
            self.findings.asked_again += is_about_plan(entry) or self.cycles.nudged(entry)
            self._nudge(entry, day)

    def _plan_day(self, entry: Entry, day: date) -> bool:
        """Read a message about a development plan; False if it takes the place of a nudge."""
        if self.developing.message(entry, day):
            return False
        self.findings.plan_days += 1
        return True

    def _evaluation(self, entry: Entry, day: date) -> None:
        fault = self.findings.fault
        self.findings.evaluation += 1
        found = self._stretch_of(day)
        if found is None:
            fault("after finishing, or outside any window", self.teacher, entry)
            return
        if found in self.skipped:
            fault("after skipping", self.teacher, entry)
        self.letters[found] += 1
        if self.letters[found] > MOST:
            fault("fifth message about an evaluation", self.teacher, entry)
        said = (found, entry.detail.partition("\n")[0])
        if said in self.texts and not any(":1jam" in data for data in entry.buttons):
            fault("duplicates", self.teacher, entry)
        self.texts.add(said)

    def _nudge(self, entry: Entry, day: date) -> None:
        fault = self.findings.fault
        self.findings.nudges += 1
        slows = self.unanswered >= UNANSWERED and self.rhythm in {"pekanan", "dua-pekan"}
        if slows:
            self.rhythm = "bulanan"
            self.findings.slowed += 1
        if slows != (self.wording.slower in entry.detail):
            fault("slowed without saying so", self.teacher, entry)
        least = RHYTHM_DAYS.get(self.rhythm)
        if least is None:
            fault("nudge though switched off", self.teacher, entry)
        elif self.nudged and (day - self.nudged).days < least:
            fault("duplicates", self.teacher, entry)
        if self.nudged and (day - self.nudged).days < FAST_DAYS and self.quiet.fast(day, self.zone):
            fault("nudged twice within two weeks of Ramadan", self.teacher, entry)
        sign = here(self.sign, self.zone).date() if self.sign else day - timedelta(days=SETTLE_DAYS)
        if 0 <= (day - sign).days < SETTLE_DAYS:
            fault("nudge within three days of a sign", self.teacher, entry)
        self.nudged, self.unanswered = day, self.unanswered + 1

    def _close(self, until: date) -> None:
        """Count what was said of the evaluations since the last one; ``until`` this day."""
        if self.anchor is None:
            return
        for count in range(1, 6):
            which = self.anchor, count
            stretch = self._stretch(which)
            said = self.letters[which]
            if said or stretch.ends < until:
                self.findings.per_quarter[said] += 1
            if not said and stretch.ends < until and which not in self.skipped:
                day = next(filter(self._is_free, self.quiet.telling(stretch, self.zone)), None)
                if day:
                    self.findings.fault("missed", self.teacher, day)

    def _is_free(self, day: date) -> bool:
        """Say whether the bot ran, she could be written to, and the day is not quiet, all day."""
        if self.quiet.day(day, self.zone):
            return False
        gone = [*self.away, *self.diary.down]
        if self.away_since:
            gone.append((self.away_since, self.away_since + timedelta(days=1000)))
        return not any(
            here(start, self.zone).date() <= day <= here(end, self.zone).date()
            for start, end in gone
        )
