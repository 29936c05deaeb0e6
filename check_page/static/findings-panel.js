/* The findings of one file: filtered by severity, code or text; the chosen one in full, with its places. */

import ChoiceList from "./choice-list.js";
import { badge, element, filled, whereIs } from "./element.js";
import FindingDetail from "./finding-detail.js";

const SEVERITIES = ["file", "error", "warning", "info"];
const ROW_HEIGHT = 56;
const PLACE_HEIGHT = 32;
const MOST_PLACES = 20_000; // of all findings together: each is described, four thousand in about a second

export default class FindingsPanel {
  /* `went(place, finding)` is told where to go, `opened` that the lines are wanted; `allPlaces(code)` asks for all. */
  constructor(words, { went, opened, explain, allPlaces }) {
    Object.assign(this, { words, went, explain, allPlaces });
    this.box = element("section", "findings-panel");
    this.box.setAttribute("aria-label", words.findings);
    this.severity = this.chooser();
    this.search = document.createElement("input");
    this.search.type = "search";
    this.search.className = "form-control";
    this.count = element("p", "hint");
    this.count.setAttribute("role", "status");
    this.list = new ChoiceList(words.findings, ROW_HEIGHT, {
      draw: (finding) => this.row(finding),
      chosen: (finding, byItself) => this.choose(finding, byItself),
      opened,
    });
    this.places = new ChoiceList(words.places, PLACE_HEIGHT, {
      draw: (place) => [element("span", "choice-line", `${whereIs(place, this.finding.field, words)}  ${place.found ?? ""}`)],
      chosen: (place) => this.choosePlace(place, false),
      opened,
    });
    this.places.box.classList.add("place-list");
    this.detail = new FindingDetail(words);
    this.box.append(this.filters(), this.count, this.list.box);
    this.severity.addEventListener("change", () => this.filter());
    this.search.addEventListener("input", () => this.filter());
  }

  chooser() {
    const chooser = element("select", "form-select");
    chooser.append(new Option(this.words.all, ""));
    for (const severity of SEVERITIES) {
      chooser.append(new Option(this.words[`severity.${severity}`], severity));
    }
    return chooser;
  }

  filters() {
    const bar = element("div", "finding-filters");
    for (const [words, field] of [[this.words.severity, this.severity], [this.words.search, this.search]]) {
      const label = element("label", "", words);
      label.htmlFor = field.id = `finding-filter-${bar.children.length}`;
      const part = element("div");
      part.append(label, field);
      bar.append(part);
    }
    return bar;
  }

  show(report) {
    this.findings = report.findings;
    this.severity.value = "";
    this.search.value = "";
    this.filter();
  }

  filter() {
    const wanted = this.search.value.trim().toLowerCase();
    const shown = this.findings.filter(
      (finding) =>
        (this.severity.value === "" || finding.severity === this.severity.value) &&
        (wanted === "" || textOf(finding).includes(wanted)),
    );
    this.finding = undefined;
    this.places.show([]);
    this.detail.clear();
    this.list.show(shown);
    this.list.choose(0, true);
    this.count.textContent =
      this.findings.length === 0
        ? this.words.none
        : shown.length === 0
          ? this.words.none_shown
          : filled(this.words.shown, { count: shown.length, all: this.findings.length });
  }

  row(finding) {
    const top = element("span", "choice-line");
    const severity = this.words[`severity.${finding.severity}`];
    top.append(badge(finding.severity, `${severity} ${finding.code}`), " ", finding.title);
    const count = finding.places > 1 ? `, ${filled(this.words.place_count, { count: finding.places })}` : "";
    return [top, element("span", "choice-line quiet", whereIs(finding, finding.field, this.words) + count)];
  }

  choose(finding, byItself) {
    this.finding = finding;
    this.detail.besides.replaceChildren(...(finding.places > 1 ? this.placesOf(finding) : []));
    this.choosePlace(finding.at[0], byItself);
    this.explain().then((known) => this.detail.explain(known));
  }

  choosePlace(place, byItself) {
    this.detail.show(this.finding, place);
    this.went(place, this.finding, byItself);
  }

  placesOf(finding) {
    this.places.show(finding.at, 0);
    const rest = finding.places - finding.at.length;
    if (rest === 0) {
      return [this.places.box];
    }
    if (this.findings.reduce((sum, each) => sum + each.places, 0) > MOST_PLACES) {
      const facts = { count: finding.at.length, all: finding.places };
      return [this.places.box, element("p", "hint", filled(this.words.and_more, facts))];
    }
    const button = element("button", "btn btn-outline-primary", filled(this.words.show_all, { count: finding.places }));
    button.type = "button";
    button.addEventListener("click", async () => {
      button.disabled = true;
      const all = await this.allPlaces(finding);
      if (all && this.finding === finding) {
        finding.at = all.at;
        this.places.show(finding.at, this.places.index);
        this.places.box.focus();
        button.remove();
      }
      button.disabled = false;
    });
    return [this.places.box, button];
  }
}

function textOf(finding) {
  const parts = [finding.code, finding.title, finding.message, finding.employee, finding.found, finding.expected];
  return parts.filter(Boolean).join(" ").toLowerCase();
}
