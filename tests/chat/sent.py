"""What a turn sends to others, for tests of the pure conversation. Tests nothing."""

from bot.chat.model import Turn
from bot.domain.broadcast.broadcast import Announced, Reply
from bot.domain.broadcast.posting import ConfirmBroadcast, SendReply, ShareEvaluation


def letters(turn: Turn) -> tuple[Reply, ...]:
    """Return the answers a turn sends."""
    return tuple(one.reply for one in turn.changes if isinstance(one, SendReply))


def announced(turn: Turn) -> tuple[Announced, ...]:
    """Return the broadcasts and shared evaluations a turn sends."""
    kinds = ConfirmBroadcast | ShareEvaluation
    return tuple(one.announced for one in turn.changes if isinstance(one, kinds))
