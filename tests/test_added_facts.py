"""Facts and relations of a law of one's own are used as those of the library."""

import copy
import json
import pickle
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import attrs
import jsonschema
import pytest
from adding import as_it_was
from families import family
from laws import a_ground, a_law

from reunify import PROPOSED, BadCase, Case, FamilyMember, Relation, Span, Sponsor, assess, casefile, columns, whatif
from reunify.__main__ import main
from reunify.facts import (
    ALL_FACTS,
    FACT_NAMES,
    FactKind,
    View,
    add_member_fact,
    add_relation,
    add_sponsor_fact,
    beside_the_point,
)
from reunify.interview import Interview
from reunify.logic import Curable, condition, differs, equals, from_day, no, yes
from reunify.reform.written import read_back
from reunify.report import data
from reunify.ruleset import Ground
from reunify.sources import VW
from reunify.terms import NEVER, years_after
from reunify.text import Choice, Text

TEXTS = ("label", "naam", "Asked of {name}?", "Gevraagd van {name}?")


@pytest.fixture(autouse=True)
def _as_it_was():
    with as_it_was():
        yield


class Tie(Choice):
    """How close the two are."""

    CLOSE = "close", "close", "hecht"
    LOOSE = "loose", "loose", "los"


@pytest.fixture
def law():
    """Give a law that asks a fact of each kind, of the person and of the sponsor, of a relation of its own."""
    godparent = add_relation("godparent", en="godparent", nl="peetouder")
    raised = add_member_fact(
        "raised_sponsor",
        FactKind.YES_NO,
        *("raised the sponsor", "bracht de hoofdpersoon groot"),
        *("Did {name} raise the sponsor?", "Bracht {name} de hoofdpersoon groot?"),
        concerns=[godparent],
    )
    tie = add_member_fact("tie", Tie, "tie", "band", "How close is {name}?", "Hoe hecht is {name}?")
    rent = add_sponsor_fact("rent", FactKind.AMOUNT, "rent", "huur", "What is the rent?", "Wat is de huur?")
    orphaned = add_sponsor_fact(
        "orphaned_on",
        FactKind.DATE,
        *("orphaned on", "wees sinds"),
        *(
            "When was the sponsor orphaned? Say never if not.",
            "Wanneer werd de hoofdpersoon wees? Zeg never als dat niet zo is.",
        ),
        words={"never": NEVER},
    )
    detained = add_sponsor_fact(
        "detained", FactKind.YES_NO, "is detained", "zit vast", "In jail?", "Vast?", assumed=False
    )
    said = {"source": VW["29c.1"], "en": "so it is", "nl": "zo is het"}

    @condition(id="low-rent", **said)
    def low_rent(sponsor_rent):
        return sponsor_rent <= 1000

    @from_day(id="a-year", curable=Curable.BY_TIME, **said)
    def a_year(sponsor_orphaned_on):
        return years_after(sponsor_orphaned_on, 1)

    assert ("raised_sponsor", "sponsor_rent", "sponsor_orphaned_on") == (raised, rent, orphaned)
    return a_law(
        [
            a_ground(
                yes(raised, id="raised", **said),
                equals(tie, Tie.CLOSE, id="close", **said),
                no(detained, id="free", **said),
                low_rent,
                a_year,
                relation=godparent,
            )
        ]
    )


def case(member=None, sponsor=None):
    """Give a family in which all that the law asks is met, or not."""
    told = {"raised_sponsor": True, "tie": "close", **(member or {})}
    of_sponsor = {"rent": 900, "orphaned_on": date(2020, 1, 1), **(sponsor or {})}
    member = FamilyMember(id="a", relation="godparent", **told)
    return Case(sponsor=Sponsor(**of_sponsor), members=[member], decided_on=date(2027, 1, 1))


class TestPython:
    """In Python an added fact is given, asked for, printed, copied and compared as any other."""

    def test_values(self, law):
        """It is what was given; left out it is unknown, or assumed."""
        person = case().members[0]
        assert (True, Tie.CLOSE) == (person.raised_sponsor, person.tie)
        other = FamilyMember(id="b", relation="child")
        assert other.raised_sponsor is None
        assert "FamilyMember(id='a', relation=Relation.GODPARENT, raised_sponsor=True, tie=Tie.CLOSE)" == repr(person)
        assert (Decimal(900), "Sponsor(rent=Decimal('900'))") == (Sponsor(rent=900).rent, repr(Sponsor(rent=900)))

    def test_copies(self, law):
        """A copy is equal, also one with another value, and one from another process."""
        person = case().members[0]
        for same in (copy.deepcopy(person), pickle.loads(pickle.dumps(person)), attrs.evolve(person)):  # noqa: S301 -- our own
            assert (person, hash(person)) == (same, hash(same))
        changed = attrs.evolve(person, raised_sponsor=False)
        assert (False, Tie.CLOSE) == (changed.raised_sponsor, changed.tie)
        assert attrs.evolve(person, raised_sponsor=None, tie=None) == FamilyMember(id="a", relation="godparent")

    def test_wrong(self, law):
        """A wrong value is refused, and a name that nothing has is no fact."""
        with pytest.raises(BadCase, match="raised_sponsor: 3 is not a yes or no"):
            FamilyMember(id="a", relation="child", raised_sponsor=3)
        with pytest.raises(TypeError, match="raised_sponsr"):
            FamilyMember(id="a", relation="child", raised_sponsr=True)
        with pytest.raises(AttributeError, match="no attribute 'raised_sponsr'"):
            _ = case().members[0].raised_sponsr
        with pytest.raises(BadCase, match=r"sponsor.orphaned_on: 2028-01-01 lies after decided_on"):
            case(sponsor={"orphaned_on": date(2028, 1, 1)})

    def test_relation(self, law):
        """An added relation is one as the others."""
        godparent = Relation("godparent")
        assert (godparent, "godparent", "peetouder") == (list(Relation)[-1], str(godparent), godparent.label.nl)
        assert pickle.loads(pickle.dumps(godparent)) is godparent  # noqa: S301 -- our own
        assert godparent in Relation
        assert ("a.raised_sponsor",) == beside_the_point(
            Case(sponsor=Sponsor(), members=[FamilyMember(id="a", relation="child", raised_sponsor=True)])
        )


class TestLaw:
    """Conditions read added facts, and all that follows from them knows them."""

    def test_verdicts(self, law):
        """Met, not met, not known, assumed."""
        met = assess(case(), law)["a"]
        assert ("eligible", ("sponsor.detained",)) == (met.verdict, met.assumed)
        for told in ({"member": {"raised_sponsor": False}}, {"member": {"tie": "loose"}}, {"sponsor": {"rent": 1001}}):
            assert "excluded" == assess(case(**told), law)["a"].verdict
        assert "excluded" == assess(case(sponsor={"detained": True}), law)["a"].verdict
        unknown = assess(case(member={"raised_sponsor": None}, sponsor={"rent": None}), law)["a"]
        assert {"raised_sponsor", "sponsor.rent"} == set(unknown.missing)

    def test_days_in_part(self, law):
        """A day that is known in part counts as unknown only where its days differ."""
        early = assess(case(sponsor={"orphaned_on": Span.year(2020)}), law)["a"]
        late = assess(case(sponsor={"orphaned_on": Span.year(2026)}), law)["a"]
        assert ("eligible", ("sponsor.orphaned_on",)) == (early.verdict, late.missing)

    def test_what_if(self, law):
        """What would change it, and what another value would give."""
        (way,) = whatif.ways(case(sponsor={"orphaned_on": date(2026, 6, 1)}), law, "a")
        assert [("a-year", date(2027, 6, 1))] == [(one.reason.condition, one.day) for one in way.obstacles]
        (changed,) = whatif.explore(case(), {"a.raised_sponsor": False}, law).changes
        assert ("eligible", "excluded") == (changed.old.verdict, changed.new.verdict)
        assert "sponsor.rent" in {question.fact for question in whatif.questions(case(sponsor={"rent": None}), [law])}

    def test_other_laws(self, law):
        """A law of the library has no ground for an added relation, but what is open to anybody is open to it."""
        outcome = assess(case(), PROPOSED)["a"]
        assert {"already-here"} == {ground.id for ground in outcome.grounds}

    def test_columns(self, law):
        """A table of many has its column, and its relation."""
        table = columns.table(
            {
                "family": [0, 1, 2],
                "relation": ["godparent", "godparent", "child"],
                "raised_sponsor": [True, False, True],
                "tie": ["close"] * 3,
                "sponsor.rent": [900] * 3,
                "sponsor.orphaned_on": [date(2020, 1, 1)] * 3,
                "decided_on": [date(2027, 1, 1)] * 3,
            }
        )
        assert ["eligible", "excluded", "excluded"] == list(columns.assess_table(table, law).verdict)

    def test_names(self, law):
        """Every list of facts has them."""
        assert {"raised_sponsor", "sponsor.rent"} <= set(ALL_FACTS)
        assert {"raised_sponsor", "sponsor_rent", "with_parent_raised_sponsor"} <= set(FACT_NAMES)
        view = View(case(), case().members[0])
        assert "sponsor.rent" == view.qualified("sponsor_rent")
        assert read_back("raised_sponsor", "yes") is True


class TestFiles:
    """Case files, tables, schema, interview and reports."""

    @pytest.mark.parametrize("form", ["toml", "json"])
    def test_written_and_read(self, law, form):
        """What is written is read as the same."""
        assert casefile.loads(casefile.dumps(case(), form), form) == case()

    def test_faults(self, law):
        """Every fault at once, with its place and a hint."""
        text = casefile.dumps(case()).replace(
            "raised_sponsor = true", "raised_sponsor = 3\nrent = 4\nraised_sponso = true"
        )
        with pytest.raises(BadCase) as bad:
            casefile.loads(text.replace("rent = 900", "rent = true"), "toml")
        assert [
            "sponsor.rent: true is not an amount in euros from 0 to 10000000",
            "members[0].raised_sponsor: 3 is not a yes or no; write true, false or 'unknown'",
            "members[0].rent: there is no fact 'rent' here; it belongs under [sponsor]",
            "members[0].raised_sponso: there is no fact 'raised_sponso' here; did you mean 'raised_sponsor'?",
        ] == [fault.line() for fault in bad.value.faults]

    def test_schema(self, law):
        """The schema of case files has them."""
        schema = casefile.schema()
        jsonschema.validate(json.loads(casefile.dumps(case(), "json")), schema)
        lists, told = schema["$defs"], schema["$defs"]["FamilyMember"]["properties"]
        assert told["raised_sponsor"]["x-label"] == {"en": "raised the sponsor", "nl": "bracht de hoofdpersoon groot"}
        assert "godparent" in lists["Relation"]["enum"]
        tie = told["tie"]["anyOf"][0]["$ref"].rpartition("/")[2]
        assert {"close", "loose"} <= set(lists[tie]["enum"])

    def test_interview(self, law):
        """The interview asks for them, in both languages."""
        for lang, question, answer in (
            ("en", "Did a raise the sponsor?", "yes"),
            ("nl", "Bracht a de hoofdpersoon groot?", "ja"),
        ):
            talk = Interview(case(member={"raised_sponsor": None}), lang, date(2027, 1, 1), (law,))
            asked = talk.question()
            while asked.fact != "a.raised_sponsor":
                assert talk.answer("no more" if asked.fact == "id" else "?") is None
                asked = talk.question()
            assert question == asked.text
            talk.answer(answer)
            assert talk.case.members[0].raised_sponsor is True

    def test_screen_and_report(self, law, tmp_path, capsys):
        """A table of families has their columns; a report says them by their labels."""
        table = tmp_path / "t.csv"
        table.write_text(
            "family,id,relation,raised_sponsor,sponsor.rent,decided_on\n1,a,godparent,false,900,2027-01-01\n",
            encoding="utf-8",
        )
        assert 0 == main(["screen", str(table)])
        assert ",godparent," in capsys.readouterr().out
        file = tmp_path / "c.toml"
        casefile.write(case(), file)
        assert 0 == main(["assess", str(file), "--lang", "nl", "--full"])
        assert "a (peetouder)" in capsys.readouterr().out
        assert 0 == main(["assess", str(file), "--format", "json"])
        jsonschema.validate(json.loads(capsys.readouterr().out), data.schema())


class TestRefused:
    """What is there cannot be changed, and what is incomplete is not added."""

    @pytest.mark.parametrize(
        ("name", "message"),
        [
            ("born_on", "there is a fact 'born_on' already"),
            ("decided_on", "there is a fact 'decided_on' already"),
            ("kind_of_kin", "there is a fact 'kind_of_kin' already"),
            ("member", "there is a fact 'member' already"),
            ("Raised", "'Raised' cannot be a name here: write small letters"),
            ("raised sponsor", "cannot be a name here"),
            ("class", "cannot be a name here"),
            ("here", "cannot be a name here"),
            ("_x", "cannot be a name here"),
            (3, "cannot be a name here"),
            ("sponsor_x", "'sponsor_' before a name says whose fact it is"),
            ("with_parent_x", "'with_parent_' before a name says whose fact it is"),
        ],
    )
    def test_names(self, name, message):
        """A name that something has, or that cannot be one."""
        with pytest.raises(ValueError, match=message):
            add_member_fact(name, FactKind.YES_NO, *TEXTS)

    def test_of_sponsor(self):
        """Of the sponsor too."""
        with pytest.raises(ValueError, match="there is a fact 'means' already"):
            add_sponsor_fact("means", FactKind.YES_NO, *TEXTS)

    def test_again(self):
        """The same fact twice is one; with another meaning it is an error."""
        for _ in range(2):
            assert "x" == add_member_fact("x", FactKind.YES_NO, *TEXTS, assumed=False)
        for kind, texts, more in (
            (FactKind.DATE, TEXTS, {}),
            (FactKind.YES_NO, TEXTS, {}),
            (FactKind.YES_NO, TEXTS, {"assumed": True}),
            (FactKind.YES_NO, ("other", *TEXTS[1:]), {"assumed": False}),
        ):
            with pytest.raises(ValueError, match="'x' was added before with another meaning: label / naam"):
                add_member_fact("x", kind, *texts, **more)
        # The sponsor's own fact of the same name is another fact.
        assert "sponsor_x" == add_sponsor_fact("x", FactKind.DATE, *TEXTS)

    def test_lists_again(self):
        """A list of values that is read a second time is the same, unless its values are others."""
        lists = [Choice("Own", {"A": ("a", "a", label)}) for label in ("x", "x", "y")]
        add_member_fact("x", lists[0], *TEXTS)
        add_member_fact("x", lists[1], *TEXTS)
        with pytest.raises(ValueError, match="another meaning"):
            add_member_fact("x", lists[2], *TEXTS)

    @pytest.mark.parametrize(
        ("change", "message"),
        [
            (
                {"kind": FactKind.MEMBER},
                "'x' is FactKind.DATE, FactKind.YES_NO, FactKind.AMOUNT, FactKind.TEXT or a list",
            ),
            ({"kind": "yes or no"}, "or a list"),
            ({"nl": " "}, "'x' needs its label and its question in English and in Dutch"),
            ({"ask_en": None}, "needs its label and its question"),
            ({"assumed": lambda: True}, "what is assumed of 'x' is a value"),
            ({"assumed": 3}, "x: 3 is not a yes or no"),
            ({"concerns": ["cousin"]}, "'cousin' is not a valid Relation"),
        ],
    )
    def test_declarations(self, change, message):
        """A kind that there is not, a text that is missing, a value that it cannot have."""
        told = dict(zip(("en", "nl", "ask_en", "ask_nl"), TEXTS, strict=True))
        with pytest.raises(ValueError, match=message):
            add_member_fact(**{"name": "x", "kind": FactKind.YES_NO, **told, **change})
        assert "x" not in ALL_FACTS

    def test_relations(self):
        """A relation that is there keeps its labels."""
        assert add_relation("child", en="child", nl="kind") is Relation.CHILD
        with pytest.raises(ValueError, match="there is a relation 'child' already: child / kind"):
            add_relation("child", en="infant", nl="kind")
        for value, message in (("God parent", "cannot be a name"), ("unknown", "cannot be a name")):
            with pytest.raises(ValueError, match=message):
                add_relation(value, en="a", nl="b")
        with pytest.raises(ValueError, match="needs its label"):
            add_relation("godparent", en="a", nl="")

    def test_values_of_conditions(self, law):
        """What a condition compares with is checked for added facts too."""
        with pytest.raises(ValueError, match="'tie' is never 'clsoe'; did you mean 'close'"):
            differs("tie", "clsoe", VW["1"], en="a", nl="b")
        assert 1 == len(
            Ground(id="g", title=Text("a", "b"), source=VW["1"], relations=["godparent"], conditions=()).relations
        )


def test_page():
    """What docs/testers.md shows works as it stands; it is run here, so that what it adds is taken away again."""
    page = (Path(__file__).parents[1] / "docs" / "testers.md").read_text(encoding="utf-8")
    block = page.partition("## A law of one's own")[2].partition("```python\n")[2].partition("```")[0]
    names = {}
    exec(block, names)  # noqa: S102 -- our own page
    assert ("raised_sponsor", True) == (names["raised"], names["oma"].raised_sponsor)


def test_nothing_is_left():
    """What was added above is gone, and a family is what it was."""
    assert "raised_sponsor" not in ALL_FACTS
    assert 9 == len(Relation)
    assert "excluded" == assess(family("sibling", PROPOSED, with_parent="none"), PROPOSED)["person"].verdict


@pytest.mark.slow("draws families in a process of its own, until the new relation was seen")
class TestStrategies:
    """What was added before the strategies were imported is drawn; what came later stays out of their families."""

    CODE = """
from hypothesis import HealthCheck, given, settings
from reunify.facts import FactKind, add_member_fact, add_relation
if {late}:
    from reunify.testing import strategies
texts = ("raised the sponsor", "bracht groot", "Did {{name}}?", "Bracht {{name}}?")
add_member_fact("raised_sponsor", FactKind.YES_NO, *texts)
godparent = add_relation("godparent", en="godparent", nl="peetouder")
from reunify.testing import families

seen = set()

@settings(max_examples=200, database=None, derandomize=True, suppress_health_check=list(HealthCheck), deadline=None)
@given(families())
def draw(case):
    seen.update((member.relation is godparent, member.raised_sponsor) for member in case.members)

draw()
print(sorted(map(str, seen)))
try:
    families(relations="godparent")
except ValueError as error:
    print(error)
"""

    def drawn(self, *, late):
        """Give what a process of its own prints."""
        run = [sys.executable, "-c", self.CODE.format(late=late)]
        done = subprocess.run(run, capture_output=True, text=True, check=False)
        assert "" == done.stderr
        return done.stdout

    def test_before(self):
        """A fact and a relation that were added before are drawn."""
        told = self.drawn(late=False)
        assert "(True, True)" in told
        assert "(False, False)" in told
        assert "imported" not in told

    def test_after(self):
        """Those that were added later are not, and asking for such a relation is an error."""
        told = self.drawn(late=True)
        assert told.startswith("['(False, None)']")
        assert "godparent: add a relation before reunify.testing.strategies is imported" in told
