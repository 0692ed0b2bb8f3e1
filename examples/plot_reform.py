"""Plot who gains and who loses by a reform: a bar for each relation and status, to the right who comes out better.

    python examples/plot_reform.py

It writes reform.png into the folder you are in, and takes a minute: it looks at every boundary family of both laws.
Needs matplotlib (pip install matplotlib). The same rows make a table: pandas.DataFrame(found.to_dicts()).
"""

# pyright: basic
import sys
from typing import TYPE_CHECKING

from reunify import PROPOSED
from reunify.facts import Protection
from reunify.reform.gains import GainsAndLosses
from reunify.testing import differences

if TYPE_CHECKING:
    from matplotlib.figure import Figure

COLOURS = {Protection.REFUGEE: "#3b6ea5", Protection.SUBSIDIARY: "#d08a2e"}


def plot(found: GainsAndLosses) -> "Figure":
    """Give the figure: the number of boundary families in which somebody comes out better (right) or worse (left)."""
    from matplotlib import pyplot as plt  # noqa: PLC0415 -- needed here only, and its lack is said below

    figure, axes = plt.subplots(figsize=(10, 1.5 + 0.4 * len(found)), layout="constrained")
    for place, row in enumerate(found):
        axes.barh(place, -row.families if row.worse else row.families, color=COLOURS[row.status])
    axes.set_yticks(range(len(found)), [f"{row.label.en}, {row.status.label.en}" for row in found])
    axes.invert_yaxis()
    axes.axvline(0, color="black", linewidth=0.8)
    axes.set_xlabel("boundary families: worse (left) and better (right)")
    axes.set_title(found.head[0])
    return figure


def main() -> None:
    """Plot a wait of three years."""
    try:
        import matplotlib as mpl  # noqa: F401, PLC0415 -- as above
    except ModuleNotFoundError:
        sys.exit("There is no plot without matplotlib: pip install matplotlib")
    reform = PROPOSED.amend(id="three-years", title="a wait of three years", figures={"wait": 3})
    found = differences(PROPOSED, reform).gains_and_losses()
    plot(found).savefig("reform.png")
    print(found)


if __name__ == "__main__":
    main()
