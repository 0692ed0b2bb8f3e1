"""What other States give the family of a refugee and of somebody with subsidiary protection: dated data, cell by cell.

Each cell of the tables stands as ``value mark source``: what was found, how it was read, and where. The day of a source
stands in `READ`. The marks: ``T`` the statute in a text of 2025 or 2026, ``To`` an older text, ``S`` another page says
so, ``I`` our reading; ``-`` not found. This is comparison, not advice: a family cannot choose the State, the Pact changed
most acts about 12 June 2026, and art. 8 ECHR and, for refugees, the Directive stand above every row.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

import attrs

from reunify.rules.elsewhere.read import READ
from reunify.text import Choice, Text

__all__ = ["AS_OF", "COLUMNS", "STATES", "Cell", "SameRights", "State", "count"]

AS_OF: Final = "2026-11-27"
"""The day for which the tables were made."""


class SameRights(Choice):
    """Whether subsidiary protection gives the same rights of family reunification as refugee status."""

    YES = "yes", "the same", "gelijk"
    BOTH_WORSE = "alike_but_worse", "alike, but both worse", "gelijk, maar beide slechter"
    NO = "no", "less", "minder"
    EXCLUDED = "excluded", "none for subsidiary protection", "niets bij subsidiaire bescherming"
    UNKNOWN = "unknown", "not found", "niet gevonden"


@attrs.frozen
class Cell:
    """One cell: what was found, how it was read, and in which sources.

    Attributes:
        value: The word or figure; ``"-"`` where nothing was found.
        mark: ``T``, ``To``, ``S``, ``I`` or "".
        sources: Keys of `READ`.
    """

    value: str
    mark: str = ""
    sources: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Give it as a reader is told it: the value, its mark and its sources."""
        value = re.sub(r"^(\d+) ", r"\1; ", self.value.replace("_", " "))
        return " ".join(filter(None, (value, self.mark, *self.sources)))

    @property
    def days(self) -> tuple[str, ...]:
        """The days of its sources."""
        return tuple(READ[key] for key in self.sources)


@attrs.frozen
class State:
    """One State with its cells.

    Attributes:
        code: Its two letters.
        name: Its name.
        same_rights: Whether subsidiary protection gives the same.
        cells: The cells, by the name of the column (`COLUMNS`).
        in_the_union: Whether it is a Member State.
        grade: How firm the row is: firm, one hole, fair, weak, nothing.
    """

    code: str
    name: Text
    same_rights: SameRights
    cells: Mapping[str, Cell]
    in_the_union: bool
    grade: str


COLUMNS: Final[tuple[str, ...]] = (
    "same_rights",
    "wait_refugee",
    "wait_subsidiary",
    "means_refugee",
    "window_months",
    "means_subsidiary",
    "partner",
    "adult_child",
    "foster",
    "uam_parents",
    "uam_siblings",
    "age_day",
    "tie",
)
"""What each cell is about: waits in months, the window in which no income is asked, who counts as family."""

# Waits in months; a wait that is law but not applied says so. Means: never, after_window, always.
_STATUS: Final = """
AT | no S AT2 AT3 | 0 S AT2 | 24 S AT2 AT3 | after_window S AT2 | 3 S AT2 | always_and_a_quota S AT2 AT3
BE | no S BE2 | 0 S BE1 | 24_suspended_since_2026-02-26 S BE1 BE2 | after_window S BE1 | 6 S BE1 | at_once_suspended S BE1 BE2
BG | yes T BG1 | 0 T BG1 | 0 T BG1 | after_window T BG1 | 6 T BG1 | after_window T BG1
CY | excluded S CY1 CY2 | 0 S CY1 | - | after_window S CY1 | 3 S CY1 | -
CZ | no I CZ1 | - | - | after_window S CZ1 | 3 S CZ1 | always I CZ1
DE | no T DE1 | 0 T DE1 | halted_2025-07-24_to_2027-07-23 T DE1 | after_window_may_be_waived T DE1 | 3 T DE1 | always_except_parents_of_a_minor T DE1
DK | no S DK1 | 0 S DK1 | 24 S DK1 | - | - | -
EE | yes T EE1 | 0 T EE1 | 0 T EE1 | after_window_may_be_asked T EE1 | 6 T EE1 | after_window_may_be_asked T EE1
ES | yes T ES1 | 0 T ES1 | 0 T ES1 | never T ES1 | - S ES2 | never T ES1
FI | no S FI1 FI2 | 24 S FI1 | 24 S FI1 | after_window S FI2 FI3 | 3 S FI2 FI3 | always S FI2 FI3 FI4
FR | yes T FR1 | 0_12_for_a_later_spouse T FR1 | 0_12_for_a_later_spouse T FR1 | never T FR1 | - | never T FR1
GR | excluded To GR1 GR3 | 0 To GR2 | - | after_window To GR2 GR3 | 3 To GR2 GR3 | -
HR | yes To HR1 | 0 To HR1 | 0 To HR1 | never To HR1 | - | never To HR1
HU | no S HU1 G3 | - | - | after_window S G3 | 3 S G3 | always S G3
IE | alike_but_worse T IE1 | 24 T IE1 | 24 T IE1 | always T IE1 IE2 | - | always T IE1 IE3
IT | yes T IT1 IT2 | 0 T IT1 | 0 T IT1 | never T IT1 | - S IT2 | never S IT2
LT | unknown | - | - | - | - | -
LU | yes To LU1 | 0 To LU1 | 0 To LU1 | after_window To LU1 | 6 S G2 | after_window To LU1
LV | no To LV1 | 0 To LV1 | 24 To LV1 | - | - | -
MT | excluded S MT1 | - | - | - | - | -
NL | no T NL | 0 T NL | 24 T NL | after_window T NL | 3 T NL | always T NL
PL | yes S PL1 | 0 S PL1 | 0 S PL1 | after_window S PL1 | 6 S PL1 G2 | after_window S PL1
PT | yes S PT1 | 0 S PT1 PT2 | - | never S PT1 | - | never S PT1
RO | yes S RO1 | 0 S RO1 | 0 S RO1 | never S RO1 | - | never S RO1
SE | no T SE1 | 0 T SE1 | 0 T SE1 | after_window T SE1 | 3 T SE1 | always T SE1 SE2
SI | yes S SI1 | 0 S SI1 | 0_after_an_extension_if_given_for_one_year S SI1 | - | - | -
SK | yes T SK1 | 0 T SK1 | 0 T SK1 | never T SK1 | - | never T SK1
NO | yes I NO1 | 0_48_of_work_for_a_later_tie T NO1 | 0_48_of_work_for_a_later_tie I NO1 | after_window T NO1 | 6 S NO2 | after_window I NO1
CH | no S CH1 | - | 36_24_in_practice S CH1 | - | - | always S CH1
"""
_FAMILY: Final = """
AT | registered_only To AT1 | no To AT1 | no To AT1 | yes To AT1 | no I AT1 | application To AT1 | before_entry To AT1
BE | - | - | - | yes S BE3 | - | - | -
BG | yes T BG1 | health T BG1 | no_word T BG1 | yes T BG1 | no_word T BG1 | not_said | before_entry T BG1
CY | no S CY2 | no S CY2 | no S CY2 | yes S CY2 | no I CY2 | - | before_entry S CY2
CZ | registered_only S CZ1 | to_26 S CZ1 | yes S CZ1 | yes S CZ2 | unmarried_minor S CZ2 | - | before_grant S CZ2
DE | registered_only T DE1 | hardship_only T DE1 | no_word T DE1 | yes T DE1 | hardship_only I DE1 | not_said | before_flight_if_subsidiary T DE1
DK | yes S DK1 | no S DK2 | - | only_if_treaties_ask S DK2 | only_if_treaties_ask S DK2 | application_under_15 S DK2 | -
EE | registered_only T EE1 | health T EE1 | ward T EE1 | yes T EE1 | perhaps I EE1 | not_said | before_arrival T EE1
ES | yes T ES1 | dependent_household T ES1 | dependent_household I ES1 | yes T ES1 | dependent_household I ES1 | not_said | lived_together_if_other_kin T ES1
FI | yes S FI1 | full_dependence S FI5 | under_conditions S FI5 | guardian S FI5 | - | application S FI4 | before_for_the_window S FI2
FR | yes T FR1 | to_19 T FR1 | no T FR1 | yes T FR1 | unmarried_minor T FR1 | application T FR1 | before_application T FR1
GR | yes To GR2 | health To GR2 | guardian_of_uam_only To GR2 | yes S GR3 | no_word To GR2 | - | -
HR | yes S HR2 | health S HR2 | - | yes S HR2 | - | - | -
HU | no S HU1 | health S HU1 | yes S HU1 | yes S HU1 | health S HU1 | - | before_arrival S HU1
IE | - | no S IE4 | - | - | - | - | -
IT | - | disabled S IT2 | yes T IT1 | yes T IT1 | no T IT1 | application T IT1 | may_be_later I IT1
LT | - | - | - | - | - | - | -
LU | registered_only To LU1 | may_health To LU1 | - | yes To LU1 | - | - | -
LV | no To LV1 | no To LV1 | no To LV1 | yes To LV1 | no To LV1 | not_said | country_of_origin To LV1
MT | no S MT1 | no S MT1 | no S MT1 | yes S MT1 | no I MT1 | - | -
NL | no T NL | no T NL | no T NL | yes T NL | with_a_parent T NL | see_the_law T NL | before_entry T NL
PL | no S PL1 | no S PL1 | no S PL1 | yes S PL1 | no I PL1 | - | may_be_later S PL1
PT | two_years S PT1 | incapacitated S PT1 | - | yes S PT1 | - | - | may_be_later S PT1
RO | no S RO1 | no S RO1 | - | - | - | - | country_of_origin S RO1
SE | yes T SE1 | may_dependent_household T SE1 | no_word T SE1 | yes T SE1 | may I SE1 | not_said | before_for_the_exemption T SE1
SI | yes S SI1 | duty_of_support S SI1 | special_circumstances S SI1 | yes S SI1 | special_circumstances S SI1 | - | -
SK | no T SK1 | no T SK1 | no_word T SK1 | yes T SK1 | no T SK1 | not_said | before_departure T SK1
NO | two_years_or_a_child T NO1 | human_considerations T NO1 | no_word T NO1 | yes T NO1 | minor_with_the_parents T NO1 | application T NO1 | later_with_work T NO1
CH | - | - | - | - | - | - | -
"""
_NAMES: Final = """
AT Austria Oostenrijk weak; BE Belgium België fair; BG Bulgaria Bulgarije firm; CY Cyprus Cyprus fair
CZ Czechia Tsjechië weak; DE Germany Duitsland firm; DK Denmark Denemarken weak; EE Estonia Estland firm
ES Spain Spanje firm; FI Finland Finland weak; FR France Frankrijk firm; GR Greece Griekenland fair
HR Croatia Kroatië fair; HU Hungary Hongarije fair; IE Ireland Ierland one_hole; IT Italy Italië firm
LT Lithuania Litouwen nothing; LU Luxembourg Luxemburg fair; LV Latvia Letland fair; MT Malta Malta fair
NL Netherlands Nederland firm; PL Poland Polen fair; PT Portugal Portugal weak; RO Romania Roemenië fair
SE Sweden Zweden firm; SI Slovenia Slovenië fair; SK Slovakia Slowakije firm; NO Norway Noorwegen one_hole
CH Switzerland Zwitserland weak
"""
_OUTSIDE: Final = frozenset({"NO", "CH"})


def _cell(written: str) -> Cell:
    value, *rest = written.split()
    mark, *sources = rest or [""]
    return Cell(value, mark, tuple(sources))


def _rows(table: str) -> dict[str, list[Cell]]:
    lines = (line.split(" | ") for line in table.strip().splitlines())
    return {code: [_cell(cell) for cell in cells] for code, *cells in lines}


def _states() -> Iterator[State]:
    status, family = _rows(_STATUS), _rows(_FAMILY)
    for named in _NAMES.replace("\n", ";").strip(";").split(";"):
        code, english, dutch, grade = named.split()
        cells: dict[str, Cell] = dict(zip(COLUMNS, [*status[code], *family[code]], strict=True))
        yield State(
            code=code.lower(),
            name=Text(en=english, nl=dutch),
            same_rights=SameRights(cells["same_rights"].value),
            cells=cells,
            in_the_union=code not in _OUTSIDE,
            grade=grade.replace("_", " "),
        )


STATES: Final = {state.code: state for state in _states()}
"""The States by their two letters."""


def count() -> dict[str, int]:
    """Count the Member States: where both statuses give the same, alike but both worse, less, or nothing was found."""
    found = Counter(state.same_rights for state in STATES.values() if state.in_the_union)
    return {
        "same": found[SameRights.YES],
        "alike_but_worse": found[SameRights.BOTH_WORSE],
        "less": found[SameRights.NO] + found[SameRights.EXCLUDED],
        "unknown": found[SameRights.UNKNOWN],
    }
