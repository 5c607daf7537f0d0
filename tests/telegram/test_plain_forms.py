"""What a server refuses is sent in plain form once, and in plain form only from then on."""

import json

from bot.chat.button import Copy, Style
from bot.chat.model import Button, Picture, Screen
from bot.domain.broadcast.verdict import Refused, Sent
from bot.telegram.send.plain_forms import Form, PlainForms, suspected, without
from bot.telegram.send.verdicts import Detour
from tests.each import each
from tests.telegram.echo import SARI
from tests.telegram.test_deliver import opened
from tests.telegram.test_pictures import png

NEW = Screen(
    'Sampai <tg-time unix="1790000000" format="wDt">Senin</tg-time> <b>ya</b>',
    ((Button("Lanjut", "go", Style.PRIMARY), Copy("Salin", "1 < 2")),),
)


async def test_a_server_that_knows_them_gets_all_forms() -> None:
    """Style, copied words and moment arrive as they are, in one call."""
    async with opened() as room:
        assert isinstance(await room.show(NEW), Sent)
        message = room.telegram.person(SARI).messages[-1]
        assert message["reply_markup"]["inline_keyboard"] == [
            [
                {"text": "Lanjut", "callback_data": "go", "style": "primary"},
                {"text": "Salin", "copy_text": {"text": "1 < 2"}},
            ]
        ]
        assert message["entities"][0]["type"] == "date_time"
        assert not room.telegram.refusals


async def test_an_older_server_gets_plain_forms_and_is_asked_once_for_each() -> None:
    """Each form is refused once; what would be copied stands in the text, bold stays bold."""
    async with opened() as room:
        room.telegram.world.faults.order({"older": True})
        assert isinstance(await room.show(NEW), Sent)
        message = room.telegram.person(SARI).messages[-1]
        assert message["text"] == "Sampai Senin ya\n\n1 < 2"
        assert [entity["type"] for entity in message["entities"]] == ["bold", "code"]
        assert message["reply_markup"]["inline_keyboard"] == [
            [{"text": "Lanjut", "callback_data": "go"}]
        ]
        refused = len(room.telegram.refusals)
        assert refused <= 3
        assert isinstance(await room.show(NEW), Sent)
        assert isinstance(await room.show(NEW, edits=message["message_id"]), Sent)
        assert len(room.telegram.refusals) == refused


async def test_a_picture_on_an_older_server_keeps_its_buttons() -> None:
    """The caption of a picture takes what its button would copy."""
    async with opened() as room:
        room.telegram.world.faults.order({"older": True})
        verdict = await room.sending.show(SARI, Picture("a.png", png(), "Lihat", NEW.rows))
        assert isinstance(verdict, Sent)
        message = room.telegram.person(SARI).messages[-1]
        assert message["caption"] == "Lihat\n\n1 < 2"
        assert len(message["photo"]) >= 1


async def test_a_refusal_about_something_else_gives_nothing_up() -> None:
    """What is refused in plain form too was not refused for its form."""
    async with opened() as room:
        room.fault("sendMessage", 400, times=2, description="Bad Request: SOMETHING_ELSE")
        assert isinstance(await room.show(NEW), Refused)
        assert all(room.sending.forms.takes(form) for form in Form)
        assert isinstance(await room.show(NEW), Sent)
        assert "style" in str(room.telegram.person(SARI).messages[-1])


async def test_a_plain_screen_is_not_tried_twice() -> None:
    """A refused message without any of these forms is refused with one call."""
    async with opened() as room:
        room.fault("sendMessage", 400, description="Bad Request: SOMETHING_ELSE")
        assert isinstance(await room.show(Screen("x", ((Button("a", "b"),),))), Refused)
        assert room.calls("sendMessage") == 1


PARAMETERS = {
    "text": "a <tg-time unix='1'>b</tg-time>",
    "reply_markup": json.dumps(
        {
            "inline_keyboard": [
                [{"text": "x", "callback_data": "y", "style": "danger"}],
                [{"text": "z", "copy_text": {"text": "w"}}],
            ]
        },
        separators=(",", ":"),
    ),
}


@each(
    ("wording", "forms"),
    [
        ("invalid button style specified", {Form.STYLE}),
        ("text buttons are unallowed in the inline keyboard", {Form.COPY}),
        ("button_copy_text_invalid", {Form.COPY}),
        ("can't use tg-time here", {Form.MOMENT}),
        ("button_type_invalid", {Form.STYLE, Form.COPY, Form.MOMENT}),
    ],
)
def test_a_refusal_tells_which_form_it_means(wording: str, forms: set[Form]) -> None:
    """By its words where they tell it, else all that the call holds are suspected."""
    assert suspected(PARAMETERS, Refused(wording)) == forms
    assert suspected({"text": "a"}, Refused(wording)) == set()
    assert suspected(PARAMETERS, Detour.BAD_MARKUP) == {Form.MOMENT}
    assert suspected(PARAMETERS, Sent(1)) == set()


def test_no_more_is_made_plain_than_was_refused() -> None:
    """A style that is refused takes neither the copy button nor the moment with it."""
    plain = without(PARAMETERS, {Form.STYLE})
    assert plain["text"] == PARAMETERS["text"]
    assert '"style"' not in plain["reply_markup"]
    assert '"copy_text"' in plain["reply_markup"]
    assert PlainForms().fitting(PARAMETERS) is PARAMETERS


def test_what_has_no_room_is_not_added() -> None:
    """Words to copy that would make the message too long are left out."""
    full = {**PARAMETERS, "text": "x" * 4_095}
    assert without(full, {Form.COPY})["text"] == "x" * 4_095
