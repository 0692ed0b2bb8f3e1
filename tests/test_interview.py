"""The interview: what it asks, what it takes for an answer, and what stands in the case at the end."""

from datetime import date
from decimal import Decimal
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reunify import CURRENT, PROPOSED, Case, FamilyMember, Sponsor, Verdict, assess, casefile, whatif
from reunify.facts import ASSUMED, MEMBER_FACTS, NOT_FILED, FactKind, Span
from reunify.interview import LAWS, Interview, in_words, order, run, state, value_of
from reunify.interview.question import label_of
from reunify.interview.state import bare_of
from reunify.report import wording
from reunify.terms import NEVER
from reunify.text import LANGS

DAY = date(2028, 12, 1)
SIX = {"amina": "spouse", "ali": "child", "noor": "child", "A.B.": "child", "mother": "parent", "bro": "sibling"}
TOLD = {
    "sponsor.protection": "subsidiary",
    "sponsor.born_on": date(1985, 5, 4),
    "sponsor.entered_on": date(2024, 1, 10),
    "sponsor.asylum_applied_on": date(2024, 1, 12),
    "sponsor.permit_notified_on": date(2026, 7, 1),
    "sponsor.unaccompanied_minor": False,
    "sponsor.means": True,
    "sponsor.housing": "own",
    "born_on": date(2015, 3, 1),
    "amina.born_on": date(1987, 3, 1),
    "A.B..born_on": date(2006, 3, 1),
    "mother.born_on": date(1960, 3, 1),
    "married_on": date(2010, 6, 1),
    "marriage_valid": True,
    "durable_relationship": True,
    "parentage": "biological",
    "noor.parentage": "foster",
    "family_since": date(2016, 6, 1),
    "amina.family_since": date(2010, 6, 1),
    "married": False,
    "lived_with_family": True,
    "lives_independently": False,
    "self_supporting": False,
    "own_family": False,
    "dependent": False,
    "consent_other_parent": "given",
    "real_parents_care": False,
    "custody": "sole",
    "parent_member": "amina",
    "with_parent": "mother",
    "conceived_before_entry": True,
    "adoption_recognised": True,
    "applied_on": date(2026, 8, 3),
    "lateness_excusable": False,
}

EXACTLY = {"partner": "unmarried partner"}
MINOR = TOLD | {"sponsor.unaccompanied_minor": True, "sponsor.born_on": date(2011, 1, 1)}


@pytest.fixture(autouse=True, scope="module")
def _found_once():
    """Finds what is open in one and the same case once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(state, "still_open", cache(order.still_open))
        yield


def reply(asked, people, told, lang):
    """Answer one question as a person types it; what is not told is not known."""
    if asked.fact == "id":
        return next(people, "")
    if asked.others:
        return "no" if lang == "en" else "nee"
    if asked.together:
        said = {name: one(asked, f"{name}.{bare_of(asked.fact)}", told, lang) for name in asked.together}
        return ", ".join(map(" ".join, said.items()))
    return one(asked, asked.fact, told, lang)


def one(asked, fact, told, lang):
    """Give what a person types of one fact."""
    value = told.get(fact, told.get(bare_of(fact), "?"))
    for number, option in enumerate(asked.options, 1):
        if option.value == value:
            return str(number)
    if isinstance(value, bool):
        return {"en": ("no", "yes"), "nl": ("nee", "ja")}[lang][value]
    return wording.day_in_words(value, lang) if isinstance(value, date) else str(value)


def hold(interview, family=SIX, told=TOLD, most=200, named=0):
    """Answer questions until there are none, or ``most`` of them; give the facts that were asked."""
    people = iter([f"{name}, {EXACTLY.get(relation, relation)}" for name, relation in list(family.items())[named:]])
    facts = []
    while (asked := interview.question()) is not None and len(facts) < most:
        facts.append(asked.fact)
        said = interview.answer(reply(asked, people, told, interview.lang))
        assert said is None, (asked, said)
    return facts


@cache
def held(lang):
    """Give a whole interview, and the facts that were asked."""
    interview = Interview(lang=lang, on=DAY)
    return interview, hold(interview)


def start(family=None, lang="en", told=TOLD):
    """Give an interview in which the family members have just been named."""
    interview = Interview(lang=lang, on=DAY)
    family = {"amina": "spouse"} if family is None else family
    hold(interview, family, told, most=len(family) + 1)
    return interview


def until(interview, fact, told=TOLD):
    """Answer questions until this fact is asked for."""
    while (asked := interview.question()).fact != fact:
        assert interview.answer(reply(asked, iter(()), told, interview.lang)) is None
    return asked


def read_again(case):
    """Write the case and read it, in both formats."""
    assert casefile.loads(casefile.dumps(case, "json"), "json") == case
    return casefile.loads(casefile.dumps(case), "toml")


class TestTheWholeInterview:
    @pytest.mark.parametrize("lang", LANGS)
    def test_a_family_of_six(self, lang):
        """From nothing to a case in which every verdict is certain."""
        interview, facts = held(lang)
        assert {m.id: m.relation.value for m in interview.case.members} == SIX
        assert interview.case.decided_on == DAY
        verdicts = [outcome.verdict for law in LAWS for outcome in assess(interview.case, law).outcomes]
        assert Verdict.UNDETERMINED not in verdicts
        assert read_again(interview.case) == interview.case
        assert "relation" not in facts
        assert "decided_on" not in facts

    def test_both_languages_give_one_case(self):
        one, other = (held(lang)[0].case for lang in LANGS)
        assert one == other

    @pytest.mark.slow("asks for every fact of a family of six")
    def test_not_known_everywhere(self):
        """Ends, gives a file that can be read, and asks for nothing twice."""
        interview = Interview(lang="nl", on=DAY)
        facts = hold(interview, told={})
        assert {bare_of(fact) for fact in interview.unknown} == {bare_of(fact) for fact in facts} - {"id"}
        assert read_again(interview.case) == interview.case
        assert interview.case.sponsor == Sponsor(means="unknown")
        later = Interview(read_again(interview.case))
        later.answer("no more")
        assert later.question() is None
        assert set(later.unknown) == set(interview.unknown)

    def test_the_number_left_is_never_too_low(self):
        """Each answer takes at least one from the number of questions that are left at most."""
        interview = start(SIX)
        left = []
        while (asked := interview.question()) is not None:
            left.append(asked.left)
            interview.answer(reply(asked, iter(()), TOLD, "en"))
        assert all(later < earlier for earlier, later in pairwise(left))

    @pytest.mark.parametrize("after", [3, 6, 18, 25])
    def test_stop_and_go_on(self, after):
        """Gives the same case as without a stop."""
        whole, _ = held("en")
        first = Interview(on=DAY)
        hold(first, most=after)
        assert first.answer("stop") is None
        assert first.stopped
        assert first.question() is None
        case = first.case
        if case.members:
            case = read_again(case)
        second = Interview(case, on=DAY)
        hold(second, named=len(case.members))
        assert second.case == whole.case


class TestOnlyWhatMatters:
    def test_a_spouse_of_a_refugee(self):
        """Neither what concerns children and siblings nor the means of the sponsor."""
        interview = Interview(on=DAY)
        facts = hold(interview, {"amina": "spouse"}, TOLD | {"sponsor.protection": "refugee"})
        bare = {fact.rpartition(".")[2] for fact in facts}
        assert not bare & {"with_parent", "parentage", "custody", "means", "housing", "income_per_month"}

    @pytest.mark.parametrize("relation", ["spouse", "partner", "child", "parent", "sibling", "grandparent", "other"])
    def test_each_fact_concerns_the_relation(self, relation):
        interview = Interview(on=DAY)
        told = {k: v for k, v in TOLD.items() if k not in ("with_parent", "parent_member")}
        for fact in hold(interview, {"x": relation}, told):
            owner, _, bare = fact.rpartition(".")
            concerns = MEMBER_FACTS[bare].concerns if owner == "x" else ()
            assert not concerns or relation in concerns

    def test_nothing_that_is_assumed(self):
        _, facts = held("en")
        assert not {fact.rpartition(".")[2] for fact in facts} & {"sham", "public_order", "excluded_1f", "validated_on"}

    def test_what_a_file_says_is_unknown(self):
        """Is asked where it matters, although it would be assumed if it were left out."""
        whole = Interview(on=DAY)
        hold(whole, {"amina": "spouse"})
        case = whatif.changed(whole.case, {"amina.sham": None})
        interview = Interview(case)
        assert hold(interview, {}, TOLD | {"sham": False})[-1] == "amina.sham"
        assert interview.case.member("amina").sham is False

    def test_income_where_nobody_knows_about_the_means(self):
        """Then the sponsor's income is asked for, and the means follow from it."""
        told = TOLD | {
            "sponsor.means": "?",
            "sponsor.income_per_month": Decimal(4000),
            "sponsor.income_until": "permanent",
        }
        interview = Interview(on=DAY)
        facts = hold(interview, {"amina": "spouse"}, told)
        assert interview.case.sponsor.income_per_month == 4000
        assert interview.case.sponsor.means is ASSUMED
        assert facts.index("sponsor.income_per_month") == facts.index("sponsor.means") + 1
        assert all(o.verdict is not Verdict.UNDETERMINED for law in LAWS for o in assess(interview.case, law).outcomes)


class TestAnswers:
    @pytest.mark.parametrize(
        ("typed", "day"),
        [
            ("4-5-90", date(1990, 5, 4)),
            ("4.5.90", date(1990, 5, 4)),
            ("4 5 1990", date(1990, 5, 4)),
            ("4 mei '90", date(1990, 5, 4)),
            ("vrijdag 4 mei 1990", date(1990, 5, 4)),
            ("May 4th, 1990", date(1990, 5, 4)),
            ("13/5/1990", date(1990, 5, 13)),
            ("5/5/1990", date(1990, 5, 5)),
            ("1988", Span.year(1988)),
            ("augustus 1988", Span.month(1988, 8)),
            ("1990-05-04", date(1990, 5, 4)),
            ("4-5-1990", date(1990, 5, 4)),
            ("04.05.1990", date(1990, 5, 4)),
            ("4 mei 1990", date(1990, 5, 4)),
            ("4 May 1990", date(1990, 5, 4)),
            ("  4  MAART 1990. ", date(1990, 3, 4)),
            ("4 mrt 1990", date(1990, 3, 4)),
            ("4 okt. 1990", date(1990, 10, 4)),
        ],
    )
    def test_days(self, typed, day):
        interview = start()
        until(interview, "sponsor.born_on")
        assert interview.answer(typed) is None
        assert interview.case.sponsor.born_on == day
        assert interview.noted == wording.value_in_words(day, "en")

    @pytest.mark.parametrize(
        "typed",
        [
            "19900",
            "summer 1990",
            "13-1990",
            "30 februari 1990",
            "4 mi 1990",
            "4 x 1990",
            "4-5.1990",
            "ja",
            "soon",
            "4 ma 1990",
        ],
    )
    @pytest.mark.parametrize("lang", LANGS)
    def test_no_days(self, typed, lang):
        interview = start(lang=lang)
        asked = until(interview, "sponsor.born_on")
        said = interview.answer(typed)
        assert {"en": "not a day", "nl": "geen dag"}[lang] in said
        assert "\n" not in said
        assert interview.question() == asked

    @pytest.mark.parametrize("typed", ["yes", "Y", "ja", "J", "Yes."])
    @pytest.mark.parametrize("lang", LANGS)
    def test_yes(self, typed, lang):
        interview = start(lang=lang)
        until(interview, "amina.marriage_valid")
        assert interview.answer(typed) is None
        assert interview.case.member("amina").marriage_valid is True

    @pytest.mark.parametrize("typed", ["no", "n", "NEE"])
    def test_no(self, typed):
        interview = start()
        until(interview, "amina.marriage_valid")
        assert interview.answer(typed) is None
        assert interview.case.member("amina").marriage_valid is False

    def test_neither_yes_nor_no(self):
        interview = start()
        until(interview, "amina.marriage_valid")
        assert interview.answer("perhaps") == "Say yes or no, or ? if you do not know."

    @pytest.mark.parametrize("typed", ["1", "own", "a home", "een woning"])
    def test_choices(self, typed):
        interview = start(lang="nl" if "een" in typed else "en")
        until(interview, "sponsor.housing")
        assert interview.answer(typed) is None
        assert interview.case.sponsor.housing.value == "own"

    @pytest.mark.parametrize("typed", ["0", "5", "castle", "-1"])
    def test_no_choices(self, typed):
        interview = start()
        until(interview, "sponsor.housing")
        assert interview.answer(typed) == "Give a number from 1 to 4, or the word."

    def test_a_choice_that_cannot_be_is_not_offered(self):
        """Half is for brothers and sisters."""
        asked = until(start({"ali": "child"}), "ali.parentage")
        assert [option.value for option in asked.options] == ["biological", "legal", "adopted", "foster", "step"]

    @pytest.mark.parametrize("typed", ["not_yet", "no application so far", "1", "not yet", "no", "nog niet"])
    def test_special_words(self, typed):
        """They are offered in plain words, and the question does not name them."""
        interview = start()
        asked = until(interview, "amina.applied_on")
        assert "not_yet" not in in_words(asked, "en")
        assert "1. no application so far" in in_words(asked, "en")
        assert interview.answer(typed) is None
        assert interview.case.member("amina").applied_on is NOT_FILED
        assert interview.noted == "no application so far"

    @pytest.mark.parametrize("typed", ["never", "nooit", "1", "not refused", "no"])
    def test_what_never_happened(self, typed, monkeypatch):
        monkeypatch.setattr(
            state, "still_open", lambda case, *_: {"amina.first_refused_on": {}} if case.members else {}
        )
        interview = start()
        assert "never" not in in_words(interview.question(), "en")
        assert interview.answer(typed) is None
        assert interview.case.member("amina").first_refused_on == NEVER

    @pytest.mark.parametrize("typed", ["mother", "MOTHER", "1", "mother (parent)"])
    def test_references(self, typed):
        interview = start({"mother": "parent", "bro": "sibling"}, told=MINOR)
        asked = until(interview, "bro.with_parent", MINOR)
        assert [option.value for option in asked.options] == ["mother", "none"]
        assert interview.answer(typed) is None
        assert interview.case.member("bro").with_parent == "mother"

    @pytest.mark.parametrize(
        ("typed", "amount"),
        [
            ("2600", "2600"),
            ("€ 2.600,50", "2600.50"),
            ("2,600.5 euro", "2600.5"),
            ("2600,00", "2600"),
            ("10.234,56", "10234.56"),
            ("2600,-", "2600"),
        ],
    )
    def test_amounts(self, typed, amount):
        interview = start()
        until(interview, "sponsor.means")
        interview.answer("?")
        assert interview.question().fact == "sponsor.income_per_month"
        assert interview.answer(typed) is None
        assert interview.case.sponsor.income_per_month == Decimal(amount)

    @pytest.mark.parametrize("typed", ["much", "-5", "26.00.0", "1e3", "999999999"])
    def test_no_amounts(self, typed):
        interview = start()
        until(interview, "sponsor.means")
        interview.answer("?")
        assert interview.answer(typed) is not None
        assert interview.case.sponsor.income_per_month is None

    @pytest.mark.parametrize(
        "typed", ["", "?", "I don't know", "I don\N{RIGHT SINGLE QUOTATION MARK}t know", "weet ik niet"]
    )
    def test_not_known(self, typed):
        """Leaves the fact unknown, and it is not asked again."""
        interview = start()
        fact = interview.question().fact
        assert interview.answer(typed) is None
        assert fact in interview.unknown
        assert fact not in hold(interview, {})

    def test_not_known_is_not_asked_again_another_time(self):
        """The file says so; the answer can still be changed."""
        interview = start()
        fact = interview.question().fact
        interview.answer("?")
        later = Interview(read_again(interview.case))
        assert later.unknown == interview.unknown == (fact,)
        later.answer("no more")
        assert later.question().fact != fact
        number = next(given.number for given in later.answers() if given.fact == fact)
        later.answer(f"change {number}")
        assert later.question().fact == fact
        assert later.answer("refugee") is None
        assert read_again(later.case).sponsor.protection == "refugee"
        assert later.unknown == ()

    @pytest.mark.parametrize("form", ["toml", "json"])
    def test_a_day_known_in_part_is_not_asked_again_another_time(self, form):
        """The file keeps the month, and that nobody knows the day; the answer can still be changed to it."""
        interview = start()
        until(interview, "sponsor.entered_on")
        assert interview.answer("january 2024") is None
        assert interview.question().fact == "sponsor.entered_on"
        assert interview.answer("?") is None
        text = casefile.dumps(interview.case, form)
        later = Interview(casefile.loads(text, form))
        assert later.case.sponsor.entered_on == Span.month(2024, 1)
        later.answer("no more")
        assert "sponsor.entered_on" in later.unknown
        assert "sponsor.entered_on" not in hold(later, {})
        number = next(given.number for given in later.answers() if given.fact == "sponsor.entered_on")
        later.answer(f"change {number}")
        assert later.answer("10 january 2024") is None
        assert "not_known" not in casefile.dumps(later.case, form).partition("members")[0]

    def test_of_what_is_not_known_more_can_become_known(self):
        """Whether the means suffice follows from the income, also where that was not known before and the file says so."""
        interview = start()
        until(interview, "sponsor.means")
        interview.answer("?")
        interview.answer("?")
        case = read_again(interview.case)
        assert case.sponsor.means is None
        later = Interview(case)
        later.answer("no more")
        number = next(given.number for given in later.answers() if given.fact == "sponsor.income_per_month")
        later.answer(f"change {number}")
        assert later.answer("4000") is None
        assert later.case.sponsor.means is ASSUMED

    def test_the_decision_day(self):
        """Is not asked where it is given, and can be changed."""
        for typed, day in (("", DAY), ("?", None), ("1 July 2029", date(2029, 7, 1))):
            interview = Interview(on=DAY)
            assert interview.question().fact == "id"
            assert interview.answer("change 1") is None
            assert "Now: 1 December 2028" in interview.question().hint
            assert interview.answer(typed) is None
            assert interview.case.decided_on == day

    def test_a_day_of_assessment_that_is_past(self):
        """May be the day on which asylum was granted, typed in the wrong place."""
        interview = Interview(on=DAY, lang="nl")
        interview.answer("wijzig 1")
        assert "Dit is niet de dag waarop de hoofdpersoon asiel kreeg" in interview.answer("1 juli 2026")
        assert interview.case.decided_on == DAY
        assert interview.answer("ja") is None
        assert interview.case.decided_on == date(2026, 7, 1)


class TestContradictions:
    def test_are_not_stored(self):
        """One clear line in plain words, and the same question again."""
        interview = start()
        asked = until(interview, "sponsor.born_on")
        before = interview.case
        assert interview.answer("1 May 2029") == (
            "That cannot be: 1 May 2029 lies after the day of the assessment (1 December 2028). If the earlier answer is wrong "
            "(day of the assessment: 1 December 2028), type: change."
        )
        assert interview.answer("1 January 1700") == "1 January 1700 lies outside the years 1850 to 2200."
        assert interview.case == before
        assert interview.question() == asked

    def test_say_whose_fact_it_is(self):
        """Where it is not the one that is asked for."""
        case = Case(
            sponsor=Sponsor(protection="refugee"),
            members=[FamilyMember(id="mother", relation="parent", born_on=date(1980, 1, 1))],
            decided_on=DAY,
        )
        interview = Interview(case, lang="nl")
        interview.answer("")
        until(interview, "sponsor.born_on", MINOR)
        said = interview.answer("1-1-1979")
        assert said == (
            "Dat kan niet: mother: geboortedatum: 1 januari 1980 ligt na hoofdpersoon: geboortedatum (1 januari 1979). Is het eerdere "
            "antwoord fout (mother: geboortedatum: 1 januari 1980), typ dan: wijzig."
        )


class TestLaws:
    """The interview settles the verdicts of the laws that it is given."""

    def test_of_ones_own(self):
        """What only a law that is not given asks is not asked."""
        draft = PROPOSED.amend(id="no-housing", title="no housing", drop=["housing"])
        facts = [hold(Interview(on=DAY, laws=laws), {"amina": "spouse"}) for laws in ((PROPOSED,), (draft,))]
        assert ["sponsor.housing" in asked for asked in facts] == [True, False]


class TestNames:
    @pytest.mark.parametrize(
        "typed", ["none", "here", "sponsor", "unknown", "12", "x" * 61, "a\ud800", "a\x00", "", "?"]
    )
    def test_that_nobody_can_have(self, typed):
        interview = Interview(Case(sponsor=Sponsor(protection="refugee"), decided_on=DAY))
        assert interview.answer(typed)
        assert interview.question().fact == "id"

    def test_of_two_persons(self):
        interview = start()
        interview = Interview(interview.case)
        assert interview.answer("amina") == "amina was named before; add a letter to tell them apart."

    def test_the_relation_must_be_known(self):
        interview = Interview(Case(sponsor=Sponsor(protection="refugee"), decided_on=DAY))
        interview.answer("  J.   de {Vries} ")
        assert "J. de {Vries}" in interview.question().text
        assert interview.answer("?") == "Give a number from 1 to 13, or the word."
        assert interview.answer("14") == "Give a number from 1 to 13, or the word."
        assert interview.answer("grandparent") is None
        assert [member.id for member in interview.case.members] == ["J. de {Vries}"]


class TestBack:
    def test_undoes_answers_one_by_one(self):
        interview = Interview(on=DAY)
        questions = []
        people = iter(["amina, spouse"])
        for _ in range(12):
            questions.append((interview.question(), interview.case))
            interview.answer(reply(questions[-1][0], people, TOLD, "en"))
        for word, (asked, case) in zip(["back", "terug"] * 6, reversed(questions), strict=True):
            assert interview.answer(word) is None
            assert (interview.question(), interview.case) == (asked, case)
        assert interview.answer("back") is None
        assert interview.question().fact == "decided_on"
        assert interview.answer("back") == "There is nothing to undo."

    def test_undoes_not_known(self):
        interview = start()
        fact = interview.question().fact
        interview.answer("?")
        interview.answer("back")
        assert interview.question().fact == fact
        assert interview.unknown == ()


class TestShow:
    def test_answers_so_far(self):
        interview = start(lang="nl")
        until(interview, "sponsor.born_on")
        interview.answer("4 mei 1985")
        fact = interview.question().fact
        interview.answer("?")
        shown = interview.answer("toon")
        assert "hoofdpersoon: beschermingsstatus: subsidiaire bescherming" in shown
        assert "4 mei 1985" in shown
        assert f"{label_of(fact, 'nl')}: niet bekend\n" in shown
        assert shown.startswith("  1. ")
        assert shown.endswith("typ dan wijzig en het nummer, zoals: wijzig 1")

    def test_nothing_so_far(self):
        assert Interview().answer("show") == "No answers so far."

    @pytest.mark.parametrize("lang", LANGS)
    def test_every_value_is_said_in_plain_words(self, lang):
        interview, _ = held(lang)
        shown = interview.shown()
        assert not any(word in shown for word in ("NOT_FILED", "not_yet", "9999", "True", "False", "_on"))

    def test_why(self):
        """Names those for whom the fact matters, and the law if it is under one only."""
        asked = until(start({"amina": "spouse", "ali": "child"}), "sponsor.housing")
        assert "from 12 June 2026" in asked.why
        assert "until" not in asked.why


class TestRun:
    def test_with_a_person(self):
        lines, said, kept = iter(["amina", "spouse", "", "refugee", "huh"]), [], []
        interview = Interview(on=DAY)

        def ask(_):
            line = next(lines, None)
            if line is None:
                raise EOFError
            return line

        case = run(interview, ask, said.append, kept.append)
        assert case == interview.case == kept[-1]
        assert interview.stopped
        assert said[-1] == "\nStopped. Your answers are kept; you can go on later."
        assert not any("No answers" in text for text in said)
        assert not any(text == "" for text in said)

    def test_an_interrupt_ends_it(self):
        def ask(_):
            raise KeyboardInterrupt

        said = []
        assert run(Interview(lang="nl"), ask, said.append) == Case(sponsor=Sponsor())
        assert said[-1].startswith("\nGestopt. Er is nog geen gezinslid genoemd")

    @pytest.mark.parametrize(("told", "last"), [(TOLD, "certain"), ({}, "stays unknown")])
    def test_to_the_end(self, told, last):
        interview = Interview(on=DAY)
        people = iter(["amina, spouse"])
        said = []
        run(interview, lambda _: reply(interview.question(), people, told, "en"), said.append)
        assert last in said[-1]
        assert any("[at most" in text for text in said)

    def test_no_answer_after_the_end(self):
        interview = start()
        interview.stop()
        assert interview.answer("yes") is None


WORDS = st.sampled_from(
    [
        *("", "?", "yes", "nee", "1", "2", "3", "4", "9", "back", "terug", "show", "stop", "no more", "2600"),
        *("2026-01-02", "4 mei 1990", "1-1-2009", "amina", "a.b", "spouse", "child", "sibling"),
        *(
            "never",
            "not_yet",
            "none",
            "here",
            "wijzig 1",
            "wijzig 2",
            "change",
            "Ali, zoon, 2015",
            "Noor, pleegdochter; Sam",
        ),
        *("remove", "Amin, man", "3/4/1990", "1-1-1890", "31-12-29"),
    ]
)


class TestAnythingTyped:
    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(WORDS | st.text(max_size=12), max_size=25), st.sampled_from(LANGS))
    def test_gives_a_case_that_can_be_read_again(self, answers, lang):
        """And never a crash."""
        interview = Interview(lang=lang, on=DAY)
        for text in answers:
            interview.answer(text)
            if len(interview.case.members) > 2:
                break
            if interview.case.members:
                assert read_again(interview.case) == interview.case
        interview.shown()


def test_the_laws_that_count():
    assert LAWS == (CURRENT, PROPOSED)


@pytest.mark.parametrize("lang", LANGS)
def test_each_special_word_has_plain_words(lang):
    """Whatever fact takes it."""
    case = start().case
    for name, about in MEMBER_FACTS.items():
        if about.words and about.kind in (FactKind.DATE, FactKind.MEMBER):
            interview = Interview(whatif.changed(case, {f"amina.{name}": next(iter(about.words))}), lang=lang)
            assert value_of(interview.case, f"amina.{name}") is not None
            assert not any(f": {word}\n" in f"{interview.shown()}\n" for word in about.words)
