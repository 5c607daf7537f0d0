"""A coordinator asks in words which of her teachers have not: "siapa yang belum evaluasi". Must not hold words."""

from bot.chat.screens.roster.routes import ROSTER_LIST
from bot.chat.screens.which_school import lead
from bot.chat.turn_context import Answer, TurnContext
from bot.chat.typed.line import comparable
from bot.chat.typed.same import is_one_of, says_only
from bot.domain.roster.nudge_request import REMINDABLE, TeacherGroup


def asked(s: TurnContext, text: str) -> Answer | None:
    """Lead to the list that is asked for, of several schools by one tap; None for anybody else's words."""
    group = _group(s, text.replace("?", " "))
    return lead(s, lambda one: ROSTER_LIST(one, group)) if group else None


def reminded(s: TurnContext, text: str) -> TeacherGroup | None:
    """Return the group that is to be reminded: "ingatkan yang belum mulai"; None for anything else."""
    words, spelt, texts = comparable(text).split(), s.world.wording.spelt, s.world.texts
    verbs = [spelt(verb) for verb in texts.words("teacher-found", "remind")]
    at = next((nth for nth, word in enumerate(words) if spelt(word) in verbs), None)
    if at is None or not s.world.wording.is_polite(" ".join(words[:at])):
        return None
    whom, beside = " ".join(words[at + 1 :]), texts.words("roster-said", "beside")
    if says_only(s, whom, texts.words("coordinator-sees", "whom"), beside):
        return TeacherGroup.UNEVALUATED
    group = _group(s, whom)
    return group if group in REMINDABLE else None


def _group(s: TurnContext, text: str) -> TeacherGroup | None:
    texts = s.world.texts
    return next(
        (one for one in TeacherGroup if is_one_of(s, text, texts.words("roster-said", one))), None
    )
