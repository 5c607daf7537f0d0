"""Whether words seem to carry what tells who a pupil is: a name, a number of an identity card, a phone.

Only suspects, so that she is asked. Must not hold words; they stand in the texts.
"""

from re import compile as pattern

from bot.content.texts import Texts

_NUMBER = pattern(
    r"(?<!\d)(?:"
    r"\d{16}|\d{4}(?:[ .-]\d{4}){3}|\d{6}[ .-]\d{6}[ .-]\d{4}"
    r"|\d{10}"
    r"|\+?62[ .-]?8\d{1,3}(?:[ .-]?\d{3,4}){2,3}|08\d{1,3}(?:[ .-]?\d{3,4}){2,3}"
    r"|\(?0[2-9]\d{1,2}\)?[ .-]\d{6,8}"
    r")(?!\d)"
)
"""An identity number (NIK: 16 digits), a pupil's national number (NISN: 10), a mobile or home phone."""

_PART = pattern(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*|\d+|[^\w\s]|\n")
"""A word, a number, or one mark."""


def names_a_pupil(texts: Texts, text: str) -> bool:
    """Say whether words seem to tell who a pupil is: "murid saya Budi", "siswa bernama …", a NIK."""
    return bool(_NUMBER.search(text)) or _Reader(texts).finds_name(_PART.findall(text))


_FORMED = pattern(r"(?:me|ber|ter|per|pem|pen|di|ke)\w{4,}|\w+(?:nya|kan|ku|mu|lah)")
"""A word formed as verbs and nouns are: no name, though nobody listed it."""

LEAST = 3
"""Letters of a word that may be a name nobody listed."""


class _Reader:
    def __init__(self, texts: Texts) -> None:
        self._named = frozenset(texts.words("coach-private", "named"))
        self._pupils = frozenset(texts.words("coach-private", "pupil"))
        self._between = frozenset(texts.words("coach-private", "between"))
        self._titles = frozenset(texts.words("coach-private", "title"))
        self._known = frozenset(texts.words("coach-private", "known"))
        self._given = frozenset(texts.words("coach-private", "given"))
        self._does = frozenset(texts.words("coach-private", "does"))
        self._forenames = frozenset(texts.words("coach-private", "forename"))
        self._plain = frozenset(texts.words("coach-private", "plain"))

    def finds_name(self, parts: list[str]) -> bool:
        """Say whether a name stands where only a pupil's would."""
        announced, before = "", ""
        for at, part in enumerate(parts):
            word = part.casefold()
            after = parts[at + 1].casefold() if at + 1 < len(parts) else ""
            if self._is_name(announced, before, part, after) or self._stands(parts, at):
                return True
            if word in self._named or word in self._pupils:
                announced = word
            elif not (word in self._between or part == "," or part.isdigit()):
                announced = ""
            before = word
        return False

    def _is_name(self, announced: str, before: str, part: str, after: str) -> bool:
        word = part.casefold()
        if not part[0].isalpha() or before in self._titles or word in self._known:
            return False
        if (word, after) == ("budi", "pekerti") or word in self._between:
            return False
        is_written_so = part[0].isupper() and not part.isupper()
        if word in self._given and (is_written_so or announced or after in self._does):
            return True
        if before in self._named and before == announced and self._may_be(word):
            return True
        return bool(announced) and is_written_so and word not in self._titles

    def _may_be(self, word: str) -> bool:
        """Say whether a word behind "si" or "bernama" may be a name, also in small letters."""
        strange = self._known | self._plain | self._pupils | self._titles | self._does
        return len(word) >= LEAST and word not in strange and not _FORMED.fullmatch(word)

    def _stands(self, parts: list[str], at: int) -> bool:
        """Say whether a word nobody listed stands as a name does.

        First in a sentence, or between commas, and before what a pupil does ("Aisyah maju"); or behind
        "Muh." and its kin.
        """
        part, word = parts[at], parts[at].casefold()
        before = parts[at - 1] if at else "."
        after = parts[at + 1].casefold() if at + 1 < len(parts) else ""
        if not part[0].isupper() or not self._may_be(word) or before.casefold() in self._titles:
            return False
        first = parts[at - 2].casefold() if before == "." and at > 1 else before.casefold()
        if first in self._forenames:
            return True
        begins = before in _ENDS
        between = before == "," and after == ","
        return (begins and after in self._does) or between


_ENDS = frozenset({".", "!", "?", ":", ";", "\n", "“", '"', "–", "-"})
"""What a sentence may begin behind."""
