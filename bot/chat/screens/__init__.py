"""All families of screens: each folder here is one and tells its ``contents``; it is found by that alone."""

from collections.abc import Mapping
from importlib import import_module
from pkgutil import iter_modules

from bot.chat.family import TABLE, Done, ScreenFamily, ShownPlace


def found() -> tuple[ScreenFamily, ...]:
    """Return the families of all folders here, by name."""
    names = sorted(one.name for one in iter_modules(__path__) if one.ispkg)
    return tuple(import_module(f"{__name__}.{name}").contents() for name in names)


FAMILIES = found()
TABLE.fill(FAMILIES)

SHOWS: Mapping[str, ShownPlace] = TABLE.shows
VERBS: Mapping[str, Done] = TABLE.verbs
