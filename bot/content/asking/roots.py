"""The root of an Indonesian word, formal or as it is spoken: "mengerjakan" and "ngerjain" are "kerja".

Takes affixes off and believes only what is a known word: the content holds its own roots, so that no
dictionary is needed. Must not know what a word means.
"""

from collections.abc import Container, Iterator

SHORTEST, SHORT = 3, 4
"""Letters of a root that is listed, and of one that is only a known word: of three many are alike by chance."""

ENDINGS = (
    ("lah", "kah", "pun"),
    ("nya", "ku", "mu"),
    ("kan", "an", "in", "i", "ne", "e", "na"),
)
"""What may stand behind a root, from outside in; the last three as Javanese and Sundanese say "-nya"."""

BEGINNINGS = (
    *(("menge", ("",)), ("meng", ("", "k")), ("meny", ("s", "c")), ("mem", ("", "p"))),
    *(("men", ("", "t")), ("me", ("",)), ("penge", ("",)), ("peng", ("", "k"))),
    *(("peny", ("s", "c")), ("pem", ("", "p")), ("pen", ("", "t")), ("per", ("",)), ("pel", ("",))),
    *(("pe", ("",)), ("ber", ("",)), ("bel", ("",)), ("be", ("",)), ("ter", ("",)), ("di", ("",))),
    *(("ke", ("",)), ("se", ("",)), ("nge", ("",)), ("ng", ("", "k")), ("ny", ("s", "c"))),
    *(("n", ("t",)), ("m", ("p",))),
)
"""What may stand before a root, with the letters it may have swallowed: "menulis" is "tulis"."""

BY_LETTER = {
    letter: tuple(one for one in BEGINNINGS if one[0].startswith(letter))
    for letter in sorted({beginning[0] for beginning, _ in BEGINNINGS})
}
"""The same by their first letter: most words begin with none of them."""

ROUNDS = 2
"""Beginnings a word may have one before the other: "di-per-baiki"."""


def root_of(word: str, known: Container[str], listed: Container[str] = ()) -> str | None:
    """Return the shortest known word that this one may be made of; None if it is not known itself.

    ``listed`` are roots for certain: they come first, and may be shorter.
    """
    found = [
        form
        for form in forms_of(word)
        if form in listed or (form in known and (len(form) >= SHORT or form == word))
    ]
    return min(found, key=lambda form: (form not in listed, len(form), form)) if found else None


def forms_of(word: str) -> set[str]:
    """Return the word and all that may be left of it without affixes."""
    forms = {word}
    for endings in ENDINGS:
        forms |= {
            form.removesuffix(ending)
            for form in forms
            for ending in endings
            if form.endswith(ending) and len(form) - len(ending) >= SHORTEST
        }
    for _ in range(ROUNDS):
        forms |= {rest for form in forms for rest in _without_beginning(form)}
    return forms


def _without_beginning(form: str) -> Iterator[str]:
    for beginning, swallowed in BY_LETTER.get(form[:1], ()):
        if form.startswith(beginning):
            rest = form.removeprefix(beginning)
            yield from (
                letter + rest for letter in swallowed if len(letter) + len(rest) >= SHORTEST
            )
