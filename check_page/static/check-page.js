/* The checker as a page: files in, each checked in turn, what was found shown beside the file's lines. */

import { download } from "./downloading.js";
import { filled } from "./element.js";
import Intake from "./intake.js";
import Results from "./results.js";
import Sending from "./sending.js";

export default class CheckPage {
  constructor(root, entries = []) {
    this.root = root;
    this.facts = JSON.parse(root.dataset.facts);
    this.words = this.facts.words;
    this.sending = new Sending(this.facts);
    this.entries = entries.map(({ file, name }) => ({ file, name }));
    this.status = root.querySelector("[data-status]");
    this.progress = root.querySelector("[data-progress]");
    this.day = root.querySelector("input[name=as_of]");
    this.results = new Results(root.querySelector("[data-results]"), this.facts, {
      mend: (entry) => this.mend(entry),
      allPlaces: (entry, finding) => this.allPlaces(entry, finding),
      explain: () => this.sending.explain(),
      hide: this.facts.hide ? (lines) => this.sending.hide(lines) : undefined,
    });
    this.intake = new Intake(root.querySelector("[data-intake]"), (files, leftOut) => this.take(files, leftOut));
    this.day.addEventListener("change", () => this.again());
    this.again();
    root.dataset.started = "";
  }

  /* Takes no more files: another page takes its place. */
  end() {
    this.intake.end();
  }

  take(files, leftOut = 0) {
    this.leftOut = leftOut;
    const fresh = files.map((file) => ({ file, name: file.webkitRelativePath || file.name }));
    this.entries = fresh;
    this.results.show(this.entries);
    this.checkAll();
  }

  again() {
    for (const entry of this.entries) {
      entry.report = undefined;
      entry.problem = undefined;
    }
    this.results.show(this.entries);
    if (this.entries.length > 0) {
      this.checkAll();
    }
  }

  async checkAll() {
    const round = (this.round = Symbol("round"));
    const waiting = this.entries.filter((entry) => !entry.report);
    const all = waiting.reduce((sum, entry) => sum + entry.file.size, 0);
    let before = 0;
    this.progress.hidden = false;
    for (const [index, entry] of waiting.entries()) {
      this.say(filled(this.words.checking, { name: entry.name, number: index + 1, all: waiting.length }));
      await this.check(entry, (bytes) => this.tell(before + bytes, all));
      if (round !== this.round) {
        return; // other files came meanwhile
      }
      before += entry.file.size;
      this.tell(before, all);
      this.results.refresh(entry);
    }
    this.results.done();
    this.progress.hidden = true;
    this.say(this.summary());
  }

  async check(entry, sent) {
    if (entry.file.size > this.facts.limit) {
      entry.problem = filled(this.words.too_large, { name: entry.name, size: this.facts.limit / 1_000_000 });
      return;
    }
    try {
      entry.report = await this.sending.check(entry.file, { day: this.day.value, sent });
    } catch (error) {
      entry.problem = error.message;
    }
  }

  async mend(entry) {
    try {
      const { name, content, counts } = await this.sending.mend(entry.file, { day: this.day.value });
      const kinds = Object.entries(counts).map(([kind, count]) => `${this.words[`kind.${kind}`]} (${count})`);
      const mended = { file: new File([content], name, { type: "text/plain" }), name };
      this.entries = [...this.entries.filter((other) => other.name !== name), mended];
      this.results.show(this.entries, mended);
      await this.check(mended);
      this.results.refresh(mended);
      this.results.done();
      this.say(filled(this.words.mended, { kinds: kinds.join(", "), name }));
      // last, since a browser that begins to go elsewhere gives up what it is still asking for
      download(this.root.querySelector("[data-intake]"), this.facts.mend, entry.file);
    } catch (error) {
      this.say(error.message);
    }
  }

  async allPlaces(entry, finding) {
    const before = this.status.textContent;
    this.say(filled(this.words.checking, { name: entry.name, number: 1, all: 1 }));
    try {
      const options = { all_places: "1", select: finding.code };
      const report = await this.sending.check(entry.file, { day: this.day.value, options });
      this.say(before);
      return report.findings.find((other) => other.code === finding.code && other.field === finding.field);
    } catch (error) {
      this.say(error.message);
      return undefined;
    }
  }

  summary() {
    const count = (verdict) => this.entries.filter((entry) => entry.report?.verdict === verdict).length;
    const [first] = this.entries;
    const leftOut = this.leftOut ? ` ${filled(this.words.left_out, { count: this.leftOut })}` : "";
    if (this.entries.length === 1) {
      const verdict = first.report ? this.words[`verdict.${first.report.verdict}`] : this.words.failed;
      return filled(this.words.checked_one, { name: first.name, verdict }) + leftOut;
    }
    const counts = { valid: count("valid"), invalid: count("invalid"), unknown: count("could_not_tell") };
    return filled(this.words.checked, { all: this.entries.length, ...counts }) + leftOut;
  }

  tell(bytes, all) {
    this.progress.querySelector("progress").value = all > 0 ? bytes / all : 1;
  }

  say(words) {
    this.status.textContent = words;
  }
}
