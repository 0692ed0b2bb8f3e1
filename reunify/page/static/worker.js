// @ts-check
/// <reference lib="webworker" />
/**
 * The worker in which Python runs. Its first message says where the files are; each one after it is a call of the bridge.
 *
 * @typedef {{ base: string, files: Record<string, ArrayBuffer> | null }} Place Where the files are: an address, or in here.
 */

/** @type {(name: string, argument: string) => string} */
let bridge;
/** @type {() => boolean} */
let more;

/**
 * Give the address of a script.
 * @param {Place} place
 * @param {string} name
 */
function address(place, name) {
  if (!place.files) return new URL(name, place.base).href;
  return URL.createObjectURL(new Blob([place.files[name]], { type: "text/javascript" }));
}

/**
 * Start Python with the library in it.
 * @param {Place} place
 */
async function start(place) {
  const { files } = place;
  const base = files ? "https://files.invalid/" : place.base;
  if (files) {
    // In a page that is one file browsers start classic workers only, and Pyodide takes a worker that imports no scripts
    // for one of the other kind, which this one is in all that it does.
    globalThis.importScripts = () => {
      throw new TypeError("importScripts");
    };
    // It has nowhere to fetch from either: what it holds stands in.
    globalThis.fetch = async (asked) => {
      const name = String(asked).slice(base.length);
      const type = name.endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
      return new Response(files[name], { headers: { "content-type": type } });
    };
  }
  const library = fetch(new URL("library.zip", base)).then((given) => {
    if (!given.ok) throw new Error("library.zip");
    return given.arrayBuffer();
  });
  const [{ loadPyodide }, { default: createPyodideModule }] = await Promise.all([
    import(address(place, "pyodide/pyodide.mjs")),
    import(address(place, "pyodide/pyodide.asm.mjs")),
  ]);
  const python = await loadPyodide({ indexURL: new URL("pyodide/", base).href, createPyodideModule });
  python.FS.writeFile("/library.zip", new Uint8Array(await library));
  python.runPython("import sys; sys.path.insert(0, '/library.zip'); sys.dont_write_bytecode = True");
  const { call, ready_more } = python.pyimport("reunify.page.bridge");
  bridge = call;
  more = ready_more;
}

/** Load what is needed later while nobody asks for anything: what is asked meanwhile comes between two parts. */
function readyMore() {
  if (more()) setTimeout(readyMore);
}

addEventListener("message", async ({ data }) => {
  if (data.place) {
    try {
      await start(data.place);
      postMessage({ ready: true });
      setTimeout(readyMore);
    } catch (error) {
      postMessage({ failed: String(error) });
    }
  } else {
    postMessage({ id: data.id, given: bridge(data.name, data.argument) });
  }
});
