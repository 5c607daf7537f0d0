"""How far notices of a breach are, in words for whoever runs the bot."""

from bot.chat.turn_context import TurnContext
from bot.domain.breach import BreachState


def breach_words(s: TurnContext, sent: tuple[BreachState, ...]) -> str:
    """Return a paragraph with a line for each notice, newest first; "" where none was ever sent."""
    lines = [
        s.say(
            "admin-breach-sent",
            when=s.world.texts.moment(one.made_at, s.person.zone),
            stopped="ya" if one.is_stopped else "tidak",
            counts=", ".join(
                f"{s.world.texts.pick('fate', fate)} {count}"
                for fate, count in one.fates.most_common()
            ),
        )
        for one in sent
    ]
    return "".join(f"\n\n{line}" for line in lines)
