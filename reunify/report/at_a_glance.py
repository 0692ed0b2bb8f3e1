"""What stands on top of a report: where each person stands, the days ahead, what to do now, and what to watch for.

It is read in half a minute and fits on one page for a family of eight; the rest of the report says why.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

import attrs

from reunify.assess import MilestoneGiven, NoteGiven, Outcome, Reason
from reunify.beside import SecondRoute
from reunify.engine.meaning import Verdict
from reunify.engine.nodes import Curable, Remedy
from reunify.facts import NOT_FILED, Case, Span
from reunify.report import wording
from reunify.report.reasons_in_words import WHILE_MINOR, last_day, safe_deadline
from reunify.rules.procedure import AT_THE_IND, WITH_A_LAWYER
from reunify.ruleset import About, DayKind, Milestone, Note, RuleSet
from reunify.terms import years_after
from reunify.text import Lang, Text
from reunify.whatif import Question, Way

__all__ = [
    "MOST_DAYS",
    "MOST_TASKS",
    "NEAR_YEARS",
    "AtAGlance",
    "DayAhead",
    "Standing",
    "Task",
    "ToDo",
    "Top",
    "Warned",
    "at_a_glance",
    "days_of",
    "in_time",
    "is_dead",
    "is_here",
    "is_open",
]

_ONE_DAY: Final = timedelta(days=1)
MOST_DAYS: Final = 4
MOST_TASKS: Final = 3
NEAR_YEARS: Final = 2
_TERM: Final = "three-months-bare"
_TERM_EXTENDED: Final = "three-months-extended"
_EXCUSE: Final = "excusable-delay"
_TERMS: Final = (_TERM, _TERM_EXTENDED, WHILE_MINOR)


@attrs.frozen(kw_only=True)
class Standing:
    """Where one person stands: what comes out, also where there is little room, and the application.

    ``in_force``: whether that is under the law in force, and not under another one.
    """

    person: str
    in_force: bool
    relation: str
    verdict: Verdict
    said: str
    in_few_words: str
    application: str


@attrs.frozen(kw_only=True)
class DayAhead:
    """A day on which, or before which, something can still be done."""

    day: str
    iso: str
    left: str
    persons: str
    step: str


@attrs.frozen(kw_only=True)
class Task:
    """Something to do now: for whom, what, by when, and where."""

    persons: str
    said: str
    place: str


@attrs.frozen(kw_only=True)
class Warned:
    """Something to watch for, in a sentence."""

    persons: str
    said: str


@attrs.frozen(kw_only=True)
class AtAGlance:
    """The top of a report; ``in_one_line`` says for which day and under which law, where there is little room."""

    in_one_line: str
    standings: tuple[Standing, ...]
    days: tuple[DayAhead, ...]
    tasks: tuple[Task, ...]
    warnings: tuple[Warned, ...]


def at_a_glance(top: Top) -> AtAGlance:
    """Put the top of a report into words.

    Args:
        top: What it is made of.
    """
    tasks = tuple(top.tasks())[:MOST_TASKS]
    day = wording.day_in_words(top.on, top.lang)
    return AtAGlance(
        in_one_line=wording.BRIEF_LINE.format(day=day, short=top.law.short)[top.lang],
        standings=tuple(map(top.standing, top.outcomes)),
        days=tuple(top.days())[:MOST_DAYS],
        tasks=tuple(Task(persons=top.named(task.persons), said=task.said, place=task.place) for task in tasks),
        warnings=tuple(top.warnings({task.note for task in tasks})),
    )


def is_open(outcome: Outcome, ways: Iterable[Way]) -> bool:
    """Say whether something may still come of it: in the main reading, in another one, or in a way that is open."""
    return outcome.verdict is not Verdict.EXCLUDED or outcome.disputed or any(way.is_open for way in ways)


def is_here(outcome: Outcome, case: Case) -> bool:
    """Say whether somebody is in the Netherlands already, and has no need to come."""
    return case.member(outcome.member).in_netherlands is True


def in_time(outcome: Outcome) -> bool | None:
    """Say whether the application is in time; True also where no term is asked for."""
    found = next((reason for reason in outcome.reasons if reason.condition == "in-time"), None)
    return found.holds if found is not None else True


def _asks_only_an_excuse(outcome: Outcome) -> bool:
    """Say whether it is known that the term is over, and not whether there is an excuse for it."""
    missing = {reason.condition: set(reason.missing) for reason in outcome.reasons}
    return in_time(outcome) is None and missing["in-time"] <= missing.get(_EXCUSE, set())


def _is_over(outcome: Outcome, on: date) -> bool:
    """Say whether it is known that no term runs any more on a day; an excuse may still make it count as in time."""
    last = last_day(outcome)
    ended = last is not None and last < on and _asks_only_an_excuse(outcome)
    return in_time(outcome) is False or ended


def days_of(outcome: Outcome, case: Case) -> tuple[MilestoneGiven, ...]:
    """Give the days of the procedure; one that is perhaps the last for the application, where that is in time until then."""
    counts = case.member(outcome.member).applied_on is NOT_FILED and in_time(outcome) is True
    return tuple(given for given in outcome.milestones if counts or not given.perhaps or given.id not in _TERMS)


def is_dead(milestone: MilestoneGiven, outcome: Outcome, ways: Iterable[Way], case: Case) -> bool:
    """Say whether a day of the procedure matters no more: a term that is met, or one for whom nothing can come of it."""
    if milestone.id not in _TERMS:
        return False
    filed = case.member(outcome.member).applied_on is not NOT_FILED
    return not is_open(outcome, ways) or (filed and in_time(outcome) is True)


@attrs.frozen(kw_only=True)
class ToDo:
    """A task before its persons are named."""

    rank: tuple[int, date]
    persons: tuple[str, ...]
    said: str
    place: str
    note: str = ""


@attrs.frozen(kw_only=True)
class Top:
    """What the top of a report is made of, in a language.

    Attributes:
        case: The family, with its decision day.
        law: The law that matters most.
        outcomes: What comes out under it.
        questions: What to ask first.
        ways: For each person what would change the outcome.
        lang: The language.
        in_force: Whether it is the law in force on that day.
        second: The regular route of each person who is not eligible under it.
    """

    case: Case
    law: RuleSet
    outcomes: Sequence[Outcome]
    questions: Sequence[Question]
    ways: Mapping[str, Sequence[Way]]
    lang: Lang
    in_force: bool
    second: Mapping[str, SecondRoute]

    @property
    def on(self) -> date:
        """The decision day."""
        assert self.case.decided_on is not None  # noqa: S101 -- a report has one
        return self.case.decided_on

    def named(self, persons: Iterable[str]) -> str:
        """Give the names of persons, or the word for all of them."""
        return wording.named(persons, self.case, self.lang)

    def _is_open(self, outcome: Outcome) -> bool:
        return is_open(outcome, self.ways[outcome.member])

    def _day(self, day: date, other: date | None = None) -> str:
        return wording.day_and_other(day, other, self.lang)

    # ------------------------------------------------------------ where each stands

    def standing(self, outcome: Outcome) -> Standing:
        """Say where one person stands."""
        return Standing(
            person=outcome.member,
            in_force=self.in_force,
            relation=outcome.relation.label[self.lang],
            verdict=outcome.verdict,
            said=self.verdict(outcome),
            in_few_words=self.verdict(outcome, brief=True),
            application=self.application(outcome),
        )

    def verdict(self, outcome: Outcome, *, brief: bool = False) -> str:
        """Say what comes out, and whether that is disputed."""
        said = self._said(outcome, brief=brief)
        said = said if self.in_force else wording.WOULD.format(verdict=said)[self.lang]
        return f"{said} ({wording.DISPUTED[self.lang]})" if outcome.disputed else said

    def _said(self, outcome: Outcome, *, brief: bool) -> str:
        match outcome.verdict:
            case Verdict.ELIGIBLE if is_here(outcome, self.case):
                return (wording.IS_HERE_MAY_STAY if brief else wording.IS_HERE_AND_MAY_STAY)[self.lang]
            case Verdict.ELIGIBLE if self.in_force:
                return wording.CAN_COME_NOW[self.lang]
            case Verdict.NOT_YET if outcome.eligible_from is not None:
                day = self._day(outcome.eligible_from, outcome.eligible_from_other)
                more = any(_is_asked_too(reason) for reason in outcome.reasons)
                more_words = wording.LATER_NOT_BEFORE if brief else wording.LATER_AT_THE_EARLIEST
                words = more_words if more else wording.LATER_FROM
                return words.format(day=day)[self.lang]
            case Verdict.NOT_YET:
                return wording.LATER_ONCE[self.lang]
            case Verdict.UNDETERMINED:
                question = self._question_for(outcome, brief=brief)
                words = wording.NOT_KNOWN_ASK if question else outcome.verdict.label
                return words.format(question=question)[self.lang]
        return wording.verdict_in_words(outcome.verdict, self.law)[self.lang]

    def _question_for(self, outcome: Outcome, *, brief: bool) -> str:
        wanted = {name if "." in name else f"{outcome.member}.{name}" for name in outcome.missing}
        asked = next((question for question in self.questions if {question.fact} & wanted), None)
        if asked is None:
            return ""
        owner, _, bare = asked.fact.rpartition(".")
        question = wording.question_in_words(asked.fact, asked.about, self.case, self.lang)
        if not brief and bare not in self.case.in_part.get(owner, ()):
            return question
        whose = wording.SPONSOR[self.lang] if owner == "sponsor" else owner
        label = f"{asked.about.label[self.lang]}?" if brief else question
        return label if whose in ("", outcome.member) else f"{whose}: {label}"

    def application(self, outcome: Outcome) -> str:
        """Say how the application stands."""
        applied = self.case.member(outcome.member).applied_on
        if applied is None:
            return wording.APPLICATION_NOT_KNOWN[self.lang]
        if applied is NOT_FILED:
            return self._not_filed(outcome)
        day = (
            wording.span_in_words(applied, self.lang)
            if isinstance(applied, Span)
            else wording.ON.format(day=wording.day_in_words(applied, self.lang))[self.lang]
        )
        words = wording.APPLIED
        if self._has_term(outcome):
            words = self._in_time(outcome, applied)
        ended = self._day(outcome.deadline, outcome.deadline_other) if outcome.deadline is not None else ""
        return words.format(day=day, ended=ended)[self.lang]

    def _has_term(self, outcome: Outcome) -> bool:
        late = in_time(outcome) is False
        asked = any(reason.condition == "in-time" for reason in outcome.reasons)
        return asked and (self._is_open(outcome) or late)

    def _in_time(self, outcome: Outcome, applied: date | Span) -> Text:
        holds, safe, last = in_time(outcome), safe_deadline(outcome), outcome.deadline
        if holds is False:
            return wording.APPLIED_TOO_LATE if last is not None else wording.APPLIED
        if isinstance(applied, Span) or last is None or safe is None:
            return wording.APPLIED_IN_TIME if holds else wording.APPLIED
        if applied > (outcome.deadline_other or last) and (holds or _asks_only_an_excuse(outcome)):
            return wording.APPLIED_LATE_EXCUSED if holds else wording.APPLIED_LATE
        if applied > last:  # another day that is not known exactly can make it in time
            return wording.APPLIED_IN_TIME if holds else wording.APPLIED_PERHAPS_LATE
        return wording.APPLIED_IN_TIME if applied <= safe else wording.APPLIED_IN_TIME_DISPUTED

    def _not_filed(self, outcome: Outcome) -> str:
        safe, last = safe_deadline(outcome), last_day(outcome)
        if safe is None or last is None or not self._has_term(outcome) or is_here(outcome, self.case):
            return wording.NOT_APPLIED[self.lang]
        if safe >= self.on:
            day = wording.day_in_words(safe, self.lang)
            return wording.NOT_APPLIED_LEFT.format(left=wording.days_left(self.on, safe, self.lang), day=day)[self.lang]
        words = wording.NOT_APPLIED_DOUBT if last >= self.on else wording.NOT_APPLIED_ENDED
        if last < self.on and in_time(outcome) is None and not _is_over(outcome, self.on):
            words = wording.NOT_APPLIED_PERHAPS_ENDED
        return words.format(day=wording.day_in_words(last, self.lang))[self.lang]

    # ------------------------------------------------------------ the days ahead

    def days(self) -> Iterator[DayAhead]:
        """Give the days ahead, the first one first."""
        for (day, step), persons in sorted(self._days_ahead().items(), key=lambda found: found[0][0]):
            yield DayAhead(
                day=wording.day_in_words(day, self.lang),
                iso=day.isoformat(),
                left=wording.days_left(self.on, day, self.lang),
                persons=self.named(persons),
                step=step,
            )

    def _days_ahead(self) -> dict[tuple[date, str], dict[str, None]]:
        found: dict[tuple[date, str], dict[str, None]] = {}
        for outcome, given, milestone in self._milestones():
            is_birthday = milestone.kind is DayKind.BIRTHDAY
            acts = milestone.kind is DayKind.LAST_DAY or (
                is_birthday and self.on < given.day and self._ages(outcome, given.day)
            )
            if acts and milestone.step is not None:
                other = wording.other_in_words(given.day, given.other_day, self.lang, perhaps=given.perhaps)
                step = milestone.step[self.lang] + (f" ({other})" if other else "")
                who = wording.SPONSOR_HEADING[self.lang] if milestone.of_sponsor else outcome.member
                found.setdefault((given.day, step), {})[who] = None
        told = {(day, person) for (day, _), persons in found.items() for person in persons}
        for outcome, given_note, note in self._notes():
            day = given_note.day
            if note.task is None or day is None or (day, outcome.member) in told:
                continue
            if self._acts(outcome, day) and not self._is_pressing(outcome):
                other = wording.other_in_words(day, given_note.other_day, self.lang, perhaps=given_note.perhaps)
                step = note.task[self.lang] + (f" ({other})" if other else "")
                found.setdefault((day, step), {})[outcome.member] = None
        return found

    def _acts(self, outcome: Outcome, day: date) -> bool:
        """Say whether a day still lies ahead of somebody of whom something can come."""
        return day >= self.on and self._is_open(outcome)

    def _is_filed(self, outcome: Outcome) -> bool:
        return self.case.member(outcome.member).applied_on is not NOT_FILED

    def _is_pressing(self, outcome: Outcome) -> bool:
        """Say whether nothing was filed and the term is or may be over: no later day leaves time then."""
        if self._is_filed(outcome) or in_time(outcome) is True:
            return False
        return not any(given.day >= self.on for given in outcome.milestones if given.id in _TERMS and not given.perhaps)

    def _ages(self, outcome: Outcome, birthday: date) -> bool:
        """Say whether a birthday can still matter: nobody can come before it, or nothing was filed and it is near."""
        if outcome.verdict is Verdict.NOT_YET:
            return outcome.eligible_from is None or birthday <= outcome.eligible_from
        undecided = outcome.verdict is Verdict.UNDETERMINED or not self._is_filed(outcome)
        return undecided and birthday <= years_after(self.on, NEAR_YEARS)

    def _milestones(self) -> Iterator[tuple[Outcome, MilestoneGiven, Milestone]]:
        """Give the days that are not past and that still matter; of two ends of a term the safe one, as long as it lies ahead."""
        known = {milestone.id: milestone for milestone in self.law.milestones}
        for outcome in filter(self._is_open, self.outcomes):
            ahead = [
                given
                for given in days_of(outcome, self.case)
                if given.day >= self.on and not is_dead(given, outcome, self.ways[outcome.member], self.case)
            ]
            ids = {given.id for given in ahead}
            for given in ahead:
                if given.id != _TERM_EXTENDED or _TERM not in ids:
                    yield outcome, given, known[given.id]

    # ------------------------------------------------------------ what to do now

    def tasks(self) -> Iterator[ToDo]:
        """Give what can be done, the most pressing first; who has a day to act by is not told to apply once more."""
        dated = list(self._dated())
        pressed = {person for todo in dated for person in todo.persons}
        others = (*self._questions(), *self._curable(), *self._to_file(pressed), *self._other_routes())
        found: dict[tuple[tuple[int, date], str, str, str], dict[str, None]] = {}
        for todo in sorted((*dated, *others), key=lambda todo: todo.rank):
            key = (todo.rank, todo.said, todo.place, todo.note)
            found.setdefault(key, {}).update(dict.fromkeys(todo.persons))
        for (rank, said, place, note), persons in found.items():
            yield ToDo(rank=rank, persons=tuple(persons), said=said, place=place, note=note)

    def _by(self, task: Text, day: date) -> str:
        return wording.TASK_BY.format(task=task, day=wording.day_in_words(day, self.lang))[self.lang]

    def _dated(self) -> Iterator[ToDo]:
        """Give what is to be done by a day; of several days for one and the same deed the earliest binds."""
        found: dict[tuple[str, str], ToDo] = {}
        for member, task, todo in sorted(self._all_dated(), key=lambda dated: dated[2].rank):
            found.setdefault((member, task), todo)
        yield from found.values()

    def _all_dated(self) -> Iterator[tuple[str, str, ToDo]]:
        for outcome, given, milestone in self._milestones():
            if milestone.task is not None:
                yield self._dated_task(outcome, milestone.task, milestone.place, given.day)
        for outcome, given_note, note in self._notes():
            day = given_note.day
            if note.task is None or day is None or not self._acts(outcome, day) or self._is_pressing(outcome):
                continue
            # What is to be done before a day on which something ends is not in time on that day itself.
            last = max(self.on, day - _ONE_DAY) if note.before_eligible else day
            doubt = wording.PERHAPS if given_note.perhaps and given_note.other_day is None else None
            yield self._dated_task(outcome, note.task, note.place, last, note.id, doubt)

    def _dated_task(
        self, outcome: Outcome, task: Text, place: Text | None, day: date, note: str = "", doubt: Text | None = None
    ) -> tuple[str, str, ToDo]:
        where = "" if place is None else place[self.lang]
        said = self._by(task, day) + (f" ({doubt[self.lang]})" if doubt is not None else "")
        todo = ToDo(rank=(0, day), persons=(outcome.member,), said=said, place=where, note=note)
        return outcome.member, task[self.lang], todo

    def _notes(self) -> Iterator[tuple[Outcome, NoteGiven, Note]]:
        known = {note.id: note for note in self.law.notes}
        for outcome in self.outcomes:
            for given in outcome.notes:
                if given.about is About.WARNING and not known[given.id].aside:
                    yield outcome, given, known[given.id]

    def _questions(self) -> Iterator[ToDo]:
        """Ask what settles most, for all of whom the same is not known."""
        if not self.questions:
            return
        first = self.questions[0]
        owner, _, bare = first.fact.rpartition(".")
        same = (question.fact.rpartition(".") for question in self.questions)
        persons = tuple(other for other, _, name in same if name == bare)
        said = wording.question_in_words(first.fact, first.about, self.case, self.lang, names=persons)
        ask = wording.TASK_ASK.format(question=wording.first_question(said))[self.lang]
        if owner in ("", "sponsor"):
            persons = (wording.SPONSOR[self.lang],)
        yield ToDo(rank=(2, self.on), persons=persons or (owner,), said=ask, place=wording.AT_THE_FAMILY[self.lang])

    def _curable(self) -> Iterator[ToDo]:
        """Name what somebody can still do about what stands in the shortest open way."""
        for outcome in self.outcomes:
            way = next((way for way in self.ways[outcome.member] if way.is_open), None)
            for obstacle in way.obstacles if way is not None else ():
                reason, told = obstacle.reason, obstacle.reason.told
                if reason.advice is not None and reason.holds is False and reason.remedy is Remedy.ACTION:
                    place = WITH_A_LAWYER[self.lang]
                    yield ToDo(rank=(1, self.on), persons=(outcome.member,), said=reason.advice[self.lang], place=place)
                elif told is not None and told.task is not None and reason.holds is False:
                    place = "" if told.place is None else told.place[self.lang]
                    sponsor = (wording.SPONSOR[self.lang],)
                    yield ToDo(rank=(4, self.on), persons=sponsor, said=told.task[self.lang], place=place)

    def _to_file(self, pressed: Collection[str]) -> Iterator[ToDo]:
        """Apply where nothing was filed, and no term that runs says by when."""
        for outcome in self.outcomes:
            if self._is_filed(outcome) or outcome.verdict is Verdict.EXCLUDED or outcome.member in pressed:
                continue
            rank, words, place = 3, wording.TASK_APPLY, AT_THE_IND
            if is_here(outcome, self.case):
                words, place = wording.TASK_APPLY_HERE, WITH_A_LAWYER
            elif _is_over(outcome, self.on):
                rank, words, place = 1, wording.TASK_APPLY_LATE, WITH_A_LAWYER
            elif in_time(outcome) is None:
                rank, words, place = 1, wording.TASK_APPLY_PERHAPS_LATE, WITH_A_LAWYER
            elif outcome.verdict is Verdict.NOT_YET:
                words, place = wording.TASK_APPLY_WHEN, WITH_A_LAWYER
            yield ToDo(rank=(rank, self.on), persons=(outcome.member,), said=words[self.lang], place=place[self.lang])

    def _other_routes(self) -> Iterator[ToDo]:
        for outcome in self.outcomes:
            route = self.second.get(outcome.member)
            if route is not None and route.regular.verdict is not Verdict.EXCLUDED:
                said, place = wording.TASK_REGULAR[route.regular.verdict][self.lang], AT_THE_IND[self.lang]
                # What is open now goes before what is still to be found out.
                rank = 5 if route.regular.verdict is Verdict.ELIGIBLE else 6
                yield ToDo(rank=(rank, self.on), persons=(outcome.member,), said=said, place=place)
            elif outcome.verdict is Verdict.EXCLUDED:
                said, place = wording.TASK_OTHER_ROUTES[self.lang], WITH_A_LAWYER[self.lang]
                yield ToDo(rank=(6, self.on), persons=(outcome.member,), said=said, place=place)

    # ------------------------------------------------------------ what to watch for

    def warnings(self, told: set[str]) -> Iterator[Warned]:
        """Give what to watch for, but for the notes that the tasks have told."""
        found: dict[str, dict[str, None]] = {}
        for outcome, given, note in self._notes():
            is_moot = not self._is_open(outcome) or (given.day is not None and self._is_pressing(outcome))
            if note.id in told or (note.task is not None and is_moot):
                continue
            if given.day is not None and (given.other_day or given.day) < self.on:
                continue
            text = note.brief if note.brief is not None else wording.first_sentence(given.text)
            said = wording.with_day(text, given.day, self.lang, given.other_day, perhaps=given.perhaps)
            found.setdefault(said, {})[outcome.member] = None
        for said, persons in found.items():
            yield Warned(persons=self.named(persons), said=said)


def _is_asked_too(reason: Reason) -> bool:
    """Say whether a condition is asked for beside a wait: one that is not met or not known, and that time does not bring."""
    top = reason.within is None and reason.curable is not Curable.NO
    return top and reason.holds is not True and (reason.holds is None or reason.curable is not Curable.BY_TIME)
