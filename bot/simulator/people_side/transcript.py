"""A chat as plain text: what the person did, what the bot showed, in order.

`>` the person, `<` the bot, `~` an edit by the bot; buttons one row a line. This is pure.
"""

from collections.abc import Iterable

from bot.simulator.errors import Json

_MEDIA = {
    "photo": "foto",
    "document": "dokumen",
    "voice": "suara",
    "sticker": "stiker",
    "location": "lokasi",
    "contact": "kontak",
}
_SIGNS = {"sent": "> ", "corrected": "> (sunting) ", "received": "< ", "edited": "~ "}


def transcript(log: Iterable[tuple[str, Json]]) -> str:
    """The lines of a chat's log, each ended by a line feed."""
    lines: list[str] = []
    for kind, what in log:
        if kind == "pressed":
            lines.append(f"> [tombol {what['label']}]")
        elif kind == "reacted":
            lines.append(f"< (reaksi {what['emoji']})" if what["emoji"] else "< (reaksi dicabut)")
        elif kind == "toast":
            lines.append(f"< (sekilas) {what['text']}")
        elif kind == "deleted":
            lines.append("< (pesan dihapus)")
        else:
            lines.extend(_message(_SIGNS[kind], what))
    return "".join(f"{line}\n" for line in lines)


def _message(sign: str, message: Json) -> list[str]:
    first, *rest = _text(message).split("\n")
    lines = [sign + first, *(f"  {line}".rstrip() for line in rest)]
    markup = message.get("reply_markup", {})
    return lines + [
        "  " + " ".join(_button(button) for button in row)
        for row in markup.get("inline_keyboard", ())
    ]


def _button(button: Json) -> str:
    copies = "copy_text" in button
    return f"[salin: {button['text']}]" if copies else f"[{button['text']}]"


def _text(message: Json) -> str:
    words = str(message.get("text") or message.get("caption", ""))
    forwarded = "(diteruskan) " if "forward_origin" in message else ""
    for field, label in _MEDIA.items():
        if field in message:
            name = message[field].get("file_name", "") if field == "document" else ""
            shown = f"({label} {name})" if name else f"({label})"
            return f"{forwarded}{shown} {words}".rstrip()
    return forwarded + words
