"""What a message shows already: remembered from our own edits, or told by the press itself."""

from telegram import Message

from bot.chat.button import Copy, Style
from bot.chat.model import Button, Screen
from bot.domain.broadcast.verdict import Sent
from bot.telegram.receive.valid import completed
from bot.telegram.send import appearance
from tests.each import each
from tests.telegram.echo import SARI
from tests.telegram.test_deliver import HELLO, opened

FORMATTED = Screen(
    "<b>Langkah 4</b>\n\n<i>Rubrik &amp; \N{MEMO} asesmen </i>\n"
    '<a href="https://example.org/a?b=1&amp;c=2">Panduan</a> <code>x &lt; y</code> '
    '<tg-time unix="1790000000" format="wDt">Senin</tg-time>',
    (
        (Button("Lanjut", "go", Style.PRIMARY), Button("Menu", "menu")),
        (Button("Tutup", "close"), Copy("Salin", "kata")),
    ),
)
OTHERS = [
    Screen(FORMATTED.text.replace("Langkah 4", "Langkah 5"), FORMATTED.rows),
    Screen(FORMATTED.text.replace("<b>", "<u>").replace("</b>", "</u>"), FORMATTED.rows),
    Screen(FORMATTED.text.replace("b=1", "b=2"), FORMATTED.rows),
    Screen(FORMATTED.text, FORMATTED.rows[:1]),
    Screen(FORMATTED.text, ((Button("Lanjut", "on"), *FORMATTED.rows[0][1:]), FORMATTED.rows[1])),
]


@each("restarted", [False, True])
async def test_what_is_shown_already_is_not_edited(restarted: bool) -> None:
    """Neither by what we remember, nor by what a press brings after a restart."""
    async with opened() as room:
        verdict = await room.show(FORMATTED)
        assert isinstance(verdict, Sent)
        if restarted:
            await learn(room.sending.showing, room.telegram.person(SARI).messages[-1])
        assert await room.show(FORMATTED, edits=verdict.message_id) == verdict
        assert room.calls("editMessageText") == 0


@each("other", OTHERS)
@each("restarted", [False, True])
async def test_what_differs_at_all_is_edited(restarted: bool, other: Screen) -> None:
    """Another word, format, link or button is another screen."""
    async with opened() as room:
        verdict = await room.show(FORMATTED)
        assert isinstance(verdict, Sent)
        if restarted:
            await learn(room.sending.showing, room.telegram.person(SARI).messages[-1])
        assert await room.show(other, edits=verdict.message_id) == verdict
        assert room.calls("editMessageText") == 1
        assert not room.telegram.refusals


async def test_after_an_edit_that_failed_nothing_is_taken_for_shown() -> None:
    """Whether an edit arrived is unknown, so the next one is made."""
    async with opened() as room:
        message = await room.sent()
        room.fault("editMessageText", 502, times=4)
        await room.show(Screen("baru"), edits=message)
        assert await room.show(HELLO, edits=message) == Sent(message)
        assert room.calls("editMessageText") == 5


async def learn(showing: appearance.Appearances, message: dict[str, object]) -> None:
    """Forget everything but what a press under this message tells."""
    whole = completed({"callback_query": {"message": message}})
    showing._looks.clear()
    read = Message.de_json(whole["callback_query"]["message"])
    assert isinstance(read, Message)
    showing.learn(read)


@each(
    ("pressed", "editable"),
    [
        ({"date": 5, "text": "a"}, True),
        ({"text": "a"}, True),
        ({}, True),
        ({"date": 5, "text": 7, "entities": "?"}, True),
        ({"date": 5, "text": "a", "reply_markup": {"inline_keyboard": [[{}]]}}, True),
        ({"date": 0}, False),
        ({"date": 5, "photo": []}, False),
        ({"date": 5, "document": {}, "caption": "a"}, False),
    ],
)
def test_only_a_message_with_a_text_is_edited(pressed: dict[str, object], editable: bool) -> None:
    """Not a file, a picture, or one of which Telegram tells the number only; oddities harm nothing."""
    named = {"message_id": 3, "chat": {"id": SARI, "type": "private"}, **pressed}
    look = completed({"callback_query": {"message": named}})["callback_query"]["message"]
    assert (look["date"] != 0) is editable
