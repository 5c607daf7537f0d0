"""The people: who they are and how they stand with the bot.

It must not know about messages or the network.
"""

from dataclasses import dataclass

from bot.simulator.errors import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Someone who can write to the bot; `note` is shown on the simulator's page only.

    With `aside` she is one of many: the page shows her when asked for the others.
    """

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    note: str = ""
    aside: bool = False


@dataclass(slots=True)
class Human:
    """A person of the simulator. `started`: she has written to the bot at least once."""

    profile: Profile
    started: bool = False
    blocked: bool = False

    @property
    def user(self) -> Json:
        """The Bot API's User."""
        return {"id": self.profile.id, "is_bot": False, **_names(self.profile),
                "language_code": "id"}  # fmt: skip

    @property
    def card(self) -> Json:
        """The Bot API's Chat of this person's private chat."""
        return {"id": self.profile.id, **_names(self.profile), "type": "private"}

    @property
    def public(self) -> Json:
        """What the people's side says of her."""
        profile = self.profile
        return {
            "id": profile.id,
            "first_name": profile.first_name,
            "last_name": profile.last_name,
            "username": profile.username,
            "note": profile.note,
            "aside": profile.aside,
            "blocked": self.blocked,
            "unread": 0,
        }


def _names(profile: Profile) -> Json:
    names = {
        "first_name": profile.first_name,
        "last_name": profile.last_name,
        "username": profile.username,
    }
    return {field: name for field, name in names.items() if name}
