"""The plain form of what a Bot API server may not know yet, used once it has refused the other.

Styles of buttons, buttons that copy, moments in the reader's own zone and reactions are younger than
some servers at the other end. What one of them refuses is not tried again while this process lives.
Must not call.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from html import escape
from typing import Any

import orjson
import structlog

from bot.chat.model import TEXT_LIMIT
from bot.domain.broadcast.verdict import Refused
from bot.telegram.receive.formatting import without_markup
from bot.telegram.send.verdicts import Detour

log = structlog.stdlib.get_logger(__name__)

Parameters = Mapping[str, Any]
"""The parameters of a call of the Bot API."""

CAPTION_LIMIT = 1024
"""The longest caption, in characters after its tags are read (Bot API: sendPhoto)."""


class Form(StrEnum):
    """What may be refused, as the Bot API calls it."""

    STYLE = "style"
    COPY = "copy_text"
    MOMENT = "tg-time"
    REACTION = "setMessageReaction"


_MARKS = {Form.STYLE: '"style":', Form.COPY: '"copy_text":'}
_WORDINGS = {
    Form.STYLE: ("style",),
    Form.COPY: ("copy", "text buttons are unallowed", "text buttons are not allowed"),
    Form.MOMENT: ("tg-time", "date format"),
}
"""Words of a refusal by which it is known what was refused, in lower case."""

GONE_MESSAGE = ("message to react not found", "message_id_invalid", "message_not_found")
"""Words of a refusal to react that tell of the message, not of the method."""

_MOMENT_TAG = re.compile(r"</?tg-time[^<>]*>")


class PlainForms:
    """Remembers what the server at the other end refuses."""

    def __init__(self) -> None:
        self._refused: set[Form] = set()

    def takes(self, form: Form) -> bool:
        """Say whether a form may be tried."""
        return form not in self._refused

    def fitting(self, parameters: Parameters) -> Parameters:
        """Return the parameters without what was refused before."""
        return without(parameters, self._refused) if self._refused else parameters

    def refused(self, forms: set[Form]) -> None:
        """Use the plain form of these from now on."""
        if new := forms - self._refused:
            self._refused |= new
            log.debug("plain_form_kept", forms=sorted(new))


def suspected(parameters: Parameters, verdict: object) -> set[Form]:
    """Return which of the forms in a call a verdict may be about; none for what is no refusal.

    Of faulty HTML no more is known than that it is faulty.
    """
    text, keyboard = _words(parameters), parameters.get("reply_markup") or ""
    moment = {Form.MOMENT} if "<tg-time" in text else set()
    if verdict is Detour.BAD_MARKUP:
        return moment
    if not isinstance(verdict, Refused):
        return set()
    used = {form for form, mark in _MARKS.items() if mark in keyboard} | moment
    told = {form for form in used if any(one in verdict.reason for one in _WORDINGS[form])}
    return told or used


def without(parameters: Parameters, forms: set[Form]) -> Parameters:
    """Return the parameters of a call with the plain form of some of what they hold.

    What a button would have copied stands below the text instead: a touch on it copies it.
    """
    plain = dict(parameters)
    name = "text" if "text" in plain else "caption"
    keyboard = plain.get("reply_markup")
    if keyboard and any(mark in keyboard for form, mark in _MARKS.items() if form in forms):
        rows, copied = _plain_rows(orjson.loads(keyboard)["inline_keyboard"], forms)
        plain["reply_markup"] = orjson.dumps({"inline_keyboard": rows}).decode() if rows else None
        most = TEXT_LIMIT if name == "text" else CAPTION_LIMIT
        plain[name] = _with_copied(plain.get(name) or "", copied, most)
    if Form.MOMENT in forms and plain.get(name):
        plain[name] = _MOMENT_TAG.sub("", plain[name])
    return plain


def _words(parameters: Parameters) -> str:
    return parameters.get("text") or parameters.get("caption") or ""


def _plain_rows(rows: list[Any], forms: set[Form]) -> tuple[list[Any], list[str]]:
    """Return rows of buttons without these forms, and what is copied no more."""
    kept, copied = [], []
    for row in rows:
        line = []
        for button in row:
            if Form.STYLE in forms:
                button.pop("style", None)
            if Form.COPY in forms and "copy_text" in button:
                copied.append(button["copy_text"]["text"])
            else:
                line.append(button)
        if line:
            kept.append(line)
    return kept, copied


def _with_copied(text: str, copied: list[str], most: int) -> str:
    """Return a text with what no button copies any more, as far as there is room for it."""
    for words in copied:
        longer = f"{text}\n\n<code>{escape(words, quote=False)}</code>"
        if len(without_markup(longer)) <= most:
            text = longer
    return text
