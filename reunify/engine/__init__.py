"""What a condition means: the sets of verdicts, the parts that a rule is made of, and one evaluation for one member."""

__all__: list[str] = []
