"""What is said to a line that cannot be taken as an answer, whatever was asked.

Must not know what the line is for.
"""

from bot.chat.turn_context import Answer, TurnContext


def refused_line(s: TurnContext, line: str, longest: int) -> Answer | None:
    """Return what is said to a line that is empty or longer than so many characters; None for a good one."""
    if not line:
        return s.stay(s.say("ask-empty"))
    if len(line) > longest:
        return s.stay(s.say("ask-long", limit=longest, length=len(line)))
    return None
