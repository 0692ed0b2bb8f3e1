"""Every text of the law, the facts and the sources: in both languages, with a source that can be opened."""

import re

import pytest

from reunify import CURRENT, DIRECTIVE, PROPOSED
from reunify.engine.nodes import Contested, Leaf
from reunify.facts import (
    CASE_FACTS,
    MEMBER_FACTS,
    SPONSOR_FACTS,
    Consent,
    Custody,
    Housing,
    Parentage,
    Protection,
    Relation,
    Residence,
)
from reunify.sources import Mark, Read

REGIMES = [CURRENT, PROPOSED]
LAWS = [*REGIMES, DIRECTIVE]
NODES = {f"{law.id} {n} {node.id or ''}".strip(): node for law in LAWS for n, node in enumerate(law.nodes)}
TOLD = {name: node for name, node in NODES.items() if node.text is not None}
POINTS = {f"{law.id} {name}": node for law in LAWS for name, node in law.points.items()}
OTHER_LAWS = {f"{law.id} {other.point}": other for law in LAWS for other in law.other_law}
GROUNDS = {f"{law.id} {ground.id}": ground for law in LAWS for ground in law.grounds}
NOTES = {f"{law.id} {note.id}": note for law in LAWS for note in (*law.notes, *law.milestones)}
FACTS = {
    f"{owner} {name}": told
    for owner, facts in (("sponsor", SPONSOR_FACTS), ("member", MEMBER_FACTS), ("case", CASE_FACTS))
    for name, told in facts.items()
}
CHOICES = (Consent, Custody, Housing, Parentage, Protection, Relation, Residence)

# The names of conditions, grounds and rule sets are a contract: never renamed once released.
SHARED_CONDITIONS = """
    own-status family-at-entry real-family-life bond-not-broken genuine-tie in-time excusable-delay not-1f public-order
    one-spouse special-ties listed marriage-valid married-before-entry durable-relationship under-18 not-independent
    consent step-parent-comes not-self-supporting sponsor-uam not-brought-and-left with-parent wholly-dependent
    marriage-recognised
"""
CONDITIONS = {
    "single-status": f"""{SHARED_CONDITIONS} both-adults relationship-before-entry foster-care in-household
        no-own-family young-adult-age more-than-normal-dependency""",
    "two-status": f"""{SHARED_CONDITIONS} spouse-adult same-time dependent-on-parent sibling-under-18 two-year-wait
        means housing unmarried came-along-or-here""",
}


def of_each(things):
    """Make one test a law of what is said of each of many things, named by their law first; a failure names the thing."""
    by_law = {law.id: [name for name in things if name.partition(" ")[0] == law.id] for law in LAWS}

    def once_a_law(test):
        def whole(law_id):
            for name in by_law[law_id]:
                try:
                    test(name)
                except AssertionError as failed:
                    failed.add_note(name)
                    raise

        whole.__name__, whole.__doc__ = test.__name__, test.__doc__
        return pytest.mark.parametrize("law_id", by_law)(whole)

    return once_a_law


def assert_in_both_languages(text, *, sentence=True):
    """Assert that a text is there in both languages, and differs where it is a sentence."""
    assert (text["en"].strip(), text["nl"].strip()) == (text["en"], text["nl"])
    assert text["en"]
    assert text["nl"]
    assert not sentence or text["en"] != text["nl"]


def assert_can_be_opened(source):
    """Assert that a source has a name and an address."""
    assert_in_both_languages(source.cite, sentence=False)
    assert_in_both_languages(source.title)
    assert re.fullmatch(r"https?://[^\s]+\.[^\s]+", source.url)


@of_each(TOLD)
def test_propositions(name):
    """Each condition is a proposition in both languages; of a named one it is the reason in a report."""
    assert_in_both_languages(TOLD[name].text)
    assert not TOLD[name].text.en.endswith(".")
    assert not TOLD[name].text.nl.endswith(".")


@of_each(NODES)
def test_named_nodes_are_told(name):
    """A node with a name has a text and a source; a leaf always has."""
    node = NODES[name]
    assert node.text is not None or (node.id is None and not isinstance(node, Leaf))
    assert node.sources or (node.id is None and not isinstance(node, Leaf | Contested))
    assert isinstance(node.mark, Mark)


@of_each(NODES)
def test_sources_of_conditions(name):
    """Each source of a condition has a name and an address."""
    for source in NODES[name].sources:
        assert_can_be_opened(source)
        assert isinstance(source.read, Read)


@of_each(POINTS)
def test_contested_points(name):
    """Each contested point says why, in both languages, and what makes it contested."""
    assert_in_both_languages(POINTS[name].why)
    assert POINTS[name].sources


@pytest.mark.parametrize("name", OTHER_LAWS)
def test_disputes_over_the_law(name):
    """Each dispute over which law applies says why, and which law the other one is."""
    other = OTHER_LAWS[name]
    assert_in_both_languages(other.why)
    assert CURRENT is other.rule_set
    for source in other.sources:
        assert_can_be_opened(source)


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.id)
def test_one_point_says_one_thing(law):
    """A point that stands in several places of a law says the same everywhere."""
    whys = {(node.point, node.why) for node in law.nodes if isinstance(node, Contested)}
    assert len(whys) == len({point for point, _ in whys})


@pytest.mark.parametrize("name", GROUNDS)
def test_grounds(name):
    """Each ground has a title in both languages, an article, and somebody whom it is for."""
    ground = GROUNDS[name]
    assert_in_both_languages(ground.title)
    assert_can_be_opened(ground.source)
    assert ground.relations <= set(Relation)
    assert ground.relations
    for carried in ground.evidence:
        assert_in_both_languages(carried.text)
        assert_can_be_opened(carried.source)


@of_each(NOTES)
def test_notes_and_days(name):
    """Each note and each day of the procedure is told in both languages, with a source."""
    note = NOTES[name]
    assert_in_both_languages(note.text)
    assert note.sources
    for source in note.sources:
        assert_can_be_opened(source)


@of_each(NOTES)
def test_notes_are_sentences(name):
    """A note is a sentence, or several."""
    text = NOTES[name].text
    assert {text.en[0].isupper(), text.nl[0].isupper()} == {True} or not hasattr(NOTES[name], "about")


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.id)
def test_titles(law):
    """A rule set has a title in both languages and names its sources."""
    assert_in_both_languages(law.title)
    assert f"<RuleSet {law.id}>" == repr(law)
    for source in law.sources:
        assert_can_be_opened(source)


@pytest.mark.parametrize("name", FACTS)
def test_facts(name):
    """Each fact has a label and a question in both languages, which name the person or do not."""
    told = FACTS[name]
    assert_in_both_languages(told.label, sentence=False)
    assert_in_both_languages(told.question)
    assert {"?"} <= {*told.question.en} & {*told.question.nl}
    assert ("{name}" in told.question.en) is ("{name}" in told.question.nl)
    assert told.concerns <= set(Relation)


@pytest.mark.parametrize("choice", [choice for choices in CHOICES for choice in choices], ids=repr)
def test_choices(choice):
    """Each value of a closed list has a label in both languages."""
    assert_in_both_languages(choice.label, sentence=False)


@pytest.mark.parametrize("word", [*Mark, *Read], ids=repr)
def test_labels_of_marks(word):
    """How firm a rule is, and how its source was read, has a word in both languages."""
    assert_in_both_languages(word.label)


# ---------------------------------------------------------------- the closed list of names


@pytest.mark.parametrize("law", REGIMES, ids=lambda law: law.id)
def test_names_of_conditions(law):
    """The released names of conditions are all there."""
    assert set() == set(CONDITIONS[law.id].split()) - set(law.conditions)


def test_names_of_rule_sets_and_grounds():
    """The released names of rule sets and grounds, in the order of the law."""
    assert ["single-status", "two-status", "directive"] == [law.id for law in LAWS]
    assert ["spouse", "minor-child", "partner", "adult-child", "parent", "dependent-sibling"] == [
        ground.id for ground in CURRENT.grounds
    ]
    assert ["spouse", "minor-child", "parent", "sibling", "dependent-sibling", "already-here"] == [
        ground.id for ground in PROPOSED.grounds
    ]


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.id)
def test_form_of_names(law):
    """Names are lower case with hyphens."""
    names = [*law.conditions, *law.points, *(note.id for note in (*law.notes, *law.milestones))]
    assert [] == [name for name in names if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)]


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.id)
def test_notes_have_names_of_their_own(law):
    """No two notes, and no two days, of one law have the same name."""
    for told in (law.notes, law.milestones):
        assert len(told) == len({item.id for item in told})


# ---------------------------------------------------------------- the three texts of a condition

ASKED = {
    f"{law.id} {node.id or ''} {node.text.en}": node
    for law in LAWS
    for root in (*(whole for _, whole in law.wholes), law.unlisted)
    for node in root.walk()
    if node.text is not None
}


@of_each(ASKED)
def test_three_texts(name):
    """What a law asks is told in three ways: met and not met as sentences, not known as a question."""
    told = ASKED[name].told
    for text in (told.met, told.unmet, told.ask):
        assert_in_both_languages(text)
        assert {text.en[0].isupper(), text.nl[0].isupper()} == {True}
        assert not re.search(r"\{(?!day\})", text.en + text.nl)
        assert ("{day}" in text.en) is ("{day}" in text.nl)
    assert {told.met.en[-1], told.met.nl[-1], told.unmet.en[-1], told.unmet.nl[-1]} == {"."}
    assert "?" in told.ask.en
    assert "?" in told.ask.nl
    assert told.met != told.unmet


@of_each(ASKED)
def test_texts_are_written_beside_the_rule(name):
    """No law of the library leaves it at the plain sentence for what is not met, nor a named condition for its question."""
    node = ASKED[name]
    assert "unmet" in node.told.written
    assert node.id is None or "ask" in node.told.written


@of_each(NOTES)
def test_what_stands_on_top_of_a_report(name):
    """What a note or a day says in few words is there in both languages; a day always has a step, for a calendar."""
    told = NOTES[name]
    for words in ("brief", "step", "task", "place", "over"):
        text = getattr(told, words, None)
        if text is not None:
            assert_in_both_languages(text)
            assert text.en[-1] == "." or words not in ("brief", "over")
    assert hasattr(told, "about") or told.step is not None
    assert (told.task is None) is (told.place is None)


@pytest.mark.parametrize("name", [name for name in NOTES if getattr(NOTES[name], "brief", None) is not None])
def test_a_note_in_brief_names_no_other_day(name):
    """It names the day of the note, or none."""
    note = NOTES[name]
    assert ("{day}" not in note.brief.en) or note.day is not None
    assert ("{day}" in note.brief.en) is ("{day}" in note.brief.nl)
