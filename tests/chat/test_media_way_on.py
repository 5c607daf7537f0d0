"""A file that is not kept where nothing is asked is answered with the way on."""

from bot.chat.model import MediaKind
from bot.chat.world import World
from tests.chat.coach_places import Teacher, standing
from tests.each import each

KINDS = (MediaKind.DOCUMENT, MediaKind.PHOTO, MediaKind.VOICE)


@each("kind", KINDS)
def test_a_file_at_the_menu_leads_to_the_step_under_way(kind: MediaKind, world: World) -> None:
    """She is told that it is not kept, and goes on by one tap."""
    one = standing(world, "coach.tasks").taps("menu:main").sends(kind)
    assert "tidak disimpan" in one.text
    assert one.labels == ["Lanjutkan Langkah 5", "Menu"]


@each("kind", KINDS)
def test_without_a_step_under_way_she_is_told_where_files_belong(
    kind: MediaKind, world: World
) -> None:
    """They become evidence of a task that was tried, and the way there is one tap."""
    one = Teacher(world).taps("menu:main").sends(kind)
    assert "sebagai bukti" in one.text
    assert one.labels == ["Mulai Langkah 1", "Menu"]
