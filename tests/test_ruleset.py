"""Rule sets: their period in force, and amendments of them."""

import re
import tomllib
from datetime import date

import attrs
import pytest
from laws import a_ground, a_law

from reunify import CURRENT, PROPOSED, RULE_SETS, assess, casefile, in_force_on
from reunify.engine.nodes import Curable, Leaf
from reunify.facts import Relation
from reunify.logic import MET, UNMET, any_of, equals, from_day, where
from reunify.rules import Laws
from reunify.ruleset import Ground, Milestone, Note, RuleSet
from reunify.sources import VW
from reunify.terms import years_after
from reunify.text import Text

FAMILY = """
decided_on = 2026-11-25
[sponsor]
protection = "subsidiary"
born_on = 1990-05-04
entered_on = 2025-01-10
asylum_applied_on = 2025-01-12
permit_notified_on = 2026-07-01
unaccompanied_minor = false
means = true
housing = "reception"
[[members]]
id = "wife"
relation = "spouse"
born_on = 1992-03-01
married_on = 2012-06-01
marriage_valid = true
durable_relationship = true
applied_on = 2026-09-01
[[members]]
id = "grandmother"
relation = "grandparent"
"""

ON_THE_WAIT = ["two-years", "child-age-after-wait"]
"""A milestone and a contested reading that count from the end of the two years."""


@pytest.fixture
def family():
    """A spouse for whom the wait and the housing are unmet, and a grandmother."""
    return casefile.structure(tomllib.loads(FAMILY))


def unmet(case, rule_set, member="wife"):
    """Give the conditions that are not met for a member."""
    return [reason.condition for reason in assess(case, rule_set)[member].reasons if reason.holds is False]


class TestInForce:
    """The law applies by the decision date (D4)."""

    @pytest.mark.parametrize(
        ("day", "law"),
        [
            (date(1990, 1, 1), CURRENT),
            (date(2026, 6, 11), CURRENT),
            (date(2026, 6, 12), PROPOSED),
            (date(2040, 1, 1), PROPOSED),
        ],
    )
    def test_by_decision_day(self, day, law):
        """Until 11 June 2026 the one, from 12 June 2026 the other (Stb. 2026, 105)."""
        assert law is in_force_on(day)

    def test_ids(self):
        """The names of the rule sets are the closed list."""
        assert list(RULE_SETS) == ["single-status", "two-status", "directive", "regular"]
        assert len(RULE_SETS) == 4

    def test_laws_of_ones_own(self):
        """A draft takes the place of a law from its first day, in laws that are put together anew."""
        draft = attrs.evolve(PROPOSED, id="draft", since=date(2028, 1, 1))
        laws = Laws(regimes=[CURRENT, attrs.evolve(PROPOSED, until=date(2027, 12, 31)), draft])
        assert draft is laws.in_force_on(date(2028, 1, 1)) is laws["draft"]
        assert "two-status" == laws.in_force_on(date(2027, 12, 31)).id
        assert "directive" not in laws

    def test_prints_well(self):
        """A rule set prints as its name."""
        assert repr(PROPOSED) == "<RuleSet two-status>"


class TestDrop:
    """What is dropped counts as met in an all_of and as absent in an any_of."""

    def test_in_every_ground(self, family):
        """A condition is dropped wherever it stands."""
        draft = PROPOSED.amend(id="no-housing", title="no housing", drop=["housing"])
        assert unmet(family, PROPOSED) == ["two-year-wait", "housing"]
        assert unmet(family, draft) == ["two-year-wait"]
        assert "housing" not in draft.conditions

    def test_the_old_law_stays_as_it_is(self, family):
        """The rule set that is amended does not change."""
        PROPOSED.amend(id="no-housing", title="no housing", drop=["housing"])
        assert unmet(family, PROPOSED) == ["two-year-wait", "housing"]

    def test_what_stands_beside_is_kept(self):
        """Of several parts the one named is taken out, and no other (single-status art. 29 lid 2 b, the young adult)."""
        ground = next(ground for ground in CURRENT.grounds if ground.id == "adult-child")
        draft = CURRENT.amend(id="draft", title="draft", drop=["adult-child.young-adult-age"])
        (left,) = (other for other in draft.grounds if other.id == "adult-child")
        before, after = ([n.id for c in of.conditions for n in c.walk() if n.id] for of in (ground, left))
        assert [id_ for id_ in before if id_ != "young-adult-age"] == after

    def test_in_one_ground(self, family):
        """With the ground before it, a condition is dropped in that ground only."""
        draft = PROPOSED.amend(id="draft", title="draft", drop=["minor-child.housing"])
        assert unmet(family, draft) == ["two-year-wait", "housing"]

    def test_alternative(self):
        """An alternative that is dropped no longer helps."""
        draft = CURRENT.amend(id="no-excuse", title="no excuse", drop=["excusable-delay"])
        assert "excusable-delay" not in draft.conditions

    def test_general_condition(self):
        """A condition that all grounds share can be dropped too."""
        draft = PROPOSED.amend(id="draft", title=Text(en="draft", nl="ontwerp"), drop=["public-order"])
        assert "public-order" not in draft.conditions
        assert draft.title == Text(en="draft", nl="ontwerp")

    def test_ground(self):
        """A ground can be dropped by its id."""
        draft = CURRENT.amend(id="no-partner", title="no partner", drop=["partner"])
        assert "partner" not in {ground.id for ground in draft.grounds}

    def test_who(self):
        """Whom a ground is for can be dropped: then it is for all of the relation."""
        draft = CURRENT.amend(id="draft", title="draft", drop=["wholly-dependent"])
        assert next(g.who for g in draft.grounds if g.id == "dependent-sibling") is None

    def test_last_alternative(self):
        """To drop the last alternative is an error."""
        law = CURRENT.amend(
            id="a",
            title="a",
            replace={
                "one-spouse": any_of(
                    PROPOSED.conditions["housing"], id="one-spouse", source=PROPOSED.sources, en="x", nl="y"
                )
            },
        )
        with pytest.raises(ValueError, match="the last alternative of one-spouse cannot be taken out"):
            law.amend(id="b", title="b", drop=["housing"])

    def test_all_that_a_ground_asks(self, family):
        """A ground of which everything is dropped asks nothing, and is met."""
        housing = UNMET.named("housing", PROPOSED.sources, en="x", nl="y")
        law = a_law([a_ground(housing, relation=Relation.SPOUSE)]).amend(id="x", title="x", drop=["housing"])
        assert assess(family, law)["wife"].verdict == "eligible"

    def test_a_branch(self, family):
        """A branch that is dropped asks nothing more."""
        draft = PROPOSED.amend(id="draft", title="draft", drop=["two-year-wait", *ON_THE_WAIT, "means", "housing"])
        assert assess(family, draft)["wife"].verdict == "eligible"


class TestReplaceAndAdd:
    """Other conditions, and more of them."""

    def test_replace(self, family):
        """A condition is replaced by another one."""
        never = UNMET.named("housing", source=PROPOSED.sources, en="never", nl="nooit")
        draft = PROPOSED.amend(id="draft", title="draft", replace={"housing": never})
        assert assess(family, draft)["wife"].verdict == "excluded"

    def test_replace_a_ground(self):
        """A ground is replaced by another one."""
        other = Ground(
            id="spouse",
            title=Text(en="x", nl="y"),
            source=PROPOSED.sources[0],
            relations=[Relation.SPOUSE],
            conditions=[MET],
        )
        draft = PROPOSED.amend(id="draft", title="draft", replace={"spouse": other})
        assert other in draft.grounds

    def test_add_a_condition(self, family):
        """A condition that is added is asked on every ground."""
        extra = UNMET.named("extra", source=PROPOSED.sources, en="extra", nl="extra")
        draft = PROPOSED.amend(id="draft", title="draft", add=[extra])
        assert "extra" in unmet(family, draft)

    def test_add_a_ground(self, family):
        """A ground that is added opens for its relations."""
        kin = Ground(
            id="kin",
            title=Text(en="kin", nl="familie"),
            source=PROPOSED.sources[0],
            relations=[Relation.GRANDPARENT],
            conditions=[MET],
        )
        draft = PROPOSED.amend(id="draft", title="draft", add=[kin])
        assert assess(family, PROPOSED)["grandmother"].ground is None
        assert assess(family, draft)["grandmother"].ground == "kin"


@from_day(
    id="two-year-wait",
    curable=Curable.BY_TIME,
    source=VW["29d.2.a"],
    en="three years have passed since the grant",
    nl="sinds de verlening zijn drie jaar verstreken",
)
def three_years(sponsor_permit_notified_on: date) -> date:
    """Give the end of a longer wait."""
    return years_after(sponsor_permit_notified_on, 3)


class TestWhole:
    """An amendment reaches all of the law, and what cannot stay as it is is told."""

    def test_what_rests_on_a_replaced_day(self):
        """A wait of three years leaves no day and no reading at two: each is named until it is seen to."""
        change = {"id": "longer", "title": "three years", "replace": {"two-year-wait": three_years}}
        for length in range(len(ON_THE_WAIT)):
            with pytest.raises(ValueError) as error:  # noqa: PT011 -- the message is looked at below
                PROPOSED.amend(**change, drop=ON_THE_WAIT[:length])
            assert all(f"'{name}' (by two-year-wait)" in str(error.value) for name in ON_THE_WAIT[length:])
        longer = PROPOSED.amend(**change, drop=ON_THE_WAIT)
        assert "child-age-after-wait" not in longer.points
        assert "two-years" not in {milestone.id for milestone in longer.milestones}

    def test_a_milestone_in_its_place(self, family):
        """The day that a report names is that of the new rule."""
        (old,) = (milestone for milestone in PROPOSED.milestones if milestone.id == "two-years")
        new = attrs.evolve(old, id="three-years", day=three_years, text=Text(en="over", nl="om"))
        replaced = {"two-year-wait": three_years, "two-years": new}
        longer = PROPOSED.amend(id="longer", title="x", replace=replaced, drop=["child-age-after-wait"])
        days = {one.text.en: one.day for one in assess(family, longer)["wife"].milestones}
        assert days["over"] == date(2029, 7, 1)

    def test_who_cannot_fail_it_any_more(self):
        """Where the wait is dropped, so is what is only said to who must wait; of several conditions the rest stays."""
        draft = PROPOSED.amend(id="x", title="x", drop=["two-year-wait", *ON_THE_WAIT])
        notes = {note.id: note for note in draft.notes}
        assert "wait-and-article-8" not in notes
        assert notes["belgian-reference"].unmet == ("means", "housing")

    def test_a_note_on_what_is_asked_no_more(self):
        """A note that says with which conditions it goes, goes with the last of them (means-unattainable, norm-not-known)."""
        ids = {note.id for note in PROPOSED.notes}
        draft = PROPOSED.amend(id="x", title="x", drop=["means"])
        assert {"means-unattainable", "norm-not-known"} <= ids - {note.id for note in draft.notes}
        first, *others = PROPOSED.notes
        law = attrs.evolve(PROPOSED, notes=(attrs.evolve(first, only_with=("means", "housing")), *others))
        draft = law.amend(id="x", title="x", drop=["housing"])
        assert draft.notes[0].only_with == ("means",)

    def test_for_whom_a_note_is(self):
        """A condition that is dropped counts as met for whom a note is, too."""
        draft = PROPOSED.amend(id="x", title="x", drop=["consented-freely"])
        assert not any(n.id == "consented-freely" for note in draft.notes for n in note.when.walk())
        assert any(n.id == "consented-freely" for note in PROPOSED.notes for n in note.when.walk())

    def test_a_replaced_condition_that_a_note_names(self):
        """A note for who fails a condition is told of where another of another name stands in its place."""
        other = MET.named("other", source=VW["29d.2.b"], en="other", nl="anders")
        with pytest.raises(ValueError, match=r"'means-unattainable' \(by means\)") as error:
            PROPOSED.amend(id="x", title="x", replace={"means": other})
        assert "'belgian-reference' (by means), 'income-and-article-8'" in str(error.value)

    def test_a_point_is_settled(self):
        """Of a contested point that is dropped, the main reading stays."""
        draft = PROPOSED.amend(id="x", title="x", drop=["wait-from-decision"])
        assert draft.points.keys() == PROPOSED.points.keys() - {"wait-from-decision"}
        assert draft.conditions.keys() == PROPOSED.conditions.keys()

    def test_which_law_applies(self):
        """The dispute over which law applies can be settled as well."""
        point = PROPOSED.other_law[0].point
        draft = PROPOSED.amend(id="x", title="x", drop=[point])
        assert point not in {law.point for law in draft.other_law}

    @pytest.mark.parametrize(
        "law",
        [
            pytest.param(
                law, id=law.id, marks=() if law.id == "directive" else pytest.mark.slow("makes two hundred laws")
            )
            for law in RULE_SETS.values()
        ],
    )
    def test_every_name(self, law):
        """Whatever is dropped by itself, the new law is whole, or the message says what else to drop."""
        for name in {**law.conditions, **law.points, **{part.id: part for part in (*law.grounds, *law.said)}}:
            drop = [name]
            for _ in range(2):
                try:
                    new = law.amend(id="x", title="x", drop=drop)
                except ValueError as error:
                    drop += re.findall(r"'([^']+)' \(by ", str(error))
                else:
                    assert not any(said.day not in {None, *new.nodes} for said in new.said)
                    break
            else:
                pytest.fail(f"{name}: {drop}")

    def test_a_term(self):
        """Where the term is dropped, or another stands in its place, the milestone at its end is named."""
        for law in (CURRENT, PROPOSED):
            for change in ({"drop": ["in-time"]}, {"replace": {"in-time": three_years.named("in-time", **IN_TIME)}}):
                with pytest.raises(ValueError, match=r"'three-months-bare' \(by in-time\)"):
                    law.amend(id="x", title="x", **change)


IN_TIME = {"source": VW["29c.1"], "en": "in time", "nl": "op tijd"}
WAIT_OVER = Milestone(id="over", day=three_years, text=Text(en="over", nl="om"))


class TestKinds:
    """What replaces something is of its kind, and what is added is new; else nothing is silently left out."""

    @pytest.mark.parametrize(
        ("change", "said"),
        [
            (
                {"replace": {"spouse": three_years}},
                "'spouse' is a ground, and in its place must come one, not <Leaf two",
            ),
            (
                {"replace": {"two-years": PROPOSED.notes[0]}},
                "'two-years' is a milestone, and in its place must come one",
            ),
            ({"replace": {"wait-and-article-8": WAIT_OVER}}, "'wait-and-article-8' is a note, and in its place"),
            ({"replace": {"housing": None}}, "'housing' is a condition, and in its place must come one, not None"),
            ({"replace": {"spouse-adult-day": "other"}}, "'spouse-adult-day' is a condition, and in its place"),
            ({"replace": {"pending-on-change-day": PROPOSED.grounds[0]}}, "'pending-on-change-day' is a condition"),
            (
                {"drop": ["housing"], "add": ["means"]},
                "a condition, ground, note or milestone can be added, not 'means'",
            ),
            ({"add": [PROPOSED.grounds[0]]}, f"'{PROPOSED.grounds[0].id}' exists already; to change it, replace it"),
            (
                {"add": [attrs.evolve(WAIT_OVER, unmet=("housin",))]},
                "'over' names 'housin', which there is not; did you",
            ),
            (
                {"add": [attrs.evolve(WAIT_OVER, only_with=("housin",))]},
                "'over' names 'housin', which there is not; did you",
            ),
            ({"drop": "housing"}, "what is dropped is a list of names: ['housing']"),
        ],
    )
    def test_errors(self, change, said):
        """The message names the thing and what to do."""
        with pytest.raises(ValueError) as error:  # noqa: PT011 -- the message is compared below
            PROPOSED.amend(id="x", title="x", **change)
        assert said in str(error.value)

    def test_who_follows_in_a_circle(self):
        """If everybody came only with a parent who may come, so would a parent; of a branch for others that is not said."""
        parent = next(node for node in PROPOSED.nodes if node.refers_to == "with_parent")
        with pytest.raises(
            ValueError, match="x: whether a person may come \\(parent\\) would follow from itself, by way of"
        ):
            PROPOSED.amend(id="x", title="x", add=[parent.named("p", VW["29c.1"], en="p", nl="p")])
        of_siblings = where(equals("relation", Relation.SIBLING, VW["29c.1"], en="s", nl="s"), parent)
        law = PROPOSED.amend(id="x", title="x", add=[of_siblings.named("p", VW["29c.1"], en="p", nl="p")])
        assert ("with_parent",) == law.asked_of(Relation.SIBLING).follows
        assert () == law.asked_of(Relation.PARENT).follows

    @pytest.mark.parametrize(
        "made",
        [
            lambda: Milestone(id="x", day=PROPOSED.conditions["housing"], text=Text(en="x", nl="x")),
            lambda: Milestone(id="x", day=date(2026, 1, 1), text=Text(en="x", nl="x")),
            lambda: Note(id="x", text=Text(en="x", nl="x"), sources=(), when="x"),
            lambda: attrs.evolve(PROPOSED.grounds[0], conditions=["housing"]),
        ],
    )
    def test_made_of_conditions(self, made):
        """A day is that of one leaf, and whom a thing is for is a condition."""
        with pytest.raises(TypeError):
            made()


class TestNamed:
    """A condition that has a name says what it is and where it comes from."""

    @pytest.mark.parametrize(
        "said", [{"source": (), "en": "a", "nl": "b"}, {"source": PROPOSED.sources, "en": "", "nl": "b"}]
    )
    def test_needs_source_and_text(self, said):
        """Without a source or a text it cannot be made."""
        with pytest.raises(ValueError, match="extra needs a source and a text in both languages"):
            MET.named("extra", **said)


class TestErrors:
    """An amendment that does nothing is an error."""

    @pytest.mark.parametrize(
        ("change", "said"),
        [
            ({"drop": ["housin"]}, "two-status has no 'housin'; did you mean 'housing'?"),
            ({"replace": {"parent.in-tme": MET}}, "two-status has no 'parent.in-tme'; did you mean 'parent.in-time'?"),
            ({}, "the amendment 'x' changes nothing"),
            ({"replace": {"housing": PROPOSED.conditions["housing"]}}, "the amendment 'x' changes nothing"),
        ],
    )
    def test_names_and_effect(self, change, said):
        """A name that does not exist names the nearest one; no effect is told."""
        with pytest.raises(ValueError) as error:  # noqa: PT011 -- the message is compared below
            PROPOSED.amend(id="x", title="x", **change)
        assert str(error.value) == said

    def test_is_a_rule_set(self):
        """An amended law is a rule set like any other."""
        assert isinstance(PROPOSED.amend(id="x", title="x", drop=["housing"]), RuleSet)


def test_leaves_on_which_verdicts_rest():
    """Those of the grounds, and none that only a remark or a day of the procedure asks."""
    assert PROPOSED.leaves < {node for node in PROPOSED.nodes if isinstance(node, Leaf)}
    assert PROPOSED.leaves >= {node for _, whole in PROPOSED.wholes for node in whole.walk() if isinstance(node, Leaf)}


def test_why_a_point_is_contested_names_the_figure_of_the_draft():
    """Another wait is named in the reason too; a point that names no figure that changed stays the same thing."""
    longer = PROPOSED.amend(id="longer", title="a longer wait", figures={"wait": 3})
    assert "three years" in longer.points["wait-from-decision"].why.en
    assert "two years" in PROPOSED.points["wait-from-decision"].why.en
    same = PROPOSED.points["spouse-adult-day"]
    assert same.with_figures({"wait": longer.figures["wait"]}) is same
