"""What somebody is told who has asked for very much in a short time, and what counts towards that.

Nothing of hers is lost: only the file is not made, the search not done, the letter not sent, what she
sent not kept. Must not count; that is done once the turn is saved.
"""

from collections.abc import Iterator
from dataclasses import replace

from bot.chat.model import (
    Attachment,
    DrawChanges,
    DrawRecap,
    Effect,
    Event,
    ExportOwnData,
    ExportRecap,
    Media,
    SendInvitation,
    SendPortfolio,
    ShowBeside,
)
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.domain.allowance import LimitedUse
from bot.domain.broadcast.posting import SendReply


def uses(event: Event, answer: Answer) -> frozenset[LimitedUse]:
    """Return what an event and its answer use."""
    return frozenset(_uses(event, answer))


def _uses(event: Event, answer: Answer) -> Iterator[LimitedUse]:
    if isinstance(event, Media) and event.file:
        yield LimitedUse.UPLOAD
    if answer.searched:
        yield LimitedUse.SEARCH
    if _sends(answer):
        yield LimitedUse.LETTER
    for effect in answer.effects:
        if use := _use_of(effect):
            yield use


def _sends(answer: Answer) -> bool:
    return any(isinstance(one, SendReply) for one in answer.changes)


def _use_of(effect: Effect) -> LimitedUse | None:
    match effect:
        case ExportOwnData() | SendPortfolio() | ExportRecap() | SendInvitation():
            return LimitedUse.FILE
        case DrawChanges() | DrawRecap():
            return LimitedUse.PICTURE
        case ShowBeside(Attachment()):
            return LimitedUse.AGAIN
        case _:
            return None


def within(s: TurnContext, answer: Answer) -> Answer:
    """Return an answer without the files that are to be made later; of a letter too many only that it is not sent."""
    if _sends(answer) and LimitedUse.LETTER in s.known.used_up:
        return s.stay(_told(s, LimitedUse.LETTER))
    late = next((use for one in answer.effects if (use := _late(s, one))), None)
    if late is None:
        return answer
    made = tuple(one for one in answer.effects if not _late(s, one))
    return replace(answer, effects=made, note=_told(s, late))


def _late(s: TurnContext, effect: Effect) -> LimitedUse | None:
    use = _use_of(effect)
    return use if use in s.known.used_up else None


def not_kept(s: TurnContext, event: Media) -> Answer | None:
    """Return what is said to a file that is one too many for now; None for all others."""
    is_late = event.file and LimitedUse.UPLOAD in s.known.used_up
    return s.stay(_told(s, LimitedUse.UPLOAD)) if is_late else None


def not_searched(s: TurnContext) -> Answer | None:
    """Return what is said in place of a search that is one too many for now; None for all others."""
    if LimitedUse.SEARCH not in s.known.used_up:
        return None
    return s.short(_told(s, LimitedUse.SEARCH), rows(s.menu_button()))


def _told(s: TurnContext, use: LimitedUse) -> str:
    when = s.world.texts.own_moment(s.known.used_up[use], s.person.zone)
    return s.world.texts.tell("limit", use, when=when)
