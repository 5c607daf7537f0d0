"""Who wants to try what she has just read is taken to that very task; "tunda" puts off what is in its way."""

from bot.chat.screens.steps.reading import task_of
from bot.chat.world import World
from tests.chat.coach_places import Teacher, standing
from tests.each import each

READ = {
    "task": ("steps:page:laksana:tugas.4",),
    "answer": ("help:answer:kelas-ramai",),
}
EAGER = ("oke sy mau coba ini bsk", "mau nyoba tugasnya", "mau praktek besok ya bu", "sy terapkan")
PUT_OFF = ("iya tunda aja", "tunda yg itu", "iya mulai langkah 2")
STAYS = ("jangan ditunda", "tetap di langkah ini", "lanjut yang lama aja")


@each("words", EAGER)
@each("place", READ)
def test_a_task_that_was_read_is_begun_by_words(place: str, words: str, world: World) -> None:
    """On its page, and below the short answer that leads there."""
    one = Teacher(world).taps(*READ[place]).types(words)
    assert one.at == "coach.model", one.text
    assert one.current.choice.task == "kelas-ramai"


def test_the_page_of_a_task_has_the_way_to_try_it(world: World) -> None:
    """One tap chooses it; where a try of the step is under way it leads there."""
    one = Teacher(world).taps(*READ["task"])
    assert one.labels[0] == "Coba tugas ini"
    assert one.taps("coach:try:laksana:kelas-ramai:0").current.choice.task == "kelas-ramai"
    assert standing(world, "coach.wait").taps(*READ["task"]).labels[0] == "Lanjutkan tugas"


def test_every_page_of_every_task_has_that_way(world: World) -> None:
    """Also the second page of a long one."""
    for step in world.programme:
        pages = [page for page in step.pages_for(None) if page.name.startswith("tugas")]
        told = [task.slug for page in pages if (task := task_of(step, page))]
        assert len(told) == len(pages) >= len(step.tasks)
        assert list(dict.fromkeys(told)) == [task.slug for task in step.tasks]


@each("words", EAGER)
def test_another_active_step_is_asked_about(words: str, world: World) -> None:
    """Nothing is put off in silence."""
    one = standing(world, "coach.wait").taps("steps:page:teori:tugas").types(words)
    assert one.at == "coach.swap"


@each("words", PUT_OFF)
def test_to_put_off_is_done(words: str, world: World) -> None:
    """The words of the question are an answer to it."""
    one = standing(world, "coach.wait").taps("coach:begin:teori").types(words)
    assert (one.at, one.known.place.args) == ("coach.tasks", ("teori",))


@each("words", STAYS)
def test_to_stay_is_done(words: str, world: World) -> None:
    """She goes on with the step that is under way."""
    one = standing(world, "coach.wait").taps("coach:begin:teori").types(words)
    assert one.at == "coach.wait"
