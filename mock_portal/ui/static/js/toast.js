/* A notice of what was just done is also shown at the edge of the window for a while (J23). */

const SHOWN_MS = 6_000;

export default class Toast {
  constructor() {
    for (const notice of document.querySelectorAll("main .notice[role=status]")) {
      this.show(notice.textContent.trim());
    }
  }

  show(words) {
    const toast = document.createElement("div");
    toast.className = "toast-note";
    toast.setAttribute("aria-hidden", "true"); // the notice itself has been read out
    toast.textContent = words;
    document.body.append(toast);
    setTimeout(() => toast.remove(), SHOWN_MS);
  }
}
