/* A menu of the header closes with Escape and when the reader goes elsewhere; opening it needs no script. */

export default class HeaderMenu {
  constructor(details) {
    this.details = details;
    details.addEventListener("keydown", (event) => this.onKey(event));
    details.addEventListener("focusout", (event) => this.onLeave(event));
    document.addEventListener("click", (event) => this.onClickAnywhere(event));
  }

  onKey(event) {
    if (event.key === "Escape" && this.details.open) {
      this.details.open = false;
      this.details.querySelector("summary").focus();
    }
  }

  onLeave(event) {
    if (event.relatedTarget && !this.details.contains(event.relatedTarget)) {
      this.details.open = false;
    }
  }

  onClickAnywhere(event) {
    if (!this.details.contains(event.target)) {
      this.details.open = false;
    }
  }
}
