"""Many families: read them from files, assess each under both laws, write a row a person.

What is read:

- *JSON lines* (``.jsonl``, ``.ndjson``): one case file a line, as JSON; a name for the family may stand
  beside its facts as ``"family"``. What is null is left out, as an empty cell is.
- *CSV* (``.csv``) and *Parquet* (``.parquet``, needs the extra ``parquet``): one row a person, with the
  columns of `COLUMNS`: ``family``, the facts of the case (``decided_on``), those of the sponsor
  (``sponsor.born_on``) and those of the person (``born_on``). The rows of one family stand together. What
  is said of the case and the sponsor may stand in each row or in one. An empty cell is a fact left out; the
  word ``unknown`` says that it is not known. Yes and no are ``true`` and ``false`` (or what a spreadsheet
  makes of them). Commas, semicolons and tabs between cells are told apart by the first line. A day of which
  only a part is known is written ``1990``, ``1990-05`` or ``1989-01-01/1990-12-31``; in Parquet two days can
  also be a list, or a struct of ``first`` and ``last``.
- a *folder*: each case file in it (``.toml``, ``.json``), in the order of the names; and single case files.

What is written, in the order of the input: family, person, relation, decision day, kind of change, and for
each law the verdict, the ground, the two days, the missing facts and the disputed points. In CSV a list is
joined by ``"; "``, and a cell that a spreadsheet would take for a formula (one that starts with ``=``,
``+``, ``-``, ``@``, a tab or a carriage return) gets an apostrophe in front. JSON lines have the values as
they are; Parquet and Arrow have days as days and lists as lists. The name of the file says in which form it is written. Families that cannot be assessed are told with their place, and the others go on.

Nothing here holds on to more than a few families. Needs the extra ``cli``.
"""

from reunify.screen.command import run
from reunify.screen.read import CASE_FILES, COLUMNS, MOST_COLUMNS, NEEDED, Place, Record, records
from reunify.screen.work import LAWS, Row, Screened, screen
from reunify.screen.write import FORMATS, Format, csv_lines, json_lines

__all__ = [
    "CASE_FILES",
    "COLUMNS",
    "FORMATS",
    "LAWS",
    "MOST_COLUMNS",
    "NEEDED",
    "Format",
    "Place",
    "Record",
    "Row",
    "Screened",
    "csv_lines",
    "json_lines",
    "records",
    "run",
    "screen",
]
