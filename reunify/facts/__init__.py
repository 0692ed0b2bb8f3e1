"""What is known of a family: the case, the sponsor, the family members, and each fact about them.

The facts stand in `sponsor`, `member` and `case`, and the closed lists of their values in `choices`. What a fact
declares of itself, and how a value is read, is in `kinds`; what is taken where a file is silent in `presumptions`;
what cannot be in `impossible`; how a condition looks a fact up in `view`.
"""

from reunify.facts.case import CASE_FACTS, Case
from reunify.facts.choices import (
    COUPLE,
    MARRIED,
    Consent,
    Custody,
    Ended,
    Housing,
    LateBecause,
    Parentage,
    Protection,
    Relation,
    Residence,
)
from reunify.facts.impossible import MEMBER_ORDER, SPONSOR_ORDER, beside_the_point, contradictions
from reunify.facts.kinds import (
    ALREADY,
    ASSUMED,
    DECISION,
    FIRST_DAY,
    HERE,
    LAST_DAY,
    LONGEST_TEXT,
    NO_MEMBER,
    NOBODY,
    NOT_CHOSEN,
    NOT_FILED,
    RESERVED_IDS,
    UNKNOWN_WORD,
    Assumed,
    Day,
    Fact,
    FactKind,
    Filing,
    Unknown,
    YesNo,
    fact,
    facts_of,
)
from reunify.facts.member import MEMBER_FACTS, FamilyMember
from reunify.facts.presumptions import (
    LONGEST_PREGNANCY,
    PRESUMPTIONS,
    Presumption,
    is_filed,
    kind_of_kin,
    not_filed,
    of_partner_not_chosen,
    sponsor_means_from_income,
)
from reunify.facts.sponsor import SPONSOR_FACTS, Sponsor
from reunify.facts.view import FACT_NAMES, ORIGINS, Origin, View, can_be_assumed, parameters_of

# Their older names, each of which means something else in another module.
Kind = FactKind
NOT_YET = NOT_FILED

__all__ = [
    "ALREADY",
    "ASSUMED",
    "CASE_FACTS",
    "COUPLE",
    "DECISION",
    "FACT_NAMES",
    "FIRST_DAY",
    "HERE",
    "LAST_DAY",
    "LONGEST_PREGNANCY",
    "LONGEST_TEXT",
    "MARRIED",
    "MEMBER_FACTS",
    "MEMBER_ORDER",
    "NOBODY",
    "NOT_CHOSEN",
    "NOT_FILED",
    "NOT_YET",
    "NO_MEMBER",
    "ORIGINS",
    "PRESUMPTIONS",
    "RESERVED_IDS",
    "SPONSOR_FACTS",
    "SPONSOR_ORDER",
    "UNKNOWN_WORD",
    "Assumed",
    "Case",
    "Consent",
    "Custody",
    "Day",
    "Ended",
    "Fact",
    "FactKind",
    "FamilyMember",
    "Filing",
    "Housing",
    "Kind",
    "LateBecause",
    "Origin",
    "Parentage",
    "Presumption",
    "Protection",
    "Relation",
    "Residence",
    "Sponsor",
    "Unknown",
    "View",
    "YesNo",
    "beside_the_point",
    "can_be_assumed",
    "contradictions",
    "fact",
    "facts_of",
    "is_filed",
    "kind_of_kin",
    "not_filed",
    "of_partner_not_chosen",
    "parameters_of",
    "sponsor_means_from_income",
]
