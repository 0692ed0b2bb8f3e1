// @ts-check
// Shows the rows of a table that fit what was chosen above it. Without it all rows are shown, and no choices.

/** @type {HTMLFormElement | null} */
const choices = document.querySelector("form[data-filter]");
/** @type {HTMLOutputElement | null} */
const count = document.querySelector("form[data-filter] output");
/** @type {NodeListOf<HTMLTableRowElement>} */
const rows = document.querySelectorAll("tr[data-relation]");

/** Show the rows that fit, and say how many they are. */
function show() {
  if (!choices || !count) return;
  const chosen = [...new FormData(choices)].filter(([, value]) => value !== "");
  let shown = 0;
  for (const row of rows) {
    row.hidden = !chosen.every(([name, value]) => row.dataset[name] === value);
    shown += row.hidden ? 0 : 1;
  }
  count.value = (count.dataset.words ?? "").replace("{shown}", String(shown));
}

if (choices) {
  choices.hidden = false;
  choices.addEventListener("input", show);
  // What was chosen before a reload is put back by some browsers, and a reset takes effect after the event.
  choices.addEventListener("reset", () => setTimeout(show));
  choices.addEventListener("submit", (event) => event.preventDefault());
  show();
}
