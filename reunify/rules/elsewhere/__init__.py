"""What other States give: dated data for all of them (`states`), and small laws for seven (`bg` to `sk`).

`asked` has what several of the seven ask.

By the statute alone, and to compare, not to advise: a family cannot choose the State.
"""

from __future__ import annotations

from typing import Final

from reunify.rules.elsewhere.asked import NOT_BY_STATUTE
from reunify.rules.elsewhere.bg import bulgaria
from reunify.rules.elsewhere.de import germany
from reunify.rules.elsewhere.ee import estonia
from reunify.rules.elsewhere.es import spain
from reunify.rules.elsewhere.fr import france
from reunify.rules.elsewhere.read import READ, WHERE
from reunify.rules.elsewhere.se import sweden
from reunify.rules.elsewhere.sk import slovakia
from reunify.rules.elsewhere.states import AS_OF, COLUMNS, STATES, Cell, SameRights, State, count

__all__ = [
    "AS_OF",
    "COLUMNS",
    "ELSEWHERE",
    "NOT_BY_STATUTE",
    "READ",
    "STATES",
    "WHERE",
    "Cell",
    "SameRights",
    "State",
    "count",
]

ELSEWHERE: Final = {law.id: law for law in (bulgaria, germany, estonia, spain, france, sweden, slovakia)}
"""The laws of the seven States, by their two letters. Each verdict is by the statute alone."""
