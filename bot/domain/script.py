"""Which letters of a name can be printed: the scripts our fonts have (``reports/letters.py``). Pure."""

import unicodedata

PRINTED = frozenset(
    {
        *("LATIN", "GREEK", "CYRILLIC", "ARABIC", "HEBREW", "ARMENIAN", "GEORGIAN", "MODIFIER"),
        *("JAVANESE", "BALINESE", "SUNDANESE", "BUGINESE", "BATAK", "REJANG", "DIGIT", "COMBINING"),
        *("MASCULINE", "FEMININE", "SUPERSCRIPT", "SUBSCRIPT", "VULGAR", "MICRO", "RIGHT", "LEFT"),
        *("FULLWIDTH", "EXTENDED", "ROMAN", "CIRCLED"),
    }
)
"""First words of the names of letters that are printed; a test compares them with the fonts."""


def is_printed(words: str) -> bool:
    """Say whether every letter and digit of a name can be printed; ornaments do not count."""
    plain = unicodedata.normalize("NFKC", words)
    return all(
        _script(letter) in PRINTED for letter in plain if unicodedata.category(letter)[0] in "LN"
    )


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").split(" ")[0].split("-")[0]
