/* Shows mail as it comes: asks how the mailbox stands and, when it stands otherwise, fetches the list again.
   A tab that nobody looks at does not ask. Without JavaScript the page shows what was there when it was opened. */

const EVERY_MS = 1_500;

export default class LiveInbox {
  constructor(list) {
    this.list = list;
    this.told = document.getElementById(list.dataset.told);
    document.addEventListener("visibilitychange", () => this.ask());
    this.wait();
  }

  wait() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), EVERY_MS);
  }

  async ask() {
    if (!document.hidden && !this.asking) {
      this.asking = true;
      try {
        await this.look();
      } catch {
        // No connection just now: the next time will do.
      }
      this.asking = false;
    }
    this.wait();
  }

  async look() {
    const answer = await fetch(this.list.dataset.news, { headers: { Accept: "application/json" } });
    if (!answer.ok) {
      return;
    }
    const { count, unread, newest } = await answer.json();
    const { dataset } = this.list;
    if ([count, unread, newest].join() === [dataset.count, dataset.unread, dataset.newest].join()) {
      return;
    }
    if (dataset.count === "0" || count === 0) {
      location.reload(); // the first mail brings the search, the last takes it away
      return;
    }
    const came = newest > Number(dataset.newest);
    await this.fetchList();
    Object.assign(dataset, { count, unread, newest });
    if (came) {
      this.told.textContent = "";
      this.told.textContent = dataset.says;
    }
  }

  async fetchList() {
    const page = await (await fetch(location.href)).text();
    const fresh = new DOMParser().parseFromString(page, "text/html").getElementById(this.list.id);
    const focused = this.list.contains(document.activeElement) ? document.activeElement : null;
    const way = focused?.getAttribute("href") ?? focused?.getAttribute("formaction");
    this.list.replaceChildren(...fresh.childNodes);
    if (way) {
      this.list.querySelector(`[href="${CSS.escape(way)}"], [formaction="${CSS.escape(way)}"]`)?.focus();
    }
  }
}
