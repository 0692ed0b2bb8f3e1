"""One call from a family to its report: what it takes, what it refuses, and that its data say what its page says."""

import json
from collections.abc import Mapping
from datetime import date

import attrs
import jsonschema
import pytest
from families import family
from quickly import CASES, of_cases

from reunify import CURRENT, DIRECTIVE, PROPOSED, BadCase, assess, casefile, compare, report
from reunify.__main__ import main
from reunify.faults import FaultCode
from reunify.report import data
from reunify.report.forms import FAMILY_REPORT

D4 = date(2028, 9, 1)  # of `family` under the new law
FACTS = {"sponsor": {}, "members": [{"id": "a", "relation": "spouse"}]}
VALID = jsonschema.Draft202012Validator(data.schema(), format_checker=jsonschema.FormatChecker())


def refused(case=None, **asked):
    """Give the places and codes of what is wrong."""
    with pytest.raises(BadCase) as bad:
        report.make(FACTS if case is None else case, **asked)
    assert [fault.to_data() for fault in bad.value.faults] == bad.value.to_data()
    return [(fault.path, fault.code) for fault in bad.value.faults]


class TestTakes:
    def test_a_case_or_its_facts(self):
        """Both give the same report."""
        case = family("spouse", PROPOSED)
        facts = json.loads(casefile.dumps(case, "json"))
        assert report.make(facts).to_data() == report.make(case).to_data()

    def test_the_day(self):
        """The one that is asked for, or else that of the case, or else today; and it says which."""
        case = family("spouse", PROPOSED)
        bare = attrs.evolve(case, decided_on=None)
        made = [report.make(c, on=on, today=D4) for c, on in ((case, "2028-10-01"), (case, None), (bare, None))]
        assert [m.result.decided_on for m in made] == [date(2028, 10, 1), D4, D4]
        assert [m.result.on_from for m in made] == ["option", "file", "today"]

    @pytest.mark.parametrize("facts", [FACTS, FACTS | {"decided_on": "unknown"}, FACTS | {"decided_on": None}])
    def test_no_day(self, facts):
        """It reads no clock: where nobody says a day, that is a fault, and told beside what else is wrong."""
        assert refused(facts) == [("decided_on", FaultCode.MISSING_FACT)]
        assert refused(attrs.evolve(casefile.structure(FACTS), decided_on=None)) == refused(facts)
        assert refused({**facts, "sponsor": 1}) == [
            ("sponsor", FaultCode.WRONG_TYPE),
            ("decided_on", FaultCode.MISSING_FACT),
        ]
        assert report.make(facts, today=D4).result.decided_on == D4

    def test_the_laws(self):
        """Two by themselves, that in force told first; one where one is named; by id or as they are."""
        case = family("spouse", PROPOSED)
        both = report.make(case)
        assert [law.id for law in both.result.rule_sets] == ["single-status", "two-status"]
        assert [outcome.rule_set for outcome in both.view.persons[0].outcomes] == ["two-status", "single-status"]
        assert report.make(case, old="single-status", new=PROPOSED).to_data() == both.to_data()
        for asked in ({"old": "directive"}, {"new": DIRECTIVE}):
            assert report.make(case, **asked).to_data()["rule_sets"] == ["directive"]

    def test_every_fault_at_once(self):
        """Those of what is asked for too."""
        found = refused(FACTS | {"titel": "x"}, old="single", new=3, lang="fr", on="2026-13-01")
        assert set(found) == {
            ("on", FaultCode.BAD_DATE),
            ("titel", FaultCode.UNKNOWN_FACT),
            ("decided_on", FaultCode.MISSING_FACT),
            ("old", FaultCode.UNKNOWN_LAW),
            ("new", FaultCode.UNKNOWN_LAW),
            ("lang", FaultCode.UNKNOWN_VALUE),
        }
        assert ("on", FaultCode.MISSING_FACT) in refused(on="unknown")

    def test_a_day_that_the_case_cannot_have(self):
        """What lies ahead of the day that is asked for is a fault of the case."""
        case = family("spouse", PROPOSED)
        assert ("members[0].applied_on", FaultCode.IMPOSSIBLE_ORDER) in refused(case, on=date(2026, 7, 20))
        bare = attrs.evolve(case, decided_on=None)
        assert refused(bare, today=date(2026, 7, 20)) == refused(case, on=date(2026, 7, 20))

    @pytest.mark.parametrize("facts", [None, 3, "text", [], [FACTS], {}])
    def test_no_case(self, facts):
        with pytest.raises(BadCase):
            report.make(facts, on=D4)


def texts_in(part):
    """Give every text in a view."""
    if isinstance(part, str):
        yield part
    elif attrs.has(type(part)):
        for field in attrs.fields(type(part)):
            yield from texts_in(getattr(part, field.name))
    elif isinstance(part, tuple):
        for one in part:
            yield from texts_in(one)


def values_in(part):
    """Give every value in data."""
    parts = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
    yield part
    for one in parts:
        yield from values_in(one)


class TestData:
    @pytest.mark.slow("holds whole reports against their schema")
    @pytest.mark.parametrize("path", of_cases())
    @pytest.mark.parametrize("lang", ["en", "nl"])
    def test_say_what_the_page_says(self, path, lang):
        """Each text of the view; and they are as the schema says."""
        made = report.make(casefile.read(path), lang=lang, today=date(2026, 11, 25))
        found = made.to_data()
        VALID.validate(found)
        VALID.validate(found | {"of_a_later_release": 1})
        assert set(texts_in(made.view)) <= {value for value in values_in(found) if isinstance(value, str)}
        assert json.loads(made.to_json()) == found

    def test_for_a_program(self):
        """Labels, what was assumed, what would change it, the floor, the evidence, what a reason misses, the sources."""
        case = family("partner", PROPOSED, sponsor_protection="refugee", family_since=None)
        found = report.make(case, new="two-status").to_data()
        outcome = found["members"][0]["outcomes"]["two-status"]
        assert outcome["headline"] == "not through nareis"
        assert outcome["eu_floor"]["demand"] == "leaves"
        assumed = {one["fact"]: (one["value"], one["said"]) for one in outcome["assumptions"]}
        assert list(assumed) == outcome["assumed"]
        assert assumed["excluded_1f"] == (False, "no")
        named = {*outcome["assumed"], *outcome["missing"], *outcome["unknown"]}
        assert named <= found["facts"].keys()
        assert found["facts"]["sponsor.residence"] == "sponsor: kind of permit"
        reasons = outcome["reasons"] + [reason for ground in outcome["grounds"] for reason in ground["reasons"]]
        assert all(reason["read"] and "version" in reason and reason["sentence"] for reason in reasons)
        spouse = report.make(
            family("spouse", PROPOSED, sponsor_protection="subsidiary", sponsor_housing=None)
        ).to_data()
        outcome = spouse["members"][0]["outcomes"]["two-status"]
        assert {tuple(reason["missing"]) for reason in outcome["reasons"] if reason["holds"] is None} == {
            ("sponsor.housing",)
        }
        (way,) = outcome["ways"]
        assert [(step["condition"], step["cure"]) for step in way["steps"]] == [("housing", "evidence")]
        assert way["is_open"]
        assert outcome["evidence"]
        assert {day["kind"] for day in outcome["milestones"]} <= {"last_day", "birthday", "turn", "authority"}

    def test_schemas_are_named(self):
        """Each has an id with a version, short titles, and its lists and classes under a name."""
        for schema, title in ((data.schema(), "Report"), (casefile.schema(), "CaseFile")):
            assert (schema["title"], schema["$id"].rpartition(":")[2]) == (title, "1")
            assert schema["$comment"].startswith("Version 1.")
            assert {name: part["title"] for name, part in schema["$defs"].items()} == {n: n for n in schema["$defs"]}


@pytest.mark.parametrize(("name", "schema"), [("report", data.schema), ("casefile", casefile.schema)])
def test_the_command_gives_the_schemas(name, schema, capsys):
    assert main(["schema", name]) == 0
    assert json.loads(capsys.readouterr().out) == schema()


@pytest.mark.parametrize("words", [["schema"], ["schema", "reprot", "--lang", "nl"]])
def test_an_unknown_schema(words, capsys):
    assert main(words) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_forms():
    """Each form of the command is one of the report; the calendar begins as one."""
    made = report.make(family("spouse", PROPOSED), lang="nl")
    ways = {"text": made.to_text, "markdown": made.to_markdown, "html": made.to_html}
    assert {name: form(made, False) for name, form in FAMILY_REPORT.items()} == {
        **{name: way() for name, way in ways.items()},
        "json": made.to_json(),
        "sheet": made.to_sheet(),
    }
    assert all(FAMILY_REPORT[name](made, True) == way(full=True) != way() for name, way in ways.items())
    assert made.to_ics().startswith("BEGIN:VCALENDAR\r\n")


class TestMappings:
    def test_assessment(self):
        """A mapping from a name to an outcome; the law can be given by its id."""
        case = casefile.read(CASES[0], decided_on=date(2026, 11, 25))
        found = assess(case, "two-status")
        assert isinstance(found, Mapping)
        names = [member.id for member in case.members]
        assert names == list(found) == list(found.keys()) == [outcome.member for outcome in found.values()]
        assert dict(found) == {outcome.member: outcome for outcome in found.outcomes} == dict(found.items())
        assert names[0] in found
        assert "nobody" not in found
        assert found.get("nobody") is None
        assert found == assess(case, PROPOSED) != assess(case, CURRENT)
        assert hash(found) == hash(assess(case, PROPOSED))

    def test_comparison(self):
        case = casefile.read(CASES[0], decided_on=date(2026, 11, 25))
        found = compare(case, "single-status", "two-status")
        assert found == compare(case)
        assert dict(found) == {change.member: change for change in found.changes}
        assert len(found) == len(case.members)

    def test_no_such_law(self):
        case = family("spouse", PROPOSED)
        for asked in (lambda: assess(case, "two-statu"), lambda: compare(case, new="two-statu")):
            with pytest.raises(BadCase, match="'two-statu' is not known; did you mean 'two-status'"):
                asked()
