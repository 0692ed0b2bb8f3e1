"""Days known in part in what people read: the reports, the JSON, the calendar, what-if, and the questions."""

import itertools
import json
import re
from datetime import date, timedelta

import jsonschema
import pytest
from families import SUBSIDIARY, family

from reunify import CURRENT, PROPOSED, RULE_SETS, Case, FamilyMember, Span, Sponsor, Verdict, assess, report, whatif
from reunify.facts import MEMBER_FACTS, NOT_FILED
from reunify.interview import Interview
from reunify.report import data, html, markdown, terminal, wording
from reunify.text import LANGS

FORMS = pytest.mark.parametrize("form", [terminal.to_text, markdown.to_markdown, html.to_html])
BOTH = pytest.mark.parametrize("lang", LANGS)
VALID = jsonschema.Draft202012Validator(data.schema(), format_checker=jsonschema.FormatChecker())
TURNING = date(2007, 6, 13)
"""Who is born on this day turns 18 the day after the sponsor applied for asylum, and who is born before it does not."""


def child_of_2007(**facts):
    """A child of whom only the year of birth is known, and who can have been 18 on D1."""
    return family("child", PROPOSED, **{"born_on": 2007, "sponsor_asylum_applied_on": date(2025, 6, 12)} | facts)


def spouse_after_a_grant_in_summer(**facts):
    """A spouse under subsidiary protection, whose sponsor was granted it on one of the days from May to September."""
    granted = {"sponsor_protection": SUBSIDIARY, "sponsor_permit_notified_on": ["2026-05-01", "2026-09-30"]}
    return family("spouse", PROPOSED, **granted | {"decided_on": date(2027, 5, 1)} | facts)


def made(case, law=PROPOSED, lang="en"):
    return report.make(case, new=law, lang=lang)


def read(case, form, lang):
    """The report as one line of words."""
    text = re.sub(r"<(?!https?:)[^>]*>", "", form(made(case, lang=lang).view))
    return re.sub(r"[\s|]+", " ", text.replace("**", ""))


class TestWords:
    @pytest.mark.parametrize(
        ("span", "en", "nl"),
        [
            (Span.year(1990), "in 1990", "in 1990"),
            (Span.month(1990, 5), "in May 1990", "in mei 1990"),
            (
                Span(date(1989, 1, 1), date(1990, 12, 31)),
                "between 1 January 1989 and 31 December 1990",
                "tussen 1 januari 1989 en 31 december 1990",
            ),
        ],
    )
    def test_a_span(self, span, en, nl):
        assert (wording.value_in_words(span, "en"), wording.value_in_words(span, "nl")) == (en, nl)
        assert wording.days_from_words(en) == wording.days_from_words(nl) == span

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("1990", Span.year(1990)),
            ("1990-05", Span.month(1990, 5)),
            ("5-1990", Span.month(1990, 5)),
            ("05/1990", Span.month(1990, 5)),
            ("Mei 1990", Span.month(1990, 5)),
            ("between 1989 and 1990", Span(date(1989, 1, 1), date(1990, 12, 31))),
            ("1-1-1989 t/m 31-12-1990", Span(date(1989, 1, 1), date(1990, 12, 31))),
            ("van 1 mei 1990 tot en met 3 mei 1990", Span(date(1990, 5, 1), date(1990, 5, 3))),
            ("1989-01-01/1990-12-31", Span(date(1989, 1, 1), date(1990, 12, 31))),
            ("4 May 1990 to 4 May 1990", date(1990, 5, 4)),
            ("4 May 1990", date(1990, 5, 4)),
            ("between 1990 and 1989", None),
            ("between 1990 and some day", None),
            ("13-1990", None),
            ("summer 2014", None),
            ("0000", None),
        ],
    )
    def test_what_people_write(self, text, found):
        """A year, a month and a range are taken as they are; what is none of them is no day, and none is guessed."""
        assert wording.days_from_words(text) == found


class TestTheReport:
    @FORMS
    @BOTH
    def test_the_missing_fact_is_the_exact_day(self, form, lang):
        said = {
            "en": "date of birth, the exact day (given: in 2007)",
            "nl": "geboortedatum, de precieze dag (opgegeven: in 2007)",
        }
        text = read(child_of_2007(), form, lang)
        assert f"{wording.MISSING[lang]}: {said[lang]}." in text
        assert f"person: {said[lang]}" in text  # what to ask first

    @FORMS
    @BOTH
    def test_a_fact_that_was_not_given_is_missing_as_such(self, form, lang):
        assert wording.EXACT_DAY.format(label="", span="")[lang][2:14] not in read(
            child_of_2007(born_on=None), form, lang
        )

    @FORMS
    @BOTH
    def test_the_day_at_which_the_verdict_turns(self, form, lang):
        """A child is under 18 on D1 (C-279/20) if born on or after the day that is told, and not if born before it."""
        said = {
            "en": "date of birth: if this day lies before 13 June 2007: not through nareis; if on or after 13 June "
            "2007: may come.",
            "nl": "geboortedatum: ligt deze dag vóór 13 juni 2007: niet via nareis; ligt hij op of na 13 juni 2007: "
            "mag komen.",
        }
        assert f"{wording.TURNS[lang]}: {said[lang]}" in read(child_of_2007(), form, lang)
        for day, verdict in ((TURNING - timedelta(days=1), Verdict.EXCLUDED), (TURNING, Verdict.ELIGIBLE)):
            assert verdict is assess(child_of_2007(born_on=day), PROPOSED)["person"].verdict

    def test_the_day_is_told_beside_other_days_that_do_not_matter(self):
        """The sponsor's year of birth, and the month of the grant, change no verdict of a child that applied in time."""
        beside = {"sponsor_born_on": Span.year(1985), "sponsor_permit_notified_on": Span.month(2026, 7)}
        (told,) = assess(child_of_2007(**beside), PROPOSED)["person"].turns
        assert (told.fact, told.day) == ("born_on", TURNING)
        for born_on, granted in itertools.product(("1985-01-01", "1985-12-31"), ("2026-07-01", "2026-07-31")):
            exact = {"sponsor_born_on": born_on, "sponsor_permit_notified_on": granted}
            for day, verdicts in ((told.day - timedelta(days=1), told.before), (told.day, told.since)):
                assert verdicts == (assess(child_of_2007(born_on=day, **exact), PROPOSED)["person"].verdict,)
        two_matter = child_of_2007(sponsor_asylum_applied_on=Span.month(2025, 6))
        assert assess(two_matter, PROPOSED)["person"].turns == ()

    @FORMS
    @BOTH
    def test_the_safe_end_and_the_other(self, form, lang):
        """The wait of art. 29d lid 2 a ends two years after the grant: at the latest after the latest day of it."""
        said = {
            "en": "1 October 2028 (perhaps as early as 2 May 2028, because the exact day is not known)",
            "nl": "1 oktober 2028 (misschien al 2 mei 2028, omdat de precieze dag niet bekend is)",
        }
        assert read(spouse_after_a_grant_in_summer(), form, lang).count(said[lang]) >= 3
        for notified_on, day in (("2026-05-01", date(2028, 5, 2)), ("2026-09-30", date(2028, 10, 1))):
            exact = spouse_after_a_grant_in_summer(sponsor_permit_notified_on=notified_on)
            assert day == assess(exact, PROPOSED)["person"].eligible_from

    @FORMS
    @BOTH
    @pytest.mark.parametrize(
        ("decided_on", "en", "nl"),
        [
            ("2026-10-05", "Last day for the application: 3 August 2026 (perhaps not until 30 December 2026, because",
             "Laatste dag voor de aanvraag: 3 augustus 2026 (misschien pas 30 december 2026, omdat"),
            ("2026-12-30", "Last day for the application: 3 August 2026 (perhaps not until 30 December 2026, because",
             "Laatste dag voor de aanvraag: 3 augustus 2026 (misschien pas 30 december 2026, omdat"),
            ("2026-12-31", "The term for the application ended on 3 August 2026 (perhaps not until",
             "De termijn voor de aanvraag eindigde op 3 augustus 2026 (misschien pas 30 december 2026"),
        ],
    )  # fmt: skip
    def test_the_last_day(self, form, lang, decided_on, en, nl):
        """Three months after the grant (art. 29c lid 1); they are over once they are over on each day that it can be."""
        case = family(
            "child",
            PROPOSED,
            sponsor_permit_notified_on=["2026-05-01", "2026-09-30"],
            applied_on=NOT_FILED,
            decided_on=decided_on,
        )
        assert {"en": en, "nl": nl}[lang] in read(case, form, lang)

    @BOTH
    def test_a_note_with_its_day(self, lang):
        """A day that a remark names is the safe end too: apply before the eighteenth birthday that can be the earliest."""
        case = family("child", PROPOSED, born_on="2009-12", applied_on=NOT_FILED, decided_on="2026-12-01")
        view = made(case, lang=lang).view
        note = next(remark.said.text for remark in view.take_note if "2027" in remark.said.text)
        assert {
            "en": "30 November 2027 (perhaps not until 30 December 2027",
            "nl": "30 november 2027 (misschien pas 30 december 2027",
        }[lang] in note

    @FORMS
    @BOTH
    def test_a_remark_that_is_only_perhaps_for_this_person(self, form, lang):
        """An application that may be of before the grant is perhaps to be confirmed."""
        days = {"sponsor_permit_notified_on": date(2026, 7, 10), "decided_on": date(2026, 7, 31)}
        text = read(family("spouse", PROPOSED, applied_on=["2026-05-01", "2026-07-31"], **days), form, lang)
        said = {
            "en": "on 10 October 2026 at the latest. Perhaps this is not needed, because the exact day is not known",
            "nl": "uiterlijk op 10 oktober 2026. Misschien is dit niet nodig, omdat de precieze dag niet bekend is",
        }
        assert said[lang] in text

    @BOTH
    def test_no_family_with_exact_days_reads_of_it(self, lang):
        text = read(child_of_2007(born_on=TURNING), terminal.to_text, lang)
        assert {"en": "exact day", "nl": "precieze dag"}[lang] not in text


class TestJson:
    @pytest.mark.parametrize(
        "case", [child_of_2007, spouse_after_a_grant_in_summer, lambda: child_of_2007(born_on=TURNING)]
    )
    def test_every_key_is_there(self, case):
        """The schema asks for each of the keys, and takes null where the day is known."""
        for law in RULE_SETS.values():
            found = json.loads(made(case(), law).to_json())
            VALID.validate(found)

    def test_where_it_turns(self):
        (member,) = made(child_of_2007()).to_data()["members"]
        assert member["outcomes"]["two-status"]["turns"] == [
            {"fact": "born_on", "day": "2007-06-13", "before": ["excluded"], "since": ["eligible"]}
        ]

    def test_other_ends(self):
        (member,) = made(spouse_after_a_grant_in_summer()).to_data()["members"]
        found = member["outcomes"]["two-status"]
        assert ("2028-10-01", "2028-05-02") == (found["eligible_from"], found["eligible_from_other"])
        days = {day["id"]: (day["day"], day["other_day"]) for day in found["milestones"]}
        assert days["two-years"] == ("2028-10-01", "2028-05-02")

    def test_the_last_day(self):
        """The safe end of the three months is the earliest."""
        (member,) = made(spouse_after_a_grant_in_summer(), CURRENT).to_data()["members"]
        found = member["outcomes"]["single-status"]
        assert ("2026-08-03", "2026-12-30") == (found["deadline"], found["deadline_other"])

    def test_exact_days_have_no_other_end(self):
        (member,) = made(child_of_2007(born_on=TURNING)).to_data()["members"]
        found = member["outcomes"]["two-status"]
        assert (None, None, []) == (found["eligible_from_other"], found["deadline_other"], found["turns"])
        assert {None} == {thing["other_day"] for thing in (*found["milestones"], *found["notes"])}

    @pytest.mark.parametrize("written", ["1990", "1990-05", "1989-01-01/1990-12-31"])
    def test_a_span_as_a_value_stands_as_in_a_case_file(self, written):
        case = child_of_2007(born_on=written)
        assert written == data._plain(case.member("person").born_on)


@BOTH
def test_the_calendar(lang):
    """The event is on the safe end; the other end stands in the description."""
    icalendar = pytest.importorskip("icalendar")
    from reunify.report.calendar import to_ics  # noqa: PLC0415 -- icalendar is an extra

    view = made(spouse_after_a_grant_in_summer(), lang=lang).view
    events = icalendar.Calendar.from_ical(to_ics(view, date(2027, 5, 1))).walk("VEVENT")
    (event,) = (event for event in events if event["dtstart"].dt == date(2028, 10, 1))
    other = {"en": "perhaps as early as 2 May 2028, because", "nl": "misschien al 2 mei 2028, omdat"}
    assert other[lang] in event["description"]


class TestWhatIf:
    def test_the_exact_day_is_asked_for_where_it_matters(self):
        """The year is enough for who was a minor, or of age, on each of its days."""
        (question,) = whatif.questions(child_of_2007(), [PROPOSED])
        assert (question.fact, question.turns, question.settles) == ("person.born_on", (TURNING,), 1)
        assert whatif.questions(child_of_2007(born_on=2006), [PROPOSED]) == ()
        assert whatif.questions(child_of_2007(born_on=2008), [PROPOSED]) == ()

    def test_no_day_outside_is_tried(self, monkeypatch):
        tried = []
        given = whatif.changed
        monkeypatch.setattr(whatif, "changed", lambda case, change: tried.append(change) or given(case, change))
        for case in (child_of_2007(), child_of_2007(sponsor_asylum_applied_on=["2025-01-11", "2025-12-31"])):
            whatif.questions(case, [PROPOSED])
        days = [day for change in tried for name, day in change.items() if name == "person.born_on"]
        assert min(days).year == max(days).year == 2007
        assert len(days) <= 2 * (whatif.MOST_DAYS_TRIED + 1)

    def test_a_fact_that_is_not_known_at_all_has_no_turning_day(self):
        assert {question.turns for question in whatif.questions(child_of_2007(born_on=None), [PROPOSED])} == {()}


class TestTheInterview:
    def start(self, case, lang="en"):
        interview = Interview(case, lang, laws=[PROPOSED])
        interview.answer("no")  # nobody else wants to come
        return interview

    @BOTH
    def test_it_asks_with_the_reason_why(self, lang):
        asked = self.start(child_of_2007(), lang).question()
        assert asked.fact == "person.born_on"
        text, why, hint = {
            "en": ("Noted: in 2007, and that counts.", "before 13 June 2007, or on", "then it stays in 2007."),
            "nl": ("Genoteerd: in 2007, en dat telt.", "vóór 13 juni 2007 was, of", "dan blijft het in 2007."),
        }[lang]
        assert asked.text.startswith(text)
        assert asked.text.endswith(MEMBER_FACTS["born_on"].question[lang].format(name="person"))
        assert why in asked.why
        assert hint in asked.hint

    @pytest.mark.parametrize("year", [2006, 2008])
    def test_it_does_not_ask_where_it_does_not_matter(self, year):
        assert self.start(child_of_2007(born_on=year)).question() is None

    @pytest.mark.parametrize(
        ("day", "verdict"), [("12 June 2007", Verdict.EXCLUDED), ("13 June 2007", Verdict.ELIGIBLE)]
    )
    def test_a_day_inside_is_taken(self, day, verdict):
        interview = self.start(child_of_2007())
        assert interview.answer(day) is None
        assert (interview.noted, interview.question()) == (day, None)
        assert assess(interview.case, PROPOSED)["person"].verdict is verdict

    @BOTH
    @pytest.mark.parametrize("word", ["?", "", "2007"])
    def test_not_known_leaves_the_span(self, lang, word):
        """Saying again what was said before is "not known" too."""
        interview = self.start(child_of_2007(), lang)
        assert interview.answer(word) is None
        assert interview.case.member("person").born_on == Span.year(2007)
        assert interview.question() is None
        assert (
            interview.noted
            == {"en": "Then it stays as it is: in 2007.", "nl": "Dan blijft het zoals het is: in 2007."}[lang]
        )
        assert {
            "en": "date of birth, the exact day (given: in 2007)",
            "nl": "geboortedatum, de precieze dag (opgegeven: in 2007)",
        }[lang] in interview.shown()

    @BOTH
    @pytest.mark.parametrize("day", ["31-12-2006", "1-1-2008", "2006"])
    def test_a_day_outside_counts_once_it_is_given_again(self, lang, day):
        """It may be a slip, and it may be a correction."""
        interview = self.start(child_of_2007(), lang)
        asked = interview.question()
        said = {"en": "not what was given before (in 2007)", "nl": "niet wat eerder is opgegeven (in 2007)"}
        assert said[lang] in interview.answer(day)
        assert (interview.question(), interview.case) == (asked, child_of_2007())
        assert interview.answer(day) is None
        assert interview.case.member("person").born_on == wording.days_from_words(day)

    def test_another_day_outside_is_doubted_too(self):
        interview = self.start(child_of_2007())
        assert "31 December 2006" in interview.answer("31-12-2006")
        assert "30 December 2006" in interview.answer("30-12-2006")
        assert interview.answer("2007-06-13") is None
        assert interview.case.member("person").born_on == TURNING

    def test_a_narrower_answer_is_taken_and_asked_about_while_it_matters(self):
        interview = self.start(child_of_2007())
        assert interview.answer("June 2007") is None
        assert interview.noted == "in June 2007"
        assert "in June 2007" in interview.question().text
        assert interview.answer("13 June 2007 to 30 June 2007") is None
        assert interview.question() is None

    @BOTH
    def test_a_first_answer_in_part(self, lang):
        """Who knows a year only says so; the exact day is asked for then, if it decides."""
        interview = self.start(child_of_2007(born_on=None), lang)
        asked = interview.question()
        assert asked.fact == "person.born_on"
        assert wording.days_from_words("2007") == Span.year(2007)
        assert interview.answer("2007") is None
        assert interview.noted == "in 2007"
        assert interview.question().text.startswith({"en": "Noted: in 2007", "nl": "Genoteerd: in 2007"}[lang])

    @BOTH
    @pytest.mark.parametrize(
        ("day", "en", "nl"),
        [
            ("2024", "2024 lies before sponsor: asylum application (June 2025)", "2024 ligt vóór"),
            ("May 2025", "May 2025 lies before", "mei 2025 ligt vóór hoofdpersoon: asielaanvraag (juni 2025)"),
            ("1-5-2025 t/m 9-5-2025", "between 1 May 2025 and 9 May 2025 lies", "tussen 1 mei 2025 en 9 mei 2025 ligt"),
        ],
    )
    def test_what_cannot_be_is_said_in_words(self, lang, day, en, nl):
        case = child_of_2007(sponsor_asylum_applied_on="2025-06", sponsor_permit_notified_on=None)
        interview = self.start(case, lang)
        while interview.question().fact != "sponsor.permit_notified_on":
            interview.answer("?")
        assert {"en": en, "nl": nl}[lang] in interview.answer(day)

    @BOTH
    def test_the_decision_day_is_one_day(self, lang):
        interview = Interview(lang=lang)
        asked = interview.question()
        assert asked.fact == "decided_on"
        assert {"en": "year", "nl": "jaar"}[lang] not in asked.hint
        assert {"en": "This is not a day", "nl": "Dit is geen dag"}[lang] in interview.answer("2026")
        assert interview.question() == asked


def test_last_day_where_not_all_days_were_looked_at():
    """Of three long spans the earliest and the latest day is told that any of them gives, from the decision day on."""
    child = FamilyMember(
        id="child",
        relation="child",
        applied_on=Span(date(2010, 6, 9), date(2010, 9, 15)),
        entered_on=Span(date(2014, 1, 12), date(2015, 5, 24)),
    )
    sponsor = Sponsor(permit_notified_on=Span(date(2013, 10, 9), date(2015, 4, 28)))
    found = assess(Case(sponsor=sponsor, members=[child], decided_on=date(2015, 5, 22)), CURRENT)["child"]
    confirm = {note.id: (note.day, note.other_day) for note in found.notes}["confirm-after-grant"]
    assert (date(2015, 5, 22), date(2015, 7, 28)) == confirm
