"""The second page, for who makes or judges law: what the change does to whom, and the law itself.

Both are static: everything is worked out when they are made, and nothing is asked of the browser but to show rows.
"""

from __future__ import annotations

from typing import Final

from reunify.reform.differences import differences
from reunify.reform.page import Site, filter_script
from reunify.reform.render import page_of
from reunify.report import html
from reunify.report.explain import in_lines
from reunify.report.law import make_law
from reunify.rules import RULE_SETS
from reunify.ruleset import RuleSet
from reunify.text import LANGS, Lang, Text

__all__ = ["policy_page"]

_SCRIPT: Final = "policy.js"
_ASKS: Final = "index.html"
_TO_ASK: Final = Text(en="Look at a family of your own", nl="Bekijk een eigen gezin")
_TO_LAW: Final = Text(en="The law itself, {short}", nl="Het recht zelf, {short}")
_THIS_PAGE: Final = Text(en="This page in English", nl="Deze bladzijde in het Nederlands")


def policy_page(
    lang: Lang, old: RuleSet = RULE_SETS.regimes[0], new: RuleSet = RULE_SETS.regimes[-1]
) -> dict[str, str]:
    """Give the files of the page in one language, by their names.

    They are ``policy-<lang>.html``, ``law-<id>-<lang>.html`` for each of the two laws, and ``policy.js``, which is the same in every language. They want
    nothing from elsewhere, and work in any folder in which the page that asks is ``index.html``.

    Args:
        lang: The language.
        old: The law to compare from.
        new: The law to compare with.
    """
    laws = {f"law-{law.id}-{lang}.html": law for law in (old, new)}
    links = [(_TO_ASK[lang], _ASKS, "")]
    links += [(_TO_LAW.format(short=law.short)[lang], name, "") for name, law in laws.items()]
    links += [(_THIS_PAGE[other], f"policy-{other}.html", other) for other in LANGS if other != lang]
    site = Site(script=_SCRIPT, asks=_ASKS, links=tuple(links))
    return {
        f"policy-{lang}.html": page_of(differences(old, new), lang, site),
        **{name: html.write(in_lines(make_law(law, lang))) for name, law in laws.items()},
        _SCRIPT: filter_script(),
    }
