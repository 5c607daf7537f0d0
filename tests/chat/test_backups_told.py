"""What is said of backups is true with and without them: the report behind a deletion may tell of none."""

from bot.chat.world import World
from tests.each import each

TOLD = ("erased", "lapse-erased", "privacy-full")


@each("key", TOLD)
def test_backups_are_promised_to_go_where_there_are_any(key: str, world: World) -> None:
    """Beside "Bot ini tidak membuat salinan cadangan" a promise about them contradicts nothing."""
    arguments = {} if key == "privacy-full" else {"when": "hari ini"}
    told = world.texts.say(key, **arguments)
    assert told.count("Salinan cadangan") == told.count("Salinan cadangan, bila ada,") == 1
