/* A form is sent once: the second click or Enter does nothing, the button says that it is being sent. */

const AGAIN_AFTER_MS = 20_000; // an answer that never comes must not leave a dead page

export default class SubmitOnce {
  constructor(form) {
    this.form = form;
    this.words = form.dataset.sending;
    this.sent = false;
    form.addEventListener("submit", (event) => this.onSubmit(event));
    window.addEventListener("pageshow", (event) => event.persisted && this.release());
  }

  onSubmit(event) {
    if (event.defaultPrevented || event.submitter?.name === "switch_language") {
      return;
    }
    if (this.sent) {
      event.preventDefault();
      return;
    }
    this.sent = true;
    this.form.setAttribute("aria-busy", "true");
    const button = this.buttonPressed(event.submitter);
    // The button's own name and value belong to what is sent: it is disabled only after that.
    setTimeout(() => this.hold(button), 0);
    setTimeout(() => this.release(), AGAIN_AFTER_MS);
  }

  buttonPressed(submitter) {
    const seen = submitter?.classList.contains("btn") ? submitter : null;
    return seen ?? this.form.querySelector("button.btn-primary:not([disabled])");
  }

  hold(button) {
    if (button === null || !this.sent) {
      return;
    }
    this.held = { button, words: button.textContent };
    button.disabled = true;
    if (this.words) {
      button.textContent = this.words;
    }
  }

  release() {
    this.sent = false;
    this.form.removeAttribute("aria-busy");
    if (this.held) {
      this.held.button.disabled = false;
      if (this.words) {
        this.held.button.textContent = this.held.words;
      }
      this.held = undefined;
    }
  }
}
