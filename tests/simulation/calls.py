"""A call of the Bot API as the simulator takes it, without HTTP: read, carried out at once, refused."""

from typing import Any

import orjson

from bot.simulator.bot_side.api import Api
from bot.simulator.bot_side.wire import Call, Upload
from bot.simulator.errors import ApiError


def read(method: str, data: Any) -> Call:
    """Return a call as the server would read it."""
    if data is None:
        return Call(method.lower(), {})
    if isinstance(data, dict):
        return Call(method.lower(), {name: str(value) for name, value in data.items()})
    files = {
        name: Upload(part[0], part[2], part[1]) for name, part in data.multipart_data.items()
    } if data.contains_files else {}  # fmt: skip
    return Call(method.lower(), dict(data.json_parameters), files)


def run(api: Api, call: Call) -> Any:
    """Carry out a call at once: none of the simulator's waits when it is asked not to."""
    work = api._carry_out(call)
    try:
        work.send(None)
    except StopIteration as done:
        result = done.value
        return getattr(result, "result", result)
    work.close()
    raise RuntimeError(f"{call.method} waits")


def refusal(error: ApiError) -> tuple[int, bytes]:
    """Return status and body of a refusal."""
    body: dict[str, Any] = {"ok": False, "error_code": error.code, "description": error.description}
    if error.parameters:
        body["parameters"] = error.parameters
    return error.code, orjson.dumps(body)
