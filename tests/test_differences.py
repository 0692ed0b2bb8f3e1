"""What the change of 12 June 2026 does, held against the table of the specification, cell by cell."""

import json
from functools import cache

import attrs
import html5lib
import pytest

from reunify import CURRENT, DIRECTIVE, PROPOSED, assess
from reunify.facts import Protection
from reunify.reform import BoundaryFamily, Difference, boundary_set, differences, render
from reunify.reform.people import PEOPLE

EXCLUDED = "excluded → excluded"
LOST = "eligible → excluded"
LOST_DISPUTED = "eligible → excluded, disputed"
KEPT = "eligible → eligible"
WAITS = "eligible → not yet (two-year-wait + means + housing)"

# The table of the specification: what was and what is, for a refugee's family and under subsidiary protection.
TABLE = {
    "spouse": (KEPT, WAITS),
    "spouse-under-18": (EXCLUDED, EXCLUDED),
    "married-after-entry": (EXCLUDED, EXCLUDED),
    "partner": (LOST, LOST),
    "registered-partner": (LOST_DISPUTED, LOST_DISPUTED),
    "customary-spouse": (LOST, LOST),
    "child": (KEPT, WAITS),
    "adopted-child": (KEPT, WAITS),
    "step-child": (LOST_DISPUTED, LOST_DISPUTED),
    "foster-child": (LOST, LOST),
    "young-adult": (LOST, LOST),
    "dependent-adult": (LOST, LOST),
    "parent": (KEPT, "eligible → not yet (two-year-wait)"),
    "sibling": ("excluded → eligible", "excluded → not yet (with-parent + two-year-wait)"),
    "parent-of-adult": (EXCLUDED, EXCLUDED),
    "sibling-of-adult": (EXCLUDED, EXCLUDED),
    "grandparent": (EXCLUDED, EXCLUDED),
}
# "Any relative, filed late without excuse": excluded as before; under subsidiary protection judged without a term.
LATE = {
    "spouse": (EXCLUDED, "excluded → not yet (two-year-wait + means + housing)"),
    "child": (EXCLUDED, "excluded → not yet (two-year-wait + means + housing)"),
    "adopted-child": (EXCLUDED, "excluded → not yet (two-year-wait + means + housing)"),
    "registered-partner": (EXCLUDED, "excluded → excluded, disputed"),
    "step-child": (EXCLUDED, "excluded → excluded, disputed"),
    "partner": (EXCLUDED, EXCLUDED),
    "customary-spouse": (EXCLUDED, EXCLUDED),
    "foster-child": (EXCLUDED, EXCLUDED),
    "young-adult": (EXCLUDED, EXCLUDED),
    "dependent-adult": (EXCLUDED, EXCLUDED),
}
# What the engine finds that the table has no row for: rows.
BEYOND_ROWS = {
    "dependent-sibling": ("eligible, disputed → eligible, disputed", "eligible, disputed → excluded, disputed"),
    "grandchild": (EXCLUDED, EXCLUDED),
    "other-relative": (EXCLUDED, EXCLUDED),
    # While the sponsor is a minor no term runs (C-560/20): the row "filed late" does not hold for these.
    "late:parent": (KEPT, "eligible, disputed → not yet (two-year-wait)"),
    "late:sibling": ("excluded → eligible, disputed", "excluded → not yet (with-parent + two-year-wait)"),
    "late:dependent-sibling": ("eligible, disputed → eligible, disputed", "eligible, disputed → excluded, disputed"),
}
# And steps other than those of the person's own rows, each with a condition that makes it.
BEYOND_STEPS = {
    # Asylum asked for before the sponsor did no longer stands in the place of the term.
    ("spouse", "refugee", LOST, "in-time"),
    ("sibling", "refugee", LOST, "with-parent"),
    ("child", "refugee", LOST, "in-time"),
    ("parent", "refugee", LOST, "in-time"),
    # A child of 18 or over when the sponsor applied was a young adult, and is nobody now.
    ("child", "refugee", LOST, "listed"),
    ("child", "subsidiary", LOST, "listed"),
    # A marriage that is not valid was a relationship before.
    ("spouse", "refugee", LOST, "marriage-valid"),
    ("spouse", "subsidiary", LOST, "marriage-valid"),
    ("spouse", "refugee", LOST, "marriage-recognised"),
    ("spouse", "subsidiary", LOST, "marriage-recognised"),
    # Without the term, late is no bar any more once the two years are over.
    ("spouse", "subsidiary", "excluded → eligible", "in-time"),
    ("child", "subsidiary", "excluded → eligible", "in-time"),
    ("parent", "subsidiary", "excluded → eligible", "in-time"),
    # That a parent brought the minor and left is not in the new law.
    ("parent", "refugee", "excluded → eligible", "not-brought-and-left"),
    ("parent", "subsidiary", "excluded → eligible", "not-brought-and-left"),
    ("sibling", "subsidiary", "excluded → eligible", "with-parent"),
    # A parent of a minor who was not alone comes under art. 29b, where the parent is here already.
    ("parent", "refugee", "excluded → eligible", "sponsor-uam"),
    ("parent", "subsidiary", "excluded → eligible", "sponsor-uam"),
    # A brother or sister who was conceived before the sponsor's entry and born after it counts.
    ("sibling", "subsidiary", "excluded → eligible", "family-at-entry"),
    # Once the two years are over a minor sibling can come.
    ("sibling", "subsidiary", "excluded → eligible", "listed"),
    # A wholly dependent minor sibling needed no application on the same day before.
    ("sibling", "refugee", LOST, "same-time"),
    ("sibling", "subsidiary", LOST, "same-time"),
}


@cache
def found():
    return differences(CURRENT, PROPOSED)


@cache
def cells():
    told = {}
    for row in found().rows:
        is_late = row.id.startswith("late:")
        for name in row.id.removeprefix("late:").split("+"):
            told[f"late:{name}" if is_late else name] = tuple(cell.told("en") for cell in row.cells.values())
    return told


@pytest.mark.parametrize("person", TABLE)
def test_each_cell_of_the_table(person):
    """Everything else met, in time: each cell is as the specification has it."""
    assert TABLE[person] == cells()[person]


@pytest.mark.parametrize("person", LATE)
def test_each_cell_of_the_row_filed_late(person):
    """Filed late without excuse: excluded for a refugee as before, no term under subsidiary protection."""
    assert LATE[person] == cells()[f"late:{person}"]


def test_rows_beyond_the_table():
    """The table has no row for these; nothing else is found."""
    known = TABLE.keys() | {f"late:{person}" for person in LATE}
    assert BEYOND_ROWS == {row: told for row, told in cells().items() if row not in known}


def steps(person):
    """Give the differences of a person that no cell of the person's rows shows."""
    told = (cells().get(name, (EXCLUDED, EXCLUDED)) for name in (person, f"late:{person}"))
    by_status = list(zip(*told, strict=True))
    shown = {status: {plain(cell) for cell in by_status[i]} for i, status in enumerate(Protection)}
    for difference in found():
        step = f"{difference.old.label.en} → {difference.new.label.en}"
        if difference.person == person and step not in shown[difference.protection]:
            yield difference.person, difference.protection.value, step, difference.conditions[0]


def plain(cell):
    return cell.replace(", disputed", "").partition(" (")[0]


@pytest.mark.parametrize("person", ["spouse", "child", "parent", "sibling"])
def test_steps_beyond_the_table(person):
    """Other verdict changes than those of the table, all of them, for the persons on the new list."""
    expected = {step for step in BEYOND_STEPS if step[0] == person}
    got = set(steps(person))
    assert expected == got


def test_each_difference_is_what_the_engine_says():
    """The smallest family of each kind of difference shows that very difference."""
    kinds = list(found())
    assert len(kinds) == len({(d.person, d.protection, d.old, d.new, frozenset(d.conditions)) for d in kinds})
    for difference in kinds[:: max(1, len(kinds) // 12)]:
        old, new = (assess(difference.case, law)[difference.person] for law in (CURRENT, PROPOSED))
        assert (difference.old, difference.new) == (old.verdict, new.verdict)
        assert difference.provisions


def test_the_smallest_family_has_no_fact_too_many():
    """The family that shows that housing is asked for names no more than that takes."""
    found_ = next(d for d in found().of("spouse", "subsidiary") if d.conditions == ("housing",))
    assert ("spouse",) == tuple(member.id for member in found_.case.members)
    assert "reception" == found_.case.sponsor.housing
    assert found_.case.sponsor.income_per_month is None
    assert found_.case.members[0].durable_relationship is None


def test_a_law_is_equal_to_itself():
    """No difference, and it says so, with the number of families."""
    same = differences(PROPOSED, PROPOSED)
    assert same.equal
    assert f"equal in effect: the same verdicts, days and disputes in all {same.checked}" in str(same)
    assert 2000 < same.checked


@pytest.mark.slow("searches the boundary families of one more law")
def test_a_law_said_otherwise_is_equal_in_effect():
    """Another node that decides the same is no difference."""
    said = attrs.evolve(PROPOSED.conditions["housing"], discretionary=False)
    again = PROPOSED.amend(id="said-otherwise", title="the same", replace={"housing": said})
    assert differences(PROPOSED, again).equal


@pytest.mark.slow("searches the boundary families of one more law")
def test_an_amended_law():
    """Without the condition of housing, whom only that kept waiting comes out better, and nobody else."""
    draft = PROPOSED.amend(id="no-housing", title="no housing", drop=["housing"])
    changed = differences(PROPOSED, draft)
    assert {("housing",)} == {difference.conditions for difference in changed}
    assert {"subsidiary"} == {difference.protection.value for difference in changed}
    assert not any(difference.worse for difference in changed)
    assert (changed.differing, 0) == changed.counts()
    assert not changed.equal


@pytest.mark.parametrize("rule_set", [CURRENT, PROPOSED, DIRECTIVE], ids=lambda law: law.id)
def test_each_condition_is_shown_to_decide(rule_set):
    """Each place of each condition decides in some family, met and unmet (MC/DC), save those that cannot here.

    All families have a grant of 2026, before which no decision can lie; and who is 21 on the application, as the
    Directive allows a State to ask, is 18 on the decision.
    """
    left = {place.node.function.__name__ for places in boundary_set(rule_set).unshown.values() for place in places}
    early = {"decided_since", "decided_before_list", "decided_before_young_adults", "relatives_counted"}
    older = {"adult_on_decision", "sponsor_adult_on_decision"} if rule_set is DIRECTIVE else set()
    assert left <= early | older


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.id)
def test_all_is_known_at_the_start(person):
    """In the family that the boundary set starts from nothing is unknown and nothing waits."""
    for protection in Protection:
        family = BoundaryFamily(person=person.id, protection=protection)
        for law in (CURRENT, PROPOSED):
            outcome = assess(family.case, law)[person.id]
            assert () == outcome.missing
            assert outcome.verdict in ("eligible", "excluded")


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_forms(lang):
    """The four forms hold the same rows."""
    labels = [row.label[lang] for row in found().rows]
    data = json.loads(render(found(), lang, "json"))
    assert labels == [row["label"] for row in data["rows"]]
    assert len(found()) == len(data["differences"])
    page = html5lib.HTMLParser(strict=True).parse(render(found(), lang, "html"))
    assert len(labels) == len(page.findall(".//{*}tbody/{*}tr"))
    table = [line for line in render(found(), lang, "markdown").splitlines() if line.startswith("| ")]
    assert len(labels) + 2 == len(table)
    assert labels[0] in render(found(), lang)


def test_no_such_form():
    """A form that does not exist is an error that names those that do."""
    with pytest.raises(ValueError, match="text, markdown, html, json"):
        render(found(), "en", "pdf")


def test_what_is_printed():
    """A difference prints as one line: who, what changes, why, and in which family."""
    housing = next(d for d in found().of("spouse", "subsidiary") if d.conditions == ("housing",))
    assert isinstance(housing, Difference)
    assert (
        "adult spouse, married before entry, subsidiary protection: eligible → not yet: housing (Vw 2000 art. 29d lid "
        "2 c). (where sponsor.housing = reception; all else met)" == str(housing)
    )
