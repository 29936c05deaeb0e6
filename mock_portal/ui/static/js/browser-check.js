/* Tries what this browser can do and writes it into the table of the page: data-check names the trial. */

const TRIALS = {
  scripts: () => true,
  modules: () => "noModule" in HTMLScriptElement.prototype,
  cookies: () => tryCookie(),
  storage: () => tryStorage(),
  dialog: () => typeof HTMLDialogElement === "function" && "showModal" in HTMLDialogElement.prototype,
  popover: () => "popover" in HTMLElement.prototype,
  fetch: () => typeof fetch === "function",
  download: () => "download" in HTMLAnchorElement.prototype,
  pdf: () => navigator.pdfViewerEnabled !== false,
};

export default class BrowserCheck {
  constructor(frame) {
    const { yes, no, all, lacks, says } = frame.dataset;
    const answers = [...frame.querySelectorAll("[data-check]")].map((cell) => {
      const can = attempt(TRIALS[cell.dataset.check]);
      cell.textContent = can ? yes : no;
      return can;
    });
    document.getElementById(says).textContent = answers.every(Boolean) ? all : lacks;
  }
}

function attempt(trial) {
  try {
    return trial();
  } catch {
    return false; // a browser that forbids it throws
  }
}

function tryCookie() {
  const name = "assist_browser_check";
  document.cookie = `${name}=1; SameSite=Lax; Path=/`;
  const kept = document.cookie.includes(name);
  document.cookie = `${name}=; Max-Age=0; SameSite=Lax; Path=/`;
  return kept;
}

function tryStorage() {
  const name = "assist-browser-check";
  localStorage.setItem(name, "1");
  const kept = localStorage.getItem(name) === "1";
  localStorage.removeItem(name);
  return kept;
}
