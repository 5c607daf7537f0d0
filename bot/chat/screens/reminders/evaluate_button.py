"""The way to the evaluation under a message: it says "Lanjutkan" to whoever has begun it."""

from bot.chat.model import Button
from bot.chat.routes import button_to
from bot.chat.screens.evaluation.routes import EVALUATION_START
from bot.content.texts import Texts
from bot.domain.person.person import Person


def evaluate_button(texts: Texts, person: Person | None) -> Button:
    """Return the button as it is for this person at the moment the message is made."""
    is_begun = person is not None and person.evaluating is not None
    return button_to(texts.label("reminder", "go" if is_begun else "start"), EVALUATION_START())
