/* Tells the other tabs that share the session that it is over: this page came after its end (see
   session-countdown.js). Employers and officers have channels of their own. */

export default class SessionOver {
  constructor(element) {
    const otherTabs = new BroadcastChannel(element.dataset.channel);
    otherTabs.postMessage({ over: true });
    otherTabs.close();
  }
}
