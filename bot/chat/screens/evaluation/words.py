"""What is said about evaluations: quarters, levels, and how they changed. Never a sum, never a rank.

Returns Telegram HTML unless it says otherwise.
"""

from bot.chat.screens.evaluation.course import window_next
from bot.chat.screens.evaluation.quarter_words import quarter_name, short_quarter
from bot.chat.screens.plan.words import looked_back
from bot.chat.turn_context import TurnContext
from bot.content.texts import Html
from bot.domain.calendar.quarter import Quarter, local
from bot.domain.evaluation.evaluation import (
    Evaluation,
    EvaluationPart,
    IntentionOutcome,
    LevelChange,
    changes,
    previous,
)
from bot.domain.programme.programme import Step, StepSlug


def quarter_words(s: TurnContext, quarter: str) -> str:
    """Return "Triwulan IV 2026 (Okt–Des)" as plain text."""
    return quarter_name(s.world.texts, Quarter.parse(quarter))


def short_quarter_words(s: TurnContext, quarter: str) -> str:
    """Return "Triwulan IV 2026" as plain text, where there is little room."""
    return short_quarter(s.world.texts, Quarter.parse(quarter))


PROGRESS_SIGNS = 5
"""So many signs leave room for the quarter's name in the same line."""


def head(s: TurnContext, evaluation: Evaluation) -> str:
    """Return the first line of every question, with a word when the quarter is not today's."""
    line = s.say("evaluation-head", quarter=short_quarter_words(s, evaluation.quarter))
    belongs = belonging(s, evaluation)
    return f"{line}\n{belongs}" if belongs else line


def item_head(s: TurnContext, evaluation: Evaluation, step: Step) -> str:
    """Return how far the items have come, in one line, and the word of ``head`` at the first.

    The quarter is named where one that is finished is corrected.
    """
    at, total = evaluation.position(step, s.programme)
    filled = max(1, round(PROGRESS_SIGNS * at / total))
    line = s.say(
        "evaluation-place",
        done=s.world.texts.label("evaluation-place", "done") * filled,
        left=s.world.texts.label("evaluation-place", "left") * (PROGRESS_SIGNS - filled),
        at=at,
        total=total,
    )
    if evaluation.finished_at:
        quarter = short_quarter_words(s, evaluation.quarter)
        line = s.say("evaluation-place-of", place=line, quarter=quarter)
    belongs = belonging(s, evaluation) if at == 1 else ""
    return f"{line}\n{belongs}" if belongs else line


def span_words(s: TurnContext, evaluation: Evaluation) -> str:
    """Return "tiga bulan terakhir", or the quarter's name once it is not the present one."""
    quarter = quarter_words(s, evaluation.quarter)
    return s.say("evaluation-span", time=_time(s, evaluation), quarter=quarter)


def pupils_words(s: TurnContext, evaluation: Evaluation) -> str:
    """Return the question about what pupils can do by now, or could by the end of that quarter."""
    quarter = quarter_words(s, evaluation.quarter)
    return s.say("evaluation-pupils", time=_time(s, evaluation), quarter=quarter)


def ahead_words(s: TurnContext, evaluation: Evaluation) -> str:
    """Return "tiga bulan ke depan", or after which quarter once it is not the present one."""
    quarter = quarter_words(s, evaluation.quarter)
    return s.say("evaluation-ahead", time=_time(s, evaluation), quarter=quarter)


def _time(s: TurnContext, evaluation: Evaluation) -> str:
    """Say whether an evaluation is told of now or looked back at: corrected in a later quarter.

    One that is caught up, or that crosses into the next quarter, is of now until it is finished.
    """
    today = Quarter.of(local(s.now, s.person.zone).date())
    is_past = evaluation.finished_at and Quarter.parse(evaluation.quarter) < today
    return "lalu" if is_past else "kini"


def belonging(s: TurnContext, evaluation: Evaluation) -> str:
    """Return a sentence when the evaluation belongs to another quarter than today, else ""."""
    quarter = Quarter.parse(evaluation.quarter)
    if evaluation.finished_at or quarter == Quarter.of(local(s.now, s.person.zone).date()):
        return ""
    begun = Quarter.of(local(evaluation.begun_at, s.person.zone).date())
    words = quarter_words(s, evaluation.quarter)
    if begun == quarter:
        return s.say("evaluation-belongs", quarter=words)
    if begun < quarter:
        return s.say("evaluation-early", quarter=words)
    window = window_next(s)
    if window.quarter == quarter and local(s.now, s.person.zone).date() <= window.last:
        return ""
    return s.say("evaluation-catch-up", quarter=words)


def belonging_now(s: TurnContext, quarter: Quarter) -> str:
    """Return a sentence when an evaluation begun now would belong to another quarter, else ""."""
    today = Quarter.of(local(s.now, s.person.zone).date())
    if quarter == today:
        return ""
    words = quarter_name(s.world.texts, quarter)
    return s.say("evaluation-late" if quarter < today else "evaluation-coming", quarter=words)


def level_words(s: TurnContext, evaluation: Evaluation, slug: StepSlug) -> str:
    """Return "3" for a step, or that it was carried over, skipped or not reached; plain text."""
    level = evaluation.levels.get(slug)
    if level is not None:
        return str(level)
    if slug in evaluation.carried:
        return s.say("evaluation-carried", level=evaluation.carried[slug])
    return s.say("evaluation-skipped" if slug in evaluation.skipped else "evaluation-none")


def step_words(s: TurnContext, slug: StepSlug | None) -> str:
    """Return "4 · Merancang pembelajaran" as plain text, or that nothing was chosen."""
    step = s.programme.step(slug) if slug else None
    return f"{step.number} · {step.label}" if step else s.say("evaluation-none")


def steps_words(s: TurnContext, slugs: tuple[StepSlug, ...]) -> str:
    """Return "4 · Merancang pembelajaran serta 6 · …" as plain text, "" for none.

    Not with an "and", which some of the names hold.
    """
    words = [step_words(s, slug) for slug in slugs]
    if len(words) < 2:  # noqa: PLR2004 -- a list begins with two
        return "".join(words)
    before = ", ".join(words[:-1])
    return s.world.texts.label("focus-list", "words", before=before, last=words[-1])


def levels(s: TurnContext, evaluation: Evaluation, *, new_only: bool = False) -> str:
    """Return the level of each step, one a line; with ``new_only`` not what was carried over."""
    lines = [
        s.say(
            "evaluation-answer",
            number=step.number,
            label=step.label,
            level=level_words(s, evaluation, step.slug),
        )
        for step in s.programme
        if not new_only or not evaluation.is_short or step.slug in _new(evaluation)
    ]
    if evaluation.carried:
        rest = s.say("evaluation-carried-rest")
        lines.append(rest if new_only else s.say("evaluation-carried-note"))
    return "\n".join(lines)


def answers(s: TurnContext, evaluation: Evaluation, *, new_only: bool = False) -> str:
    """Return all answers of an evaluation, one a line; with ``new_only`` not what was carried over."""
    told = levels(s, evaluation, new_only=new_only)
    return f"{told}\n{closing_answers(s, evaluation)}"


def closing_answers(s: TurnContext, evaluation: Evaluation) -> str:
    """Return what is answered beside the levels, one a line: pupils, strength, focus, intention."""
    strength = step_words(s, evaluation.strength) if evaluation.strength else None
    focus = steps_words(s, evaluation.focus)
    lines = []
    if evaluation.pupils or EvaluationPart.PUPILS in evaluation.answered:
        pupils = evaluation.pupils or _nothing(s, evaluation, EvaluationPart.PUPILS)
        lines.append(s.say("evaluation-answer-pupils", pupils=pupils))
    if strength or not evaluation.is_short:
        strength = strength or _nothing(s, evaluation, EvaluationPart.STRENGTH)
        lines.append(s.say("evaluation-answer-strength", step=strength))
    lines += [
        s.say(
            "evaluation-answer-focus", steps=focus or _nothing(s, evaluation, EvaluationPart.FOCUS)
        ),
        s.say(
            "evaluation-answer-intention",
            intention=evaluation.intention or _nothing(s, evaluation, EvaluationPart.INTENTION),
        ),
    ]
    if became := _became_line(s, evaluation):
        lines.append(became)
    return "\n".join(lines)


def _new(evaluation: Evaluation) -> tuple[StepSlug, ...]:
    return (*evaluation.asked, *evaluation.levels, *evaluation.skipped)


def _became_line(s: TurnContext, evaluation: Evaluation) -> str:
    """Return what became of its intention with her line about it, "" where she has not said."""
    if evaluation.became in (None, IntentionOutcome.PASSED):
        return ""
    outcome = s.world.texts.pick("became", evaluation.became)
    text = s.say("evaluation-answer-became", outcome=outcome)
    return f"{text} {s.say('evaluation-answer-words', words=evaluation.became_words)}".strip()


def _nothing(s: TurnContext, evaluation: Evaluation, part: EvaluationPart) -> str:
    """Return what is said of a part without an answer: passed by, or not come to yet."""
    return s.say("evaluation-skipped" if part in evaluation.answered else "evaluation-none")


def change_words(s: TurnContext, evaluation: Evaluation) -> str:
    """Return how the levels moved since the evaluation before, kindly and step by step."""
    before = previous(s.person.evaluations, evaluation.quarter)
    if before is None:
        return s.say("evaluation-first")
    return compared(s, before, evaluation)


def compared(s: TurnContext, before: Evaluation, after: Evaluation) -> str:
    """Return in words how one evaluation differs from an earlier one."""
    moved = changes(before, after, s.programme)
    both = [c for c in moved if c.before is not None and c.after is not None]
    rose = [c for c in both if (c.after or 0) > (c.before or 0)]
    fell = [c for c in both if (c.after or 0) < (c.before or 0)]
    same = len(both) - len(rose) - len(fell)
    lines = [s.say("change-since", quarter=short_quarter_words(s, before.quarter))]
    if became := became_words(s, before):
        lines.append(became)
    if planned := looked_back(s, before.quarter):
        lines.append(planned)
    if focused := [c for c in rose if c.step in before.focus]:
        lines.append(s.say("change-focus", steps=Html(_moves(s, focused))))
    if others := [c for c in rose if c not in focused]:
        lines.append(s.say("change-rose", steps=Html(_moves(s, others))))
    if fell:
        lines.append(s.say("change-fell", steps=Html(_moves(s, fell))))
    if same:
        lines.append(s.say("change-same", count=same))
    if not both:
        lines.append(s.say("change-nothing"))
    return "\n".join(lines)


def became_words(s: TurnContext, evaluation: Evaluation) -> str:
    """Return what became of an intention, in her own view; "" before she was asked."""
    if not evaluation.intention or evaluation.became is None:
        return ""
    return s.say(
        "evaluation-intention-became",
        intention=evaluation.intention,
        became=evaluation.became.value,
        how="ya" if evaluation.became_words else "tidak",
        words=evaluation.became_words,
    )


def _moves(s: TurnContext, moved: list[LevelChange]) -> str:
    return "\n".join(_move(s, step, c) for c in moved if (step := s.programme.step(c.step)))


def _move(s: TurnContext, step: Step, change: LevelChange) -> str:
    return s.say(
        "change-step",
        number=step.number,
        label=step.label,
        before=str(change.before),
        after=str(change.after),
    )


def level_pairs(s: TurnContext, before: Evaluation, after: Evaluation) -> str:
    """Return the levels of two evaluations, one step a line."""
    return "\n".join(
        s.say(
            "change-pair",
            number=step.number,
            label=step.label,
            before=_short_level(s, before, step.slug),
            after=_short_level(s, after, step.slug),
        )
        for step in s.programme
    )


def _short_level(s: TurnContext, evaluation: Evaluation, slug: StepSlug) -> str:
    """Return "3", "(3)" where it was carried over, or "–"."""
    if slug in evaluation.levels:
        return str(evaluation.levels[slug])
    if slug in evaluation.carried:
        return s.say("change-carried", level=evaluation.carried[slug])
    return s.say("change-none")
