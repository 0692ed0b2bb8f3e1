// @ts-check
/** The interview: one question at a time, and all answers so far. */
import { button, field, make, say, select, t, valueOf } from "./dom.js";
import { app, go, take, tell, tried, views } from "./app.js";
import { python } from "./python.js";

/** @typedef {import("./python.js").Question} Question */

/**
 * Give an answer, and show what comes next.
 * @param {string} name
 * @param {object} argument
 */
function told(name, argument) {
  return tried(() => tell(name, argument));
}

/** @param {string} text */
const answer = (text) => told("answer", { text });

views.asking = () => {
  const { talk } = app;
  if (!talk) return go("start");
  const { question } = talk;
  say(talk.noted);
  if (!question) return finished();
  const form = FORMS[question.kind](question);
  if (talk.refused) filledAgain(form);
  return [
    make("h1", { id: "question" }, question.text),
    make(
      "div",
      { class: "question" },
      question.why ? make("p", { class: "why" }, question.why) : null,
      question.hint && question.again ? make("p", { class: "hint" }, question.hint) : null,
      refusal(),
      form,
    ),
    make(
      "p",
      { class: "buttons" },
      button(t("back"), () => answer("back")),
      question.kind === "person" ? null : button(t("unknown"), () => answer("?")),
      question.again && question.kind !== "each" ? button(t("keep_answer"), () => answer("")) : null,
    ),
    make("p", { class: "left" }, [question.heading, left(question)].filter(Boolean).join(" · ")),
    talk.people.length ? make("p", { class: "buttons" }, button(t("see_answer"), () => go("answer"), { class: "quiet" })) : null,
  ];
};

/** @param {Question} question */
function left({ left: most }) {
  return most === null ? "" : most === 1 ? t("left_one") : t("left", { left: most });
}

/**
 * Put into a form what stands in the one that is shown, so that it is there again beside what is wrong with it.
 * @param {HTMLElement} form
 */
function filledAgain(form) {
  for (const field_ of form.querySelectorAll("input[type=text], select")) {
    const before = document.getElementById(field_.id);
    if (before) /** @type {HTMLInputElement} */ (field_).value = /** @type {HTMLInputElement} */ (before).value;
  }
}

/** What is wrong with the last answer, or to be confirmed about it. */
function refusal() {
  const { talk } = app;
  if (!talk?.refused) return null;
  return make(
    "div",
    { role: "alert", class: "refused" },
    make("p", {}, talk.refused),
    make(
      "p",
      { class: "buttons" },
      talk.to_confirm ? button(t("right"), () => answer("yes")) : null,
      talk.clashed ? button(t("change_other"), () => answer("change")) : null,
    ),
  );
}

/** @param {Event} event */
function prevented(event) {
  event.preventDefault();
  return /** @type {HTMLFormElement} */ (event.currentTarget);
}

/** @param {Question} question */
function buttons({ choices }) {
  return make("ul", { class: "choices" }, ...choices.map(({ value, label }) => make("li", {}, button(label, () => answer(value)))));
}

/** @param {Question} question */
function line(question) {
  const about = { required: true, inputmode: question.kind === "amount" ? "decimal" : "text" };
  const hint = question.again ? "" : question.hint;
  return make(
    "div",
    {},
    make(
      "form",
      { onsubmit: (/** @type {Event} */ event) => (prevented(event), answer(valueOf("typed"))) },
      field("typed", t("your_answer"), about, hint),
      make("p", { class: "buttons" }, make("button", { type: "submit", class: "first" }, t("next"))),
    ),
    question.choices.length ? buttons(question) : null,
  );
}

/** @param {Question} question */
function person(question) {
  const add = (/** @type {Event} */ event) => {
    prevented(event);
    return told("name", { name: valueOf("name"), kin: valueOf("kin"), born: valueOf("born") });
  };
  return make(
    "div",
    {},
    make(
      "form",
      { onsubmit: add },
      field("name", t("name"), { required: true }),
      select("kin", t("kin"), [{ value: "", label: t("choose") }, ...question.choices], "", { required: true }),
      field("born", t("born"), {}, t("born_hint")),
      make("p", { class: "buttons" }, make("button", { type: "submit", class: "first" }, t("add"))),
    ),
    app.talk?.people.length ? make("p", { class: "buttons" }, button(t("nobody_else"), () => answer("nobody"))) : null,
  );
}

/** @param {Question} question */
function same({ persons }) {
  /** @param {string[]} names */
  const chosen = (names) =>
    told("answer_each", { told: Object.fromEntries(persons.map((name) => [name, names.includes(name) ? "yes" : "no"])) });
  if (persons.length === 1) {
    const yesNo = [button(t("yes"), () => chosen(persons)), button(t("no"), () => chosen([]))];
    return make("ul", { class: "choices" }, ...yesNo.map((one) => make("li", {}, one)));
  }
  const submit = (/** @type {Event} */ event) => {
    const form = prevented(event);
    return chosen(persons.filter((_, number) => form.querySelector(`#person-${number}:checked`)));
  };
  const boxes = persons.map((name, number) =>
    make("div", { class: "box" }, make("input", { type: "checkbox", id: `person-${number}` }), make("label", { for: `person-${number}` }, name)),
  );
  return make(
    "form",
    { onsubmit: submit },
    make("p", { class: "buttons" }, button(t("for_all"), () => chosen(persons)), button(t("for_none"), () => chosen([]))),
    make("fieldset", {}, make("legend", {}, t("only_for")), ...boxes),
    make("p", { class: "buttons" }, make("button", { type: "submit", class: "first" }, t("next"))),
  );
}

/** @param {Question} question */
function each({ persons, choices }) {
  const options = [...choices, { value: "?", label: t("unknown") }];
  const ofAll = (/** @type {string} */ value) => told("answer_each", { told: Object.fromEntries(persons.map((name) => [name, value])) });
  const submit = (/** @type {Event} */ event) => {
    const given = new FormData(prevented(event));
    return told("answer_each", { told: Object.fromEntries(persons.map((name, number) => [name, String(given.get(`of-${number}`))])) });
  };
  const rows = persons.map((name, number) =>
    make(
      "fieldset",
      { class: "each" },
      make("legend", {}, name),
      ...options.map(({ value, label }, option) =>
        make(
          "div",
          { class: "box" },
          make("input", { type: "radio", name: `of-${number}`, id: `of-${number}-${option}`, value, required: true }),
          make("label", { for: `of-${number}-${option}` }, label),
        ),
      ),
    ),
  );
  const quick = choices.length === 2 && choices[1].value === "no";
  return make(
    "form",
    { onsubmit: submit },
    quick ? make("p", { class: "buttons" }, button(t("for_all"), () => ofAll("yes")), button(t("for_none"), () => ofAll("no"))) : null,
    ...rows,
    make("p", { class: "buttons" }, make("button", { type: "submit", class: "first" }, t("next"))),
  );
}

/** @type {Record<Question["kind"], (question: Question) => HTMLElement>} */
const FORMS = { person, same, each, choice: buttons, day: line, amount: line, text: line };

function finished() {
  return [
    make("h1", {}, t("all_asked")),
    ...(app.talk?.closing ?? []).map((text) => make("p", {}, text)),
    make("p", { class: "buttons" }, button(t("see_final"), () => go("answer"), { class: "first" }), button(t("back"), () => answer("back"))),
    ...(app.talk?.more ? [make("p", {}, app.talk.more), make("p", { class: "buttons" }, button(t("ask_more"), () => told("go_on", {})))] : []),
  ];
}

views.overview = () => {
  const { talk } = app;
  if (!talk) return go("start");
  const headings = [...new Set(talk.answers.map(({ heading }) => heading))];
  const change = (/** @type {number} */ number) => answer(`change ${number}`);
  return [
    make("h1", {}, t("overview")),
    talk.answers.length ? null : make("p", {}, t("no_answers")),
    ...headings.flatMap((heading) => [
      heading ? make("h2", {}, heading) : null,
      make(
        "dl",
        { class: "answers" },
        ...talk.answers
          .filter((one) => one.heading === heading)
          .map(({ number, label, said, person: named }) =>
            make(
              "div",
              {},
              make("dt", {}, label),
              make("dd", {}, said),
              make(
                "dd",
                {},
                button(t("change"), () => change(number), { "aria-label": t("change_of", { label }), class: "quiet" }),
                named ? button(t("rename"), (event) => otherName(named, event), { "aria-label": t("rename_of", { label }), class: "quiet" }) : null,
              ),
            ),
          ),
      ),
    ]),
    make(
      "p",
      { class: "buttons" },
      button(t("go_on"), () => go("asking"), { class: "first" }),
      talk.people.length ? button(t("add_person"), () => told("name_more", {})) : null,
    ),
  ];
};

/**
 * Put a form for another name in the place of what is told of a person.
 * @param {string} name
 * @param {Event} event
 */
function otherName(name, event) {
  const row = /** @type {HTMLElement} */ (/** @type {HTMLElement} */ (event.currentTarget).closest("div"));
  const renamed = (/** @type {Event} */ submitted) => {
    prevented(submitted);
    return tried(async () => {
      const { not_renamed: refused, ...talk } = await python("rename", { name, new: valueOf("new-name") });
      if (refused) return say(refused);
      take(talk);
      app.unsaved = true;
      await go("overview");
      say(talk.noted);
    });
  };
  const form = make(
    "form",
    { onsubmit: renamed },
    field("new-name", t("new_name", { name }), { value: name, required: true }),
    make("p", { class: "buttons" }, make("button", { type: "submit", class: "first" }, t("change")), button(t("keep_answer"), () => go("overview"))),
  );
  row.replaceChildren(make("dt", {}, name), make("dd", { class: "wide" }, form));
  document.getElementById("new-name")?.focus();
}
