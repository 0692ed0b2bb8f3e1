"""What a condition means.

`meaning` what `all_of` and `any_of` come to, in sets of verdicts; `days` the days, which each kind of part joins itself;
`node` and `nodes` these parts; `said` what is said of one; `program` and `lines` a law as one fast function; `trace` one
evaluation, what decides in it, and what is missing.
"""

__all__: list[str] = []
