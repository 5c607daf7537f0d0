"""What recipients of a broadcast or a letter see. No places: nobody stands on them."""

from bot.chat.model import Attachment, MediaKind, Screen, Shown
from bot.chat.routes import button_to
from bot.chat.screens.reminders.evaluate_button import evaluate_button
from bot.chat.screens.replies.routes import REPLY_TO
from bot.chat.turn_context import rows
from bot.chat.world import World
from bot.content.texts import Html
from bot.domain.broadcast.broadcast import Broadcast, Medium
from bot.domain.person.person import Person

MEDIA = {
    Medium.PHOTO: MediaKind.PHOTO,
    Medium.DOCUMENT: MediaKind.DOCUMENT,
    Medium.VOICE: MediaKind.VOICE,
}


def broadcast_message(
    broadcast: Broadcast, name: str, world: World, person: Person | None = None
) -> Shown:
    """Return the message to one recipient; it names its sender and her school."""
    content = Html(broadcast.content.for_recipient(name, broadcast.school_name))
    texts = world.texts
    if broadcast.shares:
        text = texts.say(
            "evaluation-shared",
            sender=broadcast.sender,
            school=broadcast.school_name,
            quarter=broadcast.shares,
            content=Html(broadcast.content.text),
        )
    elif broadcast.is_letter:
        head = texts.say("letter", sender=broadcast.sender, school=broadcast.school_name)
        quote = texts.say("letter-quote", quote=broadcast.quote) if broadcast.quote else ""
        text = "\n\n".join(part for part in (head, quote, broadcast.content.text) if part)
    else:
        text = texts.say(
            "broadcast-message",
            sender=broadcast.sender,
            school=broadcast.school_name,
            content=content,
        )
    reply = button_to(
        texts.label("broadcast-message", "reply"), REPLY_TO(broadcast.school, broadcast.id)
    )
    asks = broadcast.content.evaluation
    buttons = rows(evaluate_button(texts, person) if asks else None, reply)
    if broadcast.content.medium is Medium.TEXT:
        return Screen(text, buttons)
    return Attachment(MEDIA[broadcast.content.medium], broadcast.content.file, text, buttons)
