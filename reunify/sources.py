"""Every law, ruling and policy that a rule rests on: its name, its address, the version, how it was read.

The library paraphrases and cites; it does not copy the texts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Final

import attrs

from reunify.text import Choice, Text

__all__ = [
    "AFRIN",
    "ATW",
    "A_AND_S",
    "BELGIAN_REFERENCE",
    "BMM",
    "BW1",
    "BW10",
    "B_F",
    "CHAKROUN",
    "CLOSE_PERSONAL_TIES",
    "CONFIRMED_LATER",
    "CR_GF_TY",
    "DABO",
    "DEBRU",
    "DERIVED_PERMIT",
    "D_H",
    "EU_DIRECTIVE",
    "EXAM_ABROAD",
    "E_PAPERS",
    "FATHER_NEVER_RAISED",
    "FOSTER_HOUSEHOLD",
    "FOSTER_PAPERS_NEEDED",
    "FOSTER_PAPERS_NOT_NEEDED",
    "GRANDCHILD_TIES",
    "HARDLY_MET",
    "IND_FAMILY_ASYLUM",
    "IND_FORMS",
    "IND_NEW_RULES",
    "IND_PARTNER",
    "IND_RELATIVES",
    "KUMARI",
    "K_AND_B",
    "MARTINEZ_ALVARADO",
    "MEMBER_1F",
    "M_A",
    "NAREIS_AFTER_NAREIS",
    "NOORZIA",
    "NO_UPPER_AGE",
    "PARTED_BY_WAR",
    "PUBLISHERS",
    "QUALIFICATION",
    "RELATION_WEIGHED",
    "RVS_ANALOGY",
    "RVS_COHABITATION",
    "RVS_HOUSING",
    "STB_2026_105",
    "SW",
    "UAM_ON_HIS_OWN",
    "VB",
    "VB_OLD",
    "VC_ARTICLE_8",
    "VC_NAREIS",
    "VC_REGULAR",
    "VV",
    "VW",
    "VW_OLD",
    "WET_36_349",
    "XC",
    "X_MARRIED_MINOR",
    "YOUNG_ADULT_TOGETHER",
    "Law",
    "Mark",
    "Read",
    "Source",
]


class Read(Choice):
    """How a source was read for this library."""

    TEXT = "text", "read in the text", "gelezen in de tekst"
    OLDER = "older", "read in the text of an older version", "gelezen in de tekst van een oudere versie"
    PARTLY = "partly", "read in part", "deels gelezen"
    SUMMARY = "summary", "read in a summary", "gelezen in een samenvatting"
    SECONDARY = "secondary", "secondary source", "secundaire bron"
    TRANSPOSED = (
        "transposed",
        "not read in the text, but confirmed by two transpositions",
        "niet in de tekst gelezen, maar bevestigd door twee omzettingen",
    )
    UNREAD = "unread", "not read in the text", "niet in de tekst gelezen"


class Mark(Choice):
    """How firm a rule is: what it was read in."""

    TEXT = "text", "text of the law", "wettekst"
    POLICY = "policy", "policy", "beleid"
    CASE_LAW = "case_law", "case law", "rechtspraak"
    INFERRED = "inferred", "inferred, not confirmed in a source", "afgeleid, niet bevestigd in een bron"


PUBLISHERS: Final[Mapping[str, str]] = {
    "Dutch laws, decrees and guidelines": r"https://wetten\.overheid\.nl/BWBR\d{7}(/\d{4}-\d{2}-\d{2})?",
    "Dutch official journals": r"https://zoek\.officielebekendmakingen\.nl/(stb|stcrt)-\d{4}-\d+\.html",
    "the Dutch Senate": r"https://www\.eerstekamer\.nl/wetsvoorstel/\d{5}_\w+",
    "Dutch courts": r"https://deeplink\.rechtspraak\.nl/uitspraak\?id=ECLI:NL:[A-Z]+:\d{4}:[A-Z\d]+",
    "laws of the EU": r"http://data\.europa\.eu/eli/(dir|reg)/\d{4}/\d+/oj",
    "the Court of Justice of the EU": r"https://curia\.europa\.eu/juris/liste\.jsf\?num=C-\d+/\d{2}",
    "the IND": r"https://ind\.nl/nl/[\w/-]+",
    "the European Court of Human Rights": r"https://hudoc\.echr\.coe\.int/eng#[%\w:/]+",
    "a press agency": r"https://www\.belganewsagency\.eu/[\w-]+",
    # These are no publishers of law: a database of cases, a law firm, a text that somebody stored.
    "a database of cases": r"http://www\.asylumlawdatabase\.eu/fr/node/\d+",
    "a law firm": r"https://cr-advocaten\.nl/[\w-]+/",
    "a stored text": r"https://github\.com/[\w-]+/[\w-]+",
}
"""Who publishes the sources, each with the form of its addresses as a regular expression."""


@attrs.frozen
class Source:
    """One place that a rule rests on.

    Attributes:
        cite: How it is cited, such as "Vw 2000 art. 29d lid 2 a".
        url: Its address.
        title: What it is.
        version: The version that was read (ISO date), or the day of the ruling; empty if not recorded.
        read: How it was read.
        since: The decision day from which it can be cited for a rule; None: always.
        mark: How firm a rule is that rests on it.
    """

    cite: Text
    url: str
    title: Text
    version: str = ""
    read: Read = Read.TEXT
    since: date | None = None
    mark: Mark = Mark.TEXT

    @cached_property
    def known_from(self) -> date:
        """The first day on which it can be cited: that of a ruling, or the day named by ``since``."""
        if self.since is not None:
            return self.since
        if self.mark is not Mark.CASE_LAW:
            return date.min
        year = _ECLI_YEAR.search(self.cite.en)
        return date.fromisoformat(self.version) if self.version else date(int(year[1]), 1, 1) if year else date.min

    def on(self, decided_on: date | None) -> Source:
        """Give it as it is cited for a decision of a day: a later ruling says that it is one."""
        if self.mark is not Mark.CASE_LAW or decided_on is None or self.known_from <= decided_on:
            return self
        return attrs.evolve(self, cite=_LATER.format(cite=self.cite))


_ECLI_YEAR: Final = re.compile(r"ECLI:NL:[A-Z]+:(\d{4}):")
"""Of a ruling whose day is not recorded the year is known."""
_LATER: Final = Text(
    en="{cite} (a later ruling, taken to confirm the same rule)",
    nl="{cite} (een latere uitspraak, gelezen als bevestiging van dezelfde regel)",
)


_LID: Final = Text(en="lid", nl="lid")


@attrs.frozen
class Law:
    """A law whose articles are cited as ``LAW["29c.1.a"]``: article, paragraph (lid), letter.

    What is said of the law holds for each of its places, but those named in ``older`` were read in an older
    version than the one that the address gives, those in ``secondary`` in another source, and the rest of
    the lists not in the text at all; a rule that rests on such a place is inferred.
    """

    short: Text
    title: Text
    url: str
    version: str = ""
    read: Read = Read.TEXT
    since: date | None = None
    paragraph: Text = _LID
    article_prefix: str = ""
    dotted_articles: bool = False
    older: frozenset[str] = frozenset()
    secondary: frozenset[str] = frozenset()
    transposed: frozenset[str] = frozenset()
    unread: frozenset[str] = frozenset()

    def __getitem__(self, place: str) -> Source:
        """Cite a place: ``"29c"``, ``"29c.1"``, ``"29c.1.a"``, or ``"3.105"`` where articles have a dot."""
        parts = place.split(".")
        length = 2 if self.dotted_articles else 1
        article, rest = self.article_prefix + ".".join(parts[:length]), parts[length:]
        tail = f" {rest[1]}" if len(rest) > 1 else ""
        lid = self.paragraph
        cite = Text(
            en=f"{self.short.en} art. {article}" + (f" {lid.en} {rest[0]}{tail}" if rest else ""),
            nl=f"{self.short.nl} art. {article}" + (f" {lid.nl} {rest[0]}{tail}" if rest else ""),
        )
        read = self._reading({".".join(parts[:end]) for end in range(length, len(parts) + 1)})
        version = "" if read is Read.OLDER else self.version
        mark = Mark.INFERRED if read in (Read.TRANSPOSED, Read.UNREAD) else Mark.TEXT
        return Source(
            cite=cite, url=self.url, title=self.title, version=version, read=read, since=self.since, mark=mark
        )

    def _reading(self, places: set[str]) -> Read:
        lists = (
            (self.older, Read.OLDER),
            (self.secondary, Read.SECONDARY),
            (self.transposed, Read.TRANSPOSED),
            (self.unread, Read.UNREAD),
        )
        return next((read for named, read in lists if named & places), self.read)

    def from_day(self, day: date) -> Law:
        """Give the same law, to be cited for decisions from ``day`` on."""
        return attrs.evolve(self, since=day)


def _same(text: str) -> Text:
    return Text(en=text, nl=text)


# ---------------------------------------------------------------- laws

VW_OLD: Final = Law(
    short=Text(en="Vw 2000 (old)", nl="Vw 2000 (oud)"),
    title=Text(
        en="Aliens Act 2000, last version before the change",
        nl="Vreemdelingenwet 2000, laatste versie vóór de wijziging",
    ),
    url="https://wetten.overheid.nl/BWBR0011823/2026-02-28",
    version="2026-02-28",
    secondary=frozenset({"2r", "69"}),
)
VW: Final = Law(
    short=_same("Vw 2000"),
    title=Text(en="Aliens Act 2000, from 12 June 2026", nl="Vreemdelingenwet 2000, vanaf 12 juni 2026"),
    url="https://wetten.overheid.nl/BWBR0011823/2026-06-12",
    version="2026-06-12",
    secondary=frozenset({"69"}),
)
VB: Final = Law(
    short=_same("Vb 2000"),
    title=Text(en="Aliens Decree 2000", nl="Vreemdelingenbesluit 2000"),
    url="https://wetten.overheid.nl/BWBR0011825/2026-06-12",
    version="2026-06-12",
    dotted_articles=True,
)
VB_OLD: Final = Law(
    short=Text(en="Vb 2000 (old)", nl="Vb 2000 (oud)"),
    title=Text(en="Aliens Decree 2000, before the change", nl="Vreemdelingenbesluit 2000, vóór de wijziging"),
    url="https://wetten.overheid.nl/BWBR0011825",
    read=Read.OLDER,
    dotted_articles=True,
)
VV: Final = Law(
    short=Text(en="Aliens Regulation 2000", nl="Voorschrift Vreemdelingen 2000"),
    title=Text(
        en="Aliens Regulation 2000, of 1 April 2026", nl="Voorschrift Vreemdelingen 2000, versie van 1 april 2026"
    ),
    url="https://wetten.overheid.nl/BWBR0012002/2026-04-01",
    version="2026-04-01",
    dotted_articles=True,
)
ATW: Final = Law(
    short=_same("Atw"),
    title=Text(en="General Act on Time Limits", nl="Algemene termijnenwet"),
    url="https://wetten.overheid.nl/BWBR0002448",
)
BW1: Final = Law(
    short=_same("BW"),
    article_prefix="1:",
    title=Text(en="Civil Code, Book 1", nl="Burgerlijk Wetboek, Boek 1"),
    url="https://wetten.overheid.nl/BWBR0002656",
    version="2025-07-05",
)
BW10: Final = Law(
    short=_same("BW"),
    article_prefix="10:",
    title=Text(
        en="Civil Code, Book 10 (private international law)",
        nl="Burgerlijk Wetboek, Boek 10 (internationaal privaatrecht)",
    ),
    url="https://wetten.overheid.nl/BWBR0030068",
    version="2026-07-01",
)
EU_DIRECTIVE: Final = Law(
    short=Text(en="Directive 2003/86/EC", nl="Richtlijn 2003/86/EG"),
    title=Text(en="Family reunification directive", nl="Gezinsherenigingsrichtlijn"),
    url="http://data.europa.eu/eli/dir/2003/86/oj",
    version="2003-09-22",
    paragraph=Text(en="par.", nl="lid"),
    transposed=frozenset({"4.2", "4.4", "4.5", "5.4", "11.2", "16"}),
    unread=frozenset({"4.3", "13", "17"}),
)
QUALIFICATION: Final = Law(
    short=Text(en="Regulation (EU) 2024/1347", nl="Verordening (EU) 2024/1347"),
    title=Text(en="Qualification Regulation", nl="Kwalificatieverordening"),
    url="http://data.europa.eu/eli/reg/2024/1347/oj",
    paragraph=Text(en="par.", nl="lid"),
)

# ---------------------------------------------------------------- policy and announcements

VC_NAREIS: Final = Source(
    cite=_same("Vc 2000 (C) C2/4.1"),
    url="https://wetten.overheid.nl/BWBR0012288",
    title=Text(
        en="Aliens Act implementation guidelines: policy on nareis",
        nl="Vreemdelingencirculaire 2000: beleid voor nareis",
    ),
    version="2023-06-22",
    read=Read.PARTLY,
    mark=Mark.POLICY,
)
VC_ARTICLE_8: Final = Source(
    cite=Text(en="art. 8 ECHR; Vc 2000 (B) B7/3.8", nl="art. 8 EVRM; Vc 2000 (B) B7/3.8"),
    url="https://wetten.overheid.nl/BWBR0012289",
    title=Text(
        en="right to respect for family life; policy on the balancing of interests",
        nl="recht op eerbiediging van het gezinsleven; beleid over de belangenafweging",
    ),
    read=Read.SECONDARY,
    mark=Mark.POLICY,
)
VC_REGULAR: Final = Source(
    cite=Text(en="Vc 2000 (B) B1/4 and B7, as of 2015", nl="Vc 2000 (B) B1/4 en B7, stand van 2015"),
    url="https://wetten.overheid.nl/BWBR0012289",
    title=Text(
        en="policy on regular family migration; the version in force now was not found",
        nl="beleid voor reguliere gezinsmigratie; de versie van nu is niet gevonden",
    ),
    version="2015-10-21",
    read=Read.OLDER,
    mark=Mark.POLICY,
)
IND_PARTNER: Final = Source(
    cite=Text(en="IND, residence permit for a partner", nl="IND, verblijfsvergunning voor een partner"),
    url="https://ind.nl/nl/verblijfsvergunningen/familie-en-partner/verblijfsvergunning-voor-partner-aanvragen",
    title=Text(en="The IND's page for partners", nl="De pagina van de IND voor partners"),
    version="2024-05-22",
    mark=Mark.POLICY,
)
IND_FORMS: Final = Source(
    cite=Text(en="IND form 7018 with its annexes, 2025", nl="IND-formulier 7018 met bijlagen, 2025"),
    url="https://github.com/alrighdee/markitdown",
    title=Text(
        en="the application form for family members, read in a stored text of it",
        nl="het aanvraagformulier voor gezinsleden, gelezen in een bewaarde tekst",
    ),
    version="2025-01-01",
    read=Read.PARTLY,
    mark=Mark.POLICY,
)
IND_NEW_RULES: Final = Source(
    cite=Text(en="IND, new rules on asylum and nareis", nl="IND, nieuwe regels voor asiel en nareis"),
    url="https://ind.nl/nl/asiel-en-nareis-het-migratiepact-en-andere-ontwikkelingen/nieuwe-wetten-en-regels-asiel-en-nareis",
    title=Text(en="How the IND announced the new rules", nl="Hoe de IND de nieuwe regels aankondigde"),
    version="2026-10-07",
    read=Read.SECONDARY,
    mark=Mark.POLICY,
)
IND_FAMILY_ASYLUM: Final = Source(
    cite=Text(en="IND, family reunification asylum", nl="IND, gezinshereniging asiel"),
    url="https://ind.nl/nl/verblijfsvergunningen/asiel/gezinshereniging-asiel",
    title=Text(en="The IND's page on nareis", nl="De pagina van de IND over nareis"),
    version="2026-10-08",
    read=Read.SECONDARY,
    mark=Mark.POLICY,
)
WET_36_349: Final = Source(
    cite=Text(en="Act 36 349 (Vw 2000 art. 2u lid 4)", nl="Wet 36 349 (Vw 2000 art. 2u lid 4)"),
    url="https://www.eerstekamer.nl/wetsvoorstel/36349_wet_verlenging",
    title=Text(
        en="decision periods and the excuse for lateness, in force on 28 March 2025",
        nl="beslistermijnen en verschoonbaarheid, in werking op 28 maart 2025",
    ),
    version="2025-03-28",
)
STB_2026_105: Final = Source(
    cite=_same("Stb. 2026, 105"),
    url="https://zoek.officielebekendmakingen.nl/stb-2026-105.html",
    title=Text(
        en="Act of 22 April 2026 (two-status act), in force on 12 June 2026",
        nl="Wet van 22 april 2026 (Wet invoering tweestatusstelsel), in werking op 12 juni 2026",
    ),
    version="2026-04-22",
    read=Read.SECONDARY,
)

# ---------------------------------------------------------------- rulings


def _cjeu(number: str, name: str, ecli: str, day: str, en: str, nl: str, read: Read = Read.SUMMARY) -> Source:
    return Source(
        cite=Text(en=f"CJEU {number} {name}", nl=f"HvJ EU {number} {name.replace(' and ', ' en ')}"),
        url=f"https://curia.europa.eu/juris/liste.jsf?num={number}",
        title=Text(en=f"ECLI:{ecli}: {en}", nl=f"ECLI:{ecli}: {nl}") if ecli else Text(en=en, nl=nl),
        version=day,
        read=read,
        mark=Mark.CASE_LAW,
    )


def _dutch(ecli: str, en: str, nl: str, day: str = "") -> Source:
    return Source(
        cite=_same(f"ECLI:NL:{ecli}"),
        url=f"https://deeplink.rechtspraak.nl/uitspraak?id=ECLI:NL:{ecli}",
        title=Text(en=en, nl=nl),
        version=day,
        read=Read.SUMMARY,
        mark=Mark.CASE_LAW,
    )


_DUTCH_NAMES: Final = {
    " v. ": " t. ",
    "and Others": "e.a.",
    "Denmark": "Denemarken",
    "Switzerland": "Zwitserland",
    "Sweden": "Zweden",
    "the Netherlands": "Nederland",
    "Grand Chamber": "Grote Kamer",
}


def _echr(number: str, name: str, day: str, en: str, nl: str) -> Source:
    dutch = name
    for word, translated in _DUTCH_NAMES.items():
        dutch = dutch.replace(word, translated)
    return Source(
        cite=Text(en=f"ECtHR {name}, {number}", nl=f"EHRM {dutch}, {number}"),
        url=f"https://hudoc.echr.coe.int/eng#%7B%22appno%22:%5B%22{number}%22%5D%7D",
        title=Text(en=en, nl=nl),
        version=day,
        read=Read.SUMMARY,
        mark=Mark.CASE_LAW,
    )


A_AND_S: Final = _cjeu(
    "C-550/16",
    "A and S",
    "EU:C:2018:248",
    "2018-04-12",
    "the sponsor's minority is fixed on the asylum application",
    "de minderjarigheid van de hoofdpersoon ligt vast op de asielaanvraag",
    Read.PARTLY,
)
K_AND_B: Final = _cjeu(
    "C-380/17",
    "K and B",
    "EU:C:2018:877",
    "2018-11-07",
    "a term of three months is allowed, if an excusable delay is accepted",
    "een termijn van drie maanden mag, als een verschoonbare vertraging wordt aanvaard",
)
E_PAPERS: Final = _cjeu(
    "C-635/17",
    "E.",
    "EU:C:2019:192",
    "2019-03-13",
    "no refusal only because papers are missing",
    "geen afwijzing alleen omdat papieren ontbreken",
)
BMM: Final = _cjeu(
    "C-133/19",
    "B.M.M.",
    "EU:C:2020:577",
    "2020-07-16",
    "the child's age on the day of the family application",
    "de leeftijd van het kind op de dag van de gezinsaanvraag",
)
SW: Final = _cjeu(
    "C-273/20",
    "SW",
    "EU:C:2022:617",
    "2022-08-01",
    "a sponsor who comes of age later keeps the right",
    "een hoofdpersoon die later meerderjarig wordt houdt het recht",
)
XC: Final = _cjeu(
    "C-279/20",
    "XC",
    "EU:C:2022:618",
    "2022-08-01",
    "the child's age on the parent's asylum application; what real family life means",
    "de leeftijd van het kind op de asielaanvraag van de ouder; wat werkelijk gezinsleven is",
)
X_MARRIED_MINOR: Final = _cjeu(
    "C-230/21",
    "X",
    "EU:C:2022:887",
    "2022-11-17",
    "an unaccompanied minor may be married",
    "een alleenstaande minderjarige mag getrouwd zijn",
)
CR_GF_TY: Final = _cjeu(
    "C-560/20",
    "CR, GF, TY",
    "EU:C:2024:96",
    "2024-01-30",
    "no time limit while the sponsor is a minor; no conditions of housing or income; the dependent adult sister",
    "geen termijn zolang de hoofdpersoon minderjarig is; geen eisen van woning of inkomen; de afhankelijke volwassen zus",
    Read.PARTLY,
)

AFRIN: Final = _cjeu(
    "C-1/23",
    "Afrin",
    "",
    "2023-04-18",
    "an application in person may not be asked where the embassy cannot be reached",
    "een aanvraag in persoon mag niet worden geëist als de ambassade onbereikbaar is",
    Read.PARTLY,
)
NOORZIA: Final = _cjeu(
    "C-338/13",
    "Noorzia",
    "EU:C:2014:2092",
    "2014-07-17",
    "the age of art. 4(5) may be asked on the day of the application",
    "de leeftijd van art. 4 lid 5 mag op de dag van de aanvraag worden gevraagd",
)
CHAKROUN: Final = _cjeu(
    "C-578/08",
    "Chakroun",
    "EU:C:2010:117",
    "2010-03-04",
    "an income norm is no reason to refuse without looking at the case",
    "een inkomensnorm is geen reden om af te wijzen zonder naar de zaak te kijken",
    Read.PARTLY,
)
EXAM_ABROAD: Final = _cjeu(
    "C-153/14",
    "K and A",
    "EU:C:2015:453",
    "2015-07-09",
    "an exam abroad may not make reunification impossible or extremely hard",
    "een examen in het buitenland mag hereniging niet onmogelijk of uiterst moeilijk maken",
    Read.PARTLY,
)

M_A: Final = _echr(
    "6697/18",
    "M.A. v. Denmark (Grand Chamber)",
    "2021-07-09",
    "a wait of three years without an individual assessment",
    "een wachttijd van drie jaar zonder individuele beoordeling",
)
B_F: Final = _echr(
    "13258/18",
    "B.F. and Others v. Switzerland",
    "2023-07-04",
    "an income condition must be applied with flexibility",
    "een inkomenseis moet soepel worden toegepast",
)
DABO: Final = _echr(
    "12510/18",
    "Dabo v. Sweden",
    "2024-01-18",
    "an income condition for a refugee who applied late",
    "een inkomenseis voor een vluchteling die te laat aanvroeg",
)
D_H: Final = _echr(
    "34210/19",
    "D.H. and Others v. Sweden",
    "2024-07-25",
    "an income condition for refugees who applied late",
    "een inkomenseis voor vluchtelingen die te laat aanvroegen",
)
DEBRU: Final = _echr(
    "49755/18",
    "Okubamichael Debru v. Sweden",
    "2024-07-25",
    "an income condition for a refugee who applied late",
    "een inkomenseis voor een vluchteling die te laat aanvroeg",
)
KUMARI: Final = _echr(
    "44051/20",
    "Kumari v. the Netherlands",
    "2024-11-19",
    "adults need additional elements of dependence",
    "volwassenen hebben bijkomende elementen van afhankelijkheid nodig",
)
MARTINEZ_ALVARADO: Final = _echr(
    "4470/21",
    "Martinez Alvarado v. the Netherlands",
    "2024-12-10",
    "exclusive dependence may not be asked",
    "uitsluitende afhankelijkheid mag niet worden gevraagd",
)
BELGIAN_REFERENCE: Final = Source(
    cite=Text(en="Belgian Constitutional Court, 26 February 2026", nl="Belgisch Grondwettelijk Hof, 26 februari 2026"),
    url="https://www.belganewsagency.eu/constitutional-court-of-belgium-suspends-stricter-asylum-rules",
    title=Text(
        en="suspension of stricter rules, with questions to the CJEU; known from the press",
        nl="schorsing van strengere regels, met vragen aan het HvJ EU; bekend uit de pers",
    ),
    version="2026-02-26",
    read=Read.SECONDARY,
    mark=Mark.CASE_LAW,
)

RVS_ANALOGY: Final = _dutch(
    "RVS:2017:1609",
    "the Directive by analogy for subsidiary protection",
    "de richtlijn naar analogie bij subsidiaire bescherming",
    "2017-06-21",
)
RVS_HOUSING: Final = _dutch(
    "RVS:2023:506",
    "under the old rules entry could not be made to wait for housing",
    "onder de oude regels mocht de komst niet wachten op woonruimte",
    "2023-02-08",
)
RVS_COHABITATION: Final = Source(
    cite=Text(en="ABRvS 20 February 2017", nl="ABRvS 20 februari 2017"),
    url="http://www.asylumlawdatabase.eu/fr/node/9514",
    title=Text(
        en="earlier cohabitation of spouses is not required", nl="eerder samenwonen van echtgenoten is niet vereist"
    ),
    version="2017-02-20",
    read=Read.SUMMARY,
    mark=Mark.CASE_LAW,
)
DERIVED_PERMIT: Final = _dutch(
    "RBDHA:2019:10083",
    "a sponsor with a derived permit",
    "een hoofdpersoon met een afgeleide vergunning",
)
HARDLY_MET: Final = _dutch(
    "RBDHA:2024:10582",
    "married 27 days before entry, a couple that had hardly met",
    "27 dagen voor de binnenkomst getrouwd, een stel dat elkaar nauwelijks had ontmoet",
    "2024-03-19",
)
FATHER_NEVER_RAISED: Final = _dutch(
    "RBDHA:2020:13976",
    "a father who never raised the child",
    "een vader die het kind nooit heeft opgevoed",
    "2020-11-26",
)
CONFIRMED_LATER: Final = _dutch(
    "RBDHA:2019:3928",
    "a traditional marriage confirmed after the sponsor's entry",
    "een traditioneel huwelijk, bevestigd na de binnenkomst van de hoofdpersoon",
)
FOSTER_PAPERS_NEEDED: Final = _dutch(
    "RBDHA:2017:15561",
    "foster child: papers of authority asked for",
    "pleegkind: papieren over het gezag gevraagd",
)
FOSTER_PAPERS_NOT_NEEDED: Final = _dutch(
    "RBDHA:2018:14023",
    "foster child: missing papers and the mother's authority do not decide it",
    "pleegkind: ontbrekende papieren en het gezag van de moeder zijn niet beslissend",
)
PARTED_BY_WAR: Final = _dutch(
    "RBDHA:2025:18609",
    "a young adult parted from the family by war",
    "een jongvolwassene die door oorlog van het gezin gescheiden raakte",
    "2025-10-09",
)
NO_UPPER_AGE: Final = _dutch(
    "RBDHA:2020:5322",
    "no hard upper age for young adults",
    "geen harde leeftijdsgrens voor jongvolwassenen",
)
MEMBER_1F: Final = _dutch(
    "RBDHA:2019:10213",
    "article 1F of the family member",
    "artikel 1F van het gezinslid",
)
UAM_ON_HIS_OWN: Final = _dutch(
    "RBDHA:2020:14196",
    "an unaccompanied minor who supports himself and has a child of his own",
    "een amv die in het eigen onderhoud voorziet en een kind heeft",
    "2020-12-23",
)
FOSTER_HOUSEHOLD: Final = _dutch(
    "RBDHA:2018:11268",
    "foster child: whether it belonged to the household must be found out",
    "pleegkind: of het bij het huishouden hoorde moet worden onderzocht",
)
CLOSE_PERSONAL_TIES: Final = _dutch(
    "RVS:2018:2366",
    "a father who never lived with mother or child must show close personal ties",
    "een vader die nooit met moeder of kind samenwoonde moet nauwe persoonlijke banden tonen",
    "2018-07-18",
)
YOUNG_ADULT_TOGETHER: Final = _dutch(
    "RVS:2024:2145",
    "young adults and art. 8 ECHR: all facts are weighed together",
    "jongvolwassenen en art. 8 EVRM: alle feiten wegen samen mee",
    "2024-05-29",
)
GRANDCHILD_TIES: Final = _dutch(
    "RVS:2015:383",
    "grandparent and minor grandchild: close personal ties",
    "grootouder en minderjarig kleinkind: nauwe persoonlijke banden",
)
RELATION_WEIGHED: Final = _dutch(
    "RBDHA:2025:22422",
    "all that shows a relationship is weighed together",
    "alles wat een relatie laat zien weegt samen mee",
)
IND_RELATIVES: Final = Source(
    cite=Text(
        en="IND, practice changed for nareis of minors", nl="IND past werkwijze aan bij nareisverzoeken minderjarigen"
    ),
    url="https://ind.nl/nl/nieuws/ind-past-werkwijze-aan-bij-nareisverzoeken-minderjarigen",
    title=Text(
        en="the practice for minors who live with a relative here is withdrawn",
        nl="de werkwijze voor minderjarigen die hier bij een familielid wonen is ingetrokken",
    ),
    version="2021-08-25",
    read=Read.TEXT,
    mark=Mark.POLICY,
)
NAREIS_AFTER_NAREIS: Final = Source(
    cite=Text(
        en="Nareis after nareis, described by Crompvoets + Raafs",
        nl="Nareis op nareis, beschreven door Crompvoets + Raafs",
    ),
    url="https://cr-advocaten.nl/interessante-uitspraak-een-nareis-op-nareis-is-dat-mogelijk/",
    title=Text(
        en="a published grant for the children of a mother who came by nareis",
        nl="een gepubliceerde verlening voor de kinderen van een moeder die zelf nareiziger was",
    ),
    version="2019-04-25",
    read=Read.SECONDARY,
    mark=Mark.POLICY,
)
