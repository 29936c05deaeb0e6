/* NEXT reveals the password step in place: the e-mail stays, read-only, with a way back; Enter works; the
   focus moves along, and the language switch leads to the same step. Without this script NEXT posts and the server shows the second step. */

const { default: FormErrors } = await import(`./form-errors.js${new URL(import.meta.url).search}`);

export default class LoginSteps {
  constructor(form) {
    this.form = form;
    this.errors = new FormErrors(form);
    this.email = form.elements.email;
    this.emailStep = form.querySelector('[data-step="email"]');
    this.passwordStep = form.querySelector('[data-step="password"]');
    this.back = form.querySelector(".back-to-email");
    this.emailAction = form.getAttribute("action");
    this.languageSwitch = document.querySelector("button[name='switch_language']");
    this.emailSwitchAction = this.languageSwitch.getAttribute("formaction");
    this.passwordSwitchAction = this.emailSwitchAction.replace(/\/login(?=$|\?)/, "/login/password");
    form.addEventListener("submit", (event) => this.onSubmit(event), { capture: true });
    this.back.querySelector("[data-back]").addEventListener("click", () => this.show("email"));
    // A page that comes back from the browser's memory begins at its first step.
    window.addEventListener("pageshow", (event) => event.persisted && this.show("email"));
  }

  onSubmit(event) {
    const switchesLanguage = event.submitter?.name === "switch_language";
    if (switchesLanguage || !this.passwordStep.hidden || !this.looksRight()) {
      return; // the server says what is wrong with an address, in the reader's language
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    this.show("password");
  }

  looksRight() {
    return this.email.value.trim() !== "" && this.email.checkValidity();
  }

  show(step) {
    const atPassword = step === "password";
    this.passwordStep.hidden = !atPassword;
    this.back.hidden = !atPassword;
    this.emailStep.hidden = atPassword;
    this.email.readOnly = atPassword;
    for (const control of this.passwordStep.querySelectorAll("input, button")) {
      control.disabled = !atPassword;
    }
    for (const button of this.emailStep.querySelectorAll("button")) {
      button.disabled = atPassword;
    }
    this.form.setAttribute("action", atPassword ? this.passwordStep.dataset.action : this.emailAction);
    this.languageSwitch.setAttribute("formaction", atPassword ? this.passwordSwitchAction : this.emailSwitchAction);
    this.errors.clear();
    const password = this.form.elements.password;
    if (!atPassword) {
      password.value = "";
    }
    (atPassword ? password : this.email).focus();
  }
}
