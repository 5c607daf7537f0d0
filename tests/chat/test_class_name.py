"""A class as she calls it reads well in her plan and in the praise."""

from bot.chat.answers.setting import class_name
from bot.chat.world import World
from tests.each import each


@each(
    ("typed", "named"),
    [
        *(("4", "kelas 4"), ("5A", "kelas 5A"), ("VIII B", "kelas VIII B"), ("di 6.", "kelas 6")),
        *(("XI IPA 2", "kelas XI IPA 2"), ("kelas 4", "kelas 4"), ("vokasi", "vokasi"), ("", "")),
        *(("kelompok Mawar", "kelompok Mawar"), ("TK B", "TK B"), ("4 anak baru", "4 anak baru")),
    ],
)
def test_a_class_named_by_its_number_is_called_a_class(
    typed: str, named: str, world: World
) -> None:
    """It stands behind "di": "di kelas 4", not "di 4"."""
    assert class_name(world.texts, typed) == named
