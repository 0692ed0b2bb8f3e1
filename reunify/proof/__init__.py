"""Proofs about a change of law: that it changes nothing, or the family that it changes something for.

Two laws are stated for a solver (z3) from the very conditions that `assess` reads: the functions of the law are run
for everything that they can be asked (`ways`), for a family of whom nothing is settled (`world`), and what they come
to is joined by the arithmetic of `meaning` (`sets`). What the solver finds is made into a family, made small, and
assessed under both laws; what it finds not to be there is proven. Needs the extra ``proof``.
"""

__all__ = ["NEEDED"]

NEEDED = 'a proof needs z3-solver / een bewijs vraagt om z3-solver: pip install "reunify[proof]"'
"""What is said where the extra is not installed."""
