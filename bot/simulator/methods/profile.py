"""The bot's own account: commands, names, descriptions, menu button (TDLib, BotCommand.cpp)."""

import re
from collections.abc import Callable
from typing import Any

from bot.simulator.bot import DEFAULT_SCOPE
from bot.simulator.bot_side.wire import Call, leading_integer
from bot.simulator.errors import Json, bad_request
from bot.simulator.message.keyboard import web_app_fault
from bot.simulator.methods.access import find_chat
from bot.simulator.world import World

_LANGUAGE = re.compile(r"(?:[a-z]{2})?")
_COMMAND = re.compile(r"[a-z0-9_]+")
_COMMAND_LENGTH = 32
_DESCRIPTION_LENGTH = 256
_COMMANDS = 100
_COMMANDS_BYTES = 4096
_CHAT_SCOPES = frozenset({"chat", "chat_administrators"})
_SCOPES = frozenset({"default", "all_private_chats", "all_group_chats", "all_chat_administrators"})


def set_my_commands(world: World, call: Call) -> bool:
    """Bot API setMyCommands; without commands the list becomes empty."""
    commands = _read_commands(call)
    world.bot.commands[_scope(world, call), _language(call)] = commands
    world.profile_changed()
    return True


def get_my_commands(world: World, call: Call) -> list[Json]:
    """Bot API getMyCommands: of exactly this scope and language."""
    return world.bot.commands.get((_scope(world, call), _language(call)), [])


def delete_my_commands(world: World, call: Call) -> bool:
    """Bot API deleteMyCommands."""
    world.bot.commands.pop((_scope(world, call), _language(call)), None)
    world.profile_changed()
    return True


def _read_commands(call: Call) -> list[Json]:
    try:
        value = call.json("commands")
    except ValueError as error:
        raise bad_request("can't parse commands JSON object") from error
    if value is None:
        return []
    if not isinstance(value, list):
        raise bad_request("expected an Array of BotCommand")
    commands = [_read_command(command) for command in value]
    size = sum(len((one["command"] + one["description"]).encode()) for one in commands)
    if len(commands) > _COMMANDS or size > _COMMANDS_BYTES:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    if not all(_COMMAND.fullmatch(one["command"]) for one in commands):
        raise bad_request("BOT_COMMAND_INVALID")
    return commands


def _read_command(value: Any) -> Json:
    if not isinstance(value, dict):
        raise bad_request("expected an Array of BotCommand")
    for field in ("command", "description"):
        if field not in value:
            raise bad_request(f"can't parse BotCommand: Can't find field \"{field}\"")
        if not isinstance(value[field], str):
            raise bad_request(f'can\'t parse BotCommand: Field "{field}" must be of type String')
    command = value["command"].strip().removeprefix("/")
    description = value["description"].strip()
    if not command:
        raise bad_request("command must be non-empty")
    if len(command) > _COMMAND_LENGTH:
        raise bad_request(f"command length must not exceed {_COMMAND_LENGTH}")
    if not description:
        raise bad_request("command description must be non-empty")
    if len(description) > _DESCRIPTION_LENGTH:
        raise bad_request(f"command description length must not exceed {_DESCRIPTION_LENGTH}")
    return {"command": command, "description": description}


def _scope(world: World, call: Call) -> tuple[object, ...]:
    try:
        value = call.json("scope")
    except ValueError as error:
        raise bad_request("can't parse BotCommandScope JSON object") from error
    if value is None:
        return DEFAULT_SCOPE
    kind = value.get("type") if isinstance(value, dict) else None
    if kind in _SCOPES:
        return (kind,)
    if kind in _CHAT_SCOPES:
        named = Call(call.method, {"chat_id": str(value.get("chat_id", ""))})
        return (kind, find_chat(world, named).id)
    if kind == "chat_member":
        named = Call(call.method, {"chat_id": str(value.get("chat_id", ""))})
        return (kind, find_chat(world, named).id, leading_integer(str(value.get("user_id", 0))))
    raise bad_request("can't parse BotCommandScope: Unsupported type specified")


def _language(call: Call) -> str:
    language = call.text("language_code")
    if not _LANGUAGE.fullmatch(language):
        raise bad_request("invalid language code specified")
    return language


_Texts = Callable[[World], dict[str, str]]


def _setter(field: str, limit: int, fault: str, texts: _Texts) -> Callable[[World, Call], bool]:
    def set_text(world: World, call: Call) -> bool:
        text, language = call.text(field).strip(), _language(call)
        if len(text) > limit:
            raise bad_request(fault)
        if text:
            texts(world)[language] = text
        elif language or field != "name":
            texts(world).pop(language, None)
        world.bot.refresh()
        world.profile_changed()
        return True

    return set_text


def _getter(field: str, texts: _Texts) -> Callable[[World, Call], Json]:
    def get_text(world: World, call: Call) -> Json:
        known = texts(world)
        return {field: known.get(_language(call)) or known.get("", "")}

    return get_text


def _names(world: World) -> dict[str, str]:
    return world.bot.names


def _descriptions(world: World) -> dict[str, str]:
    return world.bot.descriptions


def _short_descriptions(world: World) -> dict[str, str]:
    return world.bot.short_descriptions


def set_chat_menu_button(world: World, call: Call) -> bool:
    """Bot API setChatMenuButton; without chat_id it is the default of all chats."""
    try:
        value = call.json("menu_button")
    except ValueError as error:
        raise bad_request("can't parse menu button JSON object") from error
    chat_id = _menu_chat(world, call)
    world.bot.menu_buttons[chat_id] = _menu_button(value or {"type": "default"})
    return True


def get_chat_menu_button(world: World, call: Call) -> Json:
    """Bot API getChatMenuButton."""
    buttons = world.bot.menu_buttons
    default = buttons.get(0, {"type": "commands"})
    return buttons.get(_menu_chat(world, call), default)


def _menu_chat(world: World, call: Call) -> int:
    raw = call.text("chat_id")
    if not raw:
        return 0
    chat_id = leading_integer(raw)
    if chat_id <= 0:
        raise bad_request("invalid chat_id specified")
    if chat_id not in world.people:
        raise bad_request("user not found")
    return chat_id


def _menu_button(value: Any) -> Json:
    kind = value.get("type") if isinstance(value, dict) else None
    if kind in ("default", "commands"):
        return {"type": kind}
    if kind != "web_app":
        raise bad_request("can't parse menu button: MenuButton has unsupported type")
    text, app = value.get("text", ""), value.get("web_app")
    if not isinstance(app, dict) or not isinstance(app.get("url"), str):
        raise bad_request("can't parse menu button: Can't find field \"web_app\"")
    if not text:
        raise bad_request("menu button text must be non-empty")
    if (fault := web_app_fault(app["url"])) is not None:
        raise bad_request(f"menu button Web App URL '{app['url']}' is invalid: {fault}")
    return {"type": kind, "text": text, "web_app": {"url": app["url"]}}


METHODS: dict[str, Callable[[World, Call], Any]] = {
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands,
    "setMyName": _setter("name", 64, "BOT_TITLE_INVALID", _names),
    "getMyName": _getter("name", _names),
    "setMyDescription": _setter("description", 512, "BOT_DESCRIPTION_TOO_LONG", _descriptions),
    "getMyDescription": _getter("description", _descriptions),
    "setMyShortDescription": _setter(
        "short_description", 120, "BOT_SHORT_DESCRIPTION_TOO_LONG", _short_descriptions
    ),
    "getMyShortDescription": _getter("short_description", _short_descriptions),
    "setChatMenuButton": set_chat_menu_button,
    "getChatMenuButton": get_chat_menu_button,
}
