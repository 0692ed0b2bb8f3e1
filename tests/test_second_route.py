"""The regular route beside nareis: for whom it is asked, which of the two is first, and where it is said."""

import json
from datetime import date
from pathlib import Path

import pytest
from test_rules_regular import D4, MINOR, PEOPLE, SUBSIDIARY, YOUNG, family

from reunify import CURRENT, PROPOSED, assess, casefile, interview
from reunify.__main__ import main
from reunify.beside import First, application_to_come, second_routes
from reunify.report.second_route import said_of
from reunify.rules.regular import REGULAR

CASES = Path(__file__).parents[1] / "examples" / "cases"


def second(who, sponsor=None, **facts):
    """Give the second route of somebody; None where nareis is open."""
    case = family(who, sponsor, **facts)
    return second_routes(case, assess(case, PROPOSED).outcomes).get("person")


def test_only_for_who_is_not_eligible():
    """Who may come by nareis is not asked about another route."""
    assert second("spouse", applied_on=date(2024, 7, 1)) is None
    assert second("partner").regular.verdict == "eligible"


def test_another_law_of_that_route():
    """The second route can be that of a draft, and what is said of it is what the draft says."""
    cheap = REGULAR.amend(id="cheap", title="cheap", figures={"fee": 99})
    case = family("partner")
    (route,) = second_routes(case, assess(case, PROPOSED).outcomes, cheap).values()
    told = " ".join(str(one) for one in said_of(route, case, "en"))
    assert (cheap, True, False) == (route.law, "99 euros" in told, "254 euros" in told)


def test_a_subsidiary_sponsors_spouse_is_earlier():
    """Vb 3.14 a: open now, where nareis has a wait of two years (art. 29d lid 2 a)."""
    route = second("spouse", SUBSIDIARY)
    assert (route.nareis.eligible_from, route.first) == (date(2028, 2, 2), First.REGULAR)


def test_a_young_sponsors_child_is_later():
    """Vb 3.15: of a sponsor who turns 21 after the two years nareis is first; of an old marriage no 21 is asked."""
    sponsor = {"protection": "subsidiary", "permit_notified_on": date(2024, 12, 1), "born_on": YOUNG}
    route = second("child", sponsor, born_on=date(2023, 1, 1), consent_other_parent="given")
    assert (route.nareis.eligible_from, route.regular.eligible_from) == (date(2026, 12, 2), date(2027, 3, 1))
    assert route.first is First.NAREIS


def test_open_now_is_before_what_still_asks_something():
    """After the two years nareis still asks housing (art. 29d lid 2 c); the regular route does not, and is open now."""
    sponsor = SUBSIDIARY | {"permit_notified_on": date(2024, 9, 1), "housing": "none"}
    route = second("spouse", sponsor)
    assert (route.nareis.verdict, route.nareis.eligible_from, route.first) == ("not_yet", None, First.REGULAR)


def said(who, sponsor=None, lang="en", others=None, **facts):
    """Give all that is said of the second route of somebody."""
    case = family(who, sponsor, others, **facts)
    route = second_routes(case, assess(case, PROPOSED).outcomes)["person"]
    return " ".join(str(one) for one in said_of(route, case, lang))


def test_what_is_said_of_it():
    """A dispute, the order of the routes, a day that is not the only thing, and what is asked of who is too late."""
    assert "Disputed for the regular route: the policy promises" in said("foster", raised_abroad_by_sponsor=False)
    assert "Omstreden voor de reguliere weg" in said("foster", raised_abroad_by_sponsor=False, lang="nl")
    waiting = said("spouse", SUBSIDIARY | {"means": False})
    assert "Nareis not before 2 February 2028; the regular route as soon as what it asks is there" in waiting
    assert ", and not before 1 March 2027" in said("partner", born_on=YOUNG)
    in_time = said("spouse", applied_on=date(2024, 7, 1), married_on=date(2024, 2, 1))
    assert "after the term of nareis may be asked an income" in in_time
    assert "too late" not in in_time
    assert "names only art. 8 ECHR for partners" in said("partner")
    assert "Adoption is another procedure" in said("foster", raised_abroad_by_sponsor=False)


@pytest.mark.parametrize(
    ("residence", "expected"),
    [("asylum", "permit, temporary"), ("dutch", "permit, not temporary"), ("unknown", "to find out")],
)
def test_which_permit_it_is(residence, expected):
    """Vb 3.5 lid 2: temporary beside an asylum permit, not beside a Dutch sponsor; of an unknown stay it is not said."""
    text = said("partner", {"residence": None if residence == "unknown" else residence})
    assert expected.lower() in text.lower()
    assert (", temporary, tied" in text) is (residence == "asylum")


def test_another_reading_is_told_in_the_words_of_this_route():
    """What another reading closes is the regular route, not nareis."""
    text = said("step", others={"mother": PEOPLE["spouse"]})
    assert "In the other reading: not by the regular route" in text
    assert "not through nareis" not in text


@pytest.mark.parametrize(("facts", "given"), [({}, True), ({"sham": True}, False), ({"bond_broken": True}, False)])
def test_a_sham_or_a_broken_tie_is_no_family_life(facts, given):
    """That family life of spouses is a given (art. 8 ECHR) is not said of a sham marriage or of a broken tie."""
    text = said("spouse", public_order=True, **facts)
    assert ("family life is a given" in text) is given


@pytest.mark.parametrize(("born_on", "expected"), [(date(2015, 1, 1), "2015:383"), (date(2005, 1, 1), "Kumari")])
def test_an_adult_grandchild_is_no_minor(born_on, expected):
    """RVS:2015:383 speaks of minor grandchildren; an adult one must show additional elements of dependence."""
    text = said("nephew", relation="grandchild", born_on=born_on, no_acceptable_future=False)
    assert [word for word in ("2015:383", "Kumari") if word in text] == [expected]


@pytest.mark.parametrize(
    ("born_on", "expected"),
    [
        (date(2010, 10, 2), False),  # 16 on the day after the decision
        (date(2010, 10, 1), True),
        (date(2008, 10, 2), True),  # 18 on the day after the decision
        (date(2008, 10, 1), False),
    ],
)
def test_a_child_near_18_is_told_to_apply_before_it(born_on, expected):
    """C-133/19: the day of the application counts, so that the birthday closes what is open now (Vb 3.14 c)."""
    text = said("child", SUBSIDIARY, born_on=born_on, consent_other_parent="given")
    assert ("before the 18th birthday: the day of the application" in text) is expected


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_no_other_law_speaks_of_nareis(lang, tmp_path, capsys):
    """Under the regular route, or the statute of another State, nobody is told that nareis is closed."""
    file = tmp_path / "case.toml"
    casefile.write(family("grandmother"), file)
    words = {REGULAR.id: {"en": "not by the regular route", "nl": "niet via de reguliere weg"}}
    by_statute = {"en": "not by this statute", "nl": "niet volgens deze wet"}
    for law in (REGULAR.id, "sk"):
        assert main(["assess", str(file), "--rules", law, "--full", "--lang", lang]) == 0
        text = " ".join(capsys.readouterr().out.split())
        assert words.get(law, by_statute)[lang] in text
        assert {"en": "not through nareis", "nl": "niet via nareis"}[lang] not in text


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_a_closed_route_is_told_by_what_closes_it(lang):
    """An age that time brings opens nothing to who is under article 1F, and is not said to."""
    young = said("partner", {"born_on": YOUNG}, lang=lang)
    closed = said("partner", {"born_on": YOUNG}, lang=lang, excluded_1f=True)
    day = {"en": "1 March 2027", "nl": "1 maart 2027"}[lang]
    assert (day in young, day in closed) == (True, False)
    assert "1F" in closed


def test_what_is_open_now_is_to_be_done_first(tmp_path, capsys):
    """The application that can be made now stands before what somebody else has to find out."""
    file = tmp_path / "case.toml"
    case = family("partner", others={"nephew": PEOPLE["nephew"]}, relationship_attested=None)
    casefile.write(application_to_come(case), file)
    assert main(["assess", str(file)]) == 0
    text = " ".join(capsys.readouterr().out.split())
    assert (
        0 < text.index("nephew: apply for the regular route") < text.index("person: find out whether the regular route")
    )


def test_neither_day_known():
    """What action cures has no day, and then neither of the two is said to be first."""
    assert second("spouse", SUBSIDIARY | {"means": False}).first is None


def test_the_application_is_still_to_be_made():
    """Another purpose needs its own application (Vb 3.100): a child that has come of age since is none here."""
    child = {"born_on": date(2008, 8, 1), "applied_on": date(2026, 7, 1), "lateness_excusable": False}
    assert assess(family("child", **child), REGULAR)["person"].verdict == "eligible"
    assert second("child", **child, bond_broken=True).regular.verdict == "excluded"
    assert application_to_come(family("child")).members[0].applied_on is not None


CLOSED = [
    ("child", {}, {"born_on": date(2005, 1, 1)}),
    ("spouse", {"lives_with_other_partner": True}, {"other_spouse_chosen": True}),
    ("foster", {}, {"raised_abroad_by_sponsor": False}),
    ("spouse", {}, {"excluded_1f": True}),
    ("grandmother", {}, {}),
    ("brother", MINOR, {"born_on": date(2018, 1, 1)}),
]


@pytest.mark.parametrize(("who", "sponsor", "facts"), CLOSED)
def test_nothing_offers_it_where_it_is_closed(who, sponsor, facts, tmp_path, capsys):
    """An adult child, a second wife, a foster child without kin here, 1F: closed, and no report says otherwise."""
    file = tmp_path / "case.toml"
    casefile.write(family(who, sponsor, **facts), file)
    for form in ("text", "html", "markdown"):
        assert main(["assess", str(file), "--format", form, "--full"]) == 0
        text = " ".join(capsys.readouterr().out.split())
        assert "The regular route is closed" in text
        assert "The regular route is open now" not in text
        assert "apply for the regular route" not in text
    assert main(["assess", str(file), "--format", "json"]) == 0
    (member,) = json.loads(capsys.readouterr().out)["members"]
    assert member["second_route"]["outcome"]["verdict"] == "excluded"


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_every_form_says_it(lang, tmp_path, capsys):
    """Text, page, tables and data have the second route, with its article and its price."""
    file = tmp_path / "case.toml"
    casefile.write(family("partner", SUBSIDIARY), file)
    for form in ("text", "html", "markdown"):
        assert main(["assess", str(file), "--format", form, "--full", "--lang", lang]) == 0
        text = capsys.readouterr().out
        assert "254" in text
        assert "3.14" in text
    assert main(["assess", str(file), "--format", "json", "--lang", lang]) == 0
    (member,) = json.loads(capsys.readouterr().out)["members"]
    assert member["second_route"]["first"] == "regular"


def test_the_day_is_in_the_calendar(tmp_path):
    """The 21st birthday on which the regular route opens is a day of the calendar."""
    pytest.importorskip("icalendar")
    file, calendar = tmp_path / "case.toml", tmp_path / "days.ics"
    casefile.write(family("partner", born_on=YOUNG), file)
    assert main(["calendar", str(file), "-o", str(calendar)]) == 0
    assert "20270301" in calendar.read_text()


def test_no_second_route_beside_a_law_that_is_not_in_force(tmp_path, capsys):
    """It stands beside the law in force; under another law there is none."""
    file = tmp_path / "case.toml"
    casefile.write(family("partner"), file)
    for law, given in ((PROPOSED.id, True), (CURRENT.id, False), (REGULAR.id, False)):
        assert main(["assess", str(file), "--format", "json", "--rules", law]) == 0
        (member,) = json.loads(capsys.readouterr().out)["members"]
        assert (member["second_route"] is not None) is given


@pytest.mark.parametrize("name", sorted(path.stem for path in CASES.glob("*.toml")))
def test_each_example_family_has_a_decided_second_route(name):
    """Each example shows what comes out, or which facts are missing for it."""
    case = casefile.read(CASES / f"{name}.toml")
    for route in second_routes(case, assess(case, PROPOSED).outcomes).values():
        assert route.regular.verdict != "undetermined" or route.regular.missing or route.regular.disputes


class TestInterview:
    """The facts of the regular route are asked only where they can matter, and only if one goes on."""

    def test_only_its_facts_and_only_for_whom(self):
        """Of a partner whose relationship was not told it asks that; of a spouse who may come nothing."""
        talk = interview.Interview(family("partner", relationship_attested=None), laws=(REGULAR,), all_named=True)
        assert talk.question().fact == "person.relationship_attested"
        done = interview.Interview(family("spouse", applied_on=date(2024, 7, 1)), laws=(REGULAR,), all_named=True)
        assert done.question() is None

    @pytest.mark.parametrize(("answers", "asked"), [(["yes", "yes"], True), (["no", "no"], False)])
    def test_it_is_asked_whether_one_wants_to_go_on(self, answers, asked, tmp_path, monkeypatch, capsys):
        """After the last question about nareis, and not before."""
        file = tmp_path / "case.toml"
        casefile.write(family("partner", relationship_attested=None, public_order=False), file)
        given = iter(["", *answers])
        seen = []

        def answer(prompt=""):
            seen.append(prompt)
            return next(given, "stop")

        monkeypatch.setattr("builtins.input", answer)
        assert main(["ask", str(file), "--on", D4.isoformat()]) == 0
        capsys.readouterr()
        assert any("regular route too" in prompt for prompt in seen)
        assert (casefile.read(file).members[0].relationship_attested is True) is asked
