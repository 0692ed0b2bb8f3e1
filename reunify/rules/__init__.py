"""The law itself: a module for each article, one for each question that several ask, and one for each law.

A law puts them together: `two_status` out of `art29b`, `art29c` and `art29d`; `single_status` and `directive` have their
articles in themselves; `regular` is the route beside them, in a directory of its own. What the laws share besides is in `procedure`, and every contested point in `points`.

A law is loaded when it is first asked for.
"""

from typing import TYPE_CHECKING

from reunify.lazily import lazily

if TYPE_CHECKING:
    from reunify.rules.directive import DIRECTIVE
    from reunify.rules.laws import CURRENT, PROPOSED, RENAMED, RULE_SETS, Laws, in_force_on
else:
    __getattr__ = lazily(
        __name__,
        {
            "reunify.rules.directive": "DIRECTIVE",
            "reunify.rules.laws": "CURRENT PROPOSED RENAMED RULE_SETS Laws in_force_on",
        },
    )

__all__ = ["CURRENT", "DIRECTIVE", "PROPOSED", "RENAMED", "RULE_SETS", "Laws", "in_force_on"]
