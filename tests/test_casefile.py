"""Case files: what is read, what is written, and what is said of each fault."""

import json
import math
import stat
import subprocess
import sys
import tomllib
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reunify import Span, casefile, files
from reunify.casefile import _tables
from reunify.facts import (
    ASSUMED,
    CASE_FACTS,
    MEMBER_FACTS,
    NOT_FILED,
    SPONSOR_FACTS,
    Case,
    FactKind,
    FamilyMember,
    Relation,
    Sponsor,
    facts_of,
)
from reunify.faults import BadCase
from reunify.terms import NEVER
from reunify.testing import families
from reunify.text import LANGS

GOOD = """
title = "A couple"
decided_on = 2026-11-25

[sponsor]
protection = "subsidiary"
born_on = 1990-05-04
entered_on = 2025-01-10

[[members]]
id = "amina"
relation = "spouse"
born_on = 1992-03-01
"""

# Every fact that a case file can have, each with a value, as the specification shows them.
EVERY_FACT = """
title = "Couple with a foster child"     # optional, free text
source = "ECLI:NL:RBDHA:2018:14023"      # optional: where the facts come from
decided_on = 2026-11-25                  # optional in the file

[sponsor]
protection = "subsidiary"        # "refugee" | "subsidiary"
born_on = 1990-05-04
entered_on = 2025-01-10          # D0
asylum_applied_on = 2025-01-12   # D1
permit_notified_on = 2025-11-20  # D2
unaccompanied_minor = false
evidently_not_alone = false
taken_in_by_relative = false
lives_independently = false
self_supporting = false
own_family = false
other_status_notified_on = "never"
residence = "asylum"
excluded_1f = false              # assumed false
lives_with_other_partner = false # assumed false
means = true
income_per_month = 2600.00       # gross, EUR
income_until = 2028-01-01        # "permanent" for a contract without an end
income_from = "already"
income_sufficient_since = 2022-01-01
housing = "own"                  # "own" | "transit" | "reception" | "none"
housing_from = 2026-12-01
means_unattainable = false
came_by_nareis = false
entered_eu_on = 2024-12-20
informed_of_term = true
regular_stay = "non_temporary"
lawful_since = 2024-05-01
pension_age_reached = false
unable_to_work = false
released_from_work_duty = false
income_source = "employment"
has_partner = false
partner_income_per_month = 0
declares = true
married_to_another = "no"
means_there = false

[[members]]
id = "amina"                     # unique in the file
relation = "spouse"
born_on = 1992-03-01
married_on = 2012-06-01
validated_on = 2013-02-01
family_since = 2010-01-01
marriage_valid = true
consented_freely = true
durable_relationship = true
parentage = "biological"
adoption_recognised = true
conceived_before_entry = true
married = false
custody = "sole"
parent_member = "amina"
responsible_for_minor = false
lived_with_family = true
lives_independently = false
self_supporting = false
own_family = false
apart_because_of_flight = false
dependent = true
at_parents_charge = true
consent_other_parent = "given"
authority_papers = false
real_parents_care = false
with_parent = "father"
wholly_dependent_on_parents = false
brought_and_left_minor = false
bond_broken = false
real_family_life = true
sham = false
tie_plausible = true
public_order = false
excluded_1f = false
other_spouse_chosen = false
special_ties_third_country = false
applied_on = 2025-12-20          # D3
travelled_with_sponsor = false
entered_on = 2026-01-05
asylum_applied_on = 2026-01-07
earlier_applied_on = "never"
earlier_ended = "refused"
lateness_excusable = false
late_because = "other"
mvv_granted_on = 2026-05-20
first_refused_on = 2026-03-01
in_netherlands = false
married_to_another = "no"
relationship_attested = false
closely_related = false
will_live_together = true
custody_of_sponsor = "sole"
travel_document = "valid"
mvv_exempt = false
exam_passed = "yes"
crime_sanction = "no"
false_information_before = false
tb_willing = true
no_acceptable_future = false
foster_kin = false
raised_abroad_by_sponsor = false
carers_able = true
medical_statement = true
in_military_service = false
"""


def faults_of(text, suffix="toml"):
    """Give the faults of a text: path, English and Dutch."""
    with pytest.raises(BadCase) as caught:
        casefile.loads(text, suffix)
    return [(fault.path, fault.text.en, fault.text.nl) for fault in caught.value.faults]


def file_faults(path):
    with pytest.raises(BadCase) as caught:
        casefile.read(path)
    return [(fault.path, fault.text.en, fault.text.nl) for fault in caught.value.faults]


def with_sponsor(line):
    return GOOD.replace("[[members]]", f"{line}\n\n[[members]]")


class TestReading:
    def test_good_file(self):
        """A file gives the case that the same facts give in Python."""
        expected = Case(
            title="A couple",
            decided_on=date(2026, 11, 25),
            sponsor=Sponsor(protection="subsidiary", born_on=date(1990, 5, 4), entered_on=date(2025, 1, 10)),
            members=[FamilyMember(id="amina", relation="spouse", born_on=date(1992, 3, 1))],
        )

        assert expected == casefile.loads(GOOD, "toml")

    def test_left_out_is_unknown_or_assumed(self):
        """A fact that is left out is unknown; an assumed one is assumed; "unknown" is unknown everywhere."""
        case = casefile.loads(with_sponsor('residence = "unknown"\nhousing = "unknown"'), "toml")

        assert ASSUMED is case.sponsor.means
        assert ASSUMED is case.sponsor.excluded_1f
        assert None is case.sponsor.residence
        assert None is case.sponsor.housing
        assert None is case.sponsor.permit_notified_on

    def test_words(self):
        """The words for a day that has no date are read."""
        text = with_sponsor('income_until = "permanent"') + 'applied_on = "not_yet"\nentered_on = "never"\n'
        case = casefile.loads(text, "toml")

        assert case.sponsor.income_until == NEVER
        assert NOT_FILED is case.members[0].applied_on
        assert case.members[0].entered_on == NEVER

    def test_amounts_are_exact(self):
        """An amount is read to the cent, not through a binary fraction."""
        case = casefile.loads(with_sponsor("income_per_month = 2600.10"), "toml")

        assert str(case.sponsor.income_per_month) == "2600.10"

    def test_json(self):
        """JSON with ISO dates gives the same case as TOML; null is as good as left out, and only the word is unknown."""
        data = json.loads(json.dumps(tomllib.loads(GOOD), default=str))
        left_out = {"sponsor": dict.fromkeys(SPONSOR_FACTS), "members": [dict.fromkeys(MEMBER_FACTS)]}
        nulls = data | {
            "sponsor": left_out["sponsor"] | data["sponsor"],
            "members": [left_out["members"][0] | member for member in data["members"]],
            "source": None,
        }
        assert casefile.loads(GOOD, "toml") == casefile.loads(json.dumps(nulls), "json")

        data["sponsor"]["residence"] = "unknown"
        assert casefile.loads(json.dumps(data), "json").sponsor.residence is None

    def test_decision_day_of_the_caller(self, tmp_path):
        """The caller's decision day takes the place of the file's before the days are compared."""
        path = tmp_path / "a.toml"
        text = GOOD.replace("1992-03-01", "2031-01-01")
        path.write_text(text, encoding="utf-8")
        day = date(2031, 5, 1)

        assert casefile.read(path, decided_on=day).decided_on == day
        assert casefile.loads(text, "toml", decided_on=day).decided_on == day
        with pytest.raises(BadCase, match="2031-01-01 lies after decided_on 2030-12-31"):
            casefile.structure(tomllib.loads(text), decided_on=date(2030, 12, 31))

    def test_empty_sponsor(self):
        """A sponsor of whom nothing is known may stand as an empty table."""
        assert Sponsor() == casefile.loads('[sponsor]\n[[members]]\nid="a"\nrelation="child"', "toml").sponsor

    def test_the_example_of_the_specification(self):
        """The example names every fact, and of all its values only the two references lead nowhere."""
        assert [p for p, *_ in faults_of(EVERY_FACT)] == [("members[0].parent_member"), ("members[0].with_parent")]
        data = tomllib.loads(EVERY_FACT)
        assert [*SPONSOR_FACTS] == [*data["sponsor"]]
        assert [*MEMBER_FACTS] == [*data["members"][0]]
        assert {*CASE_FACTS} | {"sponsor", "members"} == {*data}

    def test_the_example_with_the_family_it_speaks_of(self):
        """Once those that it refers to are in the file, the example is read."""
        text = EVERY_FACT.replace('parent_member = "amina"', 'parent_member = "other"')
        text += '[[members]]\nid = "father"\nrelation = "parent"\n[[members]]\nid = "other"\nrelation = "partner"\n'

        assert casefile.loads(text, "toml").members[0].with_parent == "father"

    @pytest.mark.parametrize("name", ["a.toml", "a.TOML", "a.json", "a.txt", "a"])
    @pytest.mark.parametrize("suffix", ["toml", "json"])
    def test_suffix_or_content(self, tmp_path, name, suffix):
        """The suffix says what a file is; where it does not fit, the content does."""
        case = casefile.loads(GOOD, "toml")
        path = tmp_path / name
        path.write_text(casefile.dumps(case, suffix), encoding="utf-8")

        assert case == casefile.read(path)
        assert case == casefile.read(str(path))

    def test_byte_order_mark(self, tmp_path):
        """A byte order mark at the start is accepted, and so are Windows line ends."""
        path = tmp_path / "a.toml"
        path.write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())

        assert casefile.read(path).members[0].id == "amina"
        assert casefile.loads("\ufeff" + GOOD, "toml").members[0].id == "amina"

    def test_no_such_format(self):
        """A format that does not exist is a mistake of the program, not of the file."""
        with pytest.raises(ValueError, match="'yaml' is not a format"):
            casefile.loads("", "yaml")
        with pytest.raises(ValueError, match="'yaml' is not a format"):
            casefile.dumps(casefile.loads(GOOD, "toml"), "yaml")


class TestFaults:
    """Each fault: its place, and what is said in both languages."""

    @pytest.mark.parametrize(
        ("text", "path", "en", "nl"),
        [
            pytest.param(
                GOOD.replace("relation =", "relatoin ="),
                "members[0].relatoin",
                "there is no fact 'relatoin' here; did you mean 'relation'?",
                "er is hier geen feit 'relatoin'; bedoelt u 'relation'?",
                id="unknown fact of a member",
            ),
            pytest.param(
                with_sponsor("huosing = 'own'"),
                "sponsor.huosing",
                "there is no fact 'huosing' here; did you mean 'housing'?",
                "er is hier geen feit 'huosing'; bedoelt u 'housing'?",
                id="unknown fact of the sponsor",
            ),
            pytest.param(
                "decided = 2026-11-25" + GOOD,
                "decided",
                "there is no fact 'decided' here; did you mean 'decided_on'?",
                "er is hier geen feit 'decided'; bedoelt u 'decided_on'?",
                id="unknown fact at the top",
            ),
            pytest.param(
                with_sponsor("source = 'me'"),
                "sponsor.source",
                "it stands at the top of the file, above [sponsor]",
                "het staat bovenaan, boven [sponsor]",
                id="fact of the case under the sponsor",
            ),
            pytest.param(
                GOOD + "housing = 'own'",
                "members[0].housing",
                "there is no fact 'housing' here; it belongs under [sponsor]",
                "er is hier geen feit 'housing'; het hoort onder [sponsor]",
                id="fact of the sponsor under a member",
            ),
            pytest.param(
                with_sponsor("'a b.c' = 1"),
                'sponsor."a b.c"',
                "there is no fact 'a b.c' here",
                "er is hier geen feit 'a b.c'",
                id="a name that needs quotes",
            ),
            pytest.param(
                GOOD.replace('"subsidiary"', '"subsidary"'),
                "sponsor.protection",
                "'subsidary' is not a known value; did you mean 'subsidiary'?",
                "'subsidary' is geen bekende waarde; bedoelt u 'subsidiary'?",
                id="unknown value",
            ),
            pytest.param(
                GOOD.replace('"spouse"', '"unknown"'),
                "members[0].relation",
                "'unknown' is not a known value",
                "'unknown' is geen bekende waarde",
                id="a relation cannot be unknown",
            ),
            pytest.param(
                with_sponsor("means = 'yes'"),
                "sponsor.means",
                "'yes' is not a yes or no; write true, false or 'unknown'",
                "'yes' is geen ja of nee; schrijf true, false of 'unknown'",
                id="a text for a yes or no",
            ),
            pytest.param(
                with_sponsor("means = 1"),
                "sponsor.means",
                "1 is not a yes or no",
                "1 is geen ja of nee",
                id="a number for a yes or no",
            ),
            pytest.param(
                GOOD.replace("1992-03-01", "{ year = 1992 }"),
                "members[0].born_on",
                "a table stands here, where a date such as 2026-11-25 is meant",
                "hier staat een tabel, waar een datum zoals 2026-11-25 bedoeld is",
                id="a table for a date",
            ),
            pytest.param(
                GOOD.replace("1992-03-01", "92"),
                "members[0].born_on",
                "92 is not a date; write it as 2026-11-25, or as much of it as is known: 2026-11, 2026, or two days",
                "92 is geen datum; schrijf die als 2026-11-25, of zoveel als ervan bekend is: 2026-11, 2026, of twee dagen",
                id="a number for a date",
            ),
            pytest.param(
                GOOD.replace("1992-03-01", '"1992-13"'),
                "members[0].born_on",
                "'1992-13' is not a date: there is no such month",
                "'1992-13' is geen datum: die maand bestaat niet",
                id="a month that does not exist",
            ),
            pytest.param(
                GOOD.replace("1992-03-01", "[1992-03-01, 1991-03-01]"),
                "members[0].born_on",
                "in 1992-03-01/1991-03-01 the last day lies before the first; write it as 1991-03-01/1992-03-01",
                "in 1992-03-01/1991-03-01 ligt de laatste dag vóór de eerste; schrijf dit als 1991-03-01/1992-03-01",
                id="days in the wrong order",
            ),
            pytest.param(
                GOOD.replace("1992-03-01", "[1992, 1993]"),
                "members[0].born_on",
                "the first and the last must each be an exact day; write it as 1992-01-01/1993-12-31",
                "moeten de eerste en de laatste elk een precieze dag zijn; schrijf dit als 1992-01-01/1993-12-31",
                id="years as the ends of a range",
            ),
            pytest.param(
                GOOD.replace("1992-03-01", "[1992-03-01]"),
                "members[0].born_on",
                "a list is here the first and the last day that it can be",
                "een lijst is hier de eerste en de laatste dag die het kan zijn",
                id="a list that is no range",
            ),
            pytest.param(
                GOOD.replace("1992-03-01", "1992-03-01T10:00:00"),
                "members[0].born_on",
                "1992-03-01 10:00:00 is not a date",
                "1992-03-01 10:00:00 is geen datum",
                id="a moment for a date",
            ),
            pytest.param(
                GOOD.replace("1992-03-01", "10:00:00"),
                "members[0].born_on",
                "a time of day stands here, where a date such as 2026-11-25 is meant",
                "hier staat een tijdstip, waar een datum zoals 2026-11-25 bedoeld is",
                id="a time for a date",
            ),
            pytest.param(
                GOOD.replace("1992-03-01", '"01-03-1992"'),
                "members[0].born_on",
                "'01-03-1992' is not a date; write it as 2026-11-25, or as much of it as is known",
                "'01-03-1992' is geen datum; schrijf die als 2026-11-25, of zoveel als ervan bekend is",
                id="a date in another order",
            ),
            pytest.param(
                GOOD + 'applied_on = "not_jet"',
                "members[0].applied_on",
                "'not_jet' is not a date; write it as 2026-11-25, or as much of it as is known: 2026-11, 2026, or two days; "
                "did you mean 'not_yet'?",
                "'not_jet' is geen datum; schrijf die als 2026-11-25, of zoveel als ervan bekend is: 2026-11, 2026, "
                "of twee dagen; bedoelt u 'not_yet'?",
                id="a misspelt word for a date",
            ),
            pytest.param(
                GOOD.replace("1992-03-01", "1492-03-01"),
                "members[0].born_on",
                "1492-03-01 lies outside the years 1850 to 2200",
                "1492-03-01 ligt buiten de jaren 1850 tot en met 2200",
                id="a date out of range",
            ),
            pytest.param(
                with_sponsor("income_per_month = '2600'"),
                "sponsor.income_per_month",
                "'2600' is not an amount in euros",
                "'2600' is geen bedrag in euro's",
                id="a text for an amount",
            ),
            pytest.param(
                with_sponsor("income_per_month = -5.5"),
                "sponsor.income_per_month",
                "is not an amount in euros",
                "is geen bedrag in euro's",
                id="a negative amount",
            ),
            pytest.param(
                with_sponsor("income_per_month = nan"),
                "sponsor.income_per_month",
                "is not an amount in euros",
                "is geen bedrag in euro's",
                id="not a number in TOML",
            ),
            pytest.param(
                with_sponsor("income_per_month = 1e9999999999999999999999"),
                "sponsor.income_per_month",
                "inf is not an amount in euros",
                "inf is geen bedrag in euro's",
                id="an exponent beyond all bounds",
            ),
            pytest.param(
                with_sponsor("income_per_month = 0x" + "f" * 9000),
                "sponsor.income_per_month",
                "… is not an amount in euros",
                "… is geen bedrag in euro's",
                id="a huge hexadecimal number",
            ),
            pytest.param(
                with_sponsor("housing = ['own']"),
                "sponsor.housing",
                "a list stands here, where one word is meant",
                "hier staat een lijst, waar één woord bedoeld is",
                id="a list for a word",
            ),
            pytest.param(
                with_sponsor("housing = true"),
                "sponsor.housing",
                "true is not a known value",
                "true is geen bekende waarde",
                id="a yes for a word",
            ),
            pytest.param(
                GOOD.replace('"amina"', "7"),
                "members[0].id",
                "7 is not a text; write it on one line between quotation marks",
                "7 is geen tekst; schrijf die op één regel tussen aanhalingstekens",
                id="a number for a name",
            ),
            pytest.param(
                GOOD.replace('"amina"', '" "'),
                "members[0].id",
                "' ' is not a text",
                "' ' is geen tekst",
                id="an empty name",
            ),
            pytest.param(
                GOOD.replace('"amina"', '"none"'),
                "members[0].id",
                "'none' has a meaning of its own here",
                "'none' heeft hier een eigen betekenis",
                id="a reserved name",
            ),
            pytest.param(
                GOOD.replace('id = "amina"', ""),
                "members[0].id",
                "this must be given",
                "dit moet worden opgegeven",
                id="no id",
            ),
            pytest.param(
                GOOD.replace('relation = "spouse"', ""),
                "members[0].relation",
                "this must be given",
                "dit moet worden opgegeven",
                id="no relation",
            ),
            pytest.param(
                'sponsor = "Sam"\n' + GOOD.partition("[[")[1] + GOOD.partition("[[")[2],
                "sponsor",
                "'Sam' stands here, where a table of facts is meant ([sponsor] in TOML)",
                "hier staat 'Sam', waar een tabel met feiten bedoeld is ([sponsor] in TOML)",
                id="sponsor is no table",
            ),
            pytest.param(
                GOOD.replace("[sponsor]", "[[sponsor]]"),
                "sponsor",
                "a list stands here, where a table of facts is meant ([sponsor] in TOML)",
                "hier staat een lijst, waar een tabel met feiten bedoeld is ([sponsor] in TOML)",
                id="double brackets for the sponsor",
            ),
            pytest.param(
                GOOD.replace("[sponsor]", "[referent]"),
                "sponsor",
                "the sponsor is missing ([sponsor] in TOML)",
                "de hoofdpersoon ontbreekt ([sponsor] in TOML)",
                id="no sponsor",
            ),
            pytest.param(
                GOOD.replace("[[members]]", "[members]"),
                "members",
                "a table stands here, where a list of tables is meant ([[members]] in TOML, with double brackets)",
                "hier staat een tabel, waar een lijst van tabellen bedoeld is ([[members]] in TOML, met dubbele haken)",
                id="single brackets for members",
            ),
            pytest.param(
                "members = 'amina'\n[sponsor]",
                "members",
                "'amina' stands here, where a list of tables is meant",
                "hier staat 'amina', waar een lijst van tabellen bedoeld is",
                id="members is a text",
            ),
            pytest.param(
                "members = ['amina']\n[sponsor]",
                "members[0]",
                "'amina' stands here, where a table of facts is meant",
                "hier staat 'amina', waar een tabel met feiten bedoeld is",
                id="a member is no table",
            ),
            pytest.param(
                "[sponsor]",
                "members",
                "there is no family member; give at least one ([[members]] in TOML)",
                "er is geen gezinslid; geef er ten minste één ([[members]] in TOML)",
                id="no members",
            ),
            pytest.param(
                "members = []\n[sponsor]",
                "members",
                "there is no family member",
                "er is geen gezinslid",
                id="an empty list of members",
            ),
            pytest.param(
                GOOD + GOOD.partition("[[members]]")[2].join(["[[members]]", ""]),
                "members[1].id",
                "'amina' is also the id of members[0]",
                "'amina' is ook de id van members[0]",
                id="doubled id",
            ),
            pytest.param(
                GOOD + "[[members]]\nid='b'\nrelation='sibling'\nwith_parent='amina'",
                "members[1].with_parent",
                "'amina' is spouse of the sponsor, and this must be a parent",
                "'amina' is echtgenoot van de hoofdpersoon, en dit moet een ouder zijn",
                id="with_parent is no parent",
            ),
            pytest.param(
                GOOD
                + "[[members]]\nid='b'\nrelation='child'\nparent_member='c'\n[[members]]\nid='c'\nrelation='parent'",
                "members[1].parent_member",
                "'c' is parent of the sponsor, and this must be a spouse or partner",
                "'c' is ouder van de hoofdpersoon, en dit moet een echtgenoot of partner zijn",
                id="parent_member is no spouse or partner",
            ),
            pytest.param(
                GOOD + "[[members]]\nid='b'\nrelation='child'\nparent_member='amna'",
                "members[1].parent_member",
                "there is no member 'amna'; did you mean 'amina'?",
                "er is geen gezinslid 'amna'; bedoelt u 'amina'?",
                id="reference to nobody",
            ),
            pytest.param(
                GOOD + "not_known = ['bron_on']",
                "members[0].not_known",
                "'bron_on' is no day of this table of which a part can be known; did you mean 'born_on'?",
                "'bron_on' is geen dag van deze tabel waarvan een deel bekend kan zijn; bedoelt u 'born_on'?",
                id="exact day of what is no day",
            ),
            pytest.param(
                with_sponsor("not_known = 'born_on'"),
                "sponsor.not_known",
                "'born_on' stands here, where a list of names of days is meant",
                "hier staat 'born_on', waar een lijst met namen van dagen bedoeld is",
                id="exact days not in a list",
            ),
            pytest.param(
                GOOD + "entered_on = 1991-01-01",
                "members[0].entered_on",
                "1991-01-01 lies before born_on 1992-03-01",
                "1991-01-01 ligt vóór born_on 1992-03-01",
                id="entry before birth",
            ),
            pytest.param(
                with_sponsor("asylum_applied_on = 2025-02-01\npermit_notified_on = 2025-01-31"),
                "sponsor.permit_notified_on",
                "2025-01-31 lies before asylum_applied_on 2025-02-01",
                "2025-01-31 ligt vóór asylum_applied_on 2025-02-01",
                id="permit before application",
            ),
            pytest.param(
                GOOD + "married_on = 1991-01-01",
                "members[0].married_on",
                "1991-01-01 lies before born_on 1992-03-01",
                "1991-01-01 ligt vóór born_on 1992-03-01",
                id="marriage before birth",
            ),
            pytest.param(
                with_sponsor("permit_notified_on = 2026-12-01"),
                "sponsor.permit_notified_on",
                "2026-12-01 lies after decided_on 2026-11-25",
                "2026-12-01 ligt na decided_on 2026-11-25",
                id="decision before permit",
            ),
            pytest.param(
                GOOD.replace("1992-03-01", "2031-01-01"),
                "members[0].born_on",
                "2031-01-01 lies after decided_on 2026-11-25",
                "2031-01-01 ligt na decided_on 2026-11-25",
                id="birth after the decision",
            ),
        ],
    )
    def test_place_and_words(self, text, path, en, nl):
        """The fault is found at its place, and said in plain words in both languages."""
        found = [(en_, nl_) for path_, en_, nl_ in faults_of(text) if path_ == path]

        assert found
        assert any(en in en_ and nl in nl_ for en_, nl_ in found), found

    @pytest.mark.parametrize("text", ["", " \n\t", "# nothing but a remark\n", "\ufeff"])
    def test_empty(self, text):
        """A file without facts is empty."""
        assert faults_of(text) == [("", "the file is empty", "het bestand is leeg")]

    @pytest.mark.parametrize("text", ["", "  ", "{}"])
    def test_empty_json(self, text):
        """JSON without facts is empty too."""
        assert faults_of(text, "json") == [("", "the file is empty", "het bestand is leeg")]

    @pytest.mark.parametrize(
        ("text", "given_en", "given_nl"),
        [
            ("[]", "a list", "een lijst"),
            ("null", "nothing (null)", "niets (null)"),
            ('"a"', "'a'", "'a'"),
            ("NaN", "nan", "nan"),
        ],
    )
    def test_json_that_is_no_table(self, text, given_en, given_nl):
        """JSON that is no object is no case."""
        assert [
            (
                "",
                f"{given_en} stands here, where a table of facts is meant",
                f"hier staat {given_nl}, waar een tabel met feiten bedoeld is",
            )
        ] == faults_of(text, "json")

    @pytest.mark.parametrize(
        ("text", "en", "nl"),
        [
            (
                "[sponsor]\nborn_on = 1990-02-30\n",
                "line 2, column 11: this is not TOML: 'born_on = 1990-02-30'; this day does not exist",
                "regel 2, kolom 11: dit is geen TOML: 'born_on = 1990-02-30'; deze dag bestaat niet",
            ),
            (
                "[sponsor]\nhousing = own\n",
                "line 2, column 11: this is not TOML: 'housing = own'; a text stands between quotation marks",
                "regel 2, kolom 11: dit is geen TOML: 'housing = own'; een tekst staat tussen aanhalingstekens",
            ),
            (
                '[sponsor]\nhousing = "own\n',
                "line 2, column 15: this is not TOML: 'housing = \"own'; is a quotation mark missing?",
                "regel 2, kolom 15: dit is geen TOML: 'housing = \"own'; ontbreekt er een aanhalingsteken?",
            ),
            (
                "[sponsor]\nborn_on: 1990-01-01\n",
                "this is not TOML: 'born_on: 1990-01-01'; write a name, an equals sign and a value",
                "dit is geen TOML: 'born_on: 1990-01-01'; schrijf een naam, een is-teken en een waarde",
            ),
            (
                "[sponsor]\nmeans = true\nmeans = true\n",
                "this is not TOML: 'means = true'; this name was given before",
                "dit is geen TOML: 'means = true'; deze naam is al eerder opgegeven",
            ),
            (
                "[sponsor]\n[sponsor]\n",
                "this is not TOML: '[sponsor]'; this name was given before",
                "dit is geen TOML: '[sponsor]'; deze naam is al eerder opgegeven",
            ),
            ("a\0 = 1", "line 1, column 2: this is not TOML: 'a\\x00 = 1'", "regel 1, kolom 2: dit is geen TOML"),
            ("title = [", "line 1, column 10: this is not TOML: 'title = ['", "regel 1, kolom 10: dit is geen TOML"),
        ],
    )
    def test_not_toml(self, text, en, nl):
        """What is not TOML is shown with its line and column."""
        [(path, en_, nl_)] = faults_of(text)

        assert path == ""
        assert en in en_
        assert nl in nl_

    @pytest.mark.parametrize(
        ("text", "en", "nl"),
        [
            ('{"sponsor": {\n"means": yes}}', "line 2, column 10: this is not JSON: '\"means\": yes}}'", "regel 2"),
            ('{"title": "a\0b"}', "line 1, column 13: this is not JSON", "regel 1, kolom 13: dit is geen JSON"),
            ('{"title": "a"', "line 1, column 14: this is not JSON", "regel 1, kolom 14: dit is geen JSON"),
        ],
    )
    def test_not_json(self, text, en, nl):
        """What is not JSON is shown with its line and column."""
        [(path, en_, nl_)] = faults_of(text, "json")

        assert path == ""
        assert en in en_
        assert nl in nl_

    def test_doubled_key_in_json(self):
        """A name that stands twice in one JSON object is a fault at its place."""
        text = (
            '{"title": "a", "title": "b", "sponsor": {"means": true, "means": false},'
            '"members": [{"id": "a", "relation": "child", "sham": true, "sham": true, "sham": true}]}'
        )

        assert [
            (path, "this is given more than once", "dit staat er meer dan eens")
            for path in ("title", "sponsor.means", "members[0].sham")
        ] == faults_of(text, "json")

    @pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity"])
    def test_json_constants(self, value):
        """A number that is none is a fault wherever it stands."""
        text = f'{{"title": {value}, "sponsor": {{"income_per_month": {value}}}, "members": {value}}}'
        found = faults_of(text, "json")

        assert [path for path, *_ in found] == ["title", "sponsor.income_per_month", "members"]
        assert "is not an amount in euros" in found[1][1]
        assert "is geen bedrag in euro's" in found[1][2]

    def test_half_a_character(self):
        """JSON can escape half a character, which nothing can print: it is refused, and shown as its number."""
        text = '{"title": "\\ud800", "\\ud800": 1, "sponsor": {}, "members": [{"id": "\\udfff", "relation": "other"}]}'
        found = faults_of(text, "json")

        assert ["title", '"\\ud800"', "members[0].id"] == [path for path, *_ in found]
        assert r"'\ud800' is not a text" in found[0][1]
        assert r"'\udfff' is geen tekst" in found[2][2]
        assert "".join(map("".join, found)).encode()

    def test_null_for_what_must_be_given(self):
        """An id or relation cannot be null."""
        text = '{"sponsor": {}, "members": [{"id": null, "relation": null}]}'

        assert faults_of(text, "json") == [
            ("members[0].id", "this must be given", "dit moet worden opgegeven"),
            ("members[0].relation", "this must be given", "dit moet worden opgegeven"),
        ]

    @pytest.mark.parametrize("suffix", ["toml", "json"])
    def test_too_many_digits(self, suffix):
        """An integer of thousands of digits is a fault with its line, not a crash."""
        text = {"toml": "title = {}", "json": '{{"title": {}}}'}[suffix].format("9" * 5000)

        said = "line 2: a number has more than 500 digits", "regel 2: een getal heeft meer dan 500 cijfers"
        assert faults_of(f"\n{text}", suffix) == [("", *said)]

    def test_many_digits(self):
        """A number of as many digits as are allowed is read, and is a fault of its fact only."""
        [(path, en, _)] = faults_of(with_sponsor(f"income_per_month = {'9' * casefile.MOST_DIGITS}"))

        assert path == "sponsor.income_per_month"
        assert "is not an amount in euros" in en

    @pytest.mark.parametrize(
        ("text", "suffix", "place"),
        [
            ("title = " + "[" * 20 + "]" * 20, "toml", "title"),
            ("title = " + "[" * 5000 + "]" * 5000, "toml", ""),
            ("title = " + "{a=" * 5000, "toml", ""),
            ('{"a":' * 21 + "1" + "}" * 21, "json", "a"),
            ('{"title": 1, "sponsor":' + "[" * 20 + "]" * 20 + "}", "json", "sponsor"),
            ("[" * 100_000, "json", ""),
        ],
    )
    def test_too_deep(self, text, suffix, place):
        """Too many tables or lists inside each other are refused, whatever the parser makes of them."""
        assert faults_of(text, suffix) == [
            (
                place,
                "more than 20 tables or lists stand inside each other",
                "er staan meer dan 20 tabellen of lijsten in elkaar",
            )
        ]

    @pytest.mark.parametrize("parts", [["a"] * 25, ["a"] * 100_000, ['"\\""'] * 100_000, ["'\"'"] * 22])
    @pytest.mark.parametrize("form", ["{} = 1", "[{}]", "a = {{ {} = 1 }}"])
    def test_a_name_of_many_parts(self, parts, form):
        """A dotted name makes a table in a table for each part: too many are refused with their line."""
        assert [
            ("", "line 3: a name has more than 20 parts", "regel 3: een naam heeft meer dan 20 delen")
        ] == faults_of("\n\n" + form.format(".".join(parts)))

    def test_a_circle(self):
        """Python data that contain themselves are too deep too."""
        data = {}
        data["sponsor"] = data
        with pytest.raises(BadCase, match=r"^sponsor: more than 20 tables"):
            casefile.structure(data)

    def test_too_many_members(self):
        """More than a hundred members are refused; a hundred are read."""
        member = '[[members]]\nid="{}"\nrelation="other"\n'
        hundred = "[sponsor]\n" + "".join(map(member.format, range(100)))

        assert len(casefile.loads(hundred, "toml").members) == 100
        assert faults_of(hundred + member.format("one more")) == [
            ("members", "there are more than 100 family members", "er zijn meer dan 100 gezinsleden")
        ]

    def test_too_long(self, tmp_path):
        """A file over 1 MiB is refused unread; one of 1 MiB is read."""
        path = tmp_path / "a.toml"
        path.write_text(GOOD.ljust(casefile.MOST_BYTES, "\n"), encoding="utf-8")
        assert casefile.read(path).members[0].id == "amina"

        path.write_text(GOOD.ljust(casefile.MOST_BYTES + 1, "\n"), encoding="utf-8")
        expected = [("", "the file is larger than 1024 KiB", "het bestand is groter dan 1024 KiB")]
        assert expected == file_faults(path)
        assert expected == faults_of(path.read_text(encoding="utf-8"))

    def test_all_at_once_in_the_order_of_the_file(self):
        """Wrong names, wrong values and contradictions come in one go, in the order of the file."""
        text = """
            wrong = 1
            [[members]]
            id = "a"
            relatoin = "spouse"
            entered_on = 1970-01-01
            born_on = 1980-01-01
            [[members]]
            id = "b"
            relation = "sibling"
            born_on = "yesterday"
            entered_on = 1970-01-01
            with_parent = "nobody"
            parent_member = "a"
            [sponsor]
            entered_on = 1985-01-01
            born_on = 1990-01-01
            protection = "refuge"
        """

        assert [path for path, *_ in faults_of(text)] == [
            "wrong",
            "members[0].relation",
            "members[0].relatoin",
            "members[0].entered_on",
            "members[1].born_on",
            "members[1].with_parent",
            "sponsor.entered_on",
            "sponsor.protection",
        ]

    def test_no_fault_follows_from_another(self):
        """Where an id or relation is not known, what refers to it is not called wrong as well."""
        text = """
            [sponsor]
            born_on = 1990-01-01
            [[members]]
            relation = "parent"
            [[members]]
            id = "b"
            relation = "child"
            parentage = "biological"
            born_on = 1980
            with_parent = "mother"
            [[members]]
            id = "c"
            relation = "sposue"
            parentage = "half"
            [[members]]
            id = "d"
            relation = "child"
            parent_member = "c"
        """

        assert [path for path, *_ in faults_of(text)] == ["members[0].id", "members[1].born_on", "members[2].relation"]


class TestFiles:
    def test_missing(self, tmp_path):
        """A file that is not there is bad input."""
        expected = [("", "there is no such file", "dit bestand bestaat niet")]

        assert expected == file_faults(tmp_path / "none.toml")
        assert expected == file_faults("a\0b")

    def test_folder(self, tmp_path):
        """A folder is no file."""
        assert file_faults(tmp_path) == [("", "this is a folder, not a file", "dit is een map, geen bestand")]

    def test_no_permission(self, tmp_path, monkeypatch):
        """A file that may not be read is bad input."""

        def refuse(*_args, **_kwargs):
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "open", refuse)

        assert file_faults(tmp_path / "a.toml") == [
            ("", "there is no permission to read this file", "dit bestand mag niet worden gelezen")
        ]

    def test_name_too_long(self, tmp_path):
        """Any other trouble of the file system is bad input too, with its reason."""
        [(path, en, nl)] = file_faults(tmp_path / ("a" * 5000))

        assert path == ""
        assert en.startswith("the file cannot be read (")
        assert nl.startswith("het bestand kan niet worden gelezen (")

    @pytest.mark.parametrize("raw", [b"title = 'a'\n# \xff", "title = 'a'\n# \u00e9".encode("latin-1")])
    def test_not_utf_8(self, tmp_path, raw):
        """Text in another encoding is refused, with the line."""
        path = tmp_path / "a.toml"
        path.write_bytes(raw)

        assert file_faults(path) == [
            (
                "",
                "line 2 is not UTF-8 text; save the file as UTF-8",
                "regel 2 is geen UTF-8-tekst; sla het bestand op als UTF-8",
            )
        ]

    @pytest.mark.parametrize(
        ("name", "text", "said"),
        [
            ("a.toml", "title 'a'", "not TOML"),
            ("a.toml", '{"title": a}', "not JSON"),
            ("a.json", "title 'a'", "not JSON"),
            ("a.json", '{"title": a}', "not JSON"),
            ("a", "title 'a'", "not TOML"),
            ("a", '{"title": a}', "not JSON"),
        ],
    )
    def test_which_format_a_bad_file_is_not(self, tmp_path, name, text, said):
        """The fault speaks of the format that the file was meant to have."""
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        [(_, en, _)] = file_faults(path)

        assert said in en


class TestWriting:
    def test_plain(self):
        """One fact a line; assumed and simply unknown facts are left out; words for what has no date."""
        case = Case(
            title='Say "hi" \\ there',
            decided_on=date(2026, 11, 25),
            sponsor=Sponsor(residence=None, income_per_month=Decimal("2600.10"), income_until=NEVER, means=True),
            members=[
                FamilyMember(id="é", relation="child", applied_on="not_yet", entered_on=NEVER, sham=None),
                FamilyMember(id="b", relation="sibling", with_parent="none"),
            ],
        )

        assert casefile.dumps(case) == (
            "decided_on = 2026-11-25\n"
            'title = "Say \\"hi\\" \\\\ there"\n'
            "\n"
            "[sponsor]\n"
            'residence = "unknown"\n'
            "means = true\n"
            "income_per_month = 2600.10\n"
            'income_until = "permanent"\n'
            "\n"
            "[[members]]\n"
            'id = "é"\n'
            'relation = "child"\n'
            'sham = "unknown"\n'
            'applied_on = "not_yet"\n'
            'entered_on = "never"\n'
            "\n"
            "[[members]]\n"
            'id = "b"\n'
            'relation = "sibling"\n'
            'with_parent = "none"\n'
        )

    def test_json(self):
        """JSON has the same facts, dates as texts and amounts as numbers."""
        case = Case(
            sponsor=Sponsor(),
            members=[FamilyMember(id="a", relation="child", born_on=date(2020, 1, 2))],
        )

        assert casefile.dumps(case, "json") == (
            "{\n"
            '  "sponsor": {},\n'
            '  "members": [\n'
            "    {\n"
            '      "id": "a",\n'
            '      "relation": "child",\n'
            '      "born_on": "2020-01-02"\n'
            "    }\n"
            "  ]\n"
            "}\n"
        )

    @pytest.mark.parametrize("amount", ["0", "2600.10", "1E+3", "0E-10", "1E-7", "1234.1234567890123456789", "-0.0"])
    @pytest.mark.parametrize("suffix", ["toml", "json"])
    def test_amounts(self, amount, suffix):
        """An amount comes back exactly, however it is written."""
        case = Case(sponsor=Sponsor(income_per_month=Decimal(amount)), members=[FamilyMember(id="a", relation="other")])

        assert case == casefile.loads(casefile.dumps(case, suffix), suffix)

    def test_without_members(self):
        """A draft without members can be written, and is refused when read."""
        draft = casefile.dumps(Case(sponsor=Sponsor()))

        assert draft == "[sponsor]\n"
        assert [path for path, *_ in faults_of(draft)] == ["members"]

    @pytest.mark.parametrize("name", ["a.toml", "a.json", "a"])
    def test_file(self, tmp_path, name):
        """What is written to a file is read from it as an equal case, and nothing else is left behind."""
        case = casefile.loads(GOOD, "toml")
        casefile.write(case, tmp_path / name)
        casefile.write(case, str(tmp_path / name))

        assert case == casefile.read(tmp_path / name)
        assert [name] == [path.name for path in tmp_path.iterdir()]
        assert (tmp_path / name).read_text(encoding="utf-8").startswith("{" if name.endswith("json") else "decided")

    def test_permissions_stay(self, tmp_path):
        """A file that only its owner may read stays so."""
        path = tmp_path / "a.toml"
        path.write_text("old", encoding="utf-8")
        path.chmod(0o600)
        casefile.write(casefile.loads(GOOD, "toml"), path)

        assert stat.S_IMODE(path.stat().st_mode) == 0o600

    def test_link_stays(self, tmp_path):
        """A link is followed, not replaced."""
        path, link = tmp_path / "a.toml", tmp_path / "link.toml"
        path.write_text("old", encoding="utf-8")
        link.symlink_to(path)
        casefile.write(casefile.loads(GOOD, "toml"), link)

        assert link.is_symlink()
        assert casefile.read(path).members[0].id == "amina"

    @pytest.mark.parametrize("step", [(Path, "open"), (files, "encoded"), (Path, "replace")])
    def test_failure_leaves_the_old_file(self, tmp_path, monkeypatch, step):
        """A write that fails half-way leaves the old file whole and no rest beside it."""
        path = tmp_path / "a.toml"
        path.write_text("old", encoding="utf-8")

        def fail(*_, **__):
            raise OSError(28, "No space left on device")

        case = casefile.loads(GOOD, "toml")
        with monkeypatch.context() as broken:
            broken.setattr(*step, fail)
            with pytest.raises(OSError, match="No space left"):
                casefile.write(case, path)
        assert path.read_text(encoding="utf-8") == "old"
        assert [path.name for path in tmp_path.iterdir()] == ["a.toml"]

    def test_no_folder(self, tmp_path):
        """A file cannot be written in a folder that is not there."""
        with pytest.raises(FileNotFoundError):
            casefile.write(casefile.loads(GOOD, "toml"), tmp_path / "none" / "a.toml")


DAYS = (
    1850,
    1990,
    1990.0,
    2200,
    "1990",
    "1990-05",
    "1990-05-04",
    "1990-05-04/1990-06-01",
    ["1990-05-04", "1990-06-01"],
)
NO_DAYS = (
    *(
        0,
        90,
        1990.5,
        1849,
        2201,
        True,
        "",
        "90",
        "19900504",
        "1990-5",
        "1990-13",
        "1990-00",
        "1990-W01",
        "1990-05-04T10:00",
    ),
    *("1990/1991", "1990-05/1990-06", "1990-05-04/", "1990-05-04/1990-06", "1990-05-04 / 1990-06-01", "summer 2014"),
    *([], ["1990-05-04"], ["1990", "1991"], [1990, 1991], ["1990-05-04"] * 3, [["1990-05-04", "1990-06-01"]] * 2),
)
"""What can be written of a day, and what cannot, as far as a schema can tell."""


class TestDaysKnownInPart:
    """A year, a month, two days: how a file has them."""

    @pytest.mark.parametrize(
        ("toml", "json_", "written", "written_json"),
        [
            ("1990", "1990", '"1990"', '"1990"'),
            ('"1990"', '"1990"', '"1990"', '"1990"'),
            ('"1990-05"', '"1990-05"', '"1990-05"', '"1990-05"'),
            ("[1989-01-01, 1990-12-31]", '["1989-01-01", "1990-12-31"]', None, None),
            ('["1989-01-01", 1990-12-31]', '["1989-01-01", "1990-12-31"]', "[1989-01-01, 1990-12-31]", None),
            (
                '"1989-01-01/1990-12-31"',
                '"1989-01-01/1990-12-31"',
                "[1989-01-01, 1990-12-31]",
                '["1989-01-01", "1990-12-31"]',
            ),
            ("[1990-01-01, 1990-12-31]", '["1990-01-01", "1990-12-31"]', '"1990"', '"1990"'),
            ("[1992-03-01, 1992-03-01]", '["1992-03-01", "1992-03-01"]', "1992-03-01", '"1992-03-01"'),
        ],
    )
    def test_written(self, toml, json_, written, written_json):
        """What is read is the same in each form, and is written in one way."""
        case = casefile.loads(GOOD.replace("1992-03-01", toml), "toml")
        data = json.loads(casefile.dumps(casefile.loads(GOOD, "toml"), "json"))
        data["members"][0]["born_on"] = json.loads(json_)
        assert case == casefile.structure(data) == casefile.loads(json.dumps(data), "json")
        assert f"born_on = {written or toml}\n" in casefile.dumps(case)
        assert f'"born_on": {written_json or json_}\n' in casefile.dumps(case, "json")

    def test_the_first_day_that_can_be(self):
        """An end of a range is a day, also where that day has a word of its own."""
        case = casefile.loads(with_sponsor("income_from = [1850-01-01, 2026-01-01]"), "toml")
        assert "income_from = [1850-01-01, 2026-01-01]\n" in casefile.dumps(case)
        assert case == casefile.loads(casefile.dumps(case), "toml")

    @pytest.mark.parametrize(
        ("day", "hint"),
        [
            ("1990-05", 'a month stands between quotation marks, as in "1990-05"'),
            ("1990-13 # born", "a month stands between quotation marks"),
            ("1989-01-01/1990-12-31", "write the first and the last day as in [1989-01-01, 1990-12-31]"),
            ("1990-02-30", "this day does not exist"),
        ],
    )
    def test_no_toml(self, day, hint):
        """What TOML has no form for is told with the form that it has."""
        with pytest.raises(BadCase) as error:
            casefile.loads(GOOD.replace("1992-03-01", day), "toml")
        (fault,) = error.value.faults
        assert fault.text.en.endswith(hint) or hint in fault.text.en
        assert fault.text.en != fault.text.nl

    def test_the_decision_day(self):
        """The decision day is one day, and is told so with its place."""
        text = GOOD.replace("decided_on = 2026-11-25", 'decided_on = "2026"')
        with pytest.raises(
            BadCase, match=r"decided_on: .* is no exact day, and this must be one; write it as 2026-11-25"
        ):
            casefile.loads(text, "toml")


class TestSchema:
    def test_names(self):
        """The schema has every fact, and no other."""
        schema = casefile.schema()
        sponsor, member = (schema["$defs"][name] for name in ("Sponsor", "FamilyMember"))

        assert {*CASE_FACTS, "sponsor", "members"} == {*schema["properties"]}
        assert [*SPONSOR_FACTS, "not_known"] == [*sponsor["properties"]]
        assert [*MEMBER_FACTS, "not_known"] == [*member["properties"]]
        assert schema["required"] == ["sponsor", "members"]
        assert member["required"] == ["id", "relation"]

    def test_a_choice(self):
        """A fact with a closed list has its values, "unknown", its wording in both languages and what is assumed."""
        assert casefile.schema()["$defs"]["Sponsor"]["properties"]["residence"] == {
            "description": "kind of permit. What kind of permit does the sponsor have now? "
            'Left out or null: "asylum" is assumed.\n'
            "verblijfsstatus. Welke verblijfsstatus heeft de hoofdpersoon nu? "
            'Weggelaten of null: "asylum" wordt aangenomen.',
            "anyOf": [{"$ref": "#/$defs/Residence"}, {"const": "unknown"}, {"type": "null"}],
            "x-label": {"en": "kind of permit", "nl": "verblijfsstatus"},
            "x-assumed": "asylum",
        }
        assert casefile.schema()["$defs"]["Residence"]["enum"] == ["asylum", "derived", "regular", "dutch"]

    def test_it_is_a_schema(self):
        """It is a valid schema of 2020-12 and can be written as JSON."""
        jsonschema = pytest.importorskip("jsonschema")
        schema = json.loads(json.dumps(casefile.schema()))

        jsonschema.Draft202012Validator.check_schema(schema)

    @pytest.mark.parametrize(
        ("change", "good"),
        [
            ({}, True),
            ({"title": None}, True),
            ({"decided_on": "unknown"}, True),
            ({"decided_on": "25-11-2026"}, False),
            ({"wrong": 1}, False),
            ({"sponsor": {"residence": "unknown"}}, True),
            ({"sponsor": {"residence": "here"}}, False),
            ({"sponsor": {"income_until": "permanent"}}, True),
            ({"sponsor": {"income_until": "never"}}, False),
            ({"sponsor": {"income_per_month": -1}}, False),
            ({"members": []}, False),
            ({"members": [{"id": "a"}]}, False),
            ({"members": [{"id": "a", "relation": "unknown"}]}, False),
            ({"members": [{"id": "a", "relation": "child", "applied_on": "not_yet"}]}, True),
            ({"members": [{"id": "a", "relation": "child", "sham": "no"}]}, False),
            ({"decided_on": 2026}, False),
            ({"decided_on": "2026"}, False),
            ({"decided_on": ["2026-11-25", "2026-11-26"]}, False),
            *(({"sponsor": {"income_until": day}}, True) for day in DAYS),
            *(({"sponsor": {"income_until": day}}, False) for day in NO_DAYS),
            ({"sponsor": {"income_until": "2030-05"}}, True),
            ({"sponsor": {"income_until": "2030-05", "not_known": ["income_until"]}}, True),
            ({"sponsor": {"not_known": "income_until"}}, False),
            ({"sponsor": {"not_known": ["housing"]}}, False),
        ],
    )
    def test_it_says_what_the_reader_says(self, change, good):
        """The schema and the reader agree."""
        jsonschema = pytest.importorskip("jsonschema")
        data = json.loads(casefile.dumps(casefile.loads(GOOD, "toml"), "json")) | change

        assert good is jsonschema.Draft202012Validator(casefile.schema()).is_valid(data)
        try:
            casefile.structure(data)
        except BadCase:
            assert not good
        else:
            assert good


def run(code):
    command = [sys.executable, "-c", code]
    return subprocess.run(command, check=False, capture_output=True, text=True)


class TestImport:
    def test_the_library_does_without(self):
        """Importing the library imports neither cattrs nor this module."""
        code = "import reunify, sys; assert not {'cattrs', 'reunify.casefile'} & {*sys.modules}"

        assert run(code).returncode == 0

    def test_not_installed(self):
        """Without cattrs, the module says what to install."""
        code = "import sys; sys.modules['cattrs'] = None; import reunify.casefile"
        done = run(code)

        assert 'pip install "reunify[cli]"' in done.stderr.splitlines()[-1]
        assert done.stderr.splitlines()[-1].startswith("ImportError: ")


# ---------------------------------------------------------------- properties

DAY = date(2024, 5, 6)
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8).map("x".__add__)
BIRTHS = {Relation.PARENT: date(1940, 1, 1), Relation.CHILD: date(2010, 1, 1)}
KINDS = {
    FactKind.DATE: st.just(DAY) | st.sampled_from([Span.year(2024), Span.month(2024, 5), Span(DAY, date(2024, 5, 7))]),
    FactKind.YES_NO: st.booleans(),
    FactKind.AMOUNT: st.decimals(0, 10_000_000, allow_nan=False, allow_infinity=False),
    FactKind.TEXT: TEXTS,
    FactKind.MEMBER: st.nothing(),
}


@st.composite
def owners(draw, cls, **fixed):
    """Draw a sponsor, member or case: each fact given, said by its word, unknown, or left out."""
    values = {}
    for name, told in facts_of(cls).items():
        values[name] = fixed.pop(name, None) or draw(
            (st.sampled_from(list(told.choices)) if told.choices else KINDS[told.kind])
            | st.sampled_from([None, *told.words, *([ASSUMED] if told.has_assumption else [])])
        )
    return cls(**values, **fixed)


@st.composite
def members(draw, name, relation):
    birth = BIRTHS.get(relation, date(1980, 1, 1))
    known = {"parentage": "step"} if relation is not Relation.SIBLING else {}
    entered = draw(st.sampled_from([DAY, "unknown", "never"]))
    if entered == "never":
        known |= {"asylum_applied_on": "never"}
    known |= {"id": name, "relation": relation, "born_on": birth, "marriage_valid": True, "entered_on": entered}
    member = draw(owners(FamilyMember, **known))
    references = {
        "with_parent": draw(st.sampled_from([None, "none", "mother"])) if name != "mother" else None,
        "parent_member": draw(st.sampled_from([None, "none", "here", "wife"])) if name != "wife" else None,
    }
    return attrs.evolve(member, **written(member), **references)


def written(member):
    return {"applied_on": "not_yet"} if member.applied_on is NOT_FILED else {}


@st.composite
def cases(draw):
    others = draw(st.lists(st.sampled_from(Relation), max_size=2))
    family = [
        draw(members("mother", Relation.PARENT)),
        draw(members("wife", Relation.SPOUSE)),
        *(draw(members(f"other {index}", relation)) for index, relation in enumerate(others)),
    ]
    sponsor = draw(owners(Sponsor, born_on=date(1975, 1, 1)))
    return draw(owners(Case, sponsor=sponsor, members=family, decided_on=date(2026, 11, 25)))


NAMES = st.sampled_from(
    ["sponsor", "members", "id", "relation", "with_parent", "born_on", "title", *SPONSOR_FACTS, *MEMBER_FACTS]
)
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(10**4400, 10**4401)
    | st.floats()
    | st.decimals()
    | st.text(max_size=5)
    | st.sampled_from(["a", "child", "parent", "spouse", "unknown", "none", "never", math.nan, b"", object()])
    | st.sampled_from([date.min, DAY, date.max, datetime(2024, 1, 1, tzinfo=UTC), time(1)])
    | st.sampled_from([1990, "1990-05", "1990-13", "1990-05-04/1990-06-01", "1990/1989", Span.year(1990)])
)
DATA = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES | st.text(max_size=3), inner, max_size=4),
    max_leaves=12,
)
TABLES = st.dictionaries(NAMES | st.text(max_size=3), DATA, max_size=6)
FILES = st.fixed_dictionaries(
    {"sponsor": TABLES | DATA, "members": st.lists(TABLES | DATA, max_size=3) | DATA},
    optional={"title": DATA, "decided_on": DATA, "source": DATA, "other": DATA},
)


def judged(function, *arguments):
    """Call the function: it gives a case, or faults that a terminal can show in both languages."""
    try:
        assert isinstance(function(*arguments), Case)
    except BadCase as bad:
        faults = bad.faults
    else:
        return ()
    assert faults
    assert all(fault.line(lang).encode() for fault in faults for lang in LANGS)
    return faults


class TestAnyInput:
    @settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
    @given(case=families(in_part=None), suffix=st.sampled_from(["toml", "json"]))
    def test_round_trip_of_days_known_in_part(self, case, suffix):
        """Days known in part are read as they were written."""
        again = casefile.loads(casefile.dumps(case, suffix), suffix)
        assert case == again
        assert case.in_part == again.in_part

    @settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
    @given(case=cases(), suffix=st.sampled_from(["toml", "json"]))
    def test_round_trip(self, case, suffix):
        """Reading what was written gives an equal case, with the same facts assumed and unknown."""
        assert case == casefile.loads(casefile.dumps(case, suffix), suffix)

    @settings(deadline=None)
    @given(data=FILES | TABLES | DATA)
    def test_any_data(self, data):
        """Whatever the data are, the answer is a case or a list of faults that can be printed."""
        judged(casefile.structure, data)

    @settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(
        raw=st.binary(max_size=200)
        | st.text(max_size=60).map(lambda text: text.encode(errors="surrogatepass"))
        | st.tuples(st.integers(0, len(GOOD)), st.binary(min_size=1, max_size=3)).map(
            lambda cut: GOOD.encode()[: cut[0]] + cut[1] + GOOD.encode()[cut[0] + 1 :]
        ),
        name=st.sampled_from(["a.toml", "a.json", "a"]),
    )
    def test_any_bytes(self, tmp_path, raw, name):
        """Whatever the bytes are, the answer is a case or a list of faults that can be printed."""
        path = tmp_path / name
        path.write_bytes(raw)
        judged(casefile.read, path)

    @settings(deadline=None)
    @given(data=FILES)
    def test_faults_stand_in_the_file(self, data):
        """Each fault is at a place that the file has, or that lacks something there."""
        places = {"", "sponsor", "members"}
        places |= {path for path, _ in _tables._walk(data)}
        for fault in judged(casefile.structure, data):
            assert fault.path in places or fault.path.endswith((".id", ".relation"))
