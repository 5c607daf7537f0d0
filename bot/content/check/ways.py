"""Whether each way of asking leads to its answer: it says something, and nobody else claims it.

Needs all words of the content, so no start waits for it. Must not read files.
"""

from pathlib import Path

from bot.content.asking.answer_index import AnswerIndex
from bot.content.problem import Problem, ProblemList

LEAST = 2.6
"""What the words of a way must say together; "satu kelas 40 murid" would be every question."""


def check_ways(path: Path, index: AnswerIndex) -> list[Problem]:
    """Return every way of asking that could mean anything, or that two answers claim."""
    problems = ProblemList(path, [])
    claimed: dict[frozenset[str], str] = {}
    for answer, way, words, said in index.ways():
        if said < LEAST:
            fault = f"the way of asking '{way}' says too little"
            problems.add(answer.line, fault, "add the word that it is about")
        elif claimed.setdefault(words, answer.id) != answer.id:
            fault = f"'{way}' asks for '{answer.id}' and for '{claimed[words]}'"
            problems.add(answer.line, fault, "keep it in one, or add a word")
    return problems.found
