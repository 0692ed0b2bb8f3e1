"""Many threads at once get what one thread gets, also where nothing has been made ready yet."""

import pickle
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from reunify import compare

pytestmark = pytest.mark.slow("16 threads assess eight families each, and take turns as often as can be")

THREADS = 16
TURNS = 8
STEP = 7
ROOT = Path(__file__).parents[1]


def drawn(count):
    """Give different families as the strategy draws them: the same ones on every run."""
    from hypothesis import Phase, given, settings  # noqa: PLC0415 -- needs an extra

    from reunify.testing import families  # noqa: PLC0415 -- as above

    found = {}

    @settings(max_examples=count, derandomize=True, database=None, deadline=None, phases=[Phase.generate])
    @given(families(min_members=1, max_members=4))
    def draw(case):
        found.setdefault(repr(case), case)

    draw()
    return list(found.values())


def at_once(cases):
    """Give what each thread found: all start together, each at another family, and take turns as often as can be."""
    ready = threading.Barrier(THREADS)

    def work(number):
        mine = [(number * STEP + turn) % len(cases) for turn in range(TURNS)]
        ready.wait()
        return [(index, compare(cases[index])) for index in mine]

    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-4)
    try:
        with ThreadPoolExecutor(THREADS) as pool:
            return list(pool.map(work, range(THREADS)))
    finally:
        sys.setswitchinterval(usual)


def assert_as_alone(found, cases):
    alone = [compare(case) for case in cases]
    assert [len(answers) for answers in found] == [TURNS] * THREADS
    assert {index for answers in found for index, _ in answers} == set(range(len(cases)))
    for answers in found:
        assert all(answer == alone[index] for index, answer in answers)


@pytest.fixture(scope="module")
def cases():
    pytest.importorskip("hypothesis")
    return drawn(100)


def test_families_are_many_and_different(cases):
    assert len({repr(case) for case in cases}) == len(cases) >= 80
    assert {len(case.members) for case in cases} >= {1, 2, 3}


def test_same_answers(cases):
    assert_as_alone(at_once(cases), cases)


def test_same_answers_at_the_very_first_use(cases, tmp_path):
    """In a new process: the first comparison of all is made by 16 threads at the same time."""
    few = cases[-TURNS:]
    file = tmp_path / "cases"
    file.write_bytes(pickle.dumps(few))
    code = (
        "import pickle, sys; from pathlib import Path; import test_threads as t;"
        "file = Path(sys.argv[1]); cases = pickle.loads(file.read_bytes());"
        "file.write_bytes(pickle.dumps(t.at_once(cases)))"
    )
    path = [str(ROOT), str(ROOT / "tests")]
    command = [sys.executable, "-c", f"import sys; sys.path[:0] = {path}; {code}", file]
    subprocess.run(command, check=True, capture_output=True)
    assert_as_alone(pickle.loads(file.read_bytes()), few)  # noqa: S301 -- our own
