"""What an interview says, apart from the questions themselves, which stand with the facts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from reunify.facts import FactKind
from reunify.text import Text

REMOVE_OPTION: Final = Text(en="take this person off the list", nl="haal deze persoon van de lijst")
REMOVED: Final = Text(en="{name} is off the list.", nl="{name} staat niet meer op de lijst.")
THE_ONLY_ONE: Final = Text(
    en="This is the only person on the list; name another one first",
    nl="Dit is de enige persoon op de lijst; noem eerst een ander",
)
CANNOT_BE: Final = Text(en="That cannot be:", nl="Dat kan niet:")
WHAT_CHILD: Final = Text(
    en="What kind of child of the sponsor is {name}?", nl="Wat voor kind van de hoofdpersoon is {name}?"
)
WHAT_CHILDREN: Final = Text(
    en="What kind of children of the sponsor are {names}?", nl="Wat voor kinderen van de hoofdpersoon zijn {names}?"
)
OF_ALL: Final = Text(en="{names}: {question}", nl="{names}: {question}")
OF_WHOM: Final = Text(
    en="Of whom is that so? Type the names, or: all",
    nl="Van wie is dat zo? Typ de namen, of: allemaal",
)
NAMES_ONLY: Final = Text(en="Give names out of these: {names}", nl="Noem namen uit deze rij: {names}")
EACH_OF_THEM: Final = Text(
    en="Say it of each of them, with commas between: {names}",
    nl="Zeg het van ieder van hen, met komma's ertussen: {names}",
)
HINT_TOGETHER: Final = Text(
    en="No, or the names of whom it is so, or: all. Put a ? behind a name if you do not know.",
    nl="Nee, of de namen van wie dat zo is, of: allemaal. Zet een ? achter een naam als u het niet weet.",
)
HINT_TOGETHER_OPTION: Final = Text(
    en="A number for all of them, or one for each: {example}.",
    nl="Een nummer voor allemaal, of voor ieder een: {example}.",
)
WHY: Final = Text(en="Matters for: {persons}.", nl="Maakt uit voor: {persons}.")
ONLY_UNDER: Final = Text(en="{names} (only under the law {laws})", nl="{names} (alleen onder het recht {laws})")
WHO_FIRST: Final = Text(
    en="Who wants to come to the sponsor in the Netherlands? Type the first name, what he or she is to the sponsor, and the "
    "date of birth if you know it, with commas between.",
    nl="Wie wil naar de hoofdpersoon in Nederland komen? Typ de voornaam, wat hij of zij is van de hoofdpersoon, en de "
    "geboortedatum als u die weet, met komma's ertussen.",
)
WHO_ELSE: Final = Text(
    en="On the list: {named}. Who else?",
    nl="Op de lijst: {named}. Wie nog meer?",
)
HINT_WHO: Final = Text(
    en="For instance: Amina, wife, 1-3-1990. Or: Ali, own son. Several at once: Amina, wife; Ali, own son; Noor, foster "
    "daughter.",
    nl="Bijvoorbeeld: Amina, vrouw, 1-3-1990. Of: Ali, eigen zoon. Meer tegelijk: Amina, vrouw; Ali, eigen zoon; Noor, "
    "pleegdochter.",
)
REGULAR_TOO: Final = Text(
    en="All about nareis has been asked, and as far as is known not everybody may come by it now. Shall we look at the regular "
    "route too, for the others? It has a few questions of its own.",
    nl="Over nareis is alles gevraagd, en voor zover bekend mag niet iedereen nu zo komen. Zullen we voor de anderen ook naar "
    "de reguliere weg kijken? Die heeft een paar eigen vragen.",
)
NOTHING_TO_UNDO: Final = Text(en="There is nothing to undo.", nl="Er is niets te herstellen.")
NOTHING_SO_FAR: Final = Text(en="No answers so far.", nl="Nog geen antwoorden.")
NOT_KNOWN: Final = Text(en="not known", nl="niet bekend")
HOW_TO_CHANGE: Final = Text(
    en="To change an answer, type change and its number, such as: change 1",
    nl="Wilt u een antwoord veranderen, typ dan wijzig en het nummer, zoals: wijzig 1",
)
NO_SUCH_NUMBER: Final = Text(
    en="There are answers 1 to {most}; type show to see them.",
    nl="Er zijn antwoorden 1 tot en met {most}; typ toon om ze te zien.",
)
CHANGE_THE_OTHER: Final = Text(
    en="If the earlier answer is wrong ({label}: {said}), type: change.",
    nl="Is het eerdere antwoord fout ({label}: {said}), typ dan: wijzig.",
)
ASSUMED: Final = Text(en="{label}: {said}", nl="{label}: {said}")
RENAMED: Final = Text(en="{name} is called {new} now.", nl="{name} heet nu {new}.")
STAYS: Final = Text(en="It stays: {said}.", nl="Het blijft: {said}.")
STAYS_UNKNOWN: Final = Text(en="Then it stays unknown.", nl="Dan blijft het onbekend.")
STAYS_IN_PART: Final = Text(en="Then it stays as it is: {span}.", nl="Dan blijft het zoals het is: {span}.")
FALLEN: Final = Text(
    en="These answers rested on the old one and no longer count: {facts}. They are asked again if they matter.",
    nl="Deze antwoorden hingen af van het oude antwoord en gelden niet meer: {facts}. Ik vraag ze opnieuw als ze uitmaken.",
)
ONE_BY_ONE: Final = Text(en="Then one by one.", nl="Dan vraag ik het één voor één.")
YES_NO_OR_NAMES: Final = Text(
    en="Say yes, no, or the names for whom it is the same: {names}",
    nl="Zeg ja, nee, of de namen voor wie het hetzelfde is: {names}",
)
SAME: Final = Text(
    en="{label}: {said}. Is that the same for {names}?", nl="{label}: {said}. Is dat hetzelfde voor {names}?"
)
SAME_UNKNOWN: Final = Text(
    en="{label}: not known. Is it not known for {names} either?",
    nl="{label}: niet bekend. Is het voor {names} ook niet bekend?",
)
HINT_SAME: Final = Text(en="Yes, no, or the names for whom it is.", nl="Ja, nee, of de namen voor wie dat zo is.")
DAY_FIRST: Final = Text(
    en="“{typed}”: is that {said}? Type yes if it is; if not, write the month as a word.",
    nl="“{typed}”: is dat {said}? Typ ja als het klopt; zo niet, schrijf de maand als woord.",
)
IS_IT_RIGHT: Final = Text(
    en="Is that right? Then type yes. If not, give another answer.",
    nl="Klopt dat? Typ dan ja. Zo niet, geef een ander antwoord.",
)
OUTSIDE: Final = Text(
    en="{now}: that is not what was given before ({before}). If it is right, type yes.",
    nl="{now}: dat is niet wat eerder is opgegeven ({before}). Typ ja als het klopt.",
)
EXACT_DAY: Final = Text(
    en="Noted: {span}, and that counts. But the day itself can still change the outcome. Do you know it? {question}",
    nl="Genoteerd: {span}, en dat telt. Maar de dag zelf kan de uitkomst nog veranderen. Weet u die? {question}",
)
HINT_EXACT_OR_KEEP: Final = Text(
    en="A day such as 25-11-2026. Type ? if you do not know it: then it stays {span}.",
    nl="Een dag zoals 25-11-2026. Weet u die niet, typ dan ?: dan blijft het {span}.",
)
TURNS_ON: Final = Text(
    en="It makes a difference whether it was before {days}, or on that day or later.",
    nl="Het maakt verschil of het vóór {days} was, of op die dag of later.",
)
HINT_NO_MORE: Final = Text(
    en="For instance: Ali, own son, 2015. Or Enter if there is nobody else.",
    nl="Bijvoorbeeld: Ali, eigen zoon, 2015. Of Enter als er niemand meer is.",
)
HINT_AGAIN: Final = Text(en="Now: {said}. Enter leaves it so.", nl="Nu: {said}. Enter laat dit zo.")
HINT_EXACT_DAY: Final = Text(
    en="A day such as 25 November 2026 or 25-11-2026.", nl="Een dag zoals 25 november 2026 of 25-11-2026."
)
HINT_DAY: Final = Text(
    en="A day such as 25-11-2026; a month, a year or 1-5-2026 to 30-9-2026 if that is all you know.",
    nl="Een dag zoals 25-11-2026; een maand, een jaar of 1-5-2026 t/m 30-9-2026 als u niet meer weet.",
)
HINT_DAY_OR_NUMBER: Final = Text(
    en="A day such as 25-11-2026; a month, a year or 1-5-2026 to 30-9-2026 if that is all you know; or the number.",
    nl="Een dag zoals 25-11-2026; een maand, een jaar of 1-5-2026 t/m 30-9-2026 als u niet meer weet; of het nummer.",
)
HINT_OPTION: Final = Text(en="A number, or the word.", nl="Een nummer, of het woord.")
HINT_WORD: Final = Text(
    en="A number, or a word such as son or aunt.", nl="Een nummer, of een woord zoals zoon of tante."
)
HINTS: Final[Mapping[FactKind, Text]] = {
    FactKind.DATE: HINT_DAY,
    FactKind.YES_NO: Text(en="Yes or no.", nl="Ja of nee."),
    FactKind.CHOICE: HINT_OPTION,
    FactKind.MEMBER: HINT_OPTION,
    FactKind.AMOUNT: Text(en="An amount in euros, such as 2600.", nl="Een bedrag in euro's, zoals 2600."),
    FactKind.TEXT: HINT_WHO,
}
