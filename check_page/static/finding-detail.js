/* A finding in full, at one of its places: what is wrong there and how to mend it, why, and room for what
   stands below. */

import { element } from "./element.js";

export default class FindingDetail {
  constructor(words) {
    this.words = words;
    this.box = element("div", "finding-detail");
    this.told = element("div");
    this.besides = element("div");
    this.box.append(this.told, this.besides);
    this.known = {};
  }

  clear() {
    this.finding = undefined;
    this.told.replaceChildren();
    this.besides.replaceChildren();
  }

  show(finding, place) {
    this.finding = finding;
    this.place = place;
    this.told.replaceChildren(
      element("h3", "", finding.title),
      element("p", "", place.message),
      this.facts(finding, place),
    );
  }

  /* Why each check is, by its code, once that is known. */
  explain(known) {
    this.known = known;
    if (this.finding !== undefined) {
      this.show(this.finding, this.place);
    }
  }

  facts(finding, place) {
    const { words } = this;
    const facts = element("dl");
    facts.append(
      ...fact(words.line, finding.places > 1 && place.line ? place.line.toLocaleString("en") : ""),
      ...fact(words.employee, place.employee),
      ...fact(words.found, place.found),
      ...fact(words.expected, place.expected),
      ...fact(words.mend, place.mend),
      ...fact(words.source, words[`source.${finding.source}`] ?? finding.source),
      ...fact(words.why, this.known[finding.code]?.why),
    );
    return facts;
  }
}

function fact(label, text) {
  return text ? [element("dt", "", label), element("dd", "", text)] : [];
}
