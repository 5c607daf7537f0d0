"""Whoever has begun her evaluation is asked to go on with it, wherever the way to it stands."""

from dataclasses import replace
from datetime import datetime

from bot.chat.model import Screen
from bot.chat.screens.reminders.messages import message_screen
from bot.chat.screens.replies.messages import broadcast_message
from bot.chat.screens.roster.messages import asked_screen
from bot.chat.turn_context import TurnContext
from bot.chat.world import World
from bot.domain.broadcast.broadcast import Content
from bot.domain.calendar.quarter import Quarter
from bot.domain.evaluation.evaluation import Evaluation
from bot.domain.reminders.outbound import Planned, Stage, Topic
from bot.domain.roster.nudge_request import TeacherGroup
from bot.domain.school.school import Coordinator
from tests.delivery.announcing import broadcast
from tests.delivery.schools import SCHOOL
from tests.delivery.teachers import teacher
from tests.each import each

NOW = datetime.fromisoformat("2026-12-02T05:00:00+00:00")


@each("begun", [False, True])
def test_every_message_says_begin_or_go_on(begun: bool, world: World) -> None:
    """Reminders of every stage, a coordinator's word, and a broadcast: as it is when it leaves."""
    person = teacher(7)
    if begun:
        person = replace(person, evaluating=Evaluation(quarter="2026-Q4", begun_at=NOW))
    window = world.calendar.window(Quarter(2026, 4))
    screens = [
        message_screen(
            person,
            Planned(moment=NOW, topic=Topic.EVALUATION, key="-", stage=stage, window=window),
            world,
            NOW,
        )
        for stage in Stage
    ]
    s = TurnContext(person=person, world=world, now=NOW)
    screens.append(asked_screen(s, TeacherGroup.UNEVALUATED, SCHOOL, Coordinator(1, "Made")))
    asking = replace(broadcast(), content=Content(text="Halo", evaluation=True))
    shown = broadcast_message(asking, "Sari", world, person)
    assert isinstance(shown, Screen)
    screens.append(shown)
    for screen in screens:
        labels = [b.label for row in screen.rows for b in row if b.data == "evaluation:start"]
        assert labels == [world.texts.label("reminder", "go" if begun else "start")]
