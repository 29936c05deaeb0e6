/* A button beside a password field that shows and hides what was typed. It is made here, so that without
   scripts there is no button that does nothing. */

export default class ShowPassword {
  constructor(field) {
    this.words = field.dataset;
    this.input = field.querySelector("input");
    this.button = document.createElement("button");
    this.button.type = "button";
    this.button.className = "btn btn-outline-primary";
    this.button.setAttribute("aria-controls", this.input.id);
    this.button.addEventListener("click", () => this.show(this.input.type === "password"));
    this.input.after(this.button);
    this.show(false);
    // What is sent must never be remembered as ordinary text by the browser.
    this.input.form?.addEventListener("submit", () => this.show(false));
  }

  show(visible) {
    this.input.type = visible ? "text" : "password";
    this.button.textContent = visible ? this.words.hide : this.words.show;
    this.button.setAttribute("aria-label", visible ? this.words.hideLabel : this.words.showLabel);
    this.button.setAttribute("aria-pressed", String(visible));
  }
}
