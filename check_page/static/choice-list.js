/* A windowed list of which one row is chosen, by mouse or keys, as a list box. */

import { element } from "./element.js";
import WindowedList from "./windowed-list.js";

const keysToSteps = (page, all) => ({
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: page,
  PageUp: -page,
  End: all,
  Home: -all,
});

let made = 0;

export default class ChoiceList {
  /* `draw(item, index)` gives what stands in a row; `chosen(item, byItself)` is told of a choice. */
  constructor(label, rowHeight, { draw, chosen, opened }) {
    this.items = [];
    this.index = -1;
    this.draw = draw;
    this.chosen = chosen;
    this.id = `choice-${++made}`;
    this.box = element("div", "choice-list");
    this.box.setAttribute("role", "listbox");
    this.box.setAttribute("aria-label", label);
    this.box.tabIndex = 0;
    this.rowHeight = rowHeight;
    this.window = new WindowedList(this.box, rowHeight, (first, last) => this.rows(first, last));
    this.window.drawn = () => this.nameChosen();
    for (const layer of [this.window.sizer, this.window.layer]) {
      layer.setAttribute("role", "presentation");
    }
    this.box.addEventListener("click", (event) => {
      const row = event.target.closest("[role=option]");
      if (row !== null) {
        this.choose(Number(row.dataset.index));
      }
    });
    this.box.addEventListener("keydown", (event) => this.onKey(event, opened));
  }

  show(items, index = -1) {
    this.items = items;
    this.index = index;
    this.box.hidden = items.length === 0;
    this.window.resize(items.length);
  }

  rows(first, last) {
    return this.items.slice(first, last).map((item, offset) => {
      const index = first + offset;
      const row = element("div", "choice");
      row.id = `${this.id}-${index}`;
      row.setAttribute("role", "option");
      row.setAttribute("aria-selected", String(index === this.index));
      if (index === this.index) {
        row.setAttribute("aria-current", "true");
      }
      row.setAttribute("aria-setsize", String(this.items.length));
      row.setAttribute("aria-posinset", String(index + 1));
      row.dataset.index = String(index);
      row.style.height = `${this.rowHeight}px`;
      row.append(...this.draw(item, index));
      return row;
    });
  }

  onKey(event, opened) {
    const page = Math.max(Math.floor(this.window.view / this.rowHeight) - 1, 1);
    const step = keysToSteps(page, this.items.length)[event.key];
    if (step !== undefined) {
      event.preventDefault();
      this.choose(Math.min(Math.max(this.index + step, 0), this.items.length - 1));
    } else if (event.key === "Enter" && this.index >= 0) {
      event.preventDefault();
      opened?.();
    }
  }

  /* `byItself` is a choice that nobody made: the first of what came. */
  choose(index, byItself = false) {
    if (this.items[index] === undefined) {
      return;
    }
    this.index = index;
    this.window.reveal(index);
    this.chosen(this.items[index], byItself);
  }

  /* A chosen row that is out of sight does not exist, and must not be pointed at. */
  nameChosen() {
    const row = this.window.layer.querySelector("[aria-selected=true]");
    if (row !== null) {
      this.box.setAttribute("aria-activedescendant", row.id);
    } else {
      this.box.removeAttribute("aria-activedescendant");
    }
  }
}
