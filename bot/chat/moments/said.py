"""What somebody said about a day and an hour, piece by piece, before anything is made of it."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Hour:
    """An hour as it was said. ``exact``: no other half of the day can be meant."""

    hour: int
    minute: int = 0
    exact: bool = False
    dotted: bool = False
    """Written like 24.12 without a word for hours: it may be a date."""


@dataclass(frozen=True, slots=True)
class Date:
    """A day of a month as it was said; None is what was left out. ``month`` may count from now."""

    day: int
    month: int | None = None
    year: int | None = None
    is_run: bool = False
    """Written like "tanggal 5-7": where several days may be typed, it is those days."""


@dataclass(frozen=True, slots=True)
class Every:
    """A rhythm as it was said: every so many weeks ("k"), months ("b"), days ("h") or years ("y").

    Without an amount only "setiap" was said, of the day beside it; "?" is any other rhythm.
    """

    words: str
    amount: int = 0
    unit: str = ""


@dataclass(slots=True)
class SaidMoment:
    """All that was said, in order of its kind."""

    hours: list[Hour] = field(default_factory=list)
    dates: list[Date] = field(default_factory=list)
    weekdays: list[tuple[int, str]] = field(default_factory=list)
    """Days of the week, each with "next", "this" or nothing behind it."""

    near: list[int] = field(default_factory=list)
    """Days from today."""

    parts: list[str] = field(default_factory=list)
    zones: list[str] = field(default_factory=list)
    minutes: int | None = None
    """Minutes from now."""

    weeks: int | None = None
    months: int | None = None
    years: int | None = None
    """Weeks, months and years from this one."""

    distance: tuple[int, int] | None = None
    """Months and days from today."""

    edge: str = ""
    """The end or the start of the month or year that was named, or the end of a week."""

    spare: list[Hour] = field(default_factory=list)
    """Numbers without a word that says of what."""

    order: list[str] = field(default_factory=list)
    """In which order dates, weekdays and near days were said: "d", "w", "r"; "o" and "L" join them."""

    every: list["Every"] = field(default_factory=list)
    """How often something is to come."""

    day_words: list[str] = field(default_factory=list)
    """What was said of a day, as it was typed."""

    either: bool = False
    """"Isuk" was said: this morning, or tomorrow."""

    odd: list[str] = field(default_factory=list)
    """What was not understood."""

    def add_date(self, one: Date) -> None:
        """Keep a date in its order."""
        self.dates.append(one)
        self.order.append("d")

    @property
    def names_day(self) -> bool:
        """Whether anything was said about the day."""
        counted = (self.weeks, self.months, self.years, self.distance)
        named = self.dates or self.weekdays or self.near or self.edge
        return bool(named) or any(one is not None for one in counted)
