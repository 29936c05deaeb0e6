/* The list of the files, filtered by what was found; those that need somebody come first once all are checked. */

import ChoiceList from "./choice-list.js";
import { badge, element } from "./element.js";

const ROW_HEIGHT = 40;
const STATES = ["invalid", "could_not_tell", "failed", "valid"]; // in the order in which they need somebody

export default class FileList {
  /* `chosen(entry, byItself)` is told of a choice, `opened` that the findings are wanted. */
  constructor(words, { chosen, opened }) {
    this.words = words;
    this.entries = [];
    this.wanted = "";
    this.list = new ChoiceList(words.files, ROW_HEIGHT, {
      draw: (entry) => [element("span", "choice-name", entry.name), this.badgeOf(entry)],
      chosen,
      opened,
    });
    this.list.box.classList.add("file-list");
    this.filters = element("fieldset", "file-filters");
    this.filters.append(element("legend", "", words.files_shown));
    this.counts = new Map(["", ...STATES].map((state) => [state, this.filter(state)]));
    this.box = element("div");
    this.box.append(this.filters, this.list.box);
  }

  /* One of the filters; gives the text that says how many files it has. */
  filter(state) {
    const label = element("label", "file-filter");
    const input = element("input");
    const text = element("span");
    Object.assign(input, { type: "radio", name: "file-filter", checked: state === "" });
    input.addEventListener("change", () => this.want(state));
    label.append(input, text);
    this.filters.append(label);
    return { label, input, text };
  }

  /* The files in their order, all of them, of which one is shown; the list is for several. */
  show(entries, shown) {
    this.entries = entries;
    this.wanted = "";
    this.counts.get("").input.checked = true;
    this.box.hidden = entries.length < 2;
    this.draw(shown);
  }

  /* Something was found out about a file. */
  refresh(shown) {
    if (this.wanted === "") {
      this.count();
      this.list.window.ask();
    } else {
      this.draw(shown);
    }
  }

  /* Brings those that need somebody to the top; gives the first in the list. */
  arrange(shown) {
    this.entries = [...this.entries].sort((one, other) => needOf(one) - needOf(other));
    this.draw(shown);
    return this.list.items[0];
  }

  /* Marks a file as the one that is shown. */
  mark(entry) {
    this.list.index = this.list.items.indexOf(entry);
    this.list.window.reveal(Math.max(this.list.index, 0));
  }

  want(state) {
    const shown = this.list.items[this.list.index];
    this.wanted = state;
    this.draw(shown);
    if (this.list.index < 0) {
      this.list.choose(0);
    }
  }

  draw(shown) {
    const entries = this.entries.filter((each) => this.wanted === "" || stateOf(each) === this.wanted);
    this.count();
    this.list.show(entries, entries.indexOf(shown));
    this.list.window.reveal(Math.max(this.list.index, 0));
  }

  count() {
    for (const [state, { label, input, text }] of this.counts) {
      const count = this.entries.filter((each) => state === "" || stateOf(each) === state).length;
      const name = { "": this.words.all, failed: this.words.failed }[state] ?? this.words[`verdict.${state}`];
      text.textContent = `${name} (${count.toLocaleString("en")})`;
      input.disabled = count === 0;
      label.hidden = count === 0 && state === "failed";
    }
  }

  badgeOf(entry) {
    const state = stateOf(entry);
    return badge(state, this.words[`verdict.${state}`] ?? this.words[state]);
  }
}

function stateOf({ report, problem }) {
  return report?.verdict ?? (problem ? "failed" : "waiting");
}

/* Lower for what needs somebody more: among valid files, those with warnings. */
function needOf(entry) {
  return STATES.indexOf(stateOf(entry)) * 2 + (entry.report?.summary.warning ? 0 : 1);
}
