"""Which news a change of a school makes, and for whom. Pure."""

from dataclasses import replace
from datetime import datetime

from bot.domain.school.news import News, NewsKind, adding
from bot.domain.school.school import Coordinator, School


def telling(
    school: School, kind: NewsKind, actor: Coordinator, whom: Coordinator | None, now: datetime
) -> School:
    """Return the school with news for all its coordinators, and for the one it happened to."""
    concerned = [one.id for one in school.coordinators] + ([whom.id] if whom else [])
    told = News(
        at=now,
        kind=kind,
        by=actor.id,
        by_name=actor.name,
        whom=whom.id if whom else None,
        whom_name=whom.name if whom else "",
        waiting=tuple(dict.fromkeys(one for one in concerned if one != actor.id)),
    )
    return replace(school, news=adding(school.news, told))


def with_word_to(school: School, person: int, name: str | None, by: int, now: datetime) -> School:
    """Return the school with what a teacher is to be told: her new name there, or (None) that she left.

    What was to be told of her before gives way; the same is not told twice.
    """
    told = News(
        at=now,
        kind=NewsKind.TEACHER_RENAMED if name else NewsKind.TEACHER_REMOVED,
        by=by,
        by_name=school.named(by) or "",
        whom=person,
        whom_name=name or "",
        waiting=(person,),
    )
    if any(replace(one, at=now) == told for one in school.news):
        return school
    kept = tuple(one for one in school.news if one.whom != person)
    return replace(school, news=adding(kept, told))
