/* The dialog before a session ends: counts down, keeps the session alive, or logs out. Every page load and
   every "Stay signed in" in one tab starts the time anew in the others; a log-out in one is told in all (see
   session-over.js). Uses Date and timers only. */

const TICK_MS = 1000;

export default class SessionCountdown {
  constructor(dialog) {
    this.dialog = dialog;
    this.warningSeconds = Number(dialog.dataset.warningSeconds);
    this.title = dialog.querySelector("h2");
    this.question = this.title.textContent;
    this.sentence = dialog.querySelector("[data-sentence-place]");
    this.problem = dialog.querySelector("[data-problem-place]");
    this.keepAliveForm = dialog.querySelector("[data-keep-alive]");
    this.logOutForm = dialog.querySelector("[data-log-out]");
    this.logInAgain = dialog.querySelector("[data-log-in-again]");
    this.beforeTheEnd = dialog.querySelector("[data-before-the-end]");
    this.here = location.pathname.replace(/^\/ms(?=\/)/, "");
    this.logInAgain.search = new URLSearchParams({ next: this.here });
    this.keepAliveForm.addEventListener("submit", (event) => this.stay(event));
    dialog.addEventListener("cancel", (event) => this.stay(event)); // Escape is a sign of life
    this.otherTabs = new BroadcastChannel(dialog.dataset.channel);
    this.otherTabs.addEventListener("message", (event) => this.heard(event.data));
    const secondsLeft = Number(dialog.dataset.secondsLeft);
    this.startAnew(secondsLeft);
    this.otherTabs.postMessage({ secondsLeft });
    document.addEventListener("visibilitychange", () => this.tick());
    setInterval(() => this.tick(), TICK_MS);
  }

  heard({ over, secondsLeft }) {
    if (over) {
      this.sayOver();
    } else {
      this.startAnew(secondsLeft);
    }
  }

  startAnew(secondsLeft) {
    this.endsAt = Date.now() + secondsLeft * 1000;
    this.over = false;
    this.title.textContent = this.question;
    this.problem.textContent = "";
    this.offer({ logIn: false });
    if (this.dialog.open) {
      this.dialog.close();
    }
  }

  /* Another tab logged out: what stands on this page can be read, and sent after a new log-in. */
  sayOver() {
    this.over = true;
    this.problem.textContent = "";
    this.title.textContent = this.dialog.dataset.overTitle;
    this.sentence.textContent = this.dialog.dataset.over;
    this.offer({ logIn: true });
    if (!this.dialog.open) {
      this.dialog.showModal();
    }
    this.logInAgain.focus();
  }

  offer({ logIn }) {
    this.logInAgain.hidden = !logIn;
    this.beforeTheEnd.hidden = logIn;
    this.keepAliveForm.hidden = logIn;
    this.logOutForm.hidden = logIn;
  }

  get secondsLeft() {
    return Math.max(0, Math.ceil((this.endsAt - Date.now()) / 1000));
  }

  tick() {
    const left = this.secondsLeft;
    if (this.over || left > this.warningSeconds) {
      return;
    }
    this.sentence.textContent = this.dialog.dataset.sentence.replace("{seconds}", String(left));
    if (!this.dialog.open) {
      this.dialog.showModal();
      this.keepAliveForm.querySelector("button").focus();
    }
    if (left === 0) {
      this.over = true;
      this.logOutForm.elements.reason.value = "expired";
      this.logOutForm.elements.next.value = this.here;
      this.logOutForm.submit();
    }
  }

  async stay(event) {
    event.preventDefault();
    try {
      const answer = await fetch(this.keepAliveForm.action, {
        method: "POST",
        headers: { Accept: "application/json" },
        body: new FormData(this.keepAliveForm),
      });
      const told = await answer.json();
      if (answer.status === 401) {
        location.assign(told.login);
        return;
      }
      if (!answer.ok) {
        throw new Error(told.error.code);
      }
      this.startAnew(told.seconds_left);
      this.otherTabs.postMessage({ secondsLeft: told.seconds_left });
      if (told.seconds_left <= this.warningSeconds) {
        this.tick(); // the longest life of a session comes to its end: nothing prolongs it
        this.problem.textContent = this.dialog.dataset.longest;
      }
    } catch {
      this.problem.textContent = this.dialog.dataset.noAnswer;
    }
  }
}
