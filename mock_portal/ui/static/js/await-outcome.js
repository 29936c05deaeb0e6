/* Asks now and then whether a payment has moved on, and shows the page anew when it has (J18). It stops after a
   minute: an open page must not keep a session alive for ever. */

const EVERY_MS = 3_000;
const TIMES = 20;

export default class AwaitOutcome {
  constructor(element) {
    this.address = element.dataset.address;
    this.state = element.dataset.state;
    this.left = TIMES;
    this.wait();
  }

  wait() {
    if (this.left > 0) {
      this.left -= 1;
      setTimeout(() => this.ask(), EVERY_MS);
    }
  }

  async ask() {
    try {
      const answer = await fetch(this.address, { headers: { Accept: "application/json" } });
      if (answer.ok && (await answer.json()).state !== this.state) {
        location.reload();
        return;
      }
    } catch {
      // No connection just now: ask again later. Requery on the page does the same by hand.
    }
    this.wait();
  }
}
