"""What the property tests share: families with facts hidden, and results without what may differ."""

from datetime import date

import attrs
from hypothesis import strategies as st

from reunify import ASSUMED, CURRENT, PROPOSED, Verdict
from reunify.facts import MEMBER_FACTS, NOT_FILED, SPONSOR_FACTS, FactKind
from reunify.testing import families

BOTH = (CURRENT, PROPOSED)
RANK = {Verdict.EXCLUDED: 0, Verdict.NOT_YET: 1, Verdict.ELIGIBLE: 2}
LAW = {law.id: law for law in BOTH}
regimes = st.sampled_from(sorted(LAW))
few_days = st.integers(0, 800)


def worst(outcome):
    return min(RANK[verdict] for verdict in outcome.possible)


def best(outcome):
    return max(RANK[verdict] for verdict in outcome.possible)


def findings(outcome, rename=str):
    """What of an outcome must not depend on names or order."""
    return {
        "verdict": outcome.verdict,
        "possible": outcome.possible,
        "ground": outcome.ground,
        "missing": {rename(name) for name in outcome.missing},
        "unknown": {rename(name) for name in outcome.unknown},
        "days": (outcome.eligible_from, outcome.deadline),
        "disputes": {(d.id, d.verdict, d.eligible_from, d.deadline, d.changes_verdict) for d in outcome.disputes},
        "grounds": tuple(
            (
                g.id,
                g.possible,
                g.eligible_from,
                g.deadline,
                tuple((r.condition, r.holds, r.decisive) for r in g.reasons),
            )
            for g in outcome.grounds
        ),
        "notes": tuple(note.id for note in outcome.notes),
    }


def with_member(case, id_, **changes):
    members = tuple(attrs.evolve(m, **changes) if m.id == id_ else m for m in case.members)
    return attrs.evolve(case, members=members)


def given_facts(case):
    """All facts of a family that are given, each as its owner and its name."""
    people = [("sponsor", case.sponsor, SPONSOR_FACTS), *((m.id, m, MEMBER_FACTS) for m in case.members)]
    found = [
        (owner, name)
        for owner, person, facts in people
        for name, told in facts.items()
        if told.kind is not FactKind.TEXT and not told.required and getattr(person, name) not in (None, ASSUMED)
    ]
    return [*found, *([("case", "decided_on")] if case.decided_on else [])]


def hide(case, facts):
    """The same family, in which these facts are not known."""
    of = {}
    for owner, name in facts:
        of.setdefault(owner, {})[name] = None
    members = tuple(attrs.evolve(m, **of.get(m.id, {})) for m in case.members)
    sponsor = attrs.evolve(case.sponsor, **of.get("sponsor", {}))
    return attrs.evolve(case, sponsor=sponsor, members=members, **of.get("case", {}))


@st.composite
def hidden_and_full(draw, **options):
    """A family and the same family with some of its facts not known."""
    full = draw(families(unknown=0, **options))
    facts = given_facts(full)
    return hide(full, draw(st.lists(st.sampled_from(facts), min_size=1, max_size=6, unique=True))), full


def filed(case):
    """The same family; where nothing was filed so far, the day of filing is not known."""
    return hide(case, [(m.id, "applied_on") for m in case.members if m.applied_on is NOT_FILED])


decision_days = st.sampled_from(
    [date(2026, 7, 1), date(2026, 6, 12), date(2026, 6, 11), date(2028, 2, 29), date(2025, 3, 28), date(2027, 1, 1)]
)
