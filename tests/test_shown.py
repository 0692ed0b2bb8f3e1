"""What a notebook shows of a family, a result or a law: tables that touch nothing else on the page."""

import re
from datetime import date

import pytest

from reunify import DIRECTIVE, PROPOSED, Case, FamilyMember, Sponsor, compare, report
from reunify.testing import differences

HOSTILE = "<script>alert(1)</script>"
MEMBER = FamilyMember(id=HOSTILE, relation="child", born_on=date(2020, 1, 1), married=False)
CASE = Case(sponsor=Sponsor(protection="refugee"), members=[MEMBER], decided_on=date(2026, 11, 25), title=HOSTILE)
TAG = re.compile(r"</?(\w+)((?: \w+=\"[^\"<>]*\")*)>")


@pytest.mark.parametrize(
    "shown",
    [CASE, compare(CASE), compare(CASE).new, PROPOSED, CASE.sponsor, report.make(CASE)],
    ids=lambda it: type(it).__name__,
)
def test_table(shown):
    """A table with inline styles only: no id, class, style sheet or script, and no text that becomes a tag."""
    html = shown._repr_html_()
    assert {"table", "caption", "thead", "tbody", "tr", "th", "td"} == {found[1] for found in TAG.finditer(html)}
    assert set(re.findall(r" (\w+)=\"", html)) == {"style", "scope"}
    assert "<" not in TAG.sub("", html)


def test_tables_say_what_came_out():
    """Facts by their labels, verdicts in words, with the articles."""
    assert ">date of birth</td>" in CASE._repr_html_()
    assert ">2020-01-01</td>" in CASE._repr_html_()
    assert ">no</td>" in CASE._repr_html_()
    assert ">not known yet</td>" in compare(CASE)._repr_html_()
    assert ">Vw 2000 art. 29c" in PROPOSED._repr_html_()


def test_printed_it_is_short():
    """A line for each person, and no more than a few."""
    family = Case(sponsor=CASE.sponsor, members=[FamilyMember(id=f"m{n}", relation="child") for n in range(9)])
    printed = repr(compare(family).new)
    assert printed.splitlines()[:2] == ["<Assessment two-status>", "  m0: child; not known yet; minor-child"]
    assert printed.splitlines()[-1] == "  and 4 more"
    assert repr(PROPOSED) == "<RuleSet two-status>"
    assert repr(report.make(CASE, new="two-status", lang="nl")).splitlines() == [
        "<Report two-status; besluit van 2026-11-25; nl>",
        f"  {HOSTILE}: nog niet bekend",
    ]


@pytest.mark.slow("searches the boundary families of two laws")
def test_differences():
    """What changes for whom, and because of which article."""
    found = differences(DIRECTIVE, DIRECTIVE.amend(id="m", title="married too", drop=["minor-child.unmarried"]))
    assert repr(found).startswith("<Differences ")
    assert len(repr(found).splitlines()) <= 7
    assert found._repr_html_().count("<tr>") == 1 + len(found)
