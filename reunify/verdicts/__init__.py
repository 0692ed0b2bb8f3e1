"""One family under one law: what comes out for each member, from which day, and why; with days known in part, too."""

__all__: list[str] = []
