"""getUpdates and the webhook's settings."""

import re
from typing import Any
from urllib.parse import urlsplit

from bot.simulator.bot_side.webhook import Webhook
from bot.simulator.bot_side.wire import Call, Described
from bot.simulator.errors import Json, bad_request, conflict
from bot.simulator.world import World

_LIMIT = 100
_TIMEOUT_SECONDS = 50
_CONNECTIONS = 40
_SECRET = re.compile(r"[A-Za-z0-9_-]*")
_SECRET_LENGTH = 256
_PORTS = (None, 80, 88, 443, 8443)
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


async def get_updates(world: World, webhook: Webhook, call: Call) -> list[Json]:
    """Bot API getUpdates. Raises ApiError 409 while a webhook is set."""
    if webhook.url:
        raise conflict(
            "can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first"
        )
    limit = min(max(call.number("limit", _LIMIT), 1), _LIMIT)
    timeout = min(max(call.number("timeout"), 0), _TIMEOUT_SECONDS)
    _allow(world, call)
    offset = call.number("offset")
    if world.queue.asked_again(offset):
        limit = 1
    world.queue.confirm(offset)
    return await world.queue.take(limit, timeout)


def set_webhook(world: World, webhook: Webhook, call: Call) -> Described:
    """Bot API setWebhook. An http:// address is taken for the loopback only."""
    url = call.text("url")
    if not url:
        return delete_webhook(world, webhook, call)
    secret = call.text("secret_token")
    if len(secret) > _SECRET_LENGTH:
        raise bad_request("secret token is too long")
    if not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    _check_address(url)
    _allow(world, call)
    if call.flag("drop_pending_updates"):
        world.queue.clear()
    connections = min(max(call.number("max_connections", _CONNECTIONS), 1), 100)
    same = webhook.is_set(url, secret, connections)
    world.queue.interrupt("terminated by setWebhook request")
    webhook.set(url, secret, connections)
    return Described(True, "Webhook is already set" if same else "Webhook was set")


def delete_webhook(world: World, webhook: Webhook, call: Call) -> Described:
    """Bot API deleteWebhook."""
    if call.flag("drop_pending_updates"):
        world.queue.clear()
    was = bool(webhook.url)
    webhook.delete()
    return Described(True, "Webhook was deleted" if was else "Webhook is already deleted")


def get_webhook_info(world: World, webhook: Webhook, _call: Call) -> Json:
    """Bot API getWebhookInfo."""
    info: Json = {
        "url": webhook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(world.queue.pending()),
    }
    if webhook.url:
        info["max_connections"] = webhook.connections
    if webhook.last_error is not None:
        info["last_error_date"], info["last_error_message"] = webhook.last_error
    if world.queue.allowed is not None:
        info["allowed_updates"] = world.queue.allowed
    return info


def _allow(world: World, call: Call) -> None:
    if "allowed_updates" in call.fields:
        try:
            world.queue.allow(call.json("allowed_updates"))
        except ValueError:
            return  # Telegram ignores what it cannot read here


def _check_address(url: str) -> None:
    try:
        parts = urlsplit(url if "://" in url else f"https://{url}")
        host, port, scheme = parts.hostname, parts.port, parts.scheme
    except ValueError as error:
        raise bad_request("invalid webhook URL specified") from error
    if host in _LOOPBACK:
        return
    if not host or "." not in host:
        raise bad_request("invalid webhook URL specified")
    if scheme != "https":
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if port not in _PORTS:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")


METHODS: dict[str, Any] = {
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
}
