// @ts-check
/** Small things that all parts of the page use: words, elements, what is said to a reader. */

/** @type {Record<string, Record<string, string>>} */
const words = JSON.parse(/** @type {HTMLElement} */ (document.getElementById("texts")).textContent ?? "{}");
/** @type {{ lang: string }} */
export const speaking = { lang: "nl" };

/**
 * Give a text of the page in the language of now.
 * @param {string} name
 * @param {Record<string, string | number>} [filled] What stands between its braces.
 */
export function t(name, filled = {}) {
  return words[name][speaking.lang].replace(/\{(\w+)\}/g, (_, key) => String(filled[key]));
}

/**
 * Make an element.
 * @param {string} tag
 * @param {Record<string, any>} [about] Its attributes; what begins with "on" is listened to.
 * @param {...(Node | string | null)} inside
 * @returns {HTMLElement}
 */
export function make(tag, about = {}, ...inside) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(about)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, String(value));
  }
  made.append(...inside.filter((part) => part !== null));
  return made;
}

/**
 * Make a button.
 * @param {string} label
 * @param {(event: Event) => unknown} pressed
 * @param {Record<string, any>} [about]
 */
export function button(label, pressed, about = {}) {
  return make("button", { type: "button", onclick: pressed, ...about }, label);
}

/**
 * Make a field with its label, and a hint if it has one.
 * @param {string} id
 * @param {string} label
 * @param {Record<string, any>} [about]
 * @param {string} [hint]
 */
export function field(id, label, about = {}, hint = "") {
  const described = hint ? { "aria-describedby": `${id}-hint` } : {};
  return make(
    "div",
    { class: "field" },
    make("label", { for: id }, label),
    make("input", { id, name: id, type: "text", autocomplete: "off", spellcheck: "false", ...described, ...about }),
    hint ? make("p", { id: `${id}-hint`, class: "hint" }, hint) : null,
  );
}

/**
 * Make a list to choose from, with its label.
 * @param {string} id
 * @param {string} label
 * @param {{ value: string, label: string }[]} choices
 * @param {string} chosen
 * @param {Record<string, any>} [about]
 */
export function select(id, label, choices, chosen, about = {}) {
  const options = choices.map(({ value, label: said }) => make("option", { value, selected: value === chosen }, said));
  return make("div", { class: "field" }, make("label", { for: id }, label), make("select", { id, name: id, ...about }, ...options));
}

/**
 * Show a view: its heading has the focus, so that a screen reader begins there.
 * @param {(Node | string | null)[]} inside The heading, and what stands under it.
 */
export function show(inside) {
  const main = /** @type {HTMLElement} */ (document.getElementById("main"));
  const heading = /** @type {HTMLElement} */ (inside[0]);
  heading.setAttribute("tabindex", "-1");
  main.replaceChildren(...inside.filter((part) => part !== null));
  heading.focus();
  scrollTo(0, 0);
}

/**
 * Say something to who hears the page, and to who sees it.
 * @param {string} text
 */
export function say(text) {
  /** @type {HTMLElement} */ (document.getElementById("said")).textContent = text;
}

/**
 * Say no more what was said, if nothing else has been said since.
 * @param {string} text
 */
export function unsay(text) {
  if (document.getElementById("said")?.textContent === text) say("");
}

/**
 * Give the value of a field.
 * @param {string} id
 */
export function valueOf(id) {
  return /** @type {HTMLInputElement | HTMLSelectElement} */ (document.getElementById(id)).value;
}
