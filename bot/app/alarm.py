"""Tells whoever runs the bot what is wrong: in the log, and by a message, once per cause and day.

Knows who was really told, so that nobody is promised it who should not be. Must not decide what is
wrong; the store says so.
"""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

import structlog

from bot.cluster.background import Background
from bot.content.texts import Texts
from bot.domain.broadcast.verdict import RetryAt, Sent, Verdict
from bot.errors import DocumentTooNew, DocumentUnwritable
from bot.store.base import Fault
from bot.store.pulse import Trouble

log = structlog.stdlib.get_logger(__name__)

PostAlarm = Callable[[int, str], Awaitable[Verdict]]
"""Sends words to one of those who run the bot; says what became of them."""

ONE_BY_ONE = 10
"""Faulty documents told of one by one in a day; of all further ones it is said once that there are more."""

PATIENCE_SECONDS = 2.0
"""How long somebody's answer waits to learn whether those who run the bot were told."""

QUIET = timedelta(minutes=10)
"""A disk that comes and goes is told of this often at most; what lasts is told when this is over."""

ATTEMPTS = 5
LONGEST_PAUSE_SECONDS = 60.0

TOLD = frozenset({"people", "schools", "audit", "broadcasts", "chunks"})
"""Kinds of documents that have a name of their own in ``admin-fault``; the others are the bot's own."""


@dataclass(slots=True)
class Alarm:
    """What was told, to whom it can be told, and what waits until it can."""

    texts: Texts
    admins: frozenset[int]
    clock: Callable[[], datetime]
    post: PostAlarm | None = field(default=None, init=False)
    _waiting: list[Fault] = field(default_factory=list, init=False)
    _told: dict[str, "asyncio.Task[bool]"] = field(default_factory=dict, init=False)
    _of_day: dict[str, date] = field(default_factory=dict, init=False)
    _background: Background = field(default_factory=lambda: Background("alarm"), init=False)
    _trouble: Trouble | None = field(default=None, init=False)
    _trouble_told: datetime | None = field(default=None, init=False)
    _trouble_open: datetime | None = field(default=None, init=False)

    def fault(self, fault: Fault) -> None:
        """Take notice of a document that cannot be read or written."""
        cause, today = _cause(fault), self.clock().date()
        if self._of_day.get(cause) == today:
            return
        self._of_day = {one: day for one, day in self._of_day.items() if day == today}
        self._of_day[cause] = today
        _log(fault)
        if self.post is None:
            self._waiting.append(fault)
        elif len(self._of_day) <= ONE_BY_ONE:
            self._told[cause] = self._begin(self._words(fault))
        else:
            self._told[cause] = self._more(today)

    def connect(self, post: PostAlarm) -> None:
        """Tell of everything that was found before anybody could be written to, in one message."""
        self.post = post
        if self._waiting:
            kinds = Counter(fault.kind for fault in self._waiting)
            task = self._begin(
                self.texts.say(
                    "admin-damaged",
                    count=len(self._waiting),
                    kinds=self.texts.listed(self._counted(*each) for each in kinds.items()),
                )
            )
            self._told.update((_cause(fault), task) for fault in self._waiting)
            self._waiting.clear()

    async def has_told(self, fault: Fault) -> bool:
        """Say whether somebody who runs the bot has got word of a fault, waiting a moment for it."""
        self.fault(fault)
        task = self._told.get(_cause(fault))
        if task is None:
            return False
        await asyncio.wait({task}, timeout=PATIENCE_SECONDS)
        return task.done() and not task.cancelled() and task.result()

    def saving(self, trouble: Trouble, over: bool) -> None:
        """Tell that nothing can be saved, and when it is over; the end only to who was told."""
        now, texts = self.clock(), self.texts
        self._trouble = None if over else trouble
        if not over:
            wait = self._trouble_told + QUIET - now if self._trouble_told else timedelta()
            if wait > timedelta():
                loop = asyncio.get_running_loop()
                loop.call_later(wait.total_seconds(), self._say_not_saving, trouble, now)
            else:
                self._say_not_saving(trouble, now)
        elif self._trouble_open:
            since, self._trouble_open = texts.moment(self._trouble_open, None), None
            until = texts.moment(now, None)
            self._begin(texts.say("admin-saving-again", since=since, until=until))

    def _say_not_saving(self, trouble: Trouble, since: datetime) -> None:
        """Tell of a trouble, unless it is over by now."""
        if self._trouble is trouble:
            self._trouble_told, self._trouble_open = self.clock(), since
            moment = self.texts.moment(since, None)
            self._begin(self.texts.say("admin-not-saving", since=moment, cause=trouble.cause))

    def replaced(self, hung: bool) -> None:
        """Tell that the process which writes the files hung or died and that another one goes on."""
        log.warning("writer_replaced", hung=hung)
        told = "ya" if hung else "tidak"
        self.once(f"writer {told}", self.texts.say("admin-writer", hung=told))

    def once(self, cause: str, words: str) -> None:
        """Tell something, unless this cause was told of today."""
        today = self.clock().date()
        if self._of_day.get(cause) != today:
            self._of_day[cause] = today
            self._begin(words)

    def content(self, problems: int) -> None:
        """Tell that the check which runs beside the bot has found so many problems in the content."""
        self._begin(self.texts.say("admin-content", count=problems))

    def backup_failed(self, reason: str, last: datetime | None) -> None:
        """Tell that no backup was made, once a day."""
        if self._is_new_today("backup"):
            self._begin(self.texts.say("admin-backup-failed", cause=reason, last=self._day(last)))

    def backup_late(self, last: datetime) -> None:
        """Tell that the newest backup is too old, unless it was told today that none could be made."""
        if self._is_new_today("backup"):
            self._begin(self.texts.say("admin-backup-late", last=self._day(last)))

    def backup_not_sent(self) -> None:
        """Tell that a backup lies in its folder, but not in the chat it was to go to."""
        if self._is_new_today("backup not sent"):
            self._begin(self.texts.say("admin-backup-not-sent"))

    def _is_new_today(self, cause: str) -> bool:
        """Note a cause; say whether it can be told of and was not today."""
        today = self.clock().date()
        if self.post is None or self._of_day.get(cause) == today:
            return False
        self._of_day[cause] = today
        return True

    def _day(self, moment: datetime | None) -> str:
        return self.texts.moment(moment, None) if moment else self.texts.say("admin-no-tick")

    async def finish(self, seconds: float) -> None:
        """Wait a moment for what is being told, and give the rest up."""
        await self._background.stop(seconds)

    def _more(self, today: date) -> "asyncio.Task[bool]":
        name = f"more {today}"
        if name not in self._told:
            self._told[name] = self._begin(self.texts.say("admin-more-faults", count=ONE_BY_ONE))
        return self._told[name]

    def _words(self, fault: Fault) -> str:
        return self.texts.say(
            "admin-fault",
            kind=fault.kind if fault.kind in TOLD else "bot",
            how=_how(fault),
            file=_file(fault),
        )

    def _counted(self, kind: str, count: int) -> str:
        return self.texts.say(
            "admin-damaged-kind", kind=kind if kind in TOLD else "bot", count=count
        )

    def _begin(self, words: str) -> "asyncio.Task[bool]":
        return self._background.begin(self._tell(words))

    async def _tell(self, words: str) -> bool:
        """Write to everybody who runs the bot; say whether anybody got it."""
        told = await asyncio.gather(*(self._write(admin, words) for admin in sorted(self.admins)))
        if not any(told):
            log.warning("nobody_told", admins=len(self.admins))
        return any(told)

    async def _write(self, admin: int, words: str) -> bool:
        for _ in range(ATTEMPTS):
            if self.post is None:
                return False
            try:
                verdict = await self.post(admin, words)
            except Exception:
                log.exception("admin_not_told")
                return False
            if not isinstance(verdict, RetryAt):
                return isinstance(verdict, Sent)
            seconds = (verdict.moment - self.clock()).total_seconds()
            await asyncio.sleep(min(max(seconds, 1.0), LONGEST_PAUSE_SECONDS))
        return False


HasTold = Callable[[Fault], Awaitable[bool]]


async def nobody_knows(_: Fault) -> bool:
    """Say that nobody was told: for a bot that cannot write to whoever runs it."""
    return False


def _cause(fault: Fault) -> str:
    return f"{fault.kind}/{fault.key} {_how(fault)}"


def _how(fault: Fault) -> str:
    match fault:
        case DocumentUnwritable():
            return "tulis"
        case DocumentTooNew():
            return "baru"
        case _:
            return "baca"


def _file(fault: Fault) -> str:
    """Name the file from its kind on: the folder above is the host's own business."""
    if isinstance(fault, DocumentTooNew):
        return f"{fault.kind}/…/{fault.key}.json"
    return "/".join(fault.path.parts[-3:])


def _log(fault: Fault) -> None:
    match fault:
        case DocumentTooNew():
            log.error(
                "document_too_new",
                kind=fault.kind,
                key=fault.key,
                version=fault.version,
                known=fault.known,
            )
        case _:
            event = "document_damaged"
            if isinstance(fault, DocumentUnwritable):
                event = "document_unwritable"
            log.error(event, kind=fault.kind, path=str(fault.path), reason=fault.reason)
