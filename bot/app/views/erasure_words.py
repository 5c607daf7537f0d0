"""The report on a deletion, in words: where it was looked for her and what was found, what backups hold."""

from datetime import datetime, timedelta

from bot.content.texts import Texts
from bot.domain.backup import PROMISED_DAYS
from bot.domain.erasure import ErasureReport
from bot.domain.person.zone import Zone


def erasure_words(texts: Texts, report: ErasureReport, zone: Zone | None, now: datetime) -> str:
    """Return what somebody is told right after her data were deleted, as Telegram HTML."""
    lines = [
        texts.say("erased-line", part=texts.pick("erased-part", part), count=count)
        for part, count in report.counts.items()
    ]
    found = "\n".join(lines)
    last = texts.day(now + timedelta(days=PROMISED_DAYS), zone)
    kept = report.backups
    if kept is None:
        backups = texts.say("erased-no-backups")
    elif kept.made_at is None or kept.holds_until is None:
        backups = texts.say("erased-backups-none")
    else:
        backups = texts.say(
            "erased-backups",
            count=kept.count,
            made=texts.day(kept.made_at, zone),
            until=texts.day(max(kept.holds_until, now), zone),
            last=last,
        )
    if report.sends_backups:
        backups += " " + texts.say("erased-backups-chat", last=last)
    total = sum(report.counts.values())
    head = texts.say("erased-report", total=total)
    return f"{head}\n{found}\n\n{backups}\n\n{texts.say('erased-logs')}"
