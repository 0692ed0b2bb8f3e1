"""From everyday words to a relation: *pleegzoon*, "his wife", "stepdaughter"; see `Relation` and `Parentage`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import attrs

from reunify.facts import COUPLE, KINDS_OF_CHILD, Parentage, Relation
from reunify.faults import nearest
from reunify.text import LANGS, Lang, Text

__all__ = ["OFFERED", "Kin", "are_several", "both", "choices", "kin_of", "nearest_word"]


@attrs.frozen
class Kin:
    """What a person is to the sponsor, as far as a word tells it.

    Attributes:
        relation: The relation.
        parentage: How a child, parent or sibling is kin; None where the word does not tell.
    """

    relation: Relation
    parentage: Parentage | None = None

    @property
    def value(self) -> str:
        """The value of the option: the relation, and before it how the person is kin."""
        return self.relation.value if self.parentage is None else f"{self.parentage.value} {self.relation.value}"

    def label(self, lang: Lang) -> str:
        """What it is called."""
        if self.parentage is None:
            return self.relation.label[lang]
        together = _KINDS.get(self.relation, {}).get(self.parentage)
        return f"{self.parentage.label[lang]}: {self.relation.label[lang]}" if together is None else together[lang]


def choices() -> Iterator[Kin]:
    """Give what can be chosen by number: each relation, and a child by how it is kin."""
    for relation in Relation:
        if relation is Relation.CHILD:
            yield from (Kin(relation, parentage) for parentage in KINDS_OF_CHILD)
        else:
            yield Kin(relation)


def kin_of(text: str) -> tuple[Kin, ...]:
    """Give what a word can mean: nothing where it is not known, and more than one where it is not clear."""
    word = _bare(text)
    if (former := _FORMER.fullmatch(word)) is not None and (found := _of_former(former[1])):
        return found
    if (match := _CHILD_OF.fullmatch(word)) is not None and (found := _of_child_of_spouse(match)):
        return found
    kins = [Kin(relation) for relation in Relation if word in _WORDS[relation]]
    kins += [kin for kin in choices() if kin.parentage and word in (_bare(kin.value), *map(_bare, _labels(kin)))]
    if not kins:
        kins = list(dict.fromkeys(kin for p in Parentage for kin in _composed(p, word)))
    return tuple(kins)


def are_several(text: str) -> bool:
    """Say whether a word stands for more than one person: "sons", *stiefkinderen*."""
    return _SEVERAL.fullmatch(_bare(text)) is not None


def both(one: Iterable[Kin], other: Iterable[Kin]) -> tuple[Kin, ...]:
    """Give what somebody can be of whom two words were said: "child" and "own son" go together, "son" and "wife" not."""
    other = tuple(other)
    fitting = (
        Kin(kin.relation, kin.parentage or also.parentage)
        for kin in one
        for also in other
        if kin.relation is also.relation and (None in (kin.parentage, also.parentage) or kin == also)
    )
    return tuple(dict.fromkeys(fitting))


def nearest_word(text: str, lang: Lang) -> str | None:
    """Give the word of a language that a text is a slip of, or None: what only looks like it a little is no hint."""
    from difflib import SequenceMatcher  # noqa: PLC0415 -- slow to import, needed for errors only

    word = _bare(text)
    near = nearest(word, OFFERED[lang]) if len(word) <= _LONGEST_WORD else None
    return near if near is not None and SequenceMatcher(None, word, near).ratio() >= _ALIKE else None


def _of_former(word: str) -> tuple[Kin, ...]:
    """Whose marriage is over is no spouse any more; who lives apart still is."""
    found = [kin for kin in kin_of(word) if kin.relation in COUPLE] if word else [Kin(Relation.SPOUSE)]
    return (*found, Kin(Relation.OTHER)) if found else ()


def _of_child_of_spouse(match: re.Match[str]) -> tuple[Kin, ...]:
    child, spouse = match["child"] or match["child_of"], match["of"] or match["spouse"]
    is_it = child in _WORDS[Relation.CHILD] and any(spouse in _WORDS[relation] for relation in COUPLE)
    return (Kin(Relation.CHILD, Parentage.STEP),) if is_it else ()


def _labels(kin: Kin) -> tuple[str, ...]:
    return tuple(kin.label(lang) for lang in LANGS)


def _composed(parentage: Parentage, word: str) -> Iterator[Kin]:
    """Take a word apart: *pleeg* and *zoon*."""
    for before in parentage.said:
        rest = word.removeprefix(before).strip() if word.startswith(before) else ""
        for relation in Relation:
            if rest in _WORDS[relation]:
                if relation in _BY_KIND:
                    yield Kin(relation, parentage)
                elif parentage is Parentage.BIOLOGICAL:
                    yield Kin(relation)


def _bare(text: str) -> str:
    """Leave out whose relative it is, and which of them."""
    word = " ".join(text.casefold().replace("_", " ").replace("-", " ").split()).strip(" .!")
    return re.sub(_TWIN, "", re.sub(_BEFORE, "", word))


_KINDS_OF_PARENT: Final = {
    Parentage.BIOLOGICAL: Text(en="own parent (biological)", nl="eigen ouder (biologisch)"),
    Parentage.FOSTER: Text(en="foster parent", nl="pleegouder"),
    Parentage.STEP: Text(en="step parent", nl="stiefouder"),
    Parentage.ADOPTED: Text(en="adoptive parent", nl="adoptieouder"),
    Parentage.LEGAL: Text(
        en="parent by law only (acknowledged, presumed, co-mother)",
        nl="ouder, alleen juridisch (erkend, vermoed, duomoeder)",
    ),
}
_KINDS_OF_SIBLING: Final = {
    Parentage.BIOLOGICAL: Text(en="own brother or sister (biological)", nl="eigen broer of zus (biologisch)"),
    Parentage.FOSTER: Text(en="foster brother or foster sister", nl="pleegbroer of pleegzus"),
    Parentage.STEP: Text(en="stepbrother or stepsister", nl="stiefbroer of stiefzus"),
    Parentage.ADOPTED: Text(en="brother or sister by adoption", nl="broer of zus door adoptie"),
    Parentage.LEGAL: Text(en="brother or sister by law only", nl="broer of zus, alleen juridisch"),
    Parentage.HALF: Text(en="half-brother or half-sister", nl="halfbroer of halfzus"),
}
_KINDS: Final[Mapping[Relation, Mapping[Parentage, Text]]] = {
    Relation.CHILD: KINDS_OF_CHILD,
    Relation.PARENT: _KINDS_OF_PARENT,
    Relation.SIBLING: _KINDS_OF_SIBLING,
}
_BEFORE: Final = (
    r"^(?:(?:mijn|m'n|zijn|z'n|haar|my|his|her|the|a|an|de|het|een|oudste|jongste|oudere|jongere|grote|kleine|eerste|tweede|derde"
    r"|oldest|eldest|youngest|older|elder|younger|big|little|first|second|third) )+"
)
_TWIN: Final = r"^(?:tweeling|twin) ?(?=broer|zus|zoon|dochter|kind|brother|sister|son|daughter|child)"
_FORMER: Final = re.compile(r"(?:ex|former|divorced|voormalige?|gewezen|gescheiden)(?: (.+))?")
_CHILD_OF: Final = re.compile(
    r"(?P<child>\w+) (?:van|of) (?:(?:mijn|m'n|zijn|z'n|haar|my|his|her|the|de) )?(?P<of>\w+)"
    r"|(?P<spouse>\w+)'s (?P<child_of>\w+)"
)
_SEVERAL: Final = re.compile(
    r"(?:(?:[0-9]+|twee|drie|vier|two|three|four|eigen|own) )?"
    r"(?:(?:stief|pleeg|bonus|adoptie|half|klein|groot|schoon|step|foster|adopted|grand) ?)?"
    r"(?:zonen|zoons|dochters|kinderen|broers|broertjes|zussen|zusjes|zusters|tweeling|tweelingen|vrouwen|ouders"
    r"|ooms|tantes|neven|nichten|sons|daughters|children|kids|brothers|sisters|siblings|twins|wives|parents|uncles|aunts"
    r"|cousins|nephews|nieces)"
)
_LONGEST_WORD: Final = 40
_ALIKE: Final = 0.75
_BY_KIND: Final = frozenset({Relation.CHILD, Relation.PARENT, Relation.SIBLING})
_WORDS: Final = {
    relation: frozenset(
        map(_bare, (relation.value, *(relation.label[lang] for lang in LANGS), *relation.said)),
    )
    for relation in Relation
}


def _with(starts: str, words: str) -> Iterator[str]:
    return (f"{start}{word}" for start in starts.split(",") for word in words.split())


OFFERED: Final[Mapping[Lang, tuple[str, ...]]] = {
    "en": (
        *("husband", "wife", "spouse", "partner", "girlfriend", "boyfriend", "son", "daughter", "child", "baby"),
        *("mother", "father", "parent", "brother", "sister", "aunt", "uncle", "cousin", "nephew", "niece"),
        *_with("step,foster ,adopted ", "son daughter child mother father brother sister"),
        *_with("half ", "brother sister"),
        *_with("own ", "son daughter child"),
        *_with("grand", "mother father parent son daughter child"),
        *("mother-in-law", "father-in-law", "brother-in-law", "sister-in-law", "son-in-law", "daughter-in-law"),
    ),
    "nl": (
        *("echtgenoot", "echtgenote", "man", "vrouw", "partner", "vriend", "vriendin", "verloofde", "zoon", "dochter"),
        *("kind", "baby", "moeder", "vader", "ouder", "broer", "zus", "oom", "tante", "neef", "nicht", "zwager"),
        *_with("stief,pleeg,adoptie", "zoon dochter kind moeder vader broer zus"),
        *_with("half", "broer zus"),
        *_with("eigen ", "zoon dochter kind"),
        *_with("groot", "moeder vader ouder"),
        *_with("klein", "zoon dochter kind"),
        *_with("schoon", "moeder vader broer zus zoon dochter"),
        *("oma", "opa"),
    ),
}
"""The words that a slip is compared with, all of them words that are understood."""
