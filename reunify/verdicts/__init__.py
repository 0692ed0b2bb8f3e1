"""What comes out for one family under one law.

`family` the whole; `person` one member, and the best of the grounds; `outcome` all that comes out; `reasons` why, `remarks`
what is told beside it; of days known in part `exact`, `leafwise` and `days_in_part`.
"""

__all__: list[str] = []
