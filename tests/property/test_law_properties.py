"""The laws bear out each proposition, and each deliberate fault is found by one; the page lists them."""

import itertools
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from deliberate_faults import FAULTS, about
from hypothesis import find, given, settings
from hypothesis.errors import NoSuchExample
from propositions import PROPOSITIONS, Scene

from reunify import ASSUMED, assess
from reunify.reform.kept import kept_file
from reunify.reform.written import told_changes
from reunify.report.markdown import escape
from reunify.testing import snapshot

ROOT = Path(__file__).parents[2]
WHOLE = 100
EXAMPLES = 30 if settings.default.max_examples <= 20 else WHOLE
EXAMPLES_TO_FIND = 500
BORNE_OUT = [(name, law) for name, stated in PROPOSITIONS.items() for law in stated.laws]

# For each fault the smallest family that speaks against it (with the scene of the proposition set), as what
# differs from the simplest family that the proposition is tried on.
EXPOSED_BY = {
    "the two years end a day early": {"sponsor_permit_notified_on": date(2024, 7, 1)},
    "the two years are counted as 730 days": {
        "decided_on": date(2024, 7, 1),
        "sponsor_entered_on": date(2021, 1, 1),
        "sponsor_asylum_applied_on": date(2021, 1, 1),
        "sponsor_permit_notified_on": date(2022, 7, 1),
    },
    "the three months end a day late": {
        "sponsor_permit_notified_on": date(2024, 12, 28),
        "applied_on": date(2025, 3, 29),
    },
    "the three months are counted as ninety days": {
        "sponsor_permit_notified_on": date(2024, 3, 1),
        "applied_on": date(2024, 6, 1),
    },
    "housing is not asked": {"sponsor_housing": "reception"},
    "real family life is not asked of partners": {"real_family_life": False},
    "danger to public order is not asked": {"public_order": True},
    "the statuses are swapped": {"sponsor_housing": "reception"},
    "the term is asked of the wrong status": {"applied_on": date(2024, 4, 3)},
    "an excuse is lost": {"applied_on": date(2024, 4, 3), "lateness_excusable": True},
    "family on the day of entry is too late": {"parentage": "adopted", "family_since": date(2023, 1, 1)},
    "a marriage on the day of entry is in time": {"married_on": date(2023, 1, 1)},
    "living alone is enough to be independent": {"lives_independently": True},
    "one adult of the two is enough": {"born_on": date(2008, 7, 2)},
    "a sponsor of 17 is no minor": {"sponsor_born_on": date(2005, 1, 2)},
    "a child's age counts on the wrong day": {"born_on": date(2005, 1, 2), "applied_on": date(2024, 1, 1)},
    "an income of exactly the norm is too low": {
        "sponsor_means": ASSUMED,
        "sponsor_income_per_month": Decimal("2477.95"),
        "applied_on": date(2026, 3, 2),
    },
    "a step child comes without its parent": {
        "parentage": "step",
        "parent_member": "none",
        "family_since": date(2023, 1, 1),
    },
    "the other reading is taken as the main one": {"born_on": date(2008, 7, 1)},
    "a young adult may support himself": {
        "born_on": date(2004, 1, 1),
        "lives_independently": True,
        "self_supporting": True,
    },
    "another marriage does not count": {"relationship_attested": True, "married_to_another": "yes"},
    "a partner of 18 is old enough for the regular route": {
        "born_on": date(2005, 7, 2),
        "relationship_attested": True,
    },
}


@pytest.mark.parametrize(("name", "law"), BORNE_OUT, ids=[f"{name} {law.id}" for name, law in BORNE_OUT])
def test_the_law_bears_it_out(name, law):
    """No drawn family speaks against the proposition, and about many it has something to say."""
    stated = PROPOSITIONS[name]
    said = []

    @settings(max_examples=EXAMPLES)
    @given(stated.families)
    def check(case):
        said.append(stated.holds(case, law))

    check()
    assert sum(map(bool, said)) >= (EXAMPLES // 5 if EXAMPLES == WHOLE else 1)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
class TestFaults:
    """Each fault put into the rules is found by a proposition of law."""

    @pytest.mark.slow("draws families until a fault is found, and makes them smaller")
    def test_is_found(self, fault):
        stated = PROPOSITIONS[fault.proposition]
        smallest = stated.smallest_against(fault.make(), EXAMPLES_TO_FIND)
        assert stated.holds(smallest, fault.law) > 0
        assert len(smallest.members) == 1

    def test_the_family_that_the_page_lists_exposes_it(self, fault):
        scene = simplest_scene(fault)
        right, wrong = (assess(scene, law)[scene.members[0].id] for law in (fault.law, fault.make()))
        assert (right.verdict, right.ground) != (wrong.verdict, wrong.ground)


def simplest_scene(fault):
    """The simplest family of the proposition, with what the page lists."""
    simplest = find(PROPOSITIONS[fault.proposition].families, lambda case: bool(case.members))
    return Scene(simplest, simplest.members[0], fault.law).family(**EXPOSED_BY[fault.name])


def test_nothing_speaks_against_the_right_law():
    """Where nothing is wrong, nothing is found."""
    stated = PROPOSITIONS["on_the_last_day_of_the_two_years_nobody_is_eligible"]
    with pytest.raises(NoSuchExample):
        stated.smallest_against(stated.laws[0], EXAMPLES)


def test_every_proposition_finds_a_fault():
    """A proposition that no fault can turn would be idle."""
    assert {fault.proposition for fault in FAULTS} == set(PROPOSITIONS)


# ---------------------------------------------------------------- the page


def row(fault):
    """Give the fault's row in the table of the page."""
    text = kept_file(fault.law).read_text(encoding="utf-8")
    changes = snapshot.check(about(text, fault.person), fault.make()).changed
    found = min(changes, key=lambda one: (one.expected.split()[0] == one.outcome.verdict, len(one.changes)))
    frozen, now = (result.partition(" | ")[0] for result in (found.expected, found.result))
    scene = simplest_scene(fault)
    listed = {name.replace("sponsor_", "sponsor.", 1): value for name, value in EXPOSED_BY[fault.name].items()}
    cells = (
        fault.name,
        f"`{fault.law.id}`",
        f"{found.person}, {found.protection} {told_changes(found.changes, 'en')}: {frozen} → {now}",
        fault.proposition.replace("_", " "),
        f"{scene.members[0].relation}, {scene.sponsor.protection} {told_changes(listed.items(), 'en')}",
    )
    return "".join(f"| {escape(cell) if '`' not in cell else cell} " for cell in cells) + "|"


def listed(page, head):
    """Give the rows of the table with this head."""
    lines = page.splitlines()
    start = next(index for index, line in enumerate(lines) if line.startswith(head)) + 2
    return list(itertools.takewhile(lambda line: line.startswith("|"), lines[start:]))


@pytest.fixture(scope="module")
def page():
    return (ROOT / "docs" / "testers.md").read_text(encoding="utf-8")


@pytest.mark.slow("checks the snapshots under each of the faults")
def test_the_page_lists_every_fault(page):
    """With the family that exposed it in the snapshot, and the smallest that spoke against its proposition."""
    assert listed(page, "| fault |") == [row(fault) for fault in FAULTS]


def test_the_page_lists_every_proposition(page):
    """With what it says, and where that is from."""
    rows = [f"| {name.replace('_', ' ')} | {stated.says} |" for name, stated in PROPOSITIONS.items()]
    assert listed(page, "| proposition |") == rows
