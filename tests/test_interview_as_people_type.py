"""The interview with people: everyday words, slips, corrections, the order of the papers, and the end."""

import sys
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from reunify import Case, FamilyMember, Protection, Relation, Span, Sponsor, casefile
from reunify.__main__ import main
from reunify.facts import ASSUMED, Consent, Paper, Parentage, about_fact
from reunify.interview import Interview, order, run
from reunify.interview.certain import assumed_for
from reunify.interview.kin import OFFERED, Kin, kin_of
from reunify.interview.talk import LAWS
from reunify.text import LANGS

TODAY = date(2026, 11, 27)
FAMILY = ("Amina, vrouw", "Ali, eigen zoon", "Noor, pleegdochter", "Sam, eigen dochter", "Moeder", "Yusuf, broer")
IN_ENGLISH = ("Amina, wife", "Ali, own son", "Noor, foster daughter", "Sam, own daughter", "Mother", "Yusuf, brother")
TYPED = {
    "sponsor.protection": "b-status",
    "sponsor.born_on": "4-5-1985",
    "sponsor.entered_on": "10-1-2024",
    "sponsor.asylum_applied_on": "12-1-24",
    "sponsor.permit_notified_on": "1-7-2026",
    "sponsor.unaccompanied_minor": "nee",
    "sponsor.means": "ja",
    "sponsor.housing": "huis",
    "Amina.born_on": "1987",
    "Ali.born_on": "1-3-2015",
    "Noor.born_on": "3 feb 2016",
    "Sam.born_on": "1-3-2006",
    "Moeder.born_on": "1960",
    "Yusuf.born_on": "2-2-2009",
    "married_on": "1-6-2010",
    "family_since": "1-6-2018",
    "applied_on": "3-8-2026",
    "consent_other_parent": "1",
    "marriage_valid": "ja",
    "lived_with_family": "ja",
}


def until(interview, fact):
    """Answer as `TYPED` has it until this fact is asked for."""
    while (asked := interview.question()) is not None and (asked.fact != fact or asked.others):
        assert interview.answer(typed(asked)) is None, asked
    assert asked is not None
    return asked


def typed(asked, told=TYPED, same="ja"):
    """Give what is typed to a question."""
    if asked.others:
        return same
    if asked.fact == "id":
        return ""
    if asked.together:
        return of_each(asked, told)
    return told.get(asked.fact, told.get(asked.fact.rpartition(".")[2], "nee"))


def of_each(asked, told):
    """Give what is typed to a question about several people at once: each with an answer."""
    bare = asked.fact.rpartition(".")[2]
    said = {
        name: told.get(f"{name}.{bare}", told.get(bare, "1" if asked.options else "nee")) for name in asked.together
    }
    return next(iter(said.values())) if set(said.values()) <= {"nee", "?"} else ", ".join(map(" ".join, said.items()))


def started(*people, lang="nl", on=TODAY):
    """Give an interview in which these people were named."""
    interview = Interview(lang=lang, on=on)
    assert interview.answer("; ".join(people)) is None
    return interview


def held(people, lang, told=TYPED, same="ja"):
    """Name people one by one and answer all questions; give the interview and the questions put."""
    interview, names, asked = Interview(lang=lang, on=TODAY), iter(people), []
    while (prompt := interview.question()) is not None:
        asked.append(prompt)
        said = interview.answer(next(names, "") if prompt.fact == "id" else typed(prompt, told, same))
        assert said is None, (prompt, said)
    return interview, asked


def looked_at(people, lang, told=TYPED, same="ja"):
    """Give the same, held once for all tests that only look at it."""
    return _held_once(tuple(people), lang, (type(told), *told.items()), same)


@cache
def _held_once(people, lang, told, same):
    kind, *items = told
    return held(people, lang, kind(items), same)


class Nothing(dict):
    """Whoever knows nothing."""

    def get(self, *_):
        return "?"


class TestOrder:
    @pytest.mark.parametrize("told", [TYPED, Nothing()])
    @pytest.mark.parametrize("same", [pytest.param("ja", marks=pytest.mark.slow("a second whole interview")), "nee"])
    @pytest.mark.slow("asks and answers all questions of a large family")
    def test_by_paper_and_by_person(self, told, same):
        """It never goes back to an earlier paper, or to a person who was done with on that paper."""
        interview, asked = looked_at(FAMILY, "nl", told, same)
        papers = [prompt.paper for prompt in asked]
        assert papers == sorted(papers)
        places = [order.place_of(p.fact, interview.case) for p in asked if p.fact != "id" and not p.others]
        assert all(one <= other for one, other in pairwise(places))

    @pytest.mark.slow("asks and answers all questions of a large family")
    def test_the_day_is_today_and_no_question(self):
        """A question for a day of decision would be answered with that of the asylum decision."""
        _, asked = looked_at(FAMILY, "nl")
        assert asked[0].fact == "id"
        assert not any(prompt.fact == "decided_on" for prompt in asked)

    def test_the_paper_is_said_once(self):
        lines, said = iter(["Amina, vrouw", "", "a-status", "1985"]), []
        run(Interview(lang="nl", on=TODAY), lambda _: next(lines, "stop"), said.append)
        headings = [text for text in said if text.startswith("\n---")]
        assert [heading[5:20] for heading in headings] == ["De mensen ---", "De hoofdpersoon"]
        assert any("27 november 2026" in text and "wijzig 1" in text for text in said)

    def test_what_rests_on_another_answer_comes_behind_it(self):
        case = Case(sponsor=Sponsor(), members=[FamilyMember(id="x", relation="sibling")])
        assert order.place_of("x.with_parent", case) < order.place_of("x.at_parents_charge", case)


@pytest.mark.slow("asks and answers all questions of a large family")
class TestNumberOfQuestions:
    @pytest.mark.parametrize(("lang", "people"), [("nl", FAMILY), ("en", IN_ENGLISH)])
    def test_a_family_of_six(self, lang, people):
        told = TYPED | {"Mother.born_on": "1960"}
        interview, asked = looked_at(people, lang, told, "ja")
        assert len(asked) <= 30
        assert interview.unknown == ()

    @pytest.mark.parametrize("same", ["ja", "nee"])
    @pytest.mark.parametrize("told", [TYPED, Nothing()])
    def test_the_number_left_falls_with_each_answer(self, told, same):
        _, asked = looked_at(FAMILY, "nl", told, same)
        left = [prompt.left for prompt in asked if prompt.left is not None]
        assert all(later < earlier for earlier, later in pairwise(left))

    def test_everything_unknown(self):
        assert len(looked_at(FAMILY, "nl", Nothing())[1]) <= 50

    def test_of_nobody_the_same(self):
        """Who knows nothing, and says each time that it is otherwise for the others, is asked more; not without end."""
        assert len(looked_at(FAMILY, "nl", Nothing(), "nee")[1]) <= 50

    def test_what_supposes_something_unknown_is_not_asked(self):
        """Whether a late application can be excused, of which the day is not known."""
        _, asked = looked_at(FAMILY, "nl", Nothing())
        bare = {prompt.fact.rpartition(".")[2] for prompt in asked}
        assert not bare & {"lateness_excusable", "adoption_recognised", "conceived_before_entry", "at_parents_charge"}


class TestSeveralAtOnce:
    """One question about all children; the answer may differ for each."""

    @pytest.fixture
    def interview(self, monkeypatch):
        still = {f"{name}.lives_independently": {} for name in ("Ali", "Sam", "Noor Anna")}
        monkeypatch.setattr("reunify.interview.state.still_open", lambda case, *_: still if case.members else {})
        interview = started("Ali, eigen zoon", "Sam, eigen dochter", "Noor Anna, eigen dochter")
        interview.answer("")
        return interview

    @pytest.mark.parametrize(
        ("answer", "told"),
        [
            ("nee", (False, False, False)),
            ("allemaal", (True, True, True)),
            ("?", (None, None, None)),
            ("sam", (False, True, False)),
            ("Ali en Noor Anna", (True, False, True)),
            ("Noor Anna ja, Ali nee; Sam?", (False, None, True)),
            ("Sam?", (False, None, False)),
        ],
    )
    def test_yes_or_no(self, interview, answer, told):
        assert interview.question().text.startswith("Woont Ali, Sam of Noor Anna zelfstandig?")
        assert interview.answer(answer) is None
        assert tuple(member.lives_independently for member in interview.case.members) == told
        asked = {member for member, value in zip(("Ali", "Sam", "Noor Anna"), told, strict=True) if value is None}
        assert {fact.rpartition(".")[0] for fact in interview.unknown} == asked

    @pytest.mark.parametrize(
        ("answer", "said"),
        [
            ("ja", "Van wie is dat zo? Typ de namen, of: allemaal."),
            ("Sam, Omar", "Noem namen uit deze rij: Ali, Sam en Noor Anna."),
            ("Sam nee", "Zeg het van ieder van hen, met komma's ertussen: Ali, Sam en Noor Anna."),
            ("misschien", "Zeg ja of nee, of ? als u het niet weet."),
        ],
    )
    def test_that_leaves_somebody_out(self, interview, answer, said):
        asked = interview.question()
        assert interview.answer(answer) == said
        assert interview.question() == asked

    def test_what_kind_of_children(self):
        interview = started("Ali, zoon", "Sam, dochter")
        interview.answer("")
        assert interview.question().text == "Wat voor kinderen van de hoofdpersoon zijn Ali en Sam?"
        assert interview.question().hint == "Een nummer voor allemaal, of voor ieder een: Ali 1, Sam 2."
        assert interview.answer("Sam pleegkind, Ali 1") is None
        assert interview.noted == "Ali: eigen kind (biologisch); Sam: pleegkind"
        assert interview.answer("terug") is None
        assert interview.answer("1") is None
        assert interview.noted == "Ali en Sam: eigen kind (biologisch)"


class TestEverydayWords:
    @pytest.mark.parametrize(
        ("word", "relation", "parentage"),
        [
            ("vrouw", "spouse", None),
            ("echtgenote", "spouse", None),
            ("man", "spouse", None),
            ("my wife", "spouse", None),
            ("vriendin", "partner", None),
            ("zoon", "child", None),
            ("oudste dochter", "child", None),
            ("son", "child", None),
            ("eigen kind", "child", "biological"),
            ("pleegkind", "child", "foster"),
            ("Pleegzoon", "child", "foster"),
            ("foster daughter", "child", "foster"),
            ("stiefzoon", "child", "step"),
            ("stepson", "child", "step"),
            ("geadopteerde zoon", "child", "adopted"),
            ("moeder", "parent", None),
            ("stiefmoeder", "parent", "step"),
            ("halfbroer", "sibling", "half"),
            ("zusje", "sibling", None),
            ("oma", "grandparent", None),
            ("kleinzoon", "grandchild", None),
            ("schoonmoeder", "other", None),
            ("mother-in-law", "other", None),
            ("tante", "other", None),
        ],
    )
    def test_relations(self, word, relation, parentage):
        member = started(f"Mo, {word}").case.member("Mo")
        assert (member.relation, member.parentage) == (relation, parentage or ASSUMED)

    @pytest.mark.parametrize("line", ["Amina (mijn vrouw)", "Amina is mijn vrouw", "Amina: vrouw", "  Amina ,vrouw. "])
    def test_ways_to_write_it(self, line):
        assert [(m.id, m.relation) for m in started(line).case.members] == [("Amina", Relation.SPOUSE)]

    def test_who_is_called_mother_is_one(self):
        interview = started("Moeder, 1960")
        member = interview.case.member("Moeder")
        assert (member.relation, member.born_on) == (Relation.PARENT, Span.year(1960))
        assert interview.noted == "Moeder: ouder, in 1960"

    def test_a_foster_or_step_child_is_one_choice(self):
        interview = started("Noor")
        labels = [option.label for option in interview.question().options]
        assert {"pleegkind", "stiefkind", "eigen kind (biologisch)"} <= {*labels}
        interview.answer(str(labels.index("pleegkind") + 1))
        assert interview.case.member("Noor").parentage is Parentage.FOSTER

    @pytest.mark.parametrize(
        ("word", "nl", "en"),
        [
            ("halfzus", "halfbroer of halfzus", "half-brother or half-sister"),
            ("stiefmoeder", "stiefouder", "step parent"),
            ("pleegvader", "pleegouder", "foster parent"),
            ("own mother", "eigen ouder (biologisch)", "own parent (biological)"),
            ("stiefbroer", "stiefbroer of stiefzus", "stepbrother or stepsister"),
        ],
    )
    def test_how_somebody_is_kin_is_one_word(self, word, nl, en):
        assert started(f"Omar, {word}").noted == f"Omar: {nl}"
        assert started(f"Omar, {word}", lang="en").noted == f"Omar: {en}"

    def test_every_option_is_understood_by_its_label(self):
        """As its number is, in both languages."""
        interview = started("Noor")
        for option in interview.question().options:
            assert [kin.value for kin in kin_of(option.label)] == [option.value]

    def test_a_son_can_be_any_kind_of_child(self):
        """That is asked next, with the same words as in the list of relations."""
        interview = started("Ali, zoon")
        interview.answer("")
        asked = interview.question()
        assert (asked.fact, asked.text) == ("Ali.parentage", "Wat voor kind van de hoofdpersoon is Ali?")
        assert "pleegkind" in [option.label for option in asked.options]
        assert interview.answer("1") is None
        assert interview.noted == "Ali: eigen kind (biologisch)"

    def test_what_is_not_clear_is_asked_back(self):
        """A partner can be a spouse."""
        interview = started("Sara, partner")
        assert interview.case.members == ()
        assert interview.noted.startswith(
            "“partner” kan zijn: 1. echtgenoot of 2. geregistreerd partner of 3. ongehuwde"
        )
        assert interview.question().fact == "relation"
        assert "kan zijn" in interview.answer("partner")
        assert interview.answer("3") is None
        assert interview.case.member("Sara").relation is Relation.PARTNER

    @pytest.mark.parametrize(("word", "near"), [("stiefzon", "stiefzoon"), ("moedr", "moeder")])
    def test_a_word_that_is_not_known(self, word, near):
        interview = Interview(lang="nl", on=TODAY)
        assert f"(bedoelt u {near}?)" in interview.answer(f"Omar, {word}")
        assert interview.case.members == ()

    @pytest.mark.parametrize("word", ["weduwe", "buurvrouw", "iets"])
    def test_what_looks_like_no_word_gets_no_hint(self, word):
        said = Interview(lang="nl", on=TODAY).answer(f"Ali, {word}")
        assert "geen bekend woord" in said
        assert "bedoelt u" not in said

    @pytest.mark.parametrize(("lang", "near"), [("nl", "(bedoelt u pleegzoon?)"), ("en", "(did you mean foster son?)")])
    def test_a_hint_is_in_the_language_of_the_questions(self, lang, near):
        typed = {"nl": "pleegzon", "en": "fostr son"}[lang]
        assert near in Interview(lang=lang, on=TODAY).answer(f"Ali, {typed}")

    @pytest.mark.parametrize("lang", LANGS)
    def test_every_word_that_is_offered_is_understood(self, lang):
        assert [word for word in OFFERED[lang] if not kin_of(word)] == []

    @pytest.mark.parametrize(
        ("word", "kin"),
        [
            ("tweede vrouw", Kin(Relation.SPOUSE)),
            ("tweelingbroer", Kin(Relation.SIBLING)),
            ("twin sister", Kin(Relation.SIBLING)),
            ("bonuszoon", Kin(Relation.CHILD, Parentage.STEP)),
            ("kind van mijn vrouw", Kin(Relation.CHILD, Parentage.STEP)),
            ("daughter of my husband", Kin(Relation.CHILD, Parentage.STEP)),
            ("my wife's son", Kin(Relation.CHILD, Parentage.STEP)),
        ],
    )
    def test_further_words(self, word, kin):
        assert kin_of(word) == (kin,)
        assert kin_of("broer van mijn vrouw") == ()

    @pytest.mark.parametrize("word", ["ex-vrouw", "mijn ex", "gescheiden vrouw", "former husband"])
    def test_an_ex_is_asked_back(self, word):
        """Divorced, and no spouse any more; or only parted."""
        interview = started(f"Sara, {word}")
        assert interview.case.members == ()
        assert "echtgenoot of 13. ander familielid" in interview.noted

    @pytest.mark.parametrize(
        "line",
        [
            *("Ali, zonen", "kinderen", "Ali, stiefkinderen", "Ali, tweeling", "Ali & Omar, zoon", "Ali en Omar, zoon"),
            *("Ali, zoon, vrouw", "Ali, pleegzoon, stiefzoon", "Ali, zoon, 1990, 1991"),
        ],
    )
    def test_two_people_are_not_taken_for_one(self, line):
        interview = Interview(lang="nl", on=TODAY)
        said = interview.answer(line)
        assert "; ertussen" in said or "et ; tussen" in said
        assert interview.case.members == ()

    @pytest.mark.parametrize("name", ["Parsons", "John Parsons", "Enrico", "Andy", "Sandra"])
    def test_one_person_is_not_taken_for_two(self, name):
        interview = Interview(lang="en", on=TODAY)
        assert interview.answer(name) is None
        assert interview.question().fact == "relation"
        assert interview.answer("sons") is not None
        assert interview.answer("own son") is None
        assert interview.case.members[0].id == name

    def test_two_words_that_go_together(self):
        interview = started("Ali, kind, eigen zoon", "Sara, partner, vrouw", "Noor, stiefdochter, kind")
        kin = [(member.relation, member.parentage) for member in interview.case.members]
        own, wife, step = (Relation.CHILD, Parentage.BIOLOGICAL), (Relation.SPOUSE, ASSUMED), Parentage.STEP
        assert kin == [own, wife, (Relation.CHILD, step)]

    @pytest.mark.parametrize("name", ["allen", "all", "Everyone", "iedereen", "Allen"])
    def test_nobody_is_called_everybody(self, name):
        """The report says so of the whole family."""
        interview = Interview(lang="nl", on=TODAY)
        assert "betekent in het rapport het hele gezin" in interview.answer(f"{name}, eigen zoon")
        assert interview.case.members == ()
        assert interview.answer("Ali, eigen zoon") is None
        assert interview.answer("Allende, eigen zoon") is None

    def test_nobody_is_half_named(self):
        """One fault in a line of several people, and none of them is on the list."""
        interview = Interview(lang="nl", on=TODAY)
        assert interview.answer("Ali, zoon; Omar, iets") is not None
        assert interview.answer("Ali; Omar, zoon").startswith("Wat is Ali van de hoofdpersoon?")
        assert interview.case.members == ()

    @pytest.mark.parametrize(
        ("word", "value"),
        [("subsidiair", "subsidiary"), ("B-status", "subsidiary"), ("A-status", "refugee"), ("vluchteling", "refugee")],
    )
    def test_protection(self, word, value):
        interview = started("Amina, vrouw")
        interview.answer("")
        assert interview.question().fact == "sponsor.protection"
        assert interview.answer(word) is None
        assert interview.case.sponsor.protection is Protection(value)

    def test_a_no_that_can_be_several_things_is_asked_back(self):
        interview = started("Ali, eigen zoon, 1-3-2015")
        until(interview, "Ali.consent_other_parent")
        assert "kan zijn: 2. niet nodig" in interview.answer("nee")
        assert interview.answer("ja") is None
        assert interview.case.member("Ali").consent_other_parent is Consent.GIVEN

    def test_each_relation_has_its_own_words(self):
        """But for "partner", which is asked back."""
        words = [word for relation in Relation for word in relation.said]
        assert {word for word in words if len({kin.relation for kin in kin_of(word)}) > 1} == {"partner"}
        assert all(kin_of(word) for word in words)
        assert kin_of("buurman") == ()
        assert kin_of("half child") == (Kin(Relation.CHILD, Parentage.HALF),)


class TestDates:
    def asked_for_a_birth(self, lang="nl"):
        interview = started("Amina, vrouw", lang=lang)
        until(interview, "sponsor.born_on")
        return interview

    @pytest.mark.parametrize(
        ("lang", "said"), [("nl", "“3/4/1990”: is dat 3 april 1990?"), ("en", "“3/4/1990”: is that 3 April 1990?")]
    )
    def test_day_or_month_first_is_asked_once(self, lang, said):
        interview = self.asked_for_a_birth(lang)
        assert interview.answer("3/4/1990").startswith(said)
        assert interview.case.sponsor.born_on is None
        assert interview.answer("ja") is None
        assert interview.case.sponsor.born_on == date(1990, 4, 3)
        until(interview, "sponsor.entered_on")
        assert interview.answer("5/6/2024") is None
        assert interview.noted in ("5 juni 2024", "5 June 2024")

    def test_another_answer_takes_its_place(self):
        interview = self.asked_for_a_birth()
        interview.answer("3/4/1990")
        assert interview.answer("4 maart 1990") is None
        assert interview.case.sponsor.born_on == date(1990, 3, 4)

    def test_an_american_day_is_asked_about(self):
        interview = self.asked_for_a_birth()
        assert "25 augustus 1990" in interview.answer("8/25/1990")

    def test_who_wrote_the_month_first_is_asked_each_time(self):
        """A month first that was confirmed says nothing for a day first."""
        interview = Interview(lang="en", on=TODAY)
        assert "13 April 1990" in interview.answer("Ann, wife, 4/13/1990")
        assert interview.answer("yes") is None
        for name in ("Bob", "Sam"):
            assert "is that" in interview.answer(f"{name}, own son, 4/5/2010")
            assert interview.answer("yes") is None
        until(interview, "sponsor.born_on")
        assert "is that 3 April 1985" in interview.answer("3/4/1985")

    def test_a_month_first_after_a_day_first_is_asked_too(self):
        interview = self.asked_for_a_birth("en")
        interview.answer("3/4/1985")
        interview.answer("yes")
        until(interview, "sponsor.entered_on")
        assert "is that 25 August 2023" in interview.answer("8/25/2023")

    @pytest.mark.parametrize("day", ["31-2-2008", "17 jaar", "2009 of 2008", "1-1-1-2000"])
    def test_a_bad_day_in_the_line_of_people_is_called_a_day(self, day):
        interview = Interview(lang="nl", on=TODAY)
        assert interview.answer(f"Ali, zoon, {day}").startswith(f"“{day}” is geen geboortedatum")
        assert interview.case.members == ()

    @pytest.mark.parametrize(
        ("day", "born"),
        [
            *((unknown, None) for unknown in ("?", "onbekend", "weet ik niet")),
            ("1990-1992", Span(date(1990, 1, 1), date(1992, 12, 31))),
            ("2008 of 2009", Span(date(2008, 1, 1), date(2009, 12, 31))),
        ],
    )
    def test_what_is_known_in_part_is_taken_so(self, day, born):
        assert started(f"Ali, zoon, {day}").case.members[0].born_on == born

    @pytest.mark.parametrize(("word", "ago"), [("vandaag", 0), ("today", 0), ("Gisteren", 1), ("yesterday", 1)])
    def test_today_and_yesterday(self, word, ago):
        """Read back, as the file can be of another day; and it says nothing of how days are written."""
        interview = started("Ali, eigen zoon")
        until(interview, "Ali.applied_on")
        day = TODAY - timedelta(days=ago)
        assert f"is dat {day.day} november 2026?" in interview.answer(word)
        assert interview.answer("ja") is None
        assert interview.case.members[0].applied_on == day
        interview.answer("wijzig 1")
        assert "is dat 5 december 2026?" in interview.answer("5/12/2026")

    def test_a_year_of_two_digits_does_not_lie_ahead(self):
        interview = self.asked_for_a_birth()
        assert interview.answer("12-8-27") is None
        assert interview.case.sponsor.born_on == date(1927, 8, 12)
        assert interview.noted == "12 augustus 1927"


class TestOdd:
    def test_somebody_of_130(self):
        interview = Interview(lang="nl", on=TODAY)
        said = interview.answer("Oma, 1-2-1896")
        assert "Dan is Oma 130 jaar oud. Klopt dat? Typ dan ja." in said
        assert interview.case.members == ()
        assert interview.answer("Oma, 1-2-1936") is None
        assert interview.case.member("Oma").born_on == date(1936, 2, 1)

    @pytest.mark.parametrize(
        ("people", "fact", "typed", "said"),
        [
            (("Ali, eigen zoon, 1-3-1990",), "sponsor.born_on", "4-5-1985", "nog geen twaalf jaar ouder dan Ali"),
            (("Moeder, 1980",), "sponsor.born_on", "4-5-1985", "Dan is Moeder nog geen twaalf jaar ouder"),
            (("Oma, 1980",), "sponsor.born_on", "4-5-2001", "nog geen 24 jaar ouder"),
            (("X, kleinzoon, 2006",), "sponsor.born_on", "4-5-1985", "nog geen 24 jaar ouder"),
            (("Amina, vrouw, 1990",), "Amina.married_on", "1-6-1994", "Amina bij het huwelijk nog geen twaalf jaar"),
            (("Amina, vrouw",), "Amina.born_on", "1-5-2018", "Dan is Amina (echtgenoot) nog geen twaalf jaar oud"),
            (("Amina, vrouw, 1990",), "sponsor.entered_on", "3-8-1985", "als baby naar Nederland"),
            (("Amina, vrouw, 1990",), "sponsor.asylum_applied_on", "1-1-2024", "vóór de binnenkomst in Nederland"),
            (("Amina, vrouw, 1990",), "Amina.applied_on", "1-1-2023", "voordat de hoofdpersoon asiel vroeg"),
        ],
    )
    def test_is_asked_about_at_once(self, people, fact, typed, said):
        interview = Interview(Case(sponsor=Sponsor(), decided_on=TODAY), lang="nl")
        assert interview.answer("; ".join(people)) is None
        until(interview, fact)
        before = interview.case
        assert said in interview.answer(typed)
        assert (interview.case, interview.question().fact) == (before, fact)
        assert interview.answer("ja") is None
        assert interview.case != before

    def test_a_partner_of_ten_is_asked_about_when_named(self):
        interview = Interview(lang="nl", on=TODAY)
        assert "Dan is Sara (ongehuwde partner) nog geen" in interview.answer("Sara, vriendin, 2016")
        assert interview.answer("Sara, vriendin, 2006") is None

    def test_a_day_that_lies_ahead_is_said_in_a_sentence(self):
        interview = Interview(lang="nl", on=TODAY)
        assert "ligt na de dag van de beoordeling (27 november 2026)" in interview.answer("Ali, zoon, 2030")

    def test_a_foster_child_older_than_the_sponsor(self):
        interview = Interview(Case(sponsor=Sponsor(born_on=date(1985, 5, 4)), decided_on=TODAY), lang="nl")
        assert "Dan is Ali ouder dan de hoofdpersoon" in interview.answer("Ali, pleegzoon, 1-3-1985")
        assert interview.answer("Ali, pleegzoon, 1-3-1986") is None

    def test_a_child_older_than_the_only_spouse(self):
        interview = started("Amina, vrouw, 1990")
        assert "Dan is Ali ouder dan Amina" in interview.answer("Ali, eigen zoon, 1988")

    def test_the_earlier_answer_can_be_corrected_there(self):
        interview = started("Amina, vrouw, 1990")
        until(interview, "sponsor.asylum_applied_on")
        said = interview.answer("1-1-2024")
        assert "Is het eerdere antwoord fout (hoofdpersoon: binnenkomst in Nederland: 10 januari 2024)" in said
        assert interview.answer("wijzig") is None
        assert interview.question().fact == "sponsor.entered_on"
        assert interview.answer("10-12-2023") is None
        assert interview.question().fact == "sponsor.asylum_applied_on"
        assert interview.answer("1-1-2024") is None

    def test_so_it_is_with_what_cannot_be(self):
        """A permit before the application."""
        interview = started("Amina, vrouw, 1990")
        until(interview, "sponsor.permit_notified_on")
        said = interview.answer("1-7-2023")
        assert said.startswith("Dat kan niet: 1 juli 2023 ligt vóór hoofdpersoon: asielaanvraag (12 januari 2024).")
        interview.answer("wijzig")
        assert interview.question().fact == "sponsor.asylum_applied_on"

    def test_a_sponsor_born_after_the_marriage(self):
        """Said with both days, and the day of birth can be corrected at once."""
        interview = started("Amina, vrouw, 1960")
        until(interview, "Amina.married_on")
        said = interview.answer("1-6-1980")
        assert said.startswith("Dat kan niet: 1 juni 1980 ligt vóór hoofdpersoon: geboortedatum (4 mei 1985).")
        interview.answer("wijzig")
        assert interview.question().fact == "sponsor.born_on"
        assert interview.answer("4-5-1958") is None
        assert interview.answer("1-6-1980") is None

    def test_an_income_of_a_year(self):
        interview = started("Amina, vrouw, 1990")
        until(interview, "sponsor.means")
        interview.answer("?")
        assert interview.question().fact == "sponsor.income_per_month"
        assert "per maand, niet per jaar" in interview.answer("31000")


class TestTheSameForOthers:
    def asked(self):
        interview = started(*FAMILY[:4])
        until(interview, "Amina.applied_on")
        interview.answer("3-8-2026")
        asked = interview.question()
        assert asked.others == ("Ali", "Noor", "Sam")
        assert "Amina: mvv-aanvraag: 3 augustus 2026. Is dat hetzelfde voor Ali, Noor en Sam?" in asked.text
        return interview

    def days(self, interview):
        return [member.applied_on for member in interview.case.members]

    def test_yes(self):
        interview = self.asked()
        interview.answer("ja")
        assert self.days(interview) == [date(2026, 8, 3)] * 4

    def test_no(self):
        interview = self.asked()
        interview.answer("nee")
        assert self.days(interview) == [date(2026, 8, 3), None, None, None]
        assert until(interview, "Ali.applied_on").others == ()

    @pytest.mark.slow("asks and answers all questions of a large family")
    def test_of_some(self):
        interview = self.asked()
        assert "Zeg ja, nee, of de namen" in interview.answer("Ali en Omar")
        assert interview.answer("ali en Sam") is None
        assert self.days(interview) == [date(2026, 8, 3), date(2026, 8, 3), None, date(2026, 8, 3)]

    def test_unknown_for_all(self):
        interview = started(*FAMILY[:4])
        until(interview, "Amina.applied_on")
        interview.answer("?")
        assert "Is het voor Ali, Noor en Sam ook niet bekend?" in interview.question().text
        interview.answer("ja")
        assert {f"{name}.applied_on" for name in ("Amina", "Ali", "Noor", "Sam")} <= {*interview.unknown}


class TestAlwaysAnswered:
    @pytest.mark.slow("a whole interview, with every fact not known")
    def test_of_a_subsidiary_sponsor_and_the_children(self):
        """Also where no verdict hangs on it today."""
        _, asked = held(FAMILY, "nl")
        facts = {prompt.fact for prompt in asked}
        assert {"sponsor.means", "sponsor.housing", "Sam.married", "Sam.dependent"} <= facts
        case = held(FAMILY, "nl")[0].case
        assert case.member("Noor").consent_other_parent is Consent.GIVEN
        consent = next(prompt for prompt in asked if prompt.fact == "Ali.consent_other_parent")
        assert "Ali" in consent.text

    def test_where_the_income_is_told_it_is_not_asked_whether_it_suffices(self):
        """Also after resuming."""
        told = TYPED | {"means": "?", "sponsor.means": "?", "income_per_month": "2900", "income_until": "vast"}
        interview, asked = held(("Amina, vrouw",), "nl", told)
        assert "sponsor.income_per_month" in [prompt.fact for prompt in asked]
        resumed = Interview(casefile.loads(casefile.dumps(interview.case), "toml"), "nl")
        resumed.answer("")
        assert resumed.question() is None

    def test_not_of_a_refugee(self):
        _, asked = held(("Amina, vrouw",), "nl", TYPED | {"sponsor.protection": "a-status", "applied_on": "3-8-2026"})
        assert not {"sponsor.means", "sponsor.housing"} & {prompt.fact for prompt in asked}

    def test_the_end_says_what_is_only_assumed(self):
        lines, said = iter(("Amina, vrouw", "")), []
        interview = Interview(lang="nl", on=TODAY)

        def ask(_):
            asked = interview.question()
            return next(lines) if asked.fact == "id" else typed(asked)

        run(interview, ask, said.append)
        end = said[-1].splitlines()
        assert end[1].startswith("Dat was alles: elke uitkomst staat nu vast")
        assert "niet zijn gevraagd" in end[2]
        assert len(end) == 6
        assert "  * identiteit en gezinsband aangetoond of aannemelijk: ja" in end

    def test_what_was_said_is_no_assumption(self):
        case = held(("Amina, vrouw",), "nl")[0].case
        names = [name for name, _ in assumed_for(case, LAWS)]
        assert len(names) == 3
        told = case.members[0]
        assert all(getattr(told, name) is ASSUMED for name in names)


class TestAnswerSheet:
    def test_any_answer_can_be_changed(self):
        interview, _ = held(("Amina, vrouw",), "nl")
        for given in interview.answers():
            assert interview.answer(f"wijzig {given.number}") is None
            asked = interview.question()
            assert asked.fact == given.fact
            assert "Enter laat dit zo" in asked.hint
            before = interview.case
            assert interview.answer("") is None
            assert interview.case == before

    def test_after_the_last_question(self):
        interview, _ = held(("Amina, vrouw",), "nl")
        assert interview.question() is None
        number = next(given.number for given in interview.answers() if given.fact == "Amina.married_on")
        interview.answer(f"wijzig {number}")
        assert interview.answer("1-6-2011") is None
        assert interview.case.members[0].married_on == date(2011, 6, 1)

    def test_what_rested_on_it_is_asked_again(self):
        interview, _ = held(("Amina, vrouw",), "nl")
        number = next(given.number for given in interview.answers() if given.fact == "Amina.married_on")
        interview.answer(f"wijzig {number}")
        interview.answer("1-6-2011")
        assert "gelden niet meer: Amina: huwelijk geldig" in interview.noted
        assert interview.case.members[0].marriage_valid is None
        assert interview.question().fact == "Amina.marriage_valid"

    @pytest.mark.slow("asks and answers all questions of a large family")
    def test_what_was_the_same_for_others_is_confirmed_again(self):
        interview, _ = held(FAMILY[:4], "nl")
        number = next(given.number for given in interview.answers() if given.fact == "Amina.applied_on")
        interview.answer(f"wijzig {number}")
        interview.answer("4-8-2026")
        assert interview.question().others == ("Ali", "Noor", "Sam")
        interview.answer("Ali")
        assert [m.applied_on.day for m in interview.case.members] == [4, 4, 3, 3]
        assert interview.question() is None

    def test_a_person_becomes_another(self):
        """Another name and another relation; what cannot concern a child any more is gone."""
        interview, _ = held(
            ("Amina, vrouw", "Ali, stiefzoon"), "nl", TYPED | {"parent_member": "Amina", "custody": "1"}
        )
        assert interview.answer("wijzig 2") is None
        assert interview.answer("Aminah, zus") is None
        member = interview.case.member("Aminah")
        assert (member.relation, member.married_on, member.marriage_valid) == (Relation.SIBLING, None, None)
        assert interview.case.member("Ali").parent_member is None
        assert casefile.loads(casefile.dumps(interview.case), "toml") == interview.case

    def test_a_new_name_goes_along(self):
        case = Case(
            sponsor=Sponsor(protection="refugee"),
            members=[
                FamilyMember(id="Amina", relation="spouse"),
                FamilyMember(id="Ali", relation="child", parent_member="Amina"),
            ],
            decided_on=TODAY,
        )
        interview = Interview(case, "nl")
        interview.answer("wijzig 2")
        assert interview.answer("Aminah, vrouw") is None
        assert interview.case.member("Ali").parent_member == "Aminah"

    def test_a_person_is_taken_off_the_list(self):
        interview = started("Amina, vrouw", "Ali, zoon")
        interview.answer("wijzig 3")
        assert interview.question().options[-1].label == "haal deze persoon van de lijst"
        assert interview.answer("weg") is None
        assert [member.id for member in interview.case.members] == ["Amina"]
        interview.answer("wijzig 2")
        assert "de enige persoon" in interview.answer("weg")

    def test_a_number_that_is_not_there(self):
        interview = started("Amina, vrouw")
        assert interview.answer("wijzig 9") == "Er zijn antwoorden 1 tot en met 2; typ toon om ze te zien."
        assert "1. dag van de beoordeling: 27 november 2026" in interview.answer("wijzig")

    def test_back_after_resuming(self):
        """Goes through the answers of the file, the last one first; Enter leaves one as it is."""
        interview, _ = held(("Amina, vrouw",), "nl")
        resumed = Interview(casefile.loads(casefile.dumps(interview.case), "toml"), "nl")
        facts = [given.fact for given in resumed.answers()]
        assert len(facts) > 8
        for fact in reversed(facts):
            assert resumed.answer("terug") is None
            assert resumed.question().fact == fact
        assert resumed.answer("terug") == "Er is niets te herstellen."
        assert resumed.answer("") is None
        assert resumed.case == interview.case

    def test_back_undoes_a_change(self):
        interview, _ = held(("Amina, vrouw",), "nl")
        before = interview.case
        interview.answer("wijzig 3")
        interview.answer("terug")
        assert (interview.question(), interview.case) == (None, before)


class TestTheEnd:
    @pytest.fixture
    def command(self, monkeypatch, capsys, tmp_path):
        """Run ``reunify new`` or ``ask`` with lines typed; give what was said."""
        monkeypatch.chdir(tmp_path)

        def hold(word, *lines, lang="nl", offer=False, file="mijn gezin.toml"):
            left = iter(lines)

            def asked(prompt=""):
                sys.stdout.write(prompt)
                line = next(left, "ja" if ".ics" in prompt and offer else None)
                if line is None and (".ics" in prompt or not offer):
                    raise EOFError
                return line or "?"

            monkeypatch.setattr("builtins.input", asked)
            assert main([word, file, "--lang", lang]) == 0
            return capsys.readouterr().out

        return hold

    LINES = ("Moeder, 1960", "klaar", "a", "1-1-1985")

    def test_names_the_file_and_the_next_command(self, command):
        out = command("new", *self.LINES, *["?"] * 9)
        assert "Uw antwoorden staan in het bestand mijn gezin.toml." in out
        assert 'reunify compare "mijn gezin.toml" --lang nl' in out
        assert not Path("mijn gezin.html").exists()

    def test_breaks_no_word_at_the_edge_of_a_terminal(self, command, monkeypatch):
        """Its lines are as wide as the terminal, and hold the same words; elsewhere each stands on one line."""
        plain = command("new", "Moeder, 1960", "stop")
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        monkeypatch.setenv("COLUMNS", "60")
        Path("mijn gezin.toml").unlink()
        on_screen = command("new", "Moeder, 1960", "stop")
        lines = on_screen.partition("Uw antwoorden staan")[0].splitlines()
        assert max(map(len, plain.splitlines())) > 100
        assert max(map(len, lines)) <= 60
        assert on_screen.split() == plain.split()

    @pytest.mark.parametrize("lang", LANGS)
    def test_makes_the_page_and_the_calendar(self, command, lang):
        pytest.importorskip("icalendar")
        out = command("new", "Mother, 1960", "klaar", lang=lang, offer=True)
        assert "mijn gezin.ics" in out.splitlines()[-1]
        assert Path("mijn gezin.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
        assert Path("mijn gezin.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")

    def test_the_page_never_takes_the_place_of_the_answers(self, command):
        """Also where somebody gave the file of answers the name of a page."""
        command("new", "Moeder, 1960", "klaar", offer=True, file="gezin.html")
        assert casefile.read("gezin.html").members[0].id == "Moeder"
        assert Path("gezin.html.html").exists()

    def test_after_a_stop_it_says_how_to_go_on(self, command):
        out = command("new", *self.LINES[:2], "stop")
        assert 'Verdergaan doet u met: reunify ask "mijn gezin.toml" --lang nl' in out
        assert "Ja of nee" not in out
        assert "Wie nog meer?" in command("ask", "stop")


class TestGoingOn:
    WITH_COMMENTS = """# From the intake
decided_on = 2026-11-27  # the day of the talk

[sponsor]
# protection: see the letter
protection = "refugee"

[[members]]
id = "Am#na"
relation = "spouse" # "wife" # in the file
"""

    def test_comments_in_the_file_are_kept(self, tmp_path):
        """At the head, and no more of them after a second answer."""
        file = tmp_path / "family.toml"
        file.write_text(self.WITH_COMMENTS, encoding="utf-8")
        case = casefile.read(file)
        for _ in range(2):
            casefile.write(case, file)
            kept = [line for line in file.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
            assert kept == [
                "# From the intake",
                "# decided_on = 2026-11-27  # the day of the talk",
                "# protection: see the letter",
                '# relation = "spouse" # "wife" # in the file',
            ]
            assert casefile.read(file) == case

    def test_what_is_in_a_text_of_several_lines_is_no_comment(self, tmp_path):
        file = tmp_path / "family.toml"
        told = '# Intake\ndecided_on = 2026-11-27\n[sponsor]\n[[members]]\nid = """\n# no comment"""\nrelation = "spouse"\n'
        file.write_text(told, encoding="utf-8")
        case = casefile.read(file)
        casefile.write(case, file)
        assert file.read_text(encoding="utf-8").startswith("# Intake\n\ndecided_on")
        assert casefile.read(file) == case

    def test_a_file_that_is_no_toml_leaves_nothing_behind(self, tmp_path):
        file = tmp_path / "family.toml"
        file.write_text("# notes\nno = toml # at all\n", encoding="utf-8")
        case = Case(sponsor=Sponsor(), members=[FamilyMember(id="x", relation="sibling")])
        casefile.write(case, file)
        assert file.read_text(encoding="utf-8") == casefile.dumps(case)


def test_the_question_about_lateness_names_the_person():
    for lang in LANGS:
        assert "{name}" in about_fact("x.lateness_excusable").question[lang]


def test_every_paper_has_a_heading():
    assert all(bool(paper.heading[lang]) is (paper is not Paper.START) for paper in Paper for lang in LANGS)
