"""Families for the tests: for each relation one in which every condition is met, to change a fact at a time.

The days under the law until 11 June 2026 (`CURRENT`) and from 12 June 2026 (`PROPOSED`):

======================================= ============ ============
event                                   CURRENT      PROPOSED
======================================= ============ ============
D0 entry of the sponsor                 2023-01-10   2025-01-10
D1 asylum application                   2023-01-12   2025-01-12
D2 grant made known                     2025-01-08   2026-07-01
last day of the three months            2025-04-08   2026-10-01
D3 application for the family member    2025-02-03   2026-08-03
two years since the grant               --           2028-07-02
D4 decision                             2025-09-01   2028-09-01
======================================= ============ ============
"""

from datetime import date

from reunify import CURRENT, Case, FamilyMember, Sponsor, assess

REFUGEE, SUBSIDIARY = STATUSES = ("refugee", "subsidiary")

DAYS_BEFORE = {
    "sponsor_entered_on": date(2023, 1, 10),
    "sponsor_asylum_applied_on": date(2023, 1, 12),
    "sponsor_permit_notified_on": date(2025, 1, 8),
    "applied_on": date(2025, 2, 3),
    "decided_on": date(2025, 9, 1),
}
DAYS_SINCE = {
    "sponsor_entered_on": date(2025, 1, 10),
    "sponsor_asylum_applied_on": date(2025, 1, 12),
    "sponsor_permit_notified_on": date(2026, 7, 1),
    "applied_on": date(2026, 8, 3),
    "decided_on": date(2028, 9, 1),
}
ADULT_SPONSOR = {
    "sponsor_protection": REFUGEE,
    "sponsor_born_on": date(1970, 5, 4),
    "sponsor_unaccompanied_minor": False,
    "sponsor_means": True,
    "sponsor_housing": "own",
}
MINOR_SPONSOR = ADULT_SPONSOR | {"sponsor_unaccompanied_minor": True}
MINOR_BORN_BEFORE = date(2008, 3, 1)  # 14 on D1, 17 on D4
MINOR_BORN_SINCE = date(2011, 3, 1)  # 13 on D1, 17 on D4

_COUPLE = {
    "born_on": date(1972, 3, 1),
    "family_since": date(2000, 6, 1),
    "durable_relationship": True,
    "lateness_excusable": False,
}
_MARRIED = _COUPLE | {"married_on": date(2000, 6, 1), "marriage_valid": True}
_CHILD = {
    "relation": "child",
    "born_on": date(2012, 3, 1),
    "parentage": "biological",
    "married": False,
    "lived_with_family": True,
    "lives_independently": False,
    "self_supporting": False,
    "own_family": False,
    "dependent": False,
    "consent_other_parent": "given",
    "lateness_excusable": False,
}
_FOSTER = _CHILD | {
    "parentage": "foster",
    "family_since": date(2015, 5, 1),
    "consent_other_parent": "not_needed",
    "real_parents_care": False,
}
_STEP = _CHILD | {
    "parentage": "step",
    "family_since": date(2015, 5, 1),
    "custody": "sole",
    "parent_member": "partner",
}
_MOTHER = {"relation": "parent", "born_on": date(1975, 3, 1), "lateness_excusable": False}
_SIBLING = {
    "relation": "sibling",
    "born_on": date(2013, 6, 1),
    "with_parent": "mother",
    "at_parents_charge": True,
    "married": False,
    "lateness_excusable": False,
}
_RELATIVE = {"born_on": date(1950, 3, 1), "lateness_excusable": False}

PEOPLE = {
    "spouse": {"relation": "spouse"} | _MARRIED,
    "registered partner": {"relation": "registered_partner"} | _MARRIED,
    "partner": {"relation": "partner"} | _COUPLE,
    "child": _CHILD,
    "adopted child": _CHILD | {"parentage": "adopted", "adoption_recognised": True, "family_since": date(2015, 5, 1)},
    "foster child": _FOSTER,
    "step child": _STEP,
    "young adult": _CHILD | {"born_on": date(2003, 3, 1)},
    "dependent adult": _CHILD | {"born_on": date(1995, 3, 1), "dependent": True, "own_family": True},
    "parent": _MOTHER,
    "sibling": _SIBLING,
    "dependent sibling": _SIBLING | {"born_on": date(2000, 6, 1), "wholly_dependent_on_parents": True},
    "grandparent": {"relation": "grandparent"} | _RELATIVE,
    "grandchild": {"relation": "grandchild"} | _RELATIVE | {"born_on": date(2012, 3, 1)},
    "other relative": {"relation": "other"} | _RELATIVE,
}
_OF_A_MINOR = ("parent", "sibling", "dependent sibling")
_ALSO = {
    "step child": {"partner": PEOPLE["spouse"]},
    "sibling": {"mother": _MOTHER},
    "dependent sibling": {"mother": _MOTHER},
}


def family(who, law, **facts):
    """Give the family of ``who`` (a key of `PEOPLE`), in which every condition of ``law`` is met.

    A keyword changes a fact: a bare name one of the person's, ``sponsor_…`` one of the sponsor's, and
    ``decided_on`` the decision day. None makes it unknown. A dict changes or adds another member, with
    the keyword as its id.
    """
    days = DAYS_BEFORE if law is CURRENT else DAYS_SINCE
    told = days | ADULT_SPONSOR
    if who in _OF_A_MINOR:
        told |= MINOR_SPONSOR | {"sponsor_born_on": MINOR_BORN_BEFORE if law is CURRENT else MINOR_BORN_SINCE}
    others = {name: dict(value) for name, value in _ALSO.get(who, {}).items()}
    for name, value in facts.items():
        if isinstance(value, dict):
            others[name] = others.get(name, {}) | value
    told |= PEOPLE[who] | {name: value for name, value in facts.items() if not isinstance(value, dict)}
    sponsor = {name[8:]: told.pop(name) for name in list(told) if name.startswith("sponsor_")}
    decided_on = told.pop("decided_on")
    filed = {"applied_on": days["applied_on"]}
    members = [{"id": "person"} | told, *({"id": name} | filed | value for name, value in others.items())]
    return Case(
        sponsor=Sponsor(**sponsor), members=[FamilyMember(**member) for member in members], decided_on=decided_on
    )


def outcome(who, law, **facts):
    """Give what comes out under ``law`` for ``who``, with these facts changed."""
    return assess(family(who, law, **facts), law)["person"]


def verdict(who, law, **facts):
    """Give the verdict under ``law`` for ``who``, with these facts changed."""
    return outcome(who, law, **facts).verdict


def disputed(found):
    """Give the contested points that change the verdict, each with the verdict of its other reading."""
    return {dispute.id: dispute.verdict for dispute in found.disputes if dispute.changes_verdict}


def dispute(found, point):
    """Give one contested point of an outcome."""
    return next(dispute for dispute in found.disputes if dispute.id == point)


def holds(found, condition):
    """Say whether a named condition is met (True, False, None not known), on the outcome's ground."""
    return {reason.condition: reason.holds for reason in found.reasons}[condition]


def unmet(found):
    """Give the conditions of the outcome's ground that are not met."""
    return [reason.condition for reason in found.reasons if reason.holds is False and reason.within is None]


def notes(found):
    """Give the names of the notes of an outcome."""
    return [note.id for note in found.notes]
