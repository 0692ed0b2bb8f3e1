"""The interview: asks for the facts of a family one by one, and only for those that still matter.

First the decision day, the sponsor's protection and who the family members are; then always the question
that settles most (see `whatif.questions`), until every verdict is certain. `Interview` holds no terminal:
it gives a question and takes an answer. `run` puts one before a person.
"""

from reunify.interview.question import Option, Prompt, value_of
from reunify.interview.talk import LAWS, LONGEST_NAME, Interview, in_words, run

__all__ = ["LAWS", "LONGEST_NAME", "Interview", "Option", "Prompt", "in_words", "run", "value_of"]
