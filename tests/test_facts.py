"""What is known of a family: reading values, what cannot be, the classes themselves."""

import datetime as dt
import inspect
import pickle
from datetime import date, datetime
from decimal import Decimal

import attrs
import pytest
from hypothesis import given

import reunify
from reunify import ASSUMED, NOT_FILED, BadCase, Case, FamilyMember, Housing, Protection, Relation, Span, Sponsor
from reunify.facts import (
    CASE_FACTS,
    LONGEST_TEXT,
    MEMBER_FACTS,
    SPONSOR_FACTS,
    Consent,
    Custody,
    FactKind,
    Parentage,
    Residence,
)
from reunify.terms import NEVER
from reunify.testing import families

D0, D4 = date(2025, 1, 10), date(2026, 11, 25)


def member(relation="child", id="person", **facts):  # noqa: A002 -- the fact is called id
    return FamilyMember(id=id, relation=relation, **facts)


def faults(*members, sponsor=None, decided_on=D4):
    """Give the faults of a family that cannot be."""
    with pytest.raises(BadCase) as error:
        Case(sponsor=Sponsor(**(sponsor or {})), members=members, decided_on=decided_on)
    return [fault.line() for fault in error.value.faults]


# ---------------------------------------------------------------- reading values


@pytest.mark.parametrize(
    ("cls", "name", "written", "value"),
    [
        (Sponsor, "protection", "refugee", Protection.REFUGEE),
        (Sponsor, "protection", Protection.SUBSIDIARY, Protection.SUBSIDIARY),
        (Sponsor, "residence", "dutch", Residence.DUTCH),
        (Sponsor, "housing", "transit", Housing.TRANSIT),
        (Sponsor, "born_on", "1990-05-04", date(1990, 5, 4)),
        (Sponsor, "born_on", date(1990, 5, 4), date(1990, 5, 4)),
        (Sponsor, "income_per_month", 2600, Decimal(2600)),
        (Sponsor, "income_per_month", 2600.5, Decimal("2600.5")),
        (Sponsor, "income_per_month", Decimal(0), Decimal(0)),
        (Sponsor, "income_per_month", 10_000_000, Decimal(10_000_000)),
        (Sponsor, "income_until", "permanent", NEVER),
        (Sponsor, "income_until", date(2030, 1, 1), date(2030, 1, 1)),
        (Sponsor, "means", False, False),
    ],
)
def test_reading(cls, name, written, value):
    """A value can be given as Python has it, or as a case file writes it."""
    assert value == getattr(cls(**{name: written}), name)


@pytest.mark.parametrize(
    ("name", "written", "value"),
    [
        ("relation", "sibling", Relation.SIBLING),
        ("entered_on", "never", NEVER),
        ("applied_on", "not_yet", NOT_FILED),
        ("applied_on", date(2026, 1, 1), date(2026, 1, 1)),
        ("consent_other_parent", "explained", Consent.EXPLAINED),
        ("custody", "shared", Custody.SHARED),
        ("parentage", "half", Parentage.HALF),
        ("parent_member", "here", "here"),
        ("with_parent", "none", "none"),
        ("with_parent", "mother", "mother"),
    ],
)
def test_reading_a_member(name, written, value):
    """Words that stand for a special value are read as that value."""
    facts = {"id": "person", "relation": "sibling"} | {name: written}
    assert value == getattr(FamilyMember(**facts), name)


def test_a_text_has_an_end():
    """A text may be as long as `LONGEST_TEXT`: names come back in every line of a report."""
    assert LONGEST_TEXT == len(member(id="x" * LONGEST_TEXT).id)
    with pytest.raises(BadCase, match="this text is longer than 10000 characters"):
        member(id="x" * (LONGEST_TEXT + 1))


@pytest.mark.parametrize("text", ["a\nb", "\x1b[2J", "\x9b1m", "a\ud800", "\0"])
def test_a_text_can_be_shown(text):
    """A text has no line end, nothing that steers a terminal, and no half character."""
    with pytest.raises(BadCase, match="is not a text"):
        member(id=text)


@pytest.mark.parametrize("name", [name for name, told in MEMBER_FACTS.items() if not told.required])
def test_unknown_is_not_no(name):
    """Every fact can be unknown: None, or the word in a case file; left out it is unknown or assumed."""
    assert getattr(member(**{name: "unknown"}), name) is None
    assert getattr(member(**{name: None}), name) is None
    assert (ASSUMED if MEMBER_FACTS[name].has_assumption else None) is getattr(member(), name)


@pytest.mark.parametrize(
    ("name", "written", "message"),
    [
        (
            "born_on",
            "1 May",
            "'1 May' is not a date; write it as 2026-11-25, or as much of it as is known: 2026-11, 2026, or two days",
        ),
        ("entered_on", "nevr", "2026-11, 2026, or two days; did you mean 'never'?"),
        ("born_on", datetime(2026, 1, 1, 12, 0), "is not a date"),  # noqa: DTZ001 -- a wrong value
        ("born_on", 90, "90 is not a date"),
        ("born_on", 0, "0 is not a date"),
        ("born_on", True, "true is not a date"),
        ("born_on", 19900504, "19900504 is not a date"),
        ("born_on", 1990.5, "1990.5 is not a date"),
        ("born_on", float("nan"), "nan is not a date"),
        ("born_on", float("inf"), "inf is not a date"),
        ("born_on", Decimal("sNaN"), "sNaN is not a date"),
        ("born_on", Decimal("1e999999999"), "is not a date"),
        ("born_on", "summer 2014", "'summer 2014' is not a date; write it as 2026-11-25, or as much of it"),
        ("born_on", "1 January 1990", "'1 January 1990' is not a date"),
        ("born_on", "05/1990", "'05/1990' is not a date"),
        ("born_on", "1990-1-1", "'1990-1-1' is not a date"),
        ("born_on", "1990-W01", "'1990-W01' is not a date"),  # of a week, its Monday would be a guess
        ("born_on", "19900504", "'19900504' is not a date"),
        ("born_on", "١٩٩٠", "'١٩٩٠' is not a date"),
        ("born_on", "1990-13", "'1990-13' is not a date: there is no such month"),
        ("born_on", "1990-02-30", "'1990-02-30' is not a date: there is no such day"),
        ("born_on", "0000", "'0000' is not a date: there is no such year"),
        ("born_on", "1990-5", "or two days; did you mean '1990-05'?"),
        ("born_on", "1990-5-4", "or two days; did you mean '1990-05-04'?"),
        ("born_on", " 1990 ", "or two days; did you mean '1990'?"),
        ("born_on", "1990-1-1 / 1990-12-31", "or two days; did you mean '1990-01-01/1990-12-31'?"),
        ("entered_on", "nevr", "or two days; did you mean 'never'?"),
        ("born_on", ["1990-02-30", "1990-03-01"], "'1990-02-30' is not a date: there is no such day"),
        ("born_on", "1990-01-01/1990-02-30", "'1990-02-30' is not a date: there is no such day"),
        ("born_on", [], 'a list is here the first and the last day that it can be, such as ["1989-01-01"'),
        ("born_on", ["1990-01-01"], "a list is here the first and the last day"),
        ("born_on", ["1989-01-01", "1990-01-01", "1991-01-01"], "a list is here the first and the last day"),
        ("born_on", ["1989-01-01", True], "a list is here the first and the last day"),
        ("born_on", ["1989-01-01", ["1990-01-01", "1991-01-01"]], "a list is here the first and the last day"),
        ("born_on", ["1989-01-01", datetime(1990, 1, 1)], "a list is here the first and the last day"),  # noqa: DTZ001
        ("entered_on", ["1989-01-01", "never"], "a list is here the first and the last day"),
        (
            "born_on",
            ["1990-12-31", "1989-01-01"],
            "the last day lies before the first; write it as 1989-01-01/1990-12-31",
        ),
        ("born_on", "1990-12-31/1989-01-01", "the last day lies before the first; write it as 1989-01-01/1990-12-31"),
        ("born_on", [1990, 1989], "in 1990/1989 the last day lies before the first; write it as 1989-01-01/1990-12-31"),
        (
            "born_on",
            "1989/1990",
            "in 1989/1990 the first and the last must each be an exact day; write it as 1989-01-01/",
        ),
        ("born_on", ["1990-01", "1990-12"], "must each be an exact day; write it as 1990"),
        ("born_on", 1700, "1700 lies outside the years 1850 to 2200"),
        ("born_on", "1849", "1849 lies outside the years 1850 to 2200"),
        ("born_on", "2201-01", "2201-01 lies outside the years 1850 to 2200"),
        ("born_on", ["1849-12-31", "1990-01-01"], "1849-12-31/1990-01-01 lies outside the years 1850 to 2200"),
        ("entered_on", ["2026-01-01", NEVER], "2026-01-01/9999-12-31 lies outside the years 1850 to 2200"),
        ("born_on", date(1849, 12, 31), "1849-12-31 lies outside the years 1850 to 2200"),
        ("born_on", date(2201, 1, 1), "2201-01-01 lies outside the years 1850 to 2200"),
        ("born_on", NEVER, "9999-12-31 lies outside the years 1850 to 2200"),
        ("sham", "yes", "'yes' is not a yes or no; write true, false or 'unknown'"),
        ("sham", 1, "1 is not a yes or no"),
        ("relation", "spouze", "'spouze' is not a known value; did you mean 'spouse'?"),
        ("relation", 7, "7 is not a known value"),
        ("id", "", "'' is not a text"),
        ("id", "  ", "'  ' is not a text"),
        ("id", 7, "7 is not a text"),
        ("with_parent", 3, "3 is not a text"),
    ],
)
def test_bad_values(name, written, message):
    """A value that a fact cannot take is a fault that names the fact and the nearest value."""
    with pytest.raises(BadCase) as error:
        FamilyMember(**{"id": "person", "relation": "child"} | {name: written})
    (fault,) = error.value.faults
    assert name == fault.path
    assert message in fault.text.en
    assert fault.text.en != fault.text.nl


@pytest.mark.parametrize(
    ("written", "days"),
    [
        (1990, Span.year(1990)),
        (1990.0, Span.year(1990)),
        (Decimal("1990.0"), Span.year(1990)),
        ("1990", Span.year(1990)),
        ("1850", Span.year(1850)),
        ("2200", Span.year(2200)),
        ("1990-05", Span.month(1990, 5)),
        (["1989-01-01", "1990-12-31"], Span(date(1989, 1, 1), date(1990, 12, 31))),
        ((date(1989, 1, 1), date(1990, 12, 31)), Span(date(1989, 1, 1), date(1990, 12, 31))),
        ("1989-01-01/1990-12-31", Span(date(1989, 1, 1), date(1990, 12, 31))),
        (["1990-01-01", "1990-12-31"], Span.year(1990)),
        (["1992-02-01", "1992-02-29"], Span.month(1992, 2)),
        (["1990-05-04", "1990-05-04"], date(1990, 5, 4)),
        (Span.year(1990), Span.year(1990)),
    ],
)
def test_days_known_in_part(written, days):
    """A year, a month, and the first and the last day are read as the days that they are, and as no day of them."""
    sponsor = Sponsor(born_on=written)
    assert days == sponsor.born_on
    assert type(days) is type(sponsor.born_on)
    assert sponsor == Sponsor(born_on=str(days))


def test_what_is_known_in_part():
    """A case tells which of its days are known in part."""
    sponsor = Sponsor(born_on=1990, entered_on=D0)
    case = Case(sponsor=sponsor, members=[member(born_on="2012-05"), member(id="other")])
    assert {"sponsor": {"born_on": Span.year(1990)}, "person": {"born_on": Span.month(2012, 5)}} == case.in_part
    again = pickle.loads(pickle.dumps(case))  # noqa: S301 -- our own bytes
    assert case == again
    assert case.in_part == again.in_part
    assert "Sponsor(born_on=Span.year(1990), entered_on=datetime.date(2025, 1, 10))" == repr(sponsor)


@pytest.mark.parametrize("written", [2026, "2026", "2026-11", Span.year(2026)])
def test_the_decision_day_is_exact(written):
    """The day of the decision is one day."""
    with pytest.raises(BadCase, match=r"decided_on: .* is no exact day, and this must be one; write it as 2026-11-25"):
        Case(sponsor=Sponsor(), decided_on=written)


@pytest.mark.parametrize("written", [5, "2026-11-01/2026-11-30", "2026-11-01/2026-11-01", ["2026-11-01", "2026-11-01"]])
def test_the_decision_day_is_no_range(written):
    """What else could be written of a day is not offered for the day of the decision."""
    with pytest.raises(BadCase, match=r"decided_on: .* is not a date; write it as 2026-11-25$"):
        Case(sponsor=Sponsor(), decided_on=written)


@pytest.mark.parametrize(
    ("facts", "fault"),
    [
        ({"born_on": "2027"}, "members[0].born_on: 2027 lies after decided_on 2026-11-25"),
        ({"entered_on": "2011", "born_on": "2012-05"}, "members[0].entered_on: 2011 lies before born_on 2012-05"),
        (
            {"entered_on": ["2011-01-01", "2012-04-30"], "born_on": "2012-05"},
            "members[0].entered_on: 2011-01-01/2012-04-30 lies before born_on 2012-05",
        ),
    ],
)
def test_what_no_day_can_mend(facts, fault):
    """Days known in part contradict each other where every day of them does; the fault says them as they are written."""
    assert [fault] == faults(member(**facts))


@pytest.mark.parametrize(
    "facts",
    [{"born_on": "2026"}, {"entered_on": "2012", "born_on": "2012-05"}, {"entered_on": "2012", "born_on": "2012"}],
)
def test_what_a_day_can_mend(facts):
    """While one of the days fits, nothing is contradicted."""
    assert Case(sponsor=Sponsor(), members=[member(**facts)], decided_on=D4).in_part


class TestSpan:
    """Days of which one is meant."""

    @pytest.mark.parametrize(
        ("span", "text", "shown"),
        [
            (Span.year(1990), "1990", "Span.year(1990)"),
            (Span.month(1990, 5), "1990-05", "Span.month(1990, 5)"),
            (Span.month(1992, 2), "1992-02", "Span.month(1992, 2)"),
            (
                Span(date(1989, 1, 1), date(1990, 12, 31)),
                "1989-01-01/1990-12-31",
                "Span(datetime.date(1989, 1, 1), datetime.date(1990, 12, 31))",
            ),
            (Span(date(1990, 1, 1), date(1990, 1, 2)), "1990-01-01/1990-01-02", None),
        ],
    )
    def test_shown(self, span, text, shown):
        """It is written as a case file and as Python write it; it is equal to one made anew, and pickles."""
        assert text == str(span)
        assert shown in (None, repr(span))
        assert span == pickle.loads(pickle.dumps(span)) == Span(span.first, span.last)  # noqa: S301 -- our own bytes
        assert hash(span) == hash(Span(span.first, span.last))

    def test_days(self):
        """It has days, in their order."""
        leap = Span.month(1992, 2)
        assert 29 == len(leap) == len(list(leap))
        assert leap.first == next(iter(leap))
        assert leap.last == list(leap)[-1]
        assert leap.first in leap
        assert date(1992, 3, 1) not in leap

    @pytest.mark.parametrize(
        ("ends", "error", "message"),
        [
            ((date(1990, 1, 1), date(1990, 1, 1)), ValueError, "the last day of a span lies after the first"),
            ((date(1990, 1, 2), date(1990, 1, 1)), ValueError, "the last day of a span lies after the first"),
            (("1990-01-01", date(1990, 1, 1)), TypeError, "the first day of a span is a date, not '1990-01-01'"),
            ((date(1990, 1, 1), datetime(1990, 1, 2)), TypeError, "the last day of a span is a date"),  # noqa: DTZ001
            ((date(1990, 1, 1), None), TypeError, "the last day of a span is a date, not None"),
        ],
    )
    def test_no_span(self, ends, error, message):
        """Its ends are two days, the first before the last; one day is a date."""
        with pytest.raises(error, match=message):
            Span(*ends)


@pytest.mark.parametrize("amount", [-1, 10_000_001, float("nan"), float("inf"), True, "2600"])
def test_bad_amounts(amount):
    """An amount is a number of euros from nothing to ten million."""
    with pytest.raises(BadCase, match=r"income_per_month: .* is not an amount in euros from 0 to 10000000"):
        Sponsor(income_per_month=amount)


@pytest.mark.parametrize("missing", [None, ASSUMED])
@pytest.mark.parametrize("name", ["id", "relation"])
def test_what_must_be_given(name, missing):
    """The id and the relation of a member cannot be left unknown."""
    with pytest.raises(BadCase, match=f"{name}: this must be given"):
        FamilyMember(**{"id": "person", "relation": "child"} | {name: missing})


def test_a_number_too_long_to_be_shown():
    """A number of thousands of digits is a fault like any other."""
    with pytest.raises(BadCase, match="id: … is not a text"):
        member(id=10**5000)
    with pytest.raises(BadCase, match="born_on: … is not a date"):
        member(born_on=10**5000)


def test_a_long_bad_value_is_cut_short():
    """What is shown of a bad value is short."""
    with pytest.raises(BadCase) as error:
        Sponsor(born_on="9" * 500)
    assert len(error.value.faults[0].text.en) < 200


def test_the_first_and_last_day():
    """The years 1850 to 2200 are accepted, with both ends."""
    assert date(1850, 1, 1) == Sponsor(born_on=date(1850, 1, 1)).born_on
    assert date(2200, 12, 31) == Sponsor(income_until=date(2200, 12, 31)).income_until


def test_members_are_family_members():
    """Anything else among the members is a fault with its place."""
    with pytest.raises(BadCase, match=r"members\[1\]: 'amina' is not a FamilyMember"):
        Case(sponsor=Sponsor(), members=[member(), "amina"])


# ---------------------------------------------------------------- what cannot be

EARLY, LATER = date(2020, 1, 1), date(2021, 1, 1)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("born_on", "entered_eu_on"),
        ("born_on", "entered_on"),
        ("born_on", "asylum_applied_on"),
        ("born_on", "income_sufficient_since"),
        ("asylum_applied_on", "permit_notified_on"),
    ],
)
def test_order_of_the_sponsors_days(first, second):
    """Of the sponsor, the first cannot lie after the second; on the same day is possible."""
    told = f"sponsor.{second}: 2020-01-01 lies before {first} 2021-01-01"
    assert [told] == faults(sponsor={first: LATER, second: EARLY})
    Case(sponsor=Sponsor(**{first: EARLY, second: EARLY}))
    Case(sponsor=Sponsor(**{first: EARLY, second: LATER}))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("born_on", "married_on"),
        ("married_on", "validated_on"),
        ("born_on", "family_since"),
        ("born_on", "applied_on"),
        ("born_on", "entered_on"),
        ("born_on", "asylum_applied_on"),
        ("entered_on", "asylum_applied_on"),
        ("applied_on", "mvv_granted_on"),
        ("applied_on", "first_refused_on"),
    ],
)
def test_order_of_the_members_days(first, second):
    """Of a member, the first cannot lie after the second; on the same day is possible."""
    told = f"members[0].{second}: 2020-01-01 lies before {first} 2021-01-01"
    assert [told] == faults(member("spouse", **{first: LATER, second: EARLY}))
    Case(sponsor=Sponsor(), members=[member("spouse", **{first: EARLY, second: EARLY})])


@pytest.mark.parametrize("second", ["married_on", "family_since"])
def test_nobody_marries_before_birth(second):
    """A tie cannot begin before the sponsor's birth."""
    told = f"members[0].{second}: 2020-01-01 lies before sponsor.born_on 2021-01-01"
    assert [told] == faults(member("spouse", **{second: EARLY}), sponsor={"born_on": LATER})


@pytest.mark.parametrize("name", [n for n, told in MEMBER_FACTS.items() if told.kind is FactKind.DATE])
def test_nothing_lies_after_the_decision(name):
    """No day of a member lies after the decision day; on it is possible."""
    (fault,) = faults(member("spouse", **{name: date(2026, 11, 26)}))
    assert f"members[0].{name}: 2026-11-26 lies after decided_on 2026-11-25" == fault
    Case(sponsor=Sponsor(), members=[member("spouse", **{name: D4})], decided_on=D4)
    Case(sponsor=Sponsor(), members=[member("spouse", **{name: date(2026, 11, 26)})])


def test_what_may_lie_after_the_decision():
    """Income may be certain until a day ahead; the sponsor's other days lie before the decision."""
    Case(sponsor=Sponsor(income_until=date(2030, 1, 1)), decided_on=D4)
    assert ["sponsor.permit_notified_on: 2026-11-26 lies after decided_on 2026-11-25"] == faults(
        sponsor={"permit_notified_on": date(2026, 11, 26)}
    )


def test_arrival_in_the_eu_after_the_entry():
    """Nobody arrives in the EU after entering the Netherlands."""
    assert ["sponsor.entered_eu_on: 2021-01-01 lies after entered_on 2020-01-01"] == faults(
        sponsor={"entered_on": EARLY, "entered_eu_on": LATER}
    )
    Case(sponsor=Sponsor(entered_on=EARLY, entered_eu_on=EARLY))


def test_ids():
    """Each member has an id of its own, that is no word with a meaning."""
    assert ["members[1].id: 'person' is also the id of members[0]"] == faults(member(), member())
    for word in ("none", "here", "sponsor"):
        (fault,) = faults(member(id=word))
        assert fault.startswith(f"members[0].id: {word!r} has a meaning of its own here")


@pytest.mark.parametrize(
    ("relation", "born_on", "parentage", "impossible"),
    [
        ("child", EARLY, "biological", True),
        ("child", LATER, "biological", False),
        ("child", EARLY, "step", False),
        ("child", EARLY, None, False),
        ("parent", EARLY, "biological", True),
        ("parent", LATER, ASSUMED, True),
        ("parent", date(2000, 1, 1), "biological", False),
        ("parent", LATER, "foster", False),
        ("parent", LATER, None, False),
        ("sibling", EARLY, "biological", False),
    ],
)
def test_impossible_kin(relation, born_on, parentage, impossible):
    """A biological child is younger than the sponsor, a biological parent older."""
    relative, sponsor = member(relation, born_on=born_on, parentage=parentage), {"born_on": EARLY}
    if impossible:
        (fault,) = faults(relative, sponsor=sponsor)
        assert fault.startswith(f"members[0].born_on: {born_on} lies ")
    else:
        Case(sponsor=Sponsor(**sponsor), members=[relative], decided_on=D4)


def test_half_is_for_siblings():
    """Only a brother or sister can be a half one."""
    assert ["members[0].parentage: 'half' is for brothers and sisters only"] == faults(member(parentage="half"))
    Case(sponsor=Sponsor(), members=[member("sibling", parentage="half")])


def test_a_marriage_that_became_valid_is_valid():
    """A marriage that never became valid has no day of validity."""
    (fault,) = faults(member("spouse", marriage_valid=False, validated_on=EARLY))
    assert "members[0].validated_on: a marriage that became valid has marriage_valid = true" == fault


@pytest.mark.parametrize(
    ("name", "relation", "wanted", "message"),
    [
        ("with_parent", "sibling", "mothr", "there is no member 'mothr'; did you mean 'mother'?"),
        ("with_parent", "sibling", "person", "there is no member 'person'"),
        ("with_parent", "sibling", "wife", "'wife' is spouse of the sponsor, and this must be a parent"),
        ("parent_member", "child", "wiffe", "there is no member 'wiffe'; did you mean 'wife'?"),
        ("parent_member", "child", "mother", "'mother' is parent of the sponsor, and this must be a spouse or partner"),
    ],
)
def test_references(name, relation, wanted, message):
    """A reference names a member of the right kind, and not the person himself."""
    family = [member(relation, **{name: wanted}), member("parent", id="mother"), member("spouse", id="wife")]
    (fault,) = faults(*family)
    assert fault.startswith(f"members[0].{name}: {message}")


def test_every_fault_at_once():
    """All that cannot be is told at once."""
    assert 3 == len(faults(member(id="none", born_on=LATER, applied_on=EARLY), member(parentage="half")))


def test_member_by_id():
    """A case gives a member by id, and an error for another id."""
    case = Case(sponsor=Sponsor(), members=[member(id="amina")])
    assert "amina" == case.member("amina").id
    with pytest.raises(KeyError, match="yusuf"):
        case.member("yusuf")


# ---------------------------------------------------------------- the classes


def test_frozen_and_picklable():
    """A case cannot be changed, equals its copy, and survives a pickle."""
    case = Case(sponsor=Sponsor(born_on=EARLY), members=[member()], decided_on=D4, title="A family")
    assert case == pickle.loads(pickle.dumps(case))  # noqa: S301 -- our own
    assert ASSUMED is pickle.loads(pickle.dumps(ASSUMED))  # noqa: S301 -- our own
    for changed in (case, case.sponsor, case.members[0]):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            changed.born_on = LATER
    assert ("ASSUMED", "NOT_FILED") == (repr(ASSUMED), repr(NOT_FILED))


def test_older_names():
    """`NOT_YET` was the name of `NOT_FILED`, and is no verdict; ``facts.Kind`` was that of `FactKind`."""
    assert NOT_FILED is reunify.NOT_YET is reunify.facts.NOT_YET
    assert NOT_FILED != reunify.Verdict.NOT_YET
    assert FactKind is reunify.facts.Kind


def test_required_facts():
    """A member has an id and a relation; all else may be left out."""
    required = [name for name, told in (MEMBER_FACTS | SPONSOR_FACTS | CASE_FACTS).items() if told.required]
    assert ["id", "relation"] == required
    with pytest.raises(BadCase, match="'unknown' is not a known value"):
        FamilyMember(id="person", relation="unknown")


@given(case=families(in_part=None))
def test_prints_as_it_is_written(case):
    """A family prints as the Python that makes it, with the facts that are given and no others."""
    shown = repr(case)
    names = {**vars(reunify), **vars(reunify.facts), "datetime": dt, "Decimal": Decimal}
    assert case == eval(shown, names)  # noqa: S307 -- what the library itself printed
    assert "=ASSUMED" not in shown


@pytest.mark.parametrize(("cls", "facts"), [(Case, CASE_FACTS), (Sponsor, SPONSOR_FACTS), (FamilyMember, MEMBER_FACTS)])
def test_help_tells_types_and_labels(cls, facts):
    """``help`` says of each fact how it may be given and what it is called, in both languages."""
    told = inspect.getdoc(cls)
    given = {name: parameter.annotation for name, parameter in inspect.signature(cls).parameters.items()}
    for name, about in facts.items():
        assert f"    {name} ({given[name]}): *{about.label.en}; {about.label.nl}.* " in told
    assert given.get("protection", "str | Protection | None") == "str | Protection | None"
