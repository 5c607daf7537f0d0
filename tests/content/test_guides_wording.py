"""How the guides speak: short sentences, one form for one thing, nobody's real or repeated name.

The rules are those of docs/panduan-konten.md, sections 5 and 6.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from re import IGNORECASE, findall, search, split, sub

import pytest

from bot.content.library import inspect
from bot.domain.programme.guide import Guide, Model
from bot.domain.programme.programme import Programme
from tests.content.test_steps_wording import SENTENCE_WORDS
from tests.each import each

CONTENT = Path(__file__).parents[2] / "content"
SHIPPED = CONTENT / "coaching_id.md"


@pytest.fixture(scope="module")
def programme() -> Programme:
    return inspect(CONTENT, date(2026, 11, 30)).programme


def guides(programme: Programme) -> Iterator[tuple[str, Guide]]:
    for step in programme:
        for task in step.tasks:
            yield f"{step.slug}.{task.slug}", task.guide


def models(guide: Guide) -> set[Model]:
    own = {guide.model, guide.counsellor, *guide.models.values()}
    return {model for model in own if model}


def sentences(html: str) -> Iterator[str]:
    """Yield the sentences of a text; each line of a dialogue is one text."""
    for line in sub(r"<[^>]*>", "", html).splitlines():
        yield from split(
            r"(?<=[.!?])[”\u2019]?\)?\s+(?=[A-Z“\u2018(0-9])", sub(r"^(?:•|\d\.)\s*", "", line)
        )


def told(guide: Guide) -> Iterator[str]:
    """Yield all that a teacher may read."""
    assert guide.small
    assert guide.rehearsal
    assert guide.sign
    yield from (guide.small.html, guide.rehearsal.html, *guide.rehearsal.looks)
    yield from (*guide.if_then, guide.sign.question, guide.evidence, guide.again)
    for model in models(guide):
        yield model.html


def test_sentences_are_short(programme: Programme) -> None:
    """A sentence has fifteen words at most, those of pupils and teachers in a dialogue included."""
    long = [
        (name, sentence)
        for name, guide in guides(programme)
        for text in told(guide)
        for sentence in sentences(text)
        if len([word for word in sentence.split() if search(r"\w", word)]) > SENTENCE_WORDS
    ]
    assert long == []


def test_a_task_is_shown_in_several_kinds_of_class(programme: Programme) -> None:
    """A teacher of young children, of teenagers and of a special school do not read one dialogue."""
    for name, guide in guides(programme):
        assert len(models(guide)) >= 3, name


def test_a_guru_bk_has_models_of_her_own(programme: Programme) -> None:
    """Every task is shown in the words of a guru BK, who gives services where others teach."""
    for name, guide in guides(programme):
        assert guide.counsellor, name


def test_models_are_all_different(programme: Programme) -> None:
    """No model, and no sentence to copy, stands for two tasks."""
    shown = [model for _, guide in guides(programme) for model in models(guide)]
    for texts in ([one.html for one in shown], [one.copied for one in shown]):
        assert [text for text, times in Counter(texts).items() if times > 1] == []


def test_plans_and_looks_are_made_for_their_task(programme: Programme) -> None:
    """No plan, look or second try is used twice."""
    said = [
        text
        for _, guide in guides(programme)
        for text in (
            *guide.if_then,
            guide.again,
            guide.small.html if guide.small else "",
        )
    ]
    assert [text for text, times in Counter(said).items() if times > 1] == []


def test_teachers_of_models_are_not_those_of_the_stories() -> None:
    """The six teachers of the steps and their colleagues keep their subjects: others have other names."""
    name = r"\b(?:Bu|Pak) [A-Z]\w+"
    stories = set(findall(name, (CONTENT / "steps_id.md").read_text(encoding="utf-8")))
    assert set(findall(name, SHIPPED.read_text(encoding="utf-8"))) & stories == set()


@each(
    "unwanted",
    [
        r"\btiap\b",
        r"\bminggu (?:ini|depan|lalu)\b",
        r"\bsiswa\b",
        r"\bpeserta didik\b",
        r"\bdibanding\b",
        r"\bcacat\b",
        r"\bkebagian\b",
        r"\bgagal\b",
        r"\bsilahkan\b|\bpraktek\b|\bmerubah\b|\bjadual\b|\bijin\b|\bresiko\b",
        r"\b\d{1,2}:\d{2}\b",
        r"\bUU\b|Permen|\bPasal\b|\bKKM\b|\bangka kredit\b",
        r"\"",
    ],
)
def test_one_form_for_one_thing(unwanted: str) -> None:
    """A form that is replaced in the steps does not come in here; no rule of the state is cited."""
    lines = SHIPPED.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if search(unwanted, line, IGNORECASE)] == []


CLASSROOM_ONLY = r"\bkelas|\bsoal\b|\bpelajaran\b|\bbangku"


def test_a_plan_to_tap_fits_every_kind_of_school(programme: Programme) -> None:
    """Small children have groups and activities: no "Jika …" speaks of classes, tests or lessons."""
    found = [
        (name, line)
        for name, guide in guides(programme)
        for line in guide.if_then
        if search(CLASSROOM_ONLY, line, IGNORECASE)
    ]
    assert found == []
