// @ts-check
/** The page: it starts Python, opens families, and has what stands on every view. */
import { button, make, say, show, speaking, t } from "./dom.js";
import { Faults, python, startPython } from "./python.js";
import { app, go, mayLeave, shownViews, take, today, tried, views } from "./app.js";
import { forget, keep, kept } from "./keeping.js";
import { printed, savingForms } from "./answer.js";

/** @type {number | null} */
let keptAs = null;

// ---------------------------------------------------------------- the start

views.start = async () => {
  const files = make("input", { type: "file", id: "file", accept: ".toml,.json,application/json", onchange: chosen });
  const more = document.querySelector("meta[name=more]")?.getAttribute("content")?.replace("{lang}", speaking.lang);
  return [
    make("h1", {}, t("start")),
    make("p", { class: "lead" }, t("start_intro")),
    make("p", { class: "privacy" }, t("privacy")),
    make("p", { class: "buttons" }, button(t("new"), begin, { class: "first" })),
    make("div", { class: "field" }, make("label", { for: "file" }, t("open")), files, make("p", { class: "hint" }, t("open_hint"))),
    make("div", { id: "faults" }),
    await keptCases(),
    more ? make("p", {}, make("a", { href: more }, t("laws_page"))) : null,
  ];
};

function begin() {
  return tried(async () => {
    if (!mayLeave()) return;
    keptAs = null;
    take(await python("begin", { lang: speaking.lang, today: today() }));
    Object.assign(app, { unsaved: false, law: "", on: "" });
    await go("asking");
  });
}

// ---------------------------------------------------------------- opening

/** @param {Event} event */
function chosen(event) {
  const file = /** @type {HTMLInputElement} */ (event.target).files?.[0];
  return file ? openFile(file) : undefined;
}

/** @param {File} file */
async function openFile(file) {
  if (!mayLeave()) return;
  // A little more than what is taken, so that a larger one is refused in words.
  await open(file.name, new Uint8Array(await file.slice(0, 2 ** 21).arrayBuffer()), null);
}

/**
 * Open a case file, or say what is wrong with it.
 * @param {string} name
 * @param {Uint8Array} content
 * @param {number | null} id The number under which it is kept.
 */
function open(name, content, id) {
  return tried(async () => {
    const letters = Array.from(content, (byte) => String.fromCharCode(byte)).join("");
    try {
      take(await python("open", { lang: speaking.lang, today: today(), name, content: btoa(letters) }));
    } catch (error) {
      if (!(error instanceof Faults)) throw error;
      await go("start");
      const lines = error.lines.map((line) => make("li", {}, line));
      document.getElementById("faults")?.replaceChildren(make("div", { role: "alert", class: "refused" }, make("p", {}, t("bad_file")), make("ul", {}, ...lines)));
      return;
    }
    keptAs = id;
    Object.assign(app, { unsaved: false, law: "", on: "" });
    await go("answer");
  });
}

/** Open the family that another page hands over in the address, and take it out of the address. */
async function handedOver() {
  const found = /^#case=([\w-]+)$/.exec(location.hash);
  if (!found || !mayLeave()) return false;
  history.replaceState(null, "", location.pathname + location.search);
  const letters = atob(found[1].replace(/-/g, "+").replace(/_/g, "/"));
  await open("case.json", Uint8Array.from(letters, (letter) => letter.charCodeAt(0)), null);
  return true;
}

// ---------------------------------------------------------------- saving and keeping

views.saving = async () => {
  if (!app.talk?.people.length) return go("asking");
  return [
    make("h1", {}, t("download")),
    make("p", {}, t("download_hint")),
    await savingForms(),
    make("h2", {}, t("keep")),
    make("p", { class: "warning" }, t("keep_warning")),
    make("p", { class: "buttons" }, button(t("keep_sure"), keepNow)),
    await keptCases(),
    make("h2", {}, t("again")),
    make("p", { class: "buttons" }, button(t("again"), () => (mayLeave() ? restart() : undefined))),
  ];
};

async function restart() {
  Object.assign(app, { talk: null, unsaved: false });
  await go("start");
}

function keepNow() {
  return tried(async () => {
    const { content, people } = await python("case");
    try {
      keptAs = await keep({ names: people.join(", "), day: today(), content }, keptAs);
    } catch {
      say(t("not_kept"));
      return;
    }
    app.unsaved = false;
    await go("saving");
    say(t("kept"));
  });
}

/** The families that are kept on this device, if there are any. */
async function keptCases() {
  const found = await kept().catch(() => []);
  if (!found.length) return null;
  return make(
    "section",
    { "aria-labelledby": "kept" },
    make("h2", { id: "kept" }, t("kept_cases")),
    make(
      "ul",
      { class: "kept" },
      ...found.map(({ id, names, day, content }) =>
        make(
          "li",
          {},
          t("kept_of", { names, day }),
          " ",
          button(t("open_kept"), () => (mayLeave() ? open("case.json", new TextEncoder().encode(content), id) : undefined), { "aria-label": t("open_kept_of", { names }), class: "quiet" }),
          button(t("delete"), () => deleted(id), { "aria-label": t("delete_of", { names }), class: "quiet" }),
        ),
      ),
    ),
  );
}

/** @param {number} id */
function deleted(id) {
  return tried(async () => {
    await forget(id);
    if (keptAs === id) keptAs = null;
    await go(app.view);
    say(t("deleted"));
  });
}

// ---------------------------------------------------------------- what stands on every view

/** @param {string} lang */
function speak(lang) {
  return tried(async () => {
    speaking.lang = lang;
    framed();
    if (app.talk) take(await python("speak", { lang }));
    await go(app.view);
  });
}

function framed() {
  document.documentElement.lang = speaking.lang;
  document.title = t("title");
  /** @type {HTMLElement} */ (document.querySelector(".brand")).textContent = t("title");
  /** @type {HTMLElement} */ (document.querySelector(".skip")).textContent = t("skip");
  /** @type {HTMLElement} */ (document.getElementById("notice")).textContent = t("notice");
  const languages = /** @type {HTMLElement} */ (document.getElementById("languages"));
  languages.setAttribute("aria-label", t("language"));
  const names = { nl: "Nederlands", en: "English" };
  languages.replaceChildren(
    ...Object.entries(names).map(([lang, name]) => button(name, () => speak(lang), { lang, "aria-pressed": String(lang === speaking.lang), class: "quiet" })),
  );
  shownViews();
}

addEventListener("beforeunload", (event) => {
  if (app.unsaved) event.preventDefault();
});
addEventListener("hashchange", () => tried(handedOver));
addEventListener("dragover", (event) => event.preventDefault());
addEventListener("drop", (event) => {
  event.preventDefault();
  const file = event.dataTransfer?.files[0];
  if (file) tried(() => openFile(file));
});
addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key === "p" && app.view === "answer") {
    event.preventDefault();
    printed();
  }
});

/** Start, or say that it did not work. */
async function start() {
  try {
    await startPython();
  } catch (error) {
    const details = make("p", { class: "details" }, String(error));
    show([make("h1", {}, t("load_failed")), details, make("p", {}, t("too_old_perhaps")), make("p", { class: "buttons" }, button(t("try_again"), start, { class: "first" }))]);
    return;
  }
  document.body.dataset.ready = "yes";
  if (!(await handedOver())) await go("start");
  if (document.querySelector("link[rel=manifest]")) await navigator.serviceWorker?.register("keeper.js").catch(() => undefined);
}

speaking.lang = navigator.language.startsWith("nl") ? "nl" : "en";
framed();
if (typeof WebAssembly === "object" && "Tag" in WebAssembly && typeof DecompressionStream === "function") start();
else show([make("h1", {}, t("too_old"))]);
