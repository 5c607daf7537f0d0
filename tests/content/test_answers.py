"""Short answers: how they are asked for, and what is refused in their file."""

from pathlib import Path

import pytest

from bot.chat.world import World
from bot.content.answers import read_answers

FILE = Path(__file__).parents[2] / "content" / "answers_id.md"


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("cara membuat rubrik", "rubrik"),
        ("gimana cara bikin rubrik tugas ya bu?", "rubrik"),
        ("bagaimana menyusun rubrik untuk poster", "rubrik"),
        ("Apa itu KKTP?", "kktp"),
        ("beda kktp dan kkm", "kktp"),
        ("kelas saya ramai sekali, harus bagaimana", "kelas-ramai"),
        ("murid ribut terus", "kelas-ramai"),
        ("murid kelas 5 belum bisa membaca", "belum-lancar-membaca"),
        ("contoh soal hots ipa", "hots"),
        ("apa itu remedial", "remedial"),
        ("rubrik", None),
        ("cara membuat rpp", None),
        ("asesmen awal", None),
        ("", None),
    ],
)
def test_a_question_finds_its_answer(question: str, answer: str | None, world: World) -> None:
    """All words of one way of asking, in any order and form, mean the answer."""
    found = world.search.answers.find(question)
    assert (found.id if found else None) == answer


def test_every_way_of_asking_finds_its_own_answer(world: World) -> None:
    """No way of asking is taken by another answer."""
    for answer in world.search.answers:
        for way in answer.asked:
            found = world.search.answers.find(way)
            assert found is not None
            assert found.id == answer.id, way


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ("- id: kktp\n", "- id: rubrik\n", "the id 'rubrik' stands twice"),
        ("- id: kktp\n", "- id: K K\n", "the id 'K K' cannot be used"),
        ("- id: kktp\n", "", "field 'id' is missing"),
        ("- lanjut: evaluasi.makna", "- lanjut: evaluasi.sihir", "no place 'evaluasi.sihir'"),
        ("- lanjut: evaluasi.makna", "- lanjut: sihir.makna", "no place 'sihir.makna'"),
        ("KKTP adalah", f"{'kata ' * 150}KKTP adalah", "characters"),
    ],
)
def test_a_faulty_answer_is_refused(
    before: str, after: str, fault: str, tmp_path: Path, world: World
) -> None:
    """Ids twice, places that are none and long answers are found before anybody asks."""
    text = FILE.read_text(encoding="utf-8")
    assert before in text
    path = tmp_path / "answers_id.md"
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    _answers, problems = read_answers(path, world.programme)
    assert any(fault in problem.fault for problem in problems)


def test_the_shipped_answers_are_sound(world: World) -> None:
    """The file as it is has no problem."""
    answers, problems = read_answers(FILE, world.programme)
    assert problems == []
    assert len(answers) >= 6
