"""Where a reason becomes a sentence: its state, what it asks, what was compared, what can cure it, and the article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final

import attrs

from reunify.assess import Cause, Outcome, Part, Reason
from reunify.engine.meaning import Turns, Verdict
from reunify.engine.nodes import Curable, Remedy
from reunify.facts import Span
from reunify.report import wording
from reunify.report.document import Cited
from reunify.ruleset import RuleSet
from reunify.sources import Mark, Source
from reunify.terms import NEVER
from reunify.text import Lang, Text
from reunify.told import names_day, on_day, told_of

__all__ = [
    "WHILE_MINOR",
    "Line",
    "cause_in_words",
    "cited",
    "decisive_reasons",
    "last_day",
    "reasons_in_words",
    "remedy_in_words",
    "safe_deadline",
    "sentence_of",
]

WHILE_MINOR: Final = "apply-before-sponsor-turns-18"
"""The milestone of those for whom no term runs as long as the sponsor is a minor."""


@attrs.frozen
class Line:
    """One condition as a reader sees it: its state in a word, the proposition, the article, remarks."""

    state: str
    holds: bool | None
    said: Cited
    details: tuple[Line, ...] = ()


def decisive_reasons(outcome: Outcome) -> list[Reason]:
    """Give what stands in the way: what failed, and what is unknown where that is what decides.

    Of who may come later, or perhaps so, all that is still open: what is not known too, and what can be cured, also
    where it is met.
    """
    if outcome.verdict is Verdict.ELIGIBLE:
        return []
    top = [reason for reason in outcome.reasons if reason.within is None]
    if outcome.verdict is Verdict.EXCLUDED:
        return [r for r in top if r.holds is False and r.curable is Curable.NO]
    if Verdict.NOT_YET in outcome.possible:
        return [r for r in top if r.holds is not True or r.curable is not Curable.NO]
    missing = set(outcome.missing)
    unknown = [r for r in top if r.holds is None and missing & set(r.missing)]
    return [r for r in top if r.holds is False or r in unknown]


def reasons_in_words(
    reasons: Iterable[Reason],
    everything: tuple[Reason, ...],
    lang: Lang,
    in_part: Mapping[str, Span],
    *,
    brief: bool = False,
) -> Iterator[Line]:
    """Put reasons into words, each with its details under it.

    Args:
        reasons: The reasons.
        everything: All reasons of the ground, among which the details are looked for.
        lang: The language.
        in_part: The days known in part, by the names that a reason has for them.
        brief: Whether the only part of a reason, on the same article, is told with it and not under it, and the
            missing facts are not named: the question does.
    """
    for reason in reasons:
        inner = [r for r in everything if r.within == reason.condition and r.holds == reason.holds]
        only = brief and not inner and len(reason.parts) == 1 and reason.parts[0].source == reason.source
        figures = tuple(_figures(reason.parts[0], reason, lang)) if only else ()
        parts = () if only else tuple(_part(part, reason, lang) for part in reason.parts)
        yield Line(
            state=wording.STATES[reason.holds][lang],
            holds=reason.holds,
            said=cited(
                sentence_of(reason, lang), reason.source, lang, *figures, *_remarks(reason, lang, in_part, brief=brief)
            ),
            details=(*parts, *reasons_in_words(inner, everything, lang, in_part, brief=brief)),
        )


def sentence_of(reason: Reason, lang: Lang) -> str:
    """Say of a condition what is so, or ask it."""
    day = reason.remedy_day or reason.day
    return _told(reason, day, lang, reason.other_day if day == reason.day else None)


def _told(said: Reason | Part, day: date | None, lang: Lang, other: date | None = None) -> str:
    told = said.told if said.told is not None else told_of(said.text, ())
    words = None if day is None or day == NEVER else wording.day_in_both(day, other)
    return on_day(told.in_state(said.holds), day, words)[lang]


def _tells_day(reason: Reason) -> bool:
    """Say whether the sentence of a condition names its day."""
    return reason.told is not None and names_day(reason.told.in_state(reason.holds))


def _part(part: Part, reason: Reason, lang: Lang) -> Line:
    """Put a part of a condition into words, with the figures that were compared."""
    said = cited(_told(part, None, lang), part.source, lang, *_figures(part, reason, lang))
    return Line(state=wording.STATES[part.holds][lang], holds=part.holds, said=said)


def _figures(part: Part, reason: Reason, lang: Lang) -> Iterator[str]:
    """Give what was compared: the facts of the family and the figures of the law, and the day on which it turns."""
    yield from (
        f"{wording.fact_in_words(name, lang)}: {wording.value_in_words(value, lang)}" for name, value in part.facts
    )
    yield from (f"{label[lang]}: {wording.value_in_words(value, lang)}" for label, value in part.figures)
    if part.day is not None and part.day not in (reason.day, NEVER):
        words = wording.TURNED_FROM if part.turns is Turns.FROM else wording.TURNED_UNTIL
        yield words.format(day=wording.day_in_words(part.day, lang))[lang]


def _remarks(reason: Reason, lang: Lang, in_part: Mapping[str, Span], *, brief: bool) -> Iterator[str]:
    if reason.day is not None and reason.holds is not True and not _tells_day(reason):
        words = wording.TURNED_FROM if reason.turns is Turns.FROM else wording.TURNED_UNTIL
        words = wording.CURE_FROM if reason.curable is Curable.BY_TIME else words
        yield words.format(day=wording.day_and_other(reason.day, reason.other_day, lang))[lang]
    elif reason.holds is False and reason.curable is not Curable.NO and not _tells_day(reason):
        yield (Remedy.TIME if reason.curable is Curable.BY_TIME else Remedy.ACTION).label[lang]
    if reason.holds is False and reason.curable is Curable.NO and reason.remedy is not Remedy.NONE:
        yield remedy_in_words(reason.remedy, reason.remedy_day, reason.advice, lang)
    if reason.holds is None and reason.missing and not brief:
        facts = "; ".join(wording.missing_in_words(fact, lang, in_part) for fact in reason.missing)
        yield wording.NEEDS.format(facts=facts)[lang]
    if reason.discretionary and reason.holds is not True:
        yield wording.MAY_REFUSE[lang]
    if reason.mark is Mark.INFERRED:
        yield reason.mark.label[lang]


def remedy_in_words(remedy: Remedy, day: date | None, advice: Text | None, lang: Lang) -> str:
    """Put into words what can still be done."""
    when = [] if day is None else [wording.WAY_FROM.format(day=wording.day_in_words(day, lang))[lang]]
    what = [remedy.label[lang]] if advice is None and not when else [] if advice is None else [advice[lang]]
    return "; ".join((*when, *what))


def cited(text: str, source: Source, lang: Lang, *remarks: str) -> Cited:
    """Give a sentence with the place that it rests on.

    Args:
        text: The sentence.
        source: The place.
        lang: The language.
        remarks: What is said of it in brackets.
    """
    return Cited(text=text, cite=source.cite[lang], url=source.url, remarks=remarks)


def cause_in_words(cause: Cause, rule_sets: Iterable[RuleSet], lang: Lang) -> Cited:
    """Say of a condition that made the difference under which law it is not met.

    Args:
        cause: The condition.
        rule_sets: The laws that were compared.
        lang: The language.
    """
    (law,) = (rule_set for rule_set in rule_sets if rule_set.id == cause.rule_set)
    return cited(
        wording.CAUSE_LINE.format(short=law.short, said=sentence_of(cause.reason, lang))[lang], cause.source, lang
    )


def safe_deadline(outcome: Outcome) -> date | None:
    """Give the earliest last day for the application in any reading, if any reading names one."""
    days = {outcome.deadline, *(dispute.deadline for dispute in outcome.disputes)} - {None}
    term = {milestone.id: milestone.day for milestone in outcome.milestones if not milestone.perhaps}
    if WHILE_MINOR in term:
        return term[WHILE_MINOR]
    # A reading in which the three months run on to a working day has a reading in which they do not.
    if term.get("three-months-extended") in days:
        days.add(term["three-months-bare"])
    return min((day for day in days if day is not None), default=None)


def last_day(outcome: Outcome) -> date | None:
    """Give the last day for the application, and the latest that it can be where it is not known exactly."""
    ends = {given.id: given.other_day or given.day for given in outcome.milestones if not given.perhaps}
    if WHILE_MINOR in ends:
        return ends[WHILE_MINOR]
    return outcome.deadline_other or outcome.deadline
