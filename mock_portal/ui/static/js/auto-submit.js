/* Sends a form as soon as the page is there (J18): to the bank, and home from it. Without JavaScript, or when
   the payer came back to the page, the form's own button sends it. */

export default class AutoSubmit {
  constructor(form) {
    const [entry] = performance.getEntriesByType("navigation");
    if (entry?.type === "back_forward") {
      return; // who pressed Back wants to read this page, not to be sent off again
    }
    form.setAttribute("aria-busy", "true");
    form.requestSubmit();
  }
}
