"""Which steps a typed text names by number or short title. Must not decide what becomes of them."""

from bot.chat.answers.numbers import numbers_in
from bot.chat.turn_context import TurnContext
from bot.domain.programme.programme import Step


def named_steps(s: TurnContext, text: str) -> tuple[list[Step], bool]:
    """Return the steps a text names by number or short title, and whether that is beyond doubt."""
    wording, texts = s.world.wording, s.world.texts
    passed = texts.words("numbers", "chosen")
    said = " ".join(word for word in wording.bare(text) if word not in passed)
    for step in s.world.programme:
        label = " ".join(wording.spelt(step.label))
        if said and (said in (label, step.slug) or label.startswith(f"{said} ")):
            return [step], True
    line = " ".join(word for word in text.casefold().split() if word not in passed)
    numbers = numbers_in(texts, wording, line)
    found = [s.world.programme.numbered(number) for number in dict.fromkeys(numbers.named)]
    steps = [step for step in found if step is not None]
    return steps, len(steps) == len(found) and not numbers.doubtful
