"""The interview: asks for the facts of a family one by one, and only for those that still matter.

First the day and who the family members are, then what stands on each paper, person by person, until every verdict is
certain; see `order`. `Interview` holds no terminal: it gives a question and takes an answer. `run` puts one before a
person.
"""

from reunify.interview.answer import YES_WORDS
from reunify.interview.holding import closing, in_words, run
from reunify.interview.people import LONGEST_NAME
from reunify.interview.question import Option, Prompt, value_of
from reunify.interview.talk import LAWS, Given, Interview

__all__ = [
    "LAWS",
    "LONGEST_NAME",
    "YES_WORDS",
    "Given",
    "Interview",
    "Option",
    "Prompt",
    "closing",
    "in_words",
    "run",
    "value_of",
]
