"""What people of a school are told without having asked. No place: nobody stands on it."""

from bot.chat.model import Screen
from bot.chat.screens.school.routes import OWNNAME_NAME, SCHOOL_HOME
from bot.chat.turn_context import TurnContext, rows
from bot.domain.school.news import OF_TEACHER, OWN, News, NewsKind
from bot.domain.school.school import School


def news_screen(s: TurnContext, news: News, school: School) -> Screen:
    """Return the news in words: for the one it happened to, or for those around her."""
    is_own = news.whom == s.person.id and news.kind in OWN
    told = s.world.texts.tell(
        "own-news" if is_own else "news",
        news.kind,
        school=school.name,
        by=news.by_name or s.say("audit-admin"),
        whom=news.whom_name,
    )
    if news.kind is NewsKind.TEACHER_RENAMED:
        first = s.button("own-school", "rename", OWNNAME_NAME())
    elif is_own:
        first = None
    else:
        first = s.button("school-news", "open", SCHOOL_HOME(school.id))
    if s.world.operator and news.kind not in OF_TEACHER:
        told += "\n\n" + s.say("operator", operator=s.world.operator)
    return Screen(told, rows(first, s.menu_button()))
