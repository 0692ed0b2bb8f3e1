"""What a function does with a value that is not settled is followed, or is left open; it is never taken for something else."""

from datetime import date
from decimal import Decimal

import pytest
from odd_conditions import SAID, amount, day, swallowed, swallowed_amount

from reunify import CURRENT, DIRECTIVE, PROPOSED
from reunify.__main__ import main
from reunify.facts import FactKind, Relation
from reunify.facts.kinds import Fact
from reunify.logic import MET, UNMET, condition, equals
from reunify.proof.days import reach
from reunify.proof.prove import answer_for, differs
from reunify.proof.search import families
from reunify.proof.ways import NotFollowedError
from reunify.proof.world import World
from reunify.ruleset import Ground
from reunify.sources import VW
from reunify.terms import end_of_months, end_of_term, years_after
from reunify.testing import prove
from reunify.text import Text


def only(node):
    """Give a law in which this alone is asked of an other relative."""
    ground = Ground(
        id="other",
        title=Text(en="other", nl="ander"),
        source=VW["29c.1"],
        relations={Relation.OTHER},
        conditions=[node.named("tried", VW["29c.1"], en="what is tried", nl="wat wordt geprobeerd")],
        general=(),
    )
    return PROPOSED.amend(id="draft", title="a draft", add=[ground])


def outcome(one, other):
    return answer_for(Relation.OTHER, only(one), only(other), differs).outcome.value


@pytest.mark.parametrize(
    ("function", "constant"),
    [
        (lambda income: income == 2000, UNMET),
        (lambda income: income in (1000, 2000), UNMET),
        (lambda income: income != 0, MET),
        (bool, MET),
        (lambda income: {0: False}.get(income, True), MET),
        (lambda income: [income].count(Decimal(5)) > 0, UNMET),
        (lambda income: income <= 150_000, MET),
        (lambda income: str(income) < "5", UNMET),
        pytest.param(swallowed_amount, UNMET, marks=pytest.mark.slow("tries one family after the other")),
    ],
)
def test_amounts(function, constant):
    """Each of these is met by some incomes and not by others."""
    assert outcome(amount(function), constant) != "equal"


@pytest.mark.slow("proves over all days")
@pytest.mark.parametrize(
    "function",
    [
        lambda born_on: str(born_on) < "2000",
        lambda born_on: f"{born_on}" < "2000",
        lambda born_on: type(born_on) is date and born_on < date(2000, 1, 1),
        lambda born_on: hash(born_on) % 2 == 0,
        lambda born_on: born_on in {date(2000, 1, 1), date(2001, 1, 1)},
        lambda born_on: any(type(one) is date and one < date(2000, 1, 1) for one in [born_on]),
        swallowed,
    ],
)
def test_days(function):
    """Each of these is met on some days and not on others."""
    assert outcome(day(function), UNMET) != "equal"


def test_one_amount_and_another():
    """A condition in one word on an amount."""
    words = {"en": "the income is this", "nl": "het inkomen is dit"}
    one, other = (equals("sponsor_income_per_month", Decimal(n), VW["29c.1"], **words) for n in (1000, 2000))
    assert "differs" == outcome(one, other)


def test_a_term_before_a_day():
    """Three months before a day is a term too; and what the solver knows never contradicts itself."""
    for function in (end_of_months, end_of_term, years_after):
        low, high = reach(function, (-3,))
        assert low <= (function(date(2026, 3, 31), -3) - date(2026, 3, 31)).days <= high
    before = condition(**SAID)(_before)
    assert "differs" == outcome(before, UNMET)
    assert "differs" == outcome(MET, UNMET)


def _before(sponsor_entered_on: date, sponsor_permit_notified_on: date) -> bool:
    return sponsor_entered_on >= end_of_months(sponsor_permit_notified_on, -3)


def test_free_text_is_left_open():
    """Nothing that is done with a text can be followed."""
    about = {"nationality": Fact(kind=FactKind.TEXT, label=Text(en="a", nl="b"), question=Text(en="a?", nl="b?"))}
    world = World({"id": "person", "relation": Relation.OTHER})
    world.person.about = {**world.person.about, **about}
    with pytest.raises(NotFollowedError):
        world.ways(lambda seen: seen.members[0].nationality == "Syria")


@pytest.mark.slow("states three laws for everybody")
def test_all_of_the_laws_is_followed():
    """Of the laws of the library no condition is left open."""
    for relation in Relation:
        for law in (CURRENT, PROPOSED, DIRECTIVE):
            families(relation).sets(law, None)
        assert () == families(relation).conditions.names_of_open


@pytest.mark.parametrize(
    "given",
    [
        lambda case: case.members[0].relation == "child" and case.members[0].relation == "parent",
        lambda case: case.sponsor.income_per_month is not None and case.sponsor.income_per_month > 10_000_001,
    ],
)
def test_nobody_fits(given):
    """Of no family nothing is proven."""
    with pytest.raises(ValueError, match="no family at all"):
        prove(PROPOSED, CURRENT, given=given)


@pytest.mark.slow("proves over all amounts")
def test_what_is_given_of_an_amount():
    """An exact amount is one that some families have."""
    assert "differs" == prove(CURRENT, PROPOSED, given=lambda case: case.sponsor.income_per_month == 2000).outcome


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--given", "relation=child", "--given", "relation=parent"], 2, "no family at all"),
        (["--given", "born_on=2010"], 2, "born_on>=2010-01-01 and born_on<=2010-12-31"),
        (["--given", "born_on>=2010"], 2, "born_on>=2010-01-01"),
        (["--given", "id=p"], 2, "there is no fact 'id'"),
        (["--given", "with_parent=ouder"], 2, "there is no fact 'with_parent'"),
        (["--given", "nonsense"], 2, "is not a fact and a value"),
        (["--given", "relation=grandparent", "--given", "sponsor.means=yes", "--settled"], 1, ""),
    ],
)
def test_command(words, code, said, capsys):
    """What is given wrongly is said in a line; not equal is another code."""
    assert code == main(["prove", "single-status", "two-status", *words])
    assert said in capsys.readouterr().err


def test_a_law_that_fails(tmp_path, monkeypatch, capsys):
    """A condition of a law of one's own that fails for some family is named with its line, in both languages."""
    (tmp_path / "failing.py").write_text(
        "from reunify import DIRECTIVE\nfrom reunify.logic import condition\nfrom reunify.sources import VW\n"
        "@condition(id='failing', source=VW['29c.1'], en='a thing', nl='een ding')\n"
        "def failing(sponsor_housing):\n    return {'own': True}[sponsor_housing]\n"
        "LAW = DIRECTIVE.amend(id='failing-law', title='failing', add=[failing])\n",
        encoding="utf-8",
    )
    monkeypatch.chdir(tmp_path)
    for lang, said in (("en", "a condition fails for some family"), ("nl", "een voorwaarde loopt vast")):
        words = ["prove", "directive", "--law", "failing.py", "--given", "relation=spouse", "--lang", lang]
        assert 2 == main(words)
        told = capsys.readouterr().err
        assert f"failing.py:6: {said}" in told


@pytest.mark.parametrize(("law", "given"), [("two-status", None), (PROPOSED, "relation=child")])
def test_of_another_kind(law, given):
    """A name in the place of a law, or words in the place of a function, is refused in plain words."""
    with pytest.raises(TypeError, match="is a"):
        prove(PROPOSED, law, given=given)
