"""The pages of a process, from before its store is open until after it is closed. Knows none of them itself."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.run.role import ProcessRole
from bot.run.settings import Settings

if TYPE_CHECKING:
    from bot.web.door import OpenPort
    from bot.web.health import HealthPage
    from bot.web.server import Webhook


@dataclass(frozen=True, slots=True)
class ServedPages:
    """What a process serves over HTTP; with a webhook it takes updates there, once it can."""

    port: "OpenPort"
    health: "HealthPage"
    webhook: "Webhook | None"


@asynccontextmanager
async def pages_of(
    settings: Settings, role: ProcessRole, *, health: bool
) -> AsyncIterator[ServedPages | None]:
    """Serve the health page while the block lasts, if a port was asked for; None without any page.

    While polling, none is served unless a port was given. Raises OSError when it is taken.
    """
    takes = bool(role.takes_updates and settings.webhook_url and settings.webhook_secret)
    if not takes and not (health and "port" in settings.model_fields_set):
        yield None
        return
    from bot.web.health import HealthPage  # noqa: PLC0415 -- who only polls opens no port, and waits for no server
    from bot.web.server import Listen, Webhook, first_website, serving  # noqa: PLC0415 -- the same

    webhook = None
    if takes and settings.webhook_url and (secret := settings.webhook_secret):
        webhook = Webhook(url=settings.webhook_url, secret=secret.get_secret_value())
    page = HealthPage(tick_seconds=settings.tick_seconds)
    listen = Listen(port=settings.port, host=settings.web_host)
    async with serving(first_website(page), listen) as port:
        yield ServedPages(port, page, webhook)
