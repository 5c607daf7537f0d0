"""The bot's own account: its name, descriptions, commands and menu button.

It must not check what a request says: `methods.profile` does.
"""

from collections.abc import Hashable

from bot.simulator.errors import Json

DEFAULT_SCOPE = ("default",)


class Bot:
    """The one bot of the simulator."""

    def __init__(self, *, token: str, username: str, name: str) -> None:
        self.token = token
        self.id = int(token.partition(":")[0])
        self.username = username
        self.names: dict[str, str] = {"": name}
        self.descriptions: dict[str, str] = {}
        self.short_descriptions: dict[str, str] = {}
        self.commands: dict[tuple[Hashable, str], list[Json]] = {}
        self.menu_buttons: dict[int, Json] = {}
        self.user: Json = {}
        self.refresh()

    def refresh(self) -> None:
        """Make `user` say what the account now is."""
        self.user = {
            "id": self.id,
            "is_bot": True,
            "first_name": self.names[""],
            "username": self.username,
        }

    @property
    def account(self) -> Json:
        """What getMe answers."""
        return {
            **self.user,
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_guest_queries": False,
            "supports_inline_queries": False,
            "can_connect_to_business": False,
            "has_main_web_app": False,
            "has_topics_enabled": False,
            "allows_users_to_create_topics": False,
            "can_manage_bots": False,
        }

    @property
    def public(self) -> Json:
        """What the people see of the bot; Indonesian texts first."""
        commands = self.commands.get((("all_private_chats",), "id"))
        for key in (
            (("all_private_chats",), ""),
            (DEFAULT_SCOPE, "id"),
            (DEFAULT_SCOPE, ""),
        ):
            commands = commands or self.commands.get(key)
        return {
            "id": self.id,
            "username": self.username,
            "first_name": self.names.get("id") or self.names[""],
            "description": _shown(self.descriptions),
            "short_description": _shown(self.short_descriptions),
            "commands": commands or [],
        }


def _shown(texts: dict[str, str]) -> str:
    return texts.get("id") or texts.get("", "")
