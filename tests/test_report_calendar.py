"""The calendar of the days that matter: read again with icalendar, and looked at as bytes."""

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta

import attrs
import pytest
from families import PEOPLE, SUBSIDIARY, family

from reunify import CURRENT, NOT_FILED, PROPOSED, report
from reunify.report.view import Cited, DateView
from reunify.ruleset import DayKind
from reunify.text import LANGS, Text

icalendar = pytest.importorskip("icalendar")
to_ics = pytest.importorskip("reunify.report.calendar").to_ics

D4 = date(2026, 8, 10)


def view_of(case, lang="en"):
    return report.make(case, lang=lang).view


def child(lang="en", **facts):
    """Give the report for a child whose sponsor got the permit on 1 July 2026."""
    return view_of(family("child", PROPOSED, decided_on=D4, **facts), lang)


def with_day(view, **changes):
    """Give the report with one day only."""
    said = Cited(changes.pop("text", "x"), changes.pop("cite", "Vw 2000"), changes.pop("url", "https://example.org/a"))
    day = {"day": "1 October 2026", "iso": "2026-10-01", "past": "", "persons": "amina", "said": said} | changes
    return attrs.evolve(view, dates=(DateView(**day),))


def events(text):
    return icalendar.Calendar.from_ical(text).walk("VEVENT")


def unfolded(text):
    return text.replace("\r\n ", "")


class TestEvents:
    @pytest.mark.parametrize("lang", LANGS)
    def test_one_for_each_day_that_is_not_past(self, lang):
        view = child(lang)
        coming = [day for day in view.dates if not day.past]
        assert len(coming) < len(view.dates) or all(date.fromisoformat(day.iso) >= D4 for day in view.dates)
        found = events(to_ics(view, D4))
        assert [event.decoded("dtstart") for event in found] == [date.fromisoformat(day.iso) for day in coming]
        assert [str(event["summary"]) for event in found] == [f"{day.who}: {day.event}" for day in coming]

    def test_past_days_are_left_out(self):
        view = child(sponsor_permit_notified_on=date(2026, 1, 5), applied_on=NOT_FILED)
        assert any(day.past for day in view.dates)
        assert all(event.decoded("dtstart") >= D4 for event in events(to_ics(view, D4)))

    def test_the_last_day_for_the_application(self):
        """Three months after the grant was made known (art. 29c lid 1 Vw), as a whole day, free."""
        event = next(
            e for e in events(to_ics(child(applied_on=NOT_FILED), D4)) if e.decoded("dtstart") == date(2026, 10, 1)
        )
        assert event.decoded("dtend") == date(2026, 10, 2)
        assert event["dtstart"].params["VALUE"] == "DATE"
        assert event["transp"] == "TRANSPARENT"
        assert event["class"] == "PRIVATE"
        assert event.decoded("dtstamp") == datetime(2026, 8, 10, tzinfo=UTC)
        assert str(event["summary"]) == "person: last day to apply for nareis"
        assert str(event["url"]).startswith("https://wetten.overheid.nl/")
        description = str(event["description"])
        assert "Person: person" in description
        assert "29c" in description
        assert "https://" in description
        assert "not legal advice" in description

    def test_the_last_day_for_the_parents_of_a_minor(self):
        """The day before the sponsor turns 18 (C-560/20), with alarms before it."""
        born = {"sponsor_born_on": date(2008, 12, 5), "sponsor_permit_notified_on": date(2026, 3, 16)}
        view = view_of(family("parent", PROPOSED, decided_on=D4, applied_on=NOT_FILED, **born))
        (event,) = (e for e in events(to_ics(view, D4)) if "last day to apply" in str(e["summary"]))
        assert event.decoded("dtstart") == date(2026, 12, 4)
        assert len(event.walk("VALARM")) == 2

    def test_a_draft(self):
        """Of a draft with another wait the title says that wait; one that says the day otherwise has its words as title."""
        words = Text(en="The family may come.", nl="Het gezin mag komen.")
        for title, change in (
            ("three years", {"figures": {"wait": 3}}),
            ("come", {"milestones": {"two-years": words}}),
        ):
            draft = PROPOSED.amend(id="draft", title="draft", **change)
            case = family("child", PROPOSED, sponsor_protection=SUBSIDIARY, decided_on=D4)
            titles = [str(e["summary"]) for e in events(to_ics(report.make(case, new=draft).view, D4))]
            assert 1 == sum(title in one for one in titles)
            assert not [one for one in titles if "two years" in one]

    def test_a_day_known_in_part(self):
        """The title says that it may be a later one."""
        case = family("child", PROPOSED, decided_on=D4, born_on="2009")
        (event,) = (e for e in events(to_ics(view_of(case), D4)) if "turns 18" in str(e["summary"]))
        assert event.decoded("dtstart") == date(2027, 1, 1)
        assert "perhaps not until 31 December 2027" in str(event["summary"])

    def test_a_term_that_is_met_is_no_event(self):
        """Who applied in time has no last day for the application any more."""
        assert not [e for e in events(to_ics(child(), D4)) if e.decoded("dtstart") == date(2026, 10, 1)]

    def test_in_dutch(self):
        event = events(to_ics(child("nl"), D4))[0]
        assert "Persoon: person" in str(event["description"])
        assert "geen juridisch advies" in str(event["description"])

    @pytest.mark.parametrize("who", PEOPLE)
    @pytest.mark.parametrize("law", [CURRENT, PROPOSED], ids=lambda law: law.id)
    def test_no_name_is_given_twice(self, who, law):
        """Each event has an id of its own, and no id shows a name."""
        case = family(who, law)
        found = events(to_ics(view_of(case), case.decided_on))
        ids = [str(event["uid"]) for event in found]
        assert len(set(ids)) == len(ids)
        assert not any(member.id in uid for uid in ids for member in case.members)

    def test_two_families_do_not_share_an_event(self):
        """Else a calendar program would keep one of the two."""
        view = child()
        other = attrs.evolve(view, title="another family")
        assert not {str(e["uid"]) for e in events(to_ics(view, D4))} & {
            str(e["uid"]) for e in events(to_ics(other, D4))
        }


class TestAlarm:
    @pytest.mark.parametrize(
        ("kind", "iso", "days"),
        [
            (DayKind.LAST_DAY, "2026-10-01", [28, 7]),
            (DayKind.LAST_DAY, "2026-09-07", [7]),
            (DayKind.LAST_DAY, "2026-08-17", [1]),
            (DayKind.LAST_DAY, "2026-08-12", [1]),
            (DayKind.LAST_DAY, "2026-08-11", []),
            (DayKind.LAST_DAY, "2026-08-10", []),
            (DayKind.BIRTHDAY, "2027-08-10", [180, 60]),
            (DayKind.BIRTHDAY, "2026-12-01", [60]),
            (DayKind.AUTHORITY, "2026-12-01", [7]),
        ],
    )
    def test_before_the_day_in_the_morning(self, kind, iso, days):
        """Those that still lie ahead; where none does, a day before, and none on the day itself or for a past morning."""
        event = events(to_ics(with_day(child(), iso=iso, text="Last day", kind=kind), D4))[0]
        alarms = event.walk("VALARM")
        assert [alarm.decoded("trigger") for alarm in alarms] == [timedelta(days=-number, hours=9) for number in days]
        assert all(alarm["action"] == "DISPLAY" and str(alarm["description"]) == "amina: Last day" for alarm in alarms)


class TestBytes:
    @pytest.mark.parametrize("lang", LANGS)
    def test_equal_input_gives_equal_text(self, lang):
        assert to_ics(child(lang), D4) == to_ics(child(lang), D4)

    @pytest.mark.slow("starts processes of its own")
    def test_also_in_another_process(self):
        code = (
            "import sys; sys.path[:0] = ['tests']; from datetime import date; from families import family;"
            "from reunify import PROPOSED, report; from reunify.report.calendar import to_ics;"
            f"day = {D4!r}; view = report.make(family('child', PROPOSED, decided_on=day)).view;"
            "sys.stdout.buffer.write(to_ics(view, day).encode())"
        ).replace("datetime.date", "date")
        runs = {subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout for _ in range(2)}
        assert runs == {to_ics(child(), D4).encode()}

    @pytest.mark.parametrize("lang", LANGS)
    def test_lines(self, lang):
        """End in CRLF and are at most 75 bytes long (RFC 5545, 3.1)."""
        raw = to_ics(child(lang), D4).encode()
        assert raw.endswith(b"END:VCALENDAR\r\n")
        assert raw.count(b"\n") == raw.count(b"\r\n") == raw.count(b"\r")
        assert max(map(len, raw.split(b"\r\n"))) <= 75

    @pytest.mark.parametrize("lang", LANGS)
    def test_head(self, lang):
        calendar = icalendar.Calendar.from_ical(to_ics(child(lang), D4))
        assert calendar["version"] == "2.0"
        assert calendar["prodid"].endswith(f"//{lang.upper()}")

    def test_no_days_at_all(self):
        text = to_ics(attrs.evolve(child(), dates=()), D4)
        assert text.startswith("BEGIN:VCALENDAR\r\n")
        assert not events(text)


class TestNames:
    @pytest.mark.parametrize(
        "name", ["Al, Ali", "a;b", "back\\slash", "quote\"s'", "zoë 陈 أمينة", "x" * 200, "per%cent", "a:b"]
    )
    def test_come_back_as_they_are(self, name):
        text = to_ics(with_day(child(), persons=name, text="last day"), D4)
        event = events(text)[0]
        assert str(event["description"]).splitlines()[1] == f"Person: {name}"
        assert str(event["summary"]) == f"{name}: last day"
        assert max(map(len, text.encode().split(b"\r\n"))) <= 75

    def test_commas_and_semicolons_are_escaped(self):
        text = unfolded(to_ics(with_day(child(), text="a,b;c"), D4))
        assert "SUMMARY:amina: a\\,b\\;c\r\n" in text

    @pytest.mark.parametrize(
        "name", ["a\nBEGIN:VALARM", "a\r\nATTENDEE:mailto:x@example.org", "a\rb", "a\x00b\x07", "a\u2028b"]
    )
    def test_cannot_add_a_line(self, name):
        """Not even a name that holds the end of a line."""
        text = to_ics(with_day(child(), persons=name, text=name, cite=name), D4)
        event = events(text)[0]
        assert "\n" not in str(event["summary"])
        assert len(event.walk("VALARM")) == 1  # of a day that is neither
        assert "attendee" not in event
        assert not set("\x00\x07\u2028") & set(text)

    def test_nothing_that_the_report_does_not_show(self):
        """No day of birth, nor another fact."""
        text = to_ics(child(), D4)
        assert "2012-03-01" not in text
        assert "20120301" not in text


def test_without_the_library(monkeypatch):
    """One line says what to install."""
    monkeypatch.setitem(sys.modules, "icalendar", None)
    monkeypatch.delitem(sys.modules, "reunify.report.calendar")
    with pytest.raises(ImportError, match=r'pip install "reunify\[calendar\]"'):
        import reunify.report.calendar  # noqa: F401, PLC0415
