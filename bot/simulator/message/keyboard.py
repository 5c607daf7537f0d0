"""Keyboards: the `reply_markup` of a request → the markup that a message carries.

Refusals are those of the Bot API server (Client.cpp, get_reply_markup) and of TDLib
(ReplyMarkup.cpp). Two rules are stricter than Telegram on purpose: at most eight buttons a row
and a hundred altogether (what apps show reliably), and one action a button. This module is pure.
"""

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from bot.simulator.errors import ApiError, Json, bad_request
from bot.simulator.message.link import checked_url

_ROW = 8
_BUTTONS = 100
_REPLY_ROW = 12
_REPLY_BUTTONS = 300
_DATA_BYTES = 64
_MARKUP_BYTES = 10_240
_COPY = 256
_PLACEHOLDER = 64
_STYLES = ("primary", "danger", "success")
_ACTIONS = (
    "url", "callback_data", "web_app", "copy_text", "switch_inline_query",
    "switch_inline_query_current_chat", "switch_inline_query_chosen_chat", "login_url",
    "callback_game", "pay",
)  # fmt: skip
_READ = frozenset(_ACTIONS[:6])
_REQUESTS = {"request_contact": "phone number", "request_location": "location"}

Kind = Literal["inline", "keyboard", "remove", "force_reply"]


@dataclass(frozen=True, slots=True)
class Markup:
    """A keyboard as the Bot API writes it. Never change `json`: equal requests share it."""

    kind: Kind
    json: Json


@lru_cache(maxsize=1024)
def read_markup(raw: str) -> Markup | None:
    """What can be said of a `reply_markup` without knowing its chat. Raises ApiError."""
    if not raw:
        return None
    try:
        value = json.loads(raw)
    except ValueError as error:
        raise bad_request("can't parse reply keyboard markup JSON object") from error
    if not isinstance(value, dict):
        raise bad_request("object expected as reply markup")
    if "keyboard" in value:
        return _reply_keyboard(value)
    if "inline_keyboard" in value:
        return _inline_keyboard(value)
    if value.get("remove_keyboard"):
        return Markup("remove", {"remove_keyboard": True})
    if value.get("force_reply"):
        return Markup("force_reply", {"force_reply": True, **_placeholder(value)})
    return None


def read_inline(raw: str) -> Markup | None:
    """The markup of an edit. Raises ApiError for any other than an inline keyboard."""
    markup = read_markup(raw)
    if markup is not None and markup.kind != "inline":
        raise bad_request("inline keyboard expected")
    return markup


@lru_cache(maxsize=1024)
def _rules(raw: str, private: bool) -> None:
    markup = read_markup(raw)
    if markup is None:
        return
    if markup.kind == "inline":
        _check_inline(markup.json, private)
    elif markup.kind == "keyboard" and not private:
        _check_requests(markup.json)


def check_markup(raw: str, *, private: bool) -> None:
    """The rules that need the chat, and the server's own. Raises ApiError."""
    if raw:
        _rules(raw, private)


def _rows(value: Json, field: str) -> list[list[Any]]:
    rows = value[field]
    if not isinstance(rows, list):
        raise bad_request(f'field "{field}" must be of type Array')
    whose = " of the InlineKeyboardMarkup" if field == "inline_keyboard" else ""
    for row in rows:
        if not isinstance(row, list):
            raise bad_request(f'field "{field}"{whose} must be an Array of Arrays')
    return rows


def _inline_keyboard(value: Json) -> Markup | None:
    rows = []
    for row in _rows(value, "inline_keyboard"):
        buttons = [_inline_button(button) for button in row]
        if kept := [button for button in buttons if button["text"]]:
            rows.append(kept)
    if any(len(row) > _ROW for row in rows):
        raise bad_request(f"reply markup is too long (more than {_ROW} buttons in a row)")
    if sum(map(len, rows)) > _BUTTONS:
        raise bad_request(f"reply markup is too long (more than {_BUTTONS} buttons)")
    return Markup("inline", {"inline_keyboard": rows}) if rows else None


def _inline_button(button: Any) -> Json:
    fault = "can't parse inline keyboard button: "
    if not isinstance(button, dict):
        raise bad_request(fault + "InlineKeyboardButton must be an Object")
    result: Json = {"text": _text(button, "text", fault), **_style(button, fault)}
    actions = [name for name in _ACTIONS if name in button]
    if not actions or button.get("callback_data") == "":
        raise bad_request(fault + "Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad_request(fault + "one button has two actions (refused by this simulator)")
    action = actions[0]
    if action not in _READ:
        raise bad_request(fault + f"this simulator knows no {action}")
    if action in ("web_app", "copy_text"):
        field = "url" if action == "web_app" else "text"
        if not isinstance(button[action], dict):
            raise bad_request(f'{fault}Field "{action}" must be of type Object')
        result[action] = {field: _text(button[action], field, fault)}
    else:
        result[action] = _text(button, action, fault)
    return result


def _text(value: Json, field: str, fault: str) -> str:
    if field not in value:
        raise bad_request(f'{fault}Can\'t find field "{field}"')
    text = value[field]
    if isinstance(text, bool) or not isinstance(text, str | int | float):
        raise bad_request(f'{fault}Field "{field}" must be of type String')
    return str(text)


def _style(button: Json, fault: str) -> Json:
    style = button.get("style")
    if style in (None, "", "default"):
        return {}
    if style not in _STYLES:
        raise bad_request(fault + "invalid button style specified")
    return {"style": style}


def _reply_keyboard(value: Json) -> Markup | None:
    rows = []
    room = _REPLY_BUTTONS
    for row in _rows(value, "keyboard"):
        buttons = [_reply_button(button) for button in row]
        kept = [button for button in buttons if button["text"]][: min(_REPLY_ROW, room)]
        room -= len(kept)
        if kept:
            rows.append(kept)
    if not rows:
        return None
    flags = ("is_persistent", "resize_keyboard", "one_time_keyboard", "selective")
    kept_flags = {flag: True for flag in flags if value.get(flag) is True}
    return Markup("keyboard", {"keyboard": rows, **kept_flags, **_placeholder(value)})


def _reply_button(button: Any) -> Json:
    fault = "can't parse keyboard button: "
    if isinstance(button, str):
        return {"text": button}
    if not isinstance(button, dict):
        raise bad_request(fault + "KeyboardButton must be an Object")
    result: Json = {"text": _text(button, "text", fault), **_style(button, fault)}
    for request in _REQUESTS:
        if button.get(request) is True:
            result[request] = True
    if "web_app" in button:
        if not isinstance(button["web_app"], dict):
            raise bad_request(f'{fault}Field "web_app" must be of type Object')
        result["web_app"] = {"url": _text(button["web_app"], "url", fault)}
    return result


def _placeholder(value: Json) -> Json:
    placeholder = value.get("input_field_placeholder")
    if not isinstance(placeholder, str) or not placeholder:
        return {}
    if len(placeholder) > _PLACEHOLDER:
        raise bad_request("input field placeholder is too long")
    return {"input_field_placeholder": placeholder}


def _check_inline(markup: Json, private: bool) -> None:
    for row in markup["inline_keyboard"]:
        for button in row:
            _check_url(button)
            if "web_app" in button:
                _check_web_app(button["web_app"]["url"], "inline keyboard button")
                if not private:
                    raise bad_request("BUTTON_TYPE_INVALID")
            if "copy_text" in button and not 1 <= len(button["copy_text"]["text"]) <= _COPY:
                raise bad_request("BUTTON_COPY_TEXT_INVALID")
    # TDLib is done; what follows is the server's answer.
    for row in markup["inline_keyboard"]:
        for button in row:
            if len(button.get("callback_data", "").encode()) > _DATA_BYTES:
                raise bad_request("BUTTON_DATA_INVALID")
    if len(json.dumps(markup, ensure_ascii=False).encode()) > _MARKUP_BYTES:
        raise bad_request("reply markup is too long")


def _check_url(button: Json) -> None:
    url = button.get("url")
    if url is not None and checked_url(url) is None:
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


def _check_web_app(url: str, whose: str) -> None:
    if (fault := web_app_fault(url)) is not None:
        raise bad_request(f"{whose} Web App URL '{url}' is invalid: {fault}")


def web_app_fault(url: str) -> str | None:
    """Why `url` cannot be a Web App's, in Telegram's words, or None when it can."""
    checked = checked_url(url)
    if checked is None:
        return "Wrong HTTP URL"
    return None if checked.startswith("https://") else "Only HTTPS links are allowed"


def _check_requests(markup: Json) -> None:
    for row in markup["keyboard"]:
        for button in row:
            for request, subject in _REQUESTS.items():
                if request in button:
                    raise _private_only(f"{subject} can be requested")
            if "web_app" in button:
                raise _private_only("Web App buttons can be used")


def _private_only(what: str) -> ApiError:
    return bad_request(f"{what} in private chats only")
