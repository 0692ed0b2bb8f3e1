"""What a test adds to the facts and relations is taken away again: it holds for the whole process."""

from contextlib import contextmanager, suppress

from reunify.facts import MEMBER_FACTS, ORIGINS, SPONSOR_FACTS, FamilyMember, Relation, Sponsor
from reunify.facts.kinds import ADDED


def forget():
    """Let the solver begin anew, where there is one."""
    with suppress(ImportError):
        from reunify.proof.search import families  # noqa: PLC0415 -- needs an extra of its own

        families.cache_clear()


@contextmanager
def as_it_was():
    """Leave facts and relations as they are now."""
    tables = (MEMBER_FACTS, SPONSOR_FACTS, ORIGINS, ADDED, Relation._member_map_, Relation._value2member_map_)
    before = [dict(table) for table in tables]
    names = list(Relation._member_names_)
    ways = [(cls, cls.__init__, "__getattr__" in vars(cls)) for cls in (FamilyMember, Sponsor)]
    try:
        yield
    finally:
        forget()  # what the solver was told of these facts
        for table, old in zip(tables, before, strict=True):
            table.clear()
            table.update(old)
        Relation._member_names_[:] = names
        for cls, init, gives in ways:
            cls.__init__ = init
            if not gives and "__getattr__" in vars(cls):
                del cls.__getattr__
