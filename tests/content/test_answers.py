"""Short answers: how they are asked for, and what is refused in their file."""

from pathlib import Path

from bot.chat.world import World
from bot.content.answers import read_answers
from tests.each import each

FILE = Path(__file__).parents[2] / "content" / "answers_id.md"


@each(
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
        ("rubrik", "rubrik"),
        ("cara membuat rpp", "rpp"),
        ("asesmen awal", "asesmen-awal"),
        ("", None),
        ("gaji guru", None),
    ],
)
def test_a_question_finds_its_answer(question: str, answer: str | None, world: World) -> None:
    """The words of a way of asking, in any order and form, mean the answer."""
    found = world.search.ask(question).answer
    assert (found.id if found else None) == answer


def test_every_way_of_asking_finds_its_own_answer(world: World) -> None:
    """No way of asking is taken by another answer."""
    for answer in world.search.answers:
        for way in answer.asked:
            found = world.search.ask(way).answer
            assert found is not None, way
            assert found.id == answer.id, way


@each(
    ("before", "after", "fault"),
    [
        ("- id: kktp\n", "- id: rubrik\n", "the id 'rubrik' stands twice"),
        ("- id: kktp\n", "- id: K K\n", "the id 'K K' cannot be used"),
        ("- id: kktp\n", "", "field 'id' is missing"),
        ("- lanjut: evaluasi.makna", "- lanjut: evaluasi.sihir", "no place 'evaluasi.sihir'"),
        ("- lanjut: evaluasi.makna", "- lanjut: sihir.makna", "no place 'sihir.makna'"),
        ("KKTP adalah", f"{'kata ' * 150}KKTP adalah", "characters"),
        ("## KKTP\n", f"## {'KKTP ' * 7}\n", "the title 'KKTP"),
        ("- tanya: kktp;", "- tanyakan: kktp;", "field 'tanya' is missing"),
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


def test_an_answer_that_nobody_can_ask_for_is_refused(tmp_path: Path, world: World) -> None:
    """A separator alone is no way of asking."""
    path = tmp_path / "answers_id.md"
    text = "# Jawaban\n\n## A\n\n- id: a\n- tanya: ;\n- lanjut: evaluasi.makna\n\nIsi.\n"
    path.write_text(text, encoding="utf-8")
    _answers, problems = read_answers(path, world.programme)
    assert [(one.line, one.fault) for one in problems] == [(6, "no way of asking")]


def test_the_shipped_answers_are_sound(world: World) -> None:
    """The file as it is has no problem."""
    answers, problems = read_answers(FILE, world.programme)
    assert problems == []
    assert len(answers) >= 120


def test_each_answer_has_one_thing_to_try(world: World) -> None:
    """It stands last, so that it is what she remembers."""
    for answer in world.search.answers:
        last = answer.html.rpartition("\n\n")[2]
        assert last.startswith("<b>Coba besok.</b> "), answer.id
