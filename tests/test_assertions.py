"""Assertions for tests of a rule change: what they let through, and what they show when they fail."""

import attrs
import pytest

from reunify import ASSUMED, PROPOSED, assess, casefile
from reunify.testing import assert_equivalent, assert_no_one_worse, assert_only_changes, differences

NO_HOUSING = PROPOSED.amend(id="no-housing", title="no housing", drop=["housing"])


@pytest.mark.slow("searches the boundary families of one more law")
def test_only_what_is_allowed_changes():
    """A reform of housing changes nothing that does not turn on housing."""
    assert_only_changes(PROPOSED, NO_HOUSING, allowed={"housing"})
    assert_only_changes(PROPOSED, NO_HOUSING, allowed=lambda difference: difference.conditions == ("housing",))
    with pytest.raises(AssertionError, match="changes that are not allowed"):
        assert_only_changes(PROPOSED, NO_HOUSING, allowed={"spouse"})


def test_a_misspelt_name():
    """A name that is neither a person nor a condition is an error that names the nearest."""
    with pytest.raises(ValueError, match="did you mean 'housing'"):
        assert_only_changes(PROPOSED, NO_HOUSING, allowed={"housin"})


@pytest.mark.slow("searches the boundary families of one more law")
def test_no_one_is_worse():
    """To drop a condition makes nobody worse; to bring it back does, unless those families do not count."""
    assert_no_one_worse(PROPOSED, NO_HOUSING)
    with pytest.raises(AssertionError, match="people who come out worse"):
        assert_no_one_worse(NO_HOUSING, PROPOSED)
    assert_no_one_worse(
        NO_HOUSING, PROPOSED, given=lambda case: case.sponsor.housing == "own" and case.sponsor.housing_from is ASSUMED
    )


@pytest.mark.slow("searches the boundary families of one more law")
def test_the_message_can_be_pasted():
    """The message has the smallest family as a case file, both verdicts and the provision."""
    with pytest.raises(AssertionError) as caught:
        assert_no_one_worse(NO_HOUSING, PROPOSED)
    message = str(caught.value)
    assert "# spouse under no-housing: eligible (spouse)\n# spouse under two-status: not_yet (spouse)\n" in message
    assert "# two-status: Vw 2000 art. 29d lid 2 c" in message
    pasted = message.partition("\n\n")[2].partition("\nalso:")[0]
    case = casefile.loads(pasted, "toml")
    assert ("eligible", "not_yet") == tuple(assess(case, law)["spouse"].verdict for law in (NO_HOUSING, PROPOSED))


@pytest.mark.slow("searches the boundary families of one more law")
def test_equivalent():
    """Equal laws are equivalent; a reform is not; nor are laws that differ in a day or a dispute only."""
    assert_equivalent(PROPOSED, PROPOSED)
    with pytest.raises(AssertionError, match="differences"):
        assert_equivalent(PROPOSED, NO_HOUSING)


@pytest.mark.slow("searches the boundary families of one more law")
def test_a_dispute_that_is_settled():
    """A law that only settles a contested point is not equivalent, though every verdict is the same."""
    adult = PROPOSED.conditions["spouse-adult"]
    main = attrs.evolve(adult, parts=[adult.parts[0].main])
    settled = PROPOSED.amend(id="settled", title="settled", replace={"spouse-adult": main})
    assert () == differences(PROPOSED, settled).found
    with pytest.raises(AssertionError, match="a day, a dispute or what is not known differs"):
        assert_equivalent(PROPOSED, settled)
