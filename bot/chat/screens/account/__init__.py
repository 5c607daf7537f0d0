"""Arriving, home, help, settings and privacy: the table of contents of their screens."""

from bot.chat.family import ScreenFamily


def contents() -> ScreenFamily:
    """Return what the family has; its modules may be imported only after its routes."""
    from bot.chat.screens.account import asides, meant, menu, privacy, questions, settings, welcome
    from bot.chat.screens.account import help as help_screens

    return ScreenFamily(
        shows=(
            *welcome.SHOWS,
            *questions.SHOWS,
            *menu.SHOWS,
            *settings.SHOWS,
            *privacy.SHOWS,
            *help_screens.SHOWS,
        ),
        verbs=(
            *welcome.VERBS,
            *questions.VERBS,
            *menu.VERBS,
            *settings.VERBS,
            *privacy.VERBS,
            *help_screens.VERBS,
            *meant.VERBS,
            *asides.VERBS,
        ),
        typed=(questions.typed,),
        ways_out={"ask": questions.way_out},
        guests=frozenset({"welcome", "help", "privacy", "menu", "meant", "settings"}),
    )
