// @ts-check
/** The answer: the report, what would change it, and what of it can be saved. */
import { button, field, make, say, select, t, valueOf } from "./dom.js";
import { Faults, python } from "./python.js";
import { app, go, save, tried, views } from "./app.js";

/** @typedef {{ html: string, title: string, day: string, laws: { value: string, label: string }[], forms: string[] }} Report */

views.answer = async () => {
  if (!app.talk?.people.length) return go("asking");
  /** @type {Report} */
  const made = await python("report", { law: app.law, on: app.on });
  const frame = reportIn(made);
  const apply = (/** @type {Event} */ event) => {
    event.preventDefault();
    return tried(() => changed(valueOf("law"), valueOf("on")));
  };
  return [
    make("h1", {}, t("answer")),
    app.talk.question
      ? make("p", { class: "open" }, t("open_questions"), " ", button(t("go_on"), () => go("asking"), { class: "quiet" }))
      : null,
    make(
      "form",
      { class: "row", onsubmit: apply },
      select("law", t("which_law"), [{ value: "", label: t("both_laws") }, ...made.laws], app.law),
      field("on", t("other_day"), { value: app.on, placeholder: made.day }),
      make("p", { class: "buttons" }, make("button", { type: "submit" }, t("apply")), button(t("print"), printed, { class: "first" })),
    ),
    frame,
  ];
};

/**
 * Show the report under another law, or on another day.
 * @param {string} law
 * @param {string} on
 */
async function changed(law, on) {
  const before = { law: app.law, on: app.on };
  Object.assign(app, { law, on });
  try {
    await python("report", { law, on });
  } catch (error) {
    if (!(error instanceof Faults)) throw error;
    Object.assign(app, before);
    say(error.lines.join(" "));
    return;
  }
  await go("answer");
}

/**
 * Give the report in a frame of its own, as high as it is.
 * @param {Report} made
 */
function reportIn({ html, title }) {
  const frame = /** @type {HTMLIFrameElement} */ (make("iframe", { id: "report", title, srcdoc: html }));
  frame.addEventListener("load", () => {
    const inside = frame.contentDocument;
    if (!inside) return;
    const fit = () => {
      frame.style.height = `${inside.documentElement.offsetHeight}px`;
    };
    new ResizeObserver(fit).observe(inside.documentElement);
    fit();
    for (const link of inside.querySelectorAll("a[href^=http]")) link.setAttribute("target", "_blank");
  });
  return frame;
}

/** Print the report alone, as its own page. */
export function printed() {
  const frame = /** @type {HTMLIFrameElement | null} */ (document.getElementById("report"));
  frame?.contentWindow?.print();
}

// ---------------------------------------------------------------- what if

/** @typedef {{ owner: string, fact: string, label: string, question: string, kind: string, now: string, choices: { value: string, label: string }[] }} Known */
/** @typedef {{ person: string, law: string, before: string, after: string, why: string }} Change */

views.what_if = async () => {
  if (!app.talk?.people.length) return go("asking");
  /** @type {Known[]} */
  const facts = await python("facts");
  const owners = [...new Set(facts.map(({ owner }) => owner))];
  const groups = owners.map((owner) =>
    make(
      "optgroup",
      { label: owner },
      ...facts.filter((one) => one.owner === owner).map(({ fact, label }) => make("option", { value: fact }, label)),
    ),
  );
  const found = make("div", { id: "found", "aria-live": "polite" });
  const value = make("div", { id: "value" });
  const chosen = () => {
    found.replaceChildren();
    const fact = facts.find((one) => one.fact === valueOf("fact"));
    value.replaceChildren(...(fact ? valueOfFact(fact, found) : []));
  };
  return [
    make("h1", {}, t("what_if")),
    make("p", {}, t("what_if_hint")),
    make(
      "div",
      { class: "field" },
      make("label", { for: "fact" }, t("fact")),
      make("select", { id: "fact", onchange: chosen }, make("option", { value: "" }, t("choose")), ...groups),
    ),
    value,
    found,
  ];
};

/**
 * Give the form for another value of a fact.
 * @param {Known} fact
 * @param {HTMLElement} found Where it is shown what changes.
 */
function valueOfFact({ fact, question, kind, now, choices }, found) {
  const attempt = (/** @type {string} */ text) =>
    tried(async () => {
      try {
        found.replaceChildren(changes(await python("what_if", { fact, text })));
      } catch (error) {
        if (!(error instanceof Faults)) throw error;
        found.replaceChildren(make("p", { class: "refused" }, error.lines.join(" ")));
      }
    });
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    return attempt(valueOf("typed"));
  };
  const isTyped = kind !== "choice";
  return [
    make("p", { class: "why" }, question),
    make("p", { class: "hint" }, t("now", { said: now })),
    ...(isTyped
      ? [make("form", { onsubmit: submit }, field("typed", t("your_answer"), { required: true }), make("p", { class: "buttons" }, make("button", { type: "submit", class: "first" }, t("try"))))]
      : []),
    make(
      "ul",
      { class: "choices" },
      ...[...choices, { value: "?", label: t("unknown") }].map((one) => make("li", {}, button(one.label, () => attempt(one.value)))),
    ),
  ];
}

/** @param {Change[]} rows */
function changes(rows) {
  if (!rows.length) return make("p", {}, t("nothing_changes"));
  const columns = /** @type {const} */ (["person", "law", "is_now", "would_be", "why"]);
  return make(
    "table",
    {},
    make("caption", {}, t("what_if")),
    make("thead", {}, make("tr", {}, ...columns.map((column) => make("th", { scope: "col" }, t(column))))),
    make(
      "tbody",
      {},
      ...rows.map(({ person, law, before, after, why }) =>
        make(
          "tr",
          {},
          make("th", { scope: "row" }, person),
          ...[law, before, after, why].map((said, number) => make("td", { "data-label": t(columns[number + 1]) }, said)),
        ),
      ),
    ),
  );
}

// ---------------------------------------------------------------- saving

/** @returns {Promise<HTMLElement>} */
export async function savingForms() {
  /** @type {Report} */
  const made = await python("report", { law: app.law, on: app.on });
  const saved = (/** @type {string} */ form) =>
    tried(async () => {
      save(await python("download", { form, law: app.law, on: app.on }));
      if (form === "casefile") app.unsaved = false;
    });
  return make("ul", { class: "choices" }, ...made.forms.map((form) => make("li", {}, button(t(`form_${form}`), () => saved(form)))));
}
