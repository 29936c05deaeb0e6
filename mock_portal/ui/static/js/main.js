/* Starts the behaviour that an element asks for with data-module="name": the default export of ./name.js,
   a class whose constructor takes the element. `data-scripts` on the document says how far that is. */

const root = document.documentElement;
const version = new URL(import.meta.url).search;
const NAME = /^[a-z][a-z-]*$/;

root.dataset.scripts = "starting";

const started = [...document.querySelectorAll("[data-module]")].flatMap((element) =>
  element.dataset.module.split(" ").map((name) => start(name, element)),
);
await Promise.all(started);
root.dataset.scripts = "on";

async function start(name, element) {
  if (!NAME.test(name)) {
    return;
  }
  try {
    const { default: Behaviour } = await import(`./${name}.js${version}`);
    await new Behaviour(element).ready; // most are ready at once
  } catch (error) {
    // One behaviour that fails must not take the others with it; the page works without it.
    console.error(`The behaviour ${name} did not start`, error);
  }
}
