"""A rule set as a document for a reader: text, Markdown, one HTML page, or data."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from typing import Final

try:
    from rich.console import Console, Group, RenderableType
    from rich.padding import Padding
    from rich.rule import Rule
    from rich.table import Table
    from rich.text import Text as Styled
except ModuleNotFoundError as error:
    _NEEDED = 'this needs rich / dit vraagt om rich: pip install "reunify[cli]"'
    raise ImportError(_NEEDED, name=error.name) from None

from reunify.faults import did_you_mean
from reunify.report import wording
from reunify.report.html import template
from reunify.report.law import GroundView, LawView, Row, Told, make_law, to_json
from reunify.report.markdown import escape, link
from reunify.report.terminal import PLAIN_WIDTH
from reunify.report.view import Cited
from reunify.ruleset import RuleSet
from reunify.text import Lang, Text


def explain(rule_set: RuleSet, ground: str | None, lang: Lang, form: str) -> str:
    """Give a rule set, or one ground of it, as a document made from the rules themselves.

    Args:
        rule_set: The rule set.
        ground: The id of one ground; None: all of them.
        lang: The language.
        form: ``text``, ``markdown``, ``html`` or ``json``.

    Raises:
        ValueError: There is no such ground or form; the message says which is nearest.
    """
    if form not in FORMS:
        said = Text(en="there is no form {form!r}{hint}", nl="er is geen vorm {form!r}{hint}")
        raise ValueError(said.format(form=form, hint=did_you_mean(form, list(FORMS)))[lang])
    return FORMS[form](rule_set, ground, lang)


def _text(rule_set: RuleSet, ground: str | None, lang: Lang) -> str:
    return to_text(make_law(rule_set, lang, ground))


def _markdown(rule_set: RuleSet, ground: str | None, lang: Lang) -> str:
    return to_markdown(make_law(rule_set, lang, ground))


def _html(rule_set: RuleSet, ground: str | None, lang: Lang) -> str:
    return to_html([make_law(rule_set, lang, ground)])


def _json(rule_set: RuleSet, ground: str | None, lang: Lang) -> str:
    return to_json(rule_set, lang, ground)


FORMS: Final[dict[str, Callable[[RuleSet, str | None, Lang], str]]] = {
    "text": _text,
    "markdown": _markdown,
    "html": _html,
    "json": _json,
}


def _sections(view: LawView) -> Iterator[tuple[str, tuple[Row, ...]]]:
    """Give the sections of plain lines that follow the grounds."""
    yield wording.GENERAL[view.lang], view.general
    yield wording.UNLISTED[view.lang], view.unlisted
    yield wording.SHARED[view.lang], view.shared


def _tellings(view: LawView) -> Iterator[tuple[str, tuple[Told, ...]]]:
    """Give the sections of what is not a condition."""
    yield wording.OTHER_LAWS[view.lang], view.other_law
    yield wording.REMARKS[view.lang], view.notes
    yield wording.DATES[view.lang], view.milestones


def _remarks(row: Row, lang: Lang) -> list[str]:
    """Give what is said of a condition beside its text and articles."""
    facts = f"{wording.FACTS[lang]}: {'; '.join(row.facts)}" if row.facts else ""
    return [remark for remark in ("" if row.firm else row.mark, row.cure, row.may, facts) if remark]


def _labelled(label: str, text: str) -> str:
    return f"{label}: {text}".rstrip() if label else text


def _after(row: Row, lang: Lang) -> str:
    """Give what a line ends with: where it stands in full, or what the lines under it are."""
    return wording.SEE.format(number=row.see)[lang] if row.see else f"{row.lead}:" if row.lead else ""


# ---------------------------------------------------------------- text


def to_text(view: LawView, *, width: int = PLAIN_WIDTH) -> str:
    """Give the document as plain text without colour.

    Args:
        view: What to show.
        width: The width in columns.
    """
    buffer = io.StringIO()
    console = Console(file=buffer, width=width, color_system=None, force_terminal=False, legacy_windows=False)
    console.print(render(view))
    return "\n".join(line.rstrip() for line in buffer.getvalue().splitlines()) + "\n"


def render(view: LawView) -> RenderableType:
    """Give the document as a rich renderable, for a console that knows its own width and colours."""
    lang = view.lang
    parts: list[RenderableType] = [Styled(wording.LAW_HEADING[lang], style="bold"), Styled(f"{view.title} ({view.id})")]
    parts += [Styled(view.period), "", Styled(f"{wording.LAW_NOTICE[lang]} {wording.LAW_HOW_TO_READ[lang]}")]
    for ground in view.grounds:
        parts += ["", _heading(f"{ground.number}. {ground.title} ({ground.id})"), *_ground_lines(ground, lang)]
    for title, rows in _sections(view):
        if rows:
            parts += ["", _heading(title), *(line for row in rows for line in _lines(row, lang))]
    for title, told in _tellings(view):
        if told:
            parts += ["", _heading(title), *(line for one in told for line in _told_lines(one, lang))]
    parts += ["", _heading(wording.SOURCES[lang])]
    parts += [_line("*", f"{_title(source)} [{source.cite}] {source.url}") for source in view.sources]
    return Group(*parts)


def _heading(title: str) -> RenderableType:
    # Above the rule, not in it: a rule cuts a title that is longer than the line.
    return Group(Styled(title, style="bold"), Rule(characters="-", style=""))


def _ground_lines(ground: GroundView, lang: Lang) -> Iterator[RenderableType]:
    yield Styled(f"{ground.open_to} [{ground.said.cite}]")
    yield from (line for row in ground.rows for line in _lines(row, lang))
    if ground.evidence:
        yield Styled(f"{wording.EVIDENCE[lang]}:")
        yield from (_line("*", f"{one.text} [{one.cite}]") for one in ground.evidence)


def _lines(row: Row, lang: Lang, level: int = 0) -> Iterator[RenderableType]:
    said = f"[{'; '.join(cited.cite for cited in row.said)}]" if row.said else ""
    remarks = "; ".join(filter(None, (row.name, *_remarks(row, lang))))
    parts = (_labelled(row.label, row.text), said, f"({remarks})" if remarks else "", _after(row, lang))
    yield _line(row.number, " ".join(filter(None, parts)), level)
    for part in row.parts:
        yield from _lines(part, lang, level + 1)


def _told_lines(told: Told, lang: Lang) -> Iterator[RenderableType]:
    cites = "; ".join(cited.cite for cited in told.said)
    yield _line(told.number, f"{_labelled(told.label, told.text)} ({told.name}) [{cites}]")
    for row in told.rows:
        yield from _lines(row, lang, 1)


def _line(sign: str, text: str, level: int = 0) -> RenderableType:
    row = Table.grid(padding=(0, 1))
    row.add_column(no_wrap=True, width=len(sign))
    row.add_column(overflow="fold")
    row.add_row(sign, Styled(text))
    return Padding(row, (0, 0, 0, level))


def _title(source: Cited) -> str:
    return f"{source.text} ({'; '.join(source.remarks)})"


# ---------------------------------------------------------------- Markdown


def to_markdown(view: LawView) -> str:
    """Give the document as Markdown: a decision table for each ground, then what all grounds share."""
    lang = view.lang
    blocks = [f"# {escape(view.title)}", escape(f"{view.id}. {view.period}"), f"> {escape(wording.LAW_NOTICE[lang])}"]
    for ground in view.grounds:
        blocks += [f"## {ground.number}. {escape(ground.title)} (`{ground.id}`)"]
        blocks += [f"{escape(ground.open_to)} {link(ground.said)}", _decision_table(ground.rows, lang)]
        if ground.evidence:
            blocks += [f"{escape(wording.EVIDENCE[lang])}:", _bullets(map(_evidence, ground.evidence))]
    for title, rows in _sections(view):
        if rows:
            blocks += [f"## {escape(title)}", _decision_table(rows, lang)]
    for title, told in _tellings(view):
        if told:
            blocks += [f"## {escape(title)}", _telling_table(told, lang)]
    sources = (f"{escape(_title(source))}: {link(source)}" for source in view.sources)
    blocks += [f"## {escape(wording.SOURCES[lang])}", _bullets(sources)]
    return "\n\n".join(blocks) + "\n"


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Give a Markdown table of cells that are Markdown already."""
    columns = list(head)
    lines = [columns, ["---"] * len(columns), *map(list, rows)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def links(said: Iterable[Cited]) -> str:
    """Give articles as Markdown, each a link."""
    return "; ".join(link(cited) for cited in said)


def _decision_table(rows: Iterable[Row], lang: Lang) -> str:
    words = (wording.NUMBER, wording.CONDITION, wording.ARTICLE, wording.HOW_FIRM, wording.CURE, wording.FACTS)
    return table(
        (escape(word[lang].lower()) for word in words), (_cells(line, lang) for row in rows for line in row.walk())
    )


def _cells(row: Row, lang: Lang) -> Iterator[str]:
    yield row.number
    label = f"*{escape(row.label)}:*" if row.label else ""
    name = f"(`{row.name}`)" if row.name else ""
    yield " ".join(filter(None, (label, escape(row.text), name, escape(_after(row, lang)))))
    yield links(row.said)
    yield escape("; ".join(filter(None, (row.mark, row.may))))
    yield escape(row.cure)
    yield escape("; ".join(row.facts))


def _telling_table(told: Iterable[Told], lang: Lang) -> str:
    words = (wording.NUMBER, wording.WHAT, wording.ARTICLE, wording.FACTS)
    rows = (cells for one in told for cells in _telling_rows(one, lang))
    return table((escape(word[lang].lower()) for word in words), rows)


def _telling_rows(told: Told, lang: Lang) -> Iterator[Iterable[str]]:
    label = f"*{escape(told.label)}:*" if told.label else ""
    yield told.number, f"{label} {escape(told.text)} (`{told.name}`)".strip(), links(told.said), ""
    for line in (line for row in told.rows for line in row.walk()):
        number, what, article, _, _, facts = _cells(line, lang)
        yield number, what, article, facts


def _evidence(cited: Cited) -> str:
    return f"{escape(cited.text)} ({link(cited)})"


def _bullets(texts: Iterable[str]) -> str:
    return "\n".join(f"- {text}" for text in texts)


# ---------------------------------------------------------------- HTML


def to_html(views: Iterable[LawView]) -> str:
    """Give one or more documents, in one language, as one HTML page that needs nothing else."""
    shown = list(views)
    return template("law.html.jinja").render(
        views=shown,
        lang=shown[0].lang,
        words=wording,
        sections=_sections,
        tellings=_tellings,
        remarks=_remarks,
        after=_after,
        title_of=_title,
    )
