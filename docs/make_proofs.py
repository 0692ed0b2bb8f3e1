"""Make the page of what is proven of the laws themselves (docs/proven.md).

    python docs/make_proofs.py

It takes some minutes and needs the extra ``proof``. A test that takes long holds the page against the laws.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from reunify import CURRENT, DIRECTIVE, PROPOSED, RULE_SETS, Case
from reunify.engine.meaning import ELIGIBLE, EXCLUDED
from reunify.proof.effect import Effect, conditions_behind, conditions_tried, points_tried
from reunify.report.markdown import escape, table
from reunify.ruleset import RuleSet

PAGE = Path(__file__).parent / "proven.md"


def page() -> str:
    """Give the page."""
    return "\n\n".join(_blocks()) + "\n"


def _blocks() -> Iterator[str]:
    yield "# What is proven of the laws themselves"
    yield (
        "Made by `docs/make_proofs.py` with a solver, from the conditions that `assess` reads. *Proven* is said of all "
        "families of a person of each relation, of both statuses, with facts known or not, and with at most one spouse, "
        "one registered partner, one partner and two parents beside that person in the file; all days from 1850 to 2200; "
        "no days known in part. It is said of verdicts, and not of the days that are told."
    )
    yield "## Conditions that change nothing by themselves"
    yield (
        "Each named condition of each law was taken as met, and taken as not met, in the whole law and in each ground that "
        "has it. For all others than these a family shows that they decide both ways. One that *never stands in the way* "
        "could be left out; one that *never helps* could be asked of nobody; in the law as it is written either can still "
        "be right: another condition lies before it, or it decides in another reading."
    )
    for law in RULE_SETS.values():
        yield f"### {escape(law.title.en)}"
        yield from _of_law(law)
    yield "## Whom the Directive lets in"
    yield (
        "For a refugee's family, if these conditions are taken as met, nobody whom Directive 2003/86/EC obliges a State to "
        "admit is excluded. Each of them does exclude somebody."
    )
    for law in (CURRENT, PROPOSED):
        yield f"- {escape(law.title.en)}: {_named(_below_the_floor(law))}"


def _of_law(law: RuleSet) -> Iterator[str]:
    tried = [*conditions_tried(law), *points_tried(law)]
    idle = [one for one in tried if one.effect is not Effect.DECIDES]
    rows = [[one.condition, one.ground or "all", one.effect.label.en, _named(one.decides_in)] for one in idle]
    yield table(["condition or point", "ground", "proven", "decides if this point is read the other way"], rows)
    yield f"{len(tried)} tried, {len(tried) - len(idle)} shown by a family to decide."


def _below_the_floor(law: RuleSet) -> Iterable[str]:
    def refugees(case: Case) -> bool:
        return case.sponsor.protection == "refugee"

    behind = conditions_behind(DIRECTIVE, law, lambda eu, here: (eu, here) == (ELIGIBLE, EXCLUDED), refugees)
    return ("not settled",) if behind is None else behind


def _named(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names) or "-"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
