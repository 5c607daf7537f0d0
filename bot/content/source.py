"""Content files are read from disk here, as UTF-8, and nowhere else.

Must not know what stands in them.
"""

from pathlib import Path

from bot.content.problem import ProblemList


def read_source(path: Path, problems: ProblemList) -> str | None:
    """Return the text of a file; None, with a problem at its place, when it cannot be read.

    The mark some editors put before UTF-8 (a BOM) is left out.
    """
    try:
        raw = path.read_bytes()
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as error:
        problems.add(1, f"the file cannot be opened: {error.strerror}", "let the bot read it")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        problems.add(line, f"the file is not UTF-8: {error.reason}", "save it as UTF-8")
    return None
