"""Old names go on working, and say what they are called now. Nothing of the real law was renamed: the names are the tests' own."""

import csv
import importlib
import io
import json
import pickle
import sys
import warnings

import attrs
import jsonschema
import pytest
from laws import a_ground, a_law

from reunify import PROPOSED, RULE_SETS, Case, FamilyMember, Relation, Sponsor, assess, casefile, renamed, screen
from reunify.__main__ import main
from reunify.engine import decisive, meaning, trace
from reunify.engine.nodes import Point
from reunify.faults import BadCase
from reunify.logic import MET, UNMET, condition, from_day, yes
from reunify.moved import FOLDERS
from reunify.renamed import ByName, Renamed, listening, settled, with_old_facts, with_old_names
from reunify.rules import Laws
from reunify.ruleset import Milestone, Note, StandIn
from reunify.sources import VC_NAREIS
from reunify.terms import NEVER
from reunify.testing import assert_only_changes
from reunify.testing.near import near
from reunify.text import Text
from reunify.whatif import changed

FAMILY = {
    "decided_on": "2026-11-25",
    "sponsor": {"protection": "refugee", "means": True},
    "members": [{"id": "amina", "relation": "sibling", "born_on": "1992-03-01"}],
}


def a_condition(id, node=UNMET):  # noqa: A002 -- as in the rules
    """Give a condition with a name."""
    return node.named(id, VC_NAREIS, en=f"the condition {id}", nl=f"de voorwaarde {id}")


def a_note(id, **more):  # noqa: A002 -- as above
    """Give a note."""
    return Note(id=id, text=Text(en=id, nl=id), sources=(VC_NAREIS,), **more)


def own_law(**more):
    """Give a law with a condition, a point, a note and two grounds."""
    point = a_condition("main", MET).or_read(Point("point", VC_NAREIS, en="argued", nl="omstreden"), UNMET)
    home = a_condition("home")
    grounds = [a_ground(home, point, id="kin"), a_ground(home, id="cousin", relation=Relation.OTHER)]
    grounds[1] = attrs.evolve(grounds[1], stand_in=StandIn(ground="kin", when=UNMET))
    notes = (a_note("hint", unmet=("home",), only_with=("home",)),)
    return attrs.evolve(a_law(grounds), notes=notes, **more)


def once(warned, old, new):
    """Say whether there was one warning, and which."""
    return [str(one.message) for one in warned] == [f"'{old}' is called '{new}' now; the old name will stop working"]


class TestMaking:
    """Old names that lead nowhere, round, or hide something are errors where they are made."""

    @pytest.mark.parametrize(
        ("old_names", "said"),
        [
            ({"a": "b", "b": "a"}, "test: the old names go round in a circle: a -> b -> a"),
            ({"a": "a"}, "test: the old names go round in a circle: a -> a"),
            ({"home": "kin"}, "test: 'home' cannot be an old name, as it is the name of something; it would hide that"),
            ({"house": "hom"}, "test: the old name 'house' leads to 'hom', which there is not"),
            ({"a": "b", "b": "c"}, "test: the old name 'a' leads to 'c', which there is not"),
        ],
    )
    def test_errors(self, old_names, said):
        """The law is not made, and the message says why."""
        with pytest.raises(ValueError) as error:  # noqa: PT011 -- the message is compared below
            own_law(renamed=old_names)
        assert str(error.value) == said

    def test_a_chain(self):
        """A name that was given up twice leads to the last."""
        assert settled({"a": "b", "b": "c"}, {"c"}, of="x") == {"a": "c", "b": "c"}

    @pytest.mark.parametrize("name", ["home", "kin", "hint", "point"])
    def test_of_each_kind(self, name):
        """Conditions, grounds, notes and contested points can have old names."""
        law = own_law(renamed={"first": "second", "second": name})
        with pytest.warns(Renamed) as warned:
            assert law.name_now("first") == name
        assert once(warned, "first", name)

    def test_nothing_was_renamed(self):
        """The laws and the facts have no old names; who gives them one takes this test away."""
        assert [law.renamed for law in RULE_SETS.values()] == [{}] * len(RULE_SETS)
        assert renamed.FACTS == RULE_SETS.renamed == {}


class TestLookUp:
    """A thing is found by its old name; who goes through all of them sees the names of now."""

    law = own_law(renamed={"house": "home", "dispute": "point"})

    def test_by_old_name(self):
        """The old name gives the thing, and warns once, at the line that used it."""
        with pytest.warns(FutureWarning) as warned:
            assert self.law.conditions["house"] is self.law.conditions["home"]
        assert once(warned, "house", "home")
        assert warned[0].filename == __file__
        with pytest.warns(Renamed):
            assert self.law.points["dispute"] is self.law.points["point"]

    def test_get(self):
        """As in a dictionary, a name that there is not has a default."""
        with pytest.warns(Renamed):
            assert self.law.conditions.get("house") is self.law.conditions["home"]
        assert self.law.conditions.get("housse", MET) is MET
        assert self.law.conditions.get("housse") is None
        with pytest.raises(KeyError, match="housse"):
            self.law.conditions["housse"]

    def test_names_of_now(self):
        """An old name is in it and not listed, and asking whether it is in it does not warn."""
        assert "house" in self.law.conditions
        assert "house" not in list(self.law.conditions)
        assert "housse" not in self.law.conditions

    def test_pickled(self):
        """It survives being sent to another process, old names and all."""
        again = pickle.loads(pickle.dumps(ByName({"a": 1}, {"b": "a"})))  # noqa: S301 -- its own
        with pytest.warns(Renamed):
            assert again["b"] == 1

    def test_what_is_only_said_once(self):
        """A warning can be kept for who tells it elsewhere, and sent there."""
        with listening() as kept:
            assert self.law.name_now("house") == self.law.name_now("house") == "home"
        (warning,) = kept.values()
        assert pickle.loads(pickle.dumps(warning)).text == warning.text  # noqa: S301 -- its own
        assert warning.text.nl == "'house' heet nu 'home'; de oude naam werkt straks niet meer"


class TestAmend:
    """An amendment can be written with old names, and can give names up."""

    law = own_law(renamed={"house": "home", "family": "kin"})

    @pytest.mark.parametrize(
        ("change", "old", "new"),
        [
            ({"drop": ["house"]}, "house", "home"),
            ({"replace": {"house": a_condition("home", MET)}}, "house", "home"),
            ({"drop": ["kin.house"]}, "house", "home"),
            ({"drop": ["family.home"]}, "family", "kin"),
            ({"add": [a_note("more", unmet=("house",))]}, "house", "home"),
            (
                {"add": [attrs.evolve(a_ground(MET, id="x"), stand_in=StandIn(ground="family", when=MET))]},
                "family",
                "kin",
            ),
        ],
    )
    def test_by_old_name(self, change, old, new):
        """What is dropped, replaced or named by something new can be written by its old name."""
        with pytest.warns(Renamed) as warned:
            by_old = self.law.amend(id="x", title="x", **change)
        assert once(warned, old, new)
        assert {*by_old.old_names.values()} <= by_old.names

    def test_what_goes_takes_its_old_names_with_it(self):
        """The old name of what is dropped is no name any more."""
        new = self.law.amend(id="x", title="x", drop=["home"])
        assert new.renamed == {"family": "kin"}
        with pytest.raises(ValueError, match="x has no 'house'"):
            new.amend(id="y", title="y", drop=["house"])

    def test_a_reform_that_renames(self):
        """A name that is given up becomes the old one of the new, wherever the law says it."""
        new = self.law.amend(
            id="x", title="x", renamed={"home": "roof", "kin": "siblings", "hint": "tip", "point": "p"}
        )
        assert new.names == {"roof", "siblings", "cousin", "tip", "p", "main"}
        assert new.old_names == {
            "home": "roof",
            "kin": "siblings",
            "hint": "tip",
            "point": "p",
            "house": "roof",
            "family": "siblings",
        }
        assert (new.notes[0].unmet, new.notes[0].only_with) == (("roof",), ("roof",))
        assert new.grounds[1].stand_in.ground == "siblings"
        assert assess(a_case(), new)["amina"].reasons[0].condition == "roof"

    def test_and_replaces(self):
        """What a name stands for can change along with it; under either name, and without a warning."""
        roof = a_condition("roof", MET)
        for name in ("home", "roof"):
            new = self.law.amend(id="x", title="x", replace={name: roof}, renamed={"home": "roof"})
            assert new.conditions["roof"] is roof
            assert new.notes[0].unmet == ("roof",)
        new = self.law.amend(
            id="x", title="x", renamed={"home": "roof"}, add=[a_note("more", unmet=("home",))], drop=["kin.home"]
        )
        assert new.notes[-1].unmet == ("roof",)
        assert [node.id for node in new.grounds[0].conditions] == [None]

    def test_back_again(self):
        """A reform can take an old name back."""
        there = self.law.amend(id="x", title="x", renamed={"home": "roof"})
        back = there.amend(id="y", title="y", renamed={"roof": "home"})
        assert back.old_names == {"roof": "home", "house": "home", "family": "kin"}

    def test_an_old_name_only(self):
        """A law can be given an old name for what it has, as an amendment too."""
        new = self.law.amend(id="x", title="x", renamed={"dwelling": "home"})
        assert new.renamed == {"house": "home", "family": "kin", "dwelling": "home"}

    def test_a_node_that_stands_in_several_places(self):
        """It stays one node, also what others are worked out from."""
        draft = PROPOSED.amend(id="x", title="x", renamed={"two-year-wait": "wait"})
        assert len(draft.leaves) == len(PROPOSED.leaves)
        with pytest.raises(ValueError, match="'child-age-after-wait' \\(by wait\\)"):
            draft.amend(id="y", title="y", drop=["wait"])
        assert assess(a_case(), draft) == attrs.evolve(assess(a_case(), draft))

    @pytest.mark.parametrize(
        ("old_names", "said"),
        [
            ({"home": "kin"}, "in the amendment 'x': 'home' cannot be renamed to 'kin', which there is already"),
            (
                {"home": "roof", "kin": "roof"},
                "in the amendment 'x': 'home' cannot be renamed to 'roof', which there is",
            ),
            ({"hom": "roof"}, "test has no 'hom'; did you mean 'home'?"),
            ({"home": "roof", "roof": "home"}, "x: the old names go round in a circle: home -> roof -> home"),
        ],
    )
    def test_errors(self, old_names, said):
        """What cannot be renamed is told."""
        with pytest.raises(ValueError) as error:  # noqa: PT011 -- the message is compared below
            self.law.amend(id="x", title="x", renamed=old_names)
        assert str(error.value).startswith(said)

    def test_new_things_cannot_be_hidden(self):
        """What is added cannot have the old name of something else."""
        with pytest.raises(ValueError, match="'house' cannot be an old name"):
            self.law.amend(id="x", title="x", add=[a_condition("house")])


@pytest.mark.slow("searches the boundary families of three laws of its own")
class TestAssertions:
    """What may change can be said by an old name, of the new law or of the old."""

    def test_both_ways(self):
        """A reform that renames and changes a condition is held to it under each of its names."""
        old = own_law(renamed={"house": "home"})
        new = old.amend(id="b", title="b", drop=["home"])
        with pytest.warns(Renamed) as warned:
            assert_only_changes(old, new, allowed=["house"])
        assert once(warned, "house", "home")
        new = old.amend(id="c", title="c", replace={"home": a_condition("roof", MET)}, renamed={"home": "roof"})
        for allowed in ("home", "roof"):
            assert_only_changes(old, new, allowed=[allowed])
        with pytest.raises(AssertionError, match="changes that are not allowed"):
            assert_only_changes(old, new, allowed=["main"])


class TestNear:
    """What families are drawn near to can be said by an old name."""

    def test_by_old_name(self, monkeypatch):
        """The families are those of the condition of now."""
        with_old_laws(monkeypatch, attrs.evolve(PROPOSED, renamed={"roof": "housing"}))
        laws = tuple(RULE_SETS.values())
        with pytest.warns(Renamed) as warned:
            assert near(frozenset({"roof"}), laws) == near(frozenset({"housing"}), laws)
        assert once(warned, "roof", "housing")


class TestCommand:
    """The command says it on standard error, once, in the user's language, and goes on."""

    @pytest.fixture(autouse=True)
    def old_names(self, monkeypatch):
        """Two laws with old names, and a ground with one."""
        renamed = {"one-status": "single-status", "asylum-2026": "two-status"}
        with_old_laws(monkeypatch, attrs.evolve(PROPOSED, renamed={"married": "spouse"}), renamed)

    @pytest.fixture
    def file(self, tmp_path):
        """A case file."""
        (tmp_path / "case.json").write_text(json.dumps(FAMILY))
        return str(tmp_path / "case.json")

    def test_rules(self, file, capsys):
        """Of a law, wherever one is chosen."""
        assert main(["assess", file, "--rules", "asylum-2026", "--format", "json"]) == 0
        told = capsys.readouterr()
        assert json.loads(told.out)["rule_sets"] == ["two-status"]
        assert told.err == "reunify: 'asylum-2026' is called 'two-status' now; the old name will stop working\n"
        words = ["compare", file, "--old", "one-status", "--new", "asylum-2026", "--format", "json", "--lang", "nl"]
        assert main(words) == 0
        told = capsys.readouterr()
        assert json.loads(told.out)["rule_sets"] == ["single-status", "two-status"]
        assert told.err.splitlines() == [
            "reunify: 'one-status' heet nu 'single-status'; de oude naam werkt straks niet meer",
            "reunify: 'asylum-2026' heet nu 'two-status'; de oude naam werkt straks niet meer",
        ]

    def test_explain(self, capsys):
        """Of a ground."""
        assert main(["explain", "two-status", "spouse"]) == 0
        plain = capsys.readouterr()
        assert main(["explain", "two-status", "married"]) == 0
        told = capsys.readouterr()
        assert (told.out, plain.err) == (plain.out, "")
        assert told.err == "reunify: 'married' is called 'spouse' now; the old name will stop working\n"

    def test_another_warning(self, file, capsys, monkeypatch):
        """What else is warned of is left as it is."""
        monkeypatch.setattr(
            casefile, "read", lambda *_, **__: warnings.warn("beware", UserWarning, stacklevel=1) or a_case()
        )
        with pytest.warns(UserWarning, match="beware"):
            main(["assess", file])
        assert capsys.readouterr().err == ""


def with_old_laws(monkeypatch, law, renamed=None):
    """Let the laws of the library have this one in the place of the one with its id, and these old ids."""
    regimes = [law if one.id == law.id else one for one in RULE_SETS.regimes]
    laws = Laws(regimes, [one for one in RULE_SETS.values() if one not in RULE_SETS.regimes], renamed)
    for name in ("regimes", "_by_id"):
        monkeypatch.setitem(vars(RULE_SETS), name, getattr(laws, name))


def a_case():
    """Give the family."""
    return casefile.structure(FAMILY)


def with_old(**tables):
    """Give the family with other names: `sponsor` and `member` say what goes and what comes."""
    sponsor = {**FAMILY["sponsor"], **tables.get("sponsor", {})}
    (member,) = FAMILY["members"]
    return {**FAMILY, "sponsor": sponsor, "members": [{**member, **tables.get("member", {})}]}


OLD_FACTS = {
    "sponsor.income": "sponsor.funds",
    "sponsor.funds": "sponsor.means",
    "birthday": "born_on",
    "judged": "decided_on",
}


class TestFacts:
    """Facts are read by their old names from files and tables, and in Python."""

    @pytest.fixture(autouse=True)
    def old_names(self, monkeypatch):
        """Old names of facts of the case, the sponsor and a member."""
        for old, new in OLD_FACTS.items():
            monkeypatch.setitem(renamed.FACTS, old, new)

    def written(self):
        """Give the family in old words."""
        return {
            "judged": "2026-11-25",
            "sponsor": {"protection": "refugee", "income": True},
            "members": [{"id": "amina", "relation": "sibling", "birthday": "1992-03-01"}],
        }

    def test_case_file(self):
        """Each old name warns, and the case is the same."""
        with pytest.warns(Renamed) as warned:
            case = casefile.structure(self.written())
        assert case == a_case()
        assert [str(one.message).partition(";")[0] for one in warned] == [
            "'judged' is called 'decided_on' now",
            "'sponsor.income' is called 'sponsor.means' now",
            "'birthday' is called 'born_on' now",
        ]

    def test_both_names(self):
        """A fact under both its names is a fault, and told with what else is wrong."""
        data = with_old(sponsor={"income": False}, member={"birthday": "1992-03-01", "born_on": "1992-13-01"})
        with pytest.warns(Renamed), pytest.raises(BadCase) as error:
            casefile.structure(data)
        assert [fault.path for fault in error.value.faults] == [
            "sponsor.income",
            "members[0].birthday",
            "members[0].born_on",
        ]
        assert error.value.faults[0].line("nl") == "sponsor.income: dit is de oude naam van 'means', dat er ook staat"

    def test_what_is_no_table(self):
        """What cannot be read stays a fault with its place."""
        for data in ({**FAMILY, "sponsor": 3}, {**FAMILY, "members": 3}, {**FAMILY, "members": [3]}):
            with pytest.raises(BadCase):
                casefile.structure(data)

    def test_schema(self):
        """The schema has the old names, and says that they are old."""
        schema = casefile.schema()
        jsonschema.validate(self.written(), schema)
        assert schema["properties"]["judged"] == {**schema["properties"]["decided_on"], "deprecated": True}
        assert schema["$defs"]["Sponsor"]["properties"]["income"]["deprecated"]
        assert "income" not in schema["properties"]

    def test_what_if(self):
        """A fact to be changed can be named so."""
        with pytest.warns(Renamed):
            assert changed(a_case(), {"sponsor.income": False}).sponsor.means is False

    def test_a_condition(self):
        """A condition of one's own can read a fact by its old name, also that of another person."""
        said = {"source": VC_NAREIS, "en": "x", "nl": "x"}
        with pytest.warns(Renamed) as warned:
            leaves = [
                yes("sponsor_income", **said),
                condition(**said)(lambda birthday, parent_member_birthday: birthday == parent_member_birthday),
                from_day("judged", **said)(lambda birthday: birthday),
            ]
        assert [leaf.facts for leaf in leaves] == [
            ("sponsor_means",),
            ("born_on", "parent_member_born_on"),
            ("born_on",),
        ]
        assert leaves[2].compared == "decided_on"
        assert warned[0].filename == __file__
        law = a_law([a_ground(leaves[0])])
        assert assess(a_case(), law)["amina"].verdict == "eligible"
        with pytest.raises(NameError, match="reads 'sponsor_incom', which is not a fact"):
            yes("sponsor_incom", **said)

    @pytest.mark.parametrize("suffix", ["csv", "parquet"])
    def test_tables(self, suffix, tmp_path):
        """A column can have an old name; that is said once, for all rows."""
        columns = ["family", "judged", "sponsor.protection", "sponsor.income", "id", "relation", "birthday"]
        rows = [[str(n), "2026-11-25", "refugee", "true", "amina", "sibling", "1992-03-01"] for n in range(3)]
        file = tmp_path / f"many.{suffix}"
        if suffix == "csv":
            with file.open("w", newline="") as stream:
                csv.writer(stream).writerows([columns, *rows])
        else:
            pyarrow = pytest.importorskip("pyarrow")
            table = pyarrow.table({name: [row[n] for row in rows] for n, name in enumerate(columns)})
            pytest.importorskip("pyarrow.parquet").write_table(table, file)
        with pytest.warns(Renamed) as warned:
            cases = [record.read(None)[1] for record in screen.records([file])]
        assert cases == [a_case()] * 3
        assert len(warned) == 3  # a column

    def test_column_twice(self, tmp_path):
        """A column under both its names is there twice."""
        file = tmp_path / "many.csv"
        file.write_text("family,id,relation,sponsor.protection,born_on,birthday\n")
        with pytest.warns(Renamed), pytest.raises(BadCase, match="born_on: this column is there more than once"):
            [record.read(None) for record in screen.records([file])]

    def test_screen(self, tmp_path, capsys):
        """Of many families the command says it once, and the table is the same."""
        file = tmp_path / "many.jsonl"
        outputs = []
        for data in (FAMILY, self.written()):
            file.write_text((json.dumps({**data, "family": "a"}) + "\n") * 2)
            assert main(["screen", str(file), "--lang", "nl"]) == 0
            outputs.append(capsys.readouterr())
        assert outputs[0].out == outputs[1].out
        assert len(list(csv.reader(io.StringIO(outputs[1].out)))) == 3
        assert outputs[0].err == ""
        assert outputs[1].err.splitlines() == [
            "reunify: 'judged' heet nu 'decided_on'; de oude naam werkt straks niet meer",
            "reunify: 'sponsor.income' heet nu 'sponsor.means'; de oude naam werkt straks niet meer",
            "reunify: 'birthday' heet nu 'born_on'; de oude naam werkt straks niet meer",
        ]


@with_old_names({"birthday": "born_on"})
@attrs.frozen
class Person:
    """A class of the tests with a fact that was renamed."""

    name: str
    born_on: object = NEVER


class TestClasses:
    """In Python a class takes and gives a fact by its old name."""

    def test_made_and_asked(self):
        """The keyword and the attribute work, and warn."""
        with pytest.warns(Renamed) as warned:
            person = Person("amina", birthday=1)
        assert once(warned, "birthday", "born_on")
        assert warned[0].filename == __file__
        assert person == Person("amina", born_on=1)
        with pytest.warns(Renamed):
            assert person.birthday == 1

    def test_errors(self):
        """Both names at once, and a name that there is not, are errors as they were."""
        with (
            pytest.warns(Renamed),
            pytest.raises(TypeError, match="'born_on' is given twice: 'birthday' is its old name"),
        ):
            Person("amina", born_on=1, birthday=1)
        with pytest.raises(AttributeError, match="'Person' object has no attribute 'day'"):
            Person("amina").day  # noqa: B018 -- the asking is what is tested
        with pytest.raises(TypeError):
            Person("amina", day=1)

    def test_facts(self, monkeypatch):
        """A class of facts has the old names that are its own."""
        for old, new in OLD_FACTS.items():
            monkeypatch.setitem(renamed.FACTS, old, new)

        @with_old_facts("sponsor.")
        @attrs.frozen
        class Owner:
            means: bool

        with pytest.warns(Renamed) as warned:
            assert Owner(income=True).means
        assert once(warned, "income", "means")
        with pytest.raises(AttributeError):
            Owner(means=True).birthday  # noqa: B018 -- as above
        person = with_old_facts()(attrs.make_class("Other", ["born_on"]))
        with pytest.warns(Renamed):
            assert person(birthday=1).born_on == 1
        assert with_old_facts("sponsor.")(Case) is Case

    def test_nothing_renamed(self):
        """A class without old names is left as it is."""
        assert with_old_names({})(Case) is Case
        assert {"__getattr__"}.isdisjoint({*dir(Case), *dir(Sponsor), *dir(FamilyMember)})


class TestMilestone:
    """A milestone has old names as a note has."""

    def test_by_old_name(self):
        """It can be dropped by its old name."""
        day = PROPOSED.milestones[0].day
        law = attrs.evolve(
            own_law(), milestones=(Milestone(id="day", day=day, text=Text(en="x", nl="x")),), renamed={"date": "day"}
        )
        with pytest.warns(Renamed):
            assert law.amend(id="x", title="x", drop=["date"]).milestones == ()


class TestModules:
    """A module gives what it has by its old name too."""

    def test_by_old_name(self):
        """It is the same thing, and the line that asks for it is warned."""
        with pytest.warns(Renamed) as warned:
            from reunify.engine.meaning import Table  # noqa: PLC0415 -- the asking is what is tested
        assert Table is meaning.LookUp
        assert once(warned, "Table", "LookUp")
        assert warned[0].filename == __file__

    @pytest.mark.parametrize(("old", "new"), [("Standing", "Effect"), ("Effect", "Effect"), ("steps", "steps")])
    def test_in_another_module(self, old, new):
        """So is what has gone to another module, be it by another name."""
        with pytest.warns(Renamed) as warned:
            found = getattr(trace, old)
        assert found is getattr(decisive, new)
        assert once(warned, old, f"reunify.engine.decisive.{new}")

    @pytest.mark.parametrize(("folder", "name"), [(f, name) for f, names in FOLDERS.items() for name in names])
    def test_that_moved(self, folder, name):
        """A module that stands in a folder by now is found by the name that it had, with all that it has."""
        sys.modules.pop(f"reunify.{name}", None)
        with pytest.warns(Renamed) as warned:
            old = importlib.import_module(f"reunify.{name}")
        assert once(warned, f"reunify.{name}", f"reunify.{folder}.{name}")
        new = importlib.import_module(f"reunify.{folder}.{name}")
        assert old is new

    def test_that_never_was(self):
        """And no other."""
        with pytest.raises(ModuleNotFoundError, match=r"No module named 'reunify\.meanings'"):
            importlib.import_module("reunify.meanings")

    def test_no_name(self):
        """A name that it never had is an error as in any module."""
        with pytest.raises(AttributeError, match=r"module 'reunify\.engine\.trace' has no attribute 'Stand'"):
            trace.Stand  # noqa: B018 -- as above
