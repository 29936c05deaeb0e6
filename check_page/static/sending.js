/* Sends files to the program that checks them, with what its requests have to carry. */

export class NotAnswered extends Error {}

export default class Sending {
  constructor(facts) {
    this.facts = facts;
  }

  /* The report on a file; `sent` is told of the bytes that went. */
  async check(file, { day, options = {}, sent }) {
    const address = this.address(this.facts.check, file, day, options);
    const request = await this.post(address, file, "json", sent);
    return request.response.files[0];
  }

  /* A mended file: name, content, how many places of each kind. */
  async mend(file, { day }) {
    const request = await this.post(this.address(this.facts.mend, file, day, {}), file, "blob");
    const disposition = request.getResponseHeader("Content-Disposition") ?? "";
    return {
      name: decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1] ?? "mended.txt"),
      content: request.response,
      counts: JSON.parse(request.getResponseHeader("X-Assist-Mended") ?? "{}"),
    };
  }

  /* The text of lines, given as bytes, without anybody's identity number or name. */
  async hide(lines) {
    const parts = lines.flatMap((bytes, index) => (index === 0 ? [bytes] : ["\n", bytes]));
    const request = await this.post(new URL(this.facts.hide, location.href), new Blob(parts), "json");
    return request.response.lines;
  }

  /* Why each check is, asked for once. */
  explain() {
    this.explained ??= fetch(this.facts.explain).then((answer) => (answer.ok ? answer.json() : {}));
    return this.explained.catch(() => ({}));
  }

  address(path, file, day, options) {
    const address = new URL(path, location.href);
    address.search = new URLSearchParams({
      name: file.webkitRelativePath || file.name,
      lang: this.facts.language,
      ...(day ? { as_of: day } : {}),
      ...options,
    });
    return address;
  }

  post(address, file, type, sent) {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.responseType = type;
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("Content-Type", "application/octet-stream");
    for (const [name, value] of Object.entries(this.facts.headers)) {
      request.setRequestHeader(name, value);
    }
    request.upload.addEventListener("progress", (event) => sent?.(event.loaded));
    return new Promise((resolve, reject) => {
      for (const end of ["error", "abort"]) {
        request.addEventListener(end, () => reject(new NotAnswered(this.facts.words.no_answer)));
      }
      request.addEventListener("load", async () => {
        if (request.status === 200) {
          resolve(request);
        } else {
          reject(new NotAnswered(await said(request, this.facts.words.no_answer)));
        }
      });
      request.send(file);
    });
  }
}

/* What a refusal says in words. */
async function said(request, otherwise) {
  try {
    const text = request.responseType === "blob" ? await request.response.text() : null;
    const problem = text === null ? request.response : JSON.parse(text);
    return problem?.detail ?? problem?.error?.message ?? otherwise;
  } catch {
    return otherwise;
  }
}
