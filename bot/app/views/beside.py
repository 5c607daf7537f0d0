"""What is sent beside the screen of a turn: files, pictures, a message of its own.

Who may not have it is told so; that is decided in ``looks``.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from bot.app.looks import Looks
from bot.app.views.printer import Printer
from bot.chat.model import (
    DrawChanges,
    DrawRecap,
    ExportOwnData,
    ExportRecap,
    Screen,
    SendInvitation,
    SendPortfolio,
    ShowBeside,
    Shown,
)
from bot.domain.school.access import AccessRefused

Brought = (
    SendInvitation
    | ExportOwnData
    | SendPortfolio
    | DrawRecap
    | ExportRecap
    | DrawChanges
    | ShowBeside
)
"""Effects that send something."""


@dataclass(frozen=True, slots=True)
class EffectReplies:
    """Brings it, to who asked for it."""

    looks: Looks
    username: str

    async def brought(self, effect: Brought, actor: int, now: datetime) -> list[Shown]:
        """Return what an effect sends. Raises StoreUnavailable."""
        brought = await self._of(effect, actor, now)
        if isinstance(brought, AccessRefused):
            return [Screen(self.looks.world.texts.say("no-right"))]
        return brought if isinstance(brought, list) else [brought]

    async def _of(
        self, effect: Brought, actor: int, now: datetime
    ) -> list[Shown] | Shown | AccessRefused:
        match effect:
            case SendInvitation(school):
                return await self.looks.invitation(actor, school, self.username)
            case ExportOwnData():
                return await self.looks.own_data(actor, now)
            case SendPortfolio():
                return await self.looks.portfolio(actor, effect, now)
            case DrawRecap(school):
                return await self.looks.picture(actor, school, now)
            case ExportRecap(school):
                return await self.looks.workbook(actor, school, now)
            case DrawChanges():
                return await Printer(self.looks.world, self.looks.painter).picture(effect)
            case ShowBeside(beside):
                return beside
            case _:
                assert_never(effect)
