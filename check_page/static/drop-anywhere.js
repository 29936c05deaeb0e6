/* Files that are dropped anywhere on the page: one that falls beside the box would otherwise be opened by the
   browser, in the place of what was found. */

export default class DropAnywhere {
  /* `dropped(transfer)` is told what fell; what the form shows while files are held over the page is in it. */
  constructor(form, dropped) {
    this.form = form;
    this.ending = new AbortController();
    this.listen("dragover", () => this.show(true));
    this.listen("drop", ({ dataTransfer }) => {
      this.show(false);
      dropped(dataTransfer);
    });
    const { signal } = this.ending;
    // between two elements of the page it leaves one for the other
    addEventListener("dragleave", ({ relatedTarget }) => relatedTarget ?? this.show(false), { signal });
  }

  /* Text that is dragged from one field into another is left to the browser. */
  listen(kind, act) {
    const taken = (event) => {
      if (event.dataTransfer?.types.includes("Files")) {
        event.preventDefault();
        act(event);
      }
    };
    addEventListener(kind, taken, { signal: this.ending.signal });
  }

  show(isOver) {
    this.form.querySelector("[data-drop]").classList.toggle("is-over", isOver);
    this.form.querySelector("[data-drop-sign]").hidden = !isOver;
  }

  end() {
    this.ending.abort();
  }
}
