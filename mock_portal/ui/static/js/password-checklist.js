/* Ticks the rules of a new password as it is typed or pasted. The server judges; rules that only it knows, such
   as former passwords, stay as they are. Without this script the rules are a list to read. */

const CHECKS = {
  upper: (text) => /\p{Lu}/u.test(text),
  lower: (text) => /\p{Ll}/u.test(text),
  digit: (text) => /[0-9]/.test(text),
  symbol: (text) => /[^\p{L}\p{N}\s\p{C}]/u.test(text),
};

export default class PasswordChecklist {
  constructor(box) {
    this.box = box;
    this.password = document.getElementById(box.dataset.password);
    this.confirm = document.getElementById(box.dataset.confirm);
    this.ownNames = box.dataset.ownNames.toLowerCase().split(" ");
    this.count = box.querySelector("[data-count-place]");
    this.lines = [...box.querySelectorAll("[data-rule]")].filter((line) => this.knows(line.dataset.rule));
    for (const line of this.lines) {
      line.dataset.words = line.lastChild.textContent.trim();
      line.hidden = false;
    }
    for (const field of [this.password, this.confirm]) {
      field.addEventListener("input", () => this.tick());
    }
    if (this.password.value !== "") {
      this.tick(); // the browser filled it in
    }
  }

  knows(rule) {
    return rule in CHECKS || ["length", "not_own_name", "same"].includes(rule);
  }

  tick() {
    const met = this.lines.filter((line) => this.mark(line));
    const { count } = this.box.dataset;
    this.count.textContent = count.replace("{met}", met.length).replace("{all}", this.lines.length);
  }

  mark(line) {
    const isMet = this.password.value !== "" && this.isMet(line.dataset.rule);
    line.className = isMet ? "is-met" : "is-not-met";
    const said = document.createElement("span");
    said.className = "visually-hidden";
    said.textContent = isMet ? this.box.dataset.met : this.box.dataset.notMet;
    line.replaceChildren(said, ` ${line.dataset.words}`);
    return isMet;
  }

  isMet(rule) {
    const text = this.password.value;
    const length = [...text].length;
    switch (rule) {
      case "length":
        return length >= Number(this.box.dataset.shortest) && length <= Number(this.box.dataset.longest);
      case "not_own_name":
        return !this.ownNames.includes(text.toLowerCase());
      case "same":
        return text === this.confirm.value;
      default:
        return CHECKS[rule](text);
    }
  }
}
