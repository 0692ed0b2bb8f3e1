"""Each person by State: what the statutes of seven other States say of this family, and what was found of all others."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

import attrs

import reunify
from reunify.assess import Outcome, assess
from reunify.engine.meaning import Verdict
from reunify.facts import Case
from reunify.report import forms, wording
from reunify.report.document import Cell, Document, Notice, Paragraph, Rank, Section, Table
from reunify.rules.elsewhere import AS_OF, ELSEWHERE, NOT_BY_STATUTE, STATES, count
from reunify.sources import Source
from reunify.text import Lang, Text

__all__ = ["FORMS", "NOTICE", "SCHEMA_VERSION", "VERDICTS", "InState", "document", "in_states", "to_data"]

SCHEMA_VERSION: Final = 1

NOTICE: Final = Text(
    en="Each verdict is by the statute alone; its implementing rules were not read. A family cannot choose the State: this "
    "compares, it does not advise. The Pact changed the acts about 12 June 2026, and most texts are older. Art. 8 ECHR and, "
    "for refugees, the Directive stand above every row.",
    nl="Elke uitkomst is alleen naar de wet; de uitvoeringsregels zijn niet gelezen. Een gezin kan de staat niet kiezen: dit "
    "vergelijkt en adviseert niet. Het Pact veranderde de wetten rond 12 juni 2026, en de meeste teksten zijn ouder. "
    "Art. 8 EVRM en, voor vluchtelingen, de richtlijn gaan boven elke regel.",
)
_HEADING: Final = Text(en="What other States would give", nl="Wat andere staten zouden geven")
VERDICTS: Final = {
    Verdict.ELIGIBLE: Text(en="may come", nl="mag komen"),
    Verdict.NOT_YET: Text(en="not yet", nl="nog niet"),
    Verdict.EXCLUDED: NOT_BY_STATUTE,
    Verdict.UNDETERMINED: Text(en="open", nl="open"),
}
"""The verdicts in words; *open*: facts are missing, or the statute leaves it to the authority or is silent."""
_COLUMNS: Final = (
    Text(en="State", nl="staat"),
    Text(en="outcome", nl="uitkomst"),
    Text(en="from", nl="vanaf"),
    Text(en="decided by", nl="beslist door"),
    Text(en="what is missing", nl="wat ontbreekt"),
)
_ALL: Final = Text(en="Subsidiary protection in all States", nl="Subsidiaire bescherming in alle staten")
_COUNTED: Final = Text(
    en="On {day}, of 27 Member States: the same rights {same}, alike but both worse {alike_but_worse}, less {less}, not found "
    "{unknown}. Every cell with its mark and source stands in docs/member-states.md.",
    nl="Op {day}, van 27 lidstaten: gelijke rechten {same}, gelijk maar beide slechter {alike_but_worse}, minder {less}, niet "
    "gevonden {unknown}. Elke cel met merk en bron staat in docs/member-states.md.",
)


@attrs.frozen(kw_only=True)
class InState:
    """What one State gives one person.

    Attributes:
        state: Its two letters.
        outcome: What comes out by its statute.
        article: What decides.
    """

    state: str
    outcome: Outcome
    article: Source


def in_states(case: Case) -> dict[str, tuple[InState, ...]]:
    """Say for each member what the seven States give, by the statute alone.

    Args:
        case: The family; its ``decided_on`` is the day for which it is looked at.
    """
    assessed = {code: assess(case, law) for code, law in ELSEWHERE.items()}
    return {
        member.id: tuple(
            InState(state=code, outcome=found[member.id], article=_decides(found[member.id]))
            for code, found in assessed.items()
        )
        for member in case.members
    }


def _decides(outcome: Outcome) -> Source:
    """Give the provision that decides: of what is not met or not known the decisive one, else that of the ground."""
    open_ones = [reason for reason in outcome.reasons if reason.holds is not True]
    first = next((reason for reason in open_ones if reason.decisive), open_ones[0] if open_ones else None)
    if first is not None:
        return first.source
    return next(ground.source for ground in outcome.grounds if ground.id == outcome.ground)


def document(case: Case, lang: Lang) -> Document:
    """Put it into a document: a section for each person, a row for each State.

    Args:
        case: The family.
        lang: The language.
    """
    sections = [
        Section(rank=Rank.PART, title=member, blocks=(Table(_head(lang), tuple(_rows(found, lang))),))
        for member, found in in_states(case).items()
    ]
    counted = _COUNTED.format(day=wording.day_in_words(date.fromisoformat(AS_OF), lang), **count())[lang]
    return Document(
        lang=lang,
        version=reunify.__version__,
        heading=_HEADING[lang],
        title=case.title or "",
        notice=NOTICE[lang],
        blocks=(*sections, Section(rank=Rank.PART, title=_ALL[lang], blocks=(Notice(counted), *_all_states(lang)))),
    )


def _head(lang: Lang) -> tuple[str, ...]:
    return tuple(column[lang] for column in _COLUMNS)


def _rows(found: tuple[InState, ...], lang: Lang) -> Iterator[tuple[Cell, ...]]:
    for one in found:
        day = one.outcome.eligible_from
        missing = ", ".join(wording.fact_in_words(name, lang) for name in one.outcome.missing)
        yield (
            (STATES[one.state].name[lang],),
            (VERDICTS[one.outcome.verdict][lang],),
            (wording.day_in_words(day, lang) if day is not None else "",),
            (one.article.cite[lang],),
            (missing,),
        )


def _all_states(lang: Lang) -> Iterator[Paragraph]:
    for state in STATES.values():
        yield Paragraph(
            f"{state.name[lang]}: {state.same_rights.label[lang]} ({', '.join(state.cells['same_rights'].days)})"
        )


def to_data(case: Case, lang: Lang) -> dict[str, Any]:
    """Give the same as plain data."""
    return {
        "schema": SCHEMA_VERSION,
        "reunify": reunify.__version__,
        "lang": lang,
        "notice": NOTICE[lang],
        "decided_on": case.decided_on and case.decided_on.isoformat(),
        "as_of": AS_OF,
        "count": count(),
        "members": {
            member: {
                one.state: {
                    "verdict": one.outcome.verdict.value,
                    "from": one.outcome.eligible_from and one.outcome.eligible_from.isoformat(),
                    "source": one.article.cite[lang],
                    "missing": list(one.outcome.missing),
                    "basis": "statute alone",
                }
                for one in found
            }
            for member, found in in_states(case).items()
        },
        "states": {
            code: {"same_rights": state.same_rights.value, "grade": state.grade}
            | {
                name: {"value": cell.value, "mark": cell.mark, "as_of": list(cell.days)}
                for name, cell in state.cells.items()
            }
            for code, state in STATES.items()
        },
    }


def _json(case: Case, lang: Lang) -> str:
    return json.dumps(to_data(case, lang), ensure_ascii=False, indent=2) + "\n"


FORMS: Final = forms.forms_of(document, document, json=_json)
"""The forms of it, from a family and a language."""
