"""The same conditions on whole columns: a million families at once. Needs the extra ``columns`` (numpy).

Nothing here states a rule, an assumption or a derived fact a second time. The nodes of a rule set are
walked as `assess` walks them, with an array of sets of verdicts where that has one set. The functions of
the leaves and of `reunify.facts` are the very same; they are called with what stands for the values of many
persons, and give for each person what they give for that person alone.

Only a family with a day known in part (`reunify.Span`) is no part of that: it is assessed by itself, as `assess` does,
and what comes out stands in its rows. That costs some milliseconds to tenths of a second a family, where the others
take microseconds.
"""

try:
    import numpy as _  # noqa: F401, ICN001 -- only to see that it is there
except ModuleNotFoundError as _error:
    _NEEDED = "reunify.columns needs numpy: pip install 'reunify[columns]'"
    raise ImportError(_NEEDED, name=_error.name) from None

from reunify.columns._findings import Findings, findings
from reunify.columns._frames import Screening, screen
from reunify.columns._tables import SPECIAL, Table, from_cases, table
from reunify.columns._verdicts import Columns, Details, assess_table, assess_table_each

screen_each = assess_table_each
"""Its older name."""

__all__ = [
    "SPECIAL",
    "Columns",
    "Details",
    "Findings",
    "Screening",
    "Table",
    "assess_table",
    "assess_table_each",
    "findings",
    "from_cases",
    "screen",
    "screen_each",
    "table",
]
