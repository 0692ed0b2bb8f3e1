"""The same of the other public modules: case files, what-ifs, columns, and help for tests of a rule change."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, assert_type

from hypothesis.strategies import SearchStrategy

from reunify import (
    CURRENT,
    PROPOSED,
    Case,
    Comparison,
    FamilyMember,
    Outcome,
    Relation,
    Sponsor,
    Verdict,
    casefile,
    columns,
    in_force_on,
    lawfile,
)
from reunify.facts import FactKind, add_member_fact, add_relation
from reunify.faults import BadCase, Fault
from reunify.ruleset import RuleSet
from reunify.screen import Record, Screened, records, screen
from reunify.terms import years_after
from reunify.testing import (
    BoundarySet,
    Differences,
    boundary_set,
    completions,
    differences,
    families,
    members,
    sponsors,
)
from reunify.whatif import Question, Way, explore, questions, ways

case = casefile.read("family.toml")


def case_files() -> None:
    """Read, written, and what is wrong with them."""
    assert_type(case, Case)
    assert_type(casefile.loads("", "toml", decided_on=date(2026, 7, 1)), Case)
    assert_type(casefile.dumps(case), str)
    assert_type(case.member("amina"), FamilyMember)
    casefile.loads("", "yaml")  # type: ignore[arg-type]
    try:
        casefile.read("family.json")
    except BadCase as bad:
        assert_type(list(bad.faults), list[Fault])
        assert_type(bad.faults[0].line("nl"), str)


def what_ifs() -> None:
    """What would change it, and what to ask."""
    assert_type(ways(case, PROPOSED, "amina"), tuple[Way, ...])
    assert_type(explore(case, {"sponsor.housing": "own"}), Comparison)
    assert_type(questions(case, [CURRENT, PROPOSED]), tuple[Question, ...])


def many() -> None:
    """Many families at once."""
    assert_type(columns.from_cases([case]), columns.Table)
    assert_type(columns.assess_table(columns.from_cases([case]), PROPOSED), columns.Columns)
    assert_type(records(["cases"]), Iterator[Record])
    for screened in screen(records(["cases"])):
        assert_type(screened, Screened)


def for_tests() -> None:
    """Families to test with, and what a reform does."""
    assert_type(families(), SearchStrategy[Case])
    assert_type(members("child"), SearchStrategy[FamilyMember])
    assert_type(sponsors(), SearchStrategy[Sponsor])
    assert_type(families(in_part=None), SearchStrategy[Case])
    families(in_part=0.5)  # type: ignore[arg-type]
    assert_type(completions(case, ["sponsor.housing"], member="amina"), SearchStrategy[Case])
    assert_type(boundary_set(PROPOSED), BoundarySet)
    assert_type(differences(CURRENT, PROPOSED), Differences)
    assert_type(differences(CURRENT, PROPOSED).equal, bool)


def own_laws() -> None:
    """A law of one's own: read, amended, chosen from; facts and relations of its own."""
    law = lawfile.read("my_law.py")
    assert_type(law, RuleSet)
    assert_type(in_force_on(date(2027, 1, 1), [CURRENT, law]), RuleSet)
    assert_type(law.amend(id="later", title="later", figures={"wait": 3}, since=date(2028, 1, 1)), RuleSet)
    law.amend(id="later", title="later", since="2028-01-01")  # type: ignore[arg-type]
    assert_type(add_member_fact("is_ill", FactKind.YES_NO, "is ill", "is ziek", "Ill?", "Ziek?"), str)
    assert_type(add_relation("godparent", en="godparent", nl="peetouder"), Relation)


def small_things(outcome: Outcome, facts: Mapping[str, Any]) -> None:
    """Days, amounts and words."""
    assert_type(years_after(date(2026, 7, 1), 2), date)
    assert_type(outcome.verdict == Verdict.NOT_YET, bool)
    assert_type(Verdict.NOT_YET.label.en, str)
    Sponsor(**facts, income_per_month=Decimal("2500.00"))
