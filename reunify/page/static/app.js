// @ts-check
/** What the page holds: the family as Python last told it, and which view is shown. */
import { Broken, Faults, python } from "./python.js";
import { button, make, say, show, t, unsay } from "./dom.js";

/**
 * @typedef {import("./python.js").Talk} Talk
 * @type {{ talk: Talk | null, view: string, turn: number, unsaved: boolean, law: string, on: string }}
 */
export const app = { talk: null, view: "start", turn: 0, unsaved: false, law: "", on: "" };

/**
 * What is in each view, its heading first; nothing where another view is shown in its place.
 * @typedef {(Node | string | null)[] | undefined | void} Inside
 * @type {Record<string, () => Inside | Promise<Inside>>}
 */
export const views = {};

/**
 * Show a view; where it takes a while and another one is asked for meanwhile, that one.
 * @param {string} name
 */
export async function go(name) {
  app.view = name;
  const mine = ++app.turn;
  shownViews();
  const inside = await tried(() => views[name]());
  if (inside && mine === app.turn) show(inside);
}

/** The ways to the other views, as soon as there is a family. */
export function shownViews() {
  const nav = /** @type {HTMLElement} */ (document.getElementById("views"));
  nav.hidden = !app.talk;
  nav.setAttribute("aria-label", t("parts"));
  const ready = Boolean(app.talk?.people.length);
  const names = ["asking", "overview", ...(ready ? ["answer", "what_if", "saving"] : [])];
  nav.replaceChildren(
    ...names.map((name) => button(t(`view_${name}`), () => go(name), { "aria-current": app.view === name ? "page" : null })),
  );
}

/**
 * Today, where the reader is.
 * @returns {string}
 */
export function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

let works = 0;

/**
 * Count what is being done: while there is any, a screen reader knows that the page is about to change.
 * @param {1 | -1} one More, or done.
 */
function working(one) {
  works += one;
  document.getElementById("main")?.setAttribute("aria-busy", String(works > 0));
}

/**
 * Do something that may go wrong; what goes wrong in the program is told, and the answers stay.
 * @template T
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T | undefined>}
 */
export async function tried(work) {
  const slow = setTimeout(() => say(t("busy")), 400);
  working(1);
  try {
    return await work();
  } catch (error) {
    if (error instanceof Faults) {
      say(error.lines.join(" "));
      return undefined;
    }
    // What went wrong in this script is told by its place only: its message can hold facts.
    const place = error instanceof Error ? (error.stack ?? "").split("\n").slice(1, 4).join("\n") : "";
    wentWrong(error instanceof Broken ? error.message : `${error instanceof Error ? error.name : ""}\n${place}`);
    return undefined;
  } finally {
    clearTimeout(slow);
    working(-1);
    unsay(t("busy"));
  }
}

/** @param {string} details */
function wentWrong(details) {
  const copied = async () => {
    await navigator.clipboard.writeText(details);
    say(t("copied"));
  };
  app.turn += 1;
  show([
    make("h1", {}, t("error")),
    make("p", { role: "alert" }, t("went_wrong")),
    make("pre", { class: "details" }, details),
    make("p", { class: "buttons" }, button(t("copy_details"), () => copied().catch(() => undefined))),
  ]);
}

/**
 * Take over what Python says now.
 * @param {Talk} talk
 */
export function take(talk) {
  app.talk = talk;
  shownViews();
}

let telling = false;

/**
 * Tell Python an answer, and show what it says. What is pressed twice is told once.
 * @param {string} name
 * @param {object} argument
 */
export async function tell(name, argument) {
  if (telling) return;
  telling = true;
  const { turn } = app;
  try {
    take(await python(name, argument));
    app.unsaved = true;
    // Who went to another view meanwhile stays there.
    await go(turn === app.turn ? "asking" : app.view);
  } finally {
    telling = false;
  }
}

/**
 * Whether what is not saved may be lost.
 * @returns {boolean}
 */
export function mayLeave() {
  return !app.unsaved || confirm(t("leave"));
}

/**
 * Save a text as a file.
 * @param {{ name: string, type: string, text: string }} file
 */
export function save({ name, type, text }) {
  const link = make("a", { href: URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(/** @type {HTMLAnchorElement} */ (link).href), 60_000);
}

