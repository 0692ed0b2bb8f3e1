"""What comes out for many families under two laws: in columns as by the engine, and kept families as those of a search."""

import pytest

from reunify import CURRENT, DIRECTIVE, PROPOSED, RULE_SETS, columns
from reunify.facts import Protection
from reunify.reform import boundary_set, differences, seen, snapshot
from reunify.reform.boundaries import BoundaryFamily
from reunify.reform.kept import boundary_families, kept_file

LAWS = tuple(RULE_SETS.values())
LARGE = pytest.mark.slow("makes thousands of families")
DRAFT = DIRECTIVE.amend(id="married-too", title="married children too", drop=["minor-child.unmarried"])


@pytest.mark.parametrize(
    "laws",
    [
        (DIRECTIVE, DRAFT),
        pytest.param((CURRENT, PROPOSED), marks=pytest.mark.slow("assesses each boundary family twice")),
    ],
    ids=["small", "large"],
)
def test_differences_without_numpy(laws, monkeypatch):
    """The same is found where the columns are not installed."""
    with_columns = differences(*laws)
    monkeypatch.setattr(seen, "find_spec", lambda _: None)
    differences.cache_clear()
    without = differences(*laws)
    differences.cache_clear()
    assert [one.told("nl") for one in without] == [one.told("nl") for one in with_columns]
    assert without.counts() == with_columns.counts()
    assert [one.key for one in without.silent] == [one.key for one in with_columns.silent]


def test_the_families_of_a_law_come_with_the_library():
    """Of a law of the library no search is made, and of a reform only for people of whom it asks something else."""
    kept = snapshot.families_in(kept_file(DIRECTIVE).read_text(encoding="utf-8"))
    assert list(boundary_families(DIRECTIVE)) == list(kept)
    of_draft = list(boundary_families(DRAFT))
    asked_otherwise = {family.person for family in of_draft} - {family.person for family in set(of_draft) & set(kept)}
    others = {family for family in of_draft if family.person == "spouse"}
    assert others == {family for family in kept if family.person == "spouse"}
    assert {family.key for family in of_draft if family.person == "child"} == {
        family.key for family in boundary_set(DRAFT, ("child",))
    }
    assert "spouse" not in asked_otherwise


@pytest.mark.parametrize("law", [DIRECTIVE, *(pytest.param(law, marks=LARGE) for law in LAWS if law is not DIRECTIVE)])
def test_each_kept_family_can_be(law):
    """There are families of each person and status among them, each once."""
    families_ = list(boundary_families(law))
    assert len({family.key for family in families_}) == len(families_)
    assert {(one.person, one.protection) for one in families_} >= {
        (one.person, protection) for one in families_ for protection in Protection
    }
    assert all(isinstance(family, BoundaryFamily) and family.is_possible for family in families_)


def test_no_columns_for_nobody():
    """An empty list of families gives nothing."""
    assert list(seen.seen_together([], (CURRENT, PROPOSED))) == []
    assert list(columns.findings(columns.from_cases([]), CURRENT)) == []
