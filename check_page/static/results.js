/* What the page shows of checked files: the list of them, and of the chosen one its findings beside its lines. */

import { element, filled, ringgit, whereIs } from "./element.js";
import FileList from "./file-list.js";
import FileView from "./file-view.js";
import FindingsPanel from "./findings-panel.js";
import PrintSheet from "./print-sheet.js";

const NOT_TEXT = "FL02";

export default class Results {
  /* `acts` has what can be asked of a file: mend(entry), allPlaces(entry, finding), explain(), and hide(lines) where
     the page hides who is in them. */
  constructor(box, { words, layouts }, acts) {
    this.box = box;
    this.words = words;
    this.acts = acts;
    this.entries = [];
    this.isPicked = false;
    this.files = new FileList(words, {
      chosen: (entry, byItself) => this.choose(entry, byItself),
      opened: () => this.panel.list.box.focus(),
    });
    this.view = new FileView(words, layouts, acts.hide);
    this.panel = new FindingsPanel(words, {
      went: (place, finding, byItself) => this.went(place, finding, byItself),
      opened: () => this.view.box.focus(),
      explain: () => acts.explain(),
      allPlaces: (finding) => acts.allPlaces(this.chosen, finding),
    });
    this.heading = element("h2");
    this.facts = element("p", "quiet");
    this.due = element("p");
    this.place = element("p", "hint");
    this.place.setAttribute("role", "status");
    this.buttons = element("div", "buttons no-print");
    const beside = element("div", "beside");
    const lines = element("div", "lines-part");
    lines.append(this.place, this.view.box);
    beside.append(this.panel.box, lines, this.panel.detail.box);
    this.sheet = new PrintSheet(words, (report) => [this.factsOf(report), this.dueOf(report.totals)]);
    box.replaceChildren(this.files.box, this.heading, this.facts, this.due, this.buttons, beside, this.sheet.box);
    addEventListener("beforeprint", () => this.sheet.fill(this.entries));
  }

  /* The files of the page in their order; `picked` is shown, else the first that is checked. */
  show(entries, picked) {
    this.entries = entries;
    this.chosen = picked ?? entries.find((entry) => entry === this.chosen);
    this.isPicked = this.chosen !== undefined && (picked !== undefined || this.isPicked);
    this.box.hidden = entries.length === 0;
    this.files.show(entries, this.chosen);
  }

  refresh(entry) {
    this.files.refresh(this.chosen);
    if (this.chosen === undefined || this.chosen === entry) {
      this.open(entry);
    }
  }

  /* All files are checked: those that need somebody come first, and one is opened where nobody chose any. */
  done() {
    const first = this.files.arrange(this.chosen);
    if (!this.isPicked && first !== undefined && first !== this.chosen) {
      this.open(first);
    }
  }

  choose(entry, byItself) {
    this.isPicked ||= !byItself;
    this.open(entry);
  }

  open(entry) {
    this.chosen = entry;
    this.files.mark(entry);
    this.heading.replaceChildren(entry.name, " ", this.files.badgeOf(entry));
    this.place.textContent = "";
    const { report } = entry;
    this.facts.textContent = report ? this.factsOf(report) : (entry.problem ?? "");
    this.due.textContent = report?.totals.total ? this.dueOf(report.totals) : "";
    this.buttons.replaceChildren(...(report ? this.buttonsOf(entry) : []));
    const isText = !report?.findings.some(({ code }) => code === NOT_TEXT);
    this.view.open(entry.file, report?.layout, isText ? "" : this.words.no_lines);
    this.panel.box.hidden = this.panel.detail.box.hidden = !report;
    if (report) {
      this.panel.show(report);
    }
  }

  factsOf(report) {
    const { words } = this;
    const months = report.months.map((month) => month.split("-").reverse().join("/"));
    const errors = report.summary.file + report.summary.error;
    return [
      report.layout ?? words.unknown_layout,
      filled(words.records, { count: report.records }),
      ...report.employer_codes.map((code) => filled(words.employer, { code })),
      ...months,
      filled(words.counts, { errors, warnings: report.summary.warning }),
    ].join(", ");
  }

  dueOf({ total, acr, ecr }) {
    return filled(this.words.total, { total: ringgit(total), acr: ringgit(acr), ecr: ringgit(ecr) });
  }

  buttonsOf(entry) {
    const print = this.button(this.words.print, "btn btn-outline-primary", () => window.print());
    if (!entry.report.findings.some((finding) => finding.fixable)) {
      return [print];
    }
    return [this.button(this.words.mend_file, "btn btn-primary", () => this.acts.mend(entry)), print];
  }

  button(words, name, act) {
    const made = element("button", name, words);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  }

  went(place, finding, byItself) {
    this.isPicked ||= !byItself;
    const said = whereIs(place, finding.field, this.words);
    this.place.textContent = filled(this.words.went_to, { place: said });
    this.view.goTo(place, byItself);
  }
}
