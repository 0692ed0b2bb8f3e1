"""The days that matter as a calendar file (iCalendar, RFC 5545), for any calendar program. Needs the extra ``calendar``."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

try:
    from icalendar import Alarm, Calendar, Event
except ModuleNotFoundError as _error:
    _NEEDED = 'a calendar needs icalendar / een agenda vraagt om icalendar: pip install "reunify[calendar]"'
    raise ImportError(_NEEDED, name=_error.name) from None

from reunify.report import wording
from reunify.report.view import DateView, ReportView
from reunify.ruleset import DayKind
from reunify.terms import days_after

__all__ = ["ALARM_HOUR", "LATE_ALARM", "to_ics"]

_ALARMS: Final[dict[DayKind, tuple[int, ...]]] = {
    DayKind.LAST_DAY: (28, 7),
    DayKind.BIRTHDAY: (180, 60),
    DayKind.TURN: (28,),
    DayKind.AUTHORITY: (7,),
}
"""How many days before a day each alarm goes off."""
LATE_ALARM: Final = 1
"""The same where the day is nearer than all of these."""
ALARM_HOUR: Final = 9
"""The hour of the morning at which an alarm goes off."""


def to_ics(view: ReportView, decided_on: date) -> str:
    """Give the days of a report that are not past as a calendar: one event of a whole day for each.

    Nothing is in it that the report does not show. The title of an event names the person and says what the day is; its
    text says the same as the report, with the article. The events are marked as private and take up no time; equal input
    gives equal text.

    Args:
        view: The report.
        decided_on: The decision day (D4) of the report: the day from which the calendar looks ahead.

    Returns:
        The calendar, with lines that end in CRLF: write it as bytes, or with ``newline=""``.
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//reunify//reunify {view.version}//{view.lang.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", view.title or view.heading)
    for day in view.dates:
        if not day.past and date.fromisoformat(day.iso) >= decided_on:
            calendar.add_component(_event(day, view, decided_on))
    text: str = calendar.to_ical().decode("utf-8")
    return text


def _event(day: DateView, view: ReportView, decided_on: date) -> Event:
    on = date.fromisoformat(day.iso)
    event = Event()
    event.add("uid", _uid(day, view))
    event.add("dtstamp", datetime.combine(decided_on, time(), tzinfo=UTC))
    event.add("dtstart", on)
    event.add("dtend", days_after(on, 1))
    event.add("summary", _title(day))
    event.add("description", "\n".join(_description(day, view)))
    if day.said.url:
        event.add("url", day.said.url)
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    for days in _alarms(day.kind, (on - decided_on).days):
        event.add_component(_alarm(day, days))
    return event


def _title(day: DateView) -> str:
    perhaps = f" ({day.other})" if day.other else ""
    return _clean(f"{day.who or day.persons}: {day.event or day.said.text}{perhaps}")


def _alarms(kind: DayKind, days_left: int) -> tuple[int, ...]:
    """Give the alarms that still lie ahead; where none does, the day before, and on the day itself none."""
    ahead = tuple(days for days in _ALARMS[kind] if days < days_left)
    return ahead or ((LATE_ALARM,) if days_left > LATE_ALARM else ())


def _alarm(day: DateView, days: int) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _title(day))
    # From midnight at the beginning of the day: so many days earlier, in the morning.
    alarm.add("trigger", timedelta(days=-days, hours=ALARM_HOUR))
    return alarm


def _description(day: DateView, view: ReportView) -> Iterator[str]:
    yield _clean(day.said.text)
    if day.other:
        yield f"{day.day}; {day.other}"
    yield f"{wording.PERSON[view.lang]}: {_clean(day.persons)}"
    yield f"{wording.ARTICLE[view.lang]}: {_clean(day.said.cite)}"
    yield from (_clean(remark) for remark in day.said.remarks)
    if day.said.url:
        yield day.said.url
    yield _clean(view.notice)


def _uid(day: DateView, view: ReportView) -> str:
    """Name an event by what it says and for which family, so that it stays one event when written again."""
    family = (view.title, view.source, *(person.id for person in view.persons))
    said = (day.iso, day.persons, day.said.text, day.said.cite)
    digest = hashlib.sha256("\0".join((*family, "", *said)).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{digest[:32]}@reunify"


def _clean(text: str) -> str:
    """Put a text on one line, without the control characters that a calendar cannot hold."""
    return "".join(c for c in " ".join(text.split()) if c.isprintable() or ord(c) > _LAST_CONTROL)


_LAST_CONTROL: Final = 0x9F
