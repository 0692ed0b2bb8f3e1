"""Files made to hurt, each by name: one line that names the place and says what is wrong, in both languages, and soon."""

import json
import os
import signal
import sys
from pathlib import Path

import pytest

from reunify import casefile, facts
from reunify.__main__ import main

SOON = 60
"""The seconds after which a test is given up; what takes time in the square of a length takes far longer."""
MEMBER = '[[members]]\nid = "{}"\nrelation = "{}"\n'
GOOD = "decided_on = 2026-11-25\n[sponsor]\n" + MEMBER.format("amina", "spouse")
AS_JSON = '{"sponsor": {}, "members": [{"id": "amina", "relation": "spouse"}]}'
COLUMNS = "family,id,relation\n"


@pytest.fixture(autouse=True)
def soon():
    """Stop a test that takes too long."""

    def stop(*_):
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(SOON)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture
def refused(tmp_path, capsys):
    """Give a file to a command, which refuses it; give what it says after the name of the file, in both languages."""

    def refused(raw, name="case.toml", command="compare"):
        path = tmp_path / name
        path.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
        return said(path, command)

    def said(path, command="compare"):
        lines = []
        for lang in ("en", "nl"):
            code = main([command, str(path), "--lang", lang])
            out, err = capsys.readouterr()
            assert 2 == code
            assert command == "screen" or not out
            assert all(line.startswith(str(path)) for line in err.splitlines())
            lines.append([line.removeprefix(str(path)).removeprefix(": ") for line in err.splitlines()])
        return lines

    refused.path = said
    return refused


def accepted(tmp_path, text, name="case.toml"):
    """Give a file to the command, which takes it."""
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return main(["compare", str(path)]) == 0


class TestSize:
    """Files of any size are refused before they are looked into."""

    def test_ten_megabytes(self, refused):
        """Not more than the limit is read."""
        limit = [["the file is larger than 1024 KiB"], ["het bestand is groter dan 1024 KiB"]]
        assert limit == refused("#" * 10_000_000)
        assert limit == refused("[" * 10_000_000, "case.json")

    def test_without_end(self, refused):
        """A file that never ends is refused as well."""
        if not Path("/dev/zero").exists():
            pytest.skip("needs /dev/zero")
        assert [["the file is larger than 1024 KiB"], ["het bestand is groter dan 1024 KiB"]] == refused.path(
            "/dev/zero"
        )

    @pytest.mark.parametrize("number", [1_000, 20_000])
    def test_many_members(self, refused, number):
        """As many members as a file can hold."""
        text = '{"sponsor": {}, "members": [' + ",".join(["{}"] * number) + "]}"
        told = [["members: there are more than 100 family members"], ["members: er zijn meer dan 100 gezinsleden"]]
        assert told == refused(text, "case.json")

    def test_a_hundred_thousand_members(self, refused):
        """More members than a file can hold are refused for the size."""
        text = "[sponsor]\n" + "".join(MEMBER.format(number, "child") for number in range(100_000))
        assert "1024 KiB" in refused(text)[0][0]

    @pytest.mark.slow("assesses a hundred members, who may each follow another")
    @pytest.mark.parametrize("name", ["case.toml", "case.json"])
    def test_as_many_members_as_may_be(self, tmp_path, name):
        """At the limit a family is assessed."""
        case = casefile.loads("[sponsor]\n" + "".join(MEMBER.format(n, "child") for n in range(100)), "toml")
        assert accepted(tmp_path, casefile.dumps(case, name.partition(".")[2]), name)

    def test_a_long_text(self, refused, tmp_path):
        """A name of half a megabyte would come back in every line of a report."""
        assert [
            [f"members[0].id: this text is longer than {facts.LONGEST_TEXT} characters"],
            [f"members[0].id: deze tekst is langer dan {facts.LONGEST_TEXT} tekens"],
        ] == refused("[sponsor]\n" + MEMBER.format("x" * 500_000, "child"))
        assert accepted(tmp_path, "[sponsor]\n" + MEMBER.format("x" * facts.LONGEST_TEXT, "child"))


class TestNesting:
    """Tables inside tables."""

    @pytest.mark.parametrize(
        ("text", "name"),
        [
            ("[" * 10_000, "case.json"),
            ('{"a":' * 10_000 + "1" + "}" * 10_000, "case.json"),
            ('{"title":' + "[" * 10_000 + "]" * 10_000 + "}", "case.json"),
            ("title = " + "[" * 10_000 + "]" * 10_000, "case.toml"),
            ("title = " + "{a=" * 10_000 + "1" + "}" * 10_000, "case.toml"),
        ],
    )
    def test_ten_thousand_deep(self, refused, text, name):
        """The file is refused, whatever the parser does with it."""
        assert [
            ["more than 20 tables or lists stand inside each other"],
            ["er staan meer dan 20 tabellen of lijsten in elkaar"],
        ] == refused(text, name)

    @pytest.mark.parametrize("text", ["[{}]", "{} = 1", "a = {{ {} = 1 }}"])
    def test_a_name_of_ten_thousand_parts(self, refused, text):
        """A dotted name is refused with its line."""
        assert [
            ["line 2: a name has more than 20 parts"],
            ["regel 2: een naam heeft meer dan 20 delen"],
        ] == refused("\n" + text.format(".".join(["a"] * 10_000)))


class TestTime:
    """What takes time in the square of its length elsewhere."""

    @pytest.mark.parametrize(
        "text",
        [
            '\\"' * 500_000,
            '"' * 1_000_000,
            "' " * 500_000,
            "a " * 500_000,
            "a." * 500_000,
            '"a' * 500_000,
            "9" * 1_000_000,
        ],
    )
    def test_the_same_over_and_over(self, refused, text):
        """A megabyte of it is refused in seconds."""
        assert 1 == len(refused(text)[0])

    @pytest.mark.slow("looks for the nearest of a hundred thousand names")
    def test_misspelt_names(self, refused):
        """A hundred thousand names that are none."""
        table = "".join(f"{number:x}r = 1\n" for number in range(1000))
        assert 100_000 < len(refused("[sponsor]\n" + f"[[members]]\n{table}" * 100)[0])

    def test_names_of_nobody(self, refused):
        """References to nobody, each with names that are nearly it."""
        parents = [MEMBER.format("ab" * 200 + str(number), "parent") for number in range(50)]
        others = [MEMBER.format(f"c{n}", "sibling") + f'with_parent = "{"ba" * 200}{n}"\n' for n in range(50)]
        assert 50 == len(refused("[sponsor]\n" + "".join(parents + others))[0])

    def test_columns(self, refused):
        """Columns that are none, as many as a line can hold, and as many as may be."""
        told = [["there are more than 500 columns"], ["er zijn meer dan 500 kolommen"]]
        names = ",".join(f"born_on{number}" for number in range(497))
        assert told == refused(f"family,id,relation,{names},x\n", "many.csv", "screen")
        assert told == refused("x," * 500_000, "many.csv", "screen")
        assert 497 == len(refused(f"family,id,relation,{names}\n", "many.csv", "screen")[0])


class TestValues:
    """Values at the edge of what Python can hold."""

    @pytest.mark.parametrize("digits", [501, 5_000, 500_000])
    def test_huge_whole_numbers(self, refused, digits):
        """Also those that Python does not turn into a number."""
        told = [["line 3: a number has more than 500 digits"], ["regel 3: een getal heeft meer dan 500 cijfers"]]
        assert told == refused(f"[sponsor]\n\nincome_per_month = {'9' * digits}\n")
        assert told == refused(f'{{"sponsor":\n{{\n"income_per_month": {"9" * digits}}}}}', "case.json")

    @pytest.mark.parametrize(
        "number", ["9" * 500, "1e400", "1e999999999999", "-1", "0x" + "f" * 5000, "inf", "nan", "-0.1"]
    )
    def test_no_amounts(self, refused, number):
        """Numbers that are no amount of money."""
        en, nl = refused(GOOD.replace("[sponsor]\n", f"[sponsor]\nincome_per_month = {number}\n"))
        assert ["sponsor.income_per_month: "] == [line[:26] for line in en]
        assert "is not an amount in euros from 0 to 10000000" in en[0]
        assert "is geen bedrag in euro's van 0 tot en met 10000000" in nl[0]

    @pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e400"])
    def test_no_numbers_in_json(self, refused, number):
        """JSON has no word for them, and Python's parser takes them all the same."""
        [line], _ = refused(AS_JSON.replace('"sponsor": {', f'"sponsor": {{"income_per_month": {number}'), "case.json")
        assert line.startswith("sponsor.income_per_month: ")

    @pytest.mark.parametrize("day", ["0001-01-01", "1849-12-31", "2201-01-01", "9999-12-31"])
    @pytest.mark.parametrize("fact", ["decided_on", "born_on", "applied_on"])
    def test_years(self, refused, fact, day):
        """Days so far away that no term can be counted from them."""
        text = GOOD.replace("decided_on = 2026-11-25\n", "") if fact == "decided_on" else GOOD
        line = f"{fact} = {day}\n"
        [en], [nl] = refused(line + text if fact == "decided_on" else text + line)
        assert f"{fact}: {day} lies outside the years 1850 to 2200" in en
        assert f"{fact}: {day} ligt buiten de jaren 1850 tot en met 2200" in nl

    @pytest.mark.parametrize("day", ["1850-01-01", "2200-12-31"])
    def test_the_first_and_the_last_day(self, tmp_path, day):
        """Days at the edge are counted with."""
        assert accepted(tmp_path, GOOD.replace("2026-11-25", day))
        assert accepted(tmp_path, GOOD.replace("[sponsor]\n", f"[sponsor]\nincome_until = {day}\n"))


class TestBytes:
    """What is no text."""

    @pytest.mark.parametrize("name", ["case.toml", "case.json"])
    @pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "latin-1"])
    def test_another_encoding(self, refused, encoding, name):
        """A file in another encoding is refused, with the line."""
        text = (GOOD if name == "case.toml" else AS_JSON).replace("amina", "é")
        line = 1 if encoding != "latin-1" or name == "case.json" else 4
        assert [
            [f"line {line} is not UTF-8 text; save the file as UTF-8"],
            [f"regel {line} is geen UTF-8-tekst; sla het bestand op als UTF-8"],
        ] == refused(text.encode(encoding), name)

    @pytest.mark.parametrize("name", ["case.toml", "case.json"])
    @pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
    def test_utf_16_without_a_mark(self, refused, encoding, name):
        """What reads as text with zeros is no TOML and no JSON."""
        [line], _ = refused((GOOD if name == "case.toml" else AS_JSON).encode(encoding), name)
        assert line.startswith("line 1, column ")

    def test_a_byte_order_mark(self, tmp_path):
        """The mark that some programs put in front is passed over."""
        assert accepted(tmp_path, b"\xef\xbb\xbf" + GOOD.encode())
        assert accepted(tmp_path, b"\xef\xbb\xbf" + AS_JSON.encode(), "case.json")

    def test_zeros(self, refused):
        """Zeros, alone and in between."""
        assert refused(b"\0" * 1000)[0][0].startswith("line 1, column 1: this is not TOML")
        assert refused(GOOD.replace("amina", "a\0b"))[0][0].startswith("line 4, column ")
        assert refused(AS_JSON.replace("amina", "a\0b"), "case.json")[0][0].startswith("line 1, column ")

    @pytest.mark.parametrize("escape", ["\\u0000", "\\u001b[2J", "\\u009b1m", "\\n", "\\ud800"])
    def test_names_that_steer_a_terminal(self, refused, escape):
        """They are refused, and shown as what they are."""
        en, nl = refused(AS_JSON.replace("amina", escape), "case.json")
        assert ["members[0].id: "] == [line[:15] for line in en] == [line[:15] for line in nl]
        assert "is not a text; write it on one line between quotation marks" in en[0]
        assert en[0].isprintable()

    @pytest.mark.parametrize("name", ["a\x1b[2Jb", "a\nb", "a\u2028b"])
    def test_facts_with_such_names(self, refused, name):
        """Nor does the name of a fact, or of a column, steer a terminal."""
        for line in refused(json.dumps({name: 1, **json.loads(AS_JSON)}), "case.json")[0]:
            assert line.isprintable()
        for line in refused(f'family,id,relation,"{name}"\n1,x,child,\n', "many.csv", "screen")[0]:
            assert line.isprintable()


class TestStructure:
    """What is said twice, in circles or not at all."""

    def test_the_same_name_twice(self, refused):
        """TOML forbids it; for JSON, which keeps the last, it is refused here."""
        assert "this name was given before" in refused(GOOD + 'relation = "child"\n')[0][0]
        assert [
            ["members[0].relation: this is given more than once"],
            ["members[0].relation: dit staat er meer dan eens"],
        ] == refused(AS_JSON.replace("}]", ', "relation": "child"}]'), "case.json")
        assert ["sponsor: this is given more than once"] == refused(
            AS_JSON.replace("{", '{"sponsor": {}, ', 1), "case.json"
        )[0]

    def test_the_same_name_twice_in_a_line_of_many(self, refused):
        """Nor may the name of a family stand twice."""
        line = AS_JSON.replace("{", '{"family": "a", "family": "b", ', 1)
        assert [":1: family: this is given more than once"] == refused(line, "many.jsonl", "screen")[0]

    @pytest.mark.parametrize(
        ("members", "places"),
        [
            ([("a", "sibling", "with_parent", "a")], ["members[0].with_parent"]),
            ([("a", "child", "parent_member", "a")], ["members[0].parent_member"]),
            ([("a", "spouse", "parent_member", "a")], ["members[0].parent_member"]),
            ([("a", "parent", "with_parent", "a")], ["members[0].with_parent"]),
            (
                [("a", "sibling", "with_parent", "b"), ("b", "sibling", "with_parent", "a")],
                ["members[0].with_parent", "members[1].with_parent"],
            ),
            (
                [("a", "child", "parent_member", "b"), ("b", "child", "parent_member", "a")],
                ["members[0].parent_member", "members[1].parent_member"],
            ),
        ],
    )
    def test_a_circle(self, refused, members, places):
        """Whoever refers to themselves, or to one who refers back, refers to none of those that are meant."""
        text = "[sponsor]\n" + "".join(
            MEMBER.format(name, relation) + f'{fact} = "{other}"\n' for name, relation, fact, other in members
        )
        assert places == [line.partition(": ")[0] for line in refused(text)[0]]

    def test_parents_of_each_other(self, tmp_path):
        """Two parents who come with each other wait for nobody."""
        two = (
            MEMBER.format("a", "parent") + 'with_parent = "b"\n' + MEMBER.format("b", "parent") + 'with_parent = "a"\n'
        )
        assert accepted(tmp_path, f"[sponsor]\n{two}")

    @pytest.mark.parametrize("name", ["case.toml", "case.json", "case"])
    @pytest.mark.parametrize("raw", [b"", b"\n", b" \t\r\n", b"\xef\xbb\xbf"])
    def test_empty(self, refused, raw, name):
        """An empty file."""
        assert [["the file is empty"], ["het bestand is leeg"]] == refused(raw, name)


class TestFiles:
    """What is no file."""

    def test_a_folder(self, tmp_path, refused):
        """A folder, also one that is named as a file."""
        (tmp_path / "a.toml").mkdir()
        assert [["this is a folder, not a file"], ["dit is een map, geen bestand"]] == refused.path(tmp_path / "a.toml")

    def test_none(self, tmp_path, refused):
        """A file that is not there, or lies under a file."""
        assert [["there is no such file"], ["dit bestand bestaat niet"]] == refused.path(tmp_path / "none.toml")
        (tmp_path / "file").touch()
        assert 1 == len(refused.path(tmp_path / "file" / "case.toml")[0])

    def test_one_that_may_not_be_read(self, tmp_path, refused, monkeypatch):
        """A file without the right to read it."""
        path = tmp_path / "case.toml"
        path.write_text(GOOD, encoding="utf-8")
        path.chmod(0)
        if os.access(path, os.R_OK):  # whoever may do anything
            monkeypatch.setattr(Path, "open", _forbidden)
        assert [
            ["there is no permission to read this file"],
            ["dit bestand mag niet worden gelezen"],
        ] == refused.path(path)

    def test_a_link_to_itself(self, tmp_path, refused):
        """A link that leads nowhere."""
        path = tmp_path / "case.toml"
        path.symlink_to(path)
        assert 1 == len(refused.path(path)[0])

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
    def test_its_own_name_steers_no_terminal(self, tmp_path, capsys):
        """The name of a file is shown as what it is."""
        for command, name in (("compare", "a\x1b[2J\nb.toml"), ("screen", "a\x1b[2J\nb.jsonl")):
            (tmp_path / name).write_text("no", encoding="utf-8")
            assert 2 == main([command, str(tmp_path / name)])
            [line] = capsys.readouterr().err.splitlines()
            assert line.isprintable()
            assert "a\\x1b[2J\\nb" in line


def _forbidden(*_, **__):
    raise PermissionError(13, "Permission denied")


class TestManyFamilies:
    """The same for files of many families: one of them cannot spoil the others."""

    @pytest.fixture
    def screened(self, tmp_path, capsys):
        """Screen a file; give the names of the families that come out, and the faults."""

        def screened(raw, name):
            path = tmp_path / name
            path.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
            code = main(["screen", str(path), "--format", "jsonl"])
            out, err = capsys.readouterr()
            faults = [line.removeprefix(f"{path}:") for line in err.splitlines()]
            assert code == (2 if faults else 0)
            return [json.loads(line)["family"] for line in out.splitlines()], faults

        return screened

    def test_a_line_of_ten_megabytes(self, screened):
        """It is passed over, and the next one is read."""
        good = json.dumps({"family": "good", **json.loads(AS_JSON)})
        families, faults = screened(f"{good}\n{'[' * 10_000_000}\n{good}\n", "many.jsonl")
        assert (["good"] * 2, ["2: the line is longer than 1024 KiB and was passed over"]) == (families, faults)
        families, faults = screened(f"{COLUMNS}one,a,child\ntwo,{'x' * 10_000_000},child\n3,a,child\n", "many.csv")
        assert (["one", "3"], ["3: the line is longer than 1024 KiB and was passed over"]) == (families, faults)

    def test_a_row_without_end(self, screened):
        """So is a row that goes on over many lines."""
        rows = '"x\n",' * 210_000
        families, faults = screened(f"{COLUMNS}one,a,child\n{rows}\ntwo,b,child\n", "many.csv")
        assert "one" == families[0]
        assert "2: " not in faults[0]
        assert faults[0].startswith("3: the line is longer than 1024 KiB")

    def test_a_large_field(self, screened):
        """A field larger than Python takes."""
        families, faults = screened(f"{COLUMNS}one,a,child\ntwo,{'x' * 200_000},child\n3,a,child\n", "many.csv")
        assert ["one", "3"] == families
        assert faults[0].startswith("3: this is not CSV (field larger than field limit")

    def test_a_large_family(self, screened):
        """A family of a megabyte in rows that are each small enough."""
        rows = "".join(f"big,{'x' * 120_000},child\n" for _ in range(20))
        families, faults = screened(f"{COLUMNS}one,a,child\n{rows}3,a,child\n", "many.csv")
        assert ["one", "3"] == families
        assert all("longer than 1024 KiB together" in fault for fault in faults)

    @pytest.mark.parametrize("delimiter", ["|", " ", ":"])
    def test_other_delimiters(self, screened, delimiter):
        """What stands between the cells is none of those that are known."""
        families, faults = screened(COLUMNS.replace(",", delimiter), "many.csv")
        assert [] == families
        assert "there is no such column" in faults[0]

    def test_ragged_rows(self, screened):
        """Cells that lack are facts left out; cells too many spoil the family, as they say nobody knows what."""
        families, faults = screened(
            "family,id,relation,born_on\none,a,child\ntwo,a,child,2020-01-01,,\n3,a,child,,x\n3,b,child\n4,a,child,,\n",
            "many.csv",
        )
        assert ["one", "two", "4"] == families
        assert ["4: this row has more cells than there are columns (4)"] == faults

    def test_quoted_line_ends(self, screened):
        """The rows after a cell of several lines still have their own lines."""
        families, faults = screened(f'{COLUMNS}one,"a\nb",child\ntwo,a,chid\n3,a,child\n', "many.csv")
        assert ["3"] == families
        assert ["2: id: ", "4: relation: "] == [fault[: fault.index(":", 3) + 2] for fault in faults]

    def test_a_byte_order_mark(self, screened):
        """In front of the first line."""
        assert ["one"] == screened(b"\xef\xbb\xbf" + f"{COLUMNS}one,a,child\n".encode(), "many.csv")[0]
        assert 1 == len(screened(b"\xef\xbb\xbf" + AS_JSON.encode(), "many.jsonl")[0])

    @pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32"])
    def test_another_encoding(self, screened, encoding):
        """A whole table in another encoding is told once."""
        families, faults = screened(f"{COLUMNS}one,a,child\n".encode(encoding), "many.csv")
        assert ([], [" line 1 is not UTF-8 text; save the file as UTF-8"]) == (families, faults)

    def test_a_cell_in_another_encoding(self, screened):
        """It spoils its own family."""
        raw = f"{COLUMNS}one,a,child\ntwo,é,child\ntwo,b,child\n3,a,child\n".encode("latin-1")
        assert (["one", "3"], ["3: line 3 is not UTF-8 text; save the file as UTF-8"]) == screened(raw, "many.csv")

    def test_lines_that_are_no_families(self, screened):
        """Numbers, lists, nothing, and what is no JSON at all."""
        good = json.dumps({"family": "good", **json.loads(AS_JSON)})
        lines = ["1", "[]", "null", '"x"', "NaN", "{}", "{", "9" * 5000, "[" * 5000, "\0", '{"a":1}', good]
        families, faults = screened("\n".join(lines), "many.jsonl")
        assert ["good"] == families
        assert [str(number) for number in range(1, 12)] == list(
            dict.fromkeys(fault.partition(":")[0] for fault in faults)
        )

    def test_a_spoilt_parquet_file(self, tmp_path, screened):
        """Wherever a Parquet file is spoilt, it is told and nothing breaks."""
        pa = pytest.importorskip("pyarrow")
        parquet = pytest.importorskip("pyarrow.parquet")
        table = {"family": ["1", "2"], "id": ["a", "b"], "relation": ["child", "spouse"]}
        parquet.write_table(pa.table(table), tmp_path / "good.parquet")
        raw = (tmp_path / "good.parquet").read_bytes()
        for place in range(0, len(raw), 7):
            screened(raw[:place] + b"\xff" + raw[place + 1 :], "many.parquet")
            screened(raw[:place], "many.parquet")

    def test_odd_parquet_columns(self, tmp_path, screened):
        """Lists, bytes, tables and moments are no facts."""
        pa = pytest.importorskip("pyarrow")
        parquet = pytest.importorskip("pyarrow.parquet")
        odd = [[[1]], [b"\xff"], [{"a": 1}], [2**62], [1e300], ["x" * 2000]]
        for value in odd:
            for column in ("family", "id", "born_on", "sponsor.means", "sponsor.income_per_month"):
                table = {"family": ["1"], "id": ["a"], "relation": ["child"]} | {column: value}
                parquet.write_table(pa.table(table), tmp_path / "odd.parquet")
                screened((tmp_path / "odd.parquet").read_bytes(), "many.parquet")
        for kind, value in ((pa.date32(), 2**30), (pa.timestamp("ns"), 1), (pa.time64("ns"), 1), (pa.duration("s"), 1)):
            column = pa.array([value], pa.int32() if kind == pa.date32() else pa.int64()).cast(kind)
            table = {"family": ["1"], "id": ["a"], "relation": ["child"], "born_on": column}
            parquet.write_table(pa.table(table), tmp_path / "odd.parquet")
            assert screened((tmp_path / "odd.parquet").read_bytes(), "many.parquet")[1]
