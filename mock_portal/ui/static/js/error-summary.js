/* Moves the focus to the summary of errors when the page opens, and from each of its links into the field. Back
   and Reload ask for such a page by its address: it answered a form, and a browser would want to send that again. */

export default class ErrorSummary {
  constructor(summary) {
    summary.addEventListener("click", (event) => this.onClick(event));
    summary.focus();
    history.replaceState(history.state, "");
  }

  onClick(event) {
    const link = event.target.closest("a[href^='#']");
    const field = link && document.getElementById(link.hash.slice(1));
    if (!field) {
      return;
    }
    event.preventDefault();
    field.scrollIntoView({ block: "center" });
    field.focus({ preventScroll: true });
  }
}
