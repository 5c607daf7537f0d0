"""A school's national number (NPSN), as people write it: with its name before it, dots, blanks.

Must not guess: a line with two such numbers, a day, or a question has none.
"""

import re
import unicodedata

NPSN_LENGTH = 8
"""Digits of the number (Permendikbud 79/2015 on Dapodik)."""

_RUN = re.compile(r"\d(?:[ .\-\u2010-\u2015]{0,2}\d)*")
_DAY = re.compile(r"(?:0?[1-9]|[12]\d|3[01])[ .\-](?:0?[1-9]|1[0-2])[ .\-](?:19|20)\d\d")


def npsn_in(line: str) -> str | None:
    """Return the eight digits of a line that names one such number, else None."""
    line = unicodedata.normalize("NFKC", line)
    if "?" in line:
        return None
    runs = _RUN.findall(line)
    found = [digits for run in runs if len(digits := re.sub(r"\D", "", run)) == NPSN_LENGTH]
    if len(found) != 1 or not found[0].isascii() or any(_DAY.fullmatch(run) for run in runs):
        return None
    return found[0]
