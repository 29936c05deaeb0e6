/* Warns before a form with something typed is left without sending it (J21). The browser's own words ask. */

export default class UnsavedChanges {
  constructor(form) {
    this.form = form;
    this.sent = false;
    this.before = this.typed();
    form.addEventListener("submit", () => (this.sent = true), { capture: true });
    window.addEventListener("beforeunload", (event) => this.onLeave(event));
  }

  typed() {
    return new URLSearchParams([...new FormData(this.form)].filter(([, value]) => typeof value === "string")).toString();
  }

  onLeave(event) {
    if (!this.sent && this.typed() !== this.before) {
      event.preventDefault();
    }
  }
}
