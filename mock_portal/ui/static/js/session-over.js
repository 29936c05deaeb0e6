/* Tells the other tabs that the session is over: this page came after its end (see session-countdown.js). */

export default class SessionOver {
  constructor() {
    const otherTabs = new BroadcastChannel("assist-session");
    otherTabs.postMessage({ over: true });
    otherTabs.close();
  }
}
