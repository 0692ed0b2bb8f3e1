"""Questions of law that are open or contested (omstreden punten): what each is, and what makes it so.

Where a rule turns on one, it says ``main.or_read(points.NAME, other)``: the reading that is taken, and the other one.
"""

from __future__ import annotations

from reunify import sources
from reunify.logic import Point
from reunify.rules.figures import LONGEST_RUNNING_ON, MAJORITY, TERM, WAIT, YOUNG_ADULT
from reunify.sources import (
    AFRIN,
    ATW,
    BW1,
    BW10,
    CONFIRMED_LATER,
    CR_GF_TY,
    EU_DIRECTIVE,
    FOSTER_PAPERS_NOT_NEEDED,
    IND_NEW_RULES,
    IND_RELATIVES,
    K_AND_B,
    NO_UPPER_AGE,
    PARTED_BY_WAR,
    QUALIFICATION,
    RVS_ANALOGY,
    SW,
    UAM_ON_HIS_OWN,
    VB,
    VC_NAREIS,
    VW,
    XC,
)

# ---------------------------------------------------------------- the sponsor

NAREIS_AFTER_NAREIS = Point(
    "nareis-after-nareis",
    sources.NAREIS_AFTER_NAREIS,
    en="the sponsor came by nareis and later got an own status: a grant was published, older policy refused",
    nl="de hoofdpersoon kwam zelf als nareiziger en kreeg later een eigen status: er is een gepubliceerde "
    "verlening, ouder beleid weigerde",
)

TAKEN_IN_BY_RELATIVE = Point(
    "taken-in-by-relative",
    IND_RELATIVES,
    en="from November 2020 to 24 August 2021 the IND held that a minor whom a relative here had taken in was not "
    "alone; it then withdrew that practice",
    nl="van november 2020 tot 24 augustus 2021 vond de IND dat een minderjarige die bij een familielid hier woonde "
    "niet alleenstaand was; daarna trok zij die werkwijze in",
)

MINOR_ON_HIS_OWN = Point(
    "minor-on-his-own",
    (SW, UAM_ON_HIS_OWN),
    en="a district court held that the tie with the parents ends where the minor lives on his own, supports himself or "
    "founds a family; by C-273/20 they need not live together or support each other",
    nl="een rechtbank vond dat de band met de ouders eindigt als de minderjarige zelfstandig woont, zichzelf "
    "onderhoudt of een gezin vormt; volgens C-273/20 hoeven zij niet samen te wonen of elkaar te steunen",
)

# ---------------------------------------------------------------- the tie

BORN_AFTER_ENTRY = Point(
    "born-after-entry",
    BW1["2"],
    en="the person was born after the sponsor's entry but conceived before it: the texts are silent, the Civil "
    "Code treats an unborn child as born",
    nl="de persoon is na de binnenkomst geboren maar daarvóór verwekt: de teksten zwijgen, het Burgerlijk "
    "Wetboek ziet een ongeboren kind als geboren",
)

CONCEIVED_AFTER_ENTRY = Point(
    "conceived-after-entry",
    EU_DIRECTIVE["9.2"],
    en="the person was conceived after the sponsor's entry, but the family existed then; the Directive lets a "
    "State confine only its favourable chapter to earlier ties, so the regular route must be open",
    nl="de persoon is na de binnenkomst verwekt, maar het gezin bestond toen al; de richtlijn laat een staat "
    "alleen het gunstige hoofdstuk tot oudere banden beperken, dus de reguliere weg moet openstaan",
)

OCCASIONAL_CONTACT = Point(
    "occasional-contact",
    XC,
    en="a district court refused where the father never raised the child; by C-279/20 occasional visits or any "
    "regular contact can be enough, without living together or money",
    nl="een rechtbank wees af waar de vader het kind nooit opvoedde; volgens C-279/20 kan af en toe bezoek of "
    "enig regelmatig contact genoeg zijn, zonder samenwonen of geld",
)

# ---------------------------------------------------------------- the three months

TERM_ENDS_ON_DAY_OFF = Point(
    "term-ends-on-day-off",
    ATW["1.1"],
    figures=(TERM,),
    up_to=LONGEST_RUNNING_ON,
    en="{the term} {term:ends|end} on a weekend or holiday; that {term:it runs|they run} on to the next working day is inferred "
    "from the General Act on Time Limits",
    nl="{the term} {term:eindigt|eindigen} in een weekend of op een feestdag; dat {term:die doorloopt|zij doorlopen} tot de volgende werkdag is "
    "afgeleid uit de Algemene termijnenwet",
)

DECREED_DAY_NOT_KNOWN = Point(
    "decreed-day-not-known",
    ATW["3.3"],
    figures=(TERM,),
    up_to=LONGEST_RUNNING_ON,
    en="{the term} {term:ends|end} on a day that a decree may have equated with a holiday; the table of such days in "
    "here does not reach that year",
    nl="{the term} {term:eindigt|eindigen} op een dag die een besluit met een feestdag kan hebben gelijkgesteld; de tabel "
    "van zulke dagen reikt hier niet tot dat jaar",
)

EARLIER_APPLICATION_NOT_ACCEPTED = Point(
    "earlier-application-not-accepted",
    AFRIN,
    en="an attempt to apply in time that was not accepted: that it counts as the application is argued from "
    "C-1/23, and not settled for the Netherlands",
    nl="een poging op tijd die niet in behandeling is genomen: dat die als aanvraag telt volgt misschien uit "
    "C-1/23, en staat voor Nederland niet vast",
)

POST_UNREACHABLE = Point(
    "post-unreachable",
    AFRIN,
    en="an attempt in time that a closed embassy prevented counts as an application by C-1/23; that is not settled for "
    "the Netherlands",
    nl="een poging op tijd die door een gesloten ambassade mislukte telt volgens C-1/23 als aanvraag; voor Nederland "
    "staat dat niet vast",
)

CAUSE_NOT_ACCEPTED = Point(
    "cause-not-accepted",
    K_AND_B,
    en="that somebody was missing or that a helper made a mistake was not accepted as an excuse; the "
    "circumstances of each case count",
    nl="dat iemand vermist was of dat een hulpverlener een fout maakte is niet als verontschuldiging aanvaard; "
    "de omstandigheden van het geval tellen",
)

# ---------------------------------------------------------------- marriage and relationship

VALIDATED_AFTER_ENTRY = Point(
    "validated-after-entry",
    CONFIRMED_LATER,
    en="the marriage became valid only after the sponsor's entry; what counts may be the celebration or the day "
    "of validity",
    nl="het huwelijk werd pas na de binnenkomst van de hoofdpersoon geldig; de viering of de dag van geldigheid "
    "kan tellen",
)

CHILD_MARRIAGE_DAY = Point(
    "child-marriage-day",
    BW10["32"],
    figures=(MAJORITY,),
    en="a marriage concluded under {majority} is recognised once both are {majority}; recognition can be asked again until the "
    "decision, but the application may be the day that counts",
    nl="een huwelijk van iemand onder de {majority} wordt erkend zodra beiden {majority} zijn; erkenning kan tot het besluit opnieuw "
    "worden gevraagd, maar de aanvraag kan de dag zijn die telt",
)

BEFORE_LIST_OF_10_32 = Point(
    "before-list-of-10-32",
    BW10["32"],
    en="the list of marriages that are not recognised exists from 5 December 2015; before that day only public "
    "order stood in the way",
    nl="de lijst van huwelijken die niet worden erkend bestaat vanaf 5 december 2015; vóór die dag stond alleen de "
    "openbare orde in de weg",
)

CHILD_OF_PARTNER_NOT_CHOSEN = Point(
    "child-of-partner-not-chosen",
    VC_NAREIS,
    en="the sponsor's own child of the spouse or partner who was not chosen: the law does not exclude it, policy did",
    nl="het eigen kind van de hoofdpersoon met de niet gekozen echtgenoot of partner: de wet sluit het niet uit, "
    "beleid deed dat wel",
)

# ---------------------------------------------------------------- children

AGE_WHEN_LATE_IS_EXCUSED = Point(
    "age-when-late-is-excused",
    XC,
    en="late but excused: C-279/20 speaks of an application within three months, so the child's age may "
    "count on the asylum application or on the family application",
    nl="te laat maar verschoonbaar: C-279/20 spreekt van een aanvraag binnen drie maanden, dus de "
    "leeftijd op de asielaanvraag of op de gezinsaanvraag kan tellen",
)

FOSTER_PAPERS = Point(
    "foster-papers",
    FOSTER_PAPERS_NOT_NEEDED,
    en="foster child of whom a biological or legal parent lives and did not consent: rulings on papers of authority "
    "conflict",
    nl="pleegkind van wie een biologische of juridische ouder leeft en niet instemde: uitspraken over papieren van gezag "
    "spreken elkaar tegen",
)

FOSTER_HOUSEHOLD = Point(
    "foster-household",
    sources.FOSTER_HOUSEHOLD,
    en="a foster child that did not live in the sponsor's household has no actual tie of care; whether that decides by "
    "itself is contested",
    nl="een pleegkind dat niet in het huishouden van de hoofdpersoon woonde heeft geen feitelijke zorgband; of dat op "
    "zichzelf beslist is omstreden",
)

# ---------------------------------------------------------------- kin

HALF_SIBLING = Point(
    "half-sibling",
    VW["29c.1.d"],
    en="the law does not say whether a half brother or half sister counts",
    nl="de wet zegt niet of een halfbroer of halfzus meetelt",
)

STEP_OR_FOSTER_SIBLING = Point(
    "step-or-foster-sibling",
    VW["29c.1.d"],
    en="the law does not say whether a step or foster brother or sister counts",
    nl="de wet zegt niet of een stief- of pleegbroer of -zus meetelt",
)

# ---------------------------------------------------------------- grounds of refusal

SPECIAL_TIES_EU_FLOOR = Point(
    "special-ties-eu-floor",
    EU_DIRECTIVE["12.1"],
    en="for a refugee's spouse, child or parents the Directive allows only conditions of housing and income "
    "in such a case, no plain refusal",
    nl="voor de echtgenoot, het kind of de ouders van een vluchteling staat de richtlijn dan alleen eisen van "
    "woning en inkomen toe, geen gewone afwijzing",
)

# ---------------------------------------------------------------- the law of before 12 June 2026

NO_TERM_WHILE_MINOR = Point(
    "no-term-while-minor",
    RVS_ANALOGY,
    en="that no term runs while the sponsor is a minor was ruled for refugees; whether it holds for subsidiary protection "
    "by analogy is contested",
    nl="dat geen termijn loopt zolang de hoofdpersoon minderjarig is, is beslist voor vluchtelingen; of het bij "
    "subsidiaire bescherming naar analogie geldt, is omstreden",
)

PARTNER_WHO_MARRIED_LATER = Point(
    "partner-who-married-later",
    VC_NAREIS,
    en="a couple whose relationship began before the sponsor's entry and who married after it: whether "
    "they can still be admitted as partners is open",
    nl="een stel dat vóór de binnenkomst een relatie had en daarna trouwde: of zij nog als partners "
    "kunnen worden toegelaten, staat open",
)

YOUNG_ADULT_AGE = Point(
    "young-adult-age",
    NO_UPPER_AGE,
    figures=(YOUNG_ADULT,),
    en="older than about {young_adult - 1}: the sources give no hard upper age",
    nl="ouder dan ongeveer {young_adult - 1}: de bronnen geven geen harde leeftijdsgrens",
)

APART_BECAUSE_OF_FLIGHT = Point(
    "apart-because-of-flight",
    PARTED_BY_WAR,
    en="a district court did not hold it against a young adult that war had parted the family; policy asks for "
    "having lived together",
    nl="een rechtbank wierp een jongvolwassene niet tegen dat oorlog het gezin scheidde; beleid vraagt samenwonen",
)

YOUNG_ADULTS_BEFORE_22_MAY_2015 = Point(
    "young-adults-before-22-may-2015",
    VC_NAREIS,
    en="from 2013 policy asked more than normal dependency of every adult child, young adults at home included; a "
    "letter of the State Secretary restored the older policy on 22 May 2015 (secondary source)",
    nl="vanaf 2013 vroeg het beleid van elk meerderjarig kind meer dan gebruikelijke afhankelijkheid, ook van "
    "jongvolwassenen thuis; een brief van de staatssecretaris herstelde het oudere beleid op 22 mei 2015 (secundaire "
    "bron)",
)

DEPENDENT_SIBLING = Point(
    "dependent-sibling",
    CR_GF_TY,
    en="C-560/20 asks that such a brother or sister is admitted so that the parents can come; the national text has "
    "no such ground",
    nl="C-560/20 vraagt dat zo'n broer of zus wordt toegelaten, zodat de ouders kunnen komen; de nationale tekst "
    "kent die grond niet",
)

# ---------------------------------------------------------------- art. 29c: the closed list

SIBLING_SHARES_PARENTS_TERM = Point(
    "sibling-shares-parents-term",
    CR_GF_TY,
    en="that no term runs while the sponsor is a minor was ruled for the parents; for a brother or sister who "
    "applies together with them it is inferred",
    nl="dat geen termijn loopt zolang de hoofdpersoon minderjarig is, is beslist voor de ouders; voor een "
    "broer of zus die tegelijk aanvraagt is het afgeleid",
)

# ---------------------------------------------------------------- art. 29d lid 1: the age of a child


def _age_of_child(id: str, day_en: str, day_nl: str) -> Point:  # noqa: A002 -- the word of the rules
    return Point(
        id,
        (VW["29d.1"], XC),
        figures=(MAJORITY, WAIT),
        en=f"for subsidiary protection the day on which the child must be under {{majority}} is open; {day_en} may count",
        nl="bij subsidiaire bescherming staat open op welke dag het kind jonger dan {majority} moet zijn; mogelijk telt "
        + day_nl,
    )


CHILD_AGE_ON_ASYLUM_APPLICATION = _age_of_child(
    "child-age-on-asylum-application",
    "the sponsor's asylum application (D1)",
    "de asielaanvraag van de hoofdpersoon (D1)",
)
CHILD_AGE_ON_DECISION = _age_of_child("child-age-on-decision", "the decision (D4)", "het besluit (D4)")
CHILD_AGE_AFTER_WAIT = _age_of_child(
    "child-age-after-wait", "the day on which {the wait} {wait:ends|end}", "de dag waarop {the wait} om {wait:is|zijn}"
)

# ---------------------------------------------------------------- art. 29d: subsidiary protection

WAIT_FROM_DECISION = Point(
    "wait-from-decision",
    VW["44.2"],
    figures=(WAIT,),
    en="whether {the wait} {wait:counts|count} from the decision or from the day after is not settled; the later day is taken",
    nl="of {the wait} {wait:telt|tellen} vanaf het besluit of vanaf de dag erna staat niet vast; de latere dag is genomen",
)

WAIT_FROM_OLD_START = Point(
    "wait-from-old-start",
    (VW["44.2"], IND_NEW_RULES),
    en="for a permit from before 12 June 2026, which by the old law started on the asylum application: whether "
    "the grant or that earlier day counts is disputed; the IND counts from the grant",
    nl="voor een vergunning van vóór 12 juni 2026, die volgens het oude recht op de asielaanvraag inging: of de "
    "verlening of die eerdere dag telt is omstreden; de IND telt vanaf de verlening",
)

NORM_OF_WHICH_DAY = Point(
    "norm-of-which-day",
    VB["3.74"],
    en="whether the norm of the half-year of the application or of the decision counts is open",
    nl="of de norm van het halfjaar van de aanvraag of van het besluit telt, staat open",
)

MINOR_WHO_CAME_OF_AGE = Point(
    "minor-who-came-of-age",
    (VW["29d.2.b"], IND_NEW_RULES),
    figures=(MAJORITY,),
    en="means and housing are not asked of an unaccompanied minor; that who has come of age since still "
    "is one, is the practice of the IND only",
    nl="middelen en woonruimte worden niet van een amv gevraagd; dat wie intussen {majority} is nog amv is, is "
    "alleen praktijk van de IND",
)

# ---------------------------------------------------------------- art. 29c: the closed list

SPOUSE_ADULT_DAY = Point(
    "spouse-adult-day",
    VW["29c.1.a"],
    figures=(MAJORITY,),
    en="whether the spouse must be {majority} on the application or on the decision is open",
    nl="of de echtgenoot op de aanvraag of op het besluit {majority} moet zijn, staat open",
)

ONE_SPOUSE = Point(
    "one-spouse",
    EU_DIRECTIVE["4.4"],
    en="the new law is silent on polygamy; the Directive bars a further spouse only while one already lives here, "
    "and does not bind for subsidiary protection",
    nl="de nieuwe wet zwijgt over polygamie; de richtlijn sluit een volgende echtgenoot alleen uit zolang er al een "
    "hier woont, en bindt niet bij subsidiaire bescherming",
)

REGISTERED_PARTNER = Point(
    "registered-partner",
    (VW["29c.1.a"], BW10["61"]),
    en="a registered partner is not on the list; BW art. 10:61 recognises a foreign registered partnership as such, "
    "not as a marriage, and whether the list reads it in is contested",
    nl="een geregistreerd partner staat niet op de lijst; BW art. 10:61 erkent een buitenlands geregistreerd "
    "partnerschap als zodanig, niet als huwelijk, en of de lijst het toch omvat is omstreden",
)

STEP_CHILD = Point(
    "step-child",
    (VW["29c.1.b"], EU_DIRECTIVE["4.1.d"]),
    en="art. 29c lid 1 b does not say whose child; for refugees the Directive requires the spouse's child "
    "over whom the spouse has custody",
    nl="art. 29c lid 1 b zegt niet van wie het kind is; voor vluchtelingen verplicht de richtlijn tot het "
    "kind van de echtgenoot die het gezag heeft",
)

CHILD_BY_LAW_ONLY = Point(
    "child-by-law-only",
    (VW["29c.1.b"], EU_DIRECTIVE["4.1.b"], VB["3.14"]),
    en="the letter of art. 29c names biological and adopted children; a child who is the sponsor's by law "
    "only is one for the Directive and for Vb art. 3.14",
    nl="de letter van art. 29c noemt biologische en geadopteerde kinderen; een kind dat alleen juridisch van "
    "de hoofdpersoon is telt volgens de richtlijn en Vb art. 3.14 wel",
)

MARRIED_MINOR = Point(
    "married-minor",
    EU_DIRECTIVE["4.1.d"],
    en="the law does not say that a child, brother or sister must be unmarried; the Directive says so of children",
    nl="de wet zegt niet dat een kind, broer of zus ongehuwd moet zijn; de richtlijn zegt dat van kinderen wel",
)

BROUGHT_AND_LEFT = Point(
    "brought-and-left",
    VC_NAREIS,
    en="older policy excluded a parent who brought the minor here and left; the new law does not say so",
    nl="ouder beleid sloot een ouder uit die de minderjarige bracht en vertrok; de nieuwe wet zegt dat niet",
)

SAME_TIME = Point(
    "same-time",
    VW["29c.1.d"],
    en="what 'at the same time' means where the applications lie on different days, or the parent came or was "
    "granted earlier, is open",
    nl="wat 'gelijktijdig' betekent als de aanvragen op verschillende dagen liggen, of als de ouder eerder kwam of "
    "toestemming kreeg, staat open",
)

SIBLING_AGE_ON_DECISION = Point(
    "sibling-age-on-decision",
    (VW["29c.1.d"], IND_NEW_RULES),
    figures=(MAJORITY,),
    en="the day on which a brother or sister must be under {majority} is open: the IND takes the sponsor's entry, it can be "
    "the decision",
    nl="op welke dag een broer of zus jonger dan {majority} moet zijn staat open: de IND neemt de binnenkomst van de "
    "hoofdpersoon, het kan het besluit zijn",
)

SIBLING_AGE_ON_APPLICATION = Point(
    "sibling-age-on-application",
    (VW["29c.1.d"], IND_NEW_RULES),
    figures=(MAJORITY,),
    en="the day on which a brother or sister must be under {majority} is open: the IND takes the sponsor's entry, it "
    "can be the application",
    nl="op welke dag een broer of zus jonger dan {majority} moet zijn staat open: de IND neemt de binnenkomst van de "
    "hoofdpersoon, het kan de aanvraag zijn",
)

DEPENDENT_SIBLING_OF_SUBSIDIARY = Point(
    "dependent-sibling-of-subsidiary",
    CR_GF_TY,
    en="C-560/20 asks that such a brother or sister is admitted so that the parents can come; the national text has no such ground, and the ruling is about refugees",
    nl="C-560/20 vraagt dat zo'n broer of zus wordt toegelaten, zodat de ouders kunnen komen; de nationale tekst kent die grond niet, en de uitspraak gaat over vluchtelingen",
)

# ---------------------------------------------------------------- art. 29b: already here

UNMARRIED_COUPLE_ALREADY_HERE = Point(
    "unmarried-couple-already-here",
    QUALIFICATION["3.9"],
    en="unmarried couples count where national law treats them like spouses; since June 2026 that is open here",
    nl="ongehuwde stellen tellen als het nationale recht hen als echtgenoten behandelt; sinds juni 2026 staat dat hier "
    "open",
)

CHILD_SPOUSE_ALREADY_HERE = Point(
    "child-spouse-already-here",
    QUALIFICATION["3.9"],
    figures=(MAJORITY,),
    en="where one of the two is under {majority} the couple is not admitted as a couple here; what the best interests of the "
    "child ask must be looked into apart",
    nl="als een van beiden nog geen {majority} is, wordt het stel hier niet als stel toegelaten; wat het belang van het kind "
    "vraagt moet apart worden bekeken",
)

FURTHER_SPOUSE_ALREADY_HERE = Point(
    "further-spouse-already-here",
    QUALIFICATION["3.9"],
    en="the Regulation does not speak of a further spouse who came along",
    nl="de verordening spreekt niet van een volgende echtgenoot die meekwam",
)

FOSTER_CHILD_ALREADY_HERE = Point(
    "foster-child-already-here",
    QUALIFICATION["3.9"],
    en="the Regulation names the children of either, adopted ones included; whether a foster child counts is open",
    nl="de verordening noemt de kinderen van een van beiden, ook geadopteerde; of een pleegkind telt staat open",
)

STEP_CHILD_ALREADY_HERE = Point(
    "step-child-already-here",
    QUALIFICATION["3.9"],
    en="the Regulation names children of the couple or of the sponsor; a child of the spouse alone is not named",
    nl="de verordening noemt kinderen van het stel of van de hoofdpersoon; een kind van alleen de echtgenoot "
    "noemt zij niet",
)

BORN_AFTER_ARRIVAL = Point(
    "born-after-arrival",
    QUALIFICATION["3.9"],
    en="the child was born after the sponsor arrived; the Regulation speaks of a family that existed before",
    nl="het kind is na de aankomst van de hoofdpersoon geboren; de verordening spreekt van een gezin dat er al was",
)

OTHER_CLOSE_RELATIVES = Point(
    "other-close-relatives",
    QUALIFICATION["23.7"],
    en="whether the Netherlands uses art. 23(7), for other close relatives who lived together and depend on the sponsor and "
    "for married minors, is open",
    nl="of Nederland art. 23 lid 7 gebruikt, voor andere naaste verwanten die samenwoonden en van de hoofdpersoon afhangen en "
    "voor getrouwde minderjarigen, staat open",
)

ALREADY_HERE = Point(
    "already-here",
    (VW["29b"], QUALIFICATION["3.9"]),
    en="how art. 29b and the wider family of the Regulation are applied to members who are already here is unsettled",
    nl="hoe art. 29b en het ruimere gezin van de verordening worden toegepast op gezinsleden die al hier zijn staat "
    "niet vast",
)
