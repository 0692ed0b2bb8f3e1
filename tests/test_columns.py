"""Tables of persons: what goes in, what comes out, and what is refused. Equality: property/test_columns.py."""

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest
from dateutil.relativedelta import relativedelta

from reunify import PROPOSED, RULE_SETS, Span, Verdict, assess, casefile, columns
from reunify.columns import _verdicts
from reunify.columns._many import Column, Days, Truths, called, in_parts
from reunify.engine.nodes import Node
from reunify.facts import ASSUMED, NOT_FILED, Relation
from reunify.faults import BadCase
from reunify.terms import (
    NEVER,
    birthday,
    end_of_months,
    extended,
    extended_if_decreed,
    last_day_under,
    permit_starts_on,
    years_after,
)
from reunify.verdicts.family import Family

CASES = [casefile.read(path) for path in sorted((Path(__file__).parents[1] / "examples" / "cases").glob("*.toml"))]
LAWS = tuple(RULE_SETS.values())
RELATIONS = list(Relation)
DAYS = "datetime64[D]"


def made(**changes):
    """A sponsor with a spouse and a sibling who applies with a parent, and one with a child."""
    facts = {
        "family": [7, 7, 7, 3],
        "relation": ["spouse", "sibling", "parent", "child"],
        "decided_on": np.array(["2026-12-01"] * 4, dtype=DAYS),
        "with_parent": np.array([-1, 2, -1, -1]),
    }
    return columns.table({name: value for name, value in (facts | changes).items() if value is not None})


def objects(values):
    """An array of just these objects."""
    found = np.empty(len(values), dtype=object)
    found[:] = values
    return found


class TestTable:
    """A table is made of arrays, or of cases."""

    @pytest.mark.parametrize("law", LAWS, ids=lambda law: law.id)
    def test_of_the_examples(self, law):
        """The examples come out as they do one by one."""
        found = columns.assess_table(columns.from_cases(CASES), law)
        outcomes = [outcome for case in CASES for outcome in assess(case, law).outcomes]
        assert [outcome.verdict for outcome in outcomes] == found.verdict.tolist()
        assert [outcome.ground or "" for outcome in outcomes] == found.ground.tolist()
        assert len(outcomes) == len(found) == sum(found.count().values())

    def test_of_arrays_is_that_of_cases(self):
        """Words or places for choices; days; amounts; masks; rows for members."""
        table = made(
            relation=np.array([RELATIONS.index(Relation(word)) for word in ("spouse", "sibling", "parent", "child")]),
            born_on=np.array(["1990-01-01", "NaT", "1960-01-01", "2015-01-01"], dtype=DAYS),
            self_supporting=[True, None, ASSUMED, False],
            **{"sponsor.income_per_month": np.array([2500.5, 2500.5, 2500.5, np.nan])},
        )
        assert ["spouse", "sibling"] == [table.values("relation")[code] for code in table.codes["relation"][:2]]
        assert [date(1990, 1, 1).toordinal(), -1] == table.codes["born_on"][:2].tolist()
        assert [1, -1, -1, 0] == table.codes["self_supporting"].tolist()
        assert (Decimal("2500.5"),) == table.values("sponsor.income_per_month")

    def test_masks(self):
        """What is unknown, left out and not filed is told apart."""
        days = np.array(["2026-10-01"] * 4, dtype=DAYS)
        table = columns.table(
            {"family": [1, 2, 3, 4], "relation": ["child"] * 4, "applied_on": days, "mvv_granted_on": days},
            unknown={"applied_on": [True, False, False, False], "public_order": [True, False, False, False]},
            left_out={"mvv_granted_on": [False, True, False, False]},
            not_filed=[False, False, True, False],
        )
        meanings = [columns.SPECIAL.get(code) for code in table.codes["applied_on"].tolist()]
        assert [None, None, NOT_FILED, None] == meanings
        assert table.codes["mvv_granted_on"].tolist()[1] == -2
        assert [-1, -2, -2, -2] == table.codes["public_order"].tolist()

    def test_a_row_names_another(self):
        """A brother or sister has no better verdict than the parent."""
        found = columns.assess_table(made(), PROPOSED)
        assert found.possible[1].item().bit_length() <= found.possible[2].item().bit_length()

    def test_nobody(self):
        """A table without rows gives none."""
        assert 0 == len(columns.assess_table(columns.from_cases([]), PROPOSED))

    @pytest.mark.parametrize(
        ("changes", "said"),
        [
            ({"born": [1, 2, 3, 4]}, "born: there is no such column; did you mean 'born_on'"),
            ({"married": [True]}, "married: there must be one value for each of the 4"),
            ({"family": [1, 2, 1, 2]}, r"family\[2\]: .*do not stand together"),
            ({"relation": None}, "relation: this column must be there"),
            ({"relation": ["spouse", "sibling", None, "child"]}, r"relation\[2\]: the relation of each person"),
            ({"relation": [0, 1, 2, 90]}, r"relation\[3\]: 90 is no value that this can have; .* from 0 to 8"),
            ({"born_on": np.array(["1700-01-01"] * 4, dtype=DAYS)}, r"born_on\[0\]: 1700-01-01 lies outside the years"),
            ({"born_on": np.array(["9999-12-31"] * 4, dtype=DAYS)}, "lies outside the years"),
            ({"born_on": np.array(["2000-01-01T12"] * 4, dtype="datetime64[h]")}, "is a moment of a day"),
            ({"sponsor.means": [True, False, True, True]}, r"sponsor.means\[1\]: this differs within"),
            ({"with_parent": np.array([-1, 0, -1, -1])}, r"with_parent\[1\]: this cannot name the person of row 0"),
            ({"with_parent": np.array([-1, 9, -1, -1])}, r"with_parent\[1\]: 9 is no row"),
            ({"with_parent": objects([None, 9, None, None])}, r"with_parent\[1\]: 9 is no row"),
            ({"with_parent": objects([None, "you", None, None])}, r"with_parent\[1\]: there is no member 'you'"),
            ({"relation": ["spouse", "sibling", "parent", "kid"]}, r"relation\[3\]: 'kid' is not a known value"),
            ({"decided_on": ["2026"] * 4}, r"decided_on\[0\]: .*no exact day"),
            ({"born_on": np.array([731000] * 4)}, r"born_on\[0\]: 731000 is not a date"),
            ({"born_on": np.array(["1700"] * 4, dtype="datetime64[Y]")}, "outside the years"),
            ({"sponsor.born_on": ["1990", "1990", "1991", "1991"]}, "differs within"),
            ({"born_on": [None, None, None, "2027-01"]}, r"born_on\[3\]: 2027-01 lies after decided_on"),
            ({"marriage_valid": np.array([1, 0, 257, 256])}, r"marriage_valid\[2\]: 257 is not a yes or no"),
            ({"marriage_valid": np.array([0, -1, 0, 0])}, r"marriage_valid\[1\]: -1 is not a yes or no"),
            ({"marriage_valid": objects([True, 2, None, None])}, r"marriage_valid\[1\]: 2 is not a yes or no"),
        ],
    )
    def test_refused(self, changes, said):
        """What is no table is said, with its column and row, in two languages."""
        with pytest.raises(BadCase, match=said) as refused:
            made(**changes)
        assert all(fault.text.nl != fault.text.en for fault in refused.value.faults)

    def test_nothing_and_unknown(self):
        """A cell with nothing in it is a fact left out, whatever nothing looks like; the word is unknown."""
        nothing = [None, float("nan"), np.datetime64("NaT"), ""]
        for value in nothing:
            table = made(self_supporting=objects([value, True, "unknown", ASSUMED]), tie_plausible=objects([value] * 4))
            assert [-1, 1, -1, -1] == table.codes["self_supporting"].tolist()
            assert [-2] * 4 == table.codes["tie_plausible"].tolist()
        assert [-1] * 4 == made(tie_plausible=["unknown"] * 4).codes["tie_plausible"].tolist()


class TestDaysInPart:
    """A day known in part is no day in particular, however it is written."""

    YEARS = (Span.year(2009), None, Span.year(1960), Span.year(2007))

    @pytest.mark.parametrize(
        "written",
        [
            [2009, None, "1960", ("2007-01-01", date(2007, 12, 31))],
            YEARS,
            np.array(["2009", "NaT", "1960", "2007"], dtype="datetime64[Y]"),
        ],
        ids=["as in a case file", "spans", "years of numpy"],
    )
    def test_of_arrays(self, written):
        """A column of years comes out as families with years do, each alone."""
        table = made(born_on=written if isinstance(written, np.ndarray) else objects(written))
        assert {0: {"0", "2"}, 3: {"3"}} == {row: set(case.in_part) for row, case in table.in_part.items()}
        born = tuple(member.born_on for case in table.in_part.values() for member in case.members)
        assert self.YEARS == born
        found = columns.assess_table(table, PROPOSED)
        outcomes = [outcome for case in table.in_part.values() for outcome in assess(case, PROPOSED).outcomes]
        assert [outcome.verdict for outcome in outcomes] == found.verdict.tolist()
        assert [outcome.ground or "" for outcome in outcomes] == found.ground.tolist()

    def test_months_are_not_their_first_day(self):
        """Numpy makes a month its first day; here it stays a month."""
        (case, _) = made(born_on=np.array(["2009-02"] * 4, dtype="datetime64[M]")).in_part.values()
        assert Span.month(2009, 2) == case.members[0].born_on

    def test_a_mask_goes_before_it(self):
        """Where a fact is said to be unknown or left out, a year given there counts for nothing."""
        rows = {"family": [1, 2, 3], "relation": ["child"] * 3, "born_on": objects(["2009"] * 3)}
        table = columns.table(
            rows, unknown={"born_on": [True, False, False]}, left_out={"born_on": [False, True, False]}
        )
        assert ([-1, -1, -1], [2]) == (table.codes["born_on"].tolist(), list(table.in_part))

    def test_the_exact_ones_stay_together(self, monkeypatch):
        """One family alone is assessed by itself; a year that is one day, or none at all, sets nobody apart."""
        alone = []
        monkeypatch.setattr(_verdicts, "Family", lambda case, law: alone.append(case) or Family(case, law))
        day = "2009-05-01/2009-05-01"
        columns.assess_table(made(born_on=objects([day, None, None, "2009"])), PROPOSED)
        assert [["3"]] == [[member.id for member in case.members] for case in alone]

    def test_excluded_for_one_reason_or_another(self):
        """A child too old or else born too late is excluded; the first condition that can be in the way is named."""
        child = {
            "family": [1],
            "decided_on": [date(2026, 12, 1)],
            "sponsor.protection": ["refugee"],
            "sponsor.entered_on": [date(2005, 1, 1)],
            "sponsor.asylum_applied_on": [date(2026, 1, 2)],
            "sponsor.permit_notified_on": [date(2026, 10, 1)],
            "relation": ["child"],
            "parentage": ["biological"],
            "conceived_before_entry": [False],
            "married": [False],
            "applied_on": [date(2026, 11, 1)],
            "consent_other_parent": ["given"],
            "lateness_excusable": [False],
            "lives_independently": [False],
            "self_supporting": [False],
            "own_family": [False],
        }
        born = {"in part": "2000-01-01/2012-01-01", "too old": "2000-05-05", "too late": "2010-05-05"}
        found = {
            name: columns.assess_table(columns.table(child | {"born_on": [day]}), PROPOSED)
            for name, day in born.items()
        }
        assert {(Verdict.EXCLUDED, "minor-child")} == {(out.verdict[0], out.ground[0]) for out in found.values()}
        assert ["listed", "listed", "family-at-entry"] == [out.condition[0] for out in found.values()]


class TestOutcome:
    """What comes out can be read as words."""

    def test_deciding_condition(self):
        """The first condition that leaves no better verdict; none for who is eligible."""
        found = columns.assess_table(columns.from_cases(CASES), PROPOSED)
        eligible = found.verdict == Verdict.ELIGIBLE
        assert (found.condition[eligible] == "").all()
        assert set(found.condition[~eligible].tolist()) - {""} <= set(PROPOSED.conditions)

    def test_older_names(self):
        """What programs call by its older name is the same."""
        assert columns.assess_table_each is columns.screen_each
        table = columns.from_cases(CASES)
        found, old = columns.assess_table(table, PROPOSED), columns.screen(table, PROPOSED)
        assert found.verdict.tolist() == old.verdict.tolist()

    def test_an_unknown_kind_of_node(self):
        """A node of a kind of its own is refused, not passed over."""
        law = PROPOSED.amend(id="odd", title="odd", add=[Node(id="odd")])
        with pytest.raises(NotImplementedError, match="odd"):
            columns.assess_table(columns.from_cases(CASES), law)


def days_of(days):
    return Column(np.array([day.toordinal() for day in days], dtype=np.int32), None)


def of_column(function, column):
    """Call a function with a column; give what it gives for each person, and how often it was called."""
    parts = []

    def call(part):
        parts.append(part)
        return called(function, [column.at(part)])

    found = {}
    for part, result in in_parts(call, np.arange(len(column.codes))):
        results = [result] * len(part)
        if isinstance(result, Days):
            results = [date.fromordinal(code) for code in result.codes.tolist()]
        if isinstance(result, Truths):
            results = result.rows.tolist()
        found |= dict(zip(part.tolist(), results, strict=True))
    return [found[row] for row in range(len(column.codes))], len(parts)


class TestFunctionsOnColumns:
    """A plain function gives for each person what it gives for that person."""

    DAYS = (*(date(2024, month, day) for month in (1, 2, 4, 11) for day in range(1, 30)), date(1999, 12, 31))

    @pytest.mark.parametrize(
        "function",
        [
            lambda day: birthday(day, 18),
            lambda day: last_day_under(day, 18) <= date(2042, 2, 28),
            lambda day: extended(end_of_months(day, months=3)),
            lambda day: extended_if_decreed(day) > day,
            lambda day: date(2024, 1, 31) < permit_starts_on(day),
            lambda day: day != date(2024, 2, 29),
            lambda day: day in (None, date(2024, 2, 29)),
            lambda day: day + timedelta(days=306),
        ],
    )
    def test_all_at_once(self, function):
        """A term and one comparison are asked of the whole column."""
        found, calls = of_column(function, days_of(self.DAYS))
        assert [function(day) for day in self.DAYS] == found
        assert 3 >= calls

    def test_a_term_keeps_nothing_of_a_column(self):
        """What one family asked stays near, also while a million others are assessed."""
        kept = years_after(self.DAYS[0], 17)
        days = [self.DAYS[0] + timedelta(days=number) for number in range(300)]
        of_column(lambda day: years_after(day, 17), days_of(days))
        assert kept is years_after(self.DAYS[0], 17)

    @pytest.mark.parametrize(
        "function",
        [
            lambda day: date(2024, 1, 31) < day <= date(2024, 11, 5),
            lambda day: not day < date(2024, 2, 29),
            lambda day: (day < date(2024, 2, 29)) == (day > date(2024, 1, 3)),
            lambda day: (day > date(2024, 1, 3)) & (day < date(2024, 2, 29)),
            lambda day: max(day, date(2024, 2, 3)),
            lambda day: 1 if day > date(2024, 2, 3) else 0,
            lambda day: day.year == 2024 and day.weekday() > 3,
            lambda day: date(day.year, day.month, 1) < day,
            lambda day: day in {date(2024, 2, 29), date(2024, 4, 1)},
            lambda day: (date(2024, 3, 1) - day).days > 30,
            lambda day: (day - date(2024, 3, 1)).days > 30,
            lambda day: day - relativedelta(months=1),
            lambda day: relativedelta(date(2024, 3, 1), day).months,
            lambda day: day if day == NEVER else day + timedelta(days=3),
        ],
    )
    def test_row_by_row(self, function):
        """Where it asks for one answer, each part gives its own; what many days cannot do, each does."""
        days = (*self.DAYS, NEVER)
        assert [function(day) for day in days] == of_column(function, days_of(days))[0]

    @pytest.mark.parametrize(
        "function",
        [
            lambda amount: amount >= 1800,
            lambda amount: amount == Decimal(0),
            lambda amount: Decimal("2234.95") < amount,
            lambda amount: amount * 12 > 24000,
            lambda amount: "some" if amount else "none",
        ],
    )
    def test_amounts(self, function):
        """An amount can be compared; whatever else is done with each."""
        amounts = tuple(map(Decimal, ("2500.50", "0", "1800")))
        codes = [0, 1, 2, 0, 1]
        assert [function(amounts[code]) for code in codes] == of_column(function, Column(np.array(codes), amounts))[0]

    def test_a_fault_of_the_function_is_its_own(self):
        """What fails for a person alone fails for a column, as it does there."""
        with pytest.raises(AttributeError, match="decade"):
            of_column(lambda day: day.decade, days_of(self.DAYS))
