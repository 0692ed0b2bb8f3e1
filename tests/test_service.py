"""The web service of the examples: a case in, its report out; whatever is wrong is 422 with every fault, and never 500."""

import importlib.util
import json
from pathlib import Path

import pytest
from needed import needed

from reunify import casefile, report
from reunify.faults import FaultCode

needed("starlette", "dev")
needed("httpx2", "dev")

EXAMPLE = Path(__file__).parents[1] / "examples" / "service.py"
CASE = EXAMPLE.parent / "cases" / "refugee-late-application.toml"
GOOD = json.loads(casefile.dumps(casefile.read(CASE), "json"))


@pytest.fixture(scope="module")
def client():
    from starlette.testclient import TestClient  # noqa: PLC0415 -- only where it is installed

    spec = importlib.util.spec_from_file_location("service", EXAMPLE)
    service = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(service)
    return TestClient(service.app)


def test_is_short():
    assert len(EXAMPLE.read_text(encoding="utf-8").splitlines()) < 40


def test_json(client):
    """The answer is the report as any other caller gets it."""
    answer = client.post("/", json=GOOD)
    assert (200, "application/json") == (answer.status_code, answer.headers["content-type"])
    assert answer.json() == report.make(GOOD).to_data()


def test_page(client):
    answer = client.post("/?lang=nl&new=two-status&on=2026-12-01", json=GOOD, headers={"Accept": "text/html"})
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.text == report.make(GOOD, lang="nl", new="two-status", on="2026-12-01").to_html()


def changed(**facts):
    return json.dumps(GOOD | facts)


@pytest.mark.parametrize(
    ("body", "faults"),
    [
        (changed(decided_on="unknown"), {("decided_on", "missing-fact")}),
        (changed(decided_on=None), {("decided_on", "missing-fact")}),
        (changed(decided_on=[1, {}]), {("decided_on", "wrong-type")}),
        (changed(decided_on="2026-02-30"), {("decided_on", "bad-date")}),
        (changed(sponsor=3, decided_on="unknown"), {("sponsor", "wrong-type"), ("decided_on", "missing-fact")}),
        (changed(members="a"), {("members", "wrong-type")}),
        (changed(members=[]), {("members", "no-members")}),
        (changed(members=[None]), {("members[0]", "wrong-type")}),
        (changed(members=[{"id": "a", "relation": {}}]), {("members[0].relation", "wrong-type")}),
        (changed(sponser={}), {("sponser", "unknown-fact")}),
        ('{"title": "\\ud800"}', {("title", "bad-text"), ("sponsor", "missing-fact"), ("decided_on", "missing-fact")}),
        ("{}", {("", "empty"), ("decided_on", "missing-fact")}),
        ("", {("", "empty")}),
        ("{", {("", "bad-syntax")}),
        ("decided_on = 2026-11-25", {("", "bad-syntax")}),
        (b"\xff\xfe", {("", "unreadable")}),
        ("[]", {("", "wrong-type")}),
        ("null", {("", "wrong-type")}),
        ("NaN", {("", "wrong-type")}),
        ('"text"', {("", "wrong-type")}),
        ("9" * 5000, {("", "too-large")}),
        ("[" * 100_000, {("", "too-deep")}),
        ('{"title":' + '{"a":' * 50 + "1" + "}" * 51, {("title", "too-deep")}),
        (" " * 2_000_000, {("", "too-large")}),
    ],
    ids=lambda value: str(value)[:24] if isinstance(value, str | bytes) else "",
)
def test_bad_input(client, body, faults):
    """Each fault has its place, its code and a text in each language."""
    answer = client.post("/", content=body)
    assert answer.status_code == 422
    told = answer.json()["faults"]
    assert faults <= {(fault["path"], fault["code"]) for fault in told}
    assert all(fault["en"] and fault["nl"] and FaultCode(fault["code"]) for fault in told)


def test_every_fault_at_once(client):
    """Also those of the address, each with the nearest that there is."""
    answer = client.post("/?old=two-statu&new=x&lang=fr&on=soon", json=GOOD | {"titel": 1})
    told = {fault["path"]: (fault["code"], fault["en"]) for fault in answer.json()["faults"]}
    assert told.keys() == {"old", "new", "lang", "on", "titel"}
    assert told["old"] == ("unknown-law", "'two-statu' is not known; did you mean 'two-status'?")
    assert (told["lang"][0], told["on"][0], told["titel"][0]) == ("unknown-value", "bad-date", "unknown-fact")
