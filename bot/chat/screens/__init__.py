"""All families of screens: each folder here is one and tells its ``contents``; it is found by that alone."""

from collections.abc import Mapping
from importlib import import_module
from pkgutil import iter_modules

from bot.chat.family import TABLE, Done, ScreenFamily, Shown

FAMILIES: tuple[ScreenFamily, ...] = tuple(
    import_module(f"{__name__}.{found.name}").contents()
    for found in sorted(iter_modules(__path__), key=lambda found: found.name)
    if found.ispkg
)
TABLE.fill(FAMILIES)

SHOWS: Mapping[str, Shown] = TABLE.shows
VERBS: Mapping[str, Done] = TABLE.verbs
