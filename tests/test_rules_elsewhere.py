"""What other States give: the dated data with its count, and the statutes of seven States on both sides of each boundary."""

import json
from datetime import date
from pathlib import Path

import pytest
from families import PEOPLE, REFUGEE, STATUSES, SUBSIDIARY, family, holds, notes

from reunify import PROPOSED, assess
from reunify.__main__ import main
from reunify.rules.elsewhere import ELSEWHERE, READ, STATES, count

CASE = Path(__file__).parents[1] / "examples" / "cases" / "subsidiary-income-and-near-adult.toml"
NOW = {"decided_on": date(2026, 11, 27)}
LATE = {"applied_on": date(2026, 11, 2)}


def there(state, who, **facts):
    """Give what comes out in a State."""
    return assess(family(who, PROPOSED, **(NOW | facts)), ELSEWHERE[state])["person"]


def test_count():
    """The claim that most States treat both alike can be counted: about half do (section 1)."""
    assert count() == {"same": 12, "alike_but_worse": 1, "less": 13, "unknown": 1}
    assert len(STATES) == 29


def test_a_cell_is_told_in_words():
    """As the page of all States has it: the value, its mark and its sources."""
    cells = [STATES["fr"].cells[name] for name in ("wait_refugee", "window_months", "uam_siblings")]
    assert [str(cell) for cell in cells] == ["0; 12 for a later spouse T FR1", "-", "unmarried minor T FR1"]


def test_each_cell_has_a_mark_and_a_dated_source():
    """What was found says how it was read, and where and when."""
    for state in STATES.values():
        for name, cell in state.cells.items():
            assert cell.mark in ("T", "To", "S", "I", ""), (state.code, name)
            assert set(cell.sources) <= READ.keys(), (state.code, name)
            assert cell.mark or cell.value in ("-", "unknown", "not_said"), (state.code, name)


SAME = ["bg", "ee", "es", "fr", "sk"]


@pytest.mark.parametrize("state", SAME)
@pytest.mark.parametrize("who", ["spouse", "child"])
def test_both_statuses_the_same(state, who):
    """Five of the seven give a spouse and a minor child the same for both statuses (section 2)."""
    found = {there(state, who, sponsor_protection=status).verdict for status in STATUSES}
    assert found == {"eligible"}


def test_germany_suspends_subsidiary_protection():
    """AufenthG § 104(14): suspended to 23 July 2027; after it a power and no right (§ 36a)."""
    facts = {"sponsor_protection": SUBSIDIARY, "sponsor_means_there": True}
    found = there("de", "spouse", **facts)
    assert (found.verdict, found.eligible_from) == ("not_yet", date(2027, 7, 24))
    assert there("de", "spouse", **facts | {"decided_on": date(2027, 7, 23)}).verdict == "not_yet"
    assert there("de", "spouse", **facts | {"decided_on": date(2027, 7, 24)}).verdict == "undetermined"
    assert there("de", "spouse", sponsor_protection=REFUGEE).verdict == "eligible"


@pytest.mark.parametrize(("day", "expected"), [(date(2026, 10, 1), "eligible"), (date(2026, 10, 2), "undetermined")])
def test_german_window(day, expected):
    """AufenthG § 29(2): in three months it must be waived, later it may."""
    assert there("de", "spouse", applied_on=day).verdict == expected


@pytest.mark.parametrize(
    ("state", "day", "expected"),
    [
        ("bg", date(2027, 1, 1), "eligible"),
        ("bg", date(2027, 1, 2), "undetermined"),
        ("ee", date(2027, 1, 1), "eligible"),
        ("ee", date(2027, 1, 2), "undetermined"),
    ],
)
def test_windows_of_six_months(state, day, expected):
    """ZUB art. 34(1), VRKS § 46: six months from the grant nothing is asked."""
    found = there(state, "spouse", applied_on=day, decided_on=date(2027, 3, 1))
    assert found.verdict == expected
    if state == "bg" and expected == "undetermined":
        assert found.missing == ("sponsor.means_there",)
        assert (
            there("bg", "spouse", applied_on=day, decided_on=date(2027, 3, 1), sponsor_means_there=False).verdict
            == "not_yet"
        )


@pytest.mark.parametrize("state", ["es", "fr", "sk"])
def test_never_any_income(state):
    """Ley 12/2009 art. 41(2), CESEDA L561-4, act 480/2002 § 10: no income, whenever."""
    assert there(state, "spouse", sponsor_means_there=False, **LATE).verdict == "eligible"


def test_sweden():
    """Utlänningslagen 5:3b-3d: refugees in three months are free, subsidiary protection is asked, a minor sponsor never."""
    assert there("se", "spouse").verdict == "eligible"
    assert there("se", "spouse", sponsor_means_there=False, **LATE).verdict == "not_yet"
    found = there("se", "spouse", sponsor_protection=SUBSIDIARY)
    assert (found.verdict, found.missing) == ("undetermined", ("sponsor.means_there",))
    for status in STATUSES:
        assert there("se", "parent", sponsor_protection=status, sponsor_means_there=False).verdict == "eligible"


PARTNER = {
    "bg": "eligible",
    "de": "excluded",
    "ee": "excluded",
    "es": "eligible",
    "fr": "eligible",
    "se": "eligible",
    "sk": "excluded",
}


@pytest.mark.parametrize("state", PARTNER)
def test_unmarried_partner(state):
    """Section 3, first column: named in four of the seven."""
    found = there(state, "partner")
    assert found.verdict == PARTNER[state]
    assert holds(found, "listed") is (PARTNER[state] == "eligible")


ADULT = {
    "bg": "eligible",
    "de": "undetermined",
    "ee": "eligible",
    "es": "undetermined",
    "fr": "excluded",
    "se": "undetermined",
    "sk": "excluded",
}


@pytest.mark.parametrize("state", ADULT)
def test_dependent_adult_child(state):
    """Section 3, second column; a power is left open."""
    facts = {"own_family": False, "sponsor_means_there": True}
    assert there(state, "dependent adult", **facts).verdict == ADULT[state]
    assert there(state, "dependent adult", dependent=False, **facts).verdict == "excluded"


@pytest.mark.parametrize(("born_on", "expected"), [(date(2007, 8, 3), "eligible"), (date(2007, 8, 2), "excluded")])
def test_france_to_19(born_on, expected):
    """CESEDA L561-2 3°: not past the nineteenth birthday, on the application."""
    assert there("fr", "child", born_on=born_on).verdict == expected


@pytest.mark.parametrize("who", ["spouse", "partner"])
@pytest.mark.parametrize(("born_on", "expected"), [(date(2008, 11, 27), "eligible"), (date(2008, 11, 28), "excluded")])
def test_france_asks_18_of_a_spouse_and_partner(who, born_on, expected):
    """CESEDA L561-2 1° and 2°: at least eighteen."""
    assert there("fr", who, **_young(who, born_on)).verdict == expected


def _young(who, born_on):
    tie = {"family_since": date(2024, 6, 1)}
    return tie | {"born_on": born_on} | ({"married_on": date(2024, 6, 1)} if who == "spouse" else {})


@pytest.mark.parametrize("who", ["spouse", "partner"])
@pytest.mark.parametrize(
    ("born_on", "expected"), [(date(2005, 11, 27), "eligible"), (date(2005, 11, 28), "undetermined")]
)
def test_sweden_may_refuse_under_21(who, born_on, expected):
    """Utlänningslagen 5:17 a: the authority may refuse where one of the two is under 21; 5:17 b: one spouse."""
    assert there("se", who, **_young(who, born_on)).verdict == expected
    assert there("se", who, sponsor_lives_with_other_partner=True).verdict == "excluded"


@pytest.mark.parametrize(("consent", "expected"), [("not_needed", "eligible"), ("missing", "excluded")])
def test_sweden_asks_the_other_parent(consent, expected):
    """Utlänningslagen 5:17: a parent with custody must consent; 5:3: prospects of the sponsor are not looked at."""
    found = there("se", "child", consent_other_parent=consent)
    assert found.verdict == expected
    assert "well-founded-prospects" in notes(found)


@pytest.mark.parametrize("who", ["sibling", "grandparent"])
def test_german_hardship(who):
    """AufenthG § 36(2): others may come against exceptional hardship; not a minor child, which has § 32 or § 36a."""
    assert there("de", who, dependent=True).verdict == "undetermined"
    assert there("de", who, dependent=False).verdict == "excluded"
    assert there("de", "child", sponsor_protection=SUBSIDIARY).verdict == "not_yet"


@pytest.mark.parametrize("state", ELSEWHERE)
def test_parents_of_a_minor(state):
    """Section 3: the parents of an unaccompanied minor refugee may come in each of the seven; of an adult they may not, or are left open."""
    assert there(state, "parent").verdict == "eligible"
    assert there(state, "parent", sponsor_born_on=date(2000, 1, 1)).verdict in ("excluded", "undetermined")


def test_siblings_of_a_minor():
    """CESEDA L561-2: with the parents in France; not named in Slovakia and Bulgaria, open in Estonia."""
    expected = {"fr": "eligible", "sk": "excluded", "bg": "excluded", "ee": "undetermined"}
    assert {state: there(state, "sibling").verdict for state in expected} == expected


@pytest.mark.parametrize(("responsible", "expected"), [(True, "undetermined"), (False, "excluded")])
def test_bulgarian_adult_who_is_responsible(responsible, expected):
    """ZUB art. 34(4): where the parents have died or cannot be found, which is left open; of an adult sponsor nobody."""
    sponsor = {"sponsor_born_on": date(2009, 1, 1), "sponsor_unaccompanied_minor": True}
    assert there("bg", "grandparent", responsible_for_minor=responsible, **sponsor).verdict == expected
    assert there("bg", "grandparent", responsible_for_minor=responsible).verdict == "excluded"


def test_slovak_step_child():
    """Act 480/2002 § 10(1)(b): children of the spouse too; § 10(2): who is in Slovakia."""
    facts = {"parent_member": "mother", "family_since": date(2015, 5, 1)}
    found = there("sk", "step child", mother=PEOPLE["spouse"], **facts)
    assert (found.verdict, holds(found, "listed")) == ("eligible", True)
    assert "only-from-within" in notes(found)
    assert there("sk", "step child", **facts | {"parent_member": "none"}).verdict == "excluded"


@pytest.mark.parametrize("status", STATUSES)
def test_slovak_carer(status):
    """Act 480/2002 §§ 10(1)(c) and 13b(1)(c): beside the parents, the one in whose care the minor was placed."""
    sponsor = {"sponsor_born_on": date(2009, 1, 1), "sponsor_unaccompanied_minor": True, "sponsor_protection": status}
    found = there("sk", "grandparent", responsible_for_minor=True, **sponsor)
    assert (found.verdict, "only-from-within" in notes(found)) == ("eligible", True)
    assert there("sk", "grandparent", responsible_for_minor=False, **sponsor).verdict == "excluded"
    assert there("sk", "grandparent", responsible_for_minor=True).verdict == "excluded"


@pytest.mark.parametrize("status", STATUSES)
def test_german_second_wife(status):
    """AufenthG § 30(4), for subsidiary protection by § 36a(4): none beside a spouse with whom the sponsor lives there."""
    assert there("de", "spouse", sponsor_protection=status, sponsor_lives_with_other_partner=True).verdict == "excluded"


def test_german_language():
    """AufenthG § 30(1) nr 2: not asked of a refugee's spouse from before the sponsor came; § 36a(4) does not ask it."""
    later = {"married_on": date(2025, 1, 10)}
    assert there("de", "spouse", **later).verdict == "undetermined"
    assert holds(there("de", "spouse", **later), "language") is None
    assert holds(there("de", "spouse", sponsor_protection=SUBSIDIARY, **later), "language") is True


@pytest.mark.parametrize(
    ("consent", "expected"), [("given", "eligible"), ("not_needed", "eligible"), ("missing", "undetermined")]
)
def test_german_consent_of_the_other_parent(consent, expected):
    """AufenthG § 32(3): with shared custody the other parent agrees; else only against special hardship, § 32(4)."""
    assert there("de", "child", consent_other_parent=consent).verdict == expected


def test_estonian_means_where_the_family_can_live_elsewhere():
    """VRKS § 46(6): within the six months as well it may then be asked."""
    assert there("ee", "spouse", special_ties_third_country=True).verdict == "undetermined"
    assert there("ee", "spouse", special_ties_third_country=True, sponsor_means_there=True).verdict == "eligible"


@pytest.mark.parametrize(("since", "expected"), [(date(2025, 1, 9), "eligible"), (date(2025, 1, 12), "undetermined")])
def test_estonian_family_was_there_before(since, expected):
    """VRKS § 7(5): a family that was there in the country of origin; of a child born later the act does not say it."""
    assert there("ee", "child", born_on=since, family_since=since).verdict == expected


@pytest.mark.parametrize(("married", "expected"), [(False, "eligible"), (True, "excluded")])
def test_estonian_ward_is_unmarried(married, expected):
    """VRKS § 7(2) 3): an unmarried minor in guardianship."""
    facts = {"authority_papers": True, "born_on": date(2011, 1, 1)}
    assert there("ee", "foster child", married=married, **facts).verdict == expected


def test_estonian_ascendants_and_relatives():
    """VRKS § 7(2) 5) and (3) 2): dependent parents and grandparents; another relative of a minor without parents."""
    adult = {"sponsor_born_on": date(2000, 1, 1), "sponsor_means_there": True}
    for who in ("parent", "grandparent"):
        assert there("ee", who, dependent=True, **adult).verdict == "undetermined"
        assert there("ee", who, dependent=False, **adult).verdict == "excluded"
    minor = {"sponsor_born_on": date(2009, 1, 1), "sponsor_unaccompanied_minor": True}
    assert there("ee", "grandparent", dependent=False, **minor).verdict == "undetermined"


@pytest.mark.parametrize("state", ["bg", "sk"])
def test_tie_from_before(state):
    """ZUB art. 34(1), act 480/2002 § 10: a marriage from after the entry does not count."""
    assert there(state, "spouse", married_on=date(2025, 1, 10)).verdict == "excluded"
    assert there("es", "spouse", married_on=date(2025, 1, 10)).verdict == "eligible"
    assert there("fr", "spouse", married_on=date(2025, 6, 1), family_since=date(2025, 6, 1)).verdict == "undetermined"


def test_second_wife_in_bulgaria():
    """ZUB art. 34(3) point 2: not where another spouse is there."""
    assert there("bg", "spouse", sponsor_lives_with_other_partner=True).verdict == "excluded"


@pytest.mark.parametrize("state", ELSEWHERE)
def test_every_verdict_says_what_it_rests_on(state):
    """By the statute alone, and to compare."""
    assert notes(there(state, "grandparent")) == ["by-the-statute-alone"]
    assert there(state, "grandparent").verdict in ("excluded", "undetermined")


def test_silence_on_the_age_day_is_told():
    """A child between the application and the decision is disputed where the statute does not say which day counts."""
    found = there("sk", "child", born_on=date(2008, 9, 1))
    assert [dispute.id for dispute in found.disputes if dispute.changes_verdict] == ["age-day-not-said"]


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_command(capsys, lang):
    """``reunify states`` prints each person by State; ``compare --new de`` puts a statute beside the law."""
    assert main(["states", str(CASE), "--lang", lang]) == 0
    text = capsys.readouterr().out
    assert STATES["sk"].name[lang] in text
    assert main(["states", str(CASE), "--lang", lang, "--format", "html"]) == 0
    assert "<table" in capsys.readouterr().out
    assert main(["states", str(CASE), "--lang", lang, "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["count"]["same"] == 12
    assert all(set(found) == set(ELSEWHERE) for found in told["members"].values())
    assert main(["compare", str(CASE), "--lang", lang, "--new", "de"]) == 0
    assert STATES["de"].name[lang] in capsys.readouterr().out


def test_people_of_the_base_families():
    """Each kind of family member comes out in each State."""
    for who in PEOPLE:
        assert {there(state, who).verdict for state in ELSEWHERE}
