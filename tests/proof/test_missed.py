"""What the search for boundary families misses: found by the solver, or proven not to be there."""

from functools import cache

import pytest
from laws import a_ground, a_law

from reunify import CURRENT, DIRECTIVE
from reunify.__main__ import main
from reunify.facts import Protection, Relation
from reunify.logic import all_of, any_of, yes
from reunify.reform import boundary_set, snapshot
from reunify.reform.boundaries import BoundaryFamily, _BoundarySearch, complete_boundary_set
from reunify.reform.kept import boundary_families
from reunify.reform.missed import missed
from reunify.reform.people import PEOPLE, person
from reunify.reform.places import Looker, PlaceInLaw, Places, chain_to, reading_of, roots_of
from reunify.sources import VC_NAREIS
from reunify.verdicts.family import Family

pytest.importorskip("z3")
WHO = "parent"


@cache
def complete():
    """Give the complete set of one person under the Directive."""
    return complete_boundary_set(DIRECTIVE, [WHO])


def places_of(law, protection):
    """Give every place of a condition that can play a part, as the engine sees the law, without the search."""
    who = person(WHO)
    case = who.family(protection)
    for name, root in roots_of(law, who.relation):
        for path, owner, leaf in Places(Family(case, law), who.fixed).below(root, (), case.members[0]):
            if not who.fixed.issuperset(leaf.reads):
                yield PlaceInLaw(root=name, path=path, owner=owner, node=leaf)


def deciding_in(law, families, *, where_it_stands=False):
    """Give the places that decide in one of some families, in some reading or in the one in which they stand."""
    looker = Looker()
    for family in families:
        at, member = Family(family.case, law), family.case.members[0]
        for name, root in roots_of(law, member.relation):
            for reading in (None, *law.points):
                value = at.run(looker.program(root, member.relation, reading), member, reading).value(root)
                for spot, _, _ in looker.changes(name, value, reading, lambda *_: None):
                    stands_in = reading_of(chain_to(law, family.case, (name, spot.path)))
                    if stands_in == reading or not where_it_stands:
                        yield spot.place(member.id)


@pytest.mark.parametrize("protection", Protection)
def test_each_place_decides_in_a_family_or_is_proven_idle(protection):
    """No place is left of which neither is known; what is proven idle does not decide where it stands."""
    found = complete()
    places = set(places_of(DIRECTIVE, protection))
    families = [one for one in found if one.protection is protection]
    idle = {*found.idle[WHO, protection]}
    assert not found.unshown[WHO, protection]
    assert places & {*deciding_in(DIRECTIVE, families)} | idle == places
    assert not idle & {*deciding_in(DIRECTIVE, families, where_it_stands=True)}


def left_unsettled(law, who):
    """Give the places that decide in none of the families of a person that come with the library, and that could."""
    kept = [one for one in boundary_families(law) if one.person == who.id]
    for protection in Protection:
        search = _BoundarySearch(law, BoundaryFamily(person=who.id, protection=protection), Looker())
        for family in kept:
            if family.protection is protection:
                search.take(dict(family.changes))
        yield from (place for place in search.left() if missed(who).family(law, protection, place) is not None)


@pytest.mark.slow("asks the solver of each place of a whole law that no family shows")
@pytest.mark.parametrize(
    ("law", "who"), [(CURRENT, person("spouse")), *((DIRECTIVE, who) for who in PEOPLE)], ids=lambda one: one.id
)
def test_the_kept_families_show_each_place_that_can_decide(law, who):
    """Of each place that decides in none of the families that come with the library it is proven that it cannot."""
    assert [] == list(left_unsettled(law, who))


def test_it_has_what_the_search_has():
    """The families of the search are in it, and the solver adds some."""
    searched = {one.key for one in boundary_set(DIRECTIVE) if one.person == WHO}
    assert searched < {one.key for one in complete()}


def test_the_search_alone_misses_some():
    """Without the solver there are places of which it is not known whether they can decide."""
    searched = [one for one in boundary_set(DIRECTIVE) if one.person == WHO and one.protection is Protection.REFUGEE]
    places = set(places_of(DIRECTIVE, Protection.REFUGEE))
    assert places - {*deciding_in(DIRECTIVE, searched)} > {*complete().idle[WHO, Protection.REFUGEE]}


def test_what_the_solver_found_is_frozen_and_checked():
    """A snapshot holds the facts of those families too; to check it no solver is asked."""
    frozen = snapshot.take(DIRECTIVE, complete().families)
    assert {one.key for one in snapshot.families_in(frozen)} == {one.key for one in complete()}
    assert snapshot.check(frozen).same


def dependent(**said):
    """Give a condition that asks whether somebody is dependent."""
    return yes("dependent", VC_NAREIS, en="is dependent", nl="is afhankelijk", **said)


def a_narrow_law():
    """Give a law of which one place never decides: it is asked beside the same."""
    home = yes("lived_with_family", VC_NAREIS, id="home", en="lived at home", nl="woonde thuis")
    return a_law([a_ground(all_of(home, any_of(home, dependent(id="dependent"))), relation=Relation.GRANDPARENT)])


def test_a_place_that_never_decides():
    """Who lived at home need not be dependent, and who did not is not helped by it."""
    found = complete_boundary_set(a_narrow_law(), ["grandparent"])
    for protection in Protection:
        assert [place.node.id for place in found.idle["grandparent", protection]] == ["dependent"]
        assert not found.unshown["grandparent", protection]


def test_the_command_freezes_them(tmp_path, capsys):
    """``--complete`` freezes what `complete_boundary_set` gives."""
    file = tmp_path / "narrow.py"
    file.write_text("from test_missed import a_narrow_law\n\nLAW = a_narrow_law()\n", encoding="utf-8")
    assert main(["snapshot", "--law", f"{file}:LAW", "--complete"]) == 0
    assert capsys.readouterr().out == snapshot.take(a_narrow_law(), complete_boundary_set(a_narrow_law()).families)
