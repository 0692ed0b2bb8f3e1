"""The same for bytes that are guided by the lines of the reader that they reach; needs atheris (``pip install atheris``).

    python tests/fuzz/guided.py -runs=50000 -seed=1 -max_len=2000 FOLDER

The words are those of libFuzzer. The folder is the corpus: with none of its own, it is filled with the examples.
"""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import atheris

with atheris.instrument_imports(include=["reunify.casefile", "reunify.faults", "reunify.screen", "tomllib", "json"]):
    import drive
    import inputs

_FILES = (
    *(
        ("case.toml", ("assess", "--format", "json")),
        ("case.json", ("compare",)),
        ("case", ("calendar", "--lang", "nl")),
    ),
    *(("many.jsonl", ("screen",)), ("many.csv", ("screen", "--format", "jsonl"))),
)
_FOLDER = tempfile.mkdtemp()


def one(data):
    """Judge one input: its first byte says which file and command it is for."""
    if data:
        name, words = _FILES[data[0] % len(_FILES)]
        drive.judge(drive.Input("guided", name, data[1:], words), _FOLDER)


def main():
    """Fill the corpus, and let atheris find more."""
    corpus = Path(sys.argv[-1])
    corpus.mkdir(exist_ok=True)
    table = b"family,id,relation,born_on\n1,a,child,2012-01-01\n"
    for number, raw in enumerate((inputs.EXAMPLES[0], inputs.AS_JSON[0], inputs.EXAMPLES[1], inputs.AS_JSON[1], table)):
        (corpus / f"example {number}").write_bytes(bytes([number]) + raw)
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
