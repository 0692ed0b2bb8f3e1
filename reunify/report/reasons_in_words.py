"""Where a reason becomes a sentence: its state, what it asks, what was compared, what can cure it, and the article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import attrs

from reunify.assess import Cause, Outcome, Part, Reason
from reunify.facts import Span
from reunify.meaning import Turns, Verdict
from reunify.nodes import Curable, Remedy
from reunify.report import wording
from reunify.report.document import Cited
from reunify.ruleset import RuleSet
from reunify.sources import Mark, Source
from reunify.terms import NEVER
from reunify.text import Lang, Text


@attrs.frozen
class Line:
    """One condition as a reader sees it: its state in a word, the proposition, the article, remarks."""

    state: str
    holds: bool | None
    said: Cited
    details: tuple[Line, ...] = ()


def decisive_reasons(outcome: Outcome) -> list[Reason]:
    """Give what stands in the way: what failed, and what is unknown where that is what decides."""
    if outcome.verdict is Verdict.ELIGIBLE:
        return []
    top = [reason for reason in outcome.reasons if reason.within is None]
    if outcome.verdict is Verdict.EXCLUDED:
        return [r for r in top if r.holds is False and r.curable is Curable.NO]
    missing = set(outcome.missing)
    unknown = [r for r in top if r.holds is None and missing & set(r.missing)]
    return [r for r in top if r.holds is False or r in unknown]


def reasons_in_words(
    reasons: Iterable[Reason], everything: tuple[Reason, ...], lang: Lang, in_part: Mapping[str, Span]
) -> Iterator[Line]:
    """Put reasons into words, each with its details under it.

    Args:
        reasons: The reasons.
        everything: All reasons of the ground, among which the details are looked for.
        lang: The language.
        in_part: The days known in part, by the names that a reason has for them.
    """
    for reason in reasons:
        inner = [r for r in everything if r.within == reason.condition and r.holds == reason.holds]
        parts = (_part(part, reason, lang) for part in reason.parts)
        yield Line(
            state=wording.STATES[reason.holds][lang],
            holds=reason.holds,
            said=cited(reason.text[lang], reason.source, lang, *_remarks(reason, lang, in_part)),
            details=(*parts, *reasons_in_words(inner, everything, lang, in_part)),
        )


def _part(part: Part, reason: Reason, lang: Lang) -> Line:
    """Put a part of a condition into words, with the figures that were compared."""
    told = [f"{wording.fact_in_words(name, lang)}: {wording.value_in_words(value, lang)}" for name, value in part.facts]
    told += [f"{label[lang]}: {wording.value_in_words(value, lang)}" for label, value in part.figures]
    if part.day is not None and part.day not in (reason.day, NEVER):
        words = wording.TURNED_FROM if part.turns is Turns.FROM else wording.TURNED_UNTIL
        told.append(words.format(day=wording.day_in_words(part.day, lang))[lang])
    said = cited(part.text[lang], part.source, lang, *told)
    return Line(state=wording.STATES[part.holds][lang], holds=part.holds, said=said)


def _remarks(reason: Reason, lang: Lang, in_part: Mapping[str, Span]) -> Iterator[str]:
    if reason.day is not None and reason.holds is not True:
        words = wording.TURNED_FROM if reason.turns is Turns.FROM else wording.TURNED_UNTIL
        words = wording.CURE_FROM if reason.curable is Curable.BY_TIME else words
        yield words.format(day=wording.day_in_words(reason.day, lang))[lang]
    elif reason.holds is False and reason.curable is not Curable.NO:
        yield reason.curable.label[lang]
    if reason.holds is False and reason.curable is Curable.NO and reason.remedy is not Remedy.NONE:
        yield remedy_in_words(reason.remedy, reason.remedy_day, reason.advice, lang)
    if reason.holds is None and reason.missing:
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
    said = {"state": wording.STATES[cause.reason.holds], "short": law.short, "proposition": cause.reason.text}
    return cited(wording.CAUSE_LINE.format(**said)[lang], cause.source, lang)
