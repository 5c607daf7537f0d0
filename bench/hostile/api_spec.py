"""Makes the compact spec of an update from the machine-readable Bot API: `python -m bench.hostile.api_spec FILE`.

`update_types.json` holds Update and every type it reaches: a field is its types with `|`, `!` behind
what is always there, `=word` where it is always this word; a list is a choice between types. The file
that is read is `api.min.json` of https://github.com/PaulSonOfLars/telegram-bot-api-spec (MIT); it is
not needed to fuzz. Must not know what the bot reads.
"""

import argparse
import json
import re
from pathlib import Path
from typing import Any, Final

SPEC: Final = Path(__file__).with_name("update_types.json")
_ALWAYS: Final = re.compile(r"always [“\"](?P<word>[^”\"]+)[”\"]")
_NAME: Final = re.compile(r"[A-Z]\w+")

Spec = dict[str, dict[str, str] | list[str]]


def spec_of(api: dict[str, Any]) -> Spec:
    """Return the compact spec of Update and all it reaches, by name."""
    found: Spec = {}
    left = ["Update"]
    while left:
        name = left.pop()
        told = api["types"].get(name)
        if told is None or name in found:
            continue
        if "subtypes" in told:
            found[name] = sorted(told["subtypes"])
            left += told["subtypes"]
            continue
        fields = {field["name"]: _field(field) for field in told.get("fields", ())}
        found[name] = fields
        left += [one for types in fields.values() for one in _NAME.findall(types)]
    return dict(sorted(found.items()))


def _field(field: dict[str, Any]) -> str:
    always = _ALWAYS.search(field["description"])
    types = f"={always['word']}" if always else "|".join(field["types"])
    return types + ("!" if field["required"] else "")


def main() -> None:
    """Read the path, write the spec."""
    parser = argparse.ArgumentParser(description="Make update_types.json.")
    parser.add_argument("api", type=Path, help="api.min.json")
    api = json.loads(parser.parse_args().api.read_text(encoding="utf-8"))
    lines = (
        f"{json.dumps(name)}: {json.dumps(told, separators=(',', ':'))}"
        for name, told in spec_of(api).items()
    )
    head = f'"version": {json.dumps(api["version"])}'
    body = ",\n".join((head, *lines))
    SPEC.write_text(f"{{\n{body}\n}}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
