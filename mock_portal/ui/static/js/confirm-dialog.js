/* Asks before something final (J14 "Proceed for Submission?"). On a form: data-module="confirm-dialog" and
   data-confirm="id of the dialog" on the button that wants it. Put it before submit-once. The form's own action
   is the page that asks the same without JavaScript; data-confirm-action is where an agreed form goes. */

export default class ConfirmDialog {
  constructor(form) {
    this.form = form;
    form.addEventListener("submit", (event) => this.onSubmit(event), { capture: true });
  }

  onSubmit(event) {
    const button = event.submitter ?? this.form.querySelector("button[data-confirm]");
    const dialog = document.getElementById(button?.dataset.confirm ?? "");
    // What the server would refuse anyway, such as a tick that is missing, is sent to it without asking first.
    if (dialog === null || this.agreed || !this.form.checkValidity()) {
      this.agreed = false;
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    this.ask(dialog, button);
  }

  ask(dialog, button) {
    dialog.querySelector("[data-go-on]").onclick = () => {
      dialog.close();
      this.agreed = true;
      if (button.dataset.confirmAction) {
        button.formAction = button.dataset.confirmAction;
      }
      this.form.requestSubmit(button);
    };
    dialog.querySelector("[data-cancel]").onclick = () => dialog.close();
    dialog.onclose = () => button.focus();
    dialog.showModal();
  }
}
