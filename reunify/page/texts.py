"""What the page says of itself: its buttons, headings and messages. Questions and reports say the rest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from reunify.facts import FactKind
from reunify.interview._texts import HINTS
from reunify.report.wording import HEADING, NO, NOTICE, PERSON, YES
from reunify.text import Text

__all__ = ["BEFORE", "FILES", "TEXTS"]

BEFORE: Final[Mapping[str, Text]] = {
    "title": HEADING,
    "notice": NOTICE,
    "loading": Text(
        en="Loading. The first time this takes a few seconds.", nl="Bezig met laden. De eerste keer duurt dat even."
    ),
    "too_old": Text(
        en="This browser is too old for this page; use a recent Firefox, Chrome, Edge or Safari.",
        nl="Deze browser is te oud voor deze pagina; gebruik een recente Firefox, Chrome, Edge of Safari.",
    ),
    "no_script": Text(
        en="This page works with JavaScript, which is switched off here; it sends nothing anywhere.",
        nl="Deze pagina werkt met JavaScript, en dat staat hier uit; zij verstuurt niets.",
    ),
    "load_failed": Text(en="The page did not load completely.", nl="De pagina is niet helemaal geladen."),
    "try_again": Text(en="Try again", nl="Probeer opnieuw"),
}
"""What is said before Python is there."""

TEXTS: Final[Mapping[str, Text]] = {
    **BEFORE,
    "too_old_perhaps": Text(
        en="If this happens again, the browser may be too old: use a recent Firefox, Chrome, Edge or Safari.",
        nl="Gebeurt dit weer, dan is de browser misschien te oud: gebruik een recente Firefox, Chrome, Edge of Safari.",
    ),
    "parts": Text(en="Parts of the page", nl="Delen van de pagina"),
    "view_asking": Text(en="Questions", nl="Vragen"),
    "view_overview": Text(en="All answers", nl="Alle antwoorden"),
    "view_answer": Text(en="The answer", nl="Het antwoord"),
    "view_what_if": Text(en="What if", nl="Wat als"),
    "view_saving": Text(en="Save", nl="Opslaan"),
    "error": Text(en="An error", nl="Een fout"),
    "yes": YES,
    "no": NO,
    "only_for": Text(en="Or only for", nl="Of alleen voor"),
    "born_hint": HINTS[FactKind.DATE],
    "language": Text(en="Language", nl="Taal"),
    "skip": Text(en="To the content", nl="Naar de inhoud"),
    "busy": Text(en="Working …", nl="Bezig …"),
    # ------------------------------------------------------------ the start
    "start": Text(en="Who may come?", nl="Wie mag komen?"),
    "start_intro": Text(
        en="Answer questions about a family, and see who may come to the Netherlands, under which article, by when, and what is "
        "still needed: before and after 12 June 2026.",
        nl="Beantwoord vragen over een gezin, en zie wie naar Nederland mag komen, op grond van welk artikel, vóór wanneer, en "
        "wat er nog nodig is: voor en na 12 juni 2026.",
    ),
    "privacy": Text(
        en="Everything happens on this device. Nothing is sent, and nothing is kept unless you ask for it. First names are not "
        "needed: letters or “wife” will do.",
        nl="Alles gebeurt op dit apparaat. Er wordt niets verstuurd, en niets bewaard tenzij u daarom vraagt. Voornamen zijn "
        "niet nodig: letters of “vrouw” is genoeg.",
    ),
    "new": Text(en="Begin with a family", nl="Begin met een gezin"),
    "open": Text(en="Open a case file", nl="Open een bestand met een zaak"),
    "open_hint": Text(
        en="A file in TOML or JSON that you saved here before. You can also drop it on this page.",
        nl="Een bestand in TOML of JSON dat u hier eerder hebt opgeslagen. U kunt het ook op deze pagina laten vallen.",
    ),
    "bad_file": Text(en="This file cannot be used:", nl="Dit bestand kan niet worden gebruikt:"),
    "laws_page": Text(
        en="What changes for whom by the new law, and the law itself",
        nl="Wat verandert er voor wie door de nieuwe wet, en de wet zelf",
    ),
    # ------------------------------------------------------------ the questions
    "left": Text(en="At most {left} questions left", nl="Nog hooguit {left} vragen"),
    "left_one": Text(en="The last question", nl="De laatste vraag"),
    "back": Text(en="Back", nl="Terug"),
    "unknown": Text(en="I don’t know", nl="Weet ik niet"),
    "next": Text(en="Next", nl="Volgende"),
    "keep_answer": Text(en="Leave it so", nl="Zo laten"),
    "your_answer": Text(en="Your answer", nl="Uw antwoord"),
    "right": Text(en="Yes, that is right", nl="Ja, dat klopt"),
    "change_other": Text(en="Change the earlier answer", nl="Verander het eerdere antwoord"),
    "name": Text(en="First name, or what you call this person", nl="Voornaam, of hoe u deze persoon noemt"),
    "kin": Text(en="What is this person to the sponsor?", nl="Wat is deze persoon van de hoofdpersoon?"),
    "choose": Text(en="Choose", nl="Kies"),
    "born": Text(en="Date of birth, if you know it", nl="Geboortedatum, als u die weet"),
    "add": Text(en="Add this person", nl="Voeg deze persoon toe"),
    "nobody_else": Text(en="Nobody else", nl="Niemand meer"),
    "for_all": Text(en="All of them", nl="Allemaal"),
    "for_none": Text(en="None of them", nl="Niemand van hen"),
    "overview": Text(en="All answers", nl="Alle antwoorden"),
    "no_answers": Text(en="No answers so far.", nl="Nog geen antwoorden."),
    "change": Text(en="Change", nl="Verander"),
    "change_of": Text(en="Change: {label}", nl="Verander: {label}"),
    "rename": Text(en="Other name", nl="Andere naam"),
    "rename_of": Text(en="Other name for {label}", nl="Andere naam voor {label}"),
    "new_name": Text(en="What do you call {name}?", nl="Hoe noemt u {name}?"),
    "add_person": Text(en="Add a person", nl="Voeg een persoon toe"),
    "go_on": Text(en="Go on with the questions", nl="Ga door met de vragen"),
    "see_answer": Text(en="See the answer so far", nl="Bekijk het antwoord tot nu toe"),
    "see_final": Text(en="See the answer", nl="Bekijk het antwoord"),
    "all_asked": Text(en="All questions are answered", nl="Alle vragen zijn beantwoord"),
    "ask_more": Text(en="Answer those questions too", nl="Beantwoord ook die vragen"),
    # ------------------------------------------------------------ the answer
    "answer": Text(en="The answer", nl="Het antwoord"),
    "open_questions": Text(
        en="Some questions are still open; they can change the answer.",
        nl="Er zijn nog vragen open; die kunnen het antwoord veranderen.",
    ),
    "which_law": Text(en="Under which law", nl="Onder welk recht"),
    "both_laws": Text(en="both", nl="beide"),
    "other_day": Text(en="On another day of decision", nl="Op een andere dag van het besluit"),
    "apply": Text(en="Show", nl="Toon"),
    "report": Text(en="The report", nl="Het verslag"),
    "print": Text(en="Print", nl="Print"),
    "download": Text(en="Save", nl="Opslaan"),
    "download_hint": Text(
        en="The case file is what you open here again to go on.",
        nl="Het bestand met de zaak opent u hier weer om verder te gaan.",
    ),
    "form_casefile": Text(en="Case file (TOML)", nl="Bestand met de zaak (TOML)"),
    "form_html": Text(en="Report as a web page (HTML)", nl="Verslag als webpagina (HTML)"),
    "form_markdown": Text(en="Report as text (Markdown)", nl="Verslag als tekst (Markdown)"),
    "form_json": Text(en="Report as data (JSON)", nl="Verslag als gegevens (JSON)"),
    "form_ics": Text(en="The days, for a calendar (ICS)", nl="De dagen, voor een agenda (ICS)"),
    "form_sheet": Text(en="Sheet for the family", nl="Blad voor het gezin"),
    # ------------------------------------------------------------ what if
    "what_if": Text(en="What if …", nl="Wat als …"),
    "what_if_hint": Text(
        en="Change one fact, and see whose outcome changes. Your answers stay as they are.",
        nl="Verander één feit, en zie voor wie de uitkomst verandert. Uw antwoorden blijven zoals zij zijn.",
    ),
    "fact": Text(en="Fact", nl="Feit"),
    "not_known": Text(en="not known", nl="niet bekend"),
    "now": Text(en="Now: {said}", nl="Nu: {said}"),
    "try": Text(en="Try", nl="Probeer"),
    "nothing_changes": Text(en="Then nobody’s outcome changes.", nl="Dan verandert er voor niemand iets."),
    "person": PERSON,
    "law": Text(en="Law", nl="Recht"),
    "is_now": Text(en="As it is", nl="Zoals het is"),
    "would_be": Text(en="As it would be", nl="Zoals het zou zijn"),
    "why": Text(en="Why", nl="Waarom"),
    # ------------------------------------------------------------ keeping
    "keep": Text(en="Keep on this device", nl="Bewaar op dit apparaat"),
    "keep_warning": Text(
        en="Do not do this on a computer that others use too: whoever uses this browser can read it. It is kept in this browser "
        "until you delete it.",
        nl="Doe dit niet op een computer die anderen ook gebruiken: wie deze browser gebruikt, kan het lezen. Het blijft in deze "
        "browser staan tot u het verwijdert.",
    ),
    "keep_sure": Text(en="Keep it", nl="Bewaar het"),
    "kept": Text(en="Kept on this device.", nl="Bewaard op dit apparaat."),
    "kept_cases": Text(en="Kept on this device", nl="Op dit apparaat bewaard"),
    "kept_of": Text(en="{names}, kept on {day}", nl="{names}, bewaard op {day}"),
    "open_kept": Text(en="Open", nl="Open"),
    "open_kept_of": Text(en="Open: {names}", nl="Open: {names}"),
    "delete": Text(en="Delete", nl="Verwijder"),
    "delete_of": Text(en="Delete: {names}", nl="Verwijder: {names}"),
    "deleted": Text(en="Deleted from this device.", nl="Van dit apparaat verwijderd."),
    "not_kept": Text(
        en="This browser does not let the page keep anything.", nl="Deze browser laat de pagina niets bewaren."
    ),
    "leave": Text(
        en="Your answers are not saved. Begin anew all the same?",
        nl="Uw antwoorden zijn niet opgeslagen. Toch opnieuw beginnen?",
    ),
    "again": Text(en="Begin anew", nl="Begin opnieuw"),
    # ------------------------------------------------------------ errors
    "went_wrong": Text(
        en="Something went wrong in the program. Your answers are still there. Please tell the makers; the details hold no facts "
        "of the family.",
        nl="Er ging iets mis in het programma. Uw antwoorden zijn er nog. Meld het aan de makers; in de details staan geen "
        "feiten van het gezin.",
    ),
    "copy_details": Text(en="Copy the details", nl="Kopieer de details"),
    "copied": Text(en="Copied.", nl="Gekopieerd."),
}
"""All of them, by the name that the script has for them."""

FILES: Final[Mapping[str, Text]] = {
    "case": Text(en="case", nl="zaak"),
    "report": Text(en="report", nl="verslag"),
    "days": Text(en="days", nl="dagen"),
    "sheet": Text(en="sheet", nl="blad"),
}
"""What saved files are called: no name of a family is in it."""
