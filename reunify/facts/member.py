"""What is known of a family member: each fact with its label, its question, whom it concerns, what is assumed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import attrs

from reunify.facts import asked, of_regular_route, presumptions
from reunify.facts.choices import (
    COUPLE,
    MARRIED,
    Consent,
    Custody,
    Ended,
    Exam,
    LateBecause,
    OtherTie,
    Parentage,
    Relation,
    Sanction,
    TravelDocument,
)
from reunify.facts.given import Chosen, ShowsWhatIsGiven
from reunify.facts.kinds import (
    HERE,
    NOBODY,
    NOT_CHOSEN,
    NOT_FILED,
    OR_NEVER,
    Assumed,
    Day,
    FactKind,
    Filing,
    Paper,
    YesNo,
    added_facts,
    fact,
    facts_of,
    not_known_facts,
)
from reunify.facts.span import Span
from reunify.renamed import with_old_facts
from reunify.terms import NEVER
from reunify.text import Text

__all__ = ["MEMBER_FACTS", "REFERENCES", "FamilyMember"]

_KIN: Final = frozenset({Relation.CHILD, Relation.PARENT, Relation.SIBLING})
_WIDER: Final = frozenset({Relation.GRANDPARENT, Relation.GRANDCHILD, Relation.OTHER})
_CHILD: Final = frozenset({Relation.CHILD})
_YOUNG: Final = frozenset({Relation.CHILD, Relation.SIBLING})


@with_old_facts()
@attrs.frozen(kw_only=True, repr=False)
class FamilyMember(ShowsWhatIsGiven):
    """One member of the sponsor's family, for whom nareis is (or would be) asked.

    Attributes:
        id: The name of the person in the file; unique.
        relation: What the person is to the sponsor.
        born_on: Day of birth.
        married_on: The day of the celebration or registration, also when made official later.
        validated_on: The day on which a marriage that was not valid at first became valid.
        family_since: The day that the person otherwise became family: start of the relationship,
            adoption, taking in as foster child, the parents' later marriage for a step child.
        marriage_valid: The marriage is valid under the law of the place where it was concluded.
        durable_relationship: The relationship is durable and exclusive.
        parentage: How a child, parent or sibling is kin; assumed biological for parent and sibling.
        consented_freely: Both married of their own free will; assumed so.
        adoption_recognised: The adoption rests on a decision that the Netherlands recognises.
        conceived_before_entry: A child or sibling born after D0 was conceived before D0.
        married: A child or sibling is married now; assumed not under the age of twelve.
        custody: Custody over a step child of the parent who comes.
        parent_member: A child's other parent: a member's id, ``"here"``, ``"none"``, or ``"not_chosen"`` for a
            spouse or partner whom the sponsor did not choose and who does not apply.
        responsible_for_minor: Is the adult who is responsible, by law or practice, for the minor sponsor.
        lived_with_family: Lived in the household when the sponsor left and at D0.
        lives_independently: Lives on his or her own.
        self_supporting: Supports himself or herself.
        own_family: Has founded, freely, a family of his or her own, also when it has ended since.
        apart_because_of_flight: Lived apart only because of flight or war; assumed not.
        dependent: More than normal dependency on the sponsor.
        at_parents_charge: A sibling lives on the care and means of the parent who comes (ten laste van); assumed
            so for a minor who lives with that parent.
        consent_other_parent: Consent of the other parent with custody, or of a foster child's parents.
        authority_papers: There are papers of authority (guardianship) over a foster child.
        real_parents_care: The biological or legal parents of a foster child still care for it.
        with_parent: The parent with whom a sibling applies at the same time, or ``"none"``.
        wholly_dependent_on_parents: Wholly and lastingly dependent on the parents through serious
            illness, and without this person they would not come; assumed not.
        brought_and_left_minor: The parent brought the minor sponsor here and left; assumed not.
        bond_broken: The family tie has been broken since; assumed not.
        real_family_life: There was real family life on D0; assumed so.
        sham: A sham marriage or sham tie; assumed not.
        tie_plausible: Identity and tie are proven or plausible; assumed so.
        public_order: A danger to public order or national security; assumed not.
        excluded_1f: Article 1F of the Refugee Convention was applied to the person; assumed not.
        other_spouse_chosen: The sponsor chose another spouse or partner.
        special_ties_third_country: Reunification is possible in a third country with special ties.
        applied_on: D3, the day of the mvv application (aanvraag), or `NOT_FILED`.
        travelled_with_sponsor: Travelled in together with the sponsor; assumed not.
        entered_on: The member's own entry into the Netherlands; `terms.NEVER` if there was none.
        asylum_applied_on: The member's own asylum application; `terms.NEVER` if there was none.
        earlier_applied_on: The day of an application before this one; `terms.NEVER` if there was none.
        earlier_ended: How that earlier application ended.
        lateness_excusable: Special circumstances excuse a late application.
        late_because: Why it came late; left out, it does not matter where ``lateness_excusable`` is given.
        mvv_granted_on: The day on which an mvv was granted; `terms.NEVER` if none was.
        first_refused_on: The day of the refusal that the decision on objection reviews.
        in_netherlands: Was here already when the sponsor was granted asylum; assumed not.
        married_to_another: Married to or registered with somebody else (asked for the regular route).
        relationship_attested: Relationship can be shown (asked for the regular route).
        closely_related: Too closely related to marry (asked for the regular route).
        will_live_together: Will live together (asked for the regular route).
        custody_of_sponsor: Custody of the sponsor (asked for the regular route).
        travel_document: Passport (asked for the regular route).
        mvv_exempt: Exempt from the mvv (asked for the regular route).
        exam_passed: Integration exam abroad (asked for the regular route).
        crime_sanction: Punished for a crime (asked for the regular route).
        false_information_before: False information in an earlier case (asked for the regular route).
        tb_willing: TB examination (asked for the regular route).
        no_acceptable_future: Nobody near at home can care for the child (asked for the regular route).
        foster_kin: The sponsor is near kin of the child (asked for the regular route).
        raised_abroad_by_sponsor: Raised by the sponsor abroad (asked for the regular route).
        carers_able: Carers able to raise the child (asked for the regular route).
        medical_statement: Recent medical statement (asked for the regular route).
        in_military_service: Kept back by military service (asked for the regular route).
        added: The facts that a law of one's own has added (`facts.add_member_fact`), as far as they are given.
        not_known: The names of facts that were asked, and that nobody knows, or of which nobody knows the exact day.
    """

    id: str = fact(
        FactKind.TEXT,
        "name in the file",
        "naam in het bestand",
        "What shall this person be called in the file? A first name or initials will do.",
        "Hoe moet deze persoon in het bestand heten? Een voornaam of voorletters is genoeg.",
        required=True,
        paper=Paper.PEOPLE,
    )
    relation: Chosen[Relation] = fact(
        Relation,
        "relation to the sponsor",
        "relatie tot de hoofdpersoon",
        "What is {name} to the sponsor?",
        "Wat is {name} van de hoofdpersoon?",
        required=True,
        paper=Paper.PEOPLE,
    )
    born_on: date | Span | None = fact(
        FactKind.DATE,
        "date of birth",
        "geboortedatum",
        "When was {name} born?",
        "Wanneer is {name} geboren?",
        paper=Paper.FORM,
    )
    married_on: date | Span | None = fact(
        FactKind.DATE,
        "day of the marriage or registration",
        "dag van het huwelijk of de registratie",
        "On which day did {name} and the sponsor marry or register? Take the celebration, also if it was made "
        "official later.",
        "Op welke dag trouwden {name} en de hoofdpersoon, of lieten zij zich registreren? Neem de "
        "huwelijksviering, ook als die pas later officieel werd.",
        concerns=MARRIED,
        paper=Paper.FORM,
    )
    validated_on: Day = fact(
        FactKind.DATE,
        "day on which the marriage became valid",
        "dag waarop het huwelijk geldig werd",
        "If the marriage was not valid at first: on which day did it become valid?",
        "Als het huwelijk eerst niet geldig was: op welke dag werd het geldig?",
        concerns=MARRIED,
        assumed=presumptions.validated_on,
        supposes=("marriage_valid",),
        rests_on=("married_on",),
    )
    family_since: Day = fact(
        FactKind.DATE,
        "family since",
        "familie sinds",
        "Since which day has {name} belonged to the family (start of the relationship, adoption, taken in as "
        "foster child, marriage of the parents)?",
        "Sinds welke dag hoort {name} bij het gezin (begin van de relatie, adoptie, opname als pleegkind, "
        "huwelijk van de ouders)?",
        assumed=presumptions.family_since,
        rests_on=("relation", "parentage", "married_on"),
    )
    marriage_valid: bool | None = fact(
        FactKind.YES_NO,
        "marriage valid where it was concluded",
        "huwelijk geldig waar het gesloten is",
        "Is the marriage valid under the law of the place where it was concluded?",
        "Is het huwelijk geldig volgens het recht van de plaats waar het gesloten is?",
        concerns=MARRIED,
        rests_on=("relation", "married_on"),
    )
    consented_freely: YesNo = fact(
        FactKind.YES_NO,
        "both married of their own free will",
        "beiden trouwden uit vrije wil",
        "Did {name} and the sponsor both marry of their own free will? Say yes too if the one who was forced "
        "expressly agrees now.",
        "Trouwden {name} en de hoofdpersoon allebei uit vrije wil? Zeg ook ja als wie gedwongen was nu "
        "uitdrukkelijk instemt.",
        concerns=MARRIED,
        assumed=True,
    )
    durable_relationship: bool | None = fact(
        FactKind.YES_NO,
        "lasting relationship, with nobody else (durable and exclusive)",
        "vaste relatie, met niemand anders (duurzaam en exclusief)",
        "Do {name} and the sponsor have a lasting relationship, and neither of them another one (durable and exclusive)?",
        "Hebben {name} en de hoofdpersoon een vaste relatie, en geen van beiden nog een andere (duurzaam en exclusief)?",
        concerns=COUPLE,
    )
    parentage: Chosen[Parentage | Assumed | None] = fact(
        Parentage,
        "kind of kinship",
        "soort verwantschap",
        "Is {name} a biological or adopted relative, one by law only, a foster, step or half relative?",
        "Is {name} een biologisch, adoptief of alleen juridisch familielid, of een pleeg-, stief- of halffamilielid?",
        concerns=_KIN,
        assumed=presumptions.parentage,
        paper=Paper.PEOPLE,
        rests_on=("relation",),
    )
    adoption_recognised: bool | None = fact(
        FactKind.YES_NO,
        "adoption recognised in the Netherlands",
        "adoptie in Nederland erkend",
        "Does the adoption rest on a decision that the Netherlands recognises? Kafala or informal care does not.",
        "Berust de adoptie op een beslissing die Nederland erkent? Kafala of informele zorg telt niet.",
        concerns=_KIN,
        supposes=("parentage",),
    )
    conceived_before_entry: YesNo = fact(
        FactKind.YES_NO,
        "conceived before the sponsor's entry",
        "verwekt vóór de binnenkomst van de hoofdpersoon",
        "Was {name}, born after the sponsor's entry, conceived before it?",
        "Is {name}, geboren na de binnenkomst van de hoofdpersoon, daarvóór verwekt?",
        concerns=_YOUNG,
        assumed=presumptions.conceived_before_entry,
        often_shared=False,
        supposes=("born_on",),
    )
    married: YesNo = fact(
        FactKind.YES_NO,
        "is married",
        "is getrouwd",
        "Is {name} married?",
        "Is {name} getrouwd?",
        concerns=_YOUNG,
        assumed=presumptions.married,
        always=asked.of_child_of_15,
    )
    custody: Chosen[Custody | None] = fact(
        Custody,
        "custody of the parent who comes",
        "gezag van de ouder die meekomt",
        "Which custody does the parent who comes have over {name}?",
        "Welk gezag heeft de ouder die meekomt over {name}?",
        concerns=_CHILD,
        supposes=("parentage",),
    )
    parent_member: str | None = fact(
        FactKind.MEMBER,
        "the child's other parent",
        "de andere ouder van het kind",
        "Who is the other parent of {name}? For a step child: who is the parent? Give the name in the file, here, none, or not_chosen.",
        "Wie is de andere ouder van {name}? Bij een stiefkind: wie is de ouder? Geef de naam in het bestand, here, none of not_chosen.",
        concerns=_CHILD,
        words={HERE: HERE, NOBODY: NOBODY, NOT_CHOSEN: NOT_CHOSEN},
    )
    responsible_for_minor: bool | None = fact(
        FactKind.YES_NO,
        "responsible for the minor sponsor",
        "verantwoordelijk voor de minderjarige hoofdpersoon",
        "Is {name} the adult who is responsible for the sponsor, a minor, by law or in practice?",
        "Is {name} de volwassene die voor de minderjarige hoofdpersoon verantwoordelijk is, volgens de wet of in de "
        "praktijk?",
        concerns=_WIDER | {Relation.PARENT, Relation.SIBLING},
        often_shared=False,
    )
    lived_with_family: bool | None = fact(
        FactKind.YES_NO,
        "lived in the household until the sponsor left",
        "woonde in het gezin tot het vertrek van de hoofdpersoon",
        "Did {name} live in the household when the sponsor left and on the day of entry?",
        "Woonde {name} in het gezin toen de hoofdpersoon vertrok en op de dag van binnenkomst?",
        concerns=_KIN | _WIDER,
    )
    lives_independently: bool | None = fact(
        FactKind.YES_NO,
        "lives on his or her own",
        "woont zelfstandig",
        "Does {name} live on his or her own? What was forced by the flight does not count.",
        "Woont {name} zelfstandig? Wat door de vlucht moest, telt niet.",
        concerns=_YOUNG,
    )
    self_supporting: bool | None = fact(
        FactKind.YES_NO,
        "supports himself or herself",
        "verdient zelf de kost (eigen onderhoud)",
        "Does {name} support himself or herself? What was forced by the flight does not count.",
        "Verdient {name} zelf de kost (eigen onderhoud)? Wat door de vlucht moest, telt niet.",
        concerns=_YOUNG,
    )
    own_family: bool | None = fact(
        FactKind.YES_NO,
        "has founded a family of his or her own",
        "heeft een eigen gezin gevormd",
        "Has {name} freely founded a family (marriage, relationship or child), also if it has ended since?",
        "Heeft {name} vrijwillig een eigen gezin gevormd (huwelijk, relatie of kind), ook als dat voorbij is?",
        concerns=_YOUNG,
    )
    apart_because_of_flight: YesNo = fact(
        FactKind.YES_NO,
        "lived apart only because of flight or war",
        "woonde alleen door vlucht of oorlog apart",
        "Did {name} live apart from the family only because of flight or war?",
        "Woonde {name} alleen door vlucht of oorlog niet bij het gezin?",
        concerns=_YOUNG,
        assumed=False,
    )
    dependent: bool | None = fact(
        FactKind.YES_NO,
        "needs the sponsor more than is usual (more than normal dependency)",
        "heeft hulp van de hoofdpersoon nodig, meer dan gewoon is (meer dan gebruikelijke afhankelijkheid)",
        "Is {name} more dependent on the sponsor than is normal, for health or another reason?",
        "Heeft {name} de hoofdpersoon meer nodig dan gewoon is, door gezondheid of om een andere reden (meer dan "
        "gebruikelijke afhankelijkheid)?",
        concerns=_KIN | _WIDER,
        always=asked.of_adult_child,
    )
    at_parents_charge: YesNo = fact(
        FactKind.YES_NO,
        "lives on the care and means of the parent who comes",
        "leeft van de zorg en het geld van de ouder die meekomt (ten laste)",
        "Does {name} live on the care and the means of the parent who applies at the same time?",
        "Leeft {name} van de zorg en het geld van de ouder die tegelijk aanvraagt (ten laste)?",
        concerns=frozenset({Relation.SIBLING}),
        assumed=presumptions.at_parents_charge,
        supposes=("with_parent",),
    )
    consent_other_parent: Chosen[Consent | None] = fact(
        Consent,
        "consent of the other parent",
        "toestemming van de andere ouder",
        "Does the other parent with custody consent to {name} coming? For a foster child: do the biological or legal "
        "parents?",
        "Vindt de andere ouder met gezag het goed dat {name} komt? Bij een pleegkind: vinden de biologische of juridische "
        "ouders het goed?",
        concerns=of_regular_route.TAKEN_IN,
        rests_on=("parentage", "parent_member"),
        always=asked.of_minor_child,
    )
    authority_papers: YesNo = fact(
        FactKind.YES_NO,
        "papers of authority over the foster child",
        "papieren over het gezag over het pleegkind",
        "Are there papers (guardianship) that give the sponsor's family authority over {name}?",
        "Zijn er papieren (voogdij) die het gezin van de hoofdpersoon gezag over {name} geven?",
        concerns=_CHILD,
        assumed=False,
        supposes=("parentage",),
    )
    real_parents_care: bool | None = fact(
        FactKind.YES_NO,
        "the biological or legal parents still care for the child",
        "de biologische of juridische ouders zorgen nog voor het kind",
        "Do the biological or legal parents of {name} still care for the child?",
        "Zorgen de biologische of juridische ouders van {name} nog voor het kind?",
        concerns=_CHILD,
        supposes=("parentage",),
    )
    with_parent: str | None = fact(
        FactKind.MEMBER,
        "the parent who applies at the same time",
        "de ouder die tegelijk aanvraagt",
        "With which parent does {name} apply at the same time? Give the name in the file, or none.",
        "Met welke ouder vraagt {name} tegelijk aan? Geef de naam in het bestand, of none.",
        concerns=frozenset({Relation.SIBLING}),
        words={NOBODY: NOBODY},
    )
    wholly_dependent_on_parents: YesNo = fact(
        FactKind.YES_NO,
        "wholly and lastingly dependent on the parents through illness",
        "door ziekte volledig en blijvend afhankelijk van de ouders",
        "Is {name}, an adult, wholly and lastingly dependent on the parents through serious illness, so that "
        "they would not come without {name}?",
        "Is {name}, volwassen, door ernstige ziekte volledig en blijvend afhankelijk van de ouders, zodat zij "
        "zonder {name} niet zouden komen?",
        concerns=frozenset({Relation.SIBLING}),
        assumed=False,
    )
    brought_and_left_minor: YesNo = fact(
        FactKind.YES_NO,
        "brought the minor here and left",
        "bracht de minderjarige hierheen en vertrok",
        "Did {name} bring the minor sponsor to the Netherlands and leave?",
        "Bracht {name} de minderjarige hoofdpersoon naar Nederland en vertrok hij of zij weer?",
        concerns=frozenset({Relation.PARENT}),
        assumed=False,
    )
    bond_broken: YesNo = fact(
        FactKind.YES_NO,
        "family tie broken since",
        "gezinsband sindsdien verbroken",
        "Has the family tie between {name} and the sponsor been broken since?",
        "Is de gezinsband tussen {name} en de hoofdpersoon sindsdien verbroken?",
        assumed=False,
    )
    real_family_life: YesNo = fact(
        FactKind.YES_NO,
        "real family life at the sponsor's entry",
        "echt (feitelijk) gezinsleven toen de hoofdpersoon binnenkwam",
        "Was there real family life on the day of the sponsor's entry, not a tie on paper only?",
        "Was er echt (feitelijk) gezinsleven op de dag van binnenkomst, en niet alleen een band op papier?",
        assumed=True,
    )
    sham: YesNo = fact(
        FactKind.YES_NO,
        "sham marriage or tie",
        "schijnhuwelijk of schijnrelatie",
        "Is the marriage or tie a sham?",
        "Is het huwelijk of de band alleen voor de schijn?",
        assumed=False,
    )
    tie_plausible: YesNo = fact(
        FactKind.YES_NO,
        "identity and tie proven or plausible",
        "identiteit en gezinsband aangetoond of aannemelijk",
        "Are identity and family tie proven, or made plausible with statements and a reason for missing papers?",
        "Zijn identiteit en gezinsband aangetoond, of aannemelijk met verklaringen en een reden voor "
        "ontbrekende papieren?",
        assumed=True,
    )
    public_order: YesNo = fact(
        FactKind.YES_NO,
        "danger to public order",
        "gevaar voor de openbare orde",
        "Is {name} a danger to public order or national security?",
        "Is {name} een gevaar voor de openbare orde of de nationale veiligheid?",
        assumed=False,
    )
    excluded_1f: YesNo = fact(
        FactKind.YES_NO,
        "article 1F applied",
        "artikel 1F toegepast (tegengeworpen)",
        "Was article 1F of the Refugee Convention applied to {name}?",
        "Heeft de IND artikel 1F van het Vluchtelingenverdrag op {name} toegepast (tegengeworpen)?",
        assumed=False,
    )
    other_spouse_chosen: YesNo = fact(
        FactKind.YES_NO,
        "the sponsor chose another spouse or partner",
        "de hoofdpersoon koos een andere echtgenoot of partner",
        "Did the sponsor choose another spouse or partner than {name}? Only one can come.",
        "Koos de hoofdpersoon een andere echtgenoot of partner dan {name}? Er kan er maar één komen.",
        concerns=COUPLE,
        assumed=presumptions.other_spouse_chosen,
        often_shared=False,
    )
    special_ties_third_country: YesNo = fact(
        FactKind.YES_NO,
        "can be together in another country with special ties (third country)",
        "kan samenkomen in een ander land met een bijzondere band (derde land)",
        "Can the family be together in another country (third country) with which {name} or the sponsor has special ties?",
        "Kan het gezin samenkomen in een ander land (derde land), waarmee {name} of de hoofdpersoon een bijzondere band heeft?",
        assumed=False,
    )
    applied_on: date | Span | Filing | None = fact(
        FactKind.DATE,
        "mvv application (D3)",
        "mvv-aanvraag (D3)",
        "On which day was the mvv for {name} applied for? That day decides whether it is in time, and which law may apply. Say "
        "not_yet if there is no application so far.",
        "Op welke dag is de mvv voor {name} aangevraagd? Die dag beslist of het op tijd is, en welke wet kan gelden. Zeg "
        "not_yet als er nog geen aanvraag is.",
        words={NOT_FILED.value: NOT_FILED},
        paper=Paper.FORM,
        often_shared=True,
    )
    travelled_with_sponsor: YesNo = fact(
        FactKind.YES_NO,
        "travelled in with the sponsor",
        "reisde samen met de hoofdpersoon in",
        "Did {name} travel into the Netherlands together with the sponsor?",
        "Reisde {name} samen met de hoofdpersoon Nederland in?",
        assumed=False,
    )
    entered_on: Day = fact(
        FactKind.DATE,
        "own entry into the Netherlands",
        "eigen binnenkomst in Nederland",
        "When did {name} enter the Netherlands? Say never if not.",
        "Wanneer kwam {name} Nederland binnen? Zeg never als dat niet zo is.",
        words=OR_NEVER,
        assumed=presumptions.entered_on,
    )
    asylum_applied_on: Day = fact(
        FactKind.DATE,
        "own asylum application",
        "eigen asielaanvraag",
        "When did {name} apply for asylum in the Netherlands? Say never if not.",
        "Wanneer vroeg {name} zelf asiel aan in Nederland? Zeg never als dat niet zo is.",
        words=OR_NEVER,
        assumed=NEVER,
    )
    earlier_applied_on: Day = fact(
        FactKind.DATE,
        "earlier application",
        "eerdere aanvraag",
        "If there was an application for {name} before this one: on which day? Say never if not.",
        "Als er vóór deze al een aanvraag voor {name} was: op welke dag? Zeg never als dat niet zo is.",
        words=OR_NEVER,
        assumed=NEVER,
    )
    earlier_ended: Chosen[Ended | None] = fact(
        Ended,
        "how the earlier application ended",
        "hoe de eerdere aanvraag eindigde",
        "How did the earlier application for {name} end?",
        "Hoe eindigde de eerdere aanvraag voor {name}?",
        supposes=("earlier_applied_on",),
    )
    lateness_excusable: YesNo = fact(
        FactKind.YES_NO,
        "good reason, if the application was late (excusable)",
        "goede reden, als de aanvraag te laat was (verschoonbaar)",
        "Is there a good reason if the application for {name} came late (excusable)?",
        "Is er een goede reden als de aanvraag voor {name} te laat was (verschoonbaar)?",
        assumed=presumptions.lateness_excusable,
        supposes=("applied_on",),
    )
    late_because: Chosen[LateBecause | Assumed | None] = fact(
        LateBecause,
        "reason, if the application came late",
        "reden, als de aanvraag te laat was",
        "If the application for {name} came too late: why?",
        "Als de aanvraag voor {name} te laat was: waarom?",
        assumed=presumptions.late_because,
        supposes=("applied_on",),
    )
    mvv_granted_on: Day = fact(
        FactKind.DATE,
        "mvv granted",
        "mvv verleend",
        "When was an mvv granted to {name}? Say never if not.",
        "Wanneer is aan {name} een mvv verleend? Zeg never als dat niet zo is.",
        words=OR_NEVER,
        assumed=NEVER,
    )
    first_refused_on: Day = fact(
        FactKind.DATE,
        "first refusal",
        "eerste afwijzing",
        "When was the application of {name} refused, if an objection is pending now? Say never if not.",
        "Wanneer is de aanvraag van {name} afgewezen, als nu bezwaar loopt? Zeg never als dat niet zo is.",
        words=OR_NEVER,
        assumed=NEVER,
    )
    in_netherlands: YesNo = fact(
        FactKind.YES_NO,
        "already in the Netherlands at the grant",
        "bij de verlening al in Nederland",
        "Was {name} already in the Netherlands when the sponsor was granted asylum?",
        "Was {name} al in Nederland toen de hoofdpersoon asiel kreeg?",
        assumed=False,
    )
    married_to_another: Chosen[OtherTie | Assumed | None] = of_regular_route.married_to_another
    relationship_attested: bool | None = of_regular_route.relationship_attested
    closely_related: YesNo = of_regular_route.closely_related
    will_live_together: YesNo = of_regular_route.will_live_together
    custody_of_sponsor: Chosen[Custody | None] = of_regular_route.custody_of_sponsor
    travel_document: Chosen[TravelDocument | Assumed | None] = of_regular_route.travel_document
    mvv_exempt: YesNo = of_regular_route.mvv_exempt
    exam_passed: Chosen[Exam | None] = of_regular_route.exam_passed
    crime_sanction: Chosen[Sanction | Assumed | None] = of_regular_route.crime_sanction
    false_information_before: YesNo = of_regular_route.false_information_before
    tb_willing: YesNo = of_regular_route.tb_willing
    no_acceptable_future: bool | None = of_regular_route.no_acceptable_future
    foster_kin: YesNo = of_regular_route.foster_kin
    raised_abroad_by_sponsor: bool | None = of_regular_route.raised_abroad_by_sponsor
    carers_able: YesNo = of_regular_route.carers_able
    medical_statement: YesNo = of_regular_route.medical_statement
    in_military_service: YesNo = of_regular_route.in_military_service
    added: tuple[tuple[str, Any], ...] = added_facts()
    not_known: tuple[str, ...] = not_known_facts()


MEMBER_FACTS: Final = facts_of(FamilyMember)
REFERENCES: Final[Mapping[str, tuple[frozenset[Relation], Text]]] = {
    "with_parent": (frozenset({Relation.PARENT}), Text(en="a parent", nl="een ouder")),
    "parent_member": (COUPLE, Text(en="a spouse or partner", nl="een echtgenoot of partner")),
}
"""The facts that name another member: the relations that each can name, and what these are called."""
