/* The lines of a file under the ruler of field names, a window of them at a time. */

import { element } from "./element.js";
import { lineRow, ruler } from "./line-cells.js";
import LineIndex from "./line-index.js";
import { NotAnswered } from "./sending.js";
import WindowedList from "./windowed-list.js";

const ROW_HEIGHT = 26;

export default class FileView {
  /* `hide` is what hides who is in lines, where the page hides that. */
  constructor(words, layouts, hide) {
    Object.assign(this, { words, layouts, hide });
    this.box = element("div", "file-view");
    this.box.setAttribute("role", "table");
    this.box.setAttribute("aria-label", words.lines);
    this.box.tabIndex = 0;
    this.head = element("div", "file-ruler");
    this.head.setAttribute("role", "rowgroup");
    this.box.append(this.head);
    this.window = new WindowedList(this.box, ROW_HEIGHT, (first, last) => this.rows(first, last));
    this.window.drawn = () => this.drawn();
    this.window.sizer.setAttribute("role", "presentation");
    this.window.layer.setAttribute("role", "rowgroup");
  }

  /* Shows a file; its layout is that of its report. `instead` is what is said of one that has no lines. */
  open(file, layoutName, instead = "") {
    this.layout = this.layouts[layoutName];
    this.place = undefined;
    this.index = new LineIndex(file, this.hide);
    this.instead = instead;
    this.head.replaceChildren(ruler(this.layout, this.words));
    this.box.scrollTo(0, 0);
    const index = this.index;
    if (instead) {
      this.say(index, instead);
      return;
    }
    this.read = index.read(() => this.grown(index)).catch(() => this.say(index, this.words.unreadable));
  }

  grown(index) {
    if (index !== this.index) {
      return false;
    }
    this.window.resize(index.count);
    this.box.setAttribute("aria-rowcount", String(index.count + 1));
    return true;
  }

  /* Says something in the place of the lines. */
  say(index, words) {
    if (index === this.index) {
      this.instead = words;
      this.window.resize(1);
      this.box.setAttribute("aria-rowcount", "2");
    }
  }

  async rows(first, last) {
    if (this.instead) {
      return [this.saying(this.instead)];
    }
    const { index, layout } = this;
    try {
      const lines = await index.lines(first, Math.min(last, index.count));
      return lines.map((line, offset) => {
        const number = first + offset + 1;
        return lineRow(line, number, layout, this.place?.line === number ? this.place : undefined, this.words);
      });
    } catch (error) {
      return [this.saying(error instanceof NotAnswered ? error.message : this.words.unreadable)];
    }
  }

  saying(words) {
    const row = element("div", "line-row");
    row.setAttribute("role", "row");
    const cell = element("span", "odd-line", words);
    cell.setAttribute("role", "cell");
    row.append(cell);
    return row;
  }

  /* Goes to the line and the columns of a place; the page is moved only for a choice that somebody made. */
  async goTo(place, byItself) {
    this.place = place;
    const index = this.index;
    if (place.line > index.count) {
      await this.read;
    }
    if (index !== this.index || this.place !== place) {
      return;
    }
    if (place.line === 0) {
      await this.window.show();
      return;
    }
    this.pending = { byItself };
    await this.window.reveal(place.line - 1);
  }

  /* Brings the marked columns into sight, once they are drawn. */
  drawn() {
    const mark = this.box.querySelector("mark");
    if (mark === null || this.pending === undefined) {
      return;
    }
    const { byItself } = this.pending;
    this.pending = undefined;
    this.uncover(mark);
    if (!byItself) {
      this.showRow(mark);
    }
  }

  /* Moves the line no farther than needed: a cell begins where those end that stay in sight before it. */
  uncover(mark) {
    const left = this.box.getBoundingClientRect().left;
    const at = (element) => element.getBoundingClientRect().left - left;
    const wanted = mark.closest(".line-cell") ?? mark.closest(".odd-line");
    const cells = [...mark.closest(".line-row").children];
    const before = cells.slice(0, cells.indexOf(wanted));
    const held = before.filter((each) => getComputedStyle(each).position === "sticky");
    const covered = Math.max(...held.map((each) => Number.parseFloat(getComputedStyle(each).left) + each.offsetWidth));
    const target = wanted.classList.contains("odd-line") ? mark : wanted;
    const beyond = at(target) + target.offsetWidth - this.box.clientWidth;
    if (at(target) < covered - 1) {
      this.box.scrollLeft -= covered - at(target);
    } else if (beyond > 0) {
      const first = before.find((each) => !held.includes(each) && at(each) - covered >= beyond) ?? target;
      this.box.scrollLeft += Math.min(at(first) - covered, at(target) - covered);
    }
  }

  /* Brings the row onto the screen without moving the line sideways again. */
  showRow(mark) {
    mark.closest(".line-row").querySelector(".line-number").scrollIntoView({ block: "nearest", inline: "nearest" });
  }
}
