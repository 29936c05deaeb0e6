/* What is printed: every finding of every file in full, since of the lists on the screen only what is in sight
   exists. It is made when the browser is about to print. */

import { element, filled, whereIs } from "./element.js";

export default class PrintSheet {
  /* `told(report)` gives the sentences about a file. */
  constructor(words, told) {
    this.words = words;
    this.told = told;
    this.box = element("div", "print-sheet");
  }

  fill(entries) {
    this.box.replaceChildren(...entries.flatMap((entry) => this.file(entry)));
  }

  file({ name, report, problem }) {
    if (!report) {
      return [element("h2", "", name), element("p", "", problem ?? this.words.waiting)];
    }
    const heading = element("h2", "", `${name}: ${this.words[`verdict.${report.verdict}`]}`);
    const sentences = this.told(report).map((sentence) => element("p", "", sentence));
    return [heading, ...sentences, ...report.findings.map((finding) => this.finding(finding))];
  }

  finding(finding) {
    const { words } = this;
    const part = element("section");
    const severity = words[`severity.${finding.severity}`];
    const count = finding.places > 1 ? `, ${filled(words.place_count, { count: finding.places })}` : "";
    const where = whereIs(finding, finding.field, words) + count;
    part.append(element("h3", "", `${severity} ${finding.code}, ${where}: ${finding.title}`));
    part.append(element("p", "", `${finding.message} ${finding.mend}`));
    return part;
  }
}
