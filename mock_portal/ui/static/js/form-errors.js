/* Shows the errors of a form that a script sent as the page of the portal does: each at its field, all in a
   summary above the heading, and "Error:" in the title. The words around them are in `data-problem` and
   `data-error` of an element of the form (the macro `error_words`). */

const { default: ErrorSummary } = await import(`./error-summary.js${new URL(import.meta.url).search}`);

export default class FormErrors {
  constructor(form) {
    this.form = form;
    this.words = form.querySelector("[data-problem]").dataset;
    this.heading = document.querySelector("main h1");
  }

  /* `problems` as the portal tells them: `{field, label, message}`, without a field for the whole form; and
     `kept`, which a language switch takes along so that the next page says them too. */
  show({ problems, kept }) {
    this.clear();
    if (kept) {
      this.carry(kept);
    }
    this.forgetWhatWasDone();
    for (const { field, message } of problems) {
      const control = field && document.getElementById(field);
      const error = control && this.errorOf(control);
      if (error) {
        error.append(document.createElement("br"), message);
      } else if (control) {
        this.mark(control, message);
      }
    }
    this.heading.before(this.newSummary(problems));
    document.title = `${this.words.error} ${document.title}`;
    new ErrorSummary(this.summary);
  }

  /* What is no error in what was filled in, as a broken connection: beside its field alone. */
  tell(control, message) {
    this.clear();
    this.forgetWhatWasDone();
    const error = this.mark(control, message);
    error.setAttribute("role", "alert");
    error.textContent = message;
    control.focus();
  }

  /* What the page before led here with: a page that is loaded anew says it no more. */
  forgetWhatWasDone() {
    for (const notice of document.querySelectorAll("main > .notice[role=status]")) {
      notice.remove();
    }
  }

  carry(kept) {
    const carried = document.createElement("input");
    carried.type = "hidden";
    carried.name = "kept_errors";
    carried.value = kept;
    this.form.append(carried);
  }

  clear() {
    this.form.elements.namedItem("kept_errors")?.remove();
    for (const error of this.form.querySelectorAll(".field-error")) {
      this.unmark(error);
    }
    this.removeSummary();
  }

  clearField(control) {
    const error = this.errorOf(control);
    if (error) {
      this.unmark(error);
    }
    for (const link of this.summary?.querySelectorAll(`a[href="#${control.id}"]`) ?? []) {
      link.closest("li").remove();
    }
    if (!this.summary?.querySelector("li")) {
      this.removeSummary();
    }
  }

  get summary() {
    return document.querySelector("main .error-summary");
  }

  errorOf(control) {
    return document.getElementById(`${control.id}-error`);
  }

  mark(control, message) {
    const error = document.createElement("p");
    error.className = "field-error";
    error.id = `${control.id}-error`;
    error.append(this.newHiddenWord(), ` ${message}`);
    const field = control.closest(".field");
    field.classList.add("field-wrong");
    field.insertBefore(error, control);
    control.classList.add("is-invalid");
    control.setAttribute("aria-invalid", "true");
    const described = control.getAttribute("aria-describedby") ?? "";
    control.setAttribute("aria-describedby", `${described} ${error.id}`.trim());
    return error;
  }

  unmark(error) {
    const control = document.getElementById(error.id.replace(/-error$/, ""));
    const others = (control.getAttribute("aria-describedby") ?? "").split(/\s+/).filter((id) => id !== error.id);
    control.setAttribute("aria-describedby", others.join(" "));
    control.toggleAttribute("aria-describedby", others.join(" ") !== "");
    control.removeAttribute("aria-invalid");
    control.classList.remove("is-invalid");
    control.closest(".field").classList.remove("field-wrong");
    error.remove();
  }

  newHiddenWord() {
    const word = document.createElement("span");
    word.className = "visually-hidden";
    word.textContent = this.words.error;
    return word;
  }

  newSummary(problems) {
    const summary = document.createElement("div");
    summary.className = "error-summary";
    summary.setAttribute("role", "alert");
    summary.setAttribute("aria-labelledby", "error-summary-title");
    summary.tabIndex = -1;
    const title = document.createElement("h2");
    title.id = "error-summary-title";
    title.textContent = this.words.problem;
    const list = document.createElement("ul");
    list.append(...problems.map((problem) => this.newItem(problem)));
    summary.append(title, list);
    return summary;
  }

  newItem({ field, label, message }) {
    const item = document.createElement("li");
    if (!field) {
      item.textContent = message;
      return item;
    }
    const link = document.createElement("a");
    link.href = `#${field}`;
    if (label) {
      const name = document.createElement("strong");
      name.textContent = `${label}:`;
      link.append(name, " ");
    }
    link.append(message);
    item.append(link);
    return item;
  }

  removeSummary() {
    this.summary?.remove();
    const start = `${this.words.error} `;
    if (document.title.startsWith(start)) {
      document.title = document.title.slice(start.length);
    }
  }
}
