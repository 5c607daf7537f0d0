"""How the nightly backups stand, in words for whoever runs the bot."""

from datetime import timedelta

from bot.chat.turn_context import TurnContext
from bot.domain.backup import BackupState

HOUR = timedelta(hours=1)
KILO, MEGA = 1_000, 1_000_000


def backup_words(s: TurnContext, state: BackupState | None) -> str:
    """Return when the newest backup was made, and what went wrong since."""
    if state is None:
        return s.say("admin-backup-off")
    zone, moment = s.person.zone, s.world.texts.moment
    words = s.say("admin-backup-none")
    if state.made_at:
        words = s.say(
            "admin-backup-last",
            made=moment(state.made_at, zone),
            hours=max(0, (s.now - state.made_at) // HOUR),
            size=f"{state.size / MEGA:.0f} MB"
            if state.size >= MEGA
            else f"{state.size // KILO} kB",
            count=state.count,
        )
    if state.failed_at is None:
        return words
    tried = s.say("admin-backup-tried", at=moment(state.failed_at, zone), cause=state.reason)
    return f"{words}. {tried}"
