/* Files as they come: chosen, dropped, or a whole folder, of which only the text files are taken. */

import DropAnywhere from "./drop-anywhere.js";

export default class Intake {
  /* `given(files, leftOut)` is told what came. */
  constructor(form, given) {
    this.given = given;
    const chooser = form.querySelector("input[type=file]:not([data-folder-input])");
    const folder = form.querySelector("[data-folder-input]");
    form.querySelector("[data-without-scripts]").hidden = true;
    form.querySelector("[data-with-scripts]").hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    for (const input of [chooser, folder]) {
      // the same file can be chosen again after it was mended elsewhere
      input.addEventListener("click", () => (input.value = ""));
      input.addEventListener("change", () => this.taken(input, input === folder));
    }
    form.querySelector("[data-folder]").addEventListener("click", () => folder.click());
    this.drops = new DropAnywhere(form, (transfer) => this.dropped(transfer));
  }

  /* No longer takes what is dropped: another takes its place. */
  end() {
    this.drops.end();
  }

  taken(input, isFolder) {
    const files = [...input.files];
    const wanted = isFolder ? files.filter(isText) : files;
    this.given(wanted, files.length - wanted.length);
  }

  async dropped(transfer) {
    const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    if (!entries.some((entry) => entry.isDirectory)) {
      this.given([...transfer.files], 0);
      return;
    }
    const single = [...transfer.files].filter((file, index) => entries[index]?.isFile);
    const found = (await Promise.all(entries.filter((entry) => entry.isDirectory).map(inFolder))).flat();
    const wanted = found.filter(isText);
    this.given([...single, ...wanted], found.length - wanted.length);
  }
}

const isText = (file) => file.name.toLowerCase().endsWith(".txt") && !file.name.startsWith(".");

async function inFolder(folder) {
  const reader = folder.createReader();
  const files = [];
  for (;;) {
    const entries = await new Promise((resolve, reject) => reader.readEntries(resolve, reject)).catch(() => []);
    if (entries.length === 0) {
      return files; // a reader gives a hundred at a time
    }
    for (const entry of entries) {
      if (entry.isDirectory) {
        files.push(...(await inFolder(entry)));
      } else {
        const file = await new Promise((resolve) => entry.file(resolve, () => resolve(null)));
        files.push(...(file === null ? [] : [file]));
      }
    }
  }
}
