// @ts-check
/** Run by Node in a folder with Pyodide and the library, when the page is made: Pyodide makes the bytecode that it reads. */
import { readFileSync, writeFileSync } from "node:fs";
import { loadPyodide } from "./pyodide.mjs";

// The same bytes on every run: nothing is ordered by a hash that differs.
const python = await loadPyodide({ env: { PYTHONHASHSEED: "0" } });
python.FS.writeFile("/library.zip", readFileSync("library.zip"));
python.runPython("import sys; sys.path.insert(0, '/library.zip'); sys.dont_write_bytecode = True");
const library = python.runPython("next(path for path in sys.path if path.endswith('.zip') and 'python' in path)");
python.pyimport("reunify.page.rehearsal").compile_loaded("/library.zip", library);
writeFileSync("library.zip", python.FS.readFile("/library.zip"));
writeFileSync("python_stdlib.zip", python.FS.readFile(library));
