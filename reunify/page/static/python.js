// @ts-check
/** Python, in a worker of its own: started once, and asked one thing at a time. */

/** @typedef {{ value: string, label: string }} Choice */
/**
 * @typedef {object} Question
 * @property {string} fact
 * @property {"person" | "same" | "each" | "choice" | "day" | "amount" | "text"} kind
 * @property {string} text
 * @property {string} hint
 * @property {string} why
 * @property {string} heading
 * @property {number | null} left
 * @property {boolean} again
 * @property {string[]} persons
 * @property {Choice[]} choices
 */
/**
 * @typedef {object} Talk
 * @property {Question | null} question
 * @property {string} noted
 * @property {string} refused
 * @property {boolean} to_confirm
 * @property {boolean} clashed
 * @property {{ number: number, heading: string, label: string, said: string, person: string }[]} answers Whom an answer names, if it does.
 * @property {string[]} closing
 * @property {string} more
 * @property {string[]} people
 */

/** What is wrong with what was given, in words for who gave it. */
export class Faults extends Error {
  /** @param {string[]} lines */
  constructor(lines) {
    super("faults");
    this.lines = lines;
  }
}

/** What went wrong in the program: where, and no word of the facts. */
export class Broken extends Error {}

/** @type {Worker | undefined} */
let worker;
/** @type {Map<number, (given: string) => void>} */
const waiting = new Map();
let asked = 0;

/**
 * Start Python, or start it again where that failed.
 * @returns {Promise<void>}
 */
export async function startPython() {
  worker?.terminate();
  const files = await embedded();
  const base = new URL(".", location.href).href;
  const script = files ? files["worker.js"] : await fetched(new URL("worker.js", base));
  // Made here, so that the policy of the page holds for it, whatever the web server says.
  const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const started = new Worker(address, { type: files ? "classic" : "module" });
  worker = started;
  await new Promise((ready, failed) => {
    started.onmessage = ({ data }) => {
      if (data.ready) ready(undefined);
      else if (data.failed) failed(new Error(data.failed));
      else waiting.get(data.id)?.(data.given);
    };
    started.onerror = (event) => failed(new Error(event.message || "worker"));
    started.postMessage({ place: { base, files } });
  });
}

/** @param {URL} address */
async function fetched(address) {
  const given = await fetch(address);
  if (!given.ok) throw new Error(address.pathname);
  return given.arrayBuffer();
}

/** Give the files that the page holds in itself, where it is one file. */
async function embedded() {
  /** @type {NodeListOf<HTMLScriptElement>} */
  const found = document.querySelectorAll("script.file");
  if (!found.length) return null;
  /** @type {Record<string, ArrayBuffer>} */
  const files = {};
  for (const script of found) {
    const packed = Uint8Array.from(atob(script.text), (letter) => letter.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    files[script.dataset.name ?? ""] = await new Response(stream).arrayBuffer();
  }
  return files;
}

/**
 * Ask Python for something.
 * @param {string} name What: a call of the bridge.
 * @param {object} [argument]
 * @returns {Promise<any>}
 * @throws {Faults | Broken}
 */
export async function python(name, argument = {}) {
  const id = ++asked;
  const given = JSON.parse(
    await new Promise((done) => {
      waiting.set(id, done);
      worker?.postMessage({ id, name, argument: JSON.stringify(argument) });
    }),
  );
  waiting.delete(id);
  if (given.faults) throw new Faults(given.faults);
  if (given.error) throw new Broken(given.error);
  return given.ok;
}
