"""answerCallbackQuery: each press is answered once, and in time."""

from bot.simulator.bot_side.wire import Call
from bot.simulator.errors import bad_request
from bot.simulator.world import World

# How long Telegram waits for an answer is not documented; a press lives that long in the queue.
_LIFE_SECONDS = 150.0
_TEXT = 200
_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def answer_callback_query(world: World, call: Call) -> bool:
    """Bot API answerCallbackQuery."""
    text = call.text("text")
    if len(text) > _TEXT:
        raise bad_request("MESSAGE_TOO_LONG")
    query_id = call.text("callback_query_id")
    query = world.close_query(query_id)
    if query is None or world.clock.seconds() - query.pressed > _LIFE_SECONDS:
        raise bad_request(_TOO_OLD)
    answer = {"id": query_id, "text": text, "show_alert": call.flag("show_alert")}
    world.answers(query.person).append(answer)
    if text:
        world.chats[query.person].log.append(("toast", {"text": text}))
    world.events.add(
        "answer",
        person=query.person,
        callback_query_id=query_id,
        message_id=query.message_id,
        text=text,
        show_alert=answer["show_alert"],
    )
    return True


METHODS = {"answerCallbackQuery": answer_callback_query}
