/* Filters the findings in place. Without it each choice is a page of its own, with the same address. */

export default class FindingsFilter {
  constructor(section) {
    this.links = [...section.querySelectorAll("nav a[data-severity]")];
    this.rows = [...section.querySelectorAll("tbody tr[data-severity]")];
    // A page that was opened filtered holds only those rows: there the links must ask the server.
    if (this.links.some((link) => link.dataset.severity === "" && link.hasAttribute("aria-current"))) {
      section.addEventListener("click", (event) => this.onClick(event));
    }
  }

  onClick(event) {
    const link = event.target.closest("a[data-severity]");
    if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    event.preventDefault();
    this.show(link.dataset.severity);
    history.replaceState(null, "", link.href);
  }

  show(severity) {
    for (const row of this.rows) {
      row.hidden = severity !== "" && row.dataset.severity !== severity;
    }
    for (const link of this.links) {
      link.toggleAttribute("aria-current", link.dataset.severity === severity);
      if (link.hasAttribute("aria-current")) {
        link.setAttribute("aria-current", "true");
      }
    }
  }
}
