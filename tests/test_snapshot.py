"""The frozen verdicts of the laws, and deliberate faults that a check against them finds."""

import pytest
from deliberate_faults import FAULTS, about, mutated, with_function

from reunify import DIRECTIVE, PROPOSED, RULE_SETS
from reunify.__main__ import main
from reunify.reform.kept import kept_file
from reunify.rules import art29d
from reunify.testing import snapshot

HELP = "if the law was meant to change: reunify snapshot {id} --keep reunify/reform/snapshots/{id}.txt -o reunify/reform/snapshots/{id}.txt"


def text_of(law):
    return kept_file(RULE_SETS[law]).read_text(encoding="utf-8")


LAWS = [
    pytest.param(law, marks=() if law == "directive" else pytest.mark.slow("assesses each boundary family"))
    for law in RULE_SETS
]


@pytest.mark.parametrize("law", LAWS)
def test_the_laws_are_as_frozen(law):
    """Every boundary family comes out as in the snapshot."""
    found = snapshot.check(text_of(law))
    assert found.same, f"{found}\n{HELP.format(id=law)}"
    assert str(found) == f"{law}: all {found.checked} families are as in the snapshot.\n"


@pytest.mark.parametrize("law", LAWS)
def test_equal_rules_give_equal_bytes(law, tmp_path):
    """A snapshot taken now is the file, byte for byte: the families of the search, and those that it has from the solver."""
    out = tmp_path / "taken.txt"
    assert 0 == main(["snapshot", law, "--keep", str(kept_file(RULE_SETS[law])), "-o", str(out)])
    assert text_of(law) == out.read_text(encoding="utf-8")


@pytest.mark.parametrize("law", RULE_SETS)
def test_a_snapshot_is_small(law):
    """A snapshot can be read and kept in a repository."""
    assert len(text_of(law).encode()) < 1_000_000


# ---------------------------------------------------------------- deliberate faults


@pytest.mark.slow("assesses part of the families under each of these wrong laws")
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_each_fault_is_found(fault):
    """A fault put into the rules changes a frozen result, and the check says for whom and why."""
    part = about(text_of(fault.law.id), fault.person)
    assert snapshot.check(part, fault.law).same
    found = snapshot.check(part, fault.make())
    assert len(found) > 0
    assert found.changed[0].expected != found.changed[0].result
    assert f"{len(found)} of {found.checked} families" in str(found)


def test_what_a_check_says():
    """It names the person, both results and the provision."""
    part = about(text_of("two-status"), "spouse")
    stricter = mutated(PROPOSED, with_function(art29d.has_a_home, lambda sponsor_housing: sponsor_housing == "own"))
    found = snapshot.check(part, stricter)
    assert (
        "spouse, subsidiary protection (where sponsor.housing = transit; all else met)\n"
        "  - eligible spouse\n"
        "  + not_yet spouse by housing\n"
        "  because of: housing (Vw 2000 art. 29d lid 2 c)\n" in str(found)
    )
    assert "vanwege: housing" in found.told("nl")


def test_what_is_no_snapshot():
    """A text that is no snapshot is an error that names the line."""
    with pytest.raises(ValueError, match="line 1"):
        snapshot.check("something else")
    with pytest.raises(ValueError, match="give the rule set"):
        snapshot.check("# reunify snapshot 1\n# rule set: draft\n")
    with pytest.raises(ValueError, match="line 4: "):
        snapshot.check("# reunify snapshot 1\n# rule set: two-status\n[spouse]\nborn_onn=2000-01-01\n")


@pytest.mark.parametrize("damage", [lambda text: text.replace("(all met)\n", "", 1), lambda text: text + text])
def test_what_is_not_whole(damage):
    """A snapshot without one of its families, or twice after itself, is an error: the number in the head does not fit."""
    whole = snapshot.take(DIRECTIVE, snapshot.families_in(text_of("directive"))[:20])
    with pytest.raises(ValueError, match="the snapshot is not whole: its head names 20 families"):
        snapshot.check(damage(whole))


def test_the_same_families_again(tmp_path, capsys):
    """A law is frozen for the families of a snapshot, and no others; what is no snapshot is refused in a line."""
    lines = text_of("directive").splitlines()
    few = tmp_path / "few.txt"
    families = snapshot.families_in("\n".join(lines))[:3]
    few.write_text(snapshot.take(DIRECTIVE, families), encoding="utf-8")
    assert 0 == main(["snapshot", "directive", "--of", str(few)])
    assert few.read_text(encoding="utf-8") == capsys.readouterr().out
    assert families == snapshot.families_in(few.read_text(encoding="utf-8"))
    (tmp_path / "none.txt").write_text("nothing", encoding="utf-8")
    assert 2 == main(["snapshot", "directive", "--of", str(tmp_path / "none.txt")])
    assert "a snapshot begins with" in capsys.readouterr().err
