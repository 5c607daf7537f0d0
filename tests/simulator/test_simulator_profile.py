"""The bot's own account: commands, descriptions, menu button."""

import pytest

from tests.simulator.bot_side import SITI, BotSide, Json

MULAI = {"command": "mulai", "description": "Mulai"}


async def test_commands_are_kept_by_scope_and_language(bot: BotSide) -> None:
    """A list belongs to its scope and language; people see it."""
    await bot.ok("setMyCommands", commands=[{**MULAI, "command": "/mulai"}])
    await bot.ok("setMyCommands", commands=[], language_code="id")
    assert await bot.ok("getMyCommands") == [MULAI]
    assert await bot.ok("getMyCommands", language_code="en") == []
    assert (await bot.get("/sim/state"))["bot"]["commands"] == [MULAI]
    await bot.ok("deleteMyCommands")
    assert await bot.ok("getMyCommands") == []


@pytest.mark.parametrize(
    ("parameters", "refusal"),
    [
        ({"commands": "{"}, "can't parse commands JSON object"),
        ({"commands": {}}, "expected an Array of BotCommand"),
        ({"commands": [{"command": "a"}]},
         'can\'t parse BotCommand: Can\'t find field "description"'),
        ({"commands": [{**MULAI, "command": "/"}]}, "command must be non-empty"),
        ({"commands": [{**MULAI, "command": "a" * 33}]}, "command length must not exceed 32"),
        ({"commands": [{**MULAI, "description": " "}]}, "command description must be non-empty"),
        ({"commands": [{**MULAI, "description": "a" * 257}]},
         "command description length must not exceed 256"),
        ({"commands": [{**MULAI, "command": "Mulai"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [MULAI] * 101}, "BOT_COMMANDS_TOO_MUCH"),
        ({"commands": [{**MULAI, "description": "a" * 256}] * 20}, "BOT_COMMANDS_TOO_MUCH"),
        ({"language_code": "id-ID"}, "invalid language code specified"),
        ({"scope": {"type": "moon"}},
         "can't parse BotCommandScope: Unsupported type specified"),
        ({"scope": {"type": "chat", "chat_id": 999}}, "chat not found"),
    ],
)  # fmt: skip
async def test_faulty_commands_are_refused(bot: BotSide, parameters: Json, refusal: str) -> None:
    """Commands are refused in the words of Telegram."""
    assert await bot.refused("setMyCommands", **parameters) == f"Bad Request: {refusal}"


async def test_descriptions_have_limits(bot: BotSide) -> None:
    """Name, description and short description are kept up to their lengths."""
    for name, field, limit in (
        ("Description", "description", 512),
        ("ShortDescription", "short_description", 120),
        ("Name", "name", 64),
    ):
        await bot.ok(f"setMy{name}", **{field: "x" * limit})
        assert await bot.ok(f"getMy{name}", language_code="id") == {field: "x" * limit}
        assert "Bad Request" in await bot.refused(f"setMy{name}", **{field: "x" * (limit + 1)})
    assert (await bot.ok("getMe"))["first_name"] == "x" * 64


async def test_the_menu_button_is_kept_for_all_or_one(bot: BotSide) -> None:
    """A chat's own button goes before the default one."""
    app = {"type": "web_app", "text": "Buka", "web_app": {"url": "https://a.id/"}}
    await bot.ok("setChatMenuButton", chat_id=SITI, menu_button=app)
    assert await bot.ok("getChatMenuButton", chat_id=SITI) == app
    assert await bot.ok("getChatMenuButton") == {"type": "commands"}


@pytest.mark.parametrize(
    ("parameters", "refusal"),
    [
        ({"menu_button": {"type": "x"}},
         "can't parse menu button: MenuButton has unsupported type"),
        ({"menu_button": {"type": "web_app", "text": "", "web_app": {"url": "https://a.id"}}},
         "menu button text must be non-empty"),
        ({"menu_button": {"type": "web_app", "text": "x", "web_app": {"url": "http://a.id"}}},
         "menu button Web App URL 'http://a.id' is invalid: Only HTTPS links are allowed"),
        ({"chat_id": -5}, "invalid chat_id specified"),
        ({"chat_id": 999}, "user not found"),
    ],
)  # fmt: skip
async def test_a_faulty_menu_button_is_refused(
    bot: BotSide, parameters: Json, refusal: str
) -> None:
    """A menu button is refused in the words of Telegram."""
    assert await bot.refused("setChatMenuButton", **parameters) == f"Bad Request: {refusal}"
