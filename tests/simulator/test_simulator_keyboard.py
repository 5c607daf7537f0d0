"""Keyboards: what is taken, what is cut, and how the rest is refused."""

import json
from typing import Any

import pytest

from bot.simulator.errors import ApiError
from bot.simulator.message.keyboard import check_markup, read_inline, read_markup
from tests.each import each
from tests.simulator.bot_side import Json, button, inline

FAULT = "can't parse inline keyboard button: "
REFUSED: list[tuple[Any, str]] = [
    ([], "object expected as reply markup"),
    ({"inline_keyboard": None}, 'field "inline_keyboard" must be of type Array'),
    (inline("x"),  # type: ignore[arg-type] # a faulty keyboard on purpose
     'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays'),
    ({"keyboard": ["x"]}, 'field "keyboard" must be an Array of Arrays'),
    (inline([{"callback_data": "x"}]), FAULT + 'Can\'t find field "text"'),
    (inline([{"text": ["x"], "callback_data": "x"}]),
     FAULT + 'Field "text" must be of type String'),
    (inline([{"text": "x"}]), FAULT + "Text buttons are unallowed in the inline keyboard"),
    (inline([button("x", "")]), FAULT + "Text buttons are unallowed in the inline keyboard"),
    (inline([{**button("x", "y"), "style": "pink"}]),
     FAULT + "invalid button style specified"),
    (inline([{**button("x", "y"), "url": "https://a.id"}]),
     FAULT + "one button has two actions (refused by this simulator)"),
    (inline([button("x", "y")] * 9),
     "reply markup is too long (more than 8 buttons in a row)"),
    (inline(*[[button("x", "y")]] * 101), "reply markup is too long (more than 100 buttons)"),
    (inline([button("x", "é" * 33)]), "BUTTON_DATA_INVALID"),
    (inline(*[[button("x" * 30, "y" * 64)]] * 99), "reply markup is too long"),
    (inline([{"text": "x", "url": "http://localhost"}]),
     "inline keyboard button URL 'http://localhost' is invalid: Wrong HTTP URL"),
    (inline([{"text": "x", "web_app": {"url": "http://a.id"}}]),
     ("inline keyboard button Web App URL 'http://a.id' is invalid: "
     "Only HTTPS links are allowed")),
    ({"keyboard": [[{}]]}, 'can\'t parse keyboard button: Can\'t find field "text"'),
]  # fmt: skip


@each(("keyboard", "refusal"), REFUSED)
def test_a_faulty_keyboard_is_refused(keyboard: object, refusal: str) -> None:
    """A faulty keyboard is refused in the Bot API's words."""
    raw = json.dumps(keyboard)
    with pytest.raises(ApiError) as caught:
        _accept(raw)
    assert caught.value.description == f"Bad Request: {refusal}"


def test_a_keyboard_that_is_no_json_is_refused() -> None:
    """Something that is no JSON is no keyboard."""
    with pytest.raises(ApiError, match="can't parse reply keyboard markup JSON object"):
        read_markup("{")


def test_64_bytes_of_data_are_taken() -> None:
    """Callback data may have exactly 64 bytes."""
    keyboard = inline([button("x", "é" * 32)])
    assert _accept(json.dumps(keyboard)) == keyboard


def test_numbers_are_taken_for_texts() -> None:
    """A number where a string is expected is taken as its digits, as TDLib does."""
    assert _accept('{"inline_keyboard":[[{"text":4,"callback_data":4}]]}') == inline(
        [button("4", "4")]
    )


@each("keyboard", [inline(), inline([]), inline([button("", "x")])])
def test_a_keyboard_without_buttons_is_none(keyboard: Json) -> None:
    """Buttons without a text are skipped, and an empty keyboard is no keyboard."""
    assert read_markup(json.dumps(keyboard)) is None


def test_long_rows_of_a_reply_keyboard_are_cut() -> None:
    """A reply keyboard is silently cut at twelve buttons a row."""
    markup = read_markup(json.dumps({"keyboard": [["x"] * 13], "resize_keyboard": True}))
    assert markup is not None
    assert markup.kind == "keyboard"
    assert markup.json == {"keyboard": [[{"text": "x"}] * 12], "resize_keyboard": True}


@each(
    ("raw", "kind"),
    [
        ('{"remove_keyboard":true}', "remove"),
        ('{"force_reply":true,"input_field_placeholder":"Tulis"}', "force_reply"),
        ('{"keyboard":[["x"]],"inline_keyboard":[]}', "keyboard"),
    ],
)
def test_other_markups_are_told_apart(raw: str, kind: str) -> None:
    """Keyboard comes before inline keyboard, then removal, then forced reply."""
    markup = read_markup(raw)
    assert markup is not None
    assert markup.kind == kind


def test_an_edit_takes_inline_keyboards_only() -> None:
    """An edit refuses a keyboard that is not inline."""
    with pytest.raises(ApiError, match="inline keyboard expected"):
        read_inline('{"remove_keyboard":true}')


@each(
    ("keyboard", "refusal"),
    [
        ({"keyboard": [[{"text": "x", "request_contact": True}]]},
         "phone number can be requested in private chats only"),
        ({"keyboard": [[{"text": "x", "web_app": {"url": "https://a.id"}}]]},
         "web App buttons can be used in private chats only"),
        (inline([{"text": "x", "web_app": {"url": "https://a.id"}}]), "BUTTON_TYPE_INVALID"),
    ],
)  # fmt: skip
def test_some_buttons_are_refused_in_groups(keyboard: Json, refusal: str) -> None:
    """Buttons that need a private chat are refused elsewhere."""
    raw = json.dumps(keyboard)
    check_markup(raw, private=True)
    with pytest.raises(ApiError) as caught:
        check_markup(raw, private=False)
    assert caught.value.description == f"Bad Request: {refusal}"


def _accept(raw: str) -> Json | None:
    markup = read_markup(raw)
    check_markup(raw, private=True)
    return None if markup is None else markup.json
