/* Shows the result of something final with its number and OK (J15), once: the address then forgets that it is
   new, so that reloading or going back shows only the page, which says the same. */

export default class ResultDialog {
  constructor(dialog) {
    dialog.querySelector("[data-ok]").addEventListener("click", () => dialog.close());
    history.replaceState(history.state, "", location.pathname);
    dialog.showModal();
  }
}
