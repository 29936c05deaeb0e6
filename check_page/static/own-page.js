/* Starts the page of `assist check --serve`, and changes its language without losing the files. */

import CheckPage from "./check-page.js";

let page = start([]);

function start(entries) {
  const started = new CheckPage(document.querySelector("[data-module=check-page]"), entries);
  document.querySelector(".language-switch").addEventListener("click", (event) => {
    event.preventDefault();
    change(event.currentTarget.href);
  });
  return started;
}

async function change(address) {
  const answer = await fetch(address).catch(() => null);
  if (!answer?.ok) {
    location.assign(address);
    return;
  }
  const other = new DOMParser().parseFromString(await answer.text(), "text/html");
  const day = page.day.value;
  other.querySelector("input[name=as_of]").value = day;
  document.documentElement.lang = other.documentElement.lang;
  document.title = other.title;
  page.end();
  document.body.replaceWith(document.adoptNode(other.body));
  history.replaceState(null, "", address);
  page = start(page.entries);
  document.querySelector(".language-switch").focus();
}
